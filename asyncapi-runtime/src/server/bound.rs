//! A service at its address: accepting sessions, serving over connections that it makes itself, and shutting down.

use std::fmt;
use std::future::Future;
use std::pin::pin;
use std::sync::Arc;

use tokio::task::{JoinError, JoinSet};

use super::Server;
use super::gate::Core;
use super::part::Part;
use super::run::Run;
use super::worker::Worker;
use crate::address::is_template;
use crate::control::Stop;
use crate::endpoint::{ListenEndpoint, Serve};
use crate::reconnect::{Backoff, connect, reconnect};
use crate::{
    Arrival, Broadcast, ChannelInfo, ClosedBy, ConnectEndpoint, ConnectRequest, Handshake, Link, ListenRequest,
    Listener, Route, ServeEndpoint, ServeError, ServeErrorKind, SharedStr, Source, SubscribeRequest, Transport,
};

/// A service that is bound to its address and not serving yet.
pub struct Bound {
    core: Arc<Core>,
    on: On,
}

enum On {
    Listener(Box<dyn Listener>),
    Links(Vec<Served>),
}

/// One source over a connection that the service made itself.
struct Served {
    core: Arc<Core>,
    transport: Arc<dyn Transport>,
    request: ConnectRequest,
    subscribe: SubscribeRequest,
    routes: Arc<[Arc<dyn Route>]>,
    link: Arc<dyn Link>,
    source: Box<dyn Source>,
}

impl Bound {
    pub(super) async fn bind(server: Server, endpoint: ServeEndpoint) -> Result<Self, ServeError> {
        match endpoint.0 {
            Serve::Listen(endpoint) => Self::bind_listener(server, *endpoint).await,
            Serve::Connect(endpoint) => Self::bind_links(server, *endpoint).await,
        }
    }

    async fn bind_listener(server: Server, endpoint: ListenEndpoint) -> Result<Self, ServeError> {
        let core =
            Arc::new(Core::new(server, Some(&endpoint), &endpoint.settings, (endpoint.system, &endpoint.interceptors)));
        let listen = endpoint.listen.map_err(|fault| ServeError::new(ServeErrorKind::Endpoint, fault))?;
        let request = ListenRequest { address: endpoint.address, gate: core.clone(), settings: endpoint.settings };
        let listener = listen.bind(request).await?;
        Ok(Self { core, on: On::Listener(listener) })
    }

    async fn bind_links(server: Server, endpoint: ConnectEndpoint) -> Result<Self, ServeError> {
        let transport = endpoint.transport()?.clone();
        let core = Arc::new(Core::new(server, None, &endpoint.settings, (endpoint.system, &endpoint.interceptors)));
        let mut served = Vec::new();
        let mut shared: Option<Arc<Part>> = None;
        for (address, routes) in by_address(&core.routes, transport.capabilities().per_address)? {
            let channel = routes.first().map(|route| route.channel());
            let per_address = transport.capabilities().per_address;
            let request = endpoint.request(per_address.then_some(channel).flatten(), address.clone());
            let link: Arc<dyn Link> = match &shared {
                _ if per_address => connect(&transport, &request).await?,
                Some(part) => part.another(),
                None => shared.insert(Part::first(connect(&transport, &request).await?)).clone(),
            };
            let operations =
                routes.iter().map(|route| route.operations()).find(|found| !found.is_empty()).unwrap_or(&[]);
            let subscribe =
                SubscribeRequest { address, channel, operations, read_ahead: core.read_ahead, replies: false };
            let failed = |error| ServeError::caused(ServeErrorKind::Connect, "", error);
            let source = link.subscribe(subscribe.clone()).await.map_err(failed)?;
            if routes.iter().any(|route| route.receives()) {
                link.listen().await.map_err(failed)?;
            }
            let (core, transport) = (core.clone(), transport.clone());
            served.push(Served { core, transport, request, subscribe, routes, link, source });
        }
        Ok(Self { core, on: On::Links(served) })
    }

    /// The address that is really bound; empty where the service connects.
    pub fn local_address(&self) -> SharedStr {
        match &self.on {
            On::Listener(listener) => listener.local_address(),
            On::Links(_) => SharedStr::default(),
        }
    }

    /// A handle to stop the service and to reach its sessions while it serves.
    pub fn handle(&self) -> ServerHandle {
        ServerHandle { core: self.core.clone() }
    }

    /// Serves until the transport fails for good, or a handle says to stop.
    ///
    /// # Errors
    /// When the transport fails for good.
    pub async fn serve(self) -> Result<(), ServeError> {
        self.serve_with_shutdown(std::future::pending()).await
    }

    /// Serves until `shutdown` is ready, then takes no more, finishes what was taken, and closes.
    ///
    /// # Errors
    /// When the transport fails for good.
    pub async fn serve_with_shutdown(self, shutdown: impl Future<Output = ()> + Send) -> Result<(), ServeError> {
        let Self { core, on } = self;
        let mut tasks = JoinSet::new();
        let mut shutdown = pin!(shutdown);
        let mut stop = core.stop.subscribe();
        let mut listener = None;
        match on {
            On::Listener(bound) => listener = Some(bound),
            On::Links(served) => served.into_iter().for_each(|served| drop(tasks.spawn(served.serve()))),
        }
        let result = loop {
            let arrival = async {
                match &mut listener {
                    Some(listener) => listener.accept().await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                biased;
                () = &mut shutdown => break Ok(()),
                _ = stop.wait_for(|stop| *stop) => break Ok(()),
                Some(done) = tasks.join_next(), if !tasks.is_empty() => {
                    log_panic(done);
                    if listener_gone(&listener, &tasks) {
                        break Err(ServeError::new(ServeErrorKind::Transport, "the connection is lost for good"));
                    }
                }
                arrival = arrival => match arrival {
                    Ok(arrival) => drop(tasks.spawn(core.clone().serve_arrival(arrival))),
                    Err(error) => break Err(error),
                },
            }
        };
        drop(listener);
        core.drain(tasks).await;
        result
    }
}

/// Whether nothing is left that could serve.
fn listener_gone(listener: &Option<Box<dyn Listener>>, tasks: &JoinSet<()>) -> bool {
    listener.is_none() && tasks.is_empty()
}

/// A handler's panic is caught where it happens; what ends a whole task is a fault of a hook or of the runtime.
fn log_panic(done: Result<(), JoinError>) {
    if let Err(error) = done
        && error.is_panic()
    {
        tracing::error!(%error, "a session's task panicked");
    }
}

/// The routes that share a source: on a broker, those of one address; on sockets, those of one connection.
type Routes = Vec<(SharedStr, Arc<[Arc<dyn Route>]>)>;

fn by_address(routes: &[Arc<dyn Route>], per_address: bool) -> Result<Routes, ServeError> {
    let mut found: Vec<(&'static str, Vec<Arc<dyn Route>>)> = Vec::new();
    // On a broker, what is only sent to needs no source.
    for route in routes.iter().filter(|route| per_address || route.receives()) {
        let channel = route.channel();
        if !route.receives() && channel.address.is_none_or(is_template) {
            continue;
        }
        let refused =
            |text: &str| ServeError::new(ServeErrorKind::Endpoint, format!("channel `{}` {text}", channel.name));
        let address = channel.address.ok_or_else(|| refused("has no address in the document"))?;
        if per_address && is_template(address) {
            return Err(refused("has parameters, for which a service that connects has no values"));
        }
        match found.iter_mut().find(|(other, _)| *other == address) {
            Some((_, routes)) => routes.push(route.clone()),
            None => found.push((address, vec![route.clone()])),
        }
    }
    Ok(found.into_iter().map(|(address, routes)| (address.into(), routes.into())).collect())
}

impl Core {
    async fn serve_arrival(self: Arc<Self>, arrival: Arrival) {
        // A peer that dawdles over its handshake must not hold up a shutdown.
        let mut stop = self.stop.subscribe();
        let accepted = tokio::select! {
            accepted = arrival => accepted,
            _ = stop.wait_for(|stop| *stop) => None,
        };
        let Some(accepted) = accepted else { return };
        let (session, routes) = self.session(accepted.admission, accepted.link);
        Run::new(Worker { core: self, session, routes }, accepted.source).run().await;
    }

    /// Ends all sessions: each finishes what it has taken, until the deadline.
    async fn drain(&self, mut tasks: JoinSet<()>) {
        self.stop.send_replace(true);
        self.sessions.all().iter().for_each(|session| session.0.control.stop(Stop::Drain));
        let all = async {
            while let Some(done) = tasks.join_next().await {
                log_panic(done);
            }
        };
        if tokio::time::timeout(self.rules.drain, all).await.is_err() {
            tracing::warn!(sessions = tasks.len(), "the drain deadline passed: sessions are cut off");
            tasks.shutdown().await;
        }
    }
}

impl Served {
    /// Serves until the connection is lost for good or the service stops.
    async fn serve(mut self) {
        let mut backoff = Backoff::new(self.request.settings.reconnect.clone());
        let mut stop = self.core.stop.subscribe();
        loop {
            let handshake = Handshake::new(if self.request.channel.is_some() {
                self.subscribe.address.clone()
            } else {
                SharedStr::default()
            });
            let session = self.core.new_session(handshake, None, Vec::new(), self.link.clone());
            let worker = Worker { core: self.core.clone(), session, routes: self.routes.clone() };
            let reason = Run::new(worker, self.source).run().await;
            if self.core.stopping() || reason.by == ClosedBy::Local {
                return;
            }
            let again = reconnect_and_subscribe(&self.transport, &self.request, &self.subscribe, &mut backoff);
            let again = tokio::select! {
                _ = stop.wait_for(|stop| *stop) => None,
                again = again => again,
            };
            let Some((link, source)) = again else { return };
            (self.link, self.source) = (link, source);
        }
    }
}

async fn reconnect_and_subscribe(
    transport: &Arc<dyn Transport>,
    request: &ConnectRequest,
    subscribe: &SubscribeRequest,
    backoff: &mut Backoff,
) -> Option<(Arc<dyn Link>, Box<dyn Source>)> {
    loop {
        let link = reconnect(transport, request, backoff, |_| {}).await?;
        let source = match link.subscribe(subscribe.clone()).await {
            Ok(source) => link.listen().await.map(|()| source),
            Err(error) => Err(error),
        };
        match source {
            Ok(source) => return Some((link, source)),
            Err(error) => tracing::warn!(%error, "the subscription was not restored"),
        }
    }
}

impl fmt::Debug for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bound").field("local_address", &self.local_address()).finish_non_exhaustive()
    }
}

/// Reaches a running service from outside its handlers.
#[derive(Clone)]
pub struct ServerHandle {
    core: Arc<Core>,
}

impl ServerHandle {
    /// Tells the service to shut down. Returns at once.
    pub fn shutdown(&self) {
        self.core.stop.send_replace(true);
    }

    /// How many sessions are open.
    pub fn session_count(&self) -> usize {
        self.core.sessions.count()
    }

    /// How many replies to the service's own requests came late or twice.
    pub fn late_replies(&self) -> u64 {
        self.core.sessions.late_replies()
    }

    /// Sends to the open sessions of a channel, at all its addresses.
    pub fn broadcast(&self, channel: &'static ChannelInfo) -> Broadcast {
        Broadcast::new(self.core.sessions.clone(), channel, None)
    }
}

impl fmt::Debug for ServerHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServerHandle").field("sessions", &self.session_count()).finish_non_exhaustive()
    }
}

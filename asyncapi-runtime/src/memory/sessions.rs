//! Sessions in the process: a listener, handshakes, and a pipe in each direction.

use std::fmt;
use std::sync::{Arc, Mutex, Weak};

use tokio::sync::{mpsc, oneshot};

use super::Hub;
use super::pipe::{Pipe, PipeSource};
use crate::control::lock;
use crate::{
    Accepted, Arrival, BoxFuture, Capabilities, CloseReason, ConnectError, ConnectErrorKind, ConnectRequest, Gate,
    Handshake, Link, Listen, ListenRequest, Listener, Query, RawMessage, Refusal, SendErrorKind, SendMode, Sending,
    ServeError, ServeErrorKind, SharedStr, Source, SubscribeError, SubscribeErrorKind, SubscribeRequest, Transport,
};

/// How many peers may stand before the door.
const BACKLOG: usize = 1024;

/// The listener, if there is one, and all that is connected.
#[derive(Default)]
pub(super) struct Network {
    door: Mutex<Option<mpsc::Sender<Knock>>>,
    pipes: Mutex<Vec<Weak<Pipe>>>,
}

/// A peer before the door.
struct Knock {
    handshake: Handshake,
    capacity: usize,
    max_message: usize,
    answer: oneshot::Sender<Result<Arc<dyn Link>, ConnectError>>,
}

impl Network {
    pub(super) fn break_all(&self) {
        let pipes = std::mem::take(&mut *lock(&self.pipes));
        pipes.iter().filter_map(Weak::upgrade).for_each(|pipe| pipe.cut());
    }

    fn pipe(&self, capacity: usize) -> Arc<Pipe> {
        let pipe = Pipe::new(capacity);
        let mut pipes = lock(&self.pipes);
        pipes.retain(|pipe| pipe.strong_count() > 0);
        pipes.push(Arc::downgrade(&pipe));
        pipe
    }
}

#[derive(Debug)]
pub(super) struct SessionTransport(pub(super) Hub);

impl Transport for SessionTransport {
    fn capabilities(&self) -> Capabilities {
        Capabilities { per_address: true, headers: true, correlation: true, ..Capabilities::default() }
    }

    fn connect(&self, request: ConnectRequest) -> BoxFuture<'_, Result<Arc<dyn Link>, ConnectError>> {
        Box::pin(async move {
            let unreachable = || ConnectError::new(ConnectErrorKind::Unreachable, "nobody listens on this hub");
            if self.0.inner.faults.refuses() {
                return Err(unreachable());
            }
            let door = lock(&self.0.inner.sessions.door).clone().ok_or_else(unreachable)?;
            let handshake = Handshake {
                address: request.path().into(),
                query: Query::new(request.full_query().unwrap_or_default()),
                method: "GET".into(),
                headers: request.full_headers(),
                peer: Some("memory".into()),
                certificates: request.certificates(),
            };
            let (answer, wait) = oneshot::channel();
            let (capacity, max_message) = (request.settings.read_ahead, request.settings.max_message);
            let knock = Knock { handshake, capacity, max_message, answer };
            door.send(knock).await.map_err(|_| unreachable())?;
            wait.await.unwrap_or_else(|_| Err(unreachable()))
        })
    }
}

#[derive(Debug)]
pub(super) struct SessionListen(pub(super) Hub);

impl Listen for SessionListen {
    fn bind(&self, request: ListenRequest) -> BoxFuture<'_, Result<Box<dyn Listener>, ServeError>> {
        Box::pin(async move {
            let mut door = lock(&self.0.inner.sessions.door);
            if door.as_ref().is_some_and(|door| !door.is_closed()) {
                return Err(ServeError::new(ServeErrorKind::Bind, "another service listens on this hub"));
            }
            let (sender, knocks) = mpsc::channel(BACKLOG);
            *door = Some(sender);
            Ok(Box::new(SessionListener { hub: self.0.clone(), request, knocks }) as Box<dyn Listener>)
        })
    }
}

struct SessionListener {
    hub: Hub,
    request: ListenRequest,
    knocks: mpsc::Receiver<Knock>,
}

impl Listener for SessionListener {
    fn local_address(&self) -> SharedStr {
        "memory".into()
    }

    fn accept(&mut self) -> BoxFuture<'_, Result<Arrival, ServeError>> {
        Box::pin(async move {
            let closed = || ServeError::new(ServeErrorKind::Transport, "the hub is gone");
            let knock = self.knocks.recv().await.ok_or_else(closed)?;
            let (hub, gate) = (self.hub.clone(), self.request.gate.clone());
            let (limit, own_max) = (self.request.settings.handshake_timeout, self.request.settings.max_message);
            let arrival: Arrival =
                Box::pin(
                    async move { tokio::time::timeout(limit, admit(hub, gate, knock, own_max)).await.unwrap_or(None) },
                );
            Ok(arrival)
        })
    }
}

impl Drop for SessionListener {
    fn drop(&mut self) {
        self.knocks.close();
    }
}

async fn admit(hub: Hub, gate: Arc<dyn Gate>, knock: Knock, own_max: usize) -> Option<Accepted> {
    let admitted = gate.admit(knock.handshake).await;
    let (up, down) = (hub.inner.sessions.pipe(knock.capacity), hub.inner.sessions.pipe(knock.capacity));
    let most = own_max.min(knock.max_message);
    let peer = SessionLink::new(&hub, up.clone(), down.clone(), most);
    match admitted {
        Ok(admission) => {
            let own = SessionLink::new(&hub, down, up, most);
            let source = own.source()?;
            knock.answer.send(Ok(Arc::new(peer))).ok()?;
            Some(Accepted { admission, link: Arc::new(own), source })
        }
        Err(refusal) => {
            refuse(&refusal, peer, &down, knock.answer);
            None
        }
    }
}

/// As over a socket: with a status, or let in and closed with a code.
fn refuse(
    refusal: &Refusal,
    peer: SessionLink,
    down: &Pipe,
    answer: oneshot::Sender<Result<Arc<dyn Link>, ConnectError>>,
) {
    let result: Result<Arc<dyn Link>, _> = match refusal.close_code {
        Some(code) => {
            down.end(CloseReason::peer(Some(code), refusal.reason.clone()));
            Ok(Arc::new(peer))
        }
        None => {
            let text = format!("{} {}", refusal.status, refusal.reason);
            Err(ConnectError::new(ConnectErrorKind::Refused, text))
        }
    };
    // The peer may be gone, which is as good.
    let _ = answer.send(result);
}

/// One end of a session.
struct SessionLink {
    hub: Hub,
    out: Arc<Pipe>,
    into: Arc<Pipe>,
    /// Handed out once.
    source: Mutex<Option<PipeSource>>,
    max_message: usize,
}

impl SessionLink {
    fn new(hub: &Hub, out: Arc<Pipe>, into: Arc<Pipe>, max_message: usize) -> Self {
        let source = Mutex::new(Some(PipeSource::new(into.clone())));
        Self { hub: hub.clone(), out, into, source, max_message }
    }

    fn source(&self) -> Option<Box<dyn Source>> {
        Some(Box::new(lock(&self.source).take()?))
    }
}

impl Link for SessionLink {
    fn capabilities(&self) -> Capabilities {
        SessionTransport(self.hub.clone()).capabilities()
    }

    fn send(&self, message: RawMessage, mode: SendMode) -> Sending {
        if message.payload.len() > self.max_message {
            return Sending::failed(SendErrorKind::TooLarge);
        }
        self.out.put(message, mode, self.hub.inner.faults.fate())
    }

    fn flush(&self) -> Sending {
        Sending::OK
    }

    fn subscribe(&self, _: SubscribeRequest) -> BoxFuture<'_, Result<Box<dyn Source>, SubscribeError>> {
        let source = self.source().ok_or_else(|| {
            SubscribeError::new(SubscribeErrorKind::Unsupported, "a session has one source, and it is in use")
        });
        Box::pin(async move { source })
    }

    fn close(&self, code: u16, reason: SharedStr) -> BoxFuture<'static, ()> {
        self.out.end(CloseReason::peer(Some(code), reason.clone()));
        self.into.end(CloseReason::local(code, reason));
        Box::pin(async {})
    }
}

impl Drop for SessionLink {
    fn drop(&mut self) {
        self.out.end(CloseReason::lost("the peer is gone"));
        self.into.end(CloseReason::lost("the session is gone"));
    }
}

impl fmt::Debug for SessionLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionLink")
    }
}

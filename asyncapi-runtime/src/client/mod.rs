//! The connecting side: sends, pulls, requests, and keeps its connections.
//!
//! A [`Client`] has one `line` per connection: one per address and query on sockets, one in all on a broker. A line's
//! `driver` task reads, hands messages to the `inbox` of their address, and makes a lost connection again.

mod driver;
mod inbox;
mod line;
mod subscription;
#[cfg(all(test, feature = "memory"))]
mod tests;

use std::collections::HashMap;
use std::fmt;
use std::future::Future;
use std::sync::{Arc, Mutex, OnceLock, Weak};

use tokio::sync::watch;

pub(crate) use line::Line;
pub use subscription::{Deliveries, Received, Subscription};

use crate::address::is_template;
use crate::control::lock;
use crate::hooks::Hooks;
use crate::{
    BoxFuture, ChannelInfo, ChannelLink, CloseReason, ConnectEndpoint, ConnectError, ConnectErrorKind, ConnectRequest,
    ConnectionState, ConnectionStates, Policy, SharedStr, close_code,
};

/// What is done each time a connection is made, given a client that uses it.
pub(crate) type Hook = Arc<dyn Fn(Client) -> BoxFuture<'static, ()> + Send + Sync>;

/// A client: both ends of a connection of the generated side. Clones share the connections; the last one closes them.
#[derive(Clone)]
pub struct Client {
    core: Arc<ClientCore>,
}

pub(crate) struct ClientCore {
    pub(crate) endpoint: ConnectEndpoint,
    /// By address and query, where each has a connection of its own.
    lines: Mutex<HashMap<(SharedStr, SharedStr), Arc<Line>>>,
    /// The one that carries every address, elsewhere.
    only: OnceLock<Arc<Line>>,
    pub(crate) states: watch::Sender<ConnectionState>,
    hook: Option<Hook>,
    pub(crate) policy: Policy,
    pub(crate) hooks: Arc<Hooks>,
    pub(crate) itself: Weak<Self>,
}

/// How many messages of a client were not delivered to anybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct ClientStats {
    /// Replies that came after their request was given up, or twice.
    pub late_replies: u64,
    /// Messages that no subscription wanted.
    pub unclaimed: u64,
}

impl Client {
    /// Connects. Where each address has a connection of its own, and the channels have more than one, the connections
    /// are made as the channels are first used.
    ///
    /// # Errors
    /// When the endpoint cannot be used, or the connection is not made.
    pub async fn connect(
        endpoint: impl Into<ConnectEndpoint>,
        channels: &[&'static ChannelInfo],
    ) -> Result<Self, ConnectError> {
        Self::start(endpoint.into(), channels, None).await
    }

    /// Connects, and runs `hook` each time that a connection is made, also after it was lost: for subscriptions that
    /// are messages. The first time it is waited for.
    ///
    /// # Errors
    /// When the endpoint cannot be used, or the connection is not made.
    pub async fn connect_with<F, Fut>(
        endpoint: impl Into<ConnectEndpoint>,
        channels: &[&'static ChannelInfo],
        hook: F,
    ) -> Result<Self, ConnectError>
    where
        F: Fn(Self) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = ()> + Send + 'static,
    {
        let hook: Hook = Arc::new(move |client| Box::pin(hook(client)));
        Self::start(endpoint.into(), channels, Some(hook)).await
    }

    async fn start(
        endpoint: ConnectEndpoint,
        channels: &[&'static ChannelInfo],
        hook: Option<Hook>,
    ) -> Result<Self, ConnectError> {
        let per_address = endpoint.transport()?.capabilities().per_address;
        let policy = endpoint.policy.clone();
        let hooks = Hooks::new(endpoint.system, endpoint.interceptors.clone());
        let core = Arc::new_cyclic(|itself: &Weak<ClientCore>| ClientCore {
            endpoint,
            lines: Mutex::default(),
            only: OnceLock::new(),
            states: watch::Sender::new(ConnectionState::Idle),
            hook,
            policy,
            hooks,
            itself: itself.clone(),
        });
        let client = Self { core };
        match client.first_line(channels, per_address) {
            Some(line) => line.start().await?,
            None => tracing::debug!("several addresses: connecting as they are used"),
        }
        Ok(client)
    }

    /// The line to connect at once: the only one there can be.
    fn first_line(&self, channels: &[&'static ChannelInfo], per_address: bool) -> Option<Arc<Line>> {
        if !per_address {
            return Some(self.line(None, SharedStr::default()));
        }
        let mut lines = channels.iter().map(|channel| {
            let address = channel.address.filter(|address| !is_template(address))?;
            Some(self.line(Some(channel), address.into()))
        });
        let first = lines.next()??;
        lines.all(|line| line.is_some_and(|line| Arc::ptr_eq(&line, &first))).then_some(first)
    }

    /// A handle on a channel at an address, its parameters filled in. Does not connect.
    pub fn channel(&self, channel: &'static ChannelInfo, address: impl Into<SharedStr>) -> ChannelLink {
        let address = address.into();
        ChannelLink::to_line(self.line(Some(channel), address.clone()), channel, address)
    }

    /// A handle on a channel at an address that may be none; what is done with the handle says so then.
    pub fn channel_at(
        &self,
        channel: &'static ChannelInfo,
        address: Result<SharedStr, crate::AddressError>,
    ) -> ChannelLink {
        match address {
            Ok(address) => self.channel(channel, address),
            Err(fault) => self.channel(channel, channel.address.unwrap_or_default()).without_address(fault),
        }
    }

    /// Asked for with each message: what a new line needs is made for a new line alone.
    fn line(&self, channel: Option<&'static ChannelInfo>, address: SharedStr) -> Arc<Line> {
        let endpoint = &self.core.endpoint;
        let new = |channel, address| Arc::new(Line::new(&self.core, endpoint.request(channel, address)));
        if !endpoint.transport().is_ok_and(|transport| transport.capabilities().per_address) {
            return self.core.only.get_or_init(|| new(None, SharedStr::EMPTY)).clone();
        }
        let key = (address.clone(), endpoint.query(channel).unwrap_or_default());
        lock(&self.core.lines).entry(key).or_insert_with(|| new(channel, address)).clone()
    }

    fn lines(&self) -> Vec<Arc<Line>> {
        self.core.only.get().into_iter().chain(lock(&self.core.lines).values()).cloned().collect()
    }

    /// Watches how the connection is doing.
    pub fn states(&self) -> ConnectionStates {
        ConnectionStates(self.core.states.subscribe())
    }

    /// What was not delivered to anybody.
    pub fn stats(&self) -> ClientStats {
        self.lines().iter().fold(ClientStats::default(), |sum, line| line.add_stats(sum))
    }

    /// Closes all connections and waits until they are closed. Subscriptions end, requests fail.
    pub async fn close(&self) {
        let lines = self.lines();
        for line in &lines {
            line.stop(close_code::NORMAL);
        }
        for line in &lines {
            line.closed().await;
        }
        self.core.states.send_replace(ConnectionState::Closed(CloseReason::local(close_code::NORMAL, "")));
    }
}

impl ClientCore {
    /// Runs the hook, if there is one and the client is still used.
    pub(crate) fn connected(&self) -> Option<BoxFuture<'static, ()>> {
        let client = Client { core: self.itself.upgrade()? };
        Some(self.hook.as_ref()?(client))
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("endpoint", &self.core.endpoint)
            .field("state", &*self.core.states.borrow())
            .finish_non_exhaustive()
    }
}

impl ConnectEndpoint {
    /// What connecting for a channel asks of the transport.
    pub(crate) fn request(&self, channel: Option<&'static ChannelInfo>, address: SharedStr) -> ConnectRequest {
        ConnectRequest {
            url: self.url.clone(),
            address,
            query: self.query(channel),
            channel,
            headers: of_channel(&self.headers, channel).unwrap_or_default(),
            credentials: self.credentials.clone(),
            settings: self.settings.clone(),
        }
    }

    fn query(&self, channel: Option<&'static ChannelInfo>) -> Option<SharedStr> {
        of_channel(&self.queries, channel)
    }
}

/// What a list has for a channel.
fn of_channel<T: Clone>(list: &[(&'static str, T)], channel: Option<&'static ChannelInfo>) -> Option<T> {
    let name = channel?.name;
    list.iter().find(|(key, _)| *key == name).map(|(_, value)| value.clone())
}

/// The error of using what was closed.
pub(crate) fn closed(reason: &CloseReason) -> ConnectError {
    ConnectError::new(ConnectErrorKind::Closed, reason.to_string())
}

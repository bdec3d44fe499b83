//! One connection of a client, and what is known of it.

use std::sync::{Arc, Mutex, Weak};

use tokio::sync::{oneshot, watch};

use super::driver::Driver;
use super::inbox::Inbox;
use super::subscription::Subscription;
use super::{ClientCore, ClientStats, closed};
use crate::channel_link::send_checked;
use crate::control::{Control, Stop, lock};
use crate::hooks::Hooks;
use crate::reconnect::connect;
use crate::request::{Asked, Requests};
use crate::{
    ChannelInfo, CloseReason, ConnectError, ConnectRequest, ConnectionState, ConnectionStates, Incoming, Link,
    OperationInfo, RawMessage, RequestError, RequestErrorKind, SendError, SendErrorKind, SendMode, Sending, SharedStr,
    SubscribeError, SubscribeErrorKind, SubscribeRequest,
};

/// One connection of a client. The last handle closes it.
pub(crate) struct Line {
    pub(super) shared: Arc<LineShared>,
}

/// What a line's handles and its driver share.
pub(crate) struct LineShared {
    pub(super) client: Weak<ClientCore>,
    pub(super) states: watch::Sender<ConnectionState>,
    pub(super) request: ConnectRequest,
    pub(super) policy: crate::Policy,
    pub(super) hooks: Arc<Hooks>,
    pub(super) link: watch::Sender<LinkState>,
    pub(super) control: Control<Work>,
    pub(super) inboxes: Mutex<Vec<Arc<Inbox>>>,
    pub(super) requests: Requests,
    starting: tokio::sync::Mutex<()>,
}

/// The connection as the handles see it.
#[derive(Clone)]
pub(super) enum LinkState {
    /// Nobody has needed it yet.
    Idle,
    Up(Arc<dyn Link>),
    /// Being made again.
    Down,
    Closed(CloseReason),
}

/// What a line's handles ask of its driver.
pub(super) enum Work {
    Subscribe(Arc<Inbox>, oneshot::Sender<Result<(), SubscribeError>>),
    /// Nobody may want this inbox's messages any more.
    Unsubscribe(Arc<Inbox>),
    /// A send found the connection gone, which a line that only sends hears in no other way.
    Lost,
}

impl Line {
    pub(super) fn new(core: &Arc<ClientCore>, request: ConnectRequest) -> Self {
        Self {
            shared: Arc::new(LineShared {
                client: core.itself.clone(),
                states: core.states.clone(),
                policy: core.policy.clone(),
                hooks: core.hooks.clone(),
                request,
                link: watch::Sender::new(LinkState::Idle),
                control: Control::default(),
                inboxes: Mutex::default(),
                requests: Requests::default(),
                starting: tokio::sync::Mutex::default(),
            }),
        }
    }

    pub(crate) fn per_address(&self) -> bool {
        self.shared.per_address()
    }

    pub(crate) fn address(&self) -> &SharedStr {
        &self.shared.request.address
    }

    /// What is presented with the connection; `None` if that is not known.
    pub(crate) fn presents(&self) -> Option<&ConnectRequest> {
        let own = self.shared.client.upgrade().is_some_and(|core| core.endpoint.own_transport);
        (!own).then_some(&self.shared.request)
    }

    pub(crate) fn states(&self) -> ConnectionStates {
        ConnectionStates(self.shared.states.subscribe())
    }

    /// Connects, unless that was done before.
    pub(super) async fn start(&self) -> Result<(), ConnectError> {
        self.shared.start().await
    }

    pub(super) fn stop(&self, code: u16) {
        self.shared.control.stop(Stop::Close { code, text: SharedStr::default() });
        self.shared.link.send_if_modified(|state| {
            let idle = matches!(state, LinkState::Idle);
            if idle {
                *state = LinkState::Closed(CloseReason::local(code, ""));
            }
            idle
        });
    }

    /// Waits until the line is closed.
    pub(super) async fn closed(&self) {
        let mut link = self.shared.link.subscribe();
        // An error says that the sender is gone, which this handle rules out.
        let _ = link.wait_for(|state| matches!(state, LinkState::Closed(_))).await;
    }

    pub(super) fn add_stats(&self, mut sum: ClientStats) -> ClientStats {
        sum.late_replies += self.shared.requests.late();
        sum.unclaimed += lock(&self.shared.inboxes).iter().map(|inbox| inbox.unclaimed()).sum::<u64>();
        sum
    }

    #[inline]
    pub(crate) fn send(&self, channel: Option<&'static ChannelInfo>, message: RawMessage, mode: SendMode) -> Sending {
        let state = self.shared.link.borrow();
        if let LinkState::Up(link) = &*state {
            let sending = self.shared.hooks.send(link, channel, message, mode);
            let gone = |error: &SendError| error.kind() == SendErrorKind::NotConnected;
            if matches!(&sending, Sending::Done(Some(Err(error))) if gone(error)) && !link.capabilities().reconnects {
                self.shared.control.give(Work::Lost);
            }
            return sending;
        }
        if let LinkState::Closed(reason) = &*state {
            return Sending::failed(closed(reason));
        }
        drop(state);
        if mode == SendMode::Now {
            return Sending::failed(SendErrorKind::NotConnected);
        }
        let shared = self.shared.clone();
        Sending::Waiting(Box::pin(async move {
            let link = shared.up().await?;
            shared.hooks.send(&link, channel, message, mode).await
        }))
    }

    /// Sends past all interceptors, and fails where there is no connection.
    pub(super) fn send_plainly(&self, message: RawMessage, mode: SendMode) -> Sending {
        match &*self.shared.link.borrow() {
            LinkState::Up(link) => send_checked(&**link, message, mode),
            _ => Sending::failed(SendErrorKind::NotConnected),
        }
    }

    /// Whether the messages of the connection have headers.
    pub(super) fn has_headers(&self) -> bool {
        matches!(&*self.shared.link.borrow(), LinkState::Up(link) if link.capabilities().headers)
    }

    pub(crate) fn flush(&self) -> Sending {
        match &*self.shared.link.borrow() {
            LinkState::Up(link) => link.flush(),
            LinkState::Closed(reason) => Sending::failed(closed(reason)),
            LinkState::Idle => Sending::OK,
            // What was fed went down with the connection.
            LinkState::Down => Sending::failed(SendErrorKind::NotConfirmed),
        }
    }

    /// Sends a request and waits for its reply.
    pub(crate) async fn request(&self, asked: Asked) -> Result<RawMessage, RequestError> {
        let shared = &self.shared;
        let up = async { shared.up().await.map_err(SendError::from) };
        let listen = |channel, address: SharedStr| async move {
            let inbox = shared.inbox(channel, &address, &[], true);
            inbox.expect_replies();
            let subscribed = shared.subscribed(inbox).await;
            subscribed.map_err(|error| RequestError::caused(RequestErrorKind::Send, "", error))
        };
        shared.requests.request(asked, &shared.hooks, up, listen).await
    }

    pub(crate) async fn subscribe<M: Incoming>(
        self: &Arc<Self>,
        channel: &'static ChannelInfo,
        address: &SharedStr,
    ) -> Result<Subscription<M>, SubscribeError> {
        let link = self.shared.up().await?;
        let inbox = self.shared.inbox(channel, address, M::operations(), false);
        // The queue comes first: no message that the source brings is missed.
        let subscription = Subscription::new(self.clone(), inbox.clone());
        self.shared.subscribed(inbox).await?;
        link.listen().await?;
        Ok(subscription)
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.shared.control.stop(Stop::Close { code: crate::close_code::NORMAL, text: SharedStr::default() });
    }
}

impl LineShared {
    async fn start(self: &Arc<Self>) -> Result<(), ConnectError> {
        let _one_at_a_time = self.starting.lock().await;
        if !matches!(&*self.link.borrow(), LinkState::Idle) {
            return Ok(());
        }
        let Some(core) = self.client.upgrade() else { return Err(closed(&CloseReason::local(1000, ""))) };
        let transport = core.endpoint.transport()?.clone();
        let link = connect(&transport, &self.request).await?;
        let driver = Driver::start(self.clone(), transport, link.clone()).await?;
        let mut up = false;
        self.link.send_if_modified(|state| {
            up = matches!(state, LinkState::Idle);
            if up {
                *state = LinkState::Up(link.clone());
            }
            up
        });
        if up {
            self.states.send_replace(ConnectionState::Connected);
        }
        tokio::spawn(driver.run());
        // The hook uses the line, so it runs as the driver does. Waiting for it here lets the first connect wait.
        if let Some(hook) = core.connected() {
            drop(_one_at_a_time);
            hook.await;
        }
        Ok(())
    }

    /// The link, once it is up.
    pub(super) async fn up(self: &Arc<Self>) -> Result<Arc<dyn Link>, ConnectError> {
        let mut states = self.link.subscribe();
        loop {
            let state = states.borrow_and_update().clone();
            match state {
                LinkState::Up(link) => return Ok(link),
                LinkState::Closed(reason) => return Err(closed(&reason)),
                LinkState::Idle => self.start().await?,
                LinkState::Down => {
                    let _ = states.changed().await;
                }
            }
        }
    }

    pub(super) fn per_address(&self) -> bool {
        self.request.channel.is_some()
    }

    /// The inbox of an address; on a socket there is only one.
    pub(super) fn inbox(
        &self,
        channel: &'static ChannelInfo,
        address: &SharedStr,
        operations: &'static [&'static OperationInfo],
        replies: bool,
    ) -> Arc<Inbox> {
        let mut inboxes = lock(&self.inboxes);
        let found = inboxes.iter().find(|inbox| self.per_address() || inbox.request.address == *address);
        if let Some(inbox) = found {
            return inbox.clone();
        }
        let read_ahead = self.request.settings.read_ahead;
        let request =
            SubscribeRequest { address: address.clone(), channel: Some(channel), operations, read_ahead, replies };
        let inbox = Arc::new(Inbox::new(request, self.per_address()));
        inboxes.push(inbox.clone());
        inbox
    }

    /// Waits until the inbox gets its messages.
    pub(super) async fn subscribed(&self, inbox: Arc<Inbox>) -> Result<(), SubscribeError> {
        if self.per_address() {
            return Ok(());
        }
        let (done, wait) = oneshot::channel();
        if !self.control.give(Work::Subscribe(inbox, done)) {
            return Err(SubscribeErrorKind::Closed.into());
        }
        wait.await.unwrap_or_else(|_| Err(SubscribeErrorKind::Closed.into()))
    }
}

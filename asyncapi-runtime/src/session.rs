//! Sessions: the peers that are connected to a service, and the register that broadcasts go by.

use std::any::Any;
use std::collections::{HashMap, HashSet, VecDeque};
use std::fmt;
use std::future::poll_fn;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, Weak};

use crate::address::is_template;
use crate::control::{Control, Stop, lock};
use crate::hooks::Hooks;
use crate::request::{Asked, Requests};
use crate::{
    Attachment, ChannelInfo, ChannelLink, CloseReason, Delivery, Handshake, Link, RawMessage, RequestError,
    RequestErrorKind, SharedStr, Source, SubscribeRequest,
};

/// A peer that is connected to a service. Clones are handles on the same session.
#[derive(Clone)]
pub struct Session(pub(crate) Arc<SessionInner>);

pub(crate) struct SessionInner {
    pub(crate) id: u64,
    pub(crate) handshake: Handshake,
    pub(crate) identity: Option<Arc<dyn Any + Send + Sync>>,
    pub(crate) attachments: Vec<Attachment>,
    pub(crate) link: Arc<dyn Link>,
    pub(crate) control: Control,
    pub(crate) closed: OnceLock<CloseReason>,
    pub(crate) sessions: Arc<Sessions>,
    /// What is done around what is sent.
    pub(crate) hooks: Arc<Hooks>,
    /// The requests that the service sent to the peer.
    pub(crate) requests: Requests,
    /// The addresses at which their replies are read, where the connection has several.
    pub(crate) reply_addresses: tokio::sync::Mutex<HashSet<SharedStr>>,
    /// How many messages are read ahead.
    pub(crate) read_ahead: usize,
}

impl Session {
    /// A number that no other session of this program has had.
    pub fn id(&self) -> u64 {
        self.0.id
    }

    /// The address that the peer asked for.
    pub fn address(&self) -> &SharedStr {
        &self.0.handshake.address
    }

    /// What the peer said as it connected.
    pub fn handshake(&self) -> &Handshake {
        &self.0.handshake
    }

    /// The peer's network address.
    pub fn peer(&self) -> Option<&str> {
        self.0.handshake.peer.as_deref()
    }

    /// What the authenticator returned for this session, if it was of this type.
    pub fn identity<T: Any + Send + Sync>(&self) -> Option<&T> {
        self.0.identity.as_deref()?.downcast_ref()
    }

    /// What a route found in the handshake, such as the channel's typed query.
    pub fn attachment<T: Any + Send + Sync>(&self) -> Option<&T> {
        self.0.attachments.iter().find_map(Attachment::get)
    }

    /// Sends to this session on a channel.
    pub fn channel(&self, channel: &'static ChannelInfo) -> ChannelLink {
        // A connection to a broker has no address of its own: it is the channel's, if that can be known.
        let broker = !self.0.link.capabilities().per_address;
        let own = channel.address.filter(|address| broker && !is_template(address));
        ChannelLink::to_session(self.clone(), channel, own.map(SharedStr::from))
    }

    /// Sends a request to the peer and waits for its reply.
    pub(crate) async fn request(&self, asked: Asked) -> Result<RawMessage, RequestError> {
        let up = async { Ok(self.0.link.clone()) };
        self.0.requests.request(asked, &self.0.hooks, up, |channel, address| self.listen(channel, address)).await
    }

    /// Reads the replies that come to an address, as long as the connection lasts.
    async fn listen(&self, channel: &'static ChannelInfo, address: SharedStr) -> Result<(), RequestError> {
        let mut known = self.0.reply_addresses.lock().await;
        if known.contains(&address) {
            return Ok(());
        }
        let read_ahead = self.0.read_ahead;
        let request = SubscribeRequest {
            address: address.clone(),
            channel: Some(channel),
            operations: &[],
            read_ahead,
            replies: true,
        };
        let source = self.0.link.subscribe(request).await;
        let source = source.map_err(|error| RequestError::caused(RequestErrorKind::Send, "", error))?;
        known.insert(address.clone());
        tokio::spawn(read_replies(Arc::downgrade(&self.0), address, source));
        Ok(())
    }

    /// Closes the session after the message at hand. Returns at once.
    pub fn close(&self, code: u16, reason: impl Into<SharedStr>) {
        self.0.control.stop(Stop::Close { code, text: reason.into() });
    }

    /// Why the session ended; `None` while it is open.
    pub fn close_reason(&self) -> Option<&CloseReason> {
        self.0.closed.get()
    }
}

impl PartialEq for Session {
    fn eq(&self, other: &Self) -> bool {
        self.0.id == other.0.id
    }
}

impl Eq for Session {}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session")
            .field("id", &self.0.id)
            .field("address", &self.0.handshake.address)
            .field("peer", &self.0.handshake.peer)
            .field("closed", &self.0.closed.get())
            .finish_non_exhaustive()
    }
}

/// Hands what comes to the requests that wait for it. What nobody waits for is settled and dropped.
async fn read_replies(session: Weak<SessionInner>, address: SharedStr, mut source: Box<dyn Source>) {
    loop {
        let read = poll_fn(|cx| source.poll_next(cx)).await;
        let (Some(session), Ok(delivery)) = (session.upgrade(), read) else { return };
        let mut batch = VecDeque::from([delivery]);
        session.requests.take_replies(&mut batch, Some(&address));
        batch.into_iter().for_each(Delivery::acknowledge);
    }
}

/// A new session's number.
pub(crate) fn next_id() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// The open sessions of a service, by address.
#[derive(Debug, Default)]
pub(crate) struct Sessions {
    rooms: Mutex<HashMap<SharedStr, Room>>,
    count: AtomicUsize,
    /// Late replies of the sessions that are over.
    late: AtomicU64,
    /// What is done around broadcasts.
    hooks: Option<Arc<Hooks>>,
}

#[derive(Debug, Default)]
struct Room {
    sessions: HashMap<u64, Session>,
    /// What broadcasts iterate over without the lock; made anew after a change.
    snapshot: Option<Arc<[Session]>>,
}

impl Sessions {
    pub(crate) fn new(hooks: Arc<Hooks>) -> Self {
        Self { hooks: Some(hooks), ..Self::default() }
    }

    /// What is done around broadcasts, where there is something to do.
    pub(crate) fn hooks(&self) -> Option<&Arc<Hooks>> {
        self.hooks.as_ref().filter(|hooks| !hooks.is_plain())
    }

    pub(crate) fn enter(&self, session: &Session) {
        let mut rooms = lock(&self.rooms);
        let room = rooms.entry(session.address().clone()).or_default();
        room.sessions.insert(session.id(), session.clone());
        self.count.fetch_add(1, Ordering::Relaxed);
        room.snapshot = None;
    }

    pub(crate) fn leave(&self, session: &Session) {
        let mut rooms = lock(&self.rooms);
        if let Some(room) = rooms.get_mut(session.address()) {
            if room.sessions.remove(&session.id()).is_some() {
                self.late.fetch_add(session.0.requests.late(), Ordering::Relaxed);
                self.count.fetch_sub(1, Ordering::Relaxed);
            }
            room.snapshot = None;
            if room.sessions.is_empty() {
                rooms.remove(session.address());
            }
        }
    }

    /// The sessions at an address.
    pub(crate) fn at(&self, address: &SharedStr) -> Arc<[Session]> {
        let mut rooms = lock(&self.rooms);
        let Some(room) = rooms.get_mut(address) else { return Arc::new([]) };
        let Room { sessions, snapshot } = room;
        snapshot.get_or_insert_with(|| sessions.values().cloned().collect()).clone()
    }

    pub(crate) fn all(&self) -> Vec<Session> {
        lock(&self.rooms).values().flat_map(|room| room.sessions.values().cloned()).collect()
    }

    pub(crate) fn late_replies(&self) -> u64 {
        self.all().iter().map(|session| session.0.requests.late()).sum::<u64>() + self.late.load(Ordering::Relaxed)
    }

    pub(crate) fn count(&self) -> usize {
        self.count.load(Ordering::Relaxed)
    }
}

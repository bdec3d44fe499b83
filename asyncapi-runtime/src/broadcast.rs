//! One message to many sessions, encoded once.
//!
//! Invariant: a slow session never holds up the others.

use std::fmt;
use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Poll, Waker};

use crate::channel_link::{invalid, send_checked};
use crate::hooks::{DEFAULT_DEADLINE, bounded};
use crate::session::Sessions;
use crate::telemetry::Trace;
use crate::{
    ChannelInfo, MessageInfo, OperationInfo, Outgoing, RawMessage, SendError, SendErrorKind, SendMode, Sending,
    Session, SharedStr, SlowConsumer, close_code,
};

type Filter = Arc<dyn Fn(&Session) -> bool + Send + Sync>;

/// To every open session at a channel's address.
#[derive(Clone)]
pub struct Broadcast {
    sessions: Arc<Sessions>,
    /// Where a broker does the broadcasting, the session that stands for it.
    broker: Option<Session>,
    channel: &'static ChannelInfo,
    address: Option<SharedStr>,
    filter: Option<Filter>,
    slow: SlowConsumer,
    /// The trace that what is sent belongs to.
    trace: Option<Arc<Trace>>,
}

impl Broadcast {
    pub(crate) fn new(sessions: Arc<Sessions>, channel: &'static ChannelInfo, address: Option<SharedStr>) -> Self {
        Self { sessions, broker: None, channel, address, filter: None, slow: SlowConsumer::default(), trace: None }
    }

    pub(crate) fn from_session(session: &Session, channel: &'static ChannelInfo, address: SharedStr) -> Self {
        let per_address = session.0.link.capabilities().per_address;
        let broker = (!per_address).then(|| session.clone());
        // On a socket the session's own spelling of the address counts: it is the one in the register.
        let address = if per_address { session.address().clone() } else { address };
        Self { broker, ..Self::new(session.0.sessions.clone(), channel, Some(address)) }
    }

    pub(crate) fn in_trace(self, trace: Option<Arc<Trace>>) -> Self {
        Self { trace, ..self }
    }

    /// Only to sessions of which this is true.
    pub fn filter(mut self, wanted: impl Fn(&Session) -> bool + Send + Sync + 'static) -> Self {
        self.filter = Some(match self.filter {
            None => Arc::new(wanted),
            Some(before) => Arc::new(move |session| before(session) && wanted(session)),
        });
        self
    }

    /// To the sessions at all addresses of the channel, whatever their parameters.
    pub fn all_addresses(mut self) -> Self {
        self.address = None;
        self
    }

    /// What happens to a session whose send buffer is full.
    pub fn slow_consumers(mut self, slow: SlowConsumer) -> Self {
        self.slow = slow;
        self
    }

    /// Sends a message and says how many sessions it was sent to. Never waits for a session.
    ///
    /// # Errors
    /// When the message breaks the document's rules. A session that fails ends by itself.
    pub fn send<T: Outgoing + ?Sized>(
        &self,
        operation: &'static OperationInfo,
        info: &'static MessageInfo,
        message: &T,
    ) -> impl Future<Output = Result<usize, SendError>> + Send + '_ + use<'_, T> {
        let encoded = message.encode(info);
        async move {
            let mut message = encoded.map_err(invalid)?;
            (message.operation, message.info) = (Some(operation), Some(info));
            if let Some(trace) = &self.trace {
                trace.write(&mut message.headers);
            }
            let Some(broker) = &self.broker else { return self.send_to_all(message).await };
            message.address = self.address.clone().unwrap_or_default();
            let sending = broker.0.hooks.send(&broker.0.link, Some(self.channel), message, SendMode::Flush);
            bounded(sending, DEFAULT_DEADLINE).await.map(|()| 1)
        }
    }

    /// Past the interceptors once for all sessions.
    async fn send_to_all(&self, mut message: RawMessage) -> Result<usize, SendError> {
        let Some(hooks) = self.sessions.hooks() else { return Ok(self.send_raw(message)) };
        message.address = self.address.clone().unwrap_or_default();
        let (all, count) = (self.clone(), Arc::new(AtomicUsize::new(0)));
        let counted = count.clone();
        let headers = self.sessions_meant().first().is_some_and(|session| session.0.link.capabilities().headers);
        let sending = hooks.send_by(Some(self.channel), headers, message, move |message| {
            counted.store(all.send_raw(message), Ordering::Relaxed);
            Sending::OK
        });
        bounded(sending, DEFAULT_DEADLINE).await?;
        Ok(count.load(Ordering::Relaxed))
    }

    fn sessions_meant(&self) -> Arc<[Session]> {
        match &self.address {
            Some(address) => self.sessions.at(address),
            None => self.sessions.all().into(),
        }
    }

    fn send_raw(&self, message: RawMessage) -> usize {
        let sessions = self.sessions_meant();
        let on_channel = |session: &&Session| {
            self.address.is_some() || crate::match_address(self.channel, session.address()).is_some()
        };
        let wanted = |session: &&Session| self.filter.as_ref().is_none_or(|filter| filter(session));
        sessions.iter().filter(on_channel).filter(wanted).filter(|session| self.send_to(session, &message)).count()
    }

    fn send_to(&self, session: &Session, message: &RawMessage) -> bool {
        let mut message = message.clone();
        message.address = session.address().clone();
        let mut sending = pin!(send_checked(&*session.0.link, message, SendMode::Now));
        // `Now` is done at the first poll.
        let result = match sending.as_mut().poll(&mut std::task::Context::from_waker(Waker::noop())) {
            Poll::Ready(result) => result,
            Poll::Pending => Ok(()),
        };
        match result {
            Ok(()) => true,
            Err(error) if error.kind() == SendErrorKind::Full && self.slow == SlowConsumer::Close => {
                tracing::warn!(session = session.id(), "closing a session that does not keep up");
                session.close(close_code::TRY_AGAIN, "too slow");
                false
            }
            Err(error) => {
                tracing::debug!(session = session.id(), %error, "a broadcast did not reach a session");
                false
            }
        }
    }
}

impl fmt::Debug for Broadcast {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Broadcast")
            .field("channel", &self.channel.name)
            .field("address", &self.address)
            .finish_non_exhaustive()
    }
}

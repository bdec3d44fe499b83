//! Interceptors: what a program does around each message that goes out, and around each that is handled.
//!
//! Input: a message on its way, and what comes next. Output: what became of it. Invariant: a connection without
//! interceptors takes none of these ways.

use std::fmt;
use std::sync::Arc;

use crate::outcome::guard;
use crate::{BoxFuture, ChannelInfo, Context, Handled, RawMessage, Route, SendError, Sending};

/// Stands around each message that goes out, and around each that is handled: adds headers, refuses, observes.
///
/// What is added to a [`Server`](crate::Server) or an endpoint first stands outermost: it sees a message first and its
/// result last. A client's subscriptions pull, so that there is nothing to stand around: `incoming` is for services.
///
/// ```
/// use asyncapi_runtime::{BoxFuture, Context, Failure, Handled, Interceptor, NextHandler, NextSend, RawMessage, SendError};
///
/// struct Tenant(&'static str);
///
/// impl Interceptor for Tenant {
///     fn outgoing<'a>(&'a self, mut message: RawMessage, next: NextSend) -> BoxFuture<'a, Result<(), SendError>> {
///         message.headers.set("tenant", self.0);
///         next.run(message)
///     }
///
///     fn incoming<'a>(&'a self, context: Context, next: NextHandler) -> BoxFuture<'a, Handled> {
///         match context.headers().text("tenant") == Some(self.0) {
///             true => next.run(context),
///             false => Box::pin(async { Failure::reject("a message of somebody else").into() }),
///         }
///     }
/// }
/// ```
pub trait Interceptor: Send + Sync + 'static {
    /// A message is about to be sent. `next` sends it on; not to run it, and to give an error, refuses the message.
    ///
    /// Where a message goes to many sessions, this runs once for all of them. What [`Policy`](crate::Policy) makes of
    /// dead letters is not seen here.
    fn outgoing<'a>(&'a self, message: RawMessage, next: NextSend) -> BoxFuture<'a, Result<(), SendError>> {
        next.run(message)
    }

    /// A message is about to be handled: once for each attempt, before it is decoded. `next` handles it; not to run it,
    /// and to give a failure, refuses the message. Within the service's deadline, which ends what runs here as well.
    fn incoming<'a>(&'a self, context: Context, next: NextHandler) -> BoxFuture<'a, Handled> {
        next.run(context)
    }
}

/// The interceptors of a connection or a service, in order. `None` is the usual case.
#[derive(Clone, Default)]
pub(crate) struct Interceptors(Option<Arc<[Arc<dyn Interceptor>]>>);

impl Interceptors {
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    pub(crate) fn push(&mut self, interceptor: impl Interceptor) {
        let new = Self(Some(Arc::new([Arc::new(interceptor) as Arc<dyn Interceptor>])));
        *self = self.then(&new);
    }

    /// These, and within them the others.
    pub(crate) fn then(&self, inner: &Self) -> Self {
        match (&self.0, &inner.0) {
            (None, _) => inner.clone(),
            (_, None) => self.clone(),
            (Some(outer), Some(inner)) => Self(Some(outer.iter().chain(inner.iter()).cloned().collect())),
        }
    }

    fn get(&self, at: usize) -> Option<Arc<dyn Interceptor>> {
        self.0.as_ref()?.get(at).cloned()
    }

    /// Sends a message past all of them, and in the end by `last`.
    pub(crate) fn send(
        &self,
        message: RawMessage,
        channel: Option<&'static ChannelInfo>,
        last: impl FnOnce(RawMessage) -> Sending + Send + 'static,
    ) -> BoxFuture<'static, Result<(), SendError>> {
        NextSend { chain: self.clone(), at: 0, channel, last: Box::new(last) }.run(message)
    }

    /// Handles a message past all of them. A panic is the message's failure.
    pub(crate) async fn handle(&self, context: Context, route: Arc<dyn Route>) -> Handled {
        guard(NextHandler { chain: self.clone(), at: 0, route }.run(context)).await
    }
}

impl fmt::Debug for Interceptors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} interceptors", self.0.as_ref().map_or(0, |all| all.len()))
    }
}

/// The rest of the way out.
pub struct NextSend {
    chain: Interceptors,
    at: usize,
    channel: Option<&'static ChannelInfo>,
    last: Box<dyn FnOnce(RawMessage) -> Sending + Send>,
}

impl NextSend {
    /// The channel on which the message is sent, as far as that is known. The operation is the message's own.
    pub fn channel(&self) -> Option<&'static ChannelInfo> {
        self.channel
    }

    /// Sends the message on.
    pub fn run(mut self, message: RawMessage) -> BoxFuture<'static, Result<(), SendError>> {
        let Some(interceptor) = self.chain.get(self.at) else {
            return match (self.last)(message) {
                Sending::Waiting(future) => future,
                done => Box::pin(done),
            };
        };
        self.at += 1;
        Box::pin(async move { interceptor.outgoing(message, self).await })
    }
}

impl fmt::Debug for NextSend {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let channel = self.channel.map(|channel| channel.name);
        f.debug_struct("NextSend").field("channel", &channel).finish_non_exhaustive()
    }
}

/// The rest of the way to a message's handler.
pub struct NextHandler {
    chain: Interceptors,
    at: usize,
    route: Arc<dyn Route>,
}

impl NextHandler {
    /// Handles the message.
    pub fn run(mut self, context: Context) -> BoxFuture<'static, Handled> {
        let Some(interceptor) = self.chain.get(self.at) else {
            return Box::pin(async move { self.route.handle(context).await.1 });
        };
        self.at += 1;
        Box::pin(async move { interceptor.incoming(context, self).await })
    }
}

impl fmt::Debug for NextHandler {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NextHandler").field("channel", &self.route.channel().name).finish_non_exhaustive()
    }
}

#[cfg(all(test, feature = "memory"))]
mod tests;

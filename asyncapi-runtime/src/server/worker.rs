//! Handles one message: the handler, its retries, settling, and the policy for what nobody can handle.

use std::future::poll_fn;
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use tokio::time::{Instant, sleep, timeout};

use super::gate::Core;
use crate::channel_link::send_checked;
use crate::wire::DecodeError;
use crate::{
    BoxFuture, Cause, Context, Delivery, Failure, Handled, Policy, Problem, RawMessage, Route, SendMode, Session,
    Settle,
};

/// What the messages of one session need.
#[derive(Clone)]
pub(crate) struct Worker {
    pub(crate) core: Arc<Core>,
    pub(crate) session: Session,
    pub(crate) routes: Arc<[Arc<dyn Route>]>,
}

/// What an attempt came to.
enum Verdict {
    Settled,
    Again(std::time::Duration),
    Hopeless,
}

/// How far a message got at the first poll of its handler.
pub(crate) enum Begun<'w> {
    /// It is handled and settled.
    Done,
    /// Its handler waits.
    Waiting(&'w dyn Route, BoxFuture<'w, (Context, Handled)>, Option<Settle>),
    /// Its handler did not succeed.
    Finished(&'w dyn Route, Context, Handled, Option<Settle>),
    /// Nobody has looked at it yet.
    Untouched(Delivery),
}

impl Worker {
    /// The short way: most handlers are done at their first poll. `spare` is the context of the message before, to be
    /// used again.
    pub(crate) fn begin(
        &self,
        delivery: Delivery,
        spare: &mut Option<Context>,
        cx: &mut std::task::Context<'_>,
    ) -> Begun<'_> {
        let [route] = &*self.routes else { return Begun::Untouched(delivery) };
        if self.core.rules.deadline.is_some() || tracing::enabled!(tracing::Level::DEBUG) {
            return Begun::Untouched(delivery);
        }
        let Delivery { message, settle, attempt } = delivery;
        let context = match spare.take() {
            Some(mut context) => {
                context.renew(message, route.channel(), attempt);
                context
            }
            None => Context::new(self.session.clone(), message, route.channel(), attempt),
        };
        let mut handler = route.handle(context);
        match handler.as_mut().poll(cx) {
            Poll::Ready((mut context, Handled::Done)) => {
                if let Some(settle) = settle {
                    settle.acknowledge();
                }
                // An idle session must not keep its last message alive.
                context.renew(RawMessage::default(), route.channel(), 0);
                *spare = Some(context);
                Begun::Done
            }
            Poll::Ready((context, handled)) => Begun::Finished(&**route, context, handled, settle),
            Poll::Pending => Begun::Waiting(&**route, handler, settle),
        }
    }

    /// Handles a message to its end, from wherever it got to: it is settled when this is done.
    pub(crate) async fn finish(&self, begun: Begun<'_>) {
        match begun {
            Begun::Done => {}
            Begun::Waiting(route, handler, settle) => {
                let (context, handled) = handler.await;
                self.conclude(route, context, handled, settle).await;
            }
            Begun::Finished(route, context, handled, settle) => self.conclude(route, context, handled, settle).await,
            // Boxed, so that the session's task stays small.
            Begun::Untouched(delivery) => Box::pin(self.process(delivery)).await,
        }
    }

    /// Handles a message from its beginning to its end.
    pub(crate) async fn process(&self, delivery: Delivery) {
        let Delivery { message, settle, attempt } = delivery;
        let Some(route) = self.route(&message) else {
            let error = DecodeError::unknown_message(self.routes.first().map_or("", |route| route.channel().name));
            let done = self.apply_policy(Cause::Undecodable(&error), &message, None).await;
            return dispose(settle, done, attempt);
        };
        let channel = route.channel();
        let mut context = Context::new(self.session.clone(), message, channel, attempt);
        context.set_span(tracing::debug_span!(
            "process",
            messaging.system = self.session.0.system,
            messaging.operation.type = "process",
            messaging.destination.name = channel.name,
            session = self.session.id(),
        ));
        let (context, handled) = self.attempt(&**route, context).await;
        self.conclude(&**route, context, handled, settle).await;
    }

    /// After the first attempt: settles, tries again, or applies the policy.
    async fn conclude(
        &self,
        route: &dyn Route,
        mut context: Context,
        mut handled: Handled,
        mut settle: Option<Settle>,
    ) {
        loop {
            match self.judge(&handled, &context, &mut settle) {
                Verdict::Settled => return,
                Verdict::Again(pause) => sleep(pause).await,
                Verdict::Hopeless => {
                    let cause = match &handled {
                        Handled::Done => return,
                        Handled::Failed(failure) => Cause::Failed(failure),
                        Handled::Undecodable(error) => Cause::Undecodable(error),
                        Handled::Panicked(text) => Cause::Panicked(text),
                    };
                    let done = self.apply_policy(cause, context.raw(), Some(route)).await;
                    return dispose(settle, done, context.attempt());
                }
            }
            context.next_attempt();
            (context, handled) = self.attempt(route, context).await;
        }
    }

    fn route(&self, message: &RawMessage) -> Option<&Arc<dyn Route>> {
        match &*self.routes {
            [only] => Some(only),
            several => several.iter().find(|route| route.claims(message)),
        }
    }

    async fn attempt(&self, route: &dyn Route, mut context: Context) -> (Context, Handled) {
        let Some(deadline) = self.core.rules.deadline else { return within_span(route, context).await };
        context.set_deadline(Some(Instant::now() + deadline));
        // A handler that is cut off takes its context with it.
        let mut kept =
            Context::new(context.session().clone(), context.raw().clone(), context.channel(), context.attempt());
        kept.set_span(context.span().clone());
        match timeout(deadline, within_span(route, context)).await {
            Ok(done) => done,
            Err(_) => {
                let failure = Failure::retry(format!("the handler took longer than {deadline:?}"));
                (kept, Handled::Failed(failure))
            }
        }
    }

    fn judge(&self, handled: &Handled, context: &Context, settle: &mut Option<Settle>) -> Verdict {
        match handled {
            Handled::Done => {
                if let Some(settle) = settle.take() {
                    settle.acknowledge();
                }
                Verdict::Settled
            }
            Handled::Failed(failure) if failure.is_retry() => {
                // Nobody is left to be answered, and the peer's next session begins anew.
                if settle.is_none() && self.session.close_reason().is_some() {
                    return Verdict::Hopeless;
                }
                let Some(pause) = self.core.rules.retry.pause(context.attempt()) else { return Verdict::Hopeless };
                let pause = pause.max(failure.after().unwrap_or_default());
                tracing::debug!(parent: context.span(), error = %failure, attempt = context.attempt(), "trying again");
                match settle.take() {
                    Some(settle) => {
                        settle.retry(pause);
                        Verdict::Settled
                    }
                    None => Verdict::Again(pause),
                }
            }
            Handled::Failed(_) | Handled::Undecodable(_) | Handled::Panicked(_) => Verdict::Hopeless,
        }
    }

    /// `false` says that the message would be lost if it were settled now.
    async fn apply_policy(&self, cause: Cause<'_>, message: &RawMessage, route: Option<&dyn Route>) -> bool {
        let channel = route.map(Route::channel);
        let named = channel.map_or("", |channel| channel.name);
        match cause {
            Cause::Undecodable(_) => tracing::warn!(channel = named, session = self.session.id(), problem = %cause),
            _ => tracing::error!(channel = named, session = self.session.id(), problem = %cause),
        }
        let link = &*self.session.0.link;
        match &self.core.rules.policy {
            Policy::LogAndDrop => {}
            Policy::Answer(answer) => {
                let Some(mut reply) = answer(&Problem { cause, message, channel }) else { return true };
                if reply.address.is_empty() {
                    reply.address = message.address.clone();
                }
                if let Err(error) = send_checked(link, reply, SendMode::Flush).await {
                    tracing::debug!(%error, "the answer to a problem was not sent");
                }
            }
            Policy::DeadLetter(address) => {
                let mut dead = message.clone();
                dead.address = address.clone();
                if link.capabilities().headers {
                    dead.headers.set("x-problem", cause.to_string());
                    dead.headers.set("x-original-address", message.address.clone());
                }
                // It goes where the document may know nothing of: the bindings of where it was are not for there.
                (dead.operation, dead.info) = (None, None);
                if let Err(error) = link.send(dead, SendMode::Flush).await {
                    tracing::error!(%error, "a message could not be dead-lettered");
                    return false;
                }
            }
            Policy::Close(code) => self.session.close(*code, "a message was not understood"),
        }
        true
    }
}

/// Rejects a message of which the policy has disposed; one that it could not dispose of comes again, later each time.
fn dispose(settle: Option<Settle>, done: bool, attempt: u32) {
    match settle {
        Some(settle) if done => settle.reject(),
        Some(settle) => settle.retry(Duration::from_secs(1u64 << attempt.min(6))),
        None => {}
    }
}

/// Runs the handler inside the message's span, which costs nothing where nobody listens to spans.
async fn within_span(route: &dyn Route, context: Context) -> (Context, Handled) {
    if context.span().is_disabled() {
        return route.handle(context).await;
    }
    let span = context.span().clone();
    let mut handler = route.handle(context);
    poll_fn(move |cx| {
        let _entered = span.enter();
        match handler.as_mut().poll(cx) {
            Poll::Ready(done) => Poll::Ready(done),
            Poll::Pending => Poll::Pending,
        }
    })
    .await
}

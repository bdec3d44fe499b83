//! Handles one message: the handler, its retries, settling, and the policy for what nobody can handle.

use std::future::poll_fn;
use std::sync::Arc;
use std::task::Poll;

use tokio::time::{Instant, sleep, timeout};

use super::gate::Core;
use crate::channel_link::send_checked;
use crate::wire::DecodeError;
use crate::{
    Cause, Context, Delivery, Failure, Handled, Policy, Problem, RawMessage, Route, SendMode, Session, Settle,
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

impl Worker {
    /// Handles a message to its end: it is settled when this is done.
    ///
    /// What every message needs is kept small, since the session's task copies it about; the rest is boxed.
    pub(crate) async fn process(&self, delivery: Delivery) {
        let Delivery { message, mut settle, attempt } = delivery;
        let Some(route) = self.route(&message) else { return Box::pin(self.unclaimed(message, settle)).await };
        let channel = route.channel();
        let span = tracing::debug_span!(
            "process",
            messaging.system = self.session.0.system,
            messaging.operation.type = "process",
            messaging.destination.name = channel.name,
            session = self.session.id(),
        );
        let plain = span.is_disabled() && self.core.rules.deadline.is_none();
        let context = Context { session: self.session.clone(), message, channel, attempt, deadline: None, span };
        let (context, handled) = match plain {
            true => route.handle(context).await,
            false => Box::pin(self.attempt(&**route, context)).await,
        };
        match handled {
            Handled::Done => {
                if let Some(settle) = settle.take() {
                    settle.acknowledge();
                }
            }
            handled => Box::pin(self.conclude(&**route, context, handled, settle)).await,
        }
    }

    /// No route wants the message.
    async fn unclaimed(&self, message: RawMessage, settle: Option<Settle>) {
        let error = DecodeError::unknown_message(self.routes.first().map_or("", |route| route.channel().name));
        self.apply_policy(Cause::Undecodable(&error), &message, None).await;
        reject(settle);
    }

    /// After an attempt that failed: tries again as often as that may help, then lets the policy decide.
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
                    self.apply_policy(cause, &context.message, Some(route)).await;
                    return reject(settle);
                }
            }
            context.attempt = context.attempt.saturating_add(1);
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
        context.deadline = Some(Instant::now() + deadline);
        // A handler that is cut off takes its context with it.
        let kept = (context.session.clone(), context.message.clone(), context.span.clone());
        let (channel, attempt) = (context.channel, context.attempt);
        match timeout(deadline, within_span(route, context)).await {
            Ok(done) => done,
            Err(_) => {
                let (session, message, span) = kept;
                let failure = Failure::retry(format!("the handler took longer than {deadline:?}"));
                (Context { session, message, channel, attempt, deadline: None, span }, Handled::Failed(failure))
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
                let Some(pause) = self.core.rules.retry.pause(context.attempt) else { return Verdict::Hopeless };
                let pause = pause.max(failure.after().unwrap_or_default());
                tracing::debug!(parent: &context.span, error = %failure, attempt = context.attempt, "trying again");
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

    async fn apply_policy(&self, cause: Cause<'_>, message: &RawMessage, route: Option<&dyn Route>) {
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
                let Some(mut reply) = answer(&Problem { cause, message, channel }) else { return };
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
                }
                if let Err(error) = link.send(dead, SendMode::Flush).await {
                    tracing::error!(%error, "a message could not be dead-lettered");
                }
            }
            Policy::Close(code) => self.session.close(*code, "a message was not understood"),
        }
    }
}

fn reject(settle: Option<Settle>) {
    if let Some(settle) = settle {
        settle.reject();
    }
}

/// Runs the handler inside the message's span, which costs nothing where nobody listens to spans.
async fn within_span(route: &dyn Route, context: Context) -> (Context, Handled) {
    if context.span.is_disabled() {
        return route.handle(context).await;
    }
    let span = context.span.clone();
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

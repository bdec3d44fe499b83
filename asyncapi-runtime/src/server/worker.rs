//! Handles one message: the handler, its retries, settling, and the policy for what nobody can handle.

use std::sync::Arc;
use std::task::Poll;

use tokio::time::{Instant, sleep, timeout_at};
use tracing::Span;

use super::gate::Core;
use super::meter::Meter;
use crate::channel_link::send_checked;
use crate::hooks::{DEFAULT_DEADLINE, bounded};
use crate::policy::{again_after, dead_letter, is_final, reason};
use crate::telemetry::{in_span, is_traced, process_span, record_handled, settling};
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

/// What the policy made of a message.
enum Disposed {
    /// There is nothing more to do.
    Elsewhere,
    /// The transport may dead-letter it.
    Rejected,
    /// It would be lost if it were settled now.
    NotYet,
}

/// How far a message got at the first poll of its handler.
pub(crate) enum Begun<'w> {
    /// It is handled and settled.
    Done,
    /// Its handler waits.
    Waiting(&'w Arc<dyn Route>, BoxFuture<'w, (Context, Handled)>, Option<Settle>, Meter),
    /// Its handler did not succeed.
    Finished(&'w Arc<dyn Route>, Context, Handled, Option<Settle>),
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
        let special = self.core.rules.deadline.is_some() || !self.core.hooks.interceptors.is_empty();
        if special || delivery.message.expires().is_some() || is_traced() {
            return Begun::Untouched(delivery);
        }
        let Delivery { message, settle, attempt } = delivery;
        let meter = Meter::new();
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
                meter.consumed(&self.core, route.channel());
                meter.handled(&self.core, route.channel(), &Handled::Done);
                // An idle session must not keep its last message alive.
                context.renew(RawMessage::default(), route.channel(), 0);
                *spare = Some(context);
                Begun::Done
            }
            Poll::Ready((context, handled)) => {
                meter.consumed(&self.core, route.channel());
                meter.handled(&self.core, route.channel(), &handled);
                Begun::Finished(route, context, handled, settle)
            }
            Poll::Pending => Begun::Waiting(route, handler, settle, meter),
        }
    }

    /// Handles a message to its end, from wherever it got to: it is settled when this is done.
    pub(crate) async fn finish(&self, begun: Begun<'_>) {
        match begun {
            Begun::Done => {}
            Begun::Waiting(route, handler, settle, meter) => {
                meter.consumed(&self.core, route.channel());
                let _in_flight = meter.in_flight(&self.core, route.channel());
                let (context, handled) = handler.await;
                meter.handled(&self.core, route.channel(), &handled);
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
            return self.give_up(Cause::Undecodable(&error), &message, None, (settle, attempt), &Span::none()).await;
        };
        let channel = route.channel();
        let meter = Meter::new();
        meter.consumed(&self.core, channel);
        let _in_flight = meter.in_flight(&self.core, channel);
        let mut context = Context::new(self.session.clone(), message, channel, attempt);
        let system = self.core.hooks.system;
        context.set_span(process_span(system, channel, context.address(), context.raw(), self.session.id()));
        let (context, handled) = match context.raw().is_expired() {
            false => self.attempt(route, context).await,
            true => {
                let (raw, span) = (context.raw(), context.span());
                return self.give_up(Cause::Expired, raw, Some(&**route), (settle, attempt), span).await;
            }
        };
        self.conclude(route, context, handled, settle).await;
    }

    /// After the first attempt: settles, tries again, or applies the policy.
    async fn conclude(
        &self,
        route: &Arc<dyn Route>,
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
                    let settle = (settle, context.attempt());
                    return self.give_up(cause, context.raw(), Some(&**route), settle, context.span()).await;
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

    async fn attempt(&self, route: &Arc<dyn Route>, context: Context) -> (Context, Handled) {
        let (meter, span, channel) = (Meter::new(), context.span().clone(), context.channel());
        let (context, handled) = in_span(span, self.attempt_within(route, context)).await;
        meter.handled(&self.core, channel, &handled);
        record_handled(context.span(), &handled);
        (context, handled)
    }

    async fn attempt_within(&self, route: &Arc<dyn Route>, mut context: Context) -> (Context, Handled) {
        let interceptors = &self.core.hooks.interceptors;
        let own = self.core.rules.deadline.and_then(|deadline| Instant::now().checked_add(deadline));
        let until = own.into_iter().chain(context.raw().expires()).min();
        if until.is_none() && interceptors.is_empty() {
            return route.handle(context).await;
        }
        context.set_deadline(until);
        // A handler that is cut off takes its context with it, and an interceptor may.
        let kept = context.copy();
        let attempt = async {
            match interceptors.is_empty() {
                true => route.handle(context).await.1,
                false => interceptors.handle(context, route.clone()).await,
            }
        };
        let Some(until) = until else { return (kept, attempt.await) };
        let handled = timeout_at(until, attempt).await.unwrap_or_else(|_| {
            Failure::retry(match self.core.rules.deadline.filter(|_| own == Some(until)) {
                Some(deadline) => format!("the handler took longer than {deadline:?}"),
                None => "the message expired while it was handled".to_owned(),
            })
            .into()
        });
        (kept, handled)
    }

    fn judge(&self, handled: &Handled, context: &Context, settle: &mut Option<Settle>) -> Verdict {
        match handled {
            Handled::Done => {
                if let Some(settle) = settle.take() {
                    settling(context.span(), "ack", || settle.acknowledge());
                }
                Verdict::Settled
            }
            Handled::Failed(failure) if failure.is_retry() => {
                // Nobody is left to be answered, and the peer's next session begins anew.
                if settle.is_none() && self.session.close_reason().is_some() {
                    return Verdict::Hopeless;
                }
                if context.raw().is_expired() {
                    return Verdict::Hopeless;
                }
                let Some(pause) = self.core.rules.retry.pause(context.attempt()) else { return Verdict::Hopeless };
                let pause = pause.max(failure.after().unwrap_or_default());
                let error = reason(&Cause::Failed(failure));
                tracing::debug!(parent: context.span(), error, attempt = context.attempt(), "trying again");
                Meter::retried(&self.core, context.channel());
                match settle.take() {
                    Some(settle) => {
                        settling(context.span(), "retry", || settle.retry(pause));
                        Verdict::Settled
                    }
                    None => Verdict::Again(pause),
                }
            }
            Handled::Failed(_) | Handled::Undecodable(_) | Handled::Panicked(_) => Verdict::Hopeless,
        }
    }

    /// Applies the policy, and settles as it says.
    async fn give_up(
        &self,
        cause: Cause<'_>,
        message: &RawMessage,
        route: Option<&dyn Route>,
        (settle, attempt): (Option<Settle>, u32),
        span: &Span,
    ) {
        let reason = reason(&cause);
        let disposed = self.apply_policy(cause, &reason, message, route).await;
        if let Some(route) = route
            && !matches!(disposed, Disposed::NotYet)
        {
            Meter::dead(&self.core, route.channel());
        }
        let Some(settle) = settle else { return };
        match disposed {
            Disposed::Elsewhere => settling(span, "ack", || settle.acknowledge()),
            Disposed::Rejected => settling(span, "reject", || settle.reject_because(&reason)),
            Disposed::NotYet => settling(span, "retry", || settle.retry(again_after(attempt))),
        }
    }

    async fn apply_policy(
        &self,
        cause: Cause<'_>,
        reason: &str,
        message: &RawMessage,
        route: Option<&dyn Route>,
    ) -> Disposed {
        let channel = route.map(Route::channel);
        let named = channel.map_or("", |channel| channel.name);
        match cause {
            Cause::Undecodable(_) | Cause::Expired => {
                tracing::warn!(channel = named, session = self.session.id(), problem = reason);
            }
            _ => tracing::error!(channel = named, session = self.session.id(), problem = reason),
        }
        let (link, hooks) = (&self.session.0.link, &self.session.0.hooks);
        match &self.core.rules.policy {
            Policy::LogAndDrop => {}
            Policy::Answer(answer) => {
                let Some(mut reply) = (Problem { cause, message, channel }).answer(answer) else {
                    return Disposed::Rejected;
                };
                if reply.address.is_empty() {
                    reply.address = message.address.clone();
                }
                // Bounded: a peer that does not read must not hold up the others of its connection for ever.
                let sending = hooks.send(link, channel, reply, SendMode::Flush);
                if let Err(error) = bounded(sending, DEFAULT_DEADLINE).await {
                    tracing::debug!(%error, "the answer to a problem was not sent");
                }
            }
            Policy::DeadLetter(address) => {
                let from = if message.address.is_empty() { self.session.address() } else { &message.address };
                let dead = dead_letter(message, address, from, reason, link.capabilities().headers);
                let sending = bounded(send_checked(&**link, dead, SendMode::Flush), DEFAULT_DEADLINE);
                return match sending.await {
                    Ok(()) => Disposed::Elsewhere,
                    Err(error) => {
                        tracing::error!(%error, "a message could not be dead-lettered");
                        // What can never be sent there would come again for ever.
                        if is_final(&error) { Disposed::Rejected } else { Disposed::NotYet }
                    }
                };
            }
            Policy::Close(code) => self.session.close(*code, "a message was not understood"),
        }
        Disposed::Rejected
    }
}

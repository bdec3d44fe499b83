//! The loop of one session: reads, feeds the handlers in order, and ends the session.
//!
//! Source and handler are polled in one task, without a queue between. While a handler waits, the loop reads ahead up
//! to a limit, so that the connection stays live. Whatever is sent meanwhile is held back and written out at once
//! whenever the loop is about to wait: a batch of messages is answered with one write.

use std::collections::VecDeque;
use std::future::{Future, poll_fn};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::{Pin, pin};
use std::task::{Context, Poll};

use tokio::task::JoinSet;

use super::worker::{Begun, Worker};
use crate::control::Stop;
use crate::outcome::panic_text;
use crate::{CloseReason, Delivery, Refusal, Session, Source, close_code};

/// How many messages are taken before others in the runtime get their turn, and before held replies are written out.
const TURN: usize = 128;

pub(crate) struct Run {
    worker: Worker,
    source: Box<dyn Source>,
    queue: VecDeque<Delivery>,
    ended: Option<CloseReason>,
    stop: Option<Stop>,
    held: bool,
    taken: usize,
}

impl Run {
    pub(crate) fn new(worker: Worker, source: Box<dyn Source>) -> Self {
        Self { worker, source, queue: VecDeque::new(), ended: None, stop: None, held: false, taken: 0 }
    }

    /// Runs the session to its end.
    pub(crate) async fn run(mut self) -> CloseReason {
        let worker = self.worker.clone();
        let session = &worker.session;
        let opened = self.drive(pin!(open(&worker))).await;
        let reason = match opened {
            Ok(()) => {
                let _entered = Entered::new(session);
                // Asked after entering: whoever stops the service sees this session, or this sees the stop.
                if worker.core.stopping() {
                    session.0.control.stop(Stop::Drain);
                }
                self.serve(&worker).await
            }
            Err(refusal) => {
                session.close(refusal.code_after_upgrade(), refusal.reason.clone());
                CloseReason::local(refusal.code_after_upgrade(), refusal.reason)
            }
        };
        let reason = session.0.closed.get_or_init(|| reason).clone();
        let code = reason.code.unwrap_or(close_code::NORMAL);
        session.0.requests.fail_all();
        // On a broker, what was read ahead goes back as long as there is somebody to tell.
        if !session.0.link.capabilities().per_address {
            drop(self);
        }
        session.0.link.close(code, reason.text.clone()).await;
        if let Ok(()) = close_hooks(&worker, &reason).await {
            tracing::debug!(session = session.id(), %reason, "session closed");
        }
        reason
    }

    async fn serve(&mut self, worker: &Worker) -> CloseReason {
        let most = worker.core.rules.concurrency;
        let mut tasks = JoinSet::new();
        let mut spare = None;
        while let Some(begun) = poll_fn(|cx| self.poll_begin(worker, &mut spare, cx)).await {
            let delivery = match begun {
                Begun::Untouched(delivery) if most > 1 => delivery,
                begun => {
                    self.drive(pin!(worker.finish(begun))).await;
                    continue;
                }
            };
            if tasks.len() >= most {
                self.drive(pin!(tasks.join_next())).await;
            }
            let worker = worker.clone();
            tasks.spawn(async move { worker.process(delivery).await });
        }
        while !tasks.is_empty() {
            self.drive(pin!(tasks.join_next())).await;
        }
        match (&self.stop, self.ended.take()) {
            (Some(stop @ Stop::Close { .. }), _) => stop.reason(),
            (_, Some(ended)) => ended,
            (stop, None) => stop.as_ref().unwrap_or(&Stop::Drain).reason(),
        }
    }

    /// Handles messages as long as each is done at once. The next that is not; `None` at the end.
    fn poll_begin<'w>(
        &mut self,
        worker: &'w Worker,
        spare: &mut Option<crate::Context>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Begun<'w>>> {
        loop {
            let Some(delivery) = std::task::ready!(self.poll_next(cx)) else { return Poll::Ready(None) };
            if worker.core.rules.concurrency > 1 {
                return Poll::Ready(Some(Begun::Untouched(delivery)));
            }
            match worker.begin(delivery, spare, cx) {
                Begun::Done => {}
                begun => return Poll::Ready(Some(begun)),
            }
        }
    }

    /// The next message to handle; `None` at the end.
    fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Option<Delivery>> {
        self.hold();
        if self.worker.session.0.control.called() {
            self.listen(cx);
        }
        if matches!(self.stop, Some(Stop::Close { .. })) {
            return Poll::Ready(None);
        }
        if let Some(delivery) = self.queue.pop_front() {
            return Poll::Ready(Some(delivery));
        }
        if self.ended.is_some() || self.stop.is_some() {
            return Poll::Ready(None);
        }
        if self.taken >= TURN {
            self.taken = 0;
            self.release(cx);
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        match self.source.poll_next(cx) {
            Poll::Ready(Ok(mut delivery)) => {
                self.taken += 1;
                match self.worker.session.0.requests.take_reply(&mut delivery) {
                    false => Poll::Ready(Some(delivery)),
                    true => self.poll_next(cx),
                }
            }
            Poll::Ready(Err(reason)) => {
                self.end(reason);
                Poll::Ready(None)
            }
            Poll::Pending => {
                self.taken = 0;
                self.release(cx);
                match self.listen(cx) {
                    true => Poll::Ready(None),
                    false => Poll::Pending,
                }
            }
        }
    }

    /// Polls a future and, while it waits, reads ahead and writes out what was held.
    async fn drive<F: Future>(&mut self, mut future: Pin<&mut F>) -> F::Output {
        poll_fn(|cx| {
            self.hold();
            if let Poll::Ready(output) = future.as_mut().poll(cx) {
                return Poll::Ready(output);
            }
            self.read_ahead(cx);
            self.release(cx);
            self.listen(cx);
            Poll::Pending
        })
        .await
    }

    fn read_ahead(&mut self, cx: &mut Context<'_>) {
        let limit = self.worker.core.read_ahead;
        let requests = &self.worker.session.0.requests;
        while self.queue.len() < limit && self.ended.is_none() {
            // A service that is to stop takes no more, unless a handler cannot end without its reply.
            let wanted = match &self.stop {
                None => true,
                Some(Stop::Drain) => requests.are_waiting(),
                Some(Stop::Close { .. }) => false,
            };
            if !wanted {
                return;
            }
            match self.source.poll_next(cx) {
                Poll::Ready(Ok(mut delivery)) => {
                    if !requests.take_reply(&mut delivery) {
                        self.queue.push_back(delivery);
                    }
                }
                Poll::Ready(Err(reason)) => return self.end(reason),
                Poll::Pending => return,
            }
        }
    }

    /// The source has ended: no more replies either.
    fn end(&mut self, reason: CloseReason) {
        self.ended = Some(reason);
        self.worker.session.0.requests.fail_all();
    }

    /// Takes in what others have told the loop; `true` if it is to stop.
    fn listen(&mut self, cx: &Context<'_>) -> bool {
        if let Some(stop) = self.worker.session.0.control.poll(cx, &mut Vec::new()) {
            self.stop = Some(stop);
        }
        self.stop.is_some()
    }

    fn hold(&mut self) {
        if !self.held {
            self.held = true;
            self.worker.session.0.link.hold();
        }
    }

    fn release(&mut self, cx: &mut Context<'_>) {
        if self.held {
            self.held = false;
            // An error shows at the source as well, with the reason.
            let _ = self.worker.session.0.link.poll_release(cx);
        }
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        // Others may hold the link still: it must not wait for a loop that is gone.
        if self.held {
            let _ = self.worker.session.0.link.poll_release(&mut Context::from_waker(std::task::Waker::noop()));
        }
    }
}

/// A session's place in the register: left however the session ends.
struct Entered<'a>(&'a Session);

impl<'a> Entered<'a> {
    fn new(session: &'a Session) -> Self {
        session.0.sessions.enter(session);
        Self(session)
    }
}

impl Drop for Entered<'_> {
    fn drop(&mut self) {
        self.0.0.sessions.leave(self.0);
    }
}

async fn open(worker: &Worker) -> Result<(), Refusal> {
    for route in worker.routes.iter() {
        let hook = caught(route.on_open(worker.session.clone()));
        hook.await.unwrap_or_else(|| Err(Refusal::new(500, "internal error").close_with(close_code::INTERNAL)))?;
    }
    Ok(())
}

async fn close_hooks(worker: &Worker, reason: &CloseReason) -> Result<(), ()> {
    let mut result = Ok(());
    for route in worker.routes.iter() {
        if caught(route.on_close(worker.session.clone(), reason)).await.is_none() {
            result = Err(());
        }
    }
    result
}

/// Runs a hook; `None` says that it panicked.
async fn caught<F: Future>(hook: F) -> Option<F::Output> {
    let mut hook = pin!(hook);
    poll_fn(|cx| match catch_unwind(AssertUnwindSafe(|| hook.as_mut().poll(cx))) {
        Ok(Poll::Ready(output)) => Poll::Ready(Some(output)),
        Ok(Poll::Pending) => Poll::Pending,
        Err(panic) => {
            tracing::error!(panic = panic_text(&*panic), "a session hook panicked");
            Poll::Ready(None)
        }
    })
    .await
}

//! The task of one line: reads its sources, hands messages on, and makes a lost connection again.

use std::collections::VecDeque;
use std::future::poll_fn;
use std::sync::Arc;
use std::task::{Context, Poll};

use tokio::sync::oneshot;

use super::inbox::Inbox;
use super::line::{LineShared, LinkState, Work};
use crate::control::{Stop, lock};
use crate::reconnect::{Backoff, reconnect};
use crate::{
    BoxFuture, CloseReason, ClosedBy, ConnectError, ConnectErrorKind, ConnectionState, Delivery, Link, Source,
    SubscribeError, SubscribeErrorKind, Transport,
};

/// How many messages are read before others in the runtime get their turn.
const TURN: usize = 128;

type Subscribing = BoxFuture<'static, Result<Box<dyn Source>, SubscribeError>>;
type Done = oneshot::Sender<Result<(), SubscribeError>>;

pub(super) struct Driver {
    shared: Arc<LineShared>,
    transport: Arc<dyn Transport>,
    link: Arc<dyn Link>,
    sources: Vec<(Arc<Inbox>, Box<dyn Source>)>,
    subscribing: Vec<(Arc<Inbox>, Subscribing, Vec<Done>)>,
    batch: VecDeque<Delivery>,
    work: Vec<Work>,
}

/// Why the reading ended.
enum Ended {
    Stopped(Stop),
    Lost(CloseReason),
}

impl Driver {
    /// A driver of a link that was just made. On a socket, reading begins with it.
    pub(super) async fn start(
        shared: Arc<LineShared>,
        transport: Arc<dyn Transport>,
        link: Arc<dyn Link>,
    ) -> Result<Self, ConnectError> {
        let mut sources = Vec::new();
        if let Some(channel) = shared.request.channel {
            let inbox = shared.inbox(channel, &shared.request.address, &[], false);
            let source = link.subscribe(inbox.request.clone()).await;
            sources.push((inbox, source.map_err(|error| ConnectError::caused(ConnectErrorKind::Protocol, "", error))?));
        }
        Ok(Self { shared, transport, link, sources, subscribing: Vec::new(), batch: VecDeque::new(), work: Vec::new() })
    }

    pub(super) async fn run(mut self) {
        let mut backoff = Backoff::new(self.shared.request.settings.reconnect.clone());
        loop {
            let reason = match poll_fn(|cx| self.poll(cx)).await {
                Ended::Stopped(stop) => stop.reason(),
                Ended::Lost(reason) => {
                    tracing::info!(url = %crate::secret::without_login(&self.shared.request.url), %reason, "connection lost");
                    match self.restore(&mut backoff, &reason).await {
                        Ok(()) => continue,
                        Err(reason) => reason,
                    }
                }
            };
            return self.finish(reason).await;
        }
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Ended> {
        let control = &self.shared.control;
        if let Some(stop) = control.poll(cx, &mut self.work) {
            return Poll::Ready(Ended::Stopped(stop));
        }
        let work = std::mem::take(&mut self.work);
        let lost = work.iter().any(|work| matches!(work, Work::Lost));
        work.into_iter().for_each(|work| self.take_work(work));
        // Where there are sources, they say so themselves, and better.
        if lost && self.sources.is_empty() {
            return Poll::Ready(Ended::Lost(CloseReason::lost("a send found the connection gone")));
        }
        self.poll_subscribing(cx);
        let mut turn = TURN;
        for (inbox, source) in &mut self.sources {
            let mut ended = None;
            while turn > 0 && inbox.has_room(cx) {
                // Whole batches are handed on: one lock and one wake for many messages.
                let read = read_batch(&mut **source, &mut self.batch, turn.min(32), cx);
                turn -= self.batch.len().min(turn);
                let address = (!self.shared.per_address()).then_some(&inbox.request.address);
                self.shared.requests.take_replies(&mut self.batch, address);
                inbox.dispatch(&mut self.batch);
                match read {
                    Poll::Ready(Ok(())) => {}
                    Poll::Ready(Err(reason)) => {
                        ended = Some(reason);
                        break;
                    }
                    Poll::Pending => break,
                }
            }
            if let Some(reason) = ended {
                return Poll::Ready(Ended::Lost(reason));
            }
        }
        if turn == 0 {
            cx.waker().wake_by_ref();
        }
        Poll::Pending
    }

    fn take_work(&mut self, work: Work) {
        match work {
            Work::Subscribe(inbox, done) => {
                let same = |other: &Arc<Inbox>| Arc::ptr_eq(other, &inbox);
                if self.sources.iter().any(|(other, _)| same(other)) {
                    // Nobody may wait for the answer any more.
                    let _ = done.send(Ok(()));
                } else if let Some((_, _, waiting)) = self.subscribing.iter_mut().find(|(other, ..)| same(other)) {
                    waiting.push(done);
                } else {
                    let subscribing = subscribe(&self.link, &inbox);
                    self.subscribing.push((inbox, subscribing, vec![done]));
                }
            }
            Work::Lost => {}
            Work::Unsubscribe(inbox) => {
                if inbox.is_unwanted() {
                    self.sources.retain(|(other, _)| !Arc::ptr_eq(other, &inbox));
                    lock(&self.shared.inboxes).retain(|other| !Arc::ptr_eq(other, &inbox));
                }
            }
        }
    }

    fn poll_subscribing(&mut self, cx: &mut Context<'_>) {
        let mut at = 0;
        while let Some((_, subscribing, _)) = self.subscribing.get_mut(at) {
            let Poll::Ready(result) = subscribing.as_mut().poll(cx) else {
                at += 1;
                continue;
            };
            let (inbox, _, waiting) = self.subscribing.swap_remove(at);
            let mut error = None;
            match result {
                Ok(source) => self.sources.push((inbox, source)),
                Err(failed) => error = Some(failed),
            }
            for done in waiting {
                // Errors cannot be cloned; the first to wait gets the whole of it.
                let result = match error.take() {
                    None => Ok(()),
                    Some(error) => Err(error),
                };
                let _ = done.send(result);
            }
        }
    }

    /// Connects again and restores the subscriptions; an error says why not.
    async fn restore(&mut self, backoff: &mut Backoff, lost: &CloseReason) -> Result<(), CloseReason> {
        let shared = self.shared.clone();
        shared.requests.fail_all();
        if !worth_another_try(lost) || self.transport.capabilities().reconnects {
            return Err(lost.clone());
        }
        shared.link.send_replace(LinkState::Down);
        self.sources.clear();
        loop {
            let states = &shared.states;
            let attempted = |attempt| drop(states.send_replace(ConnectionState::Reconnecting { attempt }));
            let link = tokio::select! {
                stop = shared.control.stopped() => return Err(stop.reason()),
                link = reconnect(&self.transport, &shared.request, backoff, attempted) => link,
            };
            self.link = link.ok_or_else(|| lost.clone())?;
            match self.subscribe_again().await {
                Ok(()) => break,
                Err(error) => tracing::warn!(%error, "subscriptions were not restored"),
            }
        }
        shared.link.send_replace(LinkState::Up(self.link.clone()));
        shared.states.send_replace(ConnectionState::Connected);
        if let Some(hook) = shared.client.upgrade().and_then(|core| core.connected()) {
            tokio::spawn(hook);
        }
        Ok(())
    }

    async fn subscribe_again(&mut self) -> Result<(), SubscribeError> {
        self.sources.clear();
        // Those that were just being made start anew on the new link.
        for (inbox, subscribing, _) in &mut self.subscribing {
            *subscribing = subscribe(&self.link, inbox);
        }
        let inboxes = lock(&self.shared.inboxes).clone();
        for inbox in inboxes {
            if self.subscribing.iter().any(|(other, ..)| Arc::ptr_eq(other, &inbox)) {
                continue;
            }
            let source = self.link.subscribe(inbox.request.clone()).await?;
            self.sources.push((inbox, source));
        }
        Ok(())
    }

    async fn finish(mut self, reason: CloseReason) {
        let shared = self.shared.clone();
        shared.control.stop(Stop::Drain);
        self.sources.clear();
        let code = reason.code.unwrap_or(crate::close_code::NORMAL);
        self.link.close(code, reason.text.clone()).await;
        shared.requests.fail_all();
        for (_, _, waiting) in self.subscribing.drain(..) {
            waiting.into_iter().for_each(|done| drop(done.send(Err(SubscribeErrorKind::Closed.into()))));
        }
        // Last words first: whoever sees the state closed finds everything else closed too.
        lock(&shared.inboxes).iter().for_each(|inbox| inbox.end(&reason));
        shared.states.send_replace(ConnectionState::Closed(reason.clone()));
        shared.link.send_replace(LinkState::Closed(reason));
    }
}

fn subscribe(link: &Arc<dyn Link>, inbox: &Arc<Inbox>) -> Subscribing {
    let (link, request) = (link.clone(), inbox.request.clone());
    Box::pin(async move { link.subscribe(request).await })
}

/// Reads up to `most` messages. `Ready(Ok)` says that there may be more.
fn read_batch(
    source: &mut dyn Source,
    batch: &mut VecDeque<Delivery>,
    most: usize,
    cx: &mut Context<'_>,
) -> Poll<Result<(), CloseReason>> {
    while batch.len() < most {
        match source.poll_next(cx) {
            Poll::Ready(Ok(delivery)) => batch.push_back(delivery),
            Poll::Ready(Err(reason)) => return Poll::Ready(Err(reason)),
            Poll::Pending => return Poll::Pending,
        }
    }
    Poll::Ready(Ok(()))
}

/// Whether a connection that ended like this is made again. A peer that closes with 1000, or because of what this side
/// did, or with a code of the application, does not want it.
fn worth_another_try(reason: &CloseReason) -> bool {
    match (reason.by, reason.code) {
        (ClosedBy::Lost, _) | (ClosedBy::Peer, None) => true,
        (ClosedBy::Peer, Some(code)) => matches!(code, 1001 | 1005 | 1006 | 1009 | 1011..=1015),
        (ClosedBy::Local, _) => false,
    }
}

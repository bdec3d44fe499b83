//! One message on its way to the broker, and the means to hear of it without a task for each.

use std::future::Future;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};

use lapin::options::BasicPublishOptions;
use lapin::{BasicProperties, Channel, Confirmation};
use tokio::sync::OwnedSemaphorePermit;

use super::topology::{Target, short};
use crate::control::lock;
use crate::{RawMessage, SendError};

/// The serials of the slots of which there is something to hear.
#[derive(Debug, Default)]
pub(super) struct Ready(pub(super) Mutex<Vec<u64>>);

/// What the client library wakes, from its own thread and under its own locks: it only takes a note, and wakes the tasks
/// that wait for this message, if there are any.
pub(super) struct Signal {
    serial: u64,
    ready: Arc<Ready>,
    noted: AtomicBool,
    /// Who waits for the message, and who looks after all of them.
    tasks: Mutex<[Option<Waker>; 2]>,
}

impl Signal {
    pub(super) fn new(serial: u64, ready: Arc<Ready>) -> Arc<Self> {
        Arc::new(Self { serial, ready, noted: AtomicBool::new(false), tasks: Mutex::default() })
    }

    /// The note was read.
    pub(super) fn read(&self) {
        self.noted.store(false, Ordering::Release);
    }

    /// The task of whoever waits for the message is woken when there is something to hear; `false` says that there is
    /// already.
    pub(super) fn listen(&self, cx: &Context<'_>) -> bool {
        self.register(0, cx)
    }

    /// As [`listen`](Self::listen), beside the one who waits.
    pub(super) fn watch(&self, cx: &Context<'_>) -> bool {
        self.register(1, cx)
    }

    fn register(&self, at: usize, cx: &Context<'_>) -> bool {
        if let Some(task) = lock(&self.tasks).get_mut(at)
            && !task.as_ref().is_some_and(|waker| waker.will_wake(cx.waker()))
        {
            *task = Some(cx.waker().clone());
        }
        !self.noted.load(Ordering::Acquire)
    }

    pub(super) fn wake_tasks(&self) {
        let tasks = std::mem::take(&mut *lock(&self.tasks));
        tasks.into_iter().flatten().for_each(Waker::wake);
    }
}

impl Wake for Signal {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        if !self.noted.swap(true, Ordering::AcqRel) {
            lock(&self.ready.0).push(self.serial);
        }
        self.wake_tasks();
    }
}

/// Who waits for a message to be confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Waits {
    /// The one who sent it.
    Sender,
    /// Whoever flushes.
    Flush,
    /// Nobody any more.
    Nobody,
}

/// A publish under way: first written out, then confirmed.
type Publishing = Pin<Box<dyn Future<Output = lapin::Result<Confirmation>> + Send>>;

/// One message on its way.
pub(super) struct Slot {
    pub(super) message: RawMessage,
    pub(super) target: Target,
    pub(super) signal: Arc<Signal>,
    pub(super) waits: Waits,
    /// `None`: not sent, or to be sent again.
    pub(super) publishing: Option<Publishing>,
    /// Why the last publish failed.
    pub(super) fault: Option<lapin::Error>,
    pub(super) outcome: Option<Result<(), SendError>>,
    /// It may have reached the broker.
    pub(super) sent: bool,
    pub(super) _place: Option<OwnedSemaphorePermit>,
}

impl Slot {
    /// Sends it, in the order of the calls.
    pub(super) fn publish(&mut self, channel: Arc<Channel>, properties: BasicProperties) {
        let (exchange, key) = (short(&self.target.exchange), short(&self.target.key));
        let options = BasicPublishOptions { mandatory: self.target.mandatory, immediate: false };
        let payload = self.message.payload.clone();
        self.fault = None;
        self.sent = true;
        self.publishing =
            Some(Box::pin(
                async move { channel.basic_publish(exchange, key, options, &payload, properties).await?.await },
            ));
        // The first poll is what sends.
        if let Poll::Ready(done) = self.poll() {
            self.publishing = Some(Box::pin(std::future::ready(done)));
            self.signal.wake_by_ref();
        }
    }

    pub(super) fn poll(&mut self) -> Poll<lapin::Result<Confirmation>> {
        let Some(publishing) = &mut self.publishing else { return Poll::Pending };
        let waker = Waker::from(self.signal.clone());
        publishing.as_mut().poll(&mut Context::from_waker(&waker))
    }

    /// Whether it still has to reach the broker.
    pub(super) fn is_open(&self) -> bool {
        self.outcome.is_none()
    }
}

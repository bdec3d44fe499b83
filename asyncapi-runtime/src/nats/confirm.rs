//! Messages for streams, until the server confirms them.
//!
//! Each is published with a reply address of its own, below one inbox, which one task reads. What is not confirmed in time
//! is published again with the same deduplication id.
//!
//! Invariant: a message is in the book from before it is published until the server has spoken about it, or the connection
//! has ended; the numbers in the book are the order in which messages were published first.

use std::collections::VecDeque;
use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex, Weak};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use async_nats::header::NATS_MESSAGE_ID;
use async_nats::message::OutboundMessage;
use async_nats::{HeaderMap, Message, StatusCode, Subject, Subscriber};
use bytes::Bytes;
use futures_core::Stream;
use tokio::sync::oneshot;
use tokio::time::{Instant, sleep};

use super::link::{PostError, Shared};
use crate::control::lock;
use crate::{SendError, SendErrorKind};

/// How many messages may be fed without being confirmed.
const WINDOW: usize = 1024;
/// How many messages may be on their way in all.
const CROWD: usize = 4 * WINDOW;
/// How often the book is looked through, while there is anything in it.
const ROUND: Duration = Duration::from_millis(100);
/// After how many rounds without a word a message is published again.
const PATIENCE: u64 = 50;
/// How often a message may find no stream: a server that has just come back knows its streams a little later.
const UNHEARD: u32 = 20;

/// What is published and not confirmed.
pub(super) struct Book {
    /// What reply addresses begin with; a number follows.
    inbox: String,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// The number of the first entry.
    first: u64,
    entries: VecDeque<Option<Entry>>,
    /// How many of them were fed.
    fed: usize,
    /// Why the first of what was fed since the last flush was not confirmed.
    fault: Option<SendError>,
    round: u64,
    waiting: Vec<(Wait, Waker)>,
    /// The task, while there is nothing to look through.
    idle: Option<Waker>,
}

struct Entry {
    subject: Subject,
    payload: Bytes,
    headers: Option<HeaderMap>,
    /// The program has given an id of its own, in the headers.
    named: bool,
    /// The round in which it is published again.
    due: u64,
    unheard: u32,
    answer: Answer,
}

/// Who wants to know.
pub(super) enum Answer {
    /// The next flush.
    Fed,
    /// Who waits for this message alone.
    To(oneshot::Sender<Result<(), SendError>>),
    /// Nobody: it is logged if it fails.
    Logged,
}

/// What somebody waits for.
#[derive(Clone, Copy)]
enum Wait {
    /// So many of what was fed are left at most.
    Fed(usize),
    /// There is room.
    Room,
}

/// Why a message is not in the book.
pub(super) enum Refused {
    /// It is too early: it can be tried again.
    Full(OutboundMessage, Answer),
    Failed(SendError),
}

impl Entry {
    fn outbound(&self, inbox: &str, number: u64) -> OutboundMessage {
        let mut headers = self.headers.clone();
        if !self.named {
            // The inbox is random and nobody else's.
            let own = inbox.rsplit('.').next().unwrap_or(inbox);
            headers.get_or_insert_default().insert(NATS_MESSAGE_ID, format!("{own}-{number}"));
        }
        let reply = Some(format!("{inbox}.{number}").into());
        OutboundMessage { subject: self.subject.clone(), reply, payload: self.payload.clone(), headers }
    }
}

impl State {
    fn satisfies(&self, wait: Wait) -> bool {
        match wait {
            Wait::Fed(left) => self.fed <= left,
            Wait::Room => self.entries.len() < CROWD,
        }
    }

    fn entry(&mut self, number: u64) -> Option<&mut Option<Entry>> {
        self.entries.get_mut(usize::try_from(number.checked_sub(self.first)?).ok()?)
    }

    /// The entry is over.
    fn settle(&mut self, number: u64, result: Result<(), SendError>) {
        let Some(entry) = self.entry(number).and_then(Option::take) else { return };
        match (entry.answer, result) {
            (Answer::To(sender), result) => drop(sender.send(result)),
            (Answer::Fed, result) => {
                self.fed -= 1;
                if let Err(error) = result {
                    self.fault.get_or_insert(error);
                }
            }
            (Answer::Logged, Err(error)) => tracing::warn!(%error, "a message was not confirmed"),
            (Answer::Logged, Ok(())) => {}
        }
        while self.entries.front().is_some_and(Option::is_none) {
            self.entries.pop_front();
            self.first += 1;
        }
        if !self.waiting.is_empty() {
            let waiting = std::mem::take(&mut self.waiting);
            for (wait, waker) in waiting {
                if self.satisfies(wait) {
                    waker.wake();
                } else {
                    self.waiting.push((wait, waker));
                }
            }
        }
    }
}

impl Book {
    pub(super) fn new(inbox: String) -> Self {
        Self { inbox, state: Mutex::default() }
    }

    /// The subject on which the server confirms.
    pub(super) fn subject(&self) -> String {
        format!("{}.*", self.inbox)
    }
}

impl Shared {
    /// Publishes a message for a stream, if there is room at once.
    pub(super) fn enter(&self, message: OutboundMessage, named: bool, answer: Answer) -> Result<(), Box<Refused>> {
        let mut state = lock(&self.book.state);
        if self.ending.reason().is_some() {
            return Err(Box::new(Refused::Failed(SendErrorKind::Closed.into())));
        }
        let fed = matches!(answer, Answer::Fed);
        let room = state.satisfies(Wait::Room) && (!fed || state.satisfies(Wait::Fed(WINDOW - 1)));
        if !room || !self.up_now() {
            return Err(Box::new(Refused::Full(message, answer)));
        }
        let OutboundMessage { subject, payload, headers, .. } = message;
        let due = state.round + PATIENCE;
        let entry = Entry { subject, payload, headers, named, due, unheard: 0, answer };
        let number = state.first + state.entries.len() as u64;
        if let Err(error) = self.post(entry.outbound(&self.book.inbox, number)) {
            let Entry { subject, payload, headers, answer, .. } = entry;
            return Err(Box::new(match *error {
                PostError::Failed(error) => Refused::Failed(error),
                PostError::Full(_) => Refused::Full(OutboundMessage { subject, reply: None, payload, headers }, answer),
            }));
        }
        state.fed += usize::from(fed);
        state.entries.push_back(Some(entry));
        state.idle.take().into_iter().for_each(Waker::wake);
        Ok(())
    }

    /// As [`Shared::enter`], as soon as there is room.
    pub(super) async fn enter_in_time(
        &self,
        mut message: OutboundMessage,
        named: bool,
        mut answer: Answer,
    ) -> Result<(), SendError> {
        loop {
            let wait = if matches!(answer, Answer::Fed) { Wait::Fed(WINDOW / 2) } else { Wait::Room };
            match self.enter(message, named, answer) {
                Ok(()) => return Ok(()),
                Err(refused) => match *refused {
                    Refused::Failed(error) => return Err(error),
                    Refused::Full(back, asks) => (message, answer) = (back, asks),
                },
            }
            self.is_up().await;
            if !lock(&self.book.state).satisfies(wait) {
                self.waits(wait).await;
            }
            // The client's own queue may be what is full.
            self.client.flush().await.map_err(|error| SendError::caused(SendErrorKind::NotConfirmed, "", error))?;
        }
    }

    async fn waits(&self, wait: Wait) {
        poll_fn(|cx| {
            let mut state = lock(&self.book.state);
            if state.satisfies(wait) || self.ending.poll(cx).is_some() {
                return Poll::Ready(());
            }
            if !state.waiting.iter().any(|(_, waker)| waker.will_wake(cx.waker())) {
                state.waiting.push((wait, cx.waker().clone()));
            }
            Poll::Pending
        })
        .await;
    }

    /// Waits until all that was fed is confirmed.
    pub(super) async fn all_confirmed(&self) -> Result<(), SendError> {
        self.waits(Wait::Fed(0)).await;
        let mut state = lock(&self.book.state);
        let closed = (state.fed > 0).then(|| SendErrorKind::NotConfirmed.into());
        state.fault.take().or(closed).map_or(Ok(()), Err)
    }

    /// The server has spoken.
    fn hear(&self, word: &Message) {
        let number = word.subject.rsplit('.').next().and_then(|number| number.parse().ok());
        let Some(number) = number else { return };
        let mut state = lock(&self.book.state);
        match verdict(word) {
            Verdict::Confirmed => state.settle(number, Ok(())),
            Verdict::Failed(error) => state.settle(number, Err(error)),
            Verdict::Unheard => {
                let due = state.round + 1;
                let Some(Some(entry)) = state.entry(number) else { return };
                (entry.due, entry.unheard) = (due, entry.unheard + 1);
                if entry.unheard > UNHEARD {
                    let name = self.stream_of(&entry.subject).map_or("", |stream| &stream.name);
                    let text = format!("the server has no stream `{name}` that takes the subject");
                    state.settle(number, Err(SendError::new(SendErrorKind::Transport, text)));
                }
            }
        }
    }

    /// Publishes again what was not confirmed in time.
    fn look_through(&self) {
        let mut state = lock(&self.book.state);
        state.round += 1;
        let (round, first) = (state.round, state.first);
        if !self.up_now() {
            return;
        }
        let mut given_up = Vec::new();
        for (number, entry) in (first..).zip(&mut state.entries) {
            let Some(entry) = entry.as_mut().filter(|entry| entry.due <= round) else { continue };
            if matches!(&entry.answer, Answer::To(sender) if sender.is_closed()) {
                given_up.push(number);
                continue;
            }
            if self.post(entry.outbound(&self.book.inbox, number)).is_err() {
                break;
            }
            entry.due = round + PATIENCE;
        }
        for number in given_up {
            state.settle(number, Err(SendErrorKind::DeadlineExceeded.into()));
        }
    }

    /// The connection has ended: nothing will be confirmed any more.
    fn give_up(&self) {
        let mut state = lock(&self.book.state);
        for number in state.first..state.first + state.entries.len() as u64 {
            state.settle(number, Err(SendErrorKind::NotConfirmed.into()));
        }
        state.waiting.drain(..).for_each(|(_, waker)| waker.wake());
    }
}

enum Verdict {
    Confirmed,
    /// No stream has heard it, or none yet.
    Unheard,
    Failed(SendError),
}

fn verdict(word: &Message) -> Verdict {
    if word.status == Some(StatusCode::NO_RESPONDERS) {
        return Verdict::Unheard;
    }
    let unknown = |text: &str| Verdict::Failed(SendError::new(SendErrorKind::Transport, text.to_owned()));
    let Ok(text) = std::str::from_utf8(&word.payload) else { return unknown("the server's word is not text") };
    // The usual word has no such thing, and need not be read.
    if text.starts_with('{') && !text.contains("\"error\"") {
        return Verdict::Confirmed;
    }
    let Ok(answer) = serde_json::from_str::<serde_json::Value>(text) else {
        return unknown("the server's word is not JSON");
    };
    let Some(error) = answer.get("error") else { return Verdict::Confirmed };
    let description = error.get("description").and_then(serde_json::Value::as_str).unwrap_or("the server refused it");
    match error.get("err_code").and_then(serde_json::Value::as_u64) {
        // A cluster that has no leader at the moment.
        Some(10_008) => Verdict::Unheard,
        Some(10_054) => Verdict::Failed(SendError::new(SendErrorKind::TooLarge, description.to_owned())),
        code => unknown(&format!("{description} (error code {})", code.unwrap_or_default())),
    }
}

/// Reads what the server confirms, until the connection ends.
pub(super) async fn read(shared: Weak<Shared>, mut words: Subscriber, ending: Arc<crate::broker::Ending>) {
    let mut round = pin!(sleep(ROUND));
    loop {
        let goes_on = poll_fn(|cx| poll_words(&shared, &mut words, &ending, round.as_mut(), cx)).await;
        let Some(shared) = shared.upgrade() else { return };
        if !goes_on {
            return shared.give_up();
        }
        shared.look_through();
        round.as_mut().reset(Instant::now() + ROUND);
    }
}

/// Whether there is another round.
fn poll_words(
    shared: &Weak<Shared>,
    words: &mut Subscriber,
    ending: &crate::broker::Ending,
    round: Pin<&mut tokio::time::Sleep>,
    cx: &mut Context<'_>,
) -> Poll<bool> {
    let Some(shared) = shared.upgrade() else { return Poll::Ready(false) };
    loop {
        match Pin::new(&mut *words).poll_next(cx) {
            Poll::Ready(Some(word)) => shared.hear(&word),
            Poll::Ready(None) => return Poll::Ready(false),
            Poll::Pending => break,
        }
    }
    if ending.poll(cx).is_some() {
        return Poll::Ready(false);
    }
    let mut state = lock(&shared.book.state);
    if state.entries.is_empty() {
        state.idle = Some(cx.waker().clone());
        return Poll::Pending;
    }
    drop(state);
    round.poll(cx).map(|()| true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(payload: &'static str) -> Verdict {
        verdict(&Message {
            subject: "x".into(),
            reply: None,
            payload: payload.into(),
            headers: None,
            status: None,
            description: None,
            length: 0,
        })
    }

    #[test]
    fn what_the_server_says_is_understood() {
        for confirmed in [r#"{"stream":"A","seq":1}"#, r#"{"stream":"error","seq":1,"duplicate":true}"#] {
            assert!(matches!(said(confirmed), Verdict::Confirmed), "{confirmed}");
        }
        let kind = |payload| match said(payload) {
            Verdict::Failed(error) => Some(error.kind()),
            _ => None,
        };
        assert_eq!(
            kind(r#"{"error":{"code":400,"err_code":10054,"description":"too large"}}"#),
            Some(SendErrorKind::TooLarge)
        );
        for failed in [r#"{"error":{"code":503,"err_code":10023}}"#, r#"{"error":{}}"#, "", "no", "[\"error\"]"] {
            assert_eq!(kind(failed), (failed != "[\"error\"]").then_some(SendErrorKind::Transport), "{failed}");
        }
        assert!(matches!(said(r#"{"error":{"err_code":10008}}"#), Verdict::Unheard));
    }
}

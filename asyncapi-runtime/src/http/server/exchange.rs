//! One request with a message: a session of its own, whose end is the answer.
//!
//! Invariant: a request is answered once, and in time, whatever becomes of its message.

use std::fmt;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use tokio::sync::{OwnedSemaphorePermit, oneshot};

use super::answer::Answer;
use super::{Asked, Serving};
use crate::control::lock;
use crate::{
    Accepted, Admission, BoxFuture, Capabilities, CloseReason, Delivery, Link, RawMessage, SendError, SendErrorKind,
    SendMode, Sending, Settle, Settler, SharedStr, Source, SubscribeError, SubscribeErrorKind, SubscribeRequest,
    close_code,
};

const CAPABILITIES: Capabilities = Capabilities {
    per_address: true,
    headers: true,
    redelivery: true,
    reconnects: false,
    keys: false,
    correlation: true,
};

/// What tells the reply from other messages that are sent to the session: there is but one request.
const REQUEST: SharedStr = SharedStr::from_static("request");
/// The longest that a peer is told to wait before it tries again.
const LONGEST_PAUSE: Duration = Duration::from_secs(3600);

impl Serving {
    /// Hands a message to the service, and waits for what becomes of it.
    pub(super) async fn exchange(&self, asked: Asked, admission: Admission, body: Bytes) -> Result<Answer, Answer> {
        if let Some(signing) = &self.options.verify {
            signing.verify(&asked.headers, &body).map_err(|fault| Answer::refuse(401, fault))?;
        }
        let place = self.places.clone().try_acquire_owned();
        let place = place.map_err(|_| Answer::refuse(503, "too many sessions").with("retry-after", "1"))?;
        let (sender, answered) = oneshot::channel();
        let address = admission.handshake().address.clone();
        let exchange = Arc::new(Exchange { address, reply: Mutex::default(), answer: Mutex::new(Some(sender)) });
        let mut message = RawMessage::new("", body);
        message.content_type = asked.headers.text("content-type").map(|kind| kind.to_owned().into());
        message.headers = asked.headers;
        message.set_correlation_id(REQUEST);
        let settle = Settle::new(Settling(exchange.clone()));
        let delivery = Delivery::with_settle(message, settle);
        let source = Box::new(OneMessage { delivery: Some(delivery), _place: place });
        self.hand_over(Accepted { admission, link: Arc::new(ExchangeLink(exchange)), source }).await?;
        match tokio::time::timeout(self.options.answer_within, answered).await {
            Ok(Ok(answer)) => Ok(answer),
            // The session is over, and nobody has settled its message.
            Ok(Err(_)) => Err(Answer::refuse(503, "the message was not handled").with("retry-after", "1")),
            Err(_) => Err(Answer::refuse(504, "the message was not handled in time")),
        }
    }
}

/// What the session's parts share.
struct Exchange {
    address: SharedStr,
    reply: Mutex<Option<RawMessage>>,
    answer: Mutex<Option<oneshot::Sender<Answer>>>,
}

impl Exchange {
    fn answer(&self, answer: Answer) {
        if let Some(sender) = lock(&self.answer).take() {
            // The peer may have left.
            let _ = sender.send(answer);
        }
    }
}

/// Sends the reply, which waits until the message is settled.
struct ExchangeLink(Arc<Exchange>);

impl fmt::Debug for ExchangeLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Request")
    }
}

impl Link for ExchangeLink {
    fn capabilities(&self) -> Capabilities {
        CAPABILITIES
    }

    fn send(&self, message: RawMessage, _mode: SendMode) -> Sending {
        // A reply has the request's id; what a policy answers is of no operation. Anything else is meant for streams, or, as
        // dead letters, for elsewhere.
        let here = message.address.is_empty() || message.address == self.0.address;
        if !here || (message.correlation_id() != Some(&REQUEST) && message.info.is_some()) {
            let text = "the peer has sent a request, which only its reply can answer";
            return Sending::failed(SendError::new(SendErrorKind::Unsupported, text));
        }
        *lock(&self.0.reply) = Some(message);
        Sending::OK
    }

    fn flush(&self) -> Sending {
        Sending::OK
    }

    fn subscribe(&self, _request: SubscribeRequest) -> BoxFuture<'_, Result<Box<dyn Source>, SubscribeError>> {
        let error = SubscribeError::new(SubscribeErrorKind::Unsupported, "a request is one message");
        Box::pin(std::future::ready(Err(error)))
    }

    fn close(&self, code: u16, reason: SharedStr) -> BoxFuture<'static, ()> {
        // Where the session was refused before its message was looked at; else it was answered.
        self.0.answer(match code {
            close_code::GOING_AWAY | 1011..=1015 => {
                Answer::refuse(503, "the message was not handled").with("retry-after", "1")
            }
            _ => Answer::refuse(403, reason),
        });
        Box::pin(std::future::ready(()))
    }
}

/// Answers by what became of the message.
struct Settling(Arc<Exchange>);

impl Settler for Settling {
    fn acknowledge(self: Box<Self>) {
        let reply = lock(&self.0.reply).take();
        self.0.answer(match reply {
            Some(reply) => {
                let told = reply.info.and_then(|info| info.http()).and_then(|binding| binding.status_code);
                Answer::message(told.filter(|status| (200..600).contains(status)).unwrap_or(200), reply)
            }
            None => Answer::empty(204),
        });
    }

    fn retry(self: Box<Self>, after: Duration) {
        let seconds = after.min(LONGEST_PAUSE).as_secs_f64().ceil().max(1.0);
        let answer = Answer::refuse(503, "the message could not be handled now");
        self.0.answer(answer.with("retry-after", seconds.to_string()));
    }

    fn reject(self: Box<Self>) {
        let reply = lock(&self.0.reply).take();
        self.0.answer(match reply {
            Some(told) => Answer::message(422, told),
            None => Answer::refuse(422, "the message was refused"),
        });
    }

    fn abandon(self: Box<Self>) {
        self.retry(Duration::ZERO);
    }
}

/// Brings one message, and ends.
struct OneMessage {
    delivery: Option<Delivery>,
    _place: OwnedSemaphorePermit,
}

impl Source for OneMessage {
    fn poll_next(&mut self, _cx: &mut Context<'_>) -> Poll<Result<Delivery, CloseReason>> {
        Poll::Ready(self.delivery.take().ok_or_else(|| CloseReason::peer(None, "")))
    }
}

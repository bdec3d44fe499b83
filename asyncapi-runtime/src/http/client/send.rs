//! Sends messages as requests, tries again what can be tried again, and takes replies.
//!
//! Invariants: a message is under way within a bounded number of others; all attempts of one message have the same id;
//! only what was surely not handled is tried again where there is a reply.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, RETRY_AFTER};
use reqwest::{Method, Request, Response, StatusCode};
use tokio::sync::{Semaphore, mpsc};

use super::target::{Target, from_map, to_map};
use crate::control::lock;
use crate::http::Options;
use crate::reconnect::chance;
use crate::{ConnectRequest, Delivery, RawMessage, SendError, SendErrorKind, SendMode, Sending, Settings, SharedStr};

/// The header with which a peer knows a message that comes again.
const IDEMPOTENCY_KEY: &str = "idempotency-key";
/// The longest that a peer can make a message wait by `Retry-After`.
const LONGEST_WAIT: Duration = Duration::from_secs(5 * 60);
/// How much of what a peer says to a refusal is told.
const TOLD: usize = 200;

/// Sends to one address.
pub(super) struct Sender {
    pub(super) client: reqwest::Client,
    pub(super) target: Target,
    /// What to ask for tokens, if there are some.
    pub(super) tokens: Option<ConnectRequest>,
    pub(super) options: Arc<Options>,
    pub(super) settings: Settings,
    /// Where replies go.
    pub(super) replies: mpsc::Sender<Delivery>,
    pub(super) at_once: Arc<Semaphore>,
    pub(super) work: Mutex<Work>,
}

/// What was taken, but not sent yet.
#[derive(Default)]
pub(super) struct Work {
    messages: VecDeque<RawMessage>,
    bytes: usize,
}

/// What one attempt came to.
enum Attempt {
    Done,
    /// It may be made again, after this time at least.
    Again(SendError, Duration),
    Failed(SendError),
}

impl Sender {
    pub(super) fn send(self: Arc<Self>, message: RawMessage, mode: SendMode) -> Sending {
        if message.payload.len() > self.settings.max_message {
            return Sending::failed(SendErrorKind::TooLarge);
        }
        if mode != SendMode::Flush {
            if let Err(error) = self.take(message) {
                return Sending::failed(error);
            }
            if mode == SendMode::Now {
                tokio::spawn(async move {
                    let _turn = self.at_once.acquire().await;
                    if let Err(error) = self.drain().await {
                        tracing::warn!(%error, "a message that nobody waits for was not sent");
                    }
                });
            }
            return Sending::OK;
        }
        Sending::Waiting(Box::pin(async move {
            // A request waits for its reply, which others need not wait for.
            if message.operation.is_some_and(|operation| operation.reply.is_some()) {
                return self.deliver(message).await;
            }
            // In one turn, so that nothing comes between.
            let _turn = self.at_once.acquire().await;
            let taken = self.drain().await;
            let sent = self.deliver(message).await;
            taken.and(sent)
        }))
    }

    /// Sends what was taken.
    pub(super) fn flush(self: Arc<Self>) -> Sending {
        if lock(&self.work).messages.is_empty() && self.at_once.available_permits() >= self.options.at_once {
            return Sending::OK;
        }
        Sending::Waiting(Box::pin(async move {
            let _turn = self.at_once.acquire().await;
            self.drain().await
        }))
    }

    fn take(&self, message: RawMessage) -> Result<(), SendErrorKind> {
        let mut work = lock(&self.work);
        if work.bytes > 0 && work.bytes.saturating_add(message.payload.len()) > self.settings.send_buffer {
            return Err(SendErrorKind::Full);
        }
        // One more for each, so that empty messages are bounded as well.
        work.bytes = work.bytes.saturating_add(message.payload.len() + 1);
        work.messages.push_back(message);
        Ok(())
    }

    /// Sends what was taken, in the caller's turn. The first error, after all were tried.
    async fn drain(&self) -> Result<(), SendError> {
        let mut result = Ok(());
        while let Some(message) = self.next() {
            result = result.and(self.deliver(message).await);
        }
        result
    }

    fn next(&self) -> Option<RawMessage> {
        let mut work = lock(&self.work);
        let next = work.messages.pop_front();
        work.bytes -= next.as_ref().map_or(0, |message| message.payload.len() + 1);
        next
    }

    /// Sends one message until the peer has taken or refused it.
    async fn deliver(&self, message: RawMessage) -> Result<(), SendError> {
        let id = self.id(&message);
        let mut attempt = 1;
        loop {
            match self.attempt(&message, &id).await {
                Attempt::Done => return Ok(()),
                Attempt::Failed(error) => return Err(error),
                Attempt::Again(error, wanted) => {
                    let Some(pause) = self.options.retry.pause(attempt) else { return Err(error) };
                    let pause = pause.mul_f64(1.0 + chance() / 4.0).max(wanted);
                    tracing::debug!(%error, attempt, ?pause, "trying again");
                    tokio::time::sleep(pause).await;
                    attempt += 1;
                }
            }
        }
    }

    fn id_header(&self) -> &str {
        self.options.sign.as_ref().map_or(IDEMPOTENCY_KEY, |signing| signing.id_header())
    }

    /// The id of a message: what the program gave, else one of our own.
    fn id(&self, message: &RawMessage) -> String {
        let given = message.headers.text(self.id_header()).map(str::to_owned);
        given.unwrap_or_else(|| format!("msg_{:016x}{:016x}", crate::reconnect::random(), crate::reconnect::random()))
    }

    async fn attempt(&self, message: &RawMessage, id: &str) -> Attempt {
        let request = match self.request(message, id).await {
            Ok(request) => request,
            Err(error) => return Attempt::Failed(error),
        };
        let exchange = async {
            let response = self.client.execute(request).await.map_err(|error| self.lost(message, error))?;
            Ok(self.judge(message, response).await)
        };
        match tokio::time::timeout(self.options.attempt, exchange).await {
            Ok(result) => result.unwrap_or_else(|attempt| attempt),
            Err(_) => {
                let error = SendError::new(SendErrorKind::NotConfirmed, "the peer did not answer in time");
                unless_reply(message, error)
            }
        }
    }

    async fn request(&self, message: &RawMessage, id: &str) -> Result<Request, SendError> {
        let target = match &self.tokens {
            Some(request) => Target::new(&request.with_tokens().await?)?,
            None => self.target.clone(),
        };
        let told = message.operation.and_then(|operation| operation.http()).and_then(|binding| binding.method);
        let method = Method::from_bytes(told.unwrap_or("POST").to_ascii_uppercase().as_bytes());
        let method = method.map_err(|error| SendError::caused(SendErrorKind::Unsupported, "the method", error))?;
        let unwritable =
            |name: String| SendError::new(SendErrorKind::Unsupported, format!("the header `{name}` cannot be written"));
        let mut request = Request::new(method, target.url);
        let headers = request.headers_mut();
        headers.extend(target.headers);
        if let Some(content_type) = message.content_type.as_ref().filter(|_| !message.payload.is_empty()) {
            set(headers, CONTENT_TYPE.as_str(), content_type).map_err(unwritable)?;
        }
        set(headers, self.id_header(), id).map_err(unwritable)?;
        let own = to_map(&message.headers).map_err(unwritable)?;
        // A header of the message comes in the place of what would stand there otherwise.
        own.keys().for_each(|name| drop(headers.remove(name)));
        for (name, value) in &own {
            headers.append(name, value.clone());
        }
        if let Some(signing) = &self.options.sign {
            for (name, value) in signing.sign(id, &message.payload) {
                set(headers, name, &value).map_err(unwritable)?;
            }
        }
        if !message.payload.is_empty() || request.method() != Method::GET {
            *request.body_mut() = Some(message.payload.clone().into());
        }
        Ok(request)
    }

    /// The connection was not made, or broke.
    fn lost(&self, message: &RawMessage, error: reqwest::Error) -> Attempt {
        let not_sent = error.is_connect() || error.is_builder();
        let kind = if not_sent { SendErrorKind::NotConnected } else { SendErrorKind::NotConfirmed };
        let error = SendError::caused(kind, "", error.without_url());
        if not_sent { Attempt::Again(error, Duration::ZERO) } else { unless_reply(message, error) }
    }

    /// What an answer says, and the reply that it brings.
    async fn judge(&self, message: &RawMessage, response: Response) -> Attempt {
        let status = response.status();
        let reply = message.operation.and_then(|operation| operation.reply);
        let is_reply = reply.is_some_and(|reply| {
            let told = |info: &crate::MessageInfo| info.http().and_then(|binding| binding.status_code);
            status.is_success() || reply.messages.iter().any(|info| told(info) == Some(status.as_u16()))
        });
        if is_reply {
            return self.reply(message, response).await;
        }
        if status.is_success() {
            return Attempt::Done;
        }
        let wanted = retry_after(response.headers());
        let said = self.read(response).await.unwrap_or_default();
        let said: String = String::from_utf8_lossy(&said).chars().filter(|c| !c.is_control()).take(TOLD).collect();
        let error = SendError::new(SendErrorKind::Transport, format!("the peer answered {status}: {said}"));
        match status {
            StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => {
                Attempt::Again(error, wanted.unwrap_or_default())
            }
            StatusCode::REQUEST_TIMEOUT => unless_reply(message, error),
            status if status.is_server_error() => unless_reply(message, error),
            _ => Attempt::Failed(error),
        }
    }

    async fn reply(&self, message: &RawMessage, response: Response) -> Attempt {
        let headers = from_map(response.headers());
        let content_type = headers.text("content-type").map(|kind| SharedStr::from(kind.to_owned()));
        let payload = match self.read(response).await {
            Ok(payload) => payload,
            Err(error) => return Attempt::Failed(error),
        };
        let mut reply = RawMessage { headers, content_type, ..RawMessage::new("", payload) };
        if let Some(id) = message.correlation_id() {
            reply.set_correlation_id(id.clone());
        }
        match self.replies.send(Delivery::new(reply)).await {
            Ok(()) => Attempt::Done,
            Err(_) => Attempt::Failed(SendErrorKind::Closed.into()),
        }
    }

    /// The body of an answer, as far as it may be large.
    async fn read(&self, mut response: Response) -> Result<Bytes, SendError> {
        let mut body = BytesMut::new();
        while let Some(chunk) = response
            .chunk()
            .await
            .map_err(|error| SendError::caused(SendErrorKind::NotConfirmed, "the answer", error.without_url()))?
        {
            if chunk.len() > self.settings.max_message.saturating_sub(body.len()) {
                return Err(SendError::new(SendErrorKind::Transport, "the answer is too large"));
            }
            body.extend_from_slice(&chunk);
        }
        Ok(body.freeze())
    }
}

/// Whether the peer has handled it nobody knows: a message may come twice, a request may not.
fn unless_reply(message: &RawMessage, error: SendError) -> Attempt {
    match message.operation.is_some_and(|operation| operation.reply.is_some()) {
        true => Attempt::Failed(error),
        false => Attempt::Again(error, Duration::ZERO),
    }
}

fn set(headers: &mut HeaderMap, name: &str, value: &str) -> Result<(), String> {
    let key = HeaderName::from_bytes(name.as_bytes()).map_err(|_| name.to_owned())?;
    headers.insert(key, HeaderValue::from_str(value).map_err(|_| name.to_owned())?);
    Ok(())
}

/// How long the peer wants to be left alone. A date, which few send, counts as nothing.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let seconds = headers.get(RETRY_AFTER)?.to_str().ok()?.trim().parse().ok()?;
    Some(Duration::from_secs(seconds).min(LONGEST_WAIT))
}

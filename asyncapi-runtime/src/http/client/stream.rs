//! Reads a stream of events, and opens it again when it is lost, from where it was.
//!
//! Invariant: the stream is opened when somebody wants it, and not before; what is read is bounded by the largest message.

use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use reqwest::StatusCode;
use reqwest::header::{ACCEPT, CACHE_CONTROL, CONTENT_TYPE, HeaderValue};
use tokio::sync::{Mutex, mpsc};
use tokio::time::{Instant, Sleep, sleep};

use super::target::Target;
use crate::http::sse::parse::Parser;
use crate::http::sse::{MEDIA_TYPE, MISSED};
use crate::reconnect::Backoff;
use crate::{
    BoxFuture, CloseReason, ConnectError, ConnectRequest, Delivery, RawMessage, Source, SubscribeError,
    SubscribeErrorKind,
};

type Chunks = Pin<Box<dyn Stream<Item = reqwest::Result<Bytes>> + Send>>;

/// Opens the stream of an address.
pub(super) struct Opener {
    ask: Arc<Ask>,
    /// Where the source waits for the stream; gone once it has it.
    opened: Mutex<Option<mpsc::Sender<Chunks>>>,
    waiting: std::sync::Mutex<Option<mpsc::Receiver<Chunks>>>,
}

/// What is asked for.
struct Ask {
    client: reqwest::Client,
    request: ConnectRequest,
    silence: Option<Duration>,
}

/// Why a stream was not opened.
enum Refused {
    /// It may be opened later.
    Now(SubscribeError),
    /// The server does not want to be asked again.
    Always(SubscribeError),
}

impl Opener {
    pub(super) fn new(client: reqwest::Client, request: ConnectRequest, silence: Option<Duration>) -> Self {
        let (opened, waiting) = mpsc::channel(1);
        let ask = Arc::new(Ask { client, request, silence });
        Self { ask, opened: Mutex::new(Some(opened)), waiting: std::sync::Mutex::new(Some(waiting)) }
    }

    /// What will be read once the stream is open. To be asked for once.
    pub(super) fn events(&self) -> Events {
        let settings = &self.ask.request.settings;
        Events {
            ask: self.ask.clone(),
            state: State::Unwanted(crate::control::lock(&self.waiting).take()),
            parser: Parser::new(settings.max_message),
            backoff: Backoff::new(settings.reconnect.clone()),
            found: VecDeque::new(),
            quiet: None,
        }
    }

    /// Opens the stream, unless it is open.
    pub(super) async fn open(&self) -> Result<(), SubscribeError> {
        let mut opened = self.opened.lock().await;
        let Some(sender) = opened.as_ref() else { return Ok(()) };
        let limit = self.ask.request.settings.connect_timeout;
        let chunks = match tokio::time::timeout(limit, self.ask.open("")).await {
            Ok(Ok(chunks)) => chunks,
            Ok(Err(Refused::Now(error) | Refused::Always(error))) => return Err(error),
            Err(_) => return Err(failed(format!("the server did not answer within {limit:?}"))),
        };
        sender.send(chunks).await.map_err(|_| SubscribeErrorKind::Closed)?;
        *opened = None;
        Ok(())
    }
}

fn failed(text: String) -> SubscribeError {
    SubscribeError::new(SubscribeErrorKind::Connect, text)
}

impl Ask {
    async fn open(&self, last_id: &str) -> Result<Chunks, Refused> {
        let unusable = |error: ConnectError| Refused::Now(error.into());
        // Tokens may have run out since.
        let request = self.request.with_tokens().await.map_err(unusable)?;
        let Target { url, headers } = Target::new(&request).map_err(unusable)?;
        let mut request = self.client.get(url).headers(headers);
        request = request.header(ACCEPT, MEDIA_TYPE).header(CACHE_CONTROL, "no-store");
        if let Ok(id) = HeaderValue::from_bytes(last_id.as_bytes())
            && !last_id.is_empty()
        {
            request = request.header("last-event-id", id);
        }
        let response = request.send().await.map_err(|error| {
            Refused::Now(SubscribeError::caused(SubscribeErrorKind::Connect, "", error.without_url()))
        })?;
        let status = response.status();
        match status {
            StatusCode::OK => {}
            StatusCode::NO_CONTENT => return Err(Refused::Always(failed("the server has no more to say".to_owned()))),
            StatusCode::NOT_FOUND
            | StatusCode::REQUEST_TIMEOUT
            | StatusCode::TOO_EARLY
            | StatusCode::TOO_MANY_REQUESTS => {
                return Err(Refused::Now(failed(format!("the server answered {status}"))));
            }
            _ if status.is_client_error() || status.is_success() => {
                return Err(Refused::Always(failed(format!("the server answered {status}"))));
            }
            _ => return Err(Refused::Now(failed(format!("the server answered {status}")))),
        }
        let kind = response.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if !kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case(MEDIA_TYPE) {
            let text = format!("the server sends `{kind}` instead of `{MEDIA_TYPE}`");
            return Err(Refused::Always(SubscribeError::new(SubscribeErrorKind::Unsupported, text)));
        }
        Ok(Box::pin(response.bytes_stream()))
    }
}

/// What comes in on an address: replies, and, once somebody wants them, events.
pub(super) struct Responses {
    pub(super) incoming: mpsc::Receiver<Delivery>,
    pub(super) events: Events,
}

impl Source for Responses {
    fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Result<Delivery, CloseReason>> {
        if let Poll::Ready(Some(reply)) = self.incoming.poll_recv(cx) {
            return Poll::Ready(Ok(reply));
        }
        self.events.poll_next(cx)
    }
}

/// The events of an address.
pub(super) struct Events {
    ask: Arc<Ask>,
    state: State,
    parser: Parser,
    backoff: Backoff,
    found: VecDeque<RawMessage>,
    /// Runs while nothing comes.
    quiet: Option<Pin<Box<Sleep>>>,
}

enum State {
    /// Until somebody wants it.
    Unwanted(Option<mpsc::Receiver<Chunks>>),
    Open(Chunks),
    Opening(BoxFuture<'static, Result<Chunks, Refused>>),
}

impl Events {
    fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Result<Delivery, CloseReason>> {
        loop {
            if let Some(message) = self.found.pop_front() {
                return Poll::Ready(Ok(Delivery::new(message)));
            }
            match &mut self.state {
                State::Unwanted(None) => return Poll::Pending,
                State::Unwanted(Some(waiting)) => match std::task::ready!(waiting.poll_recv(cx)) {
                    Some(chunks) => self.opened(chunks),
                    None => self.state = State::Unwanted(None),
                },
                State::Open(chunks) => match chunks.as_mut().poll_next(cx) {
                    Poll::Ready(Some(Ok(chunk))) => self.read(&chunk),
                    Poll::Ready(end) => {
                        let why = match end {
                            Some(Err(error)) => error.without_url().to_string(),
                            _ => "the server ended the stream".to_owned(),
                        };
                        self.lost(why)?;
                    }
                    Poll::Pending => {
                        let Some(quiet) = &mut self.quiet else { return Poll::Pending };
                        std::task::ready!(quiet.as_mut().poll(cx));
                        self.lost("nothing came for too long".to_owned())?;
                    }
                },
                State::Opening(opening) => match std::task::ready!(opening.as_mut().poll(cx)) {
                    Ok(chunks) => self.opened(chunks),
                    Err(Refused::Now(error)) => self.lost(error.to_string())?,
                    Err(Refused::Always(error)) => {
                        return Poll::Ready(Err(CloseReason::peer(Some(crate::close_code::NORMAL), error.to_string())));
                    }
                },
            }
        }
    }

    fn opened(&mut self, chunks: Chunks) {
        self.backoff.connected();
        self.parser.restart();
        self.state = State::Open(chunks);
        self.listen();
    }

    /// Starts to wait for a sign of life.
    fn listen(&mut self) {
        if let Some(limit) = self.ask.silence {
            match &mut self.quiet {
                Some(quiet) => quiet.as_mut().reset(Instant::now() + limit),
                None => self.quiet = Some(Box::pin(sleep(limit))),
            }
        }
    }

    fn read(&mut self, chunk: &[u8]) {
        self.listen();
        let Self { parser, found, .. } = self;
        let skipped = parser.skipped();
        parser.feed(chunk, |event| {
            if event.name.as_deref() == Some(MISSED) {
                tracing::warn!(last = %String::from_utf8_lossy(&event.data), "events were missed");
                return;
            }
            let mut message = RawMessage::new("", event.data);
            if let Some(name) = event.name {
                message.set_name(name);
            }
            found.push_back(message);
        });
        if parser.skipped() > skipped {
            tracing::warn!("an event was larger than a message may be, and was skipped");
        }
    }

    /// Opens the stream again, after a pause. An error says that it has been tried often enough.
    fn lost(&mut self, why: String) -> Result<(), CloseReason> {
        if matches!(self.state, State::Open(_)) {
            self.backoff.lost();
        }
        let Some((attempt, pause)) = self.backoff.next() else { return Err(CloseReason::lost(why)) };
        // The server knows best when it wants to be asked again, but it cannot send its peers away for ever.
        let asked = self.parser.retry().map(Duration::from_millis).unwrap_or_default();
        let pause = pause.max(asked.min(self.ask.request.settings.reconnect.max));
        tracing::info!(why, attempt, ?pause, "a stream of events was lost");
        let (ask, last_id) = (self.ask.clone(), self.parser.last_id().clone());
        let limit = ask.request.settings.connect_timeout;
        self.quiet = None;
        self.state = State::Opening(Box::pin(async move {
            sleep(pause).await;
            match tokio::time::timeout(limit, ask.open(&last_id)).await {
                Ok(opened) => opened,
                Err(_) => Err(Refused::Now(failed(format!("the server did not answer within {limit:?}")))),
            }
        }));
        Ok(())
    }
}

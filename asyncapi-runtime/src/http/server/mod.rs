//! The listening side: what is done with one request, whichever server it came through.
//!
//! `listener` has connections of its own, `mount` gets requests from another application; both hand them to [`Serving`].
//! A `GET` begins or resumes a `stream`, whose events a `body` carries; any other request is an `exchange`.
//!
//! Invariants: the gate is asked before a byte of a body is read; whatever a peer does is bounded in time and bytes.

mod answer;
mod body;
mod exchange;
mod io;
mod listener;
mod mount;
mod stream;
mod streams;

use std::fmt::Display;
use std::sync::Arc;

use bytes::{Buf, Bytes, BytesMut};
use http_body::Body;
use http_body_util::BodyExt;
use tokio::sync::{Semaphore, mpsc};

use self::answer::Answer;
pub(super) use self::listener::bind;
pub(super) use self::mount::halves;
pub use self::mount::{Mount, MountService};
use self::stream::Stream;
use self::streams::{Known, Streams};
use super::Options;
use super::sse::MEDIA_TYPE;
use crate::{
    Accepted, Admission, Certificate, Gate, Handshake, Headers, ListenRequest, Query, Refusal, Settings, SharedStr,
};

/// How many sessions may wait for the service to take them.
const BACKLOG: usize = 64;
/// The method of a message for which the document says nothing.
const METHOD: &str = "POST";

/// A service that runs.
pub(super) struct Serving {
    gate: Arc<dyn Gate>,
    settings: Settings,
    options: Arc<Options>,
    /// A place for each session.
    places: Arc<Semaphore>,
    accepted: mpsc::Sender<Accepted>,
    streams: Arc<Streams>,
}

/// A request without its body.
struct Asked {
    method: String,
    path: String,
    query: String,
    headers: Headers,
    peer: Option<SharedStr>,
    certificates: Vec<Certificate>,
}

impl Asked {
    fn new(parts: &http::request::Parts, peer: Option<SharedStr>, certificates: Vec<Certificate>) -> Self {
        let mut headers = Headers::new();
        for (name, value) in &parts.headers {
            headers.append(name.as_str().to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned());
        }
        let path = parts.uri.path().to_owned();
        let query = parts.uri.query().unwrap_or_default().to_owned();
        Self { method: parts.method.as_str().to_owned(), path, query, headers, peer, certificates }
    }

    fn handshake(&self) -> Handshake {
        Handshake {
            address: self.path.clone().into(),
            query: Query::new(self.query.clone()),
            method: self.method.clone().into(),
            headers: self.headers.clone(),
            peer: self.peer.clone(),
            certificates: self.certificates.clone(),
        }
    }

    /// Whether the peer says that it wants a stream of events.
    fn accepts_events(&self) -> bool {
        let accepted = self.headers.iter().filter(|(name, _)| name.eq_ignore_ascii_case("accept"));
        let kinds = accepted.filter_map(|(_, value)| value.as_str()).flat_map(|value| value.split(','));
        kinds.map(|kind| kind.split(';').next().unwrap_or_default().trim()).any(|kind| kind == MEDIA_TYPE)
    }
}

impl Serving {
    /// A service, and what its listener hands on.
    fn new(request: ListenRequest, options: Arc<Options>) -> (Arc<Self>, mpsc::Receiver<Accepted>) {
        let (accepted, incoming) = mpsc::channel(BACKLOG);
        let places = Arc::new(Semaphore::new(request.settings.max_sessions.min(Semaphore::MAX_PERMITS)));
        let ListenRequest { gate, settings, .. } = request;
        let streams = Arc::default();
        (Arc::new(Self { gate, settings, options, places, accepted, streams }), incoming)
    }

    /// Whether the service is still there to take sessions.
    fn runs(&self) -> bool {
        !self.accepted.is_closed()
    }

    /// The answer to a request.
    async fn respond<B>(&self, asked: Asked, body: B) -> http::Response<body::AnswerBody>
    where
        B: Body<Data: Send> + Send,
        B::Error: Display,
    {
        let preflight = self.options.cors.as_ref().and_then(|cors| cors.preflight(&asked.method, &asked.headers));
        if let Some(headers) = preflight {
            return headers
                .into_iter()
                .fold(Answer::empty(204), |answer, (name, value)| answer.with(name, value))
                .into();
        }
        let cors = self.options.cors.as_ref().map(|cors| cors.answer(&asked.headers)).unwrap_or_default();
        let answer = self.answer(asked, body).await.unwrap_or_else(|refused| refused);
        cors.into_iter().fold(answer, |answer, (name, value)| answer.with(name, value)).into()
    }

    async fn answer<B>(&self, asked: Asked, body: B) -> Result<Answer, Answer>
    where
        B: Body<Data: Send> + Send,
        B::Error: Display,
    {
        let admission = self.admit(&asked).await?;
        match self.wants_events(&asked, &admission)? {
            true => self.stream(&asked, admission).await,
            false => {
                let body = self.read(&asked, body).await?;
                self.exchange(asked, admission, body).await
            }
        }
    }

    async fn admit(&self, asked: &Asked) -> Result<Admission, Answer> {
        let decision = tokio::time::timeout(self.settings.handshake_timeout, self.gate.admit(asked.handshake())).await;
        let decision = decision.unwrap_or_else(|_| Err(Refusal::new(503, "the service did not decide in time")));
        decision.map_err(|refusal| Answer::refuse(refusal.status, refusal.reason))
    }

    /// Whether the request is for a stream of events, rather than with a message. An error if it is neither.
    fn wants_events(&self, asked: &Asked, admission: &Admission) -> Result<bool, Answer> {
        let operations = admission.routes().iter().flat_map(|route| route.operations());
        let mut methods: Vec<&str> =
            operations.map(|it| it.http().and_then(|binding| binding.method).unwrap_or(METHOD)).collect();
        let receives = admission.routes().iter().any(|route| route.receives());
        if methods.is_empty() && receives {
            methods.push(METHOD);
        }
        let taken = methods.iter().any(|method| method.eq_ignore_ascii_case(&asked.method));
        // Whoever wants nothing but events need not say so, unless there is something else to want.
        if asked.method == "GET" && (asked.accepts_events() || (!receives && !taken)) {
            return Ok(true);
        }
        if taken {
            return Ok(false);
        }
        methods.insert(0, "GET");
        let answer = Answer::refuse(405, "the channel does not take this method");
        Err(answer.with("allow", methods.join(", ").to_ascii_uppercase()))
    }

    /// Begins a stream, or goes on with the one that the peer comes back to.
    async fn stream(&self, asked: &Asked, admission: Admission) -> Result<Answer, Answer> {
        let last_id = asked.headers.text("last-event-id").filter(|id| !id.is_empty());
        match last_id.map(|id| self.streams.find(id, &admission.handshake().address)) {
            Some(Known::Open(stream, number)) => return Ok(Answer::events(stream.attach(Some(number)))),
            // An `EventSource` that gets this does not come again.
            Some(Known::Closed) => return Ok(Answer::empty(204)),
            Some(Known::No) | None => {}
        }
        let place = self.places.clone().try_acquire_owned();
        let place = place.map_err(|_| Answer::refuse(503, "too many sessions").with("retry-after", "1"))?;
        let address = admission.handshake().address.clone();
        let stream = Stream::new(address, &self.settings, &self.options);
        let stream = Arc::new(stream.ok_or_else(|| Answer::refuse(500, "there is no random number for an id"))?);
        if let Some(id) = last_id {
            stream.has_missed(id.to_owned().into());
        }
        let answer = Answer::events(stream.attach(None));
        let (link, source) = stream::session(stream, self.streams.clone(), &self.settings, place);
        self.hand_over(Accepted { admission, link, source }).await?;
        Ok(answer)
    }

    async fn hand_over(&self, accepted: Accepted) -> Result<(), Answer> {
        let gone = |_| Answer::refuse(503, "the service does not run");
        self.accepted.send(accepted).await.map_err(gone)
    }

    /// The body of a request, no larger and no slower than it may be.
    async fn read<B>(&self, asked: &Asked, body: B) -> Result<Bytes, Answer>
    where
        B: Body<Data: Send> + Send,
        B::Error: Display,
    {
        let most = self.settings.max_message;
        let too_large = || Answer::refuse(413, "the message is too large").with("connection", "close");
        let told = asked.headers.text("content-length").and_then(|length| length.parse::<usize>().ok());
        if told.is_some_and(|length| length > most) {
            return Err(too_large());
        }
        let mut body = std::pin::pin!(body);
        let reading = async {
            let mut read = BytesMut::with_capacity(told.unwrap_or_default());
            while let Some(frame) = body.frame().await {
                let frame = frame.map_err(|error| Answer::refuse(400, format!("the body cannot be read: {error}")))?;
                // Trailers say nothing that a message has a place for.
                let Ok(data) = frame.into_data() else { continue };
                if data.remaining() > most - read.len() {
                    return Err(too_large());
                }
                bytes::BufMut::put(&mut read, data);
            }
            Ok(read.freeze())
        };
        match tokio::time::timeout(self.settings.handshake_timeout, reading).await {
            Ok(read) => read,
            Err(_) => Err(Answer::refuse(408, "the message did not come in time").with("connection", "close")),
        }
    }
}

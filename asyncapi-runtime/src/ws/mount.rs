//! A WebSocket service inside an application that has its own HTTP server: axum, hyper, or any other that speaks tower.
//!
//! [`WebSocket::mount`](super::WebSocket::mount) gives two halves. The [`Mount`] goes to the service as its endpoint;
//! the [`MountService`] goes into the application's router, and hands over each connection once it is upgraded.

use std::convert::Infallible;
use std::fmt;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use http::{HeaderMap, Request, Response, Version};
use hyper::upgrade::OnUpgrade;
use hyper_util::rt::TokioIo;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc};
use tower_service::Service;
use tungstenite::protocol::Role;

use super::link::session_parts;
use super::socket::{Limits, Socket};
use super::stream::Stream;
use super::upgrade::{Answer, Upgrade};
use crate::{
    Accepted, Arrival, BoxFuture, Gate, Handshake, Headers, Listen, ListenRequest, Listener, Query, Refusal,
    ServeError, ServeErrorKind, Settings, SharedStr,
};

/// How many upgraded connections may wait for the service to take them.
const BACKLOG: usize = 64;

/// The endpoint of a service that is mounted into another application. Made by [`WebSocket::mount`](super::WebSocket::mount).
#[derive(Clone)]
pub struct Mount(Arc<Half>);

/// The tower service that stands for a mounted service in the application's router. It answers upgrade requests, and
/// refuses all others. Before the service runs, and after it has shut down, the answer is 503.
///
/// A peer's address is known if the request has a [`SocketAddr`] among its extensions.
#[derive(Clone)]
pub struct MountService(Arc<Half>);

/// What both halves share.
struct Half {
    protocols: Arc<[SharedStr]>,
    serving: Mutex<Option<Serving>>,
}

/// A service that runs.
#[derive(Clone)]
struct Serving {
    gate: Arc<dyn Gate>,
    settings: Settings,
    places: Arc<Semaphore>,
    accepted: mpsc::Sender<Accepted>,
}

pub(super) fn halves(protocols: Arc<[SharedStr]>) -> (Mount, MountService) {
    let half = Arc::new(Half { protocols, serving: Mutex::new(None) });
    (Mount(half.clone()), MountService(half))
}

impl fmt::Debug for Mount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Mount")
    }
}

impl fmt::Debug for MountService {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MountService")
    }
}

impl Half {
    fn serving(&self) -> Option<Serving> {
        let serving = self.serving.lock().unwrap_or_else(PoisonError::into_inner);
        serving.as_ref().filter(|serving| !serving.accepted.is_closed()).cloned()
    }
}

impl Listen for Mount {
    fn bind(&self, request: ListenRequest) -> BoxFuture<'_, Result<Box<dyn Listener>, ServeError>> {
        let (accepted, incoming) = mpsc::channel(BACKLOG);
        let places = Arc::new(Semaphore::new(request.settings.max_sessions.min(Semaphore::MAX_PERMITS)));
        let mut serving = self.0.serving.lock().unwrap_or_else(PoisonError::into_inner);
        let result: Result<Box<dyn Listener>, _> = match &*serving {
            Some(other) if !other.accepted.is_closed() => {
                Err(ServeError::new(ServeErrorKind::Bind, "this mount serves another service already"))
            }
            _ => {
                *serving = Some(Serving { gate: request.gate, settings: request.settings, places, accepted });
                Ok(Box::new(MountListener { incoming }))
            }
        };
        Box::pin(std::future::ready(result))
    }
}

struct MountListener {
    incoming: mpsc::Receiver<Accepted>,
}

impl Listener for MountListener {
    fn local_address(&self) -> SharedStr {
        "mounted".into()
    }

    fn accept(&mut self) -> BoxFuture<'_, Result<Arrival, ServeError>> {
        Box::pin(async {
            match self.incoming.recv().await {
                Some(accepted) => Ok(Box::pin(std::future::ready(Some(accepted))) as Arrival),
                // The mount keeps a sender as long as it serves, so this says that it was dropped.
                None => Err(ServeError::new(ServeErrorKind::Transport, "the application dropped the mount")),
            }
        })
    }
}

impl<B> Service<Request<B>> for MountService {
    type Response = Response<String>;
    type Error = Infallible;
    type Future = BoxFuture<'static, Result<Response<String>, Infallible>>;

    fn poll_ready(&mut self, _cx: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, mut request: Request<B>) -> Self::Future {
        let half = self.0.clone();
        let asked = Asked {
            method: request.method().as_str().to_owned(),
            // Version 0 is refused, and so is what HTTP/2 has in place of an upgrade.
            minor_version: u8::from(request.version() == Version::HTTP_11),
            headers: copy_headers(request.headers()),
            path: request.uri().path().to_owned(),
            query: request.uri().query().unwrap_or_default().to_owned(),
            peer: request.extensions().get::<SocketAddr>().map(|peer| peer.to_string().into()),
            upgrade: hyper::upgrade::on(&mut request),
        };
        Box::pin(async move {
            let answer = asked.answer(&half).await.unwrap_or_else(|answer| answer);
            Ok(to_response(answer))
        })
    }
}

/// What a request asks for, without its body.
struct Asked {
    method: String,
    minor_version: u8,
    headers: Headers,
    path: String,
    query: String,
    peer: Option<SharedStr>,
    upgrade: OnUpgrade,
}

impl Asked {
    async fn answer(self, half: &Half) -> Result<Answer, Answer> {
        let upgrade = Upgrade::check(&self.method, self.minor_version, &self.headers, &half.protocols)?;
        let serving = half.serving().ok_or_else(|| Answer::refuse(503, "the service does not run"))?;
        let place = serving.places.clone().try_acquire_owned();
        let place = place.map_err(|_| Answer::refuse(503, "too many sessions"))?;
        let handshake = Handshake {
            address: self.path.into(),
            query: Query::new(self.query),
            method: self.method.into(),
            headers: self.headers,
            peer: self.peer,
            certificates: Vec::new(),
        };
        let limit = serving.settings.handshake_timeout;
        let decision = tokio::time::timeout(limit, serving.gate.admit(handshake)).await;
        let admission = decision.unwrap_or_else(|_| Err(Refusal::new(503, "the service did not decide in time")));
        if let Err(refusal) = &admission
            && refusal.close_code.is_none()
        {
            return Err(refusal.into());
        }
        // The connection is upgraded only after the answer was sent, so this cannot be awaited here.
        tokio::spawn(serving.take_over(self.upgrade, admission, place));
        Ok(upgrade.accept())
    }
}

impl Serving {
    async fn take_over(
        self,
        upgrade: OnUpgrade,
        admission: Result<crate::Admission, Refusal>,
        place: OwnedSemaphorePermit,
    ) {
        let upgraded = match tokio::time::timeout(self.settings.handshake_timeout, upgrade).await {
            Ok(Ok(upgraded)) => upgraded,
            Ok(Err(error)) => return tracing::debug!(%error, "the connection was not upgraded"),
            Err(_) => return tracing::debug!("the connection was not upgraded in time"),
        };
        let stream = Stream::Foreign(Box::new(TokioIo::new(upgraded)));
        let socket = Socket::new(stream, Role::Server, Vec::new(), Limits::new(&self.settings));
        match admission {
            Ok(admission) => {
                let (link, source) = session_parts(socket, place);
                // A service that shuts down takes no more; the socket closes as it is dropped.
                let _ = self.accepted.send(Accepted { admission, link, source }).await;
            }
            Err(refusal) => socket.close(refusal.code_after_upgrade(), refusal.reason.clone()).await,
        }
    }
}

fn copy_headers(map: &HeaderMap) -> Headers {
    let mut headers = Headers::new();
    for (name, value) in map {
        headers.append(name.as_str().to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned());
    }
    headers
}

fn to_response(answer: Answer) -> Response<String> {
    let switching = answer.status == 101;
    let mut builder = Response::builder().status(answer.status);
    for (name, value) in answer.headers {
        builder = builder.header(name, value);
    }
    if !switching {
        builder = builder.header("Content-Type", "text/plain; charset=utf-8");
    }
    builder.body(answer.body.as_str().to_owned()).unwrap_or_else(|error| {
        // Only a header that is none could fail, and ours are fixed; the peer gets an answer all the same.
        tracing::error!(%error, "an answer could not be made");
        Response::new(String::new())
    })
}

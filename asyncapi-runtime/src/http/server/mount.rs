//! A service inside an application that has its own HTTP server: axum, hyper, or any other that speaks tower.
//!
//! [`Http::mount`](crate::http::Http::mount) gives two halves. The [`Mount`] goes to the service as its endpoint; the
//! [`MountService`] goes into the application's router.

use std::convert::Infallible;
use std::fmt;
use std::fmt::Display;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};

use http::{Request, Response};
use http_body::Body;
use tokio::sync::mpsc;
use tower_service::Service;

use super::answer::Answer;
use super::body::AnswerBody;
use super::{Asked, Serving};
use crate::control::lock;
use crate::http::Options;
use crate::{Accepted, Arrival, BoxFuture, Listen, ListenRequest, Listener, ServeError, ServeErrorKind, SharedStr};

/// The endpoint of a service that is mounted into another application. Made by [`Http::mount`](crate::http::Http::mount).
#[derive(Clone)]
pub struct Mount(Arc<Half>);

/// The tower service that stands for a mounted service in the application's router. Before the service runs, and after
/// it has shut down, the answer is 503.
///
/// A channel's address is the path that the application hands on: axum's `nest` cuts its own part off, and `route_service`
/// leaves it. A peer's address is known if the request has a [`SocketAddr`] among its extensions.
///
/// Nothing between the service and the network may compress a stream of events: it would be held back.
#[derive(Clone)]
pub struct MountService(Arc<Half>);

/// What both halves share.
struct Half {
    options: Arc<Options>,
    serving: Mutex<Option<Arc<Serving>>>,
}

pub(in crate::http) fn halves(options: Arc<Options>) -> (Mount, MountService) {
    let half = Arc::new(Half { options, serving: Mutex::new(None) });
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
    fn serving(&self) -> Option<Arc<Serving>> {
        lock(&self.serving).as_ref().filter(|serving| serving.runs()).cloned()
    }
}

impl Listen for Mount {
    fn bind(&self, request: ListenRequest) -> BoxFuture<'_, Result<Box<dyn Listener>, ServeError>> {
        let mut serving = lock(&self.0.serving);
        let result: Result<Box<dyn Listener>, _> = match &*serving {
            Some(other) if other.runs() => {
                Err(ServeError::new(ServeErrorKind::Bind, "this mount serves another service already"))
            }
            _ => {
                let (new, incoming) = Serving::new(request, self.0.options.clone());
                *serving = Some(new);
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
                None => Err(ServeError::new(ServeErrorKind::Transport, "the application dropped the mount")),
            }
        })
    }
}

impl<B> Service<Request<B>> for MountService
where
    B: Body<Data: Send> + Send + 'static,
    B::Error: Display,
{
    type Response = Response<AnswerBody>;
    type Error = Infallible;
    type Future = BoxFuture<'static, Result<Self::Response, Infallible>>;

    fn poll_ready(&mut self, _cx: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let serving = self.0.serving();
        let (parts, body) = request.into_parts();
        let peer = parts.extensions.get::<SocketAddr>().map(|peer| peer.to_string().into());
        let asked = Asked::new(&parts, peer, Vec::new());
        Box::pin(async move {
            Ok(match serving {
                Some(serving) => serving.respond(asked, body).await,
                None => Answer::refuse(503, "the service does not run").with("retry-after", "1").into(),
            })
        })
    }
}

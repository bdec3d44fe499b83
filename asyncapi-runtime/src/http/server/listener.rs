//! A listener of its own: accepts connections and serves HTTP/1.1 on them.
//!
//! Invariants: accepting never waits for a peer; the number of connections is bounded, and so is the time in which each
//! has to send the head of a request.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc, watch};
use tokio_rustls::TlsAcceptor;

use super::io::Io;
use super::{Asked, Serving};
use crate::http::Options;
use crate::{Accepted, Arrival, BoxFuture, ListenRequest, Listener, ServeError, ServeErrorKind, SharedStr};

/// How long is waited after accepting failed, as it does when the process has no file descriptors left.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);
/// The largest head of a request, in bytes; hyper reads up to as much again before it looks.
const LARGEST_HEAD: usize = 64 * 1024;
/// The most headers that a request may have.
const MOST_HEADERS: usize = 100;
/// How long a peer may take nothing, if there are no heartbeats to go by.
const PATIENCE: Duration = Duration::from_secs(60);

/// Binds the address.
pub(in crate::http) async fn bind(
    options: Arc<Options>,
    request: ListenRequest,
) -> Result<Box<dyn Listener>, ServeError> {
    let tls = match &options.tls {
        Some(tls) => {
            let config = tls.server();
            Some(config.map_err(|error| ServeError::caused(ServeErrorKind::Endpoint, "TLS", error))?.into())
        }
        None => None,
    };
    let address = if request.address.is_empty() { options.address.clone() } else { request.address.clone() };
    if address.is_empty() {
        let text = "no address to listen on: `Http::address` says it";
        return Err(ServeError::new(ServeErrorKind::Endpoint, text));
    }
    let failed = |error| ServeError::caused(ServeErrorKind::Bind, address.clone(), error);
    let tcp = TcpListener::bind(address.as_str()).await.map_err(failed)?;
    let local = tcp.local_addr().map_err(failed)?;
    let connections = Arc::new(Semaphore::new(request.settings.max_sessions.min(Semaphore::MAX_PERMITS)));
    let (serving, incoming) = Serving::new(request, options);
    let shared = Arc::new(Shared { serving, tls, stopped: watch::Sender::new(false) });
    Ok(Box::new(HttpListener { tcp, local, shared, incoming, connections }))
}

/// What the connections share.
struct Shared {
    serving: Arc<Serving>,
    tls: Option<TlsAcceptor>,
    stopped: watch::Sender<bool>,
}

struct HttpListener {
    tcp: TcpListener,
    local: SocketAddr,
    shared: Arc<Shared>,
    incoming: mpsc::Receiver<Accepted>,
    connections: Arc<Semaphore>,
}

impl HttpListener {
    async fn next(&mut self) -> Option<Accepted> {
        loop {
            tokio::select! {
                biased;
                accepted = self.incoming.recv() => return accepted,
                accepted = self.tcp.accept() => match accepted {
                    Ok((stream, peer)) => self.serve(stream, peer),
                    // No error of accepting concerns more than one peer, or lasts: a service that gave up would be down.
                    Err(error) => {
                        tracing::warn!(%error, "accepting a connection failed");
                        tokio::time::sleep(ACCEPT_PAUSE).await;
                    }
                },
            }
        }
    }

    fn serve(&self, stream: TcpStream, peer: SocketAddr) {
        let _ = stream.set_nodelay(true);
        match self.connections.clone().try_acquire_owned() {
            Ok(place) => drop(tokio::spawn(self.shared.clone().serve(stream, peer, place))),
            // Dropped, which closes it: an answer would cost more than the connection that is refused.
            Err(_) => tracing::debug!("there are as many connections as there may be"),
        }
    }
}

impl Listener for HttpListener {
    fn local_address(&self) -> SharedStr {
        self.local.to_string().into()
    }

    fn accept(&mut self) -> BoxFuture<'_, Result<Arrival, ServeError>> {
        Box::pin(async {
            let gone = || ServeError::new(ServeErrorKind::Transport, "the listener is gone");
            let accepted = self.next().await.ok_or_else(gone)?;
            Ok(Box::pin(std::future::ready(Some(accepted))) as Arrival)
        })
    }
}

impl Drop for HttpListener {
    /// Connections end with the answer that they are at.
    fn drop(&mut self) {
        self.shared.stopped.send_replace(true);
    }
}

impl Shared {
    async fn serve(self: Arc<Self>, stream: TcpStream, peer: SocketAddr, _place: OwnedSemaphorePermit) {
        let settings = &self.serving.settings;
        let limit = settings.handshake_timeout;
        let patience = settings.heartbeat.map_or(PATIENCE, |every| every.saturating_mul(2));
        let stream = match &self.tls {
            Some(acceptor) => match tokio::time::timeout(limit, acceptor.accept(stream)).await {
                Ok(Ok(stream)) => Io::tls(stream, patience),
                Ok(Err(error)) => return tracing::debug!(%error, "TLS failed"),
                Err(_) => return tracing::debug!("TLS took too long"),
            },
            None => Io::plain(stream, patience),
        };
        let certificates = stream.certificates();
        let peer: SharedStr = peer.to_string().into();
        let service = service_fn(|request: http::Request<hyper::body::Incoming>| {
            let (parts, body) = request.into_parts();
            let asked = Asked::new(&parts, Some(peer.clone()), certificates.clone());
            let serving = self.serving.clone();
            async move { Ok::<_, Infallible>(serving.respond(asked, body).await) }
        });
        let mut stopped = self.stopped.subscribe();
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(limit)
            .max_buf_size(LARGEST_HEAD)
            .max_headers(MOST_HEADERS)
            .serve_connection(TokioIo::new(stream), service);
        let mut connection = pin!(connection);
        let done = tokio::select! {
            done = connection.as_mut() => done,
            () = async { drop(stopped.wait_for(|stopped| *stopped).await) } => {
                connection.as_mut().graceful_shutdown();
                connection.await
            }
        };
        if let Err(error) = done {
            tracing::debug!(%error, "a connection ended");
        }
    }
}

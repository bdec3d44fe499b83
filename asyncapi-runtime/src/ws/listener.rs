//! The listening side: accepts connections, runs the opening handshake, and asks the gate before it upgrades.
//!
//! Invariants: accepting never waits for a peer; everything a peer does before it is a session is bounded in time and
//! bytes; handshakes under way count as sessions, so that their number is bounded as well.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_rustls::TlsAcceptor;
use tungstenite::protocol::Role;

use super::head::{Head, HeadFault, RequestLine, read_request};
use super::link::session_parts;
use super::socket::{Limits, Socket};
use super::stream::Stream;
use super::upgrade::{Answer, Upgrade, split_target};
use crate::{
    Accepted, Arrival, BoxFuture, Certificate, Gate, Handshake, Listener, Query, Refusal, ServeError, Settings,
    SharedStr,
};

/// How long is waited after accepting failed, as it does when the process has no file descriptors left.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);
/// How long, and how many bytes, a refused peer may still send, so that it can read the answer.
const LINGER: (Duration, u64) = (Duration::from_secs(1), 64 * 1024);

/// What every connection of a listener shares.
pub(super) struct Shared {
    pub(super) gate: Arc<dyn Gate>,
    pub(super) settings: Settings,
    pub(super) protocols: Arc<[SharedStr]>,
    pub(super) tls: Option<TlsAcceptor>,
}

pub(super) struct WsListener {
    tcp: TcpListener,
    local: SocketAddr,
    shared: Arc<Shared>,
    places: Arc<Semaphore>,
}

impl WsListener {
    pub(super) fn new(tcp: TcpListener, shared: Shared) -> std::io::Result<Self> {
        let places = Arc::new(Semaphore::new(shared.settings.max_sessions.min(Semaphore::MAX_PERMITS)));
        Ok(Self { local: tcp.local_addr()?, tcp, shared: Arc::new(shared), places })
    }

    async fn next(&self) -> Arrival {
        loop {
            let (stream, peer) = match self.tcp.accept().await {
                Ok(accepted) => accepted,
                // No error of accepting concerns more than one peer, or lasts: a service that gave up would be down.
                Err(error) => {
                    tracing::warn!(%error, "accepting a connection failed");
                    tokio::time::sleep(ACCEPT_PAUSE).await;
                    continue;
                }
            };
            let _ = stream.set_nodelay(true);
            return match self.places.clone().try_acquire_owned() {
                Ok(place) => Box::pin(self.shared.clone().receive(stream, peer, place)),
                Err(_) => Box::pin(self.shared.clone().turn_away(stream)),
            };
        }
    }
}

impl Listener for WsListener {
    fn local_address(&self) -> SharedStr {
        self.local.to_string().into()
    }

    fn accept(&mut self) -> BoxFuture<'_, Result<Arrival, ServeError>> {
        Box::pin(async { Ok(self.next().await) })
    }
}

impl Shared {
    /// From a new connection to a session, or to a refusal that was told.
    async fn receive(
        self: Arc<Self>,
        stream: TcpStream,
        peer: SocketAddr,
        place: OwnedSemaphorePermit,
    ) -> Option<Accepted> {
        let limit = self.settings.handshake_timeout;
        // A peer that says nothing is dropped without a word: it may not even be one.
        let (mut stream, head) = tokio::time::timeout(limit, self.begin(stream)).await.ok()??;
        let (handshake, upgrade, rest) = match self.check(head, peer, stream.certificates()) {
            Ok(checked) => checked,
            Err(answer) => return refuse(stream, &answer).await,
        };
        let admission = match tokio::time::timeout(limit, self.gate.admit(handshake)).await {
            Ok(decision) => decision,
            Err(_) => Err(Refusal::new(503, "the service did not decide in time")),
        };
        if let Err(refusal) = &admission
            && refusal.close_code.is_none()
        {
            return refuse(stream, &refusal.into()).await;
        }
        let answer = upgrade.accept().to_bytes();
        let written = tokio::time::timeout(limit, async {
            stream.write_all(&answer).await?;
            stream.flush().await
        });
        written.await.ok()?.ok()?;
        let socket = Socket::new(stream, Role::Server, rest, Limits::new(&self.settings));
        match admission {
            Ok(admission) => {
                let (link, source) = session_parts(socket, place);
                Some(Accepted { admission, link, source })
            }
            Err(refusal) => {
                socket.close(refusal.code_after_upgrade(), refusal.reason.clone()).await;
                None
            }
        }
    }

    /// Decrypts, and reads the request. A request that cannot be read is answered here.
    async fn begin(&self, tcp: TcpStream) -> Option<(Stream, Head<RequestLine>)> {
        let mut stream = match &self.tls {
            Some(acceptor) => match acceptor.accept(tcp).await {
                Ok(stream) => Stream::Tls(Box::new(stream.into())),
                Err(error) => {
                    tracing::debug!(%error, "TLS failed");
                    return None;
                }
            },
            None => Stream::Plain(tcp),
        };
        let answer = match read_request(&mut stream).await {
            Ok(head) => return Some((stream, head)),
            Err(HeadFault::Lost(_)) => return None,
            Err(HeadFault::TooLarge) => Answer::refuse(431, "the head of the request is too large"),
            Err(HeadFault::Malformed(error)) => Answer::refuse(400, format!("this is not HTTP/1.1: {error}")),
        };
        refuse(stream, &answer).await.map(|never: Never| match never {})
    }

    fn check(
        &self,
        head: Head<RequestLine>,
        peer: SocketAddr,
        certificates: Vec<Certificate>,
    ) -> Result<(Handshake, Upgrade, Vec<u8>), Answer> {
        let Head { first_line, headers, rest } = head;
        let (path, query) =
            split_target(&first_line.target).ok_or_else(|| Answer::refuse(400, "the request target is not a path"))?;
        let upgrade = Upgrade::check(&first_line.method, first_line.version, &headers, &self.protocols)?;
        let handshake = Handshake {
            address: path.to_owned().into(),
            query: Query::new(query.to_owned()),
            method: first_line.method.into(),
            headers,
            peer: Some(peer.to_string().into()),
            certificates,
        };
        Ok((handshake, upgrade, rest))
    }

    /// There are as many sessions as there may be.
    async fn turn_away<T>(self: Arc<Self>, stream: TcpStream) -> Option<T> {
        // Encrypting only to say no would cost more than the session that is refused.
        if self.tls.is_some() {
            return None;
        }
        refuse(Stream::Plain(stream), &Answer::refuse(503, "too many sessions")).await
    }
}

/// What a refusal gives: nothing.
enum Never {}

/// Answers, and gives the peer time to read the answer: closing with bytes unread would reset the connection.
async fn refuse<T>(mut stream: Stream, answer: &Answer) -> Option<T> {
    let (time, bytes) = LINGER;
    let _ = tokio::time::timeout(time, async {
        stream.write_all(&answer.to_bytes()).await?;
        stream.shutdown().await?;
        tokio::io::copy(&mut stream.take(bytes), &mut tokio::io::sink()).await
    })
    .await;
    None
}

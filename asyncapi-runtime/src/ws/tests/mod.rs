//! Both ends of the transport over real sockets, against each other, against bare tokio-tungstenite, and against peers
//! that write raw bytes.

mod autobahn;
mod client;
mod hostile;
#[cfg(feature = "mount")]
mod mount;
mod session;
mod tls;

use std::future::poll_fn;
use std::sync::Arc;
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::mpsc;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};

use super::WebSocket;
use crate::server::Admitted;
use crate::{
    Accepted, Admission, BoxFuture, CloseReason, ConnectError, ConnectRequest, Credential, Delivery, Gate, Handshake,
    Headers, Link, Listen, ListenRequest, RawMessage, Refusal, SendMode, Settings, Source, SubscribeRequest, Transport,
};

/// Longer than anything that is waited for takes.
const LONG: Duration = Duration::from_secs(20);

/// A gate by a function.
struct Door<F>(F);

impl<F: Fn(&Handshake) -> Result<(), Refusal> + Send + Sync + 'static> Gate for Door<F> {
    fn admit(&self, handshake: Handshake) -> BoxFuture<'_, Result<Admission, Refusal>> {
        let decision = (self.0)(&handshake);
        let admission = decision.map(|()| Admission(Box::new(Admitted::for_tests(handshake))));
        Box::pin(std::future::ready(admission))
    }
}

fn everyone() -> Arc<dyn Gate> {
    Arc::new(Door(|_: &Handshake| Ok(())))
}

fn settings() -> Settings {
    Settings::default()
}

/// A listener that runs; sessions come out of a channel.
struct Running {
    address: String,
    sessions: mpsc::UnboundedReceiver<Accepted>,
}

impl Running {
    fn url(&self) -> String {
        format!("ws://{}", self.address)
    }

    async fn session(&mut self) -> Accepted {
        within(self.sessions.recv()).await.unwrap()
    }
}

async fn listen(transport: &impl Listen, settings: Settings, gate: Arc<dyn Gate>) -> Running {
    let request = ListenRequest { address: "127.0.0.1:0".into(), gate, settings };
    let mut listener = transport.bind(request).await.unwrap();
    let address = listener.local_address().to_string();
    let (sender, sessions) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        loop {
            let arrival = listener.accept().await.unwrap();
            let sender = sender.clone();
            tokio::spawn(async move {
                if let Some(accepted) = arrival.await {
                    let _ = sender.send(accepted);
                }
            });
        }
    });
    Running { address, sessions }
}

async fn listening(settings: Settings) -> Running {
    listen(&WebSocket::new(), settings, everyone()).await
}

/// Sends every message back, as it came, until the session ends.
async fn echo(mut session: Accepted) -> CloseReason {
    loop {
        match next(&mut *session.source).await {
            Ok(delivery) => session.link.send(delivery.message, SendMode::Flush).await.unwrap(),
            Err(reason) => return reason,
        }
    }
}

fn request(url: &str, address: &str) -> ConnectRequest {
    ConnectRequest {
        url: url.to_owned().into(),
        address: address.to_owned().into(),
        query: None,
        channel: None,
        headers: Headers::new(),
        credentials: Arc::from([]),
        settings: settings(),
    }
}

/// A connection made by our own client.
struct Connected {
    link: Arc<dyn Link>,
    source: Box<dyn Source>,
}

async fn connect_with(transport: &WebSocket, request: ConnectRequest) -> Result<Connected, ConnectError> {
    let link = within(transport.connect(request)).await?;
    let subscribe =
        SubscribeRequest { address: "".into(), channel: None, operations: &[], read_ahead: 1, replies: false };
    let source = link.subscribe(subscribe).await.unwrap();
    Ok(Connected { link, source })
}

async fn connect(url: &str) -> Connected {
    connect_with(&WebSocket::new(), request(url, "/")).await.unwrap()
}

async fn next(source: &mut dyn Source) -> Result<Delivery, CloseReason> {
    within(poll_fn(|cx| source.poll_next(cx))).await
}

async fn next_text(source: &mut dyn Source) -> String {
    String::from_utf8(next(source).await.unwrap().message.payload.to_vec()).unwrap()
}

async fn within<T>(future: impl Future<Output = T>) -> T {
    tokio::time::timeout(LONG, future).await.expect("nothing happened for too long")
}

fn text(text: impl Into<String>) -> RawMessage {
    RawMessage::new("", text.into())
}

type Bare = WebSocketStream<MaybeTlsStream<TcpStream>>;

/// A connection made by bare tokio-tungstenite.
async fn bare(url: &str) -> Bare {
    within(tokio_tungstenite::connect_async(url)).await.unwrap().0
}

async fn bare_next(peer: &mut Bare) -> Message {
    within(peer.next()).await.unwrap().unwrap()
}

/// The code and reason with which a bare peer is closed.
async fn bare_close(peer: &mut Bare) -> (u16, String) {
    loop {
        if let Message::Close(frame) = bare_next(peer).await {
            let frame = frame.unwrap();
            return (frame.code.into(), frame.reason.to_string());
        }
    }
}

const UPGRADE: &str = "GET / HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
    Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

/// A TCP connection that has sent an upgrade request and read the answer's head: from here on, raw frames.
async fn raw(address: &str) -> TcpStream {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(UPGRADE.as_bytes()).await.unwrap();
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(within(stream.read_u8()).await.unwrap());
    }
    assert!(head.starts_with(b"HTTP/1.1 101 "), "{}", String::from_utf8_lossy(&head));
    stream
}

/// Sends raw bytes and reads the whole answer.
async fn exchange(address: &str, bytes: &[u8]) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(bytes).await.unwrap();
    let mut answer = Vec::new();
    within(stream.read_to_end(&mut answer)).await.unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

/// The payload of a close frame of a server, which is all that is left on the stream.
async fn raw_close(stream: &mut TcpStream) -> (u16, String) {
    let mut rest = Vec::new();
    within(stream.read_to_end(&mut rest)).await.unwrap();
    assert_eq!(rest[0], 0x88, "{rest:?}");
    let payload = &rest[2..];
    (u16::from_be_bytes([payload[0], payload[1]]), String::from_utf8(payload[2..].to_vec()).unwrap())
}

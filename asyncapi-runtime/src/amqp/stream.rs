//! The bytes of a connection, plain or encrypted by our own TLS, as the client library takes them.

use std::fmt;
use std::future::Future;
use std::io::{self, Read, Write};
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::{Duration, Instant};

use async_rs::Tokio;
use async_rs::traits::Reactor;
use futures_core::Stream;
use futures_io::{AsyncRead, AsyncWrite};
use tokio::io::ReadBuf;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::ClientConfig;
use tokio_rustls::rustls::pki_types::ServerName;

use crate::control::lock;

/// Ends a connection from outside, as long as it is not made: nobody would wait for the broker's word any more.
#[derive(Debug, Default)]
pub(super) struct Gate {
    made: AtomicBool,
    cut: AtomicBool,
    reader: Mutex<Option<Waker>>,
}

impl Gate {
    /// The connection is made, and lives by itself.
    pub(super) fn made(&self) {
        self.made.store(true, Ordering::Release);
    }

    /// Ends the connection, unless it is made.
    pub(super) fn cut(&self) {
        if self.made.load(Ordering::Acquire) {
            return;
        }
        self.cut.store(true, Ordering::Release);
        let reader = lock(&self.reader).take();
        reader.into_iter().for_each(Waker::wake);
    }

    fn is_cut(&self, cx: &Context<'_>) -> bool {
        if self.made.load(Ordering::Acquire) {
            return false;
        }
        *lock(&self.reader) = Some(cx.waker().clone());
        self.cut.load(Ordering::Acquire)
    }
}

enum Bytes {
    Plain(TcpStream),
    Encrypted(Box<TlsStream<TcpStream>>),
}

pub(super) struct Socket {
    bytes: Bytes,
    gate: Arc<Gate>,
}

/// Why there is no connection.
pub(super) enum Fault {
    Unreachable(io::Error),
    Tls(io::Error),
}

impl Socket {
    /// Connects, and encrypts if there is a configuration for it.
    pub(super) async fn connect(
        host: &str,
        port: u16,
        tls: Option<Arc<ClientConfig>>,
        gate: Arc<Gate>,
    ) -> Result<Self, Fault> {
        let stream = TcpStream::connect((host, port)).await.map_err(Fault::Unreachable)?;
        stream.set_nodelay(true).map_err(Fault::Unreachable)?;
        let Some(config) = tls else { return Ok(Self { bytes: Bytes::Plain(stream), gate }) };
        let named = ServerName::try_from(host.to_owned());
        let name = named.map_err(|error| Fault::Tls(io::Error::new(io::ErrorKind::InvalidInput, error)))?;
        let encrypted = TlsConnector::from(config).connect(name, stream).await.map_err(Fault::Tls)?;
        Ok(Self { bytes: Bytes::Encrypted(Box::new(encrypted)), gate })
    }
}

impl fmt::Debug for Socket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Socket").field("encrypted", &matches!(self.bytes, Bytes::Encrypted(_))).finish()
    }
}

macro_rules! on_bytes {
    ($self:expr, $stream:ident => $call:expr) => {
        match &mut $self.get_mut().bytes {
            Bytes::Plain(stream) => {
                let $stream = Pin::new(stream);
                $call
            }
            Bytes::Encrypted(stream) => {
                let $stream = Pin::new(&mut **stream);
                $call
            }
        }
    };
}

impl AsyncRead for Socket {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut [u8]) -> Poll<io::Result<usize>> {
        if self.gate.is_cut(cx) {
            return Poll::Ready(Err(io::ErrorKind::ConnectionAborted.into()));
        }
        let mut buffer = ReadBuf::new(buffer);
        let read = on_bytes!(self, stream => tokio::io::AsyncRead::poll_read(stream, cx, &mut buffer));
        read.map_ok(|()| buffer.filled().len())
    }
}

impl AsyncWrite for Socket {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        on_bytes!(self, stream => tokio::io::AsyncWrite::poll_write(stream, cx, bytes))
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        on_bytes!(self, stream => tokio::io::AsyncWrite::poll_write_vectored(stream, cx, parts))
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        on_bytes!(self, stream => tokio::io::AsyncWrite::poll_flush(stream, cx))
    }

    fn poll_close(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        on_bytes!(self, stream => tokio::io::AsyncWrite::poll_shutdown(stream, cx))
    }
}

/// tokio, with our sockets.
#[derive(Debug, Clone)]
pub(super) struct Sockets(pub(super) Tokio);

impl Reactor for Sockets {
    type TcpStream = Socket;
    type Sleep = tokio::time::Sleep;

    /// The client library has no use for it.
    fn register<H: Read + Write + Send + 'static>(
        &self,
        _: H,
    ) -> io::Result<impl AsyncRead + AsyncWrite + Send + Unpin + 'static> {
        Err::<Socket, _>(io::ErrorKind::Unsupported.into())
    }

    fn sleep(&self, time: Duration) -> Self::Sleep {
        self.0.sleep(time)
    }

    fn interval(&self, time: Duration) -> impl Stream<Item = Instant> + Send + 'static {
        self.0.interval(time)
    }

    #[allow(clippy::manual_async_fn, reason = "the future must not borrow")]
    fn tcp_connect_addr(
        &self,
        address: SocketAddr,
    ) -> impl Future<Output = io::Result<Self::TcpStream>> + Send + 'static {
        async move {
            let bytes = Bytes::Plain(TcpStream::connect(address).await?);
            Ok(Socket { bytes, gate: Arc::default() })
        }
    }
}

//! The byte stream below a WebSocket: plain TCP, TLS over TCP, or what an HTTP server hands over after an upgrade.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio_rustls::TlsStream;

use crate::Certificate;

/// A stream of another owner, such as an upgraded HTTP connection.
#[cfg(feature = "mount")]
pub(crate) trait Foreign: AsyncRead + AsyncWrite + Send + Unpin + 'static {}

#[cfg(feature = "mount")]
impl<T: AsyncRead + AsyncWrite + Send + Unpin + 'static> Foreign for T {}

/// A byte stream. An enum and not a box, since each message reads and writes it.
pub(crate) enum Stream {
    Plain(TcpStream),
    Tls(Box<TlsStream<TcpStream>>),
    #[cfg(feature = "mount")]
    Foreign(Box<dyn Foreign>),
}

impl Stream {
    /// The certificates that the peer has shown, and that were verified.
    pub(crate) fn certificates(&self) -> Vec<Certificate> {
        let shown = match self {
            Self::Tls(stream) => stream.get_ref().1.peer_certificates(),
            _ => None,
        };
        shown.unwrap_or_default().iter().map(|certificate| Certificate::from_der(certificate.as_ref())).collect()
    }
}

impl AsyncRead for Stream {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Self::Plain(stream) => Pin::new(stream).poll_read(cx, into),
            Self::Tls(stream) => Pin::new(&mut **stream).poll_read(cx, into),
            #[cfg(feature = "mount")]
            Self::Foreign(stream) => Pin::new(&mut **stream).poll_read(cx, into),
        }
    }
}

impl AsyncWrite for Stream {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, from: &[u8]) -> Poll<io::Result<usize>> {
        match self.get_mut() {
            Self::Plain(stream) => Pin::new(stream).poll_write(cx, from),
            Self::Tls(stream) => Pin::new(&mut **stream).poll_write(cx, from),
            #[cfg(feature = "mount")]
            Self::Foreign(stream) => Pin::new(&mut **stream).poll_write(cx, from),
        }
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Self::Plain(stream) => Pin::new(stream).poll_flush(cx),
            Self::Tls(stream) => Pin::new(&mut **stream).poll_flush(cx),
            #[cfg(feature = "mount")]
            Self::Foreign(stream) => Pin::new(&mut **stream).poll_flush(cx),
        }
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Self::Plain(stream) => Pin::new(stream).poll_shutdown(cx),
            Self::Tls(stream) => Pin::new(&mut **stream).poll_shutdown(cx),
            #[cfg(feature = "mount")]
            Self::Foreign(stream) => Pin::new(&mut **stream).poll_shutdown(cx),
        }
    }
}

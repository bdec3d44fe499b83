//! How a connection ends: told to the peer where that can be, and always in bounded time.
//!
//! Whoever ends a connection takes stream and frames out of the shared state, so that readers and writers are done at
//! once; the rest of the closing handshake happens in a task of its own.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use tokio::io::{AsyncRead, AsyncWriteExt, ReadBuf};
use tungstenite::error::{CapacityError, Error, ProtocolError};
use tungstenite::protocol::CloseFrame;
use tungstenite::protocol::frame::Utf8Bytes;

use super::write::would_block;
use super::{Open, Socket, State};
use crate::{BoxFuture, CloseReason, SharedStr, close_code};

/// The peer broke the WebSocket protocol.
const PROTOCOL_ERROR: u16 = 1002;
/// A text message was not UTF-8.
const NOT_UTF8: u16 = 1007;
/// How many bytes are still taken from a peer, and thrown away, so that it can read why the connection was closed.
const LINGER_BYTES: usize = 1 << 20;
/// The longest reason that fits a close frame.
const REASON_BYTES: usize = 123;

impl Socket {
    /// Closes the connection. The future ends once the peer has agreed or the close timeout has passed; the closing
    /// itself goes on if it is dropped.
    pub(crate) fn close(&self, code: u16, text: SharedStr) -> BoxFuture<'static, ()> {
        let reason = CloseReason::local(code, text.clone());
        let ended = self.state().end(reason, &self.wakers);
        let Some(mut open) = ended else { return Box::pin(std::future::ready(())) };
        let told = open.tell(code, &text);
        let timeout = self.limits.close_timeout;
        let closing = async move {
            if told {
                let _ = tokio::time::timeout(timeout, open.agree()).await;
            }
        };
        match tokio::runtime::Handle::try_current() {
            Ok(runtime) => {
                let task = runtime.spawn(closing);
                Box::pin(async move { task.await.unwrap_or_default() })
            }
            Err(_) => Box::pin(closing),
        }
    }

    /// The peer has sent a close frame; tungstenite has put the answer in line.
    pub(super) fn closed_by_peer(&self, state: &mut State, frame: Option<CloseFrame>) {
        let reason = match frame {
            Some(frame) => CloseReason::peer(Some(frame.code.into()), frame.reason.as_str().to_owned()),
            None => CloseReason::peer(None, ""),
        };
        if let Some(mut open) = state.end(reason, &self.wakers) {
            self.behind(async move { open.finish().await });
        }
    }

    /// An operation failed: ends the connection, and tells a peer that broke a rule which one.
    pub(super) fn fail(&self, state: &mut State, error: Error) {
        let (code, text) = match &error {
            Error::Capacity(CapacityError::MessageTooLong { size, max_size }) => {
                (close_code::TOO_LARGE, format!("message of {size} bytes, at most {max_size} are allowed"))
            }
            Error::Utf8(_) => (NOT_UTF8, "a text message is not UTF-8".to_owned()),
            Error::Protocol(ProtocolError::ResetWithoutClosingHandshake) => {
                let reason = CloseReason::lost("the peer left without closing the connection");
                return drop(state.end(reason, &self.wakers));
            }
            Error::Protocol(fault) => (PROTOCOL_ERROR, fault.to_string()),
            error => return drop(state.end(CloseReason::lost(error.to_string()), &self.wakers)),
        };
        let Some(mut open) = state.end(CloseReason::local(code, text.clone()), &self.wakers) else { return };
        if open.tell(code, &text) {
            self.behind(async move { open.fail().await });
        }
    }

    /// Does the rest in a task of its own, within the close timeout.
    fn behind(&self, rest: impl Future<Output = ()> + Send + 'static) {
        let timeout = self.limits.close_timeout;
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move { tokio::time::timeout(timeout, rest).await });
        }
    }
}

impl Drop for Socket {
    /// Nobody holds the connection any more: the peer is told, as far as that goes without waiting.
    fn drop(&mut self) {
        let reason = CloseReason::local(close_code::NORMAL, "");
        let ended = self.state().end(reason, &self.wakers);
        if let Some(mut open) = ended
            && open.tell(close_code::NORMAL, "")
        {
            self.behind(async move { open.agree().await });
        }
    }
}

impl Open {
    /// Puts a close frame into the buffer. `false` if there is no room: the peer reads nothing, and need not be told.
    fn tell(&mut self, code: u16, text: &str) -> bool {
        let frame = CloseFrame { code: code.into(), reason: Utf8Bytes::from(shortened(text).to_owned()) };
        match self.write(|frames, io| frames.close(io, Some(frame))) {
            Ok(()) | Err(Error::ConnectionClosed) => true,
            Err(_) => false,
        }
    }

    /// This side has closed: waits for the peer's close frame.
    async fn agree(&mut self) {
        poll_fn(|cx| self.poll_written(cx)).await;
        let mut taken = 0;
        while taken < LINGER_BYTES && poll_fn(|cx| self.poll_discard(cx, &mut taken)).await {}
        self.finish().await;
    }

    /// Both sides have sent their last frame: writes what is left.
    async fn finish(&mut self) {
        poll_fn(|cx| self.poll_written(cx)).await;
        let _ = self.stream.shutdown().await;
    }

    /// The peer broke a rule, so that its frames mean nothing any more. What it still sends is taken all the same: a
    /// stream that is dropped with bytes unread is reset, and a reset can overtake the frame that says why.
    async fn fail(&mut self) {
        self.finish().await;
        let (mut scratch, mut taken) = ([0; 4096], 0);
        while taken < LINGER_BYTES {
            let mut into = ReadBuf::new(&mut scratch);
            let read = poll_fn(|cx| Pin::new(&mut self.stream).poll_read(cx, &mut into)).await;
            let count = into.filled().len();
            if read.is_err() || count == 0 {
                return;
            }
            taken += count;
        }
    }

    fn poll_written(&mut self, cx: &Context<'_>) -> Poll<()> {
        self.write_waker = Waker::clone(cx.waker());
        loop {
            // The answer to the peer's close frame is still with tungstenite.
            let _ = self.write(|frames, io| frames.flush(io));
            match self.poll_drain() {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(Ok(())) if self.choked => {}
                Poll::Ready(_) => return Poll::Ready(()),
            }
        }
    }

    /// Takes one message and throws it away; `false` once there is none to wait for.
    fn poll_discard(&mut self, cx: &Context<'_>, taken: &mut usize) -> Poll<bool> {
        if !self.frames.can_read() {
            return Poll::Ready(false);
        }
        match self.run(cx.waker(), &mut false, |frames, io| frames.read(io)) {
            Ok(message) => {
                *taken += message.len().max(1);
                Poll::Ready(true)
            }
            Err(error) if would_block(&error) => Poll::Pending,
            Err(_) => Poll::Ready(false),
        }
    }
}

/// As much of a reason as a close frame can hold.
fn shortened(text: &str) -> &str {
    let end = (0..=REASON_BYTES.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    text.get(..end).unwrap_or_default()
}

//! A WebSocket as the core sees it: a [`Link`] that sends and a [`Source`] that receives.
//!
//! One connection carries all channels of its address, and has one source. Which frames are text is decided by the
//! media type; a binary frame comes in with a media type of its own, so that a policy can tell it from text.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use tokio::sync::OwnedSemaphorePermit;

use super::socket::{Incoming, Reader, Socket};
use crate::{
    BoxFuture, Capabilities, CloseReason, Delivery, Link, RawMessage, SendError, SendErrorKind, SendMode, Sending,
    SharedStr, Source, SubscribeError, SubscribeErrorKind, SubscribeRequest,
};

pub(super) const CAPABILITIES: Capabilities = Capabilities {
    per_address: true,
    headers: false,
    redelivery: false,
    reconnects: false,
    keys: false,
    correlation: false,
};

/// The media type of nearly every message.
const JSON: &str = "application/json";

/// The media type of what comes in binary frames.
const BINARY: SharedStr = SharedStr::from_static("application/octet-stream");

pub(super) struct WsLink {
    socket: Arc<Socket>,
    /// The receiving side of a client's connection, until it is asked for.
    source: Mutex<Option<Arc<Socket>>>,
}

impl WsLink {
    pub(super) fn of_client(socket: Arc<Socket>) -> Self {
        Self { source: Mutex::new(Some(socket.clone())), socket }
    }

    pub(super) fn of_session(socket: Arc<Socket>) -> Self {
        Self { source: Mutex::new(None), socket }
    }
}

/// Link and source of a listener's session; the place is given back when the session ends.
pub(super) fn session_parts(socket: Arc<Socket>, place: OwnedSemaphorePermit) -> (Arc<dyn Link>, Box<dyn Source>) {
    let source = WsSource { reader: Reader::new(socket.clone()), _place: Some(place) };
    (Arc::new(WsLink::of_session(socket)), Box::new(source))
}

impl fmt::Debug for WsLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WebSocket")
    }
}

impl Link for WsLink {
    fn capabilities(&self) -> Capabilities {
        CAPABILITIES
    }

    fn send(&self, message: RawMessage, mode: SendMode) -> Sending {
        let text = is_text(message.content_type.as_deref());
        // The peer would have to close the whole connection (RFC 6455, section 8.1).
        if text && !message.known_text && std::str::from_utf8(&message.payload).is_err() {
            let error = SendError::new(SendErrorKind::Unsupported, "a text message has to be UTF-8");
            return Sending::failed(error);
        }
        self.socket.send(message.payload, text, mode)
    }

    fn flush(&self) -> Sending {
        self.socket.flush()
    }

    fn subscribe(&self, _request: SubscribeRequest) -> BoxFuture<'_, Result<Box<dyn Source>, SubscribeError>> {
        let socket = self.source.lock().unwrap_or_else(PoisonError::into_inner).take();
        Box::pin(std::future::ready(match socket {
            Some(socket) => Ok(Box::new(WsSource { reader: Reader::new(socket), _place: None }) as Box<dyn Source>),
            None => {
                let detail = "a WebSocket has one source, which was taken already";
                Err(SubscribeError::new(SubscribeErrorKind::Unsupported, detail))
            }
        }))
    }

    fn hold(&self) {
        self.socket.hold();
    }

    fn poll_release(&self, cx: &mut Context<'_>) -> Poll<Result<(), SendError>> {
        self.socket.poll_release(cx)
    }

    fn close(&self, code: u16, reason: SharedStr) -> BoxFuture<'static, ()> {
        self.socket.close(code, reason)
    }
}

pub(super) struct WsSource {
    reader: Reader,
    _place: Option<OwnedSemaphorePermit>,
}

impl Source for WsSource {
    fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Result<Delivery, CloseReason>> {
        self.reader.poll_next(cx).map_ok(|incoming| {
            let (payload, content_type) = match incoming {
                Incoming::Text(payload) => (payload, None),
                Incoming::Binary(payload) => (payload, Some(BINARY)),
            };
            Delivery::new(RawMessage { payload, content_type, ..RawMessage::default() })
        })
    }
}

/// Whether a media type travels in text frames. Without one, the payload is JSON.
fn is_text(content_type: Option<&str>) -> bool {
    let Some(content_type) = content_type else { return true };
    if content_type == JSON {
        return true;
    }
    let essence = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let Some((kind, subtype)) = essence.split_once('/') else { return true };
    kind == "text"
        || ["json", "xml", "yaml", "x-yaml", "x-ndjson", "jsonl", "graphql"].contains(&subtype)
        || ["+json", "+xml", "+yaml"].iter().any(|suffix| subtype.ends_with(suffix))
}

#[cfg(test)]
mod tests {
    use super::is_text;

    #[test]
    fn media_types_of_text_frames() {
        for text in [
            "application/json",
            "Application/JSON; charset=utf-8",
            "text/plain",
            "application/vnd.chat+json",
            "application/xml",
            "application/cloudevents+json; charset=UTF-8",
        ] {
            assert!(is_text(Some(text)), "{text}");
        }
        for binary in ["application/octet-stream", "image/png", "application/vnd.apache.avro", "application/x-protobuf"]
        {
            assert!(!is_text(Some(binary)), "{binary}");
        }
        assert!(is_text(None));
    }
}

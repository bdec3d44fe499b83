//! What cases stand on.

use std::future::{Future, poll_fn};
use std::sync::Arc;
use std::time::Duration;

use asyncapi_runtime::{
    Capabilities, CloseReason, ConnectEndpoint, ConnectError, ConnectRequest, Delivery, Headers, Link, RawMessage,
    SendMode, Settings, SharedStr, Source, SubscribeError, SubscribeRequest, Transport,
};

/// A transport, and the broker behind it.
pub(crate) struct Stand {
    /// For those who have no group.
    pub(crate) transport: Arc<dyn Transport>,
    /// For those who share what comes; `None` where the protocol has no such thing.
    pub(crate) group: Option<Arc<dyn Transport>>,
    /// For one who comes back to what was left; `None` where nothing is kept.
    pub(crate) lasting: Option<Arc<dyn Transport>>,
    /// One who may not log in, and the error's kind.
    pub(crate) stranger: Option<(ConnectEndpoint, asyncapi_runtime::ConnectErrorKind)>,
    /// A transport whose stream or queue does not exist.
    pub(crate) missing: Option<Arc<dyn Transport>>,
    pub(crate) url: SharedStr,
    /// What parts the tokens of an address.
    pub(crate) separator: char,
    /// Breaks all connections and heals the network.
    pub(crate) disturb: Box<dyn FnMut() + Send>,
}

impl Stand {
    pub(crate) fn capabilities(&self) -> Capabilities {
        self.transport.capabilities()
    }

    pub(crate) fn endpoint(&self) -> ConnectEndpoint {
        ConnectEndpoint::new(self.transport.clone(), self.url.clone()).settings(settings())
    }

    /// One whom the broker remembers, if it remembers anybody.
    pub(crate) fn lasting(&self) -> ConnectEndpoint {
        let transport = self.lasting.as_ref().unwrap_or(&self.transport).clone();
        ConnectEndpoint::new(transport, self.url.clone()).settings(settings())
    }

    pub(crate) async fn link(&self) -> Arc<dyn Link> {
        self.link_of(&self.transport).await.unwrap()
    }

    pub(crate) async fn link_of(&self, transport: &Arc<dyn Transport>) -> Result<Arc<dyn Link>, ConnectError> {
        transport.connect(self.request()).await
    }

    pub(crate) fn request(&self) -> ConnectRequest {
        ConnectRequest {
            url: self.url.clone(),
            address: SharedStr::EMPTY,
            query: None,
            channel: None,
            headers: Headers::new(),
            credentials: Arc::new([]),
            settings: settings(),
        }
    }

    pub(crate) fn address(&self, tokens: &[&str]) -> SharedStr {
        tokens.join(&self.separator.to_string()).into()
    }
}

pub(crate) fn settings() -> Settings {
    let mut settings = Settings::default();
    settings.reconnect.first = Duration::from_millis(50);
    settings.reconnect.max = Duration::from_millis(250);
    settings
}

pub(crate) async fn subscribe(link: &Arc<dyn Link>, address: &str) -> Box<dyn Source> {
    try_subscribe(link, address, 256).await.unwrap()
}

pub(crate) async fn try_subscribe(
    link: &Arc<dyn Link>,
    address: &str,
    read_ahead: usize,
) -> Result<Box<dyn Source>, SubscribeError> {
    let address = address.to_owned().into();
    link.subscribe(SubscribeRequest { address, channel: None, operations: &[], read_ahead, replies: false }).await
}

pub(crate) fn message(address: &str, payload: impl Into<asyncapi_runtime::types::Bytes>) -> RawMessage {
    RawMessage::new(address.to_owned(), payload)
}

pub(crate) async fn send(link: &Arc<dyn Link>, message: RawMessage) {
    soon(link.send(message, SendMode::Flush)).await.unwrap();
}

/// What has to come within seconds.
pub(crate) async fn soon<F: Future>(future: F) -> F::Output {
    tokio::time::timeout(Duration::from_secs(20), future).await.expect("nothing happened in time")
}

pub(crate) async fn poll(source: &mut Box<dyn Source>) -> Result<Delivery, CloseReason> {
    poll_fn(|cx| source.poll_next(cx)).await
}

pub(crate) async fn next(source: &mut Box<dyn Source>) -> Delivery {
    soon(poll(source)).await.expect("the source ended")
}

/// Whether nothing comes for a while.
pub(crate) async fn is_silent(source: &mut Box<dyn Source>, time: Duration) -> bool {
    tokio::time::timeout(time, poll(source)).await.is_err()
}

pub(crate) fn text(delivery: &Delivery) -> String {
    String::from_utf8(delivery.message.payload.to_vec()).unwrap()
}

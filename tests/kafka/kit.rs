//! What the tests stand on.

use std::future::{Future, poll_fn};
use std::sync::Arc;
use std::time::Duration;

use asyncapi_runtime::kafka::Kafka;
use asyncapi_runtime::{
    CloseReason, ConnectError, ConnectRequest, Delivery, Headers, Link, RawMessage, SendError, SendMode, Settings,
    Source, SubscribeError, SubscribeRequest, Transport,
};

pub(crate) fn request(host: &str) -> ConnectRequest {
    let mut settings = Settings::default();
    settings.reconnect.first = Duration::from_millis(50);
    settings.reconnect.max = Duration::from_millis(250);
    ConnectRequest {
        url: format!("kafka://{host}").into(),
        address: "".into(),
        query: None,
        channel: None,
        headers: Headers::new(),
        credentials: Arc::new([]),
        settings,
    }
}

pub(crate) async fn try_connect(kafka: Kafka, host: &str) -> Result<Arc<dyn Link>, ConnectError> {
    soon(kafka.connect(request(host))).await
}

pub(crate) async fn connect(kafka: Kafka, host: &str) -> Arc<dyn Link> {
    try_connect(kafka, host).await.unwrap()
}

pub(crate) async fn try_subscribe(link: &Arc<dyn Link>, address: &str) -> Result<Box<dyn Source>, SubscribeError> {
    let address = address.to_owned().into();
    let request = SubscribeRequest { address, channel: None, operations: &[], read_ahead: 256, replies: false };
    soon(link.subscribe(request)).await
}

pub(crate) async fn subscribe(link: &Arc<dyn Link>, address: &str) -> Box<dyn Source> {
    try_subscribe(link, address).await.unwrap()
}

pub(crate) fn message(address: &str, payload: &str) -> RawMessage {
    RawMessage::new(address.to_owned(), payload.to_owned())
}

pub(crate) async fn try_send(link: &Arc<dyn Link>, message: RawMessage) -> Result<(), SendError> {
    soon(link.send(message, SendMode::Flush)).await
}

pub(crate) async fn send(link: &Arc<dyn Link>, address: &str, payload: &str) {
    try_send(link, message(address, payload)).await.unwrap();
}

/// What has to come within seconds.
pub(crate) async fn soon<F: Future>(future: F) -> F::Output {
    tokio::time::timeout(Duration::from_secs(30), future).await.expect("nothing happened in time")
}

pub(crate) async fn poll(source: &mut Box<dyn Source>) -> Result<Delivery, CloseReason> {
    poll_fn(|cx| source.poll_next(cx)).await
}

pub(crate) async fn next(source: &mut Box<dyn Source>) -> Delivery {
    soon(poll(source)).await.expect("the source ended")
}

/// What comes until nothing comes for a while, settled by nobody.
pub(crate) async fn rest(source: &mut Box<dyn Source>, time: Duration) -> Vec<Delivery> {
    let mut all = Vec::new();
    while let Ok(found) = tokio::time::timeout(time, poll(source)).await {
        all.push(found.expect("the source ended"));
    }
    all
}

pub(crate) fn text(delivery: &Delivery) -> String {
    String::from_utf8(delivery.message.payload.to_vec()).unwrap()
}

pub(crate) fn texts(deliveries: &[Delivery]) -> Vec<String> {
    deliveries.iter().map(text).collect()
}

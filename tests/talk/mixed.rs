//! JSON, text, Avro and bytes on one channel: told apart by media type where the protocol has one, else by what they are.

use asyncapi_runtime::memory::Hub;
use asyncapi_runtime::types::Bytes;
use asyncapi_runtime::{ConnectEndpoint, Outcome, ServeEndpoint};
use tokio::sync::mpsc;

mod application {
    asyncapi_runtime::asyncapi!("talk/documents/mixed.yaml");
}

mod counterpart {
    asyncapi_runtime::asyncapi!(spec = "talk/documents/mixed.yaml", side = counterpart, types = super::application);
}

use application::mixed::Hear;

struct Ears(mpsc::UnboundedSender<Hear>);

impl application::mixed::Receiver for Ears {
    async fn hear(&self, message: Hear, _: &application::mixed::Context) -> Outcome {
        self.0.send(message)?;
        Ok(())
    }
}

async fn each_is_taken_for_what_it_is(serve: ServeEndpoint, connect: impl FnOnce(String) -> ConnectEndpoint) {
    let (ears, mut heard) = mpsc::unbounded_channel();
    let bound = application::Service { mixed: Ears(ears) }.bind(serve).await.unwrap();
    let address = bound.local_address().to_string();
    let served = tokio::spawn(bound.serve());
    let client = counterpart::Client::connect(connect(address)).await.unwrap();
    let who = || "alice".to_owned();
    let sent = [
        Hear::Left(application::Left { who: who() }),
        Hear::Note("not {\"type\":".to_owned().try_into().unwrap()),
        Hear::Joined(application::Joined { who: who() }),
        Hear::Reading(application::Reading { unit: application::Unit::F, value: 451.0 }),
        Hear::Picture(Bytes::from_static(b"\xff\xd8 no text, no Avro, no JSON, and long enough")),
    ];
    for message in &sent {
        let message = match message.clone() {
            Hear::Left(message) => counterpart::mixed::Hear::Left(message),
            Hear::Note(message) => counterpart::mixed::Hear::Note(message),
            Hear::Joined(message) => counterpart::mixed::Hear::Joined(message),
            Hear::Reading(message) => counterpart::mixed::Hear::Reading(message),
            Hear::Picture(message) => counterpart::mixed::Hear::Picture(message),
        };
        client.mixed().hear(message).await.unwrap();
    }
    for message in sent {
        assert_eq!(heard.recv().await, Some(message));
    }
    served.abort();
}

#[tokio::test]
async fn by_media_type() {
    let hub = Hub::new();
    let serve = application::servers::Local::memory(&hub).into();
    each_is_taken_for_what_it_is(serve, |_| counterpart::servers::Local::memory(&hub).into()).await;
}

#[tokio::test]
async fn over_websocket_which_tells_none() {
    let serve = application::servers::Local::listen("127.0.0.1:0").into();
    let connect = |address| counterpart::servers::Local::at(format!("ws://{address}")).into();
    each_is_taken_for_what_it_is(serve, connect).await;
}

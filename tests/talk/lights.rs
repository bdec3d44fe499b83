//! Addresses with parameters, in memory: built by the sender, parsed back by the receiver.

use asyncapi_runtime::__private::v0::Bytes;
use asyncapi_runtime::memory::Hub;
use asyncapi_runtime::{Outcome, SendErrorKind};
use tokio::sync::mpsc;

mod application {
    asyncapi_runtime::asyncapi!("../asyncapi-codegen/tests/golden/parameters/asyncapi.yaml");
}

mod counterpart {
    asyncapi_runtime::asyncapi!(
        spec = "../asyncapi-codegen/tests/golden/parameters/asyncapi.yaml",
        side = counterpart,
        types = super::application,
        allow = [A0303],
    );
}

struct Lights(mpsc::UnboundedSender<(application::measured::Parameters, u64)>);

impl application::measured::Receiver for Lights {
    async fn on_measured(&self, message: application::Measured, context: &application::measured::Context) -> Outcome {
        self.0.send((context.parameters().clone(), message.lumens))?;
        Ok(())
    }
}

#[tokio::test]
async fn parameters_come_back_as_they_were() {
    let hub = Hub::new();
    let (heard, mut all) = mpsc::unbounded_channel();
    let endpoint = application::servers::Local::memory(&hub).insecure();
    let bound = application::Service { measured: Lights(heard) }.bind(endpoint).await.unwrap();
    let served = tokio::spawn(bound.serve());
    let client = counterpart::Client::connect(counterpart::servers::Local::memory(&hub).insecure()).await.unwrap();
    let at = |light_id: &str| counterpart::measured::Parameters {
        light_id: light_id.to_owned(),
        event: application::MeasuredEvent::TurnedOn,
    };
    // In a topic, these would be another one, or a pattern.
    for light_id in ["", "a/b", "{x}", "+", "#"] {
        let error = client.measured(at(light_id)).on_measured(&application::Measured { lumens: 3 }).await.unwrap_err();
        assert_eq!(error.kind(), SendErrorKind::Invalid, "{error}");
    }
    for light_id in ["1", "100%41", "ü ü"] {
        client.measured(at(light_id)).on_measured(&application::Measured { lumens: 3 }).await.unwrap();
        let (found, lumens) = all.recv().await.unwrap();
        assert_eq!((found.light_id.as_str(), found.event, lumens), (light_id, application::MeasuredEvent::TurnedOn, 3));
    }
    served.abort();
}

#[tokio::test]
async fn messages_that_are_not_json() {
    let hub = Hub::new();
    let client = application::Client::connect(application::servers::Local::memory(&hub).insecure()).await.unwrap();
    let other = counterpart::Client::connect(counterpart::servers::Local::memory(&hub).insecure()).await.unwrap();
    let mut incoming = other.anywhere("somewhere").subscribe().await.unwrap();
    client.anywhere("somewhere").note(&"grüß dich".to_owned()).await.unwrap();
    client.anywhere("somewhere").anything(Bytes::from_static(&[0xff, 0])).await.unwrap();
    let note = incoming.next().await.unwrap();
    assert_eq!(note, counterpart::anywhere::Message::Note("grüß dich".to_owned()));
}

//! The city and its lights end to end: in memory, and on a real broker that lets in nobody without the key.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::time::Duration;

use asyncapi_brokers::Broker;
use asyncapi_runtime::memory::Hub;
use asyncapi_runtime::{ConnectEndpoint, Subscription};
use streetlights::city::{LightMeasuredHeaders, LightMeasuredPayload, TurnOnOffPayloadCommand};
use streetlights::{City, city, light};

/// What a light hears.
struct Light {
    client: light::Client,
    id: &'static str,
    on: Subscription<light::light_turn_on::Message>,
    off: Subscription<light::light_turn_off::Message>,
    dim: Subscription<light::lights_dim::Message>,
}

impl Light {
    async fn new(endpoint: ConnectEndpoint, id: &'static str) -> Self {
        let client = light::Client::connect(endpoint).await.unwrap();
        let streetlight_id = id.to_owned();
        let own = light::light_turn_on::Parameters { streetlight_id: streetlight_id.clone() };
        let on = client.light_turn_on(own).subscribe().await.unwrap();
        let own = light::light_turn_off::Parameters { streetlight_id: streetlight_id.clone() };
        let off = client.light_turn_off(own).subscribe().await.unwrap();
        let dim = client.lights_dim(light::lights_dim::Parameters { streetlight_id }).subscribe().await.unwrap();
        Self { client, id, on, off, dim }
    }

    async fn measures(&self, lumens: u64) {
        let place = light::lighting_measured::Parameters { streetlight_id: self.id.to_owned() };
        let measured = LightMeasuredPayload { lumens: Some(lumens), sent_at: None };
        self.client.lighting_measured(place).receive_light_measurement(&measured.into()).await.unwrap();
    }
}

async fn next<M: asyncapi_runtime::Incoming>(incoming: &mut Subscription<M>) -> M {
    tokio::time::timeout(Duration::from_secs(10), incoming.next()).await.unwrap().unwrap()
}

/// Two lights, of which each hears its own commands alone.
async fn each_light_hears_its_own(city: impl Fn() -> ConnectEndpoint, light: impl Fn() -> ConnectEndpoint) {
    let commands = City::new(city::Client::connect(city()).await.unwrap());
    let bound = city::Service { lighting_measured: commands }.bind(city()).await.unwrap();
    tokio::spawn(bound.serve());
    let (mut elm, mut harbour) = (Light::new(light(), "elm street 1").await, Light::new(light(), "harbour-17").await);

    elm.measures(3).await;
    let light::light_turn_on::Message::TurnOn(on) = next(&mut elm.on).await;
    assert_eq!(on.command, Some(TurnOnOffPayloadCommand::On));
    assert!(on.sent_at.is_some());
    let light::lights_dim::Message::DimLight(dim) = next(&mut elm.dim).await;
    assert_eq!(dim.percentage, Some(100));

    harbour.measures(400).await;
    let light::light_turn_off::Message::TurnOff(off) = next(&mut harbour.off).await;
    assert_eq!(off.command, Some(TurnOnOffPayloadCommand::Off));
    for quiet in [&mut elm.off, &mut harbour.off] {
        assert!(tokio::time::timeout(Duration::from_millis(200), quiet.next()).await.is_err());
    }
    assert!(tokio::time::timeout(Duration::from_millis(200), harbour.on.next()).await.is_err());
}

#[tokio::test]
async fn in_memory() {
    let hub = Hub::new();
    let city = || city::servers::Production::memory(&hub).insecure().into();
    each_light_hears_its_own(city, || light::servers::Production::memory(&hub).insecure().into()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_a_broker() {
    let Some(broker) = Broker::mosquitto("") else { return };
    let url = format!("mqtt://{}", broker.host());
    let city = || city::servers::Production::at(url.as_str()).api_key("key").into();
    each_light_hears_its_own(city, || light::servers::Production::at(url.as_str()).api_key("key").into()).await;
}

/// The document's header is a property of the message, by MQTT 5.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn headers_arrive() {
    use asyncapi_runtime::{Outcome, WithHeaders};
    struct Ears(tokio::sync::mpsc::Sender<Option<u8>>);
    impl city::lighting_measured::Receiver for Ears {
        async fn receive_light_measurement(
            &self,
            measured: WithHeaders<LightMeasuredPayload, LightMeasuredHeaders>,
            _: &city::lighting_measured::Context,
        ) -> Outcome {
            self.0.send(measured.headers.my_app_header).await?;
            Ok(())
        }
    }
    let Some(broker) = Broker::mosquitto("") else { return };
    let url = format!("mqtt://{}", broker.host());
    let (sender, mut heard) = tokio::sync::mpsc::channel(1);
    let endpoint = city::servers::Production::at(url.as_str()).api_key("key");
    tokio::spawn(city::Service { lighting_measured: Ears(sender) }.bind(endpoint).await.unwrap().serve());
    let light = light::Client::connect(light::servers::Production::at(url.as_str()).api_key("key")).await.unwrap();
    let place = light::lighting_measured::Parameters { streetlight_id: "1".to_owned() };
    let headers = LightMeasuredHeaders { my_app_header: Some(42) };
    let measured = WithHeaders::new(LightMeasuredPayload { lumens: Some(1), sent_at: None }, headers);
    light.lighting_measured(place).receive_light_measurement(&measured).await.unwrap();
    assert_eq!(tokio::time::timeout(Duration::from_secs(10), heard.recv()).await.unwrap(), Some(Some(42)));
}

//! What a recorder of `metrics` gets.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use ::metrics::{
    Counter, CounterFn, Gauge, GaugeFn, Histogram, HistogramFn, Key, KeyName, Metadata, Recorder, SharedString, Unit,
};

use super::{echo, quick};
use crate::memory::Hub;
use crate::test_kit::{SAY, TEXT, TEXTS, Text, serve, soon, text};
use crate::{Client, SendOptions};

/// By name and outcome: all labels, and the sum, or the number of values of a histogram.
type Values = Arc<Mutex<BTreeMap<String, (String, f64)>>>;

#[derive(Default)]
struct Kept {
    values: Values,
    registered: Mutex<usize>,
}

struct Handle(Values, String);

impl Handle {
    fn add(&self, value: f64) {
        self.0.lock().unwrap().get_mut(&self.1).unwrap().1 += value;
    }
}

impl CounterFn for Handle {
    fn increment(&self, value: u64) {
        self.add(value as f64);
    }
    fn absolute(&self, _: u64) {}
}

impl GaugeFn for Handle {
    fn increment(&self, value: f64) {
        self.add(value);
    }
    fn decrement(&self, value: f64) {
        self.add(-value);
    }
    fn set(&self, _: f64) {}
}

impl HistogramFn for Handle {
    fn record(&self, value: f64) {
        assert!((0.0..60.0).contains(&value), "seconds");
        self.add(1.0);
    }
}

impl Kept {
    fn handle(&self, key: &Key) -> Arc<Handle> {
        *self.registered.lock().unwrap() += 1;
        let label = |name: &str| key.labels().find(|label| label.key() == name).map_or("", |label| label.value());
        let name = format!("{} {} {}", key.name(), label("messaging.operation.name"), label("outcome"));
        let name = name.trim_end().to_owned();
        let labels: Vec<_> = key.labels().map(|label| format!("{}={}", label.key(), label.value())).collect();
        self.values.lock().unwrap().entry(name.clone()).or_insert((labels.join(" "), 0.0));
        Arc::new(Handle(self.values.clone(), name))
    }

    fn value(&self, name: &str) -> f64 {
        self.values.lock().unwrap().get(name).unwrap_or_else(|| panic!("{name} of {:?}", self.values)).1
    }
}

impl Recorder for Kept {
    fn describe_counter(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}
    fn describe_gauge(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}
    fn describe_histogram(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}
    fn register_counter(&self, key: &Key, _: &Metadata<'_>) -> Counter {
        Counter::from_arc(self.handle(key))
    }
    fn register_gauge(&self, key: &Key, _: &Metadata<'_>) -> Gauge {
        Gauge::from_arc(self.handle(key))
    }
    fn register_histogram(&self, key: &Key, _: &Metadata<'_>) -> Histogram {
        Histogram::from_arc(self.handle(key))
    }
}

#[tokio::test]
async fn messages_are_counted_by_what_the_document_names() {
    let kept = Kept::default();
    let _installed = ::metrics::set_default_local_recorder(&kept);
    let hub = Hub::new();
    let running = serve(hub.topics(), |server| server.retry(quick()), echo).await;
    let client = Client::connect(hub.topics(), &[]).await.unwrap();
    let link = client.channel(&TEXTS, "/texts");
    let words = ["plain", "again", "reject", "panic"];
    for words in words {
        soon(link.send(&SAY, &TEXT, &text(words))).await.unwrap();
    }
    let odd = link.with(SendOptions::new().deadline(Duration::from_secs(1)));
    let mut raw = crate::RawMessage::json("{no");
    raw.operation = Some(&SAY);
    soon(odd.send_raw(raw)).await.unwrap();
    soon(async {
        while hub.dead_letters().len() < 3 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    })
    .await;
    let registered = *kept.registered.lock().unwrap();
    for _ in 0..100 {
        soon(link.send(&SAY, &TEXT, &text("plain"))).await.unwrap();
    }
    running.shut_down().await;
    assert_eq!(*kept.registered.lock().unwrap(), registered, "handles are kept");
    for (name, value) in [
        ("messaging.client.sent.messages send sent", 105.0),
        ("messaging.client.sent.messages send failed", 0.0),
        ("messaging.client.operation.duration send", 105.0),
        ("messaging.client.consumed.messages process", 106.0),
        ("messaging.process.duration process done", 102.0),
        ("messaging.process.duration process failed", 1.0),
        ("messaging.process.duration process rejected", 1.0),
        ("messaging.process.duration process undecodable", 1.0),
        ("messaging.process.duration process panicked", 1.0),
        ("asyncapi.messages.retried process", 1.0),
        ("asyncapi.messages.dead_lettered process", 3.0),
        ("asyncapi.messages.in_flight process", 0.0),
    ] {
        assert_eq!(kept.value(name), value, "{name}");
    }
    let labels = kept.values.lock().unwrap()["messaging.client.sent.messages send sent"].0.clone();
    let expected = "messaging.system=memory messaging.operation.name=send messaging.destination.template=/texts \
                    asyncapi.channel=texts asyncapi.operation=say outcome=sent";
    assert_eq!(labels, expected);
}

#[tokio::test]
async fn addresses_that_are_filled_in_are_no_labels() {
    use crate::test_kit::ROOMS;
    let kept = Kept::default();
    let _installed = ::metrics::set_default_local_recorder(&kept);
    let hub = Hub::new();
    let client = Client::connect(hub.topics(), &[]).await.unwrap();
    for room in 0..20 {
        let link = client.channel(&ROOMS, format!("rooms/{room}"));
        let mut incoming = link.subscribe::<Text>().await.unwrap();
        soon(link.send(&SAY, &TEXT, &text("x"))).await.unwrap();
        assert_eq!(soon(incoming.next()).await, Some(text("x")));
    }
    assert_eq!(kept.value("messaging.client.sent.messages send sent"), 20.0);
    assert_eq!(kept.value("messaging.client.consumed.messages receive"), 20.0);
    let values = kept.values.lock().unwrap();
    assert!(values.values().all(|(labels, _)| labels.contains("template=rooms/{room} ")), "{values:?}");
}

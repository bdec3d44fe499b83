//! Groups, offsets, keys, partitions and topics, on a broker.

use std::collections::{BTreeSet, HashMap};
use std::time::{Duration, Instant};

use asyncapi_brokers::Broker;
use asyncapi_runtime::kafka::{Kafka, Topic};
use asyncapi_runtime::{SendErrorKind, SendMode, SubscribeErrorKind};
use rdkafka::consumer::{BaseConsumer, Consumer};
use rdkafka::{ClientConfig, Offset, TopicPartitionList};

use crate::kit::{connect, message, next, poll, rest, send, soon, subscribe, text, texts, try_send, try_subscribe};

mod application {
    asyncapi_runtime::asyncapi!("../kafka/shop.yaml");
}

fn quick() -> Kafka {
    Kafka::new().linger(Duration::from_millis(1))
}

fn orders(partitions: u32) -> Kafka {
    quick().topic(Topic::new("orders").partitions(partitions))
}

/// What the group has committed, by partition; an eye from outside.
fn committed(host: &str, group: &str, topic: &str, partitions: i32) -> Vec<Option<i64>> {
    let mut config = ClientConfig::new();
    let eye: BaseConsumer = config.set("bootstrap.servers", host).set("group.id", group).create().unwrap();
    let mut list = TopicPartitionList::new();
    list.add_partition_range(topic, 0, partitions - 1);
    let found = eye.committed_offsets(list, Duration::from_secs(10)).unwrap();
    let offset = |offset| if let Offset::Offset(offset) = offset { Some(offset) } else { None };
    found.elements().iter().map(|element| offset(element.offset())).collect()
}

async fn is_committed(host: &str, group: &str, expected: &[Option<i64>]) {
    let (began, partitions) = (Instant::now(), i32::try_from(expected.len()).unwrap());
    loop {
        let found = tokio::task::block_in_place(|| committed(host, group, "orders", partitions));
        if found == expected {
            return;
        }
        assert!(began.elapsed() < Duration::from_secs(10), "{found:?} is committed, not {expected:?}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_what_is_settled_without_a_gap_is_committed() {
    let Some(broker) = Broker::kafka() else { return };
    let link = connect(orders(1).group("billing"), &broker.host()).await;
    let mut source = subscribe(&link, "orders").await;
    for at in 0..5 {
        send(&link, "orders", &at.to_string()).await;
    }
    let mut all = Vec::new();
    for _ in 0..5 {
        all.push(Some(next(&mut source).await));
    }
    for at in [1, 2, 0, 4] {
        all[at].take().unwrap().acknowledge();
    }
    // The source is read on, as a service does.
    assert!(rest(&mut source, Duration::from_millis(2500)).await.is_empty());
    is_committed(&broker.host(), "billing", &[Some(3)]).await;
    drop(source);
    soon(link.close(1000, "".into())).await;
    is_committed(&broker.host(), "billing", &[Some(3)]).await;
    // Settled too late: it is another's by now.
    all[3].take().unwrap().acknowledge();
    let link = connect(orders(1).group("billing"), &broker.host()).await;
    let mut source = subscribe(&link, "orders").await;
    let left = [next(&mut source).await, next(&mut source).await];
    assert_eq!(texts(&left), ["3", "4"]);
    assert!(rest(&mut source, Duration::from_millis(500)).await.is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_in_flight_as_partitions_go_is_the_next_members() {
    const MESSAGES: usize = 40;
    let Some(broker) = Broker::kafka() else { return };
    let servers = broker.host();
    let first = connect(orders(4).group("billing"), &servers).await;
    let mut source = subscribe(&first, "orders").await;
    for at in 0..MESSAGES {
        let mut keyed = message("orders", &at.to_string());
        keyed.key = Some(at.to_string().into());
        try_send(&first, keyed).await.unwrap();
    }
    let mut held = Vec::new();
    for at in 0..MESSAGES {
        let found = next(&mut source).await;
        // The first half is settled; of the rest, nothing is by the time that another member comes.
        if at < MESSAGES / 2 { found.acknowledge() } else { held.push(found) }
    }
    // Neither noida nor librdkafka's mock takes what is committed as a partition goes, as Kafka does: a commit comes before.
    assert!(rest(&mut source, Duration::from_millis(2500)).await.is_empty());
    let unsettled: BTreeSet<String> = held.iter().map(text).collect();
    let second = connect(orders(4).group("billing"), &servers).await;
    let (sender, mut heard) = tokio::sync::mpsc::unbounded_channel();
    let reading = tokio::spawn(async move {
        while let Ok(found) = poll(&mut source).await {
            sender.send(text(&found)).unwrap();
            found.acknowledge();
        }
    });
    let mut other = subscribe(&second, "orders").await;
    // What was settled after its partition had gone counts for nothing.
    held.into_iter().for_each(asyncapi_runtime::Delivery::acknowledge);
    let mut again = BTreeSet::new();
    while again.len() < unsettled.len() {
        tokio::select! {
            found = soon(poll(&mut other)) => {
                let found = found.unwrap();
                again.insert(text(&found));
                found.acknowledge();
            }
            found = heard.recv() => { again.insert(found.unwrap()); }
        }
    }
    assert_eq!(again, unsettled, "settled messages do not come again, and all others do");
    reading.abort();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn order_and_partition_follow_the_key() {
    let Some(broker) = Broker::kafka() else { return };
    let kafka = orders(4).key("orders", "/order/id").from_start();
    let link = connect(kafka.clone(), &broker.host()).await;
    let mut source = subscribe(&link, "orders").await;
    for at in 0..200 {
        let order = format!(r#"{{"order": {{"id": "o{}"}}, "at": {at}}}"#, at % 10);
        soon(link.send(message("orders", &order), SendMode::Feed)).await.unwrap();
    }
    soon(link.flush()).await.unwrap();
    let mut latest: HashMap<String, usize> = HashMap::new();
    for _ in 0..200 {
        let found = next(&mut source).await;
        let key = String::from_utf8(found.message.key.clone().unwrap().to_vec()).unwrap();
        let at: usize = text(&found).rsplit(' ').next().unwrap().trim_end_matches('}').parse().unwrap();
        assert_eq!(key, format!("o{}", at % 10));
        assert!(latest.insert(key, at).is_none_or(|before| before < at), "{at}");
        found.acknowledge();
    }
    // A key of one's own goes before; a payload without one is not sent.
    let mut own = message("orders", r#"{"order": {"id": 7}}"#);
    own.key = Some("own".into());
    try_send(&link, own).await.unwrap();
    let found = next(&mut source).await;
    assert_eq!(found.message.key.as_deref(), Some(&b"own"[..]));
    found.acknowledge();
    send(&link, "orders", r#"{"order": {"id": 7}}"#).await;
    let found = next(&mut source).await;
    assert_eq!(found.message.key.as_deref(), Some(&b"7"[..]));
    found.acknowledge();
    let refused = try_send(&link, message("orders", "{}")).await.unwrap_err();
    assert_eq!(refused.kind(), SendErrorKind::Invalid);
    assert!(refused.to_string().contains("/order/id"), "{refused}");

    let chosen = orders(4).partition(|message| (message.payload.len() == 1).then_some(3));
    let link = connect(chosen, &broker.host()).await;
    let before = watermarks(&broker.host(), "orders", 3);
    send(&link, "orders", "x").await;
    send(&link, "orders", "y").await;
    assert_eq!(watermarks(&broker.host(), "orders", 3), before + 2);
    let beyond = connect(orders(4).partition(|_| Some(99)), &broker.host()).await;
    let refused = try_send(&beyond, message("orders", "x")).await.unwrap_err();
    assert!(refused.to_string().contains("no such partition"), "{refused}");
}

fn watermarks(host: &str, topic: &str, partition: i32) -> i64 {
    let eye: BaseConsumer = ClientConfig::new().set("bootstrap.servers", host).create().unwrap();
    tokio::task::block_in_place(|| eye.fetch_watermarks(topic, partition, Duration::from_secs(10)).unwrap().1)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn retry_topics_outlive_the_process() {
    let Some(broker) = Broker::kafka() else { return };
    let kafka = || orders(1).group("billing").retry_topics(".billing.retry");
    let link = connect(kafka(), &broker.host()).await;
    let mut source = subscribe(&link, "orders").await;
    let mut failing = message("orders", "failing");
    failing.headers.append("x-trace", "17");
    failing.key = Some("k".into());
    try_send(&link, failing).await.unwrap();
    send(&link, "orders", "fine").await;
    let (first, fine) = (next(&mut source).await, next(&mut source).await);
    assert_eq!((text(&first), first.attempt), ("failing".to_owned(), 1));
    let began = Instant::now();
    first.retry(Duration::from_secs(3));
    fine.acknowledge();
    // It holds up no commit.
    assert!(rest(&mut source, Duration::from_millis(1500)).await.is_empty());
    is_committed(&broker.host(), "billing", &[Some(2)]).await;
    drop(source);
    soon(link.close(1000, "".into())).await;

    let link = connect(kafka(), &broker.host()).await;
    let mut source = subscribe(&link, "orders").await;
    let again = next(&mut source).await;
    assert!(began.elapsed() >= Duration::from_millis(2900), "after {:?}", began.elapsed());
    assert_eq!((text(&again), again.attempt, &*again.message.address), ("failing".to_owned(), 2, "orders"));
    assert_eq!(again.message.key.as_deref(), Some(&b"k"[..]));
    assert_eq!((again.message.headers.len(), again.message.headers.text("x-trace")), (1, Some("17")));
    again.retry(Duration::ZERO);
    let third = next(&mut source).await;
    assert_eq!(third.attempt, 3);
    third.acknowledge();
    assert!(rest(&mut source, Duration::from_secs(1)).await.is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn topics_are_made_as_the_document_says() {
    let Some(broker) = Broker::kafka() else { return };
    let link = connect(quick().ensure(), &broker.host()).await;
    let mut sent = message("shop/orders", "{}");
    sent.operation = Some(&application::orders::PLACE);
    try_send(&link, sent).await.unwrap();
    // The binding names the topic, and says of how many parts it is.
    let eye: BaseConsumer = ClientConfig::new().set("bootstrap.servers", broker.host()).create().unwrap();
    let metadata =
        tokio::task::block_in_place(|| eye.fetch_metadata(Some("orders.v1"), Duration::from_secs(10)).unwrap());
    assert_eq!(metadata.topics()[0].partitions().len(), 6);

    let bare = connect(quick(), &broker.host()).await;
    let refused = try_subscribe(&bare, "absent").await.err().unwrap();
    assert_eq!(refused.kind(), SubscribeErrorKind::Transport);
    let refused_send = try_send(&bare, message("absent", "x")).await.unwrap_err();
    for text in [refused.to_string(), refused_send.to_string()] {
        assert!(text.contains("no topic `absent`") && text.contains("ensure"), "{text}");
    }
    let refused = try_send(&bare, message("a/b", "x")).await.unwrap_err();
    assert_eq!(refused.kind(), SendErrorKind::Unsupported);
}

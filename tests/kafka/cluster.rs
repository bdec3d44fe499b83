//! What a cluster does that fails, on librdkafka's mock of one.

use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use asyncapi_runtime::kafka::Kafka;
use asyncapi_runtime::{Link, SendErrorKind, SendMode};
use rdkafka::mocking::MockCluster;
use rdkafka::producer::DefaultProducerContext;
use rdkafka::types::{RDKafkaApiKey as Api, RDKafkaRespErr as Code};

use crate::kit::{connect, message, next, poll, rest, send, soon, subscribe, text, texts, try_send, try_subscribe};

type Cluster = MockCluster<'static, DefaultProducerContext>;

fn cluster(brokers: i32) -> (Cluster, String) {
    let cluster = MockCluster::new(brokers).unwrap();
    cluster.create_topic("orders", 1, brokers).unwrap();
    let servers = cluster.bootstrap_servers();
    (cluster, servers)
}

fn quick() -> Kafka {
    Kafka::new().linger(Duration::from_millis(1))
}

async fn feed(link: &Arc<dyn Link>, from: usize, to: usize) {
    for at in from..to {
        soon(link.send(message("orders", &at.to_string()), SendMode::Feed)).await.unwrap();
    }
}

fn numbers(from: usize, to: usize) -> Vec<String> {
    (from..to).map(|at| at.to_string()).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_can_be_tried_again_is_sent_once() {
    let (cluster, servers) = cluster(3);
    let link = connect(quick().from_start(), &servers).await;
    let mut source = subscribe(&link, "orders").await;
    let errors = [
        Code::RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION,
        Code::RD_KAFKA_RESP_ERR_REQUEST_TIMED_OUT,
        Code::RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS,
        Code::RD_KAFKA_RESP_ERR__TRANSPORT,
    ];
    cluster.request_errors(Api::Produce, &errors);
    cluster.request_errors(Api::Fetch, &errors[..1]);
    feed(&link, 0, 100).await;
    soon(link.flush()).await.unwrap();
    let mut heard = Vec::new();
    while heard.len() < 100 {
        let found = next(&mut source).await;
        heard.push(text(&found));
        found.acknowledge();
    }
    assert_eq!(heard, numbers(0, 100));
    assert!(rest(&mut source, Duration::from_millis(500)).await.is_empty(), "none is there twice");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_producer_that_is_at_its_end_gives_way() {
    let (cluster, servers) = cluster(1);
    let link = connect(quick(), &servers).await;
    send(&link, "orders", "first").await;
    cluster.request_errors(Api::Produce, &[Code::RD_KAFKA_RESP_ERR_OUT_OF_ORDER_SEQUENCE_NUMBER]);
    let refused = try_send(&link, message("orders", "unlucky")).await.unwrap_err();
    assert!(matches!(refused.kind(), SendErrorKind::Transport | SendErrorKind::NotConfirmed), "{refused}");
    for at in 0..10 {
        send(&link, "orders", &at.to_string()).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sends_wait_for_a_dead_cluster_and_are_bounded() {
    let (cluster, servers) = cluster(1);
    let link = connect(quick().buffer(64 << 10).from_start(), &servers).await;
    let mut source = subscribe(&link, "orders").await;
    send(&link, "orders", "0").await;
    next(&mut source).await.acknowledge();
    cluster.broker_down(-1).unwrap();
    // Whoever does not wait fills the buffer, and hears that it is full; whoever waits waits.
    let mut taken = 1;
    let full = loop {
        match link.send(message("orders", &taken.to_string()), SendMode::Now).await {
            Ok(()) => taken += 1,
            Err(error) => break error,
        }
        assert!(taken < 10_000, "64 KiB are no limit");
    };
    assert_eq!(full.kind(), SendErrorKind::Full);
    let waiting = tokio::spawn(link.send(message("orders", &taken.to_string()), SendMode::Flush));
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert!(!waiting.is_finished());
    cluster.broker_up(-1).unwrap();
    soon(waiting).await.unwrap().unwrap();
    for at in 1..=taken {
        let found = next(&mut source).await;
        assert_eq!(text(&found), at.to_string());
        found.acknowledge();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn leaders_move_and_dawdle() {
    let (cluster, servers) = cluster(3);
    cluster.partition_leader("orders", 0, Some(1)).unwrap();
    let link = connect(quick().group("billing"), &servers).await;
    let mut source = subscribe(&link, "orders").await;
    let reading = tokio::spawn(async move {
        let mut heard = Vec::new();
        while heard.len() < 300 {
            let found = next(&mut source).await;
            heard.push(text(&found));
            found.acknowledge();
        }
        heard
    });
    feed(&link, 0, 100).await;
    cluster.partition_leader("orders", 0, Some(2)).unwrap();
    feed(&link, 100, 200).await;
    cluster.broker_round_trip_time(2, Duration::from_millis(300)).unwrap();
    feed(&link, 200, 300).await;
    soon(link.flush()).await.unwrap();
    assert_eq!(soon(reading).await.unwrap(), numbers(0, 300));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_member_that_crashed_is_put_out() {
    let (_cluster, servers) = cluster(1);
    let link = connect(quick(), &servers).await;
    for at in 0..10 {
        send(&link, "orders", &at.to_string()).await;
    }
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "cluster::member", "--nocapture"]).env("MEMBER_OF", &servers);
    let mut member = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
    let output = std::io::BufReader::new(member.stdout.take().unwrap());
    let holds = tokio::task::spawn_blocking(move || {
        std::io::BufRead::lines(output).map_while(Result::ok).any(|line| line == "it holds all")
    });
    assert!(soon(holds).await.unwrap());
    member.kill().unwrap();
    member.wait().unwrap();
    let began = Instant::now();
    let heir = connect(member_of(), &servers).await;
    let mut source = subscribe(&heir, "orders").await;
    let mut left = Vec::new();
    while left.len() < 6 {
        left.push(next(&mut source).await);
    }
    // What it had settled and committed does not come again, all else does.
    assert_eq!(texts(&left), numbers(4, 10), "after {:?}", began.elapsed());
}

fn member_of() -> Kafka {
    quick().group("billing").property("session.timeout.ms", "6000").property("heartbeat.interval.ms", "500")
}

/// What the process that crashes runs; among the tests it does nothing.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn member() {
    let Ok(servers) = std::env::var("MEMBER_OF") else { return };
    let link = connect(member_of(), &servers).await;
    let mut source = subscribe(&link, "orders").await;
    let mut held = Vec::new();
    for at in 0..10 {
        let found = next(&mut source).await;
        if at < 4 { found.acknowledge() } else { held.push(found) }
    }
    // Until what was settled is committed.
    let _ = tokio::time::timeout(Duration::from_millis(2500), poll(&mut source)).await;
    println!("it holds all");
    std::future::pending::<()>().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_forbidden_or_missing_is_said() {
    let (cluster, servers) = cluster(1);
    let link = connect(quick(), &servers).await;
    cluster.topic_error("secret", Code::RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED).unwrap();
    let refused = try_subscribe(&link, "secret").await.err().unwrap().to_string();
    assert!(refused.contains("secret") && refused.to_lowercase().contains("authorization"), "{refused}");
    let refused = try_send(&link, message("secret", "x")).await.unwrap_err().to_string();
    assert!(refused.contains("secret") && refused.to_lowercase().contains("authorization"), "{refused}");
    cluster.topic_error("absent", Code::RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART).unwrap();
    let refused = try_subscribe(&link, "absent").await.err().unwrap().to_string();
    assert!(refused.contains("no topic `absent`"), "{refused}");
    cluster.request_errors(Api::Produce, &[Code::RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE]);
    let refused = try_send(&link, message("orders", "x")).await.unwrap_err();
    assert_eq!(refused.kind(), SendErrorKind::TooLarge);
}

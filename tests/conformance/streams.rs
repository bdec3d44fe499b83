//! What is Redis's own: consumers that crash, slow handlers, readers without a group, the options of streams, and a server
//! that the document names.

use std::sync::Arc;
use std::time::Duration;

use asyncapi_brokers::Broker;
use asyncapi_runtime::redis::{Redis, Streams};
use asyncapi_runtime::{ConnectRequest, Link, SendErrorKind, SendMode, SubscribeErrorKind, Transport};

use crate::kit::{is_silent, message, next, send, settings, soon, subscribe, text, try_subscribe};

mod application {
    asyncapi_runtime::asyncapi!("../conformance/redis.yaml");
}

async fn link(broker: &Broker, redis: Redis) -> Arc<dyn Link> {
    let request = ConnectRequest {
        url: format!("redis://{}", broker.host()).into(),
        address: "".into(),
        query: None,
        channel: None,
        headers: asyncapi_runtime::Headers::new(),
        credentials: Arc::new([]),
        settings: settings(),
    };
    redis.connect(request).await.unwrap()
}

fn words() -> Streams {
    Streams::new(["words"]).group("all").claim_after(Duration::from_millis(600)).ensure()
}

/// What a process leaves that takes messages and is killed: a runtime of its own, which ends without a word.
fn crash_holding(broker: &Broker, redis: Redis, messages: usize) {
    let (sender, taken) = std::sync::mpsc::channel();
    let host = broker.host();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    runtime.spawn(async move {
        let request = ConnectRequest {
            url: format!("redis://{host}").into(),
            address: "".into(),
            query: None,
            channel: None,
            headers: asyncapi_runtime::Headers::new(),
            credentials: Arc::new([]),
            settings: settings(),
        };
        let link = redis.connect(request).await.unwrap();
        let mut source = try_subscribe(&link, "words", 256).await.unwrap();
        for _ in 0..messages {
            std::mem::forget(next(&mut source).await);
        }
        sender.send(()).unwrap();
        std::mem::forget(source);
        std::mem::forget(link);
    });
    taken.recv_timeout(Duration::from_secs(20)).unwrap();
    runtime.shutdown_background();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_crashed_consumer_comes_back_under_its_name() {
    let Some(broker) = Broker::redis("") else { return };
    let named = || Redis::new().streams(words().claim_after(Duration::from_secs(3600))).consumer("host-1");
    let sender = link(&broker, Redis::new().streams(words())).await;
    for at in 0..5 {
        send(&sender, message("words", at.to_string())).await;
    }
    tokio::task::block_in_place(|| crash_holding(&broker, named(), 3));
    send(&sender, message("words", "5")).await;
    let again = link(&broker, named()).await;
    let mut source = subscribe(&again, "words").await;
    for at in 0..6 {
        let found = next(&mut source).await;
        assert_eq!((text(&found), found.attempt), (at.to_string(), if at < 5 { 2 } else { 1 }), "at once and in order");
        found.acknowledge();
    }
    again.close(1000, "".into()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_crashed_consumer_held_is_claimed() {
    let Some(broker) = Broker::redis("") else { return };
    let sender = link(&broker, Redis::new().streams(words())).await;
    for at in 0..5 {
        send(&sender, message("words", at.to_string())).await;
    }
    tokio::task::block_in_place(|| crash_holding(&broker, Redis::new().streams(words()), 5));
    let other = link(&broker, Redis::new().streams(words())).await;
    let mut source = subscribe(&other, "words").await;
    for at in 0..5 {
        let found = next(&mut source).await;
        assert_eq!((text(&found), found.attempt), (at.to_string(), 2));
        found.acknowledge();
    }
    assert!(is_silent(&mut source, Duration::from_secs(1)).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_worked_on_is_not_claimed() {
    let Some(broker) = Broker::redis("") else { return };
    let (slow, idle) = (Redis::new().streams(words()), Redis::new().streams(words()));
    let (slow, idle) = (link(&broker, slow).await, link(&broker, idle).await);
    let mut source = subscribe(&slow, "words").await;
    send(&slow, message("words", "x")).await;
    let held = next(&mut source).await;
    let mut other = subscribe(&idle, "words").await;
    assert!(is_silent(&mut other, Duration::from_secs(2)).await, "as long as this process holds it, it is its own");
    // One that is to come again later is held as well.
    held.retry(Duration::from_millis(1500));
    let (again, silent) = tokio::join!(next(&mut source), is_silent(&mut other, Duration::from_secs(2)));
    assert!(silent && again.attempt == 2);
    // Gone without a word of its own, it goes to the other at once.
    drop(source);
    drop(again);
    let found = next(&mut other).await;
    assert_eq!((text(&found), found.attempt), ("x".to_owned(), 3));
    found.acknowledge();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_group_all_read_all() {
    let Some(mut broker) = Broker::redis("") else { return };
    let streams = || Streams::new(["words"]).ensure();
    let reader = link(&broker, Redis::new().streams(streams())).await;
    assert!(!reader.capabilities().redelivery && reader.capabilities().headers);
    send(&reader, message("words", "0")).await;
    let mut new = subscribe(&reader, "words").await;
    let all = link(&broker, Redis::new().streams(streams().from_start())).await;
    let mut all = subscribe(&all, "words").await;
    send(&reader, message("words", "1")).await;
    assert_eq!(text(&next(&mut all).await), "0");
    for source in [&mut new, &mut all] {
        let found = next(source).await;
        assert!(text(&found) == "1" && found.settle.is_none());
    }
    tokio::task::block_in_place(|| {
        broker.kill();
        broker.start();
    });
    for at in 2..300 {
        send(&reader, message("words", at.to_string())).await;
    }
    for source in [&mut new, &mut all] {
        for at in 2..300 {
            assert_eq!(text(&next(source).await), at.to_string(), "it goes on where it was");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn streams_have_options() {
    let Some(broker) = Broker::redis("") else { return };
    let streams = words().max_len(100).payload_field("data");
    let redis = Redis::new().streams(streams);
    let ours = link(&broker, redis).await;
    for at in 0..1000 {
        soon(ours.send(message("words", at.to_string()), SendMode::Feed)).await.unwrap();
    }
    soon(ours.flush()).await.unwrap();
    let mut source = subscribe(&ours, "words").await;
    let first: usize = text(&next(&mut source).await).parse().unwrap();
    assert!((700..=900).contains(&first), "the oldest are gone, in bulk: {first}");
    // The field's name is said by both: to others, the payload is a header.
    let other = link(&broker, Redis::new().streams(Streams::new(["words"]).from_start().ensure())).await;
    let found = next(&mut subscribe(&other, "words").await).await;
    assert_eq!((text(&found), found.message.headers.text("data")), (String::new(), Some(&*first.to_string())));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_channels_and_streams_cannot_do_is_refused() {
    let Some(broker) = Broker::redis("") else { return };
    let mixed =
        link(&broker, Redis::new().streams(Streams::new(["words", "orders:{region}"]).group("g").ensure())).await;
    let mut headed = message("elsewhere", "x");
    headed.headers.append("x", "y");
    let mut asking = message("elsewhere", "x");
    asking.set_reply_to("back");
    let mut named = message("words", "x");
    named.headers.append("payload", "y");
    for refused in [headed, asking, named, message("", "x")] {
        let refused = soon(mixed.send(refused, SendMode::Flush)).await.unwrap_err();
        assert_eq!(refused.kind(), SendErrorKind::Unsupported, "{refused}");
    }
    let refused = soon(try_subscribe(&mixed, "orders:{region}", 8)).await.err().unwrap();
    assert_eq!(refused.kind(), SubscribeErrorKind::Unsupported);
    let mut eu = subscribe(&mixed, "orders:eu").await;
    send(&mixed, message("orders:us", "us")).await;
    send(&mixed, message("orders:eu", "eu")).await;
    let found = next(&mut eu).await;
    assert_eq!((&*found.message.address, text(&found)), ("orders:eu", "eu".to_owned()));
    found.acknowledge();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_servers_own_word_is_told() {
    let Some(broker) = Broker::redis("user bob on >b0b resetchannels ~* +@all -xadd") else { return };
    let endpoint = |redis: Redis| {
        asyncapi_runtime::ConnectEndpoint::new(Arc::new(redis), format!("redis://bob:b0b@{}", broker.host()))
    };
    let client = asyncapi_runtime::Client::connect(endpoint(Redis::new().streams(words())), &[]).await.unwrap();
    for address in ["words", "elsewhere"] {
        let link = client.channel(&application::orders::CHANNEL, address);
        let refused = soon(link.send_raw(message(address, "x"))).await.unwrap_err();
        assert_eq!(refused.kind(), SendErrorKind::Transport);
        assert!(format!("{refused}").contains("permission"), "{refused}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_document_names_the_server() {
    use application::OrdersRegion as Region;
    use application::orders::Parameters;
    let Some(broker) = Broker::redis("user alice on >s3cret ~* &* +@all") else { return };
    let server = || application::servers::Cache::at(broker.host()).user_password("alice", "s3cret");
    let client = application::Client::connect(server()).await.unwrap();
    let streams = Streams::new(["orders:{region}"]).group("g").ensure();
    let orders = application::Client::connect(server().transport(Redis::new().streams(streams))).await.unwrap();
    // A channel of one connection, a stream of the other; both in the database that the path names.
    let listener = link(&broker, Redis::new()).await;
    let mut channel = subscribe(&listener, "orders:{region}").await;
    let word = application::Word { text: "x".to_owned() };
    client.orders(Parameters { region: Region::Eu }).order(&word).await.unwrap();
    assert_eq!(next(&mut channel).await.message.address, "orders:eu");
    orders.orders(Parameters { region: Region::Us }).order(&word).await.unwrap();
    assert!(is_silent(&mut channel, Duration::from_millis(200)).await);
}

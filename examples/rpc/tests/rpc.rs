//! The pair end to end: in memory, and on a real broker.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use asyncapi_brokers::Broker;
use asyncapi_runtime::ConnectEndpoint;
use asyncapi_runtime::amqp::Amqp;
use asyncapi_runtime::memory::Hub;
use rpc::{Adder, Asker, client, server};

/// Two who ask at once, each of whom gets their own answers.
async fn sums_are_added(server: impl Fn() -> ConnectEndpoint, client: impl Fn() -> ConnectEndpoint) {
    let adder = Adder::new(server::Client::connect(server()).await.unwrap());
    let bound = server::Service { rpc_queue: adder }.bind(server()).await.unwrap();
    tokio::spawn(bound.serve());
    let mut asking = tokio::task::JoinSet::new();
    for who in 0..2 {
        let asker = Asker::new(client::Client::connect(client()).await.unwrap()).await.unwrap();
        asking.spawn(async move {
            let asker = &asker;
            let sums =
                (0..50).map(|at| async move { asker.sum(&[f64::from(who * 1000), f64::from(at)]).await.unwrap() });
            let mut found = Vec::new();
            for sum in sums {
                found.push(sum.await);
            }
            assert_eq!(found, (0..50).map(|at| f64::from(who * 1000 + at)).collect::<Vec<_>>());
        });
    }
    while let Some(done) = asking.join_next().await {
        done.unwrap();
    }
}

#[tokio::test]
async fn in_memory() {
    let hub = Hub::new();
    let server = || server::servers::Production::memory(&hub).into();
    sums_are_added(server, || client::servers::Production::memory(&hub).into()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_a_broker() {
    let Some(broker) = Broker::rabbitmq("", 0) else { return };
    let url = format!("amqp://alice:s3cret@{}", broker.host());
    let client = || ConnectEndpoint::from(client::servers::Production::at(url.as_str()));
    // Nobody has declared the queue of the requests yet.
    let asker = Asker::new(client::Client::connect(client()).await.unwrap()).await.unwrap();
    let error = asker.sum(&[1.0]).await.unwrap_err();
    assert!(error.to_string().contains("there is no queue `rpc_queue`"), "{error}");
    let server = || server::servers::Production::at(url.as_str()).transport(Amqp::new().ensure()).into();
    sums_are_added(server, client).await;
    assert_eq!(asker.sum(&[1.0, 2.0]).await.unwrap(), 3.0);
}

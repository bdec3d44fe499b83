//! The hub's own behaviour: faults on demand, settling, one listener.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::time::Duration;

use super::Hub;
use crate::test_kit::{SAY, TEXT, TEXTS, Text, serve, soon, text};
use crate::{Client, ConnectErrorKind, Outcome, ServeErrorKind, Server, Subscription};

async fn pair(hub: &Hub) -> (Client, Subscription<Text>) {
    let client = Client::connect(hub.topics(), &[]).await.unwrap();
    let texts = client.channel(&TEXTS, "/texts").subscribe().await.unwrap();
    (client, texts)
}

async fn say(client: &Client, words: &str) {
    client.channel(&TEXTS, "/texts").send(&SAY, &TEXT, &text(words)).await.unwrap();
}

#[tokio::test]
async fn faults_happen_exactly_as_often_as_asked() {
    let hub = Hub::new();
    let (client, mut texts) = pair(&hub).await;
    hub.faults().lose_next(1);
    say(&client, "lost").await;
    hub.faults().duplicate_next(1);
    say(&client, "twice").await;
    say(&client, "once").await;
    for words in ["twice", "twice", "once"] {
        assert_eq!(soon(texts.next()).await, Some(text(words)));
    }
    hub.faults().refuse_next(1);
    let refused = Client::connect(hub.topics(), &[]).await.unwrap_err();
    assert_eq!(refused.kind(), ConnectErrorKind::Unreachable);
    assert!(Client::connect(hub.topics(), &[]).await.is_ok());
}

#[tokio::test(start_paused = true)]
async fn messages_take_their_time() {
    let hub = Hub::new();
    let (client, mut texts) = pair(&hub).await;
    hub.faults().delay(Some(Duration::from_secs(3)));
    let began = tokio::time::Instant::now();
    say(&client, "late").await;
    assert_eq!(texts.next().await, Some(text("late")));
    assert!(began.elapsed() >= Duration::from_secs(3));
}

#[tokio::test]
async fn what_is_not_settled_comes_again() {
    let hub = Hub::new();
    let (client, texts) = pair(&hub).await;
    let mut deliveries = texts.deliveries();
    say(&client, "x").await;
    drop(soon(deliveries.next()).await.unwrap());
    soon(deliveries.next()).await.unwrap().retry(Duration::from_millis(1));
    let third = soon(deliveries.next()).await.unwrap();
    assert_eq!(third.acknowledge(), text("x"));
    say(&client, "y").await;
    soon(deliveries.next()).await.unwrap().reject();
    assert_eq!(hub.dead_letters().len(), 1);
}

#[tokio::test]
async fn a_hub_has_one_listener_at_a_time() {
    let hub = Hub::new();
    let handler = |_: String, _: &crate::Context| Box::pin(async { Ok(()) }) as crate::BoxFuture<'static, Outcome>;
    let first = serve(hub.listen(), |server| server, handler).await;
    let second = Server::new([]).bind(hub.listen()).await;
    assert_eq!(second.unwrap_err().kind(), ServeErrorKind::Bind);
    first.shut_down().await;
    assert!(Server::new([]).bind(hub.listen()).await.is_ok());
}

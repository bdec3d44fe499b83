//! tower's own layers, as they are.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::sync::{Semaphore, mpsc};
use tokio::time::Instant;
use tower::limit::{ConcurrencyLimitLayer, RateLimitLayer};
use tower::load_shed::LoadShedLayer;
use tower::timeout::TimeoutLayer;

use crate::memory::Hub;
use crate::test_kit::{SAY, TEXT, TEXTS, serve, soon, text};
use crate::{BoxFuture, ChannelLink, Client, Context, Outcome, Retry, Server, Settings};

async fn link(hub: &Hub) -> (Client, ChannelLink) {
    let client = Client::connect(hub.topics(), &[]).await.unwrap();
    let link = client.channel(&TEXTS, "/texts");
    (client, link)
}

async fn dead_letters(hub: &Hub, count: usize) -> Vec<String> {
    soon(async {
        while hub.dead_letters().len() < count {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    })
    .await;
    hub.dead_letters().iter().map(|dead| dead.headers.text("x-problem").unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_timeout_is_a_failure_that_is_tried_again() {
    let hub = Hub::new();
    let attempts = Arc::new(AtomicUsize::new(0));
    let count = attempts.clone();
    let handler = move |_: String, _: &Context| {
        count.fetch_add(1, Ordering::SeqCst);
        Box::pin(std::future::pending()) as BoxFuture<'static, Outcome>
    };
    let quick = Retry { attempts: 2, first: Duration::from_millis(1), ..Retry::default() };
    let rules = |server: Server| server.retry(quick).layer(TimeoutLayer::new(Duration::from_millis(5)));
    let running = serve(hub.topics(), rules, handler).await;
    hub.publish("/texts", "\"x\"");
    assert_eq!(dead_letters(&hub, 1).await, ["the handler failed: request timed out"]);
    assert_eq!(attempts.load(Ordering::SeqCst), 2);
    running.shut_down().await;
}

/// A handler that says how many run at once, and waits for leave to end.
fn counting(
    open: &Arc<Semaphore>,
) -> (mpsc::UnboundedReceiver<usize>, impl Fn(String, &Context) -> BoxFuture<'static, Outcome> + use<>) {
    let (entered, inside) = mpsc::unbounded_channel();
    let (open, running) = (open.clone(), Arc::new(AtomicUsize::new(0)));
    let handler = move |_: String, _: &Context| {
        let (entered, open, running) = (entered.clone(), open.clone(), running.clone());
        Box::pin(async move {
            entered.send(running.fetch_add(1, Ordering::SeqCst) + 1).unwrap();
            open.acquire().await?.forget();
            running.fetch_sub(1, Ordering::SeqCst);
            Ok(())
        }) as BoxFuture<'static, Outcome>
    };
    (inside, handler)
}

#[tokio::test]
async fn a_limit_holds_for_all_and_makes_senders_wait() {
    let (hub, open) = (Hub::new(), Arc::new(Semaphore::new(0)));
    let (mut inside, handler) = counting(&open);
    let settings = Settings { read_ahead: 6, ..Settings::default() };
    let rules = |server: Server| server.concurrency(4).layer(ConcurrencyLimitLayer::new(2));
    let running = serve(hub.topics().settings(settings), rules, handler).await;
    let (_client, link) = link(&hub).await;
    for words in 0..6 {
        soon(link.send(&SAY, &TEXT, &text(words))).await.unwrap();
    }
    // What is not ready holds back, up to who sends.
    let seventh = tokio::spawn(async move { link.send(&SAY, &TEXT, &text(6)).await });
    tokio::time::sleep(Duration::from_millis(20)).await;
    assert!(!seventh.is_finished());
    open.add_permits(7);
    soon(seventh).await.unwrap().unwrap();
    let mut most = 0;
    for _ in 0..7 {
        most = soon(inside.recv()).await.unwrap().max(most);
    }
    assert_eq!(most, 2);
    running.shut_down().await;
    assert!(hub.dead_letters().is_empty());
}

#[tokio::test]
async fn load_is_shed_where_a_limit_is_not_ready() {
    let (hub, open) = (Hub::new(), Arc::new(Semaphore::new(0)));
    let (mut inside, handler) = counting(&open);
    // One layer of both: what sheds has to see what limits.
    let stacked = |server: Server| {
        let stack = tower_layer::Stack::new(ConcurrencyLimitLayer::new(1), LoadShedLayer::new());
        server.concurrency(3).retry(Retry::never()).layer(stack)
    };
    let running = serve(hub.topics(), stacked, handler).await;
    for _ in 0..3 {
        hub.publish("/texts", "\"x\"");
    }
    assert_eq!(soon(inside.recv()).await, Some(1));
    assert_eq!(dead_letters(&hub, 2).await, ["the handler failed: service overloaded"; 2]);
    open.add_permits(1);
    running.shut_down().await;
}

#[tokio::test]
async fn a_rate_holds_for_all() {
    let hub = Hub::new();
    let (heard, mut times) = mpsc::unbounded_channel();
    let handler = move |_: String, _: &Context| {
        heard.send(Instant::now()).unwrap();
        Box::pin(async { Ok(()) }) as BoxFuture<'static, Outcome>
    };
    let pause = Duration::from_millis(50);
    let rules = |server: Server| server.concurrency(4).layer(RateLimitLayer::new(2, pause));
    let running = serve(hub.topics(), rules, handler).await;
    let begin = Instant::now();
    for _ in 0..6 {
        hub.publish("/texts", "\"x\"");
    }
    let mut last = begin;
    for _ in 0..6 {
        last = soon(times.recv()).await.unwrap();
    }
    assert!(last - begin >= pause * 2, "{:?}", last - begin);
    running.shut_down().await;
}

#[tokio::test]
async fn what_a_handler_says_passes_through_layers() {
    let hub = Hub::new();
    let handler = |words: String, context: &Context| {
        let result = match (words.as_str(), context.attempt()) {
            ("panic", _) => panic!("a handler that panics"),
            ("reject", _) => Err(crate::Failure::reject("never")),
            _ => Ok(()),
        };
        Box::pin(async { result }) as BoxFuture<'static, Outcome>
    };
    let day = Duration::from_secs(86_400);
    let rules = |server: Server| server.layer(TimeoutLayer::new(day)).layer(TimeoutLayer::new(day));
    let running = serve(hub.topics(), rules, handler).await;
    for payload in ["\"panic\"", "\"reject\"", "{no", "\"fine\""] {
        hub.publish("/texts", payload);
    }
    let dead = dead_letters(&hub, 3).await;
    assert_eq!(dead[..2], ["the handler panicked: a handler that panics", "the handler failed: never"]);
    running.shut_down().await;
    assert_eq!(hub.dead_letters().len(), 3);
}

//! Handlers, retries, policies, back-pressure, sessions and shutdown, over memory.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::{Semaphore, mpsc};

use crate::memory::Hub;
use crate::test_kit::{SAY, TEXT, TEXTS, Text, serve, serve_on, soon, text};
use crate::{
    ChannelLink, Client, ClosedBy, Failure, Outcome, Policy, RawMessage, Retry, SendErrorKind, SendOptions, Settings,
    Subscription, close_code,
};

async fn client(hub: &Hub) -> (Client, ChannelLink) {
    let client = Client::connect(hub.connect(), &[&TEXTS]).await.unwrap();
    let link = client.channel(&TEXTS, "/texts");
    (client, link)
}

async fn say(link: &ChannelLink, words: impl ToString) {
    soon(link.send(&SAY, &TEXT, &text(words))).await.unwrap();
}

fn quick() -> Retry {
    Retry { first: Duration::from_millis(1), ..Retry::default() }
}

fn boom() -> Outcome {
    Err(Failure::retry("boom"))
}

#[tokio::test]
async fn a_session_keeps_its_order_through_retries() {
    let hub = Hub::new();
    let (done, mut finished) = mpsc::unbounded_channel();
    let handler = move |words: String, context: &crate::Context| {
        let (done, attempt) = (done.clone(), context.attempt());
        Box::pin(async move {
            if words == "2" && attempt < 3 {
                return boom();
            }
            done.send((words, attempt)).unwrap();
            Ok(())
        }) as crate::BoxFuture<'static, Outcome>
    };
    let _running = serve(hub.listen(), |server| server.retry(quick()), handler).await;
    let (_client, link) = client(&hub).await;
    for words in 1..=3 {
        say(&link, words).await;
    }
    for (words, attempt) in [("1", 1), ("2", 3), ("3", 1)] {
        assert_eq!(soon(finished.recv()).await, Some((words.to_owned(), attempt)));
    }
}

#[tokio::test]
async fn poison_never_loops() {
    let hub = Hub::new();
    let attempts = Arc::new(Mutex::new(Vec::new()));
    let seen = attempts.clone();
    let handler = move |words: String, _: &crate::Context| {
        seen.lock().unwrap().push(words.clone());
        Box::pin(async move {
            match words.as_str() {
                "reject" => Err(Failure::reject("never")),
                "retry" => boom(),
                "panic" => panic!("a handler that panics"),
                _ => Ok(()),
            }
        }) as crate::BoxFuture<'static, Outcome>
    };
    let running = serve(hub.topics(), |server| server.retry(quick()), handler).await;
    for payload in ["\"reject\"", "\"retry\"", "\"panic\"", "{not json", "\"good\""] {
        assert_eq!(hub.publish("/texts", payload), 1);
    }
    soon(async {
        while hub.dead_letters().len() < 4 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    })
    .await;
    running.shut_down().await;
    let attempts = attempts.lock().unwrap();
    let count = |words: &str| attempts.iter().filter(|seen| *seen == words).count();
    assert_eq!((count("reject"), count("retry"), count("panic"), count("good")), (1, 3, 1, 1));
    let dead: Vec<_> = hub.dead_letters().iter().map(|dead| dead.payload.clone()).collect();
    assert_eq!(dead.last().map(|dead| &dead[..]), Some(&b"\"retry\""[..]), "the others do not wait: {dead:?}");
}

#[tokio::test]
async fn policies() {
    for (policy, answered) in [
        (Policy::answer_errors(), true),
        (Policy::Close(4002), false),
        (Policy::DeadLetter("/graveyard".into()), false),
        (Policy::LogAndDrop, false),
    ] {
        let hub = Hub::new();
        let closes = matches!(policy, Policy::Close(_));
        let handler = |_: String, _: &crate::Context| Box::pin(async { Ok(()) }) as crate::BoxFuture<'static, Outcome>;
        let mut running = serve(hub.listen(), |server| server.policy(policy), handler).await;
        let (client, link) = client(&hub).await;
        let mut answers: Subscription<Text> = link.subscribe().await.unwrap();
        soon(link.send_raw(RawMessage::json("{\"error\": 1"))).await.unwrap();
        if answered {
            // The answer is an object, which this channel's text is not: the client's policy drops it.
            say(&link, "on").await;
            assert_eq!(soon(async { client.stats() }).await.unclaimed, 0);
        }
        if closes {
            assert_eq!(soon(answers.next()).await, None);
            let reason = answers.close_reason().unwrap();
            assert_eq!((reason.by, reason.code), (ClosedBy::Peer, Some(4002)));
        } else {
            // Nothing else is lost.
            say(&link, "still here").await;
            client.close().await;
            let (_, opened) = running.session().await;
            let (_, closed) = running.session().await;
            assert_eq!(opened, None);
            assert_eq!(closed.unwrap().code, Some(close_code::NORMAL));
        }
    }
}

#[tokio::test]
async fn a_full_way_makes_senders_wait_and_no_wait_says_so() {
    let hub = Hub::new();
    let gate = Arc::new(Semaphore::new(0));
    let (open, taken) = (gate.clone(), Arc::new(AtomicUsize::new(0)));
    let count = taken.clone();
    let handler = move |_: String, _: &crate::Context| {
        let (open, count) = (open.clone(), count.clone());
        Box::pin(async move {
            count.fetch_add(1, Ordering::SeqCst);
            open.acquire().await?.forget();
            Ok(())
        }) as crate::BoxFuture<'static, Outcome>
    };
    let settings = Settings { read_ahead: 4, ..Settings::default() };
    let running = serve(hub.topics().settings(settings), |server| server, handler).await;
    let client = Client::connect(hub.topics(), &[]).await.unwrap();
    let link = client.channel(&TEXTS, "/texts");
    for words in 0..4 {
        say(&link, words).await;
    }
    let hasty = link.with(SendOptions::new().no_wait());
    assert_eq!(hasty.send(&SAY, &TEXT, &text(4)).await.unwrap_err().kind(), SendErrorKind::Full);
    let brief = link.with(SendOptions::new().deadline(Duration::from_millis(20)));
    assert_eq!(brief.send(&SAY, &TEXT, &text(4)).await.unwrap_err().kind(), SendErrorKind::DeadlineExceeded);
    let waiting = tokio::spawn(async move { link.send(&SAY, &TEXT, &text(4)).await });
    tokio::time::sleep(Duration::from_millis(20)).await;
    assert!(!waiting.is_finished());
    assert_eq!(taken.load(Ordering::SeqCst), 1, "one at a time");
    gate.add_permits(5);
    soon(waiting).await.unwrap().unwrap();
    soon(async {
        while taken.load(Ordering::SeqCst) < 5 {
            tokio::task::yield_now().await;
        }
    })
    .await;
    running.shut_down().await;
}

#[tokio::test]
async fn concurrency_is_opted_into() {
    let hub = Hub::new();
    let together = Arc::new(tokio::sync::Barrier::new(3));
    let handler = move |_: String, _: &crate::Context| {
        let together = together.clone();
        Box::pin(async move {
            together.wait().await;
            Ok(())
        }) as crate::BoxFuture<'static, Outcome>
    };
    let running = serve(hub.listen(), |server| server.concurrency(3), handler).await;
    let (_client, link) = client(&hub).await;
    for words in 0..6 {
        say(&link, words).await;
    }
    running.shut_down().await;
}

#[tokio::test]
async fn a_handler_has_a_deadline() {
    let hub = Hub::new();
    let handler =
        |_: String, _: &crate::Context| Box::pin(std::future::pending()) as crate::BoxFuture<'static, Outcome>;
    let rules = |server: super::Server| server.deadline(Duration::from_millis(5)).retry(Retry::never());
    let running = serve(hub.topics(), rules, handler).await;
    hub.publish("/texts", "\"x\"");
    soon(async {
        while hub.dead_letters().is_empty() {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    })
    .await;
    running.shut_down().await;
}

#[tokio::test]
async fn shutdown_finishes_what_was_taken() {
    let hub = Hub::new();
    let (entered, mut inside) = mpsc::unbounded_channel();
    let gate = Arc::new(Semaphore::new(0));
    let open = gate.clone();
    let handler = move |words: String, context: &crate::Context| {
        let (open, entered, sender) = (open.clone(), entered.clone(), context.sender());
        Box::pin(async move {
            entered.send(()).unwrap();
            open.acquire().await?.forget();
            sender.send(&SAY, &TEXT, &text(words)).await?;
            Ok(())
        }) as crate::BoxFuture<'static, Outcome>
    };
    let running = serve(hub.listen(), |server| server, handler).await;
    let (_client, link) = client(&hub).await;
    let mut echoes: Subscription<Text> = link.subscribe().await.unwrap();
    say(&link, "taken").await;
    soon(inside.recv()).await.unwrap();
    running.handle.shutdown();
    tokio::time::sleep(Duration::from_millis(10)).await;
    assert!(!running.task.is_finished());
    assert!(Client::connect(hub.connect(), &[&TEXTS]).await.is_err(), "takes no more");
    gate.add_permits(1);
    assert_eq!(soon(echoes.next()).await, Some(text("taken")));
    soon(running.task).await.unwrap().unwrap();
}

#[tokio::test]
async fn shutdown_does_not_wait_for_ever() {
    let hub = Hub::new();
    let handler =
        |_: String, _: &crate::Context| Box::pin(std::future::pending()) as crate::BoxFuture<'static, Outcome>;
    let mut running = serve(hub.listen(), |server| server.drain(Duration::from_millis(20)), handler).await;
    let (_client, link) = client(&hub).await;
    say(&link, "stuck").await;
    running.session().await;
    running.shut_down().await;
}

#[tokio::test]
async fn a_slow_consumer_is_closed_and_the_others_go_on() {
    let hub = Hub::new();
    let handler = |_: String, _: &crate::Context| Box::pin(async { Ok(()) }) as crate::BoxFuture<'static, Outcome>;
    let mut running = serve(hub.listen(), |server| server, handler).await;
    let settings = Settings { read_ahead: 8, reconnect: crate::Reconnect::never(), ..Settings::default() };
    // A client whose subscription nobody reads, and one that keeps up.
    let slow = Client::connect(hub.connect().settings(settings), &[&TEXTS]).await.unwrap();
    let mut ignored: Subscription<Text> = slow.channel(&TEXTS, "/texts").subscribe().await.unwrap();
    let (_quick, link) = client(&hub).await;
    let mut heard: Subscription<Text> = link.subscribe().await.unwrap();
    running.session().await;
    running.session().await;
    let broadcast = running.handle.broadcast(&TEXTS);
    for words in 0..100 {
        broadcast.send(&SAY, &TEXT, &text(words)).await.unwrap();
        assert_eq!(soon(heard.next()).await, Some(text(words)));
    }
    let mut got = 0;
    while soon(ignored.next()).await.is_some() {
        got += 1;
    }
    assert!((8..100).contains(&got), "{got}");
    assert_eq!(ignored.close_reason().unwrap().code, Some(close_code::TRY_AGAIN));
    assert_eq!(running.handle.session_count(), 1);
}

#[tokio::test]
async fn parameters_come_out_of_the_address_and_keep_rooms_apart() {
    use crate::test_kit::ROOMS;
    let hub = Hub::new();
    let handler = |words: String, context: &crate::Context| {
        let room = context.parameters().and_then(|found| found.get("room").map(str::to_owned)).unwrap_or_default();
        let broadcast = context.broadcast();
        Box::pin(async move {
            broadcast.send(&SAY, &TEXT, &text(format!("{room}: {words}"))).await?;
            Ok(())
        }) as crate::BoxFuture<'static, Outcome>
    };
    let _running = serve_on(&ROOMS, hub.listen(), |server| server, handler).await;
    let client = Client::connect(hub.connect(), &[&ROOMS]).await.unwrap();
    let rooms =
        ["a", "b/c"].map(|room| client.channel(&ROOMS, crate::fill_address(&ROOMS, &[("room", Some(room))]).unwrap()));
    let mut heard: Vec<Subscription<Text>> = Vec::new();
    for room in &rooms {
        heard.push(room.subscribe().await.unwrap());
    }
    for room in &rooms {
        say(room, "hi").await;
    }
    assert_eq!(soon(heard[0].next()).await, Some(text("a: hi")));
    assert_eq!(soon(heard[1].next()).await, Some(text("b/c: hi")));
    let refused = client.channel(&ROOMS, "nowhere").send(&SAY, &TEXT, &text("x")).await.unwrap_err();
    assert_eq!(refused.kind(), SendErrorKind::NotConnected);
}

#[tokio::test]
async fn a_trace_goes_on_in_what_the_handler_sends() {
    let hub = Hub::new();
    let handler = |words: String, context: &crate::Context| {
        let sender = context.sender();
        Box::pin(async move { Ok(sender.send(&SAY, &TEXT, &text(words)).await?) }) as crate::BoxFuture<'static, Outcome>
    };
    let _running = serve(hub.listen(), |server| server, handler).await;
    let (_client, link) = client(&hub).await;
    let mut echoes = link.subscribe::<Text>().await.unwrap().deliveries();
    let parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    say(&link.with(SendOptions::new().header("traceparent", parent)), "x").await;
    let echo = soon(echoes.next()).await.unwrap();
    assert_eq!(echo.raw().headers.text("traceparent"), Some(parent));
    say(&link, "y").await;
    assert!(soon(echoes.next()).await.unwrap().raw().headers.is_empty());
}

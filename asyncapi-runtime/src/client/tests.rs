//! Connections that break and come again, requests and their replies, subscriptions, over memory.
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

use tokio::sync::Semaphore;

use super::{Client, Subscription};
use crate::memory::Hub;
use crate::test_kit::{ASK, ASK_BACK, ASKED, REPLIES, Running, SAY, TEXT, TEXTS, Text, serve, soon, text};
use crate::{
    BoxFuture, ClosedBy, ConnectErrorKind, ConnectionState, Outcome, Reconnect, RequestErrorKind, SendErrorKind,
    SendOptions, Settings, close_code, reply,
};

fn fast() -> Settings {
    let reconnect = Reconnect { instant: 2, first: Duration::from_millis(1), ..Reconnect::default() };
    Settings { reconnect, ..Settings::default() }
}

/// A service that says everything back.
async fn echo(hub: &Hub) -> Running {
    let handler = |words: String, context: &crate::Context| {
        let sender = context.sender();
        Box::pin(async move { Ok(sender.send(&SAY, &TEXT, &text(words)).await?) }) as BoxFuture<'static, Outcome>
    };
    serve(hub.listen(), |server| server, handler).await
}

#[tokio::test]
async fn a_lost_connection_comes_again_with_its_subscriptions() {
    let hub = Hub::new();
    let mut running = echo(&hub).await;
    let greetings = Arc::new(AtomicUsize::new(0));
    let count = greetings.clone();
    let hook = move |client: Client| {
        let count = count.clone();
        async move {
            count.fetch_add(1, Ordering::SeqCst);
            client.channel(&TEXTS, "/texts").send(&SAY, &TEXT, &text("greeting")).await.unwrap();
        }
    };
    let client = Client::connect_with(hub.connect().settings(fast()), &[&TEXTS], hook).await.unwrap();
    let mut states = client.states();
    assert_eq!(states.current(), ConnectionState::Connected);
    let link = client.channel(&TEXTS, "/texts");
    let mut texts: Subscription<Text> = link.subscribe().await.unwrap();
    assert_eq!(soon(texts.next()).await, Some(text("greeting")));
    for _ in 0..2 {
        hub.faults().refuse_next(3);
        hub.drop_links();
        // The message that is sent meanwhile waits for the connection.
        let reconnecting = |state: &ConnectionState| matches!(state, ConnectionState::Reconnecting { .. });
        soon(states.wait_for(reconnecting)).await.unwrap();
        let hasty = link.with(SendOptions::new().no_wait());
        assert_eq!(hasty.send(&SAY, &TEXT, &text("x")).await.unwrap_err().kind(), SendErrorKind::NotConnected);
        soon(link.send(&SAY, &TEXT, &text("patient"))).await.unwrap();
        let mut heard = [soon(texts.next()).await.unwrap().0, soon(texts.next()).await.unwrap().0];
        heard.sort();
        assert_eq!(heard, ["greeting", "patient"]);
    }
    assert_eq!(greetings.load(Ordering::SeqCst), 3);
    let mut closed = Vec::new();
    while closed.len() < 2 {
        closed.extend(running.session().await.1);
    }
    assert!(closed.iter().all(|reason| reason.by == ClosedBy::Lost), "{closed:?}");
}

#[tokio::test]
async fn a_connection_that_does_not_come_again_is_closed() {
    let hub = Hub::new();
    let _running = echo(&hub).await;
    let settings = Settings { reconnect: Reconnect { attempts: Some(2), ..fast().reconnect }, ..Settings::default() };
    let client = Client::connect(hub.connect().settings(settings), &[&TEXTS]).await.unwrap();
    let link = client.channel(&TEXTS, "/texts");
    let mut texts: Subscription<Text> = link.subscribe().await.unwrap();
    hub.faults().refuse_next(2);
    hub.drop_links();
    assert_eq!(soon(texts.next()).await, None);
    assert_eq!(texts.close_reason().unwrap().by, ClosedBy::Lost);
    assert!(matches!(client.states().current(), ConnectionState::Closed(_)));
    assert_eq!(link.send(&SAY, &TEXT, &text("x")).await.unwrap_err().kind(), SendErrorKind::Closed);
    soon(client.close()).await;
}

#[tokio::test]
async fn the_last_handle_closes_the_connection() {
    let hub = Hub::new();
    let mut running = echo(&hub).await;
    let client = Client::connect(hub.connect(), &[&TEXTS]).await.unwrap();
    let link = client.channel(&TEXTS, "/texts");
    let mut texts: Subscription<Text> = link.subscribe().await.unwrap();
    drop((client, link));
    assert_eq!(running.session().await.1, None);
    let silence = tokio::time::timeout(Duration::from_millis(20), texts.next()).await;
    assert!(silence.is_err(), "the subscription holds the connection");
    drop(texts);
    assert_eq!(running.session().await.1.unwrap().code, Some(close_code::NORMAL));
}

#[tokio::test]
async fn a_dropped_next_loses_no_message() {
    let hub = Hub::new();
    let _running = echo(&hub).await;
    let client = Client::connect(hub.connect(), &[&TEXTS]).await.unwrap();
    let link = client.channel(&TEXTS, "/texts");
    let mut texts: Subscription<Text> = link.subscribe().await.unwrap();
    let mut heard = Vec::new();
    for words in 0..200 {
        link.send(&SAY, &TEXT, &text(words)).await.unwrap();
        // Dropped as often as not.
        tokio::select! {
            biased;
            next = texts.next() => heard.extend(next),
            () = tokio::task::yield_now() => {}
        }
    }
    while heard.len() < 200 {
        heard.extend(soon(texts.next()).await);
    }
    assert!(heard.iter().enumerate().all(|(at, heard)| *heard == text(at)));
}

#[tokio::test]
async fn a_subscriber_that_does_not_read_stops_the_reading_and_nothing_is_lost() {
    let hub = Hub::new();
    let settings = Settings { read_ahead: 4, ..Settings::default() };
    let client = Client::connect(hub.topics().settings(settings), &[]).await.unwrap();
    let link = client.channel(&TEXTS, "/texts");
    let mut texts: Subscription<Text> = link.subscribe().await.unwrap();
    let sender = Client::connect(hub.topics(), &[]).await.unwrap().channel(&TEXTS, "/texts");
    let sending = tokio::spawn(async move {
        for words in 0..100 {
            sender.send(&SAY, &TEXT, &text(words)).await.unwrap();
        }
    });
    tokio::time::sleep(Duration::from_millis(20)).await;
    assert!(!sending.is_finished());
    for words in 0..100 {
        assert_eq!(soon(texts.next()).await, Some(text(words)));
    }
    soon(sending).await.unwrap();
}

/// A service that answers `n` after a while that differs from request to request, and twice where it ends in 7.
async fn oracle(endpoint: impl Into<crate::ServeEndpoint>, operation: &'static crate::OperationInfo) -> Running {
    let handler = move |words: String, context: &crate::Context| {
        let number: u64 = words.parse().unwrap();
        let context = crate::Context::new(context.session().clone(), context.raw().clone(), &TEXTS, 1);
        Box::pin(async move {
            if number == 666 {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(number * 7 % 23)).await;
            for _ in 0..=u64::from(number % 10 == 7) {
                reply(&context, operation, &ASKED, &ASKED, &text(number * 2)).await?;
            }
            Ok(())
        }) as BoxFuture<'static, Outcome>
    };
    serve(endpoint, |server| server.concurrency(2000), handler).await
}

async fn ask_a_thousand(client: &Client, operation: &'static crate::OperationInfo) {
    let mut asking = tokio::task::JoinSet::new();
    for number in 0..1000u64 {
        let options = SendOptions::new().deadline(Duration::from_secs(10));
        let link = client.channel(&TEXTS, "/texts").with(options);
        asking.spawn(async move {
            let answer = link.request::<Text, _>(operation, &ASKED, &text(number)).await;
            (number, answer)
        });
    }
    while let Some(asked) = soon(asking.join_next()).await {
        let (number, answer) = asked.unwrap();
        match number {
            666 => assert_eq!(answer.unwrap_err().kind(), RequestErrorKind::DeadlineExceeded),
            _ => assert_eq!(answer.unwrap(), text(number * 2)),
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_thousand_requests_at_once_over_a_session() {
    let hub = Hub::new();
    let _running = oracle(hub.listen(), &ASK).await;
    let client = Client::connect(hub.connect(), &[&TEXTS]).await.unwrap();
    ask_a_thousand(&client, &ASK).await;
    // The second replies came to nobody.
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(client.stats().late_replies, 100);
}

#[tokio::test(start_paused = true)]
async fn a_thousand_requests_at_once_over_topics() {
    for operation in [&ASK, &ASK_BACK] {
        let hub = Hub::new();
        let _running = oracle(hub.topics(), operation).await;
        let client = Client::connect(hub.topics(), &[]).await.unwrap();
        ask_a_thousand(&client, operation).await;
        tokio::time::sleep(Duration::from_secs(1)).await;
        assert_eq!(client.stats().late_replies, 100);
    }
}

#[tokio::test(start_paused = true)]
async fn replies_to_others_on_a_shared_topic_are_let_go() {
    let hub = Hub::new();
    let _running = oracle(hub.topics(), &ASK).await;
    let clients =
        [Client::connect(hub.topics(), &[]).await.unwrap(), Client::connect(hub.topics(), &[]).await.unwrap()];
    tokio::join!(ask_a_thousand(&clients[0], &ASK), ask_a_thousand(&clients[1], &ASK));
    tokio::time::sleep(Duration::from_secs(1)).await;
    for client in &clients {
        // 999 requests were answered and every tenth of them twice; a client also sees what the other got.
        assert_eq!(client.stats().late_replies, 100);
        assert_eq!(client.stats().unclaimed, 1099);
    }
    assert!(hub.dead_letters().is_empty());
}

#[tokio::test]
async fn a_peer_that_dawdles_over_its_handshake_holds_up_no_shutdown() {
    let hub = Hub::new();
    let authenticate = |_: &crate::Handshake| std::future::pending::<Result<(), crate::Refusal>>();
    static SERVER: crate::ServerInfo = crate::ServerInfo {
        name: "s",
        protocol: "ws",
        protocol_version: None,
        host: "h",
        pathname: "",
        variables: &[],
        bindings: &[],
    };
    let endpoint = crate::ServerBuilder::memory(&SERVER, &hub).authenticate(authenticate);
    let handler = |_: String, _: &crate::Context| Box::pin(async { Ok(()) }) as BoxFuture<'static, Outcome>;
    let running = serve(endpoint, |server| server, handler).await;
    let connecting = tokio::spawn(async move { Client::connect(hub.connect(), &[&TEXTS]).await.map(drop) });
    tokio::time::sleep(Duration::from_millis(20)).await;
    let began = std::time::Instant::now();
    running.shut_down().await;
    assert!(began.elapsed() < Duration::from_secs(5));
    assert!(soon(connecting).await.unwrap().is_err());
}

#[tokio::test]
async fn a_late_reply_comes_to_nobody() {
    let hub = Hub::new();
    let gate = Arc::new(Semaphore::new(0));
    let open = gate.clone();
    let handler = move |words: String, context: &crate::Context| {
        let (open, session, message) = (open.clone(), context.session().clone(), context.raw().clone());
        Box::pin(async move {
            if words == "late" {
                open.acquire().await?.forget();
            }
            let context = crate::Context::new(session, message, &TEXTS, 1);
            reply(&context, &ASK, &ASKED, &ASKED, &text(words)).await
        }) as BoxFuture<'static, Outcome>
    };
    let _running = serve(hub.listen(), |server| server.concurrency(2), handler).await;
    let client = Client::connect(hub.connect(), &[&TEXTS]).await.unwrap();
    let link = client.channel(&TEXTS, "/texts");
    let same_id = || SendOptions::new().deadline(Duration::from_millis(20));
    let late = link.with(same_id()).request::<Text, _>(&ASK, &ASKED, &text("late")).await;
    assert_eq!(late.unwrap_err().kind(), RequestErrorKind::DeadlineExceeded);
    gate.add_permits(1);
    let prompt = soon(link.request::<Text, _>(&ASK, &ASKED, &text("prompt"))).await.unwrap();
    assert_eq!(prompt, text("prompt"));
    soon(async {
        while client.stats().late_replies == 0 {
            tokio::task::yield_now().await;
        }
    })
    .await;
    // Two requests with one id could get each other's replies.
    let own = || link.with(SendOptions::new().header("correlationId", "mine").deadline(Duration::from_millis(50)));
    let (one, two) = (own(), own());
    let ask = |link: &crate::ChannelLink| {
        let link = link.clone();
        async move { link.request::<Text, _>(&ASK, &ASKED, &text("late")).await.unwrap_err().kind() }
    };
    let kinds = tokio::join!(ask(&one), ask(&two));
    assert_eq!(kinds, (RequestErrorKind::DeadlineExceeded, RequestErrorKind::Correlation));
}

#[tokio::test]
async fn requests_fail_as_the_connection_breaks() {
    let hub = Hub::new();
    let handler = |_: String, _: &crate::Context| Box::pin(std::future::pending()) as BoxFuture<'static, Outcome>;
    let mut running = serve(hub.listen(), |server| server, handler).await;
    let client = Client::connect(hub.connect().settings(fast()), &[&TEXTS, &REPLIES]).await.unwrap();
    let link = client.channel(&TEXTS, "/texts");
    let asking = tokio::spawn(async move { link.request::<Text, _>(&ASK, &ASKED, &text("x")).await });
    running.session().await;
    tokio::time::sleep(Duration::from_millis(10)).await;
    hub.drop_links();
    assert_eq!(soon(asking).await.unwrap().unwrap_err().kind(), RequestErrorKind::Closed);
}

#[tokio::test]
async fn first_connections_fail_at_once() {
    let hub = Hub::new();
    let error = Client::connect(hub.connect(), &[&TEXTS]).await.unwrap_err();
    assert_eq!(error.kind(), ConnectErrorKind::Unreachable);
    // Where channels have connections of their own, they are made as the channels are used.
    let lazy = Client::connect(hub.connect(), &[&TEXTS, &REPLIES]).await.unwrap();
    assert_eq!(lazy.states().current(), ConnectionState::Idle);
    let link = lazy.channel(&TEXTS, "/texts");
    assert_eq!(link.send(&SAY, &TEXT, &text("x")).await.unwrap_err().kind(), SendErrorKind::NotConnected);
    let _running = echo(&hub).await;
    let mut texts: Subscription<Text> = soon(link.subscribe()).await.unwrap();
    link.send(&SAY, &TEXT, &text("now")).await.unwrap();
    assert_eq!(soon(texts.next()).await, Some(text("now")));
}

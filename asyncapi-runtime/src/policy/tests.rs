//! Poison of all sorts: nothing of it blocks, loops, or takes others with it; and what becomes of it says why.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::time::Duration;

use tokio::sync::mpsc;
use tokio::time::{Instant, sleep};

use super::*;
use crate::memory::Hub;
use crate::test_kit::{SAY, TEXT, TEXTS, Text, serve, soon, text};
use crate::{BoxFuture, Client, ConnectEndpoint, Context, Outcome, Retry, SendOptions, Server, Settings, Subscription};

type Heard = mpsc::UnboundedReceiver<String>;

/// A handler that says what it hears and does what the words ask for.
fn obeying() -> (Heard, impl Fn(String, &Context) -> BoxFuture<'static, Outcome> + Send + Sync + 'static) {
    let (heard, words) = mpsc::unbounded_channel();
    let handler = move |words: String, _: &Context| {
        heard.send(words.clone()).unwrap();
        Box::pin(async move {
            match words.as_str() {
                "reject" => Err(Failure::reject("line one\r\nX-Evil: 1")),
                "long" => Err(Failure::reject("ä".repeat(5000))),
                "nasty" => Err(Failure::reject(Nasty)),
                "slow" => {
                    sleep(Duration::from_millis(100)).await;
                    Ok(())
                }
                _ => Ok(()),
            }
        }) as BoxFuture<'static, Outcome>
    };
    (words, handler)
}

/// An error that cannot even say what it is.
#[derive(Debug)]
struct Nasty;

impl fmt::Display for Nasty {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        panic!("a text that panics")
    }
}

impl std::error::Error for Nasty {}

async fn hears(heard: &mut Heard, expected: &str) {
    assert_eq!(soon(heard.recv()).await.as_deref(), Some(expected));
}

async fn dead_letters(hub: &Hub, count: usize) -> Vec<RawMessage> {
    soon(async {
        while hub.dead_letters().len() < count {
            sleep(Duration::from_millis(1)).await;
        }
    })
    .await;
    hub.dead_letters()
}

#[tokio::test]
async fn functions_of_the_program_that_panic_fail_one_message() {
    let hub = Hub::new();
    let (mut heard, handler) = obeying();
    let policy = Policy::answer(|_| panic!("an answer that panics"));
    let running = serve(hub.topics(), |server| server.policy(policy), handler).await;
    for payload in ["{no", "\"nasty\"", "\"good\""] {
        hub.publish("/texts", payload);
    }
    hears(&mut heard, "nasty").await;
    hears(&mut heard, "good").await;
    let dead = dead_letters(&hub, 2).await;
    assert_eq!(dead[1].headers.text(PROBLEM), Some("the failure's own text could not be made"));
    assert_eq!(dead[1].headers.text(ORIGINAL_ADDRESS), Some("/texts"));
    running.shut_down().await;
}

#[tokio::test]
async fn a_dead_letter_says_why_and_whence_and_is_there_once() {
    let hub = Hub::new();
    let (_heard, handler) = obeying();
    let running = serve(hub.topics(), |server| server.policy(Policy::DeadLetter("/graveyard".into())), handler).await;
    let client = Client::connect(hub.topics(), &[]).await.unwrap();
    let mut graves = client.channel(&TEXTS, "/graveyard").subscribe::<Text>().await.unwrap().deliveries();
    for (words, reason) in [
        ("reject", "the handler failed: line one  X-Evil: 1".to_owned()),
        ("long", format!("the handler failed: {}", "ä".repeat((1024 - "the handler failed: ".len()) / 2))),
    ] {
        hub.publish("/texts", format!("\"{words}\""));
        let grave = soon(graves.next()).await.unwrap();
        assert_eq!(grave.message, text(words));
        assert_eq!(grave.raw().headers.text(PROBLEM), Some(&*reason));
        assert_eq!(grave.raw().headers.text(ORIGINAL_ADDRESS), Some("/texts"));
        grave.acknowledge();
    }
    running.shut_down().await;
    assert!(hub.dead_letters().is_empty(), "what the policy has sent, the transport need not keep as well");
}

#[tokio::test]
async fn a_session_s_dead_letter_says_whence_too() {
    let hub = Hub::new();
    let (_heard, handler) = obeying();
    let _running = serve(hub.listen(), |server| server.policy(Policy::DeadLetter("/graveyard".into())), handler).await;
    let client = Client::connect(hub.connect(), &[&TEXTS]).await.unwrap();
    let link = client.channel(&TEXTS, "/texts");
    let mut back = link.subscribe::<Text>().await.unwrap().deliveries();
    soon(link.send(&SAY, &TEXT, &text("reject"))).await.unwrap();
    assert_eq!(soon(back.next()).await.unwrap().raw().headers.text(ORIGINAL_ADDRESS), Some("/texts"));
}

#[tokio::test]
async fn a_dead_letter_that_can_never_be_sent_does_not_come_again() {
    let hub = Hub::new();
    let (mut heard, handler) = obeying();
    let settings = Settings { max_message: 4, ..Settings::default() };
    let rules = |server: Server| server.policy(Policy::DeadLetter("/graveyard".into()));
    let running = serve(hub.topics().settings(settings), rules, handler).await;
    hub.publish("/texts", "\"reject\"");
    hears(&mut heard, "reject").await;
    assert_eq!(dead_letters(&hub, 1).await[0].payload, "\"reject\"");
    running.shut_down().await;
}

#[tokio::test(start_paused = true)]
async fn a_peer_that_does_not_read_its_answers_blocks_nobody_for_ever() {
    let hub = Hub::new();
    let (mut heard, handler) = obeying();
    let policy = Policy::answer(|_| Some(RawMessage::new("/answers", "\"what?\"")));
    let running = serve(hub.topics(), |server| server.policy(policy), handler).await;
    let settings = Settings { read_ahead: 1, ..Settings::default() };
    let client = Client::connect(hub.topics().settings(settings), &[]).await.unwrap();
    let unread: Subscription<Text> = client.channel(&TEXTS, "/answers").subscribe().await.unwrap();
    for payload in ["{", "{", "{", "{", "\"good\""] {
        hub.publish("/texts", payload);
    }
    let good = tokio::time::timeout(Duration::from_secs(300), heard.recv()).await;
    assert_eq!(good.unwrap().as_deref(), Some("good"));
    drop(unread);
    running.shut_down().await;
}

#[tokio::test(start_paused = true)]
async fn what_a_client_cannot_read_is_dead_lettered_and_not_lost() {
    let hub = Hub::new();
    let endpoint = ConnectEndpoint::from(&hub).policy(Policy::DeadLetter("/graveyard".into()));
    let client = Client::connect(endpoint, &[]).await.unwrap();
    let mut incoming: Subscription<Text> = client.channel(&TEXTS, "/texts").subscribe().await.unwrap();
    let settings = Settings { read_ahead: 1, ..Settings::default() };
    let sexton = Client::connect(hub.topics().settings(settings), &[]).await.unwrap();
    let graves = sexton.channel(&TEXTS, "/graveyard").subscribe::<RawMessage>().await.unwrap();
    let mut graves = graves.deliveries();
    // The graveyard takes two before anybody reads there: one in the queue, one with the driver.
    for at in 0..5 {
        hub.publish("/texts", format!("{{{at}"));
    }
    hub.publish("/texts", "\"good\"");
    assert_eq!(incoming.next().await, Some(text("good")));
    let reading = tokio::spawn(async move { incoming.next().await });
    let mut found = Vec::new();
    for _ in 0..5 {
        let grave = tokio::time::timeout(Duration::from_secs(300), graves.next()).await.unwrap().unwrap();
        assert_eq!(grave.raw().headers.text(ORIGINAL_ADDRESS), Some("/texts"));
        assert!(grave.raw().headers.text(PROBLEM).is_some_and(|problem| !problem.is_empty()));
        found.push(grave.raw().payload.clone());
        grave.acknowledge();
    }
    found.sort();
    assert_eq!(found, ["{0", "{1", "{2", "{3", "{4"]);
    assert!(hub.dead_letters().is_empty());
    reading.abort();
}

#[tokio::test]
async fn what_expires_is_not_handled_any_more() {
    let hub = Hub::new();
    let (mut heard, handler) = obeying();
    let running = serve(hub.topics(), |server| server.retry(Retry::never()), handler).await;
    let client = Client::connect(hub.topics(), &[]).await.unwrap();
    let link = client.channel(&TEXTS, "/texts");
    let brief = link.with(SendOptions::new().expires_in(Duration::from_millis(40)));
    soon(link.send(&SAY, &TEXT, &text("slow"))).await.unwrap();
    soon(brief.send(&SAY, &TEXT, &text("late"))).await.unwrap();
    soon(link.send(&SAY, &TEXT, &text("after"))).await.unwrap();
    hears(&mut heard, "slow").await;
    hears(&mut heard, "after").await;
    let dead = dead_letters(&hub, 1).await;
    assert_eq!(dead[0].headers.text(PROBLEM), Some("the message expired before it could be handled"));
    // In time it is handled, but not for longer than it is of use.
    let begin = Instant::now();
    soon(brief.send(&SAY, &TEXT, &text("slow"))).await.unwrap();
    hears(&mut heard, "slow").await;
    let dead = dead_letters(&hub, 2).await;
    assert!(begin.elapsed() < Duration::from_millis(95), "{:?}", begin.elapsed());
    assert_eq!(dead[1].headers.text(PROBLEM), Some("the handler failed: the message expired while it was handled"));
    running.shut_down().await;
}

#[tokio::test]
async fn a_subscription_does_not_give_what_expired_and_sockets_refuse_to_say() {
    let hub = Hub::new();
    let client = Client::connect(hub.topics(), &[]).await.unwrap();
    let link = client.channel(&TEXTS, "/texts");
    let mut incoming: Subscription<Text> = link.subscribe().await.unwrap();
    let brief = SendOptions::new().expires_in(Duration::from_millis(10));
    soon(link.with(brief.clone()).send(&SAY, &TEXT, &text("late"))).await.unwrap();
    soon(link.send(&SAY, &TEXT, &text("good"))).await.unwrap();
    sleep(Duration::from_millis(20)).await;
    assert_eq!(soon(incoming.next()).await, Some(text("good")));

    let (_heard, handler) = obeying();
    let _running = serve(hub.listen(), |server| server, handler).await;
    let client = Client::connect(hub.connect(), &[&TEXTS]).await.unwrap();
    let link = client.channel(&TEXTS, "/texts").with(brief);
    let refused = soon(link.send(&SAY, &TEXT, &text("x"))).await.unwrap_err();
    assert_eq!(refused.kind(), SendErrorKind::Unsupported);
}

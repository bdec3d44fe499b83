//! Interceptors on both sides, around everything that is sent, and around each attempt to handle.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::mpsc;

use super::*;
use crate::memory::Hub;
use crate::test_kit::{ASKED, SAY, TEXT, TEXTS, Text, serve, soon, text};
use crate::{
    Client, ConnectEndpoint, Failure, Incoming, Outcome, Retry, SendErrorKind, SendOptions, Server, Subscription,
};

type Log = Arc<Mutex<Vec<String>>>;

/// Notes what it sees; refuses what is to be refused, on either way.
struct Note(&'static str, Log);

impl Note {
    fn note(&self, what: impl fmt::Display) {
        self.1.lock().unwrap().push(format!("{} {what}", self.0));
    }
}

impl Interceptor for Note {
    fn outgoing<'a>(&'a self, mut message: RawMessage, next: NextSend) -> BoxFuture<'a, Result<(), SendError>> {
        Box::pin(async move {
            let operation = message.operation.map_or("none", |operation| operation.name);
            self.note(format_args!("out {} {operation}", next.channel().map_or("none", |channel| channel.name)));
            tokio::task::yield_now().await;
            if message.payload.starts_with(b"\"unsendable") {
                return Err(SendError::new(SendErrorKind::Invalid, "refused"));
            }
            message.headers.append("noted", self.0);
            let result = next.run(message).await;
            self.note(format_args!("sent {}", result.is_ok()));
            result
        })
    }

    fn incoming<'a>(&'a self, mut context: Context, next: NextHandler) -> BoxFuture<'a, Handled> {
        Box::pin(async move {
            self.note(format_args!("in {}", context.attempt()));
            if context.raw().payload.starts_with(b"\"unwanted") {
                return Failure::reject("refused").into();
            }
            if context.raw().payload.starts_with(b"\"panic") {
                panic!("an interceptor that panics");
            }
            if context.raw().payload.starts_with(b"\"secret") {
                context.raw_mut().payload = "\"opened\"".into();
            }
            let handled = next.run(context).await;
            self.note(format_args!("handled {}", matches!(handled, Handled::Done)));
            handled
        })
    }
}

fn noting(log: &Log, name: &'static str) -> Note {
    Note(name, log.clone())
}

fn taken(log: &Log) -> Vec<String> {
    std::mem::take(&mut *log.lock().unwrap())
}

#[tokio::test]
async fn the_first_is_outermost_on_both_ways() {
    let (hub, log) = (Hub::new(), Log::default());
    let (heard, mut words) = mpsc::unbounded_channel();
    let handler = move |words: String, context: &Context| {
        let noted: Vec<_> = context.headers().iter().map(|(_, value)| value.as_str().unwrap().to_owned()).collect();
        heard.send((words, noted)).unwrap();
        Box::pin(async { Ok(()) }) as BoxFuture<'static, Outcome>
    };
    let rules = |server: Server| server.intercept(noting(&log, "c")).intercept(noting(&log, "d"));
    let running = serve(hub.topics(), rules, handler).await;
    let endpoint = ConnectEndpoint::from(&hub).intercept(noting(&log, "a")).intercept(noting(&log, "b"));
    let client = Client::connect(endpoint, &[]).await.unwrap();
    let link = client.channel(&TEXTS, "/texts");
    soon(link.send(&SAY, &TEXT, &text("secret"))).await.unwrap();
    assert_eq!(taken(&log), ["a out texts say", "b out texts say", "b sent true", "a sent true"]);
    let expected = ("opened".to_owned(), vec!["a".to_owned(), "b".to_owned()]);
    assert_eq!(soon(words.recv()).await, Some(expected));
    running.shut_down().await;
    assert_eq!(taken(&log), ["c in 1", "d in 1", "d handled true", "c handled true"]);
}

#[tokio::test]
async fn what_is_refused_goes_nowhere_and_what_panics_fails_alone() {
    let (hub, log) = (Hub::new(), Log::default());
    let (heard, mut words) = mpsc::unbounded_channel();
    let handler = move |words: String, context: &Context| {
        let result = match (words.as_str(), context.attempt()) {
            ("again", 1) => Err(Failure::retry("once more")),
            _ => heard.send(words).map_err(Failure::from),
        };
        Box::pin(async { result }) as BoxFuture<'static, Outcome>
    };
    let quick = Retry { first: Duration::from_millis(1), ..Retry::default() };
    let running = serve(hub.topics(), |server| server.retry(quick).intercept(noting(&log, "s")), handler).await;
    let endpoint = ConnectEndpoint::from(&hub).intercept(noting(&log, "c"));
    let client = Client::connect(endpoint, &[]).await.unwrap();
    let link = client.channel(&TEXTS, "/texts");
    let refused = soon(link.send(&SAY, &TEXT, &text("unsendable"))).await.unwrap_err();
    assert_eq!((refused.kind(), refused.detail()), (SendErrorKind::Invalid, "refused"));
    for words in ["unwanted", "panic", "again", "good"] {
        soon(link.send(&SAY, &TEXT, &text(words))).await.unwrap();
    }
    assert_eq!(soon(words.recv()).await.as_deref(), Some("good"));
    assert_eq!(soon(words.recv()).await.as_deref(), Some("again"));
    running.shut_down().await;
    let reasons: Vec<_> =
        hub.dead_letters().iter().map(|dead| dead.headers.text("x-problem").unwrap().to_owned()).collect();
    assert_eq!(reasons, ["the handler failed: refused", "the handler panicked: an interceptor that panics"]);
    assert!(taken(&log).contains(&"s in 2".to_owned()), "each attempt passes");
}

#[tokio::test]
async fn broadcasts_pass_once_and_replies_and_answers_pass_too() {
    let (hub, log) = (Hub::new(), Log::default());
    let handler = |_: String, context: &Context| {
        let (copy, broadcast) = (context.copy(), context.broadcast());
        Box::pin(async move {
            assert_eq!(broadcast.send(&SAY, &TEXT, &text("all")).await?, 2);
            crate::reply(&copy, &SAY, &ASKED, &ASKED, &text("reply")).await
        }) as BoxFuture<'static, Outcome>
    };
    let running = serve(hub.listen(), |server| server.intercept(noting(&log, "s")), handler).await;
    let clients: [Client; 2] = [
        Client::connect(hub.connect(), &[&TEXTS]).await.unwrap(),
        Client::connect(hub.connect(), &[&TEXTS]).await.unwrap(),
    ];
    let links = clients.each_ref().map(|client| client.channel(&TEXTS, "/texts"));
    let mut heard: Vec<Subscription<Text>> = Vec::new();
    for link in &links {
        heard.push(link.subscribe().await.unwrap());
    }
    soon(async {
        while running.handle.session_count() < 2 {
            tokio::task::yield_now().await;
        }
    })
    .await;
    let asking = links[0].with(SendOptions::new().header("correlationId", "1"));
    soon(asking.send(&SAY, &TEXT, &text("ask"))).await.unwrap();
    assert_eq!(soon(heard[1].next()).await, Some(text("all")));
    let mut got = heard.remove(0).deliveries();
    let all = soon(got.next()).await.unwrap();
    assert_eq!((Text::decode(all.raw()).unwrap(), all.raw().headers.text("noted")), (text("all"), Some("s")));
    let reply = soon(got.next()).await.unwrap();
    assert_eq!((reply.message.clone(), reply.raw().headers.text("noted")), (text("reply"), Some("s")));
    running.shut_down().await;
    let expected = ["s in 1", "s out texts say", "s sent true", "s out texts none", "s sent true", "s handled true"];
    assert_eq!(taken(&log), expected);
}

#[tokio::test]
async fn a_deadline_ends_interceptors_too() {
    struct Stuck;
    impl Interceptor for Stuck {
        fn incoming<'a>(&'a self, _: Context, _: NextHandler) -> BoxFuture<'a, Handled> {
            Box::pin(std::future::pending())
        }
    }
    let hub = Hub::new();
    let handler = |_: String, _: &Context| Box::pin(async { Ok(()) }) as BoxFuture<'static, Outcome>;
    let rules = |server: Server| server.intercept(Stuck).deadline(Duration::from_millis(5)).retry(Retry::never());
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

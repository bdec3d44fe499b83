//! What a subscriber of `tracing` sees, and what messages carry of traces.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

mod recorder;

use std::time::Duration;

use recorder::Recorder;
use tokio::sync::mpsc;

use super::*;
use crate::memory::Hub;
use crate::test_kit::{ASK, ASKED, SAY, TEXT, TEXTS, Text, serve, soon, text};
use crate::{BoxFuture, Client, Context, Failure, Outcome, Retry, SendOptions, Subscription};

const PARENT: &str = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

/// Echoes; fails, panics or rejects where the words ask for it.
fn echo(words: String, context: &Context) -> BoxFuture<'static, Outcome> {
    let (sender, attempt) = (context.sender(), context.attempt());
    Box::pin(async move {
        match words.as_str() {
            "again" if attempt == 1 => Err(Failure::retry("once more")),
            "reject" => Err(Failure::reject("never")),
            "panic" => panic!("a handler that panics"),
            "echo" => Ok(sender.send(&SAY, &TEXT, &text("echoed")).await?),
            _ => Ok(()),
        }
    })
}

fn quick() -> Retry {
    Retry { first: Duration::from_millis(1), ..Retry::default() }
}

#[tokio::test]
async fn spans_have_the_names_of_the_conventions() {
    let (spans, _installed) = Recorder::install();
    let hub = Hub::new();
    let running = serve(hub.topics(), |server| server.retry(quick()), echo).await;
    let client = Client::connect(hub.topics(), &[]).await.unwrap();
    let link = client.channel(&TEXTS, "/texts");
    let with_id = link.with(SendOptions::new().header("message-id", "m-1"));
    soon(with_id.send(&SAY, &TEXT, &text("plain"))).await.unwrap();
    for words in ["again", "reject", "panic"] {
        soon(link.send(&SAY, &TEXT, &text(words))).await.unwrap();
    }
    soon(async {
        while hub.dead_letters().len() < 2 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    })
    .await;
    running.shut_down().await;

    let send = &spans.named("send")[0];
    for (field, value) in [
        ("otel.name", "send /texts"),
        ("otel.kind", "producer"),
        ("messaging.system", "memory"),
        ("messaging.operation.name", "send"),
        ("messaging.operation.type", "send"),
        ("messaging.destination.name", "/texts"),
        ("messaging.destination.template", "/texts"),
        ("messaging.message.id", "m-1"),
        ("messaging.message.body.size", "7"),
        ("asyncapi.operation", "say"),
        ("asyncapi.message", "text"),
    ] {
        assert_eq!(send.field(field), Some(value), "{field}");
    }
    let processed = spans.named("process");
    assert_eq!(processed.len(), 5);
    assert_eq!(processed[0].field("otel.name"), Some("process /texts"));
    assert_eq!(processed[0].field("otel.kind"), Some("consumer"));
    assert_eq!(processed[0].field("messaging.message.id"), Some("m-1"));
    let errors: Vec<_> = processed.iter().filter_map(|span| span.field("error.type")).collect();
    assert_eq!(errors, ["failed", "rejected", "panicked"]);
    let failed = processed.iter().filter(|span| span.field("otel.status_code") == Some("ERROR")).count();
    assert_eq!(failed, 3);
    let settled: Vec<_> = spans.named("settle");
    let how = |span: &recorder::Span| span.field("messaging.operation.name").unwrap().to_owned();
    assert_eq!(settled.iter().map(how).collect::<Vec<_>>(), ["ack", "retry", "reject", "reject", "ack"]);
    assert!(settled.iter().all(|span| processed.iter().any(|process| span.parent == Some(process.id))));
    assert!(settled.iter().all(|span| span.field("messaging.operation.type") == Some("settle")));
}

#[tokio::test]
async fn what_is_sent_and_pulled_has_its_place() {
    let (spans, _installed) = Recorder::install();
    let hub = Hub::new();
    let running = serve(hub.listen(), |server| server, echo).await;
    let client = Client::connect(hub.connect(), &[&TEXTS]).await.unwrap();
    let link = client.channel(&TEXTS, "/texts");
    let mut echoes = link.subscribe::<Text>().await.unwrap().deliveries();
    soon(link.send(&SAY, &TEXT, &text("echo"))).await.unwrap();
    let echo = soon(echoes.next()).await.unwrap();
    assert!(!echo.span().is_disabled());
    drop(echo);
    let refused = link.with(SendOptions::new().expires_in(Duration::from_secs(1)));
    soon(refused.send(&SAY, &TEXT, &text("x"))).await.unwrap_err();
    running.shut_down().await;
    let (process, sends, receive) = (&spans.named("process")[0], spans.named("send"), &spans.named("receive")[0]);
    assert_eq!((sends[0].parent, sends[1].parent), (None, Some(process.id)), "the handler's own send is within");
    assert_eq!(receive.field("otel.name"), Some("receive /texts"));
    assert_eq!(receive.field("otel.kind"), Some("consumer"));

    let failed = &spans.named("send")[2];
    assert!(failed.field("error.type").is_some(), "{failed:?}");
    assert_eq!(failed.field("otel.status_code"), Some("ERROR"));
}

/// Carries the recorder's own ids, as a tracing system does; finds the recorder as `tracing-opentelemetry` finds its.
struct Carrier;

impl Propagator for Carrier {
    fn inject(&self, span: &tracing::Span, headers: &mut Headers) {
        span.with_subscriber(|(id, dispatch)| {
            if dispatch.downcast_ref::<Recorder>().is_some() {
                headers.set("traceparent", format!("00-4bf92f3577b34da6a3ce929d0e0e4736-{:016x}-01", id.into_u64()));
            }
        });
    }

    fn extract(&self, headers: &Headers, span: &tracing::Span) {
        span.with_subscriber(|(id, dispatch)| {
            let parent = headers.text("traceparent").and_then(|text| text.split('-').nth(2));
            let parent = parent.and_then(|hex| u64::from_str_radix(hex, 16).ok());
            if let (Some(recorder), Some(parent)) = (dispatch.downcast_ref::<Recorder>(), parent) {
                recorder.adopt(id.into_u64(), parent);
            }
        });
    }
}

#[tokio::test]
async fn a_propagator_connects_both_sides_also_by_broadcasts_and_replies() {
    set_propagator(Carrier);
    assert!(!set_propagator(Carrier), "there is one already");
    let (spans, _installed) = Recorder::install();
    let hub = Hub::new();
    let handler = |words: String, context: &Context| {
        let (copy, broadcast) = (context.copy(), context.broadcast());
        Box::pin(async move {
            match words.as_str() {
                "broadcast" => Ok(broadcast.send(&SAY, &TEXT, &text("all")).await.map(drop)?),
                _ => crate::reply(&copy, &ASK, &ASKED, &ASKED, &text("reply")).await,
            }
        }) as BoxFuture<'static, Outcome>
    };
    let running = serve(hub.listen(), |server| server, handler).await;
    let client = Client::connect(hub.connect(), &[&TEXTS]).await.unwrap();
    let link = client.channel(&TEXTS, "/texts");
    let mut all: Subscription<Text> = link.subscribe().await.unwrap();
    soon(link.send(&SAY, &TEXT, &text("broadcast"))).await.unwrap();
    assert_eq!(soon(all.next()).await, Some(text("all")));
    let reply: Text = soon(link.request(&ASK, &ASKED, &text("ask"))).await.unwrap();
    assert_eq!(reply, text("reply"));
    running.shut_down().await;
    let (sends, processes, receives) = (spans.named("send"), spans.named("process"), spans.named("receive"));
    // The client's broadcast wish, the broadcast, the request, the reply.
    assert_eq!(sends.len(), 4);
    assert_eq!(processes.iter().map(|span| span.remote).collect::<Vec<_>>(), [Some(sends[0].id), Some(sends[2].id)]);
    assert_eq!(receives[0].remote, Some(sends[1].id));
    assert_eq!([sends[1].parent, sends[3].parent], [Some(processes[0].id), Some(processes[1].id)]);
}

#[tokio::test]
async fn without_a_propagator_traces_are_carried_on() {
    let hub = Hub::new();
    let (told, mut tell) = mpsc::unbounded_channel();
    let handler = move |words: String, context: &Context| {
        let (copy, broadcast, sender, told) = (context.copy(), context.broadcast(), context.sender(), told.clone());
        Box::pin(async move {
            match words.as_str() {
                "broadcast" => drop(broadcast.send(&SAY, &TEXT, &text("x")).await?),
                "reply" => crate::reply(&copy, &ASK, &ASKED, &ASKED, &text("x")).await?,
                "options" => sender.with(SendOptions::new().header("own", "1")).send(&SAY, &TEXT, &text("x")).await?,
                "own" => {
                    let own = SendOptions::new().header("TraceParent", PARENT.replace("-01", "-00"));
                    sender.with(own).send(&SAY, &TEXT, &text("x")).await?;
                }
                _ => sender.send(&SAY, &TEXT, &text("x")).await?,
            }
            told.send(()).unwrap();
            Ok(())
        }) as BoxFuture<'static, Outcome>
    };
    let _running = serve(hub.listen(), |server| server, handler).await;
    let client = Client::connect(hub.connect(), &[&TEXTS]).await.unwrap();
    let link = client.channel(&TEXTS, "/texts");
    let mut incoming = link.subscribe::<Text>().await.unwrap().deliveries();
    let mut ask = async |words: &str, parent: String| {
        let options = SendOptions::new()
            .header("traceparent", parent)
            .header("tracestate", "vendor=1")
            .header("correlationId", words.to_owned());
        soon(link.with(options).send(&SAY, &TEXT, &text(words))).await.unwrap();
        soon(tell.recv()).await.unwrap();
        soon(incoming.next()).await.unwrap().raw().headers.clone()
    };
    for words in ["sender", "broadcast", "reply", "options"] {
        let headers = ask(words, PARENT.to_owned()).await;
        assert_eq!(headers.text("traceparent"), Some(PARENT), "{words}");
        assert_eq!(headers.text("tracestate"), Some("vendor=1"), "{words}");
    }
    let own = ask("own", PARENT.to_owned()).await;
    assert_eq!(own.iter().filter(|(name, _)| name.eq_ignore_ascii_case("traceparent")).count(), 1);
    assert_eq!(own.text("traceparent"), Some(&*PARENT.replace("-01", "-00")), "the program's own counts");
    // What is no trace, or of a length that nobody asked for, is not carried on.
    for wrong in ["00-1".to_owned(), "0".repeat(600), PARENT.replace('4', "ä")] {
        assert_eq!(ask("sender", wrong).await.text("traceparent"), None);
    }
}

#[test]
fn systems_have_the_names_of_the_conventions() {
    for (protocol, system) in [
        ("kafka-secure", "kafka"),
        ("secure-mqtt", "mqtt"),
        ("mqtt5", "mqtt"),
        ("WSS", "websocket"),
        ("amqps", "amqp"),
        ("rediss", "redis"),
        ("https", "http"),
        ("stomp", "stomp"),
    ] {
        assert_eq!(super::system(protocol), system);
    }
}

#[cfg(feature = "metrics")]
mod metrics;

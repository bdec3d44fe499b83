//! Cases on generated clients and services.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use asyncapi_runtime::{Failure, Outcome, Policy, Retry, SendOptions, ServeEndpoint};

use crate::kit::{Stand, next, soon, subscribe};

mod application {
    asyncapi_runtime::asyncapi!("../conformance/talk.yaml");
}

mod counterpart {
    asyncapi_runtime::asyncapi!(spec = "../conformance/talk.yaml", side = counterpart, types = super::application);
}

use application::{Number, Question, Service, Word, asks, questions, words};

#[derive(Clone, Default)]
struct Ears {
    heard: Arc<Mutex<Vec<String>>>,
    begun: Arc<AtomicUsize>,
    slow: Arc<AtomicBool>,
}

impl Ears {
    fn heard(&self) -> Vec<String> {
        self.heard.lock().unwrap().clone()
    }

    async fn have(&self, count: usize) {
        let enough = async {
            while self.heard().len() < count {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        let enough = tokio::time::timeout(Duration::from_secs(20), enough).await;
        assert!(enough.is_ok(), "only {} of {count}", self.heard().len());
    }

    fn service(&self) -> Service<Self, Self, Self> {
        Service { words: self.clone(), asks: self.clone(), questions: self.clone() }
    }
}

impl words::Receiver for Ears {
    async fn hear(&self, word: Word, _: &words::Context) -> Outcome {
        self.begun.fetch_add(1, Ordering::SeqCst);
        if self.slow.load(Ordering::SeqCst) {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        match word.text.as_str() {
            "poison" => return Err(Failure::reject("it is poison")),
            "trouble" => return Err(Failure::retry("it is trouble")),
            "panic" => panic!("it is panic"),
            _ => {}
        }
        self.heard.lock().unwrap().push(word.text);
        Ok(())
    }
}

impl asks::Receiver for Ears {
    async fn double(&self, ask: Number, _: &asks::Context) -> Outcome<Number> {
        Ok(Number { number: ask.number * 2 })
    }
}

impl questions::Receiver for Ears {
    async fn treble(&self, question: Question, _: &questions::Context) -> Outcome<Question> {
        Ok(Question::new(question.number * 3))
    }
}

fn word(text: impl Into<String>) -> Word {
    Word { text: text.into() }
}

pub(crate) async fn dead_letter(stand: Stand) {
    let link = stand.link().await;
    let mut dead = subscribe(&link, "dead").await;
    let ears = Ears::default();
    let retry = Retry { attempts: 2, first: Duration::from_millis(20), ..Retry::default() };
    let server = ears.service().into_server().policy(Policy::DeadLetter("dead".into())).retry(retry);
    let bound = server.bind(stand.endpoint()).await.unwrap();
    tokio::spawn(bound.serve());
    let client = counterpart::Client::connect(stand.endpoint()).await.unwrap();
    for text in ["a", "poison", "trouble", "panic", "b"] {
        client.words().hear(&word(text)).await.unwrap();
    }
    let raw = asyncapi_runtime::RawMessage::new("words", "{\"text\": 7}");
    crate::kit::send(&link, raw).await;
    ears.have(2).await;
    assert_eq!(ears.heard(), ["a", "b"], "the bad hold up nobody");
    let mut reasons = BTreeSet::new();
    for _ in 0..4 {
        let found = next(&mut dead).await;
        let payload = String::from_utf8(found.message.payload.to_vec()).unwrap();
        if stand.capabilities().headers {
            let reason = found.message.headers.text("x-problem").unwrap();
            let expected = ["poison", "trouble", "panic"].into_iter().find(|text| payload.contains(text));
            assert!(reason.contains(expected.unwrap_or("text")), "{payload}: {reason}");
            assert_eq!(found.message.headers.text("x-original-address"), Some("words"));
        }
        reasons.insert(payload);
        found.acknowledge();
    }
    assert_eq!(reasons.len(), 4, "{reasons:?}");
}

pub(crate) async fn graceful_shutdown(stand: Stand) {
    const MESSAGES: usize = 60;
    let ears = Ears::default();
    ears.slow.store(true, Ordering::SeqCst);
    let bound = ears.service().bind(ServeEndpoint::from(stand.lasting())).await.unwrap();
    let handle = bound.handle();
    let served = tokio::spawn(bound.serve());
    let client = counterpart::Client::connect(stand.endpoint()).await.unwrap();
    for at in 0..MESSAGES {
        client.words().hear(&word(at.to_string())).await.unwrap();
    }
    ears.have(5).await;
    handle.shutdown();
    soon(served).await.unwrap().unwrap();
    let (begun, done) = (ears.begun.load(Ordering::SeqCst), ears.heard().len());
    assert_eq!(begun, done, "what was begun is finished");
    if stand.lasting.is_none() {
        return;
    }
    // What was not begun is handled by who comes next.
    ears.slow.store(false, Ordering::SeqCst);
    let bound = ears.service().bind(ServeEndpoint::from(stand.lasting())).await.unwrap();
    tokio::spawn(bound.serve());
    ears.have(MESSAGES).await;
    tokio::time::sleep(Duration::from_millis(200)).await;
    let all: BTreeSet<String> = ears.heard().into_iter().collect();
    assert_eq!((all.len(), ears.heard().len()), (MESSAGES, MESSAGES), "each exactly once");
}

pub(crate) async fn a_thousand_requests(stand: Stand) {
    let server = Ears::default().service().into_server();
    let bound = server.bind(stand.endpoint()).await.unwrap();
    tokio::spawn(bound.serve());
    let client = counterpart::Client::connect(stand.endpoint()).await.unwrap();
    let options = SendOptions::new().deadline(Duration::from_secs(20));
    let (asks, questions) = (client.asks().with(options.clone()), client.questions().with(options));
    if !stand.capabilities().correlation {
        assert!(
            asks.double(&Number { number: 1 }).await.is_err(),
            "without its own means, the document has to say how"
        );
    }
    let mut tasks = tokio::task::JoinSet::new();
    for number in 0..1000 {
        if stand.capabilities().correlation {
            let asks = asks.clone();
            tasks.spawn(async move {
                let reply = asks.double(&Number { number }).await.unwrap();
                assert_eq!(reply.number, number * 2);
            });
        }
        let questions = questions.clone();
        tasks.spawn(async move {
            let reply = questions.treble(&Question::new(number)).await.unwrap();
            assert_eq!(reply.number, number * 3);
        });
    }
    while let Some(done) = tasks.join_next().await {
        done.unwrap();
    }
}

pub(crate) async fn client_reconnects(mut stand: Stand) {
    let client = counterpart::Client::connect(stand.endpoint()).await.unwrap();
    let ears = Ears::default();
    let bound = ears.service().bind(stand.endpoint()).await.unwrap();
    tokio::spawn(bound.serve());
    client.words().hear(&word("before")).await.unwrap();
    ears.have(1).await;
    for round in 0..2 {
        tokio::task::block_in_place(|| (stand.disturb)());
        let again = async {
            let options = SendOptions::new().deadline(Duration::from_secs(2));
            let words = client.words().with(options);
            while ears.heard().last().is_none_or(|last| *last != format!("after {round}")) {
                let _ = words.hear(&word(format!("after {round}"))).await;
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        };
        soon(again).await;
    }
}

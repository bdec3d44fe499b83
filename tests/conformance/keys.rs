//! What AMQP's bindings decide, and what the broker refuses, through generated code.

use std::sync::Arc;
use std::time::Duration;

use asyncapi_runtime::amqp::Amqp;
use asyncapi_runtime::{ConnectEndpoint, SendErrorKind, SendMode, Subscription, Transport};

mod application {
    asyncapi_runtime::asyncapi!("../conformance/keys.yaml");
}

mod counterpart {
    asyncapi_runtime::asyncapi!(
        spec = "../conformance/keys.yaml",
        side = counterpart,
        types = super::application,
        allow = [A0303]
    );
}

use application::{Word, logs};

use crate::kit::{soon, try_subscribe};

fn word(text: impl Into<String>) -> Word {
    Word { text: text.into() }
}

fn level(level: &str) -> logs::Parameters {
    logs::Parameters { level: level.to_owned() }
}

async fn nothing<M: asyncapi_runtime::Incoming>(of: &mut Subscription<M>) -> bool {
    tokio::time::timeout(Duration::from_millis(300), of.next()).await.is_err()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn amqp_bindings_are_exchanges_queues_and_keys() {
    let Some(stand) = crate::stands::amqp() else { return };
    let endpoint =
        || ConnectEndpoint::new(Arc::new(Amqp::new().ensure().dead_letter_queue("buried")), stand.url.clone());
    let client = application::Client::connect(endpoint()).await.unwrap();
    let peer = counterpart::Client::connect(endpoint()).await.unwrap();

    // Nobody is there to be alarmed.
    let unheard = client.logs(level("fire")).alarm(&word("nobody")).await.unwrap_err();
    assert_eq!(unheard.kind(), SendErrorKind::Transport);
    assert!(unheard.to_string().contains("no queue takes `logs.fire` from the exchange `logs`"), "{unheard}");
    client.logs(level("info")).log(&word("nobody either")).await.unwrap();

    // A key that is open, and one that is not, each with a copy; a copy for whom the document says.
    let mut all = peer.logs(counterpart::logs::OpenParameters::default()).subscribe().await.unwrap().deliveries();
    let mut fire = peer.logs(counterpart::logs::Parameters { level: "fire".to_owned() }).subscribe().await.unwrap();
    client.logs(level("info")).log(&word("a")).await.unwrap();
    client.logs(level("fire")).alarm(&word("b")).await.unwrap();
    for (address, text) in [("logs.info", "a"), ("logs.fire", "b")] {
        let found = soon(all.next()).await.unwrap();
        assert_eq!(found.address(), address);
        let counterpart::logs::Message::Word(heard) = found.acknowledge();
        assert_eq!(heard.text, text);
    }
    let counterpart::logs::Message::Word(heard) = soon(fire.next()).await.unwrap();
    assert_eq!(heard.text, "b");
    assert!(nothing(&mut fire).await);

    // The broker knows that alice is not mallory, and closes the channel over it; no other message is harmed.
    let mut sending = tokio::task::JoinSet::new();
    for at in 0..60 {
        let logs = client.logs(level("info"));
        sending.spawn(async move {
            match at {
                20 | 40 => (at, logs.forge(&word("forged")).await),
                _ => (at, logs.log(&word(at.to_string())).await),
            }
        });
    }
    while let Some(sent) = soon(sending.join_next()).await {
        let (at, sent) = sent.unwrap();
        match at {
            20 | 40 => assert!(sent.unwrap_err().to_string().contains("mallory")),
            _ => sent.unwrap(),
        }
    }
    let mut heard = std::collections::BTreeSet::new();
    while heard.len() < 58 {
        let counterpart::logs::Message::Word(found) = soon(all.next()).await.unwrap().acknowledge();
        assert_ne!(found.text, "forged");
        heard.insert(found.text);
    }

    // A queue with the name that the binding gives; what is rejected is buried.
    client.jobs().work(&word("hard")).await.unwrap();
    let mut jobs = peer.jobs().subscribe().await.unwrap().deliveries();
    soon(jobs.next()).await.unwrap().reject();
    let link = stand.link_of(&(Arc::new(Amqp::new()) as Arc<dyn Transport>)).await.unwrap();
    let mut buried = try_subscribe(&link, "buried", 8).await.unwrap();
    let found = crate::kit::next(&mut buried).await;
    assert_eq!(crate::kit::text(&found), "{\"text\":\"hard\"}");
    assert!(found.message.headers.text("x-death").unwrap().contains("\"reason\":\"rejected\""));
    found.acknowledge();

    // Another virtual host has a connection of its own.
    client.apart().part(&word("there")).await.unwrap();
    let counterpart::apart::Message::Word(found) = soon(peer.apart().subscribe().await.unwrap().next()).await.unwrap();
    assert_eq!(found.text, "there");
    let refused = try_subscribe(&link, "apart", 8).await.err().unwrap();
    assert!(refused.to_string().contains("no queue 'apart'"), "it is not in this one: {refused}");
}

/// What comes back is told to the one whose message it was, however many are on their way.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn amqp_messages_without_a_queue_come_back_to_their_senders() {
    let Some(stand) = crate::stands::amqp_queues() else { return };
    let link = stand.link().await;
    let _words = crate::kit::subscribe(&link, "words").await;
    let plain = stand.link_of(&(Arc::new(Amqp::new()) as Arc<dyn Transport>)).await.unwrap();
    let mut sending = tokio::task::JoinSet::new();
    for at in 0..600 {
        let address = if at % 3 == 0 { "nowhere" } else { "words" };
        let sent = plain.send(crate::kit::message(address, at.to_string()), SendMode::Flush);
        sending.spawn(async move { (address, sent.await) });
    }
    while let Some(sent) = soon(sending.join_next()).await {
        match sent.unwrap() {
            ("words", sent) => sent.unwrap(),
            (_, sent) => assert!(sent.unwrap_err().to_string().contains("there is no queue `nowhere`")),
        }
    }
}

//! The chat end to end, over real sockets on a free port.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::time::Duration;

use asyncapi_runtime::types::Uuid;
use asyncapi_runtime::{ServerHandle, Subscription};
use chat::user::chat::{Message, Query};
use chat::user::{Chat, Client, servers};
use chat::{Keys, Rooms, now, server};

async fn start() -> (String, ServerHandle) {
    let keys = Keys::new([("a", "Ada"), ("b", "Ben")]);
    let endpoint = server::servers::Production::listen("127.0.0.1:0")
        .authenticate(move |credentials, _handshake| std::future::ready(keys.authenticate(&credentials)));
    let bound = server::Service { chat: Rooms }.bind(endpoint).await.unwrap();
    let (address, handle) = (bound.local_address().to_string(), bound.handle());
    tokio::spawn(bound.serve());
    (address, handle)
}

async fn join(address: &str, key: &str, rooms: &str) -> (Client, Subscription<Message>) {
    let query = Query { room_ids: Some(rooms.to_owned()) };
    let endpoint = servers::Production::at(address).api_key_header(key).chat_query(query);
    let client = Client::connect(endpoint).await.unwrap();
    let incoming = client.chat().subscribe().await.unwrap();
    (client, incoming)
}

async fn next(incoming: &mut Subscription<Message>) -> Message {
    tokio::time::timeout(Duration::from_secs(10), incoming.next()).await.unwrap().unwrap()
}

fn says(content: &str) -> Chat {
    Chat { message_id: Uuid::from_u128(7), sender_id: "Ada".into(), content: content.into(), timestamp: now() }
}

#[tokio::test]
async fn who_shares_a_room_hears_and_others_do_not() {
    let (address, server) = start().await;
    let (ada, mut heard_by_ada) = join(&address, "a", "tea,rust").await;
    let (ben, mut heard_by_ben) = join(&address, "b", "rust").await;
    assert!(matches!(next(&mut heard_by_ada).await, Message::UserJoin(status) if status.user_id == "Ben"));
    let (eve, mut heard_by_eve) = join(&address, "b", "music").await;

    ada.chat().send_message(&says("hello")).await.unwrap();
    assert!(matches!(next(&mut heard_by_ben).await, Message::ChatMessage(chat) if chat == says_at(&chat, "hello")));
    ada.close().await;
    assert!(matches!(next(&mut heard_by_ben).await, Message::UserLeave(status) if status.user_id == "Ada"));

    // Nothing of the other rooms came to Eve.
    assert!(tokio::time::timeout(Duration::from_millis(300), heard_by_eve.next()).await.is_err());
    ben.close().await;
    eve.close().await;
    server.shutdown();
}

/// What was said, at the time at which it came.
fn says_at(chat: &Chat, content: &str) -> Chat {
    Chat { timestamp: chat.timestamp, ..says(content) }
}

#[tokio::test]
async fn a_key_that_nobody_has_gets_no_socket() {
    let (address, server) = start().await;
    let refused = Client::connect(servers::Production::at(address.clone()).api_key_header("guess")).await;
    assert!(refused.unwrap_err().to_string().contains("401"));
    let wrong = Query { room_ids: Some("no room!".into()) };
    let endpoint = servers::Production::at(address).api_key_header("a").chat_query(wrong);
    assert!(Client::connect(endpoint).await.is_err());
    server.shutdown();
}

#[tokio::test]
async fn what_breaks_the_document_does_not_go_out() {
    let (address, server) = start().await;
    let (ada, _heard) = join(&address, "a", "tea").await;
    let error = ada.chat().send_message(&says(&"x".repeat(1001))).await.unwrap_err();
    assert!(error.to_string().contains("/content"), "{error}");
    ada.chat().send_message(&says(&"é".repeat(1000))).await.unwrap();
    server.shutdown();
}

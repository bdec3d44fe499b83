//! Services that go away and come back.

use asyncapi_runtime::{ConnectionState, Reconnect};

use super::*;

fn quickly() -> Reconnect {
    Reconnect { instant: 1, first: Duration::from_millis(20), max: Duration::from_millis(100), ..Reconnect::default() }
}

#[tokio::test]
async fn subscriptions_are_restored() {
    let first = service().await;
    let address = first.address.clone();
    let alice = user::Client::connect(at(&first.url(), "alice").reconnect(quickly())).await.unwrap();
    let mut incoming = subscribed(&alice).await;
    for round in 0..3 {
        let running = match round {
            0 => None,
            _ => Some(Running::start(&address, |server| server).await),
        };
        if running.is_some() {
            // The same subscription goes on, and begins with what the service says to a new session.
            assert!(matches!(within(incoming.next()).await, Some(user::chat::Message::UserJoin(_))));
        }
        alice.chat().send_message(&message("hello")).await.unwrap();
        hears(&mut incoming, "hello").await;
        match running {
            Some(running) => running.stop().await,
            None => {
                first.handle.shutdown();
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
    drop(first);
}

#[tokio::test]
async fn a_peer_that_says_do_not_come_back_is_obeyed() {
    let running = Running::start("127.0.0.1:0", |server| server.policy(asyncapi_runtime::Policy::Close(4000))).await;
    let endpoint = at(&running.url(), "alice").reconnect(quickly());
    let alice = user::Client::connect(endpoint).await.unwrap();
    let mut incoming = subscribed(&alice).await;
    alice.chat().send_message(&message("panic")).await.unwrap();
    assert_eq!(within(incoming.next()).await, None);
    assert_eq!(incoming.close_reason().and_then(|reason| reason.code), Some(4000));
}

#[tokio::test]
async fn a_silent_server_is_left() {
    // Upgrades, and then says nothing more, not even to a ping.
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("ws://{}", listener.local_addr().unwrap());
    let (sender, mut sessions) = tokio::sync::mpsc::unbounded_channel();
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            sender.send(tokio_tungstenite::accept_async(stream).await.unwrap()).unwrap();
        }
    });
    let builder = asyncapi_runtime::ServerBuilder::at(&user::servers::PRODUCTION, url);
    let builder = builder.heartbeat(Some(Duration::from_millis(50))).reconnect(quickly());
    let alice = user::Client::connect(builder.into_connect()).await.unwrap();
    let (_first, _second) = (within(sessions.recv()).await.unwrap(), within(sessions.recv()).await.unwrap());
    alice.close().await;
}

#[tokio::test]
async fn the_state_can_be_watched() {
    let running = service().await;
    let alice = user::Client::connect(at(&running.url(), "alice").reconnect(Reconnect::never())).await.unwrap();
    assert_eq!(alice.states().current(), ConnectionState::Connected);
    let mut incoming = subscribed(&alice).await;
    running.stop().await;
    assert_eq!(within(incoming.next()).await, None);
    assert!(matches!(alice.states().current(), ConnectionState::Closed(_)));
}

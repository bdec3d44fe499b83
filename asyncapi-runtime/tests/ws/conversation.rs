//! Users who talk, come and go.

use asyncapi_runtime::{ChannelInfo, ClosedBy, ConnectEndpoint, ConnectErrorKind, SendErrorKind};

use super::*;

#[tokio::test]
async fn users_talk() {
    let running = service().await;
    let (alice, bob) = (running.connect("alice").await, running.connect("bob").await);
    let (mut to_alice, mut to_bob) = (subscribed(&alice).await, subscribed(&bob).await);
    alice.chat().send_message(&message("hello")).await.unwrap();
    hears(&mut to_alice, "hello").await;
    hears(&mut to_bob, "hello").await;

    let batch = bob.chat().batch();
    for number in 0..200 {
        batch.send_message(&message(&number.to_string())).await.unwrap();
    }
    batch.flush().await.unwrap();
    for number in 0..200 {
        hears(&mut to_alice, &number.to_string()).await;
    }

    alice.close().await;
    assert_eq!(within(to_alice.next()).await, None);
    assert_eq!(to_alice.close_reason().map(|reason| reason.by), Some(ClosedBy::Local));
    let refused = alice.chat().send_message(&message("late")).await.unwrap_err();
    assert_eq!(refused.kind(), SendErrorKind::Closed);
    let room = running.room.clone();
    running.stop().await;
    let closed = room.closed.lock().unwrap().clone();
    assert_eq!(closed.len(), 2);
    assert_eq!((closed[0].by, closed[0].code), (ClosedBy::Peer, Some(1000)));
}

#[tokio::test]
async fn who_is_let_in() {
    let running = service().await;
    let url = running.url();
    for (endpoint, said) in [
        (user::servers::Production::at(&url).insecure(), "401 Unauthorized: no credentials"),
        (user::servers::Production::at(&url).api_key_header("wrong"), "401 Unauthorized: no such key"),
        (at(&format!("{url}/nowhere"), "alice"), "404 Not Found: no such channel"),
    ] {
        let error = user::Client::connect(endpoint).await.unwrap_err();
        assert_eq!(error.kind(), ConnectErrorKind::Refused);
        assert!(error.to_string().contains(said), "{error}");
        assert!(!error.to_string().contains("wrong"), "{error}");
    }
    // `on_open` refuses after the upgrade, with a code.
    let mallory = running.connect("mallory").await;
    let mut incoming = mallory.chat().subscribe().await.unwrap();
    assert_eq!(within(incoming.next()).await, None);
    assert_eq!(incoming.close_reason(), Some(&CloseReason::peer(Some(4001), "go away")));
}

#[tokio::test]
async fn a_query_that_breaks_the_contract_is_refused_before_the_upgrade() {
    let running = service().await;
    let query = Query { room_ids: Some("room1,room2".into()) };
    user::Client::connect(at(&running.url(), "alice").chat_query(query)).await.unwrap();
    // A peer that did not check its query itself.
    let mut request = format!("{}/?roomIds={}", running.url(), "x".repeat(21)).into_client_request().unwrap();
    request.headers_mut().insert("X-API-Key", "k-bob".parse().unwrap());
    let error = tokio_tungstenite::connect_async(request).await.unwrap_err();
    assert!(error.to_string().contains("400"), "{error}");
}

#[tokio::test]
async fn shutdown_says_goodbye_to_everybody() {
    let running = service().await;
    let alice = running.connect("alice").await;
    let _incoming = subscribed(&alice).await;
    let mut bob = running.bare("bob").await;
    let address = running.address.clone();
    let reading = tokio::spawn(async move { bare_close(&mut bob).await });
    running.stop().await;
    assert_eq!(within(reading).await.unwrap().0, 1001);
    let gone = user::Client::connect(at(&format!("ws://{address}"), "carol")).await.unwrap_err();
    assert_eq!(gone.kind(), ConnectErrorKind::Unreachable);
}

#[tokio::test]
async fn nobody_listens_twice() {
    let running = service().await;
    let again = server::Service { chat: Room::default() }.bind(endpoint(&running.address)).await;
    assert_eq!(again.unwrap_err().kind(), asyncapi_runtime::ServeErrorKind::Bind);
}

#[tokio::test]
async fn channels_of_one_address_share_a_connection() {
    static OTHER: ChannelInfo =
        ChannelInfo { name: "other", address: Some("/"), parameters: &[], servers: &[], bindings: &[] };
    let running = service().await;
    let endpoint: ConnectEndpoint = at(&running.url(), "alice").into();
    let client = asyncapi_runtime::Client::connect(endpoint, &[&user::chat::CHANNEL, &OTHER]).await.unwrap();
    let mut chat = client.channel(&user::chat::CHANNEL, "/").subscribe::<user::chat::Message>().await.unwrap();
    let mut other = client.channel(&OTHER, "/").subscribe::<user::chat::Message>().await.unwrap();
    assert!(matches!(within(chat.next()).await, Some(user::chat::Message::UserJoin(_))));
    let mut bob = running.bare("bob").await;
    assert_eq!(running.handle.session_count(), 2, "one of alice and one of bob");
    bob.send(Message::text(json("to both"))).await.unwrap();
    for incoming in [&mut chat, &mut other] {
        // Whether the second subscription hears the welcome as well depends on when that came.
        let said = async { while !matches!(incoming.next().await, Some(user::chat::Message::ChatMessage(_))) {} };
        within(said).await;
    }
}

//! Peers that send what no document allows. The policy applies; their other messages, and other sessions, go on.

use super::*;

#[tokio::test]
async fn what_is_not_json_is_answered_and_nothing_is_lost() {
    let running = Running::start("127.0.0.1:0", answer_invalid_json).await;
    let mut peer = running.bare("alice").await;
    for wrong in [
        Message::text("not json"),
        Message::text(""),
        Message::text("[]"),
        Message::text(r#"{"content": 1}"#),
        Message::text("{".repeat(100_000)),
        Message::binary(json("in binary").into_bytes()),
        Message::binary(vec![0xff; 100]),
    ] {
        peer.send(wrong.clone()).await.unwrap();
        peer.send(Message::text(json("right"))).await.unwrap();
        assert_eq!(bare_next(&mut peer).await, Message::text(r#"{"error":"Invalid JSON"}"#), "{wrong}");
        assert_eq!(bare_next(&mut peer).await, Message::text(json("right")), "{wrong}");
    }
}

#[tokio::test]
async fn a_policy_that_closes() {
    let running = Running::start("127.0.0.1:0", |server| server.policy(asyncapi_runtime::Policy::Close(1008))).await;
    let (mut bad, mut good) = (running.bare("mallory2").await, running.bare("alice").await);
    bad.send(Message::text("not json")).await.unwrap();
    assert_eq!(bare_close(&mut bad).await.0, 1008);
    good.send(Message::text(json("still here"))).await.unwrap();
    assert_eq!(bare_next(&mut good).await, Message::text(json("still here")));
}

#[tokio::test]
async fn an_oversized_message_ends_its_own_session_only() {
    let running = service().await;
    let (mut bad, mut good) = (running.bare("bob").await, running.bare("alice").await);
    bad.send(Message::text(json("before"))).await.unwrap();
    bad.send(Message::text("x".repeat((1 << 20) + 1))).await.unwrap();
    assert_eq!(bare_next(&mut bad).await, Message::text(json("before")));
    assert_eq!(bare_close(&mut bad).await.0, 1009);
    assert_eq!(bare_next(&mut good).await, Message::text(json("before")));
    good.send(Message::text(json("after"))).await.unwrap();
    assert_eq!(bare_next(&mut good).await, Message::text(json("after")));
}

#[tokio::test]
async fn a_handler_that_panics_fails_its_message_only() {
    let running = service().await;
    let mut peer = running.bare("alice").await;
    peer.send(Message::text(json("panic"))).await.unwrap();
    peer.send(Message::text(json("and on"))).await.unwrap();
    assert_eq!(bare_next(&mut peer).await, Message::text(json("and on")));
}

#[tokio::test]
async fn a_peer_that_does_not_read_holds_up_nobody() {
    let running = service().await;
    let mut deaf = running.bare("deaf").await;
    let mut good = running.bare("alice").await;
    // Far more than sockets and buffer hold; the broadcast goes to both, and the good one keeps up.
    let content = "x".repeat(1000);
    for _ in 0..200 {
        for _ in 0..100 {
            good.feed(Message::text(json(&content))).await.unwrap();
        }
        within(good.flush()).await.unwrap();
        for _ in 0..100 {
            assert_eq!(bare_next(&mut good).await, Message::text(json(&content)));
        }
    }
    // Who does not keep up is closed rather than left to miss messages without knowing.
    within(async {
        while running.handle.session_count() > 1 {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    })
    .await;
    let mut read = 0;
    while let Some(Ok(Message::Text(_))) = within(deaf.next()).await {
        read += 1;
    }
    assert!((1..20_000).contains(&read), "{read} messages were kept for it");
    good.send(Message::text(json("still here"))).await.unwrap();
    assert_eq!(bare_next(&mut good).await, Message::text(json("still here")));
}

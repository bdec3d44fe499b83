//! What works between peers that behave.

use super::*;
use crate::ClosedBy;
use crate::ws::tests::SendMode::{Feed, Flush, Now};

#[tokio::test]
async fn echo_between_our_own_ends() {
    let mut running = listening(settings()).await;
    let mut client = connect(&running.url()).await;
    let session = tokio::spawn(echo(running.session().await));
    for size in [0, 1, 125, 126, 200, 65_535, 65_536, 1 << 20] {
        let sent = "x".repeat(size);
        client.link.send(text(sent.clone()), Flush).await.unwrap();
        assert_eq!(next_text(&mut *client.source).await, sent);
    }
    client.link.close(1000, "bye".into()).await;
    assert_eq!(within(session).await.unwrap(), CloseReason::peer(Some(1000), "bye"));
    assert_eq!(next(&mut *client.source).await.unwrap_err(), CloseReason::local(1000, "bye"));
}

#[tokio::test]
async fn frames_are_text_or_binary_by_media_type() {
    let mut running = listening(settings()).await;
    let mut peer = bare(&running.url()).await;
    let mut session = running.session().await;
    let typed = |content_type: &'static str| RawMessage { content_type: Some(content_type.into()), ..text("{}") };
    session.link.send(text("{}"), Flush).await.unwrap();
    session.link.send(typed("application/json"), Flush).await.unwrap();
    session.link.send(typed("application/octet-stream"), Flush).await.unwrap();
    assert_eq!(bare_next(&mut peer).await, Message::text("{}"));
    assert_eq!(bare_next(&mut peer).await, Message::text("{}"));
    assert_eq!(bare_next(&mut peer).await, Message::binary(b"{}".to_vec()));

    peer.send(Message::text("é")).await.unwrap();
    peer.send(Message::binary(vec![0xff])).await.unwrap();
    let delivery = next(&mut *session.source).await.unwrap();
    assert_eq!((delivery.message.payload.as_ref(), delivery.message.content_type), ("é".as_bytes(), None));
    let delivery = next(&mut *session.source).await.unwrap();
    assert_eq!(delivery.message.content_type.as_deref(), Some("application/octet-stream"));
    assert_eq!(delivery.message.payload.as_ref(), [0xff]);
    assert!(delivery.settle.is_none());
}

#[tokio::test]
async fn text_has_to_be_utf8() {
    let mut running = listening(settings()).await;
    let client = connect(&running.url()).await;
    let session = running.session().await;
    let error = client.link.send(RawMessage::new("", vec![0xff]), Flush).await.unwrap_err();
    assert_eq!(error.kind(), crate::SendErrorKind::Unsupported);
    drop(session);
}

#[tokio::test]
async fn pings_of_the_peer_are_answered() {
    let mut running = listening(settings()).await;
    let mut peer = bare(&running.url()).await;
    let session = tokio::spawn(echo(running.session().await));
    peer.send(Message::Ping("are you there".into())).await.unwrap();
    assert_eq!(bare_next(&mut peer).await, Message::Pong("are you there".into()));
    peer.close(None).await.unwrap();
    assert_eq!(within(session).await.unwrap(), CloseReason::peer(None, ""));
}

#[tokio::test]
async fn codes_of_the_peer_are_reported_and_answered() {
    let mut running = listening(settings()).await;
    let mut peer = raw(&running.address).await;
    let mut session = running.session().await;
    // A masked close frame with code 4005 and reason "no".
    peer.write_all(&[0x88, 0x84, 0, 0, 0, 0, 0x0f, 0xa5, b'n', b'o']).await.unwrap();
    assert_eq!(next(&mut *session.source).await.unwrap_err(), CloseReason::peer(Some(4005), "no"));
    assert_eq!(raw_close(&mut peer).await, (4005, "no".to_owned()));
    let error = session.link.send(text("late"), Flush).await.unwrap_err();
    assert_eq!(error.kind(), crate::SendErrorKind::Closed);
    assert!(error.to_string().contains("4005"), "{error}");
}

#[tokio::test]
async fn what_was_sent_before_closing_arrives() {
    let mut running = listening(settings()).await;
    let mut peer = bare(&running.url()).await;
    let session = running.session().await;
    for number in 0..100 {
        session.link.send(text(number.to_string()), Feed).await.unwrap();
    }
    let closing = tokio::spawn(session.link.close(1001, "going away".into()));
    for number in 0..100 {
        assert_eq!(bare_next(&mut peer).await, Message::text(number.to_string()));
    }
    assert_eq!(bare_close(&mut peer).await, (1001, "going away".to_owned()));
    // Reading on answers the close frame and ends the connection.
    assert!(within(peer.next()).await.is_none());
    within(closing).await.unwrap();
}

#[tokio::test]
async fn a_long_reason_is_cut_at_a_character() {
    let mut running = listening(settings()).await;
    let mut peer = bare(&running.url()).await;
    let session = running.session().await;
    tokio::spawn(session.link.close(4000, "é".repeat(100).into()));
    assert_eq!(bare_close(&mut peer).await, (4000, "é".repeat(61)));
}

#[tokio::test]
async fn a_dropped_session_says_goodbye() {
    let mut running = listening(settings()).await;
    let mut peer = bare(&running.url()).await;
    drop(running.session().await);
    assert_eq!(bare_close(&mut peer).await.0, 1000);
}

#[tokio::test]
async fn fed_messages_wait_for_the_flush() {
    let mut running = listening(settings()).await;
    let mut peer = bare(&running.url()).await;
    let session = running.session().await;
    session.link.send(text("1"), Feed).await.unwrap();
    assert!(tokio::time::timeout(Duration::from_millis(50), peer.next()).await.is_err());
    session.link.flush().await.unwrap();
    assert_eq!(bare_next(&mut peer).await, Message::text("1"));

    session.link.hold();
    session.link.send(text("2"), Flush).await.unwrap();
    session.link.send(text("3"), Now).await.unwrap();
    assert!(tokio::time::timeout(Duration::from_millis(50), peer.next()).await.is_err());
    within(poll_fn(|cx| session.link.poll_release(cx))).await.unwrap();
    assert_eq!(bare_next(&mut peer).await, Message::text("2"));
    assert_eq!(bare_next(&mut peer).await, Message::text("3"));
    session.link.send(text("4"), Flush).await.unwrap();
    assert_eq!(bare_next(&mut peer).await, Message::text("4"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_senders_share_a_connection() {
    let mut running = listening(Settings { send_buffer: 1, max_message: 64 * 1024, ..settings() }).await;
    let mut client = connect(&running.url()).await;
    let session = running.session().await;
    const SENDERS: usize = 20;
    const EACH: usize = 100;
    for sender in 0..SENDERS {
        let link = session.link.clone();
        tokio::spawn(async move {
            for number in 0..EACH {
                let mode = if number % 2 == 0 { Flush } else { Feed };
                let padding = "x".repeat(number * 300);
                link.send(text(format!("{sender} {number} {padding}")), mode).await.unwrap();
            }
            link.flush().await.unwrap();
        });
    }
    let mut expected = [0; SENDERS];
    for _ in 0..SENDERS * EACH {
        let message = next_text(&mut *client.source).await;
        let mut words = message.split(' ');
        let sender: usize = words.next().unwrap().parse().unwrap();
        let number: usize = words.next().unwrap().parse().unwrap();
        assert_eq!(number, expected[sender], "messages of one sender keep their order");
        expected[sender] += 1;
    }
}

#[tokio::test]
async fn a_sender_that_gives_up_hinders_nobody() {
    let settings = Settings { send_buffer: 1, max_message: 1 << 20, heartbeat: None, ..settings() };
    let mut running = listening(settings).await;
    let mut client = connect(&running.url()).await;
    let session = running.session().await;
    let big = || text("x".repeat(1 << 20));
    // Until neither socket nor buffer takes more.
    let mut sent = 0;
    while tokio::time::timeout(Duration::from_millis(50), session.link.send(big(), Feed)).await.is_ok() {
        sent += 1;
        assert!(sent < 100, "the buffer has no bound");
    }
    assert_eq!(session.link.send(big(), Now).await.unwrap_err().kind(), crate::SendErrorKind::Full);
    let link = session.link.clone();
    let last = tokio::spawn(async move { link.send(text("last"), Flush).await });
    for _ in 0..sent {
        assert_eq!(next(&mut *client.source).await.unwrap().message.payload.len(), 1 << 20);
    }
    // Given up before it had its turn, so it was never sent.
    assert_eq!(next_text(&mut *client.source).await, "last");
    within(last).await.unwrap().unwrap();
}

#[tokio::test]
async fn sessions_see_what_the_peer_says_of_itself() {
    let mut running = listening(settings()).await;
    let _peer = bare(&format!("{}/rooms/a%20b?token=t0k&x=1", running.url())).await;
    let session = running.session().await;
    let handshake = &session.admission.0.handshake;
    assert_eq!((handshake.address.as_str(), handshake.query.raw()), ("/rooms/a%20b", "token=t0k&x=1"));
    assert_eq!((handshake.method.as_str(), handshake.header("upgrade")), ("GET", Some("websocket")));
    assert!(handshake.peer.as_ref().unwrap().starts_with("127.0.0.1:"));
}

#[tokio::test]
async fn a_peer_that_vanishes_is_a_lost_connection() {
    let mut running = listening(settings()).await;
    let peer = raw(&running.address).await;
    let mut session = running.session().await;
    drop(peer);
    assert_eq!(next(&mut *session.source).await.unwrap_err().by, ClosedBy::Lost);
}

#[tokio::test]
async fn ipv6() {
    let Ok(probe) = std::net::TcpListener::bind("[::1]:0") else { return };
    drop(probe);
    let request_to = ListenRequest { address: "[::1]:0".into(), gate: everyone(), settings: settings() };
    let mut listener = WebSocket::new().bind(request_to).await.unwrap();
    let url = format!("ws://{}", listener.local_address());
    let session = tokio::spawn(async move { echo(listener.accept().await.unwrap().await.unwrap()).await });
    let mut client = connect(&url).await;
    client.link.send(text("six"), Flush).await.unwrap();
    assert_eq!(next_text(&mut *client.source).await, "six");
    client.link.close(1000, "".into()).await;
    within(session).await.unwrap();
}

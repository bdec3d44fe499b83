//! Peers that break rules, say nothing, or do not listen. Whatever they do, the others go on.

use std::time::Instant;

use super::*;
use crate::ClosedBy;
use crate::ws::tests::SendMode::{Flush, Now};

/// A masked frame with a mask of zeros.
fn frame(first: u8, payload: &[u8]) -> Vec<u8> {
    let mut frame = vec![first];
    match payload.len() {
        length @ 0..126 => frame.push(0x80 | length as u8),
        length => {
            frame.extend([0x80 | 126]);
            frame.extend((length as u16).to_be_bytes());
        }
    }
    frame.extend([0; 4]);
    frame.extend(payload);
    frame
}

/// What comes before a broken frame is delivered; then the peer is told what it did wrong.
async fn breaks(broken: &[u8], code: u16, reason: &str) {
    let mut running = listening(Settings { max_message: 1000, ..settings() }).await;
    let mut peer = raw(&running.address).await;
    let mut session = running.session().await;
    let mut bytes = frame(0x81, b"first");
    bytes.extend(broken);
    peer.write_all(&bytes).await.unwrap();
    assert_eq!(next_text(&mut *session.source).await, "first");
    let ended = next(&mut *session.source).await.unwrap_err();
    assert_eq!((ended.by, ended.code), (ClosedBy::Local, Some(code)), "{ended}");
    assert!(ended.text.contains(reason), "{ended}");
    let (told, text) = raw_close(&mut peer).await;
    assert_eq!(told, code);
    assert_eq!(text, ended.text.as_str());
}

#[tokio::test]
async fn broken_frames() {
    let mut announced = vec![0x81, 0xff];
    announced.extend((1u64 << 40).to_be_bytes());
    announced.extend([0; 4]);
    breaks(&frame(0x81, &[b'x'; 1001]), 1009, "message of 1001 bytes, at most 1000 are allowed").await;
    breaks(&announced, 1009, "at most 1000 are allowed").await;
    let fragments = [frame(0x01, &[b'x'; 600]), frame(0x80, &[b'x'; 600])].concat();
    breaks(&fragments, 1009, "message of 1200 bytes").await;
    breaks(&frame(0x81, &[0xff, 0xfe]), 1007, "not UTF-8").await;
    breaks(&[0x81, 0x01, b'x'], 1002, "unmasked").await;
    breaks(&frame(0xf1, b""), 1002, "").await;
    breaks(&frame(0x83, b""), 1002, "opcode").await;
    breaks(&frame(0x80, b"x"), 1002, "").await;
    breaks(&frame(0x89, &[0; 126]), 1002, "").await;
    breaks(&frame(0x09, b""), 1002, "ragmented").await;
    breaks(&frame(0x88, &[3]), 1002, "close sequence").await;
}

#[tokio::test]
async fn a_large_message_still_on_its_way_does_not_hide_the_reason() {
    let mut running = listening(Settings { max_message: 1000, ..settings() }).await;
    let mut peer = bare(&running.url()).await;
    let mut session = running.session().await;
    // The peer is still writing when it is told; a reset would swallow the close frame.
    peer.send(Message::text("x".repeat(200_000))).await.unwrap();
    assert_eq!(next(&mut *session.source).await.unwrap_err().code, Some(1009));
    assert_eq!(bare_close(&mut peer).await.0, 1009);
}

#[tokio::test]
async fn our_own_messages_are_bounded_as_well() {
    let mut running = listening(Settings { max_message: 1000, ..settings() }).await;
    let mut peer = bare(&running.url()).await;
    let session = running.session().await;
    let error = session.link.send(text("x".repeat(1001)), Flush).await.unwrap_err();
    assert_eq!(error.kind(), crate::SendErrorKind::TooLarge);
    session.link.send(text("fits"), Flush).await.unwrap();
    assert_eq!(bare_next(&mut peer).await, Message::text("fits"));
}

#[tokio::test]
async fn bad_requests_are_answered() {
    let running = listening(settings()).await;
    let with = |from: &str, to: &str| UPGRADE.replace(from, to);
    let cases = [
        ("GET / HTTP/1.1\r\nHost: h\r\n\r\n".to_owned(), "426", "ask for the upgrade"),
        (with("Upgrade: websocket", "Upgrade: h2c"), "426", "Upgrade: websocket"),
        (with("Version: 13", "Version: 12"), "426", "Sec-WebSocket-Version: 13"),
        (with("GET", "DELETE"), "405", "Allow: GET"),
        (with("HTTP/1.1", "HTTP/1.0"), "505", "HTTP/1.1"),
        (with("dGhlIHNhbXBsZSBub25jZQ==", "c2hvcnQ="), "400", "Sec-WebSocket-Key"),
        (with("Host: h\r\n", ""), "400", "Host"),
        (with("Host: h", "Host: h\r\nContent-Length: 5"), "400", "no body"),
        (with("GET /", "GET *"), "400", "not a path"),
        (format!("GET / HTTP/1.1\r\nX: {}", "x".repeat(20_000)), "431", "too large"),
        (format!("GET / HTTP/1.1\r\n{}\r\n", "X: y\r\n".repeat(101)), "431", "too large"),
        ("\x16\x03\x01 hello\r\n\r\n".to_owned(), "400", "not HTTP/1.1"),
        ("ping\r\n\r\n".to_owned(), "400", "not HTTP/1.1"),
    ];
    for (request, status, said) in cases {
        let answer = exchange(&running.address, request.as_bytes()).await;
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{request}\n{answer}");
        assert!(answer.contains(said), "{request}\n{answer}");
    }
    bare(&running.url()).await;
}

#[tokio::test]
async fn refused_before_the_upgrade() {
    let gate = Door(|handshake: &Handshake| match handshake.address.as_str() {
        "/" => Err(Refusal::unauthorized("who are you?")),
        "/secret" => Err(Refusal::forbidden("not you")),
        _ => Err(Refusal::not_found("no such channel")),
    });
    let running = listen(&WebSocket::new(), settings(), Arc::new(gate)).await;
    for (path, status, said) in [("/", "401", "who are you?"), ("/secret", "403", "not you"), ("/x", "404", "no such")]
    {
        let answer = exchange(&running.address, UPGRADE.replace("GET /", &format!("GET {path}")).as_bytes()).await;
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")) && answer.contains(said), "{answer}");
    }
}

#[tokio::test]
async fn refused_after_the_upgrade() {
    let gate = Door(|handshake: &Handshake| match handshake.query.get("token").as_deref() {
        Some("good") => Ok(()),
        _ => Err(Refusal::unauthorized("Unauthorized").close_with(4001)),
    });
    let mut running = listen(&WebSocket::new(), settings(), Arc::new(gate)).await;
    let mut peer = bare(&format!("{}/?token=bad", running.url())).await;
    assert_eq!(bare_close(&mut peer).await, (4001, "Unauthorized".to_owned()));
    let _peer = bare(&format!("{}/?token=good", running.url())).await;
    running.session().await;
    assert!(running.sessions.try_recv().is_err());
}

#[tokio::test]
async fn an_undecided_gate_is_bounded() {
    struct Never;
    impl Gate for Never {
        fn admit(&self, _: Handshake) -> BoxFuture<'_, Result<Admission, Refusal>> {
            Box::pin(std::future::pending())
        }
    }
    let settings = Settings { handshake_timeout: Duration::from_millis(100), ..settings() };
    let running = listen(&WebSocket::new(), settings, Arc::new(Never)).await;
    assert!(exchange(&running.address, UPGRADE.as_bytes()).await.starts_with("HTTP/1.1 503 "));
}

#[tokio::test]
async fn peers_that_say_nothing_or_little_are_dropped() {
    let mut running = listening(Settings { handshake_timeout: Duration::from_millis(300), ..settings() }).await;
    let begun = Instant::now();
    let mut silent = TcpStream::connect(&running.address).await.unwrap();
    let mut slow = TcpStream::connect(&running.address).await.unwrap();
    // Nobody waits for them.
    let peer = bare(&running.url()).await;
    running.session().await;
    drop(peer);
    let drip = async {
        for byte in UPGRADE.bytes() {
            tokio::time::sleep(Duration::from_millis(20)).await;
            if slow.write_all(&[byte]).await.is_err() {
                break;
            }
        }
        let mut answer = Vec::new();
        let _ = slow.read_to_end(&mut answer).await;
        answer
    };
    let mut answer = Vec::new();
    let (dripped, read) = within(async { tokio::join!(drip, silent.read_to_end(&mut answer)) }).await;
    assert_eq!((read.unwrap(), dripped.len()), (0, 0));
    assert!(begun.elapsed() < Duration::from_secs(5));
}

#[tokio::test]
async fn too_many_sessions() {
    let mut running = listening(Settings { max_sessions: 2, ..settings() }).await;
    let _first = bare(&running.url()).await;
    let second = bare(&running.url()).await;
    let (_one, mut two) = (running.session().await, running.session().await);
    let answer = exchange(&running.address, b"").await;
    assert!(answer.starts_with("HTTP/1.1 503 ") && answer.contains("too many sessions"), "{answer}");
    // A place is free again once a session has ended.
    drop(second);
    next(&mut *two.source).await.unwrap_err();
    drop(two);
    let _third = bare(&running.url()).await;
    running.session().await;
}

#[tokio::test]
async fn a_peer_that_answers_no_ping_is_cut_off() {
    let mut running = listening(Settings { heartbeat: Some(Duration::from_millis(100)), ..settings() }).await;
    let mut dead = raw(&running.address).await;
    let mut session = running.session().await;
    let begun = Instant::now();
    let ended = next(&mut *session.source).await.unwrap_err();
    assert_eq!(ended.by, ClosedBy::Lost);
    assert!(ended.text.contains("did not answer a ping within 100ms"), "{ended}");
    assert!((Duration::from_millis(190)..Duration::from_secs(2)).contains(&begun.elapsed()), "{:?}", begun.elapsed());
    let mut rest = Vec::new();
    within(dead.read_to_end(&mut rest)).await.unwrap();
    assert_eq!(rest, [0x89, 0], "one ping");
}

#[tokio::test]
async fn a_peer_that_answers_pings_stays() {
    let mut running = listening(Settings { heartbeat: Some(Duration::from_millis(50)), ..settings() }).await;
    let mut peer = bare(&running.url()).await;
    let mut session = running.session().await;
    let idle = tokio::spawn(async move {
        let ended = tokio::time::timeout(Duration::from_millis(500), poll_fn(|cx| session.source.poll_next(cx))).await;
        assert!(ended.is_err(), "{ended:?}");
        session
    });
    // Reading is what answers.
    for _ in 0..5 {
        assert_eq!(bare_next(&mut peer).await, Message::Ping(vec![].into()));
    }
    let reading = tokio::spawn(async move { while peer.next().await.is_some() {} });
    within(idle).await.unwrap();
    reading.abort();
}

#[tokio::test]
async fn a_peer_that_does_not_read_is_bounded_and_cut_off() {
    let settings = Settings {
        heartbeat: Some(Duration::from_millis(200)),
        max_message: 100_000,
        send_buffer: 300_000,
        ..settings()
    };
    let mut running = listening(settings).await;
    let mut deaf = raw(&running.address).await;
    let mut session = running.session().await;
    let reading = tokio::spawn(async move { next(&mut *session.source).await.unwrap_err() });
    // The sockets' buffers first, then ours, then no more.
    let mut taken = 0;
    let error = loop {
        match session.link.send(text("x".repeat(100_000)), Now).await {
            Ok(()) => taken += 1,
            Err(error) => break error,
        }
        assert!(taken < 1000, "the buffer has no bound");
    };
    assert_eq!(error.kind(), crate::SendErrorKind::Full);
    let begun = Instant::now();
    let waiting = session.link.send(text("waits"), Flush);
    assert_eq!(within(reading).await.unwrap().by, ClosedBy::Lost);
    let error = within(waiting).await.unwrap_err();
    assert!(matches!(error.kind(), crate::SendErrorKind::NotConfirmed | crate::SendErrorKind::Closed), "{error}");
    assert!(begun.elapsed() < Duration::from_secs(5));
    let mut rest = Vec::new();
    let _ = within(deaf.read_to_end(&mut rest)).await;
}

#[tokio::test]
async fn a_peer_that_does_not_read_does_not_hold_up_closing() {
    let settings = Settings { close_timeout: Duration::from_millis(200), heartbeat: None, ..settings() };
    let mut running = listening(settings).await;
    let _deaf = raw(&running.address).await;
    let session = running.session().await;
    while session.link.send(text("x".repeat(100_000)), Now).await.is_ok() {}
    let begun = Instant::now();
    within(session.link.close(1001, "".into())).await;
    assert!(begun.elapsed() < Duration::from_secs(2));
}

#[tokio::test]
async fn a_flood_of_pings_fills_no_memory() {
    let mut running = listening(Settings { heartbeat: None, ..settings() }).await;
    let mut peer = raw(&running.address).await;
    let mut session = running.session().await;
    let ping = frame(0x89, &[b'p'; 125]).repeat(1000);
    // Nothing is read, so the answers have nowhere to go; only the last one matters.
    let flood = async {
        for _ in 0..200 {
            peer.write_all(&ping).await.unwrap();
        }
        peer.write_all(&frame(0x81, b"after")).await.unwrap();
    };
    let ((), message) = tokio::join!(within(flood), next_text(&mut *session.source));
    assert_eq!(message, "after");
}

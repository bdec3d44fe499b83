//! A service's streams of events, as raw peers see them.

use super::*;
use crate::{SendErrorKind, SlowConsumer};

#[tokio::test]
async fn a_stream_begins() {
    let mut running = serve(Http::new()).await;
    let mut peer = Raw::get(&running.address, "/ticks?key=k", "").await;
    let head = peer.until("\n\n").await;
    assert!(head.starts_with("HTTP/1.1 200 OK\r\n"), "{head}");
    for line in ["content-type: text/event-stream", "cache-control: no-cache, no-transform", "x-accel-buffering: no"] {
        assert!(head.contains(&format!("{line}\r\n")), "{line}: {head}");
    }
    assert!(head.contains("retry: 2000\nid: ") && head.ends_with(".0\n\n\r\n"), "{head}");
    let session = running.opened().await;
    assert_eq!(session.handshake().query.get("key").as_deref(), Some("k"));
    assert_eq!(running.tick("one").await, 1);
    let event = peer.until("\n\n").await;
    assert!(event.contains(".1\nevent: text\ndata: \"one\"\n\n"), "{event}");
    session.channel(&TICKS).send(&SAY, &TEXT, &text("for one\nonly")).await.unwrap();
    assert!(peer.until("\n\n").await.contains(".2\nevent: text\ndata: \"for one\\nonly\"\n\n"));
}

#[tokio::test]
async fn who_is_let_in() {
    let mut running = serve(Http::new()).await;
    let get =
        |target: &str, headers: &str| format!("GET {target} HTTP/1.1\r\nHost: h\r\nConnection: close\r\n{headers}\r\n");
    let events = "Accept: text/html, text/event-stream;q=0.9\r\n";
    let refused = exchange(&running.address, &get("/ticks?key=wrong", events)).await;
    assert!(refused.starts_with("HTTP/1.1 401 ") && refused.ends_with("who are you?"), "{refused}");
    assert!(exchange(&running.address, &get("/nothing", events)).await.starts_with("HTTP/1.1 404 "));
    // A channel that takes messages is no page to look at, but whoever asks for its events gets them.
    let page = exchange(&running.address, &get("/texts", "")).await;
    assert!(page.starts_with("HTTP/1.1 405 ") && page.contains("allow: GET, POST\r\n"), "{page}");
    let put = exchange(&running.address, &get("/ticks", "").replace("GET ", "PUT ")).await;
    assert!(put.starts_with("HTTP/1.1 405 ") && put.contains("allow: GET\r\n"), "{put}");
    // Where there is nothing else, nobody need ask.
    let mut plain = Raw(TcpStream::connect(&running.address).await.unwrap());
    plain.write(&get("/ticks", "")).await;
    plain.until("retry:").await;
    running.opened().await;
}

#[tokio::test]
async fn a_hook_that_refuses_ends_the_stream_for_good() {
    let mut running = serve(Http::new()).await;
    let mut peer = Raw::get(&running.address, "/ticks?refuse", "").await;
    let begun = peer.until("\n\n").await;
    running.opened().await;
    assert_eq!(running.closed().await.code, Some(crate::close_code::POLICY));
    let whole = format!("{begun}{}", peer.rest().await);
    assert!(whole.ends_with("0\r\n\r\n"), "the stream ends as it should: {whole}");
    let again = format!("Connection: close\r\nLast-Event-ID: {}\r\n", last_id(&begun));
    let answer = Raw::get(&running.address, "/ticks?refuse", &again).await.rest().await;
    assert!(answer.starts_with("HTTP/1.1 204 "), "{answer}");
}

#[tokio::test]
async fn a_peer_that_comes_back_gets_what_it_missed() {
    let mut running = serve(Http::new()).await;
    let mut peer = Raw::get(&running.address, "/ticks", "").await;
    peer.until("\n\n").await;
    let session = running.opened().await;
    running.tick("one").await;
    let seen = last_id(&peer.until("one").await);
    running.tick("two").await;
    peer.until("two").await;
    // The second was on its way when the connection was lost, the third came while there was none.
    drop(peer);
    running.tick("three").await;
    let mut peer = Raw::get(&running.address, "/ticks", &format!("Last-Event-ID: {seen}\r\n")).await;
    let missed = peer.until("three").await;
    assert!(missed.contains("\"two\"") && !missed.contains("\"one\"") && !missed.contains("event: missed"), "{missed}");
    session.channel(&TICKS).send(&SAY, &TEXT, &text("four")).await.unwrap();
    peer.until("four").await;
    assert!(running.sessions.try_recv().is_err(), "it is the same session");
    // Whoever comes back while the old connection seems alive takes its place.
    let mut other = Raw::get(&running.address, "/ticks", &format!("Last-Event-ID: {seen}\r\n")).await;
    other.until("four").await;
    assert!(peer.rest().await.ends_with("0\r\n\r\n"));
}

#[tokio::test]
async fn what_is_no_longer_known_is_told() {
    let resume = Resume { events: 2, ..Resume::default() };
    let mut running = serve(Http::new().resume(resume)).await;
    let mut peer = Raw::get(&running.address, "/ticks", "").await;
    let first = last_id(&peer.until("\n\n").await);
    running.opened().await;
    for said in ["one", "two", "three", "four"] {
        running.tick(said).await;
        peer.until(said).await;
    }
    let mut peer = Raw::get(&running.address, "/ticks", &format!("Last-Event-ID: {first}\r\n")).await;
    let read = peer.until("four").await;
    assert!(read.contains(&format!("event: missed\ndata: {first}\n\n")), "{read}");
    assert!(read.contains("three") && !read.contains("two"), "{read}");
    assert!(running.sessions.try_recv().is_err());
    // Of another service, or made up: a new session.
    for strange in ["0123.7", "nonsense", "x.y", "é"] {
        let mut peer = Raw::get(&running.address, "/ticks", &format!("Last-Event-ID: {strange}\r\n")).await;
        let read = peer.until("missed").await;
        assert!(read.contains("event: missed\n"), "{read}");
        running.opened().await;
    }
    // A peer cannot have seen what was never sent.
    let (id, _) = first.rsplit_once('.').unwrap();
    let mut peer = Raw::get(&running.address, "/ticks", &format!("Last-Event-ID: {id}.99\r\n")).await;
    assert!(peer.until(".4\n\n").await.contains(&format!("id: {id}.4\n\n")));
}

#[tokio::test]
async fn an_id_is_good_at_its_own_address_only() {
    let mut running = serve(Http::new()).await;
    let mut peer = Raw::get(&running.address, "/ticks", "").await;
    let id = last_id(&peer.until("\n\n").await);
    running.opened().await;
    let mut other = Raw::get(&running.address, "/texts", &format!("Last-Event-ID: {id}\r\n")).await;
    assert!(other.until("event: missed").await.starts_with("HTTP/1.1 200 "));
    // The gate is asked again.
    let again = format!("Connection: close\r\nLast-Event-ID: {id}\r\n");
    let refused = Raw::get(&running.address, "/ticks?key=wrong", &again).await;
    assert!(refused.rest().await.starts_with("HTTP/1.1 401 "));
}

#[tokio::test]
async fn a_peer_that_does_not_come_back_is_gone() {
    let within = |within| Http::new().resume(Resume { within, ..Resume::default() });
    let mut running = serve(within(Duration::from_millis(50))).await;
    let mut peer = Raw::get(&running.address, "/ticks", "").await;
    let id = last_id(&peer.until("\n\n").await);
    running.opened().await;
    drop(peer);
    assert_eq!(running.closed().await.by, crate::ClosedBy::Lost);
    assert_eq!(running.handle.session_count(), 0);
    // It is late, but not unwanted.
    let mut peer = Raw::get(&running.address, "/ticks", &format!("Last-Event-ID: {id}\r\n")).await;
    peer.until("event: missed").await;

    let mut running = serve(within(Duration::ZERO)).await;
    let mut peer = Raw::get(&running.address, "/ticks", "").await;
    peer.until("\n\n").await;
    running.opened().await;
    drop(peer);
    assert_eq!(running.closed().await.by, crate::ClosedBy::Peer);
}

#[tokio::test]
async fn heartbeats() {
    let settings = |settings: &mut Settings| settings.heartbeat = Some(Duration::from_millis(30));
    let running = serve_with(Http::new(), settings, |server| server, fine).await;
    let mut peer = Raw::get(&running.address, "/ticks", "").await;
    peer.until("\r\n:\n\n").await;
    peer.until("\r\n:\n\n").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn slow_peers_do_not_hold_up_the_others() {
    let settings = |settings: &mut Settings| settings.send_buffer = 64 * 1024;
    let mut running = serve_with(Http::new(), settings, |server| server, fine).await;
    let mut slow = Raw::get(&running.address, "/ticks?slow", "").await;
    slow.until("\n\n").await;
    let first = running.opened().await;
    let mut good = Raw::get(&running.address, "/ticks", "").await;
    good.until("\n\n").await;
    running.opened().await;
    let large = "x".repeat(60_000);
    // The system takes some megabytes for a peer that does not read; the other has read each before the next is sent.
    let skipping = running.handle.broadcast(&TICKS).slow_consumers(SlowConsumer::Skip);
    let mut count = 0;
    loop {
        count += 1;
        let reached = skipping.send(&SAY, &TEXT, &text(format!("{large} {count}."))).await.unwrap();
        good.until(&format!(" {count}.")).await;
        if reached == 1 {
            break;
        }
        assert!(count < 1000);
    }
    let now = first.channel(&TICKS).with(SendOptions::new().no_wait());
    let full = async {
        loop {
            if let Err(error) = now.send(&SAY, &TEXT, &text(&large)).await {
                return error;
            }
        }
    };
    assert_eq!(soon(full).await.kind(), SendErrorKind::Full);
    while running.tick(&large).await == 2 {
        good.until(&large).await;
    }
    assert_eq!(running.closed().await.code, Some(crate::close_code::TRY_AGAIN));
    good.until(&large).await;
}

#[tokio::test]
async fn a_send_waits_for_room() {
    let settings = |settings: &mut Settings| settings.send_buffer = 64 * 1024;
    let mut running = serve_with(Http::new(), settings, |server| server, fine).await;
    let mut peer = Raw::get(&running.address, "/ticks", "").await;
    let session = running.opened().await;
    let link = session.channel(&TICKS);
    let sending = tokio::spawn(async move {
        for _ in 0..300 {
            link.send(&SAY, &TEXT, &text("x".repeat(60_000))).await.unwrap();
        }
        link.send(&SAY, &TEXT, &text("the end")).await.unwrap();
    });
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert!(!sending.is_finished(), "18 MB are more than the system takes for a peer that does not read");
    assert!(peer.until("the end").await.len() > 300 * 60_000);
    sending.await.unwrap();
}

#[tokio::test]
async fn shutting_down_writes_what_was_sent() {
    let mut running = serve(Http::new()).await;
    let mut peer = Raw::get(&running.address, "/ticks", "").await;
    peer.until("\n\n").await;
    running.opened().await;
    running.tick("last words").await;
    running.handle.shutdown();
    soon(running.task).await.unwrap().unwrap();
    let rest = peer.rest().await;
    assert!(rest.contains("last words") && rest.ends_with("0\r\n\r\n"), "{rest}");
    assert!(TcpStream::connect(&running.address).await.is_err());
}

#[tokio::test]
async fn what_a_stream_cannot_carry_is_refused() {
    let mut running = serve(Http::new()).await;
    let _peer = Raw::get(&running.address, "/ticks", "").await;
    let session = running.opened().await;
    let link = session.channel(&TICKS);
    let with_header = link.with(SendOptions::new().header("x", "y"));
    let error = with_header.send(&SAY, &TEXT, &text("x")).await.unwrap_err();
    assert_eq!(error.kind(), SendErrorKind::Unsupported);
    let binary = crate::RawMessage::new("", bytes::Bytes::from_static(&[0xff]));
    assert_eq!(link.send_raw(binary).await.unwrap_err().kind(), SendErrorKind::Unsupported);
    let large = link.send(&SAY, &TEXT, &text("x".repeat(2 << 20))).await;
    assert_eq!(large.unwrap_err().kind(), SendErrorKind::TooLarge);
}

#[tokio::test]
async fn pages_of_other_origins() {
    let running = serve(Http::new().cors(Cors::origins(["https://shop.example"]))).await;
    let mut peer = Raw::get(&running.address, "/ticks", "Origin: https://shop.example\r\n").await;
    assert!(peer.until("\n\n").await.contains("access-control-allow-origin: https://shop.example\r\n"));
    let mut peer = Raw::get(&running.address, "/ticks", "Origin: https://evil.example\r\n").await;
    assert!(!peer.until("\n\n").await.contains("access-control-allow-origin"));
    let question = "OPTIONS /texts HTTP/1.1\r\nHost: h\r\nConnection: close\r\nOrigin: https://shop.example\r\n\
        Access-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: content-type\r\n\r\n";
    let told = exchange(&running.address, question).await;
    assert!(
        told.starts_with("HTTP/1.1 204 ") && told.contains("access-control-allow-headers: content-type\r\n"),
        "{told}"
    );
    let none = serve(Http::new()).await;
    assert!(exchange(&none.address, question).await.starts_with("HTTP/1.1 405 "));
}

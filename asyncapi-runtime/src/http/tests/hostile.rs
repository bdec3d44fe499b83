//! Peers that mean no good, or that are broken.

use super::*;

async fn impatient(limit: Duration) -> Running {
    let settings = |settings: &mut Settings| {
        settings.handshake_timeout = limit;
        settings.heartbeat = Some(Duration::from_millis(100));
        settings.max_message = 1000;
        settings.close_timeout = Duration::from_millis(100);
        settings.max_sessions = 4;
    };
    serve_with(Http::new(), settings, |server| server, fine).await
}

#[tokio::test]
async fn who_dawdles_is_cut_off() {
    let running = impatient(Duration::from_millis(200)).await;
    for begun in ["", "GET /ti", "GET /ticks HTTP/1.1\r\nHost: h\r\nX: "] {
        let mut raw = Raw(TcpStream::connect(&running.address).await.unwrap());
        raw.write(begun).await;
        let rest = raw.rest().await;
        assert!(rest.is_empty() || rest.starts_with("HTTP/1.1 408 "), "{rest}");
    }
    let head = "POST /texts HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n\"sl";
    let late = exchange(&running.address, head).await;
    assert!(late.starts_with("HTTP/1.1 408 "), "{late}");
    // One byte after the other does not help.
    let mut raw = Raw(TcpStream::connect(&running.address).await.unwrap());
    for byte in "GET /ticks HTTP/1.1\r\nHost: h\r\nX-Slow: 0123456789012345678901234567890123456789\r\n\r\n".chars() {
        if raw.0.write_all(&[byte as u8]).await.is_err() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let rest = raw.rest().await;
    assert!(!rest.starts_with("HTTP/1.1 200"), "{rest}");
}

#[tokio::test]
async fn what_is_too_large_is_refused() {
    let running = impatient(Duration::from_secs(10)).await;
    let large = "x".repeat(2000);
    let told = exchange(&running.address, &post("/texts", "", &large)).await;
    assert!(told.starts_with("HTTP/1.1 413 "), "{told}");
    let chunked = format!(
        "POST /texts HTTP/1.1\r\nHost: h\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n7d0\r\n{large}\r\n0\r\n\r\n"
    );
    assert!(exchange(&running.address, &chunked).await.starts_with("HTTP/1.1 413 "));
    let lying = "POST /texts HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: 18446744073709551615\r\n\r\n";
    let lying = exchange(&running.address, lying).await;
    assert!(lying.starts_with("HTTP/1.1 4"), "{lying}");
}

#[tokio::test]
async fn a_large_head_is_refused() {
    let running = impatient(Duration::from_secs(10)).await;
    let head = format!("GET /ticks HTTP/1.1\r\nHost: h\r\nX: {}\r\n\r\n", "x".repeat(300_000));
    let told = exchange(&running.address, &head).await;
    assert!(told.is_empty() || told.starts_with("HTTP/1.1 431 "), "{told}");
}

#[tokio::test]
async fn many_headers_are_refused() {
    let running = impatient(Duration::from_secs(10)).await;
    let head = format!("GET /ticks HTTP/1.1\r\nHost: h\r\n{}\r\n", "X: y\r\n".repeat(1000));
    let told = exchange(&running.address, &head).await;
    assert!(told.starts_with("HTTP/1.1 431 "), "{told}");
}

#[tokio::test]
async fn what_is_no_http_is_refused() {
    let running = impatient(Duration::from_secs(10)).await;
    for nonsense in [
        "\0\0\0\0\r\n\r\n",
        "GET /ticks HTTP/9.9\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "POST /texts HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "POST /texts HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n",
        "POST /texts HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
        "\u{16}\u{3}\u{1}",
    ] {
        let answer = exchange(&running.address, nonsense).await;
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 4"), "{nonsense:?}: {answer}");
    }
    // The service lives on.
    assert!(exchange(&running.address, &post("/texts", "", "\"x\"")).await.starts_with("HTTP/1.1 204 "));
}

#[tokio::test]
async fn there_are_no_more_sessions_than_there_may_be() {
    let mut running = impatient(Duration::from_secs(10)).await;
    let mut peers = Vec::new();
    for _ in 0..4 {
        let mut peer = Raw::get(&running.address, "/ticks", "").await;
        peer.until("\n\n").await;
        running.opened().await;
        peers.push(peer);
    }
    let mut more = Raw(TcpStream::connect(&running.address).await.unwrap());
    let _ = more.0.write_all(post("/texts", "", "\"x\"").as_bytes()).await;
    assert_eq!(more.rest().await, "", "there is no place for another connection");
    drop(peers);
    // The sessions wait for their peers, but the connections are free.
    loop {
        let mut raw = Raw(TcpStream::connect(&running.address).await.unwrap());
        let _ = raw.0.write_all(post("/texts", "", "\"x\"").as_bytes()).await;
        let answer = raw.rest().await;
        if !answer.is_empty() {
            assert!(answer.starts_with("HTTP/1.1 503 "), "{answer}");
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test]
async fn who_never_reads_is_cut_off() {
    let settings = |settings: &mut Settings| settings.heartbeat = Some(Duration::from_millis(100));
    let mut running = serve_with(Http::new(), settings, |server| server, fine).await;
    let mut peer = Raw::get(&running.address, "/ticks", "").await;
    peer.until("\n\n").await;
    running.opened().await;
    let said = "x".repeat(500_000);
    let closed = async {
        loop {
            running.tick(&said).await;
            if let Ok((_, Some(reason))) = running.sessions.try_recv() {
                return reason;
            }
            tokio::task::yield_now().await;
        }
    };
    assert_eq!(soon(closed).await.code, Some(crate::close_code::TRY_AGAIN));
    // Its connection is given up as well, though the peer says nothing.
    tokio::time::sleep(Duration::from_millis(600)).await;
    let rest = peer.rest().await;
    assert!(!rest.ends_with("0\r\n\r\n"), "it was cut off");
}

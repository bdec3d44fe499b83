//! A client that reads events, from our own service and from servers that break off.

use super::*;
use crate::test_kit::Text;
use crate::{ClosedBy, ConnectErrorKind, ConnectionState, Credential, Secret, SubscribeErrorKind, Subscription};

static NAMED: &str = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\nConnection: close\r\n\r\n";

async fn subscribe(client: &Client) -> Subscription<Text> {
    client.channel(&TICKS, "/ticks").subscribe().await.unwrap()
}

async fn next(subscription: &mut Subscription<Text>) -> String {
    soon(subscription.next()).await.expect("the stream goes on").0
}

#[tokio::test]
async fn a_client_reads() {
    let mut running = serve(Http::new()).await;
    let client = client(Http::new(), &running.url()).await;
    let mut ticks = subscribe(&client).await;
    running.opened().await;
    let said: Vec<String> = ["one", "two\nthree", "", "vier €"].map(str::to_owned).into();
    for said in &said {
        running.tick(said).await;
    }
    for said in &said {
        assert_eq!(next(&mut ticks).await, *said);
    }
    // A second subscription shares the stream.
    let mut more = subscribe(&client).await;
    running.tick("both").await;
    assert_eq!((next(&mut ticks).await, next(&mut more).await), ("both".to_owned(), "both".to_owned()));
    assert_eq!(running.handle.session_count(), 1);
    client.close().await;
    assert!(soon(ticks.next()).await.is_none());
}

#[tokio::test]
async fn a_lost_stream_goes_on_where_it_was() {
    let mut running = serve(Http::new().come_back_after(Duration::from_millis(10))).await;
    let proxy = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let (url, target) = (format!("http://{}", proxy.local_addr().unwrap()), running.address.clone());
    let cut = Arc::new(tokio::sync::Notify::new());
    let cutting = cut.clone();
    tokio::spawn(async move {
        loop {
            let (mut near, _) = proxy.accept().await.unwrap();
            let mut far = TcpStream::connect(&target).await.unwrap();
            tokio::select! {
                _ = tokio::io::copy_bidirectional(&mut near, &mut far) => {}
                () = cutting.notified() => {}
            }
        }
    });
    let client = client(Http::new(), &url).await;
    let mut ticks = subscribe(&client).await;
    running.opened().await;
    let mut count = 0;
    for round in 0..5 {
        for _ in 0..20 {
            assert_eq!(running.tick(&format!("tick {count}")).await, 1);
            count += 1;
        }
        cut.notify_one();
        // Also what is sent while nobody is there.
        running.tick(&format!("tick {count}")).await;
        count += 1;
        for seen in (count - 21)..count {
            assert_eq!(next(&mut ticks).await, format!("tick {seen}"), "round {round}");
        }
    }
    assert_eq!(running.handle.session_count(), 1);
    assert!(running.sessions.try_recv().is_err(), "it is one session all the while");
}

#[tokio::test]
async fn what_a_client_says_as_it_comes_back() {
    let (address, mut requests) = answering(|count, _| match count {
        0 => format!("{NAMED}retry: 50\nid: a\nevent: text\ndata: \"one\"\n\nid: b\ndata: \"lost\""),
        1 => answer("503 Unavailable", "", ""),
        2 => format!("{NAMED}event: ping\ndata: {{}}\n\ndata: \"two\"\n\n"),
        _ => answer("204 No Content", "", ""),
    })
    .await;
    let mut tokens = 0;
    let tokens = std::sync::Mutex::new(move || {
        tokens += 1;
        Secret::new(format!("t{tokens}"))
    });
    let provider = crate::Token::provider(move || {
        let token = (tokens.lock().unwrap())();
        async move { Ok::<_, std::io::Error>(token) }
    });
    let mut endpoint = ConnectEndpoint::new(Arc::new(Http::new()), format!("http://{address}/v1"));
    endpoint.credentials = Arc::from([provider.into(), Credential::Query { name: "key", value: "k".into() }]);
    endpoint.settings.reconnect =
        crate::Reconnect { instant: 0, first: Duration::from_millis(1), ..Default::default() };
    let client = Client::connect(endpoint, &[]).await.unwrap();
    let mut ticks = subscribe(&client).await;
    assert_eq!(next(&mut ticks).await, "one");
    let lost = std::time::Instant::now();
    assert_eq!(next(&mut ticks).await, "two", "what has another name and fits nothing is dropped");
    assert!(lost.elapsed() >= Duration::from_millis(100), "the server wants 50 ms before each attempt");
    assert!(soon(ticks.next()).await.is_none(), "204 ends it for good");
    let reason = match client.states().current() {
        ConnectionState::Closed(reason) => reason,
        other => panic!("{other:?}"),
    };
    assert_eq!((reason.by, reason.code), (ClosedBy::Peer, Some(1000)));
    let mut seen = Vec::new();
    while let Ok(request) = requests.try_recv() {
        assert!(request.starts_with("GET /v1/ticks?key=k HTTP/1.1\r\n"), "{request}");
        assert!(request.contains("accept: text/event-stream\r\n"), "{request}");
        let of = |name: &str| request.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().to_owned();
        seen.push((of("last-event-id: "), of("authorization: ")));
    }
    let seen: Vec<_> = seen.iter().map(|(id, token)| (id.as_str(), token.as_str())).collect();
    assert_eq!(seen, [("", "Bearer t1"), ("a", "Bearer t2"), ("a", "Bearer t3"), ("a", "Bearer t4")]);
}

#[tokio::test]
async fn what_is_no_stream_of_events() {
    for (status, headers, kind, said) in [
        ("404 Not Found", "", SubscribeErrorKind::Connect, "404"),
        ("401 Unauthorized", "", SubscribeErrorKind::Connect, "401"),
        ("302 Found", "Location: http://127.0.0.1:1/\r\n", SubscribeErrorKind::Connect, "302"),
        ("204 No Content", "", SubscribeErrorKind::Connect, "no more to say"),
        ("200 OK", "Content-Type: text/html\r\n", SubscribeErrorKind::Unsupported, "text/html"),
    ] {
        let (address, _requests) = answering(move |_, _| answer(status, headers, "")).await;
        let client = client(Http::new(), &format!("http://bob:hunter2@{address}")).await;
        let error = client.channel(&TICKS, "/ticks").subscribe::<Text>().await.unwrap_err();
        assert_eq!(error.kind(), kind, "{error}");
        assert!(error.to_string().contains(said) && !error.to_string().contains("hunter2"), "{error}");
    }
    let nobody = client(Http::new(), "http://127.0.0.1:1/?key=hunter2").await;
    let error = nobody.channel(&TICKS, "/ticks").subscribe::<Text>().await.unwrap_err();
    assert!(error.kind() == SubscribeErrorKind::Connect && !error.to_string().contains("hunter2"), "{error}");
    let endpoint = ConnectEndpoint::new(Arc::new(Http::new()), "ftp://h");
    let wrong = Client::connect(endpoint, &[&TICKS]).await.unwrap_err();
    assert_eq!(wrong.kind(), ConnectErrorKind::Endpoint);
}

#[tokio::test]
async fn broken_and_endless_streams() {
    // Chunks that are none, an event without an end, and rubbish: each is lost, and the next one is tried.
    let (address, _requests) = answering(|count, _| match count {
        0 => {
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n".to_owned()
        }
        1 => format!("{NAMED}data: {}", "x".repeat(5000)),
        2 => format!("{NAMED}data: {}\n\ndata: \"ok\"\n\n", "x".repeat(5000)),
        _ => answer("410 Gone", "", ""),
    })
    .await;
    let client = client_with(Http::new(), &format!("http://{address}"), |settings| settings.max_message = 1000).await;
    let mut ticks = subscribe(&client).await;
    assert_eq!(next(&mut ticks).await, "ok");
    assert!(soon(ticks.next()).await.is_none());
}

#[tokio::test]
async fn silence_can_count_as_loss() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let server = tokio::spawn(async move {
        let mut held = Vec::new();
        for _ in 0..2 {
            let (mut stream, _) = listener.accept().await.unwrap();
            read_request(&mut stream).await;
            stream.write_all(format!("{NAMED}data: \"alive\"\n\n").as_bytes()).await.unwrap();
            held.push(stream);
        }
        held
    });
    let http = Http::new().silence(Duration::from_millis(50));
    let client = client(http, &format!("http://{address}")).await;
    let mut ticks = subscribe(&client).await;
    assert_eq!(next(&mut ticks).await, "alive");
    assert_eq!(next(&mut ticks).await, "alive", "of the second stream");
    soon(server).await.unwrap();
}

#[tokio::test]
async fn it_is_given_up_when_it_was_tried_often_enough() {
    let (address, mut requests) = answering(|count, _| match count {
        0 => format!("{NAMED}data: \"one\"\n\n"),
        _ => answer("500 Oops", "", ""),
    })
    .await;
    let client = client_with(Http::new(), &format!("http://{address}"), |settings| {
        settings.reconnect.attempts = Some(3);
    })
    .await;
    let mut ticks = subscribe(&client).await;
    assert_eq!(next(&mut ticks).await, "one");
    assert!(soon(ticks.next()).await.is_none());
    let mut count = 0;
    while requests.try_recv().is_ok() {
        count += 1;
    }
    assert_eq!(count, 4);
}

//! Our client against servers that refuse, redirect, keep silent or are none.

use tokio::net::TcpListener;

use super::*;
use crate::bindings::ws;
use crate::{Binding, ChannelInfo, ConnectErrorKind, Secret};

/// A server that reads a request's head and answers with these bytes.
async fn answering(answer: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(stream.read_u8().await.unwrap());
        }
        stream.write_all(answer.as_bytes()).await.unwrap();
        stream.shutdown().await.unwrap();
        let _ = stream.read_to_end(&mut head).await;
    });
    format!("ws://{address}")
}

async fn fails(url: &str) -> ConnectError {
    connect_with(&WebSocket::new(), request(url, "/")).await.err().expect("no connection")
}

#[tokio::test]
async fn answers_that_are_not_agreement() {
    const SWITCH: &str = "HTTP/1.1 101 S\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n";
    let wrong_key = format!("{SWITCH}Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n").leak();
    let cases = [
        (
            "HTTP/1.1 401 Unauthorized\r\nContent-Length: 12\r\n\r\nwho are you?",
            ConnectErrorKind::Refused,
            "401 Unauthorized: who are you?",
        ),
        ("HTTP/1.1 404 Not Found\r\nContent-Length: 6\r\n\r\n<html>", ConnectErrorKind::Refused, "404 Not Found"),
        (
            "HTTP/1.1 302 Found\r\nLocation: wss://x.example/y?token=t0k\r\n\r\n",
            ConnectErrorKind::Refused,
            "points to wss://x.example/y; redirects are not followed",
        ),
        ("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nhello", ConnectErrorKind::Refused, "200 OK: hello"),
        ("SSH-2.0-OpenSSH_9.2\r\n\r\n", ConnectErrorKind::Protocol, "HTTP/1.1"),
        ("", ConnectErrorKind::Protocol, "without an answer"),
        (wrong_key, ConnectErrorKind::Protocol, "wrong `Sec-WebSocket-Accept`"),
        (
            "HTTP/1.1 101 S\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n",
            ConnectErrorKind::Protocol,
            "other than WebSocket",
        ),
    ];
    for (answer, kind, said) in cases {
        let error = fails(&answering(answer).await).await;
        assert_eq!(error.kind(), kind, "{answer}\n{error}");
        assert!(error.to_string().contains(said), "{answer}\n{error}");
        assert!(!error.to_string().contains("t0k"), "{error}");
    }
    let long = format!("HTTP/1.1 200 OK\r\nX: {}", "x".repeat(20_000)).leak();
    assert!(fails(&answering(long).await).await.to_string().contains("a head of more than"));
}

#[tokio::test]
async fn nobody_there() {
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let error = fails(&format!("ws://bob:hunter2@{free}/?key=hunter2")).await;
    assert_eq!(error.kind(), ConnectErrorKind::Unreachable);
    assert!(error.to_string().contains(&format!("ws://{free}/")) && !error.to_string().contains("hunter2"), "{error}");
    assert_eq!(fails("ws://no-such-host.invalid").await.kind(), ConnectErrorKind::Unreachable);
    assert_eq!(fails("mqtt://h").await.kind(), ConnectErrorKind::Endpoint);
}

#[tokio::test]
async fn a_server_that_keeps_silent() {
    let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let mut request = request(&format!("ws://{}", silent.local_addr().unwrap()), "/");
    request.settings.connect_timeout = Duration::from_millis(100);
    let error = connect_with(&WebSocket::new(), request).await.err().unwrap();
    assert_eq!(error.kind(), ConnectErrorKind::TimedOut);
}

/// What a gate saw of a request.
async fn seen(change: impl FnOnce(&mut ConnectRequest)) -> Handshake {
    let mut running = listening(settings()).await;
    let mut request = request(&running.url(), "/chat");
    change(&mut request);
    connect_with(&WebSocket::new(), request).await.unwrap();
    running.session().await.admission.0.handshake
}

#[tokio::test]
async fn credentials_arrive() {
    let key = || Secret::from("k&y = 1");
    let with = |credential| move |request: &mut ConnectRequest| request.credentials = Arc::from([credential]);
    let handshake = seen(with(Credential::Header { name: "X-API-Key", value: key() })).await;
    assert_eq!(handshake.header("x-api-key"), Some("k&y = 1"));
    let handshake = seen(with(Credential::Query { name: "token", value: key() })).await;
    assert_eq!(handshake.query_key("token").unwrap().expose(), "k&y = 1");
    let handshake = seen(with(Credential::Cookie { name: "session", value: "abc".into() })).await;
    assert_eq!(handshake.cookie("session"), Some("abc"));
    let handshake = seen(with(Credential::Bearer("t0k".into()))).await;
    assert_eq!(handshake.bearer().unwrap().expose(), "t0k");
    let handshake = seen(with(Credential::UserPassword { user: "bob".into(), password: "a:b".into() })).await;
    let (user, password) = handshake.basic().unwrap();
    assert_eq!((user.as_str(), password.expose()), ("bob", "a:b"));
    let handshake = seen(|request| request.url = request.url.replace("://", "://bob:hunter2@").into()).await;
    assert_eq!(handshake.basic().unwrap().1.expose(), "hunter2");
}

#[tokio::test]
async fn address_query_headers_and_method_arrive() {
    static CHANNEL: ChannelInfo = ChannelInfo {
        name: "chat",
        address: Some("/chat"),
        parameters: &[],
        servers: &[],
        bindings: &[Binding::WsChannel(ws::Channel { method: Some("POST") })],
    };
    let handshake = seen(|request| {
        request.query = Some("roomIds=a%2Cb".into());
        request.channel = Some(&CHANNEL);
        request.headers.append("X-Client", "rust");
    })
    .await;
    assert_eq!((handshake.address.as_str(), handshake.method.as_str()), ("/chat", "POST"));
    assert_eq!(handshake.query.get("roomIds").as_deref(), Some("a,b"));
    assert_eq!(handshake.header("x-client"), Some("rust"));
    assert!(handshake.header("host").unwrap().starts_with("127.0.0.1:"));
}

#[tokio::test]
async fn credentials_that_cannot_be_sent() {
    let running = listening(settings()).await;
    for (credential, said) in [
        (Credential::Header { name: "X-Key", value: "hunter2\r\nX: y".into() }, "control character"),
        (Credential::Header { name: "X Key", value: "hunter2".into() }, "cannot be the name"),
        (Credential::Cookie { name: "c", value: "hunter2; d=e".into() }, "cookies cannot have"),
        (Credential::User("hunter2".into()), "no user or password field"),
    ] {
        let mut request = request(&running.url(), "/");
        request.credentials = Arc::from([credential]);
        let error = connect_with(&WebSocket::new(), request).await.err().unwrap();
        assert_eq!(error.kind(), ConnectErrorKind::Endpoint);
        assert!(error.to_string().contains(said) && !error.to_string().contains("hunter2"), "{error}");
    }
    let mut request = request(&running.url(), "/");
    request.headers.append("Sec-WebSocket-Key", "mine");
    let error = connect_with(&WebSocket::new(), request).await.err().unwrap();
    assert!(error.to_string().contains("belongs to the WebSocket handshake"), "{error}");
}

#[tokio::test]
async fn subprotocols() {
    let server = WebSocket::new().protocols(["v2.chat", "v1.chat"]);
    let mut running = listen(&server, settings(), everyone()).await;
    let client = WebSocket::new().protocols(["v1.chat"]);
    connect_with(&client, request(&running.url(), "/")).await.unwrap();
    running.session().await;
    let other = WebSocket::new().protocols(["v9"]);
    let error = connect_with(&other, request(&running.url(), "/")).await.err().unwrap();
    assert!(error.to_string().contains("none of the subprotocols"), "{error}");
}

#[tokio::test]
async fn one_source_for_each_connection() {
    let running = listening(settings()).await;
    let client = connect(&running.url()).await;
    let again = SubscribeRequest { address: "".into(), channel: None, operations: &[], read_ahead: 1, replies: false };
    assert_eq!(client.link.subscribe(again).await.err().unwrap().kind(), crate::SubscribeErrorKind::Unsupported);
}

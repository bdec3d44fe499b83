//! A service inside an axum application.

use axum::Router;
use axum::routing::{any_service, get};

use super::*;

/// An application with a page of its own, and the service at `/chat`.
async fn application(service: crate::ws::MountService) -> String {
    let app = Router::new().route("/", get(async || "a page")).route("/chat", any_service(service));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    tokio::spawn(async move { axum::serve(listener, app).await });
    address
}

fn at(path: &str) -> String {
    UPGRADE.replace("GET /", &format!("GET {path}")).replace("Host: h", "Host: h\r\nConnection: close")
}

#[tokio::test]
async fn a_mounted_service_talks() {
    let (mount, service) = WebSocket::new().mount();
    let address = application(service).await;
    let mut running = listen(&mount, settings(), everyone()).await;
    let url = format!("ws://{address}/chat?room=1");

    let mut peer = bare(&url).await;
    let session = running.session().await;
    let handshake = &session.admission.0.handshake;
    assert_eq!((handshake.address.as_str(), handshake.query.raw()), ("/chat", "room=1"));
    let session = tokio::spawn(echo(session));
    peer.send(Message::text("hello")).await.unwrap();
    assert_eq!(bare_next(&mut peer).await, Message::text("hello"));
    peer.close(None).await.unwrap();
    within(session).await.unwrap();
    // The application's own pages are as before.
    assert!(exchange(&address, b"GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n").await.contains("a page"));
}

#[tokio::test]
async fn refusals_go_through_the_application() {
    let (mount, service) = WebSocket::new().mount();
    let address = application(service).await;
    assert!(exchange(&address, at("/chat").as_bytes()).await.starts_with("HTTP/1.1 503 "));

    let gate = Door(|handshake: &Handshake| match handshake.query.raw() {
        "late" => Err(Refusal::unauthorized("Unauthorized").close_with(4001)),
        "good" => Ok(()),
        _ => Err(Refusal::unauthorized("who are you?")),
    });
    let mut running = listen(&mount, Settings { max_sessions: 1, ..settings() }, Arc::new(gate)).await;
    let answer = exchange(&address, at("/chat").as_bytes()).await;
    assert!(answer.starts_with("HTTP/1.1 401 ") && answer.ends_with("who are you?"), "{answer}");
    let plain = b"GET /chat HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
    assert!(exchange(&address, plain).await.starts_with("HTTP/1.1 426 "));
    let mut late = bare(&format!("ws://{address}/chat?late")).await;
    assert_eq!(bare_close(&mut late).await, (4001, "Unauthorized".to_owned()));
    drop(late);

    let _peer = bare(&format!("ws://{address}/chat?good")).await;
    let _session = running.session().await;
    let answer = exchange(&address, at("/chat?good").as_bytes()).await;
    assert!(answer.starts_with("HTTP/1.1 503 ") && answer.contains("too many"), "{answer}");
}

#[tokio::test]
async fn one_service_at_a_time() {
    let (mount, service) = WebSocket::new().mount();
    let address = application(service).await;
    let first = mount.bind(bind_request()).await.unwrap();
    assert!(mount.bind(bind_request()).await.err().unwrap().to_string().contains("another service"));
    drop(first);
    assert!(exchange(&address, at("/chat").as_bytes()).await.starts_with("HTTP/1.1 503 "));
    mount.bind(bind_request()).await.unwrap();
}

fn bind_request() -> ListenRequest {
    ListenRequest { address: "".into(), gate: everyone(), settings: settings() }
}

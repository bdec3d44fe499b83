//! The chat inside an axum application.

use asyncapi_runtime::ServerBuilder;
use asyncapi_runtime::ws::WebSocket;

use super::*;

#[tokio::test]
async fn users_talk_inside_an_application() {
    let (mount, service) = WebSocket::new().mount();
    let app = axum::Router::new().route("/about", axum::routing::get(async || "about")).fallback_service(service);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("ws://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, app).await });

    let room = Room::default();
    let builder = ServerBuilder::listener(&user::servers::PRODUCTION, Arc::new(mount));
    let bound = server::Service { chat: room.clone() }.bind(builder).await.unwrap();
    let running = Running::serve(bound, room);
    let alice = user::Client::connect(at(&url, "alice")).await.unwrap();
    let mut incoming = subscribed(&alice).await;
    alice.chat().send_message(&message("inside")).await.unwrap();
    hears(&mut incoming, "inside").await;
    running.stop().await;
    let gone = user::Client::connect(at(&url, "bob")).await.unwrap_err();
    assert!(gone.to_string().contains("503"), "{gone}");
}

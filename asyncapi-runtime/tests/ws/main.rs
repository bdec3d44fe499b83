//! The chat of `by_hand`, over real WebSockets: what a user's program sees of the transport, and what bare and hostile
//! peers see of a service.
#![allow(dead_code, missing_docs, unreachable_pub, clippy::new_without_default, clippy::enum_variant_names)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
#![cfg(all(feature = "memory", feature = "ws"))]

#[path = "../by_hand/server.rs"]
mod server;
#[path = "../by_hand/types.rs"]
mod types;
#[path = "../by_hand/user.rs"]
mod user;

mod conversation;
#[cfg(feature = "mount")]
mod mount;
mod peers;
mod reconnect;
mod secure;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use asyncapi_runtime::wire::Uuid;
use asyncapi_runtime::{
    Bound, CloseReason, Outcome, RawMessage, Refusal, ServeEndpoint, Server, ServerHandle, Subscription,
};
use futures_util::{SinkExt, StreamExt};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;

use types::{Chat, Query, Status};

/// Longer than anything that is waited for takes.
const LONG: Duration = Duration::from_secs(20);

async fn within<T>(future: impl Future<Output = T>) -> T {
    tokio::time::timeout(LONG, future).await.expect("nothing happened for too long")
}

/// Everybody hears what anybody says.
#[derive(Default, Clone)]
struct Room {
    closed: Arc<Mutex<Vec<CloseReason>>>,
}

struct User(String);

impl server::chat::Receiver for Room {
    async fn send_message(&self, message: Chat, context: &server::chat::Context) -> Outcome {
        if message.content == "panic" {
            panic!("a handler that panics");
        }
        context.broadcast().get_message(&message).await?;
        Ok(())
    }

    async fn on_open(&self, session: &server::chat::Session) -> Result<(), Refusal> {
        let user = session.identity::<User>().map_or("anonymous", |user| &user.0).to_owned();
        if user == "mallory" {
            return Err(Refusal::forbidden("go away").close_with(4001));
        }
        let welcome = Status { kind: "join".into(), user };
        session.sender().user_join(&welcome).await.map_err(|error| Refusal::new(500, error.to_string()))
    }

    async fn on_close(&self, _session: &server::chat::Session, reason: &CloseReason) {
        self.closed.lock().unwrap().push(reason.clone());
    }
}

/// Who has the key `k-<name>` is `<name>`.
fn endpoint(address: &str) -> ServeEndpoint {
    server::servers::Production::listen(address)
        .authenticate(|credentials, _| async move {
            let server::servers::ProductionCredentials::ApiKeyHeader(key) = credentials;
            let name = key.expose().strip_prefix("k-").map(|name| User(name.to_owned()));
            name.ok_or_else(|| Refusal::unauthorized("no such key"))
        })
        .into()
}

/// A service that runs until it is stopped.
struct Running {
    room: Room,
    address: String,
    handle: ServerHandle,
    served: tokio::task::JoinHandle<()>,
}

impl Running {
    async fn start(address: &str, change: impl FnOnce(Server) -> Server) -> Self {
        let room = Room::default();
        let server = change(server::Service { chat: room.clone() }.into_server());
        Self::serve(server.bind(endpoint(address)).await.unwrap(), room)
    }

    fn serve(bound: Bound, room: Room) -> Self {
        let (address, handle) = (bound.local_address().to_string(), bound.handle());
        let served = tokio::spawn(async move { bound.serve().await.unwrap() });
        Self { room, address, handle, served }
    }

    fn url(&self) -> String {
        format!("ws://{}", self.address)
    }

    async fn connect(&self, name: &str) -> user::Client {
        user::Client::connect(at(&self.url(), name)).await.unwrap()
    }

    /// A bare peer that has read its welcome.
    async fn bare(&self, name: &str) -> Bare {
        let mut request = self.url().into_client_request().unwrap();
        request.headers_mut().insert("X-API-Key", format!("k-{name}").parse().unwrap());
        let (mut peer, _) = within(tokio_tungstenite::connect_async(request)).await.unwrap();
        let welcome = format!(r#"{{"type":"join","user":"{name}"}}"#);
        assert_eq!(bare_next(&mut peer).await, Message::text(welcome));
        peer
    }

    async fn stop(self) {
        self.handle.shutdown();
        within(self.served).await.unwrap();
    }
}

async fn service() -> Running {
    Running::start("127.0.0.1:0", |server| server).await
}

fn at(url: &str, name: &str) -> user::servers::Production<asyncapi_runtime::Given> {
    user::servers::Production::at(url).api_key_header(format!("k-{name}"))
}

fn message(content: &str) -> Chat {
    Chat { message_id: Uuid::nil(), sender_id: "s".into(), content: content.into() }
}

fn json(content: &str) -> String {
    format!(r#"{{"messageId":"{}","senderId":"s","content":"{content}"}}"#, Uuid::nil())
}

type Incoming = Subscription<user::chat::Message>;

async fn subscribed(client: &user::Client) -> Incoming {
    let mut incoming = client.chat().subscribe().await.unwrap();
    assert!(matches!(within(incoming.next()).await, Some(user::chat::Message::UserJoin(_))));
    incoming
}

async fn hears(incoming: &mut Incoming, content: &str) {
    assert_eq!(within(incoming.next()).await, Some(user::chat::Message::ChatMessage(message(content))));
}

type Bare = tokio_tungstenite::WebSocketStream<tokio_tungstenite::MaybeTlsStream<tokio::net::TcpStream>>;

async fn bare_next(peer: &mut Bare) -> Message {
    within(peer.next()).await.unwrap().unwrap()
}

async fn bare_close(peer: &mut Bare) -> (u16, String) {
    loop {
        if let Message::Close(frame) = bare_next(peer).await {
            let frame = frame.unwrap();
            return (frame.code.into(), frame.reason.to_string());
        }
    }
}

/// The text `{"error": …}` that the seed's service answers to what is not JSON.
fn answer_invalid_json(server: Server) -> Server {
    server.policy(asyncapi_runtime::Policy::answer(|_| Some(RawMessage::json(r#"{"error":"Invalid JSON"}"#))))
}

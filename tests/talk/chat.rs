//! The seed's chat: rooms by query, join and leave told apart by `match`, an API key.

use asyncapi_runtime::memory::Hub;
use asyncapi_runtime::wire::{DateTime, Uuid};
use asyncapi_runtime::{ConnectErrorKind, Outcome, Refusal, SendErrorKind};

mod user {
    asyncapi_runtime::asyncapi!(
        spec = "../asyncapi-codegen/tests/golden/chat-application/asyncapi.yaml",
        match = { userJoin: type == "join", userLeave: type == "leave" },
    );
}

mod server {
    asyncapi_runtime::asyncapi!(
        spec = "../asyncapi-codegen/tests/golden/chat-application/asyncapi.yaml",
        side = counterpart,
        types = super::user,
    );
}

#[derive(Clone)]
struct Room;

struct Name(String);

impl server::chat::Receiver for Room {
    async fn send_message(&self, message: user::Chat, context: &server::chat::Context) -> Outcome {
        let rooms = context.query().and_then(|query| query.room_ids.clone());
        let same = move |session: &server::chat::Session| session.query().and_then(|it| it.room_ids.clone()) == rooms;
        context.broadcast().filter(same).get_message(&message).await?;
        Ok(())
    }

    async fn on_open(&self, session: &server::chat::Session) -> Result<(), Refusal> {
        let name = session.identity::<Name>().map_or("nobody", |name| &name.0);
        let status = status(name, user::StatusType::Join);
        session.sender().user_join(&status).await.map_err(|error| Refusal::new(500, error.to_string()))
    }
}

fn status(name: &str, kind: user::StatusType) -> user::Status {
    user::Status { user_id: name.to_owned(), r#type: kind, timestamp: DateTime::UNIX_EPOCH }
}

fn chat(content: &str) -> user::Chat {
    user::Chat {
        message_id: Uuid::nil(),
        sender_id: "alice".to_owned(),
        content: content.to_owned(),
        timestamp: DateTime::UNIX_EPOCH,
    }
}

async fn authenticate(credentials: server::servers::ProductionCredentials) -> Result<Name, Refusal> {
    let server::servers::ProductionCredentials::ApiKeyHeader(key) = credentials;
    let name = key.expose().strip_prefix("k-").map(|name| Name(name.to_owned()));
    name.ok_or_else(|| Refusal::unauthorized("no such key"))
}

/// Connects as `name` to a server at `at`, into `room`.
async fn connect<S>(endpoint: user::servers::Production<S>, name: &str, room: &str) -> user::Client
where
    S: asyncapi_runtime::__private::v0::Unproven,
{
    let query = user::chat::Query { room_ids: Some(room.parse().unwrap()) };
    user::Client::connect(endpoint.api_key_header(format!("k-{name}")).chat_query(query)).await.unwrap()
}

async fn talk<S>(endpoint: impl Fn() -> user::servers::Production<S>)
where
    S: asyncapi_runtime::__private::v0::Unproven,
{
    let refused = user::Client::connect(endpoint().api_key_header("wrong")).await.unwrap_err();
    assert_eq!(refused.kind(), ConnectErrorKind::Refused, "{refused}");
    let alice = connect(endpoint(), "alice", "room1").await;
    let bob = connect(endpoint(), "bob", "room1").await;
    let mut heard = [alice.chat().subscribe().await.unwrap(), bob.chat().subscribe().await.unwrap()];
    for (incoming, name) in heard.iter_mut().zip(["alice", "bob"]) {
        let joined = user::chat::Message::UserJoin(status(name, user::StatusType::Join));
        assert_eq!(incoming.next().await, Some(joined));
    }
    alice.chat().send_message(&chat("hello")).await.unwrap();
    for incoming in &mut heard {
        assert_eq!(incoming.next().await, Some(user::chat::Message::from(chat("hello"))));
    }
    let long = alice.chat().send_message(&chat(&"x".repeat(1001))).await.unwrap_err();
    assert_eq!(long.kind(), SendErrorKind::Invalid, "{long}");
    alice.close().await;
    bob.close().await;
}

#[tokio::test]
async fn over_memory() {
    let hub = Hub::new();
    let endpoint = server::servers::Production::memory(&hub).authenticate(|credentials, _| authenticate(credentials));
    let bound = server::Service { chat: Room }.bind(endpoint).await.unwrap();
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let served = tokio::spawn(bound.serve_with_shutdown(async { drop(stopped.await) }));
    talk(|| user::servers::Production::memory(&hub)).await;
    stop.send(()).unwrap();
    served.await.unwrap().unwrap();
}

#[tokio::test]
async fn over_websocket() {
    let endpoint =
        server::servers::Production::listen("127.0.0.1:0").authenticate(|credentials, _| authenticate(credentials));
    let bound = server::Service { chat: Room }.bind(endpoint).await.unwrap();
    let address = bound.local_address();
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let served = tokio::spawn(bound.serve_with_shutdown(async { drop(stopped.await) }));
    talk(|| user::servers::Production::at(format!("ws://{address}"))).await;
    stop.send(()).unwrap();
    served.await.unwrap().unwrap();
}

#[tokio::test]
async fn a_double_records() {
    async fn program(sender: &impl user::chat::Sender) {
        sender.send_message(&chat("a")).await.unwrap();
    }
    let recorder = user::chat::Recorder::new();
    program(&recorder).await;
    assert_eq!(recorder.sent(), [user::chat::Sent::SendMessage(chat("a"))]);
}

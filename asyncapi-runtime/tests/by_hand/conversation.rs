//! A conversation, over every transport that has sessions.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::sync::{Arc, Mutex};
use std::time::Duration;

use asyncapi_runtime::memory::Hub;
use asyncapi_runtime::wire::Uuid;
use asyncapi_runtime::{
    Bound, CloseReason, ClosedBy, ConnectErrorKind, Outcome, Policy, RawMessage, Refusal, SendErrorKind, ServeEndpoint,
};

use crate::types::{Chat, Query, Status};
use crate::{server, user};

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
        let rooms = context.session().query().and_then(|query| query.room_ids.clone());
        let same =
            move |session: &server::chat::Session| session.query().and_then(|query| query.room_ids.clone()) == rooms;
        context.broadcast().filter(same).get_message(&message).await?;
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

/// The network: in the process, or real sockets.
enum Net {
    Memory(Hub),
    #[cfg(feature = "ws")]
    Sockets(std::sync::OnceLock<String>),
}

impl Net {
    fn all() -> Vec<Self> {
        vec![
            Self::Memory(Hub::new()),
            #[cfg(feature = "ws")]
            Self::Sockets(std::sync::OnceLock::new()),
        ]
    }

    fn server(&self) -> server::servers::ProductionListener {
        match self {
            Self::Memory(hub) => server::servers::Production::memory(hub),
            #[cfg(feature = "ws")]
            Self::Sockets(_) => server::servers::Production::listen("127.0.0.1:0"),
        }
    }

    fn bound(&self, bound: &Bound) {
        match self {
            Self::Memory(_) => drop(bound.local_address()),
            #[cfg(feature = "ws")]
            Self::Sockets(address) => drop(address.set(bound.local_address().to_string())),
        }
    }

    fn client(&self) -> user::servers::Production {
        match self {
            Self::Memory(hub) => user::servers::Production::memory(hub),
            // Nobody listens on port 1.
            #[cfg(feature = "ws")]
            Self::Sockets(address) => {
                user::servers::Production::at(address.get().cloned().unwrap_or("127.0.0.1:1".to_owned()))
            }
        }
    }
}

/// The server's end of an endpoint: who has the key `k-<name>` is `<name>`.
fn listener(net: &Net) -> ServeEndpoint {
    net.server()
        .authenticate(|credentials, _| async move {
            let server::servers::ProductionCredentials::ApiKeyHeader(key) = credentials;
            let name = key.expose().strip_prefix("k-").map(|name| User(name.to_owned()));
            name.ok_or_else(|| Refusal::unauthorized("no such key"))
        })
        .into()
}

async fn connect(net: &Net, name: &str, rooms: &str) -> user::Client {
    let endpoint = net.client().api_key_header(format!("k-{name}")).chat_query(Query { room_ids: Some(rooms.into()) });
    user::Client::connect(endpoint).await.unwrap()
}

fn message(content: &str) -> Chat {
    Chat { message_id: Uuid::nil(), sender_id: "s".into(), content: content.into() }
}

async fn start(net: &Net, policy: Policy) -> (Room, tokio::sync::oneshot::Sender<()>, tokio::task::JoinHandle<()>) {
    let room = Room::default();
    let service = server::Service { chat: room.clone() }.into_server().policy(policy);
    let bound = service.bind(listener(net)).await.unwrap();
    net.bound(&bound);
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let served = tokio::spawn(async move {
        bound.serve_with_shutdown(async { drop(stopped.await) }).await.unwrap();
    });
    (room, stop, served)
}

#[tokio::test]
async fn rooms_talk() {
    for net in Net::all() {
        check_rooms_talk(&net).await;
    }
}

async fn check_rooms_talk(net: &Net) {
    let (room, stop, served) = start(net, Policy::default()).await;
    let (alice, bob, carol) =
        (connect(net, "alice", "1").await, connect(net, "bob", "1").await, connect(net, "carol", "2").await);
    let mut heard = Vec::new();
    for (client, name) in [(&alice, "alice"), (&bob, "bob"), (&carol, "carol")] {
        let mut incoming = client.chat().subscribe().await.unwrap();
        // The welcome came before anybody had subscribed, and is not lost.
        let welcome = Status { kind: "join".into(), user: name.into() };
        assert_eq!(incoming.next().await, Some(user::chat::Message::UserJoin(welcome)));
        heard.push(incoming);
    }
    alice.chat().send_message(&message("hello")).await.unwrap();
    for incoming in &mut heard[..2] {
        assert_eq!(incoming.next().await, Some(user::chat::Message::ChatMessage(message("hello"))));
    }
    let silence = tokio::time::timeout(Duration::from_millis(30), heard[2].next()).await;
    assert!(silence.is_err(), "carol is in another room");

    alice.close().await;
    assert_eq!(heard[0].next().await, None);
    assert_eq!(heard[0].close_reason().map(|reason| reason.by), Some(ClosedBy::Local));
    let refused = alice.chat().send_message(&message("late")).await.unwrap_err();
    assert_eq!(refused.kind(), SendErrorKind::Closed);

    stop.send(()).unwrap();
    served.await.unwrap();
    assert_eq!(room.closed.lock().unwrap().len(), 3);
}

#[tokio::test]
async fn who_is_let_in() {
    for net in Net::all() {
        check_who_is_let_in(&net).await;
    }
}

async fn check_who_is_let_in(net: &Net) {
    let nobody = user::Client::connect(net.client().api_key_header("k-a")).await;
    assert_eq!(nobody.unwrap_err().kind(), ConnectErrorKind::Unreachable);
    let (_room, _stop, _served) = start(net, Policy::default()).await;
    let endpoint = || net.client();
    for (refused, text) in [
        (user::Client::connect(endpoint().insecure()).await, "no credentials"),
        (user::Client::connect(endpoint().api_key_header("wrong")).await, "no such key"),
    ] {
        let error = refused.unwrap_err();
        assert_eq!(error.kind(), ConnectErrorKind::Refused);
        assert!(error.to_string().contains("401") && error.to_string().contains(text), "{error}");
    }
    // A query that breaks the contract does not leave the program.
    let long = Query { room_ids: Some("x".repeat(21)) };
    let error = user::Client::connect(endpoint().api_key_header("k-a").chat_query(long)).await.unwrap_err();
    assert_eq!(error.kind(), ConnectErrorKind::Endpoint);
    // `on_open` refuses after the upgrade, with a code.
    let mallory = connect(net, "mallory", "1").await;
    let mut incoming = mallory.chat().subscribe().await.unwrap();
    assert_eq!(incoming.next().await, None);
    assert_eq!(incoming.close_reason(), Some(&CloseReason::peer(Some(4001), "go away")));
}

#[tokio::test]
async fn nothing_that_breaks_the_contract_goes_out_or_comes_in() {
    for net in Net::all() {
        check_nothing_that_breaks_the_contract_goes_out_or_comes_in(&net).await;
    }
}

async fn check_nothing_that_breaks_the_contract_goes_out_or_comes_in(net: &Net) {
    let policy = Policy::answer(|problem| {
        Some(RawMessage::json(format!(r#"{{"type":"join","user":"{}"}}"#, problem.message.payload.len())))
    });
    let (_room, _stop, _served) = start(net, policy).await;
    let alice = connect(net, "alice", "1").await;
    let mut incoming = alice.chat().subscribe().await.unwrap();
    incoming.next().await.unwrap();
    let error = alice.chat().send_message(&message(&"x".repeat(1001))).await.unwrap_err();
    assert_eq!(error.kind(), SendErrorKind::Invalid);
    assert!(error.to_string().contains("/content"), "{error}");
    // A handler that panics fails its own message only; the policy answers.
    alice.chat().send_message(&message("panic")).await.unwrap();
    assert!(matches!(incoming.next().await, Some(user::chat::Message::UserJoin(_))));
    alice.chat().send_message(&message("and on")).await.unwrap();
    assert_eq!(incoming.next().await, Some(user::chat::Message::ChatMessage(message("and on"))));
}

#[tokio::test]
async fn a_double_records() {
    async fn program(sender: &impl user::chat::Sender) {
        sender.send_message(&message("a")).await.unwrap();
    }
    let recorder = user::chat::Recorder::default();
    program(&recorder).await;
    assert_eq!(recorder.sent(), [user::chat::Sent::SendMessage(message("a"))]);
}

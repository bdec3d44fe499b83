//! The chat of `chat.yaml`: a server with rooms, and the user's side of it.

use std::collections::{HashMap, HashSet};

use asyncapi_runtime::types::DateTime;
use asyncapi_runtime::{CloseReason, Outcome, Refusal};

/// The program that the document describes: a chat user.
pub mod user {
    asyncapi_runtime::asyncapi!(
        spec = "chat.yaml",
        match = { userJoin: type == "join", userLeave: type == "leave" },
    );
}

/// The other end of the same document, on the same payload types: the chat server.
pub mod server {
    asyncapi_runtime::asyncapi!(
        spec = "chat.yaml",
        side = counterpart,
        types = crate::user,
        match = { userJoin: type == "join", userLeave: type == "leave" },
    );
}

use server::chat::{Context, Session};
use server::servers::ProductionCredentials;
use user::{Chat, Status, StatusType};

/// Who holds an API key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User(pub String);

/// The API keys that the server knows, and whose they are.
#[derive(Debug, Clone, Default)]
pub struct Keys(HashMap<String, User>);

impl Keys {
    /// Keys from pairs of key and user name.
    pub fn new<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        Self(pairs.into_iter().map(|(key, name)| (key.to_owned(), User(name.to_owned()))).collect())
    }

    /// The user of the key that a connection shows. Asked before the upgrade: who has no key gets `401`, not a socket.
    ///
    /// # Errors
    /// When nobody has this key.
    pub fn authenticate(&self, credentials: &ProductionCredentials) -> Result<User, Refusal> {
        let ProductionCredentials::ApiKeyHeader(key) = credentials;
        self.0.get(key.expose()).cloned().ok_or_else(|| Refusal::unauthorized("nobody has this API key"))
    }
}

/// The chat server: what a user says goes to all who share a room with them, and so does the news of who comes and goes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Rooms;

/// The rooms that a session asked for by `roomIds`; without it, the lobby.
fn rooms(session: &Session) -> HashSet<String> {
    let listed = session.query().and_then(|query| query.room_ids.as_deref()).unwrap_or("lobby");
    listed.split(',').map(str::to_owned).collect()
}

/// Whether a session shares a room with `here`.
fn neighbours(here: &Session) -> impl Fn(&Session) -> bool + Send + Sync + 'static {
    let mine = rooms(here);
    move |there| !mine.is_disjoint(&rooms(there))
}

fn status(session: &Session, kind: StatusType) -> Status {
    let user = session.identity::<User>().map_or("somebody", |user| &user.0);
    Status { user_id: user.to_owned(), r#type: kind, timestamp: now() }
}

/// The time of day, in UTC.
pub fn now() -> DateTime {
    DateTime::now_utc()
}

impl server::chat::Receiver for Rooms {
    async fn send_message(&self, message: Chat, context: &Context) -> Outcome {
        context.broadcast().filter(neighbours(&context.session())).get_message(&message).await?;
        Ok(())
    }

    async fn on_open(&self, session: &Session) -> Result<(), Refusal> {
        let everyone = session.broadcast().filter(neighbours(session));
        everyone.user_join(&status(session, StatusType::Join)).await.ok();
        Ok(())
    }

    async fn on_close(&self, session: &Session, _reason: &CloseReason) {
        let others = session.broadcast().filter(neighbours(session));
        others.user_leave(&status(session, StatusType::Leave)).await.ok();
    }
}

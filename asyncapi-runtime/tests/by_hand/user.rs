//! What the emitter writes for `side = application` of the chat: it sends `sendMessage` and receives the rest.

use super::types::{Chat, Status};
use asyncapi_runtime::__private::v0 as rt;

pub mod chat {
    use super::rt;

    /// What can come in on channel `chat`.
    #[derive(Debug, Clone, PartialEq)]
    pub enum Message {
        ChatMessage(super::Chat),
        UserJoin(super::Status),
        UserLeave(super::Status),
    }

    impl rt::Incoming for Message {
        fn decode(message: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> {
            let [kind] = rt::scan(message, ["type"])?;
            match kind.as_str() {
                rt::Some("join") => rt::decode(message).map(Self::UserJoin),
                rt::Some("leave") => rt::decode(message).map(Self::UserLeave),
                _ => rt::decode(message).map(Self::ChatMessage),
            }
        }
    }

    pub static CHANNEL: rt::ChannelInfo =
        rt::ChannelInfo { name: "chat", address: rt::Some("/"), parameters: &[], servers: &[], bindings: &[] };
    pub static SEND_MESSAGE: rt::OperationInfo =
        rt::OperationInfo { name: "sendMessage", channel: &CHANNEL, bindings: &[], reply: rt::None };
    pub static CHAT_MESSAGE: rt::MessageInfo =
        rt::MessageInfo { name: "chatMessage", content_type: "application/json", correlation: rt::None, bindings: &[] };
    pub use super::super::types::Query;

    /// Sends on channel `chat`.
    #[derive(Debug, Clone)]
    pub struct Channel {
        pub(super) link: rt::ChannelLink,
    }

    impl Channel {
        /// Operation `sendMessage`.
        pub fn send_message(
            &self,
            message: &super::Chat,
        ) -> impl rt::Future<Output = rt::Result<(), rt::SendError>> + rt::SendMarker + '_ + use<'_> {
            self.link.send(&SEND_MESSAGE, &CHAT_MESSAGE, message)
        }
        pub async fn subscribe(&self) -> rt::Result<rt::Subscription<Message>, rt::SubscribeError> {
            self.link.subscribe().await
        }
        pub fn with(&self, options: rt::SendOptions) -> Self {
            Self { link: self.link.with(options) }
        }
        pub fn batch(&self) -> Self {
            Self { link: self.link.batch() }
        }
        pub async fn flush(&self) -> rt::Result<(), rt::SendError> {
            self.link.flush().await
        }
    }

    pub trait Sender {
        fn send_message(
            &self,
            message: &super::Chat,
        ) -> impl rt::Future<Output = rt::Result<(), rt::SendError>> + rt::SendMarker;
    }

    impl Sender for Channel {
        fn send_message(
            &self,
            message: &super::Chat,
        ) -> impl rt::Future<Output = rt::Result<(), rt::SendError>> + rt::SendMarker {
            Channel::send_message(self, message)
        }
    }

    /// What a [`Recorder`] was given.
    #[derive(Debug, Clone, PartialEq)]
    pub enum Sent {
        SendMessage(super::Chat),
    }

    /// A [`Sender`] for tests: keeps what it is given.
    #[derive(Debug, Default)]
    pub struct Recorder(rt::Mutex<rt::Vec<Sent>>);

    impl Recorder {
        pub fn sent(&self) -> rt::Vec<Sent> {
            self.0.lock().unwrap_or_else(rt::PoisonError::into_inner).clone()
        }
    }

    impl Sender for Recorder {
        async fn send_message(&self, message: &super::Chat) -> rt::Result<(), rt::SendError> {
            let mut sent = self.0.lock().unwrap_or_else(rt::PoisonError::into_inner);
            sent.push(Sent::SendMessage(rt::Clone::clone(message)));
            rt::Ok(())
        }
    }
}

/// The chat's user.
#[derive(Debug, Clone)]
pub struct Client {
    inner: rt::Client,
}

impl Client {
    pub async fn connect(endpoint: impl rt::Into<rt::ConnectEndpoint>) -> rt::Result<Self, rt::ConnectError> {
        rt::Ok(Self { inner: rt::Client::connect(endpoint, &[&chat::CHANNEL]).await? })
    }
    /// As `connect`, and runs `hook` each time that a connection is made.
    pub async fn connect_with<F, Fut>(
        endpoint: impl rt::Into<rt::ConnectEndpoint>,
        hook: F,
    ) -> rt::Result<Self, rt::ConnectError>
    where
        F: Fn(Self) -> Fut + rt::SendMarker + rt::Sync + 'static,
        Fut: rt::Future<Output = ()> + rt::SendMarker + 'static,
    {
        let hook = move |inner| hook(Self { inner });
        rt::Ok(Self { inner: rt::Client::connect_with(endpoint, &[&chat::CHANNEL], hook).await? })
    }
    /// Channel `chat`.
    pub fn chat(&self) -> chat::Channel {
        chat::Channel { link: self.inner.channel(&chat::CHANNEL, "/") }
    }
    pub fn states(&self) -> rt::ConnectionStates {
        self.inner.states()
    }
    pub async fn close(&self) {
        self.inner.close().await
    }
}

pub mod servers {
    use super::rt;

    pub(crate) static PRODUCTION: rt::ServerInfo = rt::ServerInfo {
        name: "production",
        protocol: "ws",
        protocol_version: Option::None,
        host: "chat.example.com",
        pathname: "",
        variables: &[],
        bindings: &[],
    };

    /// Server `production`: ws://chat.example.com.
    #[derive(Debug, Clone)]
    pub struct Production<Credentials = rt::Missing> {
        inner: rt::ServerBuilder,
        credentials: rt::PhantomData<Credentials>,
    }

    impl Production {
        pub fn new() -> Self {
            Self::at("ws://chat.example.com")
        }
        pub fn at(url: impl rt::Into<rt::String>) -> Self {
            Self::of(rt::ServerBuilder::at(&PRODUCTION, url.into()))
        }
        pub fn memory(hub: &rt::memory::Hub) -> Self {
            Self::of(rt::ServerBuilder::memory(&PRODUCTION, hub))
        }
        fn of(inner: rt::ServerBuilder) -> Self {
            Self { inner, credentials: rt::PhantomData }
        }
        /// Security scheme `apiKeyHeader`.
        pub fn api_key_header(self, key: impl rt::Into<rt::Secret>) -> Production<rt::Given> {
            let credential = rt::Credential::Header { name: "X-API-Key", value: key.into() };
            Production { inner: self.inner.credential(credential), credentials: rt::PhantomData }
        }
        /// Without the credentials that the document asks for, for tests in memory.
        pub fn insecure(self) -> Production<rt::Given> {
            Production { inner: self.inner, credentials: rt::PhantomData }
        }
    }

    impl<Credentials> Production<Credentials> {
        /// The query of channel `chat`.
        pub fn chat_query(self, query: super::chat::Query) -> Self {
            Self { inner: self.inner.query("chat", &query), ..self }
        }
        pub fn reconnect(self, reconnect: rt::Reconnect) -> Self {
            Self { inner: self.inner.reconnect(reconnect), ..self }
        }
    }

    impl rt::From<Production<rt::Given>> for rt::ConnectEndpoint {
        fn from(server: Production<rt::Given>) -> Self {
            server.inner.into_connect()
        }
    }
}

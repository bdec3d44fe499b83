//! What the tests of the core share: channels that carry text, and a receiver made of a closure.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::mpsc;

use crate::{
    BoxFuture, ChannelInfo, CloseReason, Context, Correlation, Handled, IdKind, Incoming, Location, MessageInfo,
    OperationInfo, Outcome, RawMessage, ReplyInfo, Route, ServeEndpoint, Server, ServerHandle, Session, Wire, guard,
};

pub(crate) static TEXTS: ChannelInfo =
    ChannelInfo { name: "texts", address: Some("/texts"), parameters: &[], servers: &[], bindings: &[] };
pub(crate) static ROOMS: ChannelInfo =
    ChannelInfo { name: "rooms", address: Some("rooms/{room}"), parameters: &[], servers: &[], bindings: &[] };
pub(crate) static REPLIES: ChannelInfo =
    ChannelInfo { name: "replies", address: Some("/replies"), parameters: &[], servers: &[], bindings: &[] };
pub(crate) static SAY: OperationInfo = OperationInfo { name: "say", channel: &TEXTS, bindings: &[], reply: None };
pub(crate) static TEXT: MessageInfo =
    MessageInfo { name: "text", content_type: "application/json", correlation: None, bindings: &[] };
pub(crate) static ASKED: MessageInfo = MessageInfo {
    name: "asked",
    content_type: "application/json",
    correlation: Some(Correlation { location: Location::Header("correlationId"), id: IdKind::Text }),
    bindings: &[],
};
pub(crate) static ASK: OperationInfo = OperationInfo {
    name: "ask",
    channel: &TEXTS,
    bindings: &[],
    reply: Some(&ReplyInfo { channel: Some(&REPLIES), address: None, messages: &[&ASKED], pushed: false }),
};
pub(crate) static ASK_BACK: OperationInfo = OperationInfo {
    name: "askBack",
    channel: &TEXTS,
    bindings: &[],
    reply: Some(&ReplyInfo {
        channel: None,
        address: Some(Location::Header("replyTo")),
        messages: &[&ASKED],
        pushed: false,
    }),
};

/// A message of nothing but text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Text(pub(crate) String);

impl Incoming for Text {
    fn decode(message: &RawMessage) -> Result<Self, crate::DecodeError> {
        crate::decode(message).map(Self)
    }
}

impl Wire for Text {
    fn read<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::read(from).map(Self)
    }
    fn write<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.write(to)
    }
}

pub(crate) fn text(text: impl ToString) -> Text {
    Text(text.to_string())
}

type Handler = dyn Fn(String, &Context) -> BoxFuture<'static, Outcome> + Send + Sync;

/// A receiver made of a closure. What happens to its sessions can be listened to.
pub(crate) struct Receiver {
    channel: &'static ChannelInfo,
    handler: Box<Handler>,
    sessions: mpsc::UnboundedSender<(Session, Option<CloseReason>)>,
}

impl Route for Receiver {
    fn channel(&self) -> &'static ChannelInfo {
        self.channel
    }

    fn handle(&self, context: Context) -> BoxFuture<'_, (Context, Handled)> {
        Box::pin(async move {
            let handled = guard(async {
                match Text::decode(context.raw()) {
                    Ok(Text(text)) => Handled::from((self.handler)(text, &context).await),
                    Err(error) => Handled::from(error),
                }
            });
            let handled = handled.await;
            (context, handled)
        })
    }

    fn on_open(&self, session: Session) -> BoxFuture<'_, Result<(), crate::Refusal>> {
        let _ = self.sessions.send((session, None));
        Box::pin(async { Ok(()) })
    }

    fn on_close<'a>(&'a self, session: Session, reason: &'a CloseReason) -> BoxFuture<'a, ()> {
        let _ = self.sessions.send((session, Some(reason.clone())));
        Box::pin(async {})
    }
}

/// A running service of one channel.
pub(crate) struct Running {
    pub(crate) handle: ServerHandle,
    pub(crate) task: tokio::task::JoinHandle<Result<(), crate::ServeError>>,
    pub(crate) sessions: mpsc::UnboundedReceiver<(Session, Option<CloseReason>)>,
}

impl Running {
    /// The next session that opened or closed.
    pub(crate) async fn session(&mut self) -> (Session, Option<CloseReason>) {
        soon(self.sessions.recv()).await.unwrap()
    }

    pub(crate) async fn shut_down(self) {
        self.handle.shutdown();
        soon(self.task).await.unwrap().unwrap();
    }
}

/// Starts a service whose handler is a closure.
pub(crate) async fn serve(
    endpoint: impl Into<ServeEndpoint>,
    rules: impl FnOnce(Server) -> Server,
    handler: impl Fn(String, &Context) -> BoxFuture<'static, Outcome> + Send + Sync + 'static,
) -> Running {
    serve_on(&TEXTS, endpoint, rules, handler).await
}

pub(crate) async fn serve_on(
    channel: &'static ChannelInfo,
    endpoint: impl Into<ServeEndpoint>,
    rules: impl FnOnce(Server) -> Server,
    handler: impl Fn(String, &Context) -> BoxFuture<'static, Outcome> + Send + Sync + 'static,
) -> Running {
    let (sender, sessions) = mpsc::unbounded_channel();
    let receiver = Receiver { channel, handler: Box::new(handler), sessions: sender };
    let server = rules(Server::new([Arc::new(receiver) as Arc<dyn Route>]));
    let bound = server.bind(endpoint).await.unwrap();
    let handle = bound.handle();
    Running { handle, task: tokio::spawn(bound.serve()), sessions }
}

/// What has to happen soon, does: tests must end.
pub(crate) async fn soon<F: Future>(future: F) -> F::Output {
    tokio::time::timeout(Duration::from_secs(20), future).await.expect("this takes too long")
}

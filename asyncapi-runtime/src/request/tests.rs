//! What a request asks of a transport, and to whom a reply goes.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use std::collections::VecDeque;
use std::time::Duration;

use super::*;
use crate::test_kit::{ASKED, TEXTS, soon};
use crate::{BoxFuture, Capabilities, Correlation, Sending, Source, SubscribeError, SubscribeRequest};

/// A link that takes everything and brings nothing.
#[derive(Debug, Default)]
struct Mute {
    capabilities: Capabilities,
    sent: Mutex<Vec<RawMessage>>,
}

impl Link for Mute {
    fn capabilities(&self) -> Capabilities {
        self.capabilities
    }
    fn send(&self, message: RawMessage, _: SendMode) -> Sending {
        lock(&self.sent).push(message);
        Sending::OK
    }
    fn flush(&self) -> Sending {
        Sending::OK
    }
    fn subscribe(&self, _: SubscribeRequest) -> BoxFuture<'_, Result<Box<dyn Source>, SubscribeError>> {
        Box::pin(std::future::pending())
    }
    fn close(&self, _: u16, _: SharedStr) -> BoxFuture<'static, ()> {
        Box::pin(async {})
    }
}

static NOWHERE: ChannelInfo =
    ChannelInfo { name: "nowhere", address: None, parameters: &[], servers: &[], bindings: &[] };
static BARE: MessageInfo =
    MessageInfo { name: "bare", content_type: "application/json", correlation: None, bindings: &[] };
static OWN: MessageInfo = MessageInfo {
    name: "own",
    content_type: "application/json",
    correlation: Some(Correlation { location: Location::Payload("/id"), id: IdKind::Own }),
    bindings: &[],
};

const fn operation(reply: &'static ReplyInfo) -> OperationInfo {
    OperationInfo { name: "ask", channel: &TEXTS, bindings: &[], reply: Some(reply) }
}
static TO_INBOX: OperationInfo =
    operation(&ReplyInfo { channel: Some(&NOWHERE), address: None, messages: &[&BARE], pushed: false });
static TO_HEADER: OperationInfo = operation(&ReplyInfo {
    channel: Some(&NOWHERE),
    address: Some(Location::Header("replyTo")),
    messages: &[&ASKED],
    pushed: false,
});
static HERE: OperationInfo = operation(&ReplyInfo { channel: None, address: None, messages: &[&ASKED], pushed: false });
static PUSHED: OperationInfo =
    operation(&ReplyInfo { channel: None, address: None, messages: &[&ASKED], pushed: true });

fn asked(operation: &'static OperationInfo, info: &'static MessageInfo, message: RawMessage) -> Asked {
    let claims: Claims = |message| message.payload != "event";
    Asked { operation, info, message, deadline: Duration::from_millis(30), claims }
}

async fn ask(requests: &Requests, link: &Arc<Mute>, asked: Asked) -> Result<RawMessage, RequestError> {
    let up = async { Ok(link.clone() as Arc<dyn Link>) };
    requests.request(asked, &crate::hooks::Hooks::new("", Default::default()), up, |_, _| async { Ok(()) }).await
}

#[tokio::test]
async fn what_a_transport_cannot_do_is_refused_before_anything_is_sent() {
    let text = || RawMessage::new("texts", "{}");
    let link =
        Arc::new(Mute { capabilities: Capabilities { headers: true, ..Default::default() }, ..Default::default() });
    for (operation, info, kind) in [
        // No id in the document, and none of the protocol's own.
        (&HERE, &BARE, RequestErrorKind::Correlation),
        // An id that only the caller can make up.
        (&HERE, &OWN, RequestErrorKind::Correlation),
        // No address for the reply, and no way to tell one.
        (&TO_INBOX, &ASKED, RequestErrorKind::Send),
        (&TO_HEADER, &ASKED, RequestErrorKind::Send),
    ] {
        let requests = Requests::default();
        let error = ask(&requests, &link, asked(operation, info, text())).await.unwrap_err();
        assert_eq!(error.kind(), kind, "{error}");
        assert!(lock(&link.sent).is_empty() && !requests.are_waiting());
    }
}

fn reply(id: &str, payload: &'static str) -> RawMessage {
    let mut message = RawMessage::new("texts", payload);
    message.headers.set("correlationId", id.to_owned());
    message
}

/// What is left of a batch, by payload.
fn left(requests: &Requests, source: &'static str, messages: Vec<RawMessage>) -> Vec<String> {
    let mut batch: VecDeque<Delivery> = messages.into_iter().map(Delivery::new).collect();
    requests.take_replies(&mut batch, Some(&source.into()));
    batch.iter().map(|delivery| String::from_utf8_lossy(&delivery.message.payload).into_owned()).collect()
}

#[tokio::test]
async fn a_reply_goes_to_its_request_or_to_nobody() {
    let link =
        Arc::new(Mute { capabilities: Capabilities { headers: true, ..Default::default() }, ..Default::default() });
    for (operation, late_one_left) in [(&HERE, 0), (&PUSHED, 1)] {
        let requests = Arc::new(Requests::default());
        let asking = {
            let (requests, link) = (requests.clone(), link.clone());
            let asked = Asked { deadline: Duration::from_secs(10), ..asked(operation, &ASKED, reply("1", "question")) };
            tokio::spawn(async move { ask(&requests, &link, asked).await })
        };
        while !requests.are_waiting() {
            tokio::task::yield_now().await;
        }
        // Another id, another kind, another address, no id at all.
        assert_eq!(left(&requests, "texts", vec![reply("2", "x"), reply("1", "event")]), ["x", "event"]);
        assert_eq!(left(&requests, "elsewhere", vec![reply("1", "x")]), ["x"]);
        assert_eq!(left(&requests, "texts", vec![RawMessage::new("texts", "1")]), ["1"]);
        assert_eq!(requests.late(), 0);
        // The reply, and once more.
        assert_eq!(left(&requests, "texts", vec![reply("1", "a"), reply("1", "b")]).len(), late_one_left);
        assert_eq!(requests.late(), 1);
        assert_eq!(&soon(asking).await.unwrap().unwrap().payload[..], b"a");
        // What is none of its replies is never taken for a late one.
        assert_eq!(left(&requests, "texts", vec![reply("1", "event")]), ["event"]);
        assert_eq!(requests.late(), 1);
    }
}

#[tokio::test]
async fn who_stops_waiting_leaves_nothing_behind() {
    let link =
        Arc::new(Mute { capabilities: Capabilities { headers: true, ..Default::default() }, ..Default::default() });
    let requests = Requests::default();
    let asked = || Asked { deadline: Duration::from_secs(10), ..asked(&HERE, &ASKED, reply("1", "question")) };
    let dropped = tokio::time::timeout(Duration::from_millis(10), ask(&requests, &link, asked())).await;
    assert!(dropped.is_err() && !requests.are_waiting());
    assert_eq!(left(&requests, "texts", vec![reply("1", "late")]).len(), 0);
    assert_eq!(requests.late(), 1);
    // The id may be used again.
    let again = async {
        while !requests.are_waiting() {
            tokio::task::yield_now().await;
        }
        left(&requests, "texts", vec![reply("1", "in time")])
    };
    let (reply, left) = tokio::join!(ask(&requests, &link, asked()), again);
    assert_eq!((&reply.unwrap().payload[..], left.len()), (&b"in time"[..], 0));
    // A connection that is lost takes its requests with it, at once.
    let lost = async {
        while !requests.are_waiting() {
            tokio::task::yield_now().await;
        }
        requests.fail_all();
    };
    let (reply, ()) = tokio::join!(ask(&requests, &link, asked()), lost);
    assert_eq!(reply.unwrap_err().kind(), RequestErrorKind::Closed);
}

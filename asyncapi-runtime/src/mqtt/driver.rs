//! The task of one connection: lets the client library work, hands messages on, and makes a lost connection again.

use std::sync::Arc;

use bytes::Bytes;

use super::inbox::{Inbox, Item};
use super::ledger::{Ticket, Token};
use super::link::{Client, MqttLink, Shared};
use super::options::{Login, login_of};
use super::{Mqtt, Version, v4, v5};
use crate::control::lock;
use crate::reconnect::Backoff;
use crate::{CloseReason, ConnectError, ConnectErrorKind, ConnectRequest, Credential, Link, RawMessage};

/// The loop of either version.
pub(super) enum EventLoop {
    V4(Box<rumqttc_v4::EventLoop>),
    V5(Box<rumqttc_v5::EventLoop>),
}

/// What is heard from the broker.
// The large variant is the usual one.
#[allow(clippy::large_enum_variant)]
pub(super) enum Heard {
    Connected { session: bool },
    Message { topic: Bytes, message: RawMessage, again: bool, token: Option<Token> },
    Other,
}

/// Why there is no connection.
pub(super) enum Fault {
    /// It was closed by this side.
    Closed,
    /// Trying again is worth it.
    Lost(ConnectErrorKind, String),
}

impl EventLoop {
    /// Connects as this user from now on.
    fn log_in(&mut self, (user, password): Login) {
        let password = password.expose().to_owned();
        match self {
            Self::V4(events) => drop(events.mqtt_options.set_credentials(user, password)),
            Self::V5(events) => drop(events.options.set_credentials(user, password)),
        }
    }

    async fn poll(&mut self, client: &Client) -> Result<Heard, Fault> {
        match (self, client) {
            (Self::V4(events), Client::V4(client)) => v4::poll(events, client).await,
            (Self::V5(events), Client::V5(client)) => v5::poll(events, client).await,
            _ => Err(Fault::Closed),
        }
    }
}

pub(super) async fn connect(mqtt: &Mqtt, request: ConnectRequest) -> Result<Arc<dyn Link>, ConnectError> {
    let plan = mqtt.plan(&request.with_tokens().await?)?;
    let (client, mut events) = match plan.version {
        Version::V3 => v4::start(&plan)?,
        Version::V5 => v5::start(&plan)?,
    };
    let shared = Arc::new(Shared::new(client, plan.version, mqtt, &request.settings));
    // Until the broker has answered, this future is the connection: dropped, nothing is left of it.
    loop {
        match events.poll(&shared.client).await {
            Ok(Heard::Connected { .. }) => break,
            Ok(_) => {}
            Err(Fault::Closed) => return Err(ConnectErrorKind::Closed.into()),
            Err(Fault::Lost(kind, text)) => return Err(ConnectError::new(kind, text)),
        }
    }
    shared.up.send_replace(true);
    tokio::spawn(run(shared.clone(), events, request));
    Ok(Arc::new(MqttLink(shared)))
}

async fn run(shared: Arc<Shared>, mut events: EventLoop, request: ConnectRequest) {
    let mut backoff = Backoff::new(request.settings.reconnect.clone());
    loop {
        match events.poll(&shared.client).await {
            Ok(Heard::Connected { session }) => {
                backoff.connected();
                reconnected(&shared, session);
            }
            Ok(Heard::Message { topic, message, again, token }) => dispatch(&shared, &topic, message, again, token),
            Ok(Heard::Other) => {}
            Err(Fault::Closed) => break,
            Err(Fault::Lost(_, text)) => {
                if shared.ending.reason().is_some() {
                    break;
                }
                if shared.up.send_replace(false) {
                    tracing::info!(reason = text, "the connection to the MQTT broker is lost");
                    backoff.lost();
                }
                shared.ledger.restart();
                if !again(&mut backoff, &request, &mut events).await {
                    shared.ending.end(CloseReason::lost(text));
                    break;
                }
            }
        }
    }
    shared.ending.end(CloseReason::lost("the connection ended"));
    shared.over.send_replace(true);
}

/// Waits until another attempt is due, and sees to it that it logs in with tokens of its own. An attempt for which there
/// is no token is over before it began. `false` says that there is none any more.
async fn again(backoff: &mut Backoff, request: &ConnectRequest, events: &mut EventLoop) -> bool {
    while let Some((_, pause)) = backoff.next() {
        tokio::time::sleep(pause).await;
        if !request.credentials.iter().any(|credential| matches!(credential, Credential::Token(_))) {
            return true;
        }
        let asked = tokio::time::timeout(request.settings.connect_timeout, request.with_tokens());
        let login = match asked.await {
            Ok(asked) => asked.and_then(|request| login_of(&request)),
            Err(_) => Err(ConnectErrorKind::TimedOut.into()),
        };
        match login {
            Ok(Some(login)) => {
                events.log_in(login);
                return true;
            }
            Ok(None) => return true,
            Err(error) => tracing::warn!(%error, "no token to connect to the MQTT broker again"),
        }
    }
    false
}

/// The connection is there again.
fn reconnected(shared: &Arc<Shared>, session: bool) {
    shared.ledger.restart();
    let inboxes = lock(&shared.inboxes).clone();
    if session {
        inboxes.iter().for_each(|(inbox, _)| inbox.forget_unsettled());
        shared.forget_strays();
        shared.up.send_replace(true);
        return;
    }
    let shared = shared.clone();
    // This task is the one that sends what is asked here.
    tokio::spawn(async move {
        for (inbox, qos) in inboxes {
            if let Err(text) = shared.client.subscribe(&inbox.filter, qos).await {
                tracing::warn!(filter = inbox.filter, reason = text, "a subscription was not restored");
            }
        }
        shared.up.send_replace(true);
    });
}

fn dispatch(shared: &Arc<Shared>, topic: &Bytes, message: RawMessage, again: bool, token: Option<Token>) {
    let topic = match std::str::from_utf8(topic) {
        Ok(topic) if message.payload.len() <= shared.max_message => topic,
        Ok(_) | Err(_) => {
            tracing::warn!(
                ?topic,
                length = message.payload.len(),
                "a message that is too large or has no topic was dropped"
            );
            if let Some(token) = token {
                shared.ledger.open(token, 1).settle();
            }
            return;
        }
    };
    let attempt = if again { 2 } else { 1 };
    // Locked until a stray is kept: a subscription that comes now finds it.
    let inboxes = lock(&shared.inboxes);
    let mut takers = inboxes.iter().filter_map(|(inbox, _)| Some((inbox, inbox.pattern.address_of(topic)?)));
    // As a rule there is one, and no list to be made.
    let (first, others) = (takers.next(), takers.collect::<Vec<_>>());
    let copies = usize::from(first.is_some()) + others.len();
    let ticket = token.map(|token| shared.ledger.open(token, copies.max(1)));
    let Some((inbox, address)) = first else {
        // Unconfirmed, it is nobody's.
        if ticket.is_some() {
            shared.stray(topic, Item { message, attempt, ticket });
        }
        return;
    };
    let hand = |inbox: &Inbox, message: RawMessage, ticket: Option<Ticket>| {
        if !inbox.push(Item { message, attempt, ticket }, None) {
            tracing::warn!(topic, "a slow reader missed a message of QoS 0");
        }
    };
    for (inbox, address) in others {
        hand(inbox, RawMessage { address, ..message.clone() }, ticket.clone());
    }
    hand(inbox, RawMessage { address, ..message }, ticket);
}

//! The task of one connection: lets the client library work, hands messages on, and makes a lost connection again.

use std::sync::Arc;

use super::inbox::Item;
use super::ledger::Token;
use super::link::{Client, MqttLink, Shared};
use super::{Mqtt, Version, v4, v5};
use crate::control::lock;
use crate::reconnect::Backoff;
use crate::{CloseReason, ConnectError, ConnectErrorKind, ConnectRequest, Link, RawMessage, SharedStr};

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
    Message { topic: String, message: RawMessage, again: bool, token: Option<Token> },
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
    let backoff = Backoff::new(request.settings.reconnect.clone());
    tokio::spawn(run(shared.clone(), events, backoff));
    Ok(Arc::new(MqttLink(shared)))
}

async fn run(shared: Arc<Shared>, mut events: EventLoop, mut backoff: Backoff) {
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
                let Some((_, pause)) = backoff.next() else {
                    shared.ending.end(CloseReason::lost(text));
                    break;
                };
                tokio::time::sleep(pause).await;
            }
        }
    }
    shared.ending.end(CloseReason::lost("the connection ended"));
    shared.over.send_replace(true);
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

fn dispatch(shared: &Arc<Shared>, topic: &str, message: RawMessage, again: bool, token: Option<Token>) {
    if message.payload.len() > shared.max_message {
        tracing::warn!(topic, length = message.payload.len(), "a message that is too large was dropped");
        if let Some(token) = token {
            shared.ledger.open(token, 1, &shared.client).settle();
        }
        return;
    }
    let attempt = if again { 2 } else { 1 };
    // Locked until a stray is kept: a subscription that comes now finds it.
    let inboxes = lock(&shared.inboxes);
    let mut takers: Vec<_> =
        inboxes.iter().filter_map(|(inbox, _)| Some((inbox.clone(), inbox.pattern.address_of(topic)?))).collect();
    let ticket = token.map(|token| shared.ledger.open(token, takers.len().max(1), &shared.client));
    if takers.is_empty() {
        // Unconfirmed, it is nobody's.
        if ticket.is_some() {
            shared.stray(topic, Item { message, attempt, ticket });
        }
        return;
    }
    drop(inboxes);
    let hand = |(inbox, address): (Arc<super::inbox::Inbox>, SharedStr), message: RawMessage| {
        let item = Item { message: RawMessage { address, ..message }, attempt, ticket: ticket.clone() };
        if !inbox.push(item, None) {
            tracing::warn!(topic, "a slow reader missed a message of QoS 0");
        }
    };
    let last = takers.pop();
    takers.into_iter().for_each(|taker| hand(taker, message.clone()));
    last.into_iter().for_each(|taker| hand(taker, message.clone()));
}

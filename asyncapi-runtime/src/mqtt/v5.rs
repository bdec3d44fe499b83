//! MQTT 5.0: the client library's calls and events, in the transport's words.

use std::future::Future;
use std::pin::Pin;
use std::sync::Mutex;
use std::time::Duration;

use bytes::Bytes;
use rumqttc::{
    AckMode, AsyncClient, ConnectReturnCode, ConnectionError, Event, LastWill, MqttOptions, NetworkOptions, Packet,
    PersistedAckMode, PersistedSession, PublishNotice, PublishNoticeError, PublishOptions, QoS, SessionStore,
    SessionStoreError, SessionStoreKey, StateError, SubscribeReasonCode, TlsConfiguration, Transport,
};
use rumqttc_v5 as rumqttc;
use tokio::time::Instant;

use super::Qos;
use super::driver::{EventLoop, Fault, Heard};
use super::ledger::Token;
use super::link::{Client, Outgoing, Unconfirmed};
use super::options::Plan;
use crate::control::lock;
use crate::{ConnectError, ConnectErrorKind, RawMessage, SendError, SendErrorKind};

const fn qos(qos: Qos) -> QoS {
    match qos {
        Qos::AtMostOnce => QoS::AtMostOnce,
        Qos::AtLeastOnce => QoS::AtLeastOnce,
        Qos::ExactlyOnce => QoS::ExactlyOnce,
    }
}

pub(super) fn start(plan: &Plan) -> Result<(Client, EventLoop), ConnectError> {
    let mut options = MqttOptions::new(plan.client_id.as_str(), (plan.host.clone(), plan.port));
    let mut network = NetworkOptions::new();
    network.set_tcp_nodelay(true);
    options
        .set_keep_alive(plan.keep_alive)
        .set_ack_mode(AckMode::Manual)
        .set_connect_timeout(plan.connect_timeout)
        .set_network_options(network)
        .set_receive_maximum(Some(plan.receive_maximum))
        // Unless told, the library keeps a table for 65,535 and walks it with each batch that it reads or writes.
        .set_outgoing_inflight_upper_limit(IN_FLIGHT)
        .set_unlimited_incoming_packet_size()
        .set_clean_start(plan.session.is_none())
        .set_read_batch_size(64)
        .set_max_request_batch(64);
    // What exceeds this the broker does not send: room for topic and properties.
    options.set_max_packet_size(u32::try_from(plan.max_message.saturating_add(128 << 10)).ok());
    if let Some((user, password)) = &plan.login {
        options.set_credentials(user.clone(), password.expose().to_owned());
    }
    if let Some(config) = &plan.tls {
        options.set_transport(Transport::Tls(TlsConfiguration::Rustls(config.clone())));
    }
    if let Some(will) = &plan.will {
        options.set_last_will(LastWill::new(
            will.topic.clone(),
            will.payload.clone(),
            qos(will.qos),
            will.retain,
            None,
        ));
    }
    if plan.session.is_some() {
        options.set_session_expiry_interval(Some(plan.expiry()));
        options.set_session_store(Anew::of(PersistedSession {
            format_version: 1,
            client_id: plan.client_id.as_str().to_owned(),
            clean_start: false,
            session_expiry_interval: Some(plan.expiry()),
            outgoing_inflight_upper_limit: Some(IN_FLIGHT),
            ack_mode: PersistedAckMode::Manual,
            last_pkid: 0,
            last_puback: 0,
            replay: Vec::new(),
            incoming_qos2: Vec::new(),
        }));
    }
    let built = AsyncClient::builder(options).unbounded().try_build();
    let (client, events) = built.map_err(|error| ConnectError::new(ConnectErrorKind::Endpoint, error.to_string()))?;
    Ok((Client::V5(client), EventLoop::V5(Box::new(events))))
}

/// How many messages may be on their way to the broker.
const IN_FLIGHT: u16 = 1024;

/// MQTT counts whole seconds: a message is never of use for a shorter time than its sender says.
fn seconds_until(at: Instant) -> u32 {
    let left = at.saturating_duration_since(Instant::now());
    u32::try_from(left.as_secs() + u64::from(left.subsec_nanos() > 0)).unwrap_or(u32::MAX)
}

fn properties(outgoing: &Outgoing) -> Result<Option<rumqttc::PublishProperties>, SendError> {
    let Outgoing { message, manner, .. } = outgoing;
    let expiry = message.expires().map(seconds_until).or(manner.expiry);
    let bare = message.headers.is_empty() && message.content_type.is_none() && expiry.is_none();
    if bare && !manner.utf8 && message.reply_to().is_none() && message.correlation_id().is_none() {
        return Ok(None);
    }
    let mut user_properties = Vec::with_capacity(message.headers.len());
    for (name, value) in message.headers.iter() {
        let value = value.as_str().filter(|value| !value.contains('\0') && !name.contains('\0'));
        let value = value.ok_or_else(|| {
            let text = format!("header `{name}` is not text, and MQTT has only such");
            SendError::new(SendErrorKind::Unsupported, text)
        })?;
        user_properties.push((name.to_owned(), value.to_owned()));
    }
    Ok(Some(rumqttc::PublishProperties {
        payload_format_indicator: manner.utf8.then_some(1),
        message_expiry_interval: expiry,
        response_topic: message.reply_to().map(|topic| topic.as_str().to_owned()),
        correlation_data: message.correlation_id().map(|id| id.as_str().to_owned().into()),
        user_properties,
        content_type: message.content_type.as_ref().map(|kind| kind.as_str().to_owned()),
        ..rumqttc::PublishProperties::default()
    }))
}

pub(super) fn publish(client: &AsyncClient, outgoing: Outgoing) -> Result<PublishNotice, SendError> {
    let mut options = PublishOptions::new(qos(outgoing.qos));
    if outgoing.manner.retain {
        options = options.retained();
    }
    if let Some(properties) = properties(&outgoing)? {
        options = options.properties(properties);
    }
    let RawMessage { address, payload, .. } = outgoing.message;
    let notice = client.try_publish_tracked(address.as_str(), payload, options);
    notice.map_err(|error| SendError::caused(SendErrorKind::Closed, "", error))
}

pub(super) async fn confirmed(notice: PublishNotice) -> Result<(), Unconfirmed> {
    notice.wait_completion_async().await.map_err(|error| match error {
        PublishNoticeError::SessionReset | PublishNoticeError::Qos0NotFlushed | PublishNoticeError::Recv => {
            Unconfirmed::Lost
        }
        error => Unconfirmed::Refused(error.to_string()),
    })
}

fn read(payload: Bytes, properties: Option<rumqttc::PublishProperties>) -> RawMessage {
    let mut message = RawMessage { payload, ..RawMessage::default() };
    let Some(properties) = properties else { return message };
    message.content_type = properties.content_type.map(Into::into);
    // What is left of it, by the broker's reckoning.
    let left = properties.message_expiry_interval.map(|left| Duration::from_secs(left.into()));
    if let Some(at) = left.and_then(|left| Instant::now().checked_add(left)) {
        message.set_expires(at);
    }
    for (name, value) in properties.user_properties {
        message.headers.append(name, value);
    }
    if let Some(topic) = properties.response_topic {
        message.set_reply_to(topic);
    }
    // An id that is no text is nobody's that we know.
    if let Some(id) = properties.correlation_data.and_then(|id| String::from_utf8(id.to_vec()).ok()) {
        message.set_correlation_id(id);
    }
    message
}

fn refused(code: ConnectReturnCode) -> ConnectErrorKind {
    match code {
        ConnectReturnCode::RefusedProtocolVersion | ConnectReturnCode::UnsupportedProtocolVersion => {
            ConnectErrorKind::Protocol
        }
        _ => ConnectErrorKind::Refused,
    }
}

pub(super) async fn subscribe(client: &AsyncClient, filter: &str, at: Qos) -> Result<(), String> {
    let notice = client.subscribe_tracked(filter, qos(at)).await.map_err(|error| error.to_string())?;
    let answer = notice.wait_async().await.map_err(|error| error.to_string())?;
    match answer.return_codes.iter().find(|code| !matches!(code, SubscribeReasonCode::Success(_))) {
        None => Ok(()),
        Some(code) => Err(format!("the broker refuses the subscription to `{filter}`: {code:?}")),
    }
}

pub(super) async fn poll(events: &mut rumqttc::EventLoop, client: &AsyncClient) -> Result<Heard, Fault> {
    match events.poll().await {
        Ok(Event::Incoming(Packet::ConnAck(answer))) => {
            // It has done its service; kept, it would cost a copy of the state with every message.
            events.options.clear_session_store();
            Ok(Heard::Connected { session: answer.session_present })
        }
        Ok(Event::Incoming(Packet::Publish(publish))) => {
            let token = client.prepare_ack(&publish).map(Token::V5);
            let message = read(publish.payload, publish.properties);
            Ok(Heard::Message { topic: publish.topic, message, again: publish.dup, token })
        }
        Ok(_) => Ok(Heard::Other),
        Err(error) => Err(fault(&error)),
    }
}

fn fault(error: &ConnectionError) -> Fault {
    let kind = match error {
        ConnectionError::RequestsDone => return Fault::Closed,
        ConnectionError::ConnectionRefused(code) => refused(*code),
        ConnectionError::MqttState(StateError::ConnFail { reason }) => refused(*reason),
        ConnectionError::Tls(_) => ConnectErrorKind::Tls,
        ConnectionError::Io(_) => ConnectErrorKind::Unreachable,
        ConnectionError::NotConnAck(_) | ConnectionError::MqttState(_) => ConnectErrorKind::Protocol,
        _ => ConnectErrorKind::TimedOut,
    };
    Fault::Lost(kind, error.to_string())
}

/// Says that this process begins anew with a session that the broker may have kept: nothing is on its way from here.
/// Without such a word, the client library takes part in a kept session only to listen.
#[derive(Debug)]
struct Anew(Mutex<Option<PersistedSession>>);

type Stored<'a, T> = Pin<Box<dyn Future<Output = Result<T, SessionStoreError>> + Send + 'a>>;

impl Anew {
    fn of(session: PersistedSession) -> Self {
        Self(Mutex::new(Some(session)))
    }
}

impl SessionStore for Anew {
    fn load<'a>(&'a self, _: &'a SessionStoreKey) -> Stored<'a, Option<PersistedSession>> {
        let session = lock(&self.0).take();
        Box::pin(async move { Ok(session) })
    }

    fn save<'a>(&'a self, _: &'a SessionStoreKey, _: &'a PersistedSession) -> Stored<'a, ()> {
        Box::pin(async { Ok(()) })
    }

    fn clear<'a>(&'a self, _: &'a SessionStoreKey) -> Stored<'a, ()> {
        Box::pin(async { Ok(()) })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may panic")]

    use super::super::bindings::Manner;
    use super::*;

    #[test]
    fn expiry_goes_out_in_whole_seconds_and_comes_in() {
        let mut message = RawMessage::new("lights", "on");
        message.set_expires(Instant::now() + Duration::from_millis(1500));
        let manner = Manner { expiry: Some(60), ..Manner::default() };
        let mut outgoing = Outgoing { message, qos: Qos::AtLeastOnce, manner };
        let written = properties(&outgoing).unwrap().unwrap();
        assert_eq!(written.message_expiry_interval, Some(2), "never shorter than was said, and before the binding's");
        let left = read("on".into(), Some(written)).expires().unwrap() - Instant::now();
        assert!((1..=2).contains(&left.as_secs()), "{left:?}");

        outgoing.message = RawMessage::new("lights", "on");
        assert_eq!(properties(&outgoing).unwrap().unwrap().message_expiry_interval, Some(60));
        outgoing.manner.expiry = None;
        assert!(properties(&outgoing).unwrap().is_none());
        assert_eq!(read("on".into(), None).expires(), None);
    }
}

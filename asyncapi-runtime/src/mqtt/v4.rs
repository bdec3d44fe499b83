//! MQTT 3.1.1: the client library's calls and events, in the transport's words.

use std::future::Future;
use std::pin::Pin;
use std::sync::Mutex;

use rumqttc::{
    AckMode, AsyncClient, ConnectReturnCode, ConnectionError, Event, LastWill, MqttOptions, NetworkOptions, Packet,
    PersistedAckMode, PersistedSession, PublishNotice, PublishNoticeError, PublishOptions, QoS, SessionStore,
    SessionStoreError, SessionStoreKey, SubscribeReasonCode, TlsConfiguration, Transport,
};
use rumqttc_v4 as rumqttc;

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
    network.set_connection_timeout(plan.connect_timeout.as_secs().max(1));
    options
        .set_keep_alive(plan.keep_alive)
        .set_ack_mode(AckMode::Manual)
        .set_max_packet_size(usize::MAX, usize::MAX)
        .set_clean_session(plan.session.is_none())
        .set_inflight(IN_FLIGHT)
        .set_read_batch_size(64)
        .set_max_request_batch(64);
    if let Some((user, password)) = &plan.login {
        options.set_credentials(user.clone(), password.expose().to_owned());
    }
    if let Some(config) = &plan.tls {
        options.set_transport(Transport::Tls(TlsConfiguration::Rustls(config.clone())));
    }
    if let Some(will) = &plan.will {
        options.set_last_will(LastWill::new(will.topic.clone(), will.payload.clone(), qos(will.qos), will.retain));
    }
    if plan.session.is_some() {
        options.set_session_store(Anew::of(PersistedSession {
            format_version: 1,
            client_id: plan.client_id.as_str().to_owned(),
            clean_session: false,
            max_inflight: IN_FLIGHT,
            ack_mode: PersistedAckMode::Manual,
            last_pkid: 0,
            last_puback: 0,
            replay: Vec::new(),
            incoming_qos2: Vec::new(),
        }));
    }
    let built = AsyncClient::builder(options).unbounded().try_build();
    let (client, mut events) =
        built.map_err(|error| ConnectError::new(ConnectErrorKind::Endpoint, error.to_string()))?;
    events.set_network_options(network);
    Ok((Client::V4(client), EventLoop::V4(Box::new(events))))
}

/// How many messages may be on their way to the broker.
const IN_FLIGHT: u16 = 1024;

pub(super) fn publish(client: &AsyncClient, outgoing: Outgoing) -> Result<PublishNotice, SendError> {
    let mut options = PublishOptions::new(qos(outgoing.qos));
    if outgoing.manner.retain {
        options = options.retained();
    }
    let RawMessage { address, payload, .. } = outgoing.message;
    let notice = client.try_publish_tracked(address.as_str(), payload, options);
    notice.map_err(|error| SendError::caused(SendErrorKind::Closed, "", error))
}

pub(super) async fn confirmed(notice: PublishNotice) -> Result<(), Unconfirmed> {
    match notice.wait_async().await {
        Ok(_) => Ok(()),
        Err(PublishNoticeError::SessionPersistence(text)) => Err(Unconfirmed::Refused(text)),
        Err(_) => Err(Unconfirmed::Lost),
    }
}

fn refused(code: ConnectReturnCode) -> ConnectErrorKind {
    match code {
        ConnectReturnCode::RefusedProtocolVersion => ConnectErrorKind::Protocol,
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
            events.mqtt_options.clear_session_store();
            Ok(Heard::Connected { session: answer.session_present })
        }
        Ok(Event::Incoming(Packet::Publish(publish))) => {
            let token = client.prepare_ack(&publish).map(Token::V4);
            let message = RawMessage { payload: publish.payload, ..RawMessage::default() };
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

//! How a program wants MQTT to be spoken.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;

use super::address::Place;
use super::{driver, link};
use crate::{
    BoxFuture, Capabilities, ConnectError, ConnectErrorKind, ConnectRequest, Credential, Link, SaslMechanism, Secret,
    ServerInfo, SharedStr, Tls, Transport,
};

/// How often a message may arrive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Qos {
    /// At most once: nothing is confirmed.
    AtMostOnce,
    /// At least once.
    #[default]
    AtLeastOnce,
    /// Exactly once between client and broker.
    ExactlyOnce,
}

/// The protocol's version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Version {
    /// 3.1.1.
    V3,
    /// 5.0.
    #[default]
    V5,
}

/// MQTT: connects to `mqtt://` and `mqtts://` URLs.
#[derive(Clone, Default)]
pub struct Mqtt {
    pub(super) version: Version,
    pub(super) client_id: Option<SharedStr>,
    pub(super) session: Option<Duration>,
    pub(super) qos: Qos,
    pub(super) share: Option<SharedStr>,
    pub(super) will: Option<Will>,
    pub(super) keep_alive: Option<Duration>,
    pub(super) receive_maximum: Option<u16>,
    pub(super) tls: Option<Tls>,
}

/// User and password.
pub(super) type Login = (String, Secret);

/// What the broker says for a client that is gone without a farewell.
#[derive(Debug, Clone)]
pub(super) struct Will {
    pub(super) topic: String,
    pub(super) payload: Bytes,
    pub(super) qos: Qos,
    pub(super) retain: bool,
}

impl Mqtt {
    /// MQTT 5.0, with a session that ends with the connection.
    pub fn new() -> Self {
        Self::default()
    }

    /// As a server of the document says: version, client id, session, will and keep-alive.
    pub fn of(server: &ServerInfo) -> Self {
        let mut mqtt = Self::new();
        if server.protocol_version.is_some_and(|version| version.trim_start_matches(['v', 'V']).starts_with('3')) {
            mqtt.version = Version::V3;
        }
        let Some(found) = server.mqtt() else { return mqtt };
        let seconds = |value: Option<u32>| value.map(|seconds| Duration::from_secs(seconds.into()));
        mqtt.client_id = found.client_id.map(Into::into);
        if found.clean_session == Some(false) {
            mqtt.session = Some(seconds(found.session_expiry_interval).unwrap_or(Duration::MAX));
        }
        mqtt.keep_alive = seconds(found.keep_alive);
        if let Some(will) = found.last_will
            && let Some(topic) = will.topic
        {
            mqtt.will = Some(Will {
                topic: topic.to_owned(),
                payload: will.message.unwrap_or_default().into(),
                qos: will.qos.map_or(Qos::AtMostOnce, Qos::from),
                retain: will.retain.unwrap_or(false),
            });
        }
        mqtt
    }

    /// The protocol's version.
    pub fn version(mut self, version: Version) -> Self {
        self.version = version;
        self
    }

    /// The client's name at the broker. Without one, each connection makes one up.
    pub fn client_id(mut self, id: impl Into<SharedStr>) -> Self {
        self.client_id = Some(id.into());
        self
    }

    /// A session that the broker keeps under this client id while the client is away: subscriptions, and messages that
    /// are not acknowledged. `expiry` is how long, with 5.0; 3.1.1 has no word for it.
    pub fn persistent(mut self, id: impl Into<SharedStr>, expiry: Duration) -> Self {
        self.session = Some(expiry);
        self.client_id(id)
    }

    /// The QoS of what the document's bindings say nothing about, sent or subscribed to.
    pub fn qos(mut self, qos: Qos) -> Self {
        self.qos = qos;
        self
    }

    /// Subscriptions are shared with all who use this name: each message goes to one of them.
    pub fn share(mut self, group: impl Into<SharedStr>) -> Self {
        self.share = Some(group.into());
        self
    }

    /// What the broker publishes if the client is gone without a farewell.
    pub fn will(mut self, topic: impl Into<String>, payload: impl Into<Bytes>, qos: Qos, retain: bool) -> Self {
        self.will = Some(Will { topic: topic.into(), payload: payload.into(), qos, retain });
        self
    }

    /// How many messages the broker may send without their being acknowledged, with 5.0; 1,000 if nothing is said.
    pub fn receive_maximum(mut self, messages: u16) -> Self {
        self.receive_maximum = Some(messages.max(1));
        self
    }

    /// Whom to trust, and who to be, where the connection is encrypted; also asks for encryption.
    pub fn tls(mut self, tls: Tls) -> Self {
        self.tls = Some(tls);
        self
    }

    pub(super) fn plan(&self, request: &ConnectRequest) -> Result<Plan, ConnectError> {
        let place = Place::of(&request.url)?;
        let unusable = |text: String| ConnectError::new(ConnectErrorKind::Endpoint, text);
        let login = login(place.login, &request.credentials)?;
        let tls = match place.secure || self.tls.is_some() {
            false => None,
            true => {
                let config = self.tls.clone().unwrap_or_default().broker_client();
                Some(Arc::new(config.map_err(|error| unusable(error.to_string()))?))
            }
        };
        let id = self.client_id.clone();
        let random = || format!("asyncapi-{:016x}", crate::reconnect::random()).into();
        let keep_alive = self.keep_alive.or(request.settings.heartbeat).unwrap_or_default();
        Ok(Plan {
            host: place.host,
            port: place.port,
            tls,
            login,
            client_id: id.unwrap_or_else(random),
            keep_alive: u16::try_from(keep_alive.as_secs()).unwrap_or(u16::MAX),
            session: self.session,
            will: self.will.clone(),
            receive_maximum: self.receive_maximum.unwrap_or(1000),
            connect_timeout: request.settings.connect_timeout,
            max_message: request.settings.max_message,
            version: if place.version_5 { Version::V5 } else { self.version },
        })
    }
}

/// User and password: of the URL, then of the credentials.
fn login(of_url: Option<Login>, credentials: &[Credential]) -> Result<Option<Login>, ConnectError> {
    let unusable = |text: String| ConnectError::new(ConnectErrorKind::Endpoint, text);
    let mut login = of_url;
    // A key is for messages, not for the connection.
    let credentials = credentials.iter().filter(|it| !matches!(it, Credential::EncryptionKey(_)));
    for credential in credentials {
        login = Some(match (credential, login) {
            (Credential::UserPassword { user, password }, _) => (user.clone(), password.clone()),
            (Credential::User(user), other) => {
                (user.expose().to_owned(), other.map_or_else(|| Secret::new(""), |(_, password)| password))
            }
            (Credential::Password(password) | Credential::Bearer(password), other) => {
                (other.map_or_else(String::new, |(user, _)| user), password.clone())
            }
            (Credential::Sasl { mechanism: SaslMechanism::Plain, user, password }, _) => {
                (user.clone(), password.clone())
            }
            (Credential::Certificate(_), _) => {
                return Err(unusable("give the certificate to `Mqtt::tls`".to_owned()));
            }
            (Credential::Sasl { .. } | Credential::Gssapi { .. }, _) => {
                return Err(unusable("MQTT logs in with a user and a password alone".to_owned()));
            }
            _ => {
                return Err(unusable("MQTT has neither headers nor cookies nor a query to log in with".to_owned()));
            }
        });
    }
    Ok(login)
}

/// User and password of those who connect now.
pub(super) fn login_of(request: &ConnectRequest) -> Result<Option<Login>, ConnectError> {
    login(Place::of(&request.url)?.login, &request.credentials)
}

/// All that a connection is made of.
pub(super) struct Plan {
    pub(super) host: String,
    pub(super) port: u16,
    pub(super) tls: Option<Arc<tokio_rustls::rustls::ClientConfig>>,
    pub(super) login: Option<Login>,
    pub(super) client_id: SharedStr,
    pub(super) keep_alive: u16,
    pub(super) session: Option<Duration>,
    pub(super) will: Option<Will>,
    pub(super) receive_maximum: u16,
    pub(super) connect_timeout: Duration,
    pub(super) max_message: usize,
    pub(super) version: Version,
}

impl Plan {
    /// How long the broker keeps the session, in seconds.
    pub(super) fn expiry(&self) -> u32 {
        self.session.map_or(0, |time| u32::try_from(time.as_secs()).unwrap_or(u32::MAX))
    }
}

impl Transport for Mqtt {
    fn capabilities(&self) -> Capabilities {
        link::capabilities(self.version)
    }

    fn connect(&self, request: ConnectRequest) -> BoxFuture<'_, Result<Arc<dyn Link>, ConnectError>> {
        Box::pin(driver::connect(self, request))
    }
}

impl fmt::Debug for Mqtt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mqtt")
            .field("version", &self.version)
            .field("client_id", &self.client_id)
            .field("session", &self.session)
            .field("qos", &self.qos)
            .field("share", &self.share)
            .field("tls", &self.tls)
            .finish_non_exhaustive()
    }
}

//! How a program wants AMQP to be spoken.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use tokio_rustls::rustls::ClientConfig;

use super::place::Place;
use super::{driver, link};
use crate::{
    BoxFuture, Capabilities, ConnectError, ConnectErrorKind, ConnectRequest, Credential, Link, SaslMechanism, Secret,
    SharedStr, Tls, Transport,
};

/// AMQP 0-9-1: connects to `amqp://` and `amqps://` URLs.
///
/// The virtual host is the URL's path, percent-encoded; without a path, that of the channels' bindings, or `/`.
#[derive(Clone, Default)]
pub struct Amqp {
    pub(super) tls: Option<Tls>,
    external: bool,
    pub(super) exchange: Option<SharedStr>,
    pub(super) group: Option<SharedStr>,
    pub(super) ensure: bool,
    pub(super) quorum: bool,
    pub(super) delivery_limit: Option<u32>,
    pub(super) dead_letters: Option<DeadLetters>,
}

/// Where the broker puts what is rejected.
#[derive(Debug, Clone)]
pub(super) enum DeadLetters {
    Exchange(SharedStr),
    Queue(SharedStr),
}

impl Amqp {
    /// As the document's bindings say; a channel without any is a queue with its address's name.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whom to trust, and who to be, where the connection is encrypted; also asks for encryption.
    pub fn tls(mut self, tls: Tls) -> Self {
        self.tls = Some(tls);
        self
    }

    /// Logs in as the one whom the client's certificate names (SASL's `EXTERNAL`).
    pub fn external(mut self) -> Self {
        self.external = true;
        self
    }

    /// What has no binding is a routing key on this topic exchange, such as `amq.topic`, rather than a queue: each
    /// subscriber gets a copy, in a queue of its own that goes with its connection.
    pub fn exchange(mut self, name: impl Into<SharedStr>) -> Self {
        self.exchange = Some(name.into());
        self
    }

    /// Subscriptions to routing keys share a queue with all who use this name, and find there what came while they were
    /// away: a durable queue named `<group>.<address>`, unless a binding names one.
    pub fn group(mut self, name: impl Into<SharedStr>) -> Self {
        self.group = Some(name.into());
        self
    }

    /// Declares the exchanges, queues and bindings of what is sent to and subscribed to, as the document says: durable
    /// where it says nothing. Without this they must exist.
    pub fn ensure(mut self) -> Self {
        self.ensure = true;
        self
    }

    /// Durable queues that [`ensure`](Self::ensure) declares are quorum queues: replicated, and they count deliveries.
    pub fn quorum(mut self) -> Self {
        self.quorum = true;
        self
    }

    /// How often a message of a [`quorum`](Self::quorum) queue is delivered again before the broker rejects it.
    pub fn delivery_limit(mut self, times: u32) -> Self {
        self.delivery_limit = Some(times);
        self
    }

    /// Queues that [`ensure`](Self::ensure) declares send what is rejected to this exchange, which must exist.
    pub fn dead_letter_exchange(mut self, name: impl Into<SharedStr>) -> Self {
        self.dead_letters = Some(DeadLetters::Exchange(name.into()));
        self
    }

    /// Queues that [`ensure`](Self::ensure) declares send what is rejected to this queue, which is declared as well.
    pub fn dead_letter_queue(mut self, name: impl Into<SharedStr>) -> Self {
        self.dead_letters = Some(DeadLetters::Queue(name.into()));
        self
    }

    /// `vhost` is that of a channel's binding, for what the URL does not say.
    pub(super) fn plan(&self, request: &ConnectRequest, vhost: Option<&str>) -> Result<Plan, ConnectError> {
        let place = Place::of(&request.url)?;
        let unusable = |text: String| ConnectError::new(ConnectErrorKind::Endpoint, text);
        let mut login = place.login;
        let mut tls = self.tls.clone();
        let mut external = self.external;
        // A key is for messages, not for the connection.
        let credentials = request.credentials.iter().filter(|it| !matches!(it, Credential::EncryptionKey(_)));
        for credential in credentials {
            login = Some(match (credential, login) {
                (Credential::UserPassword { user, password }, _)
                | (Credential::Sasl { mechanism: SaslMechanism::Plain, user, password }, _) => {
                    (user.clone(), password.clone())
                }
                (Credential::User(user), other) => {
                    (user.expose().to_owned(), other.map_or_else(|| Secret::new(""), |(_, password)| password))
                }
                // A token of OAuth 2 is a password, whoever the user is.
                (Credential::Password(password) | Credential::Bearer(password), other) => {
                    (other.map_or_else(String::new, |(user, _)| user), password.clone())
                }
                (Credential::Certificate(own), other) => {
                    let known = tls.take().unwrap_or_default();
                    let shown = known.identity_pem(own.chain_pem(), own.key_pem().expose());
                    tls = Some(shown.map_err(|error| unusable(error.to_string()))?);
                    external = true;
                    login = other;
                    continue;
                }
                (Credential::Sasl { .. } | Credential::Gssapi { .. }, _) => {
                    return Err(unusable("AMQP logs in with PLAIN or EXTERNAL alone".to_owned()));
                }
                _ => {
                    return Err(unusable("AMQP has neither headers nor cookies nor a query to log in with".to_owned()));
                }
            });
        }
        let tls = match place.secure || tls.is_some() {
            false => None,
            true => {
                let config = tls.unwrap_or_default().broker_client();
                Some(Arc::new(config.map_err(|error| unusable(error.to_string()))?))
            }
        };
        let login = match external {
            true => Login::External,
            false => {
                let (user, password) = login.unwrap_or_else(|| ("guest".to_owned(), Secret::new("guest")));
                Login::Plain(user, password)
            }
        };
        let heartbeat = request.settings.heartbeat.unwrap_or_default().as_secs();
        Ok(Plan {
            host: place.host,
            port: place.port,
            vhost: place.vhost.or_else(|| vhost.map(str::to_owned)).unwrap_or_else(|| "/".to_owned()),
            tls,
            login,
            heartbeat: u16::try_from(heartbeat).unwrap_or(u16::MAX),
            connect_timeout: request.settings.connect_timeout,
        })
    }
}

/// How a client proves who it is.
#[derive(Debug, Clone)]
pub(super) enum Login {
    Plain(String, Secret),
    External,
}

/// All that a connection is made of.
pub(super) struct Plan {
    pub(super) host: String,
    pub(super) port: u16,
    pub(super) vhost: String,
    pub(super) tls: Option<Arc<ClientConfig>>,
    pub(super) login: Login,
    /// In seconds; 0 is none.
    pub(super) heartbeat: u16,
    pub(super) connect_timeout: Duration,
}

impl Transport for Amqp {
    fn capabilities(&self) -> Capabilities {
        link::CAPABILITIES
    }

    fn connect(&self, request: ConnectRequest) -> BoxFuture<'_, Result<Arc<dyn Link>, ConnectError>> {
        Box::pin(async move {
            let line = driver::connect(self.clone(), request, None).await?;
            Ok(Arc::new(link::AmqpLink::new(line)) as Arc<dyn Link>)
        })
    }
}

impl fmt::Debug for Amqp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Amqp")
            .field("tls", &self.tls)
            .field("external", &self.external)
            .field("exchange", &self.exchange)
            .field("group", &self.group)
            .field("ensure", &self.ensure)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Headers, Settings};

    fn plan(url: &'static str, credentials: Vec<Credential>) -> Result<Plan, ConnectError> {
        let request = ConnectRequest {
            url: url.into(),
            address: SharedStr::EMPTY,
            query: None,
            channel: None,
            headers: Headers::new(),
            credentials: credentials.into(),
            settings: Settings::default(),
        };
        Amqp::new().plan(&request, Some("bound"))
    }

    #[test]
    fn credentials_are_logins() {
        let login = |plan: Plan| match plan.login {
            Login::Plain(user, password) => (user, password.expose().to_owned()),
            Login::External => ("external".to_owned(), String::new()),
        };
        let pair = |user: &str, password: &str| (user.to_owned(), password.to_owned());
        let basic = Credential::UserPassword { user: "bob".to_owned(), password: "b".into() };
        assert_eq!(login(plan("amqp://h", vec![]).unwrap()), pair("guest", "guest"));
        assert_eq!(login(plan("amqp://alice:a@h", vec![]).unwrap()), pair("alice", "a"));
        assert_eq!(login(plan("amqp://alice:a@h", vec![basic]).unwrap()), pair("bob", "b"));
        assert_eq!(login(plan("amqp://h", vec![Credential::Bearer("t0ken".into())]).unwrap()), pair("", "t0ken"));
        let own = rcgen::generate_simple_self_signed(["client".to_owned()]).unwrap();
        let own = crate::ClientCertificate::from_pem(own.cert.pem(), own.signing_key.serialize_pem());
        let shown = plan("amqps://h", vec![Credential::Certificate(own)]).unwrap();
        assert!(matches!(shown.login, Login::External) && shown.tls.is_some());
        let cookie = Credential::Cookie { name: "c", value: "s3cret".into() };
        assert!(!plan("amqp://h", vec![cookie]).err().unwrap().to_string().contains("s3cret"));
    }

    #[test]
    fn the_url_says_which_virtual_host_before_bindings_do() {
        let named = plan("amqp://h/prod", vec![]).unwrap();
        assert_eq!(named.vhost, "prod");
        assert_eq!(plan("amqp://h", vec![]).unwrap().vhost, "bound");
    }
}

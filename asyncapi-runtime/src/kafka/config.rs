//! What librdkafka is told: from the URL, the credentials and the transport's own options.
//!
//! Invariant: no error shows a value, since each could be a secret.

use std::time::Duration;

use rdkafka::ClientConfig;
use rdkafka::error::KafkaError;

use super::Kafka;
use crate::{ConnectError, ConnectErrorKind, ConnectRequest, Credential, Secret, Settings};

/// Room for keys and headers beside the largest payload.
const BESIDES: usize = 64 << 10;
/// Properties on which at-least-once stands.
const OURS: [&str; 5] =
    ["enable.auto.commit", "enable.auto.offset.store", "enable.partition.eof", "group.id", "group.instance.id"];

/// Whether URLs of this scheme are Kafka's.
pub(crate) fn speaks(scheme: &str) -> bool {
    matches!(scheme, "kafka" | "kafka-secure")
}

/// The configurations of a link's clients.
#[derive(Clone)]
pub(super) struct Config {
    common: ClientConfig,
    producer: ClientConfig,
    own: Vec<(String, Secret)>,
    max_message: usize,
}

/// Who comes, and how it is proven.
struct Login {
    mechanism: &'static str,
    user: String,
    password: String,
}

impl Config {
    pub(super) fn new(kafka: &Kafka, request: &ConnectRequest) -> Result<Self, ConnectError> {
        let own: Vec<_> =
            kafka.properties.iter().map(|(name, value)| (name.as_str().to_owned(), value.clone())).collect();
        if let Some((name, _)) = own.iter().find(|(name, _)| OURS.contains(&name.as_str())) {
            return Err(unusable(format!("the property `{name}` is the transport's own")));
        }
        let (scheme, servers) = servers(&request.url);
        let mut common = ClientConfig::new();
        common.set("bootstrap.servers", servers).set("allow.auto.create.topics", "false");
        secure(&mut common, kafka, request, scheme == "kafka-secure")?;
        set_times(&mut common, &request.settings);
        let mut producer = ClientConfig::new();
        let max_message = request.settings.max_message;
        // Our own count of bytes is what a send waits for; librdkafka's limits stand behind it.
        let kilobytes = (kafka.buffer / 1024).saturating_mul(2).clamp(64 << 10, 2_147_483_647);
        producer
            .set("enable.idempotence", "true")
            .set("acks", "all")
            // The same partition for a key as Kafka's own clients choose.
            .set("partitioner", "murmur2_random")
            .set("message.max.bytes", (max_message + BESIDES).clamp(1000, 1_000_000_000).to_string())
            .set("queue.buffering.max.messages", "1000000")
            .set("queue.buffering.max.kbytes", kilobytes.to_string())
            .set("topic.metadata.propagation.max.ms", "5000");
        if let Some(linger) = kafka.linger {
            producer.set("linger.ms", (linger.as_secs_f64().min(900.0) * 1000.0).to_string());
        }
        Ok(Self { common, producer, own, max_message })
    }

    /// For what sends, and for what asks the cluster.
    pub(super) fn producer(&self) -> ClientConfig {
        self.with(&self.producer)
    }

    /// For what makes topics.
    pub(super) fn admin(&self) -> ClientConfig {
        self.with(&ClientConfig::new())
    }

    /// For what takes messages in.
    pub(super) fn consumer(&self, consumer: &Consumer<'_>) -> ClientConfig {
        let mut more = ClientConfig::new();
        let committed = if consumer.commits { "true" } else { "false" };
        more.set("group.id", consumer.group)
            .set("enable.auto.commit", committed)
            .set("auto.commit.interval.ms", "500")
            // An offset is stored for the next commit when what stands before it is settled.
            .set("enable.auto.offset.store", "false")
            .set("auto.offset.reset", "earliest")
            .set("queued.min.messages", consumer.read_ahead.clamp(1000, 1_000_000).to_string())
            .set("queued.max.messages.kbytes", "16384")
            .set("fetch.message.max.bytes", (self.max_message + BESIDES).clamp(1 << 20, 500_000_000).to_string());
        if let Some(member) = &consumer.member {
            more.set("group.instance.id", member);
        }
        if let Some(client) = consumer.client {
            more.set("client.id", client);
        }
        if let Some(refresh) = consumer.refresh {
            more.set("topic.metadata.refresh.interval.ms", refresh.as_millis().to_string());
        }
        self.with(&more)
    }

    fn with(&self, more: &ClientConfig) -> ClientConfig {
        let mut config = self.common.clone();
        for (name, value) in more.config_map() {
            config.set(name, value);
        }
        for (name, value) in &self.own {
            config.set(name.as_str(), value.expose());
        }
        config
    }
}

/// What differs between consumers.
pub(super) struct Consumer<'a> {
    pub(super) group: &'a str,
    pub(super) commits: bool,
    pub(super) member: Option<String>,
    pub(super) client: Option<&'a str>,
    pub(super) read_ahead: usize,
    pub(super) refresh: Option<Duration>,
}

/// The scheme, and the brokers to begin with: no login, no path.
fn servers(url: &str) -> (String, String) {
    let (scheme, rest) = url.split_once("://").unwrap_or(("kafka", url));
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let hosts = authority.rsplit('@').next().unwrap_or_default();
    (scheme.to_ascii_lowercase(), hosts.to_owned())
}

/// User and password of a URL.
fn login_of(url: &str) -> Option<Login> {
    let (_, rest) = url.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (login, _) = authority.rsplit_once('@')?;
    let (user, password) = login.split_once(':').unwrap_or((login, ""));
    let plain = |text| crate::decode_percent(text, false).into_owned();
    Some(Login { mechanism: "PLAIN", user: plain(user), password: plain(password) })
}

fn secure(
    config: &mut ClientConfig,
    kafka: &Kafka,
    request: &ConnectRequest,
    encrypted: bool,
) -> Result<(), ConnectError> {
    let mut login = login_of(&request.url);
    let mut certificate = None;
    for credential in request.credentials.iter() {
        match credential {
            Credential::UserPassword { user, password } => {
                login = Some(Login { mechanism: "PLAIN", user: user.clone(), password: password.expose().to_owned() });
            }
            Credential::Sasl { mechanism, user, password } => {
                let mechanism = mechanism.name();
                login = Some(Login { mechanism, user: user.clone(), password: password.expose().to_owned() });
            }
            Credential::Certificate(shown) => certificate = Some(shown.clone()),
            // For messages, not for the connection.
            Credential::EncryptionKey(_) => {}
            _ => return Err(unusable("Kafka takes a user with a password (PLAIN, SCRAM), or a certificate")),
        }
    }
    let identity = certificate.map(|shown| (shown.chain.as_str().to_owned(), shown.key.clone()));
    let encrypted = set_tls(config, kafka, encrypted, identity)?;
    if let Some(Login { mechanism, user, password }) = &login {
        if mechanism.starts_with("SCRAM") && !cfg!(feature = "kafka-tls") {
            return Err(unusable("SCRAM needs the feature `kafka-tls` of asyncapi-runtime"));
        }
        config.set("sasl.mechanism", *mechanism).set("sasl.username", user).set("sasl.password", password);
    }
    config.set(
        "security.protocol",
        match (encrypted, login.is_some()) {
            (false, false) => "plaintext",
            (false, true) => "sasl_plaintext",
            (true, false) => "ssl",
            (true, true) => "sasl_ssl",
        },
    );
    Ok(())
}

#[cfg(feature = "kafka-tls")]
fn set_tls(
    config: &mut ClientConfig,
    kafka: &Kafka,
    encrypted: bool,
    identity: Option<(String, Secret)>,
) -> Result<bool, ConnectError> {
    if !kafka.trusted.is_empty() {
        config.set("ssl.ca.pem", kafka.trusted.join("\n"));
    }
    let identity = kafka.identity.clone().or(identity);
    if let Some((chain, key)) = &identity {
        config.set("ssl.certificate.pem", chain).set("ssl.key.pem", key.expose());
    }
    Ok(encrypted || !kafka.trusted.is_empty() || identity.is_some())
}

#[cfg(not(feature = "kafka-tls"))]
fn set_tls(
    _: &mut ClientConfig,
    _: &Kafka,
    encrypted: bool,
    identity: Option<(String, Secret)>,
) -> Result<bool, ConnectError> {
    match encrypted || identity.is_some() {
        false => Ok(false),
        true => Err(unusable("Kafka with TLS needs the feature `kafka-tls` of asyncapi-runtime")),
    }
}

fn set_times(config: &mut ClientConfig, settings: &Settings) {
    let milliseconds = |time: Duration, least: u128, most: u128| time.as_millis().clamp(least, most).to_string();
    let rule = &settings.reconnect;
    let longest = rule.max.max(rule.first);
    config
        .set("reconnect.backoff.ms", milliseconds(rule.first, 10, 3_600_000))
        .set("reconnect.backoff.max.ms", milliseconds(longest, 10, 3_600_000))
        .set("socket.connection.setup.timeout.ms", milliseconds(settings.connect_timeout, 1000, 2_147_483_647))
        .set("socket.nagle.disable", "true");
}

fn unusable(text: impl Into<crate::SharedStr>) -> ConnectError {
    ConnectError::new(ConnectErrorKind::Endpoint, text)
}

/// What is wrong with a configuration: its values are not shown, and librdkafka's own text has them.
pub(super) fn refused(error: KafkaError) -> ConnectError {
    match error {
        KafkaError::ClientConfig(_, _, name, _) => {
            unusable(format!("librdkafka does not know the property `{name}`, or not its value"))
        }
        KafkaError::ClientCreation(text) => unusable(text),
        other => ConnectError::caused(ConnectErrorKind::Endpoint, "", other),
    }
}

//! The NATS transport, on async-nats: core NATS, and JetStream for what is in a stream.
//!
//! A [`Nats`] without more is core NATS: at most once, and what a slow subscriber does not take is dropped by the client.
//! Addresses that are subjects of a [`JetStream`] that the program names are published with confirmation and a
//! deduplication id, and consumed by a pull consumer that redelivers.
//!
//! An address is a subject; a parameter is a token of it. A subscription whose parameters are left open has `*` in their
//! place. The client reconnects by itself and restores subscriptions. The media type travels in the header
//! `Content-Type`, unless it is JSON and the document says so.

mod link;
mod message;
mod source;
mod stream;
mod subject;

use std::fmt;
use std::future::Future;
use std::path::PathBuf;
use std::sync::Arc;

use async_nats::{Auth, AuthError, ConnectOptions, Event};
use tokio::sync::watch;

use self::link::{NatsLink, Shared};
pub use self::stream::JetStream;
use crate::broker::Ending;
use crate::{
    BoxFuture, Capabilities, CloseReason, ConnectError, ConnectErrorKind, ConnectRequest, Credential, Link,
    SaslMechanism, Secret, SharedStr, Tls, TokenProvider, Transport,
};

/// NATS: connects to `nats://` and `tls://` URLs.
#[derive(Clone, Default)]
pub struct Nats {
    client: Option<async_nats::Client>,
    tls: Option<Tls>,
    login: Option<Login>,
    streams: Vec<Arc<JetStream>>,
    queue: Option<SharedStr>,
}

#[derive(Clone, Debug)]
enum Login {
    Token(Secret),
    NKey(Secret),
    Credentials(Secret),
    CredentialsFile(PathBuf),
}

impl Nats {
    /// Core NATS, as whom the document's credentials say.
    pub fn new() -> Self {
        Self::default()
    }

    /// Uses a connection that the program has made. Closing the client leaves it open.
    pub fn from_client(client: async_nats::Client) -> Self {
        Self { client: Some(client), ..Self::default() }
    }

    /// Whom to trust, and who to be, where the connection is encrypted; also asks for encryption.
    pub fn tls(mut self, tls: Tls) -> Self {
        self.tls = Some(tls);
        self
    }

    /// Logs in with a token.
    pub fn token(mut self, token: impl Into<Secret>) -> Self {
        self.login = Some(Login::Token(token.into()));
        self
    }

    /// Logs in with an NKey: its seed.
    pub fn nkey(mut self, seed: impl Into<Secret>) -> Self {
        self.login = Some(Login::NKey(seed.into()));
        self
    }

    /// Logs in with the text of a `.creds` file.
    pub fn credentials(mut self, text: impl Into<Secret>) -> Self {
        self.login = Some(Login::Credentials(text.into()));
        self
    }

    /// Logs in with a `.creds` file, read as the connection is made.
    pub fn credentials_file(mut self, path: impl Into<PathBuf>) -> Self {
        self.login = Some(Login::CredentialsFile(path.into()));
        self
    }

    /// The queue group of subscriptions for which the document's bindings name none: each message goes to one of it.
    pub fn queue(mut self, group: impl Into<SharedStr>) -> Self {
        self.queue = Some(group.into());
        self
    }

    /// What is a subject of this stream goes through JetStream.
    pub fn stream(mut self, stream: JetStream) -> Self {
        self.streams.push(Arc::new(stream));
        self
    }

    async fn options(&self, request: &ConnectRequest) -> Result<ConnectOptions, ConnectError> {
        let unusable = |error: &dyn fmt::Display| ConnectError::new(ConnectErrorKind::Endpoint, error.to_string());
        let provider = request.credentials.iter().find_map(|credential| match credential {
            Credential::Token(provider) => Some(provider.clone()),
            _ => None,
        });
        let mut options = match login(&request.url) {
            _ if provider.is_some() => ConnectOptions::with_auth_callback(tokens(provider)),
            Some((user, password)) if password.is_empty() => ConnectOptions::with_token(user),
            Some((user, password)) => ConnectOptions::with_user_and_password(user, password),
            None => ConnectOptions::new(),
        };
        for credential in request.credentials.iter() {
            options = match credential {
                Credential::UserPassword { user, password } => {
                    options.user_and_password(user.clone(), password.expose().to_owned())
                }
                Credential::Bearer(token) | Credential::User(token) | Credential::Password(token) => {
                    options.token(token.expose().to_owned())
                }
                Credential::Sasl { mechanism: SaslMechanism::Plain, user, password } => {
                    options.user_and_password(user.clone(), password.expose().to_owned())
                }
                // The former is asked for with each connection; the latter is for messages.
                Credential::Token(_) | Credential::EncryptionKey(_) => options,
                Credential::Certificate(_) => return Err(unusable(&"give the certificate to `Nats::tls`")),
                Credential::Sasl { .. } | Credential::Gssapi { .. } => {
                    return Err(unusable(&"NATS knows neither SCRAM nor GSSAPI"));
                }
                _ => return Err(unusable(&"NATS has neither headers nor cookies nor a query to log in with")),
            };
        }
        options = match &self.login {
            None => options,
            Some(Login::Token(token)) => options.token(token.expose().to_owned()),
            Some(Login::NKey(seed)) => options.nkey(seed.expose().to_owned()),
            // What is wrong with credentials is not shown: it could be a part of them.
            Some(Login::Credentials(text)) => {
                options.credentials(text.expose()).map_err(|_| unusable(&"the credentials cannot be read"))?
            }
            Some(Login::CredentialsFile(path)) => {
                let failed = |_| unusable(&format!("the credentials in {} cannot be read", path.display()));
                options.credentials_file(path).await.map_err(failed)?
            }
        };
        let scheme = request.url.split("://").next().unwrap_or_default();
        if self.tls.is_some() || matches!(scheme, "tls" | "natss") {
            let config = self.tls.clone().unwrap_or_default().broker_client().map_err(|error| unusable(&error))?;
            options = options.require_tls(true).tls_client_config(config);
        }
        let rule = request.settings.reconnect.clone();
        let most = rule.attempts.and_then(|most| usize::try_from(most).ok());
        Ok(options
            // The first attempt counts for async-nats, and none of them is not to be said.
            .max_reconnects(most.map(|most| most.max(1)))
            .reconnect_delay_callback(move |attempt| {
                let attempt = u32::try_from(attempt).unwrap_or(u32::MAX);
                rule.pause(attempt, crate::reconnect::chance()).unwrap_or(rule.max)
            })
            .ping_interval(request.settings.heartbeat.unwrap_or(std::time::Duration::from_secs(3600)))
            .connection_timeout(request.settings.connect_timeout)
            // A confirmation has its own, and a send the caller's.
            .request_timeout(None))
    }

    async fn establish(&self, request: ConnectRequest) -> Result<Arc<dyn Link>, ConnectError> {
        let ending = Arc::new(Ending::default());
        let (up, _) = watch::channel(true);
        let up = Arc::new(up);
        let faults = Arc::default();
        let client = match &self.client {
            Some(client) => client.clone(),
            None => {
                let never = request.settings.reconnect.attempts == Some(0);
                let watch = Watch { ending: ending.clone(), up: up.clone(), faults: Arc::clone(&faults), never };
                let options = self.options(&request).await?.event_callback(move |event| {
                    watch.hear(&event);
                    std::future::ready(())
                });
                options.connect(&*server(&request.url)).await.map_err(refused)?
            }
        };
        let shared = Shared::new(client, self, &request, ending, up, faults);
        for stream in &self.streams {
            stream.prepare(&shared.jetstream).await?;
        }
        Ok(Arc::new(NatsLink(Arc::new(shared))))
    }
}

type Asked = std::pin::Pin<Box<dyn Future<Output = Result<Auth, AuthError>> + Send + Sync>>;

/// Asks the provider for a token with each connection.
fn tokens(provider: Option<TokenProvider>) -> impl Fn(Vec<u8>) -> Asked + Send + Sync {
    move |_nonce| {
        let provider = provider.clone();
        Box::pin(async move {
            let Some(provider) = provider else { return Ok(Auth::new()) };
            // The client library wants a future that threads may share; a provider's need not be one.
            let asked = tokio::spawn(async move { provider.token().await }).await;
            let token = asked.map_err(AuthError::new)?.map_err(AuthError::new)?;
            let mut auth = Auth::new();
            auth.token = Some(token.expose().to_owned());
            Ok(auth)
        })
    }
}

/// What is heard of a connection.
struct Watch {
    ending: Arc<Ending>,
    up: Arc<watch::Sender<bool>>,
    faults: Arc<link::Faults>,
    /// A lost connection is lost for good.
    never: bool,
}

impl Watch {
    fn hear(&self, event: &Event) {
        match event {
            Event::Connected => drop(self.up.send_replace(true)),
            Event::Disconnected => {
                self.up.send_replace(false);
                if self.never {
                    self.ending.end(CloseReason::lost("the connection broke"));
                }
                tracing::info!("the connection to the NATS server is lost");
            }
            Event::Closed => {
                self.up.send_replace(false);
                self.ending.end(CloseReason::lost("the connection is lost for good"));
            }
            Event::LameDuckMode => tracing::info!("the NATS server is about to stop"),
            Event::SlowConsumer(_) => tracing::warn!("a slow subscriber of core NATS missed messages"),
            Event::ServerError(error) => {
                tracing::warn!(%error, "the NATS server refused something");
                self.faults.add(error.to_string());
            }
            Event::ClientError(error) => tracing::warn!(%error, "the NATS client failed"),
            Event::Draining => {}
        }
    }
}

/// The part of a URL that async-nats takes: no login, no path, and a scheme that it knows.
fn server(url: &str) -> String {
    let (scheme, rest) = url.split_once("://").unwrap_or(("nats", url));
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    let scheme = if scheme == "natss" { "tls" } else { scheme };
    format!("{scheme}://{host}")
}

/// User and password of a URL; a user alone is a token.
fn login(url: &str) -> Option<(String, String)> {
    let (_, rest) = url.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (login, _) = authority.rsplit_once('@')?;
    let (user, password) = login.split_once(':').unwrap_or((login, ""));
    let plain = |text| crate::decode_percent(text, false).into_owned();
    Some((plain(user), plain(password)))
}

fn refused(error: async_nats::ConnectError) -> ConnectError {
    use async_nats::ConnectErrorKind as Kind;
    let kind = match error.kind() {
        Kind::ServerParse => ConnectErrorKind::Endpoint,
        Kind::Authentication | Kind::AuthorizationViolation => ConnectErrorKind::Refused,
        Kind::TimedOut => ConnectErrorKind::TimedOut,
        Kind::Tls => ConnectErrorKind::Tls,
        Kind::Dns | Kind::Io | Kind::MaxReconnects => ConnectErrorKind::Unreachable,
    };
    ConnectError::caused(kind, "", error)
}

impl Transport for Nats {
    fn capabilities(&self) -> Capabilities {
        link::capabilities(!self.streams.is_empty())
    }

    fn connect(&self, request: ConnectRequest) -> BoxFuture<'_, Result<Arc<dyn Link>, ConnectError>> {
        Box::pin(self.establish(request))
    }
}

impl fmt::Debug for Nats {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Nats")
            .field("tls", &self.tls)
            .field("login", &self.login)
            .field("streams", &self.streams)
            .field("queue", &self.queue)
            .finish_non_exhaustive()
    }
}

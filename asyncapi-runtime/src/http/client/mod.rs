//! The connecting side: `send` makes requests, `stream` reads events. Connecting itself asks nobody: the first request does.

mod send;
mod stream;
mod target;

use std::fmt;
use std::sync::{Arc, Mutex};

use tokio::sync::{Semaphore, mpsc};
use tokio_rustls::rustls::ClientConfig;

use self::send::{Sender, Work};
use self::stream::{Opener, Responses};
use self::target::Target;
use super::{CAPABILITIES, Options};
use crate::control::lock;
use crate::tls::Tls;
use crate::{
    BoxFuture, Capabilities, ConnectError, ConnectErrorKind, ConnectRequest, Credential, Link, RawMessage, SendMode,
    Sending, SharedStr, Source, SubscribeError, SubscribeErrorKind, SubscribeRequest,
};

/// How many replies may wait to be read.
const REPLIES: usize = 64;

/// The clients of the library below, which keep the connections: one for each way to encrypt.
#[derive(Clone, Default)]
pub(super) struct Clients {
    given: Option<reqwest::Client>,
    made: Arc<Mutex<Made>>,
}

#[derive(Default)]
struct Made {
    plain: Option<reqwest::Client>,
    secure: Option<reqwest::Client>,
}

impl fmt::Debug for Clients {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Clients").field("given", &self.given.is_some()).finish_non_exhaustive()
    }
}

impl Clients {
    pub(super) fn of(client: reqwest::Client) -> Self {
        Self { given: Some(client), ..Self::default() }
    }

    async fn get(
        &self,
        options: &Options,
        request: &ConnectRequest,
        secure: bool,
    ) -> Result<reqwest::Client, ConnectError> {
        if let Some(given) = &self.given {
            return Ok(given.clone());
        }
        let shown = request.credentials.iter().find_map(|credential| match credential {
            Credential::Certificate(certificate) => Some(certificate.clone()),
            _ => None,
        });
        if shown.is_none() {
            let made = lock(&self.made);
            let known = if secure { &made.secure } else { &made.plain };
            if let Some(known) = known {
                return Ok(known.clone());
            }
        }
        let wrong = |text: String| ConnectError::new(ConnectErrorKind::Endpoint, text);
        let mut tls = options.tls.clone().unwrap_or_default();
        if let Some(shown) = &shown {
            let identity = tls.identity_pem(shown.chain_pem(), shown.key_pem().expose());
            tls = identity.map_err(|error| wrong(format!("the client's certificate: {error}")))?;
        }
        let client = build(tls, request, secure).await?;
        if shown.is_none() {
            let mut made = lock(&self.made);
            let place = if secure { &mut made.secure } else { &mut made.plain };
            *place = Some(client.clone());
        }
        Ok(client)
    }
}

async fn build(tls: Tls, request: &ConnectRequest, secure: bool) -> Result<reqwest::Client, ConnectError> {
    let failed = |error: &dyn fmt::Display| ConnectError::new(ConnectErrorKind::Endpoint, format!("TLS: {error}"));
    // Without TLS, nobody need read the system's certificates.
    let tls = if secure { tls } else { Tls::new().without_native_roots() };
    let config = tokio::task::spawn_blocking(move || tls.client()).await.map_err(|error| failed(&error))?;
    let config: ClientConfig = (*config.map_err(|error| failed(&error))?).clone();
    let settings = &request.settings;
    let client = reqwest::Client::builder()
        .tls_backend_preconfigured(config)
        // Credentials and messages are for the server of the document, and for nobody to whom it points.
        .redirect(reqwest::redirect::Policy::none())
        .no_proxy()
        .connect_timeout(settings.connect_timeout)
        .tcp_keepalive(settings.heartbeat)
        .build();
    client.map_err(|error| failed(&error))
}

/// Finds out how to reach the server. Nothing is sent yet.
pub(super) async fn connect(
    options: Arc<Options>,
    clients: Clients,
    request: ConnectRequest,
) -> Result<Arc<dyn Link>, ConnectError> {
    let target = Target::new(&request)?;
    let client = clients.get(&options, &request, target.is_secure()).await?;
    let (replies, incoming) = mpsc::channel(REPLIES);
    let at_once = Arc::new(Semaphore::new(options.at_once.min(Semaphore::MAX_PERMITS)));
    let settings = request.settings.clone();
    let asks = request.credentials.iter().any(|credential| matches!(credential, Credential::Token(_)));
    let tokens = asks.then(|| request.clone());
    let opener = Opener::new(client.clone(), request, options.silence);
    let sender =
        Sender { client, target, tokens, options, settings, replies, at_once, work: Mutex::new(Work::default()) };
    let responses = Mutex::new(Some(Responses { incoming, events: opener.events() }));
    Ok(Arc::new(HttpLink { sender: Arc::new(sender), opener, responses }))
}

/// A channel's address at a server.
struct HttpLink {
    sender: Arc<Sender>,
    opener: Opener,
    /// The receiving side, until it is asked for.
    responses: Mutex<Option<Responses>>,
}

impl fmt::Debug for HttpLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Http")
    }
}

impl Link for HttpLink {
    fn capabilities(&self) -> Capabilities {
        CAPABILITIES
    }

    fn send(&self, message: RawMessage, mode: SendMode) -> Sending {
        self.sender.clone().send(message, mode)
    }

    fn flush(&self) -> Sending {
        self.sender.clone().flush()
    }

    fn subscribe(&self, _request: SubscribeRequest) -> BoxFuture<'_, Result<Box<dyn Source>, SubscribeError>> {
        let responses = lock(&self.responses).take();
        Box::pin(std::future::ready(match responses {
            Some(responses) => Ok(Box::new(responses) as Box<dyn Source>),
            None => {
                let detail = "an address has one source, which was taken already";
                Err(SubscribeError::new(SubscribeErrorKind::Unsupported, detail))
            }
        }))
    }

    fn listen(&self) -> BoxFuture<'_, Result<(), SubscribeError>> {
        Box::pin(self.opener.open())
    }

    fn close(&self, _code: u16, _reason: SharedStr) -> BoxFuture<'static, ()> {
        let (sender, limit) = (self.sender.clone(), self.sender.settings.close_timeout);
        Box::pin(async move {
            if let Ok(Err(error)) = tokio::time::timeout(limit, sender.flush()).await {
                tracing::debug!(%error, "not all that was taken is sent");
            }
        })
    }
}

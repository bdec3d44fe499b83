//! Where a client connects and a service serves: what generated `servers` types build.
//!
//! Invariant: building an endpoint never fails; what is wrong with it is said when it is used.

use std::any::Any;
use std::fmt;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use crate::intercept::Interceptors;
use crate::telemetry::system_of;
use crate::{
    BoxFuture, ConnectError, ConnectErrorKind, Credential, Handshake, Headers, Interceptor, Listen, Policy, Reconnect,
    Refusal, ServerInfo, Settings, SharedStr, Transport, UrlError, Wire,
};

/// Where a client connects.
#[derive(Clone)]
pub struct ConnectEndpoint {
    pub(crate) transport: Result<Arc<dyn Transport>, SharedStr>,
    /// Whether the program made the transport, which may then present what the endpoint does not know.
    pub(crate) own_transport: bool,
    pub(crate) url: SharedStr,
    pub(crate) credentials: Arc<[Credential]>,
    /// By channel: the encoded query of its binding.
    pub(crate) queries: Vec<(&'static str, SharedStr)>,
    /// By channel: the headers of its binding.
    pub(crate) headers: Vec<(&'static str, Headers)>,
    pub(crate) settings: Settings,
    pub(crate) policy: Policy,
    pub(crate) interceptors: Interceptors,
    pub(crate) system: &'static str,
}

impl ConnectEndpoint {
    /// An endpoint on any transport.
    pub fn new(transport: Arc<dyn Transport>, url: impl Into<SharedStr>) -> Self {
        let url = url.into();
        let system = system_of(url.split(':').next().unwrap_or_default());
        Self {
            transport: Ok(transport),
            own_transport: true,
            url,
            credentials: Arc::new([]),
            queries: Vec::new(),
            headers: Vec::new(),
            settings: Settings::default(),
            policy: Policy::default(),
            interceptors: Interceptors::default(),
            system,
        }
    }

    /// What a client does with messages that it cannot decode. A service has a policy of its own.
    pub fn policy(mut self, policy: Policy) -> Self {
        self.policy = policy;
        self
    }

    /// Stands around each message; see [`Interceptor`].
    pub fn intercept(mut self, interceptor: impl Interceptor) -> Self {
        self.interceptors.push(interceptor);
        self
    }

    /// Replaces the limits and times.
    pub fn settings(mut self, settings: Settings) -> Self {
        self.settings = settings;
        self
    }

    pub(crate) fn transport(&self) -> Result<&Arc<dyn Transport>, ConnectError> {
        self.transport.as_ref().map_err(|fault| ConnectError::new(ConnectErrorKind::Endpoint, fault.clone()))
    }
}

/// Neither user nor query of the URL, nor the channels' queries: they may hold secrets.
impl fmt::Debug for ConnectEndpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ConnectEndpoint")
            .field("transport", &self.transport)
            .field("url", &crate::secret::without_login(&self.url))
            .field("credentials", &self.credentials)
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}

/// Says who a peer is, or refuses it.
pub(crate) type Authenticator =
    Arc<dyn Fn(&Handshake) -> BoxFuture<'static, Result<Arc<dyn Any + Send + Sync>, Refusal>> + Send + Sync>;

/// Where a service serves: on a listener, or over a connection that it makes itself.
#[derive(Clone)]
pub struct ServeEndpoint(pub(crate) Serve);

#[derive(Clone)]
pub(crate) enum Serve {
    Listen(Box<ListenEndpoint>),
    Connect(Box<ConnectEndpoint>),
}

#[derive(Clone)]
pub(crate) struct ListenEndpoint {
    pub(crate) listen: Result<Arc<dyn Listen>, SharedStr>,
    pub(crate) address: SharedStr,
    pub(crate) pathname: SharedStr,
    pub(crate) authenticator: Option<Authenticator>,
    pub(crate) settings: Settings,
    pub(crate) interceptors: Interceptors,
    pub(crate) system: &'static str,
}

impl ServeEndpoint {
    /// Listens on any transport, without authentication.
    pub fn listen(listen: Arc<dyn Listen>, address: impl Into<SharedStr>) -> Self {
        Self(Serve::Listen(Box::new(ListenEndpoint {
            listen: Ok(listen),
            address: address.into(),
            pathname: SharedStr::default(),
            authenticator: None,
            settings: Settings::default(),
            interceptors: Interceptors::default(),
            system: "",
        })))
    }
}

impl From<ConnectEndpoint> for ServeEndpoint {
    fn from(endpoint: ConnectEndpoint) -> Self {
        Self(Serve::Connect(Box::new(endpoint)))
    }
}

impl fmt::Debug for ServeEndpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Serve::Listen(listen) => f.debug_struct("Listen").field("address", &listen.address).finish_non_exhaustive(),
            Serve::Connect(connect) => f.debug_tuple("Connect").field(connect).finish(),
        }
    }
}

/// What generated endpoint types are built on: a server of the document, on its way to become an endpoint.
#[derive(Clone)]
pub struct ServerBuilder {
    info: &'static ServerInfo,
    place: Place,
    credentials: Vec<Credential>,
    queries: Vec<(&'static str, SharedStr)>,
    headers: Vec<(&'static str, Headers)>,
    authenticator: Option<Authenticator>,
    settings: Settings,
    interceptors: Interceptors,
    #[cfg(feature = "tls")]
    tls: Option<crate::Tls>,
    transport: Option<Arc<dyn Transport>>,
    /// What is wrong with it, said when it is used.
    fault: Option<SharedStr>,
}

#[derive(Clone)]
enum Place {
    Url(SharedStr),
    Listen(SharedStr),
    Listener(Arc<dyn Listen>),
    #[cfg(feature = "memory")]
    Memory(crate::memory::Hub),
}

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Url(url) => f.write_str(&crate::secret::without_login(url)),
            Self::Listen(address) => f.debug_tuple("Listen").field(address).finish(),
            Self::Listener(listener) => f.debug_tuple("Listener").field(listener).finish(),
            #[cfg(feature = "memory")]
            Self::Memory(_) => f.write_str("Memory"),
        }
    }
}

impl ServerBuilder {
    fn new(info: &'static ServerInfo, place: Place) -> Self {
        Self {
            info,
            place,
            credentials: Vec::new(),
            queries: Vec::new(),
            headers: Vec::new(),
            authenticator: None,
            settings: Settings::default(),
            interceptors: Interceptors::default(),
            #[cfg(feature = "tls")]
            tls: None,
            transport: None,
            fault: None,
        }
    }

    /// The server at a URL, or at a host such as `localhost:8787`, to which the document's protocol and path are added.
    pub fn at(info: &'static ServerInfo, url: impl Into<SharedStr>) -> Self {
        let url = url.into();
        let url = match url.contains("://") {
            true => url,
            // The server's path, but not its host.
            false => match crate::url::server_path(info) {
                Ok(path) => format!("{}://{url}{path}", info.protocol).into(),
                Err(fault) => return Self::at_url(info, Err(fault)),
            },
        };
        Self::new(info, Place::Url(url))
    }

    /// The server at its own URL, once its variables are filled in; what is wrong with them is said when it is used.
    pub fn at_url(info: &'static ServerInfo, url: Result<String, UrlError>) -> Self {
        match url {
            Ok(url) => Self::at(info, url),
            Err(fault) => {
                Self { fault: Some(fault.to_string().into()), ..Self::new(info, Place::Url(SharedStr::default())) }
            }
        }
    }

    /// Listens on a network address such as `127.0.0.1:0`.
    pub fn listen(info: &'static ServerInfo, address: impl Into<SharedStr>) -> Self {
        Self::new(info, Place::Listen(address.into()))
    }

    /// Takes the sessions that a listener of the program's own brings, such as one mounted into an HTTP server.
    pub fn listener(info: &'static ServerInfo, listener: Arc<dyn Listen>) -> Self {
        Self::new(info, Place::Listener(listener))
    }

    /// In the process, in the place of the real server.
    #[cfg(feature = "memory")]
    pub fn memory(info: &'static ServerInfo, hub: &crate::memory::Hub) -> Self {
        Self::new(info, Place::Memory(hub.clone()))
    }

    /// Who connects. Several credentials are all presented.
    pub fn credential(mut self, credential: Credential) -> Self {
        self.credentials.push(credential);
        self
    }

    /// The query of a channel's WebSocket binding.
    pub fn query<Q: Wire>(self, channel: &'static str, query: &Q) -> Self {
        match crate::write_query(query) {
            Ok(written) => self.raw_query(channel, written),
            Err(error) => Self { fault: Some(format!("the query of channel `{channel}`: {error}").into()), ..self },
        }
    }

    /// The query of a channel, as it stands in a URL without `?`.
    pub fn raw_query(mut self, channel: &'static str, query: impl Into<SharedStr>) -> Self {
        self.queries.retain(|(name, _)| *name != channel);
        self.queries.push((channel, query.into()));
        self
    }

    /// The handshake headers of a channel's WebSocket binding.
    pub fn headers(mut self, channel: &'static str, headers: Headers) -> Self {
        self.headers.retain(|(name, _)| *name != channel);
        self.headers.push((channel, headers));
        self
    }

    /// The typed handshake headers of a channel's WebSocket binding.
    pub fn typed_headers<H: Wire>(mut self, channel: &'static str, headers: &H) -> Self {
        match crate::wire::write_headers(headers) {
            Ok(pairs) => {
                let mut written = Headers::new();
                for (name, value) in pairs {
                    written.append(name, value);
                }
                self.headers(channel, written)
            }
            Err(error) => {
                self.fault = Some(format!("the headers of channel `{channel}` break the contract: {error}").into());
                self
            }
        }
    }

    /// Who may come in: gets the handshake, gives the session's identity or a refusal.
    pub fn authenticate<F, Fut, I>(mut self, authenticate: F) -> Self
    where
        F: Fn(&Handshake) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<I, Refusal>> + Send + 'static,
        I: Any + Send + Sync,
    {
        self.authenticator = Some(Arc::new(move |handshake| {
            let identity = authenticate(handshake);
            Box::pin(async move { Ok(Arc::new(identity.await?) as Arc<dyn Any + Send + Sync>) })
        }));
        self
    }

    /// Changes the limits and times.
    pub fn settings(mut self, change: impl FnOnce(&mut Settings)) -> Self {
        change(&mut self.settings);
        self
    }

    /// How often the peer is asked whether it lives; `None` never asks.
    pub fn heartbeat(self, every: Option<Duration>) -> Self {
        self.settings(|settings| settings.heartbeat = every)
    }

    /// The largest message that is taken or sent, in bytes.
    pub fn max_message(self, bytes: usize) -> Self {
        self.settings(|settings| settings.max_message = bytes)
    }

    /// When a lost connection is made again.
    pub fn reconnect(self, reconnect: Reconnect) -> Self {
        self.settings(|settings| settings.reconnect = reconnect)
    }

    /// Stands around each message; see [`Interceptor`].
    pub fn intercept(mut self, interceptor: impl Interceptor) -> Self {
        self.interceptors.push(interceptor);
        self
    }

    /// How TLS is set up.
    #[cfg(feature = "tls")]
    pub fn tls(mut self, tls: crate::Tls) -> Self {
        self.tls = Some(tls);
        self
    }

    /// Connects with a transport of the program's own making, such as one with more settings than the document has.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// The endpoint for a client.
    pub fn into_connect(self) -> ConnectEndpoint {
        let own_transport = self.transport.is_some();
        let (transport, url) = self.connecting();
        let transport = self.fault.map_or(transport, Err);
        ConnectEndpoint {
            transport,
            own_transport,
            url,
            credentials: self.credentials.into(),
            queries: self.queries,
            headers: self.headers,
            settings: self.settings,
            policy: Policy::default(),
            interceptors: self.interceptors,
            system: crate::telemetry::system(self.info.protocol),
        }
    }

    /// The endpoint for a service: a listener, or a connection that the service makes itself.
    pub fn into_serve(self) -> ServeEndpoint {
        let Some(listen) = self.listening() else { return self.into_connect().into() };
        let address = match &self.place {
            Place::Listen(address) => address.clone(),
            _ => SharedStr::default(),
        };
        ServeEndpoint(Serve::Listen(Box::new(ListenEndpoint {
            listen: self.fault.map_or(listen, Err),
            address,
            pathname: self.info.pathname.into(),
            authenticator: self.authenticator,
            settings: self.settings,
            interceptors: self.interceptors,
            system: crate::telemetry::system(self.info.protocol),
        })))
    }

    fn connecting(&self) -> (Result<Arc<dyn Transport>, SharedStr>, SharedStr) {
        match &self.place {
            Place::Url(url) => {
                let scheme = url.split("://").next().unwrap_or_default().to_ascii_lowercase();
                (self.transport_by(&scheme), url.clone())
            }
            #[cfg(feature = "memory")]
            Place::Memory(hub) => (Ok(hub.transport(self.info.protocol)), self.info.pathname.into()),
            Place::Listen(_) | Place::Listener(_) => {
                (Err("a listening endpoint serves; a client needs a URL".into()), SharedStr::default())
            }
        }
    }

    /// `None` where the service connects.
    fn listening(&self) -> Option<Result<Arc<dyn Listen>, SharedStr>> {
        match &self.place {
            Place::Url(_) => None,
            Place::Listen(_) => Some(self.listen_by(self.info.protocol)),
            Place::Listener(listener) => Some(Ok(listener.clone())),
            #[cfg(feature = "memory")]
            Place::Memory(hub) => hub.listener(self.info.protocol).map(Ok),
        }
    }

    fn transport_by(&self, scheme: &str) -> Result<Arc<dyn Transport>, SharedStr> {
        if let Some(transport) = &self.transport {
            return Ok(transport.clone());
        }
        #[cfg(feature = "ws")]
        if matches!(scheme, "ws" | "wss") {
            return Ok(Arc::new(self.web_socket()));
        }
        #[cfg(feature = "http")]
        if matches!(scheme, "http" | "https" | "sse") {
            return Ok(Arc::new(self.http()));
        }
        #[cfg(feature = "nats")]
        if matches!(scheme, "nats" | "tls" | "natss") {
            let nats = crate::nats::Nats::new();
            return Ok(Arc::new(self.tls.iter().fold(nats, |nats, tls| nats.tls(tls.clone()))));
        }
        #[cfg(feature = "mqtt")]
        if crate::mqtt::speaks(scheme) {
            let mqtt = crate::mqtt::Mqtt::of(self.info);
            return Ok(Arc::new(self.tls.iter().fold(mqtt, |mqtt, tls| mqtt.tls(tls.clone()))));
        }
        #[cfg(feature = "kafka")]
        if crate::kafka::speaks(scheme) {
            return Ok(Arc::new(crate::kafka::Kafka::new()));
        }
        #[cfg(feature = "redis")]
        if crate::redis::speaks(scheme) {
            let redis = crate::redis::Redis::new();
            return Ok(Arc::new(self.tls.iter().fold(redis, |redis, tls| redis.tls(tls.clone()))));
        }
        #[cfg(feature = "amqp")]
        if crate::amqp::speaks(scheme) {
            let amqp = crate::amqp::Amqp::new();
            return Ok(Arc::new(self.tls.iter().fold(amqp, |amqp, tls| amqp.tls(tls.clone()))));
        }
        Err(unsupported(scheme))
    }

    fn listen_by(&self, scheme: &str) -> Result<Arc<dyn Listen>, SharedStr> {
        #[cfg(feature = "ws")]
        if matches!(scheme, "ws" | "wss") {
            return Ok(Arc::new(self.web_socket()));
        }
        #[cfg(feature = "http")]
        if matches!(scheme, "http" | "https" | "sse") {
            return Ok(Arc::new(self.http()));
        }
        Err(unsupported(scheme))
    }

    #[cfg(feature = "http")]
    fn http(&self) -> crate::http::Http {
        let http = crate::http::Http::new();
        self.tls.iter().fold(http, |http, tls| http.tls(tls.clone()))
    }

    #[cfg(feature = "ws")]
    fn web_socket(&self) -> crate::ws::WebSocket {
        let socket = crate::ws::WebSocket::new();
        self.tls.iter().fold(socket, |socket, tls| socket.tls(tls.clone()))
    }
}

fn unsupported(scheme: &str) -> SharedStr {
    match scheme {
        "ws" | "wss" => format!("`{scheme}` needs the feature `ws` of asyncapi-runtime").into(),
        "http" | "https" | "sse" => format!("`{scheme}` needs the feature `http` of asyncapi-runtime").into(),
        "nats" | "tls" | "natss" => format!("`{scheme}` needs the feature `nats` of asyncapi-runtime").into(),
        "mqtt" | "mqtts" | "mqtt5" | "secure-mqtt" => {
            format!("`{scheme}` needs the feature `mqtt` of asyncapi-runtime").into()
        }
        "kafka" | "kafka-secure" => format!("`{scheme}` needs the feature `kafka` of asyncapi-runtime").into(),
        "redis" | "rediss" => format!("`{scheme}` needs the feature `redis` of asyncapi-runtime").into(),
        "amqp" | "amqps" => format!("`{scheme}` needs the feature `amqp` of asyncapi-runtime").into(),
        _ => format!("there is no transport for `{scheme}`").into(),
    }
}

impl From<ServerBuilder> for ConnectEndpoint {
    fn from(builder: ServerBuilder) -> Self {
        builder.into_connect()
    }
}

impl From<ServerBuilder> for ServeEndpoint {
    fn from(builder: ServerBuilder) -> Self {
        builder.into_serve()
    }
}

impl fmt::Debug for ServerBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServerBuilder")
            .field("server", &self.info.name)
            .field("place", &self.place)
            .field("credentials", &self.credentials)
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}

/// Says of a generated endpoint that its credentials, or its authenticator, are still missing.
#[derive(Debug, Clone, Copy)]
pub enum Missing {}

/// Says of a generated endpoint that it has all that security asks for.
#[derive(Debug, Clone, Copy)]
pub enum Given {}

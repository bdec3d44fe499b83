//! The WebSocket transport: client and listener, on tungstenite, with TLS by rustls.
//!
//! [`WebSocket`] is both a [`Transport`] and a [`Listen`]. A connection is one address with its query; messages travel
//! in text frames, or in binary frames where their media type is not text. Pings, limits and the closing handshake are
//! the transport's; reconnecting and dispatch are the core's.

mod client;
mod head;
mod link;
mod listener;
#[cfg(feature = "mount")]
mod mount;
mod socket;
mod stream;
#[cfg(test)]
mod tests;
mod upgrade;
mod url;

use std::sync::Arc;

use self::link::{CAPABILITIES, WsLink};
use self::listener::{Shared, WsListener};
#[cfg(feature = "mount")]
pub use self::mount::{Mount, MountService};
pub use crate::tls::{Tls, TlsError};
use crate::{
    BoxFuture, Capabilities, ConnectError, ConnectRequest, Link, Listen, ListenRequest, Listener, ServeError,
    ServeErrorKind, SharedStr, Transport,
};

/// WebSocket: connects to `ws://` and `wss://` URLs, and listens.
#[derive(Debug, Clone)]
pub struct WebSocket {
    tls: Option<Tls>,
    protocols: Arc<[SharedStr]>,
}

impl Default for WebSocket {
    fn default() -> Self {
        Self { tls: None, protocols: Arc::from([]) }
    }
}

impl WebSocket {
    /// A client trusts the system's certificates; a listener does not encrypt.
    pub fn new() -> Self {
        Self::default()
    }

    /// Certificates and keys. A listener encrypts only with one, which needs an identity.
    pub fn tls(mut self, tls: Tls) -> Self {
        self.tls = Some(tls);
        self
    }

    /// The subprotocols (`Sec-WebSocket-Protocol`) that are offered or spoken, the best first.
    pub fn protocols(mut self, protocols: impl IntoIterator<Item = impl Into<SharedStr>>) -> Self {
        self.protocols = protocols.into_iter().map(Into::into).collect();
        self
    }

    /// Two halves that put a service into an application with an HTTP server of its own: the endpoint to serve on, and
    /// the tower service for the application's router. Encrypting is the application's.
    #[cfg(feature = "mount")]
    pub fn mount(self) -> (Mount, MountService) {
        mount::halves(self.protocols)
    }
}

impl Transport for WebSocket {
    fn capabilities(&self) -> Capabilities {
        CAPABILITIES
    }

    fn connect(&self, request: ConnectRequest) -> BoxFuture<'_, Result<Arc<dyn Link>, ConnectError>> {
        let tls = self.tls.clone().unwrap_or_default();
        let protocols = self.protocols.clone();
        Box::pin(async move {
            let socket = client::connect(request, tls, protocols).await?;
            Ok(Arc::new(WsLink::of_client(socket)) as Arc<dyn Link>)
        })
    }
}

impl Listen for WebSocket {
    fn bind(&self, request: ListenRequest) -> BoxFuture<'_, Result<Box<dyn Listener>, ServeError>> {
        Box::pin(async move {
            let tls = match &self.tls {
                Some(tls) => {
                    let config = tls.server();
                    Some(config.map_err(|error| ServeError::caused(ServeErrorKind::Endpoint, "TLS", error))?.into())
                }
                None => None,
            };
            let failed = |error| ServeError::caused(ServeErrorKind::Bind, request.address.clone(), error);
            let tcp = tokio::net::TcpListener::bind(request.address.as_str()).await.map_err(failed)?;
            let shared = Shared {
                gate: request.gate.clone(),
                settings: request.settings.clone(),
                protocols: self.protocols.clone(),
                tls,
            };
            Ok(Box::new(WsListener::new(tcp, shared).map_err(failed)?) as Box<dyn Listener>)
        })
    }
}

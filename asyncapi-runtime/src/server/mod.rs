//! The serving side: routes, sessions, and the loop that feeds handlers.
//!
//! [`Server`] is the builder that generated `Service` types make, [`Bound`] is it at its address, `gate` lets peers in,
//! `worker` handles one message, and `run` is the loop of one session.

mod bound;
mod gate;
mod meter;
mod part;
mod run;
#[cfg(all(test, feature = "memory"))]
mod tests;
mod worker;

use std::fmt;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

pub use bound::{Bound, ServerHandle};
pub(crate) use gate::Admitted;

use crate::intercept::Interceptors;
use crate::{Interceptor, Policy, Retry, Route, ServeEndpoint, ServeError};

/// A service on its way to serve: its receivers and its rules.
#[derive(Clone)]
pub struct Server {
    pub(crate) routes: Arc<[Arc<dyn Route>]>,
    pub(crate) rules: Rules,
}

/// The rules of a service.
#[derive(Debug, Clone)]
pub(crate) struct Rules {
    pub(crate) policy: Policy,
    pub(crate) concurrency: usize,
    pub(crate) retry: Retry,
    pub(crate) deadline: Option<Duration>,
    pub(crate) drain: Duration,
    pub(crate) interceptors: Interceptors,
}

impl Server {
    /// A service of these receivers.
    pub fn new(routes: impl IntoIterator<Item = Arc<dyn Route>>) -> Self {
        let rules = Rules {
            policy: Policy::default(),
            concurrency: 1,
            retry: Retry::default(),
            deadline: None,
            drain: Duration::from_secs(10),
            interceptors: Interceptors::default(),
        };
        Self { routes: routes.into_iter().collect(), rules }
    }

    /// What happens to messages that are unknown, broken, or failed for good.
    pub fn policy(mut self, policy: Policy) -> Self {
        self.rules.policy = policy;
        self
    }

    /// How many messages of one session or address are handled at once. With more than one, order is lost.
    pub fn concurrency(mut self, most: usize) -> Self {
        self.rules.concurrency = most.max(1);
        self
    }

    /// How often a failed message is tried again.
    pub fn retry(mut self, retry: Retry) -> Self {
        self.rules.retry = retry;
        self
    }

    /// How long one attempt to handle a message may take, interceptors and layers included. Without it, a handler that
    /// never ends holds up its session.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.rules.deadline = Some(deadline);
        self
    }

    /// Stands around each message that comes in, and around each that this service sends. See [`Interceptor`].
    pub fn intercept(mut self, interceptor: impl Interceptor) -> Self {
        self.rules.interceptors.push(interceptor);
        self
    }

    /// Puts one of tower's layers around the handlers, in one order with the interceptors: what is added first is
    /// outermost. All sessions share the layered service, so that a limit holds for the whole of it; as long as it is not
    /// ready, messages wait, and the connections with them.
    ///
    /// Errors of the layer's own, such as a timeout, are failures that are tried again.
    ///
    /// ```ignore
    /// service.into_server().layer(TimeoutLayer::new(second)).layer(ConcurrencyLimitLayer::new(64)).serve(endpoint).await?;
    /// ```
    #[cfg(feature = "tower")]
    pub fn layer<L>(self, layer: L) -> Self
    where
        L: tower_layer::Layer<crate::layer::Handler>,
        L::Service: tower_service::Service<crate::Context, Error: Into<Box<dyn std::error::Error + Send + Sync>>, Future: Send>
            + Send
            + 'static,
    {
        self.intercept(crate::layer::layered(&layer))
    }

    /// How long messages that were taken may take to finish at shutdown.
    pub fn drain(mut self, deadline: Duration) -> Self {
        self.rules.drain = deadline;
        self
    }

    /// Binds the address, or makes the connection, without serving yet.
    ///
    /// # Errors
    /// When the endpoint cannot be used, bound or connected to.
    pub async fn bind(self, endpoint: impl Into<ServeEndpoint>) -> Result<Bound, ServeError> {
        Bound::bind(self, endpoint.into()).await
    }

    /// Serves until the transport fails for good.
    ///
    /// # Errors
    /// When the endpoint cannot be used, or fails.
    pub async fn serve(self, endpoint: impl Into<ServeEndpoint>) -> Result<(), ServeError> {
        self.bind(endpoint).await?.serve().await
    }

    /// Serves until `shutdown` is ready, then takes no more, finishes what was taken, and closes.
    ///
    /// # Errors
    /// When the endpoint cannot be used, or fails.
    pub async fn serve_with_shutdown(
        self,
        endpoint: impl Into<ServeEndpoint>,
        shutdown: impl Future<Output = ()> + Send,
    ) -> Result<(), ServeError> {
        self.bind(endpoint).await?.serve_with_shutdown(shutdown).await
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let channels: Vec<_> = self.routes.iter().map(|route| route.channel().name).collect();
        f.debug_struct("Server").field("channels", &channels).field("rules", &self.rules).finish()
    }
}

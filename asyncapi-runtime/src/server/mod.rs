//! The serving side: routes, sessions, and the loop that feeds handlers.
//!
//! [`Server`] is the builder that generated `Service` types make, [`Bound`] is it at its address, `gate` lets peers in,
//! `worker` handles one message, and `run` is the loop of one session.

mod bound;
mod gate;
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

use crate::{Policy, Retry, Route, ServeEndpoint, ServeError};

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

    /// How long one attempt to handle a message may take.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.rules.deadline = Some(deadline);
        self
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

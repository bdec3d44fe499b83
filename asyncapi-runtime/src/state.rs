//! How a client's connection is doing.

use tokio::sync::watch;

use crate::CloseReason;

/// How a client's connection is doing.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ConnectionState {
    /// No connection has been needed yet.
    Idle,
    /// Connected.
    Connected,
    /// The connection was lost and is being made again; this is the attempt's number, from 1.
    Reconnecting {
        /// The attempt's number, from 1.
        attempt: u32,
    },
    /// Closed for good.
    Closed(CloseReason),
}

/// Watches how a client's connection is doing.
#[derive(Debug, Clone)]
pub struct ConnectionStates(pub(crate) watch::Receiver<ConnectionState>);

impl ConnectionStates {
    /// The state now.
    pub fn current(&self) -> ConnectionState {
        self.0.borrow().clone()
    }

    /// Waits until the state is another than this watch has last seen; `None` once it cannot change any more.
    pub async fn changed(&mut self) -> Option<ConnectionState> {
        self.0.changed().await.ok()?;
        Some(self.0.borrow_and_update().clone())
    }

    /// Waits until the state is as wanted; `None` if it never will be.
    pub async fn wait_for(&mut self, wanted: impl FnMut(&ConnectionState) -> bool) -> Option<ConnectionState> {
        self.0.wait_for(wanted).await.ok().map(|state| state.clone())
    }
}

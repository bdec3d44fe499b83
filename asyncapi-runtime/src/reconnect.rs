//! Makes a lost connection again, with pauses as [`Reconnect`] says.

use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;
use std::time::Duration;

use tokio::time::{Instant, sleep};

use crate::{ConnectError, ConnectErrorKind, ConnectRequest, Link, Reconnect, Transport};

/// How many attempts were made since the connection was last good.
#[derive(Debug)]
pub(crate) struct Backoff {
    rule: Reconnect,
    attempt: u32,
    connected: Instant,
}

impl Backoff {
    /// Right after a connection was made.
    pub(crate) fn new(rule: Reconnect) -> Self {
        Self { rule, attempt: 0, connected: Instant::now() }
    }

    /// A connection was made.
    pub(crate) fn connected(&mut self) {
        self.connected = Instant::now();
    }

    /// The connection was lost: one that had lasted starts the count anew.
    pub(crate) fn lost(&mut self) {
        if self.connected.elapsed() >= self.rule.stable {
            self.attempt = 0;
        }
    }

    /// The number of the next attempt and the pause before it; `None` says that there is none.
    pub(crate) fn next(&mut self) -> Option<(u32, Duration)> {
        self.attempt = self.attempt.saturating_add(1);
        Some((self.attempt, self.rule.pause(self.attempt, chance())?))
    }
}

/// A number from 0 to 1, good enough to keep clients from coming back all at once.
pub(crate) fn chance() -> f64 {
    let random = RandomState::new().hash_one(0u8) >> 11;
    random as f64 / (1u64 << 53) as f64
}

/// A number that is hard to guess, for ids.
pub(crate) fn random() -> u64 {
    RandomState::new().hash_one(0u8)
}

/// Connects, bounded in time.
pub(crate) async fn connect(
    transport: &Arc<dyn Transport>,
    request: &ConnectRequest,
) -> Result<Arc<dyn Link>, ConnectError> {
    let limit = request.settings.connect_timeout;
    let connecting = async {
        // A transport that makes a lost connection again by itself needs the providers rather than today's tokens.
        let request = match transport.capabilities().reconnects {
            true => request.clone(),
            false => request.with_tokens().await?,
        };
        transport.connect(request).await
    };
    match tokio::time::timeout(limit, connecting).await {
        Ok(result) => result,
        Err(_) => Err(ConnectError::new(ConnectErrorKind::TimedOut, format!("within {limit:?}"))),
    }
}

/// Connects again after a loss. Tells `attempted` the number of each attempt. `None` gives up.
pub(crate) async fn reconnect(
    transport: &Arc<dyn Transport>,
    request: &ConnectRequest,
    backoff: &mut Backoff,
    mut attempted: impl FnMut(u32),
) -> Option<Arc<dyn Link>> {
    backoff.lost();
    loop {
        let (attempt, pause) = backoff.next()?;
        attempted(attempt);
        sleep(pause).await;
        match connect(transport, request).await {
            Ok(link) => {
                backoff.connected();
                return Some(link);
            }
            Err(error) => tracing::warn!(attempt, %error, "the connection was not made again"),
        }
    }
}

//! The serving side: routes, sessions, and the loop that feeds handlers.

use std::any::Any;
use std::fmt;
use std::sync::Arc;

use crate::Handshake;

/// What the gate knows of a session before it begins.
pub(crate) struct Admitted {
    pub(crate) handshake: Handshake,
    pub(crate) identity: Option<Arc<dyn Any + Send + Sync>>,
}

impl fmt::Debug for Admitted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Admitted").field("handshake", &self.handshake).finish_non_exhaustive()
    }
}

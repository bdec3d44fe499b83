//! What the recording doubles of senders are made of.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::{RequestError, RequestErrorKind};

/// What a double was given, in order. Clones remember together.
#[derive(Debug)]
pub struct Recorded<T>(Arc<Mutex<VecDeque<T>>>);

impl<T> Recorded<T> {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self(Arc::default())
    }

    /// Remembers one more.
    pub fn push(&self, item: T) {
        self.items().push_back(item);
    }

    /// Takes the one that was given first.
    #[must_use]
    pub fn take_first(&self) -> Option<T> {
        self.items().pop_front()
    }

    /// A copy of all.
    #[must_use]
    pub fn all(&self) -> Vec<T>
    where
        T: Clone,
    {
        self.items().iter().cloned().collect()
    }

    fn items(&self) -> MutexGuard<'_, VecDeque<T>> {
        // A test that panicked while it held the lock has left the items whole.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T> Default for Recorded<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Clone for Recorded<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

/// A request was sent to a double that has no reply left.
#[must_use]
pub fn no_recorded_reply(operation: &'static str) -> RequestError {
    RequestError::new(RequestErrorKind::DeadlineExceeded, format!("the recorder has no reply left for `{operation}`"))
}

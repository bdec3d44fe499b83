//! The types that fields of payloads can have beside the standard ones.
//!
//! ```
//! use asyncapi_runtime::types::{DateTime, Uuid};
//!
//! let at = DateTime::now_utc();
//! assert!(at > DateTime::UNIX_EPOCH);
//! assert!(Uuid::nil().is_nil());
//! ```

pub use crate::wire::{Bytes, Date, DateTime, Json, Never, Time, Uuid};

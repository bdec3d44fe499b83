//! Stage 4, **model**: [`Document`](crate::document::Document) → [`Model`], Rust-facing and complete.
//!
//! Invariant of the output: every name, type, tag, constraint, direction and binding is decided; no schema is left, so
//! that `emit/` decides nothing.

use crate::collections::SortedSet;

mod api;
#[cfg(feature = "avro")]
pub mod avro;
mod build;
mod conditions;
mod contract;
mod given;
pub mod names;
#[cfg(feature = "protobuf")]
pub mod protobuf;
pub mod schema;
mod types;

pub use api::*;
pub(crate) use api::{decide_operation, decide_tests};
pub use build::model;
pub use conditions::*;
pub use contract::Contract;
pub use given::check_given;
pub use types::*;

/// Everything that is emitted for one document.
#[derive(Debug, Default)]
pub struct Model {
    /// `info.title`, version and description, and the path of the document: the docs of the module.
    pub title: Docs,
    /// The payload and header types, in the order in which they are emitted.
    pub types: Vec<TypeDefinition>,
    /// Schemas that are evaluated at run time, by [`ConditionId`].
    pub conditions: Vec<Condition>,
    /// The channels that this side uses.
    pub channels: Vec<Channel>,
    /// The servers.
    pub servers: Vec<Server>,
    /// The security schemes that tell where tokens come from.
    pub schemes: Vec<SchemeInfo>,
    /// The name of the generated client, `Client` unless taken.
    pub client: Name,
    /// The name of the generated service, `Service` unless taken.
    pub service: Name,
    /// The name of the module of servers, `servers` unless taken.
    pub servers_module: Name,
    /// Where the payload types live, if not in this module: the path that the user gave as `types`.
    pub types_path: Option<String>,
    /// The types that are there; without such a path, none.
    pub shared: SortedSet<TypeId>,
    /// Derives that the user asks for on each type, as paths.
    pub derives: Vec<String>,
    /// Whether the checks of rules that types do not carry are left out (`validate = false`).
    pub unchecked: bool,
}

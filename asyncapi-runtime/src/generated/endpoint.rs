//! What generated `servers` have in common.
//!
//! The methods come from macros of the runtime rather than from the emitter, because whether there is a memory transport,
//! or TLS, is the runtime's own choice of features.

use crate::Missing;

/// Says of a generated endpoint that the memory stands in for the server.
#[derive(Debug, Clone, Copy)]
pub enum InMemory {}

/// Endpoints that take credentials.
#[diagnostic::on_unimplemented(message = "this endpoint has its credentials already")]
pub trait Unproven {}

impl Unproven for Missing {}
impl Unproven for InMemory {}

/// `memory(hub)`, where there is the transport.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "memory")]
macro_rules! memory_server {
    ($name:ident, $info:ident, $state:ty) => {
        impl $name<$state> {
            /// The memory in the place of the server, for tests and programs of one process.
            #[must_use]
            pub fn memory(hub: &$crate::memory::Hub) -> Self {
                Self { inner: $crate::ServerBuilder::memory(&$info, hub), credentials: ::core::marker::PhantomData }
            }
        }
    };
}

/// `memory(hub)`, where there is the transport.
#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "memory"))]
macro_rules! memory_server {
    ($name:ident, $info:ident, $state:ty) => {};
}

/// Limits and times of a connection.
#[doc(hidden)]
#[macro_export]
macro_rules! server_settings {
    () => {
        /// Changes the limits and times.
        #[must_use]
        pub fn settings(self, change: impl ::core::ops::FnOnce(&mut $crate::Settings)) -> Self {
            Self { inner: self.inner.settings(change), ..self }
        }

        /// How often the peer is asked whether it lives; `None` never asks.
        #[must_use]
        pub fn heartbeat(self, every: ::core::option::Option<::core::time::Duration>) -> Self {
            Self { inner: self.inner.heartbeat(every), ..self }
        }

        /// The largest message that is taken or sent, in bytes.
        #[must_use]
        pub fn max_message(self, bytes: ::core::primitive::usize) -> Self {
            Self { inner: self.inner.max_message(bytes), ..self }
        }

        /// Connects with a transport of the program's own making, such as one with more settings than the document has.
        #[must_use]
        pub fn transport(self, transport: impl $crate::Transport) -> Self {
            Self { inner: self.inner.transport(transport), ..self }
        }

        /// When a lost connection is made again.
        #[must_use]
        pub fn reconnect(self, reconnect: $crate::Reconnect) -> Self {
            Self { inner: self.inner.reconnect(reconnect), ..self }
        }

        $crate::server_tls!();
    };
}

/// How TLS is set up, where there is TLS.
#[doc(hidden)]
#[macro_export]
#[cfg(any(feature = "ws", feature = "nats", feature = "mqtt"))]
macro_rules! server_tls {
    () => {
        /// How TLS is set up.
        #[must_use]
        pub fn tls(self, tls: $crate::Tls) -> Self {
            Self { inner: self.inner.tls(tls), ..self }
        }
    };
}

/// How TLS is set up, where there is TLS.
#[doc(hidden)]
#[macro_export]
#[cfg(not(any(feature = "ws", feature = "nats", feature = "mqtt")))]
macro_rules! server_tls {
    () => {};
}

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
        /// A further credential, beside those of the server's own security: for operations that ask for more. It is
        /// presented with each connection; `SendOptions::credential` presents one with a message.
        #[must_use]
        pub fn credential(self, credential: $crate::Credential) -> Self {
            Self { inner: self.inner.credential(credential), ..self }
        }

        /// Changes the limits and times.
        #[must_use]
        pub fn settings(self, change: impl ::core::ops::FnOnce(&mut $crate::Settings)) -> Self {
            Self { inner: self.inner.settings(change), ..self }
        }

        /// Stands around each message; see `Interceptor`.
        #[must_use]
        pub fn intercept(self, interceptor: impl $crate::Interceptor) -> Self {
            Self { inner: self.inner.intercept(interceptor), ..self }
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
#[cfg(feature = "tls")]
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
#[cfg(not(feature = "tls"))]
macro_rules! server_tls {
    () => {};
}

/// What a generated endpoint becomes once nothing is missing.
#[doc(hidden)]
#[macro_export]
macro_rules! endpoint_impls {
    (connect $name:ident) => {
        impl $crate::Connects for $name<$crate::Given> {
            fn into_connect(self) -> $crate::ConnectEndpoint {
                self.inner.into_connect()
            }
        }
        impl ::core::convert::From<$name<$crate::Given>> for $crate::ConnectEndpoint {
            fn from(server: $name<$crate::Given>) -> Self {
                server.inner.into_connect()
            }
        }
        $crate::endpoint_impls!(serve $name);
    };
    (serve $name:ident) => {
        impl $crate::Serves for $name<$crate::Given> {
            fn into_serve(self) -> $crate::ServeEndpoint {
                self.inner.into_serve()
            }
        }
        impl ::core::convert::From<$name<$crate::Given>> for $crate::ServeEndpoint {
            fn from(server: $name<$crate::Given>) -> Self {
                server.inner.into_serve()
            }
        }
    };
}

/// The choice among the servers of the document.
#[doc(hidden)]
#[macro_export]
macro_rules! server_choice {
    ($name:ident { $($variant:ident = $info:ident),* }) => {
        impl $name {
            /// All of them, in the order of the document.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// What the document says about it.
            #[must_use]
            pub fn info(self) -> &'static $crate::ServerInfo {
                match self { $(Self::$variant => &$info),* }
            }

            /// Its key in the document.
            #[must_use]
            pub fn name(self) -> &'static ::core::primitive::str {
                self.info().name
            }

            /// Its URL, with the defaults of its variables.
            ///
            /// # Errors
            /// When a variable has no default.
            pub fn url(self) -> ::core::result::Result<$crate::__private::v0::String, $crate::UrlError> {
                $crate::server_url(self.info(), &[])
            }

            /// Its URL with these values of its variables, and the defaults of the others.
            ///
            /// # Errors
            /// When a variable is missing or unknown, or has a value that the document or its place does not allow.
            pub fn url_with(
                self,
                variables: &[(&::core::primitive::str, &::core::primitive::str)],
            ) -> ::core::result::Result<$crate::__private::v0::String, $crate::UrlError> {
                $crate::server_url(self.info(), variables)
            }
        }
        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.name())
            }
        }
        impl ::core::str::FromStr for $name {
            type Err = $crate::UnknownServer;
            fn from_str(name: &::core::primitive::str) -> ::core::result::Result<Self, Self::Err> {
                match name {
                    $(known if known == $info.name => ::core::result::Result::Ok(Self::$variant),)*
                    _ => ::core::result::Result::Err($crate::UnknownServer::among(&[$($info.name),*])),
                }
            }
        }
    };
}

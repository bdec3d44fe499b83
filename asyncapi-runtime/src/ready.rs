//! What is ready to be connected to, or served on.
//!
//! Traits of their own in the place of `Into`, so that the compiler can say what is missing where one is not.

use crate::{ConnectEndpoint, ServeEndpoint, ServerBuilder};

/// What a client connects to.
///
/// The types of a generated module `servers` are, once they have the credentials that the document asks for.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no endpoint to connect to: it lacks its credentials",
    label = "the document asks who connects",
    note = "call the method that is named after one of the server's security schemes, such as `.api_key(key)`; its \
            documentation lists them. In memory, `.insecure()` goes without"
)]
pub trait Connects {
    /// The endpoint.
    fn into_connect(self) -> ConnectEndpoint;
}

/// What a service serves on.
///
/// The types of a generated module `servers` are, once they have the credentials, or the authenticator, that the document
/// asks for.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no endpoint to serve on: nothing checks who may come in",
    label = "the document asks for credentials",
    note = "a listener needs `.authenticate(…)`; a service that connects needs the credentials of one of the server's \
            security schemes, by the method that is named after it. In memory, `.insecure()` goes without"
)]
pub trait Serves {
    /// The endpoint.
    fn into_serve(self) -> ServeEndpoint;
}

impl Connects for ConnectEndpoint {
    fn into_connect(self) -> ConnectEndpoint {
        self
    }
}

impl Connects for ServerBuilder {
    fn into_connect(self) -> ConnectEndpoint {
        Self::into_connect(self)
    }
}

#[cfg(feature = "memory")]
impl Connects for &crate::memory::Hub {
    fn into_connect(self) -> ConnectEndpoint {
        self.into()
    }
}

impl Serves for ServeEndpoint {
    fn into_serve(self) -> ServeEndpoint {
        self
    }
}

impl Serves for ConnectEndpoint {
    fn into_serve(self) -> ServeEndpoint {
        self.into()
    }
}

impl Serves for ServerBuilder {
    fn into_serve(self) -> ServeEndpoint {
        Self::into_serve(self)
    }
}

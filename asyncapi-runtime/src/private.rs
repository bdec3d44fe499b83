//! What generated code names. Versioned, so that code generated for another version of the runtime fails to compile
//! rather than misbehave. Nothing here is for use by hand.

/// The names of version 0: the runtime's own, and the standard ones that a user's module may have shadowed.
pub mod v0 {
    pub use core::clone::Clone;
    pub use core::cmp::PartialEq;
    pub use core::convert::{From, Into, TryFrom};
    pub use core::default::Default;
    pub use core::fmt;
    pub use core::future::{Future, ready};
    pub use core::marker::{PhantomData, Send as SendMarker, Sync};
    pub use core::ops::Deref;
    pub use core::option::Option::{self, None, Some};
    pub use core::result::Result::{self, Err, Ok};
    pub use std::borrow::Cow;
    pub use std::borrow::ToOwned;
    pub use std::boxed::Box;
    pub use std::collections::BTreeMap;
    pub use std::string::{String, ToString};
    pub use std::sync::{Arc, Mutex, PoisonError};
    pub use std::vec::Vec;

    pub use crate::generated::*;
    #[cfg(feature = "memory")]
    pub use crate::memory;
    pub use crate::wire::*;
    pub use crate::{
        AddressError, AddressParameters, AddressText, AsMeant, Attachment, Binding, Bound, BoxFuture, Broadcast,
        Certificate, ChannelInfo, ChannelLink, Client, ClientCertificate, ClientStats, CloseReason, ConnectEndpoint,
        ConnectError, ConnectionState, ConnectionStates, Connects, Context, Correlation, Credential, DecodeError,
        EncodeError, Failure, Given, Handled, Handshake, Headers, IdKind, Incoming, Listen, Location, MessageInfo,
        Missing, Need, Needs, OAuth2Flow, OAuth2FlowKind, OAuth2Info, OpenIdInfo, OperationInfo, OptionalHeaders,
        Outcome, Outgoing, ParameterInfo, Presenting, Query, RawMessage, Reconnect, Refusal, ReplyInfo, RequestError,
        Route, SaslMechanism, Secret, Send, SendError, SendErrorKind, SendOptions, ServeEndpoint, ServeError, Server,
        ServerBuilder, ServerHandle, ServerInfo, Serves, Session, Settings, SharedStr, SlowConsumer, SubscribeError,
        Subscription, Token, UnknownServer, UrlError, VariableInfo, Violation, Wire, WithHeaders, bindings,
        check_locations, decode, decode_headers, decode_with_headers, endpoint_impls, fill_address, guard,
        match_address, memory_server, read_location, read_query, reply, serde_impls, server_choice, server_settings,
        server_url, write_query,
    };
    #[cfg(feature = "avro")]
    pub use crate::{avro, avro_impls};
    #[cfg(feature = "protobuf")]
    pub use crate::{protobuf, protobuf_enum};
    pub use bytes::Bytes;
}

#[cfg(feature = "macros")]
pub use asyncapi_macros::asyncapi_with;

//! Generated code in surroundings that make it hard. That this compiles is the test: every warning is denied, every item
//! must have documentation, the runtime has another name, and nothing else is a dependency.

/// The golden documents, both sides of each, in one scope.
pub mod golden {
    /// Document `chat-application`.
    pub mod chat_application {
        messaging::asyncapi!(
            spec = "../../asyncapi-codegen/tests/golden/chat-application/asyncapi.yaml",
            warnings = "allow"
        );
    }

    /// Document `chat-application`, the other end.
    pub mod chat_application_counterpart {
        messaging::asyncapi!(
            spec = "../../asyncapi-codegen/tests/golden/chat-application/asyncapi.yaml",
            warnings = "allow",
            side = counterpart
        );
    }

    /// Document `kraken`.
    pub mod kraken {
        messaging::asyncapi!(spec = "../../asyncapi-codegen/tests/golden/kraken/asyncapi.yaml", warnings = "allow");
    }

    /// Document `kraken`, the other end.
    pub mod kraken_counterpart {
        messaging::asyncapi!(
            spec = "../../asyncapi-codegen/tests/golden/kraken/asyncapi.yaml",
            warnings = "allow",
            side = counterpart
        );
    }

    /// Document `many-messages`.
    pub mod many_messages {
        messaging::asyncapi!(
            spec = "../../asyncapi-codegen/tests/golden/many-messages/asyncapi.yaml",
            warnings = "allow"
        );
    }

    /// Document `many-messages`, the other end.
    pub mod many_messages_counterpart {
        messaging::asyncapi!(
            spec = "../../asyncapi-codegen/tests/golden/many-messages/asyncapi.yaml",
            warnings = "allow",
            side = counterpart
        );
    }

    /// Document `desk`.
    pub mod desk {
        messaging::asyncapi!(spec = "../talk/documents/desk.yaml", warnings = "allow");
    }

    /// Document `desk`, the other end.
    pub mod desk_counterpart {
        messaging::asyncapi!(spec = "../talk/documents/desk.yaml", warnings = "allow", side = counterpart);
    }

    /// Document `trade`.
    pub mod trade {
        messaging::asyncapi!(spec = "../talk/documents/trade.yaml", warnings = "allow");
    }

    /// Document `trade`, the other end.
    pub mod trade_counterpart {
        messaging::asyncapi!(spec = "../talk/documents/trade.yaml", warnings = "allow", side = counterpart);
    }

    /// Document `nothing`.
    pub mod nothing {
        messaging::asyncapi!(spec = "../../asyncapi-codegen/tests/golden/nothing/asyncapi.yaml", warnings = "allow");
    }

    /// Document `nothing`, the other end.
    pub mod nothing_counterpart {
        messaging::asyncapi!(
            spec = "../../asyncapi-codegen/tests/golden/nothing/asyncapi.yaml",
            warnings = "allow",
            side = counterpart
        );
    }

    /// Document `odd-names`.
    pub mod odd_names {
        messaging::asyncapi!(spec = "../../asyncapi-codegen/tests/golden/odd-names/asyncapi.yaml", warnings = "allow");
    }

    /// Document `odd-names`, the other end.
    pub mod odd_names_counterpart {
        messaging::asyncapi!(
            spec = "../../asyncapi-codegen/tests/golden/odd-names/asyncapi.yaml",
            warnings = "allow",
            side = counterpart
        );
    }

    /// Document `orders`.
    pub mod orders {
        messaging::asyncapi!(spec = "../../asyncapi-codegen/tests/golden/orders/asyncapi.yaml", warnings = "allow");
    }

    /// Document `orders`, the other end.
    pub mod orders_counterpart {
        messaging::asyncapi!(
            spec = "../../asyncapi-codegen/tests/golden/orders/asyncapi.yaml",
            warnings = "allow",
            side = counterpart
        );
    }

    /// Document `parameters`.
    pub mod parameters {
        messaging::asyncapi!(spec = "../../asyncapi-codegen/tests/golden/parameters/asyncapi.yaml", warnings = "allow");
    }

    /// Document `parameters`, the other end.
    pub mod parameters_counterpart {
        messaging::asyncapi!(
            spec = "../../asyncapi-codegen/tests/golden/parameters/asyncapi.yaml",
            warnings = "allow",
            side = counterpart
        );
    }

    /// Document `request-reply`.
    pub mod request_reply {
        messaging::asyncapi!(
            spec = "../../asyncapi-codegen/tests/golden/request-reply/asyncapi.yaml",
            warnings = "allow"
        );
    }

    /// Document `request-reply`, the other end.
    pub mod request_reply_counterpart {
        messaging::asyncapi!(
            spec = "../../asyncapi-codegen/tests/golden/request-reply/asyncapi.yaml",
            warnings = "allow",
            side = counterpart
        );
    }

    /// Document `shared-address`.
    pub mod shared_address {
        messaging::asyncapi!(
            spec = "../../asyncapi-codegen/tests/golden/shared-address/asyncapi.yaml",
            warnings = "allow"
        );
    }

    /// Document `shared-address`, the other end.
    pub mod shared_address_counterpart {
        messaging::asyncapi!(
            spec = "../../asyncapi-codegen/tests/golden/shared-address/asyncapi.yaml",
            warnings = "allow",
            side = counterpart
        );
    }
}

/// No prelude: `Option`, `String`, `Some` and the macros of `std` must be named in full.
#[no_implicit_prelude]
pub mod no_prelude {
    /// Document `chat-application`.
    pub mod chat {
        ::messaging::asyncapi!(
            spec = "../../asyncapi-codegen/tests/golden/chat-application/asyncapi.yaml",
            warnings = "allow"
        );
    }

    /// Document `orders`.
    pub mod orders {
        ::messaging::asyncapi!(spec = "../../asyncapi-codegen/tests/golden/orders/asyncapi.yaml", warnings = "allow");
    }

    /// Document `request-reply`.
    pub mod request_reply {
        ::messaging::asyncapi!(
            spec = "../../asyncapi-codegen/tests/golden/request-reply/asyncapi.yaml",
            warnings = "allow"
        );
    }

    /// Document `parameters`.
    pub mod parameters {
        ::messaging::asyncapi!(
            spec = "../../asyncapi-codegen/tests/golden/parameters/asyncapi.yaml",
            warnings = "allow"
        );
    }
}

/// Names of the prelude, and of the crates that generated code stands on, mean something else here.
pub mod shadowed {
    use messaging as real;

    macro_rules! shadow {
        ($($name:ident)*) => { $(
            /// Not what you think.
            pub struct $name;
        )* };
    }

    shadow! { Option Some None Result Ok Err String Vec Box From Into Send Sync Clone Default Drop Fn Iterator ToOwned }

    /// Not the standard library.
    pub mod std {}
    /// Not the core library.
    pub mod core {}
    /// Not serde.
    pub mod serde {}
    /// Not tokio.
    pub mod tokio {}
    /// Not the runtime, by its own name.
    pub mod asyncapi_runtime {}

    real::asyncapi!(spec = "../../asyncapi-codegen/tests/golden/chat-application/asyncapi.yaml", warnings = "allow");
}

/// The same document twice in one scope, and the other end with the types of the first.
pub mod together {
    /// Document `chat-application`.
    pub mod user {
        messaging::asyncapi!(
            spec = "../../asyncapi-codegen/tests/golden/chat-application/asyncapi.yaml",
            warnings = "allow"
        );
    }

    /// Document `chat-application`.
    pub mod observer {
        messaging::asyncapi!(
            spec = "../../asyncapi-codegen/tests/golden/chat-application/asyncapi.yaml",
            warnings = "allow"
        );
    }

    /// Document `chat-application`, the other end.
    pub mod server {
        messaging::asyncapi!(
            spec = "../../asyncapi-codegen/tests/golden/chat-application/asyncapi.yaml",
            warnings = "allow",
            side = counterpart,
            types = super::user
        );
    }
}

#[cfg(test)]
mod tests {
    /// That it compiles is what the rest of this crate tests; this is that the two ends meet.
    #[test]
    fn the_ends_share_their_types() {
        use super::together::{server, user};
        fn same_type<T>(_: fn(&T), _: fn(&T)) {}
        fn of_user(_: &user::Chat) {}
        fn of_server(_: &server::Chat) {}
        same_type(of_user, of_server);
    }
}

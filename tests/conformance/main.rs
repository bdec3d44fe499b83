//! One suite for every transport on topics: what all of them promise, and that what one cannot do is refused.
//!
//! A case is written once, against a [`Stand`](kit::Stand): a transport with a broker of its own. `raw` is what messages
//! are on the wire, `typed` what generated clients and services have of it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

mod bound;
mod keys;
mod kit;
mod raw;
mod secure;
mod stands;
mod streams;
mod typed;

/// A test for each case on a stand.
macro_rules! conform {
    ($($stand:ident),* $(,)?) => {
        $(conform!(@cases $stand:
            raw: round_trip, empty_and_large, what_it_cannot_do_is_refused, order, competing_consumers, acknowledged_is_over,
                redelivery, back_pressure, cancel_safety, open_parameters, connection_lost, refused_login, missing_stream,
                closing;
            typed: dead_letter, graceful_shutdown, a_thousand_requests, client_reconnects;
        );)*
    };
    (@cases $stand:ident: $($module:ident: $($case:ident),*;)*) => {
        mod $stand {
            $($(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $case() {
                    if let Some(stand) = crate::stands::$stand() {
                        crate::$module::$case(stand).await;
                    }
                }
            )*)*
        }
    };
}

conform!(memory, nats, jetstream, mqtt, mqtt_3, kafka, redis, redis_streams, amqp);
// Where an address is one queue, those who subscribe to it share what comes.
conform!(@cases amqp_queues:
    raw: round_trip, empty_and_large, order, competing_consumers, acknowledged_is_over, redelivery, back_pressure,
        connection_lost;
    typed: dead_letter, graceful_shutdown, a_thousand_requests, client_reconnects;
);
conform!(@cases amqp_quorum: raw: order, redelivery, connection_lost; typed: graceful_shutdown;);
conform!(@cases amqp_killed: raw: connection_lost; typed: client_reconnects;);

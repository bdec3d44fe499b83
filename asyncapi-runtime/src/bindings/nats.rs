//! NATS: <https://github.com/asyncapi/bindings/tree/master/nats>, version 0.1.0.

binding! {
    /// Operation Binding Object.
    Operation {
        /// `queue`: the queue group whose members share the messages; at most 255 characters.
        queue: text,
    }
}

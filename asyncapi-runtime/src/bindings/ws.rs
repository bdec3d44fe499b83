//! WebSocket: <https://github.com/asyncapi/bindings/tree/master/websockets>, version 0.1.0.

binding! {
    /// Channel Binding Object. Its `query` and `headers` are schemas, and become types.
    Channel {
        /// `method`: that of the handshake, `GET` or `POST`; `GET` if nothing is said.
        method: text,
    }
}

//! HTTP: <https://github.com/asyncapi/bindings/tree/master/http>, versions 0.2.0 and 0.3.0.

binding! {
    /// Operation Binding Object. Its `query` is a schema.
    Operation {
        /// `method`: that of the request, such as `POST`.
        method: text,
    }
}

binding! {
    /// Message Binding Object. Its `headers` are a schema.
    Message {
        /// `statusCode`: that of a response. Since 0.3.0.
        status_code: one(u16),
    }
}

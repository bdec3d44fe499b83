//! MQTT 3.1.1 and 5: <https://github.com/asyncapi/bindings/tree/master/mqtt>, version 0.2.0; what is of MQTT 5 alone says so.

binding! {
    /// Server Binding Object.
    Server {
        /// `clientId`: the client's identifier.
        client_id: text,
        /// `cleanSession`: whether a session begins anew; if not, the broker keeps what it owes the client.
        clean_session: flag,
        /// `lastWill`: what the broker publishes when the client is gone without goodbye.
        last_will: one(LastWill),
        /// `keepAlive`: the longest silence, in seconds.
        keep_alive: one(u32),
        /// `sessionExpiryInterval`: how long a session outlives its connection, in seconds. MQTT 5.
        session_expiry_interval: one(u32),
        /// `maximumPacketSize`: the largest packet that the client takes, in bytes. MQTT 5.
        maximum_packet_size: one(u32),
    }
}

binding! {
    /// The last will of a client.
    LastWill {
        /// `topic`: where it goes.
        topic: text,
        /// `qos`: how surely.
        qos: one(Qos),
        /// `message`: what it says.
        message: text,
        /// `retain`: whether the broker keeps it for later subscribers.
        retain: flag,
    }
}

/// How surely a message arrives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Qos {
    /// 0: it may get lost.
    AtMostOnce,
    /// 1: it may come twice.
    AtLeastOnce,
    /// 2: once.
    ExactlyOnce,
}

binding! {
    /// Operation Binding Object.
    Operation {
        /// `qos`: how surely messages arrive.
        qos: one(Qos),
        /// `retain`: whether the broker keeps the last message for later subscribers.
        retain: flag,
        /// `messageExpiryInterval`: how long a message is of use, in seconds. MQTT 5.
        message_expiry_interval: one(u32),
    }
}

binding! {
    /// Message Binding Object. Its `correlationData` is a schema of what each message has. MQTT 5.
    Message {
        /// `payloadFormatIndicator`.
        payload_format_indicator: one(PayloadFormat),
        /// `contentType`: the media type of the payload.
        content_type: text,
        /// `responseTopic`: where the response goes.
        response_topic: text,
    }
}

/// What a payload is, as MQTT 5 tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PayloadFormat {
    /// 0: bytes.
    Bytes,
    /// 1: text in UTF-8.
    Utf8,
}

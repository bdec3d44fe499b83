//! AMQP 0-9-1: <https://github.com/asyncapi/bindings/tree/master/amqp>, version 0.3.0.

binding! {
    /// Channel Binding Object.
    Channel {
        /// `is`: what the channel is.
        is: one(Is),
        /// `exchange`: where messages are published, if the channel is a routing key.
        exchange: one(Exchange),
        /// `queue`: where messages come from, if the channel is a queue.
        queue: one(Queue),
    }
}

/// What a channel is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Is {
    /// A queue.
    Queue,
    /// A routing key.
    RoutingKey,
}

binding! {
    /// An exchange.
    Exchange {
        /// `name`: at most 255 characters.
        name: text,
        /// `type`.
        kind: one(ExchangeType),
        /// `durable`: whether it survives the broker's restart.
        durable: flag,
        /// `autoDelete`: whether it goes with its last queue.
        auto_delete: flag,
        /// `vhost`: its virtual host; `/` if nothing is said.
        vhost: text,
    }
}

/// How an exchange finds the queues of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExchangeType {
    /// By a pattern of the routing key.
    Topic,
    /// By the routing key.
    Direct,
    /// All of them.
    Fanout,
    /// The exchange without a name, which is direct.
    Default,
    /// By headers.
    Headers,
}

binding! {
    /// A queue.
    Queue {
        /// `name`: at most 255 characters.
        name: text,
        /// `durable`: whether it survives the broker's restart.
        durable: flag,
        /// `exclusive`: whether it is of one connection alone.
        exclusive: flag,
        /// `autoDelete`: whether it goes with its last consumer.
        auto_delete: flag,
        /// `vhost`: its virtual host; `/` if nothing is said.
        vhost: text,
    }
}

binding! {
    /// Operation Binding Object.
    Operation {
        /// `expiration`: how long a message is of use, in milliseconds.
        expiration: one(u64),
        /// `userId`: who sends it.
        user_id: text,
        /// `cc`: further routing keys.
        cc: many(&'static str),
        /// `priority`.
        priority: one(u8),
        /// `deliveryMode`.
        delivery_mode: one(DeliveryMode),
        /// `mandatory`: whether a message without a queue comes back.
        mandatory: flag,
        /// `bcc`: further routing keys, which receivers do not see.
        bcc: many(&'static str),
        /// `timestamp`: whether messages have one.
        timestamp: flag,
        /// `ack`: whether the consumer acknowledges.
        ack: flag,
    }
}

/// Whether messages survive the broker's restart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeliveryMode {
    /// 1: they do not.
    Transient,
    /// 2: they do.
    Persistent,
}

binding! {
    /// Message Binding Object.
    Message {
        /// `contentEncoding`: a MIME encoding of the payload.
        content_encoding: text,
        /// `messageType`: an application's name for the kind of the message.
        message_type: text,
    }
}

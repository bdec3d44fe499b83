//! Kafka: <https://github.com/asyncapi/bindings/tree/master/kafka>, versions 0.3.0 to 0.5.0.

binding! {
    /// Server Binding Object.
    Server {
        /// `schemaRegistryUrl`: where the Schema Registry is.
        schema_registry_url: text,
        /// `schemaRegistryVendor`: whose it is, such as `apicurio` or `confluent`.
        schema_registry_vendor: text,
    }
}

binding! {
    /// Channel Binding Object.
    Channel {
        /// `topic`: its name, where that is not the channel's address.
        topic: text,
        /// `partitions`: how many it has.
        partitions: one(u32),
        /// `replicas`: how many it has.
        replicas: one(u32),
        /// `topicConfiguration`: properties of the topic that matter to its users.
        topic_configuration: one(TopicConfiguration),
    }
}

binding! {
    /// Topic Configuration Object, since 0.4.0.
    TopicConfiguration {
        /// `cleanup.policy`.
        cleanup_policy: many(CleanupPolicy),
        /// `retention.ms`, in milliseconds; -1 is without end.
        retention_ms: one(i64),
        /// `retention.bytes`, in bytes; -1 is without limit.
        retention_bytes: one(i64),
        /// `delete.retention.ms`, in milliseconds.
        delete_retention_ms: one(i64),
        /// `max.message.bytes`, in bytes.
        max_message_bytes: one(i64),
        /// `confluent.key.schema.validation`: whether the broker checks keys against their schema.
        confluent_key_schema_validation: flag,
        /// `confluent.key.subject.name.strategy`: a Java class.
        confluent_key_subject_name_strategy: text,
        /// `confluent.value.schema.validation`: whether the broker checks values against their schema.
        confluent_value_schema_validation: flag,
        /// `confluent.value.subject.name.strategy`: a Java class.
        confluent_value_subject_name_strategy: text,
    }
}

/// What happens to old records of a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CleanupPolicy {
    /// `compact`: the last of each key stays.
    Compact,
    /// `delete`: they go when they are too old, or too many.
    Delete,
}

binding! {
    /// Operation Binding Object.
    Operation {
        /// `groupId`: the id of the consumer group, if its schema leaves one.
        group_id: text,
        /// `clientId`: the id of the client within its group, if its schema leaves one.
        client_id: text,
    }
}

binding! {
    /// Message Binding Object. Its `key` is a schema, and becomes a type.
    Message {
        /// `schemaIdLocation`: where the id of the schema is, with a Schema Registry.
        schema_id_location: one(SchemaIdLocation),
        /// `schemaIdPayloadEncoding`: how it is encoded in the payload: a number of bytes, or a vendor's name for it.
        schema_id_payload_encoding: text,
        /// `schemaLookupStrategy`: how the schema of a message is looked up.
        schema_lookup_strategy: text,
    }
}

/// Where the id of a schema is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemaIdLocation {
    /// In a header.
    Header,
    /// Before the payload.
    Payload,
}

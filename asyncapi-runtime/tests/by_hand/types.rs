//! The payload types of the chat, as the emitter writes them.

use asyncapi_runtime::__private::v0 as rt;

/// A message sent in the chat room.
#[derive(Debug, Clone, PartialEq)]
pub struct Chat {
    pub message_id: rt::Uuid,
    pub sender_id: rt::String,
    pub content: rt::String,
}

impl rt::Object for Chat {
    const NAME: &'static str = "Chat";
    const FIELDS: &'static [&'static str] = &["messageId", "senderId", "content"];
    fn visit<'de, A: rt::MapAccess<'de>>(mut map: rt::Fields<A>) -> rt::Result<Self, A::Error> {
        let (mut message_id, mut sender_id, mut content) = (rt::None, rt::None, rt::None);
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut message_id, "messageId")?,
                1 => map.read(&mut sender_id, "senderId")?,
                2 => map.read(&mut content, "content")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            message_id: map.required(message_id, "messageId")?,
            sender_id: map.required(sender_id, "senderId")?,
            content: map.required(content, "content")?,
        })
    }
}

impl rt::Wire for Chat {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("messageId", &self.message_id)?;
        object.field("senderId", &self.sender_id)?;
        object.field("content", &self.content)?;
        object.end()
    }
    fn check(&self, _: rt::Way) -> rt::Result<(), rt::Violation> {
        rt::at("content", rt::max_length(&self.content, 1000))
    }
}

/// Somebody joined or left.
#[derive(Debug, Clone, PartialEq)]
pub struct Status {
    pub kind: rt::String,
    pub user: rt::String,
}

impl rt::Object for Status {
    const NAME: &'static str = "Status";
    const FIELDS: &'static [&'static str] = &["type", "user"];
    fn visit<'de, A: rt::MapAccess<'de>>(mut map: rt::Fields<A>) -> rt::Result<Self, A::Error> {
        let (mut kind, mut user) = (rt::None, rt::None);
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut kind, "type")?,
                1 => map.read(&mut user, "user")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self { kind: map.required(kind, "type")?, user: map.required(user, "user")? })
    }
}

impl rt::Wire for Status {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("type", &self.kind)?;
        object.field("user", &self.user)?;
        object.end()
    }
}

/// The query of the channel's WebSocket binding.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Query {
    pub room_ids: rt::Option<rt::String>,
}

impl rt::Object for Query {
    const NAME: &'static str = "Query";
    const FIELDS: &'static [&'static str] = &["roomIds"];
    fn visit<'de, A: rt::MapAccess<'de>>(mut map: rt::Fields<A>) -> rt::Result<Self, A::Error> {
        let mut room_ids = rt::None;
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut room_ids, "roomIds")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self { room_ids })
    }
}

impl rt::Wire for Query {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.optional("roomIds", &self.room_ids)?;
        object.end()
    }
    fn check(&self, _: rt::Way) -> rt::Result<(), rt::Violation> {
        match &self.room_ids {
            rt::Some(room_ids) => rt::at("roomIds", rt::max_length(room_ids, 20)),
            rt::None => rt::Ok(()),
        }
    }
}

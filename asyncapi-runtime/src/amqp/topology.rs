//! What a channel is on the broker: which exchange and key a message goes to, and which queue it comes from.
//!
//! Invariant: what is made up of a document's or a program's texts is a name that the protocol can carry.

use lapin::options::{ExchangeDeclareOptions, QueueBindOptions, QueueDeclareOptions};
use lapin::types::{AMQPValue, FieldTable, ShortString};
use lapin::{Channel, Connection, ExchangeKind};

use super::connection::{alive, said};
use super::options::{Amqp, DeadLetters};
use crate::address::{is_template, match_template};
use crate::bindings::amqp::{self as bound, ExchangeType, Is};
use crate::broker::wildcards;
use crate::message::ReplyPlace;
use crate::{ChannelInfo, OperationInfo, RawMessage, SharedStr};

/// What reply addresses begin with.
pub(super) const REPLIES: &str = "replies.";
/// How long a name may be, in bytes.
const LONGEST: usize = 255;

/// An exchange, as the document or the program describes it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Exchange {
    pub(super) name: SharedStr,
    kind: ExchangeType,
    durable: bool,
    auto_delete: bool,
}

/// A queue, as the document or the program describes it. The broker names one without a name.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Queue {
    pub(super) name: Option<SharedStr>,
    durable: bool,
    exclusive: bool,
    auto_delete: bool,
}

impl Queue {
    /// One that goes with the connection.
    fn own(name: Option<SharedStr>) -> Self {
        Self { name, durable: false, exclusive: true, auto_delete: true }
    }

    fn described(name: SharedStr, found: Option<&bound::Queue>) -> Self {
        let flag = |value: fn(&bound::Queue) -> Option<bool>, or| found.and_then(value).unwrap_or(or);
        let exclusive = flag(|it| it.exclusive, false);
        Self {
            name: Some(name),
            durable: flag(|it| it.durable, !exclusive),
            exclusive,
            auto_delete: flag(|it| it.auto_delete, false),
        }
    }
}

/// What a channel is.
enum Meaning {
    Queue(Queue),
    /// A routing key on an exchange, and the queue for it that the document names.
    Key(Exchange, Option<Queue>),
}

impl Meaning {
    fn of(amqp: &Amqp, channel: Option<&ChannelInfo>, address: &SharedStr) -> Self {
        let found = channel.and_then(ChannelInfo::amqp);
        let queue = found.and_then(|found| found.queue.as_ref());
        let named = queue.and_then(|queue| queue.name).filter(|name| !name.is_empty()).map(SharedStr::from_static);
        if found.is_some_and(|found| found.is == Some(Is::Queue)) {
            return Self::Queue(Queue::described(named.unwrap_or_else(|| address.clone()), queue));
        }
        let exchange = match found.and_then(|found| found.exchange.as_ref()) {
            None => amqp.exchange.clone().map(|name| Exchange {
                name,
                kind: ExchangeType::Topic,
                durable: true,
                auto_delete: false,
            }),
            Some(exchange) => exchange.name.filter(|name| !name.is_empty()).map(|name| Exchange {
                name: name.into(),
                kind: exchange.kind.unwrap_or(ExchangeType::Topic),
                durable: exchange.durable.unwrap_or(true),
                auto_delete: exchange.auto_delete.unwrap_or(false),
            }),
        };
        let exchange = exchange.filter(|exchange| exchange.kind != ExchangeType::Default);
        match exchange {
            Some(exchange) => Self::Key(exchange, named.map(|name| Queue::described(name, queue))),
            // The exchange without a name takes a queue's name as the key.
            None => Self::Queue(Queue::described(named.unwrap_or_else(|| address.clone()), queue)),
        }
    }
}

/// The virtual host that a channel's binding names.
pub(super) fn vhost(channel: Option<&ChannelInfo>) -> Option<&'static str> {
    let found = channel?.amqp()?;
    found.exchange.as_ref().and_then(|it| it.vhost).or_else(|| found.queue.as_ref().and_then(|it| it.vhost))
}

/// The channel that a message is of, if that is known.
pub(super) fn channel_of(message: &RawMessage) -> Option<&'static ChannelInfo> {
    match (message.operation, message.reply_place()) {
        (Some(operation), _) => Some(operation.channel),
        (None, Some(ReplyPlace::Fixed(channel))) => Some(channel),
        (None, _) => None,
    }
}

/// Where a message goes.
#[derive(Debug, Clone)]
pub(super) struct Target {
    pub(super) exchange: SharedStr,
    pub(super) key: SharedStr,
    pub(super) mandatory: bool,
    /// What has to be there before.
    pub(super) needs: Option<Needs>,
    /// It answers a request. Nobody waits for its confirmation: one after the other, a service would answer no more
    /// quickly than the broker confirms.
    pub(super) is_reply: bool,
}

/// What has to be on the broker before something is sent or subscribed to.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Needs {
    exchange: Option<Exchange>,
    queue: Option<Queue>,
    /// The binding of the queue to the exchange.
    key: SharedStr,
    /// Make it; otherwise look whether it is there.
    ensure: bool,
}

impl Target {
    /// Where a message goes; an error says why it cannot.
    pub(super) fn of(amqp: &Amqp, message: &RawMessage) -> Result<Self, String> {
        let address = &message.address;
        if address.is_empty() || address.len() > LONGEST {
            return Err(format!("`{address}` is no routing key: it has {} bytes", address.len()));
        }
        if is_template(address) {
            return Err(format!("`{address}` is not an address to send to: its parameters are open"));
        }
        let is_reply = message.reply_place().is_some();
        let told = matches!(message.reply_place(), Some(ReplyPlace::Told));
        let meaning = match told {
            true => Meaning::Queue(Queue::own(Some(address.clone()))),
            false => Meaning::of(amqp, channel_of(message), address),
        };
        let mandatory = message.operation.and_then(OperationInfo::amqp).and_then(|found| found.mandatory);
        let target = match meaning {
            Meaning::Queue(queue) => Self {
                exchange: SharedStr::EMPTY,
                key: queue.name.clone().unwrap_or_default(),
                // A queue that is not there would swallow the message; who has asked and left is another matter.
                mandatory: mandatory.unwrap_or(!told),
                needs: (amqp.ensure && !told && !queue.exclusive).then_some(Needs {
                    exchange: None,
                    queue: Some(queue),
                    key: SharedStr::EMPTY,
                    ensure: true,
                }),
                is_reply,
            },
            Meaning::Key(exchange, queue) => Self {
                exchange: exchange.name.clone(),
                key: address.clone(),
                mandatory: mandatory.unwrap_or(false),
                needs: Some(Needs {
                    exchange: Some(exchange),
                    queue: queue.filter(|_| amqp.ensure),
                    key: address.clone(),
                    ensure: amqp.ensure,
                }),
                is_reply,
            },
        };
        fits(&target.exchange).and(fits(&target.key))?;
        Ok(target)
    }
}

/// Where a subscription's messages come from.
#[derive(Debug, Clone)]
pub(super) struct Feed {
    /// The address that was asked for.
    pub(super) address: SharedStr,
    needs: Needs,
    /// Routing keys tell the address: parameters are open.
    open: bool,
    /// The broker names the queue, and the queue's name is the address.
    named_by_broker: bool,
    pub(super) acknowledged: bool,
}

impl Feed {
    /// Where an address' messages come from; an error says why from nowhere.
    pub(super) fn of(
        amqp: &Amqp,
        channel: Option<&ChannelInfo>,
        operations: &[&OperationInfo],
        address: SharedStr,
    ) -> Result<Self, String> {
        let open = is_template(&address);
        let unacknowledged = operations.iter().any(|operation| operation.amqp().and_then(|it| it.ack) == Some(false));
        let meaning = match address.starts_with(REPLIES) {
            true => Meaning::Queue(Queue::own(Some(address.clone()))),
            false => Meaning::of(amqp, channel, &address),
        };
        let (needs, named_by_broker) = match meaning {
            Meaning::Queue(mut queue) => {
                let unnamed = queue.name.as_ref().is_some_and(|name| is_template(name));
                if unnamed && !queue.exclusive {
                    return Err(format!("`{address}` is a queue, and a program cannot take from all there are"));
                }
                queue.name = queue.name.filter(|_| !unnamed);
                let ensure = amqp.ensure || queue.exclusive;
                (Needs { exchange: None, queue: Some(queue), key: SharedStr::EMPTY, ensure }, unnamed)
            }
            Meaning::Key(exchange, queue) => {
                let key = binding_key(&exchange, &address)?;
                let group = amqp.group.as_ref().map(|group| format!("{group}.{address}").into());
                let queue = queue.or_else(|| group.map(|name| Queue::described(name, None)));
                let queue = queue.unwrap_or_else(|| Queue::own(None));
                (Needs { exchange: Some(exchange), queue: Some(queue), key, ensure: amqp.ensure }, false)
            }
        };
        let name = needs.queue.as_ref().and_then(|queue| queue.name.clone()).unwrap_or_default();
        let exchange = needs.exchange.as_ref().map_or(SharedStr::EMPTY, |exchange| exchange.name.clone());
        fits(&name).and(fits(&needs.key)).and(fits(&exchange))?;
        let open = open && needs.exchange.is_some();
        Ok(Self { address, needs, open, named_by_broker, acknowledged: !unacknowledged })
    }

    /// Declares what is needed, and gives the queue's name.
    pub(super) async fn prepare(&self, amqp: &Amqp, channel: &Channel) -> lapin::Result<ShortString> {
        self.needs.declare(amqp, channel).await
    }

    /// The address of a message, if the subscription takes it.
    pub(super) fn address_of(&self, queue: &str, key: &str) -> Option<SharedStr> {
        if self.named_by_broker {
            return Some(queue.to_owned().into());
        }
        if !self.open {
            return Some(self.address.clone());
        }
        match_template(&self.address, key).is_some().then(|| key.to_owned().into())
    }
}

fn fits(name: &str) -> Result<(), String> {
    match name.len() <= LONGEST {
        true => Ok(()),
        false => Err(format!("the name `{name}` is longer than {LONGEST} bytes")),
    }
}

/// What binds a queue to an exchange so that it gets an address' messages.
fn binding_key(exchange: &Exchange, address: &SharedStr) -> Result<SharedStr, String> {
    match exchange.kind {
        ExchangeType::Topic if is_template(address) => Ok(wildcards(address, '.', "*").0.into()),
        ExchangeType::Topic | ExchangeType::Direct | ExchangeType::Default if !is_template(address) => {
            Ok(address.clone())
        }
        // All messages of the exchange, whatever their key.
        ExchangeType::Fanout | ExchangeType::Headers => Ok(SharedStr::EMPTY),
        _ => Err(format!("the exchange `{}` is direct: open parameters need a topic exchange", exchange.name)),
    }
}

impl Needs {
    /// A name for what is needed, to remember that it is there.
    pub(super) fn name(&self) -> String {
        let exchange = self.exchange.as_ref().map_or("", |exchange| &exchange.name);
        let queue = self.queue.as_ref().and_then(|queue| queue.name.as_deref()).unwrap_or_default();
        // Without a queue, keys do not matter.
        let key = if self.queue.is_some() { &*self.key } else { "" };
        format!("{exchange}\n{queue}\n{key}")
    }

    /// Makes it, or looks for it, on a channel of its own, as an error ends the channel.
    pub(super) async fn declare_apart(&self, amqp: &Amqp, connection: &Connection) -> Result<(), String> {
        let declared = async {
            let channel = connection.create_channel().await?;
            self.declare(amqp, &channel).await
        };
        alive(connection, declared).await.map(drop).map_err(|error| said(&error))
    }

    async fn declare(&self, amqp: &Amqp, channel: &Channel) -> lapin::Result<ShortString> {
        if let Some(exchange) = &self.exchange {
            let options = ExchangeDeclareOptions {
                passive: !self.ensure,
                durable: exchange.durable,
                auto_delete: exchange.auto_delete,
                ..ExchangeDeclareOptions::default()
            };
            let name = short(&exchange.name);
            channel.exchange_declare(name, kind(exchange.kind), options, FieldTable::default()).await?;
        }
        let Some(queue) = &self.queue else { return Ok(ShortString::default()) };
        // Queues of one's own are nobody else's to make.
        let own = queue.exclusive;
        let make = self.ensure || own;
        if self.ensure && !own {
            declare_dead_letters(amqp, channel).await?;
        }
        let options = QueueDeclareOptions {
            passive: !make,
            durable: queue.durable,
            exclusive: queue.exclusive,
            auto_delete: queue.auto_delete,
            nowait: false,
        };
        let arguments = if make && !own { arguments(amqp, queue) } else { FieldTable::default() };
        let name = short(queue.name.as_deref().unwrap_or_default());
        let declared = channel.queue_declare(name, options, arguments).await?.name().clone();
        if let Some(exchange) = self.exchange.as_ref().filter(|_| make) {
            let (from, key) = (short(&exchange.name), short(&self.key));
            let bound = channel.queue_bind(declared.clone(), from, key, QueueBindOptions::default(), <_>::default());
            bound.await?;
        }
        Ok(declared)
    }
}

async fn declare_dead_letters(amqp: &Amqp, channel: &Channel) -> lapin::Result<()> {
    match &amqp.dead_letters {
        None => Ok(()),
        Some(DeadLetters::Exchange(name)) => {
            let options = ExchangeDeclareOptions { passive: true, ..ExchangeDeclareOptions::default() };
            channel.exchange_declare(short(name), ExchangeKind::Topic, options, FieldTable::default()).await
        }
        Some(DeadLetters::Queue(name)) => {
            let options = QueueDeclareOptions { durable: true, ..QueueDeclareOptions::default() };
            let mut arguments = FieldTable::default();
            if amqp.quorum {
                arguments.insert(short("x-queue-type"), AMQPValue::LongString("quorum".into()));
            }
            channel.queue_declare(short(name), options, arguments).await.map(drop)
        }
    }
}

fn arguments(amqp: &Amqp, queue: &Queue) -> FieldTable {
    let mut arguments = FieldTable::default();
    let mut add = |name: &str, value: AMQPValue| {
        arguments.insert(short(name), value);
    };
    if amqp.quorum && queue.durable && !queue.auto_delete {
        add("x-queue-type", AMQPValue::LongString("quorum".into()));
        if let Some(times) = amqp.delivery_limit {
            add("x-delivery-limit", AMQPValue::LongLongInt(times.into()));
        }
    }
    match &amqp.dead_letters {
        // A queue whose dead letters would come back to it has none.
        Some(DeadLetters::Queue(name)) if queue.name.as_ref() != Some(name) => {
            add("x-dead-letter-exchange", AMQPValue::LongString("".into()));
            add("x-dead-letter-routing-key", AMQPValue::LongString(name.as_str().into()));
        }
        Some(DeadLetters::Exchange(name)) => {
            add("x-dead-letter-exchange", AMQPValue::LongString(name.as_str().into()));
        }
        _ => {}
    }
    arguments
}

fn kind(kind: ExchangeType) -> ExchangeKind {
    match kind {
        ExchangeType::Topic => ExchangeKind::Topic,
        ExchangeType::Direct | ExchangeType::Default => ExchangeKind::Direct,
        ExchangeType::Fanout => ExchangeKind::Fanout,
        ExchangeType::Headers => ExchangeKind::Headers,
    }
}

/// A name as the protocol has it. Longer ones were refused before; cut off, they would be other names.
pub(super) fn short(name: &str) -> ShortString {
    ShortString::try_new(name).unwrap_or_default()
}

#[cfg(test)]
mod tests;

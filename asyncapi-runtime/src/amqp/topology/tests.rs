use super::*;
use crate::Binding;

const fn channel(address: Option<&'static str>, bindings: &'static [Binding]) -> ChannelInfo {
    ChannelInfo { name: "c", address, parameters: &[], servers: &[], bindings }
}

static LOGS: ChannelInfo = channel(
    Some("logs.{level}"),
    &[Binding::AmqpChannel(bound::Channel {
        is: Some(Is::RoutingKey),
        exchange: Some(bound::Exchange {
            name: Some("logs"),
            kind: Some(ExchangeType::Topic),
            vhost: Some("/prod"),
            ..bound::Exchange::EMPTY
        }),
        ..bound::Channel::EMPTY
    })],
);
static NAMED: ChannelInfo = channel(
    Some("logs.all"),
    &[Binding::AmqpChannel(bound::Channel {
        exchange: Some(bound::Exchange {
            name: Some("logs"),
            kind: Some(ExchangeType::Direct),
            ..bound::Exchange::EMPTY
        }),
        queue: Some(bound::Queue { name: Some("keeper"), durable: Some(false), ..bound::Queue::EMPTY }),
        ..bound::Channel::EMPTY
    })],
);
static OWN: ChannelInfo = channel(
    Some("{queue}"),
    &[Binding::AmqpChannel(bound::Channel {
        is: Some(Is::Queue),
        queue: Some(bound::Queue { exclusive: Some(true), ..bound::Queue::EMPTY }),
        ..bound::Channel::EMPTY
    })],
);
static SEND: OperationInfo = OperationInfo { name: "s", channel: &LOGS, bindings: &[], reply: None };

fn feed(amqp: &Amqp, channel: Option<&ChannelInfo>, address: &'static str) -> Result<Feed, String> {
    Feed::of(amqp, channel, &[], address.into())
}

#[test]
fn without_a_binding_the_address_is_a_queue() {
    let target = Target::of(&Amqp::new(), &RawMessage::new("orders", "")).unwrap();
    assert_eq!((&*target.exchange, &*target.key, target.mandatory), ("", "orders", true));
    assert!(target.needs.is_none(), "it is not declared unless that is asked for");
    let ensured = Target::of(&Amqp::new().ensure(), &RawMessage::new("orders", "")).unwrap();
    assert!(ensured.needs.is_some_and(|needs| needs.ensure && needs.queue.is_some_and(|queue| queue.durable)));
    let feed = feed(&Amqp::new(), None, "orders").unwrap();
    assert_eq!(feed.needs.queue.as_ref().unwrap().name.as_deref(), Some("orders"));
    assert!(!feed.needs.ensure && feed.acknowledged);
    assert_eq!(feed.address_of("orders", "other").unwrap(), "orders");
}

#[test]
fn a_routing_key_goes_to_its_exchange() {
    let mut message = RawMessage::new("logs.info", "");
    message.operation = Some(&SEND);
    let target = Target::of(&Amqp::new(), &message).unwrap();
    assert_eq!((&*target.exchange, &*target.key, target.mandatory), ("logs", "logs.info", false));
    assert!(target.needs.is_some_and(|needs| !needs.ensure && needs.queue.is_none()));
    assert_eq!(vhost(Some(&LOGS)), Some("/prod"));
    message.address = "logs.{level}".into();
    assert!(Target::of(&Amqp::new(), &message).unwrap_err().contains("open"));
}

#[test]
fn open_parameters_are_words_of_a_topic_exchange() {
    let own = feed(&Amqp::new(), Some(&LOGS), "logs.{level}").unwrap();
    assert_eq!(&*own.needs.key, "logs.*");
    assert_eq!(own.needs.queue.as_ref().unwrap(), &Queue::own(None), "each has a queue of its own");
    assert_eq!(own.address_of("amq.gen-x", "logs.warn").unwrap(), "logs.warn");
    assert!(own.address_of("amq.gen-x", "else.warn").is_none());
    let shared = feed(&Amqp::new().group("all"), Some(&LOGS), "logs.{level}").unwrap();
    assert_eq!(shared.needs.queue.unwrap().name.as_deref(), Some("all.logs.{level}"));
    let bound = feed(&Amqp::new().exchange("amq.topic"), None, "rooms.{room}-x").unwrap();
    assert_eq!(&*bound.needs.key, "rooms.*");
    assert!(bound.address_of("q", "rooms.a").is_none() && bound.address_of("q", "rooms.a-x").is_some());
    assert!(feed(&Amqp::new(), Some(&NAMED), "logs.{level}").unwrap_err().contains("direct"));
    assert!(feed(&Amqp::new(), None, "{any}").unwrap_err().contains("queue"));
}

#[test]
fn a_binding_names_the_queue_of_a_key() {
    let feed = feed(&Amqp::new().group("all"), Some(&NAMED), "logs.all").unwrap();
    let queue = feed.needs.queue.unwrap();
    assert_eq!((queue.name.as_deref(), queue.durable, queue.exclusive), (Some("keeper"), false, false));
    assert_eq!(&*feed.needs.key, "logs.all");
}

#[test]
fn the_broker_names_an_exclusive_queue_whose_name_is_open() {
    let open = feed(&Amqp::new(), Some(&OWN), "{queue}").unwrap();
    assert_eq!(open.needs.queue.as_ref().unwrap().name, None);
    assert_eq!(open.address_of("amq.gen-7", "amq.gen-7").unwrap(), "amq.gen-7");
    let own = feed(&Amqp::new(), Some(&OWN), "mine").unwrap();
    let queue = own.needs.queue.as_ref().unwrap();
    assert_eq!((queue.name.as_deref(), queue.exclusive, queue.durable), (Some("mine"), true, false));
    assert!(own.needs.ensure, "nobody else can make it");
}

#[test]
fn replies_go_where_they_were_asked_for() {
    let mut message = RawMessage::new("amq.gen-x", "");
    message.set_reply_place(ReplyPlace::Told);
    let target = Target::of(&Amqp::new().exchange("amq.topic").ensure(), &message).unwrap();
    assert_eq!((&*target.exchange, target.mandatory, target.needs.is_none()), ("", false, true));
    message.set_reply_place(ReplyPlace::Fixed(&NAMED));
    assert_eq!(Target::of(&Amqp::new(), &message).unwrap().exchange, "logs");
    let own = feed(&Amqp::new().exchange("amq.topic"), Some(&NAMED), "replies.1").unwrap();
    assert_eq!(own.needs.queue.unwrap(), Queue::own(Some("replies.1".into())));
}

#[test]
fn names_that_the_protocol_cannot_carry_are_refused() {
    let long = "x".repeat(256);
    assert!(Target::of(&Amqp::new(), &RawMessage::new(long.clone(), "")).is_err());
    assert!(Target::of(&Amqp::new(), &RawMessage::new("", "")).is_err());
    assert!(Feed::of(&Amqp::new(), None, &[], long.into()).is_err());
    assert!(feed(&Amqp::new().exchange("x".repeat(256)).group("g"), None, "a").is_err());
}

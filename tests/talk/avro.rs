//! Avro, in memory: both sides talk it, and the bytes between them are those of `fastavro` for the same values.

use std::collections::BTreeMap;

use asyncapi_runtime::avro::{Decimal, Duration, LocalDateTime, TimeOfDay};
use asyncapi_runtime::memory::Hub;
use asyncapi_runtime::types::{Bytes, Date, DateTime, Uuid};
use asyncapi_runtime::{Outcome, WithHeaders};
use tokio::sync::mpsc;

mod application {
    asyncapi_runtime::asyncapi!("../asyncapi-codegen/tests/golden/avro/asyncapi.yaml");
}

mod counterpart {
    asyncapi_runtime::asyncapi!(
        spec = "../asyncapi-codegen/tests/golden/avro/asyncapi.yaml",
        side = counterpart,
        types = super::application,
    );
}

use application::{Digest, Level, Order, OrderValue, Point, Setting, SettingOdd, SettingWord, State, Tree};

/// What came in: the payload as it was on the wire, and what it was read as.
type Heard = (Bytes, String);

#[derive(Clone)]
struct Ears(mpsc::UnboundedSender<Heard>);

macro_rules! hear {
    ($($channel:ident::$method:ident($message:ty);)*) => {$(
        impl counterpart::$channel::Receiver for Ears {
            async fn $method(&self, message: $message, context: &counterpart::$channel::Context) -> Outcome {
                self.0.send((context.raw().payload.clone(), format!("{message:?}")))?;
                Ok(())
            }
        }
    )*};
}
hear! {
    orders::order(Order);
    orders_json::order_json(Order);
    settings::set(WithHeaders<Setting, application::SettingHeaders>);
    tree::grow(Tree);
}

impl counterpart::bare::Receiver for Ears {
    async fn bare(&self, message: counterpart::bare::Bare, context: &counterpart::bare::Context) -> Outcome {
        self.0.send((context.raw().payload.clone(), format!("{message:?}")))?;
        Ok(())
    }
}

/// Both sides: what the client sends, the receiver's channel tells.
async fn connected() -> (application::Client, mpsc::UnboundedReceiver<Heard>) {
    let hub = Hub::new();
    let (ears, heard) = mpsc::unbounded_channel();
    let ears = Ears(ears);
    let service = counterpart::Service {
        orders: ears.clone(),
        orders_json: ears.clone(),
        settings: ears.clone(),
        bare: ears.clone(),
        tree: ears,
    };
    let bound = service.bind(counterpart::servers::Broker::memory(&hub)).await.unwrap();
    tokio::spawn(bound.serve());
    let endpoint = application::servers::Broker::memory(&hub);
    (application::Client::connect(endpoint).await.unwrap(), heard)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn order(value: Option<OrderValue>, next: Option<Box<Order>>) -> Order {
    let date = |year, day| Date::from_ordinal_date(year, day).unwrap();
    let time = |hour, minute, second, nano| TimeOfDay::from_hms_nano(hour, minute, second, nano).unwrap();
    let at = |date: Date, time| LocalDateTime::new(date, time);
    Order {
        id: Uuid::from_u128(0x6ba7_b810_9dad_11d1_80b4_00c0_4fd4_30c8),
        number: -1_234_567_890_123,
        small: i32::MIN,
        ratio: 1.5,
        exact: -0.1,
        paid: true,
        note: Some("grüß".to_owned()),
        raw: Bytes::from_static(&[0, 0xff]),
        digest: Digest([1, 2, 3, 4]),
        state: State::Shipped,
        tags: vec!["a".to_owned(), String::new()],
        counts: [("k".to_owned(), -1)].into(),
        price: "-12.50".parse().unwrap(),
        tax: Decimal::new(125, 3),
        day: date(1969, 364),
        at_ms: time(1, 2, 3, 4_000_000),
        at_us: time(23, 59, 59, 999_999_000),
        when_ms: at(date(2026, 329), time(12, 0, 0, 123_000_000)).assume_utc(),
        when_us: at(date(1960, 1), time(0, 0, 0, 7_000)).assume_utc(),
        local: at(date(2026, 329), time(1, 2, 3, 0)),
        span: Duration { months: 1, days: 2, millis: 3 },
        value,
        next,
    }
}

/// An order up to its `value`.
const ORDER: &str = "4836626137623831302d396461642d313164312d383062342d3030633034666434333063389593d89fee47ffffffff0f0000c03f\
                     9a9999999999b9bf01020c6772c3bcc39f0400ff0102030402040261000002026b010004fb1e000000000000007d03f8bbc603\
                     feffbadd8305f6d99da9c268f1ffe6a4bac38f01f0dbca83c268010000000200000003000000";

#[tokio::test]
async fn records_are_what_others_write_and_read() {
    let (client, mut heard) = connected().await;
    let nested = format!("0a000000000000004002{ORDER}0000");
    for (order, rest) in [
        (order(Some(OrderValue::State(State::Open)), None), "060000"),
        (order(Some(OrderValue::Point(Point { x: 2.0 })), Some(Box::new(order(None, None)))), &nested),
        (order(Some(OrderValue::Digest(Digest(*b"abcd"))), None), "086162636400"),
        (order(Some(OrderValue::Long(5)), None), "020a00"),
        (order(Some(OrderValue::String("OPEN".to_owned())), None), "04084f50454e00"),
    ] {
        client.orders().order(&order).await.unwrap();
        let (bytes, read) = heard.recv().await.unwrap();
        assert_eq!(hex(&bytes), format!("{ORDER}{rest}"));
        assert_eq!(read, format!("{order:?}"));
    }
}

#[tokio::test]
async fn json_names_the_branches_of_unions() {
    let (client, mut heard) = connected().await;
    let order = order(Some(OrderValue::State(State::Open)), None);
    client.orders_json().order_json(&order).await.unwrap();
    let (bytes, read) = heard.recv().await.unwrap();
    let expected = concat!(
        r#"{"id":"6ba7b810-9dad-11d1-80b4-00c04fd430c8","number":-1234567890123,"small":-2147483648,"ratio":1.5,"#,
        r#""exact":-0.1,"paid":true,"note":{"string":"grüß"},"raw":"\u0000ÿ","digest":"\u0001\u0002\u0003\u0004","#,
        r#""state":"SHIPPED","tags":["a",""],"counts":{"k":-1},"price":"û\u001e","#,
        r#""tax":"\u0000\u0000\u0000\u0000\u0000\u0000\u0000}","day":-2,"at_ms":3723004,"at_us":86399999999,"#,
        r#""when_ms":1795608000123,"when_us":-315619199999993,"local":1795568523000,"#,
        r#""span":"\u0001\u0000\u0000\u0000\u0002\u0000\u0000\u0000\u0003\u0000\u0000\u0000","#,
        r#""value":{"com.acme.State":"OPEN"},"next":null}"#,
    );
    assert_eq!(std::str::from_utf8(&bytes).unwrap(), expected);
    assert_eq!(read, format!("{order:?}"));
}

#[tokio::test]
async fn single_objects_begin_with_their_fingerprint() {
    let (client, mut heard) = connected().await;
    let map = BTreeMap::from([("k".to_owned(), "v".to_owned())]);
    for (odd, rest) in [
        (SettingOdd::Long(3), "0006".to_owned()),
        (SettingOdd::Long2(application::Long {}), "02".to_owned()),
        (SettingOdd::Long3(application::Long2 { b: Bytes::from_static(b"z") }), "04027a".to_owned()),
        (SettingOdd::Map(map), "0602026b027600".to_owned()),
        (SettingOdd::Map2(application::Map { at: -1 }), "0801".to_owned()),
        (SettingOdd::Big(application::Big(vec![7; 2_000].into())), format!("0a{}", "07".repeat(2_000))),
    ] {
        let words = vec![SettingWord::String("w".to_owned()), SettingWord::Int(7), SettingWord::Array(vec![1, -2])];
        let setting = Setting {
            r#type: "b".to_owned(),
            limit: -1,
            ratio: 0.5,
            exact: 2.0,
            on: false,
            level: Level::Low,
            words,
            scores: [("x".to_owned(), None)].into(),
            map: Some(Bytes::from_static(&[1])),
            ..Setting::new("a".to_owned(), odd)
        };
        let headers = application::SettingHeaders { origin: "here".to_owned() };
        let message = WithHeaders::new(setting, headers);
        client.settings().set(&message).await.unwrap();
        let (bytes, read) = heard.recv().await.unwrap();
        let front = "02610262010000003f0000000000000040000006000277020e0404020300000202780000020201";
        assert_eq!(hex(&bytes), format!("c3013c563b5551a13b70{front}{rest}"));
        assert_eq!(read, format!("{message:?}"));
    }
}

#[test]
fn defaults_are_those_of_the_schema() {
    let setting = Setting::new("a".to_owned(), SettingOdd::Long(0));
    let rest = (&*setting.r#type, setting.limit, setting.ratio, setting.exact, setting.on, setting.level);
    assert_eq!(rest, ("text", 10, 1.0, -0.5, true, Level::High));
    assert!(setting.words.is_empty() && setting.scores.is_empty() && setting.map.is_none());
    assert_eq!(State::default(), State::Open);
}

#[tokio::test]
async fn payloads_that_are_no_records() {
    use counterpart::bare::Bare;
    let (client, mut heard) = connected().await;
    client.bare().bare("hi".to_owned()).await.unwrap();
    assert_eq!(
        heard.recv().await.unwrap(),
        (Bytes::from_static(&[4, b'h', b'i']), format!("{:?}", Bare::Text("hi".to_owned())))
    );
    let choice = Some(application::Choice::Int(-1));
    client.bare().bare(choice.clone()).await.unwrap();
    assert_eq!(heard.recv().await.unwrap(), (Bytes::from_static(&[2, 1]), format!("{:?}", Bare::Choice(choice))));
    client.bare().bare(vec![1.0, f64::NAN]).await.unwrap();
    let (bytes, read) = heard.recv().await.unwrap();
    assert_eq!(hex(&bytes), "04000000000000f03f000000000000f87f00");
    assert_eq!(read, "List([1.0, NaN])");
}

#[tokio::test]
async fn records_that_hold_themselves() {
    let (client, mut heard) = connected().await;
    let leaf = Tree { left: None, right: None, more: BTreeMap::new() };
    let tree = Tree { left: Some(Box::new(leaf.clone())), right: None, more: [("m".to_owned(), leaf)].into() };
    client.tree().grow(&tree).await.unwrap();
    let (bytes, read) = heard.recv().await.unwrap();
    assert_eq!(hex(&bytes), "02000000000202".to_owned() + "6d00000000");
    assert_eq!(read, format!("{tree:?}"));
}

#[test]
fn values_that_the_schema_has_no_room_for() {
    assert!(json(&order(None, None)).contains("\"value\":null"));
    let too_exact = Order { price: "0.001".parse().unwrap(), ..order(None, None) };
    let too_long = Order { price: "123456789.00".parse().unwrap(), ..order(None, None) };
    for (order, what) in [(too_exact, "0.001"), (too_long, "123456789.00")] {
        let error = refused(order);
        assert!(error.contains(what) && error.contains("decimal of 10 digits"), "{error}");
    }
    let far = Order { when_us: DateTime::UNIX_EPOCH, ratio: f32::NAN, ..order(None, None) };
    assert!(json(&far).contains("JSON cannot hold NaN"));
}

/// The JSON of a value, or the error.
fn json(value: &Order) -> String {
    use asyncapi_runtime::__private::v0::avro;
    static SCHEMA: avro::Schema = avro::Schema::new("", 0, avro::Kind::Named("com.acme.Order"), avro::Encoding::Json);
    static INFO: asyncapi_runtime::MessageInfo = asyncapi_runtime::MessageInfo {
        name: "order",
        content_type: "application/json",
        correlation: None,
        bindings: &[],
    };
    match asyncapi_runtime::Outgoing::encode(&avro::AsAvro(value, &SCHEMA), &INFO) {
        Ok(raw) => String::from_utf8(raw.payload.to_vec()).unwrap(),
        Err(error) => error.to_string(),
    }
}

fn refused(order: Order) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async { connected().await.0.orders().order(&order).await.unwrap_err().to_string() })
}

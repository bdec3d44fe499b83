//! Protobuf, in memory: both sides talk it, and the bytes between them are those of Python's `protobuf` (7.36) for the same
//! values, and of types with prost's own derive.

use asyncapi_runtime::memory::Hub;
use asyncapi_runtime::protobuf::{
    Any, Duration, Empty, FieldMask, ListValue, Message as _, NullValue, Struct, Timestamp, Value, ValueKind,
};
use asyncapi_runtime::types::{Bytes, DateTime};
use asyncapi_runtime::{Outcome, WithHeaders};
use tokio::sync::mpsc;

mod application {
    asyncapi_runtime::asyncapi!("talk/protobuf/asyncapi.yaml");
}

mod counterpart {
    asyncapi_runtime::asyncapi!(spec = "talk/protobuf/asyncapi.yaml", side = counterpart, types = super::application,);
}

use application::{
    Currency, EventClosed, Level, Money, Opened, OpenedHeaders, Order, OrderAddress, OrderDelivery, OrderItem,
    OrderItemKind, Setting, SettingPoint, State, Tree, TreeLeaf,
};

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
    events::event(counterpart::events::Event);
    legacy::set(Setting);
    tree::grow(Tree);
}

/// Both sides: what the client sends, the receiver's channel tells.
async fn connected() -> (application::Client, mpsc::UnboundedReceiver<Heard>) {
    let hub = Hub::new();
    let (ears, heard) = mpsc::unbounded_channel();
    let ears = Ears(ears);
    let service = counterpart::Service { orders: ears.clone(), events: ears.clone(), legacy: ears.clone(), tree: ears };
    let bound = service.bind(counterpart::servers::Broker::memory(&hub)).await.unwrap();
    tokio::spawn(bound.serve());
    let endpoint = application::servers::Broker::memory(&hub);
    (application::Client::connect(endpoint).await.unwrap(), heard)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn value(kind: ValueKind) -> Value {
    Value { kind: Some(kind) }
}

fn order() -> Order {
    let object = |name: &str, kind| Struct { fields: [(name.to_owned(), value(kind))].into() };
    let list = vec![
        value(ValueKind::Number(1.5)),
        value(ValueKind::Bool(true)),
        value(ValueKind::Struct(object("o", ValueKind::Struct(Struct::default())))),
    ];
    let mut extra = object("s", ValueKind::String("t".to_owned()));
    extra.fields.insert("n".to_owned(), value(ValueKind::Null(NullValue)));
    extra.fields.insert("l".to_owned(), value(ValueKind::List(ListValue { values: list })));
    Order {
        ratio: -0.0,
        exact: 1.5,
        small: -1,
        number: -1_234_567_890_123,
        count: u32::MAX,
        total: u64::MAX,
        delta: -2,
        offset: i64::MIN,
        crc: 1,
        hash: 2,
        low: -3,
        high: -4,
        paid: true,
        id: "grüß".to_owned(),
        raw: Bytes::from_static(&[0, 0xff]),
        state: State::Lost,
        note: Some(String::new()),
        before: Some(State::Unspecified),
        price: Some(Money { currency: Currency::Usd, units: -5 }),
        items: vec![
            OrderItem { sku: "a".to_owned(), quantity: 300, kind: OrderItemKind::Service },
            OrderItem::default(),
        ],
        tags: vec!["x".to_owned(), String::new()],
        steps: vec![-1, 0, 150],
        states: vec![State::Open, State::Other(99), State::Lost],
        loose: vec![1, -1],
        counts: [("k".to_owned(), 0), ("b".to_owned(), 7)].into(),
        by_number: [(-1, OrderItem { sku: "n".to_owned(), ..OrderItem::default() })].into(),
        by_truth: [(true, State::Shipped)].into(),
        delivery: Some(OrderDelivery::Post(OrderAddress { lines: vec!["y".repeat(200)] })),
        at: Some(DateTime::from_unix_timestamp_nanos(-1_500_000_000).unwrap().into()),
        within: Some(Duration { seconds: 3, nanos: 0 }),
        detail: Some(Any::pack(&SettingPoint { x: 1, y: -1 })),
        mask: Some(FieldMask { paths: vec!["a.b".to_owned(), "c_d".to_owned()] }),
        extra: Some(extra),
        any_json: Some(value(ValueKind::Number(2.0))),
        comment: Some(String::new()),
        wrapped: vec![0, -1],
        nothing: NullValue,
    }
}

/// [`order`] without its `extra`, of which Python writes the entries in another order. `YY` is a long text.
const ORDER: &str = "090000000000000080150000c03f18ffffffffffffffffff0120b5f693f088dcffffff0128ffffffff0f30fffffffff\
                     fffffffff01380340ffffffffffffffffff014d010000005102000000000000005dfdffffff61fcffffffffffffff68\
                     0172066772c3bcc39f7a0200ff8001ffffffffffffffffff018a01009001009a010d080110fbffffffffffffffff01a\
                     201080a016110ac021801a20100aa010178aa0100b201040100ac02ba010c0163ffffffffffffffffff01c00101c001\
                     ffffffffffffffffff01ca01050a01621007ca01050a016b1000d2011008ffffffffffffffffff0112030a016eda010\
                     408011005e201cb010ac801YYc2021108feffffffffffffffff011080cab5ee01ca02020803d202320a2a747970652e\
                     676f6f676c65617069732e636f6d2f61636d652e6f6c642e53657474696e672e506f696e74120408021001da020a0a0\
                     3612e620a03635f64ea0209110000000000000040f20200fa0200fa020b08ffffffffffffffffff01";

#[tokio::test]
async fn messages_are_what_others_write_and_read() {
    let (client, mut heard) = connected().await;
    let order = Order { extra: None, ..order() };
    client.orders().order(&order).await.unwrap();
    let (bytes, read) = heard.recv().await.unwrap();
    assert_eq!(hex(&bytes), ORDER.replace("YY", &"79".repeat(200)));
    assert_eq!(read, format!("{order:?}"));
    assert_eq!(Order::from_bytes(&bytes).unwrap(), order);
}

#[tokio::test]
async fn one_of_several_fields() {
    let (client, mut heard) = connected().await;
    for (delivery, expected) in [
        (None, ""),
        (Some(OrderDelivery::PickUp("s".to_owned())), "ea010173"),
        (Some(State::Unspecified.into()), "f00100"),
        (Some(OrderDelivery::Never(Empty {})), "fa0100"),
    ] {
        let order = Order { delivery, ..Order::default() };
        client.orders().order(&order).await.unwrap();
        let (bytes, read) = heard.recv().await.unwrap();
        assert_eq!(hex(&bytes), expected);
        assert_eq!(read, format!("{order:?}"));
    }
    // The last one counts, and pieces of a message are one.
    let bytes = [0xea, 1, 1, b's', 0xe2, 1, 3, 0x0a, 1, b'a', 0xe2, 1, 3, 0x0a, 1, b'b'];
    let lines = vec!["a".to_owned(), "b".to_owned()];
    assert_eq!(Order::from_bytes(&bytes).unwrap().delivery, Some(OrderDelivery::Post(OrderAddress { lines })));
}

/// As prost derives it.
#[derive(Clone, PartialEq, prost::Message)]
struct Twin {
    #[prost(string, required, tag = "1")]
    name: String,
    #[prost(int32, required, tag = "2")]
    level: i32,
    #[prost(int32, optional, tag = "3")]
    limit: Option<i32>,
    #[prost(double, optional, tag = "4")]
    ratio: Option<f64>,
    #[prost(bytes = "bytes", optional, tag = "6")]
    raw: Option<Bytes>,
    #[prost(int32, repeated, packed = "false", tag = "9")]
    loose: Vec<i32>,
    #[prost(int32, repeated, packed = "true", tag = "10")]
    tight: Vec<i32>,
    #[prost(message, required, tag = "11")]
    point: TwinPoint,
    #[prost(uint64, optional, tag = "536870911")]
    last: Option<u64>,
}

#[derive(Clone, PartialEq, prost::Message)]
struct TwinPoint {
    #[prost(sint32, required, tag = "1")]
    x: i32,
    #[prost(sint32, required, tag = "2")]
    y: i32,
}

#[tokio::test]
async fn proto2_has_required_fields_and_defaults() {
    let (client, mut heard) = connected().await;
    let setting = Setting::new("n".to_owned(), Level::Low, SettingPoint { x: -1, y: i32::MAX });
    assert_eq!((setting.limit_or_default(), setting.ratio_or_default()), (-10, f64::INFINITY));
    assert_eq!((setting.kind_or_default(), setting.raw_or_default()), ("te\"xt", &[0, 0xff][..]));
    assert_eq!((setting.on_or_default(), setting.other_or_default()), (true, Level::Low));
    assert_eq!((setting.exact_or_default(), setting.last_or_default()), (1.0, u64::MAX));
    assert_eq!(Level::default(), Level::High);
    assert_eq!((Level::TOP, Level::High.name(), Level::Other(7).name()), (Level::High, Some("LEVEL_HIGH"), None));
    let (loose, tight) = (vec![1, -1], vec![1, -1]);
    let setting = Setting { loose, tight, last: Some(1), raw: Some(Bytes::new()), ..setting };
    client.legacy().set(&setting).await.unwrap();
    let (bytes, read) = heard.recv().await.unwrap();
    let python = "0a016e10013200480148ffffffffffffffffff01520b01ffffffffffffffffff015a08080110feffffff0ff8ffffff0f01";
    assert_eq!(hex(&bytes), python);
    assert_eq!(read, format!("{setting:?}"));
    let twin = Twin {
        name: "n".to_owned(),
        level: 1,
        loose: setting.loose.clone(),
        tight: setting.tight.clone(),
        point: TwinPoint { x: -1, y: i32::MAX },
        last: Some(1),
        raw: Some(Bytes::new()),
        ..Twin::default()
    };
    assert_eq!(prost::Message::encode_to_vec(&twin), bytes);
    assert_eq!(<Twin as prost::Message>::decode(bytes).unwrap(), twin);
}

#[test]
fn what_is_missing_or_broken_is_said() {
    for (bytes, said) in [
        (&b"\x0a\x01n"[..], "field 2 of `acme.old.Setting`: the field is required, and missing"),
        (b"\x0a\x01n\x10\x01\x5a\x02\x08\x02", "field 11 of `acme.old.Setting`: field 2 of `acme.old.Setting.Point`: "),
        (b"\x0a\x01\xff", "field 1 of `acme.old.Setting`: "),
        (b"\x08\x01", "field 1 of `acme.old.Setting`: "),
    ] {
        let error = Setting::from_bytes(bytes).unwrap_err().to_string();
        assert!(error.contains(said), "{error}");
    }
    // Fields that nobody knows are skipped; numbers of enums that nobody knows are kept.
    let bytes = b"\xa0\x06\x01\xa1\x06\0\0\0\0\0\0\0\0\xa2\x06\x01x\xa5\x06\0\0\0\0\x80\x01\x63";
    assert_eq!(Order::from_bytes(bytes).unwrap(), Order { state: State::Other(99), ..Order::default() });
    // Lists of numbers come in one piece or in several.
    let bytes = b"\xc0\x01\x01\xc2\x01\x02\x02\x03\xb0\x01\x01\xb2\x01\x01\x02";
    let order = Order::from_bytes(bytes).unwrap();
    assert_eq!((order.loose, order.steps), (vec![1, 2, 3], vec![-1, 1]));
}

#[tokio::test]
async fn messages_that_hold_themselves() {
    let (client, mut heard) = connected().await;
    let leaf = |text: &str| Some(TreeLeaf::Label(text.to_owned()));
    let with_left = Tree { left: Some(Box::default()), ..Tree::default() };
    let tree = Tree {
        left: Some(Box::new(Tree { leaf: leaf("l"), ..Tree::default() })),
        more: vec![Tree::default()],
        named: [("m".to_owned(), with_left)].into(),
        leaf: Some(TreeLeaf::Grafted(Box::new(Tree { leaf: leaf("g"), ..Tree::default() }))),
    };
    client.tree().grow(&tree).await.unwrap();
    let (bytes, read) = heard.recv().await.unwrap();
    assert_eq!(hex(&bytes), "0a032a016c12001a070a016d12020a0022032a0167");
    assert_eq!(read, format!("{tree:?}"));
    // Left of the left, and so on, deeper than any sender means it.
    let deep = (0..200).fold(Tree::default(), |inner, _| Tree { left: Some(Box::new(inner)), ..Tree::default() });
    let error = Tree::from_bytes(&deep.to_bytes()).unwrap_err().to_string();
    assert!(error.contains("not Protobuf of `Tree`: "), "{error}");
}

#[tokio::test]
async fn messages_of_one_file_with_headers_and_without() {
    let (client, mut heard) = connected().await;
    let price = Some(Money { units: 1, ..Money::default() });
    let opened = Opened { id: "1".to_owned(), price };
    let opened = WithHeaders::new(opened, OpenedHeaders { trace: "t".to_owned() });
    client.events().event(opened.clone()).await.unwrap();
    let (bytes, read) = heard.recv().await.unwrap();
    assert_eq!((hex(&bytes).as_str(), read), ("0a013112021001", format!("Opened({opened:?})")));
    let closed = EventClosed { id: "2".to_owned(), currency: Currency::Other(7) };
    client.events().event(closed.clone()).await.unwrap();
    let (bytes, read) = heard.recv().await.unwrap();
    assert_eq!((hex(&bytes).as_str(), read), ("0a01321007", format!("Closed({closed:?})")));
}

#[test]
fn types_of_protobuf_itself() {
    let order = order();
    let again = Order::from_bytes(&order.to_bytes()).unwrap();
    assert_eq!(again, order);
    let point = again.detail.unwrap().unpack::<SettingPoint>().unwrap();
    assert_eq!(point, Some(SettingPoint { x: 1, y: -1 }));
    assert_eq!(again.at, Some(Timestamp { seconds: -2, nanos: 500_000_000 }));
}

//! The transports that the suite runs against, each with a broker of its own.

use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use asyncapi_brokers::{Broker, Proxy};
use asyncapi_runtime::amqp::Amqp;
use asyncapi_runtime::kafka::{Kafka, Topic};
use asyncapi_runtime::memory::Hub;
use asyncapi_runtime::mqtt::{Mqtt, Version};
use asyncapi_runtime::nats::{JetStream, Nats};
use asyncapi_runtime::redis::{Redis, Streams};
use asyncapi_runtime::{
    BoxFuture, Capabilities, ConnectEndpoint, ConnectError, ConnectErrorKind, ConnectRequest, Link, Transport,
};

use crate::kit::Stand;

pub(crate) fn memory() -> Option<Stand> {
    let hub = Hub::new();
    Some(Stand {
        transport: Arc::new(hub.topic_transport()),
        group: None,
        lasting: None,
        stranger: None,
        missing: None,
        url: "memory:".into(),
        separator: '/',
        disturb: Box::new(move || hub.drop_links()),
    })
}

/// Kills the broker and starts it again on its data.
fn crash(broker: Broker) -> Box<dyn FnMut() + Send> {
    let broker = Mutex::new(broker);
    Box::new(move || {
        let mut broker = broker.lock().unwrap();
        broker.kill();
        broker.start();
    })
}

fn nats_server() -> Option<Broker> {
    Broker::nats("authorization { users = [{user: alice, password: s3cret}] }")
}

fn nats_stand(broker: Broker, make: impl Fn() -> Nats, group: Nats, missing: Option<Nats>) -> Stand {
    let url = format!("nats://alice:s3cret@{}", broker.host());
    let wrong = format!("nats://alice:wr0ng@{}", broker.host());
    Stand {
        transport: Arc::new(make()),
        lasting: missing.is_some().then(|| Arc::new(group.clone()) as Arc<dyn Transport>),
        group: Some(Arc::new(group)),
        stranger: Some((ConnectEndpoint::new(Arc::new(make()), wrong), ConnectErrorKind::Refused)),
        missing: missing.map(|nats| Arc::new(nats) as Arc<dyn Transport>),
        url: url.into(),
        separator: '.',
        disturb: crash(broker),
    }
}

pub(crate) fn nats() -> Option<Stand> {
    Some(nats_stand(nats_server()?, Nats::new, Nats::new().queue("all"), None))
}

pub(crate) fn jetstream() -> Option<Stand> {
    let subjects = ["words", "dead", "elsewhere", "rooms.>", "other.>"];
    let stream = move || JetStream::new("TALK", subjects).ensure();
    let missing = Nats::new().stream(JetStream::new("NONE", ["words"]));
    // What is on its way as a consumer leaves comes again after this time.
    let group = Nats::new().stream(stream().durable("all").ack_wait(Duration::from_secs(3)));
    Some(nats_stand(nats_server()?, move || Nats::new().stream(stream()), group, Some(missing)))
}

fn mqtt_stand(version: Version) -> Option<Stand> {
    let broker = Broker::mosquitto("allow_anonymous false\npassword_file {dir}/passwords")?;
    let url = format!("mqtt://alice:s3cret@{}", broker.host());
    let wrong = format!("mqtt://alice:wr0ng@{}", broker.host());
    let group = Mqtt::new().version(version).share("all");
    let lasting = Mqtt::new().version(version).persistent("worker", Duration::from_secs(3600));
    Some(Stand {
        transport: Arc::new(Mqtt::new().version(version)),
        group: Some(Arc::new(group)),
        lasting: Some(Arc::new(lasting)),
        stranger: Some((
            ConnectEndpoint::new(Arc::new(Mqtt::new().version(version)), wrong),
            ConnectErrorKind::Refused,
        )),
        missing: None,
        url: url.into(),
        separator: '/',
        disturb: crash(broker),
    })
}

pub(crate) fn mqtt() -> Option<Stand> {
    mqtt_stand(Version::V5)
}

pub(crate) fn mqtt_3() -> Option<Stand> {
    mqtt_stand(Version::V3)
}

/// noida-db, or the cluster that `ASYNCAPI_KAFKA` names: there the suite deletes its topics (`words`, `dead`, …) and has to
/// run alone, with `--test-threads=1`. noida takes any password, and loses what it has confirmed last when it is killed.
pub(crate) fn kafka() -> Option<Stand> {
    let kafka = || Kafka::new().linger(Duration::from_millis(1)).refresh(Duration::from_millis(200));
    let stand = |host: String, disturb| {
        static SERIAL: AtomicU32 = AtomicU32::new(0);
        let group = format!("all-{}-{}", std::process::id(), SERIAL.fetch_add(1, Ordering::Relaxed));
        // A payload of 1 MiB and its key do not fit into what Kafka takes if nothing is said.
        let words = || Topic::new("words").config("max.message.bytes", "2000000");
        let group: Arc<dyn Transport> = Arc::new(kafka().topic(words().partitions(4)).group(group));
        Stand {
            transport: Arc::new(kafka().topic(words().partitions(1))),
            group: Some(group.clone()),
            lasting: Some(group),
            stranger: None,
            missing: Some(Arc::new(kafka())),
            url: format!("kafka://{host}").into(),
            separator: '.',
            disturb,
        }
    };
    if let Ok(host) = std::env::var("ASYNCAPI_KAFKA") {
        asyncapi_brokers::delete_kafka_topics(&host);
        return Some(stand(host, Box::new(|| {})));
    }
    let broker = Broker::kafka()?;
    let (host, broker) = (broker.host(), Mutex::new(broker));
    let restart = move || {
        let mut broker = broker.lock().unwrap();
        broker.stop();
        broker.start();
    };
    Some(stand(host, Box::new(restart)))
}

fn redis_server() -> Option<Broker> {
    Broker::redis("user default off\nuser alice on >s3cret ~* &* +@all")
}

pub(crate) fn redis() -> Option<Stand> {
    let broker = redis_server()?;
    let wrong = ConnectEndpoint::new(Arc::new(Redis::new()), format!("redis://alice:wr0ng@{}", broker.host()));
    Some(Stand {
        transport: Arc::new(Redis::new()),
        group: None,
        lasting: None,
        stranger: Some((wrong, ConnectErrorKind::Refused)),
        missing: None,
        url: format!("redis://alice:s3cret@{}/3", broker.host()).into(),
        separator: ':',
        disturb: crash(broker),
    })
}

/// Each connection has a group of its own: all hear everything, and each settles for itself.
#[derive(Debug)]
struct GroupEach(Mutex<usize>);

impl GroupEach {
    fn next(&self) -> Redis {
        let mut serial = self.0.lock().unwrap();
        *serial += 1;
        Redis::new().streams(talk_streams().group(format!("group-{serial}")))
    }
}

fn talk_streams() -> Streams {
    // What is on its way as a consumer leaves without a word comes again after this time.
    Streams::new(["words", "dead", "elsewhere", "asks", "questions"]).claim_after(Duration::from_secs(3)).ensure()
}

impl Transport for GroupEach {
    fn capabilities(&self) -> Capabilities {
        self.next().capabilities()
    }

    fn connect(&self, request: ConnectRequest) -> BoxFuture<'_, Result<Arc<dyn Link>, ConnectError>> {
        let redis = self.next();
        Box::pin(async move { redis.connect(request).await })
    }
}

pub(crate) fn redis_streams() -> Option<Stand> {
    let broker = redis_server()?;
    let group: Arc<dyn Transport> = Arc::new(Redis::new().streams(talk_streams().group("all")));
    let wrong = ConnectEndpoint::new(group.clone(), format!("redis://alice:wr0ng@{}", broker.host()));
    Some(Stand {
        transport: Arc::new(GroupEach(Mutex::new(0))),
        group: Some(group.clone()),
        lasting: Some(group),
        stranger: Some((wrong, ConnectErrorKind::Refused)),
        missing: Some(Arc::new(Redis::new().streams(Streams::new(["words"]).group("none")))),
        url: format!("redis://alice:s3cret@{}", broker.host()).into(),
        separator: ':',
        disturb: crash(broker),
    })
}

/// How many virtual hosts there are: one for each stand on which addresses are queues. They take their time to start.
const HOSTS: usize = 16;

/// One server for all stands, each of whose connections pass through a proxy of its own.
fn rabbitmq() -> Option<(u16, Box<dyn FnMut() + Send>)> {
    static SERVER: OnceLock<Option<Broker>> = OnceLock::new();
    let server = SERVER.get_or_init(|| Broker::rabbitmq("", HOSTS)).as_ref()?;
    let proxy = Proxy::new(server.port());
    Some((proxy.port(), Box::new(move || proxy.cut())))
}

fn virtual_host() -> Option<(String, Box<dyn FnMut() + Send>)> {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let (port, disturb) = rabbitmq()?;
    let host = NEXT.fetch_add(1, Ordering::SeqCst);
    assert!(host < HOSTS, "more virtual hosts are needed");
    Some((format!("127.0.0.1:{port}/v{host}"), disturb))
}

fn amqp_stand(
    place: String,
    amqp: Amqp,
    shared: impl Fn(&'static str) -> Amqp,
    disturb: Box<dyn FnMut() + Send>,
) -> Stand {
    let wrong = ConnectEndpoint::new(Arc::new(amqp.clone()), format!("amqp://alice:wr0ng@{place}"));
    Stand {
        transport: Arc::new(amqp),
        group: Some(Arc::new(shared("all"))),
        lasting: Some(Arc::new(shared("worker"))),
        stranger: Some((wrong, ConnectErrorKind::Refused)),
        // A queue that nobody has declared.
        missing: Some(Arc::new(Amqp::new())),
        url: format!("amqp://alice:s3cret@{place}").into(),
        separator: '.',
        disturb,
    }
}

/// On an exchange of the stand's own.
fn by_key(place: String, disturb: Box<dyn FnMut() + Send>) -> Stand {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let own = NEXT.fetch_add(1, Ordering::SeqCst);
    let amqp = move || Amqp::new().exchange(format!("talk{own}")).ensure();
    amqp_stand(place, amqp(), |name| amqp().group(format!("{name}{own}")), disturb)
}

/// Each subscriber has a queue of its own.
pub(crate) fn amqp() -> Option<Stand> {
    let (port, disturb) = rabbitmq()?;
    Some(by_key(format!("127.0.0.1:{port}"), disturb))
}

/// An address is a queue.
pub(crate) fn amqp_queues() -> Option<Stand> {
    let (place, disturb) = virtual_host()?;
    let stand = amqp_stand(place, Amqp::new().ensure(), |_| Amqp::new().ensure(), disturb);
    Some(Stand { missing: None, ..stand })
}

/// An address is a queue that counts deliveries.
pub(crate) fn amqp_quorum() -> Option<Stand> {
    let (place, disturb) = virtual_host()?;
    let quorum = || Amqp::new().ensure().quorum();
    let stand = amqp_stand(place, quorum(), |_| quorum(), disturb);
    Some(Stand { missing: None, ..stand })
}

/// As [`amqp`], on a broker that can be killed.
pub(crate) fn amqp_killed() -> Option<Stand> {
    let broker = Broker::rabbitmq("", 0)?;
    Some(by_key(broker.host(), crash(broker)))
}

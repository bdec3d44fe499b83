//! The transports that the suite runs against, each with a broker of its own.

mod amqp;

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use asyncapi_brokers::Broker;
use asyncapi_runtime::kafka::{Kafka, Topic};
use asyncapi_runtime::memory::Hub;
use asyncapi_runtime::mqtt::{Mqtt, Version};
use asyncapi_runtime::nats::{JetStream, Nats};
use asyncapi_runtime::redis::{Redis, Streams};
use asyncapi_runtime::{
    BoxFuture, Capabilities, ConnectEndpoint, ConnectError, ConnectErrorKind, ConnectRequest, Link, SharedStr,
    Transport,
};

pub(crate) use self::amqp::{amqp, amqp_killed, amqp_queues, amqp_quorum};
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
        let group = kafka().topic(words().partitions(4)).group(group);
        Stand {
            transport: Arc::new(kafka().topic(words().partitions(1))),
            group: Some(Arc::new(group.clone())),
            // One who leaves makes the others share out anew, and meanwhile noida takes no commits, which Kafka does; a
            // member that has a name comes back.
            lasting: Some(Arc::new(group.member("worker"))),
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

const STREAMS: [&str; 5] = ["words", "dead", "elsewhere", "asks", "questions"];

fn redis_server() -> Option<Broker> {
    Broker::redis("user default off\nuser alice on >s3cret ~* &* +@all")
}

/// The server that `ASYNCAPI_REDIS` names, such as `localhost:6379`, in place of one of the suite's own. There the suite
/// deletes its streams (`words`, `dead`, …) and has to run alone, with `--test-threads=1`.
fn given_redis(stand: impl Fn(SharedStr) -> Stand) -> Option<Stand> {
    let host = std::env::var("ASYNCAPI_REDIS").ok()?;
    let mut server = TcpStream::connect(&host).unwrap();
    server.write_all(format!("DEL {}\r\n", STREAMS.join(" ")).as_bytes()).unwrap();
    let mut answer = String::new();
    BufReader::new(server).read_line(&mut answer).unwrap();
    assert!(answer.starts_with(':'), "{host} says {answer}");
    Some(stand(format!("redis://{host}").into()))
}

pub(crate) fn redis() -> Option<Stand> {
    let stand = |url| Stand {
        transport: Arc::new(Redis::new()),
        group: None,
        lasting: None,
        stranger: None,
        missing: None,
        url,
        separator: ':',
        disturb: Box::new(|| {}),
    };
    if let Some(stand) = given_redis(stand) {
        return Some(stand);
    }
    let broker = redis_server()?;
    let wrong = ConnectEndpoint::new(Arc::new(Redis::new()), format!("redis://alice:wr0ng@{}", broker.host()));
    let url = format!("redis://alice:s3cret@{}/3", broker.host());
    let stranger = Some((wrong, ConnectErrorKind::Refused));
    Some(Stand { stranger, disturb: crash(broker), ..stand(url.into()) })
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
    Streams::new(STREAMS).claim_after(Duration::from_secs(3)).ensure()
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
    let group: Arc<dyn Transport> = Arc::new(Redis::new().streams(talk_streams().group("all")));
    let stand = |url| Stand {
        transport: Arc::new(GroupEach(Mutex::new(0))),
        group: Some(group.clone()),
        lasting: Some(group.clone()),
        stranger: None,
        missing: Some(Arc::new(Redis::new().streams(Streams::new(["words"]).group("none")))),
        url,
        separator: ':',
        disturb: Box::new(|| {}),
    };
    if let Some(stand) = given_redis(stand) {
        return Some(stand);
    }
    let broker = redis_server()?;
    let wrong = ConnectEndpoint::new(group.clone(), format!("redis://alice:wr0ng@{}", broker.host()));
    let url = format!("redis://alice:s3cret@{}", broker.host());
    let stranger = Some((wrong, ConnectErrorKind::Refused));
    Some(Stand { stranger, disturb: crash(broker), ..stand(url.into()) })
}

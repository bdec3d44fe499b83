//! RabbitMQ, on which an address is a routing key or a queue.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use asyncapi_brokers::{Broker, Proxy};
use asyncapi_runtime::amqp::Amqp;
use asyncapi_runtime::{ConnectEndpoint, ConnectErrorKind};

use super::crash;
use crate::kit::Stand;

/// How many virtual hosts there are: one for each stand on which addresses are queues. They take their time to start.
const HOSTS: usize = 18;

/// One server for all.
fn rabbitmq_port() -> Option<u16> {
    static SERVER: OnceLock<Option<Broker>> = OnceLock::new();
    Some(SERVER.get_or_init(|| Broker::rabbitmq("", HOSTS)).as_ref()?.port())
}

/// The connections of each stand pass through a proxy of its own.
fn rabbitmq() -> Option<(u16, Box<dyn FnMut() + Send>)> {
    let proxy = Proxy::new(rabbitmq_port()?);
    Some((proxy.port(), Box::new(move || proxy.cut())))
}

fn virtual_host() -> Option<(String, Box<dyn FnMut() + Send>)> {
    // The first is that of a binding.
    static NEXT: AtomicUsize = AtomicUsize::new(1);
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

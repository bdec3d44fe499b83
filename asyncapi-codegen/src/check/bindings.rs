//! Bindings: they are of protocols that are spoken where they stand.

use std::collections::{BTreeMap, BTreeSet};

use super::walk::list;
use crate::diagnostic::catalogue::lint;
use crate::diagnostic::{Diagnostic, Sink};
use crate::document::{Binding, Channel, Document, Server};
use crate::source::{Key, Span};

/// A binding, and the protocols of servers on which it means something. Bindings that are not here, and servers whose
/// protocol is not here, may go with anything: JMS and Solace ride on others, and names that we do not know may be aliases.
const SPOKEN: [(&str, &[&str]); 16] = [
    ("http", &["http", "https", "mercure"]),
    ("mercure", &["mercure", "http", "https"]),
    ("ws", &["ws", "wss"]),
    ("kafka", &["kafka", "kafka-secure"]),
    ("amqp", &["amqp", "amqps"]),
    ("amqp1", &["amqp1", "amqps", "amqp"]),
    ("mqtt", &["mqtt", "mqtts", "mqtt5", "mqtts5", "secure-mqtt", "mqtt-secure", "ws", "wss"]),
    ("mqtt5", &["mqtt5", "mqtts5", "mqtt", "mqtts", "secure-mqtt", "mqtt-secure", "ws", "wss"]),
    ("nats", &["nats", "nats-secure"]),
    ("stomp", &["stomp", "stomps", "ws", "wss"]),
    ("redis", &["redis", "rediss"]),
    ("sns", &["sns", "sqs"]),
    ("sqs", &["sqs", "sns"]),
    ("googlepubsub", &["googlepubsub", "pubsub"]),
    ("pulsar", &["pulsar", "pulsar+ssl"]),
    ("ros2", &["ros2"]),
];

/// The protocols of some servers; `None` if one of them is not known.
type Spoken = Option<BTreeSet<&'static str>>;

fn spoken<'s>(servers: impl Iterator<Item = &'s Server>) -> Spoken {
    let known = |name: &String| SPOKEN.iter().flat_map(|(_, names)| *names).find(|known| **known == name.as_str());
    servers.map(|server| known(&server.protocol.value.to_ascii_lowercase()).copied()).collect()
}

/// Bindings by their place, so that one that several objects share has a server if it has one in any of them.
#[derive(Default)]
struct Found {
    fits: BTreeSet<Span>,
    lints: BTreeMap<Span, Diagnostic>,
}

impl Found {
    fn look(&mut self, bindings: &[Binding], holder: &dyn Fn() -> String, spoken: &Spoken) {
        for Binding { protocol: key, .. } in bindings {
            let Some((_, names)) = SPOKEN.iter().find(|(name, _)| *name == &*key.text) else { continue };
            match spoken {
                Some(spoken) if !names.iter().any(|name| spoken.contains(name)) => {
                    self.lints.entry(key.span).or_insert_with(|| without_server(key, &holder(), spoken));
                }
                _ => drop(self.fits.insert(key.span)),
            }
        }
    }
}

fn without_server(key: &Key, holder: &str, spoken: &BTreeSet<&str>) -> Diagnostic {
    let text = format!("{holder} has a binding for `{}`, which no server there speaks", key.text);
    let names = list(spoken.iter().copied());
    Diagnostic::new(&lint::BINDING_WITHOUT_SERVER, key.span, text).label(format!("without use: spoken is {names}"))
}

/// A binding for a protocol that is not spoken is never read: it is a slip, or a server is missing.
pub(super) fn check(document: &Document, sink: &mut Sink) {
    if document.servers.is_empty() {
        return;
    }
    let mut found = Found::default();
    for server in &document.servers {
        let own = spoken(std::iter::once(server));
        found.look(&server.bindings, &|| format!("server `{}`", server.key.text), &own);
    }
    let everywhere = spoken(document.servers.iter());
    // By channel; `None` where it is on all servers.
    let named: Vec<Option<Spoken>> = document.channels.iter().map(|channel| of_channel(document, channel)).collect();
    let at = |channel: usize| named.get(channel).and_then(Option::as_ref).unwrap_or(&everywhere);
    for (index, channel) in document.channels.iter().enumerate() {
        found.look(&channel.bindings, &|| format!("channel `{}`", channel.key.text), at(index));
        for entry in &channel.messages {
            let Some(message) = document.messages.get(entry.message.0 as usize) else { continue };
            found.look(&message.bindings, &|| format!("message `{}`", entry.key.text), at(index));
        }
    }
    for operation in &document.operations {
        let holder = || format!("operation `{}`", operation.key.text);
        found.look(&operation.bindings, &holder, at(operation.channel.0 as usize));
    }
    let Found { fits, lints } = found;
    lints.into_iter().filter(|(span, _)| !fits.contains(span)).for_each(|(_, lint)| sink.push(lint));
}

/// The protocols of the servers that a channel names.
fn of_channel(document: &Document, channel: &Channel) -> Option<Spoken> {
    let named = channel.servers.iter().filter_map(|id| document.servers.get(id.0 as usize));
    (!channel.servers.is_empty()).then(|| spoken(named))
}

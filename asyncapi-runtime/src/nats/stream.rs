//! A stream of JetStream, as a program names it.

use std::time::Duration;

use async_nats::jetstream::consumer::{AckPolicy, DeliverPolicy, PullConsumer, pull};
use async_nats::jetstream::{Context, stream};

use super::subject::covers;
use crate::{ConnectError, ConnectErrorKind, SharedStr, SubscribeError, SubscribeErrorKind};

/// How long a consumer without a name outlives its last reader.
const FORGOTTEN: Duration = Duration::from_secs(300);

/// A stream: which subjects it takes, and how they are consumed.
///
/// Messages to its subjects are confirmed, and deduplicated by an id that each send makes up, or that the program gives
/// in the header `Nats-Msg-Id`. A request goes past the confirmation, since its reply goes to who asks.
#[derive(Debug, Clone)]
pub struct JetStream {
    pub(super) name: SharedStr,
    subjects: Vec<SharedStr>,
    ensure: Option<Ensure>,
    durable: Option<SharedStr>,
    pub(super) ack_wait: Duration,
    in_flight: u32,
    from_start: bool,
}

#[derive(Debug, Clone, Copy, Default)]
struct Ensure {
    memory: bool,
    replicas: Option<usize>,
    max_age: Option<Duration>,
    max_bytes: Option<i64>,
}

impl JetStream {
    /// The stream of this name, which takes these subjects.
    pub fn new(name: impl Into<SharedStr>, subjects: impl IntoIterator<Item = impl Into<SharedStr>>) -> Self {
        Self {
            name: name.into(),
            subjects: subjects.into_iter().map(Into::into).collect(),
            ensure: None,
            durable: None,
            ack_wait: Duration::from_secs(30),
            in_flight: 1000,
            from_start: false,
        }
    }

    /// Makes the stream as the connection is made, unless it is there, and sees to it that it takes these subjects.
    pub fn ensure(mut self) -> Self {
        self.ensure.get_or_insert_default();
        self
    }

    /// Makes the stream if need be, in memory rather than in files.
    pub fn ensure_in_memory(mut self) -> Self {
        self.ensure.get_or_insert_default().memory = true;
        self
    }

    /// Makes the stream if need be, with so many replicas.
    pub fn replicas(mut self, replicas: usize) -> Self {
        self.ensure.get_or_insert_default().replicas = Some(replicas);
        self
    }

    /// Makes the stream if need be; it forgets messages that are older.
    pub fn max_age(mut self, age: Duration) -> Self {
        self.ensure.get_or_insert_default().max_age = Some(age);
        self
    }

    /// Makes the stream if need be; it forgets the oldest messages beyond this size.
    pub fn max_bytes(mut self, bytes: i64) -> Self {
        self.ensure.get_or_insert_default().max_bytes = Some(bytes);
        self
    }

    /// The name of a consumer that the server remembers: those who use it share the messages, and find their place again.
    /// Where the document's binding names a queue, that is the name. Without either, a consumer begins with what is new.
    ///
    /// Each address has a consumer of its own, whose name is this one with the subject appended.
    pub fn durable(mut self, name: impl Into<SharedStr>) -> Self {
        self.durable = Some(name.into());
        self
    }

    /// A consumer without a name begins with the stream's first message, not with what is new.
    pub fn from_start(mut self) -> Self {
        self.from_start = true;
        self
    }

    /// How long a message may go without a word before it is delivered again; 30 seconds if nothing is said. As long as
    /// this process holds it, the server is told that it is being worked on.
    pub fn ack_wait(mut self, time: Duration) -> Self {
        self.ack_wait = time.max(Duration::from_millis(100));
        self
    }

    /// How many messages of a consumer may be unsettled at once, over all who share it; 1,000 if nothing is said.
    pub fn in_flight(mut self, messages: u32) -> Self {
        self.in_flight = messages.max(1);
        self
    }

    /// Whether a subject, or all that a pattern takes, goes through the stream.
    pub(super) fn takes(&self, subject: &str) -> bool {
        self.subjects.iter().any(|wide| covers(wide, subject))
    }

    /// Makes the stream, if the program wants that.
    pub(super) async fn prepare(&self, context: &Context) -> Result<(), ConnectError> {
        let Some(ensure) = &self.ensure else { return Ok(()) };
        let failed = |error: &dyn std::fmt::Display| {
            let text = format!("stream `{}` cannot be made: {error}", self.name);
            ConnectError::new(ConnectErrorKind::Refused, text)
        };
        let mut config = match context.get_stream(&*self.name).await {
            Ok(found) => found.cached_info().config.clone(),
            Err(_) => stream::Config { name: self.name.as_str().to_owned(), ..stream::Config::default() },
        };
        let missing = self.subjects.iter().filter(|wide| !config.subjects.iter().any(|own| covers(own, wide)));
        let missing: Vec<_> = missing.map(|subject| subject.as_str().to_owned()).collect();
        if missing.is_empty() {
            return Ok(());
        }
        let is_new = config.subjects.is_empty();
        // What the new subjects take in already is replaced: the server refuses overlaps.
        config.subjects.retain(|own| !missing.iter().any(|wide| covers(wide, own)));
        config.subjects.extend(missing);
        if is_new {
            ensure.apply(&mut config);
        }
        context.create_or_update_stream(config).await.map_err(|error| failed(&error))?;
        Ok(())
    }

    /// The consumer of a subject.
    pub(super) async fn consumer(
        &self,
        context: &Context,
        subject: &str,
        queue: Option<&str>,
    ) -> Result<PullConsumer, SubscribeError> {
        let named = queue.or(self.durable.as_deref());
        let durable_name = named.map(|name| consumer_name(name, subject));
        let deliver_policy = match durable_name.is_some() || self.from_start {
            true => DeliverPolicy::All,
            false => DeliverPolicy::New,
        };
        let config = pull::Config {
            inactive_threshold: if durable_name.is_some() { Duration::ZERO } else { FORGOTTEN },
            durable_name,
            deliver_policy,
            ack_policy: AckPolicy::Explicit,
            ack_wait: self.ack_wait,
            filter_subject: subject.to_owned(),
            max_ack_pending: i64::from(self.in_flight),
            ..pull::Config::default()
        };
        context.create_consumer_on_stream(config, &*self.name).await.map_err(|error| {
            let text = format!("no consumer of `{subject}` on stream `{}`: {error}", self.name);
            SubscribeError::new(SubscribeErrorKind::Transport, text)
        })
    }
}

impl Ensure {
    fn apply(&self, config: &mut stream::Config) {
        config.storage = match self.memory {
            true => stream::StorageType::Memory,
            false => stream::StorageType::File,
        };
        config.num_replicas = self.replicas.unwrap_or(1);
        config.max_age = self.max_age.unwrap_or_default();
        config.max_bytes = self.max_bytes.unwrap_or(-1);
    }
}

/// Names of consumers have neither dots nor wildcards.
fn consumer_name(name: &str, subject: &str) -> String {
    let plain = |character: char| match character {
        character if character.is_ascii_alphanumeric() || matches!(character, '-' | '_') => character,
        _ => '_',
    };
    name.chars().chain(['_']).chain(subject.chars()).map(plain).collect()
}

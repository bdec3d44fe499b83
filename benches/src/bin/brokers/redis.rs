//! Redis: channels, and streams with a group. The server keeps nothing in files: a disk is not what is compared. A batch is
//! one pipeline; what a consumer has read is acknowledged with one command, once all of it is handled.

use std::sync::Arc;

use ::redis::aio::MultiplexedConnection;
use ::redis::streams::{StreamMaxlen, StreamReadOptions, StreamReadReply};
use ::redis::{AsyncCommands, AsyncConnectionConfig, Client};
use asyncapi_benches::order::by_hand;
use asyncapi_brokers::Broker;
use asyncapi_runtime::Transport;
use asyncapi_runtime::redis::{Redis, Streams};
use futures_util::StreamExt;

use super::{BARE, Contest, Failure, PREFETCH, Seen};

/// How many entries a stream keeps.
const KEPT: usize = 20_000;
const GROUP: &str = "bench";

/// At most once.
pub(crate) struct Channels(Broker);
/// At least once.
pub(crate) struct Groups(Broker);

fn broker() -> Option<Broker> {
    Broker::redis("appendonly no\n")
}

async fn connect(url: &str) -> Result<MultiplexedConnection, Failure> {
    // A read blocks for longer than the library waits if nothing is said.
    let config = AsyncConnectionConfig::new().set_response_timeout(None);
    Ok(Client::open(url)?.get_multiplexed_async_connection_with_config(&config).await?)
}

impl Contest for Channels {
    const NAME: &'static str = "redis";
    type Bare = MultiplexedConnection;

    fn start() -> Option<Self> {
        broker().map(Self)
    }

    fn url(&self) -> String {
        format!("redis://{}", self.0.host())
    }

    fn transport(&self) -> Arc<dyn Transport> {
        Arc::new(Redis::new())
    }

    async fn connect(&self, seen: Arc<Seen>) -> Result<Self::Bare, Failure> {
        let mut consumer = Client::open(self.url())?.get_async_pubsub().await?;
        consumer.subscribe(BARE).await?;
        tokio::spawn(async move {
            let mut messages = consumer.into_on_message();
            while let Some(message) = messages.next().await {
                seen.read(message.get_payload_bytes())?;
            }
            Ok::<_, Failure>(())
        });
        connect(&self.url()).await
    }

    async fn publish(client: &mut Self::Bare, order: &by_hand::Order, times: u32) -> Result<(), Failure> {
        let mut batch = ::redis::pipe();
        for _ in 0..times {
            batch.publish(BARE, serde_json::to_vec(order)?).ignore();
        }
        Ok(batch.exec_async(client).await?)
    }
}

impl Contest for Groups {
    const NAME: &'static str = "redis-streams";
    type Bare = MultiplexedConnection;

    fn start() -> Option<Self> {
        broker().map(Self)
    }

    fn url(&self) -> String {
        format!("redis://{}", self.0.host())
    }

    fn transport(&self) -> Arc<dyn Transport> {
        let streams = Streams::new(["orders"]).group(GROUP).ensure();
        Arc::new(Redis::new().streams(streams.max_len(KEPT as u64)))
    }

    async fn connect(&self, seen: Arc<Seen>) -> Result<Self::Bare, Failure> {
        let mut consumer = connect(&self.url()).await?;
        consumer.xgroup_create_mkstream::<_, _, _, ()>(BARE, GROUP, "0").await?;
        tokio::spawn(async move {
            let options = StreamReadOptions::default().group(GROUP, "one").count(PREFETCH).block(5000);
            loop {
                let found: Option<StreamReadReply> = consumer.xread_options(&[BARE], &[">"], &options).await?;
                for stream in found.into_iter().flat_map(|found| found.keys) {
                    for entry in &stream.ids {
                        if let Some(::redis::Value::BulkString(payload)) = entry.map.get("payload") {
                            seen.read(payload)?;
                        }
                    }
                    let ids: Vec<_> = stream.ids.iter().map(|entry| &*entry.id).collect();
                    consumer.xack::<_, _, _, ()>(BARE, GROUP, &ids).await?;
                }
            }
            #[allow(unreachable_code, reason = "it tells the type of the failure")]
            Ok::<_, Failure>(())
        });
        connect(&self.url()).await
    }

    async fn publish(client: &mut Self::Bare, order: &by_hand::Order, times: u32) -> Result<(), Failure> {
        let mut batch = ::redis::pipe();
        for _ in 0..times {
            let fields = [("payload", serde_json::to_vec(order)?)];
            batch.xadd_maxlen(BARE, StreamMaxlen::Approx(KEPT), "*", &fields).ignore();
        }
        Ok(batch.exec_async(client).await?)
    }
}

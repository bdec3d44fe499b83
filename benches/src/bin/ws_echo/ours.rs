//! The same echo by client and service, in the shape that `asyncapi!` generates.

use asyncapi_runtime::__private::v0 as rt;

use super::Failure;

/// The message, some 200 bytes as JSON.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Echo {
    pub(crate) message_id: String,
    pub(crate) sender: String,
    pub(crate) content: String,
    pub(crate) sequence: u64,
}

impl rt::Object for Echo {
    const NAME: &'static str = "Echo";
    const FIELDS: &'static [&'static str] = &["messageId", "sender", "content", "sequence"];
    fn visit<'de, A: rt::MapAccess<'de>>(mut map: rt::Fields<A>) -> rt::Result<Self, A::Error> {
        let (mut message_id, mut sender, mut content, mut sequence) = (rt::None, rt::None, rt::None, rt::None);
        while let rt::Some(at) = map.next(Self::FIELDS)? {
            match at {
                0 => map.read(&mut message_id, "messageId")?,
                1 => map.read(&mut sender, "sender")?,
                2 => map.read(&mut content, "content")?,
                3 => map.read(&mut sequence, "sequence")?,
                _ => map.skip()?,
            }
        }
        rt::Ok(Self {
            message_id: map.required(message_id, "messageId")?,
            sender: map.required(sender, "sender")?,
            content: map.required(content, "content")?,
            sequence: map.required(sequence, "sequence")?,
        })
    }
}

impl rt::Wire for Echo {
    fn read<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> {
        rt::read_object(from)
    }
    fn write<S: rt::Serializer>(&self, to: S) -> rt::Result<S::Ok, S::Error> {
        let mut object = rt::ObjectWriter::new(to)?;
        object.field("messageId", &self.message_id)?;
        object.field("sender", &self.sender)?;
        object.field("content", &self.content)?;
        object.field("sequence", &self.sequence)?;
        object.end()
    }
}

impl rt::Incoming for Echo {
    fn decode(message: &rt::RawMessage) -> rt::Result<Self, rt::DecodeError> {
        rt::decode(message)
    }
}

static CHANNEL: rt::ChannelInfo =
    rt::ChannelInfo { name: "echo", address: rt::Some("/"), parameters: &[], servers: &[], bindings: &[] };
static SEND: rt::OperationInfo = rt::OperationInfo { name: "echo", channel: &CHANNEL, bindings: &[], reply: rt::None };
static MESSAGE: rt::MessageInfo =
    rt::MessageInfo { name: "echo", content_type: "application/json", correlation: rt::None, bindings: &[] };
static SERVER: rt::ServerInfo =
    rt::ServerInfo { name: "local", protocol: "ws", host: "localhost", pathname: "", bindings: &[] };

struct Route;

impl rt::Route for Route {
    fn channel(&self) -> &'static rt::ChannelInfo {
        &CHANNEL
    }
    fn handle(&self, context: rt::Context) -> rt::BoxFuture<'_, (rt::Context, rt::Handled)> {
        rt::Box::pin(async move {
            let handled = rt::guard(async {
                match <Echo as rt::Incoming>::decode(context.raw()) {
                    rt::Ok(message) => rt::Handled::from(answer(message, &context).await),
                    rt::Err(error) => rt::Handled::from(error),
                }
            })
            .await;
            (context, handled)
        })
    }
}

/// What the user writes.
async fn answer(message: Echo, context: &rt::Context) -> rt::Outcome {
    context.sender().send(&SEND, &MESSAGE, &message).await?;
    Ok(())
}

pub(crate) fn message(sequence: u64) -> Echo {
    let super::bare::Echo { message_id, sender, content, sequence } = super::bare::message(sequence);
    Echo { message_id, sender, content, sequence }
}

/// A server that answers each message.
pub(crate) async fn serve() -> Result<String, Failure> {
    let server = rt::Server::new([rt::Arc::new(Route) as rt::Arc<dyn rt::Route>]);
    let bound = server.bind(rt::ServerBuilder::listen(&SERVER, "127.0.0.1:0")).await?;
    let url = format!("ws://{}", bound.local_address());
    tokio::spawn(bound.serve());
    Ok(url)
}

pub(crate) struct Client {
    link: rt::ChannelLink,
    incoming: rt::Subscription<Echo>,
    _client: rt::Client,
}

pub(crate) async fn connect(url: &str) -> Result<Client, Failure> {
    let client = rt::Client::connect(rt::ServerBuilder::at(&SERVER, url.to_owned()), &[&CHANNEL]).await?;
    let link = client.channel(&CHANNEL, "/");
    let incoming = link.subscribe().await?;
    Ok(Client { link, incoming, _client: client })
}

/// Sends messages in batches and waits for the answers of each.
pub(crate) async fn talk(mut client: Client, count: usize, batch: usize) -> Result<Client, Failure> {
    let batched = client.link.batch();
    for first in (0..count).step_by(batch) {
        if batch == 1 {
            client.link.send(&SEND, &MESSAGE, &message(first as u64)).await?;
        } else {
            for sequence in first..first + batch {
                batched.send(&SEND, &MESSAGE, &message(sequence as u64)).await?;
            }
            batched.flush().await?;
        }
        for sequence in first..first + batch {
            let answer = client.incoming.next().await.ok_or("no answer")?;
            if answer.sequence != sequence as u64 {
                return Err("a wrong answer".into());
            }
        }
    }
    Ok(client)
}

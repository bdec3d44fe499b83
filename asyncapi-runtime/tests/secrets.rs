//! Secrets are in no log and in no error: whole conversations, heard at the most talkative level, the client libraries'
//! own lines included.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
#![cfg(feature = "ws")]

use std::fmt::{self, Debug, Write};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use asyncapi_runtime::{
    BoxFuture, ChannelInfo, Client, Context, Credential, Failure, Handled, MessageInfo, OperationInfo, Policy,
    RawMessage, Refusal, Retry, Route, SendOptions, Server, ServerBuilder, ServerInfo, guard,
};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

/// Each secret has this in it.
const SECRET: &str = "s3cr3t";

static LINES: Mutex<String> = Mutex::new(String::new());

struct Hearing;

impl Hearing {
    fn hear(text: fmt::Arguments<'_>) {
        writeln!(LINES.lock().unwrap(), "{text}").unwrap();
    }
}

struct Fields(String);

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        write!(self.0, " {}={value:?}", field.name()).unwrap();
    }
}

impl Subscriber for Hearing {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }
    fn new_span(&self, attributes: &Attributes<'_>) -> Id {
        let mut fields = Fields(String::new());
        attributes.record(&mut fields);
        Self::hear(format_args!("span {}{}", attributes.metadata().name(), fields.0));
        Id::from_u64(1)
    }
    fn record(&self, _: &Id, values: &Record<'_>) {
        let mut fields = Fields(String::new());
        values.record(&mut fields);
        Self::hear(format_args!("record{}", fields.0));
    }
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn event(&self, event: &Event<'_>) {
        let mut fields = Fields(String::new());
        event.record(&mut fields);
        Self::hear(format_args!("event {}{}", event.metadata().target(), fields.0));
    }
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

impl log::Log for Hearing {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }
    fn log(&self, record: &log::Record<'_>) {
        Self::hear(format_args!("log {} {}", record.target(), record.args()));
    }
    fn flush(&self) {}
}

static TEXTS: ChannelInfo =
    ChannelInfo { name: "texts", address: Some("/texts"), parameters: &[], servers: &[], bindings: &[] };
static SAY: OperationInfo = OperationInfo { name: "say", channel: &TEXTS, bindings: &[], reply: None };
static TEXT: MessageInfo =
    MessageInfo { name: "text", content_type: "application/json", correlation: None, bindings: &[] };

const fn server(protocol: &'static str) -> ServerInfo {
    ServerInfo {
        name: "production",
        protocol,
        protocol_version: None,
        host: "localhost",
        pathname: "",
        variables: &[],
        bindings: &[],
    }
}

static WS: ServerInfo = server("ws");

/// Fails as often as a message asks for, and answers.
struct Echo;

impl Route for Echo {
    fn channel(&self) -> &'static ChannelInfo {
        &TEXTS
    }
    fn handle(&self, context: Context) -> BoxFuture<'_, (Context, Handled)> {
        Box::pin(async move {
            let handled = guard(async {
                match &context.raw().payload[..] {
                    b"\"retry\"" if context.attempt() < 2 => Failure::retry("once more").into(),
                    b"\"reject\"" => Failure::reject("never").into(),
                    b"\"panic\"" => panic!("a handler that panics"),
                    _ => match context.sender().send(&SAY, &TEXT, &RawMessage::json("\"echo\"")).await {
                        Ok(()) => Handled::Done,
                        Err(error) => Handled::Failed(error.into()),
                    },
                }
            });
            let handled = handled.await;
            (context, handled)
        })
    }
}

fn credentials(builder: ServerBuilder) -> ServerBuilder {
    builder
        .credential(Credential::Query { name: "token", value: "query-s3cr3t".into() })
        .credential(Credential::Header { name: "X-Api-Key", value: "header-s3cr3t".into() })
        .credential(Credential::Cookie { name: "sid", value: "cookie-s3cr3t".into() })
        .credential(Credential::Bearer("bearer-s3cr3t".into()))
}

/// What a login in the URL and one beside it come to where nobody answers, or nobody who speaks the protocol.
async fn refusals(info: &'static ServerInfo) {
    let babbler = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = babbler.local_addr().unwrap().port();
    let babbling = tokio::spawn(async move {
        while let Ok((stream, _)) = babbler.accept().await {
            use tokio::io::AsyncWriteExt;
            let (_, mut write) = tokio::io::split(stream);
            let _ = write.write_all(b"HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n").await;
        }
    });
    for port in [1, port] {
        let url = format!("{}://someone:url-s3cr3t@127.0.0.1:{port}/path?token=query-s3cr3t", info.protocol);
        let password = Credential::UserPassword { user: "someone".into(), password: "password-s3cr3t".into() };
        let builder = ServerBuilder::at(info, url).credential(password);
        let builder = builder.settings(|settings| settings.connect_timeout = Duration::from_secs(2));
        Hearing::hear(format_args!("{builder:?} {:?}", builder.clone().into_connect()));
        let channels = [&TEXTS];
        let connecting = Client::connect(builder, &channels);
        match tokio::time::timeout(Duration::from_secs(10), connecting).await.expect("an answer") {
            Ok(client) => {
                // Some connect at the first use.
                let brief = SendOptions::new().deadline(Duration::from_millis(300));
                let sent = client.channel(&TEXTS, "/texts").with(brief);
                let sent = sent.send(&SAY, &TEXT, &RawMessage::json("1")).await;
                Hearing::hear(format_args!("{sent:?} {client:?}"));
                assert!(sent.is_err());
                let _ = tokio::time::timeout(Duration::from_secs(5), client.close()).await;
            }
            Err(error) => Hearing::hear(format_args!("{error} {error:?}")),
        }
    }
    babbling.abort();
}

async fn conversation() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let keep = seen.clone();
    let listener = ServerBuilder::listen(&WS, "127.0.0.1:0").authenticate(move |handshake| {
        Hearing::hear(format_args!("{handshake:?}"));
        let all = handshake.header_key("X-Api-Key").map(|key| key.expose().to_owned());
        keep.lock().unwrap().push(all.clone());
        async move { all.filter(|key| key == "header-s3cr3t").ok_or_else(|| Refusal::unauthorized("no such key")) }
    });
    let quick = Retry { first: Duration::from_millis(1), ..Retry::default() };
    let server = Server::new([Arc::new(Echo) as Arc<dyn Route>]).retry(quick).policy(Policy::answer_errors());
    let bound = server.bind(listener).await.unwrap();
    let (address, handle) = (bound.local_address(), bound.handle());
    let served = tokio::spawn(bound.serve());

    let builder = credentials(ServerBuilder::at(&WS, format!("ws://someone:url-s3cr3t@{address}")));
    Hearing::hear(format_args!("{builder:?}"));
    let client = Client::connect(builder, &[&TEXTS]).await.unwrap();
    let link = client.channel(&TEXTS, "/texts");
    let mut incoming = link.subscribe::<RawMessage>().await.unwrap();
    for payload in ["\"echo\"", "\"retry\"", "\"reject\"", "\"panic\""] {
        link.send(&SAY, &TEXT, &RawMessage::json(payload)).await.unwrap();
        assert!(incoming.next().await.is_some());
    }
    // Where the protocol has no headers, a credential for a message is refused.
    let carried = SendOptions::new().credential(&Credential::Bearer("message-s3cr3t".into())).unwrap();
    Hearing::hear(format_args!("{carried:?} {client:?} {link:?}"));
    let error = link.with(carried).send(&SAY, &TEXT, &RawMessage::json("1")).await.unwrap_err();
    Hearing::hear(format_args!("{error} {error:?}"));

    let wrong = Credential::Header { name: "X-Api-Key", value: "wrong-s3cr3t".into() };
    let refused = ServerBuilder::at(&WS, format!("ws://{address}")).credential(wrong);
    let error = Client::connect(refused, &[&TEXTS]).await.unwrap_err();
    Hearing::hear(format_args!("{error} {error:?}"));
    client.close().await;
    handle.shutdown();
    served.await.unwrap().unwrap();
    assert_eq!(seen.lock().unwrap().len(), 2, "the keys were presented");
}

#[tokio::test]
async fn no_log_and_no_error_shows_a_secret() {
    tracing::subscriber::set_global_default(Hearing).unwrap();
    log::set_logger(&Hearing).unwrap();
    log::set_max_level(log::LevelFilter::Trace);
    conversation().await;
    refusals(&WS).await;
    #[cfg(feature = "nats")]
    refusals(&const { server("nats") }).await;
    #[cfg(feature = "mqtt")]
    refusals(&const { server("mqtt") }).await;
    #[cfg(feature = "redis")]
    refusals(&const { server("redis") }).await;
    let lines = std::mem::take(&mut *LINES.lock().unwrap());
    for expected in ["span process", "span send", "messaging.system", "the connection"] {
        assert!(lines.contains(expected), "{expected} of {lines}");
    }
    let telling: Vec<_> = lines.lines().filter(|line| line.contains(SECRET)).collect();
    assert!(telling.is_empty(), "{telling:#?}");
}

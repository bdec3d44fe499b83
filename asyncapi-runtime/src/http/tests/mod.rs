//! Both ends over real sockets, against each other and against peers that write raw bytes.

mod events;
mod hostile;
mod reading;
mod tls;
mod webhooks;

use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

use super::*;
use crate::test_kit::{SAY, TEXT, TEXTS, soon, text};
use crate::{
    BoxFuture, ChannelInfo, Client, CloseReason, ConnectEndpoint, Context, Handled, Handshake, Incoming, Outcome,
    Refusal, Route, SendOptions, ServeEndpoint, Server, ServerHandle, Session, Settings, guard,
};

/// A channel on which nothing comes in.
static TICKS: ChannelInfo =
    ChannelInfo { name: "ticks", address: Some("/ticks"), parameters: &[], servers: &[], bindings: &[] };

type Opened = mpsc::UnboundedReceiver<(Session, Option<CloseReason>)>;

/// Peers come to be sent to.
struct Ticker(mpsc::UnboundedSender<(Session, Option<CloseReason>)>);

impl Route for Ticker {
    fn channel(&self) -> &'static ChannelInfo {
        &TICKS
    }

    fn receives(&self) -> bool {
        false
    }

    fn admit(&self, handshake: &Handshake) -> Result<crate::Attachment, Refusal> {
        match handshake.query.get("key").as_deref() {
            Some("wrong") => Err(Refusal::unauthorized("who are you?")),
            _ => Ok(crate::Attachment::NONE),
        }
    }

    fn handle(&self, context: Context) -> BoxFuture<'_, (Context, Handled)> {
        Box::pin(async { (context, Handled::Done) })
    }

    fn on_open(&self, session: Session) -> BoxFuture<'_, Result<(), Refusal>> {
        let refused = session.handshake().query.get("refuse").is_some();
        let _ = self.0.send((session, None));
        Box::pin(async move { if refused { Err(Refusal::forbidden("not you")) } else { Ok(()) } })
    }

    fn on_close<'a>(&'a self, session: Session, reason: &'a CloseReason) -> BoxFuture<'a, ()> {
        let _ = self.0.send((session, Some(reason.clone())));
        Box::pin(async {})
    }
}

type Handler = dyn for<'a> Fn(String, &'a Context) -> BoxFuture<'a, Outcome> + Send + Sync;

/// Texts come in, and a closure handles them.
struct Texts(Box<Handler>);

impl Route for Texts {
    fn channel(&self) -> &'static ChannelInfo {
        &TEXTS
    }

    fn handle(&self, context: Context) -> BoxFuture<'_, (Context, Handled)> {
        Box::pin(async move {
            let handled = guard(async {
                match crate::test_kit::Text::decode(context.raw()) {
                    Ok(crate::test_kit::Text(text)) => Handled::from((self.0)(text, &context).await),
                    Err(error) => Handled::from(error),
                }
            });
            let handled = handled.await;
            (context, handled)
        })
    }

    fn on_open(&self, session: Session) -> BoxFuture<'_, Result<(), Refusal>> {
        let refused = session.handshake().query.get("refuse").is_some();
        Box::pin(async move { if refused { Err(Refusal::forbidden("not you")) } else { Ok(()) } })
    }
}

/// A service that runs.
struct Running {
    address: String,
    handle: ServerHandle,
    sessions: Opened,
    task: tokio::task::JoinHandle<Result<(), crate::ServeError>>,
}

impl Running {
    fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    async fn opened(&mut self) -> Session {
        let (session, reason) = soon(self.sessions.recv()).await.unwrap();
        assert!(reason.is_none(), "{reason:?}");
        session
    }

    async fn closed(&mut self) -> CloseReason {
        soon(self.sessions.recv()).await.unwrap().1.expect("a session has opened, not closed")
    }

    /// Sends to all.
    async fn tick(&self, said: &str) -> usize {
        self.handle.broadcast(&TICKS).send(&SAY, &TEXT, &text(said)).await.unwrap()
    }
}

/// A service of both channels.
async fn serve_with(
    http: Http,
    settings: impl FnOnce(&mut Settings),
    rules: impl FnOnce(Server) -> Server,
    handler: impl for<'a> Fn(String, &'a Context) -> BoxFuture<'a, Outcome> + Send + Sync + 'static,
) -> Running {
    let (sender, sessions) = mpsc::unbounded_channel();
    let routes: [Arc<dyn Route>; 2] = [Arc::new(Ticker(sender)), Arc::new(Texts(Box::new(handler)))];
    let mut endpoint = ServeEndpoint::listen(Arc::new(http), "127.0.0.1:0");
    if let crate::endpoint::Serve::Listen(listen) = &mut endpoint.0 {
        settings(&mut listen.settings);
    }
    let bound = rules(Server::new(routes)).bind(endpoint).await.unwrap();
    let (address, handle) = (bound.local_address().to_string(), bound.handle());
    Running { address, handle, sessions, task: tokio::spawn(bound.serve()) }
}

async fn serve(http: Http) -> Running {
    serve_with(http, |_| {}, |server| server, fine).await
}

/// Takes everything.
fn fine(_said: String, _context: &Context) -> BoxFuture<'_, Outcome> {
    Box::pin(async { Ok(()) })
}

async fn client(http: Http, url: &str) -> Client {
    client_with(http, url, |_| {}).await
}

async fn client_with(http: Http, url: &str, settings: impl FnOnce(&mut Settings)) -> Client {
    let mut all = Settings::default();
    all.reconnect.first = Duration::from_millis(20);
    settings(&mut all);
    let endpoint = ConnectEndpoint::new(Arc::new(http), url.to_owned()).settings(all);
    Client::connect(endpoint, &[]).await.unwrap()
}

/// A connection on which raw bytes are written.
struct Raw(TcpStream);

impl Raw {
    async fn get(address: &str, target: &str, headers: &str) -> Self {
        let mut raw = Self(TcpStream::connect(address).await.unwrap());
        raw.write(&format!("GET {target} HTTP/1.1\r\nHost: h\r\nAccept: text/event-stream\r\n{headers}\r\n")).await;
        raw
    }

    async fn write(&mut self, bytes: &str) {
        self.0.write_all(bytes.as_bytes()).await.unwrap();
    }

    /// Reads until what was read contains this.
    async fn until(&mut self, wanted: &str) -> String {
        let mut read: Vec<u8> = Vec::new();
        let mut from = 0;
        while !read[from..].windows(wanted.len()).any(|window| window == wanted.as_bytes()) {
            from = read.len().saturating_sub(wanted.len());
            let mut buffer = [0; 65536];
            let count = soon(self.0.read(&mut buffer)).await.unwrap();
            assert!(count > 0, "the connection ended after {:?}", String::from_utf8_lossy(&read));
            read.extend_from_slice(&buffer[..count]);
        }
        String::from_utf8_lossy(&read).into_owned()
    }

    /// All that is left.
    async fn rest(mut self) -> String {
        let mut rest = Vec::new();
        // A reset is an end as well.
        let _ = soon(self.0.read_to_end(&mut rest)).await;
        String::from_utf8_lossy(&rest).into_owned()
    }
}

/// Sends raw bytes and reads the whole answer.
async fn exchange(address: &str, request: &str) -> String {
    let mut raw = Raw(TcpStream::connect(address).await.unwrap());
    raw.write(request).await;
    raw.rest().await
}

fn post(target: &str, headers: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "POST {target} HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Type: application/json\r\n\
         Content-Length: {length}\r\n{headers}\r\n{body}"
    )
}

/// The id of the last event in what was read.
fn last_id(read: &str) -> String {
    let (_, id) = read.rsplit_once("id: ").unwrap();
    id.lines().next().unwrap().to_owned()
}

/// A server that answers each connection's first request with what a closure makes of it.
async fn answering(
    answer: impl Fn(usize, &str) -> String + Send + 'static,
) -> (String, mpsc::UnboundedReceiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let (sender, requests) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        for count in 0.. {
            let (mut stream, _) = listener.accept().await.unwrap();
            let request = read_request(&mut stream).await;
            let _ = stream.write_all(answer(count, &request).as_bytes()).await;
            let _ = sender.send(request);
        }
    });
    (address, requests)
}

async fn read_request(stream: &mut TcpStream) -> String {
    let mut read = Vec::new();
    loop {
        let mut buffer = [0; 4096];
        let count = soon(stream.read(&mut buffer)).await.unwrap();
        read.extend_from_slice(&buffer[..count]);
        let text = String::from_utf8_lossy(&read).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length = head.lines().find_map(|line| line.to_lowercase().strip_prefix("content-length: ")?.parse().ok());
        if body.len() >= length.unwrap_or(0) || count == 0 {
            return text;
        }
    }
}

fn answer(status: &str, headers: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n{headers}\r\n{body}", body.len())
}

//! A service that asks its peers, that is told which of its operations a message is meant for, and that only sends on some
//! of its channels.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use asyncapi_runtime::memory::Hub;
use asyncapi_runtime::{
    Bound, ConnectEndpoint, Outcome, Refusal, RequestErrorKind, SendErrorKind, SendOptions, ServerHandle,
};
use tokio::sync::mpsc;

mod application {
    asyncapi_runtime::asyncapi!("talk/documents/desk.yaml");
}

mod counterpart {
    asyncapi_runtime::asyncapi!(spec = "talk/documents/desk.yaml", side = counterpart, types = super::application);
}

mod visiting {
    asyncapi_runtime::asyncapi!(
        spec = "talk/documents/desk.yaml",
        side = counterpart,
        channels = [desk, news],
        types = super::application,
    );
}

use application::desk;

/// Asks back before it says what it heard.
#[derive(Clone, Default)]
struct Clerk {
    heard: Arc<Mutex<Vec<String>>>,
    patience: Option<Duration>,
}

impl Clerk {
    fn note(&self, text: String) {
        self.heard.lock().unwrap().push(text);
    }
}

impl desk::Receiver for Clerk {
    async fn hear(&self, message: application::Say, context: &desk::Context) -> Outcome {
        let mut sender = context.sender();
        if let Some(patience) = self.patience {
            sender = sender.with(SendOptions::new().deadline(patience));
        }
        let reply = sender.ask(&application::Confirm::new(message.text.clone())).await;
        let told = match reply {
            Ok(reply) => format!("{}: {}", message.text, reply.yes),
            Err(error) => format!("{}: {:?}", message.text, error.kind()),
        };
        self.note(told.clone());
        let _ = context.sender().tell(&application::Told { told }).await;
        Ok(())
    }

    async fn arrive(&self, message: application::Status, _: &desk::Context) -> Outcome {
        self.note(format!("arrives {:?}", message.state));
        Ok(())
    }

    async fn leave(&self, message: application::Status, _: &desk::Context) -> Outcome {
        self.note(format!("leaves {:?}", message.state));
        Ok(())
    }

    async fn on_open(&self, session: &desk::Session) -> Result<(), Refusal> {
        // The channel of the news shares the connection.
        let news = application::news::Session::of(session);
        let headline = application::Headline { headline: "open".to_owned() };
        news.sender().report(&headline).await.map_err(|_| Refusal::new(500, "no news"))
    }
}

/// Hands out who connects.
struct Ticker(mpsc::UnboundedSender<application::ticker::Session>);

impl application::ticker::Receiver for Ticker {
    async fn on_open(&self, session: &application::ticker::Session) -> Result<(), Refusal> {
        if session.parameters().is_none_or(|parameters| parameters.symbol == "NONE") {
            return Err(Refusal::not_found("no such symbol"));
        }
        let first = session.sender();
        first.tick(&application::Tick { price: 1 }).await.map_err(|_| Refusal::new(500, "cannot send"))?;
        self.0.send(session.clone()).map_err(|_| Refusal::new(500, "nobody listens"))
    }
}

struct Running {
    handle: ServerHandle,
    task: tokio::task::JoinHandle<()>,
    sessions: mpsc::UnboundedReceiver<application::ticker::Session>,
}

fn serve(bound: Bound, sessions: mpsc::UnboundedReceiver<application::ticker::Session>) -> Running {
    Running { handle: bound.handle(), task: tokio::spawn(async move { bound.serve().await.unwrap() }), sessions }
}

async fn start(hub: &Hub, clerk: &Clerk) -> Running {
    let (sender, sessions) = mpsc::unbounded_channel();
    let service = application::Service { desk: clerk.clone(), ticker: Ticker(sender) };
    serve(service.bind(application::servers::Local::memory(hub)).await.unwrap(), sessions)
}

fn peer(hub: &Hub) -> ConnectEndpoint {
    counterpart::servers::Local::memory(hub).into()
}

/// A peer that answers: a service over a connection that it makes itself.
#[derive(Clone)]
struct Visitor {
    told: mpsc::UnboundedSender<String>,
    says: Vec<String>,
}

impl visiting::desk::Receiver for Visitor {
    async fn ask(
        &self,
        asked: application::Confirm,
        context: &visiting::desk::Context,
    ) -> Outcome<application::Confirmed> {
        match asked.what.as_str() {
            "never" => std::future::pending().await,
            "slow" => tokio::time::sleep(Duration::from_millis(100)).await,
            "twice" => {
                // The right kind with another id, and another kind with the right id: neither is the reply.
                let wrong = application::Status {
                    id: asked.id.clone(),
                    ..application::Status::new(application::StatusState::Here)
                };
                context.sender().arrive(&wrong).await?;
            }
            _ => {}
        }
        Ok(application::Confirmed::new(asked.what != "no"))
    }

    async fn tell(&self, told: application::Told, _: &visiting::desk::Context) -> Outcome {
        self.told.send(told.told)?;
        Ok(())
    }

    async fn on_open(&self, session: &visiting::desk::Session) -> Result<(), Refusal> {
        for text in &self.says {
            let say = application::Say { text: text.clone() };
            session.sender().hear(&say).await.map_err(|_| Refusal::new(500, "cannot say"))?;
        }
        Ok(())
    }
}

impl visiting::news::Receiver for Visitor {
    async fn report(&self, headline: application::Headline, _: &visiting::news::Context) -> Outcome {
        self.told.send(headline.headline)?;
        Ok(())
    }
}

fn visitor(says: &[&str]) -> (Visitor, mpsc::UnboundedReceiver<String>) {
    let (told, heard) = mpsc::unbounded_channel();
    (Visitor { told, says: says.iter().map(|text| (*text).to_owned()).collect() }, heard)
}

async fn next(heard: &mut mpsc::UnboundedReceiver<String>) -> String {
    tokio::time::timeout(Duration::from_secs(10), heard.recv()).await.unwrap().unwrap()
}

async fn visit(endpoint: ConnectEndpoint, visitor: Visitor) -> tokio::task::JoinHandle<()> {
    let bound = visiting::Service { desk: visitor.clone(), news: visitor }.bind(endpoint).await.unwrap();
    tokio::spawn(async move { bound.serve().await.unwrap() })
}

fn visitors(hub: &Hub) -> ConnectEndpoint {
    visiting::servers::Local::memory(hub).into()
}

async fn ask_a_visitor(endpoint: ConnectEndpoint, clerk: &Clerk) {
    let (visitor, mut heard) = visitor(&["well", "no", "twice"]);
    let visiting = visit(endpoint, visitor).await;
    assert_eq!(next(&mut heard).await, "open");
    for told in ["well: true", "no: false", "twice: true"] {
        assert_eq!(next(&mut heard).await, told);
    }
    // What has the id of a request, and is no reply to it, is handled as what it is.
    let done = async {
        while clerk.heard.lock().unwrap().len() < 4 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), done).await.unwrap();
    assert_eq!(*clerk.heard.lock().unwrap(), ["well: true", "no: false", "twice: true", "arrives Here"]);
    visiting.abort();
}

#[tokio::test]
async fn a_service_asks_its_peer() {
    let (hub, clerk) = (Hub::new(), Clerk::default());
    let running = start(&hub, &clerk).await;
    ask_a_visitor(visitors(&hub), &clerk).await;
    assert_eq!(running.handle.late_replies(), 0);
    running.handle.shutdown();
    running.task.await.unwrap();
}

#[tokio::test]
async fn a_service_asks_its_peer_over_websocket() {
    let clerk = Clerk::default();
    let (sender, sessions) = mpsc::unbounded_channel();
    let service = application::Service { desk: clerk.clone(), ticker: Ticker(sender) };
    let bound = service.bind(application::servers::Local::listen("127.0.0.1:0")).await.unwrap();
    let address = bound.local_address();
    let running = serve(bound, sessions);
    ask_a_visitor(visiting::servers::Local::at(format!("ws://{address}")).into(), &clerk).await;
    running.task.abort();
}

#[tokio::test]
async fn a_peer_that_never_answers_and_one_that_leaves() {
    let (hub, clerk) = (Hub::new(), Clerk { patience: Some(Duration::from_millis(50)), ..Clerk::default() });
    let _running = start(&hub, &clerk).await;
    let (first, mut heard) = visitor(&["never", "never"]);
    let visiting = visit(visitors(&hub), first).await;
    assert_eq!(next(&mut heard).await, "open");
    let noted = async |count: usize| {
        let done = async {
            while clerk.heard.lock().unwrap().len() < count {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(10), done).await.unwrap();
        clerk.heard.lock().unwrap().last().unwrap().clone()
    };
    assert_eq!(noted(1).await, format!("never: {:?}", RequestErrorKind::DeadlineExceeded));
    visiting.abort();
    assert_eq!(noted(2).await, format!("never: {:?}", RequestErrorKind::Closed));
}

#[tokio::test]
async fn a_handler_gets_its_reply_though_the_service_is_to_stop() {
    let (hub, clerk) = (Hub::new(), Clerk::default());
    let running = start(&hub, &clerk).await;
    let (visitor, mut heard) = visitor(&["slow"]);
    let _visiting = visit(visitors(&hub), visitor).await;
    assert_eq!(next(&mut heard).await, "open");
    tokio::time::sleep(Duration::from_millis(20)).await;
    running.handle.shutdown();
    tokio::time::timeout(Duration::from_secs(5), running.task).await.unwrap().unwrap();
    assert_eq!(*clerk.heard.lock().unwrap(), ["slow: true"]);
}

#[tokio::test]
async fn a_channel_that_only_sends_is_listened_to() {
    let hub = Hub::new();
    let mut running = start(&hub, &Clerk::default()).await;
    let client = counterpart::Client::connect(peer(&hub)).await.unwrap();
    let symbol = |symbol: &str| counterpart::ticker::Parameters { symbol: symbol.to_owned() };
    let mut ticks = client.ticker(symbol("ABC")).subscribe().await.unwrap();
    let session = running.sessions.recv().await.unwrap();
    assert_eq!(session.parameters().unwrap().symbol, "ABC");
    session.sender().tick(&application::Tick { price: 2 }).await.unwrap();
    let all = application::ticker::Broadcast::new(&running.handle);
    assert_eq!(all.tick(&application::Tick { price: 3 }).await.unwrap(), 1);
    for price in [1, 2, 3] {
        let tick = tokio::time::timeout(Duration::from_secs(10), ticks.next()).await.unwrap();
        assert_eq!(tick, Some(counterpart::ticker::Message::Tick(application::Tick { price })));
    }
    assert!(client.ticker(symbol("NONE")).subscribe().await.is_ok(), "let in, and then turned away");
    session.close(4000, "enough");
    assert_eq!(tokio::time::timeout(Duration::from_secs(10), ticks.next()).await.unwrap(), None);
}

#[tokio::test]
async fn what_is_told_apart_by_operation_goes_where_it_is_meant() {
    let (hub, clerk) = (Hub::new(), Clerk::default());
    let running = start(&hub, &clerk).await;
    let client = counterpart::Client::connect(peer(&hub)).await.unwrap();
    let status = application::Status::new;
    client.desk().arrive(&status(application::StatusState::Here)).await.unwrap();
    client.desk().leave(&status(application::StatusState::Gone)).await.unwrap();
    // The peer would take it for an arrival.
    let refused = client.desk().leave(&status(application::StatusState::Here)).await.unwrap_err();
    assert_eq!(refused.kind(), SendErrorKind::Invalid);
    client.close().await;
    running.handle.shutdown();
    running.task.await.unwrap();
    assert_eq!(*clerk.heard.lock().unwrap(), ["arrives Here", "leaves Gone"]);
}

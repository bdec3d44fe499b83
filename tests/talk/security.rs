//! Every way to be let in, in memory and over WebSocket; who is not let in is told so, and no secret is shown.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use asyncapi_runtime::memory::Hub;
use asyncapi_runtime::ws::Tls;
use asyncapi_runtime::{
    ClientCertificate, ConnectErrorKind, ConnectionState, Credential, Failure, OAuth2FlowKind, Outcome, Reconnect,
    Refusal, SendErrorKind, SendOptions, ServerHandle, Token,
};

mod user {
    asyncapi_runtime::asyncapi!(
        spec = "../asyncapi-codegen/tests/golden/security/asyncapi.yaml",
        side = counterpart,
        warnings = "allow"
    );
}

mod server {
    asyncapi_runtime::asyncapi!(
        spec = "../asyncapi-codegen/tests/golden/security/asyncapi.yaml",
        types = super::user,
        warnings = "allow"
    );
}

use server::servers::GateCredentials;
use user::rooms_room_kind::{OpenParameters, Parameters};
use user::servers::Gate;

struct Rooms;

impl server::rooms_room_kind::Receiver for Rooms {
    async fn say(&self, said: user::Said, context: &server::rooms_room_kind::Context) -> Outcome {
        let who = context.session().identity::<String>().map(|name| name.to_string()).unwrap_or_default();
        let room = context.parameters().room.clone();
        context.sender().hear(&user::Said { room: Some(room), text: format!("{who}: {}", said.text) }).await?;
        Ok(())
    }
}

struct Orders;

impl server::orders::Receiver for Orders {
    async fn authorize_order(
        &self,
        credentials: server::orders::OrderCredentials,
        _: &server::orders::Context,
    ) -> Outcome {
        let server::orders::OrderCredentials::Bearer(token) = credentials else { return Err(Failure::reject("who?")) };
        if token.matches("may-order") { Ok(()) } else { Err(Failure::reject("you may not")) }
    }

    async fn order(&self, _: String, context: &server::orders::Context) -> Outcome {
        context.session().close(4000, "ordered");
        Ok(())
    }
}

/// What was presented, by name; `let me in` is the secret everywhere.
async fn check(found: GateCredentials) -> Result<String, Refusal> {
    let (way, secret) = match &found {
        GateCredentials::HeaderKey(key) => ("header", key),
        GateCredentials::QueryKey(key) => ("query", key),
        GateCredentials::CookieKey(key) => ("cookie", key),
        GateCredentials::Basic(_, password) => ("basic", password),
        GateCredentials::Oauth(token) => ("oauth", token),
        GateCredentials::Signature(value) => ("signature", value),
        GateCredentials::Certificate(certificate) => {
            return Ok(format!("certificate {}", !certificate.der().is_empty()));
        }
        GateCredentials::BasicAndHeaderKey(_, password, key) if password.matches(key.expose()) => ("both", key),
        GateCredentials::BasicAndHeaderKey(..) => return Err(Refusal::unauthorized("they differ")),
    };
    match secret.matches("let-me-in") {
        true => Ok(way.to_owned()),
        false => Err(Refusal::unauthorized("nobody knows you")),
    }
}

struct Running(ServerHandle, tokio::task::JoinHandle<()>);

async fn serve(endpoint: impl asyncapi_runtime::Serves) -> (Running, String) {
    let bound = server::Service { rooms_room_kind: Rooms, orders: Orders }.bind(endpoint).await.unwrap();
    let (handle, address) = (bound.handle(), bound.local_address().to_string());
    let task = tokio::spawn(async move { bound.serve().await.unwrap() });
    (Running(handle, task), address)
}

fn room() -> Parameters {
    Parameters::new("a b/c")
}

/// Who the server takes this endpoint for.
async fn who(endpoint: impl asyncapi_runtime::Connects) -> String {
    let client = user::Client::connect(endpoint).await.unwrap();
    let room = client.rooms_room_kind(room());
    let mut heard = room.subscribe().await.unwrap();
    room.say(&user::Said { room: None, text: "hello".to_owned() }).await.unwrap();
    let user::rooms_room_kind::Message::Said(said) = heard.next().await.unwrap();
    assert_eq!(said.room.as_deref(), Some("a b/c"));
    client.close().await;
    said.text
}

async fn every_way<S: asyncapi_runtime::__private::v0::Unproven>(at: impl Fn() -> Gate<S>) {
    const KEY: &str = "let-me-in";
    assert_eq!(who(at().header_key(KEY)).await, "header: hello");
    assert_eq!(who(at().query_key(KEY)).await, "query: hello");
    assert_eq!(who(at().cookie_key(KEY)).await, "cookie: hello");
    assert_eq!(who(at().basic("bob", KEY)).await, "basic: hello");
    assert_eq!(who(at().oauth(KEY)).await, "oauth: hello");
    assert_eq!(who(at().signature(KEY)).await, "signature: hello");
    assert_eq!(who(at().basic_and_header_key("bob", KEY, KEY)).await, "both: hello");
    refused(at().header_key("hunter2"), "nobody knows you").await;
    refused(at().basic_and_header_key("bob", KEY, "hunter2"), "they differ").await;
}

async fn refused(endpoint: impl asyncapi_runtime::Connects, said: &str) {
    let endpoint = endpoint.into_connect();
    assert!(!format!("{endpoint:?}").contains("hunter2"), "{endpoint:?}");
    let client = user::Client::connect(endpoint).await.unwrap();
    assert!(!format!("{client:?}").contains("hunter2"), "{client:?}");
    let error = client.rooms_room_kind(room()).subscribe().await.unwrap_err();
    let shown = format!("{error} {error:?}");
    assert!(shown.contains(said), "{shown}");
    assert!(!shown.contains("hunter2"), "{shown}");
}

#[tokio::test]
async fn in_memory() {
    let hub = Hub::new();
    let endpoint = server::servers::Gate::memory(&hub).authenticate(|found, _| check(found));
    let (running, _) = serve(endpoint).await;
    every_way(|| Gate::memory(&hub)).await;
    let certificate = rcgen::generate_simple_self_signed(["bob".to_owned()]).unwrap();
    let shown = ClientCertificate::from_pem(certificate.cert.pem(), certificate.signing_key.serialize_pem());
    assert_eq!(who(Gate::memory(&hub).certificate(shown)).await, "certificate true: hello");
    refused(Gate::memory(&hub).insecure(), "no credentials").await;
    running.0.shutdown();
    running.1.await.unwrap();
}

#[tokio::test]
async fn over_websocket() {
    let endpoint = server::servers::Gate::listen("127.0.0.1:0").authenticate(|found, _| check(found));
    let (_running, address) = serve(endpoint).await;
    every_way(|| Gate::at(format!("ws://{address}/v1"))).await;
}

#[tokio::test]
async fn by_certificate_over_tls() {
    let own = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let bob = rcgen::generate_simple_self_signed(["bob".to_owned()]).unwrap();
    let tls = Tls::new().identity_pem(own.cert.pem(), own.signing_key.serialize_pem()).unwrap();
    let tls = tls.request_client_certificates_pem(bob.cert.pem()).unwrap();
    let endpoint = server::servers::Gate::listen("127.0.0.1:0").authenticate(|found, _| check(found)).tls(tls);
    let (_running, address) = serve(endpoint).await;
    let port = address.rsplit(':').next().unwrap();
    let trust = Tls::new().without_native_roots().trust_pem(own.cert.pem()).unwrap();
    let at = |scheme: &str| Gate::at(format!("{scheme}://localhost:{port}/v1")).tls(trust.clone());
    let shown = ClientCertificate::from_pem(bob.cert.pem(), bob.signing_key.serialize_pem());
    assert!(!format!("{shown:?}").contains("PRIVATE"));
    assert_eq!(who(at("wss").certificate(shown.clone())).await, "certificate true: hello");
    assert_eq!(who(at("wss").header_key("let-me-in")).await, "header: hello");
    // Certificates need TLS, and one that is none is said to be.
    refused(at("ws").certificate(shown), "only be shown over TLS").await;
    refused(at("wss").certificate(ClientCertificate::from_pem("hunter2", "hunter2")), "the client's certificate").await;
}

#[tokio::test]
async fn tokens_are_asked_for_before_each_connection() {
    static ASKED: AtomicUsize = AtomicUsize::new(0);
    let hub = Hub::new();
    let endpoint = server::servers::Gate::memory(&hub).authenticate(|found, _| check(found));
    let _running = serve(endpoint).await;
    let token = || {
        Token::provider(|| async {
            ASKED.fetch_add(1, Ordering::Relaxed);
            Ok::<_, std::io::Error>("let-me-in")
        })
    };
    let client = user::Client::connect(Gate::memory(&hub).oauth(token())).await.unwrap();
    for (times, room) in ["a", "b"].into_iter().enumerate() {
        let _heard = client.rooms_room_kind(Parameters::new(room)).subscribe().await.unwrap();
        assert_eq!(ASKED.load(Ordering::Relaxed), times + 1);
    }
    let none = Token::provider(|| async { Err::<String, _>("the provider is down") });
    refused(Gate::memory(&hub).oauth(none), "the provider is down").await;
}

#[tokio::test]
async fn whoever_comes() {
    use server::servers::PorchCredentials;
    let hub = Hub::new();
    let endpoint = server::servers::Porch::memory(&hub).authenticate(|found, _| async move {
        Ok(match found {
            PorchCredentials::Anonymous => "nobody",
            PorchCredentials::Bearer(_) => "somebody",
        }
        .to_owned())
    });
    let _running = serve(endpoint).await;
    assert_eq!(who(user::servers::Porch::memory(&hub).anonymous()).await, "nobody: hello");
    assert_eq!(who(user::servers::Porch::memory(&hub).bearer("x")).await, "somebody: hello");
}

#[tokio::test]
async fn addresses_that_cannot_be() {
    let hub = Hub::new();
    let endpoint = server::servers::Gate::memory(&hub).authenticate(|found, _| check(found));
    let _running = serve(endpoint).await;
    let client = user::Client::connect(Gate::memory(&hub).header_key("let-me-in")).await.unwrap();
    let said = user::Said { room: Some("a".to_owned()), text: String::new() };
    for parameters in [OpenParameters::from(Parameters::new("")), OpenParameters::default()] {
        let room = client.rooms_room_kind(parameters);
        let error = room.say(&said).await.unwrap_err();
        assert_eq!(error.kind(), SendErrorKind::Invalid, "{error}");
        assert!(room.subscribe().await.is_err());
    }
    // The message says that it is for another room than it is sent to.
    let error = client.rooms_room_kind(Parameters::new("b")).say(&said).await.unwrap_err();
    assert!(error.to_string().contains("`room`"), "{error}");
    client.rooms_room_kind(Parameters::new("a")).say(&said).await.unwrap();
}

#[tokio::test]
async fn an_operation_asks_for_more_than_its_server() {
    let hub = Hub::new();
    let endpoint = server::servers::Porch::memory(&hub).authenticate(|_, _| async { Ok(()) });
    let _running = serve(endpoint).await;
    let porch = || user::servers::Porch::memory(&hub).anonymous();
    // In a message's headers, which the memory has, or with the connection.
    let with = |token: &'static str| SendOptions::new().credential(&Credential::Bearer(token.into())).unwrap();
    for (endpoint, options, may) in [
        (porch(), with("hunter2"), false),
        (porch(), with("may-order"), true),
        (porch().credential(Credential::Bearer("may-order".into())), SendOptions::new(), true),
        (porch().credential(Credential::Bearer("may-order".into())), with("hunter2"), false),
    ] {
        let client = user::Client::connect(endpoint.reconnect(Reconnect::never())).await.unwrap();
        let orders = client.orders();
        orders.with(options).order(&"tea".to_owned()).await.unwrap();
        let mut states = client.states();
        let closed = states.wait_for(|state| matches!(state, ConnectionState::Closed(_)));
        let closed = tokio::time::timeout(Duration::from_millis(300), closed);
        assert_eq!(closed.await.is_ok(), may);
    }
    // What is forgotten is said before anything is sent.
    for endpoint in [porch(), porch().credential(Credential::Header { name: "X-Key", value: "k".into() })] {
        let client = user::Client::connect(endpoint).await.unwrap();
        let sent = client.orders().order(&"tea".to_owned()).await;
        match sent {
            Ok(()) => panic!("sent"),
            Err(error) => {
                assert_eq!(error.kind(), SendErrorKind::Invalid, "{error}");
                let error = error.to_string();
                assert!(error.contains("operation `order`") && error.contains("`SendOptions::credential`"), "{error}");
            }
        }
    }
}

#[test]
fn servers_are_chosen_by_name() {
    use user::GatePort;
    use user::servers::{GateVariables, OAUTH, OPEN_ID, Server};
    assert_eq!("gate".parse(), Ok(Server::Gate));
    assert!("nowhere".parse::<Server>().unwrap_err().to_string().contains("`gate`, `porch`, `broker`"));
    assert_eq!(Server::ALL, [Server::Gate, Server::Porch, Server::Broker]);
    assert_eq!(Server::Porch.url().unwrap(), "ws://porch.example.com");
    assert_eq!(Server::Gate.to_string(), "gate");
    assert_eq!(Server::Gate.info().protocol_version, Some("13"));
    assert_eq!(Server::Gate.url_with(&[("host", "::1")]).unwrap(), "ws://guest@[::1]:80/v1");
    assert!(Server::Gate.url_with(&[("port", "81")]).is_err());
    let variables = GateVariables { port: GatePort::N8080, host: "::1".to_owned(), ..GateVariables::default() };
    assert_eq!(variables.url().unwrap(), "ws://guest@[::1]:8080/v1");
    let flow = OAUTH.flow(OAuth2FlowKind::ClientCredentials).unwrap();
    assert_eq!(flow.token_url, Some("https://id.example.com/token"));
    assert_eq!(flow.scopes[0], ("read:all", "Read everything."));
    assert!(OPEN_ID.url.ends_with("openid-configuration"));
    assert_eq!(Gate::OAUTH_SCOPES, ["read:all"]);
}

#[tokio::test]
async fn a_wrong_variable_is_said_when_the_server_is_used() {
    use user::servers::GateVariables;
    let variables = GateVariables { host: "hunter2/x".to_owned(), ..GateVariables::default() };
    let error = user::Client::connect(Gate::new(&variables).header_key("k")).await.unwrap_err();
    assert_eq!(error.kind(), ConnectErrorKind::Endpoint);
    assert!(error.to_string().contains("variable `host`") && !error.to_string().contains("hunter2"), "{error}");
}

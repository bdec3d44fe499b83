//! `https`: private authorities, client certificates, and what does not fit. Also the service inside an application.

use axum::Router;
use axum::routing::get;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};

use super::*;
use crate::test_kit::Text;
use crate::{ClientCertificate, Credential};

type Authority = CertifiedIssuer<'static, KeyPair>;

fn authority() -> Authority {
    let mut params = CertificateParams::new(Vec::<String>::new()).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap()
}

/// A certificate for a name, and its key.
fn identity(authority: &Authority, name: &str) -> (String, String) {
    let key = KeyPair::generate().unwrap();
    let params = CertificateParams::new([name.to_owned()]).unwrap();
    (params.signed_by(&key, authority).unwrap().pem(), key.serialize_pem())
}

fn secure(running: &Running) -> String {
    format!("https://localhost:{}", running.address.rsplit_once(':').unwrap().1)
}

#[tokio::test]
async fn private_authorities_and_client_certificates() {
    let (servers, clients) = (authority(), authority());
    let (chain, key) = identity(&servers, "localhost");
    let tls = Tls::new().identity_pem(chain, key).unwrap().require_client_certificates_pem(clients.pem()).unwrap();
    let mut running = serve(Http::new().tls(tls)).await;
    let trusting = Tls::new().without_native_roots().trust_pem(servers.pem()).unwrap();

    let (chain, key) = identity(&clients, "bob");
    let known = Http::new().tls(trusting.clone().identity_pem(&chain, &key).unwrap());
    let known = client(known, &secure(&running)).await;
    let mut ticks = known.channel(&TICKS, "/ticks").subscribe::<Text>().await.unwrap();
    assert!(!running.opened().await.handshake().certificates.is_empty());
    known.channel(&TEXTS, "/texts").send(&SAY, &TEXT, &text("fine")).await.unwrap();
    running.tick("one").await;
    assert_eq!(soon(ticks.next()).await.unwrap().0, "one");

    let mut endpoint = ConnectEndpoint::new(Arc::new(Http::new().tls(trusting.clone())), secure(&running));
    endpoint.credentials = Arc::from([Credential::Certificate(ClientCertificate::from_pem(chain, key))]);
    let shown = Client::connect(endpoint, &[]).await.unwrap();
    shown.channel(&TEXTS, "/texts").send(&SAY, &TEXT, &text("fine")).await.unwrap();

    let never = Retry::never();
    let stranger = client(Http::new().tls(trusting).retry(never.clone()), &secure(&running)).await;
    assert!(stranger.channel(&TEXTS, "/texts").send(&SAY, &TEXT, &text("fine")).await.is_err());
    let doubting = Http::new().tls(Tls::new().without_native_roots().trust_pem(authority().pem()).unwrap());
    let doubting = client(doubting.retry(never), &secure(&running)).await;
    let error = doubting.channel(&TEXTS, "/texts").send(&SAY, &TEXT, &text("fine")).await.unwrap_err();
    assert_eq!(error.kind(), crate::SendErrorKind::NotConnected);
}

#[tokio::test]
async fn plain_and_encrypted_do_not_mix() {
    let (chain, key) = identity(&authority(), "localhost");
    let running = serve(Http::new().tls(Tls::new().identity_pem(chain, key).unwrap())).await;
    let client = client(Http::new().retry(Retry::never()), &running.url()).await;
    assert!(client.channel(&TEXTS, "/texts").send(&SAY, &TEXT, &text("fine")).await.is_err());
}

#[tokio::test]
async fn a_mounted_service() {
    let (mount, service) = Http::new().mount();
    let app = Router::new().route("/", get(async || "a page")).fallback_service(service);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    tokio::spawn(async move { axum::serve(listener, app).await });
    let ask = post("/texts", "", "\"x\"");
    assert!(exchange(&address, &ask).await.starts_with("HTTP/1.1 503 "), "it does not run yet");

    let (sender, mut sessions) = mpsc::unbounded_channel();
    let texts = Texts(Box::new(fine));
    let routes: [Arc<dyn Route>; 2] = [Arc::new(Ticker(sender)), Arc::new(texts)];
    let bound = Server::new(routes).bind(ServeEndpoint::listen(Arc::new(mount), "")).await.unwrap();
    let handle = bound.handle();
    let task = tokio::spawn(bound.serve());
    assert!(exchange(&address, &ask).await.starts_with("HTTP/1.1 204 "));
    let page = exchange(&address, "GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n").await;
    assert!(page.contains("a page"), "{page}");
    let mut peer = Raw::get(&address, "/ticks?x=1", "").await;
    assert!(peer.until("\n\n").await.contains("x-accel-buffering: no\r\n"));
    assert_eq!(soon(sessions.recv()).await.unwrap().0.handshake().query.raw(), "x=1");
    handle.broadcast(&TICKS).send(&SAY, &TEXT, &text("one")).await.unwrap();
    peer.until("\"one\"").await;
    handle.shutdown();
    soon(task).await.unwrap().unwrap();
    peer.until("0\r\n\r\n").await;
    assert!(exchange(&address, &ask).await.starts_with("HTTP/1.1 503 "));
}

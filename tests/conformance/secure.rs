//! TLS with a private authority, and NATS's own ways to log in.

use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use asyncapi_brokers::Broker;
use asyncapi_runtime::amqp::Amqp;
use asyncapi_runtime::mqtt::{Mqtt, Version};
use asyncapi_runtime::nats::Nats;
use asyncapi_runtime::redis::Redis;
use asyncapi_runtime::{
    Client, ConnectEndpoint, ConnectErrorKind, ConnectRequest, Headers, SendMode, Settings, Tls, Token, Transport,
};

/// Files for a broker, gone with the test.
struct Folder(std::path::PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

impl std::fmt::Display for Folder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.display().fmt(f)
    }
}

/// A certificate of the loopback that is its own authority, in files for a broker.
fn certificate() -> (Folder, String) {
    let names = ["localhost".to_owned(), "127.0.0.1".to_owned()];
    let pair = rcgen::generate_simple_self_signed(names).unwrap();
    let folder = std::env::temp_dir().join(format!("asyncapi-tls-{}-{:p}", std::process::id(), &pair));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("crt"), pair.cert.pem()).unwrap();
    fs::write(folder.join("key"), pair.signing_key.serialize_pem()).unwrap();
    (Folder(folder), pair.cert.pem())
}

fn trusting(pem: &str) -> Tls {
    Tls::new().without_native_roots().trust_pem(pem).unwrap()
}

/// Who trusts the authority gets in; who does not, and who trusts only another, does not.
async fn is_verified(url: String, make: impl Fn(Tls) -> Arc<dyn Transport>, pem: &str) {
    let connect = |tls| Client::connect(ConnectEndpoint::new(make(tls), url.clone()), &[]);
    connect(trusting(pem)).await.unwrap();
    let other = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap().cert.pem();
    for stranger in [trusting(&other), Tls::new()] {
        let refused = connect(stranger).await.unwrap_err();
        assert!(matches!(refused.kind(), ConnectErrorKind::Tls | ConnectErrorKind::Unreachable), "{refused:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nats_is_verified() {
    let (folder, pem) = certificate();
    let Some(broker) = Broker::nats(&format!("tls {{ cert_file: \"{folder}/crt\", key_file: \"{folder}/key\" }}"))
    else {
        return;
    };
    is_verified(format!("tls://{}", broker.host()), |tls| Arc::new(Nats::new().tls(tls)), &pem).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn mqtt_is_verified() {
    let (folder, pem) = certificate();
    let Some(broker) = Broker::mosquitto(&format!("certfile {folder}/crt\nkeyfile {folder}/key")) else { return };
    for version in [Version::V5, Version::V3] {
        let make = |tls| Arc::new(Mqtt::new().version(version).tls(tls)) as Arc<dyn Transport>;
        is_verified(format!("mqtts://{}", broker.host()), make, &pem).await;
    }
}

/// The broker asks for a certificate, and lets in whom it names.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn amqp_is_verified_and_verifies() {
    let (folder, pem) = certificate();
    let key = fs::read_to_string(folder.0.join("key")).unwrap();
    let port = asyncapi_brokers::free_port();
    let Some(_broker) = Broker::rabbitmq(
        &format!(
            "listeners.ssl.1 = 127.0.0.1:{port}\nssl_options.cacertfile = {folder}/crt\n\
             ssl_options.certfile = {folder}/crt\nssl_options.keyfile = {folder}/key\n\
             ssl_options.verify = verify_peer\nssl_options.fail_if_no_peer_cert = false\n\
             auth_mechanisms.1 = PLAIN\nauth_mechanisms.2 = EXTERNAL\nssl_cert_login_from = common_name"
        ),
        0,
    ) else {
        return;
    };
    let make = |tls| Arc::new(Amqp::new().tls(tls)) as Arc<dyn Transport>;
    is_verified(format!("amqps://alice:s3cret@127.0.0.1:{port}"), make, &pem).await;
    let url = || format!("amqps://127.0.0.1:{port}");
    let own = trusting(&pem).identity_pem(&pem, &key).unwrap();
    let external = Amqp::new().external().tls(own);
    Client::connect(ConnectEndpoint::new(Arc::new(external), url()), &[]).await.unwrap();
    let nobody = Amqp::new().external().tls(trusting(&pem));
    let refused = Client::connect(ConnectEndpoint::new(Arc::new(nobody), url()), &[]).await.unwrap_err();
    assert_eq!(refused.kind(), ConnectErrorKind::Refused, "{refused}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nats_knows_tokens_and_keys() {
    // The example key of NATS's own documentation.
    const SEED: &str = "SUACSSL3UAHUDXKFSNVUZRF5UHPMWZ6BFDTJ7M6USDXIEDNPPQYYYCU3VY";
    const KEY: &str = "UDXU4RCSJNZOIQHZNWXHXORDPRTGNJAHAHFRGZNEEJCPQTT2M7NLCNF4";
    let connect = |nats: Nats, broker: &Broker| {
        Client::connect(ConnectEndpoint::new(Arc::new(nats), format!("nats://{}", broker.host())), &[])
    };
    let Some(broker) = Broker::nats("authorization { token: t0ken }") else { return };
    connect(Nats::new().token("t0ken"), &broker).await.unwrap();
    let refused = connect(Nats::new().token("another"), &broker).await.unwrap_err();
    assert_eq!(refused.kind(), ConnectErrorKind::Refused);
    let Some(broker) = Broker::nats(&format!("authorization {{ users = [{{ nkey: {KEY} }}] }}")) else { return };
    connect(Nats::new().nkey(SEED), &broker).await.unwrap();
    assert_eq!(connect(Nats::new(), &broker).await.unwrap_err().kind(), ConnectErrorKind::Refused);
    let unreadable = connect(Nats::new().credentials("s3cret"), &broker).await.unwrap_err();
    assert_eq!(unreadable.kind(), ConnectErrorKind::Endpoint);
    assert!(!format!("{unreadable:?} {unreadable}").contains("s3cret"));
}

/// A transport that reconnects by itself asks for a token with each attempt: also after one that it did not get, and after
/// one that was refused.
async fn tokens_are_asked_for_anew(mut broker: Broker, transport: Arc<dyn Transport>, url: String) {
    let asked = Arc::<AtomicUsize>::default();
    let count = asked.clone();
    let token = Token::provider(move || {
        let answer = match count.fetch_add(1, Ordering::SeqCst) {
            1 => Err("the authority is away"),
            2 => Ok("expired"),
            _ => Ok("s3cret"),
        };
        std::future::ready(answer)
    });
    let mut settings = Settings::default();
    settings.reconnect.first = Duration::from_millis(20);
    settings.reconnect.max = Duration::from_millis(50);
    let request = ConnectRequest {
        url: url.into(),
        address: "".into(),
        query: None,
        channel: None,
        headers: Headers::new(),
        credentials: [token.into()].into(),
        settings,
    };
    let link = transport.connect(request).await.unwrap();
    assert_eq!(asked.load(Ordering::SeqCst), 1);
    tokio::task::block_in_place(|| {
        broker.kill();
        broker.start();
    });
    // Each attempt in turn, and as many more as the broker took to come back.
    let message = || asyncapi_runtime::RawMessage::new("words", "x");
    let sent = async {
        while asked.load(Ordering::SeqCst) < 4 || link.send(message(), SendMode::Flush).await.is_err() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), sent).await.expect("connected again, with a token that is good");
    link.close(1000, "".into()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn mqtt_asks_for_tokens_anew() {
    for version in [Version::V5, Version::V3] {
        let Some(broker) = Broker::mosquitto("allow_anonymous false\npassword_file {dir}/passwords\n") else { return };
        let url = format!("mqtt://alice@{}", broker.host());
        tokens_are_asked_for_anew(broker, Arc::new(Mqtt::new().version(version)), url).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nats_asks_for_tokens_anew() {
    let Some(broker) = Broker::nats("authorization { token: s3cret }") else { return };
    let url = format!("nats://{}", broker.host());
    tokens_are_asked_for_anew(broker, Arc::new(Nats::new()), url).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn redis_is_verified() {
    let (folder, pem) = certificate();
    let more = format!("tls-cert-file {folder}/crt\ntls-key-file {folder}/key\ntls-auth-clients no");
    let Some(broker) = Broker::redis_tls(&more) else { return };
    is_verified(format!("rediss://{}", broker.host()), |tls| Arc::new(Redis::new().tls(tls)), &pem).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn redis_knows_client_certificates_and_passwords() {
    let (folder, pem) = certificate();
    let files = format!("tls-cert-file {folder}/crt\ntls-key-file {folder}/key\ntls-ca-cert-file {folder}/crt");
    let Some(broker) = Broker::redis_tls(&files) else { return };
    let url = format!("rediss://{}", broker.host());
    let connect = |tls| Client::connect(ConnectEndpoint::new(Arc::new(Redis::new().tls(tls)), url.clone()), &[]);
    let key = fs::read(format!("{folder}/key")).unwrap();
    connect(trusting(&pem).identity_pem(&pem, key).unwrap()).await.unwrap();
    let refused = connect(trusting(&pem)).await.unwrap_err();
    assert!(matches!(refused.kind(), ConnectErrorKind::Tls | ConnectErrorKind::Unreachable), "{refused:?}");

    let Some(broker) = Broker::redis("requirepass s3cret") else { return };
    let connect = |login: &str, path: &str| {
        let url = format!("redis://{login}{}{path}", broker.host());
        Client::connect(ConnectEndpoint::new(Arc::new(Redis::new()), url), &[])
    };
    connect(":s3cret@", "/15").await.unwrap();
    for (login, path) in [(":wr0ng@", ""), ("", ""), ("alice:s3cret@", ""), (":s3cret@", "/16")] {
        let refused = connect(login, path).await.unwrap_err();
        assert_eq!(refused.kind(), ConnectErrorKind::Refused, "{login}{path}: {refused}");
        assert!(!format!("{refused:?} {refused}").contains("s3cret"), "{refused:?}");
    }
}

//! `wss`: private authorities, client certificates, and what does not fit.

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};

use super::*;
use crate::ConnectErrorKind;
use crate::ws::Tls;

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

async fn encrypted(tls: Tls) -> (Running, String) {
    let running = listen(&WebSocket::new().tls(tls), settings(), everyone()).await;
    let port = running.address.rsplit_once(':').unwrap().1.to_owned();
    (running, format!("wss://localhost:{port}"))
}

#[tokio::test]
async fn a_private_authority() {
    let authority = authority();
    let (chain, key) = identity(&authority, "localhost");
    let (mut running, url) = encrypted(Tls::new().identity_pem(chain, key).unwrap()).await;
    let client = WebSocket::new().tls(Tls::new().without_native_roots().trust_pem(authority.pem()).unwrap());
    let mut connected = connect_with(&client, request(&url, "/")).await.unwrap();
    tokio::spawn(echo(running.session().await));
    for sent in ["small".to_owned(), "x".repeat(300_000)] {
        connected.link.send(text(sent.clone()), SendMode::Flush).await.unwrap();
        assert_eq!(next_text(&mut *connected.source).await, sent);
    }
    connected.link.close(1000, "".into()).await;

    let strange = WebSocket::new().tls(Tls::new().without_native_roots().trust_pem(self::authority().pem()).unwrap());
    let error = connect_with(&strange, request(&url, "/")).await.err().unwrap();
    assert_eq!(error.kind(), ConnectErrorKind::Tls, "{error}");
}

#[tokio::test]
async fn the_name_has_to_fit() {
    let authority = authority();
    let (chain, key) = identity(&authority, "other.example");
    let (_running, url) = encrypted(Tls::new().identity_pem(chain, key).unwrap()).await;
    let client = WebSocket::new().tls(Tls::new().trust_pem(authority.pem()).unwrap());
    let error = connect_with(&client, request(&url, "/")).await.err().unwrap();
    assert_eq!(error.kind(), ConnectErrorKind::Tls, "{error}");
    assert!(error.to_string().contains("other.example"), "{error}");
}

#[tokio::test]
async fn client_certificates() {
    let (servers, clients) = (authority(), authority());
    let (chain, key) = identity(&servers, "localhost");
    let tls = Tls::new().identity_pem(chain, key).unwrap().require_client_certificates_pem(clients.pem()).unwrap();
    let (mut running, url) = encrypted(tls).await;
    let trusting = Tls::new().without_native_roots().trust_pem(servers.pem()).unwrap();

    let (chain, key) = identity(&clients, "bob");
    let known = WebSocket::new().tls(trusting.clone().identity_pem(chain, key).unwrap());
    connect_with(&known, request(&url, "/")).await.unwrap();
    running.session().await;

    let unknown = WebSocket::new().tls(trusting);
    assert!(connect_with(&unknown, request(&url, "/")).await.is_err());
    assert!(running.sessions.try_recv().is_err());
}

#[tokio::test]
async fn plain_and_encrypted_do_not_mix() {
    let authority = authority();
    let (chain, key) = identity(&authority, "localhost");
    let (running, _) = encrypted(Tls::new().identity_pem(chain, key).unwrap()).await;
    let error = connect_with(&WebSocket::new(), request(&running.url(), "/")).await.err().unwrap();
    assert!(matches!(error.kind(), ConnectErrorKind::Protocol | ConnectErrorKind::Unreachable), "{error}");

    let plain = listening(settings()).await;
    let client = WebSocket::new().tls(Tls::new().trust_pem(authority.pem()).unwrap());
    let url = plain.url().replace("ws://", "wss://");
    assert_eq!(connect_with(&client, request(&url, "/")).await.err().unwrap().kind(), ConnectErrorKind::Tls);
}

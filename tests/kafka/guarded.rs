//! Who comes is proven: by password, by SCRAM, by certificate; and what is refused says so, without the secret.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use asyncapi_brokers::{find_peer_python, free_port};
use asyncapi_runtime::kafka::Kafka;
use asyncapi_runtime::{
    ClientCertificate, ConnectError, ConnectErrorKind, Credential, SaslMechanism, Secret, Transport,
};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair};

use crate::kit::{request, soon};

/// A door, which ends with the test.
struct Door {
    child: Child,
    port: u16,
}

impl Door {
    fn open(mechanism: &str, tls: &[PathBuf]) -> Option<Self> {
        let python = find_peer_python()?;
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../kafka/guard.py");
        let port = free_port();
        let mut command = Command::new(python);
        command.arg(script).arg(port.to_string()).arg(mechanism).args(tls).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        assert_eq!(line.trim(), "open");
        Some(Self { child, port })
    }

    async fn knock(&self, kafka: Kafka, scheme: &str, credentials: &[Credential]) -> Result<(), ConnectError> {
        let mut request = request("");
        request.url = format!("{scheme}://127.0.0.1:{}", self.port).into();
        request.credentials = credentials.to_vec().into();
        let link = soon(kafka.connect(request)).await?;
        link.close(1000, "".into()).await;
        Ok(())
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn sasl(mechanism: SaslMechanism, password: &str) -> Credential {
    Credential::Sasl { mechanism, user: "alice".to_owned(), password: Secret::new(password) }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn passwords_are_proven() {
    for mechanism in [SaslMechanism::Plain, SaslMechanism::ScramSha256, SaslMechanism::ScramSha512] {
        let Some(door) = Door::open(mechanism.name(), &[]) else { return };
        door.knock(Kafka::new(), "kafka", &[sasl(mechanism, "s3cret")]).await.unwrap();
        let refused = door.knock(Kafka::new(), "kafka", &[sasl(mechanism, "wr0ng")]).await.unwrap_err();
        assert_eq!(refused.kind(), ConnectErrorKind::Refused, "{refused}");
        assert!(!format!("{refused} {refused:?}").contains("wr0ng"), "{refused}");
        assert!(door.knock(Kafka::new(), "kafka", &[]).await.is_err(), "nobody goes in without a word");
        if mechanism == SaslMechanism::Plain {
            let mut request = request("");
            request.url = format!("kafka://alice:s3cret@127.0.0.1:{}", door.port).into();
            soon(Kafka::new().connect(request)).await.unwrap();
            let password = Secret::new("s3cret");
            let user = Credential::UserPassword { user: "alice".to_owned(), password };
            door.knock(Kafka::new(), "kafka", &[user]).await.unwrap();
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn certificates_are_proven() {
    let folder = std::env::temp_dir().join(format!("asyncapi-kafka-tls-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let mut authority = CertificateParams::default();
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    authority.distinguished_name.push(DnType::CommonName, "the authority of this test");
    let authority = CertifiedIssuer::self_signed(authority, KeyPair::generate().unwrap()).unwrap();
    let signed = |name: &str| {
        let key = KeyPair::generate().unwrap();
        let params = CertificateParams::new(vec![name.to_owned()]).unwrap();
        (params.signed_by(&key, &authority).unwrap().pem(), key.serialize_pem())
    };
    let (chain, key) = signed("127.0.0.1");
    let (client_chain, client_key) = signed("alice");
    let file = |name: &str, text: &str| {
        let file = folder.join(name);
        std::fs::write(&file, text).unwrap();
        file
    };
    let trusted = authority.pem();
    let (chain, key, ca) = (file("chain", &chain), file("key", &key), file("ca", &trusted));
    let trusting = || Kafka::new().trust_pem(trusted.clone());

    let Some(door) = Door::open("SCRAM-SHA-256", &[chain.clone(), key.clone(), "-".into()]) else { return };
    let word = [sasl(SaslMechanism::ScramSha256, "s3cret")];
    door.knock(trusting(), "kafka-secure", &word).await.unwrap();
    let refused = door.knock(Kafka::new(), "kafka-secure", &word).await.unwrap_err();
    assert_eq!(refused.kind(), ConnectErrorKind::Tls, "an unknown authority is not trusted: {refused}");
    drop(door);

    let Some(door) = Door::open("-", &[chain, key, ca]) else { return };
    let shown = Credential::Certificate(ClientCertificate::from_pem(client_chain.clone(), client_key.clone()));
    door.knock(trusting(), "kafka-secure", &[shown]).await.unwrap();
    door.knock(trusting().identity_pem(client_chain, client_key), "kafka-secure", &[]).await.unwrap();
    let refused = door.knock(trusting(), "kafka-secure", &[]).await.unwrap_err();
    assert!(matches!(refused.kind(), ConnectErrorKind::Tls | ConnectErrorKind::Unreachable), "{refused}");
    std::fs::remove_dir_all(&folder).unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_used_is_said_at_once() {
    let mut nobody = request(&format!("127.0.0.1:{}", free_port()));
    let refused = soon(Kafka::new().connect(nobody.clone())).await.unwrap_err();
    assert_eq!(refused.kind(), ConnectErrorKind::Unreachable);
    assert!(refused.to_string().contains("refused"), "{refused}");

    nobody.credentials = Arc::new([Credential::Bearer(Secret::new("t0ken"))]);
    for (kafka, named) in
        [(Kafka::new(), "password"), (Kafka::new().property("sasl.oauthbearer.nothing", "s3cret"), "password")]
    {
        let refused = kafka.connect(nobody.clone()).await.unwrap_err();
        assert_eq!(refused.kind(), ConnectErrorKind::Endpoint);
        assert!(refused.to_string().contains(named), "{refused}");
    }
    nobody.credentials = Arc::new([]);
    for (name, value) in [("no.such.property", "s3cret"), ("compression.type", "s3cret"), ("group.id", "s3cret")] {
        let kafka = Kafka::new().property(name, value);
        assert!(!format!("{kafka:?}").contains("s3cret"));
        let refused = kafka.connect(nobody.clone()).await.unwrap_err();
        assert_eq!(refused.kind(), ConnectErrorKind::Endpoint);
        let text = format!("{refused} {refused:?}");
        assert!(text.contains(name) && !text.contains("s3cret"), "{text}");
    }
}

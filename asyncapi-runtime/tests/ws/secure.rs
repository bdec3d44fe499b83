//! The chat over `wss`.

use asyncapi_runtime::ws::Tls;
use asyncapi_runtime::{Credential, ServerBuilder};

use super::*;

#[tokio::test]
async fn users_talk_in_private() {
    let pair = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let tls = Tls::new().identity_pem(pair.cert.pem(), pair.signing_key.serialize_pem()).unwrap();
    let room = Room::default();
    let listener = ServerBuilder::listen(&user::servers::PRODUCTION, "127.0.0.1:0").tls(tls);
    let bound = server::Service { chat: room.clone() }.bind(listener).await.unwrap();
    let running = Running::serve(bound, room);

    let port = running.address.rsplit_once(':').unwrap().1;
    let trusting = Tls::new().without_native_roots().trust_pem(pair.cert.pem()).unwrap();
    let builder = ServerBuilder::at(&user::servers::PRODUCTION, format!("wss://localhost:{port}"))
        .credential(Credential::Header { name: "X-API-Key", value: "k-alice".into() })
        .tls(trusting);
    let alice = user::Client::connect(builder).await.unwrap();
    let mut incoming = subscribed(&alice).await;
    alice.chat().send_message(&message("psst")).await.unwrap();
    hears(&mut incoming, "psst").await;
    alice.close().await;
    running.stop().await;
}

//! Two channels on one address share a connection; each gets its own messages.

use std::sync::{Arc, Mutex};

use asyncapi_runtime::Outcome;

mod application {
    asyncapi_runtime::asyncapi!("../asyncapi-codegen/tests/golden/shared-address/asyncapi.yaml");
}

mod counterpart {
    asyncapi_runtime::asyncapi!(
        spec = "../asyncapi-codegen/tests/golden/shared-address/asyncapi.yaml",
        side = counterpart,
        types = super::application,
    );
}

#[derive(Clone, Default)]
struct Heard(Arc<Mutex<Vec<String>>>);

impl application::chat::Receiver for Heard {
    async fn on_chat(&self, message: application::chat::OnChat, context: &application::chat::Context) -> Outcome {
        self.0.lock().unwrap().push(format!("chat {message:?}"));
        let echo = application::Said { text: "heard".to_owned() };
        context.sender().say(&echo).await?;
        Ok(())
    }
}

impl application::presence::Receiver for Heard {
    async fn on_presence(&self, message: application::Status, _: &application::presence::Context) -> Outcome {
        self.0.lock().unwrap().push(format!("presence {}", message.who));
        Ok(())
    }
}

#[tokio::test]
async fn over_websocket() {
    let heard = Heard::default();
    let service = application::Service { chat: heard.clone(), presence: heard.clone() };
    let bound = service.bind(application::servers::Local::listen("127.0.0.1:0")).await.unwrap();
    let address = bound.local_address();
    let served = tokio::spawn(bound.serve());
    let client =
        counterpart::Client::connect(counterpart::servers::Local::at(format!("ws://{address}"))).await.unwrap();
    let mut incoming = client.chat().subscribe().await.unwrap();
    let join = application::Status { r#type: application::StatusType::Join, who: "alice".to_owned() };
    client.presence().on_presence(&join).await.unwrap();
    client.chat().on_chat(application::Typing {}).await.unwrap();
    let said = application::Said { text: "heard".to_owned() };
    assert_eq!(incoming.next().await, Some(counterpart::chat::Message::Said(said)));
    assert_eq!(*heard.0.lock().unwrap(), ["presence alice", "chat Typing(Typing)"]);
    served.abort();
}

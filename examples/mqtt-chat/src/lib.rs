//! The chat of `chat.yaml`: messages that are nothing but text, on one topic.

use asyncapi_runtime::Outcome;
use tokio::sync::mpsc;

/// The application that the document describes.
pub mod application {
    asyncapi_runtime::asyncapi!("chat.yaml");
}

/// The other end: who talks to the application.
pub mod user {
    asyncapi_runtime::asyncapi!(spec = "chat.yaml", side = counterpart, types = crate::application);
}

/// Hands on what was said.
#[derive(Debug)]
pub struct Chat(pub mpsc::Sender<String>);

impl application::chat::Receiver for Chat {
    // What clients publish, the application receives: version 2.6 says `publish`. The spelling is the document's.
    async fn on_message_receieved(&self, text: String, _context: &application::chat::Context) -> Outcome {
        self.0.send(text).await?;
        Ok(())
    }
}

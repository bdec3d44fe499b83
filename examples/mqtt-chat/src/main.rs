//! `mqtt-chat` talks to itself in memory; `mqtt-chat URL` waits at a broker for what others say.

use std::error::Error;

use asyncapi_runtime::memory::Hub;
use mqtt_chat::{Chat, application, user};
use tokio::sync::mpsc;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let (sender, mut heard) = mpsc::channel(8);
    let service = application::Service { chat: Chat(sender) };
    let hub = Hub::new();
    let at_broker = std::env::args().nth(1);
    let endpoint = match &at_broker {
        Some(url) => application::servers::Testing::at(url),
        None => application::servers::Testing::memory(&hub),
    };
    let serving = service.bind(endpoint).await?;
    let handle = serving.handle();
    let serving = tokio::spawn(serving.serve());
    if at_broker.is_none() {
        let user = user::Client::connect(user::servers::Testing::memory(&hub)).await?;
        user.chat().on_message_receieved(&"Hello World".to_owned()).await?;
    }
    loop {
        tokio::select! {
            Some(text) = heard.recv() => println!("chat was received: {text}"),
            _ = tokio::signal::ctrl_c() => break,
        }
        if at_broker.is_none() {
            break;
        }
    }
    handle.shutdown();
    serving.await??;
    Ok(())
}

//! A chat server and two users who talk, in one program over a real WebSocket.

use std::error::Error;

use asyncapi_runtime::types::Uuid;
use chat::user::chat::{Message, Query};
use chat::user::{Chat, Client, servers};
use chat::{Keys, Rooms, now, server};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let keys = Keys::new([("key-of-ada", "Ada"), ("key-of-ben", "Ben")]);
    let endpoint = server::servers::Production::listen("127.0.0.1:0")
        .authenticate(move |credentials, _handshake| std::future::ready(keys.authenticate(&credentials)));
    let bound = server::Service { chat: Rooms }.bind(endpoint).await?;
    let address = bound.local_address();
    println!("server: listening on ws://{address}");
    let handle = bound.handle();
    let serving = tokio::spawn(bound.serve());

    let ada = join(&address, "key-of-ada", "tea,rust").await?;
    let mut heard_by_ada = ada.chat().subscribe().await?;
    let ben = join(&address, "key-of-ben", "rust").await?;
    let mut heard_by_ben = ben.chat().subscribe().await?;

    let hello = Chat {
        message_id: Uuid::from_u128(1),
        sender_id: "Ben".to_owned(),
        content: "Is this where the Rust people talk?".to_owned(),
        timestamp: now(),
    };
    ben.chat().send_message(&hello).await?;
    // Ada hears that Ben comes and what he says; Ben hears his own message too, as in any chat.
    for _ in 0..2 {
        print_next("Ada", &mut heard_by_ada).await;
    }
    ada.close().await;
    for _ in 0..2 {
        print_next("Ben", &mut heard_by_ben).await;
    }
    ben.close().await;
    handle.shutdown();
    serving.await??;
    println!("server: closed");
    Ok(())
}

async fn join(address: &str, key: &str, rooms: &str) -> Result<Client, Box<dyn Error>> {
    let endpoint =
        servers::Production::at(address).api_key_header(key).chat_query(Query { room_ids: Some(rooms.to_owned()) });
    Ok(Client::connect(endpoint).await?)
}

async fn print_next(who: &str, incoming: &mut asyncapi_runtime::Subscription<Message>) {
    match incoming.next().await {
        Some(Message::ChatMessage(chat)) => println!("{who} hears {}: {}", chat.sender_id, chat.content),
        Some(Message::UserJoin(status)) => println!("{who} sees {} come", status.user_id),
        Some(Message::UserLeave(status)) => println!("{who} sees {} go", status.user_id),
        None => println!("{who} hears no more"),
    }
}

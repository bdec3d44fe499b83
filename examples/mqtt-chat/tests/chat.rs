//! The chat end to end: in memory, and on a real broker with a peer that knows nothing of us.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use asyncapi_brokers::Broker;
use asyncapi_runtime::ServeEndpoint;
use asyncapi_runtime::memory::Hub;
use mqtt_chat::{Chat, application, user};
use tokio::sync::mpsc;

async fn start(endpoint: impl Into<ServeEndpoint>) -> mpsc::Receiver<String> {
    let (sender, heard) = mpsc::channel(8);
    let bound = application::Service { chat: Chat(sender) }.bind(endpoint.into()).await.unwrap();
    tokio::spawn(bound.serve());
    heard
}

async fn next(heard: &mut mpsc::Receiver<String>) -> String {
    tokio::time::timeout(Duration::from_secs(10), heard.recv()).await.unwrap().unwrap()
}

#[tokio::test]
async fn what_a_user_says_is_heard() {
    let hub = Hub::new();
    let mut heard = start(application::servers::Testing::memory(&hub)).await;
    let user = user::Client::connect(user::servers::Testing::memory(&hub)).await.unwrap();
    user.chat().on_message_receieved(&"Hello World".to_owned()).await.unwrap();
    assert_eq!(next(&mut heard).await, "Hello World");
}

/// What `mqtt pub -t chat -m "Hello World"` says to the broker, by MQTT 3.1.1 and QoS 0.
fn publish_by_hand(port: u16, text: &str) {
    let mut broker = TcpStream::connect(("127.0.0.1", port)).unwrap();
    broker.write_all(b"\x10\x10\x00\x04MQTT\x04\x02\x00\x3c\x00\x04peer").unwrap();
    let mut accepted = [0; 4];
    broker.read_exact(&mut accepted).unwrap();
    assert_eq!(accepted, [0x20, 2, 0, 0]);
    let length = u8::try_from(6 + text.len()).unwrap();
    broker.write_all(&[&[0x30, length, 0, 4], "chat".as_bytes(), text.as_bytes()].concat()).unwrap();
    broker.write_all(b"\xe0\x00").unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hello_world_of_a_stranger_is_heard() {
    let Some(broker) = Broker::mosquitto("") else { return };
    let url = format!("mqtt://{}", broker.host());
    let mut heard = start(application::servers::Testing::at(url.as_str())).await;
    publish_by_hand(broker.port(), "Hello World");
    assert_eq!(next(&mut heard).await, "Hello World");

    // And the other way round: what we send is as bare.
    let user = user::Client::connect(user::servers::Testing::at(url.as_str())).await.unwrap();
    user.chat().on_message_receieved(&"Hello, \"stranger\"".to_owned()).await.unwrap();
    assert_eq!(next(&mut heard).await, "Hello, \"stranger\"");
}

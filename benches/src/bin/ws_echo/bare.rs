//! The echo as one writes it by hand, on bare tokio-tungstenite and serde_json.

use futures_util::{SinkExt, StreamExt};
use serde::{Deserialize, Serialize};
use tokio::net::{TcpListener, TcpStream};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};

use super::Failure;

/// The message, some 200 bytes as JSON.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Echo {
    pub(crate) message_id: String,
    pub(crate) sender: String,
    pub(crate) content: String,
    pub(crate) sequence: i64,
}

pub(crate) fn message(sequence: i64) -> Echo {
    Echo {
        message_id: "0190f3a0-7e5d-7c3a-9f6e-2b1c4d5e6f70".into(),
        sender: "user-000042".into(),
        content: "The quick brown fox jumps over the lazy dog while five boxing wizards jump quickly".into(),
        sequence,
    }
}

/// A server that answers each message; `batch` says after how many it flushes.
pub(crate) async fn serve(batch: usize) -> Result<String, Failure> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("ws://{}", listener.local_addr()?);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(async move { answer(stream, batch).await.map_err(|error| error.to_string()) });
        }
    });
    Ok(url)
}

async fn answer(stream: TcpStream, batch: usize) -> Result<(), Failure> {
    stream.set_nodelay(true)?;
    let mut socket = tokio_tungstenite::accept_async(stream).await?;
    let mut fed = 0;
    while let Some(incoming) = socket.next().await {
        let Message::Text(text) = incoming? else { continue };
        let message: Echo = serde_json::from_str(&text)?;
        socket.feed(Message::text(serde_json::to_string(&message)?)).await?;
        fed += 1;
        if fed == batch {
            socket.flush().await?;
            fed = 0;
        }
    }
    Ok(())
}

pub(crate) type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

pub(crate) async fn connect(url: &str) -> Result<Socket, Failure> {
    let (socket, _) = tokio_tungstenite::connect_async_with_config(url, None, true).await?;
    Ok(socket)
}

/// Sends messages in batches and waits for the answers of each.
pub(crate) async fn talk(mut socket: Socket, count: usize, batch: usize) -> Result<Socket, Failure> {
    for first in (0..count).step_by(batch) {
        for sequence in first..first + batch {
            socket.feed(Message::text(serde_json::to_string(&message(sequence as i64))?)).await?;
        }
        socket.flush().await?;
        for sequence in first..first + batch {
            let Some(Message::Text(text)) = socket.next().await.transpose()? else { return Err("no answer".into()) };
            let answer: Echo = serde_json::from_str(&text)?;
            if answer.sequence != sequence as i64 {
                return Err("a wrong answer".into());
            }
        }
    }
    Ok(socket)
}

//! The same echo by generated client and service.

use asyncapi_runtime::{Outcome, Subscription};

use super::Failure;

mod user {
    asyncapi_runtime::asyncapi!("echo.yaml");
}

mod server {
    asyncapi_runtime::asyncapi!(spec = "echo.yaml", side = counterpart, types = super::user);
}

use user::Echo;

struct Answer;

impl server::echo::Receiver for Answer {
    async fn ask(&self, message: Echo, context: &server::echo::Context) -> Outcome {
        context.sender().hear(&message).await?;
        Ok(())
    }
}

fn message(sequence: usize) -> Echo {
    let super::bare::Echo { message_id, sender, content, sequence } = super::bare::message(sequence as i64);
    Echo { message_id, sender, content, sequence }
}

/// A server that answers each message. Neither end has a heartbeat: a peer by hand that waits for its turn answers no ping.
pub(crate) async fn serve() -> Result<String, Failure> {
    let bound =
        server::Service { echo: Answer }.bind(server::servers::Local::listen("127.0.0.1:0").heartbeat(None)).await?;
    let url = format!("ws://{}", bound.local_address());
    tokio::spawn(bound.serve());
    Ok(url)
}

pub(crate) struct Connection {
    client: user::Client,
    incoming: Subscription<user::echo::Message>,
}

pub(crate) async fn connect(url: &str) -> Result<Connection, Failure> {
    let client = user::Client::connect(user::servers::Local::at(url).heartbeat(None)).await?;
    let incoming = client.echo().subscribe().await?;
    Ok(Connection { client, incoming })
}

/// Sends messages in batches and waits for the answers of each.
pub(crate) async fn talk(mut connection: Connection, count: usize, batch: usize) -> Result<Connection, Failure> {
    let echo = connection.client.echo();
    let batched = echo.batch();
    for first in (0..count).step_by(batch) {
        if batch == 1 {
            echo.ask(&message(first)).await?;
        } else {
            for sequence in first..first + batch {
                batched.ask(&message(sequence)).await?;
            }
            batched.flush().await?;
        }
        for sequence in first..first + batch {
            let user::echo::Message::Echo(answer) = connection.incoming.next().await.ok_or("no answer")?;
            if answer.sequence != sequence as i64 {
                return Err("a wrong answer".into());
            }
        }
    }
    Ok(connection)
}

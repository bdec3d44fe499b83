//! The task of one connection: hears what is wrong with it, and makes a lost one again.

use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use futures_core::Stream;
use lapin::types::ShortString;
use lapin::{Connection, Event};

use super::connection::{alive, open, publisher, said};
use super::line::Line;
use super::options::Amqp;
use super::outbox::blames_a_message;
use crate::reconnect::Backoff;
use crate::{CloseReason, ConnectError, ConnectErrorKind, ConnectRequest};

/// How often a connection is looked at.
const LOOK: Duration = Duration::from_secs(1);
/// The protocol's word for an end without a fault.
const SUCCESS: u16 = 200;

/// Connects; `bound` is the virtual host of a binding.
pub(super) async fn connect(
    amqp: Amqp,
    request: ConnectRequest,
    bound: Option<&'static str>,
) -> Result<Arc<Line>, ConnectError> {
    let line = Arc::new(Line::new(amqp, request, bound));
    let connection = Arc::new(establish(&line).await?);
    let backoff = Backoff::new(line.request.settings.reconnect.clone());
    let channel = publisher(&connection).await.map_err(|error| failed(&error))?;
    line.outbox.resume(channel);
    line.up.send_replace(Some(connection.clone()));
    tokio::spawn(run(line.clone(), connection, backoff));
    Ok(line)
}

fn failed(error: &lapin::Error) -> ConnectError {
    ConnectError::new(ConnectErrorKind::Unreachable, said(error))
}

async fn establish(line: &Line) -> Result<Connection, ConnectError> {
    let request = line.request.with_tokens().await?;
    let connection = open(&line.amqp.plan(&request, line.bound)?).await?;
    let most = match connection.configuration().frame_max() {
        0 => u32::MAX,
        most => most.saturating_sub(1024),
    };
    line.outbox.most_headers.store(usize::try_from(most).unwrap_or(usize::MAX), Ordering::Relaxed);
    Ok(connection)
}

async fn run(line: Arc<Line>, mut connection: Arc<Connection>, mut backoff: Backoff) {
    loop {
        let fault = watch(&line, &connection).await;
        line.up.send_replace(None);
        line.blocked.store(false, Ordering::Release);
        if line.ending.reason().is_some() {
            let _ = connection.close(SUCCESS, ShortString::default()).await;
            break;
        }
        // The message that the broker closed the connection for would have it closed again.
        let careful = fault.as_ref().is_some_and(blames_a_message);
        let text = fault.map_or_else(|| "the connection broke".to_owned(), |error| said(&error));
        tracing::info!(reason = text, "the connection to the AMQP broker is lost");
        line.outbox.hold();
        backoff.lost();
        match again(&line, &mut backoff, careful).await {
            Some(made) => connection = made,
            None => {
                line.ending.end(CloseReason::lost(text));
                break;
            }
        }
    }
    line.ending.end(CloseReason::lost("the connection ended"));
    line.outbox.end();
    line.over.send_replace(true);
}

/// Makes the connection again; `None` gives up, or the line has ended.
async fn again(line: &Arc<Line>, backoff: &mut Backoff, careful: bool) -> Option<Arc<Connection>> {
    loop {
        let (attempt, pause) = backoff.next()?;
        let limit = line.request.settings.connect_timeout;
        let attempting = async {
            tokio::time::sleep(pause).await;
            let connection = tokio::time::timeout(limit, establish(line)).await;
            let connection = Arc::new(connection.unwrap_or_else(|_| Err(ConnectErrorKind::TimedOut.into()))?);
            line.declare_again(&connection).await;
            let resumed = match careful {
                true => alive(&connection, line.outbox.resume_carefully(&connection)).await,
                false => publisher(&connection).await.map(|channel| line.outbox.resume(channel)),
            };
            resumed.map_err(|error| failed(&error))?;
            Ok::<_, ConnectError>(connection)
        };
        let made = tokio::select! {
            biased;
            () = ended(line) => return None,
            made = attempting => made,
        };
        match made {
            Ok(connection) => {
                backoff.connected();
                line.up.send_replace(Some(connection.clone()));
                return Some(connection);
            }
            Err(error) => {
                line.outbox.hold();
                tracing::warn!(attempt, %error, "the connection was not made again");
            }
        }
    }
}

async fn ended(line: &Line) {
    std::future::poll_fn(|cx| match line.ending.poll(cx) {
        Some(_) => std::task::Poll::Ready(()),
        None => std::task::Poll::Pending,
    })
    .await;
}

/// Returns when the connection is lost, with what is known of the reason, or when the line is to end.
async fn watch(line: &Line, connection: &Connection) -> Option<lapin::Error> {
    let mut events = pin!(connection.events_listener());
    let mut fault = None;
    loop {
        if line.ending.reason().is_some() {
            return None;
        }
        if !connection.status().connected() {
            return fault.or_else(|| line.outbox.fault());
        }
        // Only the channel that publishes is lost, and a message is to blame for that.
        if line.outbox.is_held()
            && let Err(error) = resume(line, connection).await
        {
            fault = Some(error);
            continue;
        }
        let event = std::future::poll_fn(|cx| Pin::new(&mut events).as_mut().poll_next(cx));
        tokio::select! {
            event = event => match event {
                Some(Event::ConnectionBlocked(reason)) => {
                    line.blocked.store(true, Ordering::Release);
                    tracing::warn!(reason, "the AMQP broker takes no messages at present");
                }
                Some(Event::ConnectionUnblocked) => {
                    line.blocked.store(false, Ordering::Release);
                    tracing::info!("the AMQP broker takes messages again");
                }
                Some(Event::Error(error)) => fault = Some(error),
                Some(_) => {}
                None => return fault,
            },
            () = line.outbox.trouble.notified() => {}
            // The end of a connection is not always told.
            () = tokio::time::sleep(LOOK) => {}
            () = ended(line) => {}
        }
    }
}

async fn resume(line: &Line, connection: &Connection) -> lapin::Result<()> {
    let reason = line.outbox.fault().map_or_else(String::new, |error| said(&error));
    tracing::warn!(reason, "the AMQP broker closed the channel over a message");
    line.outbox.hold();
    alive(connection, line.outbox.resume_carefully(connection)).await
}

//! Makes one connection.

use std::fmt::Display;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use async_rs::util::RuntimeParts;
use async_rs::{Runtime, Tokio};
use lapin::auth::AuthProvider;
use lapin::options::ConfirmSelectOptions;
use lapin::tcp::AsyncTcpStream;
use lapin::types::{LongString, ShortString};
use lapin::uri::{AMQPAuthority, AMQPQueryString, AMQPScheme, AMQPUri, AMQPUserInfo};
use lapin::{Channel, Connection, ConnectionProperties, ErrorKind};

use super::options::{Login, Plan};
use super::stream::{Fault, Gate, Socket, Sockets};
use crate::{ConnectError, ConnectErrorKind, Secret};

/// Codes of the protocol that say that this client is not welcome here.
const ACCESS_REFUSED: u16 = 403;
const NOT_ALLOWED: u16 = 530;

/// Dropped before the connection is made, it ends it.
struct Cut(Arc<Gate>);

impl Drop for Cut {
    fn drop(&mut self) {
        self.0.cut();
    }
}

/// Logs in by the plan rather than by the URI, whose `Debug` would show the password.
struct Provider(Login);

impl AuthProvider for Provider {
    fn mechanism(&self) -> ShortString {
        match &self.0 {
            Login::Plain(..) => ShortString::from("PLAIN"),
            Login::External => ShortString::from("EXTERNAL"),
        }
    }

    fn auth_starter(&self) -> Result<LongString, String> {
        let plain = |user: &str, password: &Secret| format!("\0{user}\0{}", password.expose());
        Ok(match &self.0 {
            Login::Plain(user, password) => plain(user, password).into(),
            Login::External => "".into(),
        })
    }
}

/// Connects, and logs in. Cancel-safe.
pub(super) async fn open(plan: &Plan) -> Result<Connection, ConnectError> {
    let uri = AMQPUri {
        // Encryption is set up here, not by the client library: it knows neither our authorities nor our provider.
        scheme: AMQPScheme::AMQP,
        authority: AMQPAuthority { userinfo: AMQPUserInfo::default(), host: plan.host.clone(), port: plan.port },
        vhost: plan.vhost.clone(),
        query: AMQPQueryString { heartbeat: Some(plan.heartbeat), ..AMQPQueryString::default() },
    };
    let properties = ConnectionProperties::default()
        .with_connection_name("asyncapi-runtime".into())
        .with_auth_provider(Provider(plan.login.clone()));
    let (gate, untrusted) = (Arc::<Gate>::default(), Arc::new(AtomicBool::new(false)));
    let cut = Cut(gate.clone());
    let (tls, limit, distrust) = (plan.tls.clone(), plan.connect_timeout, untrusted.clone());
    let connector = async move |uri: AMQPUri, _| {
        let connecting = Socket::connect(&uri.authority.host, uri.authority.port, tls.clone(), gate.clone());
        match tokio::time::timeout(limit, connecting).await {
            Ok(Ok(socket)) => Ok(AsyncTcpStream::Plain(socket)),
            Ok(Err(Fault::Unreachable(error))) => Err(error.into()),
            Ok(Err(Fault::Tls(error))) => {
                distrust.store(true, Ordering::Release);
                Err(error.into())
            }
            Err(_) => Err(std::io::Error::from(std::io::ErrorKind::TimedOut).into()),
        }
    };
    let runtime = Runtime::new(RuntimeParts::new(Tokio::current(), Sockets(Tokio::current())));
    let connecting = Connection::connector(uri, runtime, connector, properties);
    let connected = match tokio::time::timeout(plan.connect_timeout, connecting).await {
        Ok(connected) => connected,
        Err(_) => return Err(ConnectErrorKind::TimedOut.into()),
    };
    let connection = connected.map_err(|error| failed(&error, untrusted.load(Ordering::Acquire)))?;
    cut.0.made();
    Ok(connection)
}

/// How often a connection is looked at by those who wait for its answer.
const LOOK: Duration = Duration::from_millis(250);

/// Waits for what the broker answers, as long as the connection lives: the client library may leave for ever what was
/// under way as a connection broke.
pub(super) async fn alive<T>(
    connection: &Connection,
    work: impl Future<Output = lapin::Result<T>>,
) -> lapin::Result<T> {
    let dead = async {
        while connection.status().connected() {
            tokio::time::sleep(LOOK).await;
        }
        // An answer that is there already goes first.
        tokio::time::sleep(LOOK).await;
    };
    tokio::select! {
        biased;
        done = work => done,
        () = dead => Err(std::io::Error::from(std::io::ErrorKind::ConnectionAborted).into()),
    }
}

/// A channel that publishes with confirmations.
pub(super) async fn publisher(connection: &Connection) -> lapin::Result<Arc<Channel>> {
    let opening = async {
        let channel = connection.create_channel().await?;
        channel.confirm_select(ConfirmSelectOptions::default()).await?;
        Ok(Arc::new(channel))
    };
    alive(connection, opening).await
}

fn failed(error: &lapin::Error, untrusted: bool) -> ConnectError {
    let kind = match error.kind() {
        ErrorKind::ProtocolError(said) if matches!(said.get_id(), ACCESS_REFUSED | NOT_ALLOWED) => {
            ConnectErrorKind::Refused
        }
        ErrorKind::AuthProviderError(_) => ConnectErrorKind::Refused,
        ErrorKind::IOError(_) if untrusted => ConnectErrorKind::Tls,
        ErrorKind::IOError(error) if error.kind() == std::io::ErrorKind::TimedOut => ConnectErrorKind::TimedOut,
        ErrorKind::IOError(_) | ErrorKind::RuntimeShutdownError(_) => ConnectErrorKind::Unreachable,
        _ => ConnectErrorKind::Protocol,
    };
    ConnectError::new(kind, said(error))
}

/// What the broker has to say, or else the client library.
pub(super) fn said(error: &lapin::Error) -> String {
    match error.kind() {
        ErrorKind::ProtocolError(said) => said.get_message().to_string(),
        ErrorKind::IOError(error) => error.to_string(),
        _ => (error as &dyn Display).to_string(),
    }
}

//! One connection to the server: TCP, TLS, and the login.

use std::sync::Arc;

use ::redis::aio::MultiplexedConnection;
use ::redis::{
    AsyncConnectionConfig, Cmd, ErrorKind, ProtocolVersion, PushInfo, RedisConnectionInfo, RedisError, Value,
};
use tokio::net::TcpStream;
use tokio::task::AbortHandle;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::ClientConfig;
use tokio_rustls::rustls::pki_types::ServerName;

use super::Redis;
use super::address::Place;
use crate::{ConnectError, ConnectErrorKind, ConnectRequest};

/// All that a connection is made of.
pub(super) struct Plan {
    host: String,
    port: u16,
    tls: Option<Arc<ClientConfig>>,
    login: RedisConnectionInfo,
}

impl Plan {
    pub(super) fn new(redis: &Redis, request: &ConnectRequest) -> Result<Self, ConnectError> {
        let place = Place::of(&request.url)?;
        let unusable = |text: String| ConnectError::new(ConnectErrorKind::Endpoint, text);
        let mut login = RedisConnectionInfo::default()
            .set_protocol(ProtocolVersion::RESP3)
            .set_db(place.database)
            .set_skip_set_lib_name();
        if let Some((user, password)) = Redis::login(&request.credentials, place.login)? {
            if !user.is_empty() {
                login = login.set_username(user);
            }
            login = login.set_password(password.expose());
        }
        let tls = match place.secure || redis.tls.is_some() {
            false => None,
            true => {
                let config = redis.tls.clone().unwrap_or_default().broker_client();
                Some(Arc::new(config.map_err(|error| unusable(error.to_string()))?))
            }
        };
        Ok(Self { host: place.host, port: place.port, tls, login })
    }

    /// Connects. Cancel-safe: what is dropped leaves no connection behind.
    pub(super) async fn open(
        &self,
        push: impl Fn(PushInfo) + Send + Sync + 'static,
    ) -> Result<Connection, ConnectError> {
        let unreachable = |error| ConnectError::caused(ConnectErrorKind::Unreachable, "", error);
        let stream = TcpStream::connect((&*self.host, self.port)).await.map_err(unreachable)?;
        stream.set_nodelay(true).map_err(unreachable)?;
        let config = AsyncConnectionConfig::new().set_response_timeout(None).set_push_sender(move |info| {
            push(info);
            Ok::<(), ()>(())
        });
        let Some(tls) = &self.tls else {
            let made = MultiplexedConnection::new_with_config(&self.login, stream, config).await;
            let (client, driver) = made.map_err(refused)?;
            return Ok(Connection::spawn(client, driver));
        };
        let name = ServerName::try_from(self.host.clone())
            .map_err(|error| ConnectError::caused(ConnectErrorKind::Endpoint, "", error))?;
        let stream = TlsConnector::from(tls.clone()).connect(name, stream).await;
        let stream = stream.map_err(|error| ConnectError::caused(ConnectErrorKind::Tls, "", error))?;
        let made = MultiplexedConnection::new_with_config(&self.login, stream, config).await;
        let (client, driver) = made.map_err(refused)?;
        Ok(Connection::spawn(client, driver))
    }
}

/// A connection, which ends when dropped.
pub(super) struct Connection {
    pub(super) client: MultiplexedConnection,
    task: AbortHandle,
}

impl Connection {
    fn spawn(client: MultiplexedConnection, driver: impl Future<Output = ()> + Send + 'static) -> Self {
        Self { client, task: tokio::spawn(driver).abort_handle() }
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Sends a command and gives the answer; an error that the server answers is an error here.
pub(super) async fn ask(client: &mut MultiplexedConnection, command: &Cmd) -> Result<Value, RedisError> {
    match client.send_packed_command(command).await? {
        Value::ServerError(error) => Err(error.into()),
        value => Ok(value),
    }
}

/// Whether an error is one of the connection rather than the server's answer.
pub(super) fn is_broken(error: &RedisError) -> bool {
    error.is_io_error() || error.is_unrecoverable_error()
}

fn refused(error: RedisError) -> ConnectError {
    let kind = match error.kind() {
        ErrorKind::AuthenticationFailed => ConnectErrorKind::Refused,
        ErrorKind::RESP3NotSupported | ErrorKind::Parse => ConnectErrorKind::Protocol,
        ErrorKind::Io => ConnectErrorKind::Unreachable,
        // `WRONGPASS`, `NOAUTH`, `NOPERM`, a database that does not exist, a server that is loading its data.
        _ => ConnectErrorKind::Refused,
    };
    ConnectError::caused(kind, "", error)
}

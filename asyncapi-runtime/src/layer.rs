//! tower's layers around a service's handlers.
//!
//! A layer becomes an [`Interceptor`] that owns the layered service; the message's own way to its handler travels in
//! its [`Context`], so that one service serves all sessions: a limit holds for the whole program.

use std::error::Error;
use std::fmt;
use std::future::poll_fn;
use std::task::Poll;

use tokio::sync::Mutex;
use tower_layer::Layer;
use tower_service::Service;

use crate::{BoxFuture, Context, Failure, Handled, Interceptor, NextHandler};

/// The innermost service: handles a message as the program's receiver does. See [`Server::layer`](crate::Server::layer).
#[derive(Debug, Clone)]
pub struct Handler(());

impl Service<Context> for Handler {
    type Response = ();
    type Error = NotHandled;
    type Future = BoxFuture<'static, Result<(), NotHandled>>;

    fn poll_ready(&mut self, _: &mut std::task::Context<'_>) -> Poll<Result<(), NotHandled>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, mut context: Context) -> Self::Future {
        let Some(next) = context.take_next() else {
            // Only a layer that makes contexts up could get here.
            let failure = Failure::reject("the message has no handler");
            return Box::pin(async { Err(NotHandled(failure.into())) });
        };
        Box::pin(async move {
            match next.run(context).await {
                Handled::Done => Ok(()),
                other => Err(NotHandled(other)),
            }
        })
    }
}

/// A message was not handled, as an error for layers. What a layer passes on keeps its meaning.
#[derive(Debug)]
pub struct NotHandled(Handled);

impl NotHandled {
    /// What became of the message.
    pub fn handled(&self) -> &Handled {
        &self.0
    }
}

impl fmt::Display for NotHandled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Handled::Done => f.write_str("handled"),
            Handled::Failed(failure) => failure.fmt(f),
            Handled::Undecodable(error) => error.fmt(f),
            Handled::Panicked(text) => write!(f, "the handler panicked: {text}"),
        }
    }
}

impl Error for NotHandled {}

/// A layered service, which all sessions share: whoever holds the lock waits for it to be ready.
struct Layered<S>(Mutex<S>);

/// The interceptor that a layer makes.
pub(crate) fn layered<L>(layer: &L) -> impl Interceptor + use<L>
where
    L: Layer<Handler>,
    L::Service: Service<Context, Error: Into<Box<dyn Error + Send + Sync>>, Future: Send> + Send + 'static,
{
    Layered(Mutex::new(layer.layer(Handler(()))))
}

impl<S> Interceptor for Layered<S>
where
    S: Service<Context, Error: Into<Box<dyn Error + Send + Sync>>, Future: Send> + Send + 'static,
{
    fn incoming<'a>(&'a self, mut context: Context, next: NextHandler) -> BoxFuture<'a, Handled> {
        context.set_next(next);
        Box::pin(async move {
            let called: Result<S::Future, Box<dyn Error + Send + Sync>> = {
                let mut service = self.0.lock().await;
                // Given up while it waits, the service keeps its place: the next message has it.
                let ready = poll_fn(|cx| service.poll_ready(cx).map_err(Into::into)).await;
                ready.map(|()| service.call(context))
            };
            let result = match called {
                Ok(calling) => calling.await.map_err(Into::into),
                Err(error) => Err(error),
            };
            match result {
                Ok(_) => Handled::Done,
                Err(error) => {
                    error.downcast::<NotHandled>().map_or_else(|other| Failure::retry(other).into(), |own| own.0)
                }
            }
        })
    }
}

#[cfg(all(test, feature = "memory"))]
mod tests;

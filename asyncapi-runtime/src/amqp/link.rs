//! What a program holds of its connections: one for each virtual host that its channels are on.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex};

use super::driver;
use super::line::Line;
use super::place::Place;
use super::topology::{REPLIES, channel_of, vhost};
use crate::control::lock;
use crate::{
    BoxFuture, Capabilities, ChannelInfo, CloseReason, Link, RawMessage, SendMode, Sending, SharedStr, Source,
    SubscribeError, SubscribeRequest,
};

pub(super) const CAPABILITIES: Capabilities = Capabilities {
    per_address: false,
    headers: true,
    redelivery: true,
    reconnects: true,
    keys: false,
    correlation: true,
};

pub(super) struct AmqpLink {
    home: Arc<Line>,
    /// The URL says which virtual host is meant, whatever bindings say.
    fixed: bool,
    others: Arc<Others>,
}

/// The connections to other virtual hosts than the first: made when they are needed.
#[derive(Default)]
struct Others {
    lines: Mutex<HashMap<&'static str, Arc<Line>>>,
    making: tokio::sync::Mutex<()>,
}

impl AmqpLink {
    pub(super) fn new(home: Arc<Line>) -> Self {
        let fixed = Place::of(&home.request.url).is_ok_and(|place| place.vhost.is_some());
        Self { home, fixed, others: Arc::default() }
    }

    /// The virtual host of a channel, if it is not the usual one.
    fn elsewhere(&self, channel: Option<&ChannelInfo>) -> Option<&'static str> {
        if self.fixed {
            return None;
        }
        vhost(channel).filter(|name| *name != "/")
    }

    fn lines(&self) -> Vec<Arc<Line>> {
        let others = lock(&self.others.lines);
        std::iter::once(&self.home).chain(others.values()).cloned().collect()
    }
}

impl Others {
    async fn line(&self, home: &Line, name: &'static str) -> Result<Arc<Line>, crate::ConnectError> {
        let _one_at_a_time = self.making.lock().await;
        if let Some(line) = lock(&self.lines).get(name) {
            return Ok(line.clone());
        }
        let line = driver::connect(home.amqp.clone(), home.request.clone(), Some(name)).await?;
        lock(&self.lines).insert(name, line.clone());
        Ok(line)
    }
}

impl Link for AmqpLink {
    fn capabilities(&self) -> Capabilities {
        CAPABILITIES
    }

    fn send(&self, message: RawMessage, mode: SendMode) -> Sending {
        let Some(name) = self.elsewhere(channel_of(&message)) else { return self.home.send(message, mode) };
        let known = lock(&self.others.lines).get(name).cloned();
        if let Some(line) = known {
            return line.send(message, mode);
        }
        let (others, home) = (self.others.clone(), self.home.clone());
        Sending::Waiting(Box::pin(async move { others.line(&home, name).await?.send(message, mode).await }))
    }

    fn flush(&self) -> Sending {
        let lines = self.lines();
        Sending::Waiting(Box::pin(async move {
            let mut first = Ok(());
            for line in lines {
                let flushed = line.flush().await;
                first = first.and(flushed);
            }
            first
        }))
    }

    fn reply_address(&self) -> Option<SharedStr> {
        let random = crate::reconnect::random;
        Some(format!("{REPLIES}{:016x}{:016x}", random(), random()).into())
    }

    fn subscribe(&self, request: SubscribeRequest) -> BoxFuture<'_, Result<Box<dyn Source>, SubscribeError>> {
        Box::pin(async move {
            match self.elsewhere(request.channel) {
                None => self.home.clone().subscribe(request).await,
                Some(name) => self.others.line(&self.home, name).await?.subscribe(request).await,
            }
        })
    }

    fn close(&self, code: u16, reason: SharedStr) -> BoxFuture<'static, ()> {
        let lines = self.lines();
        Box::pin(async move {
            let mut closing = tokio::task::JoinSet::new();
            for line in lines {
                closing.spawn(line.close(code, reason.clone()));
            }
            while closing.join_next().await.is_some() {}
        })
    }
}

impl Drop for AmqpLink {
    /// A link that nobody closed: the drivers must not outlive it.
    fn drop(&mut self) {
        for line in self.lines() {
            line.ending.end(CloseReason::local(crate::close_code::NORMAL, ""));
            line.outbox.trouble.notify_one();
        }
    }
}

impl fmt::Debug for AmqpLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AmqpLink").field("amqp", &self.home.amqp).finish_non_exhaustive()
    }
}

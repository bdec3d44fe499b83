//! What the transports on brokers have in common: how their sources end, and which addresses a source takes.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Waker};

use crate::CloseReason;
use crate::control::lock;
#[cfg(any(feature = "mqtt", feature = "redis", feature = "amqp"))]
use crate::{ConnectError, ConnectErrorKind, Secret, decode_percent};

/// How many tasks are remembered to be woken at the end; those that are forgotten are woken first, and come again.
const WAKERS: usize = 64;

/// The end of a link, which its sources hear of.
#[derive(Debug, Default)]
pub(crate) struct Ending {
    over: AtomicBool,
    state: Mutex<(Option<CloseReason>, Vec<Waker>)>,
}

impl Ending {
    /// Ends the link; the first reason counts.
    pub(crate) fn end(&self, reason: CloseReason) {
        let mut state = lock(&self.state);
        state.0.get_or_insert(reason);
        self.over.store(true, Ordering::Release);
        let wakers = std::mem::take(&mut state.1);
        drop(state);
        wakers.into_iter().for_each(Waker::wake);
    }

    /// Why the link has ended, if it has.
    pub(crate) fn reason(&self) -> Option<CloseReason> {
        self.over.load(Ordering::Acquire).then(|| lock(&self.state).0.clone()).flatten()
    }

    /// As [`Ending::reason`]; as long as there is none, the task is woken when there is.
    pub(crate) fn poll(&self, cx: &Context<'_>) -> Option<CloseReason> {
        let mut state = lock(&self.state);
        if state.0.is_none() && !state.1.iter().any(|waker| waker.will_wake(cx.waker())) {
            if state.1.len() >= WAKERS {
                state.1.drain(..).for_each(Waker::wake);
            }
            state.1.push(cx.waker().clone());
        }
        state.0.clone()
    }
}

/// The parts of a URL that names one broker.
#[cfg(any(feature = "mqtt", feature = "redis", feature = "amqp"))]
pub(crate) struct BrokerUrl<'u> {
    pub(crate) scheme: &'u str,
    /// User and password, decoded.
    pub(crate) login: Option<(String, Secret)>,
    /// Without brackets.
    pub(crate) host: &'u str,
    pub(crate) port: Option<u16>,
    /// Without the slash before it, the query and the fragment.
    #[cfg_attr(not(any(feature = "redis", feature = "amqp")), allow(dead_code, reason = "MQTT's URLs have no path"))]
    pub(crate) path: &'u str,
}

#[cfg(any(feature = "mqtt", feature = "redis", feature = "amqp"))]
impl<'u> BrokerUrl<'u> {
    /// Reads a URL; `scheme` is that of one that has none.
    pub(crate) fn of(url: &'u str, scheme: &'u str) -> Result<Self, ConnectError> {
        let (scheme, rest) = url.split_once("://").unwrap_or((scheme, url));
        let rest = rest.split(['?', '#']).next().unwrap_or_default();
        let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
        let (login, host) = match authority.rsplit_once('@') {
            Some((login, host)) => (Some(login), host),
            None => (None, authority),
        };
        let login = login.map(|login| {
            let (user, password) = login.split_once(':').unwrap_or((login, ""));
            (decode_percent(user, false).into_owned(), Secret::new(&*decode_percent(password, false)))
        });
        let (host, port) = match host.strip_prefix('[').and_then(|host| host.split_once(']')) {
            Some((host, rest)) => (host, rest.strip_prefix(':')),
            None => host.split_once(':').map_or((host, None), |(host, port)| (host, Some(port))),
        };
        let port = port.map(str::parse).transpose();
        let port = port.map_err(|_| unusable("the port is not a number up to 65535"))?;
        if host.is_empty() {
            return Err(unusable("the URL has no host"));
        }
        Ok(Self { scheme, login, host, port, path })
    }
}

/// What is wrong with an endpoint.
#[cfg(any(feature = "mqtt", feature = "redis", feature = "amqp"))]
pub(crate) fn unusable(text: &str) -> ConnectError {
    ConnectError::new(ConnectErrorKind::Endpoint, text.to_owned())
}

/// The tokens of an address that a broker splits at `separator`: literal, wholly a parameter, or partly.
#[cfg(any(feature = "nats", feature = "mqtt", feature = "amqp"))]
pub(crate) fn wildcards(template: &str, separator: char, one: &str) -> (String, bool) {
    let mut partly = false;
    let mut pattern = String::with_capacity(template.len());
    for (at, token) in template.split(separator).enumerate() {
        if at > 0 {
            pattern.push(separator);
        }
        match token.find('{').and_then(|open| token.get(open..)?.contains('}').then_some(open)) {
            None => pattern.push_str(token),
            Some(open) => {
                partly |= open > 0 || token.find('}') != Some(token.len() - 1);
                pattern.push_str(one);
            }
        }
    }
    (pattern, partly)
}

#[cfg(all(test, any(feature = "nats", feature = "mqtt", feature = "amqp")))]
mod tests {
    use super::*;

    #[test]
    fn open_parameters_are_wildcards() {
        assert_eq!(wildcards("prices.{symbol}.eu", '.', "*"), ("prices.*.eu".to_owned(), false));
        assert_eq!(wildcards("lights/{id}-x/on", '/', "+"), ("lights/+/on".to_owned(), true));
        assert_eq!(wildcards("{a}{b}", '.', "*"), ("*".to_owned(), true));
        assert_eq!(wildcards("a.{b", '.', "*"), ("a.{b".to_owned(), false));
    }
}

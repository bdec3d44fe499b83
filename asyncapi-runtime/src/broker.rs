//! What the transports on brokers have in common: how their sources end, and which addresses a source takes.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Waker};

use crate::CloseReason;
use crate::control::lock;

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

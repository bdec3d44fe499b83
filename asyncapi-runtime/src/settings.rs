//! Limits, times and rules that hold for a connection or a service, with defaults that are safe to run with.

use std::time::Duration;

/// Limits and times of connections. Transports take what concerns them.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Settings {
    /// How often the peer is asked whether it lives; one that has not answered by the next time is cut off.
    pub heartbeat: Option<Duration>,
    /// The largest message that is taken or sent, in bytes.
    pub max_message: usize,
    /// How many bytes may wait to be written to one peer.
    pub send_buffer: usize,
    /// How many messages are read ahead of a handler or subscriber that is busy.
    pub read_ahead: usize,
    /// How long a peer may take for its handshake.
    pub handshake_timeout: Duration,
    /// How long making a connection may take.
    pub connect_timeout: Duration,
    /// How long the closing handshake may take.
    pub close_timeout: Duration,
    /// How many sessions a listener has at most.
    pub max_sessions: usize,
    /// When and how often a lost connection is made again.
    pub reconnect: Reconnect,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            heartbeat: Some(Duration::from_secs(30)),
            max_message: 1 << 20,
            send_buffer: 1 << 20,
            read_ahead: 256,
            handshake_timeout: Duration::from_secs(10),
            connect_timeout: Duration::from_secs(10),
            close_timeout: Duration::from_secs(5),
            max_sessions: 65_536,
            reconnect: Reconnect::default(),
        }
    }
}

/// When a lost connection is made again: some attempts at once, then with growing, jittered pauses.
#[derive(Debug, Clone, PartialEq)]
pub struct Reconnect {
    /// How many attempts are made without a pause.
    pub instant: u32,
    /// The first pause.
    pub first: Duration,
    /// The longest pause.
    pub max: Duration,
    /// By how much each pause is longer than the one before it.
    pub factor: f64,
    /// Which part of a pause is left to chance, from 0 to 1. Chance only ever adds to the pause.
    pub jitter: f64,
    /// How many attempts are made in a row before the connection counts as lost for good; `None` never gives up.
    pub attempts: Option<u32>,
    /// How long a connection must have lasted for the count of attempts to start anew.
    pub stable: Duration,
}

impl Default for Reconnect {
    fn default() -> Self {
        Self {
            instant: 1,
            first: Duration::from_millis(250),
            max: Duration::from_secs(30),
            factor: 2.0,
            jitter: 0.25,
            attempts: None,
            stable: Duration::from_secs(10),
        }
    }
}

impl Reconnect {
    /// Never: a lost connection is lost.
    pub fn never() -> Self {
        Self { attempts: Some(0), ..Self::default() }
    }

    /// The pause before an attempt, counted from 1; `None` if it is not to be made. `chance` is from 0 to 1.
    pub fn pause(&self, attempt: u32, chance: f64) -> Option<Duration> {
        if self.attempts.is_some_and(|most| attempt > most) {
            return None;
        }
        if attempt <= self.instant {
            return Some(Duration::ZERO);
        }
        // Capped before it becomes a Duration: a large power is infinite, which a Duration cannot hold.
        let grown = self.first.as_secs_f64() * self.factor.max(1.0).powf(f64::from(attempt - self.instant - 1));
        let pause = grown.min(self.max.as_secs_f64()) * (1.0 + self.jitter.clamp(0.0, 1.0) * chance.clamp(0.0, 1.0));
        Some(Duration::try_from_secs_f64(pause).unwrap_or(self.max))
    }
}

/// How often a failed message is tried again in the process, where the protocol does not bring it again.
#[derive(Debug, Clone, PartialEq)]
pub struct Retry {
    /// How many attempts there are in all, the first included.
    pub attempts: u32,
    /// The pause after the first attempt.
    pub first: Duration,
    /// The longest pause.
    pub max: Duration,
}

impl Default for Retry {
    fn default() -> Self {
        Self { attempts: 3, first: Duration::from_millis(100), max: Duration::from_secs(5) }
    }
}

impl Retry {
    /// Each message is tried once.
    pub fn never() -> Self {
        Self { attempts: 1, ..Self::default() }
    }

    /// The pause after an attempt, counted from 1; `None` if that was the last one.
    pub fn pause(&self, attempt: u32) -> Option<Duration> {
        let doubled = self.first.saturating_mul(1u32.checked_shl(attempt.saturating_sub(1)).unwrap_or(u32::MAX));
        (attempt < self.attempts).then(|| doubled.min(self.max))
    }
}

/// What happens to a session whose send buffer is full as a broadcast reaches it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SlowConsumer {
    /// It is closed with code 1013: it would miss messages without knowing.
    #[default]
    Close,
    /// It misses the message.
    Skip,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn krakens_rule_can_be_said() {
        // Instantly a handful of times, then no more quickly than once every 5 seconds.
        let rule = Reconnect {
            instant: 5,
            first: Duration::from_secs(5),
            factor: 1.0,
            max: Duration::from_secs(5),
            ..Reconnect::default()
        };
        assert!((1..=5).all(|attempt| rule.pause(attempt, 0.5) == Some(Duration::ZERO)));
        for attempt in [6, 7, 1000, u32::MAX] {
            assert!(rule.pause(attempt, 0.0).unwrap() >= Duration::from_secs(5));
            assert!(rule.pause(attempt, 1.0).unwrap() <= Duration::from_millis(6250));
        }
    }

    #[test]
    fn pauses_grow_to_a_limit() {
        let rule = Reconnect { instant: 0, attempts: Some(4), jitter: 0.0, ..Reconnect::default() };
        let pauses: Vec<_> = (1..=5).map(|attempt| rule.pause(attempt, 1.0).map(|pause| pause.as_millis())).collect();
        assert_eq!(pauses, [Some(250), Some(500), Some(1000), Some(2000), None]);
        assert_eq!(Reconnect::never().pause(1, 0.0), None);
        assert_eq!(Retry::default().pause(3), None);
        let long = Retry { attempts: u32::MAX, ..Retry::default() };
        assert_eq!(long.pause(4000), Some(long.max));
    }
}

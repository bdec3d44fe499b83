//! Addresses as topics.
//!
//! Invariant: what is sent or subscribed to is a legal name of a topic, whatever a document or a program says.

use super::partition::Partition;
use crate::address::match_template;
use crate::{SharedStr, SubscribeError, SubscribeErrorKind};

/// How long the name of a topic may be.
const LONGEST: usize = 249;

/// Whether a text is the name of a topic.
pub(super) fn is_topic(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
    (1..=LONGEST).contains(&text.len()) && text.bytes().all(plain) && text != "." && text != ".."
}

/// What a subscription takes.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    /// The address as it was asked for.
    pub(super) address: SharedStr,
    /// The topic, or the regular expression for several.
    pub(super) topic: String,
    open: bool,
}

impl Pattern {
    /// `topic` is what the channel's binding names.
    pub(super) fn new(address: SharedStr, topic: Option<&'static str>) -> Result<Self, SubscribeError> {
        let no_topic = |text: &str| {
            SubscribeError::new(SubscribeErrorKind::Unsupported, format!("`{text}` is not the name of a topic"))
        };
        if let Some(topic) = topic {
            return match is_topic(topic) {
                true => Ok(Self { address, topic: topic.to_owned(), open: false }),
                false => Err(no_topic(topic)),
            };
        }
        let (filled, regex) = expression(&address);
        if !is_topic(&filled) {
            return Err(no_topic(&address));
        }
        let open = filled != *address.as_str();
        Ok(Self { topic: if open { regex } else { filled }, address, open })
    }

    /// Whether there may be several topics.
    pub(super) fn is_open(&self) -> bool {
        self.open
    }

    /// The address of a topic's messages, if the subscription takes them.
    pub(super) fn address_of(&self, topic: &str) -> Option<SharedStr> {
        if !self.open {
            return (topic == self.topic).then(|| self.address.clone());
        }
        let values = match_template(&self.address, topic)?;
        values.iter().all(|(_, value)| !value.contains('.')).then(|| topic.to_owned().into())
    }
}

/// The topics of a subscription: those of its pattern, and those of what is to be tried again.
#[derive(Debug, Clone)]
pub(super) struct Topics {
    pub(super) pattern: Pattern,
    /// What the names of the latter end with.
    pub(super) again: Option<SharedStr>,
}

impl Topics {
    /// What a consumer is told.
    pub(super) fn names(&self) -> Vec<String> {
        let mut names = vec![self.pattern.topic.clone()];
        if let Some(suffix) = &self.again {
            let (topic, suffix) = (&self.pattern.topic, suffix.as_str());
            names.push(match topic.strip_suffix('$') {
                Some(open) if self.pattern.open => format!("{open}{}$", suffix.replace('.', "\\.")),
                _ => format!("{topic}{suffix}"),
            });
        }
        names
    }

    pub(super) fn partition(&self, topic: &str, number: i32) -> Partition {
        let first = self.again.as_ref().and_then(|suffix| topic.strip_suffix(suffix.as_str()));
        match first.and_then(|first| self.pattern.address_of(first)) {
            Some(address) => Partition::new(topic, number, Some(address)).of_retries(),
            None => Partition::new(topic, number, self.pattern.address_of(topic)),
        }
    }
}

/// A template with an `x` for each parameter, and the regular expression for what it takes.
fn expression(template: &str) -> (String, String) {
    let (mut filled, mut regex) = (String::new(), String::from("^"));
    let mut rest = template;
    while let Some(next) = rest.chars().next() {
        let parameter = rest.strip_prefix('{').and_then(|inside| inside.split_once('}'));
        if let Some((_, behind)) = parameter {
            filled.push('x');
            regex.push_str("[^.]+");
            rest = behind;
            continue;
        }
        filled.push(next);
        if next == '.' {
            regex.push('\\');
        }
        regex.push(next);
        rest = rest.get(next.len_utf8()..).unwrap_or_default();
    }
    regex.push('$');
    (filled, regex)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_topic_is_never_sent() {
        for text in ["", ".", "..", "a b", "a/b", "^a", "ä", "a\0", &"x".repeat(250)] {
            assert!(!is_topic(text), "{text:?}");
        }
        assert!(is_topic("orders.created-v1_X") && is_topic(&"x".repeat(249)));
    }

    #[test]
    fn open_parameters_are_regular_expressions() {
        let pattern = |text: &'static str| Pattern::new(text.into(), None);
        let rooms = pattern("rooms.{room}.said").unwrap();
        assert_eq!(rooms.topic, r"^rooms\.[^.]+\.said$");
        assert_eq!(rooms.address_of("rooms.a-b.said").unwrap(), "rooms.a-b.said");
        assert!(rooms.address_of("rooms.a.b.said").is_none() && rooms.address_of("rooms.a.left").is_none());
        let fixed = pattern("rooms").unwrap();
        assert_eq!((fixed.topic.as_str(), fixed.is_open()), ("rooms", false));
        assert!(pattern("a/{b}").is_err() && pattern("(a)+").is_err() && pattern("^a{x}").is_err());
        let topics = Topics { pattern: rooms, again: Some(".retry".into()) };
        assert_eq!(topics.names()[1], r"^rooms\.[^.]+\.said\.retry$");
        let retried = topics.partition("rooms.a.said.retry", 0);
        assert!(retried.retries && retried.address.unwrap() == "rooms.a.said");
        assert!(!topics.partition("rooms.a.said", 0).retries);
        let named = Pattern::new("rooms/all".into(), Some("rooms.v1")).unwrap();
        assert_eq!(named.address_of("rooms.v1").unwrap(), "rooms/all");
    }
}

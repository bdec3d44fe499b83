//! Addresses as subjects.
//!
//! Invariant: what is sent or subscribed to is a subject, whatever a document or a program says: nothing in it can end the
//! protocol's line or widen what is meant.

use async_nats::Subject;

use crate::address::match_template;
use crate::broker::wildcards;
use crate::{SharedStr, SubscribeError, SubscribeErrorKind};

/// Whether a text is a subject without wildcards.
fn is_literal(subject: &str) -> bool {
    let wild = || subject.split('.').any(|token| matches!(token, "*" | ">"));
    is_subject(subject) && !(subject.contains(['*', '>']) && wild())
}

/// Looked at once for each message, hence in one pass.
fn is_subject(subject: &str) -> bool {
    let mut before = b'.';
    for byte in subject.bytes() {
        if byte <= b' ' || byte == 0x7f || (byte == b'.' && before == b'.') {
            return false;
        }
        before = byte;
    }
    before != b'.'
}

/// The subject to send to, if the address is one.
pub(super) fn literal(address: &SharedStr) -> Option<Subject> {
    is_literal(address).then(|| match address.as_static() {
        Some(text) => Subject::from_static(text),
        None => Subject::from(address.as_str()),
    })
}

/// What a subscription takes.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    /// The address as it was asked for.
    pub(super) address: SharedStr,
    /// The subject, with a wildcard for each open parameter.
    pub(super) subject: String,
    /// The wildcards take more than the address: what comes is to be looked at.
    filtered: bool,
    /// There are wildcards.
    open: bool,
}

impl Pattern {
    pub(super) fn new(address: SharedStr) -> Result<Self, SubscribeError> {
        let (subject, filtered) = wildcards(&address, '.', "*");
        if !is_subject(&subject) || !is_literal(&subject.replace('*', "x")) {
            let text = format!("`{address}` is not a subject");
            return Err(SubscribeError::new(SubscribeErrorKind::Unsupported, text));
        }
        let open = subject != *address.as_str();
        Ok(Self { address, subject, filtered, open })
    }

    /// The address of a message, if the subscription takes it.
    pub(super) fn address_of(&self, subject: &str) -> Option<SharedStr> {
        if !self.open {
            return Some(self.address.clone());
        }
        let taken = !self.filtered || match_template(&self.address, subject).is_some();
        taken.then(|| subject.to_owned().into())
    }
}

/// Whether a subject of a stream, with wildcards, takes all that another one does.
pub(super) fn covers(wide: &str, narrow: &str) -> bool {
    if wide == narrow {
        return true;
    }
    let (mut wide, mut narrow) = (wide.split('.'), narrow.split('.'));
    loop {
        match (wide.next(), narrow.next()) {
            (Some(">"), Some(_)) | (None, None) => return true,
            (Some("*"), Some(token)) if token != ">" => {}
            (Some(a), Some(b)) if a == b => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_subject_is_never_sent() {
        for text in ["", "a b", "a\r\nPUB x 0\r\n\r\n", "a..b", ".a", "a.", "a.*", "a.>", "\u{7f}"] {
            assert!(literal(&text.to_owned().into()).is_none(), "{text:?}");
        }
        for text in ["a", "orders/created", "a.b-c.%2E", "ä.ö"] {
            assert_eq!(literal(&text.to_owned().into()).unwrap().as_str(), text);
        }
    }

    #[test]
    fn open_parameters_are_tokens() {
        let pattern = |text: &'static str| Pattern::new(text.into());
        assert_eq!(pattern("prices.{symbol}").unwrap().subject, "prices.*");
        assert_eq!(pattern("prices.{symbol}").unwrap().address_of("prices.A").unwrap(), "prices.A");
        let partly = pattern("prices.{symbol}-eu").unwrap();
        assert!(partly.address_of("prices.A-us").is_none() && partly.address_of("prices.A-eu").is_some());
        assert!(pattern("prices.>").is_err() && pattern("a b").is_err() && pattern("a..{b}").is_err());
    }

    #[test]
    fn a_stream_takes_its_subjects() {
        for (wide, narrow, taken) in [
            ("orders.>", "orders.a.b", true),
            ("orders.>", "orders", false),
            ("orders.*", "orders.*", true),
            ("orders.*", "orders.>", false),
            ("orders.created", "orders.*", false),
            ("a.*.c", "a.b.c", true),
            ("a.*", "a.b.c", false),
        ] {
            assert_eq!(covers(wide, narrow), taken, "{wide} {narrow}");
        }
    }
}

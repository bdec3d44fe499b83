//! Reads a stream of events. Input: bytes, cut anywhere. Output: [`Event`]s, as a browser's `EventSource` would have them.
//!
//! Invariants: how the bytes are cut changes nothing; no line and no event is kept that is larger than the limit.

use bytes::{BufMut, Bytes, BytesMut};

use crate::SharedStr;

/// What a line may have beside the data: its field's name.
const FIELD: usize = 16;
/// An id that is longer is not one to come back with: it would not fit into a header.
const LONGEST_ID: usize = 4096;

/// An event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::http) struct Event {
    /// Its name; `None` says that it has none, which a browser calls `message`.
    pub(in crate::http) name: Option<String>,
    /// Its data.
    pub(in crate::http) data: Bytes,
}

/// Reads one stream.
#[derive(Debug)]
pub(in crate::http) struct Parser {
    /// The line whose end has not come yet.
    line: BytesMut,
    /// The last byte was `\r`: a `\n` that follows ends no other line.
    after_return: bool,
    /// Nothing was read yet: a byte order mark may come.
    at_start: bool,
    name: Option<String>,
    data: BytesMut,
    /// The id in this event, which counts once the event is whole.
    id: Option<SharedStr>,
    last_id: SharedStr,
    retry: Option<u64>,
    /// The largest event.
    limit: usize,
    /// The line, or the event, is larger than the limit.
    line_too_large: bool,
    event_too_large: bool,
    skipped: u64,
}

impl Parser {
    /// A parser that skips events larger than `limit` bytes.
    pub(in crate::http) fn new(limit: usize) -> Self {
        Self {
            line: BytesMut::new(),
            after_return: false,
            at_start: true,
            name: None,
            data: BytesMut::new(),
            id: None,
            last_id: SharedStr::EMPTY,
            retry: None,
            limit,
            line_too_large: false,
            event_too_large: false,
            skipped: 0,
        }
    }

    /// The id to come back with; empty if there was none.
    pub(in crate::http) fn last_id(&self) -> &SharedStr {
        &self.last_id
    }

    /// How long the server wants to be left alone before the peer comes back, in milliseconds.
    pub(in crate::http) fn retry(&self) -> Option<u64> {
        self.retry
    }

    /// How many events were too large.
    pub(in crate::http) fn skipped(&self) -> u64 {
        self.skipped
    }

    /// A new stream begins: what was begun is forgotten, the last id is not.
    pub(in crate::http) fn restart(&mut self) {
        let (last_id, retry, skipped) = (self.last_id.clone(), self.retry, self.skipped);
        *self = Self { last_id, retry, skipped, ..Self::new(self.limit) };
    }

    /// Takes bytes, and hands on the events that are whole.
    pub(in crate::http) fn feed(&mut self, mut chunk: &[u8], mut found: impl FnMut(Event)) {
        while let Some(first) = chunk.first() {
            if std::mem::take(&mut self.after_return) && *first == b'\n' {
                chunk = chunk.get(1..).unwrap_or_default();
                continue;
            }
            let Some(end) = chunk.iter().position(|byte| matches!(byte, b'\n' | b'\r')) else {
                return self.keep(chunk);
            };
            let Some((line, rest)) = chunk.split_at_checked(end) else { return };
            self.after_return = rest.first() == Some(&b'\r');
            chunk = rest.get(1..).unwrap_or_default();
            if self.line.is_empty() && !self.line_too_large {
                self.end_line(line, &mut found);
            } else {
                self.keep(line);
                let line = self.line.split();
                self.end_line(&line, &mut found);
            }
        }
    }

    fn keep(&mut self, part: &[u8]) {
        if self.line.len().saturating_add(part.len()) > self.limit.saturating_add(FIELD) {
            self.line_too_large = true;
            self.line.clear();
        }
        if !self.line_too_large {
            self.line.put_slice(part);
        }
    }

    fn end_line(&mut self, line: &[u8], found: &mut impl FnMut(Event)) {
        let line = match std::mem::take(&mut self.at_start) {
            true => line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line),
            false => line,
        };
        let too_large = line.len() > self.limit.saturating_add(FIELD);
        if std::mem::take(&mut self.line_too_large) || too_large {
            self.event_too_large = true;
            return;
        }
        if line.is_empty() {
            return self.end_event(found);
        }
        let (field, value) = match line.iter().position(|byte| *byte == b':') {
            Some(at) => (line.get(..at).unwrap_or_default(), line.get(at + 1..).unwrap_or_default()),
            None => (line, &[][..]),
        };
        let value = value.strip_prefix(b" ").unwrap_or(value);
        match field {
            b"data" => {
                if self.data.len().saturating_add(value.len()) > self.limit {
                    self.event_too_large = true;
                }
                if !self.event_too_large {
                    self.data.put_slice(value);
                    self.data.put_u8(b'\n');
                }
            }
            b"event" => self.name = Some(String::from_utf8_lossy(value).into_owned()),
            b"id" if value.len() <= LONGEST_ID && !value.contains(&0) => {
                self.id = Some(String::from_utf8_lossy(value).into_owned().into());
            }
            b"retry" if !value.is_empty() && value.iter().all(u8::is_ascii_digit) => {
                self.retry = std::str::from_utf8(value).ok().and_then(|digits| digits.parse().ok()).or(self.retry);
            }
            // Comments, and fields that are to come.
            _ => {}
        }
    }

    fn end_event(&mut self, found: &mut impl FnMut(Event)) {
        if let Some(id) = self.id.take() {
            self.last_id = id;
        }
        let name = self.name.take().filter(|name| !name.is_empty());
        let mut data = self.data.split();
        if std::mem::take(&mut self.event_too_large) {
            self.skipped += 1;
            return;
        }
        // The end of the last line is none of the data; without any line, there is no event.
        if data.is_empty() {
            return;
        }
        data.truncate(data.len() - 1);
        found(Event { name, data: data.freeze() });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parse(chunks: &[&[u8]], limit: usize) -> (Vec<(Option<String>, String)>, Parser) {
        let mut parser = Parser::new(limit);
        let mut found = Vec::new();
        for chunk in chunks {
            parser.feed(chunk, |event| {
                found.push((event.name, String::from_utf8_lossy(&event.data).into_owned()));
            });
        }
        (found, parser)
    }

    fn texts(stream: &str) -> Vec<(Option<String>, String)> {
        parse(&[stream.as_bytes()], 1000).0
    }

    fn event(name: Option<&str>, data: &str) -> (Option<String>, String) {
        (name.map(str::to_owned), data.to_owned())
    }

    #[test]
    fn the_examples_of_the_standard() {
        assert_eq!(
            texts("data: This is the first message.\n\ndata: This is the second message, it\ndata: has two lines.\n\n"),
            [event(None, "This is the first message."), event(None, "This is the second message, it\nhas two lines.")]
        );
        assert_eq!(
            texts("event: add\ndata: 73857293\n\nevent: remove\ndata: 2153\n\n"),
            [event(Some("add"), "73857293"), event(Some("remove"), "2153")]
        );
        // Nothing for the first block, an empty text for the second, a line's end for the third, nothing for the last.
        assert_eq!(texts("event: x\n\ndata\n\ndata\ndata\n\ndata:"), [event(None, ""), event(None, "\n")]);
        assert_eq!(texts("data:test\n\ndata: test\n\n"), [event(None, "test"), event(None, "test")]);
        let (found, parser) = parse(
            &[b": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n"],
            99,
        );
        assert_eq!(found, [event(None, "first event"), event(None, "second event"), event(None, " third event")]);
        assert_eq!(parser.last_id().as_str(), "");
    }

    #[test]
    fn ids_and_pauses() {
        let (_, parser) = parse(&[b"id: 7\nretry: 250\n\nid: 8\ndata: x\n"], 99);
        assert_eq!((parser.last_id().as_str(), parser.retry()), ("7", Some(250)), "8 is of an event that is not whole");
        let (_, parser) = parse(&[b"id: 7\n\nid: 8\0\n\nretry: 1s\n\nretry:\n\nretry: 99999999999999999999\n\n"], 99);
        assert_eq!((parser.last_id().as_str(), parser.retry()), ("7", None));
    }

    #[test]
    fn a_restart_forgets_what_was_begun() {
        let (_, mut parser) = parse(&[b"id: 7\n\nevent: x\nid: 8\ndata: lost\nda"], 99);
        parser.restart();
        let mut found = Vec::new();
        parser.feed(b"\xef\xbb\xbfdata: new\n\n", |event| found.push(event));
        assert_eq!(found, [Event { name: None, data: "new".into() }]);
        assert_eq!(parser.last_id().as_str(), "7");
    }

    #[test]
    fn what_is_too_large_is_skipped_and_counted() {
        let long = "x".repeat(500);
        let stream = format!("data: {long}\n\ndata: ok\n\ndata: 12345\ndata: 123456\n\n{long}\n\ndata: ok\n\n");
        for cut in [1, 7, 2000] {
            let chunks: Vec<&[u8]> = stream.as_bytes().chunks(cut).collect();
            let (found, parser) = parse(&chunks, 10);
            assert_eq!(found, [event(None, "ok"), event(None, "ok")]);
            assert_eq!(parser.skipped(), 3);
            assert!(parser.line.capacity() < 200 && parser.data.capacity() < 200);
        }
    }

    proptest! {
        #[test]
        fn how_the_bytes_are_cut_changes_nothing(
            lines in proptest::collection::vec("(data|event|id|retry|x|:|\u{feff}|)(:|: |)[a-z0-9é\0 :]{0,12}(\n|\r|\r\n)", 0..20),
            cuts in proptest::collection::vec(0usize..400, 0..10),
        ) {
            let stream = lines.concat().into_bytes();
            let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut.min(stream.len())).collect();
            cuts.extend([0, stream.len()]);
            cuts.sort_unstable();
            let chunks: Vec<&[u8]> = cuts.windows(2).map(|pair| &stream[pair[0]..pair[1]]).collect();
            let (whole, one) = parse(&[&stream], 30);
            let (parts, other) = parse(&chunks, 30);
            prop_assert_eq!(whole, parts);
            prop_assert_eq!((one.last_id(), one.retry(), one.skipped()), (other.last_id(), other.retry(), other.skipped()));
        }

        #[test]
        fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..300), limit in 0usize..64) {
            let mut parser = Parser::new(limit);
            for byte in bytes {
                parser.feed(&[byte], |event| assert!(event.data.len() <= limit));
            }
        }

        #[test]
        fn what_is_written_is_read(name in "[^\r\n\0]{0,10}", payload in "[^\r]{0,60}") {
            let written = super::super::write::frame(Some(&name), payload.as_bytes());
            let (found, _) = parse(&[&written], 100_000);
            let name = Some(name).filter(|name| !name.is_empty());
            prop_assert_eq!(found, [(name, payload)]);
        }
    }
}

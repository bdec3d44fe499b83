//! Where the bytes of a string's value stand in the file.

use crate::source::{FileId, Node, Sources, Span, Value};

/// The text of a .proto file, and its place.
#[derive(Debug, Clone)]
pub(crate) struct Text<'a> {
    /// The text itself.
    pub(crate) content: &'a str,
    /// Where it stands as a whole.
    pub(crate) whole: Span,
    /// By byte of the text, the byte of the file; `None`: the same.
    map: Option<Vec<u32>>,
}

impl<'a> Text<'a> {
    /// The text that a node holds: a whole file, or a string in one.
    pub(crate) fn of(node: &'a Node, sources: &Sources) -> Option<Self> {
        let Value::String(content) = node.value() else { return None };
        let (whole, file) = (node.span(), sources.get(node.span().file)?);
        if whole.start == whole.end && file.text() == &**content {
            return Some(Self { content, whole, map: None });
        }
        let source = file.text().get(whole.start as usize..whole.end as usize).unwrap_or_default();
        let map = align(content, source, whole.start);
        Some(Self { content, whole, map })
    }

    /// The file that it is in.
    pub(crate) fn file(&self) -> FileId {
        self.whole.file
    }

    /// Where some of its bytes stand. What could not be found in the file stands where the whole does.
    pub(crate) fn span(&self, start: u32, end: u32) -> Span {
        let is_file = self.whole.start == self.whole.end;
        let Some(map) = &self.map else {
            return if is_file { Span { start, end, ..self.whole } } else { self.whole };
        };
        let at = |offset: u32| map.get(offset as usize).copied();
        match (at(start), at(end.saturating_sub(1).max(start))) {
            (Some(first), Some(last)) => Span { start: first, end: last + u32::from(end > start), ..self.whole },
            // The end of the text.
            _ => Span { start: self.whole.end, ..self.whole },
        }
    }
}

/// By byte of `content`, the byte of the file where it is written. Blanks may differ: blocks are indented, lines folded.
fn align(content: &str, source: &str, start: u32) -> Option<Vec<u32>> {
    let quote = source.bytes().next().filter(|quote| matches!(quote, b'"' | b'\''));
    let mut written = source.char_indices().peekable();
    if quote.is_some() {
        written.next();
    } else if source.starts_with(['|', '>']) {
        // What stands behind the indicator is not the text's.
        while written.next_if(|(_, character)| *character != '\n').is_some() {}
    }
    let mut map = Vec::with_capacity(content.len());
    let mut place = start;
    for character in content.chars() {
        if character.is_whitespace() {
            map.extend(std::iter::repeat_n(place, character.len_utf8()));
            continue;
        }
        loop {
            let (at, found) = written.next()?;
            if found.is_whitespace() {
                continue;
            }
            place = start.checked_add(u32::try_from(at).ok()?)?;
            let meant = match (quote, found) {
                (Some(b'\''), '\'') => written.next().map(|(_, next)| next),
                (Some(b'"'), '\\') => match escaped(&mut written)? {
                    // A blank, which may stand for any.
                    it if it.is_whitespace() => continue,
                    it => Some(it),
                },
                _ => Some(found),
            };
            if meant == Some(character) {
                break;
            }
            return None;
        }
        let bytes = u32::try_from(character.len_utf8()).unwrap_or(1);
        map.extend((0..bytes).map(|byte| place + byte));
        place += bytes;
    }
    Some(map)
}

/// The character that stands behind a backslash in YAML and JSON, `\` being read.
fn escaped(written: &mut std::iter::Peekable<std::str::CharIndices<'_>>) -> Option<char> {
    let (_, kind) = written.next()?;
    match kind {
        'n' | 't' | 'r' | '\n' | '\r' | ' ' | '\t' | 'f' | 'v' | 'L' | 'P' | 'N' | '_' => Some(' '),
        'x' | 'u' | 'U' => {
            let count = match kind {
                'x' => 2,
                'u' => 4,
                _ => 8,
            };
            let mut code = 0;
            for _ in 0..count {
                code = code * 16 + written.next()?.1.to_digit(16)?;
            }
            char::from_u32(code)
        }
        other => Some(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Sink;
    use crate::source::{Limits, read_text};

    #[test]
    fn places_are_those_of_the_file() {
        for (document, word, expected) in [
            ("a: |\n  message M {\n    // ü\n    string s = 1;\n  }\n", "string", (4, 5)),
            ("a: |2-\n   x\n  string", "string", (3, 3)),
            ("a: >\n  message M\n\n  {\n  string s = 1; }\n", "string", (5, 3)),
            ("a: \"message M {\\n \\\"x\\\" string s = 1;}\"", "string", (1, 25)),
            ("{\"a\": \"\\u00fc \\/ string\"}", "string", (1, 18)),
            ("a: 'it''s a string'", "string", (1, 13)),
            ("a: some\n  string here", "string", (2, 3)),
        ] {
            let (mut sources, mut sink) = (Sources::default(), Sink::default());
            let read = read_text(&mut sources, "a.yaml", document.as_bytes(), &Limits::default(), &mut sink);
            let (file, root) = read.unwrap();
            let node = root.get("a").unwrap();
            let text = Text::of(node, &sources).unwrap();
            let at = u32::try_from(text.content.find(word).unwrap()).unwrap();
            let span = text.span(at, at + 6);
            assert_eq!(sources.get(file).unwrap().position(span.start), expected, "{document}");
            assert_eq!(span.end - span.start, 6, "{document}");
        }
    }
}

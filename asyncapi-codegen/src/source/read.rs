//! From bytes to text, and from text to the tree.

use granit_parser::Parser;

use super::build::{Builder, Fatal};
use super::{FileId, Key, Limits, Node, Object, Sources, Span, Value, syntax};
use crate::diagnostic::catalogue::read;
use crate::diagnostic::{Diagnostic, Sink};

/// The longest key of a flow mapping, and how far the parser looks ahead for its `:`. YAML's 1024 characters would refuse
/// JSON that is valid.
const LONGEST_KEY: usize = 1 << 16;

/// Reads a YAML or JSON file, and adds it to `sources` under the path that diagnostics shall show.
///
/// Faults go to `sink`. After a fault that leaves the rest of the tree as the author meant it, such as the same key twice,
/// the tree is returned without what is at fault; after one that does not, such as a syntax error, there is none.
pub fn read_text(
    sources: &mut Sources,
    path: &str,
    bytes: &[u8],
    limits: &Limits,
    sink: &mut Sink,
) -> Option<(FileId, Node)> {
    let most = limits.bytes.min(u32::MAX as usize);
    if bytes.len() > most {
        let file = sources.add(path, "");
        let message = format!("the file has {} bytes; at most {most} are read", bytes.len());
        sink.push(Diagnostic::new(&read::TOO_LARGE, Span::start_of(file), message));
        return None;
    }
    let text = match decode(bytes) {
        Ok(text) => text,
        Err(fault) => {
            let (_, diagnostic) = fault.report(sources, path);
            sink.push(diagnostic.help("save the file as UTF-8"));
            return None;
        }
    };
    let file = sources.add(path, text);
    read_tree(file, text, limits, sink).map(|node| (file, node))
}

/// Reads JSON or YAML that stands in a string of another file: every value has the place of that string. `None`: it is
/// neither.
#[must_use]
pub fn read_within(text: &str, place: Span) -> Option<Node> {
    let mut sink = Sink::default();
    let read = read_text(&mut Sources::default(), "", text.as_bytes(), &Limits::default(), &mut sink);
    read.filter(|_| !sink.has_errors()).map(|(_, root)| at_one_place(&root, place))
}

fn at_one_place(node: &Node, place: Span) -> Node {
    let value = match node.value() {
        Value::Null => Value::Null,
        Value::Bool(value) => Value::Bool(*value),
        Value::Number(text) => Value::Number(text.clone()),
        Value::String(text) => Value::String(text.clone()),
        Value::Array(items) => Value::Array(items.iter().map(|item| at_one_place(item, place)).collect()),
        Value::Object(object) => {
            let entry =
                |(key, value): (&Key, &Node)| (Key { text: key.text.clone(), span: place }, at_one_place(value, place));
            Value::Object(Object::new(object.iter().map(entry).collect()))
        }
    };
    Node::new(place, value)
}

fn read_tree(file: FileId, text: &str, limits: &Limits, sink: &mut Sink) -> Option<Node> {
    let options = granit_parser::options! {
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        simple_key_max_lookahead: LONGEST_KEY,
        flow_nesting_limit: limits.depth,
        block_nesting_limit: limits.depth,
    };
    let mut builder = Builder::new(file, text, limits, sink);
    for event in Parser::new_from_str_with_options(text, options) {
        let taken = match event {
            Ok((event, span)) => builder.take(event, span),
            Err(error) => {
                syntax::report(&mut builder, &error);
                return None;
            }
        };
        match taken {
            Ok(()) => {}
            Err(Fatal::Stop) => return None,
            Err(Fatal::SecondDocument) => break,
        }
    }
    builder.finish()
}

/// Why bytes are not text.
enum NotText<'a> {
    /// They are in an encoding of this name.
    Encoding(&'static str),
    /// At this offset stands what UTF-8 does not allow.
    At(usize, &'a [u8]),
}

fn decode(bytes: &[u8]) -> Result<&str, NotText<'_>> {
    // What a text in YAML's other encodings begins with (YAML 1.2.2 section 5.2): a byte order mark or an ASCII character.
    let other = match bytes {
        [0, 0, 0xFE, 0xFF, ..] | [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0, 1..=0xFF, ..] | [1..=0xFF, 0, 0, 0, ..] => {
            Some("UTF-32")
        }
        [0xFE, 0xFF, ..] | [0xFF, 0xFE, ..] | [0, 1..=0xFF, ..] | [1..=0xFF, 0, ..] => Some("UTF-16"),
        _ => None,
    };
    if let Some(name) = other {
        return Err(NotText::Encoding(name));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| NotText::At(error.valid_up_to(), bytes))
}

impl NotText<'_> {
    fn report(&self, sources: &mut Sources, path: &str) -> (FileId, Diagnostic) {
        match *self {
            Self::Encoding(name) => {
                let file = sources.add(path, "");
                let message = format!("the file is encoded in {name}, not in UTF-8");
                (file, Diagnostic::new(&read::NOT_UTF8, Span::start_of(file), message))
            }
            Self::At(offset, bytes) => {
                // Up to the offset the lossy text is the same; there, it has a replacement character.
                let file = sources.add(path, &String::from_utf8_lossy(bytes));
                let start = u32::try_from(offset).unwrap_or(u32::MAX);
                let span = Span { file, start, end: start.saturating_add(3) };
                let byte = bytes.get(offset).copied().unwrap_or_default();
                let message =
                    format!("the file is not UTF-8 text: byte 0x{byte:02X} at offset {offset} has no meaning here");
                (file, Diagnostic::new(&read::NOT_UTF8, span, message))
            }
        }
    }
}

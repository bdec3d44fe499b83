//! From the parser's events to the tree, in one pass and without recursion.

use crate::collections::HashMap;
use granit_parser::{Event, ScalarStyle, StructureStyle, Tag};

use super::object::{ObjectBuilder, Pending};
use super::tag::{self, TagFault};
use super::{FileId, Key, Limits, Node, Span, Value, syntax};
use crate::diagnostic::catalogue::read;
use crate::diagnostic::{Diagnostic, Sink, suggest};

/// Faults of one file that are reported; more help nobody, and a hostile file may have millions.
const MOST_FAULTS: usize = 1_000;
/// Unknown aliases that get a suggestion.
const MOST_SUGGESTIONS: usize = 20;

/// Why reading ends before the file does.
pub(super) enum Fatal {
    /// A fault was reported that leaves no tree.
    Stop,
    /// A second document begins; the first is read.
    SecondDocument,
}

/// Takes events, and puts the tree together.
pub(super) struct Builder<'a> {
    pub(super) file: FileId,
    pub(super) text: &'a str,
    limits: &'a Limits,
    sink: &'a mut Sink,
    faults: usize,
    /// The collections that are not yet closed, the root first.
    pub(super) open: Vec<Frame>,
    /// The finished values with an anchor.
    anchors: HashMap<usize, Built>,
    anchor_names: Vec<String>,
    /// All values so far, aliases expanded.
    total: usize,
    unknown_aliases: usize,
    documents: usize,
    root: Option<Node>,
    /// The last scalar or bracket that was taken, for the explanation of syntax errors.
    pub(super) last: Option<(Span, ScalarStyle)>,
}

/// A collection that is not yet closed.
pub(super) struct Frame {
    /// Of the opening bracket; of no bytes in block style.
    pub(super) span: Span,
    pub(super) flow: bool,
    pub(super) body: Body,
    anchor: usize,
    /// From the first to the last key or value so far.
    extent: Option<(u32, u32)>,
    size: usize,
    height: usize,
}

/// A scalar as the parser gives it.
struct Scalar<'a> {
    text: &'a str,
    style: ScalarStyle,
    anchor: usize,
    tag: Option<&'a Tag>,
    span: Span,
    tag_span: Span,
}

pub(super) enum Body {
    Array(Vec<Node>),
    Object(ObjectBuilder),
}

/// A finished value, with how many values and how many levels it has, aliases expanded.
#[derive(Clone)]
struct Built {
    node: Node,
    size: usize,
    height: usize,
}

impl<'a> Builder<'a> {
    pub(super) fn new(file: FileId, text: &'a str, limits: &'a Limits, sink: &'a mut Sink) -> Self {
        Self {
            file,
            text,
            limits,
            sink,
            faults: 0,
            open: Vec::new(),
            anchors: HashMap::new(),
            anchor_names: Vec::new(),
            total: 0,
            unknown_aliases: 0,
            documents: 0,
            root: None,
            last: None,
        }
    }

    /// Takes note of a fault.
    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.faults += 1;
        if self.faults <= MOST_FAULTS {
            self.sink.push(diagnostic);
        }
    }

    /// The tree, when the events have ended.
    pub(super) fn finish(mut self) -> Option<Node> {
        let empty = self.root.as_ref().is_none_or(|root| root.is_null() && root.span().start == root.span().end);
        if empty && self.faults == 0 {
            let diagnostic = Diagnostic::new(&read::EMPTY, Span::start_of(self.file), "the file has no content");
            self.report(diagnostic);
        }
        if empty { None } else { self.root }
    }

    /// Takes the next event.
    pub(super) fn take(&mut self, event: Event<'_>, place: granit_parser::Span) -> Result<(), Fatal> {
        let span = self.span(place);
        let tag_span = place.tag_span().map_or(span, |place| self.span(place));
        match event {
            Event::DocumentStart(..) => self.start_document(span),
            Event::Scalar(text, style, anchor, tag) => {
                self.count(1, 0, span)?;
                let span = self.scalar_span(span, style);
                self.last = Some((span, style));
                // The parser gives `~` for a value that is not written.
                let text = if style == ScalarStyle::Plain && span.start == span.end { "" } else { &*text };
                self.scalar(&Scalar { text, style, anchor, tag: tag.as_deref(), span, tag_span });
                Ok(())
            }
            Event::SequenceStart(style, anchor, tag) => {
                self.collection_tag(tag.as_deref(), "seq", tag_span);
                self.open(Body::Array(Vec::new()), style, anchor, span)
            }
            Event::MappingStart(style, anchor, tag) => {
                self.collection_tag(tag.as_deref(), "map", tag_span);
                self.open(Body::Object(ObjectBuilder::default()), style, anchor, span)
            }
            Event::SequenceEnd | Event::MappingEnd => {
                self.last = Some((span, ScalarStyle::Plain));
                self.close(span);
                Ok(())
            }
            Event::Anchor(_, name) => {
                self.anchor_names.push(name.into_owned());
                Ok(())
            }
            Event::Alias(anchor) => self.alias(anchor, span),
            Event::UnresolvedAlias(name) => self.unknown_alias(&name, span),
            _ => Ok(()),
        }
    }

    /// The bytes that the parser means.
    pub(super) fn span(&self, place: granit_parser::Span) -> Span {
        let offset = |marker: granit_parser::Marker| marker.byte_offset().unwrap_or(0).min(self.text.len());
        let (start, end) = (offset(place.start), offset(place.end));
        self.bytes(start, end.max(start))
    }

    /// A span of this file.
    pub(super) fn bytes(&self, start: usize, end: usize) -> Span {
        let offset = |at| u32::try_from(at).unwrap_or(u32::MAX);
        Span { file: self.file, start: offset(start), end: offset(end) }
    }

    /// The text of a span.
    pub(super) fn slice(&self, span: Span) -> &'a str {
        self.text.get(span.start as usize..span.end as usize).unwrap_or_default()
    }

    /// A block scalar's line breaks and comments behind it do not belong to it.
    fn scalar_span(&self, span: Span, style: ScalarStyle) -> Span {
        if matches!(style, ScalarStyle::Literal | ScalarStyle::Folded) {
            let used = self.slice(span).trim_end().len();
            return self.bytes(span.start as usize, span.start as usize + used);
        }
        span
    }

    fn start_document(&mut self, span: Span) -> Result<(), Fatal> {
        self.documents += 1;
        if self.documents == 1 {
            return Ok(());
        }
        let diagnostic = Diagnostic::new(&read::SECOND_DOCUMENT, span, "a second document begins here")
            .label("only the first is read")
            .help("move it to a file of its own");
        self.report(diagnostic);
        Err(Fatal::SecondDocument)
    }

    /// Counts values, and refuses those over the limits.
    fn count(&mut self, size: usize, height: usize, span: Span) -> Result<(), Fatal> {
        self.total = self.total.saturating_add(size);
        if self.total > self.limits.nodes {
            let message = format!("the file has more than {} values, with aliases expanded", self.limits.nodes);
            self.report(Diagnostic::new(&read::TOO_MANY_VALUES, span, message).label("the limit is passed here"));
            return Err(Fatal::Stop);
        }
        if self.open.len() + height > self.limits.depth {
            self.too_deep(span);
            return Err(Fatal::Stop);
        }
        Ok(())
    }

    pub(super) fn too_deep(&mut self, span: Span) {
        let message = format!("values are nested more than {} levels deep", self.limits.depth);
        let diagnostic = Diagnostic::new(&read::TOO_DEEP, span, message)
            .label("the limit is passed here")
            .help("name inner schemas in `components/schemas`, and refer to them with `$ref`");
        self.report(diagnostic);
    }

    fn open(&mut self, body: Body, style: StructureStyle, anchor: usize, span: Span) -> Result<(), Fatal> {
        self.count(1, 1, span)?;
        let flow = style == StructureStyle::Flow;
        self.open.push(Frame { span, flow, body, anchor, extent: None, size: 1, height: 1 });
        Ok(())
    }

    fn close(&mut self, end: Span) {
        let Some(frame) = self.open.pop() else { return };
        let value = match frame.body {
            Body::Array(items) => Value::Array(items),
            Body::Object(object) => Value::Object(object.finish()),
        };
        let span = match frame.extent {
            _ if frame.flow => Span { end: end.end, ..frame.span },
            Some((start, end)) => Span { start, end, ..frame.span },
            None => frame.span,
        };
        let built = Built { node: Node::new(span, value), size: frame.size, height: frame.height };
        self.finished(built, frame.anchor, span);
    }

    fn scalar(&mut self, scalar: &Scalar<'_>) {
        let (value, fault) = tag::scalar_value(scalar.text, scalar.style, scalar.tag);
        if let Some(fault) = fault {
            self.tag_fault(&fault, scalar.tag_span);
        }
        let built = Built { node: Node::new(scalar.span, value), size: 1, height: 0 };
        if !self.wants_key() {
            self.finished(built, scalar.anchor, scalar.span);
            return;
        }
        let plain = scalar.style == ScalarStyle::Plain;
        if plain && scalar.text == "<<" && scalar.tag.is_none() {
            self.expect(Pending::Merge(scalar.span), scalar.span);
        } else if plain && scalar.span.start == scalar.span.end && scalar.tag.is_none() {
            self.key_fault("an entry without a key", scalar.span);
        } else {
            self.key(scalar.text, scalar.span);
        }
        self.remember(built, scalar.anchor);
    }

    /// Takes a value that is complete, at the place where it stands or is repeated.
    fn finished(&mut self, built: Built, anchor: usize, place: Span) {
        self.remember(built.clone(), anchor);
        if self.wants_key() {
            self.key_fault(&format!("{} as a key", built.node.kind()), place);
            return;
        }
        let Some(frame) = self.open.last_mut() else {
            self.root.get_or_insert(built.node);
            return;
        };
        frame.size = frame.size.saturating_add(built.size);
        frame.height = frame.height.max(built.height + 1);
        frame.reach(place);
        match &mut frame.body {
            Body::Array(items) => items.push(built.node),
            Body::Object(object) => {
                if let Err(merge) = object.value(Some(built.node.clone())) {
                    self.merge_fault(merge, &built.node, place);
                }
            }
        }
    }

    /// Keeps a value for its aliases.
    fn remember(&mut self, built: Built, anchor: usize) {
        if anchor != 0 {
            self.anchors.insert(anchor, built);
        }
    }

    fn wants_key(&self) -> bool {
        matches!(self.open.last(), Some(Frame { body: Body::Object(object), .. }) if object.wants_key())
    }

    /// Says what the next value of the innermost object belongs to.
    fn expect(&mut self, pending: Pending, place: Span) {
        if let Some(frame) = self.open.last_mut() {
            frame.reach(place);
            if let Body::Object(object) = &mut frame.body {
                object.expect(pending);
            }
        }
    }

    fn key(&mut self, text: &str, span: Span) {
        let first = match self.open.last() {
            Some(Frame { body: Body::Object(object), .. }) => object.place_of(text),
            _ => None,
        };
        let Some(first) = first else {
            self.expect(Pending::Key(Key { text: text.into(), span }), span);
            return;
        };
        let diagnostic =
            Diagnostic::new(&read::DUPLICATE_KEY, span, format!("key `{text}` appears twice in this object"))
                .label("second")
                .related(first, "first")
                .help("remove or rename one of the two");
        self.report(diagnostic);
        self.expect(Pending::Fault, span);
    }

    fn key_fault(&mut self, what: &str, span: Span) {
        let message = format!("{what}: the keys of an object are text");
        let diagnostic = Diagnostic::new(&read::KEY_NOT_SCALAR, span, message)
            .label("not a key")
            .help("put text that begins with `{`, `[`, `?` or `:` in quotes");
        self.report(diagnostic);
        self.expect(Pending::Fault, span);
    }

    fn merge_fault(&mut self, merge: Span, node: &Node, place: Span) {
        let kind = match node.as_array() {
            Some(items) => {
                let other = items.iter().find(|item| item.as_object().is_none()).map_or("nothing", Node::kind);
                format!("an array with {other} in it")
            }
            None => node.kind().to_owned(),
        };
        let message = format!("`<<` merges an object or an array of objects, not {kind}");
        let diagnostic =
            Diagnostic::new(&read::MERGE, place, message).label("nothing to merge").related(merge, "the merge key");
        self.report(diagnostic);
    }

    fn alias(&mut self, anchor: usize, span: Span) -> Result<(), Fatal> {
        let Some(built) = self.anchors.get(&anchor).cloned() else {
            let message = format!("alias `{}` stands inside the value that it repeats", self.slice(span));
            let diagnostic = Diagnostic::new(&read::RECURSIVE_ALIAS, span, message)
                .label("a value cannot contain itself")
                .help("describe recursion with `$ref`");
            let outer = self.open.iter().find(|frame| frame.anchor == anchor).map(|frame| frame.span);
            let diagnostic = match outer {
                Some(outer) => diagnostic.related(outer, "the value begins here"),
                None => diagnostic,
            };
            self.report(diagnostic);
            self.without_value(span);
            return Ok(());
        };
        self.count(built.size, built.height, span)?;
        match built.node.scalar_text() {
            Some(text) if self.wants_key() => self.key(text, span),
            _ => self.finished(built, 0, span),
        }
        Ok(())
    }

    fn unknown_alias(&mut self, name: &str, span: Span) -> Result<(), Fatal> {
        if let Some(diagnostic) = syntax::text_for_alias(self, span) {
            self.report(diagnostic);
            return Err(Fatal::Stop);
        }
        let message = format!("alias `*{name}` repeats a value that is not there");
        let mut diagnostic = Diagnostic::new(&read::UNKNOWN_ANCHOR, span, message)
            .label(format!("no `&{name}` before this place"))
            .help("put text that begins with `*` in quotes");
        self.unknown_aliases += 1;
        if self.unknown_aliases <= MOST_SUGGESTIONS
            && let Some(found) = suggest(name, self.anchor_names.iter().map(String::as_str))
        {
            diagnostic.help = vec![format!("did you mean `*{found}`?")];
        }
        self.report(diagnostic);
        self.without_value(span);
        Ok(())
    }

    /// Drops the entry whose key or value is at fault.
    fn without_value(&mut self, span: Span) {
        if self.wants_key() {
            self.expect(Pending::Fault, span);
        } else if let Some(Frame { body: Body::Object(object), .. }) = self.open.last_mut() {
            // Without a value nothing is merged, and nothing can be wrong with it.
            let _ = object.value(None);
        }
    }

    fn collection_tag(&mut self, tag: Option<&Tag>, suffix: &str, span: Span) {
        if let Some(fault) = tag::collection_fault(tag, suffix) {
            self.tag_fault(&fault, span);
        }
    }

    fn tag_fault(&mut self, fault: &TagFault, span: Span) {
        let written = self.slice(span);
        let diagnostic = match fault {
            TagFault::Unknown => Diagnostic::new(&read::UNKNOWN_TAG, span, format!("tag `{written}` is not known"))
                .label("has no meaning in a document")
                .help("remove the tag; put text that begins with `!` in quotes"),
            TagFault::Mismatch(wanted) => {
                let message = format!("tag `{written}` stands before a value that is not {wanted}");
                Diagnostic::new(&read::TAG_MISMATCH, span, message).label(format!("asks for {wanted}"))
            }
        };
        self.report(diagnostic);
    }
}

impl Frame {
    /// Notes that a key or value of the collection stands at a place.
    fn reach(&mut self, place: Span) {
        let start = self.extent.map_or(place.start, |(start, _)| start.min(place.start));
        let end = self.extent.map_or(place.end, |(_, end)| end.max(place.end));
        self.extent = Some((start, end));
    }
}

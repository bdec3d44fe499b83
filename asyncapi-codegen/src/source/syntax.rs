//! What the parser stumbled over, in our own words, with a hint where there is a common cause.
//!
//! Input: the parser's error, and the tree as far as it was read. Output: one diagnostic. The parser says where it could
//! not go on; the cause is often before that place, so that the text around it is looked at again.

mod text;

use granit_parser::{ErrorKind, ScalarStyle, ScanError};

use self::text::{colon_without_space, columns_before, first_bad_escape, quoted, space_after_colon};
use super::build::{Body, Builder, Frame};
use super::{Key, Span};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::read;

/// Reports a syntax error.
pub(super) fn report(builder: &mut Builder<'_>, error: &ScanError) {
    let offset = error.marker().byte_offset().unwrap_or(0).min(builder.text.len());
    if *error.kind() == ErrorKind::RecursionLimitExceeded {
        let span = Scene { builder, offset }.character(offset);
        builder.too_deep(span);
        return;
    }
    let diagnostic = Scene { builder, offset }.explain(error.kind());
    builder.report(diagnostic);
}

/// Text without quotes that begins with `*`, at an alias that stands for nothing.
pub(super) fn text_for_alias(builder: &Builder<'_>, alias: Span) -> Option<Diagnostic> {
    let scene = Scene { builder, offset: alias.end as usize };
    let rest = scene.rest_of_line(scene.offset).trim_start();
    let value = rest.is_empty() || rest.starts_with(['#', ':']) || scene.innermost_flow().is_some();
    (!value).then(|| scene.begins_with(alias.start as usize))
}

/// Where the parser stopped.
struct Scene<'b, 'a> {
    builder: &'b Builder<'a>,
    offset: usize,
}

impl Scene<'_, '_> {
    fn explain(&self, kind: &ErrorKind) -> Diagnostic {
        use ErrorKind as E;
        match kind {
            E::MappingValueNotAllowed | E::InvalidMappingValueWhitespace => self.colon(),
            E::SimpleKeyExpected | E::InvalidSimpleKey => self.no_colon(),
            E::ExpectedBlockMappingKey | E::ExpectedBlockSequenceEntry => self.not_an_entry(),
            E::ExpectedDocumentStart | E::InvalidDocumentEnd | E::MissingDocumentEndBeforeDirective => {
                self.after_the_end()
            }
            E::UnexpectedCharacter { character } => self.character_not_allowed(*character),
            E::MissingAnchorOrAliasName => self.begins_with(self.offset),
            E::TabNotAllowed
            | E::TabInBlockIndentation
            | E::TabInIndentation
            | E::TabAtBlockScalarStart
            | E::TabInPlainScalar => self.tab(),
            E::UnclosedFlowCollection { .. }
            | E::UnexpectedEofFlowSequence
            | E::UnexpectedEofFlowMapping
            | E::UnexpectedEofImplicitFlowMapping
            | E::InvalidColonPlacement
            | E::ExpectedFlowMappingSeparator
            | E::ExpectedFlowSequenceSeparator
            | E::FlowMappingValueAdjacentCollection
            | E::MisplacedFlowCollectionEnd
            | E::MismatchedFlowCollectionEnd { .. }
            | E::BlockEntryInFlowCollection => self.flow(kind),
            E::UnclosedQuotedScalar | E::InvalidQuotedScalarIndent | E::DocumentIndicatorInQuotedScalar => {
                self.unclosed_quote()
            }
            E::InvalidTrailingSingleQuotedScalar => self.after_quote("write `''` for a quote inside '…'"),
            E::InvalidTrailingDoubleQuotedScalar => self.after_quote("write `\\\"` for a quote inside \"…\""),
            E::UnknownQuotedScalarEscape
            | E::InvalidQuotedScalarHexEscape
            | E::InvalidLowSurrogateHexEscape
            | E::InvalidLowSurrogate
            | E::MissingLowSurrogate
            | E::UnpairedLowSurrogate
            | E::InvalidUnicodeEscape => self.escape(kind),
            E::BlockSequenceEntryNotAllowed | E::InvalidBlockEntryWhitespace => self.list_item(),
            E::CommentNotSeparated | E::CommentInterceptedScalar => self.comment(kind),
            E::InvalidBlockScalarHeader | E::ZeroBlockScalarIndent => self.begins_with(self.offset),
            E::InvalidIndentation | E::InvalidBlockScalarIndent | E::InvalidFlowScalarIndent => self.indentation(),
            E::DuplicateVersionDirective
            | E::UnsupportedYamlMajorVersion
            | E::DuplicateTagDirective
            | E::InvalidDirectiveTerminator
            | E::MissingYamlVersionSeparator
            | E::MissingDirectiveName
            | E::InvalidDirectiveName
            | E::DirectiveByteLimitExceeded { .. }
            | E::TooManyReservedDirectiveParams { .. }
            | E::YamlVersionTooLong
            | E::MissingYamlVersion
            | E::InvalidTagDirectiveTerminator => self.fault("a directive that is not well formed", "remove the line"),
            E::UndeclaredTagHandle
            | E::ExpectedTagBang
            | E::ExpectedTagDirectiveBang
            | E::InvalidGlobalTagCharacter
            | E::InvalidTagTerminator
            | E::MissingTagUri
            | E::UnclosedVerbatimTag
            | E::InvalidTagEscape
            | E::InvalidTagUtf8LeadingByte
            | E::InvalidTagUtf8TrailingByte
            | E::InvalidTagUtf8 => {
                self.fault("a tag that is not well formed", "put text that begins with `!` in quotes")
            }
            E::BomInsideDocument => self.fault("a byte order mark inside the text", "remove it"),
            _ => Diagnostic::new(&read::SYNTAX, self.character(self.offset), "this cannot be read as YAML or JSON")
                .label("the text ends to make sense here"),
        }
    }

    fn fault(&self, message: &str, help: &str) -> Diagnostic {
        Diagnostic::new(&read::SYNTAX, self.word(self.offset), message).help(help)
    }

    // What stands where.

    fn text(&self) -> &str {
        self.builder.text
    }

    fn before(&self) -> &str {
        self.text().get(..self.offset).unwrap_or_default()
    }

    fn after(&self) -> &str {
        self.text().get(self.offset..).unwrap_or_default()
    }

    /// The character at an offset; at the end of the text, nothing.
    fn character(&self, at: usize) -> Span {
        let length = self.text().get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        self.builder.bytes(at, at + length)
    }

    /// From an offset to the next space.
    fn word(&self, at: usize) -> Span {
        let rest = self.text().get(at..).unwrap_or_default();
        let length = rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len());
        self.builder.bytes(at, at + length.max(self.character(at).end as usize - at))
    }

    fn line_start(&self, at: usize) -> usize {
        self.text().get(..at).and_then(|text| text.rfind(['\n', '\r'])).map_or(0, |at| at + 1)
    }

    /// The line of an offset from the offset on, without spaces at its end.
    fn rest_of_line(&self, at: usize) -> &str {
        let rest = self.text().get(at..).unwrap_or_default();
        rest.split(['\n', '\r']).next().unwrap_or_default().trim_end()
    }

    /// The first character of the line of an offset that is not a space.
    fn first_in_line(&self, at: usize) -> usize {
        let start = self.line_start(at);
        let line = self.rest_of_line(start);
        start + line.len() - line.trim_start_matches(' ').len()
    }

    fn innermost_flow(&self) -> Option<&Frame> {
        self.builder.open.iter().rev().find(|frame| frame.flow)
    }

    /// The key of the innermost object that was read last.
    fn last_key(&self) -> Option<&Key> {
        match &self.builder.open.last()?.body {
            Body::Object(object) => object.last_key(),
            Body::Array(_) => None,
        }
    }

    // The faults.

    /// A `:` where no key ends: after text over several lines, or after a value.
    fn colon(&self) -> Diagnostic {
        let here = self.character(self.offset);
        if let Some((span, ScalarStyle::Plain)) = self.builder.last
            && span.end as usize <= self.offset
            && self.before().get(span.end as usize..).is_some_and(|between| between.trim().is_empty())
        {
            let scalar = self.builder.slice(span);
            if scalar.contains(['\n', '\r']) {
                return self.key_in_text(span);
            }
            let value = self.rest_of_line(span.start as usize);
            return Diagnostic::new(&read::SYNTAX, here, "a colon and a space inside text without quotes")
                .label("a second `:` on one line")
                .help(format!("put the text in quotes: {}", quoted(value)));
        }
        Diagnostic::new(&read::SYNTAX, here, "a `:` without a key before it on its line")
            .label("not expected here")
            .help("put text that has a `:` in quotes")
    }

    /// What should be a key is part of the text that began on a line before, by its indentation.
    fn key_in_text(&self, span: Span) -> Diagnostic {
        let start = self.first_in_line(self.offset);
        let name = self.builder.slice(self.builder.bytes(start, span.end as usize)).trim_end();
        let word = self.builder.bytes(start, self.offset + 1);
        let first = self.rest_of_line(span.start as usize);
        let text = self.builder.bytes(span.start as usize, span.start as usize + first.len());
        let line = self.line_start(span.start as usize);
        if let Some(key) = self.last_key().filter(|key| key.span.start as usize >= line) {
            let column = key.span.start as usize - line;
            let message = format!("`{name}:` is indented deeper than `{}:`, and so continues its text", key.text);
            return Diagnostic::new(&read::SYNTAX, word, message)
                .label("not a key here")
                .related(text, "the text begins here")
                .help(format!("indent it by {column} columns, as `{}:`", key.text));
        }
        let mut diagnostic =
            Diagnostic::new(&read::SYNTAX, word, format!("`{name}:` continues the text of the line before"))
                .label("not a key here")
                .related(text, "the text begins here");
        if let Some(at) = colon_without_space(first) {
            diagnostic.help.push(space_after_colon(first, at));
        }
        diagnostic
    }

    /// A line of an object that has no `key:`.
    fn no_colon(&self) -> Diagnostic {
        let start = self.first_in_line(self.offset.min(self.text().len()));
        let line = self.rest_of_line(start);
        let span = self.builder.bytes(start, start + line.len());
        if let Some(at) = colon_without_space(line) {
            return Diagnostic::new(&read::SYNTAX, span, "a colon without a space after it does not end a key")
                .label("no key in this line")
                .help(space_after_colon(line, at));
        }
        Diagnostic::new(&read::SYNTAX, span, "a line without a key inside an object")
            .label("expected `key: value`")
            .help("indent the lines of a text deeper than its key, or put the text in quotes")
    }

    /// Neither the next entry nor the end of a block collection.
    fn not_an_entry(&self) -> Diagnostic {
        if self.first_in_line(self.offset) == self.offset {
            return self.indentation();
        }
        self.after_value()
    }

    /// A line whose indentation fits none of the collections that it could belong to.
    fn indentation(&self) -> Diagnostic {
        let start = self.first_in_line(self.offset);
        let column = start - self.line_start(start);
        let line = self.rest_of_line(start);
        let span = self.builder.bytes(start, start + line.len());
        let here = if line.starts_with('-') { "list item" } else { "line" };
        let message = format!("the indentation of this {here} fits nothing before it");
        let diagnostic = Diagnostic::new(&read::SYNTAX, span, message).label(format!("indented by {column}"));
        let columns = columns_before(self.text().get(..self.line_start(start)).unwrap_or_default());
        let deeper = columns.iter().copied().filter(|&other| other > column).min();
        let flatter = columns.iter().copied().filter(|&other| other < column).max();
        match (deeper, flatter) {
            (Some(a), Some(b)) => diagnostic.help(format!("indent it by {a} or {b} columns")),
            (Some(a), None) | (None, Some(a)) => diagnostic.help(format!("indent it by {a} columns")),
            (None, None) => diagnostic,
        }
    }

    /// Something after a value that is complete, on the same line.
    fn after_value(&self) -> Diagnostic {
        let rest = self.rest_of_line(self.offset);
        let span = self.builder.bytes(self.offset, self.offset + rest.len());
        let diagnostic =
            Diagnostic::new(&read::SYNTAX, span, "text after a value that is complete").label("not expected here");
        let Some(value) = self.value_start() else { return diagnostic };
        let whole = self.rest_of_line(value);
        match whole.chars().next() {
            Some(first @ ('{' | '[' | '*' | '&' | '!')) => {
                diagnostic.help(format!("put text that begins with `{first}` in quotes: {}", quoted(whole)))
            }
            Some('"' | '\'') => {
                diagnostic.help("the text ends at the second quote; put a space and `#` before a comment")
            }
            _ => diagnostic,
        }
    }

    /// Where the value of the key of this line begins.
    fn value_start(&self) -> Option<usize> {
        let start = self.line_start(self.offset);
        let after_key = match self.last_key().map(|key| key.span.end as usize) {
            Some(end) if end >= start => end,
            _ => self.first_in_line(self.offset),
        };
        let rest = self.text().get(after_key..self.offset)?;
        let value = rest.trim_start_matches([':', '-', ' ']);
        (!value.is_empty()).then(|| self.offset - value.len())
    }

    /// Something after the root value.
    fn after_the_end(&self) -> Diagnostic {
        let rest = self.rest_of_line(self.offset);
        let span = self.builder.bytes(self.offset, self.offset + rest.len());
        let diagnostic =
            Diagnostic::new(&read::SYNTAX, span, "text after the end of the document").label("not expected here");
        match rest.chars().next() {
            Some('}' | ']') => diagnostic.help("there are more closing brackets than opening ones"),
            _ => diagnostic.help("check the indentation, and the brackets before this place"),
        }
    }

    fn character_not_allowed(&self, character: char) -> Diagnostic {
        if matches!(character, '@' | '`' | '%') {
            return self.begins_with(self.offset);
        }
        let code = u32::from(character);
        Diagnostic::new(
            &read::SYNTAX,
            self.character(self.offset),
            format!("character U+{code:04X} is not allowed in YAML"),
        )
        .label("not allowed")
        .help(format!("write `\\u{code:04X}` inside \"…\""))
    }

    /// Text without quotes that begins with an indicator.
    fn begins_with(&self, at: usize) -> Diagnostic {
        let text = self.rest_of_line(at);
        let first = match text.chars().next() {
            Some('`') => "a backtick".to_owned(),
            first => format!("`{}`", first.unwrap_or(' ')),
        };
        let span = self.builder.bytes(at, at + text.len());
        Diagnostic::new(&read::SYNTAX, span, format!("text without quotes cannot begin with {first}"))
            .label("needs quotes")
            .help(format!("put it in quotes: {}", quoted(text)))
    }

    fn tab(&self) -> Diagnostic {
        // The parser may have gone past the tab.
        let start = self.line_start(self.offset);
        let line = self.rest_of_line(start);
        let tab = line.find('\t').map_or(self.offset, |at| start + at);
        Diagnostic::new(&read::SYNTAX, self.character(tab), "a tab in the indentation")
            .label("a tab")
            .help("YAML is indented with spaces")
    }

    fn list_item(&self) -> Diagnostic {
        let span = self.character(self.offset);
        let diagnostic =
            Diagnostic::new(&read::SYNTAX, span, "a list item cannot begin here").label("a `-` and a space");
        if self.first_in_line(self.offset) == self.offset {
            diagnostic.help("indent the item as the others of its list")
        } else {
            diagnostic.help("begin the list on a line of its own, or put text that begins with `- ` in quotes")
        }
    }

    fn comment(&self, kind: &ErrorKind) -> Diagnostic {
        if *kind == ErrorKind::CommentNotSeparated {
            return self
                .fault("a `#` without a space before it", "put a space before a comment, or the text in quotes");
        }
        self.fault(
            "text goes on after a comment",
            "put text that has ` #` in it, or goes over several lines, in quotes",
        )
    }

    /// Brackets, and what is between them.
    fn flow(&self, kind: &ErrorKind) -> Diagnostic {
        let bracket = self.character(self.offset);
        match *kind {
            // The parser gives the place of the opening bracket.
            ErrorKind::UnclosedFlowCollection { open } => {
                return never_closed(bracket, open, if open == '[' { ']' } else { '}' });
            }
            ErrorKind::MismatchedFlowCollectionEnd { open, close } => {
                let from = self.read_so_far();
                let found = self.text().get(from..).and_then(|rest| rest.find(close)).unwrap_or_default();
                let end = self.character(from + found);
                return Diagnostic::new(&read::SYNTAX, end, format!("`{close}` cannot close `{open}`"))
                    .label("the wrong bracket")
                    .related(bracket, "opened here");
            }
            _ => {}
        }
        let here = self.word(self.offset);
        let Some(frame) = self.innermost_flow() else {
            let message = format!("`{}` closes nothing", self.builder.slice(bracket));
            return Diagnostic::new(&read::SYNTAX, bracket, message)
                .label("no opening bracket")
                .help("remove it, or put the text in quotes");
        };
        let (open, close) = if matches!(frame.body, Body::Array(_)) { ('[', ']') } else { ('{', '}') };
        if self.after().trim().is_empty() {
            return never_closed(frame.span, open, close);
        }
        Diagnostic::new(&read::SYNTAX, here, format!("expected `,` or `{close}`"))
            .label("not expected here")
            .related(frame.span, format!("inside this `{open}`"))
            .help(format!(
                "put text that has one of `,[]{{}}` or a `: ` in it in quotes; check that `{open}` is closed"
            ))
    }

    /// The quote that the scalar began with at which the parser stopped.
    fn opening_quote(&self) -> usize {
        if self.after().starts_with(['"', '\'']) {
            return self.offset;
        }
        let from = self.read_so_far().min(self.offset);
        let between = self.text().get(from..self.offset).unwrap_or_default();
        between.find(['"', '\'']).map_or(self.offset, |at| from + at)
    }

    /// The end of what the tree has.
    fn read_so_far(&self) -> usize {
        self.builder.last.map_or(0, |(span, _)| span.end as usize)
    }

    fn unclosed_quote(&self) -> Diagnostic {
        let quote = self.opening_quote();
        let mut diagnostic =
            Diagnostic::new(&read::SYNTAX, self.character(quote), "a quote is never closed").label("opened here");
        if !self.after().is_empty() && self.line_start(self.offset) != self.line_start(quote) {
            diagnostic = diagnostic.related(self.word(self.offset), "the text cannot go on here");
        }
        diagnostic
    }

    fn after_quote(&self, help: &str) -> Diagnostic {
        let rest = self.rest_of_line(self.offset);
        let span = self.builder.bytes(self.offset, self.offset + rest.len());
        Diagnostic::new(&read::SYNTAX, span, "text after the closing quote").label("not expected here").help(help)
    }

    /// The parser stops at the quote; the escape is somewhere after it.
    fn escape(&self, kind: &ErrorKind) -> Diagnostic {
        let quote = self.opening_quote();
        let text = self.text().get(quote..).unwrap_or_default();
        let (at, length) = first_bad_escape(text).unwrap_or((0, 1));
        let span = self.builder.bytes(quote + at, quote + at + length);
        let written = self.builder.slice(span);
        if matches!(kind, ErrorKind::UnknownQuotedScalarEscape | ErrorKind::InvalidQuotedScalarHexEscape) {
            return Diagnostic::new(&read::SYNTAX, span, format!("`{written}` is not an escape"))
                .label("unknown")
                .help("write `\\\\` for a backslash, or put the text in '…', where it has no meaning");
        }
        Diagnostic::new(&read::SYNTAX, span, format!("`{written}` alone is not a character"))
            .label("half of a surrogate pair")
            .help("write both halves, such as `\\ud83d\\ude00`, or the character itself")
    }
}

/// A bracket without its other half.
fn never_closed(span: Span, open: char, close: char) -> Diagnostic {
    Diagnostic::new(&read::SYNTAX, span, format!("`{open}` is never closed"))
        .label(format!("no `{close}` for it"))
        .help(format!("put a `{close}` after the last entry, or text that begins with `{open}` in quotes"))
}

//! A diagnostic as text for people, in the form that rustc gives its own.
//!
//! ```text
//! error: asyncapi[A0004]: key `chat` stands twice in this object
//!   --> chat.yaml:12:3
//!    |
//! 12 |   chat:
//!    |   ^^^^ second
//!   ::: chat.yaml:7:3
//!    |
//!  7 |   chat:
//!    |   ---- first
//!    = help: remove or rename one of the two
//! ```
//!
//! Input: a [`Diagnostic`] and the [`Sources`] that its spans point into. Invariant: the caret line stands below what it
//! marks (tabs and wide characters included), no line grows with the document's, and nothing in the document reaches the
//! terminal as a control sequence. The work does not grow with the document, but for the length of the line in question.

use std::fmt::Write as _;

use super::{Diagnostic, Label, Severity};
use crate::source::{SourceFile, Sources};

/// Columns of the document that a snippet shows at most.
const WIDTH: usize = 120;
/// Columns that a snippet shows before its span at least, where the line is cut.
const CONTEXT: usize = 30;
const TAB: usize = 4;

/// The whole message, as the command prints it: `error: asyncapi[A0004]: …`. Ends without a line break.
#[must_use]
pub fn render(sources: &Sources, diagnostic: &Diagnostic) -> String {
    render_as(diagnostic.code.severity, false, sources, diagnostic)
}

/// The same without the leading `error: `, for `compile_error!`, to which rustc adds it.
#[must_use]
pub fn render_bare(sources: &Sources, diagnostic: &Diagnostic) -> String {
    render_in(&Ink::none(), sources, diagnostic)
}

/// The whole message with rustc's colours, for a terminal.
#[must_use]
pub fn render_colored(sources: &Sources, diagnostic: &Diagnostic) -> String {
    render_as(diagnostic.code.severity, true, sources, diagnostic)
}

/// The whole message with another weight than its code has, since options can change it; in colours or without.
#[must_use]
pub fn render_as(severity: Severity, colored: bool, sources: &Sources, diagnostic: &Diagnostic) -> String {
    let ink = if colored { Ink::of(severity) } else { Ink::none() };
    format!("{}: {}", ink.main(severity.word()), render_in(&ink, sources, diagnostic))
}

fn render_in(ink: &Ink, sources: &Sources, diagnostic: &Diagnostic) -> String {
    let title = format!("asyncapi[{}]: {}", diagnostic.code.id, printable(&diagnostic.message));
    let mut out = ink.bold(&title);
    let labels = || std::iter::once(&diagnostic.label).chain(&diagnostic.related);
    let places: Vec<Option<Place<'_>>> = labels().map(|label| Place::of(sources, label)).collect();
    let gutter = places.iter().flatten().map(|place| place.line.to_string().len()).max().unwrap_or(1);
    for (at, (place, label)) in places.iter().zip(labels()).enumerate() {
        if let Some(place) = place {
            place.write(&mut out, label, gutter, ink, at == 0);
        }
    }
    for help in &diagnostic.help {
        let mut lead = format!("{:gutter$} {} {}: ", "", ink.side("="), ink.bold("help"));
        for line in help.lines() {
            out.push('\n');
            out.push_str(&lead);
            out.push_str(&printable(line));
            lead = " ".repeat(gutter + 9);
        }
    }
    out
}

/// The colours of a message, as codes of ECMA-48 that a text is put between.
struct Ink {
    main: Option<&'static str>,
}

impl Ink {
    fn none() -> Self {
        Self { main: None }
    }

    fn of(severity: Severity) -> Self {
        let main = match severity {
            Severity::Error => "1;31",
            Severity::Warning => "1;33",
            Severity::Info => "1;36",
        };
        Self { main: Some(main) }
    }

    fn put(&self, code: &str, text: &str) -> String {
        match self.main {
            Some(_) if !text.is_empty() => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
            _ => text.to_owned(),
        }
    }

    /// What is at fault.
    fn main(&self, text: &str) -> String {
        self.put(self.main.unwrap_or_default(), text)
    }

    /// The frame, and other places.
    fn side(&self, text: &str) -> String {
        self.put("1;34", text)
    }

    fn bold(&self, text: &str) -> String {
        self.put("1", text)
    }
}

/// Where a label points to.
struct Place<'a> {
    file: &'a SourceFile,
    line: usize,
    column: usize,
}

impl<'a> Place<'a> {
    fn of(sources: &'a Sources, label: &Label) -> Option<Self> {
        let file = sources.get(label.span.file)?;
        let (line, column) = file.position(label.span.start);
        Some(Self { file, line, column })
    }

    fn write(&self, out: &mut String, label: &Label, gutter: usize, ink: &Ink, first: bool) {
        let path = printable(self.file.path());
        let arrow = ink.side(if first { "-->" } else { ":::" });
        // Writing into a `String` does not fail.
        let _ = write!(out, "\n{:gutter$}{arrow} {path}:{}:{}", "", self.line, self.column);
        if self.file.text().is_empty() {
            return;
        }
        let snippet = Snippet::cut(self.file.line(self.line), self.file.line_start(self.line), label);
        let bar = ink.side("|");
        let number = ink.side(&format!("{:>gutter$}", self.line));
        let _ = write!(out, "\n{:gutter$} {bar}\n{number} {bar}", "");
        if !snippet.text.is_empty() {
            let _ = write!(out, " {}", snippet.text);
        }
        let mut marks = if first { "^" } else { "-" }.repeat(snippet.marked);
        if !label.text.is_empty() {
            marks.push(' ');
            marks.push_str(&printable(&label.text));
        }
        let marks = if first { ink.main(&marks) } else { ink.side(&marks) };
        let _ = write!(out, "\n{:gutter$} {bar} {:indent$}{marks}", "", "", indent = snippet.indent);
    }
}

/// A line, or what is shown of it, and where the marks stand below it.
struct Snippet {
    text: String,
    indent: usize,
    marked: usize,
}

impl Snippet {
    /// Cuts what there is to show around a label out of `line`, which starts at `line_start` in its file.
    fn cut(line: &str, line_start: usize, label: &Label) -> Self {
        let from = floor(line, (label.span.start as usize).saturating_sub(line_start));
        let to = floor(line, (label.span.end as usize).saturating_sub(line_start)).max(from);
        let (before, rest) = line.split_at(from);
        let marked_text = rest.get(..to - from).unwrap_or_default().trim_end();
        let after = rest.get(marked_text.len()..).unwrap_or_default();

        let whole_fits = line.len() <= 4 * WIDTH && width(line) <= WIDTH;
        let (room_before, room) = if whole_fits {
            (usize::MAX, usize::MAX)
        } else {
            let wanted = width_up_to(marked_text, WIDTH) + width_up_to(after, WIDTH);
            (CONTEXT.max(WIDTH.saturating_sub(wanted + 1)), WIDTH)
        };
        let mut text = last_columns(before, room_before);
        let indent = width(&text);
        let (shown, whole) = first_columns(marked_text, room.saturating_sub(indent));
        let marked = width(&shown).max(1);
        text.push_str(&shown);
        if whole {
            text.push_str(&first_columns(after, room.saturating_sub(indent + marked)).0);
        }
        text.truncate(text.trim_end().len());
        Self { text, indent, marked }
    }
}

const ELLIPSIS: char = '…';

/// The nearest character boundary at or before an offset.
fn floor(text: &str, offset: usize) -> usize {
    (0..=offset.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// The beginning of a text within so many columns, printable, with an ellipsis if there is more; and whether it is all.
fn first_columns(text: &str, room: usize) -> (String, bool) {
    let mut out = String::new();
    let mut used = 0;
    for c in text.chars() {
        used += columns(c);
        if used > room {
            out.push(ELLIPSIS);
            return (out, false);
        }
        push_printable(&mut out, c);
    }
    (out, true)
}

/// The end of a text within so many columns, printable, with an ellipsis if there is more.
fn last_columns(text: &str, room: usize) -> String {
    let mut used = 0;
    let mut from = text.len();
    for (at, c) in text.char_indices().rev() {
        used += columns(c);
        if used > room {
            break;
        }
        from = at;
    }
    let (shown, _) = first_columns(text.get(from..).unwrap_or_default(), usize::MAX);
    if from == 0 { shown } else { format!("{ELLIPSIS}{shown}") }
}

fn width(text: &str) -> usize {
    text.chars().map(columns).sum()
}

/// The width of a text, or of its beginning where it is wider than `most`.
fn width_up_to(text: &str, most: usize) -> usize {
    let mut used = 0;
    for c in text.chars() {
        used += columns(c);
        if used >= most {
            break;
        }
    }
    used
}

/// A text of which a terminal only prints characters.
fn printable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\t' => out.push(' '),
            _ => push_printable(&mut out, c),
        }
    }
    out
}

fn push_printable(out: &mut String, c: char) {
    match c {
        '\t' => out.extend(std::iter::repeat_n(' ', TAB)),
        // Escape sequences, and characters that turn the direction of what follows, must not reach a terminal.
        _ if c.is_control() || is_direction(c) => out.push('\u{FFFD}'),
        _ => out.push(c),
    }
}

fn is_direction(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The columns that a terminal gives to a character: by and large, East Asian Width (UAX 11) and combining marks.
fn columns(c: char) -> usize {
    match c {
        '\t' => TAB,
        '\u{0300}'..='\u{036F}'
        | '\u{1AB0}'..='\u{1AFF}'
        | '\u{20D0}'..='\u{20FF}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FE20}'..='\u{FE2F}'
        | '\u{200B}'..='\u{200D}'
        | '\u{E0100}'..='\u{E01EF}' => 0,
        '\u{1100}'..='\u{115F}'
        | '\u{2E80}'..='\u{303E}'
        | '\u{3041}'..='\u{33FF}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{A000}'..='\u{A4CF}'
        | '\u{A960}'..='\u{A97F}'
        | '\u{AC00}'..='\u{D7A3}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE6F}'
        | '\u{FF00}'..='\u{FF60}'
        | '\u{FFE0}'..='\u{FFE6}'
        | '\u{1F300}'..='\u{1F64F}'
        | '\u{1F680}'..='\u{1F6FF}'
        | '\u{1F900}'..='\u{1F9FF}'
        | '\u{20000}'..='\u{3FFFD}' => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests;

//! [`Out`] → YAML in block style. Pieces of files are moved to the column where they stand now.

use asyncapi_codegen::source::{Node, Value};

use super::tree::{Origin, Slice};
use super::{Context, Entry, Item, Keep, Out, Piece, scalar};

/// What a value is written behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Behind {
    Nothing,
    /// A key in this column.
    Key(usize),
    /// A `-` in this column.
    Dash(usize),
}

struct Writer<'a> {
    context: Context<'a>,
    out: String,
    /// By how much entries are further to the right than the object that they are in.
    step: usize,
    /// Whether the text was JSON: then quotes say nothing.
    was_json: bool,
}

/// Writes a whole file, in the manner of the text `like`.
pub(super) fn write(context: Context<'_>, out: &Out, like: &str) -> String {
    let mut writer =
        Writer { context, out: String::new(), step: step_of(like), was_json: like.trim_start().starts_with('{') };
    writer.value(out, Behind::Nothing);
    writer.out
}

/// The first step to the right in a text.
fn step_of(text: &str) -> usize {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with(['#', '-']) && !line.trim().is_empty());
    let step = lines.map(|line| line.len() - line.trim_start_matches(' ').len()).find(|indent| *indent > 0);
    step.filter(|step| *step <= 8 && !text.trim_start().starts_with('{')).unwrap_or(2)
}

impl Writer<'_> {
    fn value(&mut self, value: &Out, behind: Behind) {
        match value {
            Out::Text(text) => self.line(&scalar::yaml_string(text), behind),
            Out::Map(entries) => self.map(entries, behind),
            Out::List(items) => self.list(items, behind),
            Out::Source(piece) => self.piece(piece, behind),
        }
    }

    /// What has a place on the line behind a key or a dash.
    fn line(&mut self, text: &str, behind: Behind) {
        if behind != Behind::Nothing {
            self.out.push(' ');
        }
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn column_behind(&self, behind: Behind) -> usize {
        match behind {
            Behind::Nothing => 0,
            Behind::Key(column) => column + self.step,
            Behind::Dash(column) => column + 2,
        }
    }

    fn indent(&mut self, column: usize) {
        self.out.extend(std::iter::repeat_n(' ', column));
    }

    fn lead(&mut self, lead: &[String], column: usize, is_root: bool) {
        for line in lead {
            if line.starts_with('#') {
                self.indent(column);
                self.out.push_str(line);
            } else if !line.is_empty() {
                if !is_root {
                    continue;
                }
                self.out.push_str(line);
            }
            self.out.push('\n');
        }
    }

    fn map(&mut self, entries: &[Entry], behind: Behind) {
        if entries.is_empty() {
            return self.line("{}", behind);
        }
        let column = self.column_behind(behind);
        let mut in_line = self.begin(behind, entries.first().is_some_and(|entry| entry.lead.is_empty()));
        for entry in entries {
            self.lead(&entry.lead, column, behind == Behind::Nothing);
            if !std::mem::take(&mut in_line) {
                self.indent(column);
            }
            // An alias as a key, or a key over several lines, is written anew.
            let spelled = entry.spelled.as_deref().filter(|text| !text.starts_with(['*', '|', '>', '?']));
            let spelled = spelled.filter(|text| !text.contains('\n') && !self.was_json);
            match spelled {
                Some(text) => self.out.push_str(text),
                None => self.out.push_str(&scalar::yaml_string(&entry.key)),
            }
            self.out.push(':');
            self.value(&entry.value, Behind::Key(column));
        }
    }

    fn list(&mut self, items: &[Item], behind: Behind) {
        if items.is_empty() {
            return self.line("[]", behind);
        }
        let column = self.column_behind(behind);
        let mut in_line = self.begin(behind, items.first().is_some_and(|item| item.lead.is_empty()));
        for item in items {
            self.lead(&item.lead, column, behind == Behind::Nothing);
            if !std::mem::take(&mut in_line) {
                self.indent(column);
            }
            self.out.push('-');
            self.value(&item.value, Behind::Dash(column));
        }
    }

    /// Begins a collection; says whether its first entry stands on the same line.
    fn begin(&mut self, behind: Behind, may_be_in_line: bool) -> bool {
        match behind {
            Behind::Nothing => false,
            Behind::Dash(_) if may_be_in_line => {
                self.out.push(' ');
                true
            }
            _ => {
                self.out.push('\n');
                false
            }
        }
    }

    fn piece(&mut self, piece: &Piece, behind: Behind) {
        if let Some(change) = self.context.changes.of(&piece.node).filter(|_| piece.slice.is_none()) {
            let text = if change.means.is_some() { change.text.clone() } else { scalar::yaml_string(&change.text) };
            return self.line(&text, behind);
        }
        match piece.slice.filter(|slice| self.is_kept(slice)) {
            Some(slice) if slice.origin == Origin::Flow || self.is_inline(&piece.node, &slice) => {
                self.inline(&slice, behind);
            }
            Some(slice) => self.block(&piece.node, &slice, behind),
            None => self.anew(piece, behind),
        }
    }

    fn is_kept(&self, slice: &Slice) -> bool {
        let text = self.context.part(slice.file, slice.from, slice.to);
        // What was JSON becomes YAML.
        let is_json = self.context.text(slice.file).trim_start().starts_with(['{', '[']);
        match self.context.keep {
            Keep::Values => false,
            _ if is_json => false,
            Keep::All => true,
            Keep::NoAliases => !names_anchors(text),
        }
    }

    /// Whether a value begins on the line of its key: a scalar, brackets, an alias.
    fn is_inline(&self, node: &Node, slice: &Slice) -> bool {
        let span = node.span();
        let is_here = span.file == slice.file && slice.from <= span.start as usize && span.end as usize <= slice.to;
        let is_filled = match node.value() {
            Value::Object(object) => !object.is_empty(),
            Value::Array(items) => !items.is_empty(),
            _ => false,
        };
        !is_here || !is_filled || self.context.is_flow(node)
    }

    fn inline(&mut self, slice: &Slice, behind: Behind) {
        let text = self.changed(slice);
        let text = text.trim_end();
        let (old, new) = match (slice.origin, behind) {
            (_, Behind::Nothing) => (0, 0),
            (Origin::Key(old) | Origin::Dash(old), Behind::Key(new) | Behind::Dash(new)) => (old, new),
            (Origin::Flow, Behind::Key(new) | Behind::Dash(new)) => {
                let line = self.context.line_start(slice.file, slice.from);
                let before = self.context.part(slice.file, line, slice.from);
                (before.len() - before.trim_start_matches([' ', '\t']).len(), new)
            }
            (Origin::Root, Behind::Key(new) | Behind::Dash(new)) => (0, new + self.step),
        };
        if text.is_empty() {
            self.out.push('\n');
            return;
        }
        let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
        let is_apart = slice.origin != Origin::Flow && slice.origin != Origin::Root;
        if behind != Behind::Nothing && !is_apart {
            self.out.push(' ');
        }
        self.out.push_str(if is_apart { first } else { first.trim_start() });
        self.out.push('\n');
        let least = if behind == Behind::Nothing { 0 } else { new + 1 };
        self.lines(rest, old, new, least);
    }

    fn block(&mut self, node: &Node, slice: &Slice, behind: Behind) {
        let start = node.span().start as usize;
        let line = self.context.line_start(slice.file, start);
        let own_line = self.context.part(slice.file, line, start);
        // The dash of a list's first item, or the first key.
        let old = if node.as_array().is_some() {
            own_line.find('-').filter(|_| line >= slice.from).unwrap_or(start - line)
        } else {
            start - line
        };
        let is_own_line = line >= slice.from;
        let new = match (slice.origin, behind) {
            (Origin::Key(from), Behind::Key(to)) | (Origin::Dash(from), Behind::Dash(to)) => {
                to + old.saturating_sub(from)
            }
            (Origin::Root, Behind::Nothing) => old,
            _ => self.column_behind(behind),
        };
        let (header, body_from) = if is_own_line {
            (self.context.part(slice.file, slice.from, line).to_owned(), line)
        } else {
            (String::new(), slice.from.max(line + old))
        };
        let body = self.changed(&Slice { from: body_from, ..*slice });
        let body = if is_own_line { body } else { format!("{:old$}{body}", "") };
        if (slice.origin, behind) == (Origin::Root, Behind::Nothing) {
            self.out.push_str(&header);
            self.lines(&body, old, new, 0);
            return;
        }
        let (first, rest) = header.split_once('\n').unwrap_or((&header, ""));
        let first = if slice.origin == Origin::Root { "" } else { first.trim() };
        let rest = if slice.origin == Origin::Root { header.as_str() } else { rest };
        let lead: Vec<String> =
            rest.lines().map(str::trim).filter(|line| line.starts_with('#')).map(ToOwned::to_owned).collect();
        if !first.is_empty() {
            self.out.push(' ');
            self.out.push_str(first);
        }
        match behind {
            Behind::Dash(column) if first.is_empty() && lead.is_empty() => {
                self.indent(new.saturating_sub(column + 1));
                let at = self.out.len();
                self.lines(body.trim_end(), old, new, new);
                self.out.replace_range(at..at + new, "");
            }
            _ => {
                if behind != Behind::Nothing {
                    self.out.push('\n');
                }
                self.lead(&lead, new, false);
                self.lines(body.trim_end(), old, new, new);
            }
        }
    }

    /// Lines that stood in column `old` and now stand in column `new`; none stands further to the left than `least`.
    fn lines(&mut self, text: &str, old: usize, new: usize, least: usize) {
        for line in text.lines() {
            let words = line.trim_start_matches(' ');
            let indent = line.len() - words.len();
            if words.trim().is_empty() {
                if old == new {
                    self.out.push_str(line);
                }
                self.out.push('\n');
                continue;
            }
            let column = if old == new { indent } else { (indent + new).saturating_sub(old) };
            let is_moved = old != new;
            self.indent(if is_moved { column.max(least) } else { column });
            self.out.push_str(words);
            self.out.push('\n');
        }
    }

    /// The text of a slice, with the changes in it.
    fn changed(&self, slice: &Slice) -> String {
        changed(&self.context, slice)
    }

    fn anew(&mut self, piece: &Piece, behind: Behind) {
        let node = &piece.node;
        if let Some(change) = self.context.changes.of(node) {
            let text = if change.means.is_some() { change.text.clone() } else { scalar::yaml_string(&change.text) };
            return self.line(&text, behind);
        }
        if let Some(mut entries) = self.context.entries(piece) {
            // Quotes of JSON say nothing.
            if self.context.is_flow(node) {
                entries.iter_mut().for_each(|entry| entry.spelled = None);
            }
            return self.map(&entries, behind);
        }
        if let Some(items) = self.context.items(piece) {
            return self.list(&items, behind);
        }
        let text = match node.value() {
            Value::String(text) => scalar::yaml_string(text),
            Value::Number(text) => text.to_string(),
            Value::Bool(value) => value.to_string(),
            _ => "null".to_owned(),
        };
        self.line(&text, behind);
    }
}

/// The text of a slice, with the changes in it.
pub(super) fn changed(context: &Context<'_>, slice: &Slice) -> String {
    let mut out = String::new();
    let mut at = slice.from;
    for (span, change) in context.changes.within(slice) {
        let (start, end) = (span.start as usize, span.end as usize);
        out.push_str(context.part(slice.file, at, start));
        let old = context.part(slice.file, start, end);
        match change.means {
            Some(_) => out.push_str(&change.text),
            None => out.push_str(&scalar::like(old, &change.text)),
        }
        at = end;
    }
    out.push_str(context.part(slice.file, at, slice.to));
    out
}

/// Whether a text may hold an anchor or an alias.
fn names_anchors(text: &str) -> bool {
    let bytes = text.as_bytes();
    let stands_apart =
        |at: usize| at.checked_sub(1).and_then(|at| bytes.get(at)).is_none_or(|before| b" \n\t[{,-:".contains(before));
    let names = |at: usize| bytes.get(at + 1).is_some_and(|next| !next.is_ascii_whitespace());
    text.contains("<<") || text.match_indices(['&', '*']).any(|(at, _)| stands_apart(at) && names(at))
}

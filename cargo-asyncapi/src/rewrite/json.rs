//! [`Out`] → JSON, indented as the text that it is like.

use asyncapi_codegen::source::Value;

use super::tree::{Origin, Slice};
use super::yaml::changed;
use super::{Context, Entry, Item, Keep, Out, Piece, scalar};

struct Writer<'a> {
    context: Context<'a>,
    out: String,
    unit: String,
}

/// Writes a whole file, in the manner of the text `like`.
pub(super) fn write(context: Context<'_>, out: &Out, like: &str) -> String {
    let unit = like.lines().find_map(|line| {
        let space: String = line.chars().take_while(|char| matches!(char, ' ' | '\t')).collect();
        (!space.is_empty() && line.len() > space.len()).then_some(space)
    });
    let unit = unit.filter(|unit| unit.len() <= 8).unwrap_or_else(|| "  ".to_owned());
    let mut writer = Writer { context, out: String::new(), unit };
    writer.value(out, "");
    writer.out.push('\n');
    writer.out
}

impl Writer<'_> {
    fn value(&mut self, value: &Out, indent: &str) {
        match value {
            Out::Text(text) => self.out.push_str(&scalar::quoted(text)),
            Out::Map(entries) => self.map(entries, indent),
            Out::List(items) => self.list(items, indent),
            Out::Source(piece) => self.piece(piece, indent),
        }
    }

    fn map(&mut self, entries: &[Entry], indent: &str) {
        let inner = format!("{indent}{}", self.unit);
        self.out.push('{');
        for (at, entry) in entries.iter().enumerate() {
            self.out.push_str(if at == 0 { "\n" } else { ",\n" });
            let key = entry.spelled.as_deref().filter(|text| is_json(text) && text.starts_with('"'));
            let key = key.map_or_else(|| scalar::quoted(&entry.key), ToOwned::to_owned);
            self.out.push_str(&format!("{inner}{key}: "));
            self.value(&entry.value, &inner);
        }
        if !entries.is_empty() {
            self.out.push('\n');
            self.out.push_str(indent);
        }
        self.out.push('}');
    }

    fn list(&mut self, items: &[Item], indent: &str) {
        let inner = format!("{indent}{}", self.unit);
        self.out.push('[');
        for (at, item) in items.iter().enumerate() {
            self.out.push_str(if at == 0 { "\n" } else { ",\n" });
            self.out.push_str(&inner);
            self.value(&item.value, &inner);
        }
        if !items.is_empty() {
            self.out.push('\n');
            self.out.push_str(indent);
        }
        self.out.push(']');
    }

    fn piece(&mut self, piece: &Piece, indent: &str) {
        let slice = piece.slice.filter(|_| self.context.keep != Keep::Values).map(|slice| {
            let span = piece.node.span();
            let exact = (span.start as usize, span.end as usize);
            let (from, to) = if slice.origin == Origin::Root { exact } else { (slice.from, slice.to) };
            Slice { from, to, ..slice }
        });
        let kept = slice.filter(|slice| is_json(self.context.part(slice.file, slice.from, slice.to)));
        match kept {
            Some(slice) => self.kept(&slice, indent),
            None => self.anew(piece, indent),
        }
    }

    /// Text that is JSON already.
    fn kept(&mut self, slice: &Slice, indent: &str) {
        let text = changed(&self.context, slice);
        let line = self.context.line_start(slice.file, slice.from);
        let before = self.context.part(slice.file, line, slice.from);
        let old = before.get(..before.len() - before.trim_start_matches([' ', '\t']).len()).unwrap_or_default();
        for (at, line) in text.trim().lines().enumerate() {
            if at > 0 {
                self.out.push('\n');
                self.out.push_str(indent);
            }
            self.out.push_str(if at > 0 { line.strip_prefix(old).unwrap_or_else(|| line.trim_start()) } else { line });
        }
    }

    fn anew(&mut self, piece: &Piece, indent: &str) {
        let node = &piece.node;
        if let Some(change) = self.context.changes.of(node) {
            let text = if change.means.is_some() { change.text.clone() } else { scalar::quoted(&change.text) };
            self.out.push_str(&text);
            return;
        }
        if let Some(entries) = self.context.entries(piece) {
            return self.map(&entries, indent);
        }
        if let Some(items) = self.context.items(piece) {
            return self.list(&items, indent);
        }
        let text = match node.value() {
            Value::String(text) => scalar::quoted(text),
            Value::Number(text) => scalar::json_number(node, text),
            Value::Bool(value) => value.to_string(),
            _ => "null".to_owned(),
        };
        self.out.push_str(&text);
    }
}

fn is_json(text: &str) -> bool {
    serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
}

/// A value on one line.
pub(crate) fn compact(context: Context<'_>, out: &Out) -> String {
    let mut writer =
        Writer { context: Context { keep: Keep::Values, ..context }, out: String::new(), unit: String::new() };
    writer.value(out, "");
    // Line breaks within strings are escaped: these are between values.
    writer.out.replace('\n', " ")
}

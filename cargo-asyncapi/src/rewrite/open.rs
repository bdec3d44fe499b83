//! A piece of a file → its entries or items, each a piece with the comments that belong to it.
//!
//! Comments on lines of their own belong to what follows them, unless they stand further to the right: then they belong
//! to what is before them.

use asyncapi_codegen::source::{FileId, Key, Node, Object};

use super::tree::{Origin, Slice};
use super::{Context, Entry, Item, Out, Piece};

impl<'a> Context<'a> {
    /// A whole file.
    pub(crate) fn file(&self, file: FileId, root: &Node) -> Piece {
        let to = self.text(file).len();
        Piece { node: root.clone(), slice: Some(Slice { file, from: 0, to, origin: Origin::Root }) }
    }

    /// The value that keys and indices lead to, within a piece.
    pub(crate) fn find(&self, piece: Piece, pointer: &str) -> Option<Piece> {
        let mut piece = piece;
        for segment in pointer.split('/').skip(1) {
            let segment = segment.replace("~1", "/").replace("~0", "~");
            let value = if piece.node.as_object().is_some() {
                self.entries(&piece)?.into_iter().find(|entry| entry.key == segment)?.value
            } else {
                self.items(&piece)?.into_iter().nth(segment.parse().ok()?)?.value
            };
            let Out::Source(found) = value else { return None };
            piece = found;
        }
        Some(piece)
    }

    /// The entries of an object.
    pub(crate) fn entries(&self, piece: &Piece) -> Option<Vec<Entry>> {
        let object = piece.node.as_object()?;
        let found = piece.slice.and_then(|slice| {
            if self.is_flow(&piece.node) {
                self.flow_entries(&piece.node, object, slice.file)
            } else {
                self.block_entries(object, slice)
            }
        });
        let anew = || object.iter().map(|(key, value)| Entry::new(&*key.text, Out::anew(value))).collect();
        Some(found.unwrap_or_else(anew))
    }

    /// The items of an array.
    pub(crate) fn items(&self, piece: &Piece) -> Option<Vec<Item>> {
        let items = piece.node.as_array()?;
        let found = piece.slice.and_then(|slice| {
            if self.is_flow(&piece.node) {
                self.flow_items(&piece.node, items, slice.file)
            } else {
                self.block_items(items, slice)
            }
        });
        Some(found.unwrap_or_else(|| items.iter().map(|item| Out::anew(item).into()).collect()))
    }

    pub(super) fn text(&self, file: FileId) -> &'a str {
        self.sources.get(file).map(|file| file.text()).unwrap_or_default()
    }

    pub(super) fn part(&self, file: FileId, from: usize, to: usize) -> &'a str {
        self.text(file).get(from..to).unwrap_or_default()
    }

    /// Whether a value is in brackets.
    pub(super) fn is_flow(&self, node: &Node) -> bool {
        let span = node.span();
        self.part(span.file, span.start as usize, span.end as usize).starts_with(['{', '['])
    }

    /// Where the line of an offset begins.
    pub(super) fn line_start(&self, file: FileId, at: usize) -> usize {
        self.part(file, 0, at).rfind('\n').map_or(0, |at| at + 1)
    }

    fn block_entries(&self, object: &Object, slice: Slice) -> Option<Vec<Entry>> {
        let file = slice.file;
        let column = |key: &Key| (key.span.start as usize).checked_sub(self.line_start(file, key.span.start as usize));
        let all: Vec<(&Key, &Node)> = object.iter().collect();
        let (first, _) = all.first()?;
        let place = column(first)?;
        let mut starts = Vec::new();
        let mut behind = slice.from;
        for (at, (key, _)) in all.iter().enumerate() {
            let start = key.span.start as usize;
            let line = self.line_start(file, start);
            let is_alone = at == 0 || self.part(file, line, start).bytes().all(|byte| byte == b' ');
            if key.span.file != file || start < behind || start > slice.to || column(key)? != place || !is_alone {
                return None;
            }
            let lead = if at == 0 { start } else { self.lead(file, behind, line, place) };
            starts.push((lead, line));
            behind = key.span.end as usize;
            if let Some((_, value)) = all.get(at).filter(|(_, value)| !value.is_null()) {
                let span = value.span();
                if span.file == file && span.start as usize >= behind && span.end as usize <= slice.to {
                    behind = span.end as usize;
                }
            }
        }
        let mut entries = Vec::new();
        for (at, (key, value)) in all.iter().enumerate() {
            let (lead, line) = *starts.get(at)?;
            let to = starts.get(at + 1).map_or(slice.to, |(lead, _)| *lead);
            let end = key.span.end as usize;
            let rest = self.part(file, end, to);
            let colon = rest.len() - rest.trim_start_matches(' ').len();
            if !rest.get(colon..)?.starts_with(':') {
                return None;
            }
            let origin = Origin::Key(place);
            let value_slice = Slice { file, from: end + colon + 1, to, origin };
            let lead = if at == 0 { self.header(slice, line) } else { comments(self.part(file, lead, line)) };
            entries.push(Entry {
                lead,
                key: key.text.to_string(),
                spelled: Some(self.part(file, key.span.start as usize, end).to_owned()),
                value: Out::Source(Piece { node: (*value).clone(), slice: Some(value_slice) }),
            });
        }
        Some(entries)
    }

    /// The comments beside and before a value that is going to be another one.
    pub(crate) fn comments_of(&self, piece: &Piece) -> Vec<String> {
        let Some(slice) = piece.slice.filter(|slice| slice.origin != Origin::Flow) else { return Vec::new() };
        let span = piece.node.span();
        let mut comments = self.header(slice, self.line_start(slice.file, span.start as usize));
        let behind = self.part(slice.file, span.end as usize, slice.to);
        let is_comment = |line: &&str| line.starts_with('#');
        comments.extend(behind.lines().map(str::trim).filter(is_comment).map(ToOwned::to_owned));
        comments
    }

    /// The comments between what a collection stands behind, and its first line, which begins at `to`.
    fn header(&self, slice: Slice, to: usize) -> Vec<String> {
        let text = self.part(slice.file, slice.from, to.max(slice.from));
        if slice.origin == Origin::Root {
            return comments(text);
        }
        let (behind, rest) = text.split_once('\n').unwrap_or((text, ""));
        let beside = behind.split_once('#').map(|(_, comment)| format!("#{comment}"));
        beside.into_iter().chain(comments(rest).into_iter().filter(|line| line.starts_with('#'))).collect()
    }

    /// Where the comments begin that belong to what stands in `line`; `behind` is where what precedes it ends.
    fn lead(&self, file: FileId, behind: usize, line: usize, column: usize) -> usize {
        let from = self.part(file, behind, line).find('\n').map_or(line, |at| behind + at + 1);
        let mut start = line;
        for text in self.part(file, from, line).split_inclusive('\n').rev() {
            let words = text.trim();
            let indent = text.len() - text.trim_start_matches(' ').len();
            if words.starts_with('#') && indent > column {
                // What stands further to the right, and all above it, belongs to what is before.
                break;
            }
            if !words.is_empty() && !words.starts_with('#') {
                break;
            }
            start -= text.len();
        }
        start
    }

    fn block_items(&self, items: &[Node], slice: Slice) -> Option<Vec<Item>> {
        let file = slice.file;
        if let Origin::Dash(_) = slice.origin {
            return None;
        }
        let text = self.part(file, slice.from, slice.to);
        let limit = self.text(file).len();
        let mut at = slice.from;
        let mut column = None;
        let mut dashes = Vec::new();
        for line in text.split_inclusive('\n') {
            let words = line.trim_start_matches(' ');
            let indent = line.len() - words.len();
            let is_first_line = at == slice.from && slice.origin != Origin::Root;
            let is_dash = words.starts_with("- ") || words.trim_end() == "-";
            if is_dash && !is_first_line && *column.get_or_insert(indent) == indent {
                dashes.push((at, at + indent));
            }
            at += line.len();
        }
        if dashes.len() != items.len() {
            return None;
        }
        let column = column?;
        let mut starts = Vec::new();
        for (number, (line, _)) in dashes.iter().enumerate() {
            let before = number.checked_sub(1);
            let behind = before.and_then(|before| Some((items.get(before)?.span(), dashes.get(before)?.1)));
            starts.push(match behind {
                None => *line,
                Some((span, dash)) => {
                    let is_here = span.file == file && span.start as usize > dash && (span.end as usize) < *line;
                    self.lead(file, if is_here { span.end as usize } else { dash }, *line, column)
                }
            });
        }
        let mut found = Vec::new();
        for (number, item) in items.iter().enumerate() {
            let (line, dash) = *dashes.get(number)?;
            let to = starts.get(number + 1).copied().unwrap_or(slice.to).min(limit);
            let start = *starts.get(number)?;
            let lead = if number == 0 { self.header(slice, line) } else { comments(self.part(file, start, line)) };
            let slice = Slice { file, from: dash + 1, to, origin: Origin::Dash(column) };
            found.push(Item { lead, value: Out::Source(Piece { node: item.clone(), slice: Some(slice) }) });
        }
        Some(found)
    }

    fn flow_entries(&self, node: &Node, object: &Object, file: FileId) -> Option<Vec<Entry>> {
        let outer = node.span();
        let mut behind = outer.start as usize + 1;
        let mut entries = Vec::new();
        for (key, value) in object.iter() {
            let (start, end) = (key.span.start as usize, key.span.end as usize);
            if key.span.file != file || start < behind || end > outer.end as usize {
                return None;
            }
            let lead = comments(self.part(file, behind, start)).into_iter().filter(|line| line.starts_with('#'));
            let slice = self.flow_value(value, file, end, outer.end as usize);
            behind = slice.map_or(end, |slice| slice.to);
            entries.push(Entry {
                lead: lead.collect(),
                key: key.text.to_string(),
                spelled: Some(self.part(file, start, end).to_owned()),
                value: Out::Source(Piece { node: value.clone(), slice }),
            });
        }
        Some(entries)
    }

    fn flow_items(&self, node: &Node, items: &[Node], file: FileId) -> Option<Vec<Item>> {
        let outer = node.span();
        let mut behind = outer.start as usize + 1;
        let mut found = Vec::new();
        for item in items {
            let slice = self.flow_value(item, file, behind, outer.end as usize);
            let lead = slice.map_or("", |slice| self.part(file, behind, slice.from));
            let lead = comments(lead).into_iter().filter(|line| line.starts_with('#')).collect();
            behind = slice.map_or(behind, |slice| slice.to);
            found.push(Item { lead, value: Out::Source(Piece { node: item.clone(), slice }) });
        }
        Some(found)
    }

    /// The text of a value in brackets; none, if it is an alias, or not written at all.
    fn flow_value(&self, value: &Node, file: FileId, from: usize, to: usize) -> Option<Slice> {
        let span = value.span();
        let (start, end) = (span.start as usize, span.end as usize);
        let is_here = span.file == file && start >= from && end <= to && start < end;
        is_here.then_some(Slice { file, from: start, to: end, origin: Origin::Flow })
    }
}

/// Lines without what stands to the left of them; what is no comment is an empty line.
fn comments(text: &str) -> Vec<String> {
    let is_kept = |line: &&str| line.is_empty() || line.starts_with(['#', '%']) || line.starts_with("---");
    text.lines().map(str::trim).filter(is_kept).map(ToOwned::to_owned).collect()
}

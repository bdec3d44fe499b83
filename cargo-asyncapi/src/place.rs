//! From byte spans to lines and columns, as the formats count them.

use asyncapi_codegen::source::{SourceFile, Sources, Span};

/// Where something stands. Lines and columns are counted from 1; the end lies behind the last character.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Region<'a> {
    pub(crate) path: &'a str,
    pub(crate) start: Position,
    pub(crate) end: Position,
}

/// One end of a [`Region`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Position {
    pub(crate) line: usize,
    /// In characters (Unicode scalar values).
    pub(crate) column: usize,
    /// In UTF-16 code units.
    pub(crate) utf16: usize,
    /// In bytes of the file's text, from 0, behind its byte order mark.
    pub(crate) offset: u32,
}

/// The region of a span; `None` if its file is not one of these.
pub(crate) fn region(sources: &Sources, span: Span) -> Option<Region<'_>> {
    let file = sources.get(span.file)?;
    Some(Region { path: file.path(), start: position(file, span.start), end: position(file, span.end.max(span.start)) })
}

fn position(file: &SourceFile, offset: u32) -> Position {
    let (line, column) = file.position(offset);
    let end = (offset as usize).min(file.text().len());
    let before = file.text().get(file.line_start(line)..end).unwrap_or_default();
    Position { line, column, utf16: before.encode_utf16().count() + 1, offset }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_utf16_code_units() {
        let mut sources = Sources::default();
        let file = sources.add("a.yaml", "x: 1\n😀ä: fault\n");
        let found = region(&sources, Span { file, start: 13, end: 18 }).expect("a file of these");
        assert_eq!(found.path, "a.yaml");
        assert_eq!(found.start, Position { line: 2, column: 5, utf16: 6, offset: 13 });
        assert_eq!(found.end, Position { line: 2, column: 10, utf16: 11, offset: 18 });
    }

    #[test]
    fn a_file_without_text_has_a_beginning() {
        let mut sources = Sources::default();
        let file = sources.add("a.yaml", "");
        let found = region(&sources, Span::start_of(file)).expect("a file of these");
        assert_eq!(found.start, Position { line: 1, column: 1, utf16: 1, offset: 0 });
    }
}

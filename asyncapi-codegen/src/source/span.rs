//! Files, byte spans, and the way back from a span to a line and a column.

use std::sync::Arc;

/// A file in a [`Sources`] table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub(crate) u32);

/// A range of bytes in one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The file that the range lies in.
    pub file: FileId,
    /// Offset of the first byte.
    pub start: u32,
    /// Offset behind the last byte.
    pub end: u32,
}

impl Span {
    /// The range of no bytes at the start of `file`, for faults that concern all of it.
    #[must_use]
    pub fn start_of(file: FileId) -> Self {
        Self { file, start: 0, end: 0 }
    }
}

/// One file as it was read.
#[derive(Debug)]
pub struct SourceFile {
    path: Arc<str>,
    text: Arc<str>,
    line_starts: Vec<u32>,
}

impl SourceFile {
    fn new(path: &str, text: &str) -> Self {
        // A line ends with LF, CRLF, or CR (YAML 1.2.2 section 5.4).
        let next = text.bytes().skip(1).chain([0]);
        let ends =
            text.bytes().zip(next).enumerate().filter(|(_, pair)| matches!(pair, (b'\n', _) | (b'\r', ..=9 | 11..)));
        let starts = ends.map(|(at, _)| at + 1);
        let line_starts = std::iter::once(0).chain(starts).map(|at| u32::try_from(at).unwrap_or(u32::MAX)).collect();
        Self { path: path.into(), text: text.into(), line_starts }
    }

    /// The path as the user knows it: relative to the root document's folder where it lies below it.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole text, without its byte order mark.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Line and column, both from 1, the column counted in characters.
    #[must_use]
    pub fn position(&self, offset: u32) -> (usize, usize) {
        let line = self.line_starts.partition_point(|start| *start <= offset).saturating_sub(1);
        let start = self.line_starts.get(line).copied().unwrap_or(0) as usize;
        let end = (offset as usize).min(self.text.len());
        let column = self.text.get(start..end).map_or(0, |text| text.chars().count());
        (line + 1, column + 1)
    }

    /// The offset of a line's first byte; of a line behind the last one, the length of the text.
    #[must_use]
    pub fn line_start(&self, number: usize) -> usize {
        self.line_starts.get(number.wrapping_sub(1)).map_or(self.text.len(), |at| *at as usize)
    }

    /// The text of a line, from 1, without its line break.
    #[must_use]
    pub fn line(&self, number: usize) -> &str {
        let (start, end) = (self.line_start(number), self.line_start(number.saturating_add(1)));
        self.text.get(start..end).unwrap_or_default().trim_end_matches(['\n', '\r'])
    }
}

/// Every file that a document was read from. Spans point into it.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// Adds a file under the path that diagnostics shall show.
    pub fn add(&mut self, path: &str, text: &str) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(SourceFile::new(path, text));
        id
    }

    /// The file of an id that this table gave out.
    #[must_use]
    pub fn get(&self, file: FileId) -> Option<&SourceFile> {
        self.files.get(file.0 as usize)
    }

    /// All files in the order in which they were read.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter().enumerate().map(|(at, file)| (FileId(u32::try_from(at).unwrap_or(u32::MAX)), file))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_have_lines_and_columns() {
        let file = SourceFile::new("a", "é: 1\nb\r\nc\rd\n");
        for (offset, position) in [(0, (1, 1)), (2, (1, 2)), (6, (2, 1)), (9, (3, 1)), (11, (4, 1)), (13, (5, 1))] {
            assert_eq!(file.position(offset), position, "{offset}");
        }
        assert_eq!([1, 2, 3, 4, 5, 6].map(|line| file.line(line)), ["é: 1", "b", "c", "d", "", ""]);
        assert_eq!([0, usize::MAX].map(|line| file.line(line)), ["", ""]);
        assert_eq!(file.position(u32::MAX), (5, 1));
    }
}

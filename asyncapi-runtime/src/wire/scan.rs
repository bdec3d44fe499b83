//! Looks at single values of a payload without building a tree: what decides which message it is.

use std::borrow::Cow;

use super::{DecodeError, Literal};

/// The JSON type of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are JSON's own")]
pub enum JsonKind {
    Null,
    Bool,
    Number,
    String,
    Array,
    Object,
}

/// What stands at a place of the payload.
#[derive(Debug, Clone, Default)]
pub struct Found<'a> {
    raw: Option<&'a [u8]>,
    text: Option<Cow<'a, str>>,
}

impl<'a> Found<'a> {
    fn of(raw: &'a [u8]) -> Self {
        let inner = raw.strip_prefix(b"\"").and_then(|rest| rest.strip_suffix(b"\""));
        let text = inner.and_then(|inner| unescaped(raw, inner));
        Self { raw: Some(raw), text }
    }

    /// The string, if it is one.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        self.text.as_deref()
    }

    /// Whether there is anything, be it `null`.
    #[must_use]
    pub fn is_present(&self) -> bool {
        self.raw.is_some()
    }

    /// The JSON text.
    #[must_use]
    pub fn raw(&self) -> Option<&'a [u8]> {
        self.raw
    }

    /// Its JSON type.
    #[must_use]
    pub fn kind(&self) -> Option<JsonKind> {
        Some(match self.raw?.first()? {
            b'"' => JsonKind::String,
            b'{' => JsonKind::Object,
            b'[' => JsonKind::Array,
            b't' | b'f' => JsonKind::Bool,
            b'n' => JsonKind::Null,
            _ => JsonKind::Number,
        })
    }

    /// Whether it is this value.
    #[must_use]
    pub fn is(&self, literal: &Literal) -> bool {
        match literal {
            Literal::String(text) => self.as_str() == Some(*text),
            Literal::Null => self.raw == Some(b"null"),
            Literal::Bool(value) => self.raw == Some(if *value { b"true" } else { b"false" }),
            other => {
                self.raw.and_then(|raw| serde_json::from_slice(raw).ok()).is_some_and(|value| other.equals(&value))
            }
        }
    }
}

/// The text between the quotes; owned only if it has escapes.
fn unescaped<'a>(raw: &'a [u8], inner: &'a [u8]) -> Option<Cow<'a, str>> {
    if inner.contains(&b'\\') {
        return serde_json::from_slice::<String>(raw).ok().map(Cow::Owned);
    }
    std::str::from_utf8(inner).ok().map(Cow::Borrowed)
}

/// A place in a payload: a property's name, or a path of names. The empty path is the whole.
pub trait ScanPath {
    /// The name at a depth.
    fn segment(&self, depth: usize) -> Option<&str>;
}

impl ScanPath for &str {
    fn segment(&self, depth: usize) -> Option<&str> {
        (depth == 0).then_some(self)
    }
}

impl ScanPath for &[&str] {
    fn segment(&self, depth: usize) -> Option<&str> {
        self.get(depth).copied()
    }
}

/// The deepest path that is followed; the scanner recurses once per level of a path.
const DEEPEST_PATH: usize = 64;

/// Finds what stands at `paths`, and reads no further than needed.
///
/// # Errors
/// When the text breaks off, or is plainly not JSON, before everything was found. (What lies behind is not looked at:
/// that is the matter of the decoder.)
pub fn scan<'a, P: ScanPath, const N: usize>(
    payload: &'a (impl AsRef<[u8]> + ?Sized),
    paths: [P; N],
) -> Result<[Found<'a>; N], DecodeError> {
    let mut found = std::array::from_fn(|_| Found::default());
    let mut scanner = Scanner { json: payload.as_ref(), at: 0 };
    let open = std::array::from_fn(|_| true);
    scanner
        .value(&paths, &open, 0, &mut found)
        .ok_or_else(|| DecodeError::malformed(format!("the payload is not JSON at byte {}", scanner.at)))?;
    Ok(found)
}

struct Scanner<'a> {
    json: &'a [u8],
    at: usize,
}

impl<'a> Scanner<'a> {
    fn peek(&self) -> Option<u8> {
        self.json.get(self.at).copied()
    }

    fn blank(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn expect(&mut self, wanted: u8) -> Option<()> {
        self.blank();
        (self.peek()? == wanted).then(|| self.at += 1)
    }

    /// Passes over a string; the text between its quotes.
    fn string(&mut self) -> Option<&'a [u8]> {
        self.expect(b'"')?;
        let start = self.at;
        loop {
            match self.peek()? {
                b'"' => break,
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
        self.at += 1;
        self.json.get(start..self.at - 1)
    }

    /// Passes over a value of any depth, without recursion.
    fn skip(&mut self) -> Option<()> {
        let mut depth = 0usize;
        loop {
            self.blank();
            match self.peek()? {
                b'"' => {
                    self.string()?;
                }
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' => {
                    depth = depth.checked_sub(1)?;
                    self.at += 1;
                }
                b',' | b':' if depth > 0 => self.at += 1,
                b',' | b':' => return None,
                _ => {
                    while !matches!(self.peek(), None | Some(b',' | b':' | b'}' | b']' | b' ' | b'\t' | b'\n' | b'\r'))
                    {
                        self.at += 1;
                    }
                }
            }
            if depth == 0 {
                return Some(());
            }
        }
    }

    /// Reads a value at `depth`, in which the paths that are `open` go on.
    fn value<P: ScanPath, const N: usize>(
        &mut self,
        paths: &[P; N],
        open: &[bool; N],
        depth: usize,
        found: &mut [Found<'a>; N],
    ) -> Option<()> {
        self.blank();
        let start = self.at;
        let ends = |at: usize| paths.get(at).is_some_and(|path| path.segment(depth).is_none());
        let deeper = (0..N).any(|at| open.get(at) == Some(&true) && !ends(at));
        let mut stopped = false;
        if deeper && self.peek()? == b'{' && depth < DEEPEST_PATH {
            stopped = self.object(paths, open, depth, found)?;
        } else {
            self.skip()?;
        }
        let raw = self.json.get(start..self.at)?;
        for (at, slot) in found.iter_mut().enumerate() {
            if open.get(at) == Some(&true) && ends(at) && !stopped {
                *slot = Found::of(raw);
            }
        }
        Some(())
    }

    /// Reads an object; `true` if it stopped within, because all that was asked for is found.
    fn object<P: ScanPath, const N: usize>(
        &mut self,
        paths: &[P; N],
        open: &[bool; N],
        depth: usize,
        found: &mut [Found<'a>; N],
    ) -> Option<bool> {
        self.at += 1;
        self.blank();
        if self.peek()? == b'}' {
            self.at += 1;
            return Some(false);
        }
        loop {
            self.blank();
            let start = self.at;
            let inner = self.string()?;
            let key = unescaped(self.json.get(start..self.at)?, inner)?;
            self.expect(b':')?;
            let within: [bool; N] = std::array::from_fn(|at| {
                open.get(at) == Some(&true)
                    && paths.get(at).and_then(|path| path.segment(depth)).is_some_and(|segment| segment == key)
            });
            if within.contains(&true) {
                self.value(paths, &within, depth + 1, found)?;
                if found.iter().all(Found::is_present) {
                    return Some(true);
                }
            } else {
                self.skip()?;
            }
            self.blank();
            let next = self.peek()?;
            self.at += 1;
            match next {
                b',' => {}
                b'}' => return Some(false),
                _ => return None,
            }
        }
    }
}

/// The JSON pointer of the value at, or just before, a place that serde_json names by line and column.
#[cold]
pub(super) fn pointer_at(json: &[u8], line: usize, column: usize) -> String {
    let line_start = match line.checked_sub(2) {
        None => 0,
        Some(nth) => json.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(nth).map_or(0, |(at, _)| at + 1),
    };
    let end = line_start.saturating_add(column).min(json.len());
    let mut path: Vec<Segment> = Vec::new();
    let mut scanner = Scanner { json: json.get(..end).unwrap_or_default(), at: 0 };
    let mut key_next = false;
    while let Some(byte) = scanner.peek() {
        match byte {
            b'"' => {
                let Some(text) = scanner.string() else { break };
                scanner.blank();
                // Where the place is the key itself, its colon is beyond the end.
                if key_next
                    && matches!(scanner.peek(), Some(b':') | None)
                    && let Some(Segment::Key(key)) = path.last_mut()
                {
                    *key = Some(super::error::shortened(
                        String::from_utf8_lossy(text).into_owned(),
                        super::error::LONGEST_KEY,
                    ));
                }
                key_next = false;
                continue;
            }
            b'{' => {
                path.push(Segment::Key(None));
                key_next = true;
            }
            b'[' => path.push(Segment::Index(0)),
            b'}' | b']' => {
                // The error of an object, such as a missing property, is found at its end: that object is the place.
                if scanner.at + 1 == end {
                    path.pop();
                    break;
                }
                path.pop();
            }
            b',' => match path.last_mut() {
                Some(Segment::Index(at)) => *at += 1,
                Some(Segment::Key(key)) => {
                    *key = None;
                    key_next = true;
                }
                None => {}
            },
            _ => {}
        }
        scanner.at += 1;
    }
    path.iter().fold(String::new(), |mut pointer, segment| {
        match segment {
            Segment::Key(Some(key)) => super::error::push_segment(&mut pointer, key),
            Segment::Key(None) => {}
            Segment::Index(at) => super::error::push_segment(&mut pointer, &at.to_string()),
        }
        pointer
    })
}

enum Segment {
    Key(Option<String>),
    Index(usize),
}

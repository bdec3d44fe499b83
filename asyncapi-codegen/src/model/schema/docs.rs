//! Descriptions as Markdown that rustdoc takes without a warning and never runs as a test.

use crate::document::Document;
use crate::source::Span;

/// Where something comes from: `chat.yaml:42`.
#[must_use]
pub fn place(document: &Document, span: Span) -> Option<String> {
    let file = document.sources.get(span.file)?;
    Some(format!("{}:{}", file.path(), file.position(span.start).0))
}

/// CommonMark of a document, made safe: code is marked as text, brackets are no links, angle brackets no HTML, and bare
/// addresses are links.
#[must_use]
pub fn markdown(text: &str) -> String {
    let mut lines = Vec::new();
    let mut fence: Option<String> = None;
    for line in text.trim().lines() {
        let bare = line.trim_start();
        let mark: String = bare.chars().take_while(|c| *c == '`').collect();
        let tildes: String = bare.chars().take_while(|c| *c == '~').collect();
        let mark = if mark.len() >= 3 { mark } else { tildes };
        match &fence {
            Some(open) if mark.starts_with(open.as_str()) && bare.trim_end() == mark => {
                lines.push(mark);
                fence = None;
            }
            Some(_) => lines.push(line.to_owned()),
            None if mark.len() >= 3 => {
                lines.push(format!("{mark}text"));
                fence = Some(mark);
            }
            // Four blanks make code of a line, which rustdoc would run as a test.
            None => lines.push(format!("{}{}", &"   "[..(line.len() - bare.len()).min(3)], inline(bare))),
        }
    }
    lines.extend(fence);
    lines.join("\n").trim_end().to_owned()
}

fn inline(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    // An odd backtick opens code that nothing closes.
    let code_spans = line.matches('`').count().is_multiple_of(2);
    let mut in_code = false;
    let mut rest = line;
    while let Some(character) = rest.chars().next() {
        let address = (rest.starts_with("http://") || rest.starts_with("https://")) && !in_code;
        if address {
            let end = rest.find(|c: char| c.is_whitespace() || "<>()[]\"'`".contains(c)).unwrap_or(rest.len());
            let url = rest.get(..end).unwrap_or(rest).trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_']);
            out.push_str(&format!("<{url}>"));
            rest = rest.get(url.len()..).unwrap_or_default();
            continue;
        }
        match character {
            '`' if code_spans => {
                in_code = !in_code;
                out.push('`');
            }
            '`' | '[' | ']' | '<' if !in_code => {
                out.push('\\');
                out.push(character);
            }
            '\0' => out.push('\u{fffd}'),
            other => out.push(other),
        }
        rest = rest.get(character.len_utf8()..).unwrap_or_default();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::markdown;

    #[test]
    fn text_becomes_markdown_that_rustdoc_takes() {
        for (text, expected) in [
            ("See http://example.com/a_b.", "See <http://example.com/a_b>."),
            ("a [link](https://x.org) and [broken]", "a \\[link\\](<https://x.org>) and \\[broken\\]"),
            ("Map<String> and `Vec<T>`", "Map\\<String> and `Vec<T>`"),
            ("an ` open one", "an \\` open one"),
            ("a\n\n    let x = 1;\n", "a\n\n   let x = 1;"),
            ("```rust\nfn x() {}\n```\nb", "```text\nfn x() {}\n```\nb"),
            ("```\nnot closed", "```text\nnot closed\n```"),
            ("  ", ""),
        ] {
            assert_eq!(markdown(text), expected, "{text}");
        }
    }
}

//! The text of a .proto file → tokens with places, and comments.
//!
//! Input: a string of a document, or a whole file. Output: a [`Tokens`]. Invariants: every token knows its bytes, and
//! [`Text::span`] knows where they stand in the file that the user wrote, also where the text is a block, folded or
//! quoted string of YAML or JSON; work is linear.

mod lexer;
mod place;

pub(crate) use lexer::{Kind, Token, Tokens};
pub(crate) use place::Text;

/// The paths that a text imports, each with its token.
pub(crate) fn imports(text: &str) -> Vec<(String, Token)> {
    let tokens = Tokens::of(text);
    let list = &tokens.list;
    let mut found = Vec::new();
    let mut depth = 0usize;
    for (at, token) in list.iter().enumerate() {
        match (token.kind, token.text(text)) {
            (Kind::Symbol, "{") => depth += 1,
            (Kind::Symbol, "}") => depth = depth.saturating_sub(1),
            (Kind::Name, "import") if depth == 0 => {
                let next = |by: usize| list.get(at + by).filter(|it| it.kind == Kind::Text);
                let modified = list.get(at + 1).is_some_and(|it| matches!(it.text(text), "public" | "weak"));
                if let Some(path) = next(if modified { 2 } else { 1 }) {
                    found.push((String::from_utf8_lossy(&path.unescaped(text)).into_owned(), *path));
                }
            }
            _ => {}
        }
    }
    found
}

//! Docs as attributes.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::Docs;

/// The docs of an item; `otherwise` where the document says nothing.
#[must_use]
pub fn doc_attributes(docs: &Docs, otherwise: &str) -> TokenStream {
    let mut all = docs.paragraphs.clone();
    if all.is_empty() {
        all.push(otherwise.to_owned());
    }
    if docs.deprecated {
        all.push("**Deprecated**, says the document.".to_owned());
    }
    all.extend(docs.place.as_ref().map(|place| format!("From {}.", code(place))));
    paragraphs(&all)
}

/// Paragraphs as `#[doc]` lines.
#[must_use]
pub fn paragraphs(paragraphs: &[String]) -> TokenStream {
    let mut lines = Vec::new();
    for (at, paragraph) in paragraphs.iter().enumerate() {
        if at > 0 {
            lines.push(String::new());
        }
        lines.extend(paragraph.lines().map(|line| if line.is_empty() { String::new() } else { format!(" {line}") }));
    }
    quote!(#(#[doc = #lines])*)
}

/// A text of the document as code, on one line whatever it holds.
pub(super) fn code(text: &str) -> String {
    let line: String =
        text.chars().take(120).map(|it| if it.is_control() || it == '`' { '\u{fffd}' } else { it }).collect();
    if line.trim().is_empty() { "of blanks or nothing".to_owned() } else { format!("`{line}`") }
}

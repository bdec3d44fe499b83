//! Docs as attributes.

use proc_macro2::TokenStream;

use crate::emit::item::{paragraphs, turns};
use crate::model::Docs;

/// The docs of an item; `otherwise` where the document says nothing.
pub(super) fn doc_attributes(docs: &Docs, otherwise: &str) -> TokenStream {
    let mut all = docs.paragraphs.clone();
    if all.is_empty() {
        all.push(otherwise.to_owned());
    }
    if !docs.limits.is_empty() {
        all.push(docs.limits.join(" "));
    }
    if docs.deprecated {
        all.push("**Deprecated**, says the document.".to_owned());
    }
    all.extend(docs.place.as_ref().map(|place| format!("From {}.", code(place))));
    paragraphs(all.iter().map(String::as_str))
}

/// A text of the document as code, on one line whatever it holds.
pub(super) fn code(text: &str) -> String {
    let line: String = text
        .chars()
        .take(120)
        .map(|it| if it.is_control() || turns(it) || it == '`' { '\u{fffd}' } else { it })
        .collect();
    if line.trim().is_empty() { "of blanks or nothing".to_owned() } else { format!("`{line}`") }
}

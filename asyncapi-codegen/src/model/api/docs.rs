//! The docs of channels, messages, operations and servers.

use crate::document::{self, Document};
use crate::model::Docs;
use crate::model::schema::{markdown, place};
use crate::source::Span;

/// Title, summary and description, and the place.
pub(super) fn docs(document: &Document, docs: &document::Docs, span: Span) -> Docs {
    let mut paragraphs: Vec<String> = Vec::new();
    for text in [&docs.title, &docs.summary, &docs.description].into_iter().flatten() {
        let text = markdown(text);
        // Documents like to say the same thing twice.
        if !text.is_empty() && !paragraphs.contains(&text) {
            paragraphs.push(text);
        }
    }
    Docs { paragraphs, place: place(document, span), ..Docs::default() }
}

//! Stage 3, **check**: [`Document`] → the same, and what it breaks.
//!
//! Structure and references are checked by then. Here, a rule is a function that says why there is such a rule, and has
//! a code in `diagnostic/catalogue/check.rs` or, where a document is weak rather than wrong, in `lint.rs`; what could be
//! better is in `style.rs`. Rules look at
//! whole objects as they stand in the file, also at those that the model does not have because something else is wrong
//! with them, and at those in `components`.
//!
//! Invariant: the work is linear in the size of the document. What the official parser accepts gets no error.

mod bindings;
mod channels;
mod expressions;
mod messages;
mod operations;
mod security;
mod servers;
mod style;
mod tags;
pub(crate) mod walk;

use crate::diagnostic::Sink;
use crate::document::{Document, Version};
use crate::options::Options;
use walk::Walk;

/// Puts what is wrong with the document into `sink`.
pub fn check(document: &Document, options: &Options, sink: &mut Sink) {
    let walk = Walk::of(document);
    channels::check(&walk, sink);
    servers::check(&walk, sink);
    security::check(&walk, sink);
    expressions::check(&walk, sink);
    bindings::check(document, sink);
    // 3.x has maps where 2.x has lists and ids, and its tags need not be unique.
    if matches!(document.version, Version::V2(_)) {
        operations::check(document, sink);
        messages::check(document, sink);
        tags::check(&walk, sink);
    }
    if options.wants_recommendations() {
        style::check(&walk, sink);
    }
}

//! Operations of 2.x.

use std::collections::HashMap;

use crate::diagnostic::catalogue::check;
use crate::diagnostic::{Diagnostic, Sink};
use crate::document::{Action, Document, Operation};
use crate::source::Span;

pub(super) fn check(document: &Document, sink: &mut Sink) {
    unique_ids(document, sink);
}

/// The operations of a document, channel by channel, what it sends first: the order in which the official parser looks for
/// repetitions, so that both name the same one.
pub(super) fn in_order(document: &Document) -> Vec<&Operation> {
    let mut operations: Vec<&Operation> = document.operations.iter().collect();
    operations.sort_by_key(|operation| (operation.channel, operation.action.value == Action::Receive));
    operations
}

/// An operation is named by its id, in documentation and in generated code.
fn unique_ids(document: &Document, sink: &mut Sink) {
    let mut seen: HashMap<&str, Span> = HashMap::new();
    for operation in in_order(document) {
        if operation.derived {
            continue;
        }
        let id = &*operation.key.text;
        let span = operation.key.span;
        let Some(first) = seen.get(id) else {
            seen.insert(id, span);
            continue;
        };
        let fault = Diagnostic::new(&check::DUPLICATE_OPERATION_ID, span, format!("two operations have the id `{id}`"));
        sink.push(twice(fault, *first, span, "operation"));
    }
}

/// Says where the first is; one that comes from a trait, or from a channel that two keys refer to, is its own first.
pub(super) fn twice(fault: Diagnostic, first: Span, span: Span, what: &str) -> Diagnostic {
    if first == span {
        return fault
            .label(format!("more than one {what} gets its id here"))
            .help(format!("give each {what} an id of its own"));
    }
    fault.label("this one is the second").related(first, "the first")
}

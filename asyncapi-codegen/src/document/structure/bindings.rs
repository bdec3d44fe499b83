//! Bindings: which version of one it is, and of what kind.

use super::{Place, Walk, fault};
use crate::diagnostic::catalogue::{lint, load};
use crate::diagnostic::{Diagnostic, Sink};
use crate::document::shape::bindings::Versions;
use crate::document::shape::{Object as Table, Variant};
use crate::source::{Node, Object, Span};

impl Walk<'_, '_> {
    /// A binding of the version that it names, else of the first.
    pub(super) fn versions(&mut self, node: &Node, versions: Versions, place: &Place<'_>) {
        let [(_, first), ..] = versions else { return };
        let table = match node.get("bindingVersion") {
            None => Some(first),
            Some(named) => versions.iter().find(|(name, _)| named.as_str() == Some(name)).map(|(_, table)| table),
        };
        if let Some(table) = table {
            return self.object(node, table, place);
        }
        let Some((key, named)) = node.as_object().and_then(|object| object.entry("bindingVersion")) else { return };
        match named.as_str() {
            // The specification of bindings has this word, and versions before those of the schemas.
            Some("latest") if self.advises => self.object(node, first, place),
            Some(_) if self.advises => {}
            _ => {
                self.sink.push(fault::unknown_version(named, versions, &Place::of(key)));
                self.foreign(node);
            }
        }
    }

    /// Objects of several kinds are of exactly one.
    pub(super) fn one_of(
        &mut self,
        object: &Object,
        table: &'static Table,
        (field, variants): (&'static str, &'static [Variant]),
        place: &Place<'_>,
    ) {
        let given = object.get(field);
        let has = |name: Option<&str>, otherwise| name.map_or(otherwise, |name| object.get(name).is_some());
        let is = |variant: &Variant| given.is_none_or(|given| given.as_str() == Some(variant.value));
        let fits = |variant: &&Variant| is(variant) && has(variant.with, true) && !has(variant.without, false);
        if variants.iter().filter(fits).count() == 1 {
            return;
        }
        let Some(given) = given else {
            self.sink.push(fault::undecided(field, variants, table, place));
            return;
        };
        // Another value is not among the choices, which has been said.
        let Some(variant) = variants.iter().find(|variant| given.as_str() == Some(variant.value)) else { return };
        let condition = format!("`{field}: {}`", variant.value);
        if let Some(name) = variant.with.filter(|name| object.get(name).is_none()) {
            self.sink.push(fault::missing(name, table, place).help(format!("{condition} needs it")));
        }
        if let Some((key, _)) = variant.without.and_then(|name| object.entry(name)) {
            self.sink.push(fault::excluded(key, &condition, given.span()));
        }
    }

    /// Looks at what may be anything. What was looked at before, as something that it must be, is passed over.
    pub(super) fn advise(&mut self) {
        self.advises = true;
        for (node, shape, name) in std::mem::take(&mut self.advisable) {
            let place = Place { name: &name, span: Span { end: node.span().start, ..node.span() } };
            self.node(&node, shape, &place);
            self.targets();
        }
    }
}

/// Faults that are none by AsyncAPI, but by the specification of the binding. Those of references are known.
pub(super) fn as_warnings(advice: Sink, sink: &mut Sink) {
    let of_values = [&load::UNKNOWN_FIELD, &load::MISSING_FIELD, &load::WRONG_TYPE, &load::WRONG_VALUE];
    for fault in advice.into_sorted() {
        if of_values.contains(&fault.code) {
            sink.push(Diagnostic { code: &lint::BINDING_NOT_AS_SPECIFIED, ..fault });
        }
    }
}

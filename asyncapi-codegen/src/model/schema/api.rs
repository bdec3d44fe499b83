//! What the API and the options ask of types beside what schemas say.

use super::facts::kind;
use super::{Hint, Schemas, Wanted, names};
use crate::diagnostic::Sink;
use crate::document::Payload;
use crate::model::{ConditionId, Docs, Shape, TypeUse};
use crate::source::{Node, Span};

impl Schemas<'_> {
    /// The type of a whole payload: one with rules that no field carries becomes a type of its own, which checks them.
    pub fn whole(&mut self, ty: TypeUse, hint: &str, docs: Docs, span: Span) -> TypeUse {
        if !matches!(ty, TypeUse::Ruled(..)) {
            return ty;
        }
        let id = self.reserve(Wanted::Own(hint.to_owned()), span);
        self.define(id, Shape::Newtype(ty), docs);
        TypeUse::Named(id)
    }

    /// A payload's whole schema as a condition.
    pub fn whole_condition(&mut self, schema: &Node, hint: &str, sink: &mut Sink) -> ConditionId {
        self.condition(std::slice::from_ref(schema), hint, sink)
    }

    /// The type of headers, which the specification wants to be an object whether their schema says so or not.
    pub fn headers(&mut self, headers: &Payload, hint: &str, sink: &mut Sink) -> TypeUse {
        let schema = self.end_of(&headers.schema);
        let mut facts = self.facts(std::slice::from_ref(&schema), &mut Sink::default());
        if facts.types.is_some() || !facts.only_about_objects() {
            return self.payload(headers, hint, sink);
        }
        let named = self.only_reference(&headers.schema).map(|target| self.location_name(&target.location));
        facts.types = Some(kind::OBJECT);
        let hint = Hint { parent: None, text: named.unwrap_or_else(|| hint.to_owned()), own: None };
        self.lower_alternative(facts, &hint, sink)
    }

    /// The names of the types that have one of their own.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        let own = |wanted: &Wanted| if let Wanted::Own(text) = wanted { Some(names::camel(text)) } else { None };
        self.wanted.iter().filter_map(own).collect()
    }

    /// Calls the types of this name otherwise, and says whether there are some. The name is the document's or Rust's.
    pub fn rename(&mut self, from: &str, to: &str) -> bool {
        let mut found = false;
        for wanted in &mut self.wanted {
            if let Wanted::Own(text) = wanted
                && is_called(text, from)
            {
                to.clone_into(text);
                found = true;
            }
        }
        found
    }

    /// Puts the type at `path` in the place of the types of this name, and says whether there are some.
    pub fn replace(&mut self, name: &str, path: &str) -> bool {
        let mut found = false;
        for (wanted, definition) in self.wanted.iter().zip(&mut self.types) {
            if let Wanted::Own(text) = wanted
                && is_called(text, name)
            {
                definition.shape = Shape::Alias(TypeUse::Path(path.to_owned()));
                definition.rules.clear();
                found = true;
            }
        }
        found
    }
}

fn is_called(text: &str, name: &str) -> bool {
    text == name || names::camel(text) == name
}

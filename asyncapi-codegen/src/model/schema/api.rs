//! What the API and the options ask of types beside what schemas say.

use super::facts::kind;
use super::{Hint, Schemas, Wanted, names};
use crate::diagnostic::Sink;
use crate::document::Payload;
use crate::model::{ConditionId, Docs, Field, JsonType, Keyword, Presence, Shape, TypeId, TypeUse};
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

    /// What a schema asks of a text beside being one of those that it lists. What there is to say of the schema itself was
    /// said where it is checked.
    pub fn beyond_texts(&mut self, schema: &Node, hint: &str) -> Option<ConditionId> {
        let schema = self.end_of(schema);
        let id = self.condition(std::slice::from_ref(&schema), hint, &mut Sink::default());
        let is_said = |keyword: &Keyword| match keyword {
            Keyword::Type(types) => types.contains(&JsonType::String),
            Keyword::Enum(_) | Keyword::Texts(_) => true,
            _ => false,
        };
        let condition = self.conditions.get(id.0 as usize)?;
        (!condition.keywords.iter().all(is_said)).then_some(id)
    }

    /// What a schema asks, in short sentences.
    pub fn limits_of(&self, schema: &Node) -> Vec<String> {
        self.limits(&self.facts(std::slice::from_ref(schema), &mut Sink::default()))
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
        self.note_root(&headers.schema);
        let hint = Hint { parent: None, text: named.unwrap_or_else(|| hint.to_owned()), own: None };
        self.lower_alternative(facts, &hint, sink)
    }

    /// What the type of the payload of a message is called if others are called as the message, too.
    pub fn otherwise(&mut self, ty: &TypeUse, called: &str, otherwise: String) {
        let TypeUse::Named(id) = ty else { return };
        let at = id.0 as usize;
        if matches!(self.wanted.get(at), Some(Wanted::Own(text)) if text == called) {
            self.otherwise.entry(at).or_insert(otherwise);
        }
    }

    /// The names of the types that have one of their own.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        let own = |wanted: &Wanted| {
            if let Wanted::Own(text) = wanted { Some(names::camel(&names::readable(text))) } else { None }
        };
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

    /// Puts the type at `path` in the place of the types of this name, or of a property of such a type (`Order.amount`), and
    /// says whether there are some.
    pub fn replace(&mut self, name: &str, path: &str) -> bool {
        let called = self.types_called(name);
        for id in &called {
            if let Some(definition) = self.types.get_mut(id.0 as usize) {
                definition.shape = Shape::Alias(TypeUse::Path(path.to_owned()));
                definition.rules.clear();
                definition.valid = None;
            }
        }
        if !called.is_empty() {
            return true;
        }
        let Some((owner, property)) = name.rsplit_once('.') else { return false };
        let mut found = false;
        for id in self.types_called(owner) {
            let id = self.behind_aliases(id);
            let Some(Shape::Struct(object)) = self.types.get_mut(id.0 as usize).map(|it| &mut it.shape) else {
                continue;
            };
            let held = |field: &&mut Field| !matches!(field.presence, Presence::Constant(_));
            let named = |field: &&mut Field| field.wire == property || field.name.0 == property;
            for field in object.fields.iter_mut().filter(held).filter(named) {
                replace_field(field, path);
                found = true;
            }
        }
        found
    }

    fn types_called(&self, name: &str) -> Vec<TypeId> {
        let called = |wanted: &Wanted| matches!(wanted, Wanted::Own(text) if is_called(text, name));
        let ids = self.wanted.iter().zip(0..).filter(|(wanted, _)| called(wanted));
        ids.map(|(_, id)| TypeId(id)).collect()
    }
}

/// `null` stays possible where it was, and a default is offered, since no constant is known to be of the type.
fn replace_field(field: &mut Field, path: &str) {
    let path = TypeUse::Path(path.to_owned());
    field.ty = if matches!(field.ty, TypeUse::Nullable(_)) { TypeUse::Nullable(Box::new(path)) } else { path };
    if let Presence::Default(value) = &field.presence {
        field.offered = Some(value.clone());
        field.presence = Presence::Optional;
    }
}

fn is_called(text: &str, name: &str) -> bool {
    text == name || names::camel(text) == name || names::camel(&names::readable(text)) == name
}

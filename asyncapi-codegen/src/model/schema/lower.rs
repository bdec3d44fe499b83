//! What a schema says → its type, and what its JSON must be valid by beside.
//!
//! Input: [`Facts`]. Output: a [`TypeUse`]. Invariant: type and conditions together accept what the schema accepts.

use super::facts::{Facts, kind};
use super::{Hint, Schemas, Wanted, scalar};
use crate::diagnostic::catalogue::types as code;
use crate::diagnostic::{Diagnostic, Sink};
use crate::model::{Builtin, ConditionId, Docs, Literal, Shape, TypeId, TypeUse};
use crate::source::{Node, Span};

impl Schemas<'_> {
    /// The type of what `facts` say.
    pub(super) fn lower_facts(&mut self, facts: Facts, hint: &Hint, sink: &mut Sink) -> TypeUse {
        if let Some(path) = facts.rust_type {
            return TypeUse::Path(path);
        }
        if facts.never {
            return TypeUse::Builtin(Builtin::Never);
        }
        if facts.types == Some(0) {
            self.report_no_value(&facts, "no type is allowed by all parts of this schema", sink);
            return TypeUse::Builtin(Builtin::Never);
        }
        scalar::report_crossed_bounds(&facts, sink);
        let outer = std::mem::replace(&mut self.loose, facts.loose);
        let conditions = (facts.nots.clone(), facts.ifs.clone());
        let (roots, docs, new_from) = (facts.roots.clone(), self.docs(&facts), self.types.len());
        let slot_facts = facts.naming();
        self.depth += 1;
        let ty = self.lower_shape(facts, hint, sink);
        self.depth -= 1;
        // The type that was made for this schema alone, if one was.
        let made = match &ty {
            TypeUse::Named(id) if hint.own.map_or(id.0 as usize >= new_from, |own| own == *id) => Some(*id),
            _ => None,
        };
        if let Some(id) = made {
            self.note_type(id, &roots);
        }
        let condition = if std::mem::replace(&mut self.loose, outer) {
            self.condition(&roots, &hint.text, sink)
        } else if conditions.0.is_empty() && conditions.1.is_empty() {
            return ty;
        } else {
            // All else is carried by the type.
            self.only_conditions(&conditions.0, &conditions.1, &hint.text, sink)
        };
        let Some(id) = made else {
            let id = self.slot(hint, &slot_facts);
            self.define(id, Shape::Newtype(ty), docs);
            self.note_type(id, &roots);
            self.set_valid(id, condition);
            return TypeUse::Named(id);
        };
        self.set_valid(id, condition);
        ty
    }

    pub(super) fn set_valid(&mut self, id: TypeId, condition: ConditionId) {
        let values = self.types.get(id.0 as usize).filter(|it| matches!(it.shape, Shape::Enum(_))).cloned();
        if let Some(values) = values {
            // An enum has no room for a condition: it moves into a type around it.
            let inner = self.reserve(Wanted::Inner(id, "value".to_owned()), self.document_span(values.span));
            self.define(inner, values.shape, values.docs.clone());
            self.define(id, Shape::Newtype(TypeUse::Named(inner)), values.docs);
        }
        // The only alternative of a schema may be its type, with conditions of its own.
        let earlier = self.types.get(id.0 as usize).and_then(|it| it.valid).filter(|earlier| *earlier != condition);
        let condition = earlier.map_or(condition, |earlier| self.both(earlier, condition));
        if let Some(definition) = self.types.get_mut(id.0 as usize) {
            definition.valid = Some(condition);
        }
    }

    pub(super) fn document_span(&self, span: Option<Span>) -> Span {
        span.unwrap_or_else(|| Span::start_of(self.document.root))
    }

    /// Most who leave out `type` mean the type that their keywords are about.
    pub(super) fn report_untyped(&self, facts: &Facts, sink: &mut Sink) {
        let (article, name) = match facts.constrained() {
            kind::OBJECT => ("an", "object"),
            kind::ARRAY => ("an", "array"),
            kind::STRING => ("a", "string"),
            kind::NUMBER => ("a", "number"),
            _ => return,
        };
        if facts.types.is_some() || facts.roots.iter().any(|root| self.document.is_json_schema(root)) {
            return;
        }
        let text = format!("this schema is about {article} {name} and has no `type`, so that it accepts anything else");
        let lint = Diagnostic::new(&code::UNTYPED, facts.span, text).label(format!("add `type: {name}`"));
        sink.push(lint);
    }

    pub(super) fn report_no_value(&self, facts: &Facts, text: &str, sink: &mut Sink) {
        sink.push(Diagnostic::new(&code::NO_VALUE, facts.span, text).label("no value is valid"));
    }

    pub(super) fn lower_part(&mut self, node: &Node, hint: &Hint, text: &str, sink: &mut Sink) -> TypeUse {
        self.lower_nodes(std::slice::from_ref(node), &hint.part(text), sink)
    }

    pub(super) fn lower_shape(&mut self, facts: Facts, hint: &Hint, sink: &mut Sink) -> TypeUse {
        if facts.types == Some(kind::NULL) && facts.values.is_none() {
            self.loose |= !facts.groups.is_empty();
            return TypeUse::Builtin(Builtin::Null);
        }
        if let Some(nullable) = self.lower_nullable(&facts, hint, sink) {
            return nullable;
        }
        if facts.values.is_some() {
            return self.values(&facts, hint, sink);
        }
        let untyped = facts.types.is_none_or(|types| types | kind::NULL == kind::ALL);
        if untyped && facts.constrained() != 0 {
            self.report_untyped(&facts, sink);
            // What `oneOf` and its like ask of the other types is asked of the whole.
            self.loose |= !facts.groups.is_empty();
            return self.union_of_kinds(&facts, facts.types.unwrap_or(kind::ALL), hint, sink);
        }
        if !facts.groups.is_empty() {
            return self.union(facts, hint, sink);
        }
        match facts.types {
            None => TypeUse::Builtin(Builtin::Json),
            Some(_) if untyped => TypeUse::Builtin(Builtin::Json),
            Some(kind::OBJECT) => self.object(&facts, hint, sink),
            Some(kind::ARRAY) => self.array(&facts, hint, sink),
            Some(kind::STRING) if !facts.extensible.is_empty() && facts.constrained() == 0 => {
                let values = facts.extensible.iter().map(|text| (Literal::String(text.clone()), Docs::default()));
                self.open_enum(&values.collect::<Vec<_>>(), &facts, hint)
            }
            Some(kind::STRING) => self.string(&facts, sink),
            Some(kind::BOOLEAN) => TypeUse::Builtin(Builtin::Bool),
            Some(kinds) if kinds & !kind::NUMBER == 0 => scalar::numeric(&facts, kinds, self.integers, sink),
            Some(kinds) => self.union_of_kinds(&facts, kinds, hint, sink),
        }
    }

    /// Whether `null`, which is listed, is allowed by `oneOf` and its like too. What cannot be told is asked of the whole.
    fn takes_null(&mut self, facts: &Facts, sink: &mut Sink) -> bool {
        if facts.groups.is_empty() || facts.roots.is_empty() {
            return true;
        }
        let asserted = self.asserted(&facts.roots, sink);
        let valid = self.evaluate(&asserted, &Literal::Null);
        self.loose |= valid.is_none();
        valid != Some(false)
    }

    /// A schema that allows `null` beside something else is an `Option` of the latter.
    pub(super) fn lower_nullable(&mut self, facts: &Facts, hint: &Hint, sink: &mut Sink) -> Option<TypeUse> {
        let null_listed = facts.values.as_ref().is_none_or(|values| values.contains(&Literal::Null));
        let types = facts.types;
        let untyped = types.is_none_or(|types| types | kind::NULL == kind::ALL);
        let null_typed = types.is_some_and(|types| types & kind::NULL != 0) || facts.nullable;
        let nullable = match &facts.values {
            Some(_) => null_listed && (null_typed || types.is_none()) && self.takes_null(facts, sink),
            // Any value may be `null`, and where something is asked of one type, the others come in an arm of their own.
            None => null_typed && !untyped && facts.groups.is_empty(),
        };
        if !nullable {
            return None;
        }
        let mut facts = facts.clone();
        facts.types = types.map(|types| types & !kind::NULL);
        facts.nullable = false;
        if let Some(values) = &mut facts.values {
            values.retain(|value| *value != Literal::Null);
            if values.is_empty() {
                return Some(TypeUse::Builtin(Builtin::Null));
            }
        }
        Some(TypeUse::Nullable(Box::new(self.lower_shape(facts, &hint.part_if_owned("value"), sink))))
    }
}

//! `enum` and `const`.

use super::facts::{Facts, kind};
use super::scalar::ruled;
use super::{Hint, Schemas};
use crate::diagnostic::Sink;
use crate::model::names::{self, Scope};
use crate::model::{Builtin, Docs, EnumValue, Literal, OpenEnum, Rule, Shape, TypeUse};

/// More values than this are a sorted list rather than an enum, which would take the compiler minutes.
const MOST_VARIANTS: usize = 1_000;

/// The JSON types of a value, as bits.
pub(super) fn kind_of(literal: &Literal) -> u8 {
    match literal {
        Literal::Null => kind::NULL,
        Literal::Bool(_) => kind::BOOLEAN,
        Literal::Number(text) if super::literal::is_whole(text) => kind::INTEGER,
        Literal::Number(_) => kind::FRACTION,
        Literal::String(_) => kind::STRING,
        Literal::Array(_) => kind::ARRAY,
        Literal::Object(_) => kind::OBJECT,
    }
}

/// Whether a value is a string, number or boolean.
pub(super) fn scalar(literal: &Literal) -> bool {
    matches!(literal, Literal::String(_) | Literal::Number(_) | Literal::Bool(_))
}

/// What the variant of a value is called.
fn variant_text(literal: &Literal) -> String {
    match literal {
        Literal::String(text) | Literal::Number(text) => text.clone(),
        Literal::Bool(value) => value.to_string(),
        _ => "value".to_owned(),
    }
}

/// The values that a schema with `enum` or `const` allows.
#[derive(Debug, Default)]
pub(super) struct Allowed {
    /// Those that its other keywords allow too.
    pub(super) known: Vec<Literal>,
    /// Whether nothing is left to check, such as a pattern, which is not evaluated here.
    pub(super) certain: bool,
}

impl Schemas<'_> {
    /// The values of `enum` and `const` that the schema's other keywords allow too.
    pub(super) fn allowed_values(&mut self, facts: &Facts, sink: &mut Sink) -> Allowed {
        let mut seen = crate::collections::HashSet::new();
        let values = facts.values.iter().flatten();
        let typed = values.filter(|value| facts.types.is_none_or(|types| types & kind_of(value) != 0));
        let mut known: Vec<Literal> = typed.filter(|value| seen.insert(format!("{value:?}"))).cloned().collect();
        let plain = facts.constrained() == 0
            && facts.groups.is_empty()
            && facts.nots.is_empty()
            && facts.ifs.is_empty()
            && !facts.loose;
        if plain || facts.roots.is_empty() {
            return Allowed { known, certain: true };
        }
        let asserted = self.asserted(&facts.roots, sink);
        let mut certain = true;
        known.retain(|value| match self.evaluate(&asserted, value) {
            Some(valid) => valid,
            None => {
                certain = false;
                true
            }
        });
        Allowed { known, certain }
    }

    /// The type of a schema with `enum` or `const`.
    pub(super) fn values(&mut self, facts: &Facts, hint: &Hint, sink: &mut Sink) -> TypeUse {
        let undecided_null = self.loose && !facts.loose;
        let Allowed { known: values, certain } = self.allowed_values(facts, sink);
        // What the other keywords ask is answered, but for what cannot be evaluated here.
        self.loose = !certain || undecided_null;
        if values.is_empty() {
            self.report_no_value(
                facts,
                "no value of `enum` or `const` is allowed by the schema's other keywords",
                sink,
            );
            return TypeUse::Builtin(Builtin::Never);
        }
        if !certain {
            let text = values.iter().all(|value| matches!(value, Literal::String(_)));
            return TypeUse::Builtin(if text { Builtin::String } else { Builtin::Json });
        }
        if values.len() == 2 && values.iter().all(|value| matches!(value, Literal::Bool(_))) {
            return TypeUse::Builtin(Builtin::Bool);
        }
        if !values.iter().all(scalar) {
            return ruled(TypeUse::Builtin(Builtin::Json), vec![Rule::OneOf(values)]);
        }
        if values.len() > MOST_VARIANTS {
            let mut texts: Vec<String> = values
                .iter()
                .filter_map(|it| if let Literal::String(it) = it { Some(it.clone()) } else { None })
                .collect();
            if texts.len() == values.len() {
                texts.sort();
                return ruled(TypeUse::Builtin(Builtin::String), vec![Rule::OneOfTexts(texts)]);
            }
            return ruled(TypeUse::Builtin(Builtin::Json), vec![Rule::OneOf(values)]);
        }
        let docs = self.docs(facts);
        let values: Vec<_> = values.into_iter().map(|value| (value, Docs::default())).collect();
        self.scalar_enum(&values, docs, facts, hint)
    }

    /// An enum of scalars.
    pub(super) fn scalar_enum(
        &mut self,
        values: &[(Literal, Docs)],
        docs: Docs,
        facts: &Facts,
        hint: &Hint,
    ) -> TypeUse {
        // `ALL` is a constant of every enum, in another namespace: no variant needs to avoid it.
        let shape = Shape::Enum(Self::enum_values(values, &mut Scope::default()));
        let id = self.slot(hint, facts);
        self.define(id, shape, docs);
        TypeUse::Named(id)
    }

    /// An enum of strings that allows others too.
    pub(super) fn open_enum(&mut self, values: &[(Literal, Docs)], facts: &Facts, hint: &Hint) -> TypeUse {
        let mut scope = Scope::default();
        let values = Self::enum_values(values, &mut scope);
        let other = scope.claim("Other");
        let docs = self.docs(facts);
        let id = self.slot(hint, facts);
        self.define(id, Shape::OpenEnum(OpenEnum { values, other }), docs);
        TypeUse::Named(id)
    }

    /// The variants of values.
    fn enum_values(values: &[(Literal, Docs)], scope: &mut Scope) -> Vec<EnumValue> {
        let texts: Vec<String> = values.iter().map(|(value, _)| variant_text(value)).collect();
        let wanted: Vec<(String, &str)> = texts.iter().map(|text| (names::camel(text), text.as_str())).collect();
        let names = scope.assign(&wanted);
        let variants = values.iter().zip(names).map(|((literal, docs), name)| EnumValue {
            name,
            docs: docs.clone(),
            literal: literal.clone(),
        });
        variants.collect()
    }

    /// An enum of strings that no schema describes, such as the values of a channel's parameter.
    pub fn text_enum(
        &mut self,
        hint: &str,
        values: &[(String, crate::source::Span)],
        span: crate::source::Span,
    ) -> TypeUse {
        let hint = Hint { parent: None, text: hint.to_owned(), own: None };
        let mut facts = Facts::new(span);
        facts.types = Some(kind::STRING);
        facts.values = Some(values.iter().map(|(text, _)| Literal::String(text.clone())).collect());
        let mut seen = crate::collections::HashSet::new();
        let values = facts.values.iter().flatten().filter(|value| seen.insert(format!("{value:?}")));
        let values: Vec<_> = values.map(|value| (value.clone(), Docs::default())).collect();
        let docs = self.docs(&facts);
        self.scalar_enum(&values, docs, &facts, &hint)
    }
}

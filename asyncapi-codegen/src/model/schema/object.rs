//! Objects: structs, and maps where no property is named.

use super::facts::{Facts, kind};
use super::literal::literal;
use super::scalar::{ruled, tightest};
use super::values::scalar;
use super::{Hint, Schemas};
use crate::diagnostic::catalogue::types as code;
use crate::diagnostic::{Diagnostic, Sink};
use crate::model::names::{self, Scope};
use crate::model::{Additional, Builtin, Docs, Field, Literal, Presence, Rule, Shape, Struct, TypeId, TypeUse};
use crate::source::{Node, Value};

const JSON: TypeUse = TypeUse::Builtin(Builtin::Json);

impl Schemas<'_> {
    /// `{"required": […]}`-like schemas in a oneOf or anyOf: sets of properties, of which one must be there.
    pub(super) fn present_sets(facts: &Facts, arms: &[Node], exactly_one: bool) -> Option<Rule> {
        let plain = |key: &str| matches!(key, "required" | "type" | "title" | "description") || key.starts_with("x-");
        let set = |arm: &Node| {
            let only_required = arm.as_object()?.iter().all(|(key, _)| plain(&key.text));
            let names = arm.get("required").filter(|_| only_required)?.as_array()?;
            names.iter().map(|name| name.as_str().map(str::to_owned)).collect::<Option<Vec<String>>>()
        };
        let object = facts.kinds() == Some(kind::OBJECT) && !facts.properties.is_empty();
        let sets = arms.iter().filter(|_| object).map(set).collect::<Option<Vec<_>>>()?;
        (!sets.is_empty()).then_some(Rule::PresentSets { exactly_one, sets })
    }

    pub(super) fn object(&mut self, facts: &Facts, hint: &Hint, sink: &mut Sink) -> TypeUse {
        self.object_with(facts, Vec::new(), hint, sink)
    }

    /// An object with rules on which of its properties are there.
    pub(super) fn object_with(&mut self, facts: &Facts, mut rules: Vec<Rule>, hint: &Hint, sink: &mut Sink) -> TypeUse {
        let named = !facts.properties.is_empty() || !facts.required.is_empty() || !rules.is_empty();
        let closed = facts.additional.as_ref().and_then(Node::as_bool) == Some(false);
        let counted = facts.bounds.iter().any(|(name, _)| matches!(*name, "minProperties" | "maxProperties"));
        rules.extend(tightest(facts, "minProperties", false).filter(|least| *least > 0).map(Rule::MinProperties));
        rules.extend(tightest(facts, "maxProperties", true).map(Rule::MaxProperties));
        if !named && facts.dependencies.is_empty() && !(closed && facts.patterns.is_empty()) {
            let (value, more) = self.map_values(facts, closed, hint, sink);
            rules.extend(more);
            return ruled(TypeUse::Map(Box::new(value)), rules);
        }
        let id = self.slot(hint, facts);
        let hint = Hint { own: Some(id), ..hint.clone() };
        let (dependent, mut names) = self.dependencies(facts, &hint, sink);
        rules.extend(dependent);
        for rule in &rules {
            if let Rule::PresentSets { sets, .. } = rule {
                names.extend(sets.iter().flatten().cloned());
            }
        }
        let mut scope = Scope::default();
        let mut fields = self.fields(facts, &names, &mut scope, id, sink);
        let open = facts.additional.as_ref().is_none_or(|it| it.as_bool() == Some(true));
        let keeps = !open || !facts.patterns.is_empty() || !facts.property_names.is_empty() || counted;
        let additional = if closed && facts.patterns.is_empty() {
            Additional::Refused
        } else if keeps {
            let (value, more) = self.map_values(facts, closed, &hint, sink);
            rules.extend(more);
            Additional::Kept { field: scope.claim("additional_properties"), value }
        } else {
            Additional::Ignored
        };
        fields.shrink_to_fit();
        let docs = self.docs(facts);
        self.define(id, Shape::Struct(Struct { fields, additional }), docs);
        if let Some(definition) = self.types.get_mut(id.0 as usize) {
            definition.rules = rules;
        }
        TypeUse::Named(id)
    }

    /// The type of the values of properties that are not named, and what they must obey beside it.
    fn map_values(&mut self, facts: &Facts, closed: bool, hint: &Hint, sink: &mut Sink) -> (TypeUse, Vec<Rule>) {
        let mut rules = Vec::new();
        let mut patterns = Vec::new();
        for (source, schema) in &facts.patterns {
            let Some(pattern) = self.pattern(source, schema.span(), sink) else { continue };
            patterns.push((pattern, self.lower_part(schema, hint, "value", sink)));
        }
        for schema in &facts.property_names {
            let mut key_facts = self.facts(std::slice::from_ref(schema), sink);
            key_facts.types = Some(kind::STRING);
            let key = if key_facts.values.is_some() { None } else { Some(self.string(&key_facts, sink)) };
            match key {
                Some(TypeUse::Ruled(ty, of_key)) if *ty == TypeUse::Builtin(Builtin::String) => {
                    rules.push(Rule::Keys(of_key))
                }
                Some(TypeUse::Builtin(Builtin::String)) => {}
                _ => {
                    let lint = Diagnostic::new(&code::NOT_ENFORCED, schema.span(), "`propertyNames` is not enforced");
                    sink.push(lint.label("any property name is accepted"));
                }
            }
        }
        let closed_to_patterns = closed && patterns.len() == facts.patterns.len();
        if closed_to_patterns {
            rules.push(Rule::KeysMatch(patterns.iter().map(|(pattern, _)| pattern.clone()).collect()));
        }
        if let ([(_, ty)], true) = (patterns.as_slice(), closed_to_patterns) {
            return (ty.clone(), rules);
        }
        rules.extend(patterns.iter().cloned().map(|(pattern, ty)| Rule::PatternValues(pattern, ty)));
        let schema = facts.additional.as_ref().filter(|it| it.as_bool().is_none());
        let value = match schema {
            Some(schema) if patterns.is_empty() => self.lower_part(schema, hint, "value", sink),
            Some(schema) => {
                let lint = Diagnostic::new(
                    &code::NOT_ENFORCED,
                    schema.span(),
                    "`additionalProperties` beside `patternProperties` is not enforced",
                );
                sink.push(lint.label("any value is accepted"));
                JSON
            }
            None => JSON,
        };
        (value, rules)
    }

    /// `dependencies`, and the properties that they speak of.
    fn dependencies(&mut self, facts: &Facts, hint: &Hint, sink: &mut Sink) -> (Vec<Rule>, Vec<String>) {
        let mut rules = Vec::new();
        let mut names = Vec::new();
        for (property, needed) in &facts.dependencies {
            if let Some(needed) = needed.as_array() {
                let needed: Vec<String> = needed.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect();
                names.push(property.clone());
                names.extend(needed.iter().cloned());
                rules.push(Rule::Dependency(property.clone(), needed));
            } else {
                let span = needed.span();
                let key = crate::source::Key { text: "required".into(), span };
                let name = Node::new(span, Value::String(property.as_str().into()));
                let list = Node::new(span, Value::Array(vec![name]));
                let present = Node::new(span, Value::Object(crate::source::Object::new(vec![(key, list)])));
                let condition = self.lower_part(&present, hint, "if", sink);
                let then = self.lower_part(needed, hint, "then", sink);
                rules.push(Rule::If(condition, Some(then), None));
            }
        }
        (rules, names)
    }

    fn fields(
        &mut self,
        facts: &Facts,
        further: &[String],
        scope: &mut Scope,
        id: TypeId,
        sink: &mut Sink,
    ) -> Vec<Field> {
        let required: std::collections::HashSet<&str> = facts.required.iter().map(String::as_str).collect();
        // `required` may name what `properties` does not: anything may stand there, but something must.
        let mut seen = std::collections::HashSet::new();
        let undeclared = facts.required.iter().chain(further).map(String::as_str);
        let undeclared = undeclared.filter(|name| facts.property(name).is_none() && seen.insert(*name));
        let all: Vec<(&str, &[Node])> = facts
            .properties
            .iter()
            .map(|(name, nodes)| (name.as_str(), nodes.as_slice()))
            .chain(undeclared.map(|name| (name, [].as_slice())))
            .collect();
        let wanted: Vec<(String, &str)> = all
            .iter()
            .map(|(wire, nodes)| {
                let given = nodes.iter().find_map(|node| node.get("x-rust-name")).and_then(Node::as_str);
                (names::snake(given.unwrap_or(wire)), *wire)
            })
            .collect();
        let rust = scope.assign(&wanted);
        let pairs = all.iter().zip(rust);
        pairs.map(|((wire, nodes), name)| self.field(wire, nodes, name, required.contains(wire), id, sink)).collect()
    }

    fn field(
        &mut self,
        wire: &str,
        nodes: &[Node],
        name: crate::model::Name,
        required: bool,
        id: TypeId,
        sink: &mut Sink,
    ) -> Field {
        let hint = Hint::child(id, wire);
        let referring = matches!(nodes, [node] if self.only_reference(node).is_some() || node.as_bool().is_some());
        let mut docs = Docs::default();
        let mut constant = None;
        let ty = if nodes.is_empty() {
            JSON
        } else if referring {
            let beside = nodes.first().and_then(|node| node.get("description")).and_then(Node::as_str);
            docs.paragraphs.extend(beside.map(super::markdown).filter(|it| !it.is_empty()));
            self.lower_nodes(nodes, &hint, sink)
        } else {
            let facts = self.facts(nodes, sink);
            docs = self.docs(&facts);
            docs.place = None;
            let values = Self::allowed_values(&facts);
            let only = facts.nots.is_empty() && facts.ifs.is_empty() && facts.groups.is_empty() && !facts.nullable;
            match values.as_slice() {
                [value] if required && only && scalar(value) => {
                    constant = Some(value.clone());
                    JSON
                }
                _ => self.lower_merged(nodes, facts, &hint, sink),
            }
        };
        let default = nodes.iter().find_map(|node| node.get("default"));
        let presence = match (constant, default) {
            (Some(value), _) => Presence::Constant(value),
            (None, Some(default)) if !required => self.default(default, &ty, &mut docs, sink),
            _ if required => Presence::Required,
            _ => Presence::Optional,
        };
        Field { wire: wire.to_owned(), name, docs, ty, presence }
    }

    /// What an absent property means. A default that Rust can write as a constant fills the field; any other is told in
    /// the docs, and the field stays optional.
    fn default(&self, node: &Node, ty: &TypeUse, docs: &mut Docs, sink: &mut Sink) -> Presence {
        let value = literal(node);
        match self.fits(ty, &value) {
            Some(true) => Presence::Default(value),
            Some(false) => {
                let lint = Diagnostic::new(&code::DEFAULT, node.span(), "the default is not valid for its own schema");
                sink.push(lint.label("the property is optional, without a default"));
                Presence::Optional
            }
            None => {
                if value != Literal::Null {
                    docs.paragraphs.push("If it is absent, the document gives a default.".to_owned());
                }
                Presence::Optional
            }
        }
    }

    /// Whether a scalar is valid for a type; `None` where that is not known or the type is not one of scalars.
    fn fits(&self, ty: &TypeUse, value: &Literal) -> Option<bool> {
        match (ty, value) {
            (TypeUse::Nullable(_), _) => None,
            (TypeUse::Builtin(Builtin::String), it) => Some(matches!(it, Literal::String(_))),
            (TypeUse::Builtin(Builtin::Bool), it) => Some(matches!(it, Literal::Bool(_))),
            (TypeUse::Builtin(Builtin::F64), Literal::Number(text)) => {
                Some(text.parse::<f64>().is_ok_and(f64::is_finite))
            }
            (TypeUse::Builtin(Builtin::F64 | Builtin::Integer(_)), Literal::String(_) | Literal::Bool(_)) => {
                Some(false)
            }
            (TypeUse::Builtin(Builtin::Integer(size)), Literal::Number(text)) => {
                Some(super::literal::whole(text).is_some_and(|value| size.holds(value)))
            }
            (TypeUse::Ruled(ty, rules), value) => {
                let fits = self.fits(ty, value)?;
                Some(
                    fits && rules
                        .iter()
                        .map(|rule| obeys(rule, value))
                        .collect::<Option<Vec<_>>>()?
                        .iter()
                        .all(|it| *it),
                )
            }
            (TypeUse::Named(id), value) => match &self.types.get(id.0 as usize)?.shape {
                Shape::Enum(values) => Some(values.iter().any(|it| it.literal == *value)),
                _ => None,
            },
            _ => None,
        }
    }
}

/// Whether a value obeys a rule, where that is easily told.
fn obeys(rule: &Rule, value: &Literal) -> Option<bool> {
    let length = |text: &str| text.chars().count() as u64;
    let number = |bound: &str, value: &str| Some((bound.parse::<f64>().ok()?, value.parse::<f64>().ok()?));
    Some(match (rule, value) {
        (Rule::MinLength(least), Literal::String(text)) => length(text) >= *least,
        (Rule::MaxLength(most), Literal::String(text)) => length(text) <= *most,
        (Rule::Minimum(bound), Literal::Number(text)) => number(bound, text).map(|(bound, value)| value >= bound)?,
        (Rule::Maximum(bound), Literal::Number(text)) => number(bound, text).map(|(bound, value)| value <= bound)?,
        (Rule::ExclusiveMinimum(bound), Literal::Number(text)) => {
            number(bound, text).map(|(bound, value)| value > bound)?
        }
        (Rule::ExclusiveMaximum(bound), Literal::Number(text)) => {
            number(bound, text).map(|(bound, value)| value < bound)?
        }
        _ => return None,
    })
}

//! Objects: structs, and maps where no property is named.

use super::facts::{Facts, kind};
use super::literal::{compare, literal};
use super::scalar::{ruled, tightest};
use super::values::{Allowed, scalar};
use super::{Hint, Schemas};
use crate::diagnostic::catalogue::types as code;
use crate::diagnostic::{Diagnostic, Sink};
use crate::model::names::{self, Scope};
use crate::model::{
    Additional, Asserted, Builtin, CountKeyword, Docs, Field, Keyword, Literal, Presence, Rule, Shape, Struct, TypeId,
    TypeUse,
};
use crate::source::Node;

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
        let closed = facts.parts.iter().any(|part| part.patterns.is_empty() && refuses(part.others()));
        let counted = facts.bounds.iter().any(|(name, _)| matches!(*name, "minProperties" | "maxProperties"));
        rules.extend(tightest(facts, "minProperties", false).filter(|least| *least > 0).map(Rule::MinProperties));
        rules.extend(tightest(facts, "maxProperties", true).map(Rule::MaxProperties));
        if !named && facts.dependencies.is_empty() && !closed {
            let (value, more) = self.map_values(facts, hint, sink);
            rules.extend(more);
            return ruled(TypeUse::Map(Box::new(value)), rules);
        }
        let id = self.slot(hint, facts);
        let hint = Hint { own: Some(id), ..hint.clone() };
        let (dependent, mut names) = self.dependencies(facts);
        rules.extend(dependent);
        for rule in &rules {
            if let Rule::PresentSets { sets, .. } = rule {
                names.extend(sets.iter().flatten().cloned());
            }
        }
        let mut scope = Scope::default();
        let mut fields = self.fields(facts, &names, &mut scope, id, sink);
        let patterned = facts.parts.iter().any(|part| !part.patterns.is_empty());
        let unlisted = facts.properties.is_empty() && facts.required.is_empty() && !names.is_empty();
        self.loose |= closed && (patterned || !facts.property_names.is_empty());
        // Rules about names are checked where the names are not known.
        self.loose |= unlisted && !facts.property_names.is_empty();
        let asked = patterned || facts.parts.iter().any(|part| part.others().is_some());
        let keeps = asked || !facts.property_names.is_empty() || counted || self.unnamed_matter(facts, &names, sink);
        let additional = if closed {
            Additional::Refused
        } else if keeps || self.keep_unknown {
            let (value, more) = self.map_values(facts, &hint, sink);
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

    /// Whether a condition on the object speaks of properties that it does not name: then they are kept, so that what was
    /// read can be written again.
    pub(super) fn unnamed_matter(&mut self, facts: &Facts, further: &[String], sink: &mut Sink) -> bool {
        let asserted = if self.loose {
            self.asserted(&facts.roots, sink)
        } else if facts.nots.is_empty() && facts.ifs.is_empty() {
            return false;
        } else {
            Asserted::Inline(self.only_keywords(&facts.nots, &facts.ifs, sink))
        };
        let known =
            |name: &String| facts.property(name).is_some() || facts.required.contains(name) || further.contains(name);
        let mut open = vec![&asserted];
        let mut seen = crate::collections::HashSet::new();
        while let Some(asserted) = open.pop() {
            let keywords = match asserted {
                Asserted::Inline(keywords) => keywords,
                Asserted::Shared(id) if seen.insert(*id) => match self.conditions.get(id.0 as usize) {
                    Some(condition) => &condition.keywords,
                    None => continue,
                },
                Asserted::Shared(_) => continue,
            };
            for keyword in keywords {
                let named = match keyword {
                    Keyword::Required(names) => names.iter().all(known),
                    Keyword::DependentRequired(name, names) => known(name) && names.iter().all(known),
                    Keyword::DependentSchema(name, _) => known(name),
                    Keyword::Properties { named, patterns, others } => {
                        named.iter().all(|(name, _)| known(name)) && patterns.is_empty() && others.is_none()
                    }
                    Keyword::PropertyNames(_) | Keyword::Enum(_) => false,
                    Keyword::Count(keyword, _) => {
                        !matches!(keyword, CountKeyword::MinProperties | CountKeyword::MaxProperties)
                    }
                    _ => true,
                };
                if !named {
                    return true;
                }
                open.extend(keyword.of_same_value());
            }
        }
        false
    }

    /// The type of the values of properties that are not named, and what they must obey beside it.
    fn map_values(&mut self, facts: &Facts, hint: &Hint, sink: &mut Sink) -> (TypeUse, Vec<Rule>) {
        let mut rules = Vec::new();
        self.key_rules(facts, &mut rules, sink);
        let patterned: Vec<_> = facts.parts.iter().filter(|part| !part.patterns.is_empty()).collect();
        if let ([part], [_], []) = (patterned.as_slice(), facts.parts.as_slice(), facts.properties.as_slice())
            && let [(source, schema)] = part.patterns.as_slice()
            && refuses(part.others())
            && let Some(pattern) = self.pattern(source, schema.span(), sink)
        {
            rules.push(Rule::KeysMatch(vec![pattern]));
            return (self.lower_part(schema, hint, "value", sink), rules);
        }
        if !patterned.is_empty() {
            self.loose = true;
            return (JSON, rules);
        }
        let mut asked: Vec<Node> = Vec::new();
        for schema in facts.parts.iter().filter_map(|part| part.others()) {
            if !asked.iter().any(|known| known.same(schema)) {
                asked.push(schema.clone());
            }
        }
        if asked.is_empty() {
            return (JSON, rules);
        }
        (self.lower_nodes(&asked, &hint.part("value"), sink), rules)
    }

    /// `propertyNames`, where it is about names that are not known here.
    fn key_rules(&mut self, facts: &Facts, rules: &mut Vec<Rule>, sink: &mut Sink) {
        for schema in &facts.property_names {
            let mut of_key = self.facts(std::slice::from_ref(schema), sink);
            let plain = of_key.types.is_none_or(|types| types & kind::STRING != 0)
                && of_key.values.is_none()
                && of_key.groups.is_empty()
                && of_key.nots.is_empty()
                && of_key.ifs.is_empty()
                && !of_key.never
                && !of_key.loose
                && facts.properties.is_empty()
                && facts.required.is_empty();
            of_key.types = Some(kind::STRING);
            match plain.then(|| self.string(&of_key, sink)) {
                Some(TypeUse::Ruled(ty, of_key)) if *ty == TypeUse::Builtin(Builtin::String) => {
                    rules.push(Rule::Keys(of_key));
                }
                Some(TypeUse::Builtin(Builtin::String)) => {}
                _ => self.loose = true,
            }
        }
    }

    /// `dependencies`, and the properties that they speak of.
    fn dependencies(&mut self, facts: &Facts) -> (Vec<Rule>, Vec<String>) {
        let mut rules = Vec::new();
        let mut names = Vec::new();
        for (property, needed) in &facts.dependencies {
            let Some(needed) = needed.as_array() else {
                self.loose = true;
                continue;
            };
            let needed: Vec<String> = needed.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect();
            if !needed.is_empty() {
                names.push(property.clone());
                names.extend(needed.iter().cloned());
                rules.push(Rule::Dependency(property.clone(), needed));
            }
        }
        (rules, names)
    }

    /// What stands in the place of a property: its own schemas, and `additionalProperties` of parts that do not name it.
    fn property_nodes(&mut self, facts: &Facts, name: &str, sink: &mut Sink) -> Vec<Node> {
        let mut nodes = facts.property(name).unwrap_or_default().to_vec();
        for part in facts.parts.iter().filter(|part| !part.names.contains(name)) {
            let Some(others) = part.others().filter(|_| part.patterns.is_empty()) else { continue };
            if refuses(Some(others)) && !nodes.is_empty() {
                let text =
                    format!("one part of this schema has property `{name}`, and another allows none but its own");
                sink.push(Diagnostic::new(&code::NO_VALUE, others.span(), text).label("refuses it"));
            }
            nodes.push(others.clone());
        }
        nodes
    }

    fn fields(
        &mut self,
        facts: &Facts,
        further: &[String],
        scope: &mut Scope,
        id: TypeId,
        sink: &mut Sink,
    ) -> Vec<Field> {
        let required: crate::collections::HashSet<&str> = facts.required.iter().map(String::as_str).collect();
        // `required` may name what `properties` does not: anything may stand there, but something must.
        let mut seen = crate::collections::HashSet::new();
        let undeclared = facts.required.iter().chain(further).map(String::as_str);
        let undeclared = undeclared.filter(|name| facts.property(name).is_none() && seen.insert(*name));
        // A pattern may be about a property that has a name here.
        self.loose |= facts.parts.iter().any(|part| !part.patterns.is_empty());
        let names = facts.properties.iter().map(|(name, _)| name.as_str()).chain(undeclared);
        let all: Vec<(&str, Vec<Node>)> = names.map(|name| (name, self.property_nodes(facts, name, sink))).collect();
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
            self.remark(nodes, &mut docs);
            self.lower_nodes(nodes, &hint, sink)
        } else {
            let facts = self.facts(nodes, sink);
            docs = self.docs(&facts);
            docs.place = None;
            let only = facts.values.is_some() && facts.groups.is_empty() && !facts.nullable && !facts.never;
            let values = if only { self.allowed_values(&facts, sink) } else { Allowed::default() };
            match values.known.as_slice() {
                [value] if required && values.certain && scalar(value) => {
                    constant = Some(value.clone());
                    JSON
                }
                _ => self.lower_merged(nodes, facts, &hint, sink),
            }
        };
        let default = nodes.iter().find_map(|node| node.get("default"));
        let presence = match (constant, default) {
            (Some(value), _) => Presence::Constant(value),
            (None, Some(default)) if !required => self.default(default, &ty),
            _ if required => Presence::Required,
            _ => Presence::Optional,
        };
        let offered = default.filter(|_| presence == Presence::Optional);
        let offered = offered.and_then(|default| self.offered_default(default, nodes));
        Field { wire: wire.to_owned(), name, docs, ty, presence, offered }
    }

    /// What an absent property means. A default that Rust can write as a constant fills the field; for any other, the field
    /// stays optional.
    fn default(&mut self, node: &Node, ty: &TypeUse) -> Presence {
        let value = literal(node);
        match self.fits(ty, &value) {
            Some(true) => Presence::Default(value),
            Some(false) => {
                self.note_refused_default(node);
                Presence::Optional
            }
            None => Presence::Optional,
        }
    }

    /// A default that does not fill its field, unless it is `null`, which says no more than its absence, or not valid.
    fn offered_default(&mut self, node: &Node, nodes: &[Node]) -> Option<Literal> {
        let value = literal(node);
        if value == Literal::Null {
            return None;
        }
        let asserted = self.asserted(nodes, &mut Sink::default());
        (self.evaluate(&asserted, &value) != Some(false)).then_some(value)
    }

    /// Whether a value is valid for a type; `None` where that is not known, or where the type is not one of scalars nor a list
    /// or a map of them.
    fn fits(&self, ty: &TypeUse, value: &Literal) -> Option<bool> {
        match (ty, value) {
            (TypeUse::Nullable(_), _) => None,
            (TypeUse::List(ty), Literal::Array(items)) => self.all_fit(ty, items.iter()),
            (TypeUse::Map(ty), Literal::Object(entries)) => self.all_fit(ty, entries.iter().map(|(_, value)| value)),
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

    fn all_fit<'v>(&self, ty: &TypeUse, values: impl Iterator<Item = &'v Literal>) -> Option<bool> {
        let all = values.map(|value| self.fits(ty, value)).collect::<Option<Vec<bool>>>()?;
        Some(all.into_iter().all(|fits| fits))
    }
}

/// Whether a schema is `false`.
fn refuses(schema: Option<&Node>) -> bool {
    schema.and_then(Node::as_bool) == Some(false)
}

/// Whether a value obeys a rule, where that is easily told.
fn obeys(rule: &Rule, value: &Literal) -> Option<bool> {
    let length = |text: &str| text.chars().count() as u64;
    Some(match (rule, value) {
        (Rule::MinLength(least), Literal::String(text)) => length(text) >= *least,
        (Rule::MaxLength(most), Literal::String(text)) => length(text) <= *most,
        (Rule::MinItems(least), Literal::Array(items)) => items.len() as u64 >= *least,
        (Rule::MaxItems(most), Literal::Array(items)) => items.len() as u64 <= *most,
        (Rule::Minimum(bound), Literal::Number(text)) => compare(text, bound)?.is_ge(),
        (Rule::Maximum(bound), Literal::Number(text)) => compare(text, bound)?.is_le(),
        (Rule::ExclusiveMinimum(bound), Literal::Number(text)) => compare(text, bound)?.is_gt(),
        (Rule::ExclusiveMaximum(bound), Literal::Number(text)) => compare(text, bound)?.is_lt(),
        _ => return None,
    })
}

//! The rules of 2.x for examples and defaults: where an invalid one makes the document invalid.
//!
//! So say the rules of the official parser: of messages without a `schemaFormat`, and of schemas at the top of payloads,
//! parameters and components, whether anything uses them or not. What stands elsewhere, and all of 3.x, gets lints.

use super::super::Schemas;
use super::super::literal::literal;
use crate::check::{Walk, items};
use crate::collections::HashMap;
use crate::diagnostic::catalogue::check;
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::model::{Asserted, Keyword};
use crate::source::Node;

/// A value with the schema that it must fit; none: any object.
type Claim = (&'static Code, Option<Node>, Node);

/// Whether a code is one of these rules.
pub(crate) fn is_rule(code: &Code) -> bool {
    [&check::MESSAGE_EXAMPLE, &check::SCHEMA_EXAMPLE, &check::SCHEMA_DEFAULT].iter().any(|rule| rule.id == code.id)
}

impl Schemas<'_> {
    pub(super) fn check_rules_of_v2(&mut self, sink: &mut Sink) {
        let walk = Walk::of(self.document);
        if !walk.is_v2() {
            return;
        }
        let mut unheard = Sink::default();
        let mut known: HashMap<usize, Asserted> = HashMap::new();
        for (code, schema, value) in claims(&walk) {
            if self.noted.steps > super::MOST_STEPS {
                return;
            }
            let asserted = match &schema {
                None => Asserted::Inline(vec![Keyword::Type(vec![crate::model::JsonType::Object])]),
                Some(schema) => match known.get(&schema.id()) {
                    Some(asserted) => asserted.clone(),
                    None => {
                        let asserted = self.asserted(std::slice::from_ref(schema), &mut unheard);
                        known.insert(schema.id(), asserted.clone());
                        asserted
                    }
                },
            };
            self.check_claim(code, &asserted, &value, sink);
        }
    }

    fn check_claim(&mut self, code: &'static Code, asserted: &Asserted, value: &Node, sink: &mut Sink) {
        let evaluation = self.explain_all(asserted, &literal(value));
        self.noted.steps += evaluation.steps;
        let word = if code.id == check::SCHEMA_DEFAULT.id { "default" } else { "example" };
        for fault in &evaluation.faults {
            self.noted.refused_by_rules.insert(value.span());
            let pointer = fault.pointer();
            let place = if pointer.is_empty() { pointer } else { format!(" at `{pointer}`") };
            let text = format!("the {word} breaks `{}` of its schema{place}", fault.rule);
            sink.push(Diagnostic::new(code, fault.span(value), text).label(fault.text.clone()));
        }
    }
}

/// Every value that the rules speak of.
fn claims(walk: &Walk<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    let mut schemas = Vec::new();
    let mut holders = walk.messages();
    for message in holders.clone() {
        holders.extend(walk.traits(&message));
    }
    holders.extend(walk.components("messageTraits").into_iter().map(|entry| entry.node));
    let mut seen = crate::collections::HashSet::new();
    holders.retain(|holder| seen.insert(holder.id()) && holder.get("schemaFormat").is_none());
    for holder in &holders {
        schemas.extend(holder.get("payload").cloned());
        for example in items(holder, "examples").iter().filter_map(|example| walk.resolved(example)) {
            if let (Some(schema), Some(value)) = (holder.get("payload"), example.get("payload")) {
                claims.push((&check::MESSAGE_EXAMPLE, Some(schema.clone()), value.clone()));
            }
            if let Some(value) = example.get("headers") {
                claims.push((&check::MESSAGE_EXAMPLE, holder.get("headers").cloned(), value.clone()));
            }
        }
    }
    schemas.extend(walk.components("schemas").into_iter().map(|entry| entry.node));
    let parameters = walk.channels.iter().filter_map(|channel| channel.node.get("parameters")?.as_object());
    let parameters = parameters.flat_map(|all| all.iter()).filter_map(|(_, node)| walk.resolved(node));
    let parameters = parameters.chain(walk.components("parameters").into_iter().map(|entry| entry.node));
    schemas.extend(parameters.filter_map(|parameter| parameter.get("schema").cloned()));
    seen.clear();
    for schema in schemas.iter().filter_map(|schema| walk.resolved(schema)).filter(|schema| seen.insert(schema.id())) {
        let several = schema.get("examples").and_then(Node::as_array).unwrap_or_default();
        claims.extend(several.iter().map(|value| (&check::SCHEMA_EXAMPLE, Some(schema.clone()), value.clone())));
        claims.extend(schema.get("default").map(|value| (&check::SCHEMA_DEFAULT, Some(schema.clone()), value.clone())));
    }
    claims
}

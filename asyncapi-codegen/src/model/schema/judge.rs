//! Whether values that stand in a document fit schemas that stand in it, wherever that is.
//!
//! Input: a schema and a value. Output: the rules that the value breaks, each with its place. Invariants: what is said is
//! certain, by the [`Reading`] that was asked for; each schema is turned into a condition once; the work is bounded.

use super::examples::MOST_STEPS;
use super::fault::{Fault, Segment};
use super::{Reading, Schemas, literal};
use crate::collections::HashMap;
use crate::diagnostic::Sink;
use crate::document::Document;
use crate::model::{Asserted, JsonType, Keyword};
use crate::source::{Node, Span};

/// Judges values by one reading of schemas.
#[derive(Debug)]
pub(in crate::model) struct Judge<'d> {
    schemas: Schemas<'d>,
    conditions: HashMap<usize, Asserted>,
    steps: usize,
}

/// A rule that a value breaks.
#[derive(Debug)]
pub(in crate::model) struct Broken {
    /// The keyword.
    pub(in crate::model) rule: &'static str,
    /// Where in the value, as a JSON pointer; empty: the whole.
    pub(in crate::model) pointer: String,
    /// What is wrong.
    pub(in crate::model) text: String,
    /// Where in the file: the key, if what stands there begins on a later line.
    pub(in crate::model) span: Span,
    /// The object that has a property which it must not have.
    pub(in crate::model) object: Option<Span>,
}

impl<'d> Judge<'d> {
    /// With nothing judged yet.
    pub(in crate::model) fn new(document: &'d Document, reading: Reading) -> Self {
        let mut schemas = Schemas::new(document);
        schemas.reading = reading;
        Self { schemas, conditions: HashMap::new(), steps: 0 }
    }

    /// The rules of `schema` that `value`, which stands behind `key`, breaks. Without a schema, it must be an object.
    pub(in crate::model) fn judge(&mut self, schema: Option<&Node>, value: &Node, key: Option<Span>) -> Vec<Broken> {
        if self.steps > MOST_STEPS {
            return Vec::new();
        }
        let asserted = match schema {
            Some(schema) => self.condition(schema),
            None => Asserted::Inline(vec![Keyword::Type(vec![JsonType::Object])]),
        };
        let value_read = literal(value);
        let evaluation = if self.schemas.reading == Reading::Own {
            self.schemas.explain(&asserted, &value_read)
        } else {
            self.schemas.explain_all(&asserted, &value_read)
        };
        self.steps += evaluation.steps;
        evaluation.faults.iter().map(|fault| self.broken(fault, value, key)).collect()
    }

    fn condition(&mut self, schema: &Node) -> Asserted {
        if let Some(known) = self.conditions.get(&schema.id()) {
            return known.clone();
        }
        // What there is to say of schemas is said where types are made of them.
        let asserted = self.schemas.asserted(std::slice::from_ref(schema), &mut Sink::default());
        self.conditions.insert(schema.id(), asserted.clone());
        asserted
    }

    fn broken(&self, fault: &Fault, value: &Node, key: Option<Span>) -> Broken {
        let own = self.schemas.reading == Reading::Own;
        let span = if own { fault.span(value) } else { place(&fault.path, value, key) };
        let object = (fault.rule == "additionalProperties").then(|| match fault.path.split_last() {
            Some((_, around)) => place(around, value, key),
            None => value.span(),
        });
        Broken { rule: fault.rule, pointer: fault.pointer(), text: fault.text.clone(), span, object }
    }
}

/// The place of a part of a value: of an object or an array behind a key, the key.
fn place(path: &[Segment], value: &Node, key: Option<Span>) -> Span {
    let (mut at, mut key) = (value.clone(), key);
    for segment in path {
        let next = match segment {
            Segment::Key(name) => at.as_object().and_then(|object| object.entry(name)).map(|(k, v)| (Some(k.span), v)),
            Segment::Item(index) => at.as_array().and_then(|items| items.get(*index)).map(|item| (None, item)),
        };
        let Some((next_key, next)) = next.map(|(key, node)| (key, node.clone())) else { break };
        (at, key) = (next, next_key);
    }
    let is_scalar = at.as_object().is_none() && at.as_array().is_none();
    key.filter(|_| !is_scalar).unwrap_or(at.span())
}

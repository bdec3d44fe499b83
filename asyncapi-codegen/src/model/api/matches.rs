//! What the user says about a message beside its schema: `x-match` in the document, or the option `match`.
//!
//! `x-match: { type: join, data/kind: [a, b] }`: each key is a property of the payload (`/` goes into an object) or, with
//! `$header.` before it, a header; each value, or each of a list, is what may stand there. `null` says that nothing does.

use super::literal::literal_of;
use super::{Read, Test};
use crate::model::Literal;
use crate::options::{MatchTest, MatchValue};
use crate::source::Node;

/// A test of the option.
pub(super) fn of_option(test: &MatchTest) -> (Read, Test) {
    let read = match (test.header, test.path.as_slice()) {
        (true, [name]) => Read::Header(name.clone()),
        (true, path) => Read::Header(path.join(".")),
        (false, path) => Read::Property(path.to_vec()),
    };
    let value = match &test.value {
        MatchValue::String(text) => Literal::String(text.clone()),
        MatchValue::Number(text) => Literal::Number(text.clone()),
        MatchValue::Bool(value) => Literal::Bool(*value),
    };
    (read, Test::OneOf(vec![value]))
}

/// The conditions of an `x-match`; `Err` with the node that is not one.
pub(super) fn conditions(node: &Node) -> Result<Vec<(Read, Test)>, Node> {
    let object = node.as_object().filter(|object| !object.is_empty()).ok_or_else(|| node.clone())?;
    object.iter().map(|(key, value)| Ok((read_of(&key.text), test_of(value)?))).collect()
}

/// The place that a condition names: `type`, `data/kind`, `data.kind` or `$header.event`.
pub(super) fn read_of(path: &str) -> Read {
    if let Some(header) = path.strip_prefix("$header.") {
        return Read::Header(header.to_owned());
    }
    let separator = if path.contains('/') { '/' } else { '.' };
    Read::Property(path.trim_start_matches('/').split(separator).map(str::to_owned).collect())
}

fn test_of(value: &Node) -> Result<Test, Node> {
    if value.is_null() {
        return Ok(Test::Absent);
    }
    let values = value.as_array().unwrap_or(std::slice::from_ref(value));
    let scalar = |value: &Node| match literal_of(value) {
        Literal::Array(_) | Literal::Object(_) => Err(value.clone()),
        literal => Ok(literal),
    };
    let values: Vec<Literal> = values.iter().map(scalar).collect::<Result<_, _>>()?;
    if values.is_empty() { Err(value.clone()) } else { Ok(Test::OneOf(values)) }
}

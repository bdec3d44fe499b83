//! What a schema asks, in words for the docs.
//!
//! Input: [`Facts`]. Output: short sentences of Markdown that rustdoc takes without a warning. Invariant: they say what the
//! document says, whether a type or a rule carries it.

use super::Schemas;
use super::facts::{Facts, kind};
use super::literal::{literal, number};
use super::scalar::{checked, tightest};
use crate::diagnostic::Sink;
use crate::model::{Docs, Literal};
use crate::source::Node;

/// The longest text of the document that is shown as code.
const LONGEST: usize = 100;

impl Schemas<'_> {
    /// The limits of a schema, its items, its default, and who may write it.
    pub(super) fn limits(&self, facts: &Facts) -> Vec<String> {
        let mut limits = of_value(facts);
        if let [item] = facts.items.as_slice()
            && self.only_reference(item).is_none()
        {
            // What there is to say of the items' own items, is said of their type.
            let of_item = self.facts(std::slice::from_ref(item), &mut Sink::default());
            let asked = of_value(&of_item);
            if !asked.is_empty() && of_item.kinds().is_none_or(|kinds| kinds & (kind::OBJECT | kind::ARRAY) == 0) {
                limits.push(format!("Of each item: {}", lower_first(&asked.join(" "))));
            }
        }
        limits.extend(remarks(&facts.roots));
        limits
    }

    /// What stands beside a reference that is about the place rather than the type.
    pub(super) fn remark(&self, nodes: &[Node], docs: &mut Docs) {
        docs.limits.extend(remarks(nodes));
        docs.deprecated |= nodes.iter().any(|node| is_true(node, "deprecated"));
    }
}

fn lower_first(text: &str) -> String {
    let mut characters = text.chars();
    match characters.next() {
        // Abbreviations stay as they are: `A UUID` is `a UUID`.
        Some(first) => first.to_lowercase().chain(characters).collect(),
        None => String::new(),
    }
}

fn is_true(node: &Node, key: &str) -> bool {
    node.get(key).and_then(Node::as_bool) == Some(true)
}

/// `default`, `readOnly`, `writeOnly`.
fn remarks(nodes: &[Node]) -> Vec<String> {
    let mut remarks = Vec::new();
    if let Some(default) = nodes.iter().find_map(|node| node.get("default")).map(literal)
        && default != Literal::Null
    {
        let mut text = String::new();
        default.write_json(&mut text);
        remarks.extend(code(&text).map(|text| format!("Default: {text}.")));
    }
    if nodes.iter().any(|node| is_true(node, "readOnly")) {
        remarks.push("Read-only.".to_owned());
    }
    if nodes.iter().any(|node| is_true(node, "writeOnly")) {
        remarks.push("Write-only.".to_owned());
    }
    remarks
}

/// A text of the document as code, if it is short and on one line.
fn code(text: &str) -> Option<String> {
    if text.chars().count() > LONGEST || text.chars().any(char::is_control) || text.trim() != text || text.is_empty() {
        return None;
    }
    if !text.contains('`') {
        return Some(format!("`{text}`"));
    }
    // Code that has backticks stands between more of them.
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    Some(format!("{fence} {text} {fence}"))
}

fn of_value(facts: &Facts) -> Vec<String> {
    let mut limits = Vec::new();
    let count = |keyword, upper| tightest(facts, keyword, upper);
    limits.extend(counted("character", count("minLength", false), count("maxLength", true)));
    limits.extend(formatted(facts));
    let patterns = facts.string_patterns.iter();
    limits.extend(patterns.filter_map(|(pattern, _)| code(pattern)).map(|pattern| format!("Matches {pattern}.")));
    limits.extend(numbers(facts));
    limits.extend(counted("item", count("minItems", false), count("maxItems", true)));
    if facts.unique {
        limits.push("No two items are equal.".to_owned());
    }
    limits.extend(counted("property", count("minProperties", false), count("maxProperties", true)));
    limits
}

/// `At least 1 item.`, `2 to 5 items.`
fn counted(unit: &str, least: Option<u64>, most: Option<u64>) -> Option<String> {
    let units = |count: u64| match (count, unit.strip_suffix('y')) {
        (1, _) => format!("{count} {unit}"),
        (_, Some(stem)) => format!("{count} {stem}ies"),
        (_, None) => format!("{count} {unit}s"),
    };
    match (least.filter(|least| *least > 0), most) {
        (Some(least), Some(most)) if least == most => Some(format!("Exactly {}.", units(least))),
        (Some(least), Some(most)) => Some(format!("{least} to {}.", units(most))),
        (Some(least), None) => Some(format!("At least {}.", units(least))),
        (None, Some(most)) => Some(format!("At most {}.", units(most))),
        (None, None) => None,
    }
}

fn numbers(facts: &Facts) -> Vec<String> {
    let all = |keyword: &'static str| facts.bound(keyword).map(number);
    let mut limits = Vec::new();
    match (all("minimum").last(), all("maximum").last()) {
        (Some(least), Some(most)) => limits.push(format!("{least} to {most}.")),
        (Some(least), None) => limits.push(format!("At least {least}.")),
        (None, Some(most)) => limits.push(format!("At most {most}.")),
        (None, None) => {}
    }
    limits.extend(all("exclusiveMinimum").map(|bound| format!("More than {bound}.")));
    limits.extend(all("exclusiveMaximum").map(|bound| format!("Less than {bound}.")));
    limits.extend(all("multipleOf").filter(|step| step != "1").map(|step| format!("A multiple of {step}.")));
    limits
}

fn formatted(facts: &Facts) -> Option<String> {
    let format = facts.format()?;
    let said = match format {
        "date-time" => "A date-time of RFC 3339.",
        "date" => "A date of RFC 3339.",
        "time" => "A time of RFC 3339.",
        "duration" => "A duration of ISO 8601.",
        "uuid" => "A UUID.",
        "email" | "idn-email" => "An e-mail address.",
        "hostname" => "A host name.",
        "ipv4" => "An IPv4 address.",
        "ipv6" => "An IPv6 address.",
        "uri" => "A URI.",
        "iri" => "An IRI.",
        "uri-reference" => "A URI or a relative reference.",
        "iri-reference" => "An IRI or a relative reference.",
        "json-pointer" => "A JSON pointer.",
        "byte" => "Base64 in JSON.",
        // The type says as much.
        "int8" | "int16" | "int32" | "int64" | "uint8" | "uint16" | "uint32" | "uint64" | "long" | "integer"
        | "float" | "double" | "number" | "binary" | "string" | "boolean" => return None,
        _ if checked(format) => return None,
        other => return code(other).map(|name| format!("Format {name}, which is not checked.")),
    };
    Some(said.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{code, counted};

    #[test]
    fn counts_have_their_words() {
        for (unit, least, most, expected) in [
            ("item", Some(1), None, Some("At least 1 item.")),
            ("item", Some(0), None, None),
            ("character", Some(0), Some(1), Some("At most 1 character.")),
            ("property", Some(2), Some(5), Some("2 to 5 properties.")),
            ("property", Some(1), Some(1), Some("Exactly 1 property.")),
        ] {
            assert_eq!(counted(unit, least, most).as_deref(), expected);
        }
    }

    #[test]
    fn texts_of_the_document_are_code_or_left_out() {
        assert_eq!(code("^a$").as_deref(), Some("`^a$`"));
        assert_eq!(code("a`b").as_deref(), Some("`` a`b ``"));
        assert_eq!(code("a\nb"), None);
        assert_eq!(code(&"a".repeat(500)), None);
    }
}

//! Why a value that is known at build time is not valid, in words.

use crate::model::{CountKeyword, JsonType, Keyword, Literal, NumberKeyword};
use crate::source::{Node, Span};

/// A step into a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Segment {
    /// To a property.
    Key(String),
    /// To an item of an array.
    Item(usize),
}

/// The first rule that a value breaks.
#[derive(Debug, Clone)]
pub(super) struct Fault {
    /// Where in the value.
    pub(super) path: Vec<Segment>,
    /// The keyword.
    pub(super) rule: &'static str,
    /// What is wrong.
    pub(super) text: String,
}

impl Fault {
    /// `keyword` does not hold for what stands at `path`.
    pub(super) fn of(path: Vec<Segment>, keyword: &Keyword, value: &Literal) -> Self {
        let (rule, text) = words(keyword, value);
        Self { path, rule, text }
    }

    /// Two alternatives of a oneOf fit.
    pub(super) fn several_fit(path: Vec<Segment>) -> Self {
        Self { path, rule: "oneOf", text: "fits several of the alternatives, where only one may fit".to_owned() }
    }

    /// A property that the schema does not name, and does not allow.
    pub(super) fn not_allowed(mut path: Vec<Segment>, key: &str) -> Self {
        path.push(Segment::Key(key.to_owned()));
        Self { path, rule: "additionalProperties", text: "a property that is not allowed".to_owned() }
    }

    /// The place as a JSON pointer; empty: the whole value.
    pub(super) fn pointer(&self) -> String {
        let segment = |segment: &Segment| match segment {
            Segment::Key(key) => format!("/{}", key.replace('~', "~0").replace('/', "~1")),
            Segment::Item(at) => format!("/{at}"),
        };
        self.path.iter().map(segment).collect()
    }

    /// The place in the file, of a fault in what `node` holds.
    pub(super) fn span(&self, node: &Node) -> Span {
        let mut at = node.clone();
        for segment in &self.path {
            let next = match segment {
                Segment::Key(key) => at.get(key),
                Segment::Item(index) => at.as_array().and_then(|items| items.get(*index)),
            };
            match next.cloned() {
                Some(next) => at = next,
                None => break,
            }
        }
        at.span()
    }
}

fn words(keyword: &Keyword, value: &Literal) -> (&'static str, String) {
    let said = |rule, text: &str| (rule, text.to_owned());
    match keyword {
        Keyword::Never => said("false", "no value is allowed here"),
        Keyword::Type(types) => {
            let expected: Vec<&str> = types.iter().map(|one| type_words(*one)).collect();
            ("type", format!("{}, where {} is expected", value_words(value), expected.join(" or ")))
        }
        Keyword::Enum(values) if values.len() == 1 => said("const", "not the one value that is allowed"),
        Keyword::Enum(_) | Keyword::Texts(_) => said("enum", "none of the values that are allowed"),
        Keyword::Number(keyword, bound) => number_words(*keyword, bound),
        Keyword::Count(keyword, count) => count_words(*keyword, *count, value),
        Keyword::Pattern(_) => said("pattern", "the text does not match"),
        Keyword::Format(name) => ("format", format!("not of the format `{name}`")),
        Keyword::Items(_) | Keyword::Positions(..) => said("items", "an item is not valid"),
        Keyword::UniqueItems => said("uniqueItems", "two items are equal"),
        Keyword::Contains(_) => said("contains", "no item is of the kind that one must be of"),
        Keyword::Required(names) => ("required", missing(names, value)),
        Keyword::Properties { .. } => said("properties", "a property is not valid"),
        Keyword::PropertyNames(_) => said("propertyNames", "the name of a property is not allowed"),
        Keyword::DependentRequired(property, names) => {
            ("dependencies", format!("beside `{property}`, {}", missing(names, value)))
        }
        Keyword::DependentSchema(..) => said("dependencies", "not valid"),
        Keyword::All(_) => said("allOf", "not valid"),
        Keyword::AnyOf(_) => said("anyOf", "fits none of the alternatives"),
        Keyword::OneOf(_) => said("oneOf", "fits none of the alternatives"),
        Keyword::Not(_) => said("not", "fits the schema that it must not fit"),
        Keyword::If(..) => said("if", "not valid"),
        Keyword::Discriminated(property, _) => {
            ("discriminator", format!("`{property}` names none of the alternatives"))
        }
    }
}

fn missing(names: &[String], value: &Literal) -> String {
    let has = |name: &String| matches!(value, Literal::Object(entries) if entries.iter().any(|(key, _)| key == name));
    let name = names.iter().find(|name| !has(name)).map_or("", String::as_str);
    format!("property `{name}` is missing")
}

fn number_words(keyword: NumberKeyword, bound: &str) -> (&'static str, String) {
    match keyword {
        NumberKeyword::Minimum => ("minimum", format!("less than {bound}")),
        NumberKeyword::Maximum => ("maximum", format!("more than {bound}")),
        NumberKeyword::ExclusiveMinimum => ("exclusiveMinimum", format!("not more than {bound}")),
        NumberKeyword::ExclusiveMaximum => ("exclusiveMaximum", format!("not less than {bound}")),
        NumberKeyword::MultipleOf => ("multipleOf", format!("not a multiple of {bound}")),
    }
}

fn count_words(keyword: CountKeyword, count: u64, value: &Literal) -> (&'static str, String) {
    let (rule, most, unit) = match keyword {
        CountKeyword::MinLength => ("minLength", false, "characters"),
        CountKeyword::MaxLength => ("maxLength", true, "characters"),
        CountKeyword::MinItems => ("minItems", false, "items"),
        CountKeyword::MaxItems => ("maxItems", true, "items"),
        CountKeyword::MinProperties => ("minProperties", false, "properties"),
        CountKeyword::MaxProperties => ("maxProperties", true, "properties"),
    };
    let found = match value {
        Literal::String(text) => text.chars().count(),
        Literal::Array(items) => items.len(),
        Literal::Object(entries) => entries.len(),
        _ => 0,
    };
    (rule, format!("{found} {unit}, where at {} {count} are allowed", if most { "most" } else { "least" }))
}

fn value_words(value: &Literal) -> &'static str {
    match value {
        Literal::Null => "null",
        Literal::Bool(_) => "a boolean",
        Literal::Number(_) => "a number",
        Literal::String(_) => "a string",
        Literal::Array(_) => "an array",
        Literal::Object(_) => "an object",
    }
}

fn type_words(one: JsonType) -> &'static str {
    match one {
        JsonType::Null => "null",
        JsonType::Boolean => "a boolean",
        JsonType::Integer => "an integer",
        JsonType::Number => "a number",
        JsonType::String => "a string",
        JsonType::Array => "an array",
        JsonType::Object => "an object",
    }
}

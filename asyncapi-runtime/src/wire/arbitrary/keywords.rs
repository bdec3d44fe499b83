//! What several schemas ask of one value, with one alternative taken of each oneOf and anyOf.

use super::Maker;
use ::arbitrary::Result;

use crate::wire::{Json, Keyword, Literal, Pattern, Properties, Schema, Type};

/// So many schemas are taken together.
const MOST_SCHEMAS: usize = 500;

/// Everything that is asked of a value.
#[derive(Debug, Default)]
pub(super) struct Asked {
    types: Option<Vec<Type>>,
    values: Vec<Vec<Json>>,
    /// The types of which something is asked.
    hinted: Vec<Type>,
    pub(super) numbers: Vec<Keyword>,
    pub(super) least_length: usize,
    pub(super) most_length: Option<usize>,
    pub(super) patterns: Vec<&'static Pattern>,
    pub(super) formats: Vec<&'static str>,
    pub(super) items: Vec<&'static Schema>,
    pub(super) positions: Vec<(&'static [&'static Schema], Option<&'static Schema>)>,
    pub(super) contains: Vec<&'static Schema>,
    pub(super) least_items: usize,
    pub(super) most_items: usize,
    pub(super) unique: bool,
    pub(super) required: Vec<&'static str>,
    pub(super) properties: Vec<&'static Properties>,
    pub(super) names: Vec<&'static Schema>,
    pub(super) least_properties: usize,
    pub(super) most_properties: usize,
    pub(super) dependent: Vec<(&'static str, &'static [&'static str])>,
    /// Properties that have one of these values, since an alternative was taken by it.
    pub(super) tags: Vec<(&'static str, Vec<Json>)>,
    /// Properties that must not be there.
    pub(super) without: Vec<&'static str>,
}

impl Maker<'_, '_> {
    pub(super) fn asked(&mut self, schemas: &[&'static Schema]) -> Result<Asked> {
        let mut asked = Asked { most_items: usize::MAX, most_properties: usize::MAX, ..Asked::default() };
        let mut open: Vec<&'static Schema> = schemas.iter().rev().copied().collect();
        let mut count = 0;
        while let Some(schema) = open.pop() {
            count += 1;
            if count > MOST_SCHEMAS {
                break;
            }
            for keyword in schema.0 {
                self.ask(keyword, &mut asked, &mut open)?;
            }
        }
        asked.least_items = asked.least_items.max(asked.contains.len());
        Ok(asked)
    }

    fn ask(&mut self, keyword: &'static Keyword, asked: &mut Asked, open: &mut Vec<&'static Schema>) -> Result<()> {
        match keyword {
            Keyword::All(schema) => open.push(schema),
            Keyword::AnyOf(arms) | Keyword::OneOf(arms) => open.extend(self.one_of(arms)?),
            Keyword::Discriminated(property, arms) => {
                if let Some((values, schema)) = self.one_of(arms)? {
                    asked.tags.push((property, values.iter().map(Literal::to_json).collect()));
                    open.push(schema);
                }
            }
            Keyword::If(condition, then, otherwise) => {
                if self.from.arbitrary()? {
                    open.push(condition);
                    open.extend(then);
                } else {
                    open.extend(otherwise);
                }
            }
            Keyword::DependentSchema(property, schema) => {
                if self.wants_more()? {
                    asked.required.push(property);
                    open.push(schema);
                } else {
                    asked.without.push(property);
                }
            }
            // That it is broken is seen when the value is looked at as a whole.
            Keyword::Not(_) => {}
            other => asked.add(other),
        }
        Ok(())
    }
}

impl Asked {
    fn add(&mut self, keyword: &'static Keyword) {
        let hint = match keyword {
            Keyword::Never => {
                self.types = Some(Vec::new());
                None
            }
            Keyword::Type(types) => {
                self.allow(types);
                None
            }
            Keyword::Enum(values) => {
                self.values.push(values.iter().map(Literal::to_json).collect());
                None
            }
            Keyword::Texts(texts) => {
                self.values.push(texts.iter().map(|text| Json::from(*text)).collect());
                None
            }
            Keyword::Minimum(_)
            | Keyword::Maximum(_)
            | Keyword::ExclusiveMinimum(_)
            | Keyword::ExclusiveMaximum(_)
            | Keyword::MultipleOf(_) => {
                self.numbers.push(*keyword);
                Some(Type::Number)
            }
            Keyword::MinLength(_) | Keyword::MaxLength(_) | Keyword::Pattern(_) | Keyword::Format(_) => {
                self.add_text(keyword);
                Some(Type::String)
            }
            Keyword::Items(_)
            | Keyword::Positions(..)
            | Keyword::MinItems(_)
            | Keyword::MaxItems(_)
            | Keyword::UniqueItems
            | Keyword::Contains(_) => {
                self.add_array(keyword);
                Some(Type::Array)
            }
            _ => {
                self.add_object(keyword);
                Some(Type::Object)
            }
        };
        self.hinted.extend(hint);
    }

    /// Both `integer` and `number` allow integers.
    fn allow(&mut self, types: &[Type]) {
        let fits = |one: &Type, among: &[Type]| {
            among.contains(one) || (*one == Type::Integer && among.contains(&Type::Number))
        };
        self.types = Some(match self.types.take() {
            None => types.to_vec(),
            Some(known) => {
                let mut both: Vec<Type> = known.iter().filter(|one| fits(one, types)).copied().collect();
                both.extend(types.iter().filter(|one| fits(one, &known) && !known.contains(one)));
                both
            }
        });
    }

    fn add_text(&mut self, keyword: &'static Keyword) {
        match keyword {
            Keyword::MinLength(least) => self.least_length = self.least_length.max(*least),
            Keyword::MaxLength(most) => {
                self.most_length = Some(self.most_length.map_or(*most, |known| known.min(*most)))
            }
            Keyword::Pattern(pattern) => self.patterns.push(pattern),
            Keyword::Format(name) => self.formats.push(name),
            _ => {}
        }
    }

    fn add_array(&mut self, keyword: &'static Keyword) {
        match keyword {
            Keyword::Items(schema) => self.items.push(schema),
            Keyword::Positions(positions, others) => self.positions.push((positions, *others)),
            Keyword::MinItems(least) => self.least_items = self.least_items.max(*least),
            Keyword::MaxItems(most) => self.most_items = self.most_items.min(*most),
            Keyword::UniqueItems => self.unique = true,
            Keyword::Contains(schema) => self.contains.push(schema),
            _ => {}
        }
    }

    fn add_object(&mut self, keyword: &'static Keyword) {
        match keyword {
            Keyword::Required(names) => self.required.extend(*names),
            Keyword::Properties(properties) => self.properties.push(properties),
            Keyword::PropertyNames(schema) => self.names.push(schema),
            Keyword::MinProperties(least) => self.least_properties = self.least_properties.max(*least),
            Keyword::MaxProperties(most) => self.most_properties = self.most_properties.min(*most),
            Keyword::DependentRequired(property, names) => self.dependent.push((property, names)),
            _ => {}
        }
    }

    /// The values that every `enum` lists; `None`: there is no `enum`.
    pub(super) fn values(&self) -> Option<Vec<Json>> {
        let (first, rest) = self.values.split_first()?;
        let of_type = |value: &&Json| self.types.as_ref().is_none_or(|types| types.iter().any(|one| one.is_of(value)));
        let listed = first.iter().filter(of_type).filter(|value| rest.iter().all(|values| values.contains(value)));
        Some(listed.cloned().collect())
    }

    /// The types to choose from: those of which something is asked, where `type` does not say.
    pub(super) fn types(&self) -> Vec<Type> {
        match &self.types {
            Some(types) => types.clone(),
            None if !self.hinted.is_empty() => self.hinted.clone(),
            None => vec![Type::Null, Type::Boolean, Type::Integer, Type::String],
        }
    }
}

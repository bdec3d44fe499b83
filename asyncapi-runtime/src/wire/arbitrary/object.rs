//! Objects.

use ::arbitrary::Result;
use serde_json::Map;

use super::keywords::Asked;
use super::{Json, MOST_VALUES, Maker};
use crate::wire::{Keyword, Pattern, Schema};

/// So many names are made for one that may be added.
const MOST_NAMES: usize = 8;

impl Maker<'_, '_> {
    pub(super) fn object(&mut self, asked: &Asked) -> Result<Map<String, Json>> {
        let mut object = Map::new();
        let tags = asked.tags.iter().map(|(name, _)| *name);
        for name in asked.required.iter().copied().chain(tags) {
            self.put(name, asked, &mut object)?;
        }
        self.put_dependent(asked, &mut object)?;
        let named = asked.properties.iter().flat_map(|properties| properties.named);
        for (name, _) in named {
            let enough = object.len() >= asked.most_properties || object.contains_key(*name);
            if !enough && !asked.without.contains(name) && may_be(&schemas_of(name, asked)) && self.wants_more()? {
                self.put(name, asked, &mut object)?;
            }
        }
        self.put_dependent(asked, &mut object)?;
        let open = asked.properties.iter().any(|it| !it.patterns.is_empty() || it.others.is_some());
        let more = if open || asked.properties.is_empty() { 4 } else { 0 };
        let most = asked.most_properties.min(object.len().saturating_add(more));
        let count = self.within(asked.least_properties.max(object.len()), most.max(asked.least_properties))?;
        let mut tries = count.saturating_mul(MOST_NAMES);
        while object.len() < count && tries > 0 && self.values <= MOST_VALUES {
            tries -= 1;
            let name = self.name(asked)?;
            if !asked.without.contains(&name.as_str()) && may_be(&schemas_of(&name, asked)) {
                self.put(&name, asked, &mut object)?;
            }
        }
        Ok(object)
    }

    /// What must be there because something else is.
    fn put_dependent(&mut self, asked: &Asked, object: &mut Map<String, Json>) -> Result<()> {
        loop {
            let before = object.len();
            for (property, names) in &asked.dependent {
                if object.contains_key(*property) {
                    for name in *names {
                        self.put(name, asked, object)?;
                    }
                }
            }
            if object.len() == before {
                return Ok(());
            }
        }
    }

    fn put(&mut self, name: &str, asked: &Asked, object: &mut Map<String, Json>) -> Result<()> {
        if object.contains_key(name) {
            return Ok(());
        }
        let tag = asked.tags.iter().find(|(tag, _)| *tag == name);
        let value = match tag {
            Some((_, values)) => self.one_of(values)?.cloned().unwrap_or(Json::Null),
            None => self.value(&schemas_of(name, asked))?,
        };
        object.insert(name.to_owned(), value);
        Ok(())
    }

    /// A name for a further property.
    fn name(&mut self, asked: &Asked) -> Result<String> {
        if !asked.names.is_empty() {
            let name = self.value(&asked.names)?;
            return Ok(name.as_str().unwrap_or_default().to_owned());
        }
        let patterns: Vec<&'static Pattern> =
            asked.properties.iter().flat_map(|properties| properties.patterns).map(|(pattern, _)| *pattern).collect();
        if let Some(pattern) = self.one_of(&patterns)? {
            return self.matching(pattern);
        }
        Ok(format!("k{}", self.from.int_in_range(0..=99u8)?))
    }
}

/// What is asked of the value of a property.
fn schemas_of(name: &str, asked: &Asked) -> Vec<&'static Schema> {
    let mut schemas = Vec::new();
    for properties in &asked.properties {
        let before = schemas.len();
        schemas.extend(properties.named.iter().filter(|(known, _)| *known == name).map(|(_, schema)| *schema));
        let known = properties.named.iter().any(|(known, _)| *known == name);
        schemas.extend(properties.patterns.iter().filter(|(it, _)| it.matches(name)).map(|(_, schema)| *schema));
        if !known && schemas.len() == before {
            schemas.extend(properties.others);
        }
    }
    schemas
}

/// Whether there is any value: `false` is what closes objects.
fn may_be(schemas: &[&'static Schema]) -> bool {
    !schemas.iter().any(|schema| schema.0.iter().any(|keyword| matches!(keyword, Keyword::Never)))
}

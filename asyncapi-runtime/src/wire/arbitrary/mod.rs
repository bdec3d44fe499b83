//! Values that satisfy a schema, made of random bytes: what `arbitrary = true` stands on.
//!
//! Input: a [`Schema`], which generated code has as a `static`, and the bytes of an [`Unstructured`]. Output: a typed value
//! that can be encoded. Invariants: what is made was accepted by the schema and by the checks of the type; work is bounded,
//! whatever the bytes; once they are used up, what is made is as small as the schema allows.

mod keywords;
mod number;
mod object;
mod pattern;
mod text;

pub use ::arbitrary::{Arbitrary, Error, Result, Unstructured};

use keywords::Asked;

use super::{Json, Schema, Type, Way, Wire};

/// So often is a value made anew that does not satisfy its schema.
const MOST_TRIES: usize = 100;
/// So many values are made for one try, one within another or side by side.
const MOST_VALUES: usize = 2_000;
/// Deeper than this, only what must be there is made.
const DEEP: usize = 6;
/// Deeper than this, nothing is made: JSON is read to 128 levels.
const DEEPEST: usize = 60;

/// A value of a type, of which this is the schema.
///
/// # Errors
/// [`Error::IncorrectFormat`] when no value was found that satisfies the schema.
#[doc(hidden)]
pub fn value<T: Wire>(schema: &'static Schema, from: &mut Unstructured<'_>) -> Result<T> {
    for _ in 0..MOST_TRIES {
        let spent = from.is_empty();
        let json = Maker { from, depth: 0, values: 0 }.value(&[schema])?;
        if schema.accepts(&json)
            && let Ok(value) = T::read(json)
            && value.check(Way::Out).is_ok()
        {
            return Ok(value);
        }
        // Without bytes, the next try would be the same.
        if spent {
            break;
        }
    }
    Err(Error::IncorrectFormat)
}

/// Makes one value.
struct Maker<'m, 'b> {
    from: &'m mut Unstructured<'b>,
    depth: usize,
    values: usize,
}

impl Maker<'_, '_> {
    /// A value that all of some schemas ask for, as far as that is easily met.
    fn value(&mut self, schemas: &[&'static Schema]) -> Result<Json> {
        self.values += 1;
        if self.values > MOST_VALUES || self.depth > DEEPEST {
            return Ok(Json::Null);
        }
        self.depth += 1;
        let asked = self.asked(schemas)?;
        let value = self.asked_value(&asked)?;
        self.depth -= 1;
        Ok(value)
    }

    fn asked_value(&mut self, asked: &Asked) -> Result<Json> {
        if let Some(values) = asked.values() {
            return Ok(self.one_of(&values)?.cloned().unwrap_or(Json::Null));
        }
        let types = asked.types();
        let Some(one) = self.one_of(&types)? else { return Ok(Json::Null) };
        Ok(match one {
            Type::Null => Json::Null,
            Type::Boolean => Json::Bool(self.from.arbitrary()?),
            Type::Integer => self.number(asked, true)?,
            Type::Number => self.number(asked, false)?,
            Type::String => Json::String(self.text(asked)?),
            Type::Array => Json::Array(self.array(asked)?),
            Type::Object => Json::Object(self.object(asked)?),
        })
    }

    /// One of several; without bytes another one at each depth, so that what holds itself comes to its end.
    fn one_of<'v, V>(&mut self, values: &'v [V]) -> Result<Option<&'v V>> {
        if values.is_empty() {
            return Ok(None);
        }
        let at = if self.from.is_empty() { self.depth % values.len() } else { self.from.choose_index(values.len())? };
        Ok(values.get(at))
    }

    /// Whether what need not be there is made.
    fn wants_more(&mut self) -> Result<bool> {
        if self.depth > DEEP || self.values > MOST_VALUES / 2 || self.from.is_empty() {
            return Ok(false);
        }
        self.from.arbitrary()
    }

    /// A number within bounds, small ones first.
    fn within(&mut self, least: usize, most: usize) -> Result<usize> {
        let mut count = least;
        while count < most && count < least.saturating_add(8) && self.wants_more()? {
            count += 1;
        }
        Ok(count)
    }

    fn array(&mut self, asked: &Asked) -> Result<Vec<Json>> {
        let count = self.within(asked.least_items, asked.most_items)?;
        let mut items: Vec<Json> = Vec::new();
        let mut tries = count.saturating_mul(4);
        while items.len() < count && tries > 0 && self.values <= MOST_VALUES {
            tries -= 1;
            let mut schemas: Vec<&'static Schema> = asked.items.clone();
            for (positions, others) in &asked.positions {
                schemas.extend(positions.get(items.len()).copied().or(*others));
            }
            // What must be contained stands first.
            schemas.extend(asked.contains.get(items.len()));
            let item = self.value(&schemas)?;
            if !asked.unique || !items.contains(&item) {
                items.push(item);
            }
        }
        Ok(items)
    }
}

#[cfg(test)]
mod tests;

//! Values that stand in the document as JSON: examples and defaults.

use super::{Wire, decode};

/// The values of texts of JSON, without those that are not valid: not every rule can be evaluated when code is generated.
#[doc(hidden)]
#[must_use]
pub fn examples<T: Wire>(texts: &[&str]) -> Vec<T> {
    texts.iter().filter_map(|text| example(text)).collect()
}

/// The value of a text of JSON, if it is valid.
#[doc(hidden)]
#[must_use]
pub fn example<T: Wire>(text: &str) -> Option<T> {
    decode(text.as_bytes()).ok()
}

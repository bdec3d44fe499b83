//! `pattern` and `format` are exact: what asyncapi-codegen makes of a pattern and the runtime runs, and what the
//! runtime says of a format, against the JSON Schema test suite and against other engines.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

mod documents;
mod engines;
mod hostile;
mod suite;
mod typed;

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use asyncapi_codegen::model::schema::pattern::translate;
use asyncapi_runtime::__private::v0 as rt;

/// A pattern as generated code has it: in a `static`, by its source and its program.
pub fn compile(source: &str) -> Result<&'static rt::Pattern, String> {
    static COMPILED: Mutex<Option<HashMap<String, &'static rt::Pattern>>> = Mutex::new(None);
    let mut compiled = COMPILED.lock().unwrap_or_else(PoisonError::into_inner);
    let compiled = compiled.get_or_insert_default();
    if let Some(pattern) = compiled.get(source) {
        return Ok(pattern);
    }
    let program = translate(source)?;
    let pattern: &'static _ = Box::leak(Box::new(rt::Pattern::new(
        Box::leak(source.to_owned().into_boxed_str()),
        Box::leak(program.into_boxed_str()),
    )));
    compiled.insert(source.to_owned(), pattern);
    Ok(pattern)
}

/// Whether a text is of a format, or obeys `content:…`.
pub fn is_format(text: &str, name: &'static str) -> bool {
    rt::format(text, name).is_ok()
}

//! The engine of `asyncapi!`: an AsyncAPI document in, Rust tokens and diagnostics out. No rustc, no environment.
//!
//! A line of stages, each with a folder, an input and an output, none knowing the later ones:
//! [`source`] (bytes → [`source::Node`]), [`document`] (→ [`document::Document`]), [`check`], [`model`]
//! (→ [`model::Model`]), [`emit`] (→ tokens). [`diagnostic`] and [`collections`] serve them all.

pub mod check;
pub mod collections;
pub mod diagnostic;
pub mod document;
pub mod emit;
pub mod engine;
pub mod model;
pub mod options;
pub mod source;

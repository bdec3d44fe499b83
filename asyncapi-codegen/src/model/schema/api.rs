//! What the API asks of a type beside what its schema says.

use super::{Schemas, Wanted};
use crate::model::{Docs, Shape, TypeUse};
use crate::source::Span;

impl Schemas<'_> {
    /// The type of a whole payload: one with rules that no field carries becomes a type of its own, which checks them.
    pub fn whole(&mut self, ty: TypeUse, hint: &str, docs: Docs, span: Span) -> TypeUse {
        if !matches!(ty, TypeUse::Ruled(..)) {
            return ty;
        }
        let id = self.reserve(Wanted::Own(hint.to_owned()), span);
        self.define(id, Shape::Newtype(ty), docs);
        TypeUse::Named(id)
    }
}

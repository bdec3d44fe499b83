//! The properties of a struct, one by one.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::{Types, doc_attributes, docs, ident};
use crate::model::{Builtin, Field, Literal, Presence, Shape, Struct, TypeUse};

/// A field, with the local variable that it is read into.
pub(super) struct Slot<'a> {
    pub(super) field: &'a Field,
    pub(super) local: Ident,
}

/// Names that the generated reader uses itself.
const READER_NAMES: &[&str] = &["map", "at"];

impl Slot<'_> {
    /// Whether the struct has a field for it: constants need none.
    pub(super) fn is_held(&self) -> bool {
        !matches!(self.field.presence, Presence::Constant(_))
    }

    pub(super) fn declare(&self, rt: &TokenStream) -> TokenStream {
        let local = &self.local;
        if self.is_held() { quote!(let mut #local = #rt::None;) } else { quote!(let mut #local = false;) }
    }

    /// A constant has no field that would miss it.
    pub(super) fn demand(&self) -> Option<TokenStream> {
        let (local, wire) = (&self.local, &self.field.wire);
        (!self.is_held()).then(|| quote!(map.present(#local, #wire)?;))
    }
}

impl Types<'_> {
    pub(super) fn slots<'s>(&self, object: &'s Struct) -> Vec<Slot<'s>> {
        let taken = |name: &str| object.fields.iter().any(|field| field.name.0 == name);
        let local = |field: &Field| {
            if !READER_NAMES.contains(&field.name.0.as_str()) {
                return ident(&field.name);
            }
            let mut name = format!("{}_field", field.name.0);
            while taken(&name) {
                name.push('_');
            }
            Ident::new(&name, Span::call_site())
        };
        object.fields.iter().map(|field| Slot { field, local: local(field) }).collect()
    }

    pub(super) fn declaration(&self, slot: &Slot<'_>) -> Option<TokenStream> {
        let rt = self.rt;
        let field = slot.field;
        let (name, ty) = (ident(&field.name), self.ty(&field.ty));
        let docs = doc_attributes(&field.docs, &format!("Property {}.", docs::code(&field.wire)));
        match field.presence {
            Presence::Required | Presence::Default(_) => Some(quote!(#docs pub #name: #ty)),
            Presence::Optional => Some(quote!(#docs pub #name: #rt::Option<#ty>)),
            Presence::Constant(_) => None,
        }
    }

    pub(super) fn read_slot(&self, slot: &Slot<'_>) -> TokenStream {
        let (local, wire) = (&slot.local, &slot.field.wire);
        match &slot.field.presence {
            Presence::Constant(value) => {
                let value = self.literal(value);
                quote!(map.constant(&mut #local, #wire, &#value)?)
            }
            _ => quote!(map.read(&mut #local, #wire)?),
        }
    }

    pub(super) fn slot_value(&self, slot: &Slot<'_>) -> Option<TokenStream> {
        let (local, wire, name) = (&slot.local, &slot.field.wire, ident(&slot.field.name));
        match &slot.field.presence {
            Presence::Required => Some(quote!(#name: map.required(#local, #wire)?)),
            Presence::Optional if *local == name => Some(quote!(#name)),
            Presence::Optional => Some(quote!(#name: #local)),
            Presence::Default(value) => {
                if is_empty(value) {
                    return Some(quote!(#name: #local.unwrap_or_default()));
                }
                // Only what allocates is made when it is needed.
                let lazy = !matches!(value, Literal::Number(_) | Literal::Bool(_))
                    && !matches!(slot.field.ty, TypeUse::Named(_));
                let value = self.default_value(value, &slot.field.ty);
                Some(if lazy {
                    quote!(#name: #local.unwrap_or_else(|| #value))
                } else {
                    quote!(#name: #local.unwrap_or(#value))
                })
            }
            Presence::Constant(_) => None,
        }
    }

    /// A default as an expression; the model gives only scalars here, and lists and maps of them.
    pub(super) fn default_value(&self, value: &Literal, ty: &TypeUse) -> TokenStream {
        let rt = self.rt;
        match (ty, value) {
            (TypeUse::Ruled(ty, _), value) => self.default_value(value, ty),
            (TypeUse::Named(id), value) => {
                let definition = self.get(*id);
                let variant = definition.and_then(|definition| match &definition.shape {
                    Shape::Enum(values) => values.iter().find(|it| it.literal == *value),
                    _ => None,
                });
                let (name, variant) = (self.ty(ty), variant.map(|variant| ident(&variant.name)));
                quote!(#name::#variant)
            }
            (TypeUse::List(_) | TypeUse::Map(_), value) if is_empty(value) => quote!(#rt::Default::default()),
            (TypeUse::List(ty), Literal::Array(items)) => {
                let items = items.iter().map(|item| self.default_value(item, ty));
                quote!(#rt::From::from([#(#items),*]))
            }
            (TypeUse::Map(ty), Literal::Object(entries)) => {
                let entries = entries.iter().map(|(key, value)| {
                    let value = self.default_value(value, ty);
                    quote!((#rt::text(#key), #value))
                });
                quote!(#rt::From::from([#(#entries),*]))
            }
            (_, Literal::String(text)) => quote!(#rt::text(#text)),
            (_, Literal::Bool(value)) => quote!(#value),
            (TypeUse::Builtin(Builtin::F32), Literal::Number(text)) => {
                let value = proc_macro2::Literal::f32_unsuffixed(text.parse().unwrap_or_default());
                quote!(#value)
            }
            (TypeUse::Builtin(Builtin::F64), Literal::Number(text)) => {
                let value = proc_macro2::Literal::f64_unsuffixed(text.parse().unwrap_or_default());
                quote!(#value)
            }
            (_, Literal::Number(text)) => text.parse().unwrap_or_else(|_| quote!(0)),
            _ => quote!(#rt::Json::Null),
        }
    }
}

/// Whether a default is a list or a map with nothing in it.
fn is_empty(value: &Literal) -> bool {
    match value {
        Literal::Array(items) => items.is_empty(),
        Literal::Object(entries) => entries.is_empty(),
        _ => false,
    }
}

//! Uses of types.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Types, ident};
use crate::model::{Builtin, Integer, TypeUse};

impl Types<'_> {
    /// The Rust type of a use.
    #[must_use]
    pub fn ty(&self, ty: &TypeUse) -> TokenStream {
        let rt = self.rt;
        match ty {
            TypeUse::Named(id) => {
                let Some(definition) = self.get(*id) else { return quote!(#rt::Json) };
                let name = ident(&definition.name);
                match self.model.types_path.as_ref().and_then(|path| path.parse::<TokenStream>().ok()) {
                    Some(path) => quote!(#path::#name),
                    None => quote!(#name),
                }
            }
            TypeUse::Builtin(builtin) => self.builtin(*builtin),
            TypeUse::Path(path) => path.parse().unwrap_or_else(|_| quote!(#rt::Json)),
            TypeUse::Nullable(ty) => {
                let ty = self.ty(ty);
                quote!(#rt::Option<#ty>)
            }
            TypeUse::List(ty) => {
                let ty = self.ty(ty);
                quote!(#rt::Vec<#ty>)
            }
            TypeUse::Map(ty) => {
                let ty = self.ty(ty);
                quote!(#rt::BTreeMap<#rt::String, #ty>)
            }
            TypeUse::Ruled(ty, _) => self.ty(ty),
            TypeUse::Tuple(items) => {
                let items = items.iter().map(|ty| self.ty(ty));
                quote!((#(#items,)*))
            }
            TypeUse::Boxed(ty) => {
                let ty = self.ty(ty);
                quote!(#rt::Box<#ty>)
            }
        }
    }

    fn builtin(&self, builtin: Builtin) -> TokenStream {
        let rt = self.rt;
        match builtin {
            Builtin::Json => quote!(#rt::Json),
            Builtin::Bool => quote!(bool),
            Builtin::String => quote!(#rt::String),
            Builtin::Integer(size) => integer(size),
            Builtin::F32 => quote!(f32),
            Builtin::F64 => quote!(f64),
            Builtin::Uuid => quote!(#rt::Uuid),
            Builtin::DateTime => quote!(#rt::DateTime),
            Builtin::Date => quote!(#rt::Date),
            Builtin::Time => quote!(#rt::Time),
            Builtin::Base64 | Builtin::Bytes => quote!(#rt::Bytes),
            Builtin::Null => quote!(()),
            Builtin::Never => quote!(#rt::Never),
        }
    }
}

fn integer(size: Integer) -> TokenStream {
    match size {
        Integer::I8 => quote!(i8),
        Integer::I16 => quote!(i16),
        Integer::I32 => quote!(i32),
        Integer::I64 => quote!(i64),
        Integer::I128 => quote!(i128),
        Integer::U8 => quote!(u8),
        Integer::U16 => quote!(u16),
        Integer::U32 => quote!(u32),
        Integer::U64 => quote!(u64),
        Integer::U128 => quote!(u128),
    }
}

//! Uses of types.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Types, ident};
use crate::model::{Builtin, Integer, TypeId, TypeUse};

impl Types<'_> {
    /// The Rust type of a use.
    #[must_use]
    pub fn ty(&self, ty: &TypeUse) -> TokenStream {
        let rt = self.rt;
        let named = |id| {
            let Some(definition) = self.get(id) else { return quote!(#rt::Json) };
            let name = ident(&definition.name);
            let path = self.model.types_path.as_ref().filter(|_| self.model.shared.contains(&id));
            match path.and_then(|path| path.parse::<TokenStream>().ok()) {
                Some(path) => quote!(#path::#name),
                None => quote!(#name),
            }
        };
        type_use(rt, ty, &named)
    }
}

/// The Rust type of a use; `named` says how a type of the model is written where it stands.
pub(in crate::emit) fn type_use(rt: &TokenStream, ty: &TypeUse, named: &dyn Fn(TypeId) -> TokenStream) -> TokenStream {
    let inner = |ty: &TypeUse| type_use(rt, ty, named);
    match ty {
        TypeUse::Named(id) => named(*id),
        TypeUse::Builtin(builtin) => self::builtin(rt, *builtin),
        TypeUse::Path(path) => path.parse().unwrap_or_else(|_| quote!(#rt::Json)),
        TypeUse::Ruled(ty, _) => inner(ty),
        TypeUse::Nullable(ty) => {
            let ty = inner(ty);
            quote!(#rt::Option<#ty>)
        }
        TypeUse::List(ty) => {
            let ty = inner(ty);
            quote!(#rt::Vec<#ty>)
        }
        TypeUse::Map(ty) => {
            let ty = inner(ty);
            quote!(#rt::BTreeMap<#rt::String, #ty>)
        }
        TypeUse::KeyedMap(key, ty) => {
            let (key, ty) = (self::builtin(rt, *key), inner(ty));
            quote!(#rt::BTreeMap<#key, #ty>)
        }
        TypeUse::Tuple(items) => {
            let items = items.iter().map(inner);
            quote!((#(#items,)*))
        }
        TypeUse::Boxed(ty) => {
            let ty = inner(ty);
            quote!(#rt::Box<#ty>)
        }
    }
}

fn builtin(rt: &TokenStream, builtin: Builtin) -> TokenStream {
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
        Builtin::Octets(length) => {
            let length = proc_macro2::Literal::u32_unsuffixed(length);
            quote!([::core::primitive::u8; #length])
        }
        Builtin::Decimal => quote!(#rt::avro::Decimal),
        Builtin::TimeOfDay => quote!(#rt::avro::TimeOfDay),
        Builtin::LocalDateTime => quote!(#rt::avro::LocalDateTime),
        Builtin::Duration => quote!(#rt::avro::Duration),
        Builtin::Protobuf(name) => {
            let name = proc_macro2::Ident::new(name, proc_macro2::Span::call_site());
            quote!(#rt::protobuf::#name)
        }
        Builtin::Null => quote!(()),
        Builtin::Never => quote!(#rt::Never),
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

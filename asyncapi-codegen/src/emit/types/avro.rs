//! Types of Avro schemas: the same structs and enums, with a `Datum` in the place of their `Wire`.

use proc_macro2::{Ident, Literal as Token, TokenStream};
use quote::quote;

use super::{Types, doc_attributes, further, ident};
use crate::emit::item::avro_schema;
use crate::model::avro::{Avro, Encoding, Kind};
use crate::model::{EnumValue, Message, Presence, Shape, Struct, TypeDefinition, TypeUse, Union};

/// ```text
/// static ORDER_MESSAGE__AVRO: rt::avro::Schema =
///     rt::avro::Schema::new("{…}", 0x…, rt::avro::Kind::Named("com.acme.Order"), rt::avro::Encoding::Datum);
/// ```
pub(in crate::emit) fn emit_avro_schema(message: &Message) -> Option<TokenStream> {
    let contract = message.avro.as_ref()?;
    let (name, text) = (avro_schema(message), &contract.schema);
    let fingerprint = Token::u64_unsuffixed(contract.fingerprint);
    let kind = emit_kind(&quote!(rt), &contract.kind);
    let encoding = match contract.encoding {
        Encoding::Datum => quote!(Datum),
        Encoding::SingleObject => quote!(SingleObject),
        Encoding::Json => quote!(Json),
    };
    Some(quote! {
        static #name: rt::avro::Schema =
            rt::avro::Schema::new(#text, #fingerprint, #kind, rt::avro::Encoding::#encoding);
    })
}

fn emit_kind(rt: &TokenStream, kind: &Kind) -> TokenStream {
    let inner = |kind: &Kind| {
        let kind = emit_kind(rt, kind);
        quote!(&#kind)
    };
    let kind = match kind {
        Kind::Plain(name) => {
            let name = Ident::new(name, proc_macro2::Span::call_site());
            quote!(#name)
        }
        Kind::Array(kind) => {
            let kind = inner(kind);
            quote!(Array(#kind))
        }
        Kind::Map(kind) => {
            let kind = inner(kind);
            quote!(Map(#kind))
        }
        Kind::Nullable(kind) => {
            let kind = inner(kind);
            quote!(Nullable(#kind))
        }
        Kind::Named(name) => quote!(Named(#name)),
        Kind::Fixed(name, length) => {
            let length = Token::usize_unsuffixed(*length);
            quote!(Fixed(#name, #length))
        }
        Kind::Decimal { of, precision, scale } => {
            let of = inner(of);
            let (precision, scale) = (Token::u32_unsuffixed(*precision), Token::u32_unsuffixed(*scale));
            quote!(Decimal { of: #of, precision: #precision, scale: #scale })
        }
        Kind::Uuid(of) => {
            let of = inner(of);
            quote!(Uuid(#of))
        }
        Kind::Duration(name) => quote!(Duration(#name)),
    };
    quote!(#rt::avro::Kind::#kind)
}

impl Types<'_> {
    /// The definition of a type of an Avro schema; `None` where it is none, or the user put another in its place.
    pub(super) fn avro(&self, definition: &TypeDefinition, avro: &Avro) -> Option<TokenStream> {
        match (avro, &definition.shape) {
            (Avro::Record { name, kinds }, Shape::Struct(it)) => Some(self.avro_record(definition, it, name, kinds)),
            (Avro::Enum { default, .. }, Shape::Enum(values)) => {
                Some(self.avro_enum(definition, values, default.as_ref().map(ident).as_ref()))
            }
            (Avro::Union(branches), Shape::Union(it)) => Some(self.avro_union(definition, it, branches)),
            (Avro::Fixed(name, length), Shape::Newtype(ty)) => Some(self.avro_fixed(definition, ty, name, *length)),
            _ => None,
        }
    }

    // ```
    // /// docs
    // pub struct Order { pub id: i64, pub note: rt::Option<rt::String> }     // and `new`, `Default`: as any struct
    // impl rt::avro::Record for Order { const NAME …; const FIELDS …; fn visit … }
    // impl rt::avro::Datum for Order { read, write }
    // rt::avro_impls!(Order, rt::avro::Kind::Named("com.acme.Order"));
    // ```
    fn avro_record(&self, definition: &TypeDefinition, object: &Struct, full: &str, kinds: &[Kind]) -> TokenStream {
        let rt = self.rt;
        let name = ident(&definition.name);
        let slots = self.slots(object);
        let declaration = self.object_declaration(definition, object, &slots);
        let fields = slots.iter().zip(kinds).map(|(slot, kind)| {
            let (wire, kind) = (&slot.field.wire, emit_kind(rt, kind));
            quote!((#wire, #kind))
        });
        let locals = slots.iter().map(|slot| &slot.local);
        let arms = slots.iter().enumerate().map(|(at, slot)| {
            let (at, local) = (Token::usize_unsuffixed(at), &slot.local);
            quote!(#at => map.read(&mut #local)?,)
        });
        let values = slots.iter().map(|slot| match &slot.field.presence {
            // `null` and, in JSON, absent.
            Presence::Optional => {
                let (name, local) = (ident(&slot.field.name), &slot.local);
                quote!(#name: #local.flatten())
            }
            _ => self.slot_value(slot).unwrap_or_default(),
        });
        let body = if slots.is_empty() {
            quote!(while map.next()?.is_some() {
                map.skip()?;
            })
        } else {
            quote!(while let #rt::Some(at) = map.next()? { match at { #(#arms)* _ => map.skip()?, } })
        };
        let names: Vec<Ident> = slots.iter().map(|slot| ident(&slot.field.name)).collect();
        let mutable = (!names.is_empty()).then(|| quote!(mut));
        quote! {
            #declaration
            impl #rt::avro::Record for #name {
                const NAME: &'static str = #full;
                const FIELDS: &'static [(&'static str, #rt::avro::Kind)] = &[#(#fields),*];
                fn visit<'de, A: #rt::MapAccess<'de>>(
                    mut map: #rt::avro::RecordFields<'_, A>,
                ) -> #rt::Result<Self, A::Error> {
                    #(let mut #locals = #rt::None;)*
                    #body
                    #rt::Ok(Self { #(#values),* })
                }
            }
            impl #rt::avro::Datum for #name {
                fn read<'de, D: #rt::Deserializer<'de>>(
                    at: #rt::avro::At<'_>,
                    from: D,
                ) -> #rt::Result<Self, D::Error> {
                    #rt::avro::read_record(at, from)
                }
                fn write<S: #rt::Serializer>(
                    &self,
                    at: #rt::avro::At<'_>,
                    to: S,
                ) -> #rt::Result<S::Ok, S::Error> {
                    let #mutable record = #rt::avro::RecordWriter::new::<Self>(at, to)?;
                    #(record.field(&self.#names)?;)*
                    record.end()
                }
            }
            #rt::avro_impls!(#name, #rt::avro::Kind::Named(#full));
        }
    }

    // ```
    // /// docs
    // pub enum State { Open, Shipped }                                        // as any enum of strings
    // impl rt::Default for State { … }                                        // where the schema has a default symbol
    // impl rt::avro::Datum for State { read, write }
    // ```
    fn avro_enum(&self, definition: &TypeDefinition, values: &[EnumValue], default: Option<&Ident>) -> TokenStream {
        let rt = self.rt;
        let name = ident(&definition.name);
        let declaration = self.scalar_enum(definition, values);
        let default_impl = default.map(|symbol| {
            quote! {
                impl #rt::Default for #name {
                    fn default() -> Self { Self::#symbol }
                }
            }
        });
        let default = default.map_or_else(|| quote!(#rt::None), |symbol| quote!(#rt::Some(Self::#symbol)));
        quote! {
            #declaration
            #default_impl
            impl #rt::avro::Datum for #name {
                fn read<'de, D: #rt::Deserializer<'de>>(
                    _: #rt::avro::At<'_>,
                    from: D,
                ) -> #rt::Result<Self, D::Error> {
                    #rt::avro::read_symbol(from, #default)
                }
                fn write<S: #rt::Serializer>(
                    &self,
                    _: #rt::avro::At<'_>,
                    to: S,
                ) -> #rt::Result<S::Ok, S::Error> {
                    to.serialize_str(self.as_str())
                }
            }
        }
    }

    // ```
    // /// docs
    // pub enum Value { Long(i64), Order(Order) }
    // impl ::core::convert::From<Order> for Value { … }                      // one per named type
    // impl rt::avro::Union for Value { const NAME …; const BRANCHES …; fn visit … }
    // impl rt::avro::Datum for Value { read, write }
    // rt::avro_impls!(Value, rt::avro::Kind::Union);
    // ```
    fn avro_union(&self, definition: &TypeDefinition, union: &Union, branches: &[(String, Kind)]) -> TokenStream {
        let rt = self.rt;
        let name = ident(&definition.name);
        let shown = &definition.name.0;
        let docs = doc_attributes(&definition.docs, "A union: one of several types.");
        let derives = self.derives(&further(definition.traits));
        let names: Vec<Ident> = union.arms.iter().map(|arm| ident(&arm.name)).collect();
        let types: Vec<TokenStream> = union.arms.iter().map(|arm| self.ty(&arm.ty)).collect();
        let arm_docs = union.arms.iter().map(|arm| doc_attributes(&arm.docs, "A branch of the union."));
        let conversions = self.conversions(&name, union);
        let numbers: Vec<Token> = (0..names.len()).map(Token::usize_unsuffixed).collect();
        let branches = branches.iter().map(|(wire, kind)| {
            let kind = emit_kind(rt, kind);
            quote!((#wire, #kind))
        });
        quote! {
            #docs
            #derives
            pub enum #name { #(#arm_docs #names(#types),)* }
            #conversions
            impl #rt::avro::Union for #name {
                const NAME: &'static str = #shown;
                const BRANCHES: &'static [#rt::avro::Branch] = &[#(#branches),*];
                fn visit<'de, A: #rt::avro::VariantAccess<'de>>(
                    branch: usize,
                    content: #rt::avro::Content<'_, A>,
                ) -> #rt::Result<Self, A::Error> {
                    match branch {
                        #(#numbers => content.read().map(Self::#names),)*
                        _ => content.refuse(),
                    }
                }
            }
            impl #rt::avro::Datum for #name {
                fn read<'de, D: #rt::Deserializer<'de>>(
                    at: #rt::avro::At<'_>,
                    from: D,
                ) -> #rt::Result<Self, D::Error> {
                    #rt::avro::read_union(at, from)
                }
                fn write<S: #rt::Serializer>(
                    &self,
                    at: #rt::avro::At<'_>,
                    to: S,
                ) -> #rt::Result<S::Ok, S::Error> {
                    match self {
                        #(Self::#names(value) => #rt::avro::write_branch::<Self, _, S>(#numbers, value, at, to),)*
                    }
                }
            }
            #rt::avro_impls!(#name, #rt::avro::Kind::Union);
        }
    }

    // ```
    // /// docs
    // pub struct Md5(pub [::core::primitive::u8; 16]);
    // rt::newtype!(plain Md5([::core::primitive::u8; 16]));
    // impl rt::avro::Datum for Md5 { read, write }
    // rt::avro_impls!(Md5, rt::avro::Kind::Fixed("com.acme.Md5", 16));
    // ```
    fn avro_fixed(&self, definition: &TypeDefinition, ty: &TypeUse, full: &str, length: usize) -> TokenStream {
        let rt = self.rt;
        let name = ident(&definition.name);
        let docs = doc_attributes(&definition.docs, "Bytes of a fixed number.");
        let derives = self.derives(&further(definition.traits));
        let inner = self.ty(ty);
        let kind = emit_kind(rt, &Kind::Fixed(full.to_owned(), length));
        quote! {
            #docs
            #derives
            pub struct #name(pub #inner);
            #rt::newtype!(plain #name(#inner));
            impl #rt::avro::Datum for #name {
                fn read<'de, D: #rt::Deserializer<'de>>(
                    at: #rt::avro::At<'_>,
                    from: D,
                ) -> #rt::Result<Self, D::Error> {
                    #rt::avro::Datum::read(at, from).map(Self)
                }
                fn write<S: #rt::Serializer>(
                    &self,
                    at: #rt::avro::At<'_>,
                    to: S,
                ) -> #rt::Result<S::Ok, S::Error> {
                    #rt::avro::Datum::write(&self.0, at, to)
                }
            }
            #rt::avro_impls!(#name, #kind);
        }
    }
}

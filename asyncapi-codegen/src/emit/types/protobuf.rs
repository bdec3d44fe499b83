//! Types of Protobuf schemas: structs and enums, with a `Message` in the place of their `Wire`.

use proc_macro2::{Ident, Literal as Token, Span, TokenStream};
use quote::{format_ident, quote};

use super::field::Slot;
use super::{Types, doc_attributes, docs, further, ident};
use crate::model::protobuf::{Default, Field, How, Kind, Protobuf};
use crate::model::{EnumValue, Literal, Name, Presence, Shape, Struct, TypeDefinition, TypeId, TypeUse, Union};

/// Clippy warns of functions with more arguments than this.
const MOST_ARGUMENTS: usize = 7;

impl Types<'_> {
    /// The definition of a type of a Protobuf schema; `None` where the user put another in its place.
    pub(super) fn protobuf(&self, definition: &TypeDefinition, protobuf: &Protobuf) -> Option<TokenStream> {
        match (protobuf, &definition.shape) {
            (Protobuf::Message { name, fields }, Shape::Struct(it)) => {
                Some(self.protobuf_message(definition, it, name, fields))
            }
            (Protobuf::Enum { numbers, aliases, other }, Shape::Enum(values)) => {
                Some(self.protobuf_enum(definition, values, numbers, aliases, other))
            }
            (Protobuf::OneOf(arms), Shape::Union(it)) => Some(self.protobuf_one_of(definition, it, arms)),
            _ => None,
        }
    }

    // ```
    // /// docs
    // #[derive(Debug, Clone, PartialEq, Default)]
    // pub struct Order { pub id: i64, pub note: rt::Option<rt::String>, pub way: rt::Option<OrderWay> }
    // impl Order { pub fn new(…) -> Self; pub fn note_or_default(&self) -> &str }    // where proto2 has such
    // impl rt::protobuf::Message for Order { const NAME …; fn write(…); fn read(…) }
    // ```
    fn protobuf_message(
        &self,
        definition: &TypeDefinition,
        object: &Struct,
        full: &str,
        fields: &[Field],
    ) -> TokenStream {
        let rt = self.rt;
        let name = ident(&definition.name);
        let docs = doc_attributes(&definition.docs, "A message.");
        let mut more = further(definition.traits);
        more.push("Default");
        let derives = self.derives(&more);
        let slots = self.slots(object);
        let declarations = slots.iter().map(|slot| {
            let (name, ty) = (ident(&slot.field.name), self.ty(&slot.field.ty));
            let docs = doc_attributes(&slot.field.docs, &format!("Field {}.", docs::code(&slot.field.wire)));
            let optional = slot.field.presence == Presence::Optional;
            let ty = if optional { quote!(#rt::Option<#ty>) } else { ty };
            quote!(#docs pub #name: #ty)
        });
        let own =
            [self.required(&slots)].into_iter().chain(slots.iter().zip(fields).map(|(s, f)| self.default_of(s, f)));
        let own = self.own(&name, &own.collect::<Vec<_>>());
        let mut writes: Vec<_> = slots.iter().zip(fields).map(|(slot, field)| self.write_field(slot, field)).collect();
        writes.sort_by_key(|(number, _)| *number);
        let writes = writes.into_iter().map(|(_, write)| write);
        let reads = slots.iter().zip(fields).map(|(slot, field)| self.read_field(slot, field));
        let needed = fields.iter().filter(|field| matches!(field.how, How::Required(_)));
        let mut needed: Vec<u32> = needed.flat_map(|field| field.numbers.clone()).collect();
        needed.sort_unstable();
        let needed = needed.into_iter().map(Token::u32_unsuffixed);
        let needed = quote!(&[#(#needed),*]);
        let needed = (needed.to_string() != "& []").then(|| quote!(const REQUIRED: &'static [u32] = #needed;));
        let to = Ident::new(if fields.is_empty() { "_" } else { "to" }, Span::call_site());
        let match_fields = if fields.is_empty() {
            quote!(field.skip())
        } else {
            quote!(match field.number() { #(#reads)* _ => field.skip(), })
        };
        quote! {
            #docs
            #derives
            pub struct #name { #(#declarations,)* }
            #own
            impl #rt::protobuf::Message for #name {
                const NAME: &'static str = #full;
                #needed
                fn write(&self, #to: &mut #rt::protobuf::Writer) { #(#writes)* }
                fn read(&mut self, field: &mut #rt::protobuf::Field<'_, '_>) -> #rt::protobuf::Read { #match_fields }
            }
        }
    }

    /// `new` of what has required fields beside others.
    fn required(&self, slots: &[Slot<'_>]) -> TokenStream {
        let rt = self.rt;
        let required: Vec<_> = slots.iter().filter(|slot| slot.field.presence == Presence::Required).collect();
        if required.is_empty() || required.len() == slots.len() {
            return TokenStream::new();
        }
        let allowed = (required.len() > MOST_ARGUMENTS).then(|| quote!(#[allow(clippy::too_many_arguments)]));
        let names: Vec<Ident> = required.iter().map(|slot| ident(&slot.field.name)).collect();
        let types = required.iter().map(|slot| self.ty(&slot.field.ty));
        quote! {
            /// With what is required; the rest is absent.
            #[must_use]
            #allowed
            #[inline]
            pub fn new(#(#names: #types),*) -> Self { Self { #(#names,)* ..#rt::Default::default() } }
        }
    }

    /// The value of an optional field, or its default.
    fn default_of(&self, slot: &Slot<'_>, field: &Field) -> TokenStream {
        let Some(default) = &field.default else { return TokenStream::new() };
        let field_name = ident(&slot.field.name);
        let name = format_ident!("{}_or_default", slot.field.name.0.trim_start_matches("r#"));
        let ty = self.ty(&slot.field.ty);
        let of_enum = |id: &TypeId| self.get(*id).map(|it| &it.name);
        let (ty, value, by) = match default {
            Default::Bool(value) => (ty, quote!(#value), quote!(self.#field_name)),
            Default::Integer(text) => (ty, text.parse().unwrap_or_else(|_| quote!(0)), quote!(self.#field_name)),
            Default::Float(text) => {
                (ty.clone(), float(&ty, text.parse().unwrap_or_default()), quote!(self.#field_name))
            }
            Default::Text(text) => (quote!(&str), quote!(#text), quote!(self.#field_name.as_deref())),
            Default::Bytes(bytes) => {
                let bytes = Token::byte_string(bytes);
                (quote!(&[u8]), quote!(#bytes), quote!(self.#field_name.as_deref()))
            }
            Default::Variant(variant) => {
                let variant = ident(variant);
                let of = if let TypeUse::Named(id) = &slot.field.ty { of_enum(id) } else { None };
                if of.is_none() {
                    return TokenStream::new();
                }
                (ty.clone(), quote!(#ty::#variant), quote!(self.#field_name))
            }
        };
        let said = format!("{}, or its default.", docs::code(&slot.field.wire));
        quote! {
            #[doc = #said]
            #[must_use]
            #[inline]
            pub fn #name(&self) -> #ty { #by.unwrap_or(#value) }
        }
    }

    /// `rt::protobuf::Int64`, as an argument.
    fn kind(&self, kind: Kind) -> TokenStream {
        let rt = self.rt;
        let scalar = |name: &str| Ident::new(name, Span::call_site());
        match kind {
            Kind::Scalar(name) => {
                let name = scalar(name);
                quote!(#rt::protobuf::#name)
            }
            Kind::Message => quote!(#rt::protobuf::Embedded),
            Kind::Enum => quote!(#rt::protobuf::Number),
            Kind::Wrapped(name) => {
                let name = scalar(name);
                quote!(#rt::protobuf::Wrapped(#rt::protobuf::#name))
            }
        }
    }

    /// What writes a field, and the number by which it is in order.
    fn write_field(&self, slot: &Slot<'_>, field: &Field) -> (u32, TokenStream) {
        let name = ident(&slot.field.name);
        let first = field.numbers.iter().copied().min().unwrap_or_default();
        let number = Token::u32_unsuffixed(first);
        let write = match &field.how {
            How::Plain(kind) => {
                let kind = self.kind(*kind);
                quote!(to.plain(#number, #kind, &self.#name);)
            }
            How::Optional(kind) => {
                let kind = self.kind(*kind);
                quote!(to.optional(#number, #kind, &self.#name);)
            }
            How::Required(kind) => {
                let kind = self.kind(*kind);
                quote!(to.value(#number, #kind, &self.#name);)
            }
            How::Repeated(kind) => {
                let kind = self.kind(*kind);
                quote!(to.repeated(#number, #kind, &self.#name);)
            }
            How::Packed(kind) => {
                let kind = self.kind(*kind);
                quote!(to.packed(#number, #kind, &self.#name);)
            }
            How::Map(key, value) => {
                let (key, value) = (self.kind(*key), self.kind(*value));
                quote!(to.map(#number, #key, #value, &self.#name);)
            }
            How::OneOf => quote!(to.one_of(&self.#name);),
        };
        (first, write)
    }

    fn read_field(&self, slot: &Slot<'_>, field: &Field) -> TokenStream {
        let name = ident(&slot.field.name);
        let numbers = field.numbers.iter().map(|number| Token::u32_unsuffixed(*number));
        let read = match &field.how {
            How::Plain(kind) | How::Required(kind) => {
                let kind = self.kind(*kind);
                quote!(field.value(#kind, &mut self.#name))
            }
            How::Optional(kind) => {
                let kind = self.kind(*kind);
                quote!(field.optional(#kind, &mut self.#name))
            }
            How::Repeated(kind) | How::Packed(kind) => {
                let kind = self.kind(*kind);
                quote!(field.repeated(#kind, &mut self.#name))
            }
            How::Map(key, value) => {
                let (key, value) = (self.kind(*key), self.kind(*value));
                quote!(field.map(#key, #value, &mut self.#name))
            }
            How::OneOf => quote!(field.one_of(&mut self.#name)),
        };
        quote!(#(#numbers)|* => #read,)
    }

    // ```
    // /// docs
    // pub enum OrderWay { Post(Address), Pick(rt::String) }
    // impl ::core::convert::From<Address> for OrderWay { … }                  // one per message that is there once
    // impl rt::protobuf::OneOf for OrderWay { fn write(…); fn read(…) }
    // ```
    fn protobuf_one_of(&self, definition: &TypeDefinition, union: &Union, arms: &[(u32, Kind)]) -> TokenStream {
        let rt = self.rt;
        let name = ident(&definition.name);
        let docs = doc_attributes(&definition.docs, "One of several fields.");
        let derives = self.derives(&further(definition.traits));
        let names: Vec<Ident> = union.arms.iter().map(|arm| ident(&arm.name)).collect();
        let types = union.arms.iter().map(|arm| self.ty(&arm.ty));
        let arm_docs = union.arms.iter().map(|arm| doc_attributes(&arm.docs, "The field of this name."));
        let conversions = self.conversions(&name, union);
        let numbers: Vec<Token> = arms.iter().map(|(number, _)| Token::u32_unsuffixed(*number)).collect();
        let kinds: Vec<TokenStream> = arms.iter().map(|(_, kind)| self.kind(*kind)).collect();
        let otherwise = (arms.len() > 1).then(|| quote!(_ => #rt::None,));
        let reads = arms.iter().zip(&numbers).zip(names.iter().zip(&kinds)).map(|(((_, of), number), (name, kind))| {
            if *of != Kind::Message {
                return quote!(#number => field.arm(#kind, this, Self::#name),);
            }
            let old = quote!(|old| match old { Self::#name(value) => #rt::Some(value), #otherwise });
            quote!(#number => field.merged_arm(#kind, this, Self::#name, #old),)
        });
        quote! {
            #docs
            #derives
            pub enum #name { #(#arm_docs #names(#types),)* }
            #conversions
            impl #rt::protobuf::OneOf for #name {
                fn write(&self, to: &mut #rt::protobuf::Writer) {
                    match self { #(Self::#names(value) => to.value(#numbers, #kinds, value),)* }
                }
                fn read(this: &mut #rt::Option<Self>, field: &mut #rt::protobuf::Field<'_, '_>) -> #rt::protobuf::Read {
                    match field.number() {
                        #(#reads)*
                        _ => field.skip(),
                    }
                }
            }
        }
    }

    // ```
    // /// docs
    // #[derive(Debug, Clone, PartialEq, Eq, Hash, Copy, PartialOrd, Ord)]
    // pub enum State { Open, Shipped, Other(i32) }
    // rt::protobuf_enum!(State { Open = 0 "STATE_OPEN", Shipped = 1 "STATE_SHIPPED" } Other, Open);
    // ```
    fn protobuf_enum(
        &self,
        definition: &TypeDefinition,
        values: &[EnumValue],
        numbers: &[i32],
        aliases: &[(Name, String, usize)],
        other: &Name,
    ) -> TokenStream {
        let rt = self.rt;
        let name = ident(&definition.name);
        let docs = doc_attributes(&definition.docs, "One of the values that the document names, or any other number.");
        let derives = self.derives(&["Eq", "Hash", "Copy", "PartialOrd", "Ord"]);
        let variants: Vec<Ident> = values.iter().map(|value| ident(&value.name)).collect();
        let texts: Vec<&str> = values
            .iter()
            .map(|value| if let Literal::String(text) = &value.literal { text.as_str() } else { "" })
            .collect();
        let variant_docs = values
            .iter()
            .zip(&texts)
            .map(|(value, text)| doc_attributes(&value.docs, &format!("The value {}.", docs::code(text))));
        let numbers = numbers.iter().map(|number| Token::i32_unsuffixed(*number));
        let other = ident(other);
        let first = variants.first();
        let constants = aliases.iter().filter_map(|(name, text, at)| {
            let (name, variant) = (ident(name), variants.get(*at)?);
            let said = format!("The value {}.", docs::code(text));
            Some(quote! {
                #[doc = #said]
                pub const #name: Self = Self::#variant;
            })
        });
        let own = self.own(&name, &constants.collect::<Vec<_>>());
        quote! {
            #docs
            #derives
            pub enum #name {
                #(#variant_docs #variants,)*
                /// A number that the document does not name.
                #other(i32),
            }
            #own
            #rt::protobuf_enum!(#name { #(#variants = #numbers #texts),* } #other, #first);
        }
    }
}

/// A literal of `f32` or `f64`, also where there is none.
fn float(ty: &TokenStream, value: f64) -> TokenStream {
    if value.is_nan() {
        return quote!(#ty::NAN);
    }
    if value.is_infinite() {
        return if value > 0.0 { quote!(#ty::INFINITY) } else { quote!(#ty::NEG_INFINITY) };
    }
    let value = Token::f64_unsuffixed(value);
    quote!(#value)
}

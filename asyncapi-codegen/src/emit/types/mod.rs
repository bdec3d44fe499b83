//! The types of the model as Rust: structs, enums, unions, newtypes and aliases, each with its `Wire`.
//!
//! Input: [`Model::types`]. Output: items. Invariant: names only `rt`, primitive types and absolute paths, so that the
//! output compiles wherever it stands.

mod arbitrary;
#[cfg(feature = "avro")]
mod avro;
mod conditions;
mod docs;
mod examples;
mod field;
mod objects;
#[cfg(feature = "protobuf")]
mod protobuf;
mod rules;
mod unions;
pub(super) mod uses;

use proc_macro2::{Ident, Literal as Token, Span, TokenStream};
use quote::quote;

#[cfg(any(feature = "avro", feature = "protobuf"))]
use crate::model::Foreign;
use crate::model::{EnumValue, Literal, Model, OpenEnum, Shape, Traits, TypeDefinition, TypeId, TypeUse};

use super::item::{ident, names};
#[cfg(feature = "avro")]
pub(super) use avro::emit_avro_schema;
use docs::doc_attributes;

/// What emitters of types have at hand.
pub struct Types<'a> {
    model: &'a Model,
    rt: &'a TokenStream,
}

impl std::fmt::Debug for Types<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Types").finish_non_exhaustive()
    }
}

/// The types of the model but those that the user has elsewhere (`types = …`). `rt` is the path to the runtime's names.
#[must_use]
pub fn emit_types(model: &Model, rt: &TokenStream) -> TokenStream {
    let types = Types::new(model, rt);
    let own = types.local();
    let definitions = own.flat_map(|definition| [types.definition(definition), types.arbitrary(definition)]);
    definitions.chain([types.conditions()]).collect()
}

/// The derives that hold for a type beside those that always do, but for `Default`.
fn further(traits: Traits) -> Vec<&'static str> {
    let all = [
        (traits.eq, "Eq"),
        (traits.hash, "Hash"),
        (traits.copy, "Copy"),
        (traits.ord, "PartialOrd"),
        (traits.ord, "Ord"),
    ];
    all.into_iter().filter(|(holds, _)| *holds).map(|(_, name)| name).collect()
}

/// The whole path of a derive: the user's module may have another of the name, or no prelude.
fn derive_path(name: &str) -> TokenStream {
    match name {
        "Debug" => quote!(::core::fmt::Debug),
        "Clone" => quote!(::core::clone::Clone),
        "Copy" => quote!(::core::marker::Copy),
        "Default" => quote!(::core::default::Default),
        "Hash" => quote!(::core::hash::Hash),
        _ => {
            let name = Ident::new(name, Span::call_site());
            quote!(::core::cmp::#name)
        }
    }
}

impl<'a> Types<'a> {
    /// Emits types of `model`.
    #[must_use]
    pub fn new(model: &'a Model, rt: &'a TokenStream) -> Self {
        Self { model, rt }
    }

    /// The types that stand here.
    fn local(&self) -> impl Iterator<Item = &'a TypeDefinition> {
        let model = self.model;
        (0..).map(TypeId).zip(&model.types).filter(|(id, _)| !model.shared.contains(id)).map(|(_, it)| it)
    }

    fn get(&self, id: TypeId) -> Option<&'a TypeDefinition> {
        self.model.types.get(id.0 as usize)
    }

    fn definition(&self, definition: &TypeDefinition) -> TokenStream {
        if let Some(foreign) = self.foreign(definition) {
            return foreign;
        }
        match &definition.shape {
            Shape::Struct(it) => self.object(definition, it),
            Shape::Enum(values) => self.scalar_enum(definition, values),
            Shape::OpenEnum(it) => self.open_enum(definition, it),
            Shape::Union(it) => self.union(definition, it),
            Shape::AnyOf(it) => self.any_of(definition, it),
            Shape::Newtype(ty) => self.newtype(definition, ty),
            Shape::Alias(ty) => self.alias(definition, ty),
        }
    }

    /// The definition of a type of a schema that is not JSON Schema.
    fn foreign(&self, definition: &TypeDefinition) -> Option<TokenStream> {
        match *definition.foreign.as_ref()? {
            #[cfg(feature = "avro")]
            Foreign::Avro(ref avro) => self.avro(definition, avro),
            #[cfg(feature = "protobuf")]
            Foreign::Protobuf(ref protobuf) => self.protobuf(definition, protobuf),
        }
    }

    /// The derives of a type: those that always hold, `more`, and the user's that are not among them.
    fn derives(&self, more: &[&str]) -> TokenStream {
        let mut names = vec!["Debug", "Clone", "PartialEq"];
        names.extend(more);
        let last = |path: &str| path.rsplit("::").next().unwrap_or_default().trim().to_owned();
        let users = self.model.derives.iter().filter(|path| !names.contains(&last(path).as_str()));
        let users = users.filter_map(|path| path.parse::<TokenStream>().ok());
        let names = names.iter().map(|name| derive_path(name));
        quote!(#[derive(#(#names),* #(, #users)*)])
    }

    // ```
    // /// docs
    // #[derive(Debug, Clone, PartialEq, Eq, Hash, Copy, PartialOrd, Ord)]
    // pub enum Color { Red, Green }
    // rt::text_enum!(Color { Red = "red", Green = "green" });
    // ```
    fn scalar_enum(&self, definition: &TypeDefinition, values: &[EnumValue]) -> TokenStream {
        let rt = self.rt;
        let name = ident(&definition.name);
        let docs = doc_attributes(&definition.docs, "One of the values that the document allows.");
        let derives = self.derives(&["Eq", "Hash", "Copy", "PartialOrd", "Ord"]);
        let variants: Vec<Ident> = values.iter().map(|value| ident(&value.name)).collect();
        let variant_docs = values.iter().map(|value| {
            doc_attributes(&value.docs, &format!("The value {}.", docs::code(&plain_text(&value.literal))))
        });
        let texts: Option<Vec<&str>> = values
            .iter()
            .map(|value| if let Literal::String(text) = &value.literal { Some(text.as_str()) } else { None })
            .collect();
        let more = match texts {
            Some(texts) => quote!(#rt::text_enum!(#name { #(#variants = #texts),* });),
            None => {
                let literals = values.iter().map(|value| self.literal(&value.literal));
                quote!(#rt::literal_enum!(#name { #(#variants = #literals),* });)
            }
        };
        quote! {
            #docs
            #derives
            pub enum #name { #(#variant_docs #variants,)* }
            #more
        }
    }

    // ```
    // /// docs
    // #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
    // pub enum Color { Red, Green, Other(rt::String) }
    // rt::open_text_enum!(Color { Red = "red", Green = "green" } Other);
    // ```
    fn open_enum(&self, definition: &TypeDefinition, it: &OpenEnum) -> TokenStream {
        let rt = self.rt;
        let name = ident(&definition.name);
        let docs = doc_attributes(&definition.docs, "A string, of which some have a name.");
        let derives = self.derives(&["Eq", "Hash", "PartialOrd", "Ord"]);
        let variants: Vec<Ident> = it.values.iter().map(|value| ident(&value.name)).collect();
        let texts: Vec<String> = it.values.iter().map(|value| plain_text(&value.literal)).collect();
        let variant_docs = it
            .values
            .iter()
            .zip(&texts)
            .map(|(value, text)| doc_attributes(&value.docs, &format!("The value {}.", docs::code(text))));
        let other = ident(&it.other);
        quote! {
            #docs
            #derives
            pub enum #name {
                #(#variant_docs #variants,)*
                /// Any other text.
                #other(#rt::String),
            }
            #rt::open_text_enum!(#name { #(#variants = #texts),* } #other);
        }
    }

    // ```
    // /// docs
    // pub type Tags = rt::Vec<rt::String>;
    // ```
    fn alias(&self, definition: &TypeDefinition, ty: &TypeUse) -> TokenStream {
        let name = ident(&definition.name);
        let docs = doc_attributes(&definition.docs, "A type of the document that Rust has a type for.");
        let ty = self.ty(ty);
        quote! {
            #docs
            pub type #name = #ty;
        }
    }

    // ```
    // /// docs
    // #[derive(Debug, Clone, PartialEq)]
    // pub struct RoomId(rt::String);
    // rt::newtype!(checked RoomId(rt::String)); // TryFrom, which checks; get, into_inner, Deref, AsRef
    // impl rt::Wire for RoomId { … }
    // rt::serde_impls!(RoomId);
    // ```
    // Without rules (a type that contains itself): `plain`, the field is public, and `From` takes the place of `TryFrom`.
    fn newtype(&self, definition: &TypeDefinition, ty: &TypeUse) -> TokenStream {
        let rt = self.rt;
        let name = ident(&definition.name);
        let docs = doc_attributes(&definition.docs, "A type of the document with rules of its own.");
        let derives = self.derives(&further(definition.traits));
        let inner = self.ty(ty);
        let mut checks = self.checks(&quote!(&self.0), ty);
        checks.extend(definition.rules.iter().map(|rule| self.rule(rule, &quote!(self))));
        checks.extend(self.valid_check(definition));
        let check = self.check_method(&checks);
        let (read, valid) = self.read_valid(definition, &quote!(#rt::arm(Self, from)));
        let visible = if checks.is_empty() { quote!(pub) } else { TokenStream::new() };
        let examples = self.own(&name, &[self.examples(definition)]);
        let made = if checks.is_empty() { quote!(plain) } else { quote!(checked) };
        quote! {
            #docs
            #derives
            pub struct #name(#visible #inner);
            #examples
            #rt::newtype!(#made #name(#inner));
            impl #rt::Wire for #name {
                fn read<'de, D: #rt::Deserializer<'de>>(from: D) -> #rt::Result<Self, D::Error> { #read }
                fn write<S: #rt::Serializer>(&self, to: S) -> #rt::Result<S::Ok, S::Error> {
                    #rt::Wire::write(&self.0, to)
                }
                #check
            }
            #valid
            #rt::serde_impls!(#name);
        }
    }

    /// `fn check`, where there is something to check.
    fn check_method(&self, checks: &[TokenStream]) -> TokenStream {
        if checks.is_empty() || self.model.unchecked {
            return TokenStream::new();
        }
        let rt = self.rt;
        self.check_function(&quote!(#(#checks?;)* #rt::Ok(())))
    }

    /// `fn check` with a body; its argument has a name where the body uses it.
    fn check_function(&self, body: &TokenStream) -> TokenStream {
        let rt = self.rt;
        let way = if names(body, "way") { quote!(way) } else { quote!(_) };
        quote! {
            #[inline]
            fn check(&self, #way: #rt::Way) -> #rt::Result<(), #rt::Violation> { #body }
        }
    }

    /// The check of a type's schema, where it has one.
    fn valid_check(&self, definition: &TypeDefinition) -> Option<TokenStream> {
        let rt = self.rt;
        definition.valid.map(|_| quote!(#rt::write_valid(self, way)))
    }

    // ```
    // impl rt::Valid for Order {
    //     fn schema() -> &'static rt::Schema { &ORDER_SCHEMA }
    //     fn read_typed<'de, D: rt::Deserializer<'de>>(from: D) -> rt::Result<Self, D::Error> { … }
    // }
    // ```
    /// The body of `read`, and what else a type with a schema needs; `read` is the body of one without.
    fn read_valid(&self, definition: &TypeDefinition, read: &TokenStream) -> (TokenStream, TokenStream) {
        let rt = self.rt;
        let Some(id) = definition.valid.filter(|_| !self.model.unchecked) else {
            return (read.clone(), TokenStream::new());
        };
        let (name, schema) = (ident(&definition.name), self.condition_ref(id));
        let valid = quote! {
            impl #rt::Valid for #name {
                fn schema() -> &'static #rt::Schema { #schema }
                fn read_typed<'de, D: #rt::Deserializer<'de>>(from: D) -> #rt::Result<Self, D::Error> { #read }
            }
        };
        (quote!(#rt::read_valid(from)), valid)
    }

    /// A value of `rt::Literal`.
    #[must_use]
    pub fn literal(&self, literal: &Literal) -> TokenStream {
        let rt = self.rt;
        match literal {
            Literal::Null => quote!(#rt::Literal::Null),
            Literal::Bool(value) => quote!(#rt::Literal::Bool(#value)),
            Literal::String(text) => quote!(#rt::Literal::String(#text)),
            Literal::Number(text) => match (text.parse::<i64>(), text.parse::<u64>(), text.parse::<f64>()) {
                (Ok(value), ..) => {
                    let value = Token::i64_unsuffixed(value);
                    quote!(#rt::Literal::Integer(#value))
                }
                (_, Ok(value), _) => {
                    let value = Token::u64_unsuffixed(value);
                    quote!(#rt::Literal::Unsigned(#value))
                }
                (.., Ok(value)) if value.is_finite() => {
                    let value = Token::f64_unsuffixed(value);
                    quote!(#rt::Literal::Number(#value))
                }
                _ => quote!(#rt::Literal::Null),
            },
            Literal::Array(items) => {
                let items = items.iter().map(|item| self.literal(item));
                quote!(#rt::Literal::Array(&[#(#items),*]))
            }
            Literal::Object(entries) => {
                let entries = entries.iter().map(|(key, value)| {
                    let value = self.literal(value);
                    quote!((#key, #value))
                });
                quote!(#rt::Literal::Object(&[#(#entries),*]))
            }
        }
    }
}

fn plain_text(literal: &Literal) -> String {
    match literal {
        Literal::String(text) | Literal::Number(text) => text.clone(),
        Literal::Bool(value) => value.to_string(),
        _ => "null".to_owned(),
    }
}

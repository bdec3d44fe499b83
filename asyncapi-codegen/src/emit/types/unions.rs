//! oneOf and anyOf.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::rules::all;
use super::{Types, doc_attributes, ident};
use crate::model::{Choice, JsonKind, Literal, TypeDefinition, TypeUse, Union};

impl Types<'_> {
    // ```
    // /// docs
    // #[derive(Debug, Clone, PartialEq)]
    // pub enum Shape { Circle(Circle), Square(Square) }
    // impl ::core::convert::From<Circle> for Shape { … }                     // one per arm, where the types differ
    // impl rt::Tagged for Shape { … }                                        // by tag only
    // impl rt::Wire for Shape { read, write, check }
    // rt::serde_impls!(Shape);
    // ```
    pub(super) fn union(&self, definition: &TypeDefinition, union: &Union) -> TokenStream {
        let rt = self.rt;
        let name = ident(&definition.name);
        let docs = doc_attributes(&definition.docs, "One of several alternatives.");
        let more: &[&str] = if definition.traits.eq { &["Eq"] } else { &[] };
        let derives = self.derives(more);
        let names: Vec<Ident> = union.arms.iter().map(|arm| ident(&arm.name)).collect();
        let types: Vec<TokenStream> = union.arms.iter().map(|arm| self.ty(&arm.ty)).collect();
        let arm_docs = union.arms.iter().map(|arm| doc_attributes(&arm.docs, "One of the alternatives."));
        let conversions = self.conversions(&name, union);
        let (read, tagged) = self.read_union(definition, union, &names);
        let check = self.check_union(definition, union, &names);
        quote! {
            #docs
            #derives
            pub enum #name { #(#arm_docs #names(#types),)* }
            #conversions
            #tagged
            impl #rt::Wire for #name {
                fn read<'de, D: #rt::Deserializer<'de>>(from: D) -> #rt::Result<Self, D::Error> { #read }
                fn write<S: #rt::Serializer>(&self, to: S) -> #rt::Result<S::Ok, S::Error> {
                    match self { #(Self::#names(value) => #rt::Wire::write(value, to),)* }
                }
                #check
            }
            #rt::serde_impls!(#name);
        }
    }

    /// `From` for each named type that stands in one arm only.
    pub(super) fn conversions(&self, name: &Ident, union: &Union) -> TokenStream {
        let mut all = TokenStream::new();
        for arm in &union.arms {
            let named = matches!(arm.ty, TypeUse::Named(id) if self.get(id).is_some_and(|it| !matches!(it.shape, crate::model::Shape::Alias(_))));
            if named && union.arms.iter().filter(|other| other.ty == arm.ty).count() == 1 {
                let (variant, ty) = (ident(&arm.name), self.ty(&arm.ty));
                all.extend(quote! {
                    impl ::core::convert::From<#ty> for #name {
                        fn from(value: #ty) -> Self { Self::#variant(value) }
                    }
                });
            }
        }
        all
    }

    fn read_union(&self, definition: &TypeDefinition, union: &Union, names: &[Ident]) -> (TokenStream, TokenStream) {
        let rt = self.rt;
        let name = ident(&definition.name);
        let shown = &definition.name.0;
        match &union.choice {
            Choice::Tag { property, values } => {
                let arms = values.iter().zip(names).map(|(values, variant)| self.tag_arm(values, variant));
                let tagged = quote! {
                    impl #rt::Tagged for #name {
                        const NAME: &'static str = #shown;
                        const TAG: &'static str = #property;
                        fn arm<'de, D: #rt::Deserializer<'de>>(tag: &#rt::Json, from: D) -> #rt::Result<Self, D::Error> {
                            match tag {
                                #(#arms)*
                                _ => #rt::Err(#rt::unknown_tag::<Self, D::Error>(tag)),
                            }
                        }
                    }
                };
                (quote!(#rt::read_tagged(from)), tagged)
            }
            Choice::JsonType(kinds) => {
                let every = kinds.iter().flatten().count() == 6;
                // An arm of no JSON type is one that nothing fits.
                let arms = kinds.iter().zip(names).filter(|(kinds, _)| !kinds.is_empty()).map(|(kinds, variant)| {
                    let kinds = kinds.iter().map(|kind| format_ident!("{}", kind_name(*kind)));
                    quote!(#(#rt::JsonKind::#kinds)|* => #rt::arm(Self::#variant, value),)
                });
                let otherwise =
                    if every { TokenStream::new() } else { quote!(_ => #rt::Err(#rt::no_variant(#shown)),) };
                let read =
                    quote!(#rt::read_buffered(from, |value| match #rt::json_kind(value) { #(#arms)* #otherwise }));
                (read, TokenStream::new())
            }
            Choice::Trial { exactly_one } => {
                let arms = union.arms.iter().zip(names).map(|(arm, variant)| {
                    let check = self.beyond_wire(&arm.ty);
                    quote!(#rt::trial(value, Self::#variant, #check))
                });
                let read = quote!(#rt::read_buffered(from, |value| #rt::no_arm(#shown, #exactly_one, [#(#arms),*])));
                (read, TokenStream::new())
            }
        }
    }

    fn tag_arm(&self, values: &[Literal], variant: &Ident) -> TokenStream {
        let rt = self.rt;
        let texts: Option<Vec<&str>> = values
            .iter()
            .map(|value| if let Literal::String(text) = value { Some(text.as_str()) } else { None })
            .collect();
        match texts {
            Some(texts) => quote!(#rt::Json::String(text) if #(text == #texts)||* => #rt::arm(Self::#variant, from),),
            None => {
                let literals = values.iter().map(|value| self.literal(value));
                quote!(_ if #(#literals.equals(tag))||* => #rt::arm(Self::#variant, from),)
            }
        }
    }

    /// The checks that `Wire::check` of a type does not know of.
    fn beyond_wire(&self, ty: &TypeUse) -> TokenStream {
        let rt = self.rt;
        let checks = match ty {
            TypeUse::Named(_) => Vec::new(),
            ty => self.checks(&quote!(value), ty),
        };
        if checks.is_empty() {
            return quote!(|_| #rt::Ok(()));
        }
        let body = all(&checks);
        quote!(|value| #body)
    }

    fn check_union(&self, definition: &TypeDefinition, union: &Union, names: &[Ident]) -> TokenStream {
        let rt = self.rt;
        if !definition.checked || self.model.unchecked {
            return TokenStream::new();
        }
        let arms =
            union.arms.iter().zip(names).map(|(arm, variant)| match self.checks(&quote!(value), &arm.ty).as_slice() {
                [] => quote!(Self::#variant(_) => #rt::Ok(()),),
                checks => {
                    let body = all(checks);
                    quote!(Self::#variant(value) => #body,)
                }
            });
        let arms = quote!(match self { #(#arms)* });
        let rules = definition.rules.iter().map(|rule| self.rule(rule, &quote!(self)));
        quote! {
            fn check(&self) -> #rt::Result<(), #rt::Violation> {
                #(#rules?;)*
                #arms
            }
        }
    }
}

fn kind_name(kind: JsonKind) -> &'static str {
    match kind {
        JsonKind::Null => "Null",
        JsonKind::Bool => "Bool",
        JsonKind::Number => "Number",
        JsonKind::String => "String",
        JsonKind::Array => "Array",
        JsonKind::Object => "Object",
    }
}

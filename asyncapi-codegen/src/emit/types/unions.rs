//! oneOf and anyOf.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::rules::all;
use super::{Types, doc_attributes, further, ident};
use crate::model::{AnyOf, Asserted, Choice, JsonKind, Literal, TypeDefinition, TypeUse, Union};

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
        let derives = self.derives(&further(definition.traits));
        let names: Vec<Ident> = union.arms.iter().map(|arm| ident(&arm.name)).collect();
        let types: Vec<TokenStream> = union.arms.iter().map(|arm| self.ty(&arm.ty)).collect();
        let arm_docs = union.arms.iter().map(|arm| doc_attributes(&arm.docs, "One of the alternatives."));
        let conversions = self.conversions(&name, union);
        let (read, chosen) = self.read_union(definition, union, &names);
        let (read, valid) = self.read_valid(definition, &read);
        let check = self.check_union(definition, union, &names);
        let examples = self.own(&name, &[self.examples(definition)]);
        quote! {
            #docs
            #derives
            pub enum #name { #(#arm_docs #names(#types),)* }
            #examples
            #conversions
            #chosen
            impl #rt::Wire for #name {
                fn read<'de, D: #rt::Deserializer<'de>>(from: D) -> #rt::Result<Self, D::Error> { #read }
                fn write<S: #rt::Serializer>(&self, to: S) -> #rt::Result<S::Ok, S::Error> {
                    match self { #(Self::#names(value) => #rt::Wire::write(value, to),)* }
                }
                #check
            }
            #valid
            #rt::serde_impls!(#name);
        }
    }

    // ```
    // /// docs
    // #[derive(Debug, Clone, PartialEq)]
    // pub struct Pet { /** docs */ pub cat: rt::Option<Cat>, /** docs */ pub dog: rt::Option<Dog> }
    // impl rt::AnyOf for Pet { … }
    // impl rt::Wire for Pet { read, write, check }
    // rt::serde_impls!(Pet);
    // ```
    pub(super) fn any_of(&self, definition: &TypeDefinition, any: &AnyOf) -> TokenStream {
        let rt = self.rt;
        let name = ident(&definition.name);
        let shown = &definition.name.0;
        let docs = doc_attributes(&definition.docs, "At least one of several alternatives; all that fit are there.");
        let derives = self.derives(&further(definition.traits));
        let names: Vec<Ident> = any.arms.iter().map(|arm| ident(&arm.name)).collect();
        let types: Vec<TokenStream> = any.arms.iter().map(|arm| self.ty(&arm.ty)).collect();
        let arm_docs = any.arms.iter().map(|arm| doc_attributes(&arm.docs, "The alternative, where it fits."));
        let schemas = self.schemas_function(&any.schemas);
        let indices = (0..any.arms.len()).map(proc_macro2::Literal::usize_unsuffixed);
        let (read, valid) = self.read_valid(definition, &quote!(#rt::read_any_of(from)));
        let mut checks = vec![quote!(#rt::any_there(&[#(self.#names.is_some()),*]))];
        for (arm, name) in any.arms.iter().zip(&names) {
            if let checks_of @ [_, ..] = self.checks(&quote!(value), &arm.ty).as_slice() {
                let each = self.closure(checks_of);
                checks.push(quote!(#rt::some(&self.#name, #each)));
            }
        }
        checks.extend(self.valid_check(definition));
        let check = self.check_method(&checks);
        let examples = self.own(&name, &[self.examples(definition)]);
        quote! {
            #docs
            #derives
            pub struct #name { #(#arm_docs pub #names: #rt::Option<#types>,)* }
            #examples
            impl #rt::AnyOf for #name {
                const NAME: &'static str = #shown;
                #schemas
                fn read_arms(value: &#rt::Fitting) -> #rt::Result<Self, #rt::JsonError> {
                    #rt::Ok(Self { #(#names: value.arm(#indices)?,)* })
                }
            }
            impl #rt::Wire for #name {
                fn read<'de, D: #rt::Deserializer<'de>>(from: D) -> #rt::Result<Self, D::Error> { #read }
                fn write<S: #rt::Serializer>(&self, to: S) -> #rt::Result<S::Ok, S::Error> {
                    #rt::AnyOfWriter::new()#(.part(&self.#names)?)*.write(to)
                }
                #check
            }
            #valid
            #rt::serde_impls!(#name);
        }
    }

    /// `fn schemas()` of a union or of an anyOf.
    fn schemas_function(&self, schemas: &[Asserted]) -> TokenStream {
        let rt = self.rt;
        let count = proc_macro2::Literal::usize_unsuffixed(schemas.len());
        let schemas = schemas.iter().map(|schema| self.schema(schema));
        quote! {
            fn schemas() -> &'static [&'static #rt::Schema] {
                static SCHEMAS: [&#rt::Schema; #count] = [#(#schemas),*];
                &SCHEMAS
            }
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
                        #[inline]
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
                    quote!(#(#rt::JsonKind::#kinds)|* => #rt::arm(Self::#variant, from),)
                });
                let unread = kinds.iter().all(Vec::is_empty).then(|| quote!(let _ = from;));
                let otherwise = if every {
                    TokenStream::new()
                } else {
                    quote!(_ => #rt::Err(#rt::no_variant::<Self, D::Error>()),)
                };
                let chosen = quote! {
                    impl #rt::ByKind for #name {
                        const NAME: &'static str = #shown;
                        fn arm<'de, D: #rt::Deserializer<'de>>(kind: #rt::JsonKind, from: D) -> #rt::Result<Self, D::Error> {
                            #unread
                            match kind { #(#arms)* #otherwise }
                        }
                    }
                };
                (quote!(#rt::read_by_kind(from)), chosen)
            }
            Choice::Schemas { exactly_one, schemas } => {
                let last = names.len().saturating_sub(1);
                let arms = names.iter().enumerate().map(|(at, variant)| {
                    let index = proc_macro2::Literal::usize_unsuffixed(at);
                    let at = if at == last { quote!(_) } else { quote!(#index) };
                    quote!(#at => #rt::arm(Self::#variant, from),)
                });
                let schemas = self.schemas_function(schemas);
                let chosen = quote! {
                    impl #rt::Alternatives for #name {
                        const NAME: &'static str = #shown;
                        const EXACTLY_ONE: bool = #exactly_one;
                        #schemas
                        fn arm<'de, D: #rt::Deserializer<'de>>(at: usize, from: D) -> #rt::Result<Self, D::Error> {
                            match at { #(#arms)* }
                        }
                    }
                };
                (quote!(#rt::read_alternative(from)), chosen)
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
        let mut rules: Vec<_> = definition.rules.iter().map(|rule| self.rule(rule, &quote!(self))).collect();
        if matches!(union.choice, Choice::Schemas { exactly_one: true, .. }) {
            rules.push(quote!(#rt::only_one(self, way)));
        }
        rules.extend(self.valid_check(definition));
        self.check_function(&quote!(#(#rules?;)* match self { #(#arms)* }))
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

//! Objects as structs.

use proc_macro2::TokenStream;
use quote::quote;

use super::field::Slot;
use super::{Types, doc_attributes, further, ident};
use crate::model::{Additional, Presence, Rule, Struct, TypeDefinition};

/// Clippy warns of functions with more arguments than this.
const MOST_ARGUMENTS: usize = 7;

impl Types<'_> {
    // ```
    // /// docs
    // #[derive(Debug, Clone, PartialEq)]
    // pub struct Chat { /** docs */ pub message_id: rt::Uuid, pub nick: rt::Option<rt::String> }
    // impl Chat {
    //     pub fn new(message_id: rt::Uuid) -> Self { … }                      // where something is optional
    //     pub fn examples() -> rt::Vec<Self> { … }                            // where the document has some
    //     pub fn default_nick() -> rt::Option<rt::String> { … }               // where it has one that no constant can be
    // }
    // impl rt::Object for Chat { const NAME …; const FIELDS …; fn visit … }
    // impl rt::Wire for Chat { read, write, check }
    // rt::serde_impls!(Chat);
    // ```
    pub(super) fn object(&self, definition: &TypeDefinition, object: &Struct) -> TokenStream {
        let rt = self.rt;
        let name = ident(&definition.name);
        let slots = self.slots(object);
        let declaration = self.object_declaration(definition, object, &slots);
        let visit = self.visit(object, &slots);
        let shown = &definition.name.0;
        let wires = slots.iter().map(|slot| &slot.field.wire);
        let write = self.write(object, &slots);
        let check = self.check_method(&self.object_checks(definition, object, &slots));
        let (read, valid) = self.read_valid(definition, &quote!(#rt::read_object(from)));
        quote! {
            #declaration
            impl #rt::Object for #name {
                const NAME: &'static str = #shown;
                const FIELDS: &'static [&'static str] = &[#(#wires),*];
                #visit
            }
            impl #rt::Wire for #name {
                fn read<'de, D: #rt::Deserializer<'de>>(from: D) -> #rt::Result<Self, D::Error> { #read }
                fn write<S: #rt::Serializer>(&self, to: S) -> #rt::Result<S::Ok, S::Error> { #write }
                #check
            }
            #valid
            #rt::serde_impls!(#name);
        }
    }

    /// The struct, its own functions and its `Default`.
    pub(super) fn object_declaration(
        &self,
        definition: &TypeDefinition,
        object: &Struct,
        slots: &[Slot<'_>],
    ) -> TokenStream {
        let name = ident(&definition.name);
        let docs = doc_attributes(&definition.docs, "An object of the document.");
        let mut more = further(definition.traits);
        // What is derived knows nothing of the document's own defaults.
        let derived = !slots.iter().any(|slot| matches!(slot.field.presence, Presence::Default(_)));
        more.extend((definition.traits.default && derived).then_some("Default"));
        let derives = self.derives(&more);
        let default = (definition.traits.default && !derived).then(|| self.default_impl(&name, object, slots));
        let fields = slots.iter().filter_map(|slot| self.declaration(slot));
        let kept = self.kept_declaration(object);
        let own = [self.constructor(object, slots), self.examples(definition), self.offered_defaults(object)];
        let own = self.own(&name, &own);
        quote! {
            #docs
            #derives
            pub struct #name { #(#fields,)* #kept }
            #own
            #default
        }
    }

    fn kept_declaration(&self, object: &Struct) -> TokenStream {
        let rt = self.rt;
        let Additional::Kept { field, value } = &object.additional else { return TokenStream::new() };
        let (field, value) = (ident(field), self.ty(value));
        quote! {
            /// The properties that the document does not name.
            pub #field: #rt::BTreeMap<#rt::String, #value>,
        }
    }

    // ```
    // impl rt::Default for Page { fn default() -> Self { Self { size: 20, after: rt::None } } }
    // ```
    fn default_impl(&self, name: &proc_macro2::Ident, object: &Struct, slots: &[Slot<'_>]) -> TokenStream {
        let rt = self.rt;
        let (values, kept) = (self.initial(slots), self.kept_initial(object));
        quote! {
            impl #rt::Default for #name {
                #[inline]
                fn default() -> Self { Self { #(#values,)* #kept } }
            }
        }
    }

    /// The fields of a value of which only what is required is known.
    fn initial(&self, slots: &[Slot<'_>]) -> Vec<TokenStream> {
        let rt = self.rt;
        let value = |slot: &Slot<'_>| {
            let name = ident(&slot.field.name);
            match &slot.field.presence {
                Presence::Required => Some(quote!(#name)),
                Presence::Optional => Some(quote!(#name: #rt::None)),
                Presence::Default(value) => {
                    let value = self.default_value(value, &slot.field.ty);
                    Some(quote!(#name: #value))
                }
                Presence::Constant(_) => None,
            }
        };
        slots.iter().filter_map(value).collect()
    }

    fn kept_initial(&self, object: &Struct) -> TokenStream {
        let rt = self.rt;
        let Additional::Kept { field, .. } = &object.additional else { return TokenStream::new() };
        let field = ident(field);
        quote!(#field: #rt::BTreeMap::new(),)
    }

    fn constructor(&self, object: &Struct, slots: &[Slot<'_>]) -> TokenStream {
        let required: Vec<&Slot<'_>> = slots.iter().filter(|slot| slot.field.presence == Presence::Required).collect();
        let held = slots.iter().filter(|slot| slot.is_held()).count();
        let others = held > required.len() || matches!(object.additional, Additional::Kept { .. });
        if required.is_empty() || !others {
            return TokenStream::new();
        }
        let allowed = (required.len() > MOST_ARGUMENTS).then(|| quote!(#[allow(clippy::too_many_arguments)]));
        let arguments = required.iter().map(|slot| {
            let (name, ty) = (ident(&slot.field.name), self.ty(&slot.field.ty));
            quote!(#name: #ty)
        });
        let (values, kept) = (self.initial(slots), self.kept_initial(object));
        quote! {
            /// With what is required; the rest is absent or has its default.
            #[must_use]
            #allowed
            #[inline]
            pub fn new(#(#arguments),*) -> Self { Self { #(#values,)* #kept } }
        }
    }

    // ```
    // fn visit<'de, A: rt::MapAccess<'de>>(mut map: rt::Fields<A>) -> rt::Result<Self, A::Error> {
    //     let mut message_id = rt::None;
    //     while let rt::Some(at) = map.next(Self::FIELDS)? {
    //         match at { 0 => map.read(&mut message_id, "messageId")?, _ => map.skip()? }
    //     }
    //     rt::Ok(Self { message_id: map.required(message_id, "messageId")? })
    // }
    // ```
    fn visit(&self, object: &Struct, slots: &[Slot<'_>]) -> TokenStream {
        let rt = self.rt;
        let declared = slots.iter().map(|slot| slot.declare(rt));
        let arms = slots.iter().enumerate().map(|(at, slot)| {
            let at = proc_macro2::Literal::usize_unsuffixed(at);
            let read = self.read_slot(slot);
            quote!(#at => #read,)
        });
        let present = slots.iter().filter_map(|slot| slot.demand());
        let values = slots.iter().filter_map(|slot| self.slot_value(slot));
        let (declare_kept, next, other, kept) = match &object.additional {
            Additional::Ignored => (TokenStream::new(), quote!(next), quote!(map.skip()?), TokenStream::new()),
            Additional::Refused => {
                (TokenStream::new(), quote!(next_keeping), quote!(map.refuse(Self::FIELDS)?), TokenStream::new())
            }
            Additional::Kept { field, .. } => {
                let field = ident(field);
                let declare = quote!(let mut #field = #rt::BTreeMap::new(););
                (declare, quote!(next_keeping), quote!(map.keep(&mut #field)?), quote!(#field,))
            }
        };
        let body = if slots.is_empty() {
            quote!(while map.#next(Self::FIELDS)?.is_some() { #other; })
        } else {
            quote!(while let #rt::Some(at) = map.#next(Self::FIELDS)? { match at { #(#arms)* _ => #other, } })
        };
        quote! {
            fn visit<'de, A: #rt::MapAccess<'de>>(mut map: #rt::Fields<A>) -> #rt::Result<Self, A::Error> {
                #(#declared)*
                #declare_kept
                #body
                #(#present)*
                #rt::Ok(Self { #(#values,)* #kept })
            }
        }
    }

    fn write(&self, object: &Struct, slots: &[Slot<'_>]) -> TokenStream {
        let rt = self.rt;
        let fields = slots.iter().map(|slot| {
            let wire = &slot.field.wire;
            let name = ident(&slot.field.name);
            match &slot.field.presence {
                Presence::Required | Presence::Default(_) => quote!(object.field(#wire, &self.#name)?;),
                Presence::Optional => quote!(object.optional(#wire, &self.#name)?;),
                Presence::Constant(value) => {
                    let value = self.literal(value);
                    quote!(object.constant(#wire, &#value)?;)
                }
            }
        });
        let kept = match &object.additional {
            Additional::Kept { field, .. } => {
                let field = ident(field);
                quote!(object.kept(&self.#field, <Self as #rt::Object>::FIELDS)?;)
            }
            _ => TokenStream::new(),
        };
        if slots.is_empty() && kept.is_empty() {
            return quote!(#rt::ObjectWriter::new(to)?.end());
        }
        quote! {
            let mut object = #rt::ObjectWriter::new(to)?;
            #(#fields)*
            #kept
            object.end()
        }
    }

    fn object_checks(&self, definition: &TypeDefinition, object: &Struct, slots: &[Slot<'_>]) -> Vec<TokenStream> {
        let rt = self.rt;
        let mut checks = Vec::new();
        for slot in slots.iter().filter(|slot| slot.is_held()) {
            let (name, wire) = (ident(&slot.field.name), &slot.field.wire);
            let own = if slot.field.presence == Presence::Optional {
                match self.checks(&quote!(value), &slot.field.ty).as_slice() {
                    [] => Vec::new(),
                    checks => {
                        let each = self.closure(checks);
                        vec![quote!(#rt::some(&self.#name, #each))]
                    }
                }
            } else {
                self.checks(&quote!(&self.#name), &slot.field.ty)
            };
            checks.extend(own.into_iter().map(|check| quote!(#rt::at(#wire, #check))));
        }
        let mut kept = None;
        if let Additional::Kept { field, value } = &object.additional {
            let field = ident(field);
            let map = crate::model::TypeUse::Map(Box::new(value.clone()));
            checks.extend(self.checks(&quote!(&self.#field), &map));
            kept = Some(quote!(&self.#field));
        }
        checks.extend(definition.rules.iter().map(|rule| self.object_rule(rule, slots, kept.as_ref())));
        checks.extend(self.valid_check(definition));
        checks
    }

    /// A rule on a struct as a whole.
    fn object_rule(&self, rule: &Rule, slots: &[Slot<'_>], kept: Option<&TokenStream>) -> TokenStream {
        let rt = self.rt;
        let present = |wire: &String| {
            let slot = slots.iter().find(|slot| slot.field.wire == *wire);
            match slot.map(|slot| (&slot.field.presence, ident(&slot.field.name))) {
                Some((Presence::Optional, name)) => quote!(self.#name.is_some()),
                Some(_) => quote!(true),
                None => quote!(false),
            }
        };
        let all_present = |names: &[String]| {
            let names = names.iter().map(present);
            quote!(true #(&& #names)*)
        };
        match rule {
            Rule::PresentSets { exactly_one, sets } => {
                let sets = sets.iter().map(|set| all_present(set));
                quote!(#rt::present_sets(#exactly_one, &[#(#sets),*]))
            }
            Rule::Dependency(property, needed) => {
                let (there, needed) = (present(property), all_present(needed));
                quote!(#rt::dependency(#property, #there, #needed))
            }
            Rule::MinProperties(_) | Rule::MaxProperties(_) => {
                let certain = slots.iter().filter(|slot| slot.field.presence != Presence::Optional).count();
                let certain = proc_macro2::Literal::usize_unsuffixed(certain);
                let optional = slots.iter().filter(|slot| slot.field.presence == Presence::Optional);
                let optional = optional.map(|slot| ident(&slot.field.name));
                let kept = kept.map(super::rules::referent).map(|map| quote!(+ #map.len()));
                let count = quote!(#certain #(+ self.#optional.is_some() as usize)* #kept);
                let call = |name: &str, bound: &u64| {
                    let (name, bound) = (quote::format_ident!("{name}"), proc_macro2::Literal::u64_unsuffixed(*bound));
                    quote!(#rt::#name(#count, #bound))
                };
                match rule {
                    Rule::MinProperties(least) => call("min_properties", least),
                    Rule::MaxProperties(most) => call("max_properties", most),
                    _ => quote!(#rt::Ok(())),
                }
            }
            Rule::Keys(_) | Rule::KeysMatch(_) => kept.map_or_else(|| quote!(#rt::Ok(())), |map| self.rule(rule, map)),
            other => self.rule(other, &quote!(self)),
        }
    }
}

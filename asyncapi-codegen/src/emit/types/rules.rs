//! Rules as expressions of type `Result<(), Violation>`.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

use super::Types;
use crate::model::{Pattern, Rule, Shape, TypeUse};

impl Types<'_> {
    /// What is to be checked of a value of a type; `value` is a reference to it.
    pub(super) fn checks(&self, value: &TokenStream, ty: &TypeUse) -> Vec<TokenStream> {
        let rt = self.rt;
        match ty {
            TypeUse::Builtin(_) | TypeUse::Path(_) => Vec::new(),
            TypeUse::Named(id) => match self.get(*id) {
                Some(definition) if definition.checked => match &definition.shape {
                    Shape::Alias(ty) => self.checks(value, ty),
                    _ => vec![quote!(#rt::Wire::check(#value, way))],
                },
                _ => Vec::new(),
            },
            TypeUse::Ruled(ty, rules) => {
                let mut checks: Vec<_> = rules.iter().map(|rule| self.rule(rule, value)).collect();
                checks.extend(self.checks(value, ty));
                checks
            }
            TypeUse::Boxed(ty) => self.checks(&quote!(&**#value), ty),
            TypeUse::Nullable(ty) => self.within(value, ty, &quote!(some)),
            TypeUse::List(ty) => self.within(value, ty, &quote!(each)),
            TypeUse::Map(ty) | TypeUse::KeyedMap(_, ty) => self.within(value, ty, &quote!(each_value)),
            TypeUse::Tuple(items) => {
                let base = referent(value);
                let items = items.iter().enumerate().flat_map(|(at, ty)| {
                    let index = proc_macro2::Literal::usize_unsuffixed(at);
                    let name = at.to_string();
                    let checks = self.checks(&quote!(&#base.#index), ty);
                    checks.into_iter().map(move |check| quote!(#rt::at(#name, #check)))
                });
                items.collect()
            }
        }
    }

    /// `rt::each(value, |value| …)`.
    fn within(&self, value: &TokenStream, ty: &TypeUse, function: &TokenStream) -> Vec<TokenStream> {
        let rt = self.rt;
        match self.checks(&quote!(value), ty).as_slice() {
            [] => Vec::new(),
            checks => {
                let each = self.closure(checks);
                vec![quote!(#rt::#function(#value, #each))]
            }
        }
    }

    /// `|value| …`.
    pub(super) fn closure(&self, checks: &[TokenStream]) -> TokenStream {
        let body = all(checks);
        quote!(|value| #body)
    }

    /// One rule of a value. Those of a struct as a whole are in [`Types::object_rule`].
    pub(super) fn rule(&self, rule: &Rule, value: &TokenStream) -> TokenStream {
        let rt = self.rt;
        let number = |text: &str| text.parse::<TokenStream>().unwrap_or_else(|_| quote!(0));
        let count = |count: &u64| proc_macro2::Literal::u64_unsuffixed(*count);
        let base = referent(value);
        match rule {
            Rule::MinLength(least) => call(rt, "min_length", value, count(least)),
            Rule::MaxLength(most) => call(rt, "max_length", value, count(most)),
            Rule::Pattern(pattern) => {
                let pattern = self.pattern(pattern);
                quote!(#rt::pattern(#value, #pattern))
            }
            Rule::Format(name) => quote!(#rt::format(#value, #name)),
            Rule::Minimum(bound) => call(rt, "minimum", value, number(bound)),
            Rule::Maximum(bound) => call(rt, "maximum", value, number(bound)),
            Rule::ExclusiveMinimum(bound) => call(rt, "exclusive_minimum", value, number(bound)),
            Rule::ExclusiveMaximum(bound) => call(rt, "exclusive_maximum", value, number(bound)),
            Rule::MultipleOf(step) => call(rt, "multiple_of", value, number(step)),
            Rule::MultipleOfFraction(step) => call(rt, "multiple_of_fraction", value, number(step)),
            Rule::MinItems(least) => call(rt, "min_items", value, count(least)),
            Rule::MaxItems(most) => call(rt, "max_items", value, count(most)),
            Rule::UniqueItems => quote!(#rt::unique_items(#value)),
            Rule::MinProperties(least) => call(rt, "min_properties", &quote!(#base.len()), count(least)),
            Rule::MaxProperties(most) => call(rt, "max_properties", &quote!(#base.len()), count(most)),
            Rule::OneOf(values) => {
                let values = values.iter().map(|value| self.literal(value));
                quote!(#rt::one_of(#value, &[#(#values),*]))
            }
            Rule::OneOfTexts(texts) => quote!(#rt::one_of_texts(#value, &[#(#texts),*])),
            Rule::Keys(rules) => {
                let rules: Vec<_> = rules.iter().map(|rule| self.rule(rule, &quote!(key))).collect();
                let body = all(&rules);
                quote!(#rt::each_key(#value, |key| #body))
            }
            Rule::KeysMatch(patterns) => {
                let patterns = patterns.iter().map(|pattern| self.pattern(pattern));
                quote!(#rt::keys_match(#value, &[#(#patterns),*]))
            }
            // Rules on properties stand on structs only, and have their own emitter.
            Rule::PresentSets { .. } | Rule::Dependency(..) => quote!(#rt::Ok(())),
        }
    }

    /// A reference to the compiled pattern.
    pub(super) fn pattern(&self, pattern: &Pattern) -> TokenStream {
        let rt = self.rt;
        let Pattern { source, translated } = pattern;
        quote!({
            static PATTERN: #rt::Pattern = #rt::Pattern::new(#source, #translated);
            &PATTERN
        })
    }
}

fn call(rt: &TokenStream, function: &str, value: &TokenStream, argument: impl quote::ToTokens) -> TokenStream {
    let function = proc_macro2::Ident::new(function, proc_macro2::Span::call_site());
    quote!(#rt::#function(#value, #argument))
}

/// Several checks as one expression.
pub(super) fn all(checks: &[TokenStream]) -> TokenStream {
    match checks {
        [only] => only.clone(),
        [first @ .., last] => quote!({ #(#first?;)* #last }),
        [] => quote!({}),
    }
}

/// What `value` refers to, to take a field or call a method of: `self.tags` of `&self.tags`.
pub(super) fn referent(value: &TokenStream) -> TokenStream {
    let is = |token: Option<&TokenTree>, it| matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == it);
    let mut tokens = value.clone().into_iter().peekable();
    if !is(tokens.peek(), '&') {
        return value.clone();
    }
    tokens.next();
    let dereferenced = is(tokens.peek(), '*');
    let rest: TokenStream = tokens.collect();
    if dereferenced { quote!((#rest)) } else { rest }
}

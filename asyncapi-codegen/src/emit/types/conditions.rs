//! Conditions as `static`s of the runtime's schemas.

use crate::collections::SortedSet;
use proc_macro2::{Literal as Token, TokenStream};
use quote::{format_ident, quote};

use super::{Types, ident};
use crate::model::{
    Asserted, Choice, Condition, ConditionId, CountKeyword, JsonType, Keyword, Literal, NumberKeyword, Shape,
};

impl Types<'_> {
    // ```
    // static ORDER_SCHEMA: rt::Schema = rt::Schema(&[rt::Keyword::Not(&rt::Schema(&[…]))]);
    // ```
    /// The conditions that types refer to, and those that these refer to.
    pub(super) fn conditions(&self) -> TokenStream {
        let rt = self.rt;
        let used = self.used_conditions();
        let used = used.into_iter().filter_map(|id| self.condition(id));
        used.map(|condition| {
            let name = ident(&condition.name);
            let keywords = condition.keywords.iter().map(|keyword| self.keyword(keyword));
            quote!(static #name: #rt::Schema = #rt::Schema(&[#(#keywords),*]);)
        })
        .collect()
    }

    fn condition(&self, id: ConditionId) -> Option<&Condition> {
        self.model.conditions.get(id.0 as usize)
    }

    fn used_conditions(&self) -> SortedSet<ConditionId> {
        let replies = self.model.channels.iter().flat_map(|channel| &channel.sends);
        let replies = replies.filter_map(|send| send.reply.as_ref()).flat_map(|reply| &reply.messages);
        let messages = self.model.channels.iter().flat_map(|channel| &channel.messages).chain(replies);
        let parameters = self.model.channels.iter().flat_map(|channel| &channel.parameters);
        let parameters = parameters.filter_map(|it| it.schema.filter(|_| !self.model.unchecked));
        let mut open: Vec<ConditionId> = messages.filter_map(|message| message.whole).chain(parameters).collect();
        // Types that are elsewhere have theirs there.
        for definition in self.local() {
            definition.schema.iter().for_each(|schema| shared_in(schema, &mut open));
            open.extend(definition.valid.filter(|_| !self.model.unchecked));
            let schemas = match &definition.shape {
                Shape::AnyOf(it) => it.schemas.as_slice(),
                Shape::Union(it) => match &it.choice {
                    Choice::Schemas { schemas, .. } => schemas.as_slice(),
                    _ => &[],
                },
                _ => &[],
            };
            schemas.iter().for_each(|schema| shared_in(schema, &mut open));
        }
        let mut used = SortedSet::new();
        while let Some(id) = open.pop() {
            if used.insert(id)
                && let Some(condition) = self.condition(id)
            {
                let within = condition.keywords.iter().flat_map(Keyword::within);
                within.for_each(|schema| shared_in(schema, &mut open));
            }
        }
        used
    }

    /// A reference to a schema.
    pub(super) fn schema(&self, asserted: &Asserted) -> TokenStream {
        let rt = self.rt;
        match asserted {
            Asserted::Shared(id) => self.condition_ref(*id),
            Asserted::Inline(keywords) => {
                let keywords = keywords.iter().map(|keyword| self.keyword(keyword));
                quote!(&#rt::Schema(&[#(#keywords),*]))
            }
        }
    }

    /// A reference to a condition.
    pub(super) fn condition_ref(&self, id: ConditionId) -> TokenStream {
        let rt = self.rt;
        match self.condition(id) {
            Some(condition) => {
                let name = ident(&condition.name);
                quote!(&#name)
            }
            None => quote!(&#rt::Schema(&[])),
        }
    }

    fn maybe_schema(&self, asserted: Option<&Asserted>) -> TokenStream {
        let rt = self.rt;
        match asserted {
            Some(asserted) => {
                let schema = self.schema(asserted);
                quote!(#rt::Some(#schema))
            }
            None => quote!(#rt::None),
        }
    }

    fn keyword(&self, keyword: &Keyword) -> TokenStream {
        let rt = self.rt;
        let schema = |name: &str, schema: &Asserted| {
            let (name, schema) = (format_ident!("{name}"), self.schema(schema));
            quote!(#rt::Keyword::#name(#schema))
        };
        let schemas = |name: &str, schemas: &[Asserted]| {
            let (name, schemas) = (format_ident!("{name}"), schemas.iter().map(|schema| self.schema(schema)));
            quote!(#rt::Keyword::#name(&[#(#schemas),*]))
        };
        match keyword {
            Keyword::Never => quote!(#rt::Keyword::Never),
            Keyword::Type(types) => {
                let types = types.iter().map(|one| format_ident!("{}", type_name(*one)));
                quote!(#rt::Keyword::Type(&[#(#rt::Type::#types),*]))
            }
            Keyword::Enum(values) => {
                let values = values.iter().map(|value| self.literal(value));
                quote!(#rt::Keyword::Enum(&[#(#values),*]))
            }
            Keyword::Texts(texts) => quote!(#rt::Keyword::Texts(&[#(#texts),*])),
            Keyword::Number(keyword, text) => {
                let (name, bound) = (format_ident!("{}", number_name(*keyword)), Literal::Number(text.clone()));
                let bound = self.literal(&bound);
                quote!(#rt::Keyword::#name(#bound))
            }
            Keyword::Count(keyword, count) => {
                let (name, count) = (format_ident!("{}", count_name(*keyword)), Token::u64_unsuffixed(*count));
                quote!(#rt::Keyword::#name(#count))
            }
            Keyword::Pattern(pattern) => {
                let pattern = self.pattern(pattern);
                quote!(#rt::Keyword::Pattern(#pattern))
            }
            Keyword::Format(name) => quote!(#rt::Keyword::Format(#name)),
            Keyword::Items(it) => schema("Items", it),
            Keyword::Positions(items, others) => {
                let items = items.iter().map(|item| self.schema(item));
                let others = self.maybe_schema(others.as_ref());
                quote!(#rt::Keyword::Positions(&[#(#items),*], #others))
            }
            Keyword::UniqueItems => quote!(#rt::Keyword::UniqueItems),
            Keyword::Contains(it) => schema("Contains", it),
            Keyword::Required(names) => quote!(#rt::Keyword::Required(&[#(#names),*])),
            Keyword::Properties { named, patterns, others } => self.properties(named, patterns, others.as_ref()),
            Keyword::PropertyNames(it) => schema("PropertyNames", it),
            Keyword::DependentRequired(property, names) => {
                quote!(#rt::Keyword::DependentRequired(#property, &[#(#names),*]))
            }
            Keyword::DependentSchema(property, it) => {
                let it = self.schema(it);
                quote!(#rt::Keyword::DependentSchema(#property, #it))
            }
            Keyword::All(it) => schema("All", it),
            Keyword::AnyOf(arms) => schemas("AnyOf", arms),
            Keyword::OneOf(arms) => schemas("OneOf", arms),
            Keyword::Not(it) => schema("Not", it),
            Keyword::If(condition, then, otherwise) => {
                let condition = self.schema(condition);
                let (then, otherwise) = (self.maybe_schema(then.as_ref()), self.maybe_schema(otherwise.as_ref()));
                quote!(#rt::Keyword::If(#condition, #then, #otherwise))
            }
            Keyword::Discriminated(property, arms) => {
                let arms = arms.iter().map(|(values, schema)| {
                    let values = values.iter().map(|value| self.literal(value));
                    let schema = self.schema(schema);
                    quote!((&[#(#values),*], #schema))
                });
                quote!(#rt::Keyword::Discriminated(#property, &[#(#arms),*]))
            }
        }
    }

    fn properties(
        &self,
        named: &[(String, Asserted)],
        patterns: &[(crate::model::Pattern, Asserted)],
        others: Option<&Asserted>,
    ) -> TokenStream {
        let rt = self.rt;
        let named = named.iter().map(|(name, schema)| {
            let schema = self.schema(schema);
            quote!((#name, #schema))
        });
        let patterns = patterns.iter().map(|(pattern, schema)| {
            let (pattern, schema) = (self.pattern(pattern), self.schema(schema));
            quote!((#pattern, #schema))
        });
        let others = self.maybe_schema(others);
        quote! {
            #rt::Keyword::Properties(&#rt::Properties {
                named: &[#(#named),*],
                patterns: &[#(#patterns),*],
                others: #others,
            })
        }
    }
}

fn shared_in(asserted: &Asserted, found: &mut Vec<ConditionId>) {
    match asserted {
        Asserted::Shared(id) => found.push(*id),
        Asserted::Inline(keywords) => {
            keywords.iter().flat_map(Keyword::within).for_each(|schema| shared_in(schema, found));
        }
    }
}

fn type_name(one: JsonType) -> &'static str {
    match one {
        JsonType::Null => "Null",
        JsonType::Boolean => "Boolean",
        JsonType::Integer => "Integer",
        JsonType::Number => "Number",
        JsonType::String => "String",
        JsonType::Array => "Array",
        JsonType::Object => "Object",
    }
}

fn number_name(keyword: NumberKeyword) -> &'static str {
    match keyword {
        NumberKeyword::Minimum => "Minimum",
        NumberKeyword::Maximum => "Maximum",
        NumberKeyword::ExclusiveMinimum => "ExclusiveMinimum",
        NumberKeyword::ExclusiveMaximum => "ExclusiveMaximum",
        NumberKeyword::MultipleOf => "MultipleOf",
    }
}

fn count_name(keyword: CountKeyword) -> &'static str {
    match keyword {
        CountKeyword::MinLength => "MinLength",
        CountKeyword::MaxLength => "MaxLength",
        CountKeyword::MinItems => "MinItems",
        CountKeyword::MaxItems => "MaxItems",
        CountKeyword::MinProperties => "MinProperties",
        CountKeyword::MaxProperties => "MaxProperties",
    }
}

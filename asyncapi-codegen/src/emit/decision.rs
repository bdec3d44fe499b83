//! Which message is it: the code that finds out.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};

use super::item::text;
use crate::model::{Decision, DecisionRule, Literal, Read, Test};

/// What the branches of a decision hold.
pub(super) struct Branches<'a> {
    /// For messages that are tried in turn.
    pub(super) take: &'a dyn Fn(&[usize]) -> TokenStream,
    /// Where no message is found.
    pub(super) unknown: TokenStream,
    /// Where the rule is about messages that are not meant; `None`: as where no message is found.
    pub(super) foreign: Option<TokenStream>,
    /// Whether some message is not JSON, so that what cannot be scanned has nothing at any place.
    pub(super) lenient: bool,
    /// What is returned where the payload cannot be scanned; `None`: the error is.
    pub(super) broken: Option<TokenStream>,
}

/// The expression that looks at the raw message `raw` and runs one of the branches.
///
/// ```text
/// let [kind] = rt::scan(&raw.payload, ["type"])?;
/// match kind.as_str() {
///     rt::Option::Some("join") => …,
///     _ => …,
/// }
/// ```
pub(super) fn emit_decision(decision: &Decision, branches: &Branches<'_>) -> TokenStream {
    let Decision::Rules { reads, rules, otherwise } = decision else {
        return (branches.take)(&[0]);
    };
    let last = if otherwise.is_empty() { branches.unknown.clone() } else { (branches.take)(otherwise) };
    if rules.is_empty() {
        return last;
    }
    let names: Vec<Ident> = (1..=reads.len())
        .map(|at| if reads.len() == 1 { Ident::new("kind", Span::call_site()) } else { format_ident!("found_{at}") })
        .collect();
    let bind = emit_reads(reads, &names, branches);
    let choose = match tags(reads, rules) {
        Some(tags) => emit_match(reads, &names, &tags, rules, branches, &last),
        None => emit_chain(reads, &names, rules, branches, &last),
    };
    quote!(#bind #choose)
}

/// The strings that a single place has, by rule: then a `match` decides.
fn tags<'a>(reads: &[Read], rules: &'a [DecisionRule]) -> Option<Vec<Vec<&'a str>>> {
    if reads.len() != 1 || matches!(reads, [Read::Kind]) {
        return None;
    }
    let mut seen = BTreeSet::new();
    let mut values = |rule: &'a DecisionRule| {
        let [(_, Test::OneOf(values))] = rule.tests.as_slice() else { return None };
        let strings: Option<Vec<&str>> = values
            .iter()
            .map(|value| if let Literal::String(text) = value { Some(text.as_str()) } else { None })
            .collect();
        // A pattern that an earlier one covers would be a warning.
        strings.filter(|strings| strings.iter().all(|text| seen.insert(*text)))
    };
    rules.iter().map(&mut values).collect()
}

fn emit_reads(reads: &[Read], names: &[Ident], branches: &Branches<'_>) -> TokenStream {
    let mut headers = Vec::new();
    let mut scanned = Vec::new();
    let mut paths: Vec<&[String]> = Vec::new();
    for (read, name) in reads.iter().zip(names) {
        match read {
            Read::Header(header) => headers.push(quote!(let #name = raw.headers.text(#header);)),
            Read::Property(path) => {
                scanned.push(name);
                paths.push(path);
            }
            Read::ContentType => headers.push(quote!(let #name = rt::media_type(raw);)),
            Read::Kind => {
                scanned.push(name);
                paths.push(&[]);
            }
        }
    }
    let simple = paths.iter().all(|path| path.len() == 1);
    let paths: Vec<TokenStream> = paths
        .into_iter()
        .map(|path| {
            let segments = path.iter().map(|segment| text(segment));
            if simple { quote!(#(#segments),*) } else { quote!(&[#(#segments),*] as &[&::core::primitive::str]) }
        })
        .collect();
    let scan = (!scanned.is_empty()).then(|| {
        let call = quote!(rt::scan(&raw.payload, [#(#paths),*]));
        match &branches.broken {
            _ if branches.lenient => quote!(let [#(#scanned),*] = #call.unwrap_or_default();),
            None => quote!(let [#(#scanned),*] = #call?;),
            Some(value) => quote! {
                let rt::Result::Ok([#(#scanned),*]) = #call else {
                    return #value;
                };
            },
        }
    });
    quote!(#(#headers)* #scan)
}

fn emit_match(
    reads: &[Read],
    names: &[Ident],
    tags: &[Vec<&str>],
    rules: &[DecisionRule],
    branches: &Branches<'_>,
    last: &TokenStream,
) -> TokenStream {
    let value = match (reads, names) {
        ([Read::Header(_) | Read::ContentType], [name]) => quote!(#name),
        (_, [name, ..]) => quote!(#name.as_str()),
        _ => return last.clone(),
    };
    // What the last arm says as well needs none of its own, such as tags of other channels' messages.
    let otherwise = last.to_string();
    let arms = tags.iter().zip(rules).map(|(tags, rule)| (tags, take(rule, branches)));
    let arms = arms
        .filter(|(_, take)| take.to_string() != otherwise)
        .map(|(tags, take)| quote!(rt::Option::Some(#(#tags)|*) => #take,));
    quote!(match #value { #(#arms)* _ => #last, })
}

fn emit_chain(
    reads: &[Read],
    names: &[Ident],
    rules: &[DecisionRule],
    branches: &Branches<'_>,
    last: &TokenStream,
) -> TokenStream {
    let arms = rules.iter().map(|rule| {
        let tests = rule.tests.iter().filter_map(|(at, test)| Some((reads.get(*at)?, names.get(*at)?, test)));
        let alone = rule.tests.len() == 1;
        let tests = tests.map(|(read, name, test)| {
            let several = matches!(test, Test::OneOf(values) if values.len() > 1);
            let test = emit_test(read, name, test);
            if several && !alone { quote!((#test)) } else { test }
        });
        let take = take(rule, branches);
        quote!(if #(#tests)&&* { #take } else)
    });
    quote!(#(#arms)* { #last })
}

fn take(rule: &DecisionRule, branches: &Branches<'_>) -> TokenStream {
    match rule.messages.as_slice() {
        [] => branches.foreign.as_ref().unwrap_or(&branches.unknown).clone(),
        messages => (branches.take)(messages),
    }
}

fn emit_test(read: &Read, name: &Ident, test: &Test) -> TokenStream {
    let values = match test {
        // Bytes of which nothing is known, as WebSocket has them.
        Test::Absent if *read == Read::ContentType => {
            return quote!(#name.is_none_or(|it| it == "application/octet-stream"));
        }
        Test::IfTold(values) => {
            let values = values.iter().filter_map(|it| if let Literal::String(text) = it { Some(text) } else { None });
            return quote!(#name.is_none_or(|it| #(it == #values)||*));
        }
        Test::Present if matches!(read, Read::Header(_) | Read::ContentType) => return quote!(#name.is_some()),
        Test::Absent if matches!(read, Read::Header(_) | Read::ContentType) => return quote!(#name.is_none()),
        Test::Present => return quote!(#name.is_present()),
        Test::Absent => return quote!(!#name.is_present()),
        Test::OneOf(values) => values,
    };
    let alternatives: Vec<TokenStream> = values.iter().map(|value| emit_equal(read, name, value)).collect();
    quote!(#(#alternatives)||*)
}

fn emit_equal(read: &Read, name: &Ident, value: &Literal) -> TokenStream {
    match (read, value) {
        (Read::Header(_) | Read::ContentType, Literal::String(value) | Literal::Number(value)) => {
            quote!(#name == rt::Option::Some(#value))
        }
        (Read::Header(_), Literal::Bool(value)) => {
            let value = if *value { "true" } else { "false" };
            quote!(#name == rt::Option::Some(#value))
        }
        (Read::Header(_), _) => quote!(#name == rt::Option::Some("null")),
        (Read::Kind, Literal::String(kind)) => {
            let kind = match kind.as_str() {
                "null" => quote!(Null),
                "boolean" => quote!(Bool),
                "number" => quote!(Number),
                "string" => quote!(String),
                "array" => quote!(Array),
                _ => quote!(Object),
            };
            quote!(#name.kind() == rt::Option::Some(rt::JsonKind::#kind))
        }
        (_, Literal::String(value)) => quote!(#name.as_str() == rt::Option::Some(#value)),
        (_, Literal::Bool(value)) => quote!(#name.is(&rt::Literal::Bool(#value))),
        (_, Literal::Number(value)) => {
            let number = number(value);
            quote!(#name.is(&rt::Literal::#number))
        }
        _ => quote!(#name.is(&rt::Literal::Null)),
    }
}

fn number(text: &str) -> TokenStream {
    if let Ok(value) = text.parse::<i64>() {
        quote!(Integer(#value))
    } else if let Ok(value) = text.parse::<u64>() {
        quote!(Unsigned(#value))
    } else {
        // What is no number for Rust (`.inf`) equals nothing.
        let value = text.parse::<f64>().ok().filter(|value| value.is_finite()).unwrap_or(f64::MAX);
        quote!(Number(#value))
    }
}

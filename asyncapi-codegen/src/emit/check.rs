//! Checks that keep a message that goes out from being taken for another.

use proc_macro2::TokenStream;
use quote::quote;

use super::decision::{Branches, emit_decision};
use super::item::{ident, outgoing};
use crate::model::{Channel, Check, Message, decide_tests};

/// ```text
/// static JOIN__STATUS_MESSAGE: fn(&rt::RawMessage) -> bool = |raw| { … };
/// ```
pub(super) fn emit_checks(channel: &Channel) -> TokenStream {
    let sends = channel.sends.iter().flat_map(|send| &send.checks);
    let replies = channel.receives.iter().filter_map(|receive| receive.reply.as_ref()).flat_map(|reply| &reply.checks);
    let checks = sends.chain(replies).flatten().map(emit_check);
    quote!(#(#checks)*)
}

fn emit_check(check: &Check) -> TokenStream {
    let own = |indices: &[usize]| if indices.contains(&check.own) { quote!(true) } else { quote!(false) };
    let branches = |take| Branches {
        take,
        unknown: quote!(false),
        foreign: None,
        lenient: check.lenient,
        // What was just encoded can be read.
        broken: Some(quote!(true)),
    };
    let told = check.decision.as_ref().map_or_else(|| quote!(true), |told| emit_decision(told, &branches(&own)));
    let body = if check.tests.is_empty() {
        told
    } else {
        let told = |_: &[usize]| told.clone();
        emit_decision(&decide_tests(&check.tests), &branches(&told))
    };
    let name = ident(&check.static_name);
    quote! {
        static #name: fn(&rt::RawMessage) -> ::core::primitive::bool = |raw| { #body };
    }
}

/// The expression that encodes `value`, a reference to a message, and holds it against its check if it has one.
pub(super) fn checked(message: &Message, value: &TokenStream, checks: &[Option<Check>], at: usize) -> TokenStream {
    let encoded = outgoing(message, value);
    match checks.get(at).and_then(Option::as_ref) {
        None => encoded,
        Some(check) => {
            let fits = ident(&check.static_name);
            quote!(&rt::AsMeant(#encoded, #fits))
        }
    }
}

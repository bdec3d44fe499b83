//! What every emitter needs: identifiers, docs, types, literals.

use proc_macro2::{Ident, Literal as Token, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};

use super::types::uses::type_use;
use crate::model::{Codec, Docs, Message, Model, Name, TypeId, TypeUse};

/// `use …::__private::v0 as rt;`
pub(super) fn import(rt: &TokenStream) -> TokenStream {
    quote! {
        #[allow(unused_imports)]
        use #rt::__private::v0 as rt;
    }
}

/// The identifier of a name that the model has decided.
pub(super) fn ident(name: &Name) -> Ident {
    match name.0.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, Span::call_site()),
        None => Ident::new(&name.0, Span::call_site()),
    }
}

/// Whether code names an identifier: arguments that nothing uses have no name.
pub(super) fn names(code: &TokenStream, name: &str) -> bool {
    code.clone().into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == name,
        TokenTree::Group(group) => names(&group.stream(), name),
        _ => false,
    })
}

/// The docs of an item: first our own sentence, then what the document says.
pub(super) fn docs_under(first: &str, docs: &Docs) -> TokenStream {
    let place = docs.place.as_ref().map(|place| format!("From `{place}`."));
    let limits = docs.limits.join(" ");
    let own = docs.paragraphs.iter().map(String::as_str).chain([limits.as_str()]).chain(place.as_deref());
    paragraphs(std::iter::once(first).chain(own))
}

/// `#[doc = " …"]`, a paragraph each.
pub(super) fn paragraphs<'a>(texts: impl IntoIterator<Item = &'a str>) -> TokenStream {
    let mut tokens = TokenStream::new();
    for (at, text) in texts.into_iter().filter(|text| !text.trim().is_empty()).enumerate() {
        if at > 0 {
            tokens.extend(quote!(#[doc = ""]));
        }
        for line in text.trim_end().lines() {
            let line: String = line.chars().filter(|letter| !turns(*letter)).collect();
            let line = if line.is_empty() { String::new() } else { format!(" {line}") };
            tokens.extend(quote!(#[doc = #line]));
        }
    }
    tokens
}

/// Whether a character turns the direction of the text that follows, which rustc refuses in docs.
pub(super) fn turns(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A type as it is written inside of a channel's module (`super::Chat`).
pub(super) fn type_in_channel(model: &Model, ty: &TypeUse) -> TokenStream {
    let named = |id: TypeId| match model.types.get(id.0 as usize) {
        Some(definition) => {
            let name = ident(&definition.name);
            quote!(super::#name)
        }
        None => quote!(rt::Json),
    };
    type_use(&quote!(rt), ty, &named)
}

/// The type of a message: its payload, or the payload with its headers.
pub(super) fn message_type(model: &Model, message: &Message) -> TokenStream {
    let payload = type_in_channel(model, &message.payload);
    match &message.headers {
        None => payload,
        Some(headers) => {
            let headers = type_in_channel(model, headers);
            quote!(rt::WithHeaders<#payload, #headers>)
        }
    }
}

/// The expression that encodes `message`, a reference.
pub(super) fn outgoing(message: &Message, value: &TokenStream) -> TokenStream {
    match message.codec {
        Codec::Json => value.clone(),
        Codec::Text => quote!(&rt::AsText(#value)),
        Codec::Raw => quote!(&rt::AsBytes(#value)),
        #[cfg(feature = "protobuf")]
        Codec::Protobuf => quote!(&rt::protobuf::AsProtobuf(#value)),
        #[cfg(feature = "avro")]
        Codec::Avro => {
            let schema = avro_schema(message);
            quote!(&rt::avro::AsAvro(#value, &#schema))
        }
        Codec::Empty => quote!(&rt::AsNothing(#value)),
    }
}

/// The static that holds the Avro schema of a message. No other static has two underscores in its name.
#[cfg(feature = "avro")]
pub(super) fn avro_schema(message: &Message) -> Ident {
    Ident::new(&format!("{}__AVRO", message.static_name.0), Span::call_site())
}

/// The expression that decodes the raw message `raw`.
pub(super) fn incoming(model: &Model, message: &Message) -> TokenStream {
    let name = match (message.codec, message.headers.is_some()) {
        (Codec::Json, false) => "decode",
        (Codec::Json, true) => "decode_with_headers",
        (Codec::Text, false) => "decode_text",
        (Codec::Text, true) => "decode_text_with_headers",
        (Codec::Raw, false) => "decode_bytes",
        (Codec::Raw, true) => "decode_bytes_with_headers",
        #[cfg(feature = "protobuf")]
        (Codec::Protobuf, false) => return quote!(rt::protobuf::decode(raw)),
        #[cfg(feature = "protobuf")]
        (Codec::Protobuf, true) => return quote!(rt::protobuf::decode_with_headers(raw)),
        #[cfg(feature = "avro")]
        (Codec::Avro, with_headers) => {
            let name = Ident::new(if with_headers { "decode_with_headers" } else { "decode" }, Span::call_site());
            let schema = avro_schema(message);
            return quote!(rt::avro::#name(raw, &#schema));
        }
        (Codec::Empty, false) => "decode_nothing",
        (Codec::Empty, true) => "decode_nothing_with_headers",
    };
    let name = Ident::new(name, Span::call_site());
    let whole = message.whole.and_then(|id| model.conditions.get(id.0 as usize));
    match whole.map(|condition| ident(&condition.name)) {
        Some(schema) => quote!(rt::#name(raw).map_err(|error| rt::all_violations(error, raw, &super::#schema))),
        None => quote!(rt::#name(raw)),
    }
}

/// `&[a, b]` of whatever.
pub(super) fn slice(items: impl IntoIterator<Item = impl ToTokens>) -> TokenStream {
    let items = items.into_iter();
    quote!(&[#(#items),*])
}

/// `rt::Option::Some(…)` or `rt::Option::None`.
pub(super) fn option(value: Option<impl ToTokens>) -> TokenStream {
    match value {
        Some(value) => quote!(rt::Option::Some(#value)),
        None => quote!(rt::Option::None),
    }
}

/// A number, in hexadecimal.
pub(super) fn number(number: u64) -> TokenStream {
    format!("{number:#x}").parse().unwrap_or_default()
}

/// A string literal.
pub(super) fn text(text: &str) -> Token {
    Token::string(text)
}

//! What the document says about channels, operations and messages, as statics.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::item::{ident, option, paragraphs, slice};
use crate::model::{
    AddressText, Binding, BindingData, BindingStruct, BindingValue, Channel, Correlation, Expression, IdKind, Message,
    Model, Name, Parameter, Reply,
};

/// ```text
/// /// Channel `chat`.
/// pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo { name: "chat", … };
/// /// Message `chatMessage`.
/// pub static CHAT_MESSAGE_MESSAGE: rt::MessageInfo = rt::MessageInfo { name: "chatMessage", … };
/// /// Operation `sendMessage`.
/// pub static SEND_MESSAGE: rt::OperationInfo = rt::OperationInfo { name: "sendMessage", channel: &CHANNEL, … };
/// ```
pub(super) fn emit_statics(model: &Model, channel: &Channel) -> TokenStream {
    let this = emit_channel_info(model, channel);
    let messages = channel.messages.iter().map(emit_message_info);
    let sends =
        channel.sends.iter().map(|it| emit_operation(&it.static_name, &it.key, &it.bindings, it.reply.as_ref()));
    let receives =
        channel.receives.iter().map(|it| emit_operation(&it.static_name, &it.key, &it.bindings, it.reply.as_ref()));
    quote!(#this #(#messages)* #(#sends)* #(#receives)*)
}

fn emit_channel_info(model: &Model, channel: &Channel) -> TokenStream {
    let docs = paragraphs([format!("Channel `{}`, as the document has it.", channel.key).as_str()]);
    let (name, address) = (&channel.key, option(channel.address.as_ref()));
    let parameters = slice(channel.parameters.iter().map(|parameter| emit_parameter(model, parameter)));
    let servers = slice(&channel.servers);
    let bindings = emit_bindings(&channel.bindings);
    quote! {
        #docs
        pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo {
            name: #name,
            address: #address,
            parameters: #parameters,
            servers: #servers,
            bindings: #bindings,
        };
    }
}

fn emit_parameter(model: &Model, parameter: &Parameter) -> TokenStream {
    let schema = parameter.schema.filter(|_| !model.unchecked);
    let schema = schema.and_then(|id| model.conditions.get(id.0 as usize)).map(|condition| {
        let name = ident(&condition.name);
        quote!(&super::#name)
    });
    let schema = option(schema);
    let (name, values) = (&parameter.key, slice(&parameter.values));
    let location = option(parameter.location.as_ref().map(emit_location));
    let text = match &parameter.text {
        AddressText::Percent => quote!(Percent),
        AddressText::Plain(reserved) => quote!(Plain(#reserved)),
        AddressText::Strict => quote!(Strict),
    };
    quote! {
        rt::ParameterInfo {
            name: #name,
            values: #values,
            schema: #schema,
            location: #location,
            text: rt::AddressText::#text,
        }
    }
}

fn emit_message_info(message: &Message) -> TokenStream {
    let docs = paragraphs([format!("Message `{}`, as the document has it.", message.key).as_str()]);
    let (static_name, name, content_type) = (ident(&message.static_name), &message.key, &message.content_type);
    let correlation = option(message.correlation.as_ref().map(emit_correlation));
    let bindings = emit_bindings(&message.bindings);
    #[cfg(feature = "avro")]
    let schema = super::types::emit_avro_schema(message);
    #[cfg(not(feature = "avro"))]
    let schema = TokenStream::new();
    quote! {
        #docs
        pub static #static_name: rt::MessageInfo = rt::MessageInfo {
            name: #name,
            content_type: #content_type,
            correlation: #correlation,
            bindings: #bindings,
        };
        #schema
    }
}

fn emit_operation(static_name: &Name, key: &str, bindings: &[Binding], reply: Option<&Reply>) -> TokenStream {
    let docs = paragraphs([format!("Operation `{key}`, as the document has it.").as_str()]);
    let static_name = ident(static_name);
    let bindings = emit_bindings(bindings);
    let reply_statics = reply.map(emit_reply);
    let reply = option(reply.map(|reply| {
        let name = ident(&reply.static_name);
        quote!(&#name)
    }));
    quote! {
        #docs
        pub static #static_name: rt::OperationInfo = rt::OperationInfo {
            name: #key,
            channel: &CHANNEL,
            bindings: #bindings,
            reply: #reply,
        };
        #reply_statics
    }
}

fn emit_reply(reply: &Reply) -> TokenStream {
    let static_name = ident(&reply.static_name);
    let messages = reply.messages.iter().map(emit_message_info);
    let names = slice(reply.messages.iter().map(|message| {
        let name = ident(&message.static_name);
        quote!(&#name)
    }));
    let address = option(reply.address_location.as_ref().map(emit_location));
    let pushed = reply.pushed;
    let channel = reply.channel.as_ref().map(|channel| {
        let (static_name, name, address) =
            (ident(&channel.static_name), &channel.key, option(channel.address.as_ref()));
        quote! {
            static #static_name: rt::ChannelInfo =
                rt::ChannelInfo { name: #name, address: #address, parameters: &[], servers: &[], bindings: &[] };
        }
    });
    let channel_name = option(reply.channel.as_ref().map(|channel| {
        let name = ident(&channel.static_name);
        quote!(&#name)
    }));
    quote! {
        #(#messages)*
        #channel
        static #static_name: rt::ReplyInfo =
            rt::ReplyInfo { channel: #channel_name, address: #address, messages: #names, pushed: #pushed };
    }
}

fn emit_correlation(correlation: &Correlation) -> TokenStream {
    let location = emit_location(&correlation.location);
    let id = match correlation.id {
        IdKind::Text => quote!(Text),
        IdKind::Uuid => quote!(Uuid),
        IdKind::Integer { least, most } => {
            let (least, most) = (Literal::i64_unsuffixed(least), Literal::i64_unsuffixed(most));
            quote!(Integer { least: #least, most: #most })
        }
        IdKind::Own => quote!(Own),
    };
    quote!(rt::Correlation { location: #location, id: rt::IdKind::#id })
}

fn emit_location(expression: &Expression) -> TokenStream {
    if let (true, [name]) = (expression.in_header, expression.pointer.as_slice()) {
        return quote!(rt::Location::Header(#name));
    }
    let pointer: String = expression
        .pointer
        .iter()
        .map(|segment| format!("/{}", segment.replace('~', "~0").replace('/', "~1")))
        .collect();
    if expression.in_header { quote!(rt::Location::Header(#pointer)) } else { quote!(rt::Location::Payload(#pointer)) }
}

/// ```text
/// &[
///     rt::Binding::NatsOperation(rt::bindings::nats::Operation { queue: rt::Option::Some("q") }),
///     rt::Binding::Other { protocol: "sqs", json: "{…}" },
/// ]
/// ```
pub(super) fn emit_bindings(bindings: &[Binding]) -> TokenStream {
    slice(bindings.iter().map(|binding| match &binding.data {
        BindingData::Typed(variant, value) => {
            let (variant, value) = (format_ident!("{variant}"), emit_struct(value));
            quote!(rt::Binding::#variant(#value))
        }
        BindingData::Json(literal) => {
            let (protocol, mut json) = (&binding.protocol, String::new());
            literal.write_json(&mut json);
            quote!(rt::Binding::Other { protocol: #protocol, json: #json })
        }
    }))
}

/// `rt::bindings::kafka::Channel { topic: rt::Option::Some("orders"), ..rt::bindings::kafka::Channel::EMPTY }`
fn emit_struct(value: &BindingStruct) -> TokenStream {
    let (module, name) = (format_ident!("{}", value.module), format_ident!("{}", value.name));
    let path = quote!(rt::bindings::#module::#name);
    if value.fields.is_empty() {
        return quote!(#path::EMPTY);
    }
    let fields = value.fields.iter().map(|(field, given)| {
        let (field, given) = (format_ident!("{field}"), emit_value(&quote!(rt::bindings::#module), given));
        quote!(#field: #given)
    });
    let rest = (!value.whole).then(|| quote!(, ..#path::EMPTY));
    quote!(#path { #(#fields),* #rest })
}

fn emit_value(module: &TokenStream, value: &BindingValue) -> TokenStream {
    match value {
        BindingValue::Text(text) => option(Some(text)),
        BindingValue::Texts(texts) => slice(texts),
        BindingValue::Integer(value) => option(Some(Literal::i128_unsuffixed(*value))),
        BindingValue::Bool(value) => option(Some(value)),
        BindingValue::Struct(value) => option(Some(emit_struct(value))),
        BindingValue::Choice(name, variant) => option(Some(emit_choice(module, name, variant))),
        BindingValue::Choices(name, variants) => {
            slice(variants.iter().map(|variant| emit_choice(module, name, variant)))
        }
    }
}

fn emit_choice(module: &TokenStream, name: &str, variant: &str) -> TokenStream {
    let (name, variant) = (format_ident!("{name}"), format_ident!("{variant}"));
    quote!(#module::#name::#variant)
}

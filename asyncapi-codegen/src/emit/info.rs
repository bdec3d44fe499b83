//! What the document says about channels, operations and messages, as statics.

use proc_macro2::{Literal as Token, TokenStream};
use quote::quote;

use super::item::{ident, option, paragraphs, slice};
use crate::model::{AddressText, Channel, Correlation, Expression, IdKind, Literal, Message, Name, Parameter, Reply};

/// ```text
/// /// Channel `chat`.
/// pub static CHANNEL: rt::ChannelInfo = rt::ChannelInfo { name: "chat", … };
/// /// Message `chatMessage`.
/// pub static CHAT_MESSAGE_MESSAGE: rt::MessageInfo = rt::MessageInfo { name: "chatMessage", … };
/// /// Operation `sendMessage`.
/// pub static SEND_MESSAGE: rt::OperationInfo = rt::OperationInfo { name: "sendMessage", channel: &CHANNEL, … };
/// ```
pub(super) fn emit_statics(channel: &Channel) -> TokenStream {
    let this = emit_channel_info(channel);
    let messages = channel.messages.iter().map(emit_message_info);
    let sends =
        channel.sends.iter().map(|it| emit_operation(&it.static_name, &it.key, &it.bindings, it.reply.as_ref()));
    let receives =
        channel.receives.iter().map(|it| emit_operation(&it.static_name, &it.key, &it.bindings, it.reply.as_ref()));
    quote!(#this #(#messages)* #(#sends)* #(#receives)*)
}

fn emit_channel_info(channel: &Channel) -> TokenStream {
    let docs = paragraphs([format!("Channel `{}`, as the document has it.", channel.key).as_str()]);
    let (name, address) = (&channel.key, option(channel.address.as_ref()));
    let parameters = slice(channel.parameters.iter().map(emit_parameter));
    let servers = slice(&channel.servers);
    let bindings = emit_channel_bindings(&channel.bindings);
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

fn emit_parameter(parameter: &Parameter) -> TokenStream {
    let (name, values) = (&parameter.key, slice(&parameter.values));
    let location = option(parameter.location.as_ref().map(emit_location));
    let text = match &parameter.text {
        AddressText::Percent => quote!(Percent),
        AddressText::Plain(reserved) => quote!(Plain(#reserved)),
        AddressText::Strict => quote!(Strict),
    };
    quote!(rt::ParameterInfo { name: #name, values: #values, location: #location, text: rt::AddressText::#text })
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

fn emit_operation(static_name: &Name, key: &str, bindings: &[(String, Literal)], reply: Option<&Reply>) -> TokenStream {
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
            let (least, most) = (Token::i64_unsuffixed(least), Token::i64_unsuffixed(most));
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

/// Of the `ws` binding, `query` and `headers` have become types; what is left is the method.
fn emit_channel_bindings(bindings: &[(String, Literal)]) -> TokenStream {
    slice(bindings.iter().map(|(protocol, binding)| match (protocol.as_str(), binding) {
        ("ws", Literal::Object(fields)) => {
            let method = fields.iter().find_map(|(key, value)| match value {
                Literal::String(text) if key == "method" => Some(text.as_str()),
                _ => None,
            });
            let method = method.unwrap_or("GET");
            quote!(rt::Binding::WsChannel(rt::WsChannel { method: #method }))
        }
        _ => emit_binding(protocol, binding),
    }))
}

/// `&[rt::Binding::Other { protocol: "kafka", json: "{…}" }]`.
pub(super) fn emit_bindings(bindings: &[(String, Literal)]) -> TokenStream {
    slice(bindings.iter().map(|(protocol, binding)| emit_binding(protocol, binding)))
}

fn emit_binding(protocol: &str, binding: &Literal) -> TokenStream {
    let mut json = String::new();
    binding.write_json(&mut json);
    quote!(rt::Binding::Other { protocol: #protocol, json: #json })
}

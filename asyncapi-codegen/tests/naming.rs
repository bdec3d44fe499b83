//! What messages and operations without names are called, and that nothing unrelated changes it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

use std::collections::BTreeSet;

use asyncapi_codegen::diagnostic::Sink;
use asyncapi_codegen::document::{InMemory, LoadOptions, load};
use asyncapi_codegen::model::{Model, model};
use asyncapi_codegen::options::Options;

fn of(text: &str) -> Model {
    let mut sink = Sink::default();
    let mut files = InMemory::default().with("asyncapi.yaml", text);
    let document = load("asyncapi.yaml", &mut files, &LoadOptions::default(), &mut sink).expect("it loads");
    let model = model(&document, &Options::default(), &mut sink);
    assert!(!sink.has_errors(), "{:?}", sink.into_sorted());
    model
}

/// Types, modules, methods and variants, each with what it belongs to.
fn names(model: &Model) -> BTreeSet<String> {
    let types = model.types.iter().map(|it| format!("type {}", it.name.0));
    let channels = model.channels.iter().flat_map(|channel| {
        let module = &channel.name.0;
        let sends = channel.sends.iter().map(move |it| format!("{module}.{}", it.name.0));
        let receives = channel.receives.iter().map(move |it| format!("{module}.{}", it.name.0));
        sends.chain(receives).chain(channel.messages.iter().map(move |it| format!("{module}::{}", it.variant.0)))
    });
    types.chain(channels).collect()
}

const CHANNELS: &str = "
  user/signed-up:
    subscribe: { message: { payload: { type: object, properties: { id: { enum: [a, b] } } } } }
    publish: { message: { oneOf: [{ payload: { $ref: '#/components/schemas/com.acme.users.Login' } }, { title: Log out, payload: { type: object } }] } }
  com.acme.orders.OrderCreated:
    subscribe:
      operationId: orders_receive_receiveOrder
      message: { name: 'orders:OrderCreated:OrderCreated', payload: { type: object, properties: { order: { type: object, properties: { order: { type: object } } } } } }
  first:
    publish: { message: { name: Event, payload: { type: object, properties: { a: { type: string } } } } }
  second:
    publish: { message: { name: Event, payload: { type: object, properties: { b: { type: string } } } } }
  😀:
    publish: { message: { payload: { type: object } } }
";

fn document(before: &str, after: &str, schemas: &str) -> String {
    format!(
        "asyncapi: 2.6.0\ninfo: {{ title: T, version: '1' }}\nchannels:\n{before}{CHANNELS}{after}components:\n  schemas:\n\
         {schemas}    com.acme.users.Login: {{ type: object, properties: {{ name: {{ type: string }} }} }}\n"
    )
}

#[test]
fn what_has_no_name_is_called_by_what_it_has() {
    let model = of(&document("", "", ""));
    let names = names(&model);
    for name in [
        "user_signed_up.send_user_signed_up",
        "user_signed_up.receive_user_signed_up",
        "user_signed_up::SendUserSignedUp",
        "user_signed_up::Login",
        "user_signed_up::LogOut",
        "type Login",
        "order_created.orders_receive_order",
        "order_created::OrdersOrderCreated",
        "type OrdersOrderCreated",
        "type OrdersOrderCreatedOrder",
        "type Event",
        "type SecondEvent",
        "u1f600.receive_u1f600",
    ] {
        assert!(names.contains(name), "{name} is not among {names:#?}");
    }
}

#[test]
fn nothing_unrelated_renames_anything() {
    let before = names(&of(&document("", "", "")));
    let channel = "  other:\n    publish: { message: { payload: { type: object, properties: { x: { enum: [c] } } } } }\n\
                   \u{20}   subscribe: { operationId: hear, message: { name: Heard, payload: { $ref: '#/components/schemas/Other' } } }\n";
    let schema =
        "    Other: { type: object, properties: { deep: { type: object, properties: { er: { enum: [1, 2] } } } } }\n";
    for (front, back) in [(channel, ""), ("", channel)] {
        let after = names(&of(&document(front, back, schema)));
        let lost: Vec<_> = before.difference(&after).collect();
        assert!(lost.is_empty(), "renamed: {lost:?}");
        assert!(after.len() > before.len());
    }
}

#[test]
fn a_file_gives_its_whole_name_to_what_stands_in_it() {
    let root = "asyncapi: 3.0.0\ninfo: { title: T, version: '1' }\nchannels:\n  c:\n    messages:\n      \
                a: { payload: { $ref: order.created.json } }\n      b: { payload: { $ref: order.deleted.v2.schema.json } }\n\
                operations: { o: { action: send, channel: { $ref: '#/channels/c' } } }\n";
    let event = "{ \"type\": \"object\", \"properties\": { \"id\": { \"type\": \"string\" } } }";
    let mut files = InMemory::default().with("asyncapi.yaml", root);
    files = files.with("order.created.json", event).with("order.deleted.v2.schema.json", event);
    let mut sink = Sink::default();
    let document = load("asyncapi.yaml", &mut files, &LoadOptions::default(), &mut sink).expect("it loads");
    let names = names(&model(&document, &Options::default(), &mut sink));
    assert!(names.contains("type OrderCreated") && names.contains("type OrderDeletedV2"), "{names:#?}");
}

//! What Protobuf asks of messages and enums, beside their grammar.

use super::tree::{Constant, Enum, Field, Label, Message, Reserved, Scalar, Schema, Type};
use crate::collections::HashMap;
use crate::diagnostic::catalogue::protobuf as code;
use crate::diagnostic::{Diagnostic, Sink, did_you_mean};

/// The largest number of a field.
const LAST: i64 = (1 << 29) - 1;

/// Numbers that Protobuf keeps for itself.
const KEPT: std::ops::RangeInclusive<i64> = 19_000..=19_999;

/// Reports what the messages and enums of all files break.
pub(super) fn check(schema: &Schema, sink: &mut Sink) {
    for message in &schema.messages {
        let proto3 = schema.files.get(message.file).is_some_and(|file| file.proto3);
        check_numbers(message, sink);
        for field in &message.fields {
            check_label(field, proto3, sink);
            check_options(schema, field, proto3, sink);
        }
        for oneof in message.oneofs.iter().enumerate() {
            if !message.fields.iter().any(|field| field.oneof == Some(oneof.0)) {
                let text = format!("oneof `{}` has no field", oneof.1.name);
                sink.push(Diagnostic::new(&code::FIELD_RULE, oneof.1.span, text));
            }
        }
    }
    for it in &schema.enums {
        check_enum(it, schema.files.get(it.file).is_some_and(|file| file.proto3), sink);
    }
    report_endless(schema, sink);
}

/// The field or value that a reserved range or name forbids.
fn check_reserved(number: i64, name: &str, reserved: &Reserved) -> Option<String> {
    if let Some((first, last, extensions)) =
        reserved.numbers.iter().find(|(first, last, _)| (*first..=*last).contains(&number))
    {
        let whose = if *extensions { "is kept for extensions" } else { "is reserved" };
        let range = if first == last { String::new() } else { format!(" (`{first} to {last}`)") };
        return Some(format!("number {number} {whose}{}", range.replace(&i64::MAX.to_string(), "max")));
    }
    reserved.names.iter().any(|reserved| reserved == name).then(|| format!("the name `{name}` is reserved"))
}

fn check_numbers(message: &Message, sink: &mut Sink) {
    let mut seen: HashMap<i64, &Field> = HashMap::new();
    for field in &message.fields {
        let number = field.number;
        let fault = |text: String| Diagnostic::new(&code::NUMBER, field.number_span, text);
        if !(1..=LAST).contains(&number) {
            sink.push(
                fault(format!("{number} is not the number of a field")).label(format!("they go from 1 to {LAST}")),
            );
        } else if KEPT.contains(&number) {
            sink.push(
                fault(format!("{number} is a number that Protobuf keeps for itself")).label("19000 to 19999 are"),
            );
        }
        if let Some(first) = seen.insert(number, field) {
            let text = format!("fields `{}` and `{}` have the same number, {number}", first.name, field.name);
            sink.push(fault(text).related(first.number_span, "the first of that number"));
        }
        if let Some(text) = check_reserved(number, &field.name, &message.reserved) {
            sink.push(fault(text));
        }
    }
}

fn check_label(field: &Field, proto3: bool, sink: &mut Sink) {
    let mut fault = |text: String, help: &str| {
        let fault = Diagnostic::new(&code::FIELD_RULE, field.label_span, text);
        sink.push(fault.help(help));
    };
    let is_map = matches!(field.ty, Type::Map(..));
    match field.label {
        Label::None if !proto3 && field.oneof.is_none() && !is_map => {
            let text = format!("field `{}` has no label, which proto2 asks for", field.name);
            fault(text, "write `optional`, `required` or `repeated`, or `syntax = \"proto3\";` at the top");
        }
        Label::None => {}
        _ if field.oneof.is_some() => fault("the fields of an oneof have no label".to_owned(), "leave it out"),
        _ if is_map => fault("a map has no label".to_owned(), "leave it out: a map may always be empty"),
        Label::Required if proto3 => {
            fault("proto3 has no required fields".to_owned(), "leave `required` out, or write `syntax = \"proto2\";`");
        }
        _ => {}
    }
}

fn check_options(schema: &Schema, field: &Field, proto3: bool, sink: &mut Sink) {
    let mut fault = |span, text: String, help: Option<String>| {
        sink.push(Diagnostic::new(&code::FIELD_RULE, span, text).maybe_help(help));
    };
    if let Some((true, span)) = field.packed {
        let packable = !matches!(
            field.ty,
            Type::Scalar(Scalar::String | Scalar::Bytes) | Type::Message(_) | Type::Map(..) | Type::Known(_)
        );
        if field.label != Label::Repeated || !packable {
            fault(span, "only repeated numbers, enums and `bool`s can be packed".to_owned(), None);
        }
    }
    let Some((value, span)) = &field.default else { return };
    if proto3 {
        let help = "proto3 has the defaults of the types alone: zero, empty, `false`";
        return fault(*span, "proto3 has no defaults of fields".to_owned(), Some(help.to_owned()));
    }
    if field.label == Label::Repeated {
        return fault(*span, "a repeated field has no default".to_owned(), None);
    }
    let fits = match (&field.ty, value) {
        (Type::Scalar(scalar), value) => scalar_fits(*scalar, value),
        (Type::Enum(at), Constant::Name(name)) => {
            let values = || schema.enums.get(*at).into_iter().flat_map(|it| &it.values).map(|it| it.name.as_str());
            if !values().any(|known| known == name) {
                let text = format!("the enum has no value `{name}`");
                fault(*span, text, did_you_mean(name, values().take(1_000)));
            }
            true
        }
        (Type::Broken, _) => true,
        _ => false,
    };
    if !fits {
        fault(*span, format!("the default of field `{}` is not of its type", field.name), None);
    }
}

fn scalar_fits(scalar: Scalar, value: &Constant) -> bool {
    use Scalar::{Bool, Bytes, Double, Fixed32, Fixed64, Float, String, Uint32, Uint64};
    match (scalar, value) {
        (Bool, Constant::Name(name)) => matches!(name.as_str(), "true" | "false"),
        (String, Constant::Text(bytes)) => std::str::from_utf8(bytes).is_ok(),
        (Bytes, Constant::Text(_)) | (Double | Float, Constant::Integer(_) | Constant::Float(_)) => true,
        (Uint32 | Fixed32, Constant::Integer(value)) => u32::try_from(*value).is_ok(),
        (Uint64 | Fixed64, Constant::Integer(value)) => u64::try_from(*value).is_ok(),
        (Scalar::Int32 | Scalar::Sint32 | Scalar::Sfixed32, Constant::Integer(value)) => i32::try_from(*value).is_ok(),
        (Scalar::Int64 | Scalar::Sint64 | Scalar::Sfixed64, Constant::Integer(value)) => i64::try_from(*value).is_ok(),
        _ => false,
    }
}

fn check_enum(it: &Enum, proto3: bool, sink: &mut Sink) {
    let Some(first) = it.values.first() else {
        sink.push(Diagnostic::new(&code::ENUM, it.span, format!("enum `{}` has no value", it.name)));
        return;
    };
    if proto3 && first.number != 0 {
        let text = format!("the first value of enum `{}` is not zero", it.name);
        let fault = Diagnostic::new(&code::ENUM, first.span, text).label("is the default of the enum");
        sink.push(fault.help(format!("begin with `{}_UNSPECIFIED = 0;`", crate::model::names::screaming(&it.name))));
    }
    let mut seen = HashMap::new();
    for value in &it.values {
        if let Some(first) = seen.insert(value.number, value)
            && !it.alias
        {
            let text = format!("values `{}` and `{}` have the same number, {}", first.name, value.name, value.number);
            let fault = Diagnostic::new(&code::ENUM, value.span, text).related(first.span, "the first of that number");
            sink.push(fault.help("if both shall mean the same, write `option allow_alias = true;` in the enum"));
        }
        let reserved = check_reserved(value.number.into(), &value.name, &it.reserved);
        if let Some(text) = reserved {
            sink.push(Diagnostic::new(&code::NUMBER, value.span, text));
        }
    }
}

/// A message whose required fields lead back to itself has no value.
fn report_endless(schema: &Schema, sink: &mut Sink) {
    let needs = |message: &Message| {
        let fields = message.fields.iter().filter(|field| field.label == Label::Required);
        fields.filter_map(|field| if let Type::Message(at) = field.ty { Some(at) } else { None }).collect::<Vec<_>>()
    };
    let needs: Vec<Vec<usize>> = schema.messages.iter().map(needs).collect();
    // By message, how many of its required messages may yet be endless; and in which ones it is required.
    let mut open: Vec<usize> = needs.iter().map(Vec::len).collect();
    let mut needed: Vec<Vec<usize>> = vec![Vec::new(); needs.len()];
    for (at, needs) in needs.iter().enumerate() {
        for needs in needs {
            needed.get_mut(*needs).into_iter().for_each(|needed| needed.push(at));
        }
    }
    let mut done: Vec<usize> = (0..needs.len()).filter(|at| open.get(*at) == Some(&0)).collect();
    while let Some(at) = done.pop() {
        for holder in needed.get(at).into_iter().flatten() {
            if let Some(count) = open.get_mut(*holder) {
                *count -= 1;
                done.extend((*count == 0).then_some(*holder));
            }
        }
    }
    for (message, _) in schema.messages.iter().zip(&open).filter(|(_, open)| **open > 0) {
        let text = format!("message `{}` always holds itself, so that it has no value", message.name);
        sink.push(Diagnostic::new(&code::ENDLESS, message.span, text).help("let one of the fields be `optional`"));
    }
}

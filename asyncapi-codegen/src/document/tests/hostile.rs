//! Documents that are meant to hurt: a fault or a document, in bounded time and stack.

use std::fmt::Write;

use super::faults;

const HEAD: &str = "asyncapi: 3.0.0\ninfo: { title: T, version: '1' }\n";

#[test]
fn schemas_as_deep_as_the_reader_allows_fit_into_the_stack() {
    let depth = crate::source::Limits::default().depth - 8;
    for keyword in ["not", "items"] {
        let nested = format!("{{ {keyword}: ").repeat(depth) + "{}" + &" }".repeat(depth);
        let found = faults(&format!("{HEAD}components: {{ schemas: {{ deep: {nested} }} }}"));
        assert_eq!(found, Vec::<&str>::new());
    }
    // The same where nothing is known of the structure, and through references.
    let nested = "{ a: ".repeat(depth - 8) + "{}" + &" }".repeat(depth - 8);
    let found = faults(&format!("{HEAD}components: {{ messageBindings: {{ m: {{ redis: {nested} }} }} }}"));
    assert_eq!(found, Vec::<&str>::new());
}

#[test]
fn messages_of_2_x_that_branch_without_end_are_read_once() {
    let mut text = "asyncapi: 2.6.0\ninfo: { title: T, version: '1' }\nchannels:\n  c:\n    publish:\n".to_owned();
    text += "      message: { $ref: '#/components/messages/m0' }\ncomponents:\n  messages:\n";
    for at in 0..40 {
        let next = format!("{{ $ref: '#/components/messages/m{}' }}", at + 1);
        writeln!(text, "    m{at}: {{ oneOf: [{next}, {next}, {next}] }}").expect("a string takes it");
    }
    text += "    m40: { payload: { type: string } }\n";
    assert_eq!(faults(&text), Vec::<&str>::new());
}

#[test]
fn messages_of_2_x_that_contain_themselves_end() {
    let text = "
asyncapi: 2.6.0
info: { title: T, version: '1' }
channels: { c: { publish: { message: { $ref: '#/components/messages/m' } } } }
components: { messages: { m: { oneOf: [{ $ref: '#/components/messages/m' }, { payload: {} }] } } }
";
    assert_eq!(faults(text), Vec::<&str>::new());
}

#[test]
fn traits_along_a_long_chain_of_schemas_fit_into_the_stack() {
    let mut text = HEAD.to_owned();
    text += "channels: { c: { messages: { m: { headers: { $ref: '#/components/schemas/a0' }, \
             traits: [{ headers: { $ref: '#/components/schemas/b0' } }] } } } }\ncomponents:\n  schemas:\n";
    for at in 0..20_000 {
        for name in ["a", "b"] {
            let next = at + 1;
            writeln!(
                text,
                "    {name}{at}: {{ properties: {{ x: {{ $ref: '#/components/schemas/{name}{next}' }} }} }}"
            )
            .expect("a string takes it");
        }
    }
    text += "    a20000: {}\n    b20000: {}\n";
    assert_eq!(faults(&text), Vec::<&str>::new());
}

#[test]
fn thousands_of_faults_are_reported_in_bounded_time() {
    let mut text = format!("{HEAD}components:\n  schemas:\n");
    for at in 0..2_000 {
        writeln!(text, "    schema{at}: {{ $ref: '#/components/schemas/shcema{at}x' }}").expect("a string takes it");
    }
    let start = std::time::Instant::now();
    assert_eq!(faults(&text).len(), 2_000);
    assert!(start.elapsed() < std::time::Duration::from_secs(20), "{:?}", start.elapsed());
}

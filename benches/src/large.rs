//! A document of any size, of the kind that one meets: what expansion and the cost of its types are measured with.

use std::fmt::Write as _;

const HEAD: &str = "asyncapi: 3.0.0
info: { title: Large, version: 1.0.0 }
operations:
  onAll: { action: receive, channel: { $ref: '#/channels/all' } }
channels:
  all:
    address: all
    messages:
";

/// A document of `count` object schemas of ten properties each, with formats, bounds, enums, lists, nested objects and
/// references among them, all reached from one channel.
#[must_use]
pub fn document(count: usize) -> String {
    let mut text = String::from(HEAD);
    for at in (0..count).step_by(10) {
        let _ = writeln!(text, "      m{at}: {{ payload: {{ $ref: '#/components/schemas/Type{at}' }} }}");
    }
    text.push_str("components:\n  schemas:\n");
    for at in 0..count {
        let next = if at % 10 == 9 { at } else { at + 1 };
        let _ = write!(
            text,
            "    Type{at}:
      type: object
      description: The type of number {at}.
      required: [kind, id, at, name]
      properties:
        kind: {{ type: string, const: type{at} }}
        id: {{ type: string, format: uuid }}
        at: {{ type: string, format: date-time }}
        name: {{ type: string, minLength: 1, maxLength: 100, description: The name of it. }}
        count: {{ type: integer, minimum: 0, maximum: 1000 }}
        ratio: {{ type: number }}
        state: {{ type: string, enum: [new, open, closed] }}
        labels: {{ type: array, items: {{ type: string }}, maxItems: 10 }}
        inner: {{ type: object, required: [x], properties: {{ x: {{ type: number }}, y: {{ type: number }} }} }}
        next: {{ $ref: '#/components/schemas/Type{next}' }}
"
        );
    }
    text
}

//! Decode and encode of a message of 200 bytes with a UUID, a date-time and limits, checked: generated code against the
//! same struct by hand with derived serde, which checks nothing. Then the same message with `not`, and with `if`, which
//! need the JSON value first.
//!
//! `cargo run --release -p asyncapi-benches --bin checked`

use std::hint::black_box;

use asyncapi_benches::order::{MESSAGE, by_hand};
use asyncapi_benches::{Peer, interleave, report};
use asyncapi_runtime::wire::{Wire, decode, encode};

/// The generated side.
#[allow(missing_docs, reason = "the document describes it")]
mod generated {
    asyncapi_runtime::asyncapi!(spec = "checked.yaml", allow = [A0301]);
}

const ROUNDS: u32 = 100_000;

fn decoding<T: Wire>() {
    for _ in 0..ROUNDS {
        black_box(decode::<T>(black_box(MESSAGE.as_bytes())).is_ok());
    }
}

fn encoding<T: Wire>(value: &T) {
    for _ in 0..ROUNDS {
        black_box(encode(black_box(value)).is_ok());
    }
}

fn main() {
    use generated::{Plain, WithIf, WithNot};
    let by_hand: Option<by_hand::Order> = serde_json::from_str(MESSAGE).ok();
    let (plain, not, conditional) =
        (decode(MESSAGE.as_bytes()), decode(MESSAGE.as_bytes()), decode(MESSAGE.as_bytes()));
    let (Some(by_hand), Ok::<Plain, _>(plain), Ok::<WithNot, _>(not), Ok::<WithIf, _>(conditional)) =
        (by_hand, plain, not, conditional)
    else {
        eprintln!("the message does not fit");
        return;
    };
    println!("{} bytes", MESSAGE.len());
    let decode_by_hand = || {
        for _ in 0..ROUNDS {
            black_box(serde_json::from_slice::<by_hand::Order>(black_box(MESSAGE.as_bytes())).is_ok());
        }
    };
    let encode_by_hand = || {
        for _ in 0..ROUNDS {
            black_box(serde_json::to_vec(black_box(&by_hand)).is_ok());
        }
    };
    let peers = vec![
        Peer::new("serde by hand, no checks", decode_by_hand),
        Peer::new("asyncapi!, checked (at most 1.1)", decoding::<Plain>),
        Peer::new("with `not` (at most 3)", decoding::<WithNot>),
        Peer::new("with `if` (at most 3)", decoding::<WithIf>),
    ];
    let measured = interleave(15, peers);
    report("decode", ROUNDS, &measured);
    if let [_, plain, rest @ ..] = measured.as_slice() {
        for one in rest {
            let ratio = one.median.as_secs_f64() / plain.median.as_secs_f64();
            println!("{:<44} {:>21.2} of asyncapi! without it", one.name, ratio);
        }
    }
    let peers = vec![
        Peer::new("serde by hand, no checks", encode_by_hand),
        Peer::new("asyncapi!, checked (at most 1.1)", || encoding(&plain)),
        Peer::new("with `not`", || encoding(&not)),
        Peer::new("with `if`", || encoding(&conditional)),
    ];
    report("encode", ROUNDS, &interleave(15, peers));
}

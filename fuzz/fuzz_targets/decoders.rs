//! Any bytes as a payload of one of the types of `types.yaml`, which the first byte chooses: what decodes also encodes,
//! and decodes to the same value again.

#![no_main]

use std::fmt::Debug;

use asyncapi_runtime::wire::{Wire, decode, encode};
use libfuzzer_sys::fuzz_target;

mod generated {
    asyncapi_runtime::asyncapi!("types.yaml", warnings = "allow");
}

fn there_and_back<T: Wire + PartialEq + Debug>(json: &[u8]) {
    let Ok(value) = decode::<T>(json) else { return };
    let text = encode(&value).unwrap_or_else(|error| panic!("{value:?} was read, and cannot be written: {error}"));
    match decode::<T>(&text) {
        Ok(again) => assert_eq!(again, value, "{}", String::from_utf8_lossy(&text)),
        Err(error) => panic!("{} was written, and cannot be read: {error}", String::from_utf8_lossy(&text)),
    }
}

macro_rules! one_of {
    ($which:expr, $json:expr; $($name:ident),*) => {{
        let all: &[fn(&[u8])] = &[$(there_and_back::<generated::$name>),*];
        all[usize::from($which) % all.len()]($json);
    }};
}

fuzz_target!(|input: &[u8]| {
    let Some((which, json)) = input.split_first() else { return };
    one_of!(*which, json; Order, Mixed, Tagged, ByKind, BySchema, Several, Tree, Texts, Conditional, Open, Pair, Numbers, Closed, Either);
});

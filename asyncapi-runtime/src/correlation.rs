//! Run-time expressions of the document: reading and writing what `$message.header#/…` and `$message.payload#/…` name.

use crate::wire::{JsonKind, scan};
use crate::{Location, RawMessage};

/// Reads the text at a location; numbers count as their text.
pub fn read_location(location: Location, message: &RawMessage) -> Option<String> {
    match location {
        Location::Header(name) => message.headers.text(name.trim_start_matches('/')).map(str::to_owned),
        Location::Payload(pointer) => {
            let segments: Vec<String> =
                pointer.split('/').skip(1).map(|segment| segment.replace("~1", "/").replace("~0", "~")).collect();
            let path: Vec<&str> = segments.iter().map(String::as_str).collect();
            let [found] = scan(&message.payload, [path.as_slice()]).ok()?;
            match found.kind()? {
                JsonKind::String => found.as_str().map(str::to_owned),
                JsonKind::Number => found.raw().and_then(|raw| String::from_utf8(raw.to_vec()).ok()),
                _ => None,
            }
        }
    }
}

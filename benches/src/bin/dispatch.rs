//! Decode and dispatch of a channel of eight tagged messages: generated code against hand-written serde structs behind
//! `#[serde(tag)]` and behind `#[serde(untagged)]`, with the tag first and the tag last.
//!
//! `cargo run --release -p asyncapi-benches --bin dispatch`

#![allow(unreachable_pub, reason = "the peers are modules of this program")]

use std::hint::black_box;

use asyncapi_benches::{Peer, interleave, report};
use asyncapi_runtime::types::Bytes;
use asyncapi_runtime::{Incoming, RawMessage};

#[allow(missing_docs, reason = "the peer")]
mod by_hand {
    use serde::Deserialize;

    macro_rules! messages {
        ($($name:ident $tag:literal $note:ident),*) => {
            $(
                #[derive(Deserialize)]
                pub struct $name {
                    pub symbol: String,
                    pub price: f64,
                    pub size: i64,
                    pub venue: String,
                    pub sequence: i64,
                    pub conditions: Vec<String>,
                    pub $note: Option<String>,
                }
            )*
            #[derive(Deserialize)]
            #[serde(tag = "event")]
            pub enum Tagged { $(#[serde(rename = $tag)] $name($name)),* }

            /// Without a tag, each arm must refuse what is not its own: by the tag's only value.
            pub mod untagged {
                use serde::Deserialize;
                $(
                    #[derive(Deserialize)]
                    pub enum $note { #[serde(rename = $tag)] Only }
                    #[derive(Deserialize)]
                    pub struct $name {
                        pub event: $note,
                        pub symbol: String,
                        pub price: f64,
                        pub size: i64,
                        pub venue: String,
                        pub sequence: i64,
                        pub conditions: Vec<String>,
                        pub $note: Option<String>,
                    }
                )*
                #[derive(Deserialize)]
                #[serde(untagged)]
                pub enum Untagged { $($name($name)),* }
            }
        };
    }
    #[allow(non_camel_case_types)]
    #[allow(dead_code, reason = "decoded, and not read")]
    mod all {
        use super::Deserialize;
        messages!(
            Trade "trade" trade_note, Quote "quote" quote_note, Bar "bar" bar_note, Status "status" status_note,
            News "news" news_note, Halt "halt" halt_note, Auction "auction" auction_note,
            Imbalance "imbalance" imbalance_note
        );
    }
    pub use all::{Tagged, untagged::Untagged};
}

const TAGS: [&str; 8] = ["trade", "quote", "bar", "status", "news", "halt", "auction", "imbalance"];

fn texts(tag_first: bool) -> Vec<Vec<u8>> {
    let rest = r#""symbol":"XBT/USD","price":64231.25,"size":1200,"venue":"XNAS","sequence":88231,"conditions":["regular","odd lot"]"#;
    TAGS.iter()
        .map(|tag| match tag_first {
            true => format!(r#"{{"event":"{tag}",{rest},"{tag}_note":"as reported"}}"#).into_bytes(),
            false => format!(r#"{{{rest},"{tag}_note":"as reported","event":"{tag}"}}"#).into_bytes(),
        })
        .collect()
}

/// The generated side.
#[allow(missing_docs, reason = "the document describes it")]
mod generated {
    asyncapi_runtime::asyncapi!("dispatch.yaml");
}

fn main() {
    const ROUNDS: u32 = 20_000;
    for tag_first in [true, false] {
        let texts = texts(tag_first);
        let raws: Vec<RawMessage> =
            texts.iter().map(|text| RawMessage::new("/market", Bytes::from(text.clone()))).collect();
        let generated = || {
            for _ in 0..ROUNDS {
                for raw in &raws {
                    black_box(generated::market::Message::decode(black_box(raw)).is_ok());
                }
            }
        };
        let tagged = || {
            for _ in 0..ROUNDS {
                for text in &texts {
                    black_box(serde_json::from_slice::<by_hand::Tagged>(black_box(text)).is_ok());
                }
            }
        };
        let untagged = || {
            for _ in 0..ROUNDS {
                for text in &texts {
                    black_box(serde_json::from_slice::<by_hand::Untagged>(black_box(text)).is_ok());
                }
            }
        };
        let peers = vec![
            Peer::new("asyncapi!", generated),
            Peer::new("serde structs, #[serde(tag)]", tagged),
            Peer::new("serde structs, #[serde(untagged)]", untagged),
        ];
        let title = if tag_first { "decode and dispatch, tag first" } else { "decode and dispatch, tag last" };
        report(title, ROUNDS * 8, &interleave(11, peers));
    }
}

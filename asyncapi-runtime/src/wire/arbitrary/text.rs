//! Texts: of a format, of a pattern, or of any characters.

use ::arbitrary::Result;

use super::Maker;
use super::keywords::Asked;
use crate::wire::{Uuid, base64};

/// What texts without a format consist of: of one, two, three and four bytes, with what JSON escapes.
const CHARACTERS: &[char] = &['a', 'b', 'z', 'A', '0', '9', ' ', '-', '_', '"', '\\', '/', '\n', 'é', 'ß', '漢', '😀'];

impl Maker<'_, '_> {
    pub(super) fn text(&mut self, asked: &Asked) -> Result<String> {
        if let Some(pattern) = self.one_of(&asked.patterns)?.copied() {
            return self.matching(pattern);
        }
        if let Some(format) = self.one_of(&asked.formats)?.copied() {
            let text = self.formatted(format)?;
            return Ok(self.padded(text, asked.least_length, format));
        }
        let most = asked.most_length.unwrap_or(usize::MAX);
        let count = self.within(asked.least_length, most)?;
        let mut text = String::new();
        for _ in 0..count.min(100_000) {
            text.extend(self.one_of(CHARACTERS)?);
        }
        Ok(text)
    }

    /// A text of a format that can be longer, at least so long.
    fn padded(&mut self, mut text: String, least: usize, format: &str) -> String {
        let grows =
            matches!(format, "uri" | "iri" | "uri-reference" | "iri-reference" | "json-pointer" | "uri-template");
        let missing = least.saturating_sub(text.chars().count()).min(100_000);
        if grows && missing > 0 {
            text.push_str(&format!("/{}", "a".repeat(missing.saturating_sub(1).max(1))));
        }
        text
    }

    fn formatted(&mut self, format: &str) -> Result<String> {
        let word = self.word()?;
        Ok(match format {
            "date-time" => format!("{}T{}", self.date()?, self.time()?),
            "date" => self.date()?,
            "time" => self.time()?,
            "uuid" => Uuid::from_bytes(self.from.arbitrary()?).to_string(),
            "email" | "idn-email" => format!("{word}@example.com"),
            "hostname" | "idn-hostname" => format!("{word}.example.com"),
            "ipv4" => std::net::Ipv4Addr::from(self.from.arbitrary::<u32>()?).to_string(),
            "ipv6" => std::net::Ipv6Addr::from(self.from.arbitrary::<u128>()?).to_string(),
            "uri" | "iri" | "uri-reference" | "iri-reference" => format!("https://example.com/{word}"),
            "uri-template" => format!("https://example.com/{{{word}}}"),
            "json-pointer" => format!("/{word}/0"),
            "relative-json-pointer" => format!("1/{word}"),
            "regex" => format!("^{word}*$"),
            "duration" => format!("P{}D", self.from.int_in_range(1..=99u8)?),
            "content:json" => format!("\"{word}\""),
            "content:base64:json" => base64::encode(format!("\"{word}\"").as_bytes()),
            "content:base64" => self.base64()?,
            _ => word,
        })
    }

    fn base64(&mut self) -> Result<String> {
        let count = self.within(0, 16)?;
        let bytes = (0..count).map(|_| self.from.arbitrary()).collect::<Result<Vec<u8>>>()?;
        Ok(base64::encode(&bytes))
    }

    fn word(&mut self) -> Result<String> {
        let count = self.within(1, 8)?;
        (0..count).map(|_| Ok(char::from(self.from.int_in_range(b'a'..=b'z')?))).collect()
    }

    fn date(&mut self) -> Result<String> {
        let year = self.from.int_in_range(1900..=2100u16)?;
        let (month, day) = (self.from.int_in_range(1..=12u8)?, self.from.int_in_range(1..=28u8)?);
        Ok(format!("{year:04}-{month:02}-{day:02}"))
    }

    fn time(&mut self) -> Result<String> {
        let hour = self.from.int_in_range(0..=23u8)?;
        let (minute, second) = (self.from.int_in_range(0..=59u8)?, self.from.int_in_range(0..=59u8)?);
        let fraction =
            if self.wants_more()? { format!(".{:03}", self.from.int_in_range(1..=999u16)?) } else { String::new() };
        let offset =
            if self.wants_more()? { format!("+{:02}:30", self.from.int_in_range(0..=13u8)?) } else { "Z".to_owned() };
        Ok(format!("{hour:02}:{minute:02}:{second:02}{fraction}{offset}"))
    }
}

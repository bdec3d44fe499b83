//! Frames where they can be read and written without tungstenite: whole, unfragmented data frames, which nearly all are.
//!
//! Everything else (fragments, control frames, frames that come in parts, and all that is wrong) goes through
//! tungstenite, which gets the bytes of one frame at a time, so that it never holds a part of the next one.

use std::cell::RefCell;

use bytes::Bytes;
use tokio_rustls::rustls::crypto::ring;

use super::read::Incoming;

const TEXT: u8 = 0x1;
const BINARY: u8 = 0x2;
const FINAL: u8 = 0x80;
const MASKED: u8 = 0x80;
/// The longest header: two bytes, eight of length, four of mask.
const MAX_HEADER: usize = 14;

/// Where in the peer's stream of frames the reading is.
#[derive(Debug, Default)]
pub(super) struct Framing {
    header: [u8; MAX_HEADER],
    /// How much of the header is known; 0 between frames.
    known: usize,
    /// How much of the payload is still to come.
    left: u64,
    /// The message is not complete: the next data frame continues it.
    fragmented: bool,
}

impl Framing {
    /// How many of these bytes belong to the current frame; they count as read.
    pub(super) fn advance(&mut self, bytes: &[u8]) -> usize {
        let mut used = 0;
        for byte in bytes {
            if self.left > 0 || self.between_frames() && used > 0 {
                break;
            }
            if let Some(place) = self.header.get_mut(self.known) {
                *place = *byte;
            }
            self.known += 1;
            used += 1;
            if let Some(header) = self.header.get(..self.known).and_then(Header::parse) {
                self.left = header.length;
                let opcode = header.first & 0x0f;
                if opcode < 0x8 {
                    self.fragmented = header.first & FINAL == 0;
                }
                self.known = if header.length == 0 { 0 } else { self.known };
            }
        }
        let rest = bytes.len().saturating_sub(used);
        let payload = usize::try_from(self.left).map_or(rest, |left| left.min(rest));
        self.left -= payload as u64;
        if payload > 0 && self.left == 0 {
            self.known = 0;
        }
        used + payload
    }

    fn between_frames(&self) -> bool {
        self.known == 0 && self.left == 0
    }

    /// Reads a whole data frame from the front of these bytes, and says how long it was. `None` leaves it to
    /// tungstenite: there is no whole frame, or one that is not a plain message.
    pub(super) fn whole(&self, bytes: &[u8], from_client: bool, most: usize) -> Option<(Incoming, usize)> {
        if !self.between_frames() || self.fragmented {
            return None;
        }
        let header = Header::parse(bytes)?;
        let text = header.first == FINAL | TEXT;
        if !(text || header.first == FINAL | BINARY) || header.mask.is_some() != from_client {
            return None;
        }
        let length = usize::try_from(header.length).ok().filter(|length| *length <= most)?;
        let end = header.size.checked_add(length)?;
        let mut payload = bytes.get(header.size..end)?.to_vec();
        if let Some(mask) = header.mask {
            apply_mask(&mut payload, mask);
        }
        if text && std::str::from_utf8(&payload).is_err() {
            return None;
        }
        let payload = Bytes::from(payload);
        Some((if text { Incoming::Text(payload) } else { Incoming::Binary(payload) }, end))
    }
}

struct Header {
    first: u8,
    length: u64,
    mask: Option<[u8; 4]>,
    size: usize,
}

impl Header {
    /// `None` if it is not complete.
    fn parse(bytes: &[u8]) -> Option<Self> {
        let [first, second, rest @ ..] = bytes else { return None };
        let (length, size) = match second & !MASKED {
            126 => (u64::from(u16::from_be_bytes(*rest.first_chunk()?)), 4),
            127 => (u64::from_be_bytes(*rest.first_chunk()?), 10),
            short => (u64::from(short), 2),
        };
        let (mask, size) = match second & MASKED {
            0 => (None, size),
            _ => (Some(*bytes.get(size..)?.first_chunk()?), size + 4),
        };
        Some(Self { first: *first, length, mask, size })
    }
}

/// How many bytes a data frame has in all.
pub(super) fn frame_length(payload: usize) -> usize {
    payload.saturating_add(MAX_HEADER)
}

/// Appends a data frame. A client masks its frames (RFC 6455, section 5.3).
pub(super) fn write_frame(out: &mut Vec<u8>, text: bool, payload: &[u8], mask: Option<[u8; 4]>) {
    out.reserve(frame_length(payload.len()));
    out.push(FINAL | if text { TEXT } else { BINARY });
    let masked = if mask.is_some() { MASKED } else { 0 };
    match (u8::try_from(payload.len()), u16::try_from(payload.len())) {
        (Ok(short @ 0..=125), _) => out.push(masked | short),
        (_, Ok(length)) => {
            out.push(masked | 126);
            out.extend_from_slice(&length.to_be_bytes());
        }
        _ => {
            out.push(masked | 127);
            out.extend_from_slice(&(payload.len() as u64).to_be_bytes());
        }
    }
    let Some(mask) = mask else { return out.extend_from_slice(payload) };
    out.extend_from_slice(&mask);
    let start = out.len();
    out.extend_from_slice(payload);
    if let Some(written) = out.get_mut(start..) {
        apply_mask(written, mask);
    }
}

/// Masks and unmasks, eight bytes at a time.
fn apply_mask(bytes: &mut [u8], mask: [u8; 4]) {
    let [a, b, c, d] = mask;
    let wide = u64::from_ne_bytes([a, b, c, d, a, b, c, d]);
    let (chunks, rest) = bytes.as_chunks_mut::<8>();
    for chunk in chunks {
        *chunk = (u64::from_ne_bytes(*chunk) ^ wide).to_ne_bytes();
    }
    for (byte, mask) in rest.iter_mut().zip(mask.iter().cycle()) {
        *byte ^= mask;
    }
}

/// How many random bytes are drawn at a time.
const RANDOM: usize = 2048;

thread_local! {
    static MASKS: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// A mask that nobody can foresee; `None` if the system has no randomness to give.
pub(super) fn random_mask() -> Option<[u8; 4]> {
    MASKS.with_borrow_mut(|masks| {
        if masks.len() < 4 {
            let mut fresh = vec![0; RANDOM];
            ring::default_provider().secure_random.fill(&mut fresh).ok()?;
            *masks = fresh;
        }
        let mask = *masks.last_chunk()?;
        masks.truncate(masks.len() - 4);
        Some(mask)
    })
}

#[cfg(test)]
mod tests {
    use tungstenite::protocol::{Role, WebSocketContext};

    use super::*;

    #[test]
    fn tungstenite_reads_what_is_written() {
        for length in [0, 1, 7, 8, 125, 126, 127, 65_535, 65_536, 100_000] {
            let payload: Vec<u8> = (0..length).map(|at| b'a' + (at % 26) as u8).collect();
            for (mask, role) in [(None, Role::Client), (random_mask(), Role::Server)] {
                let mut frame = Vec::new();
                write_frame(&mut frame, true, &payload, mask);
                assert!(frame.len() <= frame_length(length));
                let mut context = WebSocketContext::new(role, None);
                let message = context.read(&mut std::io::Cursor::new(frame.clone())).unwrap();
                assert_eq!(message.into_data(), payload);
                // And so are we.
                frame.extend(b"next");
                let whole = Framing::default().whole(&frame, role == Role::Server, length);
                assert_eq!(whole, Some((Incoming::Text(Bytes::from(payload.clone())), frame.len() - 4)));
            }
        }
    }

    #[test]
    fn what_is_left_to_tungstenite() {
        let framing = Framing::default();
        let mut frame = Vec::new();
        write_frame(&mut frame, true, b"hello", None);
        for end in 0..frame.len() {
            assert_eq!(framing.whole(&frame[..end], false, 9), None, "cut off");
        }
        assert!(framing.whole(&frame, false, 5).is_some());
        assert_eq!(framing.whole(&frame, false, 4), None, "too large");
        assert_eq!(framing.whole(&frame, true, 9), None, "not masked");
        assert_eq!(framing.whole(&[0x81, 1, 0xff], false, 9), None, "not UTF-8");
        assert!(framing.whole(&[0x82, 1, 0xff], false, 9).is_some());
        for first in [0x01, 0x80, 0x83, 0x88, 0x89, 0x8a, 0xc1] {
            assert_eq!(framing.whole(&[first, 1, b'x'], false, 9), None, "{first:x}");
        }
    }

    #[test]
    fn frames_are_told_apart_however_they_are_cut() {
        let mut frames = Vec::new();
        let mut ends = vec![0];
        for (length, mask) in [(0, None), (3, random_mask()), (126, None), (70_000, random_mask()), (1, None)] {
            write_frame(&mut frames, false, &vec![0; length], mask);
            ends.push(frames.len());
        }
        for piece in [1, 2, 3, 5, 13, 100, 1 << 20] {
            let (mut framing, mut at, mut found) = (Framing::default(), 0, vec![0]);
            while at < frames.len() {
                let used = framing.advance(&frames[at..frames.len().min(at + piece)]);
                assert!(used > 0);
                at += used;
                if framing.between_frames() {
                    found.push(at);
                }
            }
            assert_eq!(found, ends, "in pieces of {piece}");
        }
    }

    #[test]
    fn a_continued_message_is_tungstenites() {
        let mut framing = Framing::default();
        assert_eq!(framing.advance(&[0x01, 1, b'x', 0x81]), 3);
        assert_eq!(framing.whole(&[0x81, 1, b'x'], false, 9), None);
        // A ping in between changes nothing.
        assert_eq!(framing.advance(&[0x89, 0]), 2);
        assert_eq!(framing.whole(&[0x81, 1, b'x'], false, 9), None);
        assert_eq!(framing.advance(&[0x80, 0]), 2);
        assert!(framing.whole(&[0x81, 1, b'x'], false, 9).is_some());
    }
}

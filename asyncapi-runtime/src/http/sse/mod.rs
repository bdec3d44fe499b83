//! Server-sent events as they stand in a stream: written by [`write`], read by [`parse`]. Apart from any connection.

pub(super) mod parse;
pub(super) mod write;

/// The media type of a stream of events.
pub(super) const MEDIA_TYPE: &str = "text/event-stream";

/// The event that tells a peer that it has missed some, and that no message of a document is expected to be called. Its
/// data is the id that the peer had seen last.
pub(super) const MISSED: &str = "missed";

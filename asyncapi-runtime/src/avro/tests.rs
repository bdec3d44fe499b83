//! Bytes of an independent implementation, hostile bytes, and round trips.

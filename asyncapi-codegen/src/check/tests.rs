//! Rules, one document each.

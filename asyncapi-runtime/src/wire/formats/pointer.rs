//! JSON pointers: RFC 6901, and relative ones.

/// `json-pointer`.
pub(super) fn pointer(text: &str) -> bool {
    let escaped = text.split('~').skip(1).all(|rest| rest.starts_with(['0', '1']));
    (text.is_empty() || text.starts_with('/')) && escaped
}

/// `relative-json-pointer`: how many levels up, then `#` or a pointer.
pub(super) fn relative(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let Some((levels, rest)) = text.split_at_checked(digits) else { return false };
    let number = levels == "0" || !levels.is_empty() && !levels.starts_with('0');
    number && (rest == "#" || pointer(rest))
}

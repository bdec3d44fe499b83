//! Punycode: RFC 3492.

const BASE: u32 = 36;
const FIRST: u32 = 128;

/// How far digits go at a place: as the delta before it was.
fn threshold(place: u32, bias: u32) -> u32 {
    place.saturating_sub(bias).clamp(1, 26)
}

fn adapt(delta: u32, points: u32, first: bool) -> u32 {
    let mut delta = if first { delta / 700 } else { delta / 2 };
    delta += delta / points.max(1);
    let mut place = 0;
    while delta > (BASE - 1) * 26 / 2 {
        delta /= BASE - 1;
        place += BASE;
    }
    place + BASE * delta / (delta + 38)
}

/// The text of an encoded one, without `xn--`; `None` if it is broken.
pub(super) fn decode(text: &str) -> Option<Vec<char>> {
    let (basic, digits) = text.rsplit_once('-').unwrap_or(("", text));
    let mut decoded: Vec<char> = basic.chars().collect();
    let (mut point, mut at, mut bias) = (FIRST, 0u32, 72);
    let mut bytes = digits.bytes().peekable();
    while bytes.peek().is_some() {
        let before = at;
        let mut weight = 1u32;
        for place in (BASE..).step_by(BASE as usize) {
            let digit = match bytes.next()? {
                byte @ b'a'..=b'z' => byte - b'a',
                byte @ b'A'..=b'Z' => byte - b'A',
                byte @ b'0'..=b'9' => byte - b'0' + 26,
                _ => return None,
            };
            let digit = u32::from(digit);
            at = at.checked_add(digit.checked_mul(weight)?)?;
            let threshold = threshold(place, bias);
            if digit < threshold {
                break;
            }
            weight = weight.checked_mul(BASE - threshold)?;
        }
        let points = u32::try_from(decoded.len()).ok()? + 1;
        bias = adapt(at - before, points, before == 0);
        point = point.checked_add(at / points)?;
        at %= points;
        decoded.insert(at as usize, char::from_u32(point)?);
        at += 1;
    }
    Some(decoded)
}

/// The encoded text, without `xn--`; `None` if it is too long to be of use.
pub(super) fn encode(text: &[char]) -> Option<String> {
    let mut encoded: String = text.iter().filter(|character| character.is_ascii()).collect();
    let basic = u32::try_from(encoded.len()).ok()?;
    let mut done = basic;
    if basic > 0 {
        encoded.push('-');
    }
    let (mut point, mut delta, mut bias) = (FIRST, 0u32, 72);
    while (done as usize) < text.len() {
        let next = text.iter().map(|character| u32::from(*character)).filter(|next| *next >= point).min()?;
        delta = delta.checked_add((next - point).checked_mul(done + 1)?)?;
        point = next;
        for character in text {
            let character = u32::from(*character);
            if character < point {
                delta = delta.checked_add(1)?;
            }
            if character == point {
                variable(&mut encoded, delta, bias);
                bias = adapt(delta, done + 1, done == basic);
                delta = 0;
                done += 1;
            }
        }
        delta = delta.checked_add(1)?;
        point += 1;
        if encoded.len() > 63 {
            return None;
        }
    }
    Some(encoded)
}

/// A number of variable length.
fn variable(encoded: &mut String, delta: u32, bias: u32) {
    let digit = |value: u32| char::from_digit(if value < 26 { value + 10 } else { value - 26 }, 36).unwrap_or('0');
    let mut rest = delta;
    for place in (BASE..).step_by(BASE as usize) {
        let threshold = threshold(place, bias);
        if rest < threshold {
            break;
        }
        encoded.push(digit(threshold + (rest - threshold) % (BASE - threshold)));
        rest = (rest - threshold) / (BASE - threshold);
    }
    encoded.push(digit(rest));
}

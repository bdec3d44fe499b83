//! Signatures of webhooks, by the Standard Webhooks specification: HMAC-SHA256 over id, time and body.
//!
//! Invariant: comparing takes the same time however much of a signature is right, and no key is ever shown.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use ring::hmac;

use crate::handshake::{decode_base64, encode_base64};
use crate::{Headers, Secret, SharedStr};

/// How many signatures of one request are looked at.
const MOST_SIGNATURES: usize = 16;

/// Signs outgoing webhooks, and verifies incoming ones.
///
/// A request has three headers: `webhook-id`, `webhook-timestamp` (seconds since 1970) and `webhook-signature`, which is
/// `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64; several signatures are parted by spaces.
///
/// ```
/// # use asyncapi_runtime::http::{Http, Signing};
/// let signing = Signing::new("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD");
/// let transport = Http::new().sign(signing);
/// ```
#[derive(Clone)]
pub struct Signing {
    keys: Arc<[hmac::Key]>,
    id: SharedStr,
    timestamp: SharedStr,
    signature: SharedStr,
    tolerance: Duration,
}

impl Signing {
    /// Signs and verifies with a key: `whsec_` and the key in base64, or any text, whose bytes are the key.
    pub fn new(key: impl Into<Secret>) -> Self {
        Self {
            keys: Arc::from([read_key(&key.into())]),
            id: "webhook-id".into(),
            timestamp: "webhook-timestamp".into(),
            signature: "webhook-signature".into(),
            tolerance: Duration::from_secs(5 * 60),
        }
    }

    /// Another key that is in use, while one takes the place of the other: requests are signed with all of them, and
    /// a signature by any of them is good.
    pub fn also(mut self, key: impl Into<Secret>) -> Self {
        self.keys = self.keys.iter().cloned().chain([read_key(&key.into())]).collect();
        self
    }

    /// Other headers than those of the specification: for the id, the time and the signature.
    pub fn headers(
        mut self,
        id: impl Into<SharedStr>,
        timestamp: impl Into<SharedStr>,
        signature: impl Into<SharedStr>,
    ) -> Self {
        (self.id, self.timestamp, self.signature) = (id.into(), timestamp.into(), signature.into());
        self
    }

    /// By how much the time of an incoming request may differ from this machine's; five minutes if nothing is said.
    pub fn tolerance(mut self, tolerance: Duration) -> Self {
        self.tolerance = tolerance;
        self
    }

    /// The header with the id.
    pub(super) fn id_header(&self) -> &SharedStr {
        &self.id
    }

    /// The headers of a request that was made just now.
    pub(super) fn sign(&self, id: &str, body: &[u8]) -> [(&str, String); 3] {
        self.sign_at(id, now(), body)
    }

    fn sign_at(&self, id: &str, at: u64, body: &[u8]) -> [(&str, String); 3] {
        let timestamp = at.to_string();
        let by = |key| format!("v1,{}", encode_base64(tag(key, id, &timestamp, body).as_ref()));
        let signatures: Vec<String> = self.keys.iter().map(by).collect();
        [(&self.id, id.to_owned()), (&self.signature, signatures.join(" ")), (&self.timestamp, timestamp)]
    }

    /// Whether a request was signed with one of the keys, not long ago.
    pub(super) fn verify(&self, headers: &Headers, body: &[u8]) -> Result<(), &'static str> {
        self.verify_at(headers, body, now())
    }

    fn verify_at(&self, headers: &Headers, body: &[u8], at: u64) -> Result<(), &'static str> {
        let id = headers.text(&self.id).ok_or("the header with the id is missing")?;
        let timestamp = headers.text(&self.timestamp).ok_or("the header with the time is missing")?;
        let signatures = headers.text(&self.signature).ok_or("the header with the signature is missing")?;
        let sent: u64 = timestamp.parse().map_err(|_| "the time is no number of seconds")?;
        if sent.abs_diff(at) > self.tolerance.as_secs() {
            return Err("the request is too old, or from the future");
        }
        let given = signatures.split(' ').filter_map(|one| one.strip_prefix("v1,")).take(MOST_SIGNATURES);
        let given: Vec<Vec<u8>> = given.filter_map(decode_base64).collect();
        // Compared in constant time by ring.
        let good = self.keys.iter().any(|key| {
            let mut signed = format!("{id}.{timestamp}.").into_bytes();
            signed.extend_from_slice(body);
            given.iter().any(|given| hmac::verify(key, &signed, given).is_ok())
        });
        good.then_some(()).ok_or("the signature is wrong")
    }
}

fn tag(key: &hmac::Key, id: &str, timestamp: &str, body: &[u8]) -> hmac::Tag {
    let mut context = hmac::Context::with_key(key);
    [id.as_bytes(), b".", timestamp.as_bytes(), b".", body].iter().for_each(|part| context.update(part));
    context.sign()
}

fn read_key(key: &Secret) -> hmac::Key {
    let encoded = key.expose().strip_prefix("whsec_").and_then(decode_base64);
    hmac::Key::new(hmac::HMAC_SHA256, encoded.as_deref().unwrap_or(key.expose().as_bytes()))
}

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs()
}

/// Not the keys.
impl fmt::Debug for Signing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Signing").field("keys", &self.keys.len()).field("signature", &self.signature).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const ID: &str = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    const AT: u64 = 1_614_265_330;
    const BODY: &[u8] = br#"{"test": 2432232314}"#;

    fn headers(pairs: &[(&str, String)]) -> Headers {
        let mut headers = Headers::new();
        pairs.iter().for_each(|(name, value)| headers.append((*name).to_owned(), value.clone()));
        headers
    }

    #[test]
    fn the_example_of_the_specification() {
        let signing = Signing::new(KEY);
        let signed = signing.sign_at(ID, AT, BODY);
        assert_eq!(signed[1].1, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assert_eq!(signing.verify_at(&headers(&signed), BODY, AT + 299), Ok(()));
    }

    #[test]
    fn what_is_wrong_is_refused() {
        let signing = Signing::new(KEY);
        let good = signing.sign_at(ID, AT, BODY);
        let verify = |pairs: &[(&str, String)], body: &[u8], at| signing.verify_at(&headers(pairs), body, at);
        assert!(verify(&good, b"{}", AT).unwrap_err().contains("signature is wrong"));
        assert!(verify(&good, BODY, AT + 301).unwrap_err().contains("too old"));
        assert!(verify(&good, BODY, AT - 301).unwrap_err().contains("future"));
        assert!(verify(&good[1..], BODY, AT).unwrap_err().contains("id"));
        for (at, wrong) in [(0, "other"), (1, ""), (1, "v1,"), (1, "v1,AAAA"), (1, "v2,x"), (2, "x"), (2, "-1")] {
            let mut pairs = good.clone();
            pairs[at].1 = wrong.to_owned();
            assert!(verify(&pairs, BODY, AT).is_err(), "{at} {wrong}");
        }
        assert!(Signing::new("another").verify_at(&headers(&good), BODY, AT).is_err());
    }

    #[test]
    fn keys_take_turns() {
        let (old, new) = (Signing::new("old"), Signing::new("new"));
        let both = Signing::new("old").also("new").headers("x-id", "x-time", "x-signature");
        let signed = both.sign_at(ID, AT, BODY);
        for one in [old, new] {
            let one = one.headers("x-id", "x-time", "x-signature");
            assert_eq!(one.verify_at(&headers(&signed), BODY, AT), Ok(()));
            assert_eq!(both.verify_at(&headers(&one.sign_at(ID, AT, BODY)), BODY, AT), Ok(()));
        }
        assert!(!format!("{:?}", Signing::new("hunter2")).contains("hunter2"));
    }
}

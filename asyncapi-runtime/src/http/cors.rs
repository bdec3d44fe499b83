//! Which pages of other origins may use the service (the Fetch standard's CORS).

use crate::{Headers, SharedStr};

/// The methods that a page may use: each channel says for itself which of them it takes.
const METHODS: &str = "GET, POST, PUT, PATCH, DELETE";
/// How long a browser may remember the answer, in seconds.
const MAX_AGE: &str = "600";

/// Which pages of other origins may listen and post. Without it, none may.
///
/// ```
/// # use asyncapi_runtime::http::{Cors, Http};
/// let transport = Http::new().cors(Cors::origins(["https://shop.example.com"]).credentials());
/// ```
#[derive(Debug, Clone)]
pub struct Cors {
    /// `None` says all.
    origins: Option<Vec<SharedStr>>,
    credentials: bool,
}

impl Cors {
    /// Pages of any origin, without cookies.
    pub fn any() -> Self {
        Self { origins: None, credentials: false }
    }

    /// Pages of these origins, such as `https://shop.example.com`.
    pub fn origins(origins: impl IntoIterator<Item = impl Into<SharedStr>>) -> Self {
        Self { origins: Some(origins.into_iter().map(Into::into).collect()), credentials: false }
    }

    /// The pages may send cookies (`withCredentials`); of origins that are named, that is.
    pub fn credentials(mut self) -> Self {
        self.credentials = self.origins.is_some();
        self
    }

    /// The headers of an answer to this request.
    pub(super) fn answer(&self, request: &Headers) -> Vec<(&'static str, SharedStr)> {
        let mut headers = Vec::new();
        let Some(origins) = &self.origins else {
            headers.push(("access-control-allow-origin", "*".into()));
            return headers;
        };
        headers.push(("vary", "origin".into()));
        let origin = request.text("origin").unwrap_or_default();
        if let Some(known) = origins.iter().find(|known| known.eq_ignore_ascii_case(origin)) {
            headers.push(("access-control-allow-origin", known.clone()));
            if self.credentials {
                headers.push(("access-control-allow-credentials", "true".into()));
            }
        }
        headers
    }

    /// The headers of the answer to a browser that asks before it sends; `None` if this is no such question.
    pub(super) fn preflight(&self, method: &str, request: &Headers) -> Option<Vec<(&'static str, SharedStr)>> {
        if method != "OPTIONS" || request.get("access-control-request-method").is_none() {
            return None;
        }
        let mut headers = self.answer(request);
        headers.push(("access-control-allow-methods", METHODS.into()));
        headers.push(("access-control-max-age", MAX_AGE.into()));
        // The headers that a message may have are the document's, which is asked with the message itself.
        if let Some(wanted) = request.text("access-control-request-headers") {
            headers.push(("access-control-allow-headers", wanted.to_owned().into()));
        }
        Some(headers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(origin: &str) -> Headers {
        let mut headers = Headers::new();
        headers.append("Origin", origin.to_owned());
        headers.append("Access-Control-Request-Method", "POST");
        headers.append("Access-Control-Request-Headers", "content-type");
        headers
    }

    fn value<'a>(headers: &'a [(&str, SharedStr)], name: &str) -> Option<&'a str> {
        headers.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str())
    }

    #[test]
    fn origins_that_are_named() {
        let cors = Cors::origins(["https://a.example"]).credentials();
        let known = cors.answer(&asked("https://a.example"));
        assert_eq!(value(&known, "access-control-allow-origin"), Some("https://a.example"));
        assert_eq!(value(&known, "access-control-allow-credentials"), Some("true"));
        let other = cors.answer(&asked("https://b.example"));
        assert_eq!(value(&other, "access-control-allow-origin"), None);
        assert_eq!(value(&other, "vary"), Some("origin"));
    }

    #[test]
    fn any_origin_never_with_cookies() {
        let answer = Cors::any().credentials().answer(&asked("https://b.example"));
        assert_eq!(value(&answer, "access-control-allow-origin"), Some("*"));
        assert_eq!(value(&answer, "access-control-allow-credentials"), None);
    }

    #[test]
    fn questions_before_a_request() {
        let cors = Cors::any();
        let answer = cors.preflight("OPTIONS", &asked("https://b.example")).unwrap();
        assert_eq!(value(&answer, "access-control-allow-headers"), Some("content-type"));
        assert!(cors.preflight("POST", &asked("x")).is_none());
        assert!(cors.preflight("OPTIONS", &Headers::new()).is_none());
    }
}

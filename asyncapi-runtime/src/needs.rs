//! What an operation asks of who uses it, as the sender sees it: a credential that was forgotten is said before anything
//! is sent.
//!
//! Invariant: nothing is refused that the peer might accept. What no message and no handshake shows is not asked for, nor
//! is anything of a transport of the program's own, which may present what nobody knows of.

use crate::wire::EncodeError;
use crate::{ChannelLink, Credential, Headers, MessageInfo, Outgoing, RawMessage, SaslMechanism};

/// The security of an operation, of which one alternative must be met. Made by generated code.
#[derive(Debug)]
pub struct Needs {
    /// The operation's key in the document.
    pub operation: &'static str,
    /// The alternatives: their names in the document, and all that each asks for.
    pub alternatives: &'static [(&'static str, &'static [Need])],
}

/// Something that a peer can see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// A key in this header.
    Header(&'static str),
    /// A key in the query.
    Query(&'static str),
    /// A key in this cookie.
    Cookie(&'static str),
    /// What stands behind the name of an HTTP authentication scheme, in small letters.
    Http(&'static str),
    /// User or password of the protocol.
    Login,
}

impl Need {
    fn is_in_headers(self, headers: &Headers) -> bool {
        match self {
            Self::Header(name) => headers.get(name).is_some(),
            Self::Query(_) => false,
            Self::Cookie(name) => headers.text("cookie").is_some_and(|cookies| has_cookie(cookies, name)),
            Self::Http(scheme) => has_scheme(headers, scheme),
            Self::Login => has_scheme(headers, "basic"),
        }
    }

    fn is_met_by(self, credential: &Credential) -> bool {
        match (self, credential) {
            (Self::Header(wanted), Credential::Header { name, .. }) => wanted.eq_ignore_ascii_case(name),
            (Self::Query(wanted), Credential::Query { name, .. })
            | (Self::Cookie(wanted), Credential::Cookie { name, .. }) => wanted == *name,
            (Self::Http("bearer"), Credential::Bearer(_) | Credential::Token(_)) => true,
            (Self::Http("basic"), Credential::Sasl { mechanism, .. }) => *mechanism == SaslMechanism::Plain,
            (Self::Http("basic") | Self::Login, Credential::UserPassword { .. }) => true,
            (Self::Http(wanted), Credential::Http { scheme, .. }) => wanted.eq_ignore_ascii_case(scheme),
            (Self::Login, Credential::User(_) | Credential::Password(_) | Credential::Sasl { .. }) => true,
            _ => false,
        }
    }
}

fn has_cookie(cookies: &str, name: &str) -> bool {
    cookies.split(';').filter_map(|cookie| cookie.trim().split_once('=')).any(|(found, _)| found == name)
}

fn has_scheme(headers: &Headers, scheme: &str) -> bool {
    let found = headers.text("authorization").and_then(|value| value.trim().split_once(' '));
    found.is_some_and(|(found, _)| found.eq_ignore_ascii_case(scheme))
}

/// What a handle presents with its messages: headers of the message and of the handshake, and credentials.
pub(crate) struct Presented<'a> {
    pub(crate) headers: [&'a Headers; 3],
    pub(crate) credentials: &'a [Credential],
    /// Of the connection, encoded.
    pub(crate) query: Option<&'a str>,
    /// Of the connection: it may have a login, or a query.
    pub(crate) url: &'a str,
}

impl Presented<'_> {
    fn meets(&self, need: Need) -> bool {
        let is_asked = |name: &str, query: &str| crate::Query::new(query.to_owned()).get(name).is_some();
        let (head, behind) = self.url.split_once('?').unwrap_or((self.url, ""));
        let of_url = match need {
            Need::Query(name) => is_asked(name, behind) || self.query.is_some_and(|query| is_asked(name, query)),
            Need::Http("basic") | Need::Login => {
                let rest = head.split_once("://").map_or(head, |(_, rest)| rest);
                rest.split('/').next().is_some_and(|authority| authority.contains('@'))
            }
            _ => false,
        };
        of_url
            || self.headers.iter().any(|headers| need.is_in_headers(headers))
            || self.credentials.iter().any(|credential| need.is_met_by(credential))
    }
}

impl Needs {
    pub(crate) fn check(&self, presented: &Presented<'_>) -> Result<(), EncodeError> {
        if self.alternatives.iter().any(|(_, needs)| needs.iter().all(|need| presented.meets(*need))) {
            return Ok(());
        }
        let names: Vec<&str> = self.alternatives.iter().map(|(name, _)| *name).collect();
        Err(EncodeError::new(format!(
            "operation `{}` asks for credentials of its own, by {}: give them with the message (`SendOptions::credential`), \
             or with the connection (`credential` of the endpoint)",
            self.operation,
            names.join(" or by ")
        )))
    }
}

/// A message that goes out only with what its operation asks for.
#[derive(Debug, Clone, Copy)]
pub struct Presenting<'a, T: ?Sized>(pub &'a T, pub &'a ChannelLink, pub &'static Needs);

impl<T: Outgoing + ?Sized> Outgoing for Presenting<'_, T> {
    fn encode(&self, info: &'static MessageInfo) -> Result<RawMessage, EncodeError> {
        let message = self.0.encode(info)?;
        self.1.presents(self.2, &message.headers)?;
        Ok(message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static NEEDS: Needs = Needs {
        operation: "order",
        alternatives: &[
            ("`key` and `user`", &[Need::Header("X-Key"), Need::Http("basic")]),
            ("`token`", &[Need::Http("bearer")]),
        ],
    };

    fn check(headers: &[(&'static str, &'static str)], credentials: &[Credential]) -> Result<(), EncodeError> {
        let mut all = Headers::default();
        headers.iter().for_each(|(name, value)| all.append(*name, *value));
        let none = Headers::default();
        NEEDS.check(&Presented { headers: [&all, &none, &none], credentials, query: None, url: "ws://host/x@y" })
    }

    #[test]
    fn one_alternative_is_met_in_full() {
        let key = || Credential::Header { name: "x-key", value: "k".into() };
        let user = || Credential::UserPassword { user: "u".into(), password: "p".into() };
        check(&[("Authorization", "Bearer t")], &[]).unwrap();
        check(&[], &[Credential::Bearer("t".into())]).unwrap();
        check(&[("X-KEY", "k"), ("authorization", "basic dTpw")], &[]).unwrap();
        check(&[], &[key(), user()]).unwrap();
        check(&[("X-KEY", "k")], &[user()]).unwrap();
        for credentials in [vec![], vec![key()], vec![user()]] {
            let error = check(&[("authorization", "digest x")], &credentials).unwrap_err().to_string();
            for part in ["`order`", "`key` and `user`", "or by `token`", "SendOptions::credential"] {
                assert!(error.contains(part), "{part}: {error}");
            }
        }
    }

    #[test]
    fn keys_and_logins_are_known_where_they_are() {
        let met = |need: Need, credential: Credential| need.is_met_by(&credential);
        assert!(met(Need::Query("k"), Credential::Query { name: "k", value: "x".into() }));
        assert!(met(Need::Cookie("k"), Credential::Cookie { name: "k", value: "x".into() }));
        assert!(met(Need::Http("digest"), Credential::Http { scheme: "Digest", value: "x".into() }));
        assert!(met(Need::Login, Credential::User("x".into())));
        assert!(!met(Need::Query("k"), Credential::Cookie { name: "k", value: "x".into() }));
        let none = Headers::default();
        let url = |url, need| Presented { headers: [&none; 3], credentials: &[], query: Some("b=2"), url }.meets(need);
        assert!(url("ws://u:p@host", Need::Login) && url("ws://u:p@host/x", Need::Http("basic")));
        assert!(url("ws://host?a=1", Need::Query("a")) && url("ws://host", Need::Query("b")));
        assert!(!url("ws://host?a=1", Need::Query("c")) && !url("ws://host/?u@v", Need::Login));
        let mut headers = Headers::default();
        headers.set("Cookie", "a=1; k=2");
        assert!(Need::Cookie("k").is_in_headers(&headers) && !Need::Cookie("b").is_in_headers(&headers));
    }
}

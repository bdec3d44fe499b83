//! What the document says about security schemes that have a server of their own, as generated statics: where a program
//! gets its tokens.

/// An `oauth2` scheme of the document.
#[derive(Debug)]
pub struct OAuth2Info {
    /// The scheme's key in the document.
    pub name: &'static str,
    /// The ways to a token.
    pub flows: &'static [OAuth2Flow],
}

impl OAuth2Info {
    /// The flow of a kind, if the document has it.
    pub fn flow(&self, kind: OAuth2FlowKind) -> Option<&OAuth2Flow> {
        self.flows.iter().find(|flow| flow.kind == kind)
    }
}

/// One way to a token.
#[derive(Debug)]
pub struct OAuth2Flow {
    /// Which way it is.
    pub kind: OAuth2FlowKind,
    /// `authorizationUrl`.
    pub authorization_url: Option<&'static str>,
    /// `tokenUrl`.
    pub token_url: Option<&'static str>,
    /// `refreshUrl`.
    pub refresh_url: Option<&'static str>,
    /// The scopes, each with its description.
    pub scopes: &'static [(&'static str, &'static str)],
}

/// The flows of OAuth 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OAuth2FlowKind {
    /// `implicit`.
    Implicit,
    /// `password`.
    Password,
    /// `clientCredentials`.
    ClientCredentials,
    /// `authorizationCode`.
    AuthorizationCode,
}

/// An `openIdConnect` scheme of the document.
#[derive(Debug)]
pub struct OpenIdInfo {
    /// The scheme's key in the document.
    pub name: &'static str,
    /// `openIdConnectUrl`: where the provider describes itself.
    pub url: &'static str,
}

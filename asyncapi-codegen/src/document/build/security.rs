//! Security schemes, and the requirements that name them.

use super::{Builder, items};
use crate::diagnostic::catalogue::load;
use crate::diagnostic::{Diagnostic, did_you_mean};
use crate::document::reference::uri::escape;
use crate::document::{
    HttpPlace, Location, SecurityKind, SecurityRequirement, SecurityScheme, SecuritySchemeId, Version,
};
use crate::source::{Key, Node};

impl Builder<'_> {
    /// `security` of `node`, which stands at `pointer`.
    pub(super) fn security(&mut self, node: &Node, pointer: &str) -> Vec<SecurityRequirement> {
        let version = self.document.version;
        let requirements = items(node, "security").iter().enumerate().filter_map(|(at, item)| {
            let schemes = match version {
                Version::V3(_) => {
                    let file = item.span().file;
                    let location = Location { file, pointer: format!("{pointer}/security/{at}") };
                    vec![self.requirement(item, location)?]
                }
                Version::V2(_) => {
                    let names = item.as_object()?.iter();
                    names.filter_map(|(name, scopes)| self.requirement_by_name(name, scopes)).collect()
                }
            };
            Some(SecurityRequirement { schemes, span: item.span() })
        });
        requirements.collect()
    }

    fn requirement(&mut self, item: &Node, location: Location) -> Option<(SecuritySchemeId, Vec<String>)> {
        let (node, way) = self.follow(item, location)?;
        let scopes = items(&node, "scopes").iter().filter_map(|scope| scope.as_str().map(ToOwned::to_owned)).collect();
        Some((self.scheme(node, &way)?, scopes))
    }

    fn requirement_by_name(&mut self, name: &Key, scopes: &Node) -> Option<(SecuritySchemeId, Vec<String>)> {
        // Names are those of the root document; those of the file that the name stands in are understood, too.
        let schemes = |file| self.document.roots.get(&file)?.get("components")?.get("securitySchemes");
        let mut file = self.document.root;
        if schemes(file).is_none_or(|known| known.get(&name.text).is_none()) {
            file = name.span.file;
        }
        let known = schemes(file);
        let Some(node) = known.and_then(|known| known.get(&name.text)).cloned() else {
            let keys = known.and_then(Node::as_object).into_iter().flat_map(|known| known.iter());
            let message = format!("security scheme `{}` is not defined", name.text);
            let fault = Diagnostic::new(&load::UNKNOWN_NAME, name.span, message)
                .label("not in `components.securitySchemes`")
                .maybe_help(did_you_mean(&name.text, keys.map(|(key, _)| &*key.text)));
            self.sink.push(fault);
            return None;
        };
        let location = Location { file, pointer: format!("/components/securitySchemes/{}", escape(&name.text)) };
        let (node, way) = self.follow(&node, location)?;
        let scopes =
            scopes.as_array().unwrap_or_default().iter().filter_map(|scope| scope.as_str().map(ToOwned::to_owned));
        Some((self.scheme(node, &way)?, scopes.collect()))
    }

    /// The scheme at the end of a way; it is called by the first key under `securitySchemes` on it.
    fn scheme(&mut self, node: Node, way: &[Location]) -> Option<SecuritySchemeId> {
        let location = way.last()?.clone();
        if let Some(id) = self.ids.security_schemes.get(&location) {
            return Some(*id);
        }
        let kind = kind(&node)?;
        let is_named = |it: &&Location| it.pointer.rsplit('/').nth(1) == Some("securitySchemes");
        let key = way.iter().find(is_named).and_then(|it| self.key_at(it)).map(|key| key.text.to_string());
        let id = SecuritySchemeId(u32::try_from(self.document.security_schemes.len()).ok()?);
        self.document.security_schemes.push(SecurityScheme {
            name: key.or_else(|| super::text(&node, "type"))?,
            location: location.clone(),
            description: super::text(&node, "description"),
            kind,
            node,
        });
        self.ids.security_schemes.insert(location, id);
        Some(id)
    }
}

fn kind(node: &Node) -> Option<SecurityKind> {
    let field = |name: &str| node.get(name).and_then(Node::as_str);
    Some(match field("type")? {
        "userPassword" => SecurityKind::UserPassword,
        "apiKey" if field("in")? == "password" => SecurityKind::ApiKeyAsPassword,
        "apiKey" => SecurityKind::ApiKeyAsUser,
        "httpApiKey" => {
            let place = match field("in")? {
                "query" => HttpPlace::Query,
                "cookie" => HttpPlace::Cookie,
                _ => HttpPlace::Header,
            };
            SecurityKind::HttpApiKey { name: field("name")?.to_owned(), place }
        }
        "http" => SecurityKind::Http {
            scheme: field("scheme")?.to_ascii_lowercase(),
            bearer_format: field("bearerFormat").map(ToOwned::to_owned),
        },
        "X509" => SecurityKind::X509,
        "symmetricEncryption" => SecurityKind::SymmetricEncryption,
        "asymmetricEncryption" => SecurityKind::AsymmetricEncryption,
        "oauth2" => SecurityKind::OAuth2,
        "openIdConnect" => SecurityKind::OpenIdConnect,
        "plain" => SecurityKind::Plain,
        "scramSha256" => SecurityKind::ScramSha256,
        "scramSha512" => SecurityKind::ScramSha512,
        "gssapi" => SecurityKind::Gssapi,
        _ => return None,
    })
}

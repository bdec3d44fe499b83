//! Servers: what is needed to reach them, and what they ask for before they let anybody in.

use super::bindings::Holder;
use super::channel::{Builder, names_in_braces};
use super::names::{self, Scope};
use super::selection::is_server_used;
use super::{
    AddressText, Alternative, Docs, Flow, FlowKind, Parameter, Scheme, SchemeInfo, Server, TokenSource, TypeUse,
};
use crate::check::walk::resolved;
use crate::document::{self, SecurityKind};
use crate::model::Builtin;
use crate::source::Node;

/// Lowers every server of the document.
pub(in crate::model) fn lower_servers(builder: &mut Builder<'_, '_>, statics: &mut Scope) -> Vec<Server> {
    let mut types = Scope::reserving(names::SERVERS);
    let mut variants = Scope::default();
    let (document, options) = (builder.document, builder.options);
    let lower = |server| builder.lower_server(server, &mut types, statics, &mut variants);
    document.servers.iter().filter(|server| is_server_used(document, options, server)).map(lower).collect()
}

/// The schemes in use that tell where tokens come from.
pub(in crate::model) fn lower_schemes(builder: &Builder<'_, '_>, statics: &mut Scope) -> Vec<SchemeInfo> {
    let document = builder.document;
    let schemes = document.security_schemes.iter().filter_map(|scheme| {
        let source = match scheme.kind {
            SecurityKind::OAuth2 => TokenSource::OAuth2(lower_flows(document, scheme.node.get("flows")?)),
            SecurityKind::OpenIdConnect => TokenSource::OpenId(text(&scheme.node, "openIdConnectUrl")?),
            _ => return None,
        };
        let docs = document::Docs { description: scheme.description.clone(), ..Default::default() };
        Some(SchemeInfo {
            static_name: statics.name(&names::screaming(&scheme.name)),
            key: scheme.name.clone(),
            docs: builder.docs(&docs, scheme.node.span()),
            source,
        })
    });
    schemes.collect()
}

fn lower_flows(document: &document::Document, flows: &Node) -> Vec<Flow> {
    const KINDS: [(&str, FlowKind); 4] = [
        ("implicit", FlowKind::Implicit),
        ("password", FlowKind::Password),
        ("clientCredentials", FlowKind::ClientCredentials),
        ("authorizationCode", FlowKind::AuthorizationCode),
    ];
    let flows = KINDS.iter().filter_map(|(key, kind)| {
        let flow = flows.get(key)?;
        // 2.x calls them `scopes`.
        let scopes = flow.get("availableScopes").or_else(|| flow.get("scopes"));
        let scopes = scopes.and_then(|scopes| resolved(document, scopes));
        let scopes = scopes.as_ref().and_then(Node::as_object);
        let scopes = scopes.into_iter().flat_map(|scopes| scopes.iter());
        Some(Flow {
            kind: *kind,
            authorization_url: text(flow, "authorizationUrl"),
            token_url: text(flow, "tokenUrl"),
            refresh_url: text(flow, "refreshUrl"),
            scopes: scopes
                .map(|(name, what)| (name.text.to_string(), what.as_str().unwrap_or_default().to_owned()))
                .collect(),
        })
    });
    flows.collect()
}

fn text(node: &Node, key: &str) -> Option<String> {
    node.get(key).and_then(Node::as_str).map(str::to_owned)
}

impl Builder<'_, '_> {
    fn lower_server(
        &mut self,
        server: &document::Server,
        types: &mut Scope,
        statics: &mut Scope,
        choice: &mut Scope,
    ) -> Server {
        let pathname = server.pathname.as_ref().map(|pathname| pathname.value.clone()).unwrap_or_default();
        let security = self.lower_security(&server.security);
        let protocol = server.protocol.value.to_ascii_lowercase();
        let template = format!("{}{pathname}", server.host.value);
        let name = types.suffixed(&names::camel(&server.key.text), "Server");
        let own = |types: &mut Scope, what: &str| types.name(&names::camel(&format!("{} {what}", server.key.text)));
        Server {
            credentials: own(types, "credentials"),
            listener: own(types, "listener"),
            variables_type: own(types, "variables"),
            static_name: statics.name(&names::screaming(&server.key.text)),
            variant: choice.name(&names::camel(&server.key.text)),
            listens: listens(&protocol),
            bindings: self.bindings(Holder::Server, &server.bindings),
            name,
            key: server.key.text.to_string(),
            docs: self.docs(&server.docs, server.key.span),
            protocol,
            protocol_version: server.protocol_version.as_ref().map(|version| version.value.clone()),
            host: server.host.value.clone(),
            pathname,
            variables: self.lower_variables(server, &template),
            tried: tried(&security),
            security,
        }
    }

    pub(super) fn lower_security(&self, requirements: &[document::SecurityRequirement]) -> Vec<Alternative> {
        let mut methods = Scope::reserving(names::BUILDER);
        let (mut variants, mut constants) = (Scope::default(), Scope::default());
        let alternatives = requirements.iter().map(|requirement| {
            let find = |(id, scopes): &(document::SecuritySchemeId, Vec<String>)| {
                Some((self.document.security_schemes.get(id.0 as usize)?, scopes.clone()))
            };
            let schemes: Vec<_> = requirement.schemes.iter().filter_map(find).collect();
            let names: Vec<_> = schemes.iter().map(|(scheme, _)| scheme.name.as_str()).collect();
            let name = if names.is_empty() { "anonymous".to_owned() } else { names.join(" and ") };
            let mut arguments = Scope::default();
            Alternative {
                variant: variants.name(&names::camel(&name)),
                method: methods.prefixed(&names::snake(&name), "with_"),
                scopes_name: constants.name(&names::screaming(&format!("{name} scopes"))),
                docs: self.docs(&document::Docs::default(), requirement.span),
                schemes: schemes.into_iter().map(|it| lower_scheme(it, &mut arguments)).collect(),
            }
        });
        alternatives.collect()
    }

    fn lower_variables(&mut self, server: &document::Server, template: &str) -> Vec<Parameter> {
        let mut fields = Scope::default();
        let mut lowered = Vec::new();
        for key in names_in_braces(template) {
            let variable = server.variables.iter().find(|variable| *variable.key.text == key);
            lowered.push(Parameter {
                name: fields.name(&names::snake(&key)),
                docs: variable.map_or_else(Docs::default, |variable| {
                    let docs = document::Docs { description: variable.description.clone(), ..Default::default() };
                    self.docs(&docs, variable.key.span)
                }),
                values: variable.map(|it| texts(&it.values)).unwrap_or_default(),
                ty: variable.map_or(TypeUse::Builtin(Builtin::String), |it| self.lower_variable(server, it)),
                schema: None,
                default: variable.and_then(|variable| Some(variable.default.as_ref()?.value.clone())),
                examples: variable.map(|it| texts(&it.examples)).unwrap_or_default(),
                location: None,
                text: AddressText::Percent,
                key,
            });
        }
        lowered
    }

    /// The type of a variable: an enum where the document lists its values.
    fn lower_variable(&mut self, server: &document::Server, variable: &document::ServerVariable) -> TypeUse {
        if variable.values.is_empty() {
            return TypeUse::Builtin(Builtin::String);
        }
        let hint = format!("{} {}", server.key.text, variable.key.text);
        let values: Vec<_> = variable.values.iter().map(|value| (value.value.clone(), value.span)).collect();
        self.schemas.text_enum(&hint, &values, variable.key.span)
    }
}

pub(super) fn texts(values: &[document::Spanned<String>]) -> Vec<String> {
    values.iter().map(|value| value.value.clone()).collect()
}

/// Whether a scheme is something that a sender gives with a message or a handshake. Certificates belong to TLS, which may
/// have them from elsewhere.
pub(in crate::model) fn is_presented(scheme: &Scheme) -> bool {
    scheme.shown && !matches!(scheme.kind, SecurityKind::X509)
}

/// What asks for most comes first, so that who has proven more is not taken for one who has proven less; what nothing in
/// a handshake shows comes behind, and whoever comes without anything last.
pub(super) fn tried(security: &[Alternative]) -> Vec<usize> {
    let mut order: Vec<(usize, &Alternative)> = security.iter().enumerate().collect();
    order.sort_by_key(|(_, alternative)| {
        let shown = alternative.schemes.iter().filter(|scheme| scheme.shown).count();
        (std::cmp::Reverse(shown), std::cmp::Reverse(alternative.schemes.len()))
    });
    order.into_iter().map(|(at, _)| at).collect()
}

fn lower_scheme((scheme, scopes): (&document::SecurityScheme, Vec<String>), arguments: &mut Scope) -> Scheme {
    Scheme {
        name: arguments.name(&names::snake(&scheme.name)),
        key: scheme.name.clone(),
        kind: scheme.kind.clone(),
        scopes,
        shown: is_shown(&scheme.kind),
    }
}

/// Whether the handshake of WebSocket and HTTP has a place for it. SASL has none there, and a key that encrypts is not shown.
fn is_shown(kind: &SecurityKind) -> bool {
    !matches!(
        kind,
        SecurityKind::ScramSha256
            | SecurityKind::ScramSha512
            | SecurityKind::Gssapi
            | SecurityKind::SymmetricEncryption
            | SecurityKind::AsymmetricEncryption
    )
}

/// How the values of parameters stand in the addresses of a channel on servers of these protocols.
pub(super) fn address_text<'p>(protocols: impl Iterator<Item = &'p str>) -> AddressText {
    let mut found: Vec<AddressText> = Vec::new();
    for protocol in protocols {
        let text = match protocol.to_ascii_lowercase().as_str() {
            "ws" | "wss" | "http" | "https" | "sse" => AddressText::Percent,
            "kafka" | "kafka-secure" | "googlepubsub" | "pulsar" => AddressText::Strict,
            "mqtt" | "mqtts" | "mqtt5" | "secure-mqtt" => AddressText::Plain("/+#".to_owned()),
            "nats" => AddressText::Plain(". *>".to_owned()),
            "amqp" | "amqps" => AddressText::Plain(".*#".to_owned()),
            "redis" | "rediss" => AddressText::Plain("*?[]^\\".to_owned()),
            _ => AddressText::Plain("/*+#>".to_owned()),
        };
        if !found.contains(&text) {
            found.push(text);
        }
    }
    match found.len() {
        0 => AddressText::Percent,
        1 => found.swap_remove(0),
        // What is right in one of them is wrong in the other.
        _ => AddressText::Strict,
    }
}

/// Whether a program can listen in the place of a server that speaks this protocol.
pub(super) fn listens(protocol: &str) -> bool {
    matches!(protocol.to_ascii_lowercase().as_str(), "ws" | "wss") || is_http(protocol)
}

/// Whether a server speaks HTTP, also where the document names what goes over it.
pub(super) fn is_http(protocol: &str) -> bool {
    matches!(protocol.to_ascii_lowercase().as_str(), "http" | "https" | "sse")
}

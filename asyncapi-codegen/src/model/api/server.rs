//! Servers: what is needed to reach them, and what they ask for before they let anybody in.

use super::channel::{Builder, bindings, names_in_braces};
use super::names::{self, Scope};
use super::{Alternative, Docs, Parameter, Scheme, Server, TypeUse};
use crate::document;
use crate::model::Builtin;

/// Lowers every server of the document.
pub(in crate::model) fn lower_servers(builder: &mut Builder<'_, '_>) -> Vec<Server> {
    let mut types = Scope::reserving(names::SERVERS);
    let mut statics = Scope::default();
    builder.document.servers.iter().map(|server| builder.lower_server(server, &mut types, &mut statics)).collect()
}

impl Builder<'_, '_> {
    fn lower_server(&self, server: &document::Server, types: &mut Scope, statics: &mut Scope) -> Server {
        let pathname = server.pathname.as_ref().map(|pathname| pathname.value.clone()).unwrap_or_default();
        let mut methods = Scope::reserving(names::BUILDER);
        let mut variants = Scope::default();
        let mut security = Vec::new();
        for requirement in &server.security {
            let schemes: Vec<_> = requirement
                .schemes
                .iter()
                .filter_map(|(id, _)| self.document.security_schemes.get(id.0 as usize))
                .collect();
            let names: Vec<_> = schemes.iter().map(|scheme| scheme.name.as_str()).collect();
            let name = names.join(" and ");
            let mut arguments = Scope::default();
            security.push(Alternative {
                variant: variants.name(&names::camel(&name)),
                method: methods.prefixed(&names::snake(&name), "with_"),
                docs: self.docs(&document::Docs::default(), requirement.span),
                schemes: schemes.iter().map(|scheme| lower_scheme(scheme, &mut arguments)).collect(),
            });
        }
        let protocol = server.protocol.value.to_ascii_lowercase();
        let template = format!("{}{pathname}", server.host.value);
        let name = types.suffixed(&names::camel(&server.key.text), "Server");
        let own = |types: &mut Scope, what: &str| types.name(&names::camel(&format!("{} {what}", server.key.text)));
        Server {
            credentials: own(types, "credentials"),
            listener: own(types, "listener"),
            variables_type: own(types, "variables"),
            static_name: statics.name(&names::screaming(&server.key.text)),
            listens: listens(&protocol),
            bindings: bindings(&server.bindings),
            name,
            key: server.key.text.to_string(),
            docs: self.docs(&server.docs, server.key.span),
            protocol,
            protocol_version: server.protocol_version.as_ref().map(|it| it.value.clone()),
            host: server.host.value.clone(),
            pathname,
            variables: lower_variables(self, server, &template),
            security,
        }
    }
}

fn lower_variables(builder: &Builder<'_, '_>, server: &document::Server, template: &str) -> Vec<Parameter> {
    let mut fields = Scope::default();
    let mut lowered = Vec::new();
    for key in names_in_braces(template) {
        let variable = server.variables.iter().find(|variable| *variable.key.text == key);
        lowered.push(Parameter {
            name: fields.name(&names::snake(&key)),
            docs: variable.map_or_else(Docs::default, |variable| {
                let docs = document::Docs { description: variable.description.clone(), ..Default::default() };
                builder.docs(&docs, variable.key.span)
            }),
            values: variable.map(|it| it.values.iter().map(|value| value.value.clone()).collect()).unwrap_or_default(),
            ty: TypeUse::Builtin(Builtin::String),
            default: variable.and_then(|variable| Some(variable.default.as_ref()?.value.clone())),
            key,
        });
    }
    lowered
}

fn lower_scheme(scheme: &document::SecurityScheme, arguments: &mut Scope) -> Scheme {
    Scheme { name: arguments.name(&names::snake(&scheme.name)), key: scheme.name.clone(), kind: scheme.kind.clone() }
}

/// Whether a program can listen in the place of a server that speaks this protocol.
pub(super) fn listens(protocol: &str) -> bool {
    matches!(protocol.to_ascii_lowercase().as_str(), "ws" | "wss" | "http" | "https")
}

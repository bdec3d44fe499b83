//! Security: the scopes that are asked for. That the schemes exist was checked with the references.

use super::walk::{Walk, items, list};
use crate::diagnostic::catalogue::{check, lint};
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::source::{Key, Node, Object};

pub(super) fn check(walk: &Walk<'_>, sink: &mut Sink) {
    if !walk.is_v2() {
        for scheme in walk.components("securitySchemes") {
            let scopes = items(&scheme.node, "scopes");
            scopes_of_flows(walk, &scheme.key.text, &scheme.node, scopes, &lint::SCOPE_NOT_IN_FLOWS, sink);
        }
        return;
    }
    let servers = walk.servers.iter().filter(|server| server.in_use).map(|server| &server.node);
    let operations = walk.document.operations.iter().map(|operation| &operation.node);
    for requirement in servers.chain(operations).flat_map(|holder| items(holder, "security")) {
        for (name, scopes) in requirement.as_object().into_iter().flat_map(|object| object.iter()) {
            if let Some(scheme) = scheme(walk, name) {
                let scopes = scopes.as_array().unwrap_or_default();
                scopes_of_flows(walk, &name.text, &scheme, scopes, &check::UNKNOWN_SCOPE, sink);
            }
        }
    }
}

/// The scheme of a name: the root document's, else that of the file which the name stands in.
fn scheme(walk: &Walk<'_>, name: &Key) -> Option<Node> {
    let of = |root: &Node| root.get("components")?.get("securitySchemes")?.get(&name.text).cloned();
    let found = walk.root().and_then(of).or_else(|| walk.document.roots.get(&name.span.file).and_then(of))?;
    walk.resolved(&found)
}

/// A token is asked for with these scopes; an authorization server refuses those that it does not have.
fn scopes_of_flows(walk: &Walk<'_>, name: &str, scheme: &Node, scopes: &[Node], code: &'static Code, sink: &mut Sink) {
    if scopes.is_empty() || scheme.get("type").and_then(Node::as_str) != Some("oauth2") {
        return;
    }
    let flows = ["implicit", "password", "clientCredentials", "authorizationCode"];
    let flows = flows.iter().filter_map(|flow| scheme.get("flows")?.get(flow));
    let offered = flows.flat_map(|flow| ["scopes", "availableScopes"].map(|field| flow.get(field)));
    let offered: Vec<&Object> = offered.flatten().filter_map(Node::as_object).collect();
    for (node, scope) in scopes.iter().filter_map(|node| Some((node, node.as_str()?))) {
        if !walk.may_spend(1) || offered.iter().any(|scopes| scopes.get(scope).is_some()) {
            continue;
        }
        let fault = Diagnostic::new(code, node.span(), format!("security scheme `{name}` has no scope `{scope}`"));
        let known = || offered.iter().flat_map(|scopes| scopes.iter()).map(|(key, _)| &*key.text);
        let help = walk.advice(scope, known()).unwrap_or_else(|| match list(known()) {
            none if none.is_empty() => "no flow of the scheme has scopes".to_owned(),
            some => format!("its flows have {some}"),
        });
        sink.push(fault.label("not a scope of its flows").help(help));
    }
}

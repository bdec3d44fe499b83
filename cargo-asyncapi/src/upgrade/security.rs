//! Security: requirements by name → references to schemes.

use std::collections::HashMap;

use asyncapi_codegen::document::Document;
use asyncapi_codegen::source::Node;

use super::Upgrader;
use crate::bundle::name::{pointer, reference};
use crate::bundle::with_section;
use crate::rewrite::{Entry, Item, Out};

/// The scopes that are asked of each scheme: in 3.x, a scheme says them itself.
pub(super) struct Schemes {
    /// By name: the sets of scopes, each with the key of the scheme that says them. The first has the name itself.
    sets: HashMap<String, Vec<(Vec<String>, String)>>,
    taken: Vec<String>,
}

impl Schemes {
    pub(super) fn of(document: &Document) -> Self {
        let root = document.roots.get(&document.root);
        let known = root.and_then(|root| root.get("components")?.get("securitySchemes")?.as_object());
        let taken = known.into_iter().flat_map(|known| known.iter()).map(|(key, _)| key.text.to_string()).collect();
        let mut schemes = Self { sets: HashMap::new(), taken };
        let servers = document.servers.iter().map(|server| &server.node);
        let operations = document.operations.iter().map(|operation| &operation.node);
        for node in servers.chain(operations) {
            for requirement in node.get("security").and_then(Node::as_array).unwrap_or_default() {
                for (name, scopes) in requirement.as_object().into_iter().flat_map(|names| names.iter()) {
                    schemes.key(&name.text, scopes);
                }
            }
        }
        schemes
    }

    /// The key of the scheme with these scopes.
    fn key(&mut self, name: &str, scopes: &Node) -> String {
        let scopes: Vec<String> = scopes
            .as_array()
            .unwrap_or_default()
            .iter()
            .filter_map(|scope| scope.scalar_text().map(ToOwned::to_owned))
            .collect();
        let sets = self.sets.entry(name.to_owned()).or_default();
        if let Some((_, key)) = sets.iter().find(|(set, _)| *set == scopes) {
            return key.clone();
        }
        let mut key = name.to_owned();
        let mut number = 2_usize;
        while !sets.is_empty() && self.taken.contains(&key) {
            key = format!("{name}{number}");
            number += 1;
        }
        if !sets.is_empty() {
            self.taken.push(key.clone());
        }
        sets.push((scopes, key.clone()));
        key
    }

    fn scopes_of(&self, key: &str) -> &[String] {
        self.sets.get(key).and_then(|sets| sets.first()).map(|(scopes, _)| scopes.as_slice()).unwrap_or_default()
    }
}

impl Upgrader<'_> {
    pub(super) fn security(&mut self, entry: Entry, node: &Node, result: &mut Vec<Entry>) {
        let Some(items) = self.open_list(&entry.value) else { return result.push(entry) };
        let mut is_whole = true;
        let mut list = Vec::new();
        let requirements = node.get("security").and_then(Node::as_array).unwrap_or_default();
        for (item, requirement) in items.into_iter().zip(requirements) {
            let names = requirement.as_object();
            is_whole &= names.is_some_and(|names| names.len() == 1);
            let mut lead = item.lead;
            for (name, scopes) in names.into_iter().flat_map(|names| names.iter()) {
                let key = self.schemes.key(&name.text, scopes);
                let to = reference(&pointer(&["components", "securitySchemes", &key]));
                list.push(Item { lead: std::mem::take(&mut lead), value: Out::reference(to) });
            }
        }
        let kept = entry.clone().renamed("x-security");
        result.push(Entry { value: Out::List(list), ..entry });
        if !is_whole {
            let text = "3.x knows neither several security schemes at once nor none as an alternative: the schemes are \
                        alternatives, and what was asked is kept as `x-security`";
            self.note(node.get("security").unwrap_or(node), text);
            result.push(Entry { lead: Vec::new(), ..kept });
        }
    }

    pub(super) fn security_scheme(&mut self, entries: Vec<Entry>, _: &Node) -> Vec<Entry> {
        let mut result = entries;
        for entry in result.iter_mut().filter(|entry| entry.key == "flows") {
            let Some(mut flows) = self.open(&entry.value) else { continue };
            for flow in &mut flows {
                if let Some(fields) = self.open(&flow.value) {
                    let renamed = fields.into_iter().map(|field| match field.key.as_str() {
                        "scopes" => field.renamed("availableScopes"),
                        _ => field,
                    });
                    flow.value = Out::Map(renamed.collect());
                }
            }
            entry.value = Out::Map(flows);
        }
        result
    }

    /// Adds the scopes to the schemes, and the schemes that differ from others by their scopes alone.
    pub(super) fn add_schemes(&mut self, root: &mut Vec<Entry>) {
        if self.schemes.sets.values().flatten().all(|(scopes, _)| scopes.is_empty()) {
            return;
        }
        let schemes = &self.schemes;
        with_section(self.context, root, "components", |components| {
            with_section(self.context, components, "securitySchemes", |section| {
                let mut added = Vec::new();
                for entry in section.iter_mut() {
                    let Out::Map(fields) = &mut entry.value else { continue };
                    let other = schemes.sets.get(&entry.key).and_then(|sets| sets.get(1..)).unwrap_or_default();
                    for (scopes, key) in other {
                        let mut fields = fields.clone();
                        fields.extend(scopes_field(scopes));
                        added.push(Entry::new(key.clone(), Out::Map(fields)));
                    }
                    fields.extend(scopes_field(schemes.scopes_of(&entry.key)));
                }
                section.extend(added);
            });
        });
    }
}

fn scopes_field(scopes: &[String]) -> Option<Entry> {
    let list = scopes.iter().map(|scope| Out::Text(scope.clone()).into()).collect();
    (!scopes.is_empty()).then(|| Entry::new("scopes", Out::List(list)))
}

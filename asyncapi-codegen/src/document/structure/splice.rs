//! A reference in the place of a whole map or list: `channels: { $ref: channels.yaml }`, `properties: { $ref: … }`.
//!
//! In the place of the reference comes a map, or a list, of references: to each entry of what it leads to. So the
//! entries keep the places and names of the file that they stand in, and nothing is within itself. What stands beside
//! the `$ref` is there, too, and hides what has the same key.

use super::{Place, Walk, fault};
use crate::document::reference::reference_of;
use crate::document::reference::uri::escape;
use crate::document::shape::{Object as Table, Shape};
use crate::document::{Location, Target, Version};
use crate::source::{Key, Node, Object, Span, Value};

impl Walk<'_, '_> {
    /// Puts the entries in the place of a reference to all of them, if `node` is one. `false`: it leads nowhere, which
    /// was reported.
    pub(super) fn splice(&mut self, node: &Node, item: &'static Shape, of_list: bool, place: &Place<'_>) -> bool {
        let item =
            if let Shape::Since(minor, new, old) = item { if self.minor >= *minor { new } else { old } } else { item };
        let may_refer = match item {
            Shape::OrReference(_) => true,
            Shape::Reference(_) | Shape::MessageReference | Shape::Text | Shape::Any => false,
            Shape::Object(_) if of_list => false,
            _ => return true,
        };
        self.splice_entries(node, may_refer, of_list, place)
    }

    fn splice_entries(&mut self, node: &Node, may_refer: bool, of_list: bool, place: &Place<'_>) -> bool {
        let Some(reference) = reference_of(node).cloned() else { return true };
        let Some(target) = self.resolver.follow(&reference, self.sink).and_then(|mut steps| steps.pop()) else {
            return false;
        };
        let home = reference.as_str().and_then(|text| text.split('#').next()).unwrap_or_default();
        let value = match (target.node.value(), of_list) {
            (Value::Object(object), false) => {
                let beside =
                    node.as_object().into_iter().flat_map(Object::iter).filter(|(key, _)| &*key.text != "$ref");
                let mut entries: Vec<_> = beside.map(|(key, value)| (key.clone(), value.clone())).collect();
                let own = entries.len();
                for (key, value) in object.iter() {
                    if !entries.iter().take(own).any(|(own, _)| own.text == key.text) {
                        entries.push((key.clone(), self.entry(value, (home, &target), &key.text, key.span, may_refer)));
                    }
                }
                Value::Object(Object::new(entries))
            }
            (Value::Array(items), true) => {
                let items = items.iter().enumerate();
                Value::Array(
                    items
                        .map(|(at, it)| self.entry(it, (home, &target), &at.to_string(), it.span(), may_refer))
                        .collect(),
                )
            }
            (_, of_list) => {
                let wanted = if of_list { "an array" } else { "an object" };
                self.sink.push(fault::leads_to_another(&reference, &target.node, wanted, place));
                return false;
            }
        };
        node.stand_in(Node::new(node.span(), value));
        true
    }

    /// An entry of what a reference leads to: a reference to it, which stands at `span`; a scalar is itself.
    fn entry(&mut self, value: &Node, (home, target): (&str, &Target), key: &str, span: Span, may_refer: bool) -> Node {
        if !may_refer || (value.as_object().is_none() && value.as_array().is_none()) {
            return value.clone();
        }
        let pointer = format!("{}/{}", target.location.pointer, escape(key));
        // As it would be written where the reference to all of them stands.
        let text = Node::new(span, Value::String(format!("{home}#{pointer}").into()));
        let location = Location { file: target.location.file, pointer };
        self.resolver.references.targets.entry(span).or_insert_with(|| Target { node: value.clone(), location });
        Node::new(span, Value::Object(Object::new(vec![(Key { text: "$ref".into(), span }, text)])))
    }

    /// The maps that references name entries of, before any reference is followed: `#/channels/chat` is a channel of the
    /// document, wherever its channels stand.
    pub(super) fn splice_maps(&mut self, root: &Node, table: &'static Table) {
        for field in table.fields {
            let Some((key, node)) = root.as_object().and_then(|object| object.entry(field.name)) else { continue };
            match field.shape {
                Shape::Map(item) | Shape::NamedMap(item) => drop(self.splice(node, item, false, &Place::of(key))),
                Shape::Object(inner) if field.name == "components" => self.splice_maps(node, inner),
                _ => {}
            }
        }
        let channels = root.get("channels").filter(|_| matches!(self.version, Version::V3(_)));
        for (_, channel) in channels.and_then(Node::as_object).into_iter().flat_map(Object::iter) {
            let resolved = reference_of(channel).and_then(|it| self.resolver.follow(it, self.sink)?.pop());
            let channel = resolved.map_or_else(|| channel.clone(), |target| target.node);
            if let Some((key, messages)) = channel.as_object().and_then(|object| object.entry("messages")) {
                self.splice_entries(messages, true, false, &Place::of(key));
            }
        }
    }
}

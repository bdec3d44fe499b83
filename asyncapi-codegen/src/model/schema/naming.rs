//! What the types of schemas are called.
//!
//! Input: what each type wants to be called, by its place. Output: the names, decided once, when all types are known.

use super::{Schemas, Wanted, graph};
use crate::collections::HashSet;
use crate::diagnostic::Sink;
use crate::document::Location;
use crate::model::names::{self, Scope};
use crate::model::{Additional, Builtin, Condition, Shape, TypeDefinition, TypeUse};

impl Schemas<'_> {
    /// All types, with their names, none of which is in `taken`. Types that a `$ref` or a message names come first to
    /// the choice of a name, so that an inline schema never takes the name of a named one.
    ///
    /// With them, the conditions that they refer to.
    pub fn finish(mut self, taken: &mut Scope, sink: &mut Sink) -> (Vec<TypeDefinition>, Vec<Condition>) {
        self.keep_what_decides();
        graph::finish(&mut self.types, sink);
        self.finish_schemas();
        self.conditions = self.finish_conditions();
        self.finish_examples(sink);
        let own: Vec<(usize, String, &str)> = self
            .wanted
            .iter()
            .enumerate()
            .filter_map(|(at, wanted)| match wanted {
                Wanted::Own(text) => Some((at, names::camel(&names::readable(text)), text.as_str())),
                Wanted::Inner(..) => None,
            })
            .collect();
        let pairs: Vec<(String, &str)> = own.iter().map(|(_, name, text)| (name.clone(), *text)).collect();
        let others = |at: usize| {
            let Some((id, _, text)) = own.get(at) else { return Vec::new() };
            let qualified = self.otherwise.get(id).into_iter().map(String::as_str);
            std::iter::once(*text).chain(qualified).map(names::camel).collect()
        };
        for ((at, ..), name) in own.iter().zip(taken.assign_or(&pairs, others)) {
            if let Some(definition) = self.types.get_mut(*at) {
                definition.name = name;
            }
        }
        for (at, wanted) in self.wanted.iter().enumerate() {
            if let Wanted::Inner(parent, text) = wanted {
                // A parent is always made before what is in it, so its name is there.
                let parent = self.types.get(parent.0 as usize).map(|it| it.name.0.clone()).unwrap_or_default();
                let whole = format!("{parent} {}", names::camel(text));
                let name = taken.claim_one(&names::camel(&names::readable(&whole)), &[names::camel(&whole)]);
                if let Some(definition) = self.types.get_mut(at) {
                    definition.name = name;
                }
            }
        }
        (self.types, self.conditions)
    }

    /// Lets the types of which what they do not name matters keep it.
    fn keep_what_decides(&mut self) {
        let mut open = std::mem::take(&mut self.kept);
        let mut seen = HashSet::new();
        while let Some(ty) = open.pop() {
            let id = match ty {
                TypeUse::Named(id) if seen.insert(id) => id,
                TypeUse::Nullable(ty) | TypeUse::Boxed(ty) | TypeUse::Ruled(ty, _) => {
                    open.push(*ty);
                    continue;
                }
                _ => continue,
            };
            match self.types.get_mut(id.0 as usize).map(|definition| &mut definition.shape) {
                Some(Shape::Struct(object)) if matches!(object.additional, Additional::Ignored) => {
                    let taken: Vec<&str> = object.fields.iter().map(|field| field.name.0.as_str()).collect();
                    let field = Scope::reserving(&taken).claim("additional_properties");
                    object.additional = Additional::Kept { field, value: TypeUse::Builtin(Builtin::Json) };
                }
                Some(Shape::Alias(ty) | Shape::Newtype(ty)) => open.push(ty.clone()),
                Some(Shape::Union(union)) => open.extend(union.arms.iter().map(|arm| arm.ty.clone())),
                Some(Shape::AnyOf(any)) => open.extend(any.arms.iter().map(|arm| arm.ty.clone())),
                _ => {}
            }
        }
    }

    /// What a schema is called by its place: the key under `schemas`, with the path within; of a file, its name.
    pub(super) fn location_name(&self, location: &Location) -> String {
        let unescaped = |segment: &str| segment.replace("~1", "/").replace("~0", "~");
        let segments: Vec<String> = location.pointer.split('/').skip(1).map(unescaped).collect();
        let home =
            segments.iter().rposition(|it| matches!(it.as_str(), "schemas" | "definitions" | "$defs" | "messages"));
        let from = home.map_or(0, |at| if at + 1 < segments.len() { at + 1 } else { at });
        let structural = |it: &&String| {
            !matches!(it.as_str(), "properties" | "items" | "allOf" | "oneOf" | "anyOf" | "components" | "channels")
        };
        let named: Vec<&str> = segments.iter().skip(from).filter(structural).map(String::as_str).collect();
        if named.is_empty() {
            let path = self.document.sources.get(location.file).map_or("", |file| file.path());
            return stem(path.rsplit('/').next().unwrap_or_default()).to_owned();
        }
        named.join(" ")
    }
}

/// The name of a file without what says how it is written: `order.created` of `order.created.schema.json`.
fn stem(file: &str) -> &str {
    const EXTENSIONS: [&str; 8] = ["json", "yaml", "yml", "schema", "jsonschema", "avsc", "avro", "proto"];
    let mut stem = file;
    while let Some((before, extension)) = stem.rsplit_once('.') {
        if before.is_empty() || !EXTENSIONS.iter().any(|known| extension.eq_ignore_ascii_case(known)) {
            break;
        }
        stem = before;
    }
    stem
}

/// The singular of an English plural, where its form leaves no doubt.
pub(in crate::model) fn singular(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    if let Some(stem) = text.strip_suffix("ies").filter(|stem| stem.len() > 2) {
        return Some(format!("{stem}y"));
    }
    let doubtful = ["ss", "us", "is", "as", "os", "es", "news", "series"];
    let regular = ["les", "nes", "res", "tes", "ges", "ces", "des", "pes", "ves", "mes", "kes"];
    let clear = lower.len() > 3
        && lower.ends_with('s')
        && (!doubtful.iter().any(|end| lower.ends_with(end)) || regular.iter().any(|end| lower.ends_with(end)));
    if clear { text.get(..text.len() - 1).map(str::to_owned) } else { None }
}

//! Fills the [`Document`]: nodes whose references are resolved → the typed model.
//!
//! Structure was checked before, so that what does not fit is passed over in silence here. What needs the tables of the
//! model is reported here: references to channels and servers that the document does not use, names that nothing has.

mod channel;
mod message;
mod operation;
mod read;
mod security;
mod server;
mod traits;
mod upgrade;

use super::reference::uri::escape;
use super::reference::{LONGEST, Resolver, reference_of};
use super::{ChannelId, Document, Info, Location, MessageId, References, SecuritySchemeId, ServerId, Target, Version};
use crate::collections::HashMap;
use crate::diagnostic::Sink;
use crate::source::{FileId, Key, Node};
use read::{spanned, text};

pub(crate) use channel::with_parameters;
pub(super) use read::expression;
pub use server::{parts_of_url, protocol_of_url};

/// Builds the model of a document whose structure was checked.
pub(super) fn build(resolver: Resolver<'_>, file: FileId, root: &Node, version: Version, sink: &mut Sink) -> Document {
    let info = root.get("info").cloned().unwrap_or_else(|| root.clone());
    let document = Document {
        root: file,
        version,
        info: Info {
            title: text(&info, "title").unwrap_or_default(),
            version: text(&info, "version").unwrap_or_default(),
            description: text(&info, "description"),
            node: info,
        },
        default_content_type: spanned(root, "defaultContentType"),
        servers: Vec::new(),
        channels: Vec::new(),
        operations: Vec::new(),
        messages: Vec::new(),
        security_schemes: Vec::new(),
        #[cfg(feature = "protobuf")]
        imports: resolver.store.imports,
        references: resolver.references,
        sources: resolver.store.sources,
        roots: resolver.store.roots,
    };
    let mut builder = Builder { document, sink, ids: Ids::default() };
    builder.servers(root);
    match version {
        Version::V3(_) => {
            builder.channels(root);
            builder.operations(root);
        }
        Version::V2(_) => builder.upgrade_channels(root),
    }
    builder.document
}

/// Which location got which id.
#[derive(Default)]
struct Ids {
    servers: HashMap<Location, ServerId>,
    channels: HashMap<Location, ChannelId>,
    messages: HashMap<Location, MessageId>,
    security_schemes: HashMap<Location, SecuritySchemeId>,
    /// 2.x: by key; `None`: it is there, but broken, which was reported.
    servers_by_key: HashMap<String, Option<ServerId>>,
}

struct Builder<'a> {
    document: Document,
    sink: &'a mut Sink,
    ids: Ids,
}

impl Builder<'_> {
    /// What stands at `node`, references followed to the end, and every location on the way. `None` if one is broken.
    fn follow(&self, node: &Node, location: Location) -> Option<(Node, Vec<Location>)> {
        follow(&self.document.references, node, location)
    }

    /// The same, without the way.
    fn resolved(&self, node: &Node) -> Option<Node> {
        resolved(&self.document.references, node)
    }

    fn root_location(&self, pointer: String) -> Location {
        Location { file: self.document.root, pointer }
    }

    /// The key of what is at a location, with its place.
    fn key_at(&self, location: &Location) -> Option<Key> {
        let mut node = self.document.roots.get(&location.file)?;
        let mut found = None;
        for segment in location.pointer.split('/').skip(1) {
            let segment = segment.replace("~1", "/").replace("~0", "~");
            match (node.as_object(), node.as_array()) {
                (Some(object), _) => {
                    let (key, next) = object.entry(&segment)?;
                    found = Some(key);
                    node = next;
                }
                (_, Some(items)) => {
                    found = None;
                    node = items.get(segment.parse::<usize>().ok()?)?;
                }
                _ => return None,
            }
        }
        found.cloned()
    }
}

fn resolved(references: &References, node: &Node) -> Option<Node> {
    let location = Location { file: node.span().file, pointer: String::new() };
    follow(references, node, location).map(|(node, _)| node)
}

fn follow(references: &References, node: &Node, location: Location) -> Option<(Node, Vec<Location>)> {
    let mut locations = vec![location];
    let mut node = node.clone();
    while let Some(reference) = reference_of(&node) {
        let Target { node: next, location } = references.targets.get(&reference.span())?.clone();
        // Longer chains, and circles, were reported.
        if locations.len() > LONGEST {
            return None;
        }
        node = next;
        locations.push(location);
    }
    Some((node, locations))
}

/// The entries of an object under `field`, with the pointer to each.
fn entries<'n>(node: &'n Node, field: &str, pointer: &str) -> impl Iterator<Item = (&'n Key, &'n Node, String)> {
    let prefix = format!("{pointer}/{field}");
    let object = node.get(field).and_then(Node::as_object);
    object.into_iter().flat_map(|object| object.iter()).map(move |(key, node)| {
        let pointer = format!("{prefix}/{}", escape(&key.text));
        (key, node, pointer)
    })
}

/// The items of an array under `field`.
fn items<'n>(node: &'n Node, field: &str) -> &'n [Node] {
    node.get(field).and_then(Node::as_array).unwrap_or_default()
}

//! From the document to the model.

use super::names::Scope;
use super::schema::{Schemas, markdown};
use super::{Docs, Model, Name, TypeId, api};
use crate::collections::{HashMap, SortedMap};
use crate::diagnostic::Sink;
use crate::document::Document;
use crate::options::Options;

/// Decides everything that is emitted for `document`.
///
/// Invariant: whatever the document, the model can be emitted and compiles, unless `sink` has an error.
pub fn model(document: &Document, options: &Options, sink: &mut Sink) -> Model {
    api::check_options(document, options, sink);
    let mut schemas = Schemas::new(document).with(options);
    let mut builder = api::Builder {
        document,
        options,
        schemas: &mut schemas,
        sink,
        lowered: HashMap::new(),
        incoming: SortedMap::new(),
        channel: String::new(),
    };
    let channels = api::lower_channels(&mut builder);
    let mut statics = api::Scope::default();
    let servers = api::lower_servers(&mut builder, &mut statics);
    let schemes = api::lower_schemes(&builder, &mut statics);
    api::apply_to_types(document, options, &mut schemas, sink);
    let mut taken = Scope::reserving(&["Client", "Service"]);
    let (types, conditions) = schemas.finish(&mut taken, sink);
    // All of them, unless another document says which.
    let shared = options.types.iter().flat_map(|_| (0..).map(TypeId).zip(&types)).map(|(id, _)| id).collect();
    Model {
        title: title(document),
        types,
        conditions,
        channels,
        servers,
        schemes,
        client: Name("Client".to_owned()),
        service: Name("Service".to_owned()),
        servers_module: Name("servers".to_owned()),
        shared,
        types_path: options.types.as_ref().map(|types| types.value.clone()),
        unchecked: options.validate.as_ref().is_some_and(|given| !given.value),
        derives: options.derives.iter().map(|derive| derive.value.clone()).collect(),
    }
}

fn title(document: &Document) -> Docs {
    let path = document.sources.get(document.root).map_or("", |file| file.path());
    let mut paragraphs = vec![markdown(&format!("{} {}", document.info.title, document.info.version))];
    paragraphs.extend(document.info.description.as_deref().map(markdown));
    Docs { paragraphs, place: Some(path.to_owned()), ..Docs::default() }
}

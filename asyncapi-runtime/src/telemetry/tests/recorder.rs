//! A subscriber that keeps the runtime's spans.

use std::collections::HashMap;
use std::fmt::{self, Debug};
use std::sync::{Arc, Mutex};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::subscriber::DefaultGuard;
use tracing::{Event, Metadata, Subscriber};

#[derive(Debug, Clone, Default)]
pub(super) struct Span {
    pub(super) id: u64,
    pub(super) name: &'static str,
    pub(super) parent: Option<u64>,
    /// The span on the other side, as a propagator has told it.
    pub(super) remote: Option<u64>,
    fields: HashMap<&'static str, String>,
}

impl Span {
    pub(super) fn field(&self, name: &str) -> Option<&str> {
        self.fields.get(name).map(String::as_str)
    }
}

impl Visit for Span {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.fields.insert(field.name(), value.to_owned());
    }
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.fields.insert(field.name(), format!("{value:?}"));
    }
}

#[derive(Default)]
struct State {
    spans: Vec<Span>,
    entered: Vec<u64>,
}

#[derive(Clone, Default)]
pub(super) struct Recorder(Arc<Mutex<State>>);

/// What was recorded.
pub(super) type Spans = Recorder;

impl Recorder {
    /// For the thread, until the guard is dropped.
    pub(super) fn install() -> (Spans, DefaultGuard) {
        let recorder = Self::default();
        (recorder.clone(), tracing::subscriber::set_default(recorder))
    }

    pub(super) fn named(&self, name: &str) -> Vec<Span> {
        self.0.lock().unwrap().spans.iter().filter(|span| span.name == name).cloned().collect()
    }

    pub(super) fn adopt(&self, id: u64, remote: u64) {
        self.0.lock().unwrap().spans[id as usize - 1].remote = Some(remote);
    }
}

impl Subscriber for Recorder {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("asyncapi_runtime")
    }

    fn new_span(&self, attributes: &Attributes<'_>) -> Id {
        let mut state = self.0.lock().unwrap();
        let contextual = attributes.is_contextual().then(|| state.entered.last().copied()).flatten();
        let mut span = Span {
            id: state.spans.len() as u64 + 1,
            name: attributes.metadata().name(),
            parent: attributes.parent().map(Id::into_u64).or(contextual),
            ..Span::default()
        };
        attributes.record(&mut span);
        let id = span.id;
        state.spans.push(span);
        Id::from_u64(id)
    }

    fn record(&self, id: &Id, values: &Record<'_>) {
        values.record(&mut self.0.lock().unwrap().spans[id.into_u64() as usize - 1]);
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, _: &Event<'_>) {}

    fn enter(&self, id: &Id) {
        self.0.lock().unwrap().entered.push(id.into_u64());
    }

    fn exit(&self, id: &Id) {
        let mut state = self.0.lock().unwrap();
        if let Some(at) = state.entered.iter().rposition(|entered| *entered == id.into_u64()) {
            state.entered.remove(at);
        }
    }
}

impl Debug for Recorder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Recorder")
    }
}

//! Channels: which of them this side uses, what comes in and goes out on each, and what their modules are called.
//!
//! Input: the document and the options. Output: [`Channel`]s in the order of the document. Invariant: a channel has a
//! module if this side has an operation on it, and every index of the output is within its table.

use super::bindings::{Holder, lower_keys};
use super::choice::Group;
use super::literal::literal_of;
use super::message::lower_message;
use super::names::{self, Scope};
use super::operation::Scopes;
use super::selection::is_selected;
use super::{Channel, Decision, Message, Parameter};
use crate::collections::{HashMap, SortedMap, SortedSet};
use crate::diagnostic::Sink;
use crate::document::{self, Action, ChannelId, Document, MessageId};
use crate::model::schema::Schemas;
use crate::model::{Builtin, Docs, Name, TypeUse};
use crate::options::{Options, Side};
use crate::source::{Node, Span};

/// What lowering the API has at hand.
pub(in crate::model) struct Builder<'a, 'd> {
    pub(in crate::model) document: &'d Document,
    pub(in crate::model) options: &'a Options,
    pub(in crate::model) schemas: &'a mut Schemas<'d>,
    pub(in crate::model) sink: &'a mut Sink,
    /// Payload and header types by message, so that a message has the same types wherever it is used.
    pub(in crate::model) lowered: HashMap<MessageId, super::message::Types>,
    /// The messages that come in, by channel.
    pub(in crate::model) incoming: SortedMap<ChannelId, SortedSet<usize>>,
    /// What the channel is called that is lowered.
    pub(in crate::model) channel: String,
}

/// The operations of a channel, as this side sees them.
#[derive(Default)]
struct Uses<'d> {
    sends: Vec<&'d document::Operation>,
    receives: Vec<&'d document::Operation>,
}

/// Lowers every channel that this side uses.
pub(in crate::model) fn lower_channels(builder: &mut Builder<'_, '_>) -> Vec<Channel> {
    let document = builder.document;
    let uses = uses(builder);
    let groups = builder.groups(&uses.iter().map(|(id, uses)| (*id, uses.receives.clone())).collect(), true);
    let outgoing = builder.groups(&uses.iter().map(|(id, uses)| (*id, uses.sends.clone())).collect(), false);
    let messages = |uses: &Uses<'_>| uses.receives.iter().flat_map(|it| it.messages.iter().copied()).collect();
    builder.incoming = uses.iter().map(|(id, uses)| (*id, messages(uses))).collect();
    let receiving = receiving_addresses(document, &uses);
    let receives = uses.values().any(|uses| !uses.receives.is_empty());
    let mut modules = Scope::reserving(names::MODULES);
    let mut accessors = Scope::reserving(names::CLIENT);
    let mut parameters = Scope::reserving(&["Service"]);
    let mut lowered = Vec::new();
    for (id, uses) in uses {
        let Some(channel) = document.channels.get(id.0 as usize) else { continue };
        let text = builder.channel_text(channel);
        builder.channel.clone_from(&text);
        let name = modules.suffixed(&names::snake(&text), "_channel");
        let accessor = accessors.suffixed(&names::snake(&text), "_channel");
        let parameter_name = parameters.suffixed(&names::camel(&text), "Channel");
        let group = |groups: &HashMap<_, std::rc::Rc<Group>>| groups.get(&id).cloned();
        let both = (group(&groups), group(&outgoing));
        // Without servers nothing is known of the protocol: what only sends is served if there is nothing else.
        let unknown = document.servers.is_empty();
        let listens = builder.can_be_listened_on(channel) || (unknown && !receives);
        let alone = channel.address.as_ref().is_some_and(|address| !receiving.contains(address.value.as_str()));
        let mut channel: Channel = builder.lower_channel(id, channel, &uses, (both.0.as_deref(), both.1.as_deref()));
        channel.served = !channel.receives.is_empty() || (listens && alone && !channel.sends.is_empty());
        channel.sessions = channel.served || ((listens || unknown) && !channel.sends.is_empty());
        (channel.name, channel.accessor, channel.parameter_name) = (name, accessor, parameter_name);
        lowered.push(channel);
    }
    lowered
}

/// The addresses at which something comes in.
fn receiving_addresses<'d>(document: &'d Document, uses: &SortedMap<ChannelId, Uses<'d>>) -> SortedSet<&'d str> {
    let receiving = uses.iter().filter(|(_, uses)| !uses.receives.is_empty());
    let channels = receiving.filter_map(|(id, _)| document.channels.get(id.0 as usize));
    channels.filter_map(|channel| channel.address.as_ref()).map(|address| address.value.as_str()).collect()
}

fn uses<'d>(builder: &Builder<'_, 'd>) -> SortedMap<ChannelId, Uses<'d>> {
    let mut uses: SortedMap<ChannelId, Uses<'d>> = SortedMap::new();
    for operation in &builder.document.operations {
        if !is_selected(builder.document, builder.options, operation) {
            continue;
        }
        let uses = uses.or_default(operation.channel);
        let outgoing = (operation.action.value == Action::Send) == (builder.options.side == Side::Application);
        if outgoing { &mut uses.sends } else { &mut uses.receives }.push(operation);
    }
    uses
}

impl<'d> Builder<'_, 'd> {
    fn lower_channel(
        &mut self,
        id: ChannelId,
        channel: &'d document::Channel,
        uses: &Uses<'d>,
        (group, outgoing): (Option<&Group>, Option<&Group>),
    ) -> Channel {
        let mut scopes = Scopes::new();
        let used: SortedSet<usize> =
            uses.sends.iter().chain(&uses.receives).flat_map(|operation| operation.messages.iter().copied()).collect();
        let mut places: HashMap<usize, usize> = HashMap::new();
        let mut messages: Vec<Message> = Vec::new();
        let mut variants = Scope::default();
        for at in used {
            let Some(entry) = channel.messages.get(at) else { continue };
            let static_name = scopes.statics.name(&names::screaming(&format!("{} message", entry.key.text)));
            let Some(message) = lower_message(self, entry, static_name, &mut variants) else { continue };
            places.insert(at, messages.len());
            messages.push(message);
        }
        let mut sends = self.lower_sends(uses, &places, &mut scopes);
        let (receives, incoming) = self.lower_receives(channel, uses, &places, &mut scopes);
        for operation in uses.sends.iter().chain(&uses.receives) {
            self.correlate_requests(operation, &places, &mut messages);
        }
        for send in &mut sends {
            let Some(operation) = uses.sends.iter().find(|it| *it.key.text == *send.key) else { continue };
            send.checks = self.send_checks(operation, send, (&messages, &places), outgoing, &mut scopes);
        }
        let keys = lower_keys(&sends, &messages, &mut scopes.sends);
        let decision = group.map_or(Decision::Only, |group| group.decision(id, &places));
        Channel {
            name: Name::default(),
            accessor: Name::default(),
            parameter_name: Name::default(),
            key: channel.key.text.to_string(),
            docs: self.docs(&channel.docs, channel.key.span),
            address: channel.address.as_ref().map(|address| address.value.clone()),
            parameters: self.lower_parameters(channel),
            servers: self.server_keys(channel),
            shared: group.is_some_and(Group::is_shared),
            served: false,
            sessions: false,
            messages,
            incoming,
            decision,
            sends,
            receives,
            named: self.speaks_http(channel),
            query: self.lower_handshake(channel, "query").or_else(|| self.lower_http_query(id, channel)),
            handshake_headers: self.lower_handshake(channel, "headers"),
            keys,
            bindings: self.bindings(Holder::Channel, &channel.bindings),
        }
    }

    fn lower_sends(
        &mut self,
        uses: &Uses<'d>,
        places: &HashMap<usize, usize>,
        scopes: &mut Scopes,
    ) -> Vec<super::Send> {
        let mut sends = Vec::new();
        for operation in &uses.sends {
            let indices = in_order(operation.messages.iter().filter_map(|at| places.get(at)));
            if !indices.is_empty() {
                sends.push(self.lower_send(operation, &indices, scopes));
            }
        }
        sends
    }

    /// The methods of the receiver, and the messages that they take: of several operations with one message, the first
    /// in the document gets it.
    fn lower_receives(
        &mut self,
        channel: &document::Channel,
        uses: &Uses<'d>,
        places: &HashMap<usize, usize>,
        scopes: &mut Scopes,
    ) -> (Vec<super::Receive>, Vec<usize>) {
        let mut taken: SortedMap<usize, &document::Operation> = SortedMap::new();
        let mut receives = Vec::new();
        let mut all: SortedSet<usize> = SortedSet::new();
        for operation in &uses.receives {
            let told = self.is_told(operation);
            let mut own = Vec::new();
            for (at, index) in operation.messages.iter().filter_map(|at| Some((at, *places.get(at)?))) {
                all.insert(index);
                match taken.get(&index) {
                    // The user says which of the messages are this operation's.
                    _ if told => own.push(index),
                    Some(first) if !std::ptr::eq(*first, *operation) => {
                        self.lint_taken(channel, *at, first, operation);
                    }
                    Some(_) => {}
                    None => {
                        taken.insert(index, operation);
                        own.push(index);
                    }
                }
            }
            if !own.is_empty() {
                receives.push(self.lower_receive(operation, &in_order(own.iter()), scopes));
            }
        }
        (receives, all.into_iter().collect())
    }

    /// Whether peers can connect to a program that listens, for this channel.
    fn can_be_listened_on(&self, channel: &document::Channel) -> bool {
        let listens = |server: &document::Server| super::server::listens(&server.protocol.value);
        match channel.servers.as_slice() {
            [] => self.document.servers.iter().any(listens),
            some => some.iter().filter_map(|id| self.document.servers.get(id.0 as usize)).any(listens),
        }
    }

    fn server_keys(&self, channel: &document::Channel) -> Vec<String> {
        let key = |id: &document::ServerId| Some(self.document.servers.get(id.0 as usize)?.key.text.to_string());
        channel.servers.iter().filter_map(key).collect()
    }

    /// The type of a schema in the channel's `ws` binding.
    fn lower_handshake(&mut self, channel: &document::Channel, field: &str) -> Option<TypeUse> {
        let binding = channel.bindings.iter().find(|binding| &*binding.protocol.text == "ws")?;
        let schema = binding.node.get(field)?;
        let hint = format!("{} {field}", self.channel_text(channel));
        let ty = self.schemas.lower(schema, &hint, self.sink);
        // Only an object has named parts that a query or a handshake can carry.
        matches!(ty, TypeUse::Named(_)).then_some(ty)
    }

    /// Whether all servers of a channel speak HTTP.
    pub(super) fn speaks_http(&self, channel: &document::Channel) -> bool {
        let all = &self.document.servers;
        let own = channel.servers.iter().filter_map(|id| all.get(id.0 as usize));
        let mut servers = own.chain(channel.servers.is_empty().then_some(all).into_iter().flatten()).peekable();
        servers.peek().is_some() && servers.all(|server| super::server::is_http(&server.protocol.value))
    }

    /// Whether all that goes over a channel are streams of events: its operations are HTTP's `GET`.
    pub(super) fn streams_events(&self, id: ChannelId) -> bool {
        let gets = |operation: &document::Operation| {
            let binding = operation.bindings.iter().find(|binding| &*binding.protocol.text == "http");
            let method = binding.and_then(|binding| binding.node.get("method")).and_then(Node::as_str);
            method.is_some_and(|method| method.eq_ignore_ascii_case("GET")) && operation.node.get("reply").is_none()
        };
        let channel = self.document.channels.get(id.0 as usize);
        channel.is_some_and(|channel| self.speaks_http(channel))
            && self.document.operations.iter().filter(|operation| operation.channel == id).all(gets)
    }

    /// The type of the schema in the `http` bindings of the channel's operations, where all of them have the same one: an
    /// address has one query, whichever operation it is asked for.
    fn lower_http_query(&mut self, id: ChannelId, channel: &document::Channel) -> Option<TypeUse> {
        let document = self.document;
        let operations = document.operations.iter().filter(|operation| operation.channel == id);
        let query = |operation: &'d document::Operation| {
            let binding = operation.bindings.iter().find(|binding| &*binding.protocol.text == "http")?;
            binding.node.get("query")
        };
        let queries: Option<Vec<&Node>> = operations.map(query).collect();
        let queries = queries.filter(|_| self.speaks_http(channel))?;
        let (first, others) = queries.split_first()?;
        if others.iter().any(|other| literal_of(other) != literal_of(first)) {
            return None;
        }
        let hint = format!("{} query", self.channel_text(channel));
        let ty = self.schemas.lower(first, &hint, self.sink);
        matches!(ty, TypeUse::Named(_)).then_some(ty)
    }

    fn lower_parameters(&mut self, channel: &document::Channel) -> Vec<Parameter> {
        let Some(address) = &channel.address else { return Vec::new() };
        let all = &self.document.servers;
        let servers = channel.servers.iter().filter_map(|id| all.get(id.0 as usize));
        let protocols = servers.chain(channel.servers.is_empty().then_some(all).into_iter().flatten());
        let amqp = channel.bindings.iter().find(|binding| &*binding.protocol.text == "amqp");
        let is_queue = amqp.and_then(|it| it.node.get("is")?.as_str()) == Some("queue");
        let text = super::server::address_text(protocols.map(|server| server.protocol.value.as_str()), is_queue);
        let mut fields = Scope::default();
        let mut lowered = Vec::new();
        for key in names_in_braces(&address.value) {
            let parameter = channel.parameters.iter().find(|parameter| *parameter.key.text == key);
            lowered.push(Parameter {
                name: fields.name(&names::snake(&key)),
                docs: parameter.map_or_else(Docs::default, |parameter| {
                    let docs = document::Docs { description: parameter.description.clone(), ..Default::default() };
                    let limits = parameter.schema.as_ref().map(|schema| self.schemas.limits_of(schema));
                    Docs { limits: limits.unwrap_or_default(), ..self.docs(&docs, parameter.key.span) }
                }),
                values: parameter.map(|p| p.values.iter().map(|v| v.value.clone()).collect()).unwrap_or_default(),
                ty: parameter.map_or(TypeUse::Builtin(Builtin::String), |it| self.lower_values(channel, it)),
                schema: parameter.and_then(|it| self.parameter_schema(channel, it)),
                default: parameter.and_then(|parameter| Some(parameter.default.as_ref()?.value.clone())),
                examples: parameter.map(|it| super::server::texts(&it.examples)).unwrap_or_default(),
                location: parameter.and_then(|parameter| {
                    let location = &parameter.location.as_ref()?.value;
                    let in_header = location.source == document::ExpressionSource::Header;
                    Some(super::Expression { in_header, pointer: location.pointer.clone() })
                }),
                text: text.clone(),
                key,
            });
        }
        lowered
    }

    /// What the schema of a parameter of 2.x asks beside its values.
    fn parameter_schema(
        &mut self,
        channel: &document::Channel,
        parameter: &document::Parameter,
    ) -> Option<crate::model::ConditionId> {
        let schema = parameter.schema.as_ref()?;
        self.schemas.beyond_texts(schema, &format!("{} {} parameter", channel.key.text, parameter.key.text))
    }

    /// The type of a parameter: an enum where the document lists its values.
    fn lower_values(&mut self, channel: &document::Channel, parameter: &document::Parameter) -> TypeUse {
        if parameter.values.is_empty() {
            return TypeUse::Builtin(Builtin::String);
        }
        let hint = format!("{} {}", self.channel_text(channel), parameter.key.text);
        let values: Vec<_> = parameter.values.iter().map(|value| (value.value.clone(), value.span)).collect();
        self.schemas.text_enum(&hint, &values, parameter.key.span)
    }

    /// The docs of an object, with its place.
    pub(super) fn docs(&self, docs: &document::Docs, span: Span) -> Docs {
        super::docs::docs(self.document, docs, span)
    }
}

fn in_order<'i>(indices: impl Iterator<Item = &'i usize>) -> Vec<usize> {
    indices.copied().collect::<SortedSet<_>>().into_iter().collect()
}

/// The names in braces in an address, each once, in its order.
pub(super) fn names_in_braces(address: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut rest = address;
    while let Some((_, behind)) = rest.split_once('{') {
        let Some((name, behind)) = behind.split_once('}') else { break };
        if !name.is_empty() && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
        rest = behind;
    }
    names
}

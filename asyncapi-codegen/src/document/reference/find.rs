//! What a `$ref` names: the ways in which it may be meant, in the order in which they are tried.
//!
//! - *By identifier*: what an `$id` in the same file calls so; else, where an `$id` moved the base, the file there.
//! - *By location*: the file and the pointer, as if there were no `$id`s. Tools that know nothing of `$id` do so.
//! - *By URI*: what an `$id` in another file calls so.
//!
//! In JSON Schema, identifiers come before locations; in AsyncAPI's own schemas, after them: an `$id` there is often
//! written without meaning it, and must not break what works.

use super::super::Target;
use super::base::Base;
use super::identifiers::{Found, Scope};
use super::pointer::{self, Miss};
use super::uri::{self, Place, Uri};
use super::{Fault, Resolver};
use crate::diagnostic::catalogue::load;
use crate::diagnostic::{Diagnostic, Sink, suggest};
use crate::document::Location;
use crate::source::{FileId, Node, Span};

/// A reference and where it stands.
struct Link<'a> {
    node: &'a Node,
    uri: Uri<'a>,
    scope: Scope,
}

/// What the part before `#` leads to.
struct Start {
    target: Target,
    /// What it is called, for names behind `#`.
    base: Base,
    /// Another one that is called so.
    rival: Option<Span>,
}

impl Resolver<'_> {
    /// The target, or the fault; no fault if it was reported elsewhere.
    pub(super) fn find(&mut self, reference: &Node, sink: &mut Sink) -> Result<Target, Fault> {
        let scope = self.store.scope(reference).cloned().ok_or(None)?;
        let link = Link { node: reference, uri: uri::split(text(reference)), scope };
        let first = if link.scope.by_identifier { self.by_identifier(&link, sink) } else { None };
        if let Some(Ok(target)) = first {
            return Ok(target);
        }
        let located = match self.by_location(&link, sink) {
            Ok(target) => return Ok(target),
            Err(fault) => fault,
        };
        let identified = if link.scope.by_identifier { first } else { self.by_identifier(&link, sink) };
        let missed = match identified.or_else(|| self.by_uri(&link, sink)) {
            Some(Ok(target)) => return Ok(target),
            Some(Err(fault)) => Some(fault),
            None => None,
        };
        match missed {
            // What was found by its name, and lacks what was looked for in it.
            Some(missed) if !matches!(link.uri.place, Place::Here) || has_help(missed.as_deref()) => Err(missed),
            _ => Err(located.map(|fault| self.with_base(&link, fault))),
        }
    }

    fn by_identifier(&mut self, link: &Link<'_>, sink: &mut Sink) -> Option<Result<Target, Fault>> {
        let file = link.node.span().file;
        let is_moved = self.store.origin(file) != Some(&link.scope.base);
        let base = link.scope.base.resolve(&link.uri.place);
        let start = if link.uri.place == Place::Here {
            // Where no `$id` moved the base, this is the location.
            let target = self.store.identifiers(file)?.start(&link.scope).filter(|_| is_moved)?;
            Start { target, base, rival: None }
        } else if let Some(Found { target, rival }) = self.store.identifiers(file)?.resource(&base, Some(&link.scope)) {
            Start { target, base, rival }
        } else if is_moved {
            // If there is no such file, the fault of the location says more.
            let file = self.store.file(&base, link.node, sink).ok()?;
            self.whole(file)?
        } else {
            return None;
        };
        Some(self.within(start, link, sink))
    }

    fn by_location(&mut self, link: &Link<'_>, sink: &mut Sink) -> Result<Target, Fault> {
        let here = link.node.span().file;
        let file = match link.uri.place {
            Place::Here => here,
            place => {
                let place = self.store.origin(here).ok_or(None)?.resolve(&place);
                self.store.file(&place, link.node, sink)?
            }
        };
        let start = self.whole(file).ok_or(None)?;
        self.within(start, link, sink)
    }

    fn by_uri(&mut self, link: &Link<'_>, sink: &mut Sink) -> Option<Result<Target, Fault>> {
        let base = link.scope.base.resolve(&link.uri.place);
        let Found { target, rival } = self.store.by_uri(&base)?;
        Some(self.within(Start { target, base, rival }, link, sink))
    }

    /// A whole file.
    fn whole(&self, file: FileId) -> Option<Start> {
        let node = self.store.roots.get(&file)?.clone();
        let base = self.store.identifiers(file)?.root()?.clone();
        Some(Start { target: Target { node, location: Location { file, pointer: String::new() } }, base, rival: None })
    }

    /// What stands behind `#`, in what stands before it.
    fn within(&mut self, start: Start, link: &Link<'_>, sink: &mut Sink) -> Result<Target, Fault> {
        let Start { target, base, rival } = start;
        let file = target.location.file;
        let name = uri::percent_decode(link.uri.fragment).filter(|name| !name.is_empty() && !name.starts_with('/'));
        let found = match name {
            Some(name) => self.named(file, &base, &name, link)?,
            None => {
                let segments = pointer::segments(link.uri.fragment).map_err(|help| badly_written(link.node, help))?;
                #[cfg(feature = "protobuf")]
                if !segments.is_empty() && self.store.is_proto(file) {
                    // A message in the text of a .proto file, of which the model knows whether it is there.
                    let location = Location { file, pointer: format!("/{}", segments.join("/")) };
                    return Ok(Target { node: target.node, location });
                }
                let start = target.location.pointer.len();
                let walked = self.walk(target, &segments, sink);
                let target = walked.map_err(|miss| miss.map(|miss| Box::new(self.fault(link.node, start, &miss))))?;
                Found { target, rival: None }
            }
        };
        if let Some(rival) = rival.or(found.rival) {
            sink.push(ambiguous(link.node, &found.target, rival));
        }
        Ok(found.target)
    }

    fn named(&mut self, file: FileId, base: &Base, name: &str, link: &Link<'_>) -> Result<Found, Fault> {
        let identifiers = self.store.identifiers(file).ok_or(None)?;
        let scope = Some(&link.scope).filter(|_| file == link.node.span().file);
        if let Some(found) = identifiers.named(base, name, scope) {
            return Ok(found);
        }
        if identifiers.names(base).next().is_none() {
            return Err(pointer::segments(link.uri.fragment).err().and_then(|help| badly_written(link.node, help)));
        }
        let fault = nowhere(link.node).label(format!("no schema has `$id: '#{name}'`"));
        let help = if self.may_advise() { self.like(file, base, name, link) } else { None };
        Err(Some(Box::new(fault.maybe_help(help))))
    }

    fn like(&self, file: FileId, base: &Base, name: &str, link: &Link<'_>) -> Option<String> {
        let prefix = text(link.node).split_once('#').map_or("", |(prefix, _)| prefix);
        let mut names: Vec<&str> = self.store.identifiers(file)?.names(base).collect();
        // The first of several that are as like.
        names.sort_unstable();
        suggest(name, names).map(|name| format!("did you mean `{prefix}#{name}`?"))
    }

    fn fault(&mut self, reference: &Node, start: usize, miss: &Miss) -> Diagnostic {
        let prefix = text(reference).split_once('#').map_or("", |(prefix, _)| prefix);
        let relative = |pointer: String| pointer.get(start..).map(|pointer| format!("{prefix}#{pointer}"));
        if let Some(right) = miss.escaped_rightly().and_then(relative) {
            let help = format!("a `/` within a key is written `~1`, and a `~` is written `~0`: `{right}`");
            return Diagnostic { code: &load::BADLY_ESCAPED, ..nowhere(reference) }
                .label("a key is not escaped")
                .help(help);
        }
        let like = if self.may_advise() { miss.suggestion().and_then(relative) } else { None };
        let help = like.or_else(|| {
            // Names are known from the root of the file.
            let wanted = miss.segments.last().filter(|_| start == 0).map(|segment| uri::escape(segment))?;
            let pointer = self.store.named(miss.target.location.file, &wanted)?;
            Some(format!("{prefix}#{pointer}"))
        });
        nowhere(reference).label("not defined").maybe_help(help.map(|meant| format!("did you mean `{meant}`?")))
    }

    /// Says, beside a fault of the location, where else was looked.
    fn with_base(&self, link: &Link<'_>, fault: Box<Diagnostic>) -> Box<Diagnostic> {
        let is_moved = self.store.origin(link.node.span().file) != Some(&link.scope.base);
        match link.scope.base.resolve(&link.uri.place) {
            Base::Uri(uri) if is_moved && matches!(link.uri.place, Place::Path(_)) => {
                let help = format!("by the `$id` around it, it is `{uri}`, which the option `refs` can map to a file");
                Box::new(fault.help(help))
            }
            _ => fault,
        }
    }
}

fn has_help(fault: Option<&Diagnostic>) -> bool {
    fault.is_none_or(|fault| !fault.help.is_empty())
}

fn text(reference: &Node) -> &str {
    reference.as_str().unwrap_or_default()
}

fn nowhere(reference: &Node) -> Diagnostic {
    let message = format!("reference `{}` leads nowhere", text(reference));
    Diagnostic::new(&load::BROKEN_REFERENCE, reference.span(), message)
}

fn badly_written(reference: &Node, help: String) -> Fault {
    let message = format!("reference `{}` is not well formed", text(reference));
    Some(Box::new(Diagnostic::new(&load::BADLY_ESCAPED, reference.span(), message).help(help)))
}

fn ambiguous(reference: &Node, target: &Target, rival: Span) -> Diagnostic {
    let message = format!("reference `{}` can mean several schemas", text(reference));
    Diagnostic::new(&load::AMBIGUOUS_IDENTIFIER, reference.span(), message)
        .label("by an `$id` that is not unique")
        .related(target.node.span(), "this one is taken")
        .related(rival, "this one has the same `$id`")
        .help("give each schema an `$id` of its own, or refer to it by a JSON Pointer")
}

//! What is known only when all types are there: where a type contains itself, which traits hold, what needs checks.

use crate::diagnostic::catalogue::types as code;
use crate::diagnostic::{Diagnostic, Sink};
use crate::model::{Additional, Builtin, Choice, Presence, Shape, Traits, TypeDefinition, TypeId, TypeUse};

/// Completes the types.
pub(super) fn finish(types: &mut [TypeDefinition], sink: &mut Sink) {
    refuse_empty_cycles(types, sink);
    refuse_endless(types, sink);
    name_alias_cycles(types);
    name_ruled_aliases(types);
    box_cycles(types);
    set_checked(types);
    set_traits(types);
}

/// How one type is in another.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Edge {
    /// Without a list, a map or a box between: its size counts.
    Inline,
    /// With one.
    Behind,
}

/// Calls `see` for each named type in a use.
fn walk(ty: &TypeUse, edge: Edge, see: &mut dyn FnMut(TypeId, Edge)) {
    match ty {
        TypeUse::Named(id) => see(*id, edge),
        TypeUse::Builtin(_) | TypeUse::Path(_) => {}
        TypeUse::Nullable(ty) | TypeUse::Ruled(ty, _) => walk(ty, edge, see),
        TypeUse::List(ty) | TypeUse::Map(ty) | TypeUse::KeyedMap(_, ty) | TypeUse::Boxed(ty) => {
            walk(ty, Edge::Behind, see)
        }
        TypeUse::Tuple(items) => items.iter().for_each(|ty| walk(ty, edge, see)),
    }
}

/// The types that a definition's values hold.
fn contents(definition: &TypeDefinition) -> Vec<&TypeUse> {
    match &definition.shape {
        Shape::Struct(it) => {
            let kept = if let Additional::Kept { value, .. } = &it.additional { Some(value) } else { None };
            let fields = it.fields.iter().filter(|field| !matches!(field.presence, Presence::Constant(_)));
            // A map of values is behind a pointer, but its types are contents all the same.
            fields.map(|field| &field.ty).chain(kept).collect()
        }
        Shape::Enum(_) | Shape::OpenEnum(_) => Vec::new(),
        Shape::Union(it) => it.arms.iter().map(|arm| &arm.ty).collect(),
        Shape::AnyOf(it) => it.arms.iter().map(|arm| &arm.ty).collect(),
        Shape::Newtype(ty) | Shape::Alias(ty) => vec![ty],
    }
}

fn edges(definition: &TypeDefinition) -> Vec<(TypeId, Edge)> {
    let mut found = Vec::new();
    for ty in contents(definition) {
        walk(ty, Edge::Inline, &mut |id, edge| found.push((id, edge)));
    }
    found
}

/// Depth-first search without recursion: the edges that lead back to where the search came from.
pub(super) fn back_edges(count: usize, next: &[Vec<usize>]) -> Vec<(usize, usize)> {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        New,
        Open,
        Done,
    }
    let mut states = vec![State::New; count];
    let mut back = Vec::new();
    for root in 0..count {
        if states.get(root) != Some(&State::New) {
            continue;
        }
        let mut stack = vec![(root, 0usize)];
        while let Some((at, edge)) = stack.pop() {
            if let Some(state) = states.get_mut(at) {
                *state = State::Open;
            }
            match next.get(at).and_then(|edges| edges.get(edge)) {
                None => {
                    if let Some(state) = states.get_mut(at) {
                        *state = State::Done;
                    }
                }
                Some(to) => {
                    stack.push((at, edge + 1));
                    match states.get(*to) {
                        Some(State::New) => stack.push((*to, 0)),
                        Some(State::Open) => back.push((at, *to)),
                        _ => {}
                    }
                }
            }
        }
    }
    back
}

/// Unions and aliases read the same JSON value again; one that leads back to itself would never end.
fn refuse_empty_cycles(types: &mut [TypeDefinition], sink: &mut Sink) {
    let mut next: Vec<Vec<usize>> = Vec::new();
    for definition in types.iter() {
        let mut to = Vec::new();
        let mut see = |ty: &TypeUse| same_value(ty, &mut to);
        match &definition.shape {
            Shape::Struct(_) | Shape::Enum(_) | Shape::OpenEnum(_) => {}
            _ => contents(definition).into_iter().for_each(&mut see),
        }
        next.push(to);
    }
    for (from, to) in back_edges(types.len(), &next) {
        let Some(definition) = types.get_mut(from) else { continue };
        if let Some(span) = definition.span {
            let text = "this schema refers to itself without anything between";
            sink.push(Diagnostic::new(&code::RECURSIVE_ALL_OF, span, text).label("leads back to itself"));
        }
        let target = TypeId(u32::try_from(to).unwrap_or(u32::MAX));
        match &mut definition.shape {
            Shape::Union(it) => it.arms.iter_mut().for_each(|arm| replace(&mut arm.ty, target)),
            Shape::AnyOf(it) => it.arms.iter_mut().for_each(|arm| replace(&mut arm.ty, target)),
            Shape::Newtype(ty) | Shape::Alias(ty) => replace(ty, target),
            _ => {}
        }
    }
}

/// A type that requires itself has no value: it would have no end.
fn refuse_endless(types: &mut [TypeDefinition], sink: &mut Sink) {
    let mut ends = vec![false; types.len()];
    let mut open: Vec<usize> = (0..types.len()).rev().collect();
    let holders = holders(types);
    while let Some(at) = open.pop() {
        if ends.get(at) == Some(&false) && types.get(at).is_some_and(|it| ends_definition(it, &ends)) {
            ends.iter_mut().skip(at).take(1).for_each(|ends| *ends = true);
            open.extend(holders.get(at).into_iter().flatten());
        }
    }
    let endless = ends.iter().enumerate().filter(|(_, ends)| !**ends).map(|(at, _)| at);
    for at in endless.collect::<Vec<_>>() {
        let Some(definition) = types.get_mut(at) else { continue };
        if let Some(span) = definition.span {
            let text = "this schema requires a value of itself within each value, without end";
            sink.push(Diagnostic::new(&code::NO_VALUE, span, text).label("no value is valid"));
        }
        definition.shape = Shape::Alias(TypeUse::Builtin(Builtin::Never));
        definition.rules.clear();
        definition.valid = None;
    }
}

/// Whether there are values of a definition, given the types of which there are.
fn ends_definition(definition: &TypeDefinition, ends: &[bool]) -> bool {
    match &definition.shape {
        Shape::Struct(it) => {
            let required = it.fields.iter().filter(|field| field.presence == Presence::Required);
            required.map(|field| &field.ty).all(|ty| ends_use(ty, ends))
        }
        Shape::Enum(_) | Shape::OpenEnum(_) => true,
        Shape::Union(it) => it.arms.iter().any(|arm| ends_use(&arm.ty, ends)),
        Shape::AnyOf(it) => it.arms.iter().any(|arm| ends_use(&arm.ty, ends)),
        Shape::Newtype(ty) | Shape::Alias(ty) => ends_use(ty, ends),
    }
}

fn ends_use(ty: &TypeUse, ends: &[bool]) -> bool {
    match ty {
        TypeUse::Named(id) => ends.get(id.0 as usize).copied().unwrap_or(true),
        TypeUse::Boxed(ty) | TypeUse::Ruled(ty, _) => ends_use(ty, ends),
        TypeUse::Tuple(items) => items.iter().all(|ty| ends_use(ty, ends)),
        // `null`, the empty list and the empty map end; the schema `false` is another matter.
        TypeUse::Nullable(_)
        | TypeUse::List(_)
        | TypeUse::Map(_)
        | TypeUse::KeyedMap(..)
        | TypeUse::Builtin(_)
        | TypeUse::Path(_) => true,
    }
}

/// The named types that read the very value that `ty` reads.
fn same_value(ty: &TypeUse, to: &mut Vec<usize>) {
    match ty {
        TypeUse::Named(id) => to.push(id.0 as usize),
        TypeUse::Nullable(ty) | TypeUse::Boxed(ty) | TypeUse::Ruled(ty, _) => same_value(ty, to),
        _ => {}
    }
}

fn replace(ty: &mut TypeUse, target: TypeId) {
    match ty {
        TypeUse::Named(id) if *id == target => *ty = TypeUse::Builtin(Builtin::Never),
        TypeUse::Nullable(ty) | TypeUse::Boxed(ty) | TypeUse::Ruled(ty, _) => replace(ty, target),
        _ => {}
    }
}

/// Rust has no recursive aliases: those that lead back to themselves become types of their own.
fn name_alias_cycles(types: &mut [TypeDefinition]) {
    let next: Vec<Vec<usize>> = types
        .iter()
        .map(|definition| match &definition.shape {
            Shape::Alias(_) => edges(definition).into_iter().map(|(id, _)| id.0 as usize).collect(),
            _ => Vec::new(),
        })
        .collect();
    for (from, _) in back_edges(types.len(), &next) {
        if let Some(definition) = types.get_mut(from)
            && let Shape::Alias(ty) = &definition.shape
        {
            definition.shape = Shape::Newtype(ty.clone());
        }
    }
}

/// An alias is its target, which would know nothing of rules.
fn name_ruled_aliases(types: &mut [TypeDefinition]) {
    for definition in types {
        if let Shape::Alias(ty) = &definition.shape
            && (ruled(ty) || !definition.rules.is_empty() || definition.valid.is_some())
        {
            definition.shape = Shape::Newtype(ty.clone());
        }
    }
}

/// Boxes just the uses that close a cycle of sizes.
fn box_cycles(types: &mut [TypeDefinition]) {
    let inline = |definition: &TypeDefinition| {
        let kept_value = |ty: &&TypeUse| matches!(&definition.shape, Shape::Struct(it) if matches!(&it.additional, Additional::Kept { value, .. } if std::ptr::eq(value, *ty)));
        let mut found = Vec::new();
        for ty in contents(definition).into_iter().filter(|ty| !kept_value(ty)) {
            walk(ty, Edge::Inline, &mut |id, edge| {
                if edge == Edge::Inline {
                    found.push(id.0 as usize);
                }
            });
        }
        found
    };
    let next: Vec<Vec<usize>> = types.iter().map(inline).collect();
    for (from, to) in back_edges(types.len(), &next) {
        let target = TypeId(u32::try_from(to).unwrap_or(u32::MAX));
        let Some(definition) = types.get_mut(from) else { continue };
        match &mut definition.shape {
            Shape::Struct(it) => it.fields.iter_mut().for_each(|field| box_uses(&mut field.ty, target)),
            Shape::Union(it) => it.arms.iter_mut().for_each(|arm| box_uses(&mut arm.ty, target)),
            Shape::AnyOf(it) => it.arms.iter_mut().for_each(|arm| box_uses(&mut arm.ty, target)),
            Shape::Newtype(ty) | Shape::Alias(ty) => box_uses(ty, target),
            Shape::Enum(_) | Shape::OpenEnum(_) => {}
        }
    }
}

fn box_uses(ty: &mut TypeUse, target: TypeId) {
    match ty {
        TypeUse::Named(id) if *id == target => *ty = TypeUse::Boxed(Box::new(TypeUse::Named(target))),
        TypeUse::Nullable(ty) | TypeUse::Ruled(ty, _) => box_uses(ty, target),
        TypeUse::Tuple(items) => items.iter_mut().for_each(|ty| box_uses(ty, target)),
        _ => {}
    }
}

/// Whether a use has rules of its own.
pub(super) fn ruled(ty: &TypeUse) -> bool {
    match ty {
        TypeUse::Ruled(..) => true,
        TypeUse::Nullable(ty)
        | TypeUse::List(ty)
        | TypeUse::Map(ty)
        | TypeUse::KeyedMap(_, ty)
        | TypeUse::Boxed(ty) => ruled(ty),
        TypeUse::Tuple(items) => items.iter().any(ruled),
        _ => false,
    }
}

/// What has rules, or holds what has rules, is checked; the rest pays nothing.
fn set_checked(types: &mut [TypeDefinition]) {
    let holders = holders(types);
    let mut open = Vec::new();
    for (at, definition) in types.iter().enumerate() {
        let own = !definition.rules.is_empty()
            || definition.valid.is_some()
            || matches!(&definition.shape, Shape::AnyOf(_))
            || matches!(&definition.shape, Shape::Union(it) if matches!(it.choice, Choice::Schemas { exactly_one: true, .. }));
        if own || contents(definition).into_iter().any(ruled) {
            open.push(at);
        }
    }
    while let Some(at) = open.pop() {
        let Some(definition) = types.get_mut(at) else { continue };
        if !std::mem::replace(&mut definition.checked, true) {
            open.extend(holders.get(at).into_iter().flatten());
        }
    }
}

/// Begins with every trait for every type, and takes away what does not hold until nothing changes.
fn set_traits(types: &mut [TypeDefinition]) {
    for definition in types.iter_mut() {
        definition.traits = Traits { eq: true, hash: true, ord: true, copy: true, default: true };
    }
    let holders = holders(types);
    let mut open: Vec<usize> = (0..types.len()).collect();
    while let Some(at) = open.pop() {
        let Some(definition) = types.get(at) else { continue };
        let traits = traits(definition, types);
        if traits != definition.traits
            && let Some(definition) = types.get_mut(at)
        {
            definition.traits = traits;
            open.extend(holders.get(at).into_iter().flatten());
        }
    }
}

/// By type, the types that it is in.
fn holders(types: &[TypeDefinition]) -> Vec<Vec<usize>> {
    let mut holders: Vec<Vec<usize>> = vec![Vec::new(); types.len()];
    for (at, definition) in types.iter().enumerate() {
        for (id, _) in edges(definition) {
            if let Some(holders) = holders.get_mut(id.0 as usize) {
                holders.push(at);
            }
        }
    }
    holders
}

fn traits(definition: &TypeDefinition, types: &[TypeDefinition]) -> Traits {
    let mut traits = definition.traits;
    for ty in contents(definition) {
        let of_use = of_use(ty, types);
        traits.eq &= of_use.eq;
        traits.hash &= of_use.hash;
        traits.copy &= of_use.copy;
        traits.ord &= of_use.ord;
    }
    match &definition.shape {
        Shape::Struct(it) => {
            // An order of objects means nothing, and a `Copy` would be lost with the first text that is added: neither is
            // worth what it costs the compiler.
            (traits.ord, traits.copy) = (false, false);
            // A default is offered where it is valid: nothing required, and no rule that could ask for more.
            traits.default &= definition.rules.is_empty()
                && definition.valid.is_none()
                && it.fields.iter().all(|field| field.presence != Presence::Required);
        }
        Shape::Enum(_) => traits.default = false,
        Shape::OpenEnum(_) => (traits.copy, traits.default) = (false, false),
        Shape::Union(_) | Shape::AnyOf(_) => (traits.ord, traits.copy, traits.default) = (false, false, false),
        Shape::Newtype(_) | Shape::Alias(_) => traits.default = false,
    }
    traits
}

/// What holds for a use of a type. `Default` is not asked for.
fn of_use(ty: &TypeUse, types: &[TypeDefinition]) -> Traits {
    let all = Traits { eq: true, hash: true, ord: true, copy: true, default: true };
    match ty {
        TypeUse::Named(id) => types.get(id.0 as usize).map_or(all, |it| it.traits),
        TypeUse::Path(_) => Traits::default(),
        TypeUse::Builtin(builtin) => match builtin {
            Builtin::F32 | Builtin::F64 => Traits { copy: true, ..Traits::default() },
            Builtin::Json => Traits { ord: false, copy: false, ..all },
            Builtin::String | Builtin::Base64 | Builtin::Bytes => Traits { copy: false, ..all },
            // Some of them hold numbers with a fraction.
            Builtin::Protobuf("Struct" | "Value" | "ListValue") => Traits::default(),
            Builtin::Protobuf("NullValue") => all,
            Builtin::Protobuf(_) => Traits { ord: false, copy: false, ..all },
            // There is no order of times of different offsets.
            Builtin::Time | Builtin::Duration | Builtin::Decimal => Traits { ord: false, ..all },
            _ => all,
        },
        TypeUse::Nullable(ty) | TypeUse::Ruled(ty, _) => of_use(ty, types),
        TypeUse::List(ty) | TypeUse::Map(ty) | TypeUse::KeyedMap(_, ty) | TypeUse::Boxed(ty) => {
            Traits { copy: false, ..of_use(ty, types) }
        }
        TypeUse::Tuple(items) => items.iter().map(|ty| of_use(ty, types)).fold(all, |a, b| Traits {
            eq: a.eq & b.eq,
            hash: a.hash & b.hash,
            ord: a.ord & b.ord,
            copy: a.copy & b.copy,
            default: true,
        }),
    }
}

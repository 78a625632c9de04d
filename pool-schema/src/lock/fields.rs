//! The comparison of two definitions: their fields, and their variants.

use std::collections::HashSet;

use super::change::{Impact, Reading, Readings};
use super::compare::{Comparison, Names};
use super::least::Least;
use crate::model::{Definition, Field, Schema, Shape, Type, Variant};

/// Two enums in the same place.
struct Enums<'a> {
    name: &'a str,
    old: &'a [Variant],
    new: &'a [Variant],
    old_other: Option<&'a Variant>,
    new_other: Option<&'a Variant>,
}

impl<'a> Comparison<'a> {
    /// Compares the fields or the variants of two definitions in the same place.
    pub(super) fn shapes(&mut self, old: &'a Definition, new: &'a Definition) {
        let definitions = (old, new);
        let name = &*new.name;
        match (&old.shape, &new.shape) {
            (Shape::Struct { fields: was }, Shape::Struct { fields: is }) => {
                self.fields(name, was, is, Some(&old.name));
            }
            (
                Shape::Enum { tag: was, variants: old, other: old_other, reserved: old_reserved },
                Shape::Enum { tag: is, variants: new, other: new_other, reserved },
            ) => {
                if was != is {
                    let what = format!("the tag has {is} bytes, was {was}");
                    let effect = "each side rejects or misreads the value, and everything after it";
                    self.changes.wire(name, what, Readings::WRONG, effect);
                    return;
                }
                if old_reserved != reserved {
                    self.changes.silent(Impact::Names, name, "other reserved tags");
                }
                let (old_other, new_other) = (old_other.as_ref(), new_other.as_ref());
                self.variants(&Enums { name, old, new, old_other, new_other });
            }
            (Shape::Alias { path: was, .. }, Shape::Alias { path: is, .. }) => {
                if was != is {
                    let what = "another Rust type, whose encoding is not known here";
                    self.changes.wire(name, what, Readings::WRONG, "");
                }
            }
            _ => {
                let effect = "each side rejects or misreads the value, and everything after it";
                self.changes.wire(
                    name,
                    "a struct and an enum in the same place",
                    Readings::WRONG,
                    effect,
                );
            }
        }
        self.limits(definitions.0, definitions.1);
    }

    /// `max_size` of both.
    fn limits(&mut self, old: &Definition, new: &Definition) {
        let (was, is) = (old.max_size, new.max_size);
        if was == is {
            return;
        }
        let show = |limit: Option<u64>| match limit {
            Some(limit) => format!("at most {limit} bytes"),
            None => "no limit".into(),
        };
        let what = format!("{}, was {}", show(is), show(was));
        let (readings, effect) = match (was, is) {
            (was, Some(is)) if was.is_none_or(|was| is < was) => (
                Readings::NARROWER,
                format!("a new peer rejects more than {is} bytes, which old peers may send"),
            ),
            (Some(was), _) => {
                (Readings::WIDER, format!("an old peer rejects more than {was} bytes"))
            }
            (None, _) => (Readings::WIDER, String::new()),
        };
        self.changes.wire(&*new.name, what, readings, effect);
    }

    /// `grows` is the old name of the struct whose last fields these are, if it may have more of them at its end.
    fn fields(&mut self, owner: &str, old: &'a [Field], new: &'a [Field], grows: Option<&str>) {
        let names = |fields: &'a [Field]| fields.iter().map(|field| &*field.name).collect();
        let names = Names { of_old: names(old), of_new: names(new) };
        for (old, new) in old.iter().zip(new) {
            let place = format!("{owner}.{}", new.name);
            self.name(&old.name, &new.name, &names, &place, "fields have another order");
            if old.docs != new.docs {
                self.changes.silent(Impact::Names, &place, "other docs");
            }
            self.ty(&old.ty, &new.ty, &place);
            if old.range != new.range {
                let show = |range: &Option<String>| range.clone().unwrap_or("all".into());
                let what = format!("accepts {}, was {}", show(&new.range), show(&old.range));
                let bounds = |range: &Option<String>| range.as_deref().and_then(numbers);
                let (was, is) = (bounds(&old.range), bounds(&new.range));
                let disjoint = was.zip(is).is_some_and(|(was, is)| was.0 > is.1 || is.0 > was.1);
                let (readings, effect) = match (&old.range, &new.range) {
                    (Some(_), Some(_)) if was.is_some() && was == is => (Readings::ALL, ""),
                    _ if disjoint => (Readings::WRONG, "each side rejects all values of the other"),
                    (None, _) => (Readings::NARROWER, OUTSIDE),
                    (_, None) => (Readings::WIDER, OUTSIDE),
                    _ => (Readings { old: Reading::Some, new: Reading::Some }, OUTSIDE),
                };
                self.changes.wire(&place, what, readings, effect);
            }
            // A schema of Rust types does not know their defaults.
            if let (Some(was), Some(is)) = (&old.default, &new.default)
                && was != is
            {
                let what = format!("is {is} if it is absent, was {was}");
                let effect =
                    "a new peer reads another value from messages that are older than the field";
                self.changes.wire(&place, what, Readings::ALL, effect);
            }
            match (old.optional, new.optional) {
                (true, false) => {
                    let effect =
                        "a new peer rejects messages of peers that are older than the field";
                    self.changes.wire(&place, "may not be absent any more", Readings::ALL, effect);
                }
                (false, true) => {
                    let effect = "a new peer accepts messages without it; both write it";
                    self.changes.wire(&place, "may be absent", Readings::ALL, effect);
                }
                _ => {}
            }
        }
        let added = new.get(old.len()..).unwrap_or_default();
        let removed = old.get(new.len()..).unwrap_or_default();
        if !added.is_empty() {
            self.added(owner, added, grows);
        }
        if !removed.is_empty() {
            self.removed_fields(owner, removed, grows);
        }
    }

    /// Fields at the end that only the new version has.
    fn added(&mut self, owner: &str, added: &[Field], grows: Option<&str>) {
        let names = names(added);
        let room = grows.and_then(|name| room_after(self.old, name));
        let defaulted = added.iter().all(|field| field.optional);
        let least = added
            .iter()
            .fold(0, |sum: u64, field| sum.saturating_add(Least::new(self.new).of(&field.ty)));
        let (readings, effect) = match (room, defaulted) {
            (Some(room), _) if least > room => (
                Readings { old: Reading::Wrong, new: if defaulted { Reading::All } else { Reading::Wrong } },
                format!("an old peer rejects every message with them, because it ignores at most {room} bytes"),
            ),
            (Some(room), true) => (
                Readings { old: Reading::Some, new: Reading::All },
                format!("an old peer ignores them, up to {room} bytes; a new peer uses the default for old messages"),
            ),
            (Some(_), false) => (
                Readings { old: Reading::Some, new: Reading::Wrong },
                "a new peer rejects messages of old peers, which lack them: give them a `default`".into(),
            ),
            (None, true) if grows.is_some() => (
                Readings { old: Reading::Wrong, new: Reading::All },
                "an old peer rejects or misreads what follows, because its message has no `trailing`".into(),
            ),
            (None, _) => {
                (Readings::WRONG, "each side rejects or misreads everything after the common fields".into())
            }
        };
        self.changes.wire(format!("{owner}.{names}"), "new at the end", readings, effect);
    }

    /// Fields at the end that only the old version has.
    fn removed_fields(&mut self, owner: &str, removed: &[Field], grows: Option<&str>) {
        let names = names(removed);
        // The definition has the same name in the new schema, or it is that of a message.
        let room = grows.and_then(|_| room_after(self.new, owner));
        let defaulted = removed.iter().all(|field| field.optional);
        let least = removed
            .iter()
            .fold(0, |sum: u64, field| sum.saturating_add(Least::new(self.old).of(&field.ty)));
        let (readings, effect) = match (room, defaulted) {
            (Some(room), _) if least > room => (
                Readings {
                    old: if defaulted { Reading::All } else { Reading::Wrong },
                    new: Reading::Wrong,
                },
                format!(
                    "a new peer rejects every message with them, because it ignores at most {room} bytes"
                ),
            ),
            (Some(room), true) => (
                Readings { old: Reading::All, new: Reading::Some },
                format!(
                    "a new peer ignores them, up to {room} bytes; an old peer uses the default"
                ),
            ),
            (Some(_), false) => (
                Readings { old: Reading::Wrong, new: Reading::Some },
                "an old peer rejects messages of new peers, which lack them".into(),
            ),
            (None, true) if grows.is_some() => (
                Readings { old: Reading::All, new: Reading::Wrong },
                "a new peer rejects messages of old peers, because it has no `trailing`".into(),
            ),
            (None, _) => (
                Readings::WRONG,
                "each side rejects or misreads everything after the common fields".into(),
            ),
        };
        self.changes.wire(format!("{owner}.{names}"), "gone from the end", readings, effect);
    }

    fn variants(&mut self, enums: &Enums<'a>) {
        let find =
            |variants: &'a [Variant], tag: u64| variants.iter().find(|variant| variant.tag == tag);
        let names =
            |variants: &'a [Variant]| variants.iter().map(|variant| &*variant.name).collect();
        let names = Names { of_old: names(enums.old), of_new: names(enums.new) };
        for old in enums.old {
            let place = format!("{}.{}", enums.name, old.name);
            match find(enums.new, old.tag) {
                Some(new) => {
                    let place = format!("{}.{}", enums.name, new.name);
                    self.name(&old.name, &new.name, &names, &place, "variants have other tags");
                    if old.docs != new.docs {
                        self.changes.silent(Impact::Names, &place, "other docs");
                    }
                    self.fields(&place, &old.fields, &new.fields, None);
                }
                None => {
                    let reads = reads_as(old, enums.new_other);
                    let effect = match reads {
                        Reading::All => "a new peer keeps it as an unknown one",
                        _ => "a new peer rejects it, or misreads what follows",
                    };
                    let what = format!("is gone, with the tag {}", old.tag);
                    // A new peer may pass on an unknown value of this tag.
                    let old = if enums.new_other.is_some() { reads } else { Reading::All };
                    let readings = Readings { old, new: reads };
                    self.changes.wire(place, what, readings, effect);
                }
            }
        }
        for new in enums.new.iter().filter(|new| find(enums.old, new.tag).is_none()) {
            let reads = reads_as(new, enums.old_other);
            let effect = match reads {
                Reading::All => "an old peer keeps it as an unknown one, and sends it on unchanged",
                _ => "an old peer rejects it, or misreads what follows",
            };
            let what = format!("is new, with the tag {}", new.tag);
            // An old peer may pass on an unknown value of this tag.
            let new_reads = if enums.old_other.is_some() { reads } else { Reading::All };
            let readings = Readings { old: reads, new: new_reads };
            self.changes.wire(format!("{}.{}", enums.name, new.name), what, readings, effect);
        }
        match (enums.old_other, enums.new_other) {
            (None, Some(_)) => {
                let effect = "a new peer keeps values that an old one rejects";
                self.changes.wire(enums.name, "keeps unknown tags", Readings::WIDER, effect);
            }
            (Some(_), None) => {
                let readings = Readings { old: Reading::All, new: Reading::Wrong };
                let effect = "a new peer rejects what an old one passes on";
                self.changes.wire(
                    enums.name,
                    "does not keep unknown tags any more",
                    readings,
                    effect,
                );
            }
            (Some(old), Some(new)) => {
                let place = format!("{}.{}", enums.name, new.name);
                self.fields(&place, &old.fields, &new.fields, None);
            }
            (None, None) => {}
        }
    }
}

const OUTSIDE: &str = "a side rejects values outside its range";

/// The bounds of a range of integers, both inclusive, if they are written as numbers.
fn numbers(range: &str) -> Option<(i128, i128)> {
    let number = |text: &str, open: i128| match text.trim() {
        "" => Some(open),
        text => text.replace('_', "").parse().ok(),
    };
    let (first, last) = range.split_once("..")?;
    let first = number(first, i128::MIN)?;
    let last = match last.strip_prefix('=') {
        Some(last) => number(last, i128::MAX)?,
        None if last.trim().is_empty() => i128::MAX,
        None => number(last, i128::MAX)?.checked_sub(1)?,
    };
    Some((first, last))
}

/// How well a version without this variant reads it: as `other`, if that has the same content.
fn reads_as(variant: &Variant, other: Option<&Variant>) -> Reading {
    let types = |variant: &'_ Variant| {
        variant.fields.iter().map(|field| field.ty.clone()).collect::<Vec<_>>()
    };
    match other {
        Some(other) if types(other) == types(variant) => Reading::All,
        _ => Reading::Wrong,
    }
}

fn names(fields: &[Field]) -> String {
    let names: Vec<&str> = fields.iter().map(|field| &*field.name).collect();
    names.join(", ")
}

/// The number of bytes that may follow the struct, if every message that contains it ends with it and permits some. It is
/// the least of all these messages.
fn room_after(schema: &Schema, name: &str) -> Option<u64> {
    let mut room: Option<u64> = None;
    for message in &schema.messages {
        if contains(schema, &message.ty, name) {
            if !ends_with(schema, &message.ty, name, 0) || message.max_trailing == 0 {
                return None;
            }
            room = Some(room.map_or(message.max_trailing, |room| room.min(message.max_trailing)));
        }
    }
    room
}

/// The deepest nesting of definitions. A compiled schema has no circles.
const MAX_DEPTH: usize = 64;

fn contains(schema: &Schema, ty: &Type, name: &str) -> bool {
    // Each definition is visited once.
    let mut seen = HashSet::new();
    let mut types = vec![ty];
    let mut found = false;
    while let Some(ty) = types.pop() {
        ty.walk(&mut |part| {
            let Type::Named(named) = part else { return };
            found |= named == name;
            if let Some(definition) = schema.definition(named).filter(|_| seen.insert(named)) {
                definition.for_each_type(|ty| types.push(ty));
            }
        });
    }
    found
}

/// Whether the struct is the last part of the encoding, and occurs nowhere else in it.
fn ends_with(schema: &Schema, ty: &Type, name: &str, depth: usize) -> bool {
    let Type::Named(named) = ty else { return false };
    if named == name {
        return true;
    }
    let inner = depth.saturating_add(1);
    let Some(definition) = schema.definition(named).filter(|_| depth < MAX_DEPTH) else {
        return false;
    };
    match definition.fields().split_last() {
        Some((last, before)) => {
            let elsewhere = before.iter().any(|field| contains(schema, &field.ty, name));
            !elsewhere && ends_with(schema, &last.ty, name, inner)
        }
        None => false,
    }
}

//! The comparison of two schemas.

use std::collections::HashSet;

use super::change::{Changes, Impact, Readings};
use super::memory;
use crate::model::{Definition, Message, Schema, Type};

impl Schema {
    /// Compares the schema with an older one.
    ///
    /// ```
    /// use pool_schema::{Impact, Schema};
    ///
    /// let old = Schema::from_yaml("messages: { Tick: { fields: { price: u32, name: Str<20> } } }").unwrap();
    /// let new = Schema::from_yaml("messages: { Tick: { fields: { price: u64, name: Str<30> } } }").unwrap();
    /// let changes = new.changes_since(&old);
    /// assert_eq!(changes.impact(), Some(Impact::Breaks));
    /// assert!(changes.to_string().starts_with("breaks peers\n  Tick.price: was u32, is u64"), "{changes}");
    /// ```
    #[must_use]
    pub fn changes_since(&self, old: &Self) -> Changes {
        let (old, new) = (old.without_aliases(), self.without_aliases());
        let mut comparison =
            Comparison { old: &old, new: &new, changes: Changes::default(), seen: HashSet::new() };
        comparison.sets();
        comparison.messages();
        memory::compare(&old, &new, &mut comparison.changes);
        let mut changes = comparison.changes;
        changes.all.sort_by_key(|change| change.impact);
        changes
    }
}

pub(super) struct Comparison<'a> {
    pub(super) old: &'a Schema,
    pub(super) new: &'a Schema,
    pub(super) changes: Changes,
    /// The pairs of definitions that were compared.
    pub(super) seen: HashSet<(&'a str, &'a str)>,
}

/// The names of all fields, variants or messages of both versions.
pub(super) struct Names<'a> {
    pub(super) of_old: HashSet<&'a str>,
    pub(super) of_new: HashSet<&'a str>,
}

impl<'a> Comparison<'a> {
    /// What the sets say themselves.
    fn sets(&mut self) {
        let (old, new) = (self.old, self.new);
        let name = &*new.name;
        let header = |schema: &Schema| {
            let header = &schema.header;
            (header.size, header.max_id, header.max_payload, header.layout.clone())
        };
        if header(old) != header(new) {
            let what = format!("was {}, is {}", old.header.name, new.header.name);
            let effect = "no peer of the other version finds the frames in the stream";
            self.changes.wire(format!("{name} header"), what, Readings::WRONG, effect);
        }
        if old.header.name != new.header.name && header(old) == header(new) {
            let place = format!("{name} header");
            self.changes.silent(Impact::Names, place, format!("was called {}", old.header.name));
        }
        if old.name != new.name {
            self.changes.silent(Impact::Names, name, format!("was called {}", old.name));
        }
        if old.docs != new.docs {
            self.changes.silent(Impact::Names, name, "other docs");
        }
        if old.reserved != new.reserved {
            self.changes.silent(Impact::Names, name, "other reserved ids");
        }
        if old.max_payload != new.max_payload {
            let show = |limit: Option<u64>| limit.map_or("none".into(), |limit| limit.to_string());
            let what =
                format!("max_payload was {}, is {}", show(old.max_payload), show(new.max_payload));
            let readings = match new.payload_limit() < old.payload_limit() {
                true => Readings::NARROWER,
                false => Readings::WIDER,
            };
            self.changes.wire(
                name,
                what,
                readings,
                "the side with the smaller limit rejects longer payloads",
            );
        }
        match (old.keeps_unknown, new.keeps_unknown) {
            (true, false) => {
                let effect =
                    "frames of an id that only old peers know are rejected instead of kept";
                self.changes.wire(name, "unknown frames are not kept", Readings::NARROWER, effect);
            }
            (false, true) => {
                self.changes.wire(name, "unknown frames are kept", Readings::ALL, "");
            }
            _ => {}
        }
    }

    fn messages(&mut self) {
        let (old, new) = (self.old, self.new);
        for message in &old.messages {
            match new.message(message.id) {
                Some(now) => self.message(message, now),
                None => self.removed(message),
            }
        }
        for message in new.messages.iter().filter(|message| old.message(message.id).is_none()) {
            let place = &message.name;
            if old.reserved.iter().any(|range| range.contains(message.id.into())) {
                let what = format!("has the id {:#x}, which was reserved", message.id);
                let effect = "a reserved id belonged to another message once, and old peers may still use it";
                self.changes.wire(place, what, Readings::WRONG, effect);
            } else {
                let what = format!("is new, with the id {:#x}", message.id);
                let (readings, effect) = match old.keeps_unknown {
                    true => (Readings::ALL, "an old peer keeps it as an unknown frame"),
                    false => (
                        Readings::WIDER,
                        "an old peer receives an unknown id, which it rejects, or skips if it says so",
                    ),
                };
                self.changes.wire(place, what, readings, effect);
            }
        }
    }

    fn removed(&mut self, message: &Message) {
        let moved = self.new.messages.iter().find(|now| now.name == message.name);
        let gone = format!("is gone, with the id {:#x}", message.id);
        let (what, readings, effect) = match moved {
            Some(now) => (
                format!("the id was {:#x}, is {:#x}", message.id, now.id),
                Readings::WRONG,
                "each side receives an unknown id",
            ),
            None if self.new.keeps_unknown => (
                gone,
                Readings::ALL,
                "a new peer keeps it as an unknown frame; put the id into `reserved`, so that no later message has it",
            ),
            None => (
                gone,
                Readings::WRONG,
                "a new peer rejects it; put the id into `reserved`, so that no later message has it",
            ),
        };
        self.changes.wire(&message.name, what, readings, effect);
    }

    fn message(&mut self, old: &'a Message, new: &'a Message) {
        let (was, is) = (self.old.messages.iter(), self.new.messages.iter());
        let names = Names {
            of_old: was.map(|message| &*message.name).collect(),
            of_new: is.map(|message| &*message.name).collect(),
        };
        self.name(&old.name, &new.name, &names, &new.name, "messages have other ids");
        self.ty(&old.ty, &new.ty, &new.name);
        if old.max_trailing != new.max_trailing {
            let what =
                format!("may be followed by {} bytes, was {}", new.max_trailing, old.max_trailing);
            let effect =
                "no effect on messages of these two versions; newer ones may add that much";
            self.changes.wire(&new.name, what, Readings::ALL, effect);
        }
        let show = |capacity: Option<u64>| {
            capacity.map_or("the default".into(), |slots| slots.to_string())
        };
        if old.capacity != new.capacity {
            let what = format!("capacity was {}, is {}", show(old.capacity), show(new.capacity));
            self.changes.silent(Impact::Memory, &new.name, what);
        }
    }

    /// Compares the names of two things in the same place. If one of the names is in another place of the other version, it is
    /// not another name: one side takes the one thing for the other.
    pub(super) fn name(
        &mut self,
        old: &str,
        new: &str,
        names: &Names<'_>,
        place: &str,
        moved: &str,
    ) {
        if old == new {
            return;
        }
        if names.of_old.contains(new) || names.of_new.contains(old) {
            let effect = format!("the {moved}, so each side takes one for the other");
            self.changes.wire(place, format!("in place of {old}"), Readings::WRONG, effect);
        } else {
            self.changes.silent(Impact::Names, place, format!("was called {old}"));
        }
    }

    /// Compares two encodings in the same place.
    pub(super) fn ty(&mut self, old: &'a Type, new: &'a Type, place: &str) {
        match (old, new) {
            (Type::Named(was), Type::Named(is)) => {
                match (self.old.definition(was), self.new.definition(is)) {
                    (Some(was), Some(is)) => self.definitions(was, is, place),
                    // Rust types of which nothing is known.
                    _ if was != is => self.other_type(old, new, place),
                    _ => {}
                }
            }
            (Type::Array { len: was, element: old }, Type::Array { len: is, element: new })
                if was == is =>
            {
                self.ty(old, new, place);
            }
            (
                Type::Seq { max: was, prefix: old_prefix, element: old },
                Type::Seq { max: is, prefix: new_prefix, element: new },
            ) if old_prefix == new_prefix => {
                self.bound("elements", *was, *is, place);
                self.ty(old, new, place);
            }
            (Type::Str { max: was, prefix: old }, Type::Str { max: is, prefix: new })
            | (Type::Bytes { max: was, prefix: old }, Type::Bytes { max: is, prefix: new })
                if old == new =>
            {
                self.bound("bytes", *was, *is, place);
            }
            (Type::Option(old), Type::Option(new)) => self.ty(old, new, place),
            (Type::Tuple(old), Type::Tuple(new)) if old.len() == new.len() => {
                for (old, new) in old.iter().zip(new) {
                    self.ty(old, new, place);
                }
            }
            (old, new) if old == new => {}
            (old, new) => self.other_type(old, new, place),
        }
    }

    fn definitions(&mut self, old: &'a Definition, new: &'a Definition, place: &str) {
        if !self.seen.insert((&old.name, &new.name)) {
            return;
        }
        if old.name != new.name && place != new.name {
            self.changes.silent(Impact::Names, place, format!("the type was called {}", old.name));
        }
        if old.docs != new.docs {
            self.changes.silent(Impact::Names, &new.name, "other docs");
        }
        self.shapes(old, new);
    }

    pub(super) fn bound(&mut self, unit: &str, was: u64, is: u64, place: &str) {
        let what = format!("at most {is} {unit}, was {was}");
        match is.cmp(&was) {
            core::cmp::Ordering::Equal => {}
            core::cmp::Ordering::Greater => {
                let effect = format!("an old peer rejects more than {was} {unit}");
                self.changes.wire(place, what, Readings::WIDER, effect);
            }
            core::cmp::Ordering::Less => {
                let effect =
                    format!("a new peer rejects more than {is} {unit}, which old peers may send");
                self.changes.wire(place, what, Readings::NARROWER, effect);
            }
        }
    }

    fn other_type(&mut self, old: &Type, new: &Type, place: &str) {
        let what = format!("was {old}, is {new}");
        let effect =
            "each side rejects or misreads this field of the other, and everything after it";
        self.changes.wire(place, what, Readings::WRONG, effect);
    }
}

//! How deep definitions are nested in each other.

use std::collections::HashMap;

use crate::model::{Schema, Type};

/// The most definitions that contain each other. Compilers of Rust and readers of schemas are recursive.
pub(super) const MAX_NESTING: usize = 64;

/// The most types that a definition contains, when each is counted wherever it occurs. Sizes are computed by visiting all.
pub(super) const MAX_PARTS: usize = 1 << 16;

/// A definition that is nested too deep, or in itself, or contains too many types.
pub(super) enum WrongNesting<'a> {
    TooDeep(&'a str),
    TooMany(&'a str),
    Recursive(&'a str),
}

/// The first definition that is nested wrongly. Each definition is visited once, without recursion.
pub(super) fn wrong(schema: &Schema) -> Option<WrongNesting<'_>> {
    let mut parts: HashMap<&str, Vec<&str>> = HashMap::new();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for definition in &schema.types {
        let named = parts.entry(&definition.name).or_default();
        definition.for_each_type(|ty| {
            ty.walk(&mut |ty| {
                if let Type::Named(name) = ty {
                    named.push(name);
                }
            });
        });
    }
    // Zero is the depth of a definition whose parts are being visited.
    let mut depths: HashMap<&str, usize> = HashMap::new();
    for definition in &schema.types {
        let mut open: Vec<&str> = vec![&definition.name];
        while let Some(name) = open.last().copied() {
            let inner = parts.get(name).map_or(&[][..], |parts| parts);
            match depths.get(name) {
                None => {
                    depths.insert(name, 0);
                    for part in inner {
                        match depths.get(part) {
                            None => open.push(part),
                            Some(0) => return Some(WrongNesting::Recursive(part)),
                            Some(_) => {}
                        }
                    }
                }
                Some(0) => {
                    open.pop();
                    let deepest = inner.iter().filter_map(|part| depths.get(part)).max();
                    let depth = deepest.map_or(1, |depth| depth.saturating_add(1));
                    if depth > MAX_NESTING {
                        return Some(WrongNesting::TooDeep(name));
                    }
                    let count = |part: &&str| counts.get(part).copied().unwrap_or(1);
                    let count = inner.iter().map(count).fold(1, usize::saturating_add);
                    if count > MAX_PARTS {
                        return Some(WrongNesting::TooMany(name));
                    }
                    counts.insert(name, count);
                    depths.insert(name, depth);
                }
                Some(_) => {
                    open.pop();
                }
            }
        }
    }
    None
}

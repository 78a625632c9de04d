//! How large and how deep definitions are with types in place of their names.

use std::collections::HashMap;

use super::types::Type;
use super::{Definition, Schema, Shape};

/// The most parts of a definition, counted with those of the types that it names.
const MAX_PARTS: u64 = 1 << 16;

/// The most parts of all messages together.
const MAX_PARTS_OF_MESSAGES: u64 = 1 << 22;

/// The most parts of a schema without aliases.
const MAX_PARTS_OF_ALIASES: u64 = 1 << 20;

/// The deepest nesting of definitions.
pub(crate) const MAX_DEFINITIONS: u64 = 64;

/// The deepest nesting of types, counted with those in definitions.
const MAX_DEPTH: u64 = 256;

/// A rule about the nesting of definitions that one of them breaks. Each names the definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NestingError {
    /// It contains itself.
    Recursive(String),
    /// It nests too deep.
    TooDeep(String),
    /// It has too many parts.
    TooManyParts(String),
}

/// The extent of a type or a definition, with types in place of their names.
#[derive(Clone, Copy, Default)]
struct Extent {
    parts: u64,
    /// The parts, where only aliases are replaced.
    without_aliases: u64,
    depth: u64,
    definitions: u64,
}

impl Extent {
    const ONE: Self = Self { parts: 1, without_aliases: 1, depth: 1, definitions: 0 };

    /// Adds a part that is one level below.
    fn with(self, part: Self) -> Self {
        Self {
            parts: self.parts.saturating_add(part.parts),
            without_aliases: self.without_aliases.saturating_add(part.without_aliases),
            depth: self.depth.max(part.depth.saturating_add(1)),
            definitions: self.definitions.max(part.definitions),
        }
    }
}

impl Schema {
    /// Checks that no type contains itself, and that walks through all parts of a message take little time and stack.
    ///
    /// It takes linear time and no recursion through definitions.
    pub(crate) fn check_nesting(&self) -> Result<(), NestingError> {
        let mut indexes = HashMap::new();
        for (index, definition) in self.types.iter().enumerate() {
            indexes.entry(&*definition.name).or_insert(index);
        }
        let uses: Vec<Vec<usize>> =
            self.types.iter().map(|definition| uses(definition, &indexes)).collect();
        let mut users: Vec<Vec<usize>> = vec![Vec::new(); uses.len()];
        let mut pending: Vec<usize> = uses.iter().map(Vec::len).collect();
        for (index, used) in uses.iter().enumerate() {
            for used in used {
                users.get_mut(*used).into_iter().for_each(|users| users.push(index));
            }
        }
        let mut extents: HashMap<&str, Extent> = HashMap::new();
        let mut without_aliases = 0_u64;
        let is_ready = |(index, pending): (usize, &usize)| (*pending == 0).then_some(index);
        let mut ready: Vec<usize> = pending.iter().enumerate().filter_map(is_ready).collect();
        while let Some(index) = ready.pop() {
            let Some(definition) = self.types.get(index) else { continue };
            let mut extent = definition_extent(definition, &extents)?;
            if !matches!(definition.shape, Shape::Alias { ty: Some(_), .. }) {
                without_aliases = without_aliases.saturating_add(extent.without_aliases);
                extent.without_aliases = 1;
            }
            extents.entry(&*definition.name).or_insert(extent);
            for user in users.get(index).into_iter().flatten() {
                let Some(pending) = pending.get_mut(*user) else { continue };
                *pending = pending.saturating_sub(1);
                if *pending == 0 {
                    ready.push(*user);
                }
            }
        }
        if let Some(first) = pending.iter().position(|pending| *pending > 0) {
            return Err(NestingError::Recursive(self.in_circle(first, &uses, &pending)));
        }
        self.check_sums(&extents, without_aliases)
    }

    /// The name of a definition that contains itself. Each definition with pending ones uses another such one.
    fn in_circle(&self, first: usize, uses: &[Vec<usize>], pending: &[usize]) -> String {
        let mut seen = vec![false; uses.len()];
        let mut at = first;
        while let Some(seen) = seen.get_mut(at).filter(|seen| !**seen) {
            *seen = true;
            let mut used = uses.get(at).into_iter().flatten();
            at = *used
                .find(|used| pending.get(**used).is_some_and(|pending| *pending > 0))
                .unwrap_or(&at);
        }
        self.types.get(at).map(|definition| definition.name.clone()).unwrap_or_default()
    }

    fn check_sums(
        &self,
        extents: &HashMap<&str, Extent>,
        mut without_aliases: u64,
    ) -> Result<(), NestingError> {
        let mut parts = 0_u64;
        for message in &self.messages {
            let extent = type_extent(&message.ty, extents);
            parts = parts.saturating_add(extent.parts);
            without_aliases = without_aliases.saturating_add(extent.without_aliases);
            check(&message.name, extent)?;
            if parts > MAX_PARTS_OF_MESSAGES {
                return Err(NestingError::TooManyParts(message.name.clone()));
            }
        }
        match without_aliases > MAX_PARTS_OF_ALIASES {
            true => Err(NestingError::TooManyParts(self.name.clone())),
            false => Ok(()),
        }
    }
}

/// The definitions that this one names, each as often as it does.
fn uses(definition: &Definition, indexes: &HashMap<&str, usize>) -> Vec<usize> {
    let mut uses = Vec::new();
    definition.for_each_type(|ty| {
        ty.walk(&mut |part| {
            if let Type::Named(name) = part {
                uses.extend(indexes.get(&**name));
            }
        });
    });
    uses
}

fn definition_extent(
    definition: &Definition,
    extents: &HashMap<&str, Extent>,
) -> Result<Extent, NestingError> {
    let mut extent = Extent::ONE;
    definition.for_each_type(|ty| extent = extent.with(type_extent(ty, extents)));
    if let Shape::Enum { variants, .. } = &definition.shape {
        extent.parts = extent.parts.saturating_add(variants.len() as u64);
    }
    extent.definitions = extent.definitions.saturating_add(1);
    check(&definition.name, extent)?;
    Ok(extent)
}

fn type_extent(ty: &Type, extents: &HashMap<&str, Extent>) -> Extent {
    match ty {
        Type::Named(name) => extents.get(&**name).copied().unwrap_or(Extent::ONE),
        ty => ty.parts().iter().fold(Extent::ONE, |sum, part| sum.with(type_extent(part, extents))),
    }
}

fn check(name: &str, extent: Extent) -> Result<(), NestingError> {
    if extent.definitions > MAX_DEFINITIONS || extent.depth > MAX_DEPTH {
        return Err(NestingError::TooDeep(name.to_owned()));
    }
    if extent.parts > MAX_PARTS || extent.without_aliases > MAX_PARTS {
        return Err(NestingError::TooManyParts(name.to_owned()));
    }
    Ok(())
}

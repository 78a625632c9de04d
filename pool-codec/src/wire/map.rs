//! Maps: a count and pairs of a key and a value (WIRE.md section 4).

use alloc::collections::{BTreeMap, btree_map};
#[cfg(feature = "std")]
use core::hash::Hash;
#[cfg(feature = "std")]
use std::collections::{HashMap, hash_map};

use crate::codec::borrow::ArrayElement;
use crate::codec::{Borrow, Encode, Layout, Sink};
#[cfg(feature = "std")]
use crate::wire::collection::sorted;
use crate::wire::collection::{Collection, Keyed, LendEntries, Rule};

impl<K: Encode<L>, V: Encode<L>, L: Layout> Collection<L> for BTreeMap<K, V> {
    type Entry = (K, V);
    type Value = BTreeMap<K::Value, V::Value>;

    fn with_room(_: usize) -> Self::Value {
        BTreeMap::new()
    }

    fn count(value: &Self::Value) -> usize {
        value.len()
    }

    fn write<S: Sink>(value: &Self::Value, sink: &mut S) -> Result<(), S::Error> {
        value.iter().try_for_each(|(key, value)| {
            K::encode_to(key, sink)?;
            V::encode_to(value, sink)
        })
    }
}

impl<K: Encode<L, Value: Ord>, V: Encode<L>, L: Layout> Keyed<L> for BTreeMap<K, V> {
    type Key = K;
    const USUAL: Rule = Rule::Ascending;

    fn key((key, _): &(K::Value, V::Value)) -> &K::Value {
        key
    }

    fn insert(map: &mut Self::Value, (key, value): (K::Value, V::Value), distinct: bool) -> bool {
        match map.entry(key) {
            btree_map::Entry::Occupied(_) if distinct => return false,
            btree_map::Entry::Occupied(mut entry) => drop(entry.insert(value)),
            btree_map::Entry::Vacant(entry) => {
                entry.insert(value);
            }
        }
        true
    }
}

impl<K, V, L: Layout> LendEntries<L> for BTreeMap<K, V>
where
    K: Borrow<L, Value = K> + Ord + 'static,
    V: Borrow<L, Value = V> + 'static,
    for<'a> K::Ref<'a>: Ord,
{
    type Refs<'a> = MapRefs<'a, btree_map::Iter<'a, K, V>, K, V, L>;

    fn refs(&self) -> Self::Refs<'_> {
        self.iter().map(lend::<K, V, L>)
    }

    fn may_follow<'a>(
        (before, _): &(K::Ref<'a>, V::Ref<'a>),
        (next, _): &(K::Ref<'a>, V::Ref<'a>),
    ) -> bool {
        before < next
    }

    fn push(&mut self, entry: (K, V)) {
        <Self as Keyed<L>>::insert(self, entry, false);
    }
}

impl<K, V> ArrayElement for BTreeMap<K, V> {}

#[cfg(feature = "std")]
impl<K, V, L: Layout> Collection<L> for HashMap<K, V>
where
    K: Encode<L, Value: Ord>,
    V: Encode<L>,
{
    type Entry = (K, V);
    type Value = HashMap<K::Value, V::Value>;

    fn with_room(count: usize) -> Self::Value {
        HashMap::with_capacity(count)
    }

    fn count(value: &Self::Value) -> usize {
        value.len()
    }

    fn write<S: Sink>(value: &Self::Value, sink: &mut S) -> Result<(), S::Error> {
        // A counter needs no order.
        let counts = sink.count(0);
        let mut write = |(key, value)| {
            K::encode_to(key, sink)?;
            V::encode_to(value, sink)
        };
        match counts {
            true => value.iter().try_for_each(&mut write),
            false => sorted(value.iter(), |(key, _)| *key).try_for_each(&mut write),
        }
    }
}

#[cfg(feature = "std")]
impl<K, V, L: Layout> Keyed<L> for HashMap<K, V>
where
    K: Encode<L, Value: Ord + Hash>,
    V: Encode<L>,
{
    type Key = K;
    const USUAL: Rule = Rule::Distinct;

    fn key((key, _): &(K::Value, V::Value)) -> &K::Value {
        key
    }

    fn insert(map: &mut Self::Value, (key, value): (K::Value, V::Value), distinct: bool) -> bool {
        match map.entry(key) {
            hash_map::Entry::Occupied(_) if distinct => return false,
            hash_map::Entry::Occupied(mut entry) => drop(entry.insert(value)),
            hash_map::Entry::Vacant(entry) => {
                entry.insert(value);
            }
        }
        true
    }
}

#[cfg(feature = "std")]
impl<K, V, L: Layout> LendEntries<L> for HashMap<K, V>
where
    K: Borrow<L, Value = K> + Ord + Hash + 'static,
    V: Borrow<L, Value = V> + 'static,
    for<'a> K::Ref<'a>: Ord,
{
    /// A hash table has no order, so its entries are sorted.
    type Refs<'a> = MapRefs<'a, alloc::vec::IntoIter<(&'a K, &'a V)>, K, V, L>;

    fn refs(&self) -> Self::Refs<'_> {
        sorted(self.iter(), |(key, _)| *key).map(lend::<K, V, L>)
    }

    fn may_follow<'a>(
        (before, _): &(K::Ref<'a>, V::Ref<'a>),
        (next, _): &(K::Ref<'a>, V::Ref<'a>),
    ) -> bool {
        before < next
    }

    fn push(&mut self, entry: (K, V)) {
        <Self as Keyed<L>>::insert(self, entry, false);
    }
}

#[cfg(feature = "std")]
impl<K, V> ArrayElement for HashMap<K, V> {}

/// An iterator over the borrowed forms of a map's entries.
type MapRefs<'a, I, K, V, L> = core::iter::Map<
    I,
    fn((&'a K, &'a V)) -> (<K as Borrow<L>>::Ref<'a>, <V as Borrow<L>>::Ref<'a>),
>;

fn lend<'a, K, V, L: Layout>((key, value): (&'a K, &'a V)) -> (K::Ref<'a>, V::Ref<'a>)
where
    K: Borrow<L, Value = K>,
    V: Borrow<L, Value = V>,
{
    (K::lend(key), V::lend(value))
}

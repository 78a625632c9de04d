//! Sets: a count and the elements (WIRE.md section 4).

use alloc::collections::{BTreeSet, btree_set};
#[cfg(feature = "std")]
use core::hash::Hash;
#[cfg(feature = "std")]
use std::collections::HashSet;

use crate::codec::borrow::ArrayElement;
use crate::codec::{Borrow, Encode, Layout, Sink};
#[cfg(feature = "std")]
use crate::wire::collection::sorted;
use crate::wire::collection::{Collection, Keyed, LendEntries, Rule};

impl<T: Encode<L>, L: Layout> Collection<L> for BTreeSet<T> {
    type Entry = T;
    type Value = BTreeSet<T::Value>;

    fn with_room(_: usize) -> Self::Value {
        BTreeSet::new()
    }

    fn count(set: &Self::Value) -> usize {
        set.len()
    }

    fn write<S: Sink>(set: &Self::Value, sink: &mut S) -> Result<(), S::Error> {
        set.iter().try_for_each(|element| T::encode_to(element, sink))
    }
}

impl<T: Encode<L, Value: Ord>, L: Layout> Keyed<L> for BTreeSet<T> {
    type Key = T;
    const USUAL: Rule = Rule::Ascending;

    fn key(element: &T::Value) -> &T::Value {
        element
    }

    fn insert(set: &mut Self::Value, element: T::Value, distinct: bool) -> bool {
        if distinct {
            return set.insert(element);
        }
        // Elements that are equal need not be the same.
        drop(set.replace(element));
        true
    }
}

impl<T, L: Layout> LendEntries<L> for BTreeSet<T>
where
    T: Borrow<L, Value = T> + Ord + 'static,
    for<'a> T::Ref<'a>: Ord,
{
    type Refs<'a> = SetRefs<'a, btree_set::Iter<'a, T>, T, L>;

    fn refs(&self) -> Self::Refs<'_> {
        self.iter().map(T::lend)
    }

    fn may_follow<'a>(before: &T::Ref<'a>, next: &T::Ref<'a>) -> bool {
        before < next
    }

    fn push(&mut self, element: T) {
        <Self as Keyed<L>>::insert(self, element, false);
    }
}

impl<T> ArrayElement for BTreeSet<T> {}

#[cfg(feature = "std")]
impl<T: Encode<L, Value: Ord>, L: Layout> Collection<L> for HashSet<T> {
    type Entry = T;
    type Value = HashSet<T::Value>;

    fn with_room(count: usize) -> Self::Value {
        HashSet::with_capacity(count)
    }

    fn count(set: &Self::Value) -> usize {
        set.len()
    }

    fn write<S: Sink>(set: &Self::Value, sink: &mut S) -> Result<(), S::Error> {
        // A counter needs no order.
        let counts = sink.count(0);
        let mut write = |element: &T::Value| T::encode_to(element, sink);
        match counts {
            true => set.iter().try_for_each(&mut write),
            false => sorted(set.iter(), |element| *element).try_for_each(&mut write),
        }
    }
}

#[cfg(feature = "std")]
impl<T: Encode<L, Value: Ord + Hash>, L: Layout> Keyed<L> for HashSet<T> {
    type Key = T;
    const USUAL: Rule = Rule::Distinct;

    fn key(element: &T::Value) -> &T::Value {
        element
    }

    fn insert(set: &mut Self::Value, element: T::Value, distinct: bool) -> bool {
        if distinct {
            return set.insert(element);
        }
        drop(set.replace(element));
        true
    }
}

#[cfg(feature = "std")]
impl<T, L: Layout> LendEntries<L> for HashSet<T>
where
    T: Borrow<L, Value = T> + Ord + Hash + 'static,
    for<'a> T::Ref<'a>: Ord,
{
    /// A hash table has no order, so its elements are sorted.
    type Refs<'a> = SetRefs<'a, alloc::vec::IntoIter<&'a T>, T, L>;

    fn refs(&self) -> Self::Refs<'_> {
        sorted(self.iter(), |element| *element).map(T::lend)
    }

    fn may_follow<'a>(before: &T::Ref<'a>, next: &T::Ref<'a>) -> bool {
        before < next
    }

    fn push(&mut self, element: T) {
        <Self as Keyed<L>>::insert(self, element, false);
    }
}

#[cfg(feature = "std")]
impl<T> ArrayElement for HashSet<T> {}

/// An iterator over the borrowed forms of a set's elements.
type SetRefs<'a, I, T, L> = core::iter::Map<I, fn(&'a T) -> <T as Borrow<L>>::Ref<'a>>;

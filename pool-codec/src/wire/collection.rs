//! The collections that are encoded as a count and their entries (WIRE.md section 4).

use crate::codec::encode::Encode;
use crate::codec::error::DecodeErrorKind;
use crate::codec::prefix::write_checked_prefix;
use crate::codec::{Borrow, Decode, DecodeError, Decoder, Layout, Sink};
use crate::wire::seq::items;

/// The entries that decoding accepts.
#[expect(unnameable_types, reason = "only hidden traits have it")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Keys that ascend, so that a collection has one encoding.
    Ascending,
    /// Different keys in any order.
    Distinct,
    /// Any keys in any order. The last of equal keys counts.
    LastWins,
}

/// A codec of a collection: `BTreeMap<K, V>` describes a `BTreeMap<K::Value, V::Value>`.
#[expect(
    unnameable_types,
    reason = "only a bound, which the collections of the standard library meet"
)]
pub trait Collection<L: Layout> {
    /// The codec of an entry.
    type Entry: Encode<L>;
    /// The collection of the values.
    type Value;

    /// Makes an empty collection with room for `count` entries, if it can reserve room.
    fn with_room(count: usize) -> Self::Value;

    /// The number of entries.
    fn count(value: &Self::Value) -> usize;

    /// Writes the entries in the order of the wire.
    fn write<S: Sink>(value: &Self::Value, sink: &mut S) -> Result<(), S::Error>;
}

/// A collection with keys.
pub(crate) trait Keyed<L: Layout>: Collection<L> {
    /// The codec of a key, with which an entry begins.
    type Key: Encode<L, Value: Ord>;

    /// The rule without an attribute.
    const USUAL: Rule;

    /// The key of an entry.
    fn key(entry: &<Self::Entry as Encode<L>>::Value) -> &<Self::Key as Encode<L>>::Value;

    /// Adds or replaces an entry. With `distinct`, returns false and keeps the old entry if there is one.
    fn insert(
        value: &mut Self::Value,
        entry: <Self::Entry as Encode<L>>::Value,
        distinct: bool,
    ) -> bool;
}

/// A collection that lends its entries.
#[expect(
    unnameable_types,
    reason = "only a bound, which the collections of the standard library meet"
)]
pub trait LendEntries<L: Layout>:
    Collection<L, Value = Self, Entry: Borrow<L, Value: 'static>> + Sized + 'static
{
    /// An iterator over the entries in the order of the wire.
    type Refs<'a>: Iterator<Item = <Self::Entry as Borrow<L>>::Ref<'a>>;

    /// Lends the entries in the order of the wire.
    fn refs(&self) -> Self::Refs<'_>;

    /// Whether `next` may follow `before`.
    fn may_follow<'a>(
        before: &<Self::Entry as Borrow<L>>::Ref<'a>,
        next: &<Self::Entry as Borrow<L>>::Ref<'a>,
    ) -> bool;

    /// Adds an owned entry after the others.
    fn push(&mut self, entry: <Self::Entry as Encode<L>>::Value);
}

/// Writes the count and the entries.
#[inline]
pub(crate) fn write<C: Collection<L>, L: Layout, const MAX: usize, S: Sink>(
    value: &C::Value,
    sink: &mut S,
) -> Result<(), S::Error> {
    write_checked_prefix::<L, MAX, S>(C::count(value), sink)?;
    // A counter needs no order.
    if let Some(size) = const { C::Entry::ENCODING.fixed_size() }
        && sink.count(0)
    {
        sink.count(C::count(value).saturating_mul(size));
        return Ok(());
    }
    C::write(value, sink)
}

/// Reads a count and the entries. No more room is reserved than for entries that the input can hold.
#[inline]
pub(crate) fn read<'decoder, C, L: Layout, const MAX: usize>(
    decoder: &mut Decoder<'decoder>,
    rule: Rule,
) -> Result<C::Value, DecodeError>
where
    C: Keyed<L, Entry: Decode<'decoder, L>>,
{
    let count = items::read_count::<C::Entry, L, MAX>(decoder)?;
    let mut value = C::with_room(count);
    // An entry is inserted after its key was compared with the next one: a hash table does not know its last key.
    let mut last = None;
    for _ in 0..count {
        let start = *decoder;
        let invalid = |reason| start.error(DecodeErrorKind::InvalidValue { reason });
        let entry = C::Entry::decode_from(decoder)?;
        if rule != Rule::Ascending {
            if !C::insert(&mut value, entry, rule == Rule::Distinct) {
                return Err(invalid("two keys are equal"));
            }
            continue;
        }
        if let Some(last) = last.take() {
            if C::key(&last) >= C::key(&entry) {
                return Err(invalid("the keys do not ascend"));
            }
            C::insert(&mut value, last, false);
        }
        last = Some(entry);
    }
    if let Some(last) = last {
        C::insert(&mut value, last, false);
    }
    Ok(value)
}

/// Sorts `entries`, which come from a hash table, by their keys.
#[cfg(feature = "std")]
pub(crate) fn sorted<E, K: Ord>(
    entries: impl Iterator<Item = E>,
    key: impl Fn(&E) -> K,
) -> alloc::vec::IntoIter<E> {
    let mut entries: alloc::vec::Vec<E> = entries.collect();
    entries.sort_unstable_by_key(key);
    entries.into_iter()
}

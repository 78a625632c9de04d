//! The borrowed form of maps, sets and queues (WIRE.md section 4).

use core::fmt;
use core::iter::FusedIterator;
use core::marker::PhantomData;

use crate::codec::prefix::{prefix, write_checked_prefix};
use crate::codec::{
    Borrow, Decode, DecodeError, DecodeErrorKind, Decoder, Encode, Facts, Layout, Own, Schema, Sink,
};
use crate::wire::collection::{self, LendEntries};
use crate::wire::seq::items;

/// The entries of a collection in the decoder's input, or of one that lends them.
///
/// It is the borrowed form of a `BTreeMap`, `BTreeSet`, `HashMap`, `HashSet` or `VecDeque` with `#[frame(max_len = MAX)]`:
/// `C` is the collection. The entries of a map are pairs of the borrowed forms of its keys and its values, in the order of
/// the keys. A hash table has no order, so its entries are sorted whenever they are iterated over.
///
/// ```
/// use std::collections::BTreeMap;
///
/// use pool_codec::{Decodable, EntriesRef};
///
/// let entries = EntriesRef::<BTreeMap<u8, u16>, 255>::decode(&[2, 1, 10, 0, 2, 20, 0]).unwrap();
/// assert!(entries.iter().eq([(1, 10), (2, 20)]));
/// assert!(EntriesRef::<BTreeMap<u8, u16>, 255>::decode(&[2, 2, 20, 0, 1, 10, 0]).is_err());
/// ```
pub struct EntriesRef<'decoder, C, const MAX: usize, L = Own> {
    body: Body<'decoder, C>,
    layout: PhantomData<fn() -> L>,
}

/// The entries, either encoded in the input or borrowed from an owner.
enum Body<'decoder, C> {
    Encoded {
        count: usize,
        /// The encodings of the entries, without the count. They have been checked.
        bytes: &'decoder [u8],
    },
    Lent(&'decoder C),
}

impl<C> Clone for Body<'_, C> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<C> Copy for Body<'_, C> {}

impl<C, const MAX: usize, L> Clone for EntriesRef<'_, C, MAX, L> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<C, const MAX: usize, L> Copy for EntriesRef<'_, C, MAX, L> {}

impl<C, const MAX: usize, L> Default for EntriesRef<'_, C, MAX, L> {
    fn default() -> Self {
        Self { body: Body::Encoded { count: 0, bytes: &[] }, layout: PhantomData }
    }
}

impl<'decoder, C, const MAX: usize, L> EntriesRef<'decoder, C, MAX, L> {
    /// Returns the borrowed form of a collection, which may be longer than its field allows: encoding reports that.
    #[inline]
    #[must_use]
    pub const fn new(collection: &'decoder C) -> Self {
        Self { body: Body::Lent(collection), layout: PhantomData }
    }
}

impl<'decoder, C: LendEntries<L>, const MAX: usize, L: Layout> EntriesRef<'decoder, C, MAX, L> {
    /// Returns the number of entries.
    #[must_use]
    pub fn len(&self) -> usize {
        match self.body {
            Body::Encoded { count, .. } => count,
            Body::Lent(collection) => C::count(collection),
        }
    }

    /// Returns whether there are no entries.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns an iterator over the entries in the order of the wire.
    #[must_use]
    pub fn iter(&self) -> EntriesIter<'decoder, C, L>
    where
        <C::Entry as Borrow<L>>::Ref<'decoder>:
            Decode<'decoder, L, Value = <C::Entry as Borrow<L>>::Ref<'decoder>>,
    {
        let left = match self.body {
            Body::Encoded { count, bytes } => Left::Encoded { decoder: Decoder::new(bytes), count },
            Body::Lent(collection) => Left::Lent(collection.refs()),
        };
        EntriesIter { left, layout: PhantomData }
    }

    /// Copies the entries into an owned collection.
    #[must_use]
    pub fn to_collection(&self) -> C
    where
        C::Entry: Decode<'decoder, L>,
    {
        // As in decoding, room is reserved once and the entries are added one by one, so that no other memory is taken.
        let mut owned = C::with_room(self.len());
        match self.body {
            Body::Encoded { count, bytes } => {
                let mut decoder = Decoder::new(bytes);
                for _ in 0..count {
                    // They were checked when they were decoded.
                    let Ok(entry) = C::Entry::decode_from(&mut decoder) else { break };
                    owned.push(entry);
                }
            }
            Body::Lent(collection) => {
                collection.refs().for_each(|entry| owned.push(C::Entry::own(&entry)));
            }
        }
        owned
    }
}

/// An iterator over the entries of an [`EntriesRef`].
pub struct EntriesIter<'decoder, C: LendEntries<L>, L: Layout = Own> {
    left: Left<'decoder, C, L>,
    layout: PhantomData<fn() -> L>,
}

enum Left<'decoder, C: LendEntries<L>, L: Layout> {
    Encoded { decoder: Decoder<'decoder>, count: usize },
    Lent(C::Refs<'decoder>),
}

impl<C: LendEntries<L>, L: Layout> fmt::Debug for EntriesIter<'_, C, L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EntriesIter").finish_non_exhaustive()
    }
}

impl<'decoder, C: LendEntries<L>, L: Layout> Iterator for EntriesIter<'decoder, C, L>
where
    <C::Entry as Borrow<L>>::Ref<'decoder>:
        Decode<'decoder, L, Value = <C::Entry as Borrow<L>>::Ref<'decoder>>,
{
    type Item = <C::Entry as Borrow<L>>::Ref<'decoder>;

    fn next(&mut self) -> Option<Self::Item> {
        match &mut self.left {
            Left::Encoded { decoder, count } => {
                *count = count.checked_sub(1)?;
                <Self::Item as Decode<'decoder, L>>::decode_from(decoder).ok()
            }
            Left::Lent(entries) => entries.next(),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        match &self.left {
            Left::Encoded { count, .. } => (*count, Some(*count)),
            Left::Lent(entries) => entries.size_hint(),
        }
    }
}

impl<'decoder, C: LendEntries<L>, L: Layout> FusedIterator for EntriesIter<'decoder, C, L> where
    <C::Entry as Borrow<L>>::Ref<'decoder>:
        Decode<'decoder, L, Value = <C::Entry as Borrow<L>>::Ref<'decoder>>
{
}

macro_rules! iterable {
    ($($by:ty),*) => {$(
        impl<'decoder, C: LendEntries<L>, const MAX: usize, L: Layout> IntoIterator for $by
        where
            <C::Entry as Borrow<L>>::Ref<'decoder>:
                Decode<'decoder, L, Value = <C::Entry as Borrow<L>>::Ref<'decoder>>,
        {
            type Item = <C::Entry as Borrow<L>>::Ref<'decoder>;
            type IntoIter = EntriesIter<'decoder, C, L>;

            fn into_iter(self) -> Self::IntoIter {
                self.iter()
            }
        }
    )*};
}
iterable!(EntriesRef<'decoder, C, MAX, L>, &EntriesRef<'decoder, C, MAX, L>);

/// Compares the entries in the order of the wire.
impl<'decoder, C: LendEntries<L>, const MAX: usize, L: Layout> PartialEq
    for EntriesRef<'decoder, C, MAX, L>
where
    <C::Entry as Borrow<L>>::Ref<'decoder>:
        Decode<'decoder, L, Value = <C::Entry as Borrow<L>>::Ref<'decoder>> + PartialEq,
{
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}

impl<'decoder, C: LendEntries<L>, const MAX: usize, L: Layout> fmt::Debug
    for EntriesRef<'decoder, C, MAX, L>
where
    <C::Entry as Borrow<L>>::Ref<'decoder>:
        Decode<'decoder, L, Value = <C::Entry as Borrow<L>>::Ref<'decoder>> + fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self).finish()
    }
}

/// The entries carry their own layout `L`, so their encoding is the same in every layout `M`.
impl<'decoder, M: Layout, C: LendEntries<L>, L: Layout, const MAX: usize> Encode<M>
    for EntriesRef<'decoder, C, MAX, L>
where
    <C::Entry as Borrow<L>>::Ref<'decoder>:
        Decode<'decoder, L, Value = <C::Entry as Borrow<L>>::Ref<'decoder>>,
{
    type Value = Self;
    const ENCODING: &'static Schema =
        &Schema::seq(<C::Entry as Encode<L>>::ENCODING, MAX, prefix::<L>(MAX), 0).borrowed();

    fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
        match value.body {
            Body::Encoded { count, bytes } => {
                write_checked_prefix::<L, MAX, S>(count, sink)?;
                if const { <<C::Entry as Borrow<L>>::Ref<'decoder>>::FACTS.canonical } {
                    return sink.put(bytes);
                }
                value.iter().try_for_each(|entry| {
                    <<C::Entry as Borrow<L>>::Ref<'decoder>>::encode_to(&entry, sink)
                })
            }
            Body::Lent(collection) => collection::write::<C, L, MAX, S>(collection, sink),
        }
    }
}

impl<'decoder, M: Layout, C: LendEntries<L>, L: Layout, const MAX: usize> Decode<'decoder, M>
    for EntriesRef<'decoder, C, MAX, L>
where
    <C::Entry as Borrow<L>>::Ref<'decoder>:
        Decode<'decoder, L, Value = <C::Entry as Borrow<L>>::Ref<'decoder>>,
{
    const FACTS: Facts = <<C::Entry as Borrow<L>>::Ref<'decoder>>::FACTS.prefixed::<L>();

    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        let count = items::read_count::<C::Entry, L, MAX>(decoder)?;
        let first = decoder.rest();
        let mut before = None;
        for _ in 0..count {
            let start = *decoder;
            let entry = <<C::Entry as Borrow<L>>::Ref<'decoder>>::decode_from(decoder)?;
            if before.is_some_and(|before| !C::may_follow(&before, &entry)) {
                let reason = "the keys do not ascend";
                return Err(start.error(DecodeErrorKind::InvalidValue { reason }));
            }
            before = Some(entry);
        }
        let read = first.len().saturating_sub(decoder.rest().len());
        let bytes = first.get(..read).unwrap_or(first);
        Ok(Self { body: Body::Encoded { count, bytes }, layout: PhantomData })
    }
}

//! Keys: the place of a block, and a stamp that no other insertion has.
//!
//! ```text
//!  63           24 23        9 8       0
//!  | stamp        | chunk     | position |
//! ```
//!
//! A stamp is taken from a counter that all slabs of the process share, in ranges, so that an insertion rarely
//! touches it. So the key of one slab is unknown to all others, and that of a block that was removed is never
//! that of a later one. Stamps repeat after 2^40.

use core::fmt;
use core::num::{NonZeroU32, NonZeroU64};

use crate::sync::{AtomicU64, Ordering};

/// The number of bits of a position in a chunk.
const POSITION_BITS: u32 = 9;
/// The number of bits of a place: of the chunk and the position in it.
const PLACE_BITS: u32 = 24;
const STAMP_MASK: u64 = u64::MAX >> PLACE_BITS;
/// The maximum number of stamps that a slab takes at once.
const MAX_RANGE: u64 = 1 << 16;

/// The key of a block: see [`Slab::insert`](crate::Slab::insert). It takes 8 bytes, also in an [`Option`].
///
/// No other block of any slab of the process has the same key, before or after, within 2^40 stamps. An
/// insertion takes one, and a slab that is dropped may leave some unused: at first it takes 32 at once.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SlabKey(NonZeroU64);

const _: () = assert!(size_of::<Option<SlabKey>>() == 8);

impl SlabKey {
    /// Returns the key as an integer, to pass it through foreign code.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{Pool, PoolConfig, Slab, SlabKey};
    ///
    /// let pool = Pool::new(&PoolConfig::new().with_message(0, 8 << 10, None));
    /// let mut slab = Slab::<64, _>::new(&pool, 100);
    /// let bits = slab.insert(b"hello")?.to_bits();
    /// assert_eq!(SlabKey::from_bits(bits).and_then(|key| slab.get(key)), Some(&b"hello"[..]));
    /// assert_eq!(SlabKey::from_bits(bits + 1).and_then(|key| slab.get(key)), None);
    /// # Ok::<(), pool_codec::SlabError>(())
    /// ```
    #[must_use]
    pub const fn to_bits(self) -> u64 {
        self.0.get()
    }

    /// Returns the key of an integer from [`to_bits`](Self::to_bits). Another integer is a key that no slab
    /// knows, or zero, which is none.
    #[must_use]
    pub const fn from_bits(bits: u64) -> Option<Self> {
        match NonZeroU64::new(bits) {
            Some(bits) => Some(Self(bits)),
            None => None,
        }
    }

    #[inline(always)]
    pub(super) fn place(self) -> Place {
        Place(Place::MARK | self.0.get() as u32 & Place::MASK)
    }
}

impl fmt::Debug for SlabKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SlabKey({:#x})", self.0)
    }
}

/// The place of a block: its chunk, and its position in the chunk. A bit above them is set, so that an [`Option`] of it
/// takes no more room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place(NonZeroU32);

impl Place {
    /// The maximum number of chunks.
    pub(super) const CHUNKS: usize = 1 << (PLACE_BITS - POSITION_BITS);
    /// The maximum number of blocks in a chunk.
    pub(super) const POSITIONS: usize = 1 << POSITION_BITS;
    const MASK: u32 = (1 << PLACE_BITS) - 1;
    const MARK: NonZeroU32 = NonZeroU32::new(1 << PLACE_BITS).unwrap();

    /// The place at `position` of `chunk`. Both are within the bounds above.
    #[inline(always)]
    pub(super) fn new(chunk: usize, position: usize) -> Self {
        debug_assert!(chunk < Self::CHUNKS && position < Self::POSITIONS);
        Self(Self::MARK | (chunk as u32) << POSITION_BITS | position as u32)
    }

    #[inline(always)]
    pub(super) const fn chunk(self) -> usize {
        (self.bits() >> POSITION_BITS) as usize
    }

    #[inline(always)]
    pub(super) const fn position(self) -> usize {
        self.bits() as usize & (Self::POSITIONS - 1)
    }

    /// The chunk and the position as in a key.
    #[inline(always)]
    const fn bits(self) -> u32 {
        self.0.get() & Self::MASK
    }

    /// The next block in a list, or none, as an integer.
    #[inline(always)]
    pub(super) const fn link(next: Option<Self>) -> u64 {
        match next {
            Some(Self(bits)) => bits.get() as u64,
            None => 0,
        }
    }

    /// The place of an integer from [`link`](Self::link).
    #[inline(always)]
    pub(super) fn from_link(link: u64) -> Option<Self> {
        NonZeroU32::new(link as u32).map(Self)
    }
}

/// The next stamp of any slab.
static NEXT: AtomicU64 = AtomicU64::new(1);

/// The stamps that one slab has taken and not used, each shifted as in a key.
#[derive(Debug)]
pub(super) struct Stamps {
    /// The next stamp. It is not zero, unless none is left.
    next: u64,
    /// The stamp after the last one, which is zero after the largest.
    end: u64,

    /// The number of stamps that it takes the next time. It doubles, so that short-lived slabs take few.
    range: u64,
}

impl Stamps {
    pub(super) const fn new() -> Self {
        Self { next: 0, end: 0, range: 32 }
    }

    /// Makes a key for the block at `place`, if a stamp is left.
    #[inline(always)]
    pub(super) fn key(&mut self, place: Place) -> Option<SlabKey> {
        if self.next == self.end {
            return None;
        }
        let stamp = NonZeroU64::new(self.next)?;
        self.next = stamp.get().wrapping_add(1 << PLACE_BITS);
        Some(SlabKey(stamp | u64::from(place.bits())))
    }

    /// Takes more stamps if none is left.
    pub(super) fn refill(&mut self) {
        if self.next == self.end {
            // Relaxed: the stamps need only differ.
            self.take(NEXT.fetch_add(self.range, Ordering::Relaxed));
        }
    }

    /// Takes the stamps of a range that begins at `first`, but those from 2^40 on. A stamp of zero is left out: a key is
    /// never zero, nor an integer without a stamp.
    fn take(&mut self, first: u64) {
        let first = first & STAMP_MASK;
        let end = first.saturating_add(self.range).min(STAMP_MASK.wrapping_add(1));
        (self.next, self.end) = (first.max(1) << PLACE_BITS, end << PLACE_BITS);
        self.range = self.range.saturating_mul(2).min(MAX_RANGE);
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_RANGE, Place, STAMP_MASK, SlabKey, Stamps};

    fn key(stamps: &mut Stamps, place: Place) -> SlabKey {
        stamps.refill();
        stamps.key(place).unwrap()
    }

    #[test]
    fn places_survive_in_keys() {
        let mut stamps = Stamps::new();
        for chunk in [0, 1, 500, Place::CHUNKS - 1] {
            for position in [0, 1, 300, Place::POSITIONS - 1] {
                let place = Place::new(chunk, position);
                assert_eq!((place.chunk(), place.position()), (chunk, position));
                assert_eq!(key(&mut stamps, place).place(), place);
            }
        }
    }

    #[test]
    fn stamps_wrap_without_zero() {
        let place = Place::new(0, 0);
        let mut stamps = Stamps { range: MAX_RANGE, ..Stamps::new() };
        // The counter of all slabs does not stop at 2^40.
        stamps.take((5 << 40) + STAMP_MASK);
        assert_eq!(stamps.key(place).unwrap().to_bits() >> 24, STAMP_MASK);
        assert_eq!(stamps.key(place), None);
        stamps.take(6 << 40);
        assert_eq!([1, 2].map(|_| stamps.key(place).unwrap().to_bits() >> 24), [1, 2]);
        assert_eq!(stamps.end >> 24, MAX_RANGE);
    }

    #[test]
    fn two_slabs_share_no_stamp() {
        let (mut one, mut two) = (Stamps::new(), Stamps::new());
        let place = Place::new(3, 4);
        let mut keys: std::vec::Vec<_> =
            (0..1000).flat_map(|_| [key(&mut one, place), key(&mut two, place)]).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), 2000);
    }
}

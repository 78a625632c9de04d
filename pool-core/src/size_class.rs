//! Size classes: the slot capacities of a pool.

use core::fmt;
use core::iter::FusedIterator;

use crate::human::HumanBytes;

/// log2 of the smallest class, 128 bytes.
const MIN_SHIFT: u8 = 7;
/// log2 of the largest pooled class, 1 MiB.
const MAX_POOLED_SHIFT: u8 = 20;
/// log2 of the largest power of two of a `usize`.
const MAX_SHIFT: u8 = (usize::BITS - 1) as u8;
/// The number of bytes that the slots of one class take together by default.
const DEFAULT_BYTES: usize = 128 << 10;

/// The capacity of a slot: a power of two, at least 128 bytes.
///
/// A pool can have slots of the classes up to [`SizeClass::MAX_POOLED`]. The heap serves longer requests.
///
/// ```
/// # use pool_core as pool_codec;
/// use pool_codec::SizeClass;
///
/// assert_eq!(SizeClass::for_len(84).bytes(), 128);
/// assert_eq!(SizeClass::for_len(800).bytes(), 1024);
/// assert_eq!(SizeClass::for_len(40_000).to_string(), "64 KiB");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SizeClass {
    /// log2 of the capacity, `MIN_SHIFT..=MAX_SHIFT`.
    shift: u8,
}

impl SizeClass {
    /// The smallest class, 128 bytes.
    pub const MIN: Self = Self { shift: MIN_SHIFT };

    /// The largest class of which a pool can have slots, 1 MiB.
    pub const MAX_POOLED: Self = Self { shift: MAX_POOLED_SHIFT };

    /// The number of classes that can be pooled.
    pub(crate) const POOLED: usize = (MAX_POOLED_SHIFT - MIN_SHIFT + 1) as usize;

    /// The number of classes, from the smallest, that are split into shards: those below 16 KiB. For larger
    /// buffers the work on the bytes outweighs the cost of a shared slot.
    #[cfg(feature = "std")]
    pub(crate) const SHARDED: usize = (14 - MIN_SHIFT) as usize;

    /// The smallest class that holds `len` bytes.
    ///
    /// Saturates at the largest power of two that a `usize` can hold.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::SizeClass;
    ///
    /// assert_eq!(SizeClass::for_len(0), SizeClass::MIN);
    /// assert_eq!(SizeClass::for_len(128).bytes(), 128);
    /// assert_eq!(SizeClass::for_len(129).bytes(), 256);
    /// ```
    #[inline]
    #[must_use]
    pub const fn for_len(len: usize) -> Self {
        // The number of bits of `len - 1` is the exponent of the next power of two. The `|` makes it at
        // least 7.
        let last = len.saturating_sub(1) | (Self::MIN.bytes().wrapping_sub(1));
        let bits = usize::BITS.wrapping_sub(last.leading_zeros()) as u8;
        Self { shift: if bits > MAX_SHIFT { MAX_SHIFT } else { bits } }
    }

    /// The capacity of a slot of this class, in bytes.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// assert_eq!(pool_codec::SizeClass::MAX_POOLED.bytes(), 1 << 20);
    /// ```
    #[inline]
    #[must_use]
    pub const fn bytes(self) -> usize {
        1 << self.shift
    }

    /// Whether a pool can have slots of this class.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::SizeClass;
    ///
    /// assert!(SizeClass::for_len(1 << 20).is_pooled());
    /// assert!(!SizeClass::for_len((1 << 20) + 1).is_pooled());
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_pooled(self) -> bool {
        self.shift <= MAX_POOLED_SHIFT
    }

    /// The default number of slots of this class: 128 KiB divided by the class's size, but at least two.
    /// It is zero above [`SizeClass::MAX_POOLED`].
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::SizeClass;
    ///
    /// assert_eq!(SizeClass::MIN.default_capacity(), 1024);
    /// assert_eq!(SizeClass::MAX_POOLED.default_capacity(), 2);
    /// assert_eq!(SizeClass::for_len(2 << 20).default_capacity(), 0);
    /// ```
    #[must_use]
    pub const fn default_capacity(self) -> usize {
        if !self.is_pooled() {
            return 0;
        }
        let slots = DEFAULT_BYTES >> self.shift;
        if slots < 2 { 2 } else { slots }
    }

    /// The class that is twice as large, or `None` if a `usize` cannot hold its size.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::SizeClass;
    ///
    /// assert_eq!(SizeClass::MIN.next().map(SizeClass::bytes), Some(256));
    /// assert_eq!(SizeClass::for_len(usize::MAX).next(), None);
    /// ```
    #[must_use]
    pub const fn next(self) -> Option<Self> {
        if self.shift < MAX_SHIFT { Some(Self { shift: self.shift.wrapping_add(1) }) } else { None }
    }

    /// The classes that can serve a message of `min_len` to `max_len` bytes, smallest first.
    ///
    /// The ladder is empty if `max_len` belongs to a smaller class than `min_len`.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::SizeClass;
    ///
    /// let ladder = SizeClass::ladder(60, 1000);
    /// assert_eq!(ladder.map(SizeClass::bytes).collect::<Vec<_>>(), [128, 256, 512, 1024]);
    /// ```
    #[must_use]
    pub const fn ladder(min_len: usize, max_len: usize) -> Ladder {
        let (start, end) = (Self::for_len(min_len), Self::for_len(max_len));
        Ladder { start: start.shift, end: end.shift.wrapping_add(1) }
    }

    /// The position among the pooled classes. It is at least [`SizeClass::POOLED`] for larger classes.
    #[inline]
    pub(crate) const fn index(self) -> usize {
        self.shift.wrapping_sub(MIN_SHIFT) as usize
    }

    /// The pooled class at `index`, or the largest one if `index` is too large.
    #[inline]
    pub(crate) const fn from_index(index: usize) -> Self {
        if index >= Self::POOLED {
            return Self::MAX_POOLED;
        }
        Self { shift: (index as u8).wrapping_add(MIN_SHIFT) }
    }
}

impl fmt::Display for SizeClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        HumanBytes(self.bytes()).fmt(f)
    }
}

impl fmt::Debug for SizeClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SizeClass({self})")
    }
}

/// An iterator over the classes of a range of lengths, smallest first: see [`SizeClass::ladder`].
///
/// [`smallest`](Self::smallest) and [`largest`](Self::largest) are `const fn`s, for `const` code, which cannot
/// use an iterator.
///
/// ```
/// # use pool_core as pool_codec;
/// use pool_codec::{Ladder, SizeClass};
///
/// const LADDER: Ladder = SizeClass::ladder(60, 65_536);
/// const LARGEST: Option<SizeClass> = LADDER.largest();
/// assert_eq!(LARGEST.map(SizeClass::bytes), Some(65_536));
/// assert_eq!(LADDER.len(), 10);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladder {
    /// The exponents not yet yielded, `start..end`.
    start: u8,
    end: u8,
}

impl Ladder {
    /// The smallest class that the iterator has not yielded yet, or `None` if there is none.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::SizeClass;
    ///
    /// assert_eq!(SizeClass::ladder(0, 500).smallest(), Some(SizeClass::MIN));
    /// ```
    #[must_use]
    pub const fn smallest(&self) -> Option<SizeClass> {
        if self.start < self.end { Some(SizeClass { shift: self.start }) } else { None }
    }

    /// The largest class that the iterator has not yielded yet, or `None` if there is none.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::SizeClass;
    ///
    /// assert_eq!(SizeClass::ladder(0, 500).largest().map(SizeClass::bytes), Some(512));
    /// assert_eq!(SizeClass::ladder(500, 0).largest(), None);
    /// ```
    #[must_use]
    pub const fn largest(&self) -> Option<SizeClass> {
        if self.start < self.end {
            Some(SizeClass { shift: self.end.wrapping_sub(1) })
        } else {
            None
        }
    }
}

impl Iterator for Ladder {
    type Item = SizeClass;

    fn next(&mut self) -> Option<SizeClass> {
        let class = Self::smallest(self)?;
        self.start = self.start.wrapping_add(1);
        Some(class)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = usize::from(self.end.saturating_sub(self.start));
        (left, Some(left))
    }
}

impl DoubleEndedIterator for Ladder {
    fn next_back(&mut self) -> Option<SizeClass> {
        let class = Self::largest(self)?;
        self.end = class.shift;
        Some(class)
    }
}

impl ExactSizeIterator for Ladder {}
impl FusedIterator for Ladder {}

#[cfg(test)]
#[cfg(not(loom))]
mod tests {
    use super::SizeClass;

    #[test]
    fn for_len_is_the_next_power_of_two() {
        for len in 0..5000_usize {
            assert_eq!(SizeClass::for_len(len).bytes(), len.next_power_of_two().max(128));
        }
        assert_eq!(SizeClass::for_len(usize::MAX).bytes(), 1 << (usize::BITS - 1));
        assert_eq!(
            SizeClass::for_len((1 << (usize::BITS - 1)) + 1).bytes(),
            1 << (usize::BITS - 1)
        );
    }

    #[test]
    fn index_round_trips() {
        let classes = SizeClass::ladder(0, 1 << 20);
        assert_eq!(classes.len(), SizeClass::POOLED);
        for (index, class) in classes.enumerate() {
            assert_eq!(class.index(), index);
            assert_eq!(SizeClass::from_index(index), class);
            assert!(class.is_pooled());
        }
        assert!(SizeClass::for_len(2 << 20).index() >= SizeClass::POOLED);
    }

    #[test]
    fn ladder_walks_both_ways_and_can_be_empty() {
        let up: std::vec::Vec<_> = SizeClass::ladder(300, 3000).collect();
        let mut down: std::vec::Vec<_> = SizeClass::ladder(300, 3000).rev().collect();
        down.reverse();
        assert_eq!(up, down);
        assert_eq!(SizeClass::ladder(3000, 300).count(), 0);
        assert_eq!(SizeClass::ladder(0, usize::MAX).count(), usize::BITS as usize - 7);
    }
}

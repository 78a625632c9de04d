//! The memory bill of arenas.

use super::growth::FIRST;
use crate::config::PoolConfig;
use crate::heap;
use crate::policy::Overflow;
use crate::size_class::SizeClass;

impl PoolConfig {
    /// The maximum number of slots of `class` that an [`Arena`](crate::Arena) of `limit` bytes uses at once, if no
    /// class lacks a slot. Buffers that are [adopted](crate::Arena::adopt) do not count.
    ///
    /// The chunks of an arena double, but an allocation that is too large for the next chunk takes a larger slot
    /// at once, and the last chunk is cut to the limit. So not all classes reach their maximum together.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{PoolConfig, SizeClass};
    ///
    /// const CONFIG: PoolConfig = PoolConfig::new().with_message(0, 64 << 10, None);
    /// let slots = |bytes| CONFIG.arena_slots(SizeClass::for_len(bytes), 8 << 10);
    /// assert_eq!([slots(4 << 10), slots(8 << 10), slots(16 << 10)], [0, 1, 0]);
    /// let slots = |bytes| CONFIG.arena_slots(SizeClass::for_len(bytes), 64 << 10);
    /// assert_eq!([slots(8 << 10), slots(16 << 10), slots(32 << 10), slots(64 << 10)], [2, 2, 2, 1]);
    /// ```
    #[must_use]
    pub const fn arena_slots(&self, class: SizeClass, limit: usize) -> usize {
        let Some(largest) = self.largest_class() else { return 0 };
        if self.capacity(class) == 0 {
            return 0;
        }
        // The class serves lengths above those of the next smaller class.
        let below = match self.largest_class_within(class.bytes().saturating_sub(1)) {
            Some(smaller) => smaller.bytes(),
            None => 0,
        };
        let first = if FIRST < largest.bytes() { FIRST } else { largest.bytes() };
        if class.bytes() < first {
            // Only the remainder of a limit that no number of whole chunks reaches.
            let remainder = limit & first.wrapping_sub(1);
            return (remainder > below && remainder <= class.bytes()) as usize;
        }
        // Whole chunks have the length of some class, and each is longer than the one before.
        let (mut whole, mut taken) = (0_usize, 0_usize);
        let mut len = if below < first { first } else { below.saturating_mul(2) };
        while len <= class.bytes() && len <= limit.saturating_sub(taken) {
            (whole, taken) = (whole.saturating_add(1), taken.saturating_add(len));
            // Only those of the largest class repeat.
            if len < largest.bytes() {
                len = len.saturating_mul(2);
            } else {
                let more = limit.saturating_sub(taken) >> len.trailing_zeros();
                (whole, taken) =
                    (whole.saturating_add(more), taken.saturating_add(more.saturating_mul(len)));
                break;
            }
        }
        whole.saturating_add((limit.saturating_sub(taken) > below) as usize)
    }

    /// The maximum number of bytes that an [`Arena`](crate::Arena) of `limit` bytes takes from the global allocator
    /// when no slot serves its chunks. It is zero if none of the classes that may serve them has the policy
    /// [`Overflow::Heap`](crate::Overflow::Heap), and neither has [`jumbo_overflow`](Self::jumbo_overflow) if a chunk
    /// may be longer than the largest class.
    ///
    /// The figure is an upper bound. A chunk lies in a block of its class, so it includes more than the limit. If small
    /// classes fall back to the heap and a larger one does not, it is large: an arena that gets no large chunk takes one
    /// small chunk after another.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{Overflow, PoolConfig};
    ///
    /// const CONFIG: PoolConfig = PoolConfig::new().with_message(0, 64 << 10, None);
    /// assert!((64 << 10..100 << 10).contains(&CONFIG.arena_heap_bytes(64 << 10)));
    /// assert_eq!(CONFIG.with_overflow(Overflow::Fail).arena_heap_bytes(64 << 10), 0);
    /// ```
    #[must_use]
    pub const fn arena_heap_bytes(&self, limit: usize) -> usize {
        let (usual, small) = (self.usual_heap_bytes(limit), self.small_heap_bytes(limit));
        if usual > small { usual } else { small }
    }

    /// The figure if the heap serves every chunk for which there is no slot.
    const fn usual_heap_bytes(&self, limit: usize) -> usize {
        let largest = match self.largest_class() {
            Some(class) => class.bytes(),
            None => 0,
        };
        let mut heap = limit > largest && matches!(self.jumbo_overflow(), Overflow::Heap);
        // The chunks, and the bytes of their classes if each has the most slots.
        let (mut chunks, mut bytes) = (0_usize, 0_usize);
        let mut index = 0;
        while index < SizeClass::POOLED {
            let class = SizeClass::from_index(index);
            index = index.wrapping_add(1);
            let slots = self.arena_slots(class, limit);
            if slots == 0 {
                continue;
            }
            heap |= matches!(self.overflow_of(class), Overflow::Heap);
            chunks = chunks.saturating_add(slots);
            bytes = bytes.saturating_add(slots.saturating_mul(class.bytes()));
        }
        if !heap {
            return 0;
        }
        if limit > largest {
            // Requests longer than the largest class are not rounded up. Each is longer than a chunk that it replaces.
            bytes = bytes.saturating_add(limit);
            chunks = chunks.saturating_add(1);
        }
        if self.has_all_classes_from_first(limit) {
            // Only the last chunk is cut, and it is longer than half of its class, or lies in the first class.
            let top = SizeClass::for_len(limit).bytes();
            let top = if top < largest { top } else { largest };
            let cut = if top / 2 > FIRST { top / 2 } else { FIRST };
            bytes = limit.saturating_add(cut);
        }
        bytes.saturating_add(chunks.saturating_mul(heap::OVERHEAD))
    }

    /// The figure if a chunk for which there is no slot is replaced by one of the smallest class that suffices, and the
    /// heap serves that one: zero unless a class falls back to the heap below one that does not.
    ///
    /// Then chunks of all lengths may follow one another. A chunk that is not cut to the limit has at least the shortest
    /// length of its class, so together they take at most what the least favourable class takes for the whole limit.
    const fn small_heap_bytes(&self, limit: usize) -> usize {
        let (mut below, mut index, mut replaces) = (0_usize, 0, false);
        let (mut most, mut cut) = (0, 0);
        while index < SizeClass::POOLED && below < limit {
            let class = SizeClass::from_index(index);
            index = index.wrapping_add(1);
            if self.capacity(class) == 0 {
                continue;
            }
            if matches!(self.overflow_of(class), Overflow::Heap) {
                let shortest = SizeClass::for_len(below.saturating_add(1)).bytes();
                cut = class.bytes().saturating_add(heap::OVERHEAD);
                let all = limit.div_ceil(shortest).saturating_mul(cut);
                most = if all > most { all } else { most };
            } else {
                replaces |= most > 0;
            }
            below = class.bytes();
        }
        if replaces { most.saturating_add(cut) } else { 0 }
    }

    /// Whether each chunk that is not cut has the length of the class that serves it, and the last one that of no larger
    /// class than it needs.
    const fn has_all_classes_from_first(&self, limit: usize) -> bool {
        let Some(largest) = self.largest_class() else { return true };
        let mut class = SizeClass::for_len(FIRST);
        let top = SizeClass::for_len(if limit > FIRST { limit } else { FIRST });
        while class.bytes() <= top.bytes() && class.bytes() < largest.bytes() {
            if self.capacity(class) == 0 {
                return false;
            }
            match class.next() {
                Some(next) => class = next,
                None => break,
            }
        }
        true
    }
}

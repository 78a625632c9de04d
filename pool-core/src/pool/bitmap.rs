//! A set of free slots that all threads share, one bit per slot. Its capacity is exact.
//!
//! ```text
//!   bit  63          32      31       30     29                        0
//!       +--------------+--------+---------+------------------------------+
//! word  | releases     | CLOSED | DRAINED | slot 29 | ... | slot 0: 1 = free |
//!       +--------------+--------+---------+------------------------------+
//! ```
//!
//! A class has several words, each on its own cache line, and threads start at different words: with
//! enough slots two threads never meet. Each release also increments the count in the upper half, so
//! counting costs nothing. The count would wrap; a thread that acquires moves its top bit to a wider
//! counter in time.
//!
//! A search that finds no slot would have to visit every word, so a class that stays exhausted would make
//! each refusal cost as much as the class is large. Therefore a search that found nothing marks the words as
//! `DRAINED`, and `open` counts the others: while it is zero, a search ends at once. A release that finds
//! its word drained takes the slow path and reopens it.
//!
//! # Invariants
//!
//! * I1: a slot bit goes from 1 to 0 in one thread's `take` and back in one release; between the two
//!   no other thread takes that slot.
//! * I2: `close` and a release on a word are totally ordered. A release that comes first is seen by
//!   the close as a free bit; one that comes later sees `CLOSED`. So each slot is counted exactly
//!   once: by the close if it was free, by its release if it was in use.
//! * I3: every change of a word is a read-modify-write, so a chain of them is one release sequence, and
//!   a thread that reads a word with Acquire sees what every earlier Release on it published.
//! * I4: a release touches nothing after the operation that sets the bit, unless that saw `CLOSED`:
//!   from then on the pool may be gone. So releases take pointers, and the last access is through a
//!   reference to an atomic, which promises nothing about the memory after the access. `reopen` does touch
//!   more: its caller keeps the pool alive.
//! * I5: a word that is `DRAINED` has no free slot: the exchange that marks it fails otherwise, and the one
//!   that frees a slot clears the mark.
//! * I6: `open` is never less than the number of words that are not drained. It is incremented before a word
//!   is reopened, and decremented after one was marked. The mark reads the reopening with Acquire, so the
//!   increment comes first among the changes of `open`. So if a search reads zero, no slot is free except
//!   those whose release is not over.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::ptr::NonNull;

use super::origin::{PoolHeader, SlotOrigin};
use crate::size_class::SizeClass;
use crate::sync::{AtomicU32, AtomicU64, AtomicUsize, Ordering};

/// The maximum number of slots in a word.
const SLOTS: usize = 30;
const SLOT_BITS: u64 = (1 << SLOTS) - 1;
/// A search found no free slot in this word (I5).
const DRAINED: u64 = 1 << 30;
/// The pool's last handle is gone.
const CLOSED: u64 = 1 << 31;
/// One release, in the count.
const RELEASE: u64 = 1 << 32;
/// The top bit of the count.
const COUNT_TOP: u64 = 1 << 63;

/// The minimum number of words of a class that has as many slots, so that threads can keep apart.
const MIN_WORDS: usize = 8;

/// The position of no word.
const NONE: usize = usize::MAX;

/// The number of words of a class of `capacity` slots: a power of two, or zero.
const fn words(capacity: usize) -> usize {
    let least = if capacity < MIN_WORDS { capacity } else { MIN_WORDS };
    let wanted = capacity.div_ceil(SLOTS).next_power_of_two();
    match least.checked_ilog2() {
        None => 0,
        Some(exponent) if wanted < 1 << exponent => 1 << exponent,
        Some(_) => wanted,
    }
}

/// The size of the words for `capacity` slots, in bytes.
pub(crate) const fn bytes(capacity: usize) -> usize {
    words(capacity).saturating_mul(size_of::<Word>())
}

/// Up to 30 slots.
#[derive(Debug)]
#[repr(C, align(64))]
pub(crate) struct Word {
    /// First: see I2 of [`origin`](super::origin).
    pub(super) origin: SlotOrigin,
    bits: AtomicU64,
    /// The position of this word in its class.
    position: u32,
    /// The number of slot 0 in its class.
    first: u32,
    slots: u32,
    high_water: AtomicU32,
}

/// The slots of one class.
#[derive(Debug)]
pub(crate) struct Bitmap {
    words: Box<[Word]>,
    /// The distance from a thread's own word to the word at which it starts a search. Any value is
    /// correct; the distance at which the last search ended is fast.
    hint: AtomicUsize,
    /// I6.
    open: AtomicUsize,
    /// The position of the word that was reopened last, or [`NONE`]. Any value is correct.
    reopened: AtomicUsize,
    /// Releases whose count was moved out of the words.
    releases: AtomicU64,
}

/// A slot in use, of a bitmap.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WordSlot {
    pub(crate) word: NonNull<Word>,
    pub(crate) index: u8,
}

impl WordSlot {
    /// The number of the slot in its class.
    pub(crate) fn number(self) -> u32 {
        // SAFETY: a word outlives its slots in use.
        unsafe { self.word.as_ref() }.number(self.index)
    }
}

// SAFETY: a `Word` is `Sync`, and the rest are numbers.
unsafe impl Send for WordSlot {}

impl Bitmap {
    /// Makes `capacity` free slots, or returns `None` if there is no memory for them.
    pub(crate) fn try_new(
        pool: NonNull<PoolHeader>,
        class: SizeClass,
        capacity: usize,
        clear: bool,
    ) -> Option<Self> {
        let count = words(capacity);
        let mut words = Vec::new();
        words.try_reserve_exact(count).ok()?;
        let mut first = 0_usize;
        for index in 0..count {
            // Evenly: the remaining slots, divided by the remaining words.
            let slots = capacity.saturating_sub(first).div_ceil(count.wrapping_sub(index));
            words.push(Word {
                origin: SlotOrigin::word(pool, class, clear),
                bits: AtomicU64::new(SLOT_BITS >> SLOTS.saturating_sub(slots)),
                position: index as u32,
                first: first as u32,
                slots: slots as u32,
                high_water: AtomicU32::new(0),
            });
            first = first.wrapping_add(slots);
        }
        Some(Self {
            words: words.into_boxed_slice(),
            hint: AtomicUsize::new(0),
            open: AtomicUsize::new(count),
            reopened: AtomicUsize::new(NONE),
            releases: AtomicU64::new(0),
        })
    }

    /// Takes a free slot, or returns `None` if no word had one when this thread read it. Threads with
    /// different numbers start at different words.
    ///
    /// Lock-free: an exchange fails only because another thread changed the word.
    #[inline]
    pub(crate) fn take(&self, thread: usize) -> Option<WordSlot> {
        // Relaxed: any value is correct.
        let hint = self.hint.load(Ordering::Relaxed);
        // The number of words is a power of two. Without any words this lies past the end.
        let start = thread.wrapping_add(hint) & self.words.len().wrapping_sub(1);
        self.words.get(start)?.take(&self.releases).or_else(|| self.take_elsewhere(start, hint))
    }

    /// Searches the words after the one at `start`, and then those before it. If none of them has a slot,
    /// marks them all as drained, unless a slot is released in the meantime.
    #[cold]
    fn take_elsewhere(&self, start: usize, hint: usize) -> Option<WordSlot> {
        if self.is_drained() {
            return None;
        }
        // After a refusal this is usually the only word that is open.
        // Relaxed, both: any value is correct.
        if let Some(reopened) = self.words.get(self.reopened.load(Ordering::Relaxed)) {
            if let Some(slot) = self.take_or_drain(reopened) {
                return Some(slot);
            }
            self.reopened.store(NONE, Ordering::Relaxed);
            if self.is_drained() {
                return None;
            }
        }
        let (before, from) = self.words.split_at_checked(start)?;
        let others = (0..).zip(from.iter().chain(before)).skip(1);
        for (distance, word) in others {
            if let Some(slot) = word.take(&self.releases) {
                // Relaxed: any value is correct.
                self.hint.store(hint.wrapping_add(distance), Ordering::Relaxed);
                return Some(slot);
            }
        }
        self.words.iter().find_map(|word| self.take_or_drain(word))
    }

    /// Whether every word is drained (I6).
    #[inline]
    pub(crate) fn is_drained(&self) -> bool {
        // Relaxed: a release that happened before this call incremented it before that (I6).
        self.open.load(Ordering::Relaxed) == 0
    }

    /// Takes a slot of the word or, if it has none, marks it as drained.
    fn take_or_drain(&self, word: &Word) -> Option<WordSlot> {
        loop {
            if let Some(slot) = word.take(&self.releases) {
                return Some(slot);
            }
            // Relaxed: the exchange decides.
            let seen = word.bits.load(Ordering::Relaxed);
            if seen & DRAINED != 0 {
                return None;
            }
            // Acquire on success: pairs with the Release in `reopen` (I6). Relaxed on failure: reads the
            // word again.
            let drained = seen & SLOT_BITS == 0
                && word
                    .bits
                    .compare_exchange(seen, seen | DRAINED, Ordering::Acquire, Ordering::Relaxed)
                    .is_ok();
            if drained {
                // Relaxed: see I6.
                self.open.fetch_sub(1, Ordering::Relaxed);
                return None;
            }
        }
    }

    /// Releases a slot of a word that may be drained, and reopens the word. Returns whether the pool has
    /// been closed.
    ///
    /// # Safety
    ///
    /// * `slot` is of this bitmap, in use, not accessed any more, and released by this call only;
    /// * something other than the slot keeps the bitmap alive during the call (I4).
    pub(crate) unsafe fn reopen(&self, slot: WordSlot) -> bool {
        // SAFETY: a word outlives its slots in use; it is one of `self.words`, which live as long as `self`.
        let word = unsafe { slot.word.as_ref() };
        let bit = 1_u64 << (slot.index & 31);
        // Relaxed: the Release below orders it (I6).
        self.open.fetch_add(1, Ordering::Relaxed);
        // Relaxed: the exchange decides.
        let mut seen = word.bits.load(Ordering::Relaxed);
        loop {
            debug_assert!(seen & bit == 0, "I1: a free slot was released");
            let released = (seen & !DRAINED).wrapping_add(bit | RELEASE);
            // AcqRel: as in `release_unless_drained`. Relaxed on failure: reads the word again.
            let exchange = word.bits.compare_exchange_weak(
                seen,
                released,
                Ordering::AcqRel,
                Ordering::Relaxed,
            );
            match exchange {
                Ok(_) => break,
                Err(now) => seen = now,
            }
        }
        // Relaxed, both: the word was open already, so it is counted twice; any value is correct.
        if seen & DRAINED == 0 {
            self.open.fetch_sub(1, Ordering::Relaxed);
        } else {
            self.reopened.store(word.position as usize, Ordering::Relaxed);
        }
        seen & CLOSED != 0
    }

    /// Closes the set and returns the number of free slots.
    pub(crate) fn close(&self) -> usize {
        let mut free = 0_usize;
        for word in &self.words {
            // Acquire: pairs with the Release of every earlier release of this word (I3), so that
            // the accesses of those tenants happen before the storage is freed.
            let before = word.bits.fetch_or(CLOSED, Ordering::Acquire);
            debug_assert!(before & CLOSED == 0, "closed twice");
            free = free.wrapping_add((before & SLOT_BITS).count_ones() as usize);
        }
        free
    }

    /// The slots in use, their high-water mark, and the number of slots taken. Exact only while no
    /// thread uses the bitmap.
    pub(crate) fn counts(&self) -> (usize, usize, u64) {
        // Relaxed, all: statistics.
        let mut hits = self.releases.load(Ordering::Relaxed);
        let (mut in_use, mut high_water) = (0_usize, 0_usize);
        for word in &self.words {
            let bits = word.bits.load(Ordering::Relaxed);
            let used = word.slots.saturating_sub((bits & SLOT_BITS).count_ones());
            in_use = in_use.wrapping_add(used as usize);
            high_water = high_water.wrapping_add(word.high_water.load(Ordering::Relaxed) as usize);
            hits = hits.wrapping_add(bits >> RELEASE.trailing_zeros());
        }
        (in_use, high_water, hits.wrapping_add(in_use as u64))
    }
}

impl Word {
    /// Takes the lowest free slot.
    #[inline]
    fn take(&self, releases: &AtomicU64) -> Option<WordSlot> {
        // Relaxed: picks a candidate; the exchange decides.
        let mut seen = self.bits.load(Ordering::Relaxed);
        if seen & COUNT_TOP != 0 {
            self.spill_count(releases);
        }
        while seen & SLOT_BITS != 0 {
            let bit = seen & seen.wrapping_neg();
            // Acquire on success: pairs with the Release of the slot's last release, so that the
            // previous tenant's last access happens before the first of the next one (I3). Relaxed on
            // failure: picks another candidate.
            let taken = self.bits.compare_exchange_weak(
                seen,
                seen & !bit,
                Ordering::Acquire,
                Ordering::Relaxed,
            );
            match taken {
                Ok(_) => {
                    let left = (seen & SLOT_BITS).count_ones().wrapping_sub(1);
                    self.record_high_water(self.slots.saturating_sub(left));
                    let index = bit.trailing_zeros() as u8;
                    return Some(WordSlot { word: NonNull::from(self), index });
                }
                Err(now) => seen = now,
            }
        }
        None
    }

    /// The number in its class of the slot at `index`.
    pub(crate) fn number(&self, index: u8) -> u32 {
        self.first.wrapping_add(index.into())
    }

    #[inline]
    fn record_high_water(&self, in_use: u32) {
        // Relaxed: a maximum orders nothing. The load saves the write in the common case.
        if in_use > self.high_water.load(Ordering::Relaxed) {
            self.high_water.fetch_max(in_use, Ordering::Relaxed);
        }
    }

    /// Moves the top bit of the count to the wide counter.
    #[cold]
    fn spill_count(&self, releases: &AtomicU64) {
        // Relaxed: a statistic. Only the thread that cleared the bit adds it.
        if self.bits.fetch_and(!COUNT_TOP, Ordering::Relaxed) & COUNT_TOP != 0 {
            releases.fetch_add(COUNT_TOP >> RELEASE.trailing_zeros(), Ordering::Relaxed);
        }
    }
}

/// A model fails if an operation on these fields is not ordered before the memory ends (I4).
#[cfg(loom)]
impl Drop for Word {
    fn drop(&mut self) {
        self.origin.owner.with_mut(|_| ());
        self.bits.with_mut(|_| ());
    }
}

/// Releases a slot, and returns whether the pool has been closed. If it has not, the pool may be gone when
/// this returns. Returns `None`, and leaves the slot in use, if the word is drained: the caller then calls
/// [`Bitmap::reopen`], or hands the slot to a waiter.
///
/// # Safety
///
/// * The slot at `index` of this word is in use, not accessed any more, and released by this call only.
#[inline]
pub(crate) unsafe fn release_unless_drained(word: NonNull<Word>, index: u8) -> Option<bool> {
    debug_assert!(usize::from(index) < SLOTS);
    let bit = 1_u64 << (index & 31);
    // SAFETY: the slot is in use, so the pool is alive.
    let bits = unsafe { &(*word.as_ptr()).bits };
    // Relaxed: the exchange decides.
    let mut seen = bits.load(Ordering::Relaxed);
    while seen & DRAINED == 0 {
        debug_assert!(seen & bit == 0, "I1: a free slot was released");
        // An addition, because the bit is not set (I1), and it counts the release as well.
        let released = seen.wrapping_add(bit | RELEASE);
        // Release: pairs with the Acquire in `take`, for the next tenant, and with the one in `close`, for
        // the thread that frees the storage. Acquire: pairs with the Release of the thread that reopened the
        // word, so that whoever knows of this release sees the word counted in `open` (I6). Relaxed on failure:
        // reads the word again.
        match bits.compare_exchange_weak(seen, released, Ordering::AcqRel, Ordering::Relaxed) {
            Ok(_) => return Some(seen & CLOSED != 0),
            Err(now) => seen = now,
        }
    }
    None
}

//! One bit a slot: a set of free slots that all threads share, with exact capacity.
//!
//! ```text
//!   bit  63          32      31       30     29                        0
//!       +--------------+--------+---------+------------------------------+
//! word  | releases     | CLOSED | WAITING | slot 29 | ... | slot 0: 1 = free |
//!       +--------------+--------+---------+------------------------------+
//! ```
//!
//! A class has several words, each on a cache line of its own, and threads start at different ones: with
//! enough slots two threads never meet. The count in the upper half rides along with each release, so
//! that counting costs nothing; it wraps, and whoever acquires moves its top bit to a wider counter in
//! time.
//!
//! # Invariants
//!
//! * I1: a slot bit goes from 1 to 0 in one thread's `take` and back in one release; between the two
//!   nobody else takes that slot.
//! * I2: `close` and a release on a word are totally ordered. A release that comes first is seen by
//!   the close as a free bit; one that comes later sees `CLOSED`. So each slot is counted exactly
//!   once: by the close if it was home, by its release if it was out.
//! * I3: every change of a word is a read-modify-write, so a chain of them is one release sequence, and
//!   whoever reads a word with Acquire sees what every earlier Release on it published.
//! * I4: a release touches nothing behind the operation that sets the bit, unless that saw `CLOSED`:
//!   from then on the pool may be gone. So releases take pointers, and the last access is through a
//!   reference to an atomic, which promises nothing about the memory once it is over.
//! * I5: with `WAITING` set, no slot is free: see [`wait`](super::wait).

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::ptr::NonNull;

use super::home::Home;
use super::shared::Shared;
#[cfg(feature = "std")]
use super::wait::WaitQueue;
use crate::size_class::SizeClass;
use crate::sync::{AtomicU32, AtomicU64, AtomicUsize, Ordering};

/// The most slots in a word.
const SLOTS: usize = 30;
const SLOT_BITS: u64 = (1 << SLOTS) - 1;
/// Threads queue for a slot of this class.
#[cfg(feature = "std")]
const WAITING: u64 = 1 << 30;
/// The pool's last handle is gone.
const CLOSED: u64 = 1 << 31;
/// One release.
const RELEASE: u64 = 1 << 32;
/// The count has come half way.
const MANY: u64 = 1 << 63;

/// A class has this many words at least, if it has the slots, so that threads can keep apart.
const MIN_WORDS: usize = 8;

/// How many words a class of `capacity` slots has: a power of two, or none.
const fn words(capacity: usize) -> usize {
    let least = if capacity < MIN_WORDS { capacity } else { MIN_WORDS };
    let wanted = capacity.div_ceil(SLOTS).next_power_of_two();
    match least.checked_ilog2() {
        None => 0,
        Some(exponent) if wanted < 1 << exponent => 1 << exponent,
        Some(_) => wanted,
    }
}

/// What the words for `capacity` slots take.
pub(crate) const fn bytes(capacity: usize) -> usize {
    words(capacity).saturating_mul(size_of::<Word>())
}

/// Up to 30 slots.
#[derive(Debug)]
#[repr(C, align(64))]
pub(crate) struct Word {
    /// First: [`home`](super::home), I2.
    home: Home,
    bits: AtomicU64,
    /// The number of slot 0 in its class.
    first: u32,
    slots: u32,
    high_water: AtomicU32,
}

/// The slots of one class.
#[derive(Debug)]
pub(crate) struct Bitmap {
    words: Box<[Word]>,
    /// How far behind its own word a thread begins to look. Any value is correct; one that a search
    /// ended at is fast.
    hint: AtomicUsize,
    /// Releases that were moved out of the words.
    releases: AtomicU64,
    #[cfg(feature = "std")]
    pub(crate) queue: Option<WaitQueue>,
}

/// A slot that was handed out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bit {
    pub(crate) word: NonNull<Word>,
    pub(crate) slot: u8,
}

impl Bit {
    /// The number of the slot in its class.
    pub(crate) fn number(self) -> u32 {
        // SAFETY: a word outlives its slots that are out.
        unsafe { self.word.as_ref() }.number(self.slot)
    }
}

// SAFETY: a `Word` is `Sync`, and the rest are numbers.
unsafe impl Send for Bit {}

impl Bitmap {
    /// `capacity` free slots, or `None` if there is no memory for them.
    pub(crate) fn try_new(
        pool: NonNull<Shared>,
        class: SizeClass,
        capacity: usize,
        clear: bool,
        waits: bool,
    ) -> Option<Self> {
        let count = words(capacity);
        let mut words = Vec::new();
        words.try_reserve_exact(count).ok()?;
        let mut first = 0_usize;
        for index in 0..count {
            // Evenly: what is left, over the words that are left.
            let slots = capacity.saturating_sub(first).div_ceil(count.wrapping_sub(index));
            words.push(Word {
                home: Home::word(pool, class, clear, waits),
                bits: AtomicU64::new(SLOT_BITS >> SLOTS.saturating_sub(slots)),
                first: first as u32,
                slots: slots as u32,
                high_water: AtomicU32::new(0),
            });
            first = first.wrapping_add(slots);
        }
        #[cfg(feature = "std")]
        let queue = waits.then(WaitQueue::new);
        Some(Self {
            words: words.into_boxed_slice(),
            hint: AtomicUsize::new(0),
            releases: AtomicU64::new(0),
            #[cfg(feature = "std")]
            queue,
        })
    }

    /// Takes a free slot, or returns `None` if each word had none when it was looked at. Threads with
    /// different numbers begin at different words.
    ///
    /// Lock-free: what is lost to another thread is a slot that it took.
    #[inline]
    pub(crate) fn take(&self, thread: usize) -> Option<Bit> {
        // Relaxed: any value is correct.
        let hint = self.hint.load(Ordering::Relaxed);
        // Their number is a power of two; without any, this is behind the end.
        let start = thread.wrapping_add(hint) & self.words.len().wrapping_sub(1);
        self.words.get(start)?.take(&self.releases).or_else(|| self.take_behind(start, hint))
    }

    #[cold]
    fn take_behind(&self, start: usize, hint: usize) -> Option<Bit> {
        let (before, from) = self.words.split_at_checked(start)?;
        let behind = (0..).zip(from.iter().chain(before)).skip(1);
        for (distance, word) in behind {
            if let Some(bit) = word.take(&self.releases) {
                // Relaxed: any value is correct.
                self.hint.store(hint.wrapping_add(distance), Ordering::Relaxed);
                return Some(bit);
            }
        }
        None
    }

    /// Says in every word that threads queue.
    #[cfg(feature = "std")]
    pub(crate) fn set_waiting(&self) {
        for word in &self.words {
            // Relaxed: read by releases, which then look at the queue under its lock.
            word.bits.fetch_or(WAITING, Ordering::Relaxed);
        }
    }

    /// Says in every word that nobody queues any more.
    #[cfg(feature = "std")]
    pub(crate) fn clear_waiting(&self) {
        for word in &self.words {
            // Relaxed: as in `set_waiting`.
            word.bits.fetch_and(!WAITING, Ordering::Relaxed);
        }
    }

    /// Closes the set and returns how many slots were home.
    pub(crate) fn close(&self) -> usize {
        let mut home = 0_usize;
        for word in &self.words {
            // Acquire: pairs with the Release of every earlier release of this word (I3), so that
            // what those tenants did happens before the storage is freed.
            let before = word.bits.fetch_or(CLOSED, Ordering::Acquire);
            debug_assert!(before & CLOSED == 0, "closed twice");
            home = home.wrapping_add((before & SLOT_BITS).count_ones() as usize);
        }
        home
    }

    /// Slots in use, the most there were, and slots handed out. Exact when nobody uses them.
    pub(crate) fn counts(&self) -> (usize, usize, u64) {
        // Relaxed, all: statistics.
        let mut hits = self.releases.load(Ordering::Relaxed);
        let (mut in_use, mut high_water) = (0_usize, 0_usize);
        for word in &self.words {
            let bits = word.bits.load(Ordering::Relaxed);
            let out = word.slots.saturating_sub((bits & SLOT_BITS).count_ones());
            in_use = in_use.wrapping_add(out as usize);
            high_water = high_water.wrapping_add(word.high_water.load(Ordering::Relaxed) as usize);
            hits = hits.wrapping_add(bits >> RELEASE.trailing_zeros());
        }
        (in_use, high_water, hits.wrapping_add(in_use as u64))
    }
}

impl Word {
    /// Takes the lowest free slot.
    #[inline]
    fn take(&self, releases: &AtomicU64) -> Option<Bit> {
        // Relaxed: only picks a candidate; the exchange decides.
        let mut seen = self.bits.load(Ordering::Relaxed);
        if seen & MANY != 0 {
            self.move_count(releases);
        }
        while seen & SLOT_BITS != 0 {
            let bit = seen & seen.wrapping_neg();
            // Acquire on success: pairs with the Release of the slot's last release, so that the
            // previous tenant's last access happens before the first of the next one (I3). Relaxed on
            // failure: picks anew.
            let taken = self.bits.compare_exchange_weak(
                seen,
                seen & !bit,
                Ordering::Acquire,
                Ordering::Relaxed,
            );
            match taken {
                Ok(_) => {
                    let left = (seen & SLOT_BITS).count_ones().wrapping_sub(1);
                    self.note_high_water(self.slots.saturating_sub(left));
                    let slot = bit.trailing_zeros() as u8;
                    return Some(Bit { word: NonNull::from(self), slot });
                }
                Err(now) => seen = now,
            }
        }
        None
    }

    /// The number of `slot` in its class.
    pub(crate) fn number(&self, slot: u8) -> u32 {
        self.first.wrapping_add(slot.into())
    }

    #[inline]
    fn note_high_water(&self, out: u32) {
        // Relaxed: a maximum orders nothing; the load spares the common case the write.
        if out > self.high_water.load(Ordering::Relaxed) {
            self.high_water.fetch_max(out, Ordering::Relaxed);
        }
    }

    /// Moves half of the count's range to the wide counter.
    #[cold]
    fn move_count(&self, releases: &AtomicU64) {
        // Relaxed: a statistic. Who cleared the bit is who adds it.
        if self.bits.fetch_and(!MANY, Ordering::Relaxed) & MANY != 0 {
            releases.fetch_add(MANY >> RELEASE.trailing_zeros(), Ordering::Relaxed);
        }
    }
}

/// A model fails if an operation on these is not ordered before the memory ends (I4).
#[cfg(loom)]
impl Drop for Word {
    fn drop(&mut self) {
        self.home.owner.with_mut(|_| ());
        self.bits.with_mut(|_| ());
    }
}

/// Gives a slot back, and returns whether the pool has been closed. If it has not, the pool may be gone
/// when this returns.
///
/// # Safety
///
/// * `slot` of this word is out, not accessed any more, and released by this call only.
#[inline]
pub(crate) unsafe fn release(word: NonNull<Word>, slot: u8) -> bool {
    debug_assert!(usize::from(slot) < SLOTS);
    let bit = 1_u64 << (slot & 31);
    // SAFETY: the slot is out, so the pool is alive.
    let bits = unsafe { &(*word.as_ptr()).bits };
    // Release: pairs with the Acquire in `take`, for the next tenant, and with the one in `close`, for
    // whoever frees the storage. An addition, because the bit is not set (I1), and it counts as well.
    let before = bits.fetch_add(bit | RELEASE, Ordering::Release);
    debug_assert!(before & bit == 0, "I1: a slot that was free was released");
    before & CLOSED != 0
}

/// [`release`], for a class with a queue: if threads wait, the first of them gets the slot.
///
/// # Safety
///
/// * As for [`release`].
#[cfg(feature = "std")]
pub(crate) unsafe fn release_or_hand_over(word: NonNull<Word>, slot: u8) -> bool {
    debug_assert!(usize::from(slot) < SLOTS);
    let bit = 1_u64 << (slot & 31);
    // SAFETY: the slot is out, so the pool is alive.
    let bits = unsafe { &(*word.as_ptr()).bits };
    // Relaxed: the exchange decides.
    let mut seen = bits.load(Ordering::Relaxed);
    while seen & WAITING == 0 {
        let given = seen.wrapping_add(bit | RELEASE);
        // Release: as in `release`. Relaxed: looks again.
        match bits.compare_exchange_weak(seen, given, Ordering::Release, Ordering::Relaxed) {
            Ok(_) => return seen & CLOSED != 0,
            Err(now) => seen = now,
        }
    }
    // SAFETY: the slot is out, so the pool is alive.
    let this = unsafe { word.as_ref() };
    let bit = Bit { word, slot };
    if let Some(pool) = this.home.pool() {
        // SAFETY: the slot is out, and of this pool and class.
        unsafe { Shared::hand_over(pool, this.home.class(), bit) };
    }
    // Handed over, or released with whatever that took.
    false
}

//! One bit a slot: a lock-free set of free slots that can be closed.
//!
//! ```text
//!   bit  63      62                                              0
//!       +--------+-----------------------------------------------+
//! word  | CLOSED | slot 62 of this word | ... | slot 0: 1 = free  |
//!       +--------+-----------------------------------------------+
//! ```
//!
//! Slot `n` is bit `n % 63` of word `n / 63`. Every change of a word is a read-modify-write, which has
//! two consequences the proofs in [`shared`](super::shared) rest on:
//!
//! * I1: a slot bit goes from 1 to 0 in one thread's `acquire` and back in one `release`; between the
//!   two, no other `acquire` returns that slot.
//! * I2: `close` and `release` on a word are totally ordered. A release that comes first is seen by
//!   the close as a free bit; one that comes later sees `CLOSED`. So each slot is counted exactly
//!   once: by the close if it was home, by its release if it was out.
//! * I3: a chain of read-modify-writes is one release sequence, so whoever reads a word with `Acquire`
//!   sees what every earlier `Release` on it published.

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::sync::{AtomicU64, AtomicUsize, Ordering};

/// The bit that says that the pool's last handle is gone.
const CLOSED: u64 = 1 << 63;
/// Slots in a word.
const SLOTS: usize = 63;

/// What the words for `capacity` slots take.
pub(crate) const fn bytes(capacity: usize) -> usize {
    capacity.div_ceil(SLOTS).saturating_mul(size_of::<AtomicU64>())
}

/// The free slots of one class.
#[derive(Debug)]
pub(crate) struct Bitmap {
    words: Box<[AtomicU64]>,
    /// The word the next acquire looks at first. Any value is correct; a recent one is fast.
    hint: AtomicUsize,
}

impl Bitmap {
    /// A set with no slots.
    pub(crate) fn empty() -> Self {
        Self { words: Box::default(), hint: AtomicUsize::new(0) }
    }

    /// A set of `capacity` free slots, or `None` if there is no memory for it.
    pub(crate) fn try_new(capacity: usize) -> Option<Self> {
        let mut words = Vec::new();
        words.try_reserve_exact(capacity.div_ceil(SLOTS)).ok()?;
        let mut left = capacity;
        while left > 0 {
            let here = left.min(SLOTS);
            words.push(AtomicU64::new(u64::MAX >> (u64::BITS as usize).wrapping_sub(here)));
            left = left.wrapping_sub(here);
        }
        Some(Self { words: words.into_boxed_slice(), hint: AtomicUsize::new(0) })
    }

    /// Takes a free slot, or returns `None` if each word had none when it was looked at.
    ///
    /// Lock-free: a lost compare-exchange means that another thread took or gave back a slot.
    #[inline]
    pub(crate) fn acquire(&self) -> Option<u32> {
        // Relaxed: a hint orders nothing, and `get` below copes with any value.
        let hint = self.hint.load(Ordering::Relaxed);
        if let Some(slot) = self.words.get(hint).and_then(take) {
            return Some(number(hint, slot));
        }
        self.acquire_elsewhere(hint)
    }

    #[cold]
    fn acquire_elsewhere(&self, hint: usize) -> Option<u32> {
        let (before, from) = self.words.split_at_checked(hint).unwrap_or((&[], &self.words));
        let ahead = from.iter().zip(hint..).skip(1);
        for (word, index) in ahead.chain(before.iter().zip(0..)) {
            if let Some(slot) = take(word) {
                // Relaxed: see `acquire`.
                self.hint.store(index, Ordering::Relaxed);
                return Some(number(index, slot));
            }
        }
        None
    }

    /// The word and the bit of `slot`, for [`release`]; `None` if there is no such slot.
    #[inline]
    pub(crate) fn place(&self, slot: u32) -> Option<(&AtomicU64, u64)> {
        let slot = slot as usize;
        Some((self.words.get(slot / SLOTS)?, 1 << (slot % SLOTS)))
    }

    /// Closes the set and returns how many slots were home. Every later [`release`] returns `true`.
    pub(crate) fn close(&self) -> usize {
        let mut home = 0_usize;
        for word in &self.words {
            // Acquire: pairs with the Release of every earlier `release` on this word (I3), so that
            // what those tenants did to their slots happens before the storage is freed.
            let before = word.fetch_or(CLOSED, Ordering::Acquire);
            debug_assert!(before & CLOSED == 0, "closed twice");
            home = home.wrapping_add((before & !CLOSED).count_ones() as usize);
        }
        home
    }

    /// How many slots are free, word by word; a snapshot, for error texts.
    pub(crate) fn free(&self) -> usize {
        // Relaxed: a number to show; nothing is read on the strength of it.
        let free = |word: &AtomicU64| word.load(Ordering::Relaxed) & !CLOSED;
        self.words.iter().map(|word| free(word).count_ones() as usize).sum()
    }
}

/// Takes the lowest free slot of `word`.
#[inline]
fn take(word: &AtomicU64) -> Option<u32> {
    // Relaxed: only picks a candidate; the exchange decides.
    let mut seen = word.load(Ordering::Relaxed);
    loop {
        let free = seen & !CLOSED;
        if free == 0 {
            return None;
        }
        let bit = free & free.wrapping_neg();
        // Acquire on success: pairs with the Release in `release`, so that the previous tenant's last
        // access happens before the first of the next one. Relaxed on failure: picks anew.
        match word.compare_exchange_weak(seen, seen & !bit, Ordering::Acquire, Ordering::Relaxed) {
            Ok(_) => return Some(bit.trailing_zeros()),
            Err(now) => seen = now,
        }
    }
}

/// The number of the slot at `bit` of word `index`.
#[inline]
fn number(index: usize, bit: u32) -> u32 {
    (index as u32).wrapping_mul(SLOTS as u32).wrapping_add(bit)
}

/// Gives a slot back, and returns whether the set has been closed. If it has not, the set may be
/// freed at any time from here on, and the caller must not touch it again.
///
/// Takes the word, not the set, because a reference argument promises that what it points to outlives
/// the call, and only for a value that is all interior-mutable is that promise not made.
#[inline]
pub(crate) fn release(word: &AtomicU64, bit: u64) -> bool {
    // Release: pairs with the Acquire in `take`, for the next tenant, and with the one in `close`,
    // for whoever frees the storage.
    let before = word.fetch_or(bit, Ordering::Release);
    debug_assert!(before & bit == 0, "I1: a slot that was free was released");
    before & CLOSED != 0
}

#[cfg(test)]
#[cfg(not(loom))]
mod tests {
    use super::*;

    fn put_back(bitmap: &Bitmap, slot: u32) -> bool {
        let (word, bit) = bitmap.place(slot).unwrap();
        release(word, bit)
    }

    #[test]
    fn hands_out_each_slot_once_at_every_capacity() {
        for capacity in [0, 1, 2, 62, 63, 64, 125, 126, 127, 1024] {
            let bitmap = Bitmap::try_new(capacity).unwrap();
            assert_eq!(bytes(capacity), bitmap.words.len() * 8);
            let mut slots: Vec<u32> = core::iter::from_fn(|| bitmap.acquire()).collect();
            slots.sort_unstable();
            assert_eq!(slots, (0..capacity as u32).collect::<Vec<_>>());
            assert_eq!(bitmap.free(), 0);
        }
    }

    #[test]
    fn finds_a_slot_behind_the_hint() {
        let bitmap = Bitmap::try_new(200).unwrap();
        for _ in 0..200 {
            bitmap.acquire().unwrap();
        }
        for slot in [0, 62, 63, 130, 199, 0] {
            assert!(!put_back(&bitmap, slot));
            assert_eq!(bitmap.acquire(), Some(slot));
            assert_eq!(bitmap.acquire(), None);
        }
    }

    #[test]
    fn close_counts_what_is_home_and_release_sees_it() {
        let bitmap = Bitmap::try_new(100).unwrap();
        let out: Vec<u32> = (0..70).map(|_| bitmap.acquire().unwrap()).collect();
        assert_eq!(bitmap.close(), 30);
        assert!(out.into_iter().all(|slot| put_back(&bitmap, slot)));
        assert_eq!(Bitmap::empty().close(), 0);
    }
}

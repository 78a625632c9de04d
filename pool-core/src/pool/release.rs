//! The release of a buffer: to this thread's shard, to another thread's, to a bitmap word or to the heap.
//!
//! The invariants are those of [`origin`](super::origin).

use core::ptr::NonNull;

use super::bitmap::{self, Word, WordSlot};
use super::clear::clear;
#[cfg(feature = "std")]
use super::origin::owner_tag;
use super::origin::{OriginKind, SlotOrigin, SlotSpan};
#[cfg(feature = "std")]
use super::shard::{RemoteRelease, Shard};
use super::shared::Shared;
#[cfg(feature = "std")]
use super::thread;
use crate::heap;
#[cfg(feature = "std")]
use crate::sync::Ordering;

/// Releases a buffer's slot.
///
/// The function is short enough for compilers to inline it even where a panic would drop a buffer. They
/// keep a buffer in registers only if no call that they did not inline takes its address.
///
/// # Safety
///
/// * The slot of `span` came from `origin`, and `span` covers at most what the buffer could write;
/// * it has not been released, and is not accessed any more.
#[inline(always)]
pub(crate) unsafe fn release(origin: NonNull<SlotOrigin>, span: SlotSpan) {
    // SAFETY: an origin outlives its slots in use.
    #[cfg(feature = "std")]
    let owner = unsafe { &(*origin.as_ptr()).owner };
    // Relaxed: it is this thread's id only if this thread wrote it.
    #[cfg(feature = "std")]
    if owner.load(Ordering::Relaxed) == thread::id() {
        // SAFETY: such an origin is a shard that this thread owns (I1), and the slot is in use.
        unsafe { Shard::release_local(origin.cast::<Shard>(), span.index()) };
        return;
    }
    // SAFETY: by the caller's contract.
    unsafe { release_slow(origin, span) }
}

/// Releases a slot whose origin is not a shard of this thread, or clears.
///
/// # Safety
///
/// * As for [`release`].
#[inline(never)]
unsafe fn release_slow(origin: NonNull<SlotOrigin>, span: SlotSpan) {
    // SAFETY: an origin outlives its slots in use.
    let this = unsafe { origin.as_ref() };
    if this.clears() {
        // SAFETY: the slot is in use, and no other code accesses it until it is released.
        unsafe { clear(origin, span) };
    }
    let to_subtract = match this.kind() {
        OriginKind::Heap => {
            // SAFETY: the origin is a heap block's (I2), and not used again.
            unsafe { heap::release(origin) };
            return;
        }
        // SAFETY: the origin is a word's (I2), and the slot is in use.
        OriginKind::Word => unsafe { release_to_word(origin.cast::<Word>(), span.index()) },
        #[cfg(feature = "std")]
        OriginKind::Shard => {
            let shard = origin.cast::<Shard>();
            // Relaxed: as in `release`.
            if this.owner.load(Ordering::Relaxed) == owner_tag(thread::id(), this.clears()) {
                // SAFETY: the origin is a shard's (I2), which this thread owns; the slot is in use.
                unsafe { Shard::release_local(shard, span.index()) };
                return;
            }
            // SAFETY: the origin is a shard's (I2), and the slot is in use.
            let released = unsafe { Shard::release_remote(shard, span.index()) };
            if let (RemoteRelease::Drained, Some(pool)) = (released, this.pool()) {
                // SAFETY: the slot is still in use, so its shard is alive.
                let shard = unsafe { shard.as_ref() };
                // SAFETY: the outstanding count still includes this slot.
                unsafe { Shared::reopen(Shared::from_header(pool), shard) };
            }
            released != RemoteRelease::Free
        }
    };
    if to_subtract {
        // The outstanding count still includes this slot, so the pool is alive.
        if let Some(pool) = this.pool() {
            // SAFETY: alive, and the decrement is for this slot.
            unsafe { Shared::decrement_outstanding(Shared::from_header(pool), 1) };
        }
    }
}

/// Releases a slot of a bitmap: if threads wait, the first of them gets the slot. Returns whether the
/// caller has to decrement the outstanding count for the slot.
///
/// # Safety
///
/// * As for [`bitmap::release_unless_drained`].
pub(super) unsafe fn release_to_word(word: NonNull<Word>, index: u8) -> bool {
    // SAFETY: by the caller's contract.
    if let Some(closed) = unsafe { bitmap::release_unless_drained(word, index) } {
        return closed;
    }
    // SAFETY: the slot is in use, so the pool is alive.
    let origin = unsafe { &word.as_ref().origin };
    if let Some(pool) = origin.pool() {
        let slot = WordSlot { word, index };
        // SAFETY: the slot is in use, and of this pool and class.
        unsafe { Shared::hand_over(Shared::from_header(pool), origin.class(), slot) };
    }
    // Handed over, or released together with its decrement.
    false
}

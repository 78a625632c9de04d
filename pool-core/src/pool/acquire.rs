//! The slow path of an acquire: a slot of the class that serves the length, or the overflow policy.

use core::ptr::NonNull;

use super::class::{Class, FreeSlots};
use super::origin::RawSlot;
use super::shared::Shared;
#[cfg(feature = "std")]
use super::{
    bitmap::WordSlot,
    membership::{Membership, Ring},
    origin::{PoolHeader, owner_tag},
    refill::Refill,
    release,
    thread::{self, Thread},
};
use crate::error::AcquireError;
#[cfg(feature = "std")]
use crate::policy::Overflow;

/// The maximum number of shards that a search visits where the heap is the alternative: the search must
/// not cost more than it can save. Where the request would fail, the search is complete.
#[cfg(feature = "std")]
const SEARCH: usize = 64;

/// Takes a slot of the class that serves `len` bytes. If the class has no free slot, its overflow policy
/// decides.
///
/// # Safety
///
/// * `shared` came from [`Shared::create`];
/// * a handle keeps it alive during the call.
#[inline]
pub(crate) unsafe fn acquire(shared: NonNull<Shared>, len: u32) -> Result<RawSlot, AcquireError> {
    // SAFETY: alive during the call, by the caller's contract.
    let this = unsafe { shared.as_ref() };
    this.record_use();
    let Some(class) = this.class_for(len) else {
        return this.acquire_jumbo(len);
    };
    // SAFETY: the class is this pool's, which is alive.
    match unsafe { take(class, shared) } {
        Some(slot) => Ok(slot),
        None => class.overflow(len),
    }
}

/// Takes a slot, if there is one, and memory for the slots.
///
/// # Safety
///
/// * `shared` is the pool of this class, and a handle keeps it alive during the call.
#[inline]
unsafe fn take(class: &Class, shared: NonNull<Shared>) -> Option<RawSlot> {
    #[cfg(not(feature = "std"))]
    let _ = shared;
    match class.free_slots() {
        FreeSlots::None => None,
        FreeSlots::Shared { bitmap, .. } => {
            let block = class.storage().block()?;
            let slot = bitmap.take(start())?;
            // SAFETY: the slot was just taken.
            Some(unsafe { class.raw_slot(block, slot) })
        }
        #[cfg(feature = "std")]
        FreeSlots::Sharded(shards) => {
            let storage = class.storage();
            let block = storage.block()?;
            let limit = if class.policy() == Overflow::Heap { SEARCH } else { usize::MAX };
            // SAFETY: alive during the call, by the caller's contract.
            let outstanding = unsafe { shared.as_ref() }.outstanding();
            let refill = Refill { shards, storage, outstanding, block, limit };
            // SAFETY: of one pool, which is alive.
            unsafe { take_sharded(&refill, class, shared.cast()) }
        }
    }
}

/// Takes a slot wherever this thread can have one: from its own shards, from shards without an owner, or
/// from the remote masks of other threads' shards.
///
/// # Safety
///
/// * `refill` and `class` are of the pool of this header, which a handle keeps alive during the call.
#[cfg(feature = "std")]
unsafe fn take_sharded(
    refill: &Refill<'_>,
    class: &Class,
    pool: NonNull<PoolHeader>,
) -> Option<RawSlot> {
    let taken = thread::with(|thread| {
        let tag = owner_tag(thread.id(), class.clears());
        // SAFETY: the pool is alive, by the caller's contract.
        let Some(membership) = (unsafe { thread.membership(pool) }) else {
            // There is no memory for a membership, or the thread is about to end.
            // SAFETY: the tag is this thread's.
            let claimed = unsafe { refill.claim_briefly(tag) };
            return claimed.map(RawSlot::from).or_else(|| refill.steal());
        };
        let index = refill.storage.class().index();
        let ring = membership.rings.get(index)?;
        // SAFETY: the ring is this thread's; the pool is alive, by the caller's contract.
        if let Some(slot) = unsafe { refill.take_owned(ring) } {
            thread.set_recent(membership.pool_id, index, slot.shard);
            return Some(slot.into());
        }
        // SAFETY: the ring and the tag are this thread's; the pool is alive, by the caller's contract.
        unsafe { take_elsewhere(refill, thread, membership, ring, tag) }
    });
    // A thread without its data is about to end.
    taken.unwrap_or_else(|| refill.steal())
}

/// Takes a slot from shards without an owner or from the remote masks of other threads' shards. If there is none,
/// counts a search in vain.
///
/// # Safety
///
/// * `ring` is of `membership`, which is the calling thread's, of the pool and class of `refill`, and `tag` is the
///   thread's; the pool is alive.
#[cfg(feature = "std")]
#[cold]
unsafe fn take_elsewhere(
    refill: &Refill<'_>,
    thread: &Thread,
    membership: &Membership,
    ring: &Ring,
    tag: usize,
) -> Option<RawSlot> {
    // SAFETY: the ring and the tag are this thread's.
    if let Some(slot) = unsafe { refill.claim_into(ring, tag) } {
        thread.set_recent(membership.pool_id, refill.storage.class().index(), slot.shard);
        return Some(slot.into());
    }
    let owns_all = ring.len.get() == refill.shards.len();
    let stolen = if owns_all { None } else { refill.steal() };
    // SAFETY: the ring and the tag are this thread's; the pool is alive, by the caller's contract.
    if stolen.is_none() && unsafe { refill.drain(ring, tag) } {
        // It may be one of those that this thread gave up.
        thread.clear_recent(membership.pool_id);
    }
    stolen
}

/// The slot that a waiter took or was granted, with its payload. If there is no memory for the slots of
/// the class, releases the slot and fails.
///
/// # Safety
///
/// * `slot` is of the bitmap of `class`, in use, and the caller's; the pool is alive;
/// * `class` serves `len` bytes.
#[cfg(feature = "std")]
pub(crate) unsafe fn granted(
    class: &Class,
    slot: WordSlot,
    len: usize,
) -> Result<RawSlot, AcquireError> {
    let Some(block) = class.storage().block() else {
        // SAFETY: in use, and the caller's. A handle is alive, so there is nothing to decrement.
        unsafe { release::release_to_word(slot.word, slot.index) };
        return Err(AcquireError::OutOfMemory { len });
    };
    // SAFETY: by the caller's contract.
    Ok(unsafe { class.raw_slot(block, slot) })
}

/// The word at which the calling thread starts its search.
fn start() -> usize {
    #[cfg(feature = "std")]
    return thread::number();
    #[cfg(not(feature = "std"))]
    0
}

//! The pools that a thread is a member of: joining a pool, leaving it, and the thread's exit.
//!
//! A thread joins a pool when it first needs a shard of it. The thread leaves, and so abandons its shards, when it
//! flushes the pool, when it exits, or, after the pool has closed, when it joins others: each time it looks at some of
//! its memberships, so that joining takes as long whatever their number. The invariants are those of
//! [`membership`](super::membership) and [`thread`](super::thread).

use alloc::alloc::{alloc, dealloc};
use alloc::boxed::Box;
use core::alloc::Layout;
use core::cell::Cell;
use core::ptr::{self, NonNull};

use super::membership::Membership;
use super::origin::PoolHeader;
use super::outstanding::Outstanding;
use super::shared::Shared;
use super::thread::{self, Thread};

/// The number of chains of memberships in which a thread looks for closed pools when it joins another one. A
/// thread that uses few pools has no more chains.
const SWEEP: usize = 8;

#[cfg(not(loom))]
std::thread_local! {
    static EXIT: Exit = const { Exit };
}

/// Abandons the thread's shards in its destructor.
#[cfg(not(loom))]
struct Exit;

#[cfg(not(loom))]
impl Drop for Exit {
    fn drop(&mut self) {
        thread::with(Thread::exit);
    }
}

/// Makes sure that the thread abandons its shards when it exits. Returns `false` if it is too late.
#[cfg(not(loom))]
fn register_exit() -> bool {
    EXIT.try_with(|_| ()).is_ok()
}

#[cfg(loom)]
impl Drop for Thread {
    fn drop(&mut self) {
        self.exit();
    }
}

#[cfg(loom)]
fn register_exit() -> bool {
    thread::with(|_| ()).is_some()
}

impl Thread {
    /// Returns the thread's membership of a pool, joining the pool if necessary. Returns `None` if there
    /// is no memory for a membership, or if the thread is about to end.
    ///
    /// # Safety
    ///
    /// * `pool` is that of a [`Shared`], which a handle keeps alive during the call.
    pub(super) unsafe fn membership(&self, pool: NonNull<PoolHeader>) -> Option<&Membership> {
        // SAFETY: alive, by the caller's contract.
        let id = unsafe { pool.as_ref() }.id;
        // SAFETY: by the caller's contract.
        self.memberships.find(id).or_else(|| unsafe { self.join(pool) })
    }

    /// # Safety
    ///
    /// * As for [`membership`](Self::membership).
    #[cold]
    unsafe fn join(&self, pool: NonNull<PoolHeader>) -> Option<&Membership> {
        if !register_exit() {
            return None;
        }
        self.leave_closed();
        // SAFETY: `Membership` is not zero-sized.
        let place = NonNull::new(unsafe { alloc(Layout::new::<Membership>()) })?;
        self.memberships.reserve();
        // SAFETY: alive, by the caller's contract.
        let header = unsafe { pool.as_ref() };
        // An allocator that uses the pool may have come back here and joined it.
        if self.memberships.find(header.id).is_some() {
            // SAFETY: allocated above with this layout, and not used.
            unsafe { dealloc(place.as_ptr(), Layout::new::<Membership>()) };
            // SAFETY: by the caller's contract.
            return unsafe { self.membership(pool) };
        }
        let place = place.cast::<Membership>();
        // SAFETY: the pool is alive, and holds a reference.
        unsafe { header.outstanding.as_ref() }.add_ref();
        let membership = Membership {
            pool_id: header.id,
            pool,
            outstanding: header.outstanding,
            rings: Default::default(),
            next: Cell::new(ptr::null()),
        };
        // SAFETY: freshly allocated with the layout of `Membership`.
        unsafe { place.write(membership) };
        // SAFETY: this thread's, just made, and freed by `leave` alone.
        unsafe { self.memberships.insert(place) };
        // SAFETY: a membership of this thread (I1).
        Some(unsafe { place.as_ref() })
    }

    /// Leaves some of the pools that are closed, so that their memory can be freed: all of them, if the thread
    /// uses few pools.
    fn leave_closed(&self) {
        // SAFETY: the membership's reference keeps its `Outstanding` alive (I3).
        let closed =
            |membership: &Membership| unsafe { membership.outstanding.as_ref() }.is_closed();
        while let Some(pool) = self.memberships.visit(SWEEP, closed) {
            self.leave(pool);
        }
    }

    /// Leaves a pool: abandons its shards and frees the membership.
    fn leave(&self, pool: u64) {
        let Some(membership) = self.memberships.remove(pool) else { return };
        // From here to the abandonment nothing calls the allocator, so the fast path finds no shard of this
        // membership again (I2).
        self.clear_recent(pool);
        // SAFETY: this thread's, and freed below (I1).
        let this = unsafe { membership.as_ref() };
        abandon_all(this, self.id());
        // SAFETY: the membership owns a reference (I3), which ends here.
        unsafe { Outstanding::drop_ref(this.outstanding) };
        // SAFETY: allocated in `join` with the layout of `Membership`, and in no table any more.
        drop(unsafe { Box::from_raw(membership.as_ptr()) });
    }

    fn exit(&self) {
        while let Some(pool) = self.memberships.visit(self.memberships.chains(), |_| true) {
            self.leave(pool);
        }
    }
}

/// Abandons every shard of a membership, if the pool is still alive.
fn abandon_all(membership: &Membership, thread: usize) {
    // SAFETY: the membership's reference keeps it alive (I3).
    if !unsafe { membership.outstanding.as_ref() }.enter() {
        return;
    }
    let shared = Shared::from_header(membership.pool);
    // SAFETY: entered, so the pool is alive.
    let owed = unsafe { shared.as_ref() }.abandon_shards(membership, thread);
    // SAFETY: alive; the decrement is for this visit and for slots that this thread released.
    unsafe { Shared::decrement_outstanding(shared, owed.wrapping_add(1)) };
}

/// Makes the calling thread leave a pool.
pub(crate) fn flush(pool: u64) {
    thread::with(|thread| thread.leave(pool));
}

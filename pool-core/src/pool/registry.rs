//! The pools that a thread is a member of: joining a pool, leaving it, and the thread's exit.
//!
//! A thread joins a pool when it first needs a shard of it. The thread leaves, and so abandons its
//! shards, when it flushes the pool, when it exits, or, after the pool has closed, when it joins another
//! one. The invariants are those of [`membership`](super::membership) and [`thread`](super::thread).

use alloc::alloc::alloc;
use alloc::boxed::Box;
use core::alloc::Layout;
use core::cell::Cell;
use core::ptr::NonNull;

use super::membership::Membership;
use super::origin::PoolHeader;
use super::outstanding::Outstanding;
use super::shared::Shared;
use super::thread::{self, Thread};

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
        self.find(id).or_else(|| unsafe { self.join(pool) })
    }

    fn find(&self, pool: u64) -> Option<&Membership> {
        let mut next = self.memberships.get();
        // SAFETY: null, or a membership of this thread (I1).
        while let Some(membership) = unsafe { next.as_ref() } {
            if membership.pool_id == pool {
                return Some(membership);
            }
            next = membership.next.get();
        }
        None
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
        let place = place.cast::<Membership>();
        // SAFETY: alive, by the caller's contract.
        let header = unsafe { pool.as_ref() };
        // SAFETY: the pool is alive, and holds a reference.
        unsafe { header.outstanding.as_ref() }.add_ref();
        let membership = Membership {
            pool_id: header.id,
            pool,
            outstanding: header.outstanding,
            rings: Default::default(),
            // Read after the allocation: an allocator that uses a pool may have come back here.
            next: Cell::new(self.memberships.get()),
        };
        // SAFETY: freshly allocated with the layout of `Membership`.
        unsafe { place.write(membership) };
        self.memberships.set(place.as_ptr());
        // SAFETY: a membership of this thread (I1).
        Some(unsafe { place.as_ref() })
    }

    /// Leaves the pools that are closed, so that their memory can be freed.
    fn leave_closed(&self) {
        // SAFETY: the membership's reference keeps its `Outstanding` alive (I3).
        self.leave(|membership| unsafe { membership.outstanding.as_ref() }.is_closed());
    }

    /// Leaves the pools that `which` selects: abandons their shards and frees their memberships.
    fn leave(&self, which: impl Fn(&Membership) -> bool) {
        let mut link = &self.memberships;
        // SAFETY: null, or a membership of this thread (I1).
        while let Some(membership) = unsafe { link.get().as_ref() } {
            if !which(membership) {
                link = &membership.next;
                continue;
            }
            self.clear_recent(membership.pool_id);
            let unlinked = link.replace(membership.next.get()).cast_mut();
            abandon_all(membership, self.id());
            // SAFETY: the membership owns a reference (I3), which ends here.
            unsafe { Outstanding::drop_ref(membership.outstanding) };
            // SAFETY: allocated in `join` with the layout of `Membership`, and not linked any more.
            drop(unsafe { Box::from_raw(unlinked) });
            // From the start: freeing memory may have come back here, if the allocator uses a pool, and
            // have freed the membership that `link` is part of.
            link = &self.memberships;
        }
    }

    fn exit(&self) {
        self.leave(|_| true);
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
    thread::with(|thread| thread.leave(|membership| membership.pool_id == pool));
}

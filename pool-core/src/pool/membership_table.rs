//! A thread's memberships by pool: a hash table whose chains are linked through the memberships.
//!
//! Pool ids count up, so their low bits alone spread them over the chains. Joining, finding and leaving a pool
//! take the same time however many pools the thread uses.
//!
//! The allocator may use a pool, and so come back here. Therefore no function holds a reference to a chain
//! while it calls the allocator, and each reads everything again after that.
//!
//! # Invariants
//!
//! * I1: each membership is in the chain of its pool's id, and in no other; they all are this thread's.
//! * I2: `grown` is null and `count` is `FIRST`, or `grown` points to a block of `count` initialised chains,
//!   allocated with [`layout`], and the chains in `first` are empty. `count` is a power of two.

use alloc::alloc::{alloc, dealloc};
use core::alloc::Layout;
use core::cell::Cell;
use core::ptr::{self, NonNull};

use super::membership::Membership;

/// The first membership of a chain, or null.
type Chain = Cell<*const Membership>;

/// The number of chains that need no allocation.
const FIRST: usize = 8;

/// See the [module](self).
#[derive(Debug)]
pub(super) struct MembershipTable {
    /// I2.
    first: [Chain; FIRST],
    /// I2.
    grown: Cell<*mut Chain>,
    /// I2.
    count: Cell<usize>,
    /// The number of memberships.
    len: Cell<usize>,
    /// The chain at which the next visit of all memberships continues. Any value is correct.
    cursor: Cell<usize>,
}

fn layout(count: usize) -> Option<Layout> {
    Layout::array::<Chain>(count).ok()
}

impl MembershipTable {
    pub(super) const fn new() -> Self {
        Self {
            first: [const { Cell::new(ptr::null()) }; FIRST],
            grown: Cell::new(ptr::null_mut()),
            count: Cell::new(FIRST),
            len: Cell::new(0),
            cursor: Cell::new(0),
        }
    }

    /// The number of chains.
    pub(super) fn chains(&self) -> usize {
        self.count.get()
    }

    /// The chain at `index`, modulo the number of chains.
    fn chain(&self, index: usize) -> Option<&Chain> {
        let index = index & self.count.get().wrapping_sub(1);
        let Some(grown) = NonNull::new(self.grown.get()) else { return self.first.get(index) };
        // SAFETY: below the number of chains (I2).
        let chain = unsafe { grown.add(index) };
        // SAFETY: initialised (I2), and not freed while the reference is used: see the module.
        Some(unsafe { chain.as_ref() })
    }

    /// The first membership of the chain at `index` that `which` selects.
    fn find_in(&self, index: usize, which: impl Fn(&Membership) -> bool) -> Option<&Membership> {
        let mut next = self.chain(index)?.get();
        // SAFETY: null, or a membership of this thread (I1).
        while let Some(membership) = unsafe { next.as_ref() } {
            if which(membership) {
                return Some(membership);
            }
            next = membership.next.get();
        }
        None
    }

    /// The membership of a pool.
    pub(super) fn find(&self, pool: u64) -> Option<&Membership> {
        self.find_in(pool as usize, |membership| membership.pool_id == pool)
    }

    /// Makes room for one more membership, if there is memory for it.
    pub(super) fn reserve(&self) {
        if self.len.get() >= self.count.get() {
            self.grow();
        }
    }

    /// Adds a membership, without calling the allocator.
    ///
    /// # Safety
    ///
    /// * It is the calling thread's, it is in no table, and stays alive until it is removed.
    pub(super) unsafe fn insert(&self, membership: NonNull<Membership>) {
        // SAFETY: alive, by the caller's contract.
        let this = unsafe { membership.as_ref() };
        let Some(chain) = self.chain(this.pool_id as usize) else { return };
        this.next.set(chain.replace(membership.as_ptr()));
        self.len.set(self.len.get().saturating_add(1));
    }

    /// Removes a membership of a pool. The caller frees it.
    pub(super) fn remove(&self, pool: u64) -> Option<NonNull<Membership>> {
        let mut link = self.chain(pool as usize)?;
        // SAFETY: null, or a membership of this thread (I1).
        while let Some(membership) = unsafe { link.get().as_ref() } {
            if membership.pool_id == pool {
                let removed = link.replace(membership.next.get());
                self.len.set(self.len.get().saturating_sub(1));
                self.shrink_if_empty();
                return NonNull::new(removed.cast_mut());
            }
            link = &membership.next;
        }
        None
    }

    /// Visits up to `limit` chains, from the one where the last visit ended, and returns the pool of the first
    /// membership that `which` selects.
    pub(super) fn visit(&self, limit: usize, which: impl Fn(&Membership) -> bool) -> Option<u64> {
        for _ in 0..limit {
            let index = self.cursor.get();
            if let Some(membership) = self.find_in(index, &which) {
                return Some(membership.pool_id);
            }
            self.cursor.set(index.wrapping_add(1));
        }
        None
    }

    /// Doubles the number of chains.
    #[cold]
    fn grow(&self) {
        let count = self.count.get();
        let doubled = count.saturating_mul(2);
        let Some(new_layout) = layout(doubled) else { return };
        // SAFETY: the layout's size is not zero.
        let block = unsafe { alloc(new_layout) }.cast::<Chain>();
        if block.is_null() {
            // The chains become longer.
            return;
        }
        if self.count.get() != count {
            // The allocator came back here, and the table has grown already.
            // SAFETY: allocated above with this layout, and not used.
            unsafe { dealloc(block.cast(), new_layout) };
            return;
        }
        for index in 0..doubled {
            // SAFETY: below the length of the block.
            let chain = unsafe { block.add(index) };
            // SAFETY: as above; aligned, because the layout is that of an array of chains.
            unsafe { chain.write(Cell::new(ptr::null())) };
        }
        let mut moved = ptr::null();
        for index in 0..count {
            let mut next =
                self.chain(index).map_or(ptr::null(), |chain| chain.replace(ptr::null()));
            // SAFETY: null, or a membership of this thread (I1).
            while let Some(membership) = unsafe { next.as_ref() } {
                next = membership.next.replace(moved);
                moved = membership;
            }
        }
        let old = self.grown.replace(block);
        self.count.set(doubled);
        // SAFETY: null, or a membership of this thread (I1).
        while let Some(membership) = unsafe { moved.as_ref() } {
            let Some(chain) = self.chain(membership.pool_id as usize) else { return };
            let first = chain.replace(moved);
            moved = membership.next.replace(first);
        }
        // SAFETY: not referred to any more, and of `count` chains if it is not null (I2).
        unsafe { Self::free(old, count) };
    }

    /// Frees the chains of a table that has no membership any more.
    fn shrink_if_empty(&self) {
        if self.len.get() == 0 && !self.grown.get().is_null() {
            let (old, count) = (self.grown.replace(ptr::null_mut()), self.count.replace(FIRST));
            // SAFETY: not referred to any more, and of `count` chains (I2).
            unsafe { Self::free(old, count) };
        }
    }

    /// # Safety
    ///
    /// * `block` is null, or was allocated for `count` chains and is not used again.
    unsafe fn free(block: *mut Chain, count: usize) {
        if let (false, Some(layout)) = (block.is_null(), layout(count)) {
            // SAFETY: allocated with this layout.
            unsafe { dealloc(block.cast(), layout) };
        }
    }
}

//! The data that slots guard: loom reports an access that is not exclusive, or not ordered after the last
//! one.

use loom::cell::UnsafeCell;
use std::vec::Vec;

use crate::{Pool, PooledBuf};

/// One cell per slot.
pub(super) struct Tenants(Vec<UnsafeCell<u32>>);

// SAFETY: a cell is accessed by the thread that holds its slot, which the models check.
unsafe impl Sync for Tenants {}
// SAFETY: as above.
unsafe impl Send for Tenants {}

impl Tenants {
    pub(super) fn new(slots: usize) -> Self {
        Self((0..slots).map(|_| UnsafeCell::new(0)).collect())
    }

    /// The cells of the slots of one class of `pool`. This thread acquires each slot once, and then
    /// flushes its shards.
    pub(super) fn of(pool: &Pool, len: usize, slots: u8) -> Self {
        let mut all: Vec<_> = (0..slots).map(|_| pool.acquire(len).unwrap()).collect();
        for (number, buf) in (0..).zip(&mut all) {
            buf[0] = number;
        }
        drop(all);
        pool.flush_thread();
        Self::new(slots.into())
    }

    /// Counts a tenant of `slot`, and returns how many there have been.
    pub(super) fn enter(&self, slot: u8) -> u32 {
        self.0[usize::from(slot)].with_mut(|count| {
            // SAFETY: the caller holds the slot; loom checks that no other thread accesses it.
            let count = unsafe { &mut *count };
            *count += 1;
            *count
        })
    }

    /// [`enter`](Self::enter) for a buffer of the pool that `self` was made [`of`](Self::of).
    pub(super) fn enter_buf(&self, buf: &PooledBuf) -> u32 {
        assert!(buf.is_pooled());
        self.enter(buf[0])
    }
}

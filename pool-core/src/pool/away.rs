//! The count that decides who frees a closed pool.

use crate::sync::{AtomicUsize, Ordering};

/// What must still come home before a pool's memory can be freed: its slots, and the handle that
/// closes it. All interior-mutable, so that `&self` of a call in which another thread frees the pool
/// promises nothing false (see [`bitmap::release`](super::bitmap::release)).
#[derive(Debug)]
pub(crate) struct Away(AtomicUsize);

impl Away {
    /// For a pool of `slots` slots. The closing handle is one more: it walks every bitmap, and what
    /// it walks must not be freed by the last buffer in the middle of it.
    pub(crate) fn new(slots: usize) -> Self {
        Self(AtomicUsize::new(slots.saturating_add(1)))
    }

    /// `count` of them came home. Returns `true` in exactly one call: the one after which nothing is
    /// away. Its caller frees the pool; every other caller must not touch it again.
    #[inline]
    pub(crate) fn come_home(&self, count: usize) -> bool {
        // AcqRel: pairs with itself. Release: what this thread did to the pool happens before the
        // last arrival; Acquire: in the last arrival, everything the others did has happened.
        let before = self.0.fetch_sub(count, Ordering::AcqRel);
        debug_assert!(before >= count, "more came home than was away");
        before == count
    }
}

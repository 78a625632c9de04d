//! The chunks of an arena: which one serves allocations, and which one a reset keeps.

use core::borrow::Borrow;
#[cfg(feature = "std")]
use core::mem;
use core::ptr::NonNull;

use super::Arena;
use crate::chunk::Chunk;
use crate::poison;
use crate::pool::Pool;

impl<P: Borrow<Pool>> Arena<P> {
    /// Makes `chunk` the one that serves allocations. There is no other yet.
    #[cfg(feature = "std")]
    #[inline(always)]
    pub(super) fn push_first(&self, chunk: Chunk) {
        let (start, len) = (chunk.start(), chunk.len());
        let none = self.chunks.replace(Some(chunk));
        debug_assert!(none.is_none());
        // Nothing is forgotten. The compiler needs no code for a drop.
        mem::forget(none);
        self.start.set(start);
        self.next.set(start);
        // SAFETY: `len` bytes of the chunk begin at `start`.
        self.end.set(unsafe { start.add(len) });
        self.capacity.set(len);
    }

    /// Makes `chunk` the one that serves allocations.
    pub(super) fn push(&self, mut chunk: Chunk) {
        let (start, len) = (chunk.start(), chunk.len());
        let chunks = self.chunks.take();
        self.has_more.set(self.has_more.get() || chunks.is_some());
        chunk.set_next(chunks);
        self.chunks.set(Some(chunk));
        self.settled.set(self.allocated());
        self.start.set(start);
        self.next.set(start);
        // SAFETY: `len` bytes of the chunk begin at `start`.
        self.end.set(unsafe { start.add(len) });
        self.capacity.set(self.capacity.get().wrapping_add(len));
    }

    #[cold]
    #[inline(never)]
    pub(super) fn release_all_but_largest(&mut self) {
        self.note_high_water();
        *self.adopted.get_mut() = None;
        let (mut rest, mut largest) = (self.chunks.take(), None::<Chunk>);
        let pool_largest = self.pool.borrow().largest_len();
        self.forget_chunks();
        while let Some(mut chunk) = rest {
            rest = chunk.take_next();
            // With two chunks that were cut, the arena would need more slots than its bill has.
            let len = chunk.len();
            let whole = len.is_power_of_two() || len > pool_largest || len == self.limit;
            if whole && largest.as_ref().is_none_or(|largest| largest.len() < len) {
                largest = Some(chunk);
            }
        }
        if let Some(chunk) = largest {
            // SAFETY: the bytes are the chunk's. Through `&mut self` all allocations have ended.
            unsafe { poison::release(chunk.start(), chunk.len()) };
            self.push(chunk);
        }
    }

    /// Makes the state that of an arena without chunks. The caller has taken them, and nothing is allocated.
    pub(super) fn forget_chunks(&self) {
        self.next.set(NonNull::dangling());
        self.end.set(NonNull::dangling());
        self.start.set(NonNull::dangling());
        self.settled.set(0);
        self.capacity.set(0);
        let adopted = self.adopted.take();
        self.has_more.set(adopted.is_some());
        self.adopted.set(adopted);
    }
}

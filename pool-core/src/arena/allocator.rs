//! Collections in an arena.

use core::alloc::Layout;
use core::borrow::Borrow;
use core::ptr::NonNull;

use allocator_api2::alloc::{AllocError, Allocator};

use super::Arena;
use crate::poison;
use crate::pool::Pool;

/// A shared reference to an arena is an allocator, for the collections of `allocator-api2` and `hashbrown`. Unlike other
/// values in an arena, their elements are dropped with the collection.
///
/// The last block of the arena grows and shrinks in place, and its memory is used again when it is deallocated. That of
/// other blocks is used again after a [`reset`](Arena::reset), so reserve what a collection needs in advance.
///
/// **A collection that cannot grow aborts the program.** Call its `try_reserve` before an insertion, and whatever a peer
/// sends, the program gets an error:
///
/// ```
/// # use pool_core as pool_codec;
/// use allocator_api2::vec::Vec;
/// use hashbrown::HashMap;
/// use pool_codec::{Arena, Pool, PoolConfig};
///
/// let pool = Pool::new(&PoolConfig::new().with_message(0, 8 << 10, None));
/// let arena = Arena::new(&pool, 8 << 10);
///
/// let mut names: Vec<&str, _> = Vec::new_in(&arena);
/// names.try_reserve(2).expect("there is room");
/// names.push("alice");
/// names.push(arena.alloc_str("bob")?);
///
/// let mut lengths = HashMap::new_in(&arena);
/// lengths.try_reserve(names.len()).expect("there is room");
/// lengths.extend(names.iter().map(|name| (*name, name.len())));
/// assert_eq!(lengths.get("bob"), Some(&3));
///
/// assert!(names.try_reserve(10_000).is_err());
/// # Ok::<(), pool_codec::ArenaError>(())
/// ```
///
// SAFETY: a block is memory that `reserve` returned, so it is aligned, no other allocation's, and valid for as long as
// the arena is borrowed (I3), which outlives every copy of the reference. `deallocate` and `shrink` give only bytes of
// their block back, which the caller no longer uses.
unsafe impl<P: Borrow<Pool>> Allocator for &Arena<P> {
    #[inline]
    fn allocate(&self, layout: Layout) -> Result<NonNull<[u8]>, AllocError> {
        let start = self.reserve(layout).map_err(|_| AllocError)?;
        Ok(NonNull::slice_from_raw_parts(start, layout.size()))
    }

    #[inline]
    unsafe fn deallocate(&self, block: NonNull<u8>, layout: Layout) {
        if self.is_last(block, layout) {
            self.give_back(layout.size());
        }
    }

    #[inline]
    unsafe fn grow(
        &self,
        block: NonNull<u8>,
        old: Layout,
        new: Layout,
    ) -> Result<NonNull<[u8]>, AllocError> {
        debug_assert!(new.size() >= old.size());
        let more = new.size().wrapping_sub(old.size());
        if self.is_last(block, old)
            && is_aligned(block, new)
            && let Ok(tail) = Layout::from_size_align(more, 1)
            && self.bump(tail).is_some()
        {
            // SAFETY: the block and the bytes that follow it end at `next`, and so lie in the chunk (I1).
            let start = unsafe { self.next.get().sub(new.size()) };
            return Ok(NonNull::slice_from_raw_parts(start, new.size()));
        }
        let start = self.reserve(new).map_err(|_| AllocError)?;
        // SAFETY: by the caller's contract the block has `old.size()` bytes; the new one is at least as long and was
        // reserved just now, so they do not overlap.
        unsafe { start.copy_from_nonoverlapping(block, old.size()) };
        Ok(NonNull::slice_from_raw_parts(start, new.size()))
    }

    #[inline]
    unsafe fn shrink(
        &self,
        block: NonNull<u8>,
        old: Layout,
        new: Layout,
    ) -> Result<NonNull<[u8]>, AllocError> {
        debug_assert!(new.size() <= old.size());
        if !is_aligned(block, new) {
            let start = self.reserve(new).map_err(|_| AllocError)?;
            // SAFETY: by the caller's contract the block is at least as long as the new one, which was reserved just
            // now, so they do not overlap.
            unsafe { start.copy_from_nonoverlapping(block, new.size()) };
            return Ok(NonNull::slice_from_raw_parts(start, new.size()));
        }
        if self.is_last(block, old) {
            self.give_back(old.size().wrapping_sub(new.size()));
        }
        Ok(NonNull::slice_from_raw_parts(block, new.size()))
    }
}

fn is_aligned(block: NonNull<u8>, layout: Layout) -> bool {
    block.addr().get() & layout.align().wrapping_sub(1) == 0
}

impl<P: Borrow<Pool>> Arena<P> {
    /// Whether the block is not empty and the last allocation of the current chunk.
    fn is_last(&self, block: NonNull<u8>, layout: Layout) -> bool {
        // A block does not end where another chunk begins: header room lies between them.
        layout.size() > 0
            && block.addr().get().wrapping_add(layout.size()) == self.next.get().addr().get()
    }

    /// Frees the last `len` bytes of the last allocation.
    fn give_back(&self, len: usize) {
        self.note_high_water();
        // SAFETY: the bytes belong to the last allocation of the chunk, which ends at `next` (I1).
        let end = unsafe { self.next.get().sub(len) };
        // SAFETY: the bytes are the chunk's, and the owner of the allocation has given them up.
        unsafe { poison::release(end, len) };
        self.next.set(end);
    }
}

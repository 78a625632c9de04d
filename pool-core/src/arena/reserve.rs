//! Memory for one allocation, in the current chunk or in a new one.

use core::alloc::Layout;
use core::borrow::Borrow;
use core::ptr::NonNull;

use super::Arena;
use super::error::ArenaError;
use crate::poison;
use crate::pool::Pool;

impl<P: Borrow<Pool>> Arena<P> {
    /// The bytes of the current chunk that are allocated.
    #[inline(always)]
    pub(super) fn used(&self) -> usize {
        self.next.get().addr().get().wrapping_sub(self.start.get().addr().get())
    }

    /// The bytes of the current chunk that are not allocated.
    #[inline(always)]
    pub(super) fn left(&self) -> usize {
        self.end.get().addr().get().wrapping_sub(self.next.get().addr().get())
    }

    /// Reserves memory for `layout`: valid for writes, aligned, and no other allocation's. It may be used for
    /// as long as `self` is borrowed.
    #[inline(always)]
    pub(super) fn reserve(&self, layout: Layout) -> Result<NonNull<u8>, ArenaError> {
        match self.bump(layout) {
            Some(start) => Ok(start),
            None => self.reserve_more(layout),
        }
    }

    /// [`reserve`](Self::reserve) if the current chunk has no room.
    #[inline(always)]
    pub(super) fn reserve_more(&self, layout: Layout) -> Result<NonNull<u8>, ArenaError> {
        let mut error = None;
        match self.reserve_slow(layout, &mut error) {
            Some(start) => Ok(start),
            None => {
                Err(error.unwrap_or(ArenaError::Limit { requested: 0, allocated: 0, limit: 0 }))
            }
        }
    }

    /// Reserves memory in the current chunk, if there is room.
    #[inline(always)]
    pub(super) fn bump(&self, layout: Layout) -> Option<NonNull<u8>> {
        let next = self.next.get();
        let padding = next.addr().get().wrapping_neg() & layout.align().wrapping_sub(1);
        // A layout's size is at most `isize::MAX` minus what aligning it may take, so this does not wrap.
        let taken = padding.wrapping_add(layout.size());
        if taken > self.left() {
            return None;
        }
        // SAFETY: at most `taken` bytes ahead, so between `next` and `end`, in the chunk (I1).
        let start = unsafe { next.add(padding) };
        // SAFETY: as above.
        self.next.set(unsafe { next.add(taken) });
        // SAFETY: the bytes were not in use (I2), and are the caller's from here on.
        unsafe { poison::acquire(start, layout.size()) };
        Some(start)
    }

    /// [`reserve`](Self::reserve) in a new chunk. The result fits in registers: see `Pool::acquire_slow`.
    #[inline(never)]
    pub(super) fn reserve_slow(
        &self,
        layout: Layout,
        error: &mut Option<ArenaError>,
    ) -> Option<NonNull<u8>> {
        // Apart from the rest, which it ends with, so that it saves no registers.
        #[cfg(feature = "std")]
        if self.add_first(layout) {
            return self.bump(layout);
        }
        self.reserve_growing(layout, error)
    }

    /// [`reserve_slow`](Self::reserve_slow) without the usual first chunk.
    #[inline(never)]
    pub(super) fn reserve_growing(
        &self,
        layout: Layout,
        error: &mut Option<ArenaError>,
    ) -> Option<NonNull<u8>> {
        if layout.size() == 0 {
            // An aligned address is all that a value without bytes needs.
            return NonNull::new(core::ptr::without_provenance_mut(layout.align()));
        }
        match self.grow(layout) {
            Ok(()) => self.bump(layout),
            Err(failed) => {
                *error = Some(failed);
                None
            }
        }
    }

    /// The error of an allocation of `requested` bytes that exceeds the limit.
    #[cold]
    pub(super) fn limit_error(&self, requested: usize) -> ArenaError {
        ArenaError::Limit { requested, allocated: self.allocated(), limit: self.limit }
    }
}

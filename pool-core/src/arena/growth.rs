//! Which chunks an arena takes.

use core::alloc::Layout;
use core::borrow::Borrow;

use super::error::ArenaError;
use super::{Arena, PooledBuf};
use crate::chunk::Chunk;
use crate::pool::Pool;
use crate::size_class::SizeClass;

/// The length of the first chunk, in bytes, if the limit allows it and the pool has slots of that class.
pub(crate) const FIRST: usize = 8 << 10;

impl<P: Borrow<Pool>> Arena<P> {
    /// Adds the usual first chunk, if there is none yet, there is room for `layout` in it, and this thread has a slot for
    /// it at hand.
    #[cfg(feature = "std")]
    #[inline(always)]
    pub(super) fn add_first(&self, layout: Layout) -> bool {
        if self.capacity() != 0 {
            return false;
        }
        let pool = self.pool.borrow();

        // What `chunk_len` returns if less is needed and the pool has slots of that length.
        let len = FIRST.min(self.limit);
        let has_class = pool.config().capacity(const { SizeClass::for_len(FIRST) }) > 0;
        if layout.size() == 0 || needed(layout) > len || !has_class {
            return false;
        }
        let Some(buf) = pool.acquire_fast(len) else { return false };
        let chunk = Chunk::new(buf, None);
        chunk.poison();
        self.push_first(chunk);
        true
    }

    /// Adds a chunk in which there is room for `layout`.
    #[cold]
    #[inline(never)]
    pub(super) fn grow(&self, layout: Layout) -> Result<(), ArenaError> {
        let requested = layout.size();
        let needed = needed(layout);
        if self.allocated() == 0 && needed > self.unclaimed() {
            self.release_unused();
        }
        let (left, last) = (self.unclaimed(), self.last_len());
        if needed > left {
            return Err(self.limit_error(requested));
        }
        let pool = self.pool.borrow();
        let wanted = if last == 0 { FIRST } else { last.saturating_mul(2) };
        let len = chunk_len(pool.largest_len(), needed, wanted, left);
        let buf = pool.acquire(len).or_else(|error| {
            // A smaller chunk may do.
            let least = chunk_len(pool.largest_len(), needed, needed, left);
            if least < len { pool.acquire(least) } else { Err(error) }
        });
        match buf {
            // The pool may have called a global allocator that uses this arena.
            Ok(buf) if buf.len() > self.unclaimed() => Err(self.limit_error(requested)),
            Ok(buf) => {
                self.push_buf(buf);
                Ok(())
            }
            Err(source) => Err(ArenaError::Exhausted {
                requested,
                allocated: self.allocated(),
                limit: self.limit,
                source,
            }),
        }
    }

    /// The bytes that the arena may still take.
    pub(super) fn unclaimed(&self) -> usize {
        self.limit.saturating_sub(self.capacity())
    }

    /// Makes `buf` the chunk that serves allocations.
    pub(super) fn push_buf(&self, buf: PooledBuf) {
        let chunk = Chunk::new(buf, None);
        chunk.poison();
        self.push(chunk);
    }

    /// The length of the chunk that serves allocations, or zero if there is none.
    fn last_len(&self) -> usize {
        let chunk = self.chunks.take();
        let len = chunk.as_ref().map_or(0, Chunk::len);
        self.chunks.set(chunk);
        len
    }

    /// Releases all chunks of an arena in which nothing is allocated.
    fn release_unused(&self) {
        debug_assert_eq!(self.allocated(), 0);
        let chunks = self.chunks.take();
        self.forget_chunks();
        drop(chunks);
    }
}

/// The length of a chunk in which there is room for `layout`.
#[inline(always)]
fn needed(layout: Layout) -> usize {
    // The start of a chunk is aligned to `Chunk::ALIGN`. As in `Arena::bump` this does not wrap.
    layout.size().wrapping_add(layout.align().saturating_sub(Chunk::ALIGN))
}

/// The length of a chunk of at least `needed` bytes, if possible of the class of `wanted` bytes, and at most
/// `left`. The largest slots have `largest` bytes.
pub(super) const fn chunk_len(largest: usize, needed: usize, wanted: usize, left: usize) -> usize {
    debug_assert!(needed <= left);
    let wanted = if wanted < largest { wanted } else { largest };
    let wanted = if wanted > needed { wanted } else { needed };
    let len = if wanted > largest { wanted } else { SizeClass::for_len(wanted).bytes() };
    if len < left { len } else { left }
}

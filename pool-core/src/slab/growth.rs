//! Blocks and stamps for an insertion that has none at hand.

use core::borrow::Borrow;
use core::ptr::NonNull;

use super::block::stride;
use super::key::{Place, SlabKey};
use super::{Slab, SlabError};
use crate::chunk::Chunk;
use crate::pool::Pool;

impl<const N: usize, P: Borrow<Pool>> Slab<N, P> {
    /// [`occupy`](Self::occupy), which gets a block and a stamp if none is at hand.
    #[cold]
    #[inline(never)]
    pub(super) fn occupy_slow(&mut self, len: usize) -> Result<(SlabKey, NonNull<u8>), SlabError> {
        if len > N {
            return Err(SlabError::TooLong { len, max: N });
        }
        loop {
            if let Some(occupied) = self.occupy(len) {
                return Ok(occupied);
            }
            match self.vacant {
                Some(_) => self.stamps.refill(),
                None => self.grow()?,
            }
        }
    }

    /// Adds a chunk, whose blocks are vacant.
    fn grow(&mut self) -> Result<(), SlabError> {
        let taken = self.chunk_count.saturating_mul(self.per_chunk);
        let blocks = self.capacity.saturating_sub(taken).min(self.per_chunk);
        if blocks == 0 {
            return Err(SlabError::Full { capacity: self.capacity });
        }
        let exhausted = |source| SlabError::Exhausted { len: self.len, source };
        let pool = self.pool.borrow();
        if self.chunks.is_none() {
            let chunks = self.capacity.div_ceil(self.per_chunk);
            let bytes = chunks.saturating_mul(size_of::<NonNull<u8>>());
            let table = Chunk::new(pool.acquire(bytes).map_err(exhausted)?, None);
            self.table = table.start().cast();
            self.chunks = Some(table);
        }
        let len = self.per_chunk.saturating_mul(stride(N));
        let mut chunk = Chunk::new(self.pool.borrow().acquire(len).map_err(exhausted)?, None);
        let start = chunk.start();
        chunk.set_next(self.chunks.take());
        self.chunks = Some(chunk);
        // SAFETY: the table has room for `capacity / per_chunk` chunks, rounded up, and there are not as many yet.
        let entry = unsafe { self.table.add(self.chunk_count) };
        // SAFETY: in bounds, as above, aligned, and not in use.
        unsafe { entry.write(start) };
        let chunk = self.chunk_count;
        self.chunk_count = chunk.wrapping_add(1);
        // The last chunk may have blocks that exceed the capacity. They are vacant, too, but not in the list.
        for position in (0..self.per_chunk).rev() {
            let place = Place::new(chunk, position);
            // SAFETY: in the chunk that was added.
            let block = unsafe { self.block(place) };
            // SAFETY: no block of the chunk is in use.
            unsafe { block.vacate(self.vacant, N) };
            if position < blocks {
                self.vacant = Some(place);
            }
        }
        Ok(())
    }
}

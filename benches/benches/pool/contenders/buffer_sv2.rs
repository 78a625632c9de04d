//! `buffer_sv2`: the pool of the published Stratum V2 crates. It has 8 slots and then uses the heap. The pool belongs
//! to one thread, but its buffers can move to other threads.

use benches::chart::Role;
use buffer_sv2::{Buffer, BufferFromSystemMemory, BufferPool, Slice};
use bytes::buf::UninitSlice;

use crate::contender::{Bounded, Contender};
use crate::row::Row;

/// The number of slots, whatever the capacity.
const SLOTS: usize = 8;

pub(crate) struct BufferSv2 {
    pool: BufferPool<BufferFromSystemMemory>,
    len: usize,
}

impl BufferSv2 {
    pub(crate) fn new(len: usize) -> Self {
        Self { pool: BufferPool::new(len.saturating_mul(SLOTS)), len }
    }
}

pub(crate) fn buffer_sv2(len: usize) -> Row {
    let make = move || BufferSv2::new(len);
    Row::new("buffer_sv2", Role::Rival, len).one_thread(make).hand_over(make).exhausted(make, SLOTS)
}

impl Contender for BufferSv2 {
    type Buf = Slice;

    #[inline(always)]
    fn acquire(&mut self) -> Slice {
        self.pool.get_writable(self.len);
        self.pool.get_data_owned()
    }

    #[inline(always)]
    fn bytes<'b>(&self, buf: &'b mut Slice) -> &'b mut UninitSlice {
        UninitSlice::new(buf.as_mut())
    }
}

impl Bounded for BufferSv2 {
    #[inline(always)]
    fn try_acquire(&mut self) -> Option<Slice> {
        Some(self.acquire())
    }
}

//! `zeropool`: classes from 4 KiB, a cache per thread and a queue per class. Its default clears every buffer, so this uses
//! the form that does not.

use benches::chart::Role;
use bytes::buf::UninitSlice;
use zeropool::{BufUninit, ZeroPool};

use crate::contender::Contender;
use crate::row::Row;

#[derive(Clone, Copy)]
pub(crate) struct Zero {
    pool: &'static ZeroPool,
    len: usize,
}

impl Zero {
    /// Creates handles of one pool that keeps `slots` buffers. Its other settings are the defaults.
    pub(crate) fn pool(len: usize, slots: usize) -> impl Fn() -> Self + Copy + 'static {
        let pool = ZeroPool::new().min_buffer_size(0).max_buffers_per_class(slots);
        let pool = &*Box::leak(Box::new(pool));
        move || Self { pool, len }
    }
}

pub(crate) fn zeropool(len: usize, slots: usize) -> Row {
    Row::new("zeropool", Role::Rival, len).everywhere(Zero::pool(len, slots))
}

impl Contender for Zero {
    type Buf = BufUninit<'static>;

    #[inline(always)]
    fn acquire(&mut self) -> Self::Buf {
        self.pool.alloc_uninit(self.len)
    }

    #[inline(always)]
    fn bytes<'b>(&self, buf: &'b mut Self::Buf) -> &'b mut UninitSlice {
        UninitSlice::uninit(buf.as_uninit_mut())
    }
}

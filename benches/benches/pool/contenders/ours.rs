//! [`Pool`], used as in its documentation: a static pool, and buffers that are released when they are dropped.

use bytes::buf::UninitSlice;
use pool_core::{Pool, PoolConfig, PooledBuf, SizeClass};

use crate::contender::{Bounded, Contender};

pub(crate) struct Ours {
    pool: &'static Pool,
    /// The length is not a constant, because the length of a message is not known at compile time.
    len: usize,
}

impl Ours {
    /// Creates handles of one pool with `config` and `slots` buffers of `len` bytes.
    pub(crate) fn pool(
        config: PoolConfig,
        len: usize,
        slots: usize,
    ) -> impl Fn() -> Self + Copy + 'static {
        let pool =
            &*Box::leak(Box::new(Pool::new(&config.with_class(SizeClass::for_len(len), slots))));
        move || Self { pool, len }
    }
}

impl Contender for Ours {
    type Buf = PooledBuf;

    #[inline(always)]
    fn acquire(&mut self) -> PooledBuf {
        self.pool.acquire(self.len).expect("a slot is free")
    }

    #[inline(always)]
    fn bytes<'b>(&self, buf: &'b mut PooledBuf) -> &'b mut UninitSlice {
        UninitSlice::new(buf)
    }
}

impl Bounded for Ours {
    #[inline(always)]
    fn try_acquire(&mut self) -> Option<PooledBuf> {
        self.pool.acquire(self.len).ok()
    }
}

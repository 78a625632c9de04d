//! `BytesMut`: splits buffers off a block, and reclaims the block when all of them have been dropped.

use benches::chart::Role;
use bytes::BytesMut;
use bytes::buf::UninitSlice;

use crate::contender::Contender;
use crate::row::Row;

/// The number of buffers in a block, which is the largest burst.
const BUFFERS: usize = 64;

struct Splitting {
    /// I1: every byte of the block is initialised, because the block was created zeroed and never grows.
    block: BytesMut,
    len: usize,
}

impl Splitting {
    fn new(len: usize) -> Self {
        let mut splitting = Self { block: BytesMut::new(), len };
        splitting.next_block();
        splitting
    }

    #[cold]
    fn next_block(&mut self) {
        self.block = BytesMut::zeroed(self.len.saturating_mul(BUFFERS));
        self.block.clear();
    }
}

/// Each handle has its own block, so threads share nothing.
pub(crate) fn bytes_mut(len: usize) -> Row {
    let make = move || Splitting::new(len);
    Row::new("`BytesMut`", Role::Rival, len).one_thread(make).hand_over(make)
}

impl Contender for Splitting {
    type Buf = BytesMut;

    #[inline(always)]
    fn acquire(&mut self) -> BytesMut {
        if !self.block.try_reclaim(self.len) {
            self.next_block();
        }
        // SAFETY: there is room for `len` more bytes, and they are initialised (I1).
        unsafe { self.block.set_len(self.len) };
        self.block.split()
    }

    #[inline(always)]
    fn bytes<'b>(&self, buf: &'b mut BytesMut) -> &'b mut UninitSlice {
        UninitSlice::new(buf)
    }
}

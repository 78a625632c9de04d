//! The `Pool` of `sharded-slab`. A borrowed guard cannot leave its thread, so the hand-over uses the owned guard, which
//! counts a reference to the pool. A buffer is free again when its key is cleared.

use std::sync::Arc;

use benches::chart::Role;
use bytes::buf::UninitSlice;
use sharded_slab::pool::{OwnedRefMut, RefMut};
use sharded_slab::{Clear, Pool};

use crate::contender::Contender;
use crate::row::Row;

/// Clearing keeps the bytes, because no other contender zeroes them.
struct Bytes<const LEN: usize>(Box<[u8]>);

impl<const LEN: usize> Default for Bytes<LEN> {
    fn default() -> Self {
        Self(vec![1; LEN].into())
    }
}

impl<const LEN: usize> Clear for Bytes<LEN> {
    fn clear(&mut self) {}
}

type Shared<const LEN: usize> = &'static Arc<Pool<Bytes<LEN>>>;

struct Borrowed<const LEN: usize>(Shared<LEN>);

struct Owned<const LEN: usize>(Shared<LEN>);

pub(crate) fn sharded_slab<const LEN: usize>() -> Row {
    let pool: Shared<LEN> = Box::leak(Box::new(Arc::new(Pool::new())));
    Row::new("sharded-slab", Role::Rival, LEN)
        .one_thread(move || Borrowed(pool))
        .hand_over(move || Owned(pool))
        .two_threads(move || Borrowed(pool))
}

impl<const LEN: usize> Contender for Borrowed<LEN> {
    type Buf = RefMut<'static, Bytes<LEN>>;

    #[inline(always)]
    fn acquire(&mut self) -> Self::Buf {
        self.0.create().expect("a slot is free")
    }

    #[inline(always)]
    fn bytes<'b>(&self, buf: &'b mut Self::Buf) -> &'b mut UninitSlice {
        UninitSlice::new(&mut buf.0)
    }

    #[inline(always)]
    fn release(&mut self, buf: Self::Buf) {
        let key = buf.key();
        drop(buf);
        self.0.clear(key);
    }
}

impl<const LEN: usize> Contender for Owned<LEN> {
    type Buf = OwnedRefMut<Bytes<LEN>>;

    #[inline(always)]
    fn acquire(&mut self) -> Self::Buf {
        Arc::clone(self.0).create_owned().expect("a slot is free")
    }

    #[inline(always)]
    fn bytes<'b>(&self, buf: &'b mut Self::Buf) -> &'b mut UninitSlice {
        UninitSlice::new(&mut buf.0)
    }

    #[inline(always)]
    fn release(&mut self, buf: Self::Buf) {
        let key = buf.key();
        drop(buf);
        self.0.clear(key);
    }
}

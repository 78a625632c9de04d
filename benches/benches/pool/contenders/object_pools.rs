//! Object pools. Each is a static and uses the borrowed guard of its documentation, which is its fastest.

use benches::chart::Role;
use bytes::buf::UninitSlice;
use lockfree_object_pool::{LinearObjectPool, LinearReusable};
use object_pool::Reusable;
use opool::{LocalPool, PoolAllocator, RefGuard, RefLocalGuard};

use crate::contender::{Bounded, Contender};
use crate::row::Row;

type Boxed = Box<[u8]>;

#[derive(Clone, Copy)]
struct ObjectPool {
    pool: &'static object_pool::Pool<Boxed>,
    len: usize,
}

pub(crate) fn object_pool(len: usize, slots: usize) -> Row {
    let pool = object_pool::Pool::new(slots, || vec![1; len].into());
    let pool = &*Box::leak(Box::new(pool));
    Row::new("object-pool", Role::Rival, len)
        .everywhere(move || ObjectPool { pool, len })
        .exhausted(move || ObjectPool { pool, len }, slots)
}

impl Contender for ObjectPool {
    type Buf = Reusable<'static, Boxed>;

    #[inline(always)]
    fn acquire(&mut self) -> Self::Buf {
        self.pool.pull(|| vec![0; self.len].into())
    }

    #[inline(always)]
    fn bytes<'b>(&self, buf: &'b mut Self::Buf) -> &'b mut UninitSlice {
        UninitSlice::new(buf)
    }
}

impl Bounded for ObjectPool {
    #[inline(always)]
    fn try_acquire(&mut self) -> Option<Self::Buf> {
        self.pool.try_pull()
    }
}

/// Creates the buffers of `opool`. Reset and validation keep their defaults, which do nothing.
struct Maker(usize);

impl PoolAllocator<Boxed> for Maker {
    #[inline]
    fn allocate(&self) -> Boxed {
        vec![1; self.0].into()
    }
}

#[derive(Clone, Copy)]
struct Opool(&'static opool::Pool<Maker, Boxed>);

pub(crate) fn opool(len: usize, slots: usize) -> Row {
    let pool = &*Box::leak(Box::new(opool::Pool::new_prefilled(slots, Maker(len))));
    Row::new("opool", Role::Rival, len)
        .everywhere(move || Opool(pool))
        .exhausted(move || Opool(pool), slots)
}

impl Contender for Opool {
    type Buf = RefGuard<'static, Maker, Boxed>;

    #[inline(always)]
    fn acquire(&mut self) -> Self::Buf {
        self.0.get()
    }

    #[inline(always)]
    fn bytes<'b>(&self, buf: &'b mut Self::Buf) -> &'b mut UninitSlice {
        UninitSlice::new(buf)
    }
}

impl Bounded for Opool {
    #[inline(always)]
    fn try_acquire(&mut self) -> Option<Self::Buf> {
        self.0.try_get()
    }
}

/// The pool of `opool` for one thread.
#[derive(Clone, Copy)]
struct OpoolLocal(&'static LocalPool<Maker, Boxed>);

pub(crate) fn opool_local(len: usize, slots: usize) -> Row {
    let pool = &*Box::leak(Box::new(LocalPool::new_prefilled(slots, Maker(len))));
    Row::new("opool `LocalPool`", Role::Rival, len).one_thread(move || OpoolLocal(pool))
}

impl Contender for OpoolLocal {
    type Buf = RefLocalGuard<'static, Maker, Boxed>;

    #[inline(always)]
    fn acquire(&mut self) -> Self::Buf {
        self.0.get()
    }

    #[inline(always)]
    fn bytes<'b>(&self, buf: &'b mut Self::Buf) -> &'b mut UninitSlice {
        UninitSlice::new(buf)
    }
}

/// The `LinearObjectPool` of `lockfree-object-pool`. It is the fastest of the three pools in that README.
#[derive(Clone, Copy)]
struct Lockfree(&'static LinearObjectPool<Boxed>);

pub(crate) fn lockfree_object_pool(len: usize) -> Row {
    let pool = LinearObjectPool::new(move || vec![1; len].into(), |_: &mut Boxed| {});
    let pool = &*Box::leak(Box::new(pool));
    Row::new("lockfree-object-pool", Role::Rival, len).everywhere(move || Lockfree(pool))
}

impl Contender for Lockfree {
    type Buf = LinearReusable<'static, Boxed>;

    #[inline(always)]
    fn acquire(&mut self) -> Self::Buf {
        self.0.pull()
    }

    #[inline(always)]
    fn bytes<'b>(&self, buf: &'b mut Self::Buf) -> &'b mut UninitSlice {
        UninitSlice::new(buf)
    }
}

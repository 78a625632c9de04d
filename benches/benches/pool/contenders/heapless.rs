//! The object pool of `heapless`, whose blocks keep their content. Its box pool is the same stack, but writes a
//! value to every block that is acquired.

use core::marker::PhantomData;

use benches::chart::Role;
use bytes::buf::UninitSlice;
use heapless::object_pool;
use heapless::pool::object::{Object, ObjectBlock, ObjectPool};

use crate::contender::{Bounded, Contender};
use crate::row::Row;

// Each pool is a separate type with a static.
object_pool!(Pool128: [u8; 128]);
object_pool!(Pool1024: [u8; 1024]);
object_pool!(Pool4096: [u8; 4096]);
object_pool!(Pool65536: [u8; 65536]);

struct Objects<P>(PhantomData<P>);

pub(crate) fn heapless<const LEN: usize>(slots: usize) -> Row {
    let row = Row::new("heapless", Role::Rival, LEN);
    match LEN {
        128 => fill::<Pool128, 128>(row, slots),
        1024 => fill::<Pool1024, 1024>(row, slots),
        4096 => fill::<Pool4096, 4096>(row, slots),
        65536 => fill::<Pool65536, 65536>(row, slots),
        _ => unreachable!("the table has four sizes"),
    }
}

fn fill<P, const LEN: usize>(row: Row, slots: usize) -> Row
where
    P: ObjectPool<Data = [u8; LEN]> + Send + 'static,
{
    for block in vec![[1; LEN]; slots].into_iter().map(ObjectBlock::new) {
        P::manage(Box::leak(Box::new(block)));
    }
    let make = || Objects::<P>(PhantomData);
    row.everywhere(make).exhausted(make, slots)
}

impl<P: ObjectPool<Data = [u8; LEN]>, const LEN: usize> Contender for Objects<P> {
    type Buf = Object<P>;

    #[inline(always)]
    fn acquire(&mut self) -> Object<P> {
        P::request().expect("an object is free")
    }

    #[inline(always)]
    fn bytes<'b>(&self, buf: &'b mut Object<P>) -> &'b mut UninitSlice {
        UninitSlice::new(&mut **buf)
    }
}

impl<P: ObjectPool<Data = [u8; LEN]>, const LEN: usize> Bounded for Objects<P> {
    #[inline(always)]
    fn try_acquire(&mut self) -> Option<Object<P>> {
        P::request()
    }
}

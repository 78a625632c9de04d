//! The `ArrayQueue` of crossbeam, filled with boxes at the start.

use benches::chart::Role;
use bytes::buf::UninitSlice;
use crossbeam_queue::ArrayQueue;

use crate::contender::{Bounded, Contender};
use crate::row::Row;

#[derive(Clone, Copy)]
struct Queue(&'static ArrayQueue<Box<[u8]>>);

pub(crate) fn array_queue(len: usize, slots: usize) -> Row {
    let queue = ArrayQueue::new(slots);
    while queue.push(vec![1; len].into()).is_ok() {}
    let queue = &*Box::leak(Box::new(queue));
    Row::new("crossbeam `ArrayQueue`", Role::Rival, len)
        .everywhere(move || Queue(queue))
        .exhausted(move || Queue(queue), slots)
}

impl Contender for Queue {
    type Buf = Box<[u8]>;

    #[inline(always)]
    fn acquire(&mut self) -> Box<[u8]> {
        self.0.pop().expect("a buffer is free")
    }

    #[inline(always)]
    fn bytes<'b>(&self, buf: &'b mut Box<[u8]>) -> &'b mut UninitSlice {
        UninitSlice::new(buf)
    }

    #[inline(always)]
    fn release(&mut self, buf: Box<[u8]>) {
        // The queue has room for every buffer.
        let _ = self.0.push(buf);
    }
}

impl Bounded for Queue {
    #[inline(always)]
    fn try_acquire(&mut self) -> Option<Box<[u8]>> {
        self.0.pop()
    }
}

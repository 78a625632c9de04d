//! General-purpose allocators, called through `GlobalAlloc`. None of them is the global allocator of the run.

use core::alloc::{GlobalAlloc, Layout};
use core::mem::MaybeUninit;
use core::ptr::NonNull;
use core::slice;
use std::alloc::handle_alloc_error;

use benches::chart::Role;
use bytes::buf::UninitSlice;

use crate::contender::{Bounded, Contender};
use crate::row::Row;

pub(crate) struct Heap<A: 'static> {
    allocator: &'static A,
    layout: Layout,
}

pub(crate) struct Block(NonNull<u8>);

// SAFETY: only its holder uses the block, and an allocator accepts it on any thread.
unsafe impl Send for Block {}

impl<A> Heap<A> {
    /// The alignment that `malloc` guarantees. Ours is 64, which would cost the allocators more.
    const ALIGN: usize = 16;

    pub(crate) fn new(allocator: &'static A, len: usize) -> Self {
        let layout = Layout::from_size_align(len, Self::ALIGN).expect("small, and a power of two");
        Self { allocator, layout }
    }
}

impl<A: GlobalAlloc> Contender for Heap<A> {
    type Buf = Block;

    #[inline(always)]
    fn acquire(&mut self) -> Block {
        // SAFETY: no size in the table is zero.
        let block = unsafe { self.allocator.alloc(self.layout) };
        Block(NonNull::new(block).unwrap_or_else(|| handle_alloc_error(self.layout)))
    }

    #[inline(always)]
    fn bytes<'b>(&self, block: &'b mut Block) -> &'b mut UninitSlice {
        let start = block.0.cast::<MaybeUninit<u8>>().as_ptr();
        // SAFETY: `acquire` allocated that many bytes, and the block is borrowed.
        UninitSlice::uninit(unsafe { slice::from_raw_parts_mut(start, self.layout.size()) })
    }

    #[inline(always)]
    fn release(&mut self, block: Block) {
        // SAFETY: the block comes from `acquire` with the same allocator and layout, and the caller gave it up.
        unsafe { self.allocator.dealloc(block.0.as_ptr(), self.layout) }
    }
}

impl<A: GlobalAlloc> Bounded for Heap<A> {
    #[inline(always)]
    fn try_acquire(&mut self) -> Option<Block> {
        Some(self.acquire())
    }
}

pub(crate) fn allocator<A: GlobalAlloc + Sync>(
    name: &'static str,
    allocator: &'static A,
    len: usize,
) -> Row {
    Row::new(name, Role::Rival, len).everywhere(move || Heap::new(allocator, len))
}

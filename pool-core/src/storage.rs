//! The memory of one class: one block of slots, allocated when the class is first used.
//!
//! ```text
//!  block                                                            block + bytes
//!  | pad | room | payload      | room | payload      | ...           | slack |
//! ```
//!
//! The block is allocated with an alignment of 16 bytes, and the slots are aligned by hand. An allocator
//! serves a zeroed block of small alignment from untouched pages, so memory is committed when a slot is
//! first written. For a larger alignment it writes, and so commits, the whole block.
//!
//! # Invariants
//!
//! * I1: `block` is null, [`TOUCHED`], or came from `alloc_zeroed` with `self.layout()`. The first is replaced
//!   by either of the others, and the second by the third. The thread that sets the second replaces it, and no
//!   other thread has the block until then.
//! * I2: a block has `pad + capacity * stride` bytes at least, for every `pad` of a 16-byte aligned
//!   address, all of them initialised.

use alloc::alloc::{alloc_zeroed, dealloc};
use core::alloc::Layout;
use core::ptr::{self, NonNull};

use crate::size_class::SizeClass;
use crate::slot::{BLOCK_ALIGN, HEADER_ROOM, block_bytes, padding, stride};
use crate::sync::{AtomicPtr, Ordering, pause};

/// The smallest page size of any supported system, in bytes.
const PAGE: usize = 4096;

/// The address that stands for a block whose pages a thread touches.
const TOUCHED: usize = 1;

/// The slots of one class.
#[derive(Debug)]
pub(crate) struct Storage {
    /// I1.
    block: AtomicPtr<u8>,
    class: SizeClass,
    capacity: u32,
}

impl Storage {
    /// Makes storage for `capacity` slots, without allocating any memory yet.
    pub(crate) fn new(class: SizeClass, capacity: u32) -> Self {
        Self { block: AtomicPtr::new(ptr::null_mut()), class, capacity }
    }

    /// The size class of the slots.
    #[inline]
    pub(crate) fn class(&self) -> SizeClass {
        self.class
    }

    /// The number of slots.
    #[inline]
    pub(crate) fn capacity(&self) -> u32 {
        self.capacity
    }

    /// Returns the block, which the first call allocates, or `None` if the allocator has no memory.
    #[inline]
    pub(crate) fn block(&self) -> Option<Block> {
        match self.existing() {
            Some(block) => Some(block),
            None => self.create(false),
        }
    }

    /// Allocates the block and touches each of its pages. Does nothing if the block exists, because its
    /// slots may be in use. Returns whether the block exists now.
    pub(crate) fn prefault(&self) -> bool {
        self.existing().is_some() || self.create(true).is_some()
    }

    /// Returns the block, if it exists and is not being touched.
    #[inline]
    fn existing(&self) -> Option<Block> {
        // Acquire: pairs with the Release stores in `create`, so that the zeroes are visible.
        let start = self.block.load(Ordering::Acquire);
        if start.addr() <= TOUCHED {
            None
        } else {
            NonNull::new(start).map(|start| Block { start })
        }
    }

    /// Allocates the block, and touches its pages if `touch` is set, before other threads can see it.
    #[cold]
    fn create(&self, touch: bool) -> Option<Block> {
        // Relaxed: `wait` loads the block again.
        if self.block.load(Ordering::Relaxed).addr() == TOUCHED {
            return Some(self.wait());
        }
        let layout = self.layout()?;
        // SAFETY: the layout's size is not zero: it is `ALIGN_SLACK` at least.
        let new = NonNull::new(unsafe { alloc_zeroed(layout) })?;
        let first = if touch { ptr::without_provenance_mut(TOUCHED) } else { new.as_ptr() };
        // Release on success: publishes the zeroes, pairs with the Acquire in `existing`. Relaxed on
        // failure: `wait` loads the block again.
        let won = self.block.compare_exchange(
            ptr::null_mut(),
            first,
            Ordering::Release,
            Ordering::Relaxed,
        );
        if won.is_err() {
            // SAFETY: `new` came from `alloc_zeroed` with this layout, and was not published.
            unsafe { dealloc(new.as_ptr(), layout) };
            return Some(self.wait());
        }
        if touch {
            // SAFETY: of this layout's size, and other threads wait until it is published.
            unsafe { touch_pages(new, layout.size()) };
            // Release: pairs with the Acquire in `existing`.
            self.block.store(new.as_ptr(), Ordering::Release);
        }
        Some(Block { start: new })
    }

    /// Waits until another thread has touched the pages of the block. It neither allocates nor takes a lock
    /// in the meantime, so it does not wait for this thread.
    fn wait(&self) -> Block {
        loop {
            if let Some(block) = self.existing() {
                return block;
            }
            pause();
        }
    }

    /// Returns the address of the payload of `slot`. It is aligned to
    /// [`PAYLOAD_ALIGN`](crate::slot::PAYLOAD_ALIGN). [`HEADER_ROOM`] bytes precede it and the class's
    /// bytes follow it, all of them initialised.
    ///
    /// # Safety
    ///
    /// * `block` came from `self.block()`;
    /// * `slot` is below the capacity.
    #[inline]
    pub(crate) unsafe fn payload(&self, block: Block, slot: u32) -> NonNull<u8> {
        debug_assert!(slot < self.capacity);
        let before = stride(self.class).wrapping_mul(slot as usize);
        let offset = padding(block.start).wrapping_add(before).wrapping_add(HEADER_ROOM);
        // SAFETY: by the caller's contract `slot` is below the capacity, so the offset is at most
        // `pad + capacity * stride - class bytes`, which lies in the block (I2); nothing wrapped,
        // because the block's size is a valid `Layout`'s (I1), at most `isize::MAX`.
        unsafe { block.start.add(offset) }
    }

    fn layout(&self) -> Option<Layout> {
        let bytes = block_bytes(self.class, self.capacity as usize);
        Layout::from_size_align(bytes, BLOCK_ALIGN).ok()
    }
}

/// Writes to each page of a block.
///
/// # Safety
///
/// * `start` is valid for writes of `bytes` bytes, which are zero;
/// * no other thread has them.
unsafe fn touch_pages(start: NonNull<u8>, bytes: usize) {
    // A block begins anywhere on a page, so its last byte may lie on a page of its own.
    for offset in (0..bytes).step_by(PAGE).chain(bytes.checked_sub(1)) {
        // SAFETY: below the size of the block.
        let byte = unsafe { start.add(offset) };
        // SAFETY: in bounds, and no other thread has it. Volatile, because the byte is zero already and the
        // compiler could drop a plain store.
        unsafe { byte.write_volatile(0) };
    }
}

/// A block that is allocated: proof that the storage's memory exists.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Block {
    start: NonNull<u8>,
}

impl Drop for Storage {
    fn drop(&mut self) {
        // Relaxed: `&mut self`, so every other access has happened before.
        let block = self.block.load(Ordering::Relaxed);
        let Some(layout) = self.layout() else { return };
        if block.addr() > TOUCHED {
            // SAFETY: the block came from `alloc_zeroed` with this layout (I1), and with `&mut self`
            // no other reference to it exists.
            unsafe { dealloc(block, layout) };
        }
    }
}

//! The memory of one class: one block, allocated when the class is first used.
//!
//! ```text
//!  block                                                            block + bytes
//!  | pad | room | payload      | room | payload      | ...           | slack |
//!        |  64  | class bytes  |<------ stride ----->|
//!               ^ 64-byte aligned
//! ```
//!
//! The block is allocated with alignment 16 and the slots are aligned by hand: an allocator serves
//! a zeroed block of small alignment from untouched pages, so memory is committed when a slot is first
//! written, while a larger alignment makes it write, and so commit, all of it. The 64 bytes of header
//! room also keep the strides off powers of two, where the slots of a class would share cache sets.
//!
//! # Invariants
//!
//! * I1: `block` is null, or came from `alloc_zeroed` with `self.layout()`, and changes only once.
//! * I2: a block has `pad + capacity * stride` bytes at least, for every `pad` of a 16-byte aligned
//!   address, all of them initialised.

use alloc::alloc::{alloc_zeroed, dealloc};
use core::alloc::Layout;
use core::ptr::{self, NonNull};

use crate::buf::PooledBuf;
use crate::size_class::SizeClass;
use crate::sync::{AtomicPtr, Ordering};

/// What `malloc` guarantees on the platforms where a zeroed block comes from fresh pages.
pub(crate) const BLOCK_ALIGN: usize = 16;
/// The alignment of a payload: a cache line.
pub(crate) const PAYLOAD_ALIGN: usize = 64;
/// The smallest page there is.
const PAGE: usize = 4096;
/// What aligning by hand can cost.
pub(crate) const ALIGN_SLACK: usize = PAYLOAD_ALIGN - BLOCK_ALIGN;

/// The distance from one slot of `class` to the next.
pub(crate) const fn stride(class: SizeClass) -> usize {
    class.bytes().saturating_add(PooledBuf::HEADER_ROOM)
}

/// What the block of a class takes.
pub(crate) const fn block_bytes(class: SizeClass, capacity: usize) -> usize {
    stride(class).saturating_mul(capacity).saturating_add(ALIGN_SLACK)
}

/// The bytes from `ptr` to the next multiple of [`PAYLOAD_ALIGN`].
#[inline]
pub(crate) fn padding(ptr: NonNull<u8>) -> usize {
    ptr.addr().get().wrapping_neg() & (PAYLOAD_ALIGN - 1)
}

/// The slots of one class.
#[derive(Debug)]
pub(crate) struct Storage {
    /// I1.
    block: AtomicPtr<u8>,
    class: SizeClass,
    capacity: u32,
}

impl Storage {
    /// Storage for `capacity` slots, which takes no memory yet.
    pub(crate) fn new(class: SizeClass, capacity: u32) -> Self {
        Self { block: AtomicPtr::new(ptr::null_mut()), class, capacity }
    }

    #[inline]
    pub(crate) fn class(&self) -> SizeClass {
        self.class
    }

    #[inline]
    pub(crate) fn capacity(&self) -> u32 {
        self.capacity
    }

    /// The block, allocated if this is its first use, or `None` if there is no memory for it.
    #[inline]
    pub(crate) fn block(&self) -> Option<Block> {
        // Acquire: pairs with the Release in `create`, so that the zeroes are there.
        match NonNull::new(self.block.load(Ordering::Acquire)) {
            Some(start) => Some(Block { start }),
            None => self.create(|_, _| ()),
        }
    }

    /// Allocates the block and touches each page of it. Does nothing if there is one already, which may
    /// be in use. Returns whether there is a block now.
    pub(crate) fn prefault(&self) -> bool {
        // Acquire: as in `block`.
        if !self.block.load(Ordering::Acquire).is_null() {
            return true;
        }
        let touch = |start: NonNull<u8>, bytes: usize| {
            // The last byte may lie on a page of its own: the block begins anywhere on a page.
            for offset in (0..bytes).step_by(PAGE).chain(bytes.checked_sub(1)) {
                // SAFETY: below the size of the block.
                let byte = unsafe { start.add(offset) };
                // SAFETY: in bounds, and nobody else has the block yet. Volatile, because the byte
                // is zero already.
                unsafe { byte.write_volatile(0) };
            }
        };
        self.create(touch).is_some()
    }

    /// Allocates the block, and has it `prepare`d before others see it.
    #[cold]
    fn create(&self, prepare: impl FnOnce(NonNull<u8>, usize)) -> Option<Block> {
        let layout = self.layout()?;
        // SAFETY: the layout's size is not zero: it is `ALIGN_SLACK` at least.
        let new = NonNull::new(unsafe { alloc_zeroed(layout) })?;
        prepare(new, layout.size());
        // Release on success: publishes the zeroes, pairs with the Acquire in `block` and the one
        // below. Acquire on failure: pairs with the Release of the thread that was first.
        let won = self.block.compare_exchange(
            ptr::null_mut(),
            new.as_ptr(),
            Ordering::Release,
            Ordering::Acquire,
        );
        match won {
            Ok(_) => Some(Block { start: new }),
            Err(first) => {
                // SAFETY: `new` came from `alloc_zeroed` with this layout, and was not published.
                unsafe { dealloc(new.as_ptr(), layout) };
                NonNull::new(first).map(|start| Block { start })
            }
        }
    }

    /// The address of the payload of `slot`. It is [`PAYLOAD_ALIGN`]-aligned, and followed by the
    /// class's bytes and preceded by [`PooledBuf::HEADER_ROOM`], all initialised.
    ///
    /// # Safety
    ///
    /// * `block` came from `self.block()`;
    /// * `slot` is below the capacity.
    #[inline]
    pub(crate) unsafe fn payload(&self, block: Block, slot: u32) -> NonNull<u8> {
        debug_assert!(slot < self.capacity);
        let before = stride(self.class).wrapping_mul(slot as usize);
        let offset = padding(block.start).wrapping_add(before).wrapping_add(PooledBuf::HEADER_ROOM);
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

/// A block that has been allocated.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Block {
    start: NonNull<u8>,
}

impl Drop for Storage {
    fn drop(&mut self) {
        // Relaxed: `&mut self`, so every other access has happened before.
        let block = self.block.load(Ordering::Relaxed);
        let Some(layout) = self.layout() else { return };
        if !block.is_null() {
            // SAFETY: the block came from `alloc_zeroed` with this layout (I1), and with `&mut self`
            // nobody holds it any more.
            unsafe { dealloc(block, layout) };
        }
    }
}

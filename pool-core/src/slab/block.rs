//! A block: a header and room for `N` bytes.
//!
//! ```text
//!  | key | length, or next vacant block | content: N bytes |
//!  |  8  |              8               |
//! ```
//!
//! # Invariants
//!
//! * I1: all bytes of a block are initialised, and stay so: code writes integers and bytes to it, and nothing
//!   else.
//! * I2: if the key is not zero, it is that of the [`SlabKey`] that the block was inserted with, and the length
//!   is at most `N`. If it is zero, the block is vacant.

use core::ptr::NonNull;

use super::key::{Place, SlabKey};
use crate::poison;

#[repr(C)]
struct Header {
    /// I2.
    key: u64,
    /// I2. The length of the content, or the next vacant block.
    len_or_next: u64,
}

/// The number of bytes from one block of `content` bytes to the next.
pub(super) const fn stride(content: usize) -> usize {
    let align = align_of::<Header>();
    content.div_ceil(align).saturating_mul(align).saturating_add(size_of::<Header>())
}

/// A pointer to the block of a slab.
#[derive(Clone, Copy, Debug)]
pub(super) struct Block(NonNull<Header>);

impl Block {
    /// The block at `start`.
    ///
    /// # Safety
    ///
    /// * `stride(N)` bytes at `start`, aligned to 8, are initialised, and valid for as long as the block is used;
    /// * for as long as it is used, no other code writes them.
    #[inline(always)]
    pub(super) unsafe fn at(start: NonNull<u8>) -> Self {
        Self(start.cast())
    }

    #[inline(always)]
    fn content(self) -> NonNull<u8> {
        // SAFETY: the content lies directly behind the header, in the same block.
        unsafe { self.0.add(1) }.cast()
    }

    /// The key of the content, if the block is not vacant.
    #[inline(always)]
    pub(super) fn key(self) -> Option<SlabKey> {
        // SAFETY: valid, aligned and initialised: the contract of `at`.
        SlabKey::from_bits(unsafe { self.0.as_ref() }.key)
    }

    /// The address and the length of the content.
    #[inline(always)]
    pub(super) fn bytes(self) -> (NonNull<u8>, usize) {
        // SAFETY: as in `key`.
        let len = unsafe { self.0.as_ref() }.len_or_next as usize;
        (self.content(), len)
    }

    /// The next vacant block after this one, which is vacant.
    #[inline(always)]
    pub(super) fn next(self) -> Option<Place> {
        // SAFETY: as in `key`.
        Place::from_link(unsafe { self.0.as_ref() }.len_or_next)
    }

    /// Gives the vacant block its key and its length, and returns the address of the content, which is usable now.
    ///
    /// # Safety
    ///
    /// * `len` is at most `N`.
    #[inline(always)]
    pub(super) unsafe fn occupy(mut self, key: SlabKey, len: usize) -> NonNull<u8> {
        // SAFETY: valid, aligned and no other code's: the contract of `at`.
        let header = unsafe { self.0.as_mut() };
        (header.key, header.len_or_next) = (key.to_bits(), len as u64);
        // SAFETY: the content of a vacant block is not in use, and at least `len` bytes long.
        unsafe { poison::acquire(self.content(), len) };
        self.content()
    }

    /// Makes the block vacant, before `next` in the list.
    ///
    /// # Safety
    ///
    /// * The content has `content` bytes, and no code uses them.
    #[inline(always)]
    pub(super) unsafe fn vacate(mut self, next: Option<Place>, content: usize) {
        // SAFETY: as in `occupy`.
        let header = unsafe { self.0.as_mut() };
        header.key = 0;
        header.len_or_next = Place::link(next);
        // SAFETY: by the caller's contract.
        unsafe { poison::release(self.content(), content) };
    }
}

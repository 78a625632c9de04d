//! Buffers that no slot could serve, on the heap.
//!
//! ```text
//!  block
//!  | pad | Prefix | room | payload        | slack |
//!        |   48   |  64  | capacity bytes |
//!                        ^ 64-byte aligned
//! ```
//!
//! # Invariants
//!
//! * I1: the home of a buffer from [`acquire`] is the first field of the `Prefix` of its block, which
//!   lies 112 bytes before the payload. No safe code reaches it: a buffer shows its payload and its
//!   header room only.

use alloc::alloc::{alloc_zeroed, dealloc};
use core::alloc::Layout;
use core::ptr::NonNull;

use crate::buf::PooledBuf;
use crate::error::AcquireError;
use crate::pool::home::{Home, Taken};
use crate::pool::storage::{ALIGN_SLACK, BLOCK_ALIGN, PAYLOAD_ALIGN, padding};

/// What freeing a block takes to know.
#[repr(C, align(16))]
struct Prefix {
    /// First: I1.
    home: Home,
    /// Bytes of the payload.
    capacity: usize,
    /// Bytes from the start of the block to the prefix.
    pad: usize,
}

/// From the prefix to the payload.
const PREFIX_TO_PAYLOAD: usize = size_of::<Prefix>() + PooledBuf::HEADER_ROOM;
/// What a block takes beside its payload.
pub(crate) const OVERHEAD: usize = ALIGN_SLACK + PREFIX_TO_PAYLOAD;

// The prefix of an aligned payload is aligned.
const _: () = assert!(
    align_of::<Prefix>() <= BLOCK_ALIGN
        && PAYLOAD_ALIGN.is_multiple_of(align_of::<Prefix>())
        && PREFIX_TO_PAYLOAD.is_multiple_of(align_of::<Prefix>())
);

fn layout(capacity: usize) -> Option<Layout> {
    Layout::from_size_align(capacity.checked_add(OVERHEAD)?, BLOCK_ALIGN).ok()
}

/// A block for `len` bytes with room for `capacity`, which is overwritten in the end if it `clear`s.
pub(crate) fn acquire(capacity: usize, len: u32, clear: bool) -> Result<Taken, AcquireError> {
    debug_assert!(len as usize <= capacity);
    let out_of_memory = AcquireError::OutOfMemory { len: len as usize };
    let Some(layout) = layout(capacity) else { return Err(out_of_memory) };
    // SAFETY: the layout's size is not zero: it is `OVERHEAD` at least.
    let block = NonNull::new(unsafe { alloc_zeroed(layout) }).ok_or(out_of_memory)?;
    // SAFETY: `PREFIX_TO_PAYLOAD` is part of the layout's size.
    let unaligned = unsafe { block.add(PREFIX_TO_PAYLOAD) };
    let pad = padding(unaligned);
    debug_assert!(pad <= ALIGN_SLACK, "the block is 16-byte aligned");
    // SAFETY: the layout's size has `ALIGN_SLACK` bytes for the padding, too.
    let prefix = unsafe { block.add(pad) }.cast::<Prefix>();
    // SAFETY: the block has room for a `Prefix` there; it is aligned like the payload behind it, which
    // the constant above checks.
    unsafe { prefix.write(Prefix { home: Home::heap(clear), capacity, pad }) };
    let home = prefix.cast();
    // SAFETY: the home was just made.
    Ok(Taken::new(home, 0, unsafe { payload(home) }))
}

/// The payload of the block of `home`.
///
/// # Safety
///
/// * `home` came from [`acquire`] and has not been released.
pub(crate) unsafe fn payload(home: NonNull<Home>) -> NonNull<u8> {
    // SAFETY: behind the prefix that the home begins (I1), in the same block.
    unsafe { home.cast::<u8>().add(PREFIX_TO_PAYLOAD) }
}

/// The bytes of the payload.
///
/// # Safety
///
/// * `home` came from [`acquire`] and has not been released.
pub(crate) unsafe fn capacity(home: NonNull<Home>) -> usize {
    // SAFETY: the home begins a prefix (I1), which is written once, in `acquire`.
    unsafe { home.cast::<Prefix>().as_ref() }.capacity
}

/// Frees a block.
///
/// # Safety
///
/// * `home` came from [`acquire`] and has not been released;
/// * neither it nor the payload is used again.
#[cold]
pub(crate) unsafe fn release(home: NonNull<Home>) {
    let at = home.cast::<Prefix>();
    // SAFETY: the home begins a prefix (I1), which nobody else uses any more.
    let Prefix { capacity, pad, .. } = unsafe { at.read() };
    let Some(layout) = layout(capacity) else {
        debug_assert!(false, "the capacity had a layout when the block was allocated");
        return;
    };
    // SAFETY: the block starts `pad` bytes before the prefix.
    let block = unsafe { at.cast::<u8>().sub(pad) };
    // SAFETY: allocated in `acquire` with the layout of this capacity.
    unsafe { dealloc(block.as_ptr(), layout) };
}

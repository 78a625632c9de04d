//! Buffers that no slot could serve, on the heap.
//!
//! ```text
//!  block
//!  | pad | Prefix | room | payload        | slack |
//!        |   16   |  64  | capacity bytes |
//!                        ^ 64-byte aligned
//! ```
//!
//! # Invariants
//!
//! * I1: 80 bytes before a payload from [`acquire`] lies the `Prefix` it was made with. No safe code
//!   reaches it: a buffer shows its payload and its header room only.

use alloc::alloc::{alloc_zeroed, dealloc};
use core::alloc::Layout;
use core::ptr::NonNull;

use crate::buf::PooledBuf;
use crate::error::AcquireError;
use crate::pool::storage::{ALIGN_SLACK, BLOCK_ALIGN, PAYLOAD_ALIGN, padding};

/// What freeing a block takes to know.
#[derive(Clone, Copy)]
#[repr(C, align(16))]
struct Prefix {
    /// Bytes of the payload.
    capacity: usize,
    /// Bytes from the start of the block to the prefix.
    pad: usize,
}

/// From the prefix to the payload.
const PREFIX_TO_PAYLOAD: usize = size_of::<Prefix>() + PooledBuf::HEADER_ROOM;
/// What a block takes beside its payload.
const OVERHEAD: usize = ALIGN_SLACK + PREFIX_TO_PAYLOAD;

// The prefix of an aligned payload is aligned.
const _: () = assert!(
    align_of::<Prefix>() <= BLOCK_ALIGN
        && PAYLOAD_ALIGN.is_multiple_of(align_of::<Prefix>())
        && PREFIX_TO_PAYLOAD.is_multiple_of(align_of::<Prefix>())
);

fn layout(capacity: usize) -> Option<Layout> {
    Layout::from_size_align(capacity.checked_add(OVERHEAD)?, BLOCK_ALIGN).ok()
}

/// A buffer of `len` bytes with room for `capacity`.
pub(crate) fn acquire(capacity: usize, len: u32) -> Result<PooledBuf, AcquireError> {
    debug_assert!(len as usize <= capacity);
    let out_of_memory = AcquireError::OutOfMemory { len: len as usize };
    let Some(layout) = layout(capacity) else { return Err(out_of_memory) };
    // SAFETY: the layout's size is not zero: it is `OVERHEAD` at least.
    let block = NonNull::new(unsafe { alloc_zeroed(layout) }).ok_or(out_of_memory)?;
    // SAFETY: `PREFIX_TO_PAYLOAD` is part of the layout's size.
    let unaligned = unsafe { block.add(PREFIX_TO_PAYLOAD) };
    let pad = padding(unaligned);
    debug_assert!(pad <= ALIGN_SLACK, "the block is 16-byte aligned");
    // SAFETY: the layout's size has `ALIGN_SLACK` bytes for the padding.
    let payload = unsafe { unaligned.add(pad) };
    // SAFETY: that far back is `block + pad`, in the same block.
    let prefix = unsafe { prefix_of(payload) };
    // SAFETY: the block has room for a `Prefix` there; it is aligned like the payload, which the
    // constant above checks.
    unsafe { prefix.write(Prefix { capacity, pad }) };
    // SAFETY: the payload has `capacity` bytes, zeroed like the room before them, in one block that
    // nobody else has; `len` is at most `capacity`.
    Ok(unsafe { PooledBuf::from_heap(payload, len) })
}

/// Where the prefix of `payload` lies.
///
/// # Safety
///
/// * `payload` lies in a block from [`acquire`], at least [`PREFIX_TO_PAYLOAD`] bytes from its start.
unsafe fn prefix_of(payload: NonNull<u8>) -> NonNull<Prefix> {
    // SAFETY: in bounds of the block, by the caller's contract.
    unsafe { payload.sub(PREFIX_TO_PAYLOAD) }.cast()
}

/// The bytes of the payload.
///
/// # Safety
///
/// * `payload` came from [`acquire`] and has not been released.
pub(crate) unsafe fn capacity(payload: NonNull<u8>) -> usize {
    // SAFETY: the payload lies behind its prefix (I1), by the caller's contract.
    let prefix = unsafe { prefix_of(payload) };
    // SAFETY: written in `acquire`, and out of reach since (I1).
    unsafe { prefix.read() }.capacity
}

/// Frees a buffer's memory.
///
/// # Safety
///
/// * `payload` came from [`acquire`] and has not been released;
/// * it is not used again.
#[cold]
pub(crate) unsafe fn release(payload: NonNull<u8>) {
    // SAFETY: the payload lies behind its prefix (I1), by the caller's contract.
    let at = unsafe { prefix_of(payload) };
    // SAFETY: written in `acquire`, and out of reach since (I1).
    let Prefix { capacity, pad } = unsafe { at.read() };
    let Some(layout) = layout(capacity) else {
        debug_assert!(false, "the capacity had a layout when the block was allocated");
        return;
    };
    // SAFETY: the block starts `pad` bytes before the prefix (I1).
    let block = unsafe { at.cast::<u8>().sub(pad) };
    // SAFETY: allocated in `acquire` with the layout of this capacity.
    unsafe { dealloc(block.as_ptr(), layout) };
}

//! Buffers on the heap, for requests that no slot serves.
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
//! * I1: the origin of a buffer from [`acquire`] is the first field of the `Prefix` of its block, which
//!   lies 112 bytes before the payload. No safe code reaches it: a buffer exposes only its payload and
//!   its header room.

use alloc::alloc::{alloc_zeroed, dealloc};
use core::alloc::Layout;
use core::ptr::NonNull;

use crate::error::AcquireError;
use crate::pool::origin::{RawSlot, SlotOrigin};
use crate::slot::{ALIGN_SLACK, BLOCK_ALIGN, HEADER_ROOM, PAYLOAD_ALIGN, padding};

/// The data that is needed to free a block.
#[repr(C, align(16))]
struct Prefix {
    /// First: I1.
    origin: SlotOrigin,
    /// The size of the payload, in bytes.
    capacity: usize,
    /// The number of bytes from the start of the block to the prefix.
    pad: usize,
}

/// The distance in bytes from the prefix to the payload.
const PREFIX_TO_PAYLOAD: usize = size_of::<Prefix>() + HEADER_ROOM;
/// The bytes that a block takes in addition to its payload.
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

/// Allocates a block with room for `capacity` bytes, for a buffer of `len`. If `clear` is set, the
/// release overwrites it.
pub(crate) fn acquire(capacity: usize, len: u32, clear: bool) -> Result<RawSlot, AcquireError> {
    debug_assert!(len as usize <= capacity);
    let out_of_memory = AcquireError::OutOfMemory { len: len as usize };
    let Some(layout) = layout(capacity) else { return Err(out_of_memory) };
    // SAFETY: the layout's size is not zero: it is `OVERHEAD` at least.
    let block = NonNull::new(unsafe { alloc_zeroed(layout) }).ok_or(out_of_memory)?;
    // SAFETY: `PREFIX_TO_PAYLOAD` is part of the layout's size.
    let unaligned = unsafe { block.add(PREFIX_TO_PAYLOAD) };
    let pad = padding(unaligned);
    debug_assert!(pad <= ALIGN_SLACK, "the block is 16-byte aligned");
    // SAFETY: the layout's size includes `ALIGN_SLACK` bytes for the padding.
    let prefix = unsafe { block.add(pad) }.cast::<Prefix>();
    // SAFETY: the block has room for a `Prefix` there; it is aligned because the payload behind it is,
    // which the constant above checks.
    unsafe { prefix.write(Prefix { origin: SlotOrigin::heap(clear), capacity, pad }) };
    let origin = prefix.cast();
    // SAFETY: the origin was just made.
    Ok(RawSlot::new(origin, 0, unsafe { payload(origin) }))
}

/// Returns the payload of the block of `origin`.
///
/// # Safety
///
/// * `origin` came from [`acquire`] and has not been released.
pub(crate) unsafe fn payload(origin: NonNull<SlotOrigin>) -> NonNull<u8> {
    // SAFETY: the payload lies behind the prefix that the origin begins (I1), in the same block.
    unsafe { origin.cast::<u8>().add(PREFIX_TO_PAYLOAD) }
}

/// Returns the size of the payload, in bytes.
///
/// # Safety
///
/// * `origin` came from [`acquire`] and has not been released.
pub(crate) unsafe fn capacity(origin: NonNull<SlotOrigin>) -> usize {
    // SAFETY: the origin begins a prefix (I1), which is written once, in `acquire`.
    unsafe { origin.cast::<Prefix>().as_ref() }.capacity
}

/// Frees a block.
///
/// # Safety
///
/// * `origin` came from [`acquire`] and has not been released;
/// * neither it nor the payload is used again.
#[cold]
pub(crate) unsafe fn release(origin: NonNull<SlotOrigin>) {
    let prefix = origin.cast::<Prefix>();
    // SAFETY: the origin begins a prefix (I1), which no other code uses any more.
    let Prefix { capacity, pad, .. } = unsafe { prefix.read() };
    let Some(layout) = layout(capacity) else {
        debug_assert!(false, "the capacity had a layout when the block was allocated");
        return;
    };
    // SAFETY: the block starts `pad` bytes before the prefix.
    let block = unsafe { prefix.cast::<u8>().sub(pad) };
    // SAFETY: allocated in `acquire` with the layout of this capacity.
    unsafe { dealloc(block.as_ptr(), layout) };
}

//! Clearing: a release overwrites the bytes that the buffer could write with zeroes, before any other
//! code can have the memory.

use core::ptr::NonNull;

use super::origin::{LINE, SlotOrigin, SlotSpan};
use super::shared::Shared;
use crate::heap;
use crate::slot::HEADER_ROOM;

/// Overwrites all bytes that a buffer could write: its header room and the bytes that it was made with.
///
/// # Safety
///
/// * The slot of `span` came from `origin`, has not been released and is not accessed by any other code.
#[cold]
pub(crate) unsafe fn clear(origin: NonNull<SlotOrigin>, span: SlotSpan) {
    // SAFETY: an origin outlives its slots in use.
    let this = unsafe { origin.as_ref() };
    let Some(pool) = this.pool() else {
        // SAFETY: without a pool, the origin is a heap block's, which is not released.
        let payload = unsafe { heap::payload(origin) };
        // SAFETY: as above.
        let len = unsafe { heap::capacity(origin) };
        // SAFETY: the header room precedes the payload.
        let start = unsafe { payload.sub(HEADER_ROOM) };
        // SAFETY: both are this buffer's; the payload is 64-byte aligned, and so is the room.
        unsafe { zero_before_free(start, HEADER_ROOM.wrapping_add(len)) };
        return;
    };
    // SAFETY: the slot is in use, so its pool is alive.
    let payload = unsafe { Shared::payload(Shared::from_header(pool), origin, span.index()) };
    let Some(payload) = payload else {
        debug_assert!(false, "a slot in use has a payload");
        return;
    };
    let len = HEADER_ROOM.wrapping_add(LINE.wrapping_mul(span.lines().into()));
    // SAFETY: the header room precedes the payload.
    let start = unsafe { payload.sub(HEADER_ROOM) };
    // SAFETY: the room, and the lines that the buffer could write; no other code accesses them. These
    // stores are not dead: the next tenant may read the zeroes.
    unsafe { start.write_bytes(0, len) };
}

/// # Safety
///
/// * `len` bytes from `start`, which is 8-byte aligned, may be written.
unsafe fn zero_before_free(start: NonNull<u8>, len: usize) {
    // Volatile: plain stores to memory that is freed next are dead to the compiler.
    let words = start.cast::<u64>();
    let whole = len >> size_of::<u64>().ilog2();
    for index in 0..whole {
        // SAFETY: in bounds, as `whole` words fit in `len` bytes.
        let word = unsafe { words.add(index) };
        // SAFETY: in bounds and aligned.
        unsafe { word.write_volatile(0) };
    }
    for index in whole.wrapping_mul(size_of::<u64>())..len {
        // SAFETY: below `len`.
        let byte = unsafe { start.add(index) };
        // SAFETY: in bounds.
        unsafe { byte.write_volatile(0) };
    }
}

//! Clearing: what a tenant wrote is overwritten with zeroes before anybody else can have the memory.

use core::ptr::NonNull;

use super::home::Home;
use super::shared::Shared;
use crate::buf::{PooledBuf, Slot};
use crate::heap;

/// The unit in which a buffer says how much of its slot it could write.
const LINE: usize = 64;
const ROOM: usize = PooledBuf::HEADER_ROOM;

/// How many lines hold `len` bytes of a pooled class; of more than that the heap knows the length.
#[inline(always)]
pub(crate) fn lines(len: u32) -> u16 {
    len.div_ceil(LINE as u32) as u16
}

/// Overwrites all that a buffer could write: its header room and the bytes it was made with.
///
/// # Safety
///
/// * `home` handed out `slot`, which has not been released and is not accessed by anybody else.
#[cold]
pub(crate) unsafe fn slot(home: NonNull<Home>, slot: Slot) {
    // SAFETY: a home outlives the slots that are out.
    let this = unsafe { home.as_ref() };
    let Some(pool) = this.pool() else {
        // SAFETY: without a pool, the home is a block's of the heap, which is not released.
        let payload = unsafe { heap::payload(home) };
        // SAFETY: as above.
        let len = unsafe { heap::capacity(home) };
        // SAFETY: the header room precedes the payload.
        let start = unsafe { payload.sub(ROOM) };
        // SAFETY: both are this buffer's; the payload is 64-byte aligned, and so is the room.
        unsafe { zero_before_free(start, ROOM.wrapping_add(len)) };
        return;
    };
    // SAFETY: the slot is out, so its pool is alive.
    let payload = unsafe { Shared::payload(pool, home, slot.number()) };
    let Some(payload) = payload else {
        debug_assert!(false, "a slot that is out has a payload");
        return;
    };
    let len = ROOM.wrapping_add(LINE.wrapping_mul(slot.lines().into()));
    // SAFETY: the header room precedes the payload.
    let start = unsafe { payload.sub(ROOM) };
    // SAFETY: the room, and the lines that were handed out; nobody else accesses them. These stores
    // are not dead: the next tenant may read what they wrote.
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

//! The geometry of a slot: header room, then a payload of exactly the class's bytes.
//!
//! ```text
//!  | room | payload      | room | payload      | ...
//!  |  64  | class bytes  |<------ stride ----->|
//!         ^ 64-byte aligned
//! ```
//!
//! The header room also keeps strides off powers of two, where the slots of a class would share cache
//! sets. Payloads are aligned by hand inside blocks of a small alignment: see
//! [`storage`](crate::storage) for the reason.

use core::ptr::NonNull;

use crate::size_class::SizeClass;

/// The bytes in front of each payload, for a frame header.
pub(crate) const HEADER_ROOM: usize = 64;
/// The alignment of a payload: a cache line.
pub(crate) const PAYLOAD_ALIGN: usize = 64;
/// The alignment that `malloc` guarantees on the platforms where a zeroed block comes from fresh pages.
pub(crate) const BLOCK_ALIGN: usize = 16;
/// The most bytes that aligning a payload by hand can waste.
pub(crate) const ALIGN_SLACK: usize = PAYLOAD_ALIGN - BLOCK_ALIGN;

/// The distance in bytes from one slot of `class` to the next.
pub(crate) const fn stride(class: SizeClass) -> usize {
    class.bytes().saturating_add(HEADER_ROOM)
}

/// The size in bytes of a block of `capacity` slots of `class`.
pub(crate) const fn block_bytes(class: SizeClass, capacity: usize) -> usize {
    stride(class).saturating_mul(capacity).saturating_add(ALIGN_SLACK)
}

/// The number of bytes from `ptr` to the next multiple of [`PAYLOAD_ALIGN`].
#[inline]
pub(crate) fn padding(ptr: NonNull<u8>) -> usize {
    ptr.addr().get().wrapping_neg() & (PAYLOAD_ALIGN - 1)
}

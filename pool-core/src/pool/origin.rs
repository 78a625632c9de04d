//! Where a buffer's slot comes from: the data that shards, bitmap words and heap blocks have in common.
//!
//! Every buffer points at a [`SlotOrigin`]. The first field of the origin decides the fast path of a
//! release: if it names the thread that drops the buffer, the origin is a shard of that thread, and the
//! slot returns to the free stack with plain stores. The owner field of every other origin equals no
//! thread's id. So one comparison is all that the fast path pays for other threads' shards, bitmaps, the
//! heap and clearing.
//!
//! # Invariants
//!
//! * I1: `owner` equals [`thread::id`](super::thread::id) of a thread only in a shard that this thread
//!   owns and whose pool does not clear.
//! * I2: an origin of kind `Shard` is the first field of a [`Shard`](super::shard::Shard), one of kind
//!   `Word` that of a bitmap [`Word`](super::bitmap::Word); both are `repr(C)`. Such an
//!   origin has a `pool`, and a heap block's has none.
//! * I3: a pointer to a `PoolHeader` is made from the pointer to the allocation of the pool's
//!   [`Shared`](super::shared::Shared), whose first field the header is (`repr(C)`): it may be cast to a
//!   pointer to the whole.

use core::ptr::NonNull;

use super::outstanding::Outstanding;
use crate::size_class::SizeClass;
use crate::slot::PAYLOAD_ALIGN;
use crate::sync::AtomicUsize;

/// The first field of a pool's shared state (I3): its identity, and the count that keeps it alive.
#[derive(Debug)]
pub(crate) struct PoolHeader {
    /// The pool's number, which no other pool has or had.
    pub(crate) id: u64,
    /// The pool owns one reference to it.
    pub(crate) outstanding: NonNull<Outstanding>,
}

// SAFETY: `Outstanding` is `Sync` and lives as long as the pool; the id is a number.
unsafe impl Send for PoolHeader {}
// SAFETY: as above.
unsafe impl Sync for PoolHeader {}

/// The kinds of origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OriginKind {
    Heap,
    Word,
    #[cfg(feature = "std")]
    Shard,
}

/// The values of `owner` that are neither thread ids nor [tags](owner_tag): ids are multiples of 8 and
/// not zero.
pub(crate) mod owner {
    /// A shard that any thread can claim.
    #[cfg(feature = "std")]
    pub(crate) const NONE: usize = 2;
    /// A shard of a pool whose last handle is gone.
    #[cfg(feature = "std")]
    pub(crate) const CLOSED: usize = 3;
    /// An origin that is not a shard.
    pub(crate) const NOT_A_SHARD: usize = 4;
}

/// The value of `owner` in the shards of thread `id`. In a pool that clears it differs from the id, so
/// that a release leaves the fast path and clears the slot.
#[cfg(feature = "std")]
#[inline]
pub(crate) fn owner_tag(id: usize, clear: bool) -> usize {
    id | usize::from(clear)
}

/// The common part of everything that a buffer can be released to.
#[derive(Debug)]
#[repr(C)]
pub(crate) struct SlotOrigin {
    /// I1.
    pub(crate) owner: AtomicUsize,
    /// I2, I3.
    pool: Option<NonNull<PoolHeader>>,
    kind: OriginKind,
    clear: bool,
    /// The index of the size class; it has no meaning for the heap.
    class: u8,
}

// SAFETY: `PoolHeader` is `Send + Sync`, and the other fields are atomics and constants.
unsafe impl Send for SlotOrigin {}
// SAFETY: as above.
unsafe impl Sync for SlotOrigin {}

impl SlotOrigin {
    /// The origin of the slots of a shard that has no owner yet.
    #[cfg(feature = "std")]
    pub(crate) fn shard(pool: NonNull<PoolHeader>, class: SizeClass, clear: bool) -> Self {
        let owner = AtomicUsize::new(owner::NONE);
        Self { owner, pool: Some(pool), kind: OriginKind::Shard, clear, class: class.index() as u8 }
    }

    /// The origin of the slots of a bitmap word.
    pub(crate) fn word(pool: NonNull<PoolHeader>, class: SizeClass, clear: bool) -> Self {
        let owner = AtomicUsize::new(owner::NOT_A_SHARD);
        Self { owner, pool: Some(pool), kind: OriginKind::Word, clear, class: class.index() as u8 }
    }

    /// The origin of a heap block.
    pub(crate) fn heap(clear: bool) -> Self {
        let owner = AtomicUsize::new(owner::NOT_A_SHARD);
        Self { owner, pool: None, kind: OriginKind::Heap, clear, class: 0 }
    }

    #[inline]
    pub(crate) fn is_heap(&self) -> bool {
        self.kind == OriginKind::Heap
    }

    #[inline]
    pub(crate) fn kind(&self) -> OriginKind {
        self.kind
    }

    /// Whether a release overwrites the slot.
    #[inline]
    pub(crate) fn clears(&self) -> bool {
        self.clear
    }

    #[inline]
    pub(crate) fn pool(&self) -> Option<NonNull<PoolHeader>> {
        self.pool
    }

    #[inline]
    pub(crate) fn class(&self) -> SizeClass {
        SizeClass::from_index(self.class.into())
    }
}

/// A slot in use, or a heap block, without a buffer that owns it. It fits in two registers: the slot's
/// index lies in the bits of the payload's address that the alignment leaves free.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RawSlot {
    payload: NonNull<u8>,
    origin: NonNull<SlotOrigin>,
}

impl RawSlot {
    /// The slot at `index` of `origin`, with its payload, which is aligned to [`PAYLOAD_ALIGN`].
    #[inline(always)]
    pub(crate) fn new(origin: NonNull<SlotOrigin>, index: u8, payload: NonNull<u8>) -> Self {
        let index = usize::from(index);
        debug_assert!(index < PAYLOAD_ALIGN && payload.addr().get().is_multiple_of(PAYLOAD_ALIGN));
        Self { payload: payload.map_addr(|addr| addr | index), origin }
    }

    #[inline(always)]
    pub(crate) fn origin(self) -> NonNull<SlotOrigin> {
        self.origin
    }

    /// The index of the slot in its shard or word; zero for a heap block.
    #[inline(always)]
    pub(crate) fn index(self) -> u8 {
        (self.payload.addr().get() % PAYLOAD_ALIGN) as u8
    }

    #[inline(always)]
    pub(crate) fn payload(self) -> NonNull<u8> {
        let index = self.index().into();
        // SAFETY: `new` added this number, which is less than the alignment, to the address.
        unsafe { self.payload.byte_sub(index) }
    }
}

/// The unit of [`SlotSpan::lines`], in bytes.
pub(crate) const LINE: usize = 64;

/// The index of a slot in its origin and, for clearing, how much of the payload the buffer could write
/// when it was made. Neither has a meaning for a heap block, which knows its length.
#[derive(Clone, Copy)]
pub(crate) struct SlotSpan(u32);

impl SlotSpan {
    /// The span of a buffer of `len` bytes.
    #[inline(always)]
    pub(crate) fn new(index: u8, len: u32) -> Self {
        let lines = len.div_ceil(LINE as u32) as u16;
        Self(u32::from(index) | (u32::from(lines) << 8))
    }

    /// The span of a buffer in a pool that does not clear.
    #[cfg(feature = "std")]
    #[inline(always)]
    pub(crate) fn uncleared(index: u8) -> Self {
        Self(index.into())
    }

    #[inline(always)]
    pub(crate) fn index(self) -> u8 {
        self.0 as u8
    }

    /// The number of lines of [`LINE`] bytes that hold the buffer's bytes.
    pub(crate) fn lines(self) -> u16 {
        (self.0 >> 8) as u16
    }
}

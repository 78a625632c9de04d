//! An arena: many short-lived values in a few slots of a pool.
//!
//! ```text
//!  chunk                      start        next              end
//!  | link | ... 64 bytes room | allocated  | free            |
//!     |
//!     `-> earlier chunk -> ..
//! ```
//!
//! # Invariants
//!
//! * I1: `start` and `end` are the bounds of the first chunk of `chunks`, and `start <= next <= end`; or there
//!   is no chunk and all three are dangling and equal. They may be used for all bytes of the chunk.
//! * I2: the bytes from `next` to `end` belong to no allocation.
//! * I3: a chunk stays in `chunks` or `adopted` for as long as an allocation may be in use: it leaves them
//!   only if nothing is allocated, or through `&mut self`, which ends all borrows of the arena.

#[cfg(feature = "std")]
mod acquire;
mod adopt;
#[cfg(feature = "allocator-api2")]
mod allocator;
mod chunks;
mod error;
mod footprint;
mod growth;
mod reserve;
mod slices;

use core::alloc::Layout;
use core::borrow::Borrow;
use core::cell::Cell;
use core::fmt;
use core::mem::{self, MaybeUninit};
use core::ptr::NonNull;
use core::slice;

pub use self::error::ArenaError;
use crate::buf::PooledBuf;
use crate::chunk::Chunk;
use crate::poison;
use crate::pool::Pool;

/// Memory for many short-lived values: an allocation moves a pointer, and all of them end together.
///
/// An arena takes its memory from a [`Pool`], in *chunks* of one slot each. A new arena has none. The first
/// allocation acquires a slot of 8 KiB, and when that is full the arena acquires one twice as large, up to a
/// limit on all of them. The slots are released when the arena is dropped: also while a panic unwinds, and
/// when the task that owns the arena is cancelled. So the pool's capacities, statistics and
/// [footprint](crate::PoolConfig::footprint) cover arenas, too.
///
/// Allocations borrow the arena: they cannot outlive it, nor be kept across a [`reset`](Self::reset). An
/// arena never drops what is in it, so types that need to be dropped are refused by the compiler.
///
/// `P` is a `&Pool` or, for an arena that is not to borrow its pool, a `Pool`.
///
/// ```
/// # use pool_core as pool_codec;
/// use pool_codec::{Arena, Pool, PoolConfig};
///
/// static POOL: Pool = Pool::new(&PoolConfig::new().with_message(0, 64 << 10, None));
///
/// struct Peer<'a> { name: &'a str, scores: &'a [u32] }
///
/// let mut arena = Arena::new(&POOL, 64 << 10);
/// for request in 0..1000 {
///     let name = arena.alloc_str("alice")?;
///     let scores = arena.alloc_slice_fill_with(3, |index| request + index as u32)?;
///     let peer = arena.alloc(Peer { name, scores })?;
///     assert_eq!((peer.name, peer.scores[2]), ("alice", request + 2));
///     arena.reset();
/// }
/// assert!(arena.high_water() < 64);
/// # Ok::<(), pool_codec::ArenaError>(())
/// ```
///
/// A value that has to be dropped does not compile:
///
/// ```compile_fail,E0080
/// # use pool_core as pool_codec;
/// # use pool_codec::{Arena, Pool, PoolConfig};
/// # let pool = Pool::new(&PoolConfig::new());
/// let arena = Arena::new(&pool, 8 << 10);
/// let name = arena.alloc(String::from("alice"));
/// ```
///
/// An arena is `Send` and not `Sync`: each task or thread has its own. Debug builds overwrite the memory of
/// allocations that ended.
pub struct Arena<P: Borrow<Pool> = &'static Pool> {
    /// I1, I2.
    next: Cell<NonNull<u8>>,
    /// I1.
    end: Cell<NonNull<u8>>,
    /// I1.
    start: Cell<NonNull<u8>>,
    /// The bytes that are allocated outside of the current chunk.
    settled: Cell<usize>,
    /// Whether a reset has more to do than to move `next`: there are several chunks, or adopted buffers.
    has_more: Cell<bool>,
    /// The chunk that serves allocations, and those before it. I3.
    chunks: Cell<Option<Chunk>>,
    /// Buffers of which each is one allocation. I3.
    adopted: Cell<Option<Chunk>>,
    /// The length of all chunks, and the capacity of all adopted buffers, together: at most `limit`.
    capacity: Cell<usize>,
    limit: usize,
    /// The maximum of [`allocated`](Self::allocated) before the last reset.
    high_water: Cell<usize>,
    pool: P,
}

// SAFETY: the arena owns its chunks, which are `Send`, and only the owner of the arena has pointers into them:
// all others end with a borrow of the arena. It does not touch the values that remain in it, so those need not be
// `Send`.
unsafe impl<P: Borrow<Pool> + Send> Send for Arena<P> {}

impl<P: Borrow<Pool>> Arena<P> {
    /// Makes an arena that takes at most `limit` bytes from `pool`. It takes nothing yet.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{Arena, Pool, PoolConfig};
    ///
    /// let pool = Pool::new(&PoolConfig::new().with_message(0, 64 << 10, None));
    /// let arena = Arena::new(&pool, 64 << 10);
    /// assert_eq!(arena.capacity(), 0);
    /// let answer: &mut u32 = arena.alloc(42)?;
    /// assert_eq!((*answer, arena.capacity()), (42, 8 << 10));
    /// # Ok::<(), pool_codec::ArenaError>(())
    /// ```
    #[inline]
    #[must_use]
    pub const fn new(pool: P, limit: usize) -> Self {
        Self {
            next: Cell::new(NonNull::dangling()),
            end: Cell::new(NonNull::dangling()),
            start: Cell::new(NonNull::dangling()),
            settled: Cell::new(0),
            has_more: Cell::new(false),
            chunks: Cell::new(None),
            adopted: Cell::new(None),
            capacity: Cell::new(0),
            limit,
            high_water: Cell::new(0),
            pool,
        }
    }

    /// Moves `value` into the arena.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// # use pool_codec::{Arena, Pool, PoolConfig};
    /// # let pool = Pool::new(&PoolConfig::new());
    /// # let arena = Arena::new(&pool, 8 << 10);
    /// let point = arena.alloc((3, 4))?;
    /// point.0 = 5;
    /// assert_eq!(*point, (5, 4));
    /// # Ok::<(), pool_codec::ArenaError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// * [`ArenaError::Limit`]: the arena would need more than its limit.
    /// * [`ArenaError::Exhausted`]: the pool has no slot for another chunk. This call never waits.
    #[inline(always)]
    #[expect(clippy::mut_from_ref, reason = "each call returns memory of its own")]
    pub fn alloc<T>(&self, value: T) -> Result<&mut T, ArenaError> {
        const { refuse_drop::<T>() };
        let mut slot = self.reserve(Layout::new::<T>())?.cast::<T>();
        // SAFETY: reserved for this layout: valid for writes, aligned, and no other allocation's.
        unsafe { slot.write(value) };
        // SAFETY: initialised just now, no other allocation's, and valid for the borrow of `self` (I3).
        Ok(unsafe { slot.as_mut() })
    }

    /// Allocates `layout.size()` bytes without writing them, aligned to `layout.align()`.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// # use pool_codec::{Arena, Pool, PoolConfig};
    /// use std::alloc::Layout;
    ///
    /// # let pool = Pool::new(&PoolConfig::new());
    /// # let arena = Arena::new(&pool, 8 << 10);
    /// let page = arena.alloc_uninit(Layout::from_size_align(100, 4096)?)?;
    /// assert_eq!((page.len(), page.as_ptr().addr() % 4096), (100, 0));
    /// page[0].write(7);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`alloc`](Self::alloc).
    #[inline]
    #[expect(clippy::mut_from_ref, reason = "each call returns memory of its own")]
    pub fn alloc_uninit(&self, layout: Layout) -> Result<&mut [MaybeUninit<u8>], ArenaError> {
        let start = self.reserve(layout)?.cast();
        // SAFETY: reserved for this layout and no other allocation's, valid for the borrow of `self` (I3);
        // `MaybeUninit` may be uninitialised.
        Ok(unsafe { slice::from_raw_parts_mut(start.as_ptr(), layout.size()) })
    }

    /// Ends all allocations. Keeps the largest chunk, and releases all other slots. A chunk that was cut to fit the limit
    /// is only kept if no more fits.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// # use pool_codec::{Arena, Pool, PoolConfig};
    /// # let pool = Pool::new(&PoolConfig::new().with_message(0, 64 << 10, None));
    /// let mut arena = Arena::new(&pool, 64 << 10);
    /// for _ in 0..3 {
    ///     arena.alloc_slice_copy(&[0_u8; 8 << 10])?;
    /// }
    /// assert_eq!((arena.allocated(), arena.capacity()), (24 << 10, 24 << 10));
    /// arena.reset();
    /// assert_eq!((arena.allocated(), arena.capacity()), (0, 16 << 10));
    /// # Ok::<(), pool_codec::ArenaError>(())
    /// ```
    #[inline]
    pub fn reset(&mut self) {
        if self.has_more.get() {
            return self.release_all_but_largest();
        }
        // All allocations are in one chunk.
        let (start, used) = (self.start.get(), self.used());
        if used > self.high_water.get() {
            self.high_water.set(used);
        }
        // SAFETY: the bytes from `start` to `next` are the chunk's (I1). Through `&mut self` all borrows of the
        // arena have ended, and with them all allocations.
        unsafe { poison::release(start, used) };
        self.next.set(start);
    }

    /// The bytes that are allocated since the last reset, with those that aligning them took.
    #[inline]
    #[must_use]
    pub fn allocated(&self) -> usize {
        self.settled.get().wrapping_add(self.used())
    }

    /// The bytes of all chunks together: at most the limit.
    ///
    /// The slots that they lie in may be larger: the last one before the limit may be used in part, and where
    /// the pool lacks a class the next larger one serves.
    #[inline]
    #[must_use]
    pub fn capacity(&self) -> usize {
        self.capacity.get()
    }

    /// The limit on [`capacity`](Self::capacity), in bytes.
    #[inline]
    #[must_use]
    pub fn limit(&self) -> usize {
        self.limit
    }

    /// The maximum of [`allocated`](Self::allocated) since the arena was made.
    #[inline]
    #[must_use]
    pub fn high_water(&self) -> usize {
        self.high_water.get().max(self.allocated())
    }

    #[inline]
    fn note_high_water(&self) {
        let allocated = self.allocated();
        if allocated > self.high_water.get() {
            self.high_water.set(allocated);
        }
    }
}

/// Fails to compile if `T` needs to be dropped.
const fn refuse_drop<T>() {
    assert!(
        !mem::needs_drop::<T>(),
        "an arena does not drop its values, so it takes no type that needs to be dropped\n\
         help: allocate the content with `alloc_str`, `alloc_slice_copy` or `alloc_slice_fill_with` and store \
         the `&str` or the slice, in place of a `String` or a `Vec`; or keep the value outside of the arena"
    );
}

impl<P: Borrow<Pool>> fmt::Debug for Arena<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Arena")
            .field("allocated", &self.allocated())
            .field("capacity", &self.capacity())
            .field("limit", &self.limit)
            .field("high_water", &self.high_water())
            .finish_non_exhaustive()
    }
}

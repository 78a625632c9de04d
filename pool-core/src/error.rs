//! The error of a request for a buffer.

use core::fmt;

use crate::size_class::SizeClass;

/// A request for a buffer failed: see [`Pool::acquire`](crate::Pool::acquire).
///
/// The pool stays usable after an error.
///
/// ```
/// # use pool_core as pool_codec;
/// use pool_codec::{AcquireError, Overflow, Pool, PoolConfig, SizeClass};
///
/// let pool = Pool::new(&PoolConfig::new().with_class(SizeClass::MIN, 1).with_overflow(Overflow::Fail));
/// let only = pool.acquire(100)?;
/// assert!(matches!(pool.acquire(100), Err(AcquireError::Exhausted { capacity: 1, .. })));
///
/// drop(only);
/// assert!(pool.acquire(100).is_ok());
/// # Ok::<(), AcquireError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AcquireError {
    /// The class has no free slot, and the heap does not serve the request. Either the policy of the class
    /// is [`Overflow::Fail`](crate::Overflow::Fail), or it is [`Overflow::Wait`](crate::Overflow::Wait)
    /// and the request does not wait, or its timeout expired.
    #[error(
        "no slot for {len} bytes: none of the {capacity} slots of class {class} is free for this thread; \
         `Pool::stats` tells how many are in use, and how many other threads cache (`in_use`, `cached`); a \
         thread gives back what it caches with `Pool::flush_thread`; give the class more slots \
         (`PoolConfig::with_class`), release buffers sooner, wait for a slot (under `Overflow::Wait`, with \
         `.await` or a timeout), or use `Overflow::Heap`"
    )]
    Exhausted {
        /// The requested length, in bytes.
        len: usize,
        /// The class that serves this length in this pool.
        class: SizeClass,
        /// The number of slots of that class. Each was in use, was cached by another thread
        /// ([`ClassStats::cached`](crate::ClassStats::cached),
        /// [`Pool::flush_thread`](crate::Pool::flush_thread)), or was released in the meantime. A refusal
        /// does not count them, because that would take the longer the more slots there are.
        capacity: usize,
    },
    /// No class of the pool holds the requested length, and
    /// [`PoolConfig::jumbo_overflow`](crate::PoolConfig::jumbo_overflow) keeps the heap from serving it.
    #[error(
        "no class for {len} bytes: {}; register a larger class (`PoolConfig::with_message`, up to {}), or let \
         the heap serve longer requests (`PoolConfig::with_jumbo_overflow`)",
        Largest(*largest), SizeClass::MAX_POOLED
    )]
    NoClass {
        /// The requested length, in bytes.
        len: usize,
        /// The largest class of the pool.
        largest: Option<SizeClass>,
    },
    /// The requested length exceeds [`u32::MAX`], the maximum length of a buffer.
    #[error("a buffer of {len} bytes is too long; ask for at most {} bytes at a time", u32::MAX)]
    TooLong {
        /// The requested length, in bytes.
        len: usize,
    },
    /// The global allocator has no memory for the pool's bookkeeping, the slots of the class or a buffer on
    /// the heap.
    #[error(
        "the allocator has no memory for a buffer of {len} bytes; lower the pool's capacities; \
         `PoolConfig::footprint` tells what they cost"
    )]
    OutOfMemory {
        /// The requested length, in bytes.
        len: usize,
    },
}

/// Tells the largest class of a pool.
struct Largest(Option<SizeClass>);

impl fmt::Display for Largest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(class) => write!(f, "the largest class of the pool is {class}"),
            None => f.write_str("the pool has no class"),
        }
    }
}

//! Why a buffer could not be had.

use core::fmt;

use crate::size_class::SizeClass;

/// [`Pool::acquire`](crate::Pool::acquire) had no buffer to give.
///
/// The pool is as usable after an error as before it.
///
/// ```
/// use pool_core::{AcquireError, Overflow, Pool, PoolConfig, SizeClass};
///
/// let pool = Pool::new(&PoolConfig::new().with_class(SizeClass::MIN, 1).with_overflow(Overflow::Fail));
/// let only = pool.acquire(100)?;
/// assert!(matches!(pool.acquire(100), Err(AcquireError::Exhausted { capacity: 1, .. })));
///
/// drop(only);
/// assert!(pool.acquire(100).is_ok());
/// # Ok::<(), AcquireError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AcquireError {
    /// No slot of the class was to be had, and the heap does not serve it: its policy is
    /// [`Overflow::Fail`](crate::Overflow::Fail), or [`Overflow::Wait`](crate::Overflow::Wait) and the
    /// request does not wait, or has waited long enough.
    Exhausted {
        /// The length asked for, in bytes.
        len: usize,
        /// The class that serves this length in this pool.
        class: SizeClass,
        /// The slots of that class.
        capacity: usize,
        /// The slots of that class counted as out when the error was made. This can be less than
        /// `capacity`: idle threads may keep the others
        /// ([`Pool::flush_thread`](crate::Pool::flush_thread)), or one was given back in between.
        in_use: usize,
    },
    /// A buffer's length is at most [`u32::MAX`].
    TooLong {
        /// The length asked for, in bytes.
        len: usize,
    },
    /// The global allocator had no memory for the pool's bookkeeping, for the slots of the class or
    /// for a buffer on the heap.
    OutOfMemory {
        /// The length asked for, in bytes.
        len: usize,
    },
}

impl fmt::Display for AcquireError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Exhausted { len, class, capacity, in_use } => write!(
                f,
                "no slot for {len} bytes: {in_use} of {capacity} slots of class {class} are in use; \
                 give the class more (`PoolConfig::with_class`), release buffers sooner, wait for one (under \
                 `Overflow::Wait`, with `.await` or a time-out), or use `Overflow::Heap`"
            ),
            Self::TooLong { len } => write!(
                f,
                "a buffer of {len} bytes is too long; ask for at most {} bytes at a time",
                u32::MAX
            ),
            Self::OutOfMemory { len } => write!(
                f,
                "the allocator has no memory for a buffer of {len} bytes; \
                 lower the pool's capacities; `PoolConfig::footprint` tells what they cost"
            ),
        }
    }
}

impl core::error::Error for AcquireError {}

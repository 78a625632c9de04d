//! The error of an allocation in an arena.

use crate::error::AcquireError;

/// An allocation in an [`Arena`](crate::Arena) failed. The arena and all that is in it stay as they are.
///
/// All fields are numbers of bytes.
///
/// ```
/// # use pool_core as pool_codec;
/// use pool_codec::{Arena, ArenaError, Pool, PoolConfig};
///
/// let pool = Pool::new(&PoolConfig::new().with_message(0, 1024, None));
/// let arena = Arena::new(&pool, 1000);
/// arena.alloc_slice_copy(&[0_u8; 600])?;
/// let error = arena.alloc_slice_copy(&[0_u8; 600]).unwrap_err();
/// assert_eq!(error, ArenaError::Limit { requested: 600, allocated: 600, limit: 1000 });
/// # Ok::<(), ArenaError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ArenaError {
    /// The arena would need more than its limit.
    #[error(
        "no room for {requested} bytes in an arena of at most {limit}, of which {allocated} are allocated; \
         give it a higher limit, reset it sooner, or keep large content out of it"
    )]
    Limit {
        /// The requested size. It is [`usize::MAX`] if the size of a slice exceeds what a `usize` can hold.
        requested: usize,
        /// The bytes that are allocated in the arena.
        allocated: usize,
        /// The limit of the arena.
        limit: usize,
    },
    /// The pool has no slot for another chunk.
    #[error(
        "no room for {requested} bytes in an arena of at most {limit}, of which {allocated} are allocated: \
         its pool has no slot for another chunk"
    )]
    Exhausted {
        /// The requested size.
        requested: usize,
        /// The bytes that are allocated in the arena.
        allocated: usize,
        /// The limit of the arena.
        limit: usize,
        /// The error of the pool.
        source: AcquireError,
    },
}

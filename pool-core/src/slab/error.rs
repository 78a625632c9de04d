//! The error of an insertion.

use crate::error::AcquireError;

/// An insertion into a [`Slab`](crate::Slab) failed. The slab stays as it is.
///
/// ```
/// # use pool_core as pool_codec;
/// use pool_codec::{Pool, PoolConfig, Slab, SlabError};
///
/// let pool = Pool::new(&PoolConfig::new().with_message(0, 8 << 10, None));
/// let mut slab = Slab::<16, _>::new(&pool, 1);
/// assert_eq!(slab.insert(&[0; 17]), Err(SlabError::TooLong { len: 17, max: 16 }));
/// slab.insert(&[0; 16])?;
/// assert_eq!(slab.insert(&[]), Err(SlabError::Full { capacity: 1 }));
/// # Ok::<(), SlabError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SlabError {
    /// The content is longer than a block.
    #[error("content of {len} bytes is too long for blocks of {max}")]
    TooLong {
        /// The length of the content, in bytes.
        len: usize,
        /// The length of a block, in bytes.
        max: usize,
    },
    /// All blocks are in use.
    #[error(
        "all {capacity} blocks of the slab are in use; remove some, or give it a higher capacity"
    )]
    Full {
        /// The capacity of the slab, in blocks.
        capacity: usize,
    },
    /// The pool has no slot for more blocks.
    #[error("{len} blocks of the slab are in use, and its pool has no slot for more")]
    Exhausted {
        /// The number of blocks in use.
        len: usize,
        /// The error of the pool.
        source: AcquireError,
    },
}

//! The error of interning.

use crate::error::AcquireError;

/// Content was not interned: see [`Interner::intern`](crate::Interner::intern). The interner stays as it is.
///
/// ```
/// # use pool_core as pool_codec;
/// use pool_codec::{InternError, Interner, Pool, PoolConfig};
///
/// let pool = Pool::new(&PoolConfig::new().with_message(0, 256, None));
/// let interner = Interner::new(&pool, 1, 10);
/// assert_eq!(
///     interner.intern("a long topic").unwrap_err(),
///     InternError::Bytes { requested: 12, interned: 0, limit: 10 }
/// );
/// let topic = interner.intern("topic")?;
/// assert_eq!(interner.intern("other").unwrap_err(), InternError::Entries { limit: 1 });
/// drop(topic);
/// assert!(interner.intern("other").is_ok());
/// # Ok::<(), InternError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InternError {
    /// There are as many entries as the interner may have.
    #[error("the interner has its maximum of {limit} entries; an entry ends with its last handle")]
    Entries {
        /// The maximum number of entries.
        limit: usize,
    },
    /// The entries would have more bytes than the interner may have.
    #[error(
        "no room for {requested} bytes in an interner of at most {limit}, of which {interned} are in use; an \
         entry ends with its last handle"
    )]
    Bytes {
        /// The length of the content, in bytes.
        requested: usize,
        /// The length of all entries together, in bytes.
        interned: usize,
        /// The maximum length of all entries together, in bytes.
        limit: usize,
    },
    /// The pool has no slot for the content, or the allocator no memory for the table.
    #[error("content was not interned: {0}")]
    Acquire(#[from] AcquireError),
}

//! The buffer that small frames share, on their way in and on their way out.

use pool_core::{AcquireError, Pool, PooledBuf, SizeClass};

/// Its size if the pool has such a class, in bytes: some forty small frames.
pub(crate) const WINDOW: usize = 4096;

/// A slot of the pool's largest class up to [`WINDOW`].
pub(crate) fn acquire(pool: &Pool) -> Result<PooledBuf, AcquireError> {
    let class = pool.config().largest_class_within(WINDOW).unwrap_or(SizeClass::MIN);
    pool.acquire(class.bytes())
}

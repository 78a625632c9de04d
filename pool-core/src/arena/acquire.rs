//! Waiting for the first chunk of an arena.

use core::borrow::Borrow;
#[cfg(not(loom))]
use core::time::Duration;

use super::Arena;
use super::error::ArenaError;
use super::growth::{FIRST, chunk_len};
use crate::buf::PooledBuf;
use crate::error::AcquireError;
use crate::pool::Pool;

impl<P: Borrow<Pool>> Arena<P> {
    /// Makes an arena that has its first chunk, and if the policy of its class is
    /// [`Overflow::Wait`](crate::Overflow::Wait), waits for its slot. Arenas and all others that wait for a
    /// slot of the class are served in FIFO order. Like [`Pool::acquire_async`] this works with any executor,
    /// and the future can be dropped at any time.
    ///
    /// Only this call waits. An arena that grows never does: if the pool has no slot, the allocation fails
    /// with [`ArenaError::Exhausted`]. So an arena does not wait for one slot while it holds another. A task
    /// that holds an arena and waits for something else, such as a frame, can still deadlock: see
    /// [`Overflow::Wait`](crate::Overflow::Wait). Wait for the arena after the frame has arrived, or count the
    /// arena as one of the slots that each task holds.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use pool_codec::{Arena, ArenaError, Overflow, Pool, PoolConfig, SizeClass};
    ///
    /// static POOL: Pool = Pool::new(
    ///     &PoolConfig::new().with_class(SizeClass::for_len(8 << 10), 4).with_overflow(Overflow::Wait),
    /// );
    ///
    /// async fn handle() -> Result<usize, ArenaError> {
    ///     let arena = Arena::acquire_async(&POOL, 8 << 10).await?;
    ///     Ok(arena.alloc_str("alice")?.len())
    /// }
    /// # let mut task = std::pin::pin!(handle());
    /// # let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    /// # assert_eq!(task.as_mut().poll(&mut context), std::task::Poll::Ready(Ok(5)));
    /// ```
    ///
    /// # Errors
    ///
    /// [`ArenaError::Exhausted`] with the error of [`Pool::acquire_async`].
    pub async fn acquire_async(pool: P, limit: usize) -> Result<Self, ArenaError> {
        let len = first_len(pool.borrow(), limit);
        let first = pool.borrow().acquire_async(len).await;
        Self::with_first(pool, limit, len, first)
    }

    /// Like [`acquire_async`](Self::acquire_async), but blocks the thread for up to `timeout`.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// use core::time::Duration;
    /// use pool_codec::{Arena, Overflow, Pool, PoolConfig, SizeClass};
    ///
    /// const CONFIG: PoolConfig =
    ///     PoolConfig::new().with_class(SizeClass::for_len(8 << 10), 1).with_overflow(Overflow::Wait);
    /// let pool = Pool::new(&CONFIG);
    /// let only = Arena::acquire_timeout(&pool, 8 << 10, Duration::from_secs(1))?;
    /// assert!(Arena::acquire_timeout(&pool, 8 << 10, Duration::from_millis(1)).is_err());
    /// # Ok::<(), pool_codec::ArenaError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ArenaError::Exhausted`] with the error of [`Pool::acquire_timeout`].
    #[cfg(not(loom))]
    pub fn acquire_timeout(pool: P, limit: usize, timeout: Duration) -> Result<Self, ArenaError> {
        let len = first_len(pool.borrow(), limit);
        let first = pool.borrow().acquire_timeout(len, timeout);
        Self::with_first(pool, limit, len, first)
    }

    fn with_first(
        pool: P,
        limit: usize,
        requested: usize,
        first: Result<PooledBuf, AcquireError>,
    ) -> Result<Self, ArenaError> {
        match first {
            Ok(buf) => {
                let arena = Self::new(pool, limit);
                arena.push_buf(buf);
                Ok(arena)
            }
            Err(source) => Err(ArenaError::Exhausted { requested, allocated: 0, limit, source }),
        }
    }
}

/// The length of the first chunk.
fn first_len(pool: &Pool, limit: usize) -> usize {
    chunk_len(pool.largest_len(), 0, FIRST, limit)
}

//! Whole buffers that move into an arena.

use core::borrow::Borrow;
use core::slice;

use super::Arena;
use super::error::ArenaError;
use crate::buf::PooledBuf;
use crate::chunk::Chunk;
use crate::pool::Pool;

impl<P: Borrow<Pool>> Arena<P> {
    /// Moves a buffer into the arena, without a copy: a payload that was received in a slot of its own, for
    /// example. The bytes stay where they are, and live as long as those of any other allocation. The buffer may
    /// come from any pool.
    ///
    /// Its length counts as allocated, and the [capacity](PooledBuf::capacity) of its slot towards the limit. It is
    /// released by the next [`reset`](Self::reset), even if it is the largest chunk of all. An empty buffer is released
    /// at once.
    ///
    /// ```
    /// # use pool_core as pool_codec;
    /// # use pool_codec::{Arena, Pool, PoolConfig};
    /// # let pool = Pool::new(&PoolConfig::new().with_message(0, 64 << 10, None));
    /// let mut payload = pool.acquire(5)?;
    /// payload.copy_from_slice(b"hello");
    ///
    /// let arena = Arena::new(&pool, 64 << 10);
    /// let bytes = arena.adopt(payload).map_err(|(error, _)| error)?;
    /// assert_eq!((bytes, arena.allocated()), (&b"hello"[..], 5));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns the buffer and [`ArenaError::Limit`] if the arena would exceed its limit.
    pub fn adopt(&self, buf: PooledBuf) -> Result<&[u8], (ArenaError, PooledBuf)> {
        let (len, capacity) = (buf.len(), buf.capacity());
        if len == 0 {
            return Ok(&[]);
        }
        if capacity > self.unclaimed() {
            return Err((self.limit_error(len), buf));
        }
        let chunk = Chunk::new(buf, self.adopted.take());
        let start = chunk.start();
        self.adopted.set(Some(chunk));
        self.capacity.set(self.capacity.get().wrapping_add(capacity));
        self.settled.set(self.settled.get().wrapping_add(len));
        self.has_more.set(true);
        // SAFETY: the bytes of a buffer are initialised. No code writes them any more, and they are valid for
        // the borrow of `self` (I3).
        Ok(unsafe { slice::from_raw_parts(start.as_ptr(), len) })
    }
}

//! Where the framing gets its buffers: from the pool, or from a caller who has waited for one.

use pool_core::{AcquireError, Pool, PoolConfig, PooledBuf};

/// The largest buffer that small frames share, on their way in and on their way out, in bytes. With more, frames
/// leave the first cache before they are decoded.
const MAX_WINDOW: usize = 16 << 10;

/// Bytes of the window that suits a set whose longest payload is `max_size`: many frames, or some.
pub(crate) const fn window_for(max_size: usize) -> usize {
    if max_size <= 2048 { MAX_WINDOW / 2 } else { MAX_WINDOW }
}

/// A pool, and the one slot that may be under way from it.
pub(crate) struct Slots {
    pool: Pool,
    window_len: usize,
    /// The least length that the class of the window serves.
    window_from: usize,
    /// What the pool last had no slot for.
    wanted: Option<usize>,
    supplied: Option<PooledBuf>,
}

impl Slots {
    pub(crate) fn new(pool: &Pool) -> Self {
        let window_len = window_len(pool.config());
        let below = pool.config().largest_class_within(window_len.saturating_sub(1));
        let window_from = below.map_or(0, |class| class.bytes().saturating_add(1));
        Self { pool: pool.clone(), window_len, window_from, wanted: None, supplied: None }
    }

    pub(crate) fn pool(&self) -> &Pool {
        &self.pool
    }

    pub(crate) fn acquire(&mut self, len: usize) -> Result<PooledBuf, AcquireError> {
        let wanted = self.wanted.take() == Some(len);
        if let Some(mut slot) = self.supplied.take()
            && wanted
            && slot.len() >= len
        {
            slot.truncate(len);
            return Ok(slot);
        }
        let slot = self.pool.acquire(len);
        if let Err(AcquireError::Exhausted { .. }) = slot {
            self.wanted = Some(len);
        }
        slot
    }

    /// Bytes of a window.
    pub(crate) fn window_len(&self) -> usize {
        self.window_len
    }

    /// Whether a slot for so many bytes, which a window can hold, is of the window's class.
    pub(crate) fn is_of_window(&self, len: usize) -> bool {
        len >= self.window_from
    }

    pub(crate) fn acquire_window(&mut self) -> Result<PooledBuf, AcquireError> {
        self.acquire(self.window_len)
    }

    /// Bytes of the slot that the pool did not have, until it is acquired or supplied.
    pub(crate) fn wanted(&self) -> Option<usize> {
        if self.supplied.is_some() { None } else { self.wanted }
    }

    /// Hands over a slot for the next call that asks for one as long as was wanted.
    pub(crate) fn supply(&mut self, slot: PooledBuf) {
        if self.wanted.is_some() {
            self.supplied = Some(slot);
        }
    }
}

/// Bytes of a window from a pool of `config`: those of its largest class up to [`MAX_WINDOW`], or else of its
/// smallest. A whole class: a frame that the window cannot hold, and cannot become the slot of, has a larger class, so
/// reading it never waits for another slot of the window's.
pub(crate) const fn window_len(config: &PoolConfig) -> usize {
    match (config.largest_class_within(MAX_WINDOW), config.class_for(0)) {
        (Some(class), _) | (None, Some(class)) => class.bytes(),
        // From the heap.
        (None, None) => MAX_WINDOW / 2,
    }
}

//! The buffers of a decoder or an encoder: from the pool, or from a caller who has waited for one.

use pool_core::{AcquireError, Pool, PooledBuf};

use crate::frame::window::window_len;

/// A pool, and at most one slot that the caller has provided. No buffer of a pool is longer than a `u32` can say.
pub(crate) struct Slots {
    pool: Pool,
    window_len: u32,
    /// The shortest length, in bytes, that the window's class serves.
    window_class_min: u32,
    /// The length of the slot that the pool last did not have.
    needed: Option<u32>,
    provided: Option<PooledBuf>,
}

impl Slots {
    pub(crate) fn new(pool: &Pool) -> Self {
        let window_len = window_len(pool.config());
        let below = pool.config().largest_class_within(window_len.saturating_sub(1));
        let window_class_min = below.map_or(0, |class| class.bytes().saturating_add(1));
        Self {
            pool: pool.clone(),
            window_len: as_u32(window_len),
            window_class_min: as_u32(window_class_min),
            needed: None,
            provided: None,
        }
    }

    pub(crate) fn pool(&self) -> &Pool {
        &self.pool
    }

    /// Returns a slot of `len` bytes: the provided one if it suits, otherwise one of the pool.
    pub(crate) fn acquire(&mut self, len: usize) -> Result<PooledBuf, AcquireError> {
        let needed = self.needed.take() == Some(as_u32(len));
        if let Some(mut slot) = self.provided.take()
            && needed
            && slot.len() >= len
        {
            slot.truncate(len);
            return Ok(slot);
        }
        let slot = self.pool.acquire(len);
        if let Err(AcquireError::Exhausted { .. }) = slot {
            self.needed = Some(as_u32(len));
        }
        slot
    }

    /// The length of a window, in bytes.
    pub(crate) fn window_len(&self) -> usize {
        self.window_len as usize
    }

    /// Whether the window's class serves a slot of `len` bytes. `len` is at most the window's length.
    pub(crate) fn is_of_window_class(&self, len: usize) -> bool {
        as_u32(len) >= self.window_class_min
    }

    pub(crate) fn acquire_window(&mut self) -> Result<PooledBuf, AcquireError> {
        self.acquire(self.window_len())
    }

    /// The length, in bytes, of the slot that the pool did not have. `None` once the slot is acquired or
    /// provided.
    pub(crate) fn needed(&self) -> Option<usize> {
        let needed = self.needed.filter(|_| self.provided.is_none())?;
        Some(needed as usize)
    }

    /// Keeps `slot` for the next call that acquires a slot of the needed length.
    pub(crate) fn provide(&mut self, slot: PooledBuf) {
        if self.needed.is_some_and(|needed| slot.len() >= needed as usize) {
            self.provided = Some(slot);
        }
    }

    /// Releases the slot that was provided, if any.
    pub(crate) fn release_provided(&mut self) {
        self.provided = None;
    }
}

/// A length of a buffer. The pool refuses longer ones.
fn as_u32(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}

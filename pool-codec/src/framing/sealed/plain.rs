//! What the sealed decoder and encoder do with the plain ones, beyond what those offer.

use pool_core::PooledBuf;

use crate::frame::{FrameSet, Outgoing, PoolMismatch};
use crate::framing::decoder::{FrameDecoder, State};
use crate::framing::encoder::FrameEncoder;
use crate::framing::error::SendError;
use crate::framing::limits::DeclaredIds;

impl<S: FrameSet> FrameDecoder<S> {
    /// The bytes of the window in which the current or the next frame begins.
    pub(super) fn unread_mut(&mut self) -> &mut [u8] {
        let window = self.window.as_mut();
        window.and_then(|window| window.get_mut(self.start..self.end)).unwrap_or_default()
    }

    /// The length of the window, in bytes. Zero if there is none.
    pub(super) fn window_len(&self) -> usize {
        self.window.as_ref().map_or(0, |window| window.len())
    }

    /// Drops everything that has arrived, and releases all slots.
    #[cold]
    pub(super) fn end_of_stream(&mut self) {
        (self.window, self.current, self.state) = (None, None, State::Window);
        (self.start, self.end) = (0, 0);
        self.slots.release_provided();
    }
}

impl<P: Outgoing> FrameEncoder<P> {
    pub(super) fn declare(&mut self, ids: &[u32]) {
        self.declared = DeclaredIds::new(ids);
    }

    /// Fails if the id is not declared.
    pub(super) fn check_declared(&self, id: u32) -> Result<(), SendError> {
        if self.declared.contains(id) { Ok(()) } else { Err(self.undeclared(id)) }
    }

    /// The length of a batch, in bytes.
    pub(super) fn batch_len(&self) -> usize {
        self.slots.window_len()
    }

    pub(super) fn acquire(&mut self, len: usize) -> Result<PooledBuf, SendError> {
        Ok(self.slots.acquire(len)?)
    }

    /// The bytes of a batch for a frame of `total` bytes. `None` if the batch has no room for it.
    pub(super) fn batch_room(&mut self, total: usize) -> Result<Option<&mut [u8]>, SendError> {
        let batch = match self.batch.take() {
            Some(batch) => batch,
            None => self.slots.acquire_window()?,
        };
        let end = self.end.saturating_add(total);
        Ok(self.batch.insert(batch).get_mut(self.end..end))
    }

    /// Adds the first `total` bytes of [`batch_room`](Self::batch_room) to the batch.
    pub(super) fn extend_batch(&mut self, total: usize) {
        self.end = self.end.saturating_add(total);
    }

    /// Fails if the pool is not made for payloads that take `sealed` of their length.
    pub(super) fn check_pool_for(
        &mut self,
        sealed: impl FnOnce(usize) -> usize,
    ) -> Result<(), SendError> {
        if !self.pool_checked
            && let Some((set, messages)) = P::SET
        {
            let longest = sealed(self.declared.longest(messages));
            PoolMismatch::check_sealed(set, longest, self.slots.pool().config())?;
        }
        self.pool_checked = true;
        Ok(())
    }
}

//! The state of a sealed stream that is written, without any I/O.

use core::fmt;

use pool_core::{Pool, PooledBuf};

use crate::frame::header::header_size;
use crate::frame::{Carries, EncodeFrame, Header, Outgoing};
use crate::framing::encode_frame::{amended_header_of, header_of, write_payload};
use crate::framing::encoder::FrameEncoder;
use crate::framing::error::SendError;
use crate::framing::sealed::blocks::{CipherError, Seal, sealed_header, sealed_len};
use crate::framing::sealed::large_frame::LargeFrame;

/// Encodes frames for a sealed byte stream, without any I/O: a [`FrameEncoder`] for encrypted streams.
///
/// It seals each frame in place, in the batch or in the frame's own slot, when the frame is
/// [pushed](Self::push). A frame that it does not accept is not sealed, so the peer's cipher stays in step. A payload in a
/// slot of its own takes a slot for its length with MACs: see [`pool_config`](crate::sealed::pool_config).
///
/// To write to a stream, pass it to `with_encoder` of a writer.
pub struct SealedEncoder<P: Outgoing, C: Seal> {
    /// The batch, of small frames that are sealed. Its own large frame is not used.
    frames: FrameEncoder<P>,
    cipher: C,
    /// A frame behind the batch.
    large: Option<LargeFrame>,
    /// The cipher has refused a block.
    spent: bool,
}

impl<P: Outgoing, C: Seal> SealedEncoder<P, C> {
    /// Creates an encoder with nothing to send. It allocates no memory yet.
    #[must_use]
    pub fn new(pool: &Pool, cipher: C) -> Self {
        const { sealed_header::<P::FrameHeader, C>() };
        Self { frames: FrameEncoder::new(pool), cipher, large: None, spent: false }
    }

    /// Rejects all ids but these with [`SendError::Undeclared`].
    #[must_use]
    pub fn with_declared_ids(mut self, ids: &[u32]) -> Self {
        self.frames.declare(ids);
        self
    }

    /// Encodes and seals a message in either form, a set, or a raw frame: see [`FrameEncoder::push`].
    ///
    /// # Errors
    ///
    /// Fails as [`FrameEncoder::push`] does, and with [`SendError::Cipher`] if the cipher must not seal another block.
    pub fn push<F: EncodeFrame>(&mut self, frame: &F) -> Result<bool, SendError>
    where
        P: Carries<F::Message>,
    {
        let header = header_of::<P::FrameHeader, P>(frame)?;
        self.push_behind(header, frame)
    }

    /// Like [`push`](Self::push), but `amend` sets fields of the header: see [`FrameEncoder::push_with`].
    ///
    /// # Errors
    ///
    /// Fails as [`push`](Self::push) and [`FrameEncoder::push_with`] do.
    pub fn push_with<F: EncodeFrame>(
        &mut self,
        frame: &F,
        amend: impl FnOnce(&mut P::FrameHeader),
    ) -> Result<bool, SendError>
    where
        P: Carries<F::Message>,
    {
        let header = amended_header_of::<P::FrameHeader, P>(frame, amend)?;
        self.push_behind(header, frame)
    }

    fn push_behind(
        &mut self,
        header: P::FrameHeader,
        frame: &impl EncodeFrame,
    ) -> Result<bool, SendError> {
        self.frames.check_declared(header.id())?;
        if self.spent {
            return Err(CipherError.into());
        }
        if self.large.is_some() {
            return Ok(false);
        }
        let payload = header.payload_len();
        let sealed = sealed_len::<C>(payload);
        let total = sealed_header::<P::FrameHeader, C>().saturating_add(sealed);
        // In a batch, the MAC of a payload follows its only block.
        if total > self.frames.batch_len() || payload > C::MAX_BLOCK {
            self.push_large(header, frame, payload)?;
            return Ok(true);
        }
        self.push_to_batch(header, frame, [payload, total])
    }

    /// Encodes and seals a payload of `len` bytes, in a frame of `total` bytes on the wire, at the end of the batch.
    fn push_to_batch(
        &mut self,
        mut header: P::FrameHeader,
        frame: &impl EncodeFrame,
        [len, total]: [usize; 2],
    ) -> Result<bool, SendError> {
        self.check_pool()?;
        let Some(out) = self.frames.batch_room(total)? else { return Ok(false) };
        let (head, sealed) = out.split_at_mut(sealed_header::<P::FrameHeader, C>());
        let (payload, mac) = sealed.split_at_mut(len);
        if let Err(error) = write_payload(&mut header, frame, payload) {
            self.frames.release_if_empty();
            return Err(error.into());
        }
        let (head, head_mac) = head.split_at_mut(header_size(&header));
        header.encode(head);
        let mut sealed = self.cipher.seal(head, head_mac);
        if !payload.is_empty() && sealed.is_ok() {
            sealed = self.cipher.seal(payload, mac);
        }
        if let Err(error) = sealed {
            self.spent = true;
            self.frames.release_if_empty();
            return Err(error.into());
        }
        self.frames.extend_batch(total);
        Ok(true)
    }

    /// Encodes and seals a payload of `len` bytes in a slot of its own.
    fn push_large(
        &mut self,
        mut header: P::FrameHeader,
        frame: &impl EncodeFrame,
        len: usize,
    ) -> Result<(), SendError> {
        self.check_pool()?;
        let mut slot = self.frames.acquire(sealed_len::<C>(len))?;
        let payload = slot.get_mut(..len).unwrap_or_default();
        write_payload(&mut header, frame, payload)?;
        let size = sealed_header::<P::FrameHeader, C>();
        if let Some(head) = slot.header_mut(size).get_mut(..header_size(&header)) {
            header.encode(head);
        }
        match LargeFrame::seal(slot, size, len, &mut self.cipher) {
            Ok(large) => self.large = Some(large),
            Err(error) => {
                self.spent = true;
                return Err(error.into());
            }
        }
        Ok(())
    }

    fn check_pool(&mut self) -> Result<(), SendError> {
        self.frames.check_pool_for(sealed_len::<C>)
    }

    /// Returns the next unsent bytes in their order, in up to two pieces. There may be more behind them: a frame whose
    /// payload has several blocks is sent block by block. Both are empty once everything is sent.
    #[must_use]
    pub fn unsent(&self) -> [&[u8]; 2] {
        let [batch, _] = self.frames.unsent();
        let [part, next] = match &self.large {
            Some(large) => large.unsent::<C>(),
            None => [&[][..]; 2],
        };
        if batch.is_empty() { [part, next] } else { [batch, part] }
    }

    /// Returns the number of unsent bytes.
    #[must_use]
    pub fn unsent_len(&self) -> usize {
        let large = self.large.as_ref().map_or(0, LargeFrame::unsent_len::<C>);
        self.frames.unsent_len().saturating_add(large)
    }

    /// Declares that the first `count` of the unsent bytes were sent. Slots that become empty are released.
    ///
    /// # Panics
    ///
    /// Panics if fewer bytes are unsent.
    #[track_caller]
    pub fn sent(&mut self, count: usize) {
        assert!(count <= self.unsent_len(), "more bytes sent than there are");
        let of_batch = count.min(self.frames.unsent_len());
        self.frames.sent(of_batch);
        if let Some(large) = &mut self.large {
            large.sent(count.saturating_sub(of_batch));
            if large.unsent_len::<C>() == 0 {
                self.large = None;
            }
        }
    }

    /// Returns the length of the slot that the pool did not have: see [`FrameEncoder::needed_slot`].
    #[must_use]
    pub fn needed_slot(&self) -> Option<usize> {
        self.frames.needed_slot()
    }

    /// Provides a slot of the length that [`needed_slot`](Self::needed_slot) returned.
    pub fn provide_slot(&mut self, slot: PooledBuf) {
        self.frames.provide_slot(slot);
    }

    /// Returns the pool.
    #[must_use]
    pub fn pool(&self) -> &Pool {
        self.frames.pool()
    }
}

/// As for [`FrameEncoder`], the pool's statistics show the loss of unsent bytes.
impl<P: Outgoing, C: Seal> Drop for SealedEncoder<P, C> {
    fn drop(&mut self) {
        let unsent = self.large.as_ref().map_or(0, LargeFrame::unsent_len::<C>);
        if unsent > 0 {
            self.frames.pool().record_discarded(unsent);
        }
    }
}

/// The encoder does not pin its fields, whatever the cipher is.
impl<P: Outgoing, C: Seal> Unpin for SealedEncoder<P, C> {}

/// Shows the state, but not the cipher.
impl<P: Outgoing, C: Seal> fmt::Debug for SealedEncoder<P, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SealedEncoder").field("unsent", &self.unsent_len()).finish_non_exhaustive()
    }
}

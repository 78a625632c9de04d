//! The state of a stream that is written, without any I/O.
//!
//! ```text
//!            push                        unsent(), sent(n)
//!  Foo ---------------> batch  --.
//!       small frames,             >-----------------------> socket, both in one vectored write
//!       one slot for many        /
//!  Foo ---------------> slot  --'
//!       a frame too large for a batch, header and payload in one piece
//! ```
//!
//! All state is in the encoder. A write that is cancelled, times out or would block loses nothing.

use alloc::boxed::Box;
use core::fmt;
use core::marker::PhantomData;

use pool_core::{Pool, PooledBuf};

use crate::frame::header::{header_size, longest_header};
use crate::frame::{Carries, EncodeFrame, Header, Outgoing, PoolMismatch};
use crate::framing::encode_frame::{amended_header_of, encode_into, header_of, write_payload};
use crate::framing::error::SendError;
use crate::framing::limits::DeclaredIds;
use crate::framing::slots::Slots;

/// Encodes frames for a byte stream, without any I/O.
///
/// It is typed by the set of messages to send, or by the header alone to send frames of any set: see
/// [`Outgoing`].
///
/// It collects small frames in one slot, the batch. A frame that is too large for a batch gets a slot of its own.
/// The encoder holds at most these two slots, and none while no byte is unsent. Bytes that are unsent when it is
/// dropped are lost, and counted in [`PoolStats::discarded`](crate::pool::PoolStats::discarded).
///
/// ```
/// use pool_codec::{FrameEncoder, Pool, PoolConfig, RawFrame, TlvHeader};
///
/// let pool = Pool::new(&PoolConfig::new().with_message(0, 1024, None));
/// let mut encoder = FrameEncoder::<TlvHeader>::new(&pool);
/// assert!(encoder.push(&RawFrame { id: 7, payload: vec![1, 2, 3] })?);
///
/// let [batch, large] = encoder.unsent();
/// assert_eq!((batch, large), (&[7, 0, 3, 0, 0, 0, 1, 2, 3][..], &[][..]));
/// let written = 4; // as the socket reported
/// encoder.sent(written);
/// assert_eq!(encoder.unsent_len(), 5);
/// # Ok::<(), pool_codec::error::SendError>(())
/// ```
pub struct FrameEncoder<P: Outgoing> {
    pub(super) slots: Slots,
    /// Small frames. The bytes `start..end` are unsent.
    pub(super) batch: Option<PooledBuf>,
    start: usize,
    pub(super) end: usize,
    /// A frame behind the batch.
    large: Option<LargeFrame>,
    pub(super) declared: DeclaredIds,
    /// The pool has the classes of the set.
    pub(super) pool_checked: bool,
    outgoing: PhantomData<fn() -> P>,
}

/// A frame in a slot of its own.
struct LargeFrame {
    slot: PooledBuf,
    /// The length of the header in the header room, in bytes.
    header: usize,
    /// The number of bytes that are sent, header included.
    sent: usize,
}

impl LargeFrame {
    fn unsent(&self) -> &[u8] {
        self.slot.with_header(self.header).get(self.sent..).unwrap_or_default()
    }
}

impl<P: Outgoing> FrameEncoder<P> {
    /// Creates an encoder with nothing to send. It allocates no memory yet.
    #[must_use]
    pub fn new(pool: &Pool) -> Self {
        const { longest_header::<P::FrameHeader>() };
        Self {
            slots: Slots::new(pool),
            batch: None,
            start: 0,
            end: 0,
            large: None,
            declared: DeclaredIds::default(),
            pool_checked: false,
            outgoing: PhantomData,
        }
    }

    /// Rejects all ids but these with [`SendError::Undeclared`].
    #[must_use]
    pub fn with_declared_ids(mut self, ids: &[u32]) -> Self {
        self.declared = DeclaredIds::new(ids);
        self
    }

    #[cfg(feature = "service")]
    pub(crate) fn with_declared(mut self, declared: DeclaredIds) -> Self {
        self.declared = declared;
        self
    }

    /// Encodes a message in either form, a set, or a raw frame.
    ///
    /// Returns `false` if there is no room for the frame: send the [`unsent`](Self::unsent) bytes first, then push
    /// the frame again.
    ///
    /// # Errors
    ///
    /// Fails if a field exceeds its bound, the header cannot express the id or the length of the payload, a
    /// hand-written `payload_len` is wrong, the id is not [declared](Self::with_declared_ids), or the pool has no
    /// slot or is not made for the set. The encoder then keeps no byte of this frame; it keeps the frames before it.
    #[inline]
    pub fn push<F: EncodeFrame>(&mut self, frame: &F) -> Result<bool, SendError>
    where
        P: Carries<F::Message>,
    {
        let header = header_of::<P::FrameHeader, P>(frame)?;
        self.push_behind(header, frame)
    }

    /// Like [`push`](Self::push), but `amend` sets fields of the header that the message does not determine, such as a
    /// correlation id.
    ///
    /// ```
    /// # #[cfg(feature = "derive")] {
    /// use pool_codec::{Frame, FrameEncoder, FrameSet, Header, Pool, RawFrame};
    ///
    /// #[derive(Debug, Clone, Copy, Frame, Header)]
    /// #[frame(endian = big)]
    /// struct RpcHeader {
    ///     #[header(len)]
    ///     len: u32,
    ///     #[header(id)]
    ///     method: u16,
    ///     #[header(correlation)]
    ///     call: u32,
    /// }
    ///
    /// # let pool = Pool::new(&pool_codec::PoolConfig::new().with_message(0, 1024, None));
    /// let mut encoder = FrameEncoder::<RpcHeader>::new(&pool);
    /// encoder.push_with(&RawFrame { id: 7, payload: vec![1] }, |header| header.call = 3)?;
    /// assert_eq!(encoder.unsent()[0], [0, 0, 0, 1, 0, 7, 0, 0, 0, 3, 1]);
    /// # }
    /// # Ok::<(), pool_codec::error::SendError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`push`](Self::push). Also fails if `amend` changes the id or the length, or sets a field to a value that
    /// its encoding cannot express.
    #[inline]
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

    /// Encodes a frame behind its header.
    #[inline]
    fn push_behind(
        &mut self,
        mut header: P::FrameHeader,
        frame: &impl EncodeFrame,
    ) -> Result<bool, SendError> {
        if !self.declared.contains(header.id()) {
            return Err(self.undeclared(header.id()));
        }
        let size = header_size(&header);
        let total = size.saturating_add(header.payload_len());
        if self.large.is_some() {
            return Ok(false);
        }
        if total > self.slots.window_len() {
            self.check_pool()?;
            let slot = self.slots.acquire(header.payload_len())?;
            let slot = encode_into(slot, &mut header, frame)?;
            self.large = Some(LargeFrame { slot, header: size, sent: 0 });
            return Ok(true);
        }
        if self.batch.is_none() {
            self.check_pool()?;
            self.batch = Some(self.slots.acquire_window()?);
        }
        let end = self.end.saturating_add(total);
        let Some(out) = self.batch.as_mut().and_then(|batch| batch.get_mut(self.end..end)) else {
            return Ok(false);
        };
        let (head, payload) = out.split_at_mut(size);
        if let Err(error) = write_payload(&mut header, frame, payload) {
            self.release_if_empty();
            return Err(error.into());
        }
        header.encode(head);
        self.end = end;
        Ok(true)
    }

    #[cold]
    pub(super) fn undeclared(&self, id: u32) -> SendError {
        let (_, messages) = P::SET.unwrap_or_default();
        let name = messages.iter().find(|message| message.id == id).map(|message| message.name);
        SendError::Undeclared { id, name, service: self.declared.service().map(Box::from) }
    }

    /// Fails if the pool is not made for the frames that may be sent. It is checked before the first slot is acquired.
    #[inline]
    fn check_pool(&mut self) -> Result<(), SendError> {
        if !self.pool_checked {
            self.check_unknown_pool()?;
            self.pool_checked = true;
        }
        Ok(())
    }

    #[cold]
    fn check_unknown_pool(&self) -> Result<(), SendError> {
        let Some((set, messages)) = P::SET else { return Ok(()) };
        let longest = self.declared.longest(messages);
        Ok(PoolMismatch::check(set, longest, self.slots.pool().config())?)
    }

    pub(super) fn release_if_empty(&mut self) {
        if self.start == self.end {
            self.batch = None;
            (self.start, self.end) = (0, 0);
        }
    }

    /// Returns the unsent bytes in their order: the batch, and behind it a large frame. Each may be empty.
    #[must_use]
    pub fn unsent(&self) -> [&[u8]; 2] {
        let batch = self.batch.as_ref().and_then(|batch| batch.get(self.start..self.end));
        let large = self.large.as_ref().map(LargeFrame::unsent);
        [batch.unwrap_or_default(), large.unwrap_or_default()]
    }

    /// Returns the number of unsent bytes.
    #[must_use]
    pub fn unsent_len(&self) -> usize {
        let [batch, large] = self.unsent();
        batch.len().saturating_add(large.len())
    }

    /// Declares that the first `count` of the [`unsent`](Self::unsent) bytes were sent. Slots that become empty are
    /// released.
    ///
    /// # Panics
    ///
    /// Panics if fewer bytes are unsent.
    #[track_caller]
    pub fn sent(&mut self, count: usize) {
        assert!(count <= self.unsent_len(), "more bytes sent than there are");
        let of_batch = count.min(self.end.saturating_sub(self.start));
        self.start = self.start.saturating_add(of_batch);
        self.release_if_empty();
        if let Some(large) = &mut self.large {
            large.sent = large.sent.saturating_add(count.saturating_sub(of_batch));
            if large.unsent().is_empty() {
                self.large = None;
            }
        }
    }

    /// Returns the length, in bytes, of the slot that the pool did not have when [`push`](Self::push) last failed
    /// with [`AcquireError::Exhausted`](crate::pool::AcquireError::Exhausted).
    ///
    /// To wait, acquire a slot of this length with [`Pool::acquire_timeout`] or [`Pool::acquire_async`], pass it to
    /// [`provide_slot`](Self::provide_slot) and push the frame again.
    #[must_use]
    pub fn needed_slot(&self) -> Option<usize> {
        self.slots.needed()
    }

    /// Provides a slot of the length that [`needed_slot`](Self::needed_slot) returned. A slot that is too short or
    /// not needed is released.
    pub fn provide_slot(&mut self, slot: PooledBuf) {
        self.slots.provide(slot);
    }

    /// Returns the pool.
    #[must_use]
    pub fn pool(&self) -> &Pool {
        self.slots.pool()
    }
}

/// A writer that is dropped cannot send its frames any more. The pool's statistics show the loss.
impl<P: Outgoing> Drop for FrameEncoder<P> {
    fn drop(&mut self) {
        let unsent = self.unsent_len();
        if unsent > 0 {
            self.slots.pool().record_discarded(unsent);
        }
    }
}

impl<P: Outgoing> fmt::Debug for FrameEncoder<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FrameEncoder").field("unsent", &self.unsent_len()).finish_non_exhaustive()
    }
}

//! Frames into bytes, without any I/O.
//!
//! ```text
//!            push                        unsent(), sent(n)
//!  Foo ---------------> batch  --.
//!       small frames,             >-----------------------> socket, both in one vectored write
//!       one slot for many        /
//!  Foo ---------------> slot  --'
//!       a frame that no batch holds, header and payload in one piece
//! ```
//!
//! All state is in the encoder: a write that is cancelled, times out or would block loses nothing.

use core::fmt;
use core::marker::PhantomData;

use pool_core::{Pool, PooledBuf};

use crate::codec::error::{EncodeError, EncodeErrorKind};
use crate::frame::EncodeFrame;
use crate::frame::header::{Header, header_size};
use crate::framing::error::SendError;
use crate::framing::limits::Declared;
use crate::framing::slots::Slots;

/// Gathers the frames that go to a byte stream; sans-I/O.
///
/// It holds at most one slot for small frames, its batch, and one for a frame that is too large for it;
/// neither while nothing is unsent.
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
/// let written = 4; // what the socket took
/// encoder.sent(written);
/// assert_eq!(encoder.unsent_len(), 5);
/// # Ok::<(), pool_codec::SendError>(())
/// ```
pub struct FrameEncoder<H: Header> {
    slots: Slots,
    /// Frames of which nothing or a part is sent: its bytes `start..end` are unsent.
    batch: Option<PooledBuf>,
    start: usize,
    end: usize,
    /// A frame behind the batch and how much of it, header included, is sent.
    large: Option<(PooledBuf, usize)>,
    declared: Declared,
    header: PhantomData<fn() -> H>,
}

impl<H: Header> FrameEncoder<H> {
    const HEADER: usize = header_size::<H>();

    /// An encoder with nothing to send. Takes no memory yet.
    #[must_use]
    pub fn new(pool: &Pool) -> Self {
        Self {
            slots: Slots::new(pool),
            batch: None,
            start: 0,
            end: 0,
            large: None,
            declared: Declared::default(),
            header: PhantomData,
        }
    }

    /// Refuses frames of other ids than these: [`SendError::Undeclared`].
    #[must_use]
    pub fn only(mut self, ids: &[u32]) -> Self {
        self.declared = Declared::only(ids);
        self
    }

    #[cfg(feature = "service")]
    pub(crate) fn declared(self, declared: Declared) -> Self {
        Self { declared, ..self }
    }

    /// Takes over a message in either form, a set, or a raw frame. False if there is no room for it: nothing
    /// of it is taken over, and what is [`unsent`](Self::unsent) has to be sent first.
    ///
    /// # Errors
    ///
    /// If a field exceeds its bound, the header cannot express the id or the payload's length, the payload
    /// is not as long as a hand-written `payload_len` said, the id is not [declared](Self::only), or the pool has no
    /// slot. Nothing of the frame is taken over; frames before it are kept.
    #[inline]
    pub fn push(&mut self, frame: &impl EncodeFrame) -> Result<bool, SendError> {
        let header: H = header_of(frame)?;
        if !self.declared.has(header.id()) {
            return Err(SendError::Undeclared { id: header.id() });
        }
        let total = Self::HEADER.saturating_add(header.payload_len());
        if self.large.is_some() {
            return Ok(false);
        }
        if total > self.slots.window_len() {
            let slot = self.slots.acquire(header.payload_len())?;
            self.large = Some((encode_into(slot, header, frame)?, 0));
            return Ok(true);
        }
        if self.batch.is_none() {
            self.batch = Some(self.slots.acquire_window()?);
        }
        let end = self.end.saturating_add(total);
        let Some(out) = self.batch.as_mut().and_then(|batch| batch.get_mut(self.end..end)) else {
            return Ok(false);
        };
        let (head, payload) = out.split_at_mut(Self::HEADER);
        if let Err(error) = write_payload(frame, payload) {
            self.release_if_empty();
            return Err(error.into());
        }
        header.encode(head);
        self.end = end;
        Ok(true)
    }

    fn release_if_empty(&mut self) {
        if self.start == self.end {
            self.batch = None;
            (self.start, self.end) = (0, 0);
        }
    }

    /// What is to be sent, in order: the batch, and behind it a large frame. Both, either or none may be
    /// empty.
    #[must_use]
    pub fn unsent(&self) -> [&[u8]; 2] {
        let batch = self.batch.as_ref().and_then(|batch| batch.get(self.start..self.end));
        let large = self
            .large
            .as_ref()
            .and_then(|(slot, sent)| slot.with_header(Self::HEADER).get(*sent..));
        [batch.unwrap_or_default(), large.unwrap_or_default()]
    }

    /// How many bytes are to be sent.
    #[must_use]
    pub fn unsent_len(&self) -> usize {
        let [batch, large] = self.unsent();
        batch.len().saturating_add(large.len())
    }

    /// Declares that the first `count` bytes that were [`unsent`](Self::unsent) are sent. What has become
    /// empty goes back to the pool.
    ///
    /// # Panics
    ///
    /// If fewer bytes are unsent.
    #[track_caller]
    pub fn sent(&mut self, count: usize) {
        assert!(count <= self.unsent_len(), "more bytes sent than there are");
        let of_batch = count.min(self.end.saturating_sub(self.start));
        self.start = self.start.saturating_add(of_batch);
        self.release_if_empty();
        if let Some((slot, sent)) = &mut self.large {
            *sent = sent.saturating_add(count.saturating_sub(of_batch));
            if *sent == slot.len().saturating_add(Self::HEADER) {
                self.large = None;
            }
        }
    }

    /// The length of the slot that the pool did not have when [`push`](Self::push) last failed with
    /// [`AcquireError::Exhausted`](pool_core::AcquireError::Exhausted). Who waits for one, with
    /// [`Pool::acquire_timeout`] or [`Pool::acquire_async`], hands it over with [`supply`](Self::supply) and
    /// pushes the frame again.
    #[must_use]
    pub fn wanted(&self) -> Option<usize> {
        self.slots.wanted()
    }

    /// Hands over a slot of the length [`wanted`](Self::wanted). A shorter one, or one that is not wanted,
    /// goes back to its pool.
    pub fn supply(&mut self, slot: PooledBuf) {
        self.slots.supply(slot);
    }

    /// The pool.
    #[must_use]
    pub fn pool(&self) -> &Pool {
        self.slots.pool()
    }
}

impl<H: Header> fmt::Debug for FrameEncoder<H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FrameEncoder").field("unsent", &self.unsent_len()).finish_non_exhaustive()
    }
}

/// A slot with the payload of `frame` in it and the header in front.
pub(super) fn encode_into<H: Header>(
    mut slot: PooledBuf,
    header: H,
    frame: &impl EncodeFrame,
) -> Result<PooledBuf, EncodeError> {
    write_payload(frame, &mut slot)?;
    header.encode(slot.header_mut(header_size::<H>()));
    Ok(slot)
}

/// The header of `frame`, if it can express it.
#[inline]
pub(crate) fn header_of<H: Header>(frame: &impl EncodeFrame) -> Result<H, EncodeError> {
    let (id, len) = (frame.frame_id(), frame.payload_len());
    H::new(id, len).ok_or_else(|| unframeable::<H>(id, len))
}

#[cold]
fn unframeable<H: Header>(id: u32, len: usize) -> EncodeError {
    EncodeError::new(if id > H::MAX_ID {
        EncodeErrorKind::InvalidId { id, max: H::MAX_ID }
    } else {
        EncodeErrorKind::TooLarge { size: len, max: H::MAX_PAYLOAD }
    })
}

/// Writes the payload of `frame`, which fills `out`: what it left out would be an earlier frame's.
#[inline]
pub(crate) fn write_payload(frame: &impl EncodeFrame, out: &mut [u8]) -> Result<(), EncodeError> {
    let written = frame.encode_payload(out)?;
    if written == out.len() {
        return Ok(());
    }
    Err(EncodeError::new(EncodeErrorKind::WrongLength { declared: out.len(), written }))
}

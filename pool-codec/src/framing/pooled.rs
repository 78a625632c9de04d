//! One frame in a slot of its own, not decoded yet.

use core::any::Any;
use core::fmt;
use core::marker::PhantomData;

use pool_core::{Pool, PooledBuf};

use crate::codec::Covariant;
use crate::codec::{EncodeError, EncodeErrorKind, Encoder};
use crate::frame::header::header_size;
use crate::frame::{Carries, DecodeFrame, EncodeFrame, FrameSet, Header};
use crate::framing::encode_frame::{amended_header_of, encode_into, header_of};
use crate::framing::error::SendError;
use crate::framing::frame_methods::frame_methods;
use crate::framing::held::Held;
use crate::framing::undecoded::UndecodedError;

/// A frame and the pool slot that holds its payload. It is `Send + 'static`, so programs can route or forward
/// frames before, or without, decoding them.
///
/// [`FrameView::into_pooled`](crate::FrameView::into_pooled) and `read_frame_pooled` return one. To send one message
/// to many peers, create it with [`encode`](Self::encode).
///
/// ```
/// # #[cfg(all(feature = "derive", feature = "std"))] {
/// # use pool_codec::{Frame, FrameReader, FrameSet, Pool, Str, TlvHeader};
/// # #[derive(Debug, Clone, PartialEq, Frame)]
/// # #[frame(id = 7, borrow)]
/// # struct Hello { name: Str<40> }
/// # #[derive(Debug, FrameSet)]
/// # #[frames(header = TlvHeader, borrow)]
/// # enum Set { Hello(Hello) }
/// # static POOL: Pool = Pool::new(&Set::POOL_CONFIG);
/// let mut reader = FrameReader::<_, Set>::new(&b"\x07\0\x03\0\0\0\x02ab"[..], &POOL);
/// let frame = reader.read()?.expect("a frame").into_pooled()?;
/// assert_eq!((frame.id(), frame.payload()), (7, &b"\x02ab"[..]));
/// assert_eq!(frame.as_bytes(), b"\x07\0\x03\0\0\0\x02ab");
/// assert_eq!(frame.borrow::<Hello>()?.name, "ab");
///
/// // Forward it as it arrived, whatever it contains.
/// let mut writer = pool_codec::FrameWriter::<_, TlvHeader>::new(Vec::new(), &POOL);
/// writer.send(&frame)?;
/// writer.flush()?;
/// assert_eq!(writer.get_ref(), frame.as_bytes());
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct PooledFrame<S: FrameSet> {
    header: S::Header,
    /// The payload, with the header in the header room.
    slot: PooledBuf,
    set: PhantomData<fn() -> S>,
}

impl<S: FrameSet> PooledFrame<S> {
    pub(crate) fn new(header: S::Header, slot: PooledBuf) -> Self {
        Self { header, slot, set: PhantomData }
    }

    /// Encodes a message in either form, a set, or a raw frame once, for any number of streams.
    ///
    /// ```
    /// # #[cfg(all(feature = "derive", feature = "std"))] {
    /// # use pool_codec::{Frame, FrameSet, FrameWriter, Pool, PooledFrame, TlvHeader};
    /// # #[derive(Debug, Clone, PartialEq, Frame)]
    /// # #[frame(id = 7)]
    /// # struct Tick { price: u16 }
    /// # #[derive(Debug, FrameSet)]
    /// # #[frames(header = TlvHeader)]
    /// # enum Market { Tick(Tick) }
    /// # static POOL: Pool = Pool::new(&Market::POOL_CONFIG);
    /// let frame = PooledFrame::<Market>::encode(&Tick { price: 5 }, &POOL)?;
    /// assert_eq!(frame.as_bytes(), [7, 0, 2, 0, 0, 0, 5, 0]);
    /// for mut subscriber in [Vec::new(), Vec::new()] {
    ///     FrameWriter::<_, TlvHeader>::new(&mut subscriber, &POOL).send(&frame)?;
    /// }
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if a field exceeds its bound, the header cannot express the id or the length of the payload, a
    /// hand-written `payload_len` is wrong, or the pool has no slot. A pool without the set's classes is not refused as in a
    /// writer: the payload then comes from the heap, if the policy permits that. Under [`Overflow::Wait`](crate::Overflow::Wait)
    /// this call does not wait: see [`encode_timeout`](Self::encode_timeout), [`encode_async`](Self::encode_async) and
    /// [`encode_in`](Self::encode_in).
    pub fn encode<F: EncodeFrame>(frame: &F, pool: &Pool) -> Result<Self, SendError>
    where
        S: Carries<F::Message>,
    {
        let header = header_of::<S::Header, S>(frame)?;
        Self::encode_to_slot(header, frame, pool.acquire(header.payload_len())?)
    }

    /// Like [`encode`](Self::encode), but lets `amend` set fields of the header, as
    /// [`FrameEncoder::push_with`](crate::FrameEncoder::push_with) does.
    ///
    /// # Errors
    ///
    /// Those of [`encode`](Self::encode), and those of an amended header.
    pub fn encode_with<F: EncodeFrame>(
        frame: &F,
        amend: impl FnOnce(&mut S::Header),
        pool: &Pool,
    ) -> Result<Self, SendError>
    where
        S: Carries<F::Message>,
    {
        let header = amended_header_of::<S::Header, S>(frame, amend)?;
        Self::encode_to_slot(header, frame, pool.acquire(header.payload_len())?)
    }

    /// Like [`encode`](Self::encode), but waits up to `timeout` for a slot, as [`Pool::acquire_timeout`] does.
    ///
    /// # Errors
    ///
    /// Those of [`encode`](Self::encode).
    #[cfg(feature = "std")]
    pub fn encode_timeout<F: EncodeFrame>(
        frame: &F,
        pool: &Pool,
        timeout: core::time::Duration,
    ) -> Result<Self, SendError>
    where
        S: Carries<F::Message>,
    {
        let header = header_of::<S::Header, S>(frame)?;
        Self::encode_to_slot(header, frame, pool.acquire_timeout(header.payload_len(), timeout)?)
    }

    /// Like [`encode`](Self::encode), but waits for a slot, as [`Pool::acquire_async`] does.
    ///
    /// # Errors
    ///
    /// Those of [`encode`](Self::encode).
    #[cfg(feature = "std")]
    pub async fn encode_async<F: EncodeFrame>(frame: &F, pool: &Pool) -> Result<Self, SendError>
    where
        S: Carries<F::Message>,
    {
        let header = header_of::<S::Header, S>(frame)?;
        Self::encode_to_slot(header, frame, pool.acquire_async(header.payload_len()).await?)
    }

    /// Like [`encode`](Self::encode), but into a slot that the caller has acquired, of at least
    /// [`frame.payload_len()`](EncodeFrame::payload_len) bytes. After an error the slot is released.
    ///
    /// ```
    /// # #[cfg(all(feature = "derive", feature = "std"))] {
    /// # use pool_codec::{Frame, FrameSet, Pool, PooledFrame, TlvHeader};
    /// # #[derive(Debug, Clone, PartialEq, Frame)]
    /// # #[frame(id = 7)]
    /// # struct Tick { price: u16 }
    /// # #[derive(Debug, FrameSet)]
    /// # #[frames(header = TlvHeader)]
    /// # enum Market { Tick(Tick) }
    /// # static POOL: Pool = Pool::new(&Market::POOL_CONFIG);
    /// // Before the message is known.
    /// let slot = POOL.acquire(Market::MAX_SIZE)?;
    /// let frame = PooledFrame::<Market>::encode_in(&Tick { price: 5 }, slot)?;
    /// assert_eq!(frame.as_bytes(), [7, 0, 2, 0, 0, 0, 5, 0]);
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`encode`](Self::encode), and
    /// [`EncodeErrorKind::BufferTooSmall`](crate::error::EncodeErrorKind::BufferTooSmall) if the slot is too short.
    pub fn encode_in<F: EncodeFrame>(frame: &F, mut slot: PooledBuf) -> Result<Self, SendError>
    where
        S: Carries<F::Message>,
    {
        let header = header_of::<S::Header, S>(frame)?;
        let (needed, available) = (header.payload_len(), slot.len());
        if needed > available {
            return Err(
                EncodeError::new(EncodeErrorKind::BufferTooSmall { needed, available }).into()
            );
        }
        slot.truncate(needed);
        Self::encode_to_slot(header, frame, slot)
    }

    /// Encodes into a slot of the length that the header declares.
    fn encode_to_slot(
        mut header: S::Header,
        frame: &impl EncodeFrame,
        slot: PooledBuf,
    ) -> Result<Self, SendError> {
        let slot = encode_into(slot, &mut header, frame)?;
        Ok(Self::new(header, slot))
    }

    frame_methods!(header);

    /// Returns the payload.
    #[must_use]
    pub fn payload(&self) -> &[u8] {
        &self.slot
    }

    /// Returns header and payload as they arrived.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        self.slot.with_header(header_size(&self.header))
    }

    /// Returns the slot: the payload, with the header in the header room.
    #[must_use]
    pub fn into_buf(self) -> PooledBuf {
        self.slot
    }

    /// Decodes the borrowed form and keeps it together with the slot.
    ///
    /// # Errors
    ///
    /// Fails if the id belongs to another message or the payload is malformed. The error returns the frame.
    pub fn hold<F>(self) -> Result<Held<F>, UndecodedError<Self>>
    where
        F: Covariant,
        for<'d> F::Ref<'d>: DecodeFrame<'d>,
    {
        let header = self.header;
        Held::decode(header.id(), self.slot).map_err(|undecoded| {
            let (slot, error) = undecoded.into_parts();
            UndecodedError::new(Self::new(header, slot), error)
        })
    }
}

/// Forwards the payload as it arrived, without encoding it again. If the frame is sent with the type of header that it
/// has, the other fields of the header, such as a correlation id, are forwarded too.
impl<S: FrameSet> EncodeFrame for PooledFrame<S> {
    type Message = S;

    fn frame_id(&self) -> u32 {
        self.id()
    }

    fn payload_len(&self) -> usize {
        self.slot.len()
    }

    fn frame_header<H: Header>(&self) -> Option<H> {
        let own: &dyn Any = &self.header;
        match own.downcast_ref() {
            Some(header) => Some(*header),
            None => H::new(self.id(), self.slot.len()),
        }
    }

    fn encode_payload(&self, out: &mut [u8]) -> Result<usize, EncodeError> {
        Encoder::new(out).put(&self.slot).map(|()| self.slot.len())
    }
}

impl<S: FrameSet> fmt::Debug for PooledFrame<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PooledFrame")
            .field("header", &self.header)
            .field("message", &self.message().map(|message| message.name))
            .finish_non_exhaustive()
    }
}

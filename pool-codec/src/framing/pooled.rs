//! One frame in a slot of its own, not decoded yet.

use core::fmt;
use core::marker::PhantomData;

use pool_core::{Pool, PooledBuf};

use crate::codec::Encoder;
use crate::codec::error::{DecodeError, EncodeError};
use crate::codec::{Covariant, ZeroCopy};
use crate::frame::header::{Header, header_size};
use crate::frame::{DecodeFrame, EncodeFrame, FrameSet, MessageInfo};
use crate::framing::encoder::{encode_into, header_of};
use crate::framing::error::SendError;
use crate::framing::held::Held;

/// A frame and the pool slot that its payload lies in: `Send + 'static`, for what routes or forwards frames
/// before, or without, decoding them.
///
/// Made by [`FrameView::into_pooled`](crate::FrameView::into_pooled), by `read_frame_pooled` and, to send one message
/// to many peers, by [`encode`](Self::encode).
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
/// // Passed on as it came, whatever is in it.
/// let mut writer = pool_codec::FrameWriter::<_, TlvHeader>::new(Vec::new(), &POOL);
/// writer.send(&frame)?;
/// writer.flush()?;
/// assert_eq!(writer.get_ref(), frame.as_bytes());
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct PooledFrame<S: FrameSet> {
    header: S::Header,
    /// The payload, with the header in front of it.
    slot: PooledBuf,
    set: PhantomData<fn() -> S>,
}

impl<S: FrameSet> PooledFrame<S> {
    pub(crate) fn new(header: S::Header, slot: PooledBuf) -> Self {
        Self { header, slot, set: PhantomData }
    }

    /// A frame of a message in either form, of a set, or of a raw frame: encoded once, for any number of streams.
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
    /// As for [`FrameEncoder::push`](crate::FrameEncoder::push).
    pub fn encode(frame: &impl EncodeFrame, pool: &Pool) -> Result<Self, SendError> {
        let header: S::Header = header_of(frame)?;
        let slot = encode_into(pool.acquire(header.payload_len())?, header, frame)?;
        Ok(Self::new(header, slot))
    }

    /// The header.
    #[must_use]
    pub fn header(&self) -> S::Header {
        self.header
    }

    /// The frame id.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.header.id()
    }

    /// What the set knows of the message, unless its id is unknown.
    #[must_use]
    pub fn message(&self) -> Option<&'static MessageInfo> {
        S::message(self.id())
    }

    /// The payload.
    #[must_use]
    pub fn payload(&self) -> &[u8] {
        &self.slot
    }

    /// Header and payload, as they came.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        self.slot.with_header(header_size::<S::Header>())
    }

    /// The slot: the payload, with the header in front of it.
    #[must_use]
    pub fn into_payload(self) -> PooledBuf {
        self.slot
    }

    /// An owned message, or an owned set for a frame of any of its messages.
    ///
    /// # Errors
    ///
    /// If the frame has another message's id, or its payload is malformed.
    pub fn decode<T>(&self) -> Result<T, DecodeError>
    where
        T: for<'d> DecodeFrame<'d>,
    {
        T::decode_frame(self.id(), &self.slot)
    }

    /// The borrowed form of a message or of a set, pointing into the slot.
    ///
    /// # Errors
    ///
    /// If the frame has another message's id, or its payload is malformed.
    pub fn borrow<'v, F>(&'v self) -> Result<F::Ref<'v>, DecodeError>
    where
        F: ZeroCopy,
        F::Ref<'v>: DecodeFrame<'v>,
    {
        F::Ref::decode_frame(self.id(), &self.slot)
    }

    /// The borrowed form together with the slot.
    ///
    /// # Errors
    ///
    /// If the frame has another message's id, or its payload is malformed; the frame comes back with the
    /// error.
    pub fn hold<F>(self) -> Result<Held<F>, (Self, DecodeError)>
    where
        F: Covariant,
        for<'d> F::Ref<'d>: DecodeFrame<'d>,
    {
        let header = self.header;
        Held::decode(header.id(), self.slot)
            .map_err(|(slot, error)| (Self::new(header, slot), error))
    }
}

impl<S: FrameSet> EncodeFrame for PooledFrame<S> {
    fn frame_id(&self) -> u32 {
        self.id()
    }

    fn payload_len(&self) -> usize {
        self.slot.len()
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

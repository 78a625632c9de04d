//! One frame in a slot of its own, not decoded yet.

use core::fmt;
use core::marker::PhantomData;

use pool_core::PooledBuf;

use crate::encode::Encoder;
use crate::error::{DecodeError, EncodeError};
use crate::frame::{DecodeFrame, EncodeFrame, FrameSet, MessageInfo};
use crate::framing::held::Held;
use crate::header::{Header, header_size};
use crate::wire::{Covariant, ZeroCopy};

/// A frame and the pool slot that its payload lies in: `Send + 'static`, for what routes or forwards frames
/// before, or without, decoding them.
///
/// Made by [`FrameView::into_pooled`](crate::FrameView::into_pooled) and by `read_frame_pooled`.
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

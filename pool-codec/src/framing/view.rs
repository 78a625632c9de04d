//! One frame, where it was read.

use core::fmt;

use pool_core::{AcquireError, Pool, PooledBuf};

use crate::codec::error::DecodeError;
use crate::codec::{Covariant, ZeroCopy};
use crate::codec::{Decodable, Decoder};
use crate::frame::header::{Header, header_size};
use crate::frame::{DecodeFrame, Frame, FrameSet, MessageInfo};
use crate::framing::error::HoldError;
use crate::framing::held::Held;
use crate::framing::pooled::PooledFrame;

/// A complete frame in the read buffer.
///
/// It borrows the reader: as long as the view, or a message borrowed from it, is alive, the next read
/// does not compile. The caller decides where the message lives: [`decode`](Self::decode) copies,
/// [`borrow`](Self::borrow) points into the buffer, [`hold`](Self::hold) keeps the message and its
/// slot together for as long as wanted.
///
/// ```
/// # #[cfg(all(feature = "derive", feature = "std"))] {
/// # use pool_codec::{Frame, FrameReader, FrameSet, FrameWriter, Held, Pool, Str, TlvHeader};
/// # #[derive(Debug, Clone, PartialEq, Frame)]
/// # #[frame(id = 7, borrow)]
/// # struct Hello { name: Str<40> }
/// # #[derive(Debug, FrameSet)]
/// # #[frames(header = TlvHeader, borrow)]
/// # enum Set { Hello(Hello) }
/// # static POOL: Pool = Pool::new(&Set::POOL_CONFIG);
/// # let mut writer = FrameWriter::<_, TlvHeader>::new(Vec::new(), &POOL);
/// # writer.send(&Hello { name: "alice".parse()? })?;
/// # writer.flush()?;
/// # let stream = writer.get_ref().clone();
/// let mut reader = FrameReader::<_, Set>::new(&stream[..], &POOL);
/// let frame = reader.read()?.expect("a frame");
/// assert_eq!(frame.id(), 7);
/// let owned: Hello = frame.decode()?;                 // an owned message
/// let any: Set = frame.decode()?;                     // or the set: any of its messages
/// assert_eq!(frame.borrow::<Hello>()?.name, "alice"); // pointing into the read buffer
/// let held: Held<Set> = frame.hold()?;                // with its own slot, for as long as wanted
/// assert!(matches!(held.get(), SetRef::Hello(hello) if hello.name == "alice"));
/// assert!(matches!(any, Set::Hello(hello) if hello == owned));
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct FrameView<'a, S: FrameSet> {
    header: S::Header,
    payload: Payload<'a>,
    pool: &'a Pool,
    offset: u64,
}

pub(super) enum Payload<'a> {
    /// Header and payload, in the window.
    Window(&'a [u8]),
    /// The payload's own slot, taken out when the frame is held.
    Slot(&'a mut Option<PooledBuf>),
}

impl<'a, S: FrameSet> FrameView<'a, S> {
    #[inline]
    pub(super) fn new(
        header: S::Header,
        payload: Payload<'a>,
        pool: &'a Pool,
        offset: u64,
    ) -> Self {
        Self { header, payload, pool, offset }
    }

    /// The header.
    #[inline]
    #[must_use]
    pub fn header(&self) -> S::Header {
        self.header
    }

    /// The frame id.
    #[inline]
    #[must_use]
    pub fn id(&self) -> u32 {
        self.header.id()
    }

    /// What the set knows of the message, unless its id is unknown.
    #[inline]
    #[must_use]
    pub fn message(&self) -> Option<&'static MessageInfo> {
        S::message(self.id())
    }

    /// Where the frame begins in the stream, in bytes.
    #[inline]
    #[must_use]
    pub fn offset(&self) -> u64 {
        self.offset
    }

    /// The payload.
    #[inline]
    #[must_use]
    pub fn payload(&self) -> &[u8] {
        match &self.payload {
            Payload::Window(frame) => frame.get(header_size::<S::Header>()..).unwrap_or_default(),
            Payload::Slot(slot) => slot.as_deref().unwrap_or_default(),
        }
    }

    /// Header and payload, as they came.
    #[inline]
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        match &self.payload {
            Payload::Window(frame) => frame,
            Payload::Slot(slot) => slot
                .as_ref()
                .map(|slot| slot.with_header(header_size::<S::Header>()))
                .unwrap_or_default(),
        }
    }

    /// An owned message, or an owned set for a frame of any of its messages.
    ///
    /// # Errors
    ///
    /// If the frame has another message's id, or its payload is malformed.
    #[inline]
    pub fn decode<T>(&self) -> Result<T, DecodeError>
    where
        T: for<'d> DecodeFrame<'d>,
    {
        T::decode_frame(self.id(), self.payload())
    }

    /// A message in either form, and the bytes behind it: extensions that its type knows nothing of. They
    /// may be more than its [`MAX_TRAILING`](crate::Wire::MAX_TRAILING).
    ///
    /// # Errors
    ///
    /// If the frame has another message's id, or its payload does not begin with the message.
    ///
    /// ```
    /// # #[cfg(all(feature = "derive", feature = "std"))] {
    /// # use pool_codec::{Frame, FrameReader, FrameSet, Pool, Str, TlvHeader};
    /// # #[derive(Debug, Clone, PartialEq, Frame)]
    /// # #[frame(id = 7)]
    /// # struct Hello { name: Str<40> }
    /// # #[derive(Debug, FrameSet)]
    /// # #[frames(header = TlvHeader)]
    /// # enum Set { Hello(Hello) }
    /// # static POOL: Pool = Pool::new(&Set::POOL_CONFIG);
    /// let stream = b"\x07\x00\x05\x00\x00\x00\x02ab\xEE\xFF";
    /// let mut reader = FrameReader::<_, Set>::new(&stream[..], &POOL);
    /// let frame = reader.read()?.expect("a frame");
    /// let (hello, extensions) = frame.decode_prefix::<Hello>()?;
    /// assert_eq!((&*hello.name, extensions), ("ab", &[0xEE, 0xFF][..]));
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[inline]
    pub fn decode_prefix<'v, F>(&'v self) -> Result<(F, &'v [u8]), DecodeError>
    where
        F: Frame + Decodable<'v>,
    {
        if self.id() != F::ID {
            return Err(crate::frame::wrong_id(F::ID, self.id(), F::SCHEMA));
        }
        F::decode_prefix(self.payload())
    }

    /// Decodes over `message`, reusing its heap blocks: a loop that refills one message allocates
    /// nothing in steady state.
    ///
    /// # Errors
    ///
    /// If the frame has another message's id (`message` is as before), or its payload is malformed
    /// (some fields are new, others old).
    #[inline]
    pub fn decode_into<F>(&self, message: &mut F) -> Result<(), DecodeError>
    where
        F: Frame + for<'d> Decodable<'d>,
    {
        if self.id() != F::ID {
            return Err(crate::frame::wrong_id(F::ID, self.id(), F::SCHEMA));
        }
        message.decode_into(self.payload())
    }

    /// The borrowed form of a message or of a set, pointing into the read buffer.
    ///
    /// # Errors
    ///
    /// If the frame has another message's id, or its payload is malformed.
    #[inline]
    pub fn borrow<'v, F>(&'v self) -> Result<F::Ref<'v>, DecodeError>
    where
        F: ZeroCopy,
        F::Ref<'v>: DecodeFrame<'v>,
    {
        F::Ref::decode_frame(self.id(), self.payload())
    }

    /// As [`borrow`](Self::borrow), for as long as the reader is borrowed: the message may be returned from
    /// the function that read the frame.
    ///
    /// # Errors
    ///
    /// As [`borrow`](Self::borrow). The frame is still the decoder's current one.
    #[inline]
    pub fn into_borrowed<F>(self) -> Result<F::Ref<'a>, DecodeError>
    where
        F: ZeroCopy,
        F::Ref<'a>: DecodeFrame<'a>,
    {
        let id = self.id();
        let payload: &'a [u8] = match self.payload {
            Payload::Window(frame) => frame.get(header_size::<S::Header>()..).unwrap_or_default(),
            Payload::Slot(slot) => slot.as_deref().unwrap_or_default(),
        };
        F::Ref::decode_frame(id, payload)
    }

    /// The borrowed form together with the slot it points into: `Send` and `'static`. A payload that
    /// has a slot of its own moves; one in the read window is copied to a slot of its size. It does not wait for
    /// that: `read_held` of a reader does, or [`hold_in`](Self::hold_in) with a slot that has been waited for.
    ///
    /// # Errors
    ///
    /// If the frame has another message's id, its payload is malformed, or the pool has no slot. The
    /// frame is still the decoder's current one.
    #[inline(always)]
    pub fn hold<F>(self) -> Result<Held<F>, HoldError>
    where
        F: Covariant,
        for<'d> F::Ref<'d>: DecodeFrame<'d>,
    {
        let slot = match &self.payload {
            Payload::Window(_) => Some(self.pool.acquire(self.payload().len())?),
            Payload::Slot(_) => None,
        };
        Ok(self.hold_at(slot)?)
    }

    /// As [`hold`](Self::hold), in a slot that the caller has waited for: of at least the payload's length. If
    /// the payload has a slot of its own, `slot` goes back to its pool.
    ///
    /// ```
    /// # #[cfg(all(feature = "derive", feature = "std"))] {
    /// # use core::time::Duration;
    /// # use pool_codec::{Frame, FrameReader, FrameSet, Held, Overflow, Pool, PoolConfig, Str, TlvHeader};
    /// # #[derive(Debug, Clone, PartialEq, Frame)]
    /// # #[frame(id = 7, borrow)]
    /// # struct Hello { name: Str<40> }
    /// # #[derive(Debug, FrameSet)]
    /// # #[frames(header = TlvHeader, borrow)]
    /// # enum Set { Hello(Hello) }
    /// const CONFIG: PoolConfig = Set::POOL_CONFIG.with_overflow(Overflow::Wait);
    /// static POOL: Pool = Pool::new(&CONFIG);
    ///
    /// let mut reader = FrameReader::<_, Set>::new(&b"\x07\0\x03\0\0\0\x02ab"[..], &POOL);
    /// let frame = reader.read()?.expect("a frame");
    /// let slot = POOL.acquire_timeout(frame.payload().len(), Duration::from_secs(1))?;
    /// let held: Held<Hello> = frame.hold_in(slot)?;
    /// # assert_eq!(held.get().name, "ab");
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the frame has another message's id, or its payload is malformed. The frame is still the decoder's
    /// current one.
    ///
    /// # Panics
    ///
    /// If the slot is too short.
    #[inline]
    #[track_caller]
    pub fn hold_in<F>(self, slot: PooledBuf) -> Result<Held<F>, DecodeError>
    where
        F: Covariant,
        for<'d> F::Ref<'d>: DecodeFrame<'d>,
    {
        assert!(slot.len() >= self.payload().len(), "the slot is shorter than the payload");
        self.hold_at(Some(slot))
    }

    /// Holds a payload in the window in `slot`, and one that has a slot there.
    #[inline(always)]
    pub(super) fn hold_at<F>(self, slot: Option<PooledBuf>) -> Result<Held<F>, DecodeError>
    where
        F: Covariant,
        for<'d> F::Ref<'d>: DecodeFrame<'d>,
    {
        let id = self.id();
        match self.payload {
            Payload::Window(frame) => {
                let payload = frame.get(header_size::<S::Header>()..).unwrap_or_default();
                let slot = slot.map(|slot| copy_to(slot, self.header, payload));
                let Some(slot) = slot else { return Err(nothing_here()) };
                Held::decode(id, slot).map_err(|(_, error)| error)
            }
            Payload::Slot(own) => {
                let Some(slot) = own.take() else { return Err(nothing_here()) };
                Held::decode(id, slot).map_err(|(slot, error)| {
                    *own = Some(slot);
                    error
                })
            }
        }
    }

    /// The frame with a slot of its own, not decoded yet: moved or copied there as in [`hold`](Self::hold).
    ///
    /// # Errors
    ///
    /// If the pool has no slot. The frame is still the decoder's current one.
    pub fn into_pooled(self) -> Result<PooledFrame<S>, AcquireError> {
        let slot = match self.payload {
            Payload::Window(frame) => {
                let payload = frame.get(header_size::<S::Header>()..).unwrap_or_default();
                copy_to(self.pool.acquire(payload.len())?, self.header, payload)
            }
            Payload::Slot(own) => match own.take() {
                Some(slot) => slot,
                None => self.pool.acquire(0)?,
            },
        };
        Ok(PooledFrame::new(self.header, slot))
    }
}

/// Copies a frame, header and payload, to a slot and its header room.
#[inline]
fn copy_to<H: Header>(mut slot: PooledBuf, header: H, payload: &[u8]) -> PooledBuf {
    slot.truncate(payload.len());
    header.encode(slot.header_mut(header_size::<H>()));
    slot.copy_from_slice(payload);
    slot
}

/// For a view without its payload, which is not made: a view is made of a filled slot, and only what consumes
/// it empties that.
#[cold]
fn nothing_here() -> DecodeError {
    Decoder::new(&[]).unexpected_end(1)
}

impl<S: FrameSet> fmt::Debug for FrameView<'_, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FrameView")
            .field("header", &self.header)
            .field("message", &self.message().map(|message| message.name))
            .field("offset", &self.offset)
            .finish_non_exhaustive()
    }
}

//! One complete frame in the buffers of a decoder.

use core::fmt;

use pool_core::{AcquireError, Pool, PooledBuf};

use crate::codec::{Covariant, ZeroCopy};
use crate::codec::{DecodeError, Decoder};
use crate::frame::header::{Front, header_size};
use crate::frame::{DecodeFrame, FrameSet, Header};
use crate::framing::error::HoldError;
use crate::framing::frame_methods::frame_methods;
use crate::framing::held::Held;
use crate::framing::pooled::PooledFrame;
use crate::framing::undecoded::UndecodedError;

/// A complete frame in the buffers of a reader or a decoder.
///
/// The view borrows the reader: while the view or a message borrowed from it is alive, the next read does not
/// compile. The caller decides where the message lives. [`decode`](Self::decode) copies it,
/// [`borrow`](Self::borrow) points into the buffer, and [`hold`](Self::hold) keeps the message together with its
/// slot for as long as the caller likes.
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
/// assert_eq!(frame.borrow::<Hello>()?.name, "alice"); // pointing into the buffer
/// let held: Held<Set> = frame.hold()?;                // together with its own slot
/// assert!(matches!(held.get(), SetRef::Hello(hello) if hello.name == "alice"));
/// assert!(matches!(any, Set::Hello(hello) if hello == owned));
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct FrameView<'a, S: FrameSet> {
    front: Front<S::Header>,
    pub(super) payload: Payload<'a>,
    pool: &'a Pool,
    offset: u64,
}

pub(super) enum Payload<'a> {
    /// Header and payload in the window.
    Window(&'a [u8]),
    /// The payload's own slot. Holding the frame takes it.
    Slot(&'a mut Option<PooledBuf>),
}

impl<'a, S: FrameSet> FrameView<'a, S> {
    #[inline]
    pub(super) fn new(
        front: Front<S::Header>,
        payload: Payload<'a>,
        pool: &'a Pool,
        offset: u64,
    ) -> Self {
        Self { front, payload, pool, offset }
    }

    frame_methods!(front.header);

    /// Returns the number of bytes from the start of the stream to the frame.
    #[inline]
    #[must_use]
    pub fn offset(&self) -> u64 {
        self.offset
    }

    /// Returns the payload.
    #[inline]
    #[must_use]
    pub fn payload(&self) -> &[u8] {
        match &self.payload {
            Payload::Window(frame) => self.front.payload_of(frame),
            Payload::Slot(slot) => slot.as_deref().unwrap_or_default(),
        }
    }

    /// Returns header and payload as they arrived.
    #[inline]
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        match &self.payload {
            Payload::Window(frame) => frame,
            Payload::Slot(slot) => slot
                .as_ref()
                .map(|slot| slot.with_header(header_size(&self.front.header)))
                .unwrap_or_default(),
        }
    }

    /// Like [`borrow`](Self::borrow), but the message lives as long as the reader is borrowed. A function that
    /// reads a frame can return it.
    ///
    /// # Errors
    ///
    /// Fails as [`borrow`](Self::borrow) does. The frame is still the decoder's current one.
    #[inline]
    pub fn into_borrowed<F>(self) -> Result<F::Ref<'a>, DecodeError>
    where
        F: ZeroCopy,
        F::Ref<'a>: DecodeFrame<'a>,
    {
        let id = self.id();
        let payload: &'a [u8] = match self.payload {
            Payload::Window(frame) => self.front.payload_of(frame),
            Payload::Slot(slot) => slot.as_deref().unwrap_or_default(),
        };
        F::Ref::decode_frame(id, payload)
    }

    /// Decodes the borrowed form and keeps it together with the slot it points into. The result is `Send` and
    /// `'static`.
    ///
    /// A payload in a slot of its own moves. A payload in the window is copied to a slot of its size. The call does
    /// not wait for that slot; to wait, use `read_held` of a reader, or wait for a slot and pass it to
    /// [`hold_in`](Self::hold_in).
    ///
    /// # Errors
    ///
    /// Fails if the id belongs to another message, the payload is malformed, or the pool has no slot. The frame is
    /// still the decoder's current one.
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

    /// Like [`hold`](Self::hold), but uses a slot that the caller has acquired. The slot is at least as long as the
    /// payload. If the payload has a slot of its own, `slot` is released.
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
    /// Fails if the id belongs to another message or the payload is malformed. The frame is still the decoder's
    /// current one.
    ///
    /// # Panics
    ///
    /// Panics if the slot is shorter than the payload.
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

    /// Holds the frame: a payload in the window in `slot`, any other payload in its own slot.
    #[inline(always)]
    pub(super) fn hold_at<F>(self, slot: Option<PooledBuf>) -> Result<Held<F>, DecodeError>
    where
        F: Covariant,
        for<'d> F::Ref<'d>: DecodeFrame<'d>,
    {
        let id = self.id();
        match self.payload {
            Payload::Window(frame) => {
                let payload = self.front.payload_of(frame);
                let slot = slot.map(|slot| copy_to(slot, self.front.header, payload));
                let Some(slot) = slot else { return Err(no_payload()) };
                Held::decode(id, slot).map_err(UndecodedError::into_error)
            }
            Payload::Slot(own) => {
                let Some(slot) = own.take() else { return Err(no_payload()) };
                Held::decode(id, slot).map_err(|undecoded| {
                    let (slot, error) = undecoded.into_parts();
                    *own = Some(slot);
                    error
                })
            }
        }
    }

    /// Returns the frame in a slot of its own, not decoded. The payload is moved or copied as by
    /// [`hold`](Self::hold).
    ///
    /// # Errors
    ///
    /// Fails if the pool has no slot. The frame is still the decoder's current one.
    pub fn into_pooled(self) -> Result<PooledFrame<S>, AcquireError> {
        let slot = match self.payload {
            Payload::Window(frame) => {
                let payload = self.front.payload_of(frame);
                copy_to(self.pool.acquire(payload.len())?, self.front.header, payload)
            }
            Payload::Slot(own) => match own.take() {
                Some(slot) => slot,
                None => self.pool.acquire(0)?,
            },
        };
        Ok(PooledFrame::new(self.front.header, slot))
    }
}

/// Copies the payload into `slot` and the header into its header room.
#[inline]
fn copy_to<H: Header>(mut slot: PooledBuf, header: H, payload: &[u8]) -> PooledBuf {
    slot.truncate(payload.len());
    header.encode(slot.header_mut(header_size(&header)));
    slot.copy_from_slice(payload);
    slot
}

/// The error for a view whose slot is empty. No such view exists: a view is created from a filled slot, and only
/// the methods that consume the view empty it.
#[cold]
fn no_payload() -> DecodeError {
    Decoder::new(&[]).unexpected_end(1)
}

impl<S: FrameSet> fmt::Debug for FrameView<'_, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FrameView")
            .field("header", &self.front.header)
            .field("message", &self.message().map(|message| message.name))
            .field("offset", &self.offset)
            .finish_non_exhaustive()
    }
}

//! One frame, where it was read.

use core::fmt;

use pool_core::{Pool, PooledBuf};

use crate::decode::{Decodable, Decoder};
use crate::error::DecodeError;
use crate::frame::{DecodeFrame, Frame, FrameSet, MessageInfo};
use crate::framing::error::HoldError;
use crate::framing::held::Held;
use crate::header::{Header, header_size};
use crate::wire::{Covariant, ZeroCopy};

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
    pub(super) fn new(
        header: S::Header,
        payload: Payload<'a>,
        pool: &'a Pool,
        offset: u64,
    ) -> Self {
        Self { header, payload, pool, offset }
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

    /// Where the frame begins in the stream, in bytes.
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
    /// has a slot of its own moves; one in the read window is copied to a slot of its size.
    ///
    /// # Errors
    ///
    /// If the frame has another message's id, its payload is malformed, or the pool has no slot. The
    /// frame is still the decoder's current one.
    #[inline]
    pub fn hold<F>(self) -> Result<Held<F>, HoldError>
    where
        F: Covariant,
        for<'d> F::Ref<'d>: DecodeFrame<'d>,
    {
        let id = self.id();
        let slot = match self.payload {
            Payload::Window(frame) => {
                let payload = frame.get(header_size::<S::Header>()..).unwrap_or_default();
                let mut slot = self.pool.acquire(payload.len())?;
                self.header.encode(slot.header_mut(header_size::<S::Header>()));
                slot.copy_from_slice(payload);
                return Held::decode(id, slot).map_err(|(_, error)| error.into());
            }
            Payload::Slot(slot) => slot,
        };
        // Present: a view is made of a filled slot, and only this function empties it.
        let Some(buf) = slot.take() else { return Err(Decoder::new(&[]).unexpected_end(1).into()) };
        match Held::decode(id, buf) {
            Ok(held) => Ok(held),
            Err((buf, error)) => {
                *slot = Some(buf);
                Err(error.into())
            }
        }
    }
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

//! The state of a stream that is read, without any I/O.
//!
//! ```text
//!            window(), commit(n)                    current()
//!  socket --------------------------> window  ----------------> FrameView
//!     |                               many small frames,        borrows the window or the slot
//!     |                               one read
//!     +-----------------------------> slot
//!       payloads that the window       acquired once the header has passed
//!       cannot hold                    the limits
//! ```
//!
//! All state is in the decoder. A read that is cancelled, times out or would block loses nothing.
//!
//! The decoder holds no slot while no byte of a frame has arrived ([`FrameDecoder::release`]). Otherwise it holds
//! its window, and one more slot for a frame that the window cannot hold.

use core::fmt;
use core::marker::PhantomData;

use pool_core::{Pool, PooledBuf};

use crate::codec::DecodeError;
use crate::frame::header::{Front, longest_header};
use crate::frame::{FrameSet, Header, HeaderError};
use crate::framing::error::FrameError;
use crate::framing::limits::{DeclaredIds, Limits, UnknownFrames};
use crate::framing::recorder::Recorder;
use crate::framing::scan::{SkippedFrame, missing};
use crate::framing::slots::Slots;
use crate::framing::traffic::Traffic;
use crate::framing::view::{FrameView, Payload};

/// Decodes the frames of a set from a byte stream, without any I/O.
///
/// # Errors and the position in the stream
///
/// Frames carry no mark to search for. The position of a frame follows from the headers before it, so all of them
/// have to be right. The decoder therefore continues behind a bad frame as long as it can read the header, and
/// never otherwise.
///
/// | input | error | memory allocated | the next call |
/// |---|---|---|---|
/// | a payload longer than the longest of its message | [`FrameError::TooLarge`] | none | drops the payload as it arrives, then continues |
/// | an id that is not in the set, or not [declared](Self::with_declared_ids) | [`FrameError::UnknownId`]; none with [`UnknownFrames::Skip`] | none | the same |
/// | the same, with [`UnknownFrames::Keep`] | none, unless it is longer than the longest payload | a slot, if the window is too small | the frame is delivered |
/// | bytes that are not a header | [`FrameError::Header`], [fatal](FrameError::is_fatal) | none | returns the same error, always |
/// | a payload that does not match its header, such as a wrong checksum | [`FrameError::Corrupt`] | a slot, if the window is too small | continues behind the frame |
/// | a payload that is not a message of its id | from `decode`, `borrow` or `hold` of the [`FrameView`] | none | continues behind the frame, which stays [`current`](Self::current) until then |
/// | any, and the pool lacks the classes of the set | [`FrameError::Pool`], fatal, at the first byte | none | returns the same error, always |
/// | any, and the pool has no slot | [`FrameError::Acquire`] | none | tries again at the same position |
/// | the end of the stream | none: [`missing`](Self::missing) tells whether a frame is incomplete | | |
///
/// If a header can express gigabytes, a dropped payload may have gigabytes. To avoid reading them, close the
/// connection.
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use pool_codec::{Frame, FrameDecoder, FrameSet, Pool, TlvHeader};
///
/// #[derive(Debug, PartialEq, Frame)]
/// #[frame(id = 7, borrow)]
/// struct Tick { price: u64, size: u32 }
///
/// #[derive(Debug, FrameSet)]
/// #[frames(header = TlvHeader, borrow)]
/// enum Market { Tick(Tick) }
///
/// static POOL: Pool = Pool::new(&Market::POOL_CONFIG);
///
/// let mut decoder = FrameDecoder::<Market>::new(&POOL);
/// let bytes = [7, 0, 12, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0];
/// for chunk in bytes.chunks(5) {
///     decoder.window().unwrap()[..chunk.len()].copy_from_slice(chunk);
///     decoder.commit(chunk.len());
/// }
/// let frame = decoder.next_frame().unwrap().unwrap();
/// assert_eq!(frame.decode::<Tick>().unwrap(), Tick { price: 1, size: 2 });
/// # }
/// ```
pub struct FrameDecoder<S: FrameSet> {
    pub(super) slots: Slots,
    pub(super) limits: Limits,
    /// The buffer for arriving bytes, acquired before the first of them.
    pub(super) window: Option<PooledBuf>,
    /// The unread bytes of the window are `start..end`.
    pub(super) start: usize,
    pub(super) end: usize,
    /// The offset of `start` in the stream.
    pub(super) offset: u64,
    /// The current frame, if it lies in the window, at the start of the unread bytes. It is `None` outside
    /// [`State::Window`], but not a part of it: so the usual case drops nothing.
    pub(super) current: Option<InWindow<S::Header>>,
    pub(super) state: State<S::Header>,
    /// The current frame could not be held for lack of a slot. It is still the next frame.
    pub(super) unheld: bool,
    /// The pool has passed [`Limits::check_pool`], which is not free.
    pool_checked: bool,
    pub(super) recorder: Recorder<S>,
    set: PhantomData<fn() -> S>,
}

/// A complete frame of `len` bytes, header included.
#[derive(Clone, Copy)]
pub(super) struct InWindow<H> {
    pub(super) front: Front<H>,
    pub(super) len: usize,
}

pub(super) enum State<H> {
    /// The unread bytes begin with the current frame, or with a header or a part of one.
    Window,
    /// A payload of which `filled` bytes have arrived in its own slot.
    Filling { front: Front<H>, slot: PooledBuf, filled: usize },
    /// The slot of a payload of which `filled` bytes have arrived is [lent](super::lend).
    #[cfg(feature = "compio")]
    Lent { front: Front<H>, filled: usize, len: usize },
    /// A complete payload in its own slot. Holding the frame takes the slot.
    InSlot { front: Front<H>, slot: Option<PooledBuf> },
    /// The unread bytes begin with a frame that is being dropped.
    Skip(SkippedFrame),
    /// The unread bytes begin with something that is not a header.
    Broken(HeaderError),
}

impl<S: FrameSet> FrameDecoder<S> {
    /// Creates a decoder at the start of a stream. It allocates no memory yet.
    ///
    /// Unknown frames are kept if the set has a variant for them, otherwise rejected.
    #[must_use]
    pub fn new(pool: &Pool) -> Self {
        const { longest_header::<S::Header>() };
        Self {
            slots: Slots::new(pool),
            limits: Limits::of::<S>(),
            window: None,
            start: 0,
            end: 0,
            offset: 0,
            current: None,
            state: State::Window,
            unheld: false,
            pool_checked: false,
            recorder: Recorder::new(),
            set: PhantomData,
        }
    }

    /// Sets the treatment of frames of unknown id. By default they are kept if the set has a variant for them,
    /// otherwise rejected.
    #[must_use]
    pub fn with_unknown_frames(mut self, unknown: UnknownFrames) -> Self {
        self.limits.set_unknown(unknown);
        self
    }

    /// Treats all ids but these as unknown, even if the set has messages with such ids.
    #[must_use]
    pub fn with_declared_ids(mut self, ids: &[u32]) -> Self {
        self.limits.set_declared::<S>(DeclaredIds::new(ids));
        self
    }

    /// Adds the frames and bytes of this decoder, and what it rejects, to the counts of `traffic`.
    #[must_use]
    pub fn with_traffic(mut self, traffic: &Traffic<S>) -> Self {
        self.recorder.attach(traffic);
        self
    }

    #[cfg(feature = "service")]
    pub(crate) fn with_declared(mut self, declared: DeclaredIds) -> Self {
        self.limits.set_declared::<S>(declared);
        self
    }

    /// Returns the buffer for the next bytes of the stream. Write to its front, then call
    /// [`commit`](Self::commit). The current frame ends.
    ///
    /// After [`advance`](Self::advance) has returned `false`, the buffer is not empty. Without that call it may be:
    /// once it is full, a read of zero bytes is not the end of the stream.
    ///
    /// # Errors
    ///
    /// Returns [`FrameError::Acquire`] if the pool has no slot for the window, and [`FrameError::Pool`] if the pool is
    /// not made for the set.
    pub fn window(&mut self) -> Result<&mut [u8], FrameError> {
        self.end_current();
        if let State::Filling { slot, filled, .. } = &mut self.state {
            return Ok(slot.get_mut(*filled..).unwrap_or_default());
        }
        if self.window.is_none() {
            if !self.pool_checked {
                self.limits.check_pool::<S>(self.slots.pool().config())?;
                self.pool_checked = true;
            }
            self.window = Some(self.slots.acquire_window()?);
        }
        let Some(window) = &mut self.window else { return Ok(&mut []) };
        if self.start > 0 {
            window.copy_within(self.start..self.end, 0);
            self.end = self.end.saturating_sub(self.start);
            self.start = 0;
        }
        Ok(window.get_mut(self.end..).unwrap_or_default())
    }

    /// Declares that `count` bytes were written to the front of the [`window`](Self::window).
    ///
    /// # Panics
    ///
    /// Panics if the window is shorter than `count`.
    #[track_caller]
    pub fn commit(&mut self, count: usize) {
        self.recorder.arrived(count);
        if let State::Filling { slot, filled, .. } = &mut self.state {
            assert!(
                count <= slot.len().saturating_sub(*filled),
                "more bytes committed than the window has"
            );
            *filled = filled.saturating_add(count);
            return;
        }
        let room = self.window.as_ref().map_or(0, |window| window.len().saturating_sub(self.end));
        assert!(count <= room, "more bytes committed than the window has");
        self.end = self.end.saturating_add(count);
    }

    /// Returns the current frame: the one that [`advance`](Self::advance) has found, until the decoder is asked for
    /// more bytes. A frame in a slot of its own is no longer current once it is held.
    #[inline]
    pub fn current(&mut self) -> Option<FrameView<'_, S>> {
        if let Some(InWindow { front, len }) = self.current {
            // Cannot wrap: the frame lies in the window.
            let end = self.start.wrapping_add(len);
            let frame = self.window.as_deref()?.get(self.start..end)?;
            let payload = Payload::Window(frame);
            return Some(FrameView::new(front, payload, self.slots.pool(), self.offset));
        }
        match &mut self.state {
            State::InSlot { front, slot: slot @ Some(_) } => {
                // The header was consumed when the slot was acquired.
                let offset = self.offset.saturating_sub(front.size() as u64);
                let payload = Payload::Slot(slot);
                Some(FrameView::new(*front, payload, self.slots.pool(), offset))
            }
            _ => None,
        }
    }

    /// Counts the current frame as one whose payload does not decode, in the [`Traffic`] of this decoder if it has one.
    ///
    /// The methods of a reader that decode, such as `read_message` and `read_held`, count their errors, and so does
    /// [`next_held`](Self::next_held). Call this for an error of a [`FrameView`].
    #[cold]
    pub fn count_undecoded(&self, error: &DecodeError) {
        let id = match (&self.current, &self.state) {
            (Some(InWindow { front, .. }), _) => front.header.id(),
            (None, State::InSlot { front, .. }) => front.header.id(),
            _ => return,
        };
        self.recorder.undecoded(id, self.offset(), error);
    }

    /// Returns the bytes that were read beyond the current frame. Another protocol can take over the stream there,
    /// for example after a handshake.
    #[must_use]
    pub fn buffered(&self) -> &[u8] {
        let passed = match &self.state {
            State::Skip(frame) => frame.left(),
            _ if self.unheld => 0,
            _ => self.current.map_or(0, |current| current.len),
        };
        self.unread().get(passed..).unwrap_or_default()
    }

    /// Ends the current frame, and releases the window if it contains no byte of another frame.
    ///
    /// Call it when the stream has nothing to read. The decoder then holds no slot of the pool until
    /// [`window`](Self::window) is called again.
    pub fn release(&mut self) {
        self.end_current();
        self.slots.release_provided();
        if self.start == self.end {
            self.window = None;
            (self.start, self.end) = (0, 0);
        }
    }

    /// [`release`](Self::release) for a caller who has decoded the current frame. Tasks that wait for another slot,
    /// or do not return soon, keep no window this way.
    #[cfg(feature = "std")]
    #[inline]
    pub(crate) fn finish_current(&mut self) {
        if let Some(InWindow { len, .. }) = self.current.take() {
            // Cannot wrap: the frame lies in the window.
            self.start = self.start.wrapping_add(len);
            self.offset = self.offset.wrapping_add(len as u64);
        }
        if self.start == self.end {
            self.release();
        }
    }

    /// Returns the length, in bytes, of the slot that the pool did not have when a call last failed with
    /// [`AcquireError::Exhausted`](crate::pool::AcquireError::Exhausted).
    ///
    /// To wait, acquire a slot of this length with [`Pool::acquire_timeout`] or [`Pool::acquire_async`], pass it to
    /// [`provide_slot`](Self::provide_slot) and make the call again.
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

    /// Returns the number of bytes from the start of the stream to the header of the frame in progress: the current
    /// frame, the one that is arriving or being skipped, or the next one.
    #[must_use]
    pub fn offset(&self) -> u64 {
        match &self.state {
            State::Filling { front, .. } | State::InSlot { front, .. } => {
                self.offset.saturating_sub(front.size() as u64)
            }
            #[cfg(feature = "compio")]
            State::Lent { front, .. } => self.offset.saturating_sub(front.size() as u64),
            State::Skip(frame) => frame.offset(),
            State::Window | State::Broken(_) => self.offset,
        }
    }

    /// Returns the number of bytes, as far as is known, that the frame in progress still needs. Zero means that the
    /// stream may end here.
    #[must_use]
    pub fn missing(&self) -> usize {
        match &self.state {
            State::Filling { slot, filled, .. } => slot.len().saturating_sub(*filled),
            #[cfg(feature = "compio")]
            State::Lent { front, filled, .. } => front.header.payload_len().saturating_sub(*filled),
            State::Skip(frame) => frame.left().saturating_sub(self.unread().len()),
            State::InSlot { .. } | State::Broken(_) => 0,
            State::Window if self.current.is_some() => 0,
            State::Window => missing::<S::Header>(self.unread()),
        }
    }

    pub(super) fn unread(&self) -> &[u8] {
        let window = self.window.as_ref();
        window.and_then(|window| window.get(self.start..self.end)).unwrap_or_default()
    }

    /// Moves behind the current frame, if there is one.
    pub(super) fn end_current(&mut self) {
        if let Some(current) = self.current.take() {
            self.consume(current.len);
        }
        if let State::InSlot { front, .. } = &self.state {
            let len = front.header.payload_len();
            self.offset = self.offset.saturating_add(len as u64);
            self.state = State::Window;
        }
    }

    pub(super) fn consume(&mut self, count: usize) {
        self.start = self.start.saturating_add(count);
        self.offset = self.offset.saturating_add(count as u64);
    }
}

/// The decoder does not pin its fields, whatever the header is.
impl<S: FrameSet> Unpin for FrameDecoder<S> {}

impl<S: FrameSet> fmt::Debug for FrameDecoder<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FrameDecoder")
            .field("set", &S::NAME)
            .field("offset", &self.offset())
            .field("unread", &self.end.saturating_sub(self.start))
            .field("missing", &self.missing())
            .finish_non_exhaustive()
    }
}

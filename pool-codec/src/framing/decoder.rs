//! Frames out of bytes, without any I/O.
//!
//! ```text
//!            window(), commit(n)                    current()
//!  socket --------------------------> window  ----------------> FrameView
//!     |                               many small frames,        borrows the window or the slot
//!     |                               one read
//!     +-----------------------------> slot
//!       payloads that the window       acquired only after the header's length passed
//!       cannot hold                    the limit of the header's id
//! ```
//!
//! All state is in the decoder: a read that is cancelled, times out or would block loses nothing.
//!
//! What the decoder holds of its pool: nothing while no byte of a frame is there
//! ([`FrameDecoder::release`]), else its window, and for a frame that the window cannot hold its slot.

mod advance;
mod hold;

use core::fmt;
use core::marker::PhantomData;

use pool_core::{Pool, PooledBuf};

use crate::frame::FrameSet;
use crate::frame::header::{Header, HeaderError, header_size};
use crate::framing::error::FrameError;
use crate::framing::limits::{Declared, Limits, UnknownFrames};
use crate::framing::slots::Slots;
use crate::framing::view::{FrameView, Payload};

/// Reads the frames of a set out of a byte stream; sans-I/O.
///
/// # Where the stream stands
///
/// Frames have no mark that could be searched for: their place in the stream follows from the headers before
/// them, all of which therefore have to be true. So the decoder goes on with the frame behind a bad one as long as
/// its header can be read, and never after.
///
/// | what came | error | memory taken | the next call |
/// |---|---|---|---|
/// | a payload longer than its message's longest | [`FrameError::TooLarge`] | none | drops the payload as it comes, goes on behind it |
/// | an id that is not of the set, or not [of the declared ones](Self::only) | [`FrameError::UnknownId`], or none with [`UnknownFrames::Skip`] | none | the same |
/// | the same, with [`UnknownFrames::Keep`] | none, if not longer than the longest payload | a slot, if the window is too small | the frame is delivered |
/// | bytes that are no header | [`FrameError::Header`], [fatal](FrameError::is_fatal) | none | the same error, for ever |
/// | a payload that is no message of its id | of the [`FrameView`]'s `decode`, `borrow`, `hold` | none | goes on behind the frame, which stays [`current`](Self::current) until then |
/// | nothing, the pool has no slot | [`FrameError::Acquire`] | none | tries again, where it was |
/// | the end of the stream | none: [`missing`](Self::missing) tells whether it is one between frames | | |
///
/// A dropped payload of the longest length that the header can express may be gigabytes: whoever does not want to
/// read them closes the connection.
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
    slots: Slots,
    limits: Limits,
    /// Where bytes arrive; acquired when the first ones are about to.
    window: Option<PooledBuf>,
    /// The unread bytes of the window are `start..end`.
    start: usize,
    end: usize,
    /// Stream offset of `start`.
    offset: u64,
    /// The current frame, if it lies in the window, at the start of the unread bytes. Only in
    /// [`State::Window`], but apart from that: so the usual case has nothing to drop.
    current: Option<InWindow<S::Header>>,
    state: State<S::Header>,
    /// The current frame was to be held, and there was no slot: it is still the next one.
    unheld: bool,
    set: PhantomData<fn() -> S>,
}

/// A complete frame of `len` bytes with its header.
#[derive(Clone, Copy)]
struct InWindow<H> {
    header: H,
    len: usize,
}

enum State<H> {
    /// The unread bytes begin with the current frame, or with a header or a part of one.
    Window,
    /// A payload of which `filled` bytes have arrived in its own slot.
    Filling { header: H, slot: PooledBuf, filled: usize },
    /// A complete payload in its own slot, which is gone once the frame is held.
    InSlot { header: H, slot: Option<PooledBuf> },
    /// Payload bytes to drop, of a frame that begins at `start` in the stream.
    Skip { left: usize, start: u64 },
    /// No header where one should be.
    Broken(HeaderError),
}

impl<S: FrameSet> FrameDecoder<S> {
    const HEADER: usize = header_size::<S::Header>();

    /// A decoder at the start of a stream. Takes no memory yet.
    ///
    /// Unknown frames are kept if the set has a variant for them, else rejected.
    #[must_use]
    pub fn new(pool: &Pool) -> Self {
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
            set: PhantomData,
        }
    }

    /// Sets what happens to frames of unknown id. Without this they are kept if the set has a variant for them, else
    /// rejected.
    #[must_use]
    pub fn unknown_frames(mut self, unknown: UnknownFrames) -> Self {
        self.limits.set_unknown(unknown);
        self
    }

    /// Takes frames of other ids than these for unknown ones, also where the set has such a message.
    #[must_use]
    pub fn only(mut self, ids: &[u32]) -> Self {
        self.limits.set_declared::<S>(Declared::only(ids));
        self
    }

    #[cfg(feature = "service")]
    pub(crate) fn declared(mut self, declared: Declared) -> Self {
        self.limits.set_declared::<S>(declared);
        self
    }

    /// Where the next bytes of the stream go. Write to its front, then [`commit`](Self::commit). Gives up
    /// the current frame.
    ///
    /// After [`advance`](Self::advance) has asked for more bytes it is not empty. Without calling that in
    /// between it may be, once it is full: a read of no bytes is then not the stream's end.
    ///
    /// # Errors
    ///
    /// [`FrameError::Acquire`] if the pool has no slot for the window.
    pub fn window(&mut self) -> Result<&mut [u8], FrameError> {
        self.give_up();
        if let State::Filling { slot, filled, .. } = &mut self.state {
            return Ok(slot.get_mut(*filled..).unwrap_or_default());
        }
        if self.window.is_none() {
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
    /// If the window is shorter than `count`.
    #[track_caller]
    pub fn commit(&mut self, count: usize) {
        if let State::Filling { slot, filled, .. } = &mut self.state
            && *filled < slot.len()
        {
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

    /// The current frame: the one [`advance`](Self::advance) went to, until more bytes are asked for. One that
    /// had a slot of its own is gone once it is held.
    #[inline]
    pub fn current(&mut self) -> Option<FrameView<'_, S>> {
        if let Some(InWindow { header, len }) = self.current {
            // Cannot wrap: the frame lies in the window.
            let end = self.start.wrapping_add(len);
            let frame = self.window.as_deref()?.get(self.start..end)?;
            let payload = Payload::Window(frame);
            return Some(FrameView::new(header, payload, self.slots.pool(), self.offset));
        }
        match &mut self.state {
            State::InSlot { header, slot: slot @ Some(_) } => {
                // The header was consumed when the slot was acquired.
                let offset = self.offset.saturating_sub(Self::HEADER as u64);
                let payload = Payload::Slot(slot);
                Some(FrameView::new(*header, payload, self.slots.pool(), offset))
            }
            _ => None,
        }
    }

    /// What was read and is behind the frame that was last asked for: for who takes the stream over, after a handshake.
    #[must_use]
    pub fn buffered(&self) -> &[u8] {
        let passed = match self.state {
            State::Skip { left, .. } => left,
            _ if self.unheld => 0,
            _ => self.current.map_or(0, |current| current.len),
        };
        let behind = self.start.saturating_add(passed)..self.end;
        self.window.as_ref().and_then(|window| window.get(behind)).unwrap_or_default()
    }

    /// [`advance`](Self::advance), then [`current`](Self::current).
    ///
    /// # Errors
    ///
    /// As [`advance`](Self::advance).
    pub fn next_frame(&mut self) -> Result<Option<FrameView<'_, S>>, FrameError> {
        Ok(if self.advance()? { self.current() } else { None })
    }

    /// Gives the window back to the pool if no byte of a frame is in it; gives up the current frame.
    ///
    /// For a stream that has nothing to read: it then holds no memory of the pool until
    /// [`window`](Self::window) is asked for again.
    pub fn release(&mut self) {
        self.give_up();
        if self.start == self.end {
            self.window = None;
            (self.start, self.end) = (0, 0);
        }
    }

    /// Gives up the current frame, and the window if nothing is behind it: who has the message and waits for
    /// another slot, or does not come back soon, keeps none.
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

    /// The length of the slot that the pool did not have when [`window`](Self::window) or
    /// [`advance`](Self::advance) last failed with [`AcquireError::Exhausted`](pool_core::AcquireError::Exhausted).
    /// Who waits for one, with [`Pool::acquire_timeout`] or [`Pool::acquire_async`], hands it over with
    /// [`supply`](Self::supply) and makes the call again.
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

    /// Bytes from the start of the stream to the header of the frame under way: the current one, the
    /// one that is arriving or being skipped, or the next.
    #[must_use]
    pub fn offset(&self) -> u64 {
        match self.state {
            State::Filling { .. } | State::InSlot { .. } => {
                self.offset.saturating_sub(Self::HEADER as u64)
            }
            State::Skip { start, .. } => start,
            State::Window | State::Broken(_) => self.offset,
        }
    }

    /// Bytes that the frame under way still needs, as far as is known: none if the stream may end
    /// here.
    #[must_use]
    pub fn missing(&self) -> usize {
        let unread = self.end.saturating_sub(self.start);
        match &self.state {
            State::Filling { slot, filled, .. } => slot.len().saturating_sub(*filled),
            State::Skip { left, .. } => left.saturating_sub(unread),
            State::InSlot { .. } | State::Broken(_) => 0,
            State::Window if self.current.is_some() || unread == 0 => 0,
            State::Window => match self.peek_header() {
                Some(Ok(header)) => {
                    Self::HEADER.saturating_add(header.payload_len()).saturating_sub(unread)
                }
                _ => Self::HEADER.saturating_sub(unread),
            },
        }
    }
}

/// Nothing in it is pinned, whatever the header is.
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

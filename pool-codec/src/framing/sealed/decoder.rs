//! The state of a sealed stream that is read, without any I/O.
//!
//! It is a decoder of plain frames whose bytes are opened before that decoder looks at them. The plain decoder has the
//! window, the slots, the limits and the current frame; this one has the cipher, and what is special about bytes on the
//! wire: how far they are opened, and the MACs between them.

use core::fmt;

use pool_core::{Pool, PooledBuf};

use crate::codec::{Covariant, DecodeError};
use crate::frame::header::Front;
use crate::frame::window::MAX_WINDOW;
use crate::frame::{DecodeFrame, FrameSet, Header};
use crate::framing::decoder::{FrameDecoder, State};
use crate::framing::error::{FrameError, HoldError};
use crate::framing::held::Held;
use crate::framing::limits::UnknownFrames;
use crate::framing::sealed::blocks::{Open, sealed_header, sealed_len};
use crate::framing::traffic::Traffic;
use crate::framing::view::FrameView;

/// Decodes the frames of a set from a sealed byte stream, without any I/O: a [`FrameDecoder`] for encrypted streams.
///
/// All that [`FrameDecoder`] says about errors and the position in the stream holds, with these differences:
///
/// * A block whose MAC is wrong is [`FrameError::Forged`], which is fatal: every later call returns it again. The decoder
///   releases its slots.
/// * The limits apply to the opened header, before memory is taken for the payload and before a byte of it is opened. A
///   payload that the limits reject is dropped without being opened.
/// * Offsets and [`missing`](Self::missing) count bytes on the wire, MACs included, from the first sealed byte.
/// * A payload in a slot of its own takes a slot for its length with MACs: see
///   [`pool_config`](crate::sealed::pool_config).
///
/// To read from a stream, pass it to `with_decoder` of a reader.
pub struct SealedDecoder<S: FrameSet, C: Open> {
    /// The frames that are opened, in its window or a slot. Its offset does not count the MACs of the current frame.
    pub(in crate::framing) frames: FrameDecoder<S>,
    pub(super) cipher: C,
    /// The header of the frame at the start of the unread bytes, once it is opened.
    pub(super) header: Option<Front<S::Header>>,
    /// The payload that is arriving in a slot of its own, if one is.
    pub(super) arriving: Arriving,
    /// The number of bytes between the current frame and the one behind it.
    pub(super) trailing: usize,
    /// The number of bytes of MACs that the offset of `frames` does not count yet.
    pub(super) uncounted: usize,
    /// The offset of a frame with a wrong MAC, after which nothing can be read.
    pub(super) forged: Option<u64>,
    /// The pool has passed [`Limits::check_sealed_pool`](crate::framing::limits::Limits::check_sealed_pool).
    pool_checked: bool,
}

/// A payload that is arriving in a slot, and is opened there block by block.
pub(super) struct Arriving {
    /// The length of the payload, in bytes.
    pub(super) payload: usize,
    /// The number of bytes at its front that are opened.
    pub(super) opened: usize,
}

impl Arriving {
    /// The end of the block in progress, without its MAC.
    pub(super) fn block_end<C: Open>(&self) -> usize {
        self.opened.saturating_add(C::MAX_BLOCK).min(self.payload)
    }
}

impl<S: FrameSet, C: Open> SealedDecoder<S, C> {
    /// Creates a decoder at the first sealed byte of a stream. It allocates no memory yet.
    #[must_use]
    pub fn new(pool: &Pool, cipher: C) -> Self {
        const { sealed_header::<S::Header, C>() };
        Self {
            frames: FrameDecoder::new(pool),
            cipher,
            header: None,
            arriving: Arriving { payload: 0, opened: 0 },
            trailing: 0,
            uncounted: 0,
            forged: None,
            pool_checked: false,
        }
    }

    /// Sets the treatment of frames of unknown id, as [`FrameDecoder::with_unknown_frames`] does.
    #[must_use]
    pub fn with_unknown_frames(mut self, unknown: UnknownFrames) -> Self {
        self.frames = self.frames.with_unknown_frames(unknown);
        self
    }

    /// Treats all ids but these as unknown, as [`FrameDecoder::with_declared_ids`] does.
    #[must_use]
    pub fn with_declared_ids(mut self, ids: &[u32]) -> Self {
        self.frames = self.frames.with_declared_ids(ids);
        self
    }

    /// Counts frames, bytes on the wire and rejections, as [`FrameDecoder::with_traffic`] does.
    #[must_use]
    pub fn with_traffic(mut self, traffic: &Traffic<S>) -> Self {
        self.frames = self.frames.with_traffic(traffic);
        self
    }

    /// Returns the buffer for the next bytes of the stream. Write to its front, then call
    /// [`commit`](Self::commit). The current frame ends.
    ///
    /// # Errors
    ///
    /// Fails as [`FrameDecoder::window`] does, and with [`FrameError::Forged`] after a wrong MAC.
    pub fn window(&mut self) -> Result<&mut [u8], FrameError> {
        self.check_forged()?;
        self.frames.end_current();
        let room = self.room();
        if !self.pool_checked {
            let config = self.frames.slots.pool().config();
            self.frames.limits.check_sealed_pool::<S, C>(config)?;
            self.pool_checked = true;
        }
        let window = self.frames.window()?;
        let room = room.min(window.len());
        Ok(window.get_mut(..room).unwrap_or_default())
    }

    /// Declares that `count` bytes were written to the front of the [`window`](Self::window).
    ///
    /// # Panics
    ///
    /// Panics if the window is shorter than `count`.
    #[track_caller]
    pub fn commit(&mut self, count: usize) {
        assert!(count <= self.room(), "more bytes committed than the window has");
        self.frames.commit(count);
    }

    /// The number of bytes that may be read next, if the window has as many: to the end of the block in progress, or as
    /// many as a window has.
    fn room(&self) -> usize {
        match &self.frames.state {
            State::Filling { filled, .. } => {
                let end = self.arriving.block_end::<C>().saturating_add(C::MAC);
                end.saturating_sub(*filled)
            }
            // A window of a pool with large classes only is longer. More bytes could be several blocks of one payload.
            _ => MAX_WINDOW.saturating_sub(self.frames.unread().len()),
        }
    }

    /// Calls [`advance`](Self::advance) and returns the frame that it has found. `None` means that more bytes are
    /// needed.
    ///
    /// # Errors
    ///
    /// Fails as [`advance`](Self::advance) does.
    pub fn next_frame(&mut self) -> Result<Option<FrameView<'_, S>>, FrameError> {
        Ok(if self.advance()? { self.current() } else { None })
    }

    /// Moves to the next frame and holds it, as [`FrameDecoder::next_held`] does.
    ///
    /// # Errors
    ///
    /// Fails as [`FrameDecoder::next_held`] does, and with [`FrameError::Forged`].
    pub fn next_held<F>(&mut self) -> Result<Option<Result<Held<F>, HoldError>>, FrameError>
    where
        F: Covariant,
        for<'d> F::Ref<'d>: DecodeFrame<'d>,
    {
        if self.frames.take_unheld() || self.advance()? {
            return self.frames.hold_current();
        }
        Ok(None)
    }

    /// Returns the current frame, opened: see [`FrameDecoder::current`].
    pub fn current(&mut self) -> Option<FrameView<'_, S>> {
        self.frames.current()
    }

    /// Counts the current frame as one whose payload does not decode: see [`FrameDecoder::count_undecoded`].
    #[cold]
    pub fn count_undecoded(&self, error: &DecodeError) {
        self.frames.count_undecoded(error);
    }

    /// Ends the current frame, and releases the window if it contains no byte of another frame: see
    /// [`FrameDecoder::release`].
    pub fn release(&mut self) {
        self.frames.release();
    }

    /// Returns the length of the slot that the pool did not have: see [`FrameDecoder::needed_slot`].
    #[must_use]
    pub fn needed_slot(&self) -> Option<usize> {
        self.frames.needed_slot()
    }

    /// Provides a slot of the length that [`needed_slot`](Self::needed_slot) returned.
    pub fn provide_slot(&mut self, slot: PooledBuf) {
        self.frames.provide_slot(slot);
    }

    /// Returns the pool.
    #[must_use]
    pub fn pool(&self) -> &Pool {
        self.frames.pool()
    }

    /// Returns the number of bytes on the wire from the first sealed byte to the header of the frame in progress: the
    /// current frame, the one that is arriving or being skipped, or the next one.
    #[must_use]
    pub fn offset(&self) -> u64 {
        if let Some(offset) = self.forged {
            return offset;
        }
        match &self.frames.state {
            State::Window if self.frames.current.is_none() => {
                self.frames.offset.saturating_add(self.uncounted as u64)
            }
            _ => self.frames.offset(),
        }
    }

    /// Returns the number of bytes on the wire, as far as is known, that the frame in progress still needs. Zero means
    /// that the stream may end here. A peer that stops inside a sealed header is not idle.
    #[must_use]
    pub fn missing(&self) -> usize {
        match &self.frames.state {
            State::Filling { filled, .. } => {
                let rest = self.arriving.payload.saturating_sub(self.arriving.opened);
                let arrived = filled.saturating_sub(self.arriving.opened);
                sealed_len::<C>(rest).saturating_sub(arrived)
            }
            State::Window if self.frames.current.is_none() => {
                match self.frames.unread().len().saturating_sub(self.trailing) {
                    0 => 0,
                    arrived => self.frame_len().saturating_sub(arrived),
                }
            }
            _ => self.frames.missing(),
        }
    }

    /// The length on the wire, as far as is known, of the frame at the start of the unread bytes.
    fn frame_len(&self) -> usize {
        let payload = self.header.map_or(0, |front| front.header.payload_len());
        sealed_header::<S::Header, C>().saturating_add(sealed_len::<C>(payload))
    }

    pub(super) fn check_forged(&self) -> Result<(), FrameError> {
        match self.forged {
            None => Ok(()),
            Some(offset) => Err(FrameError::Forged { offset }),
        }
    }
}

/// The decoder does not pin its fields, whatever the header and the cipher are.
impl<S: FrameSet, C: Open> Unpin for SealedDecoder<S, C> {}

/// Shows the state, but not the cipher.
impl<S: FrameSet, C: Open> fmt::Debug for SealedDecoder<S, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SealedDecoder")
            .field("set", &S::NAME)
            .field("offset", &self.offset())
            .field("missing", &self.missing())
            .field("forged", &self.forged.is_some())
            .finish_non_exhaustive()
    }
}

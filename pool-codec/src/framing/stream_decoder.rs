//! What a reader needs of its decoder.

#[cfg(feature = "compio")]
use core::ops::Range;

#[cfg(feature = "compio")]
use pool_core::PooledBuf;

use crate::codec::{Covariant, DecodeError};
use crate::frame::{DecodeFrame, FrameSet};
use crate::framing::decoder::FrameDecoder;
use crate::framing::error::FrameError;
use crate::framing::held::Held;
use crate::framing::sealed::{Open, SealedDecoder};

/// The decoder of a reader: a [`FrameDecoder`], or a [`SealedDecoder`] if the stream is encrypted. Other types do not
/// implement it.
pub trait StreamDecoder: Unpin + OfThisCrate {
    /// The set whose frames it decodes.
    type Set: FrameSet;

    /// The decoder that has the window, the slots and the current frame.
    #[doc(hidden)]
    fn frames(&self) -> &FrameDecoder<Self::Set>;

    #[doc(hidden)]
    fn frames_mut(&mut self) -> &mut FrameDecoder<Self::Set>;

    /// Applies `change`, which consumes its argument, to that decoder.
    #[doc(hidden)]
    fn with_frames(
        self,
        change: impl FnOnce(FrameDecoder<Self::Set>) -> FrameDecoder<Self::Set>,
    ) -> Self;

    #[doc(hidden)]
    fn window(&mut self) -> Result<&mut [u8], FrameError>;

    #[doc(hidden)]
    fn commit(&mut self, count: usize);

    /// Lends the window: see [`restore`](Self::restore).
    #[cfg(feature = "compio")]
    #[doc(hidden)]
    fn lend(&mut self) -> Result<(PooledBuf, Range<usize>), FrameError>;

    /// Takes back what `lend` has returned. `commit` follows.
    #[cfg(feature = "compio")]
    #[doc(hidden)]
    fn restore(&mut self, buf: PooledBuf) {
        self.frames_mut().restore(buf);
    }

    #[doc(hidden)]
    fn advance(&mut self) -> Result<bool, FrameError>;

    #[doc(hidden)]
    fn offset(&self) -> u64;

    #[doc(hidden)]
    fn missing(&self) -> usize;

    /// Moves to the next frame in the usual case. Otherwise nothing changes, and `advance` does the rest.
    #[doc(hidden)]
    #[inline(always)]
    fn advance_in_window(&mut self) -> bool {
        false
    }

    /// Moves to the next frame and holds it in the usual case. `None` means that `advance` does the rest.
    #[doc(hidden)]
    #[inline(always)]
    fn hold_in_window<F>(&mut self) -> Result<Option<Held<F>>, DecodeError>
    where
        F: Covariant,
        for<'d> F::Ref<'d>: DecodeFrame<'d>,
    {
        Ok(None)
    }
}

/// Keeps the implementations in this crate.
#[expect(unnameable_types, reason = "keeps the implementations of `StreamDecoder` in this crate")]
pub trait OfThisCrate {}

impl<S: FrameSet> OfThisCrate for FrameDecoder<S> {}

impl<S: FrameSet, C: Open> OfThisCrate for SealedDecoder<S, C> {}

impl<S: FrameSet> StreamDecoder for FrameDecoder<S> {
    type Set = S;

    #[inline(always)]
    fn frames(&self) -> &FrameDecoder<S> {
        self
    }

    #[inline(always)]
    fn frames_mut(&mut self) -> &mut FrameDecoder<S> {
        self
    }

    fn with_frames(self, change: impl FnOnce(Self) -> Self) -> Self {
        change(self)
    }

    #[inline(always)]
    fn window(&mut self) -> Result<&mut [u8], FrameError> {
        self.window()
    }

    #[inline(always)]
    fn commit(&mut self, count: usize) {
        self.commit(count);
    }

    #[cfg(feature = "compio")]
    fn lend(&mut self) -> Result<(PooledBuf, Range<usize>), FrameError> {
        self.lend()
    }

    #[inline(always)]
    fn advance(&mut self) -> Result<bool, FrameError> {
        self.advance()
    }

    fn offset(&self) -> u64 {
        self.offset()
    }

    fn missing(&self) -> usize {
        self.missing()
    }

    #[inline(always)]
    fn advance_in_window(&mut self) -> bool {
        self.advance_in_window()
    }

    #[inline(always)]
    fn hold_in_window<F>(&mut self) -> Result<Option<Held<F>>, DecodeError>
    where
        F: Covariant,
        for<'d> F::Ref<'d>: DecodeFrame<'d>,
    {
        self.hold_in_window()
    }
}

impl<S: FrameSet, C: Open> StreamDecoder for SealedDecoder<S, C> {
    type Set = S;

    fn frames(&self) -> &FrameDecoder<S> {
        &self.frames
    }

    fn frames_mut(&mut self) -> &mut FrameDecoder<S> {
        &mut self.frames
    }

    fn with_frames(mut self, change: impl FnOnce(FrameDecoder<S>) -> FrameDecoder<S>) -> Self {
        self.frames = change(self.frames);
        self
    }

    fn window(&mut self) -> Result<&mut [u8], FrameError> {
        self.window()
    }

    fn commit(&mut self, count: usize) {
        self.commit(count);
    }

    #[cfg(feature = "compio")]
    fn lend(&mut self) -> Result<(PooledBuf, Range<usize>), FrameError> {
        self.lend()
    }

    fn advance(&mut self) -> Result<bool, FrameError> {
        self.advance()
    }

    fn offset(&self) -> u64 {
        self.offset()
    }

    fn missing(&self) -> usize {
        self.missing()
    }
}

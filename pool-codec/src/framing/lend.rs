//! The window as an owned buffer, for operations that own their buffer until they complete.
//!
//! ```text
//!              lend()                    the operation fills `range`
//!  decoder ----------------> buf, range -----------------------------.
//!     ^                                                              |
//!     '---- restore(buf), then commit(n) ----------------------------'
//! ```
//!
//! While its window is lent, the decoder has no current frame and nothing to advance to.

use core::ops::Range;

use pool_core::PooledBuf;

use crate::frame::FrameSet;
use crate::framing::decoder::{FrameDecoder, State};
use crate::framing::error::FrameError;
use crate::framing::sealed::{Open, SealedDecoder};

impl<S: FrameSet> FrameDecoder<S> {
    /// Lends the [`window`](Self::window), or the slot of a large payload: the buffer, and its bytes to fill from the
    /// front. There are some after `advance` has returned `false`.
    pub(crate) fn lend(&mut self) -> Result<(PooledBuf, Range<usize>), FrameError> {
        self.window()?;
        match core::mem::replace(&mut self.state, State::Window) {
            State::Filling { front, slot, filled } => {
                self.state = State::Lent { front, filled, len: slot.len() };
                let range = filled..slot.len();
                Ok((slot, range))
            }
            state => {
                self.state = state;
                let buf = match self.window.take() {
                    Some(window) => window,
                    None => self.slots.acquire_window()?,
                };
                let range = self.end..buf.len();
                Ok((buf, range))
            }
        }
    }

    /// Takes the buffer back that [`lend`](Self::lend) has returned. The operation may have changed its length.
    pub(crate) fn restore(&mut self, mut buf: PooledBuf) {
        match core::mem::replace(&mut self.state, State::Window) {
            State::Lent { front, filled, len } => {
                buf.restore_len(len);
                self.state = State::Filling { front, slot: buf, filled };
            }
            state => {
                self.state = state;
                buf.restore_len(self.slots.window_len());
                self.window = Some(buf);
            }
        }
    }
}

impl<S: FrameSet, C: Open> SealedDecoder<S, C> {
    /// Lends the [`window`](Self::window): see [`FrameDecoder::lend`].
    pub(crate) fn lend(&mut self) -> Result<(PooledBuf, Range<usize>), FrameError> {
        let room = self.window()?.len();
        let (buf, range) = self.frames.lend()?;
        let end = range.end.min(range.start.saturating_add(room));
        Ok((buf, range.start..end))
    }
}

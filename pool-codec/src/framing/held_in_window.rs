//! Frames that are held as they arrive, in the usual case.

use crate::codec::{Covariant, DecodeError};
use crate::frame::{DecodeFrame, FrameSet, Header};
use crate::framing::decoder::{FrameDecoder, InWindow};
use crate::framing::held::Held;

impl<S: FrameSet> FrameDecoder<S> {
    /// Moves to the next frame and holds it, in the usual case: all of it is in the window, and the pool has a slot.
    /// That is small enough to be inlined into callers. `None` means that [`next_held`](Self::next_held) does the rest.
    ///
    /// # Errors
    ///
    /// Fails if the payload is not a message `F`. The frame is still the current one, and the caller counts the error with
    /// `count_undecoded`.
    #[inline(always)]
    pub(crate) fn hold_in_window<F>(&mut self) -> Result<Option<Held<F>>, DecodeError>
    where
        F: Covariant,
        for<'d> F::Ref<'d>: DecodeFrame<'d>,
    {
        if !self.advance_in_window() {
            return Ok(None);
        }
        // After the last frame in the window there is more to do.
        let slot = match self.current {
            Some(InWindow { front, len }) if self.start.wrapping_add(len) < self.end => {
                self.slots.pool().acquire(front.header.payload_len()).ok()
            }
            _ => None,
        };
        if slot.is_none() {
            self.unheld = true;
            return Ok(None);
        }
        let Some(frame) = self.current() else { return Ok(None) };
        let held = frame.hold_at(slot)?;
        self.finish_current();
        Ok(Some(held))
    }
}

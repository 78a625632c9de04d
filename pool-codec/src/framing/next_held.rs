//! Frames that are held as they arrive, where the caller may wait for a slot.

use crate::codec::Covariant;
use crate::frame::{DecodeFrame, FrameSet};
use crate::framing::decoder::{FrameDecoder, InWindow};
use crate::framing::error::{FrameError, HoldError};
use crate::framing::held::Held;

impl<S: FrameSet> FrameDecoder<S> {
    /// Whether the current frame could not be held for lack of a slot.
    #[cfg(any(feature = "tokio", feature = "compio"))]
    pub(crate) fn is_unheld(&self) -> bool {
        self.unheld
    }

    /// Whether the current frame could not be held for lack of a slot. It is then the next one, once.
    pub(crate) fn take_unheld(&mut self) -> bool {
        core::mem::take(&mut self.unheld) && self.current().is_some()
    }

    /// Moves to the next frame as [`advance`](Self::advance) does, and holds it as
    /// [`FrameView::hold`](crate::FrameView::hold) does. `None` means that more bytes are needed.
    ///
    /// If the pool has no slot, the next call of this function returns the same frame.
    /// [`needed_slot`](Self::needed_slot) returns the length of the slot that it needs.
    ///
    /// # Errors
    ///
    /// Returns `Ok(Some(Err(..)))` for a frame that is complete and cannot be held. Otherwise fails as
    /// [`advance`](Self::advance) does.
    pub fn next_held<F>(&mut self) -> Result<Option<Result<Held<F>, HoldError>>, FrameError>
    where
        F: Covariant,
        for<'d> F::Ref<'d>: DecodeFrame<'d>,
    {
        if self.take_unheld() || self.advance()? {
            return self.hold_current();
        }
        Ok(None)
    }

    /// Holds the current frame for [`next_held`](Self::next_held).
    pub(crate) fn hold_current<F>(
        &mut self,
    ) -> Result<Option<Result<Held<F>, HoldError>>, FrameError>
    where
        F: Covariant,
        for<'d> F::Ref<'d>: DecodeFrame<'d>,
    {
        let Some(len) = self.current().map(|frame| frame.payload().len()) else {
            return Ok(None);
        };
        if let Some(InWindow { front, len: total }) = self.current
            && self.start.saturating_add(total) == self.end
            && self.slots.is_of_window_class(len)
        {
            // The window becomes the slot, as for a frame that the window cannot hold: the frame does not wait
            // for another slot of the window's class.
            self.current = None;
            self.move_to_slot(front, len)?;
            self.finish_slot();
        }
        let slot = match self.current {
            // The frame lies in the window and is copied.
            Some(_) => match self.slots.acquire(len) {
                Ok(slot) => Some(slot),
                Err(error) => {
                    self.unheld = true;
                    return Ok(Some(Err(error.into())));
                }
            },
            None => None,
        };
        let Some(frame) = self.current() else { return Ok(None) };
        match frame.hold_at(slot) {
            Ok(held) => Ok(Some(Ok(held))),
            Err(error) => {
                self.count_undecoded(&error);
                Ok(Some(Err(error.into())))
            }
        }
    }
}

//! Frames that are held as they come, where a slot may be waited for.

use super::{FrameDecoder, InWindow};
use crate::codec::Covariant;
use crate::frame::{DecodeFrame, FrameSet};
use crate::framing::error::{FrameError, HoldError};
use crate::framing::held::Held;

impl<S: FrameSet> FrameDecoder<S> {
    /// Whether the current frame was to be held, and there was no slot.
    #[cfg(feature = "tokio")]
    pub(crate) fn is_unheld(&self) -> bool {
        self.unheld
    }

    /// [`advance`](Self::advance), unless the current frame was to be held and there was no slot: it is then
    /// the next one.
    pub(crate) fn advance_unheld(&mut self) -> Result<bool, FrameError> {
        if core::mem::take(&mut self.unheld) && self.current().is_some() {
            return Ok(true);
        }
        self.advance()
    }

    /// [`advance`](Self::advance), then [`FrameView::hold`](crate::FrameView::hold). If the pool has no slot, the
    /// frame stays the next one of this function; [`wanted`](Self::wanted) says what it needs.
    ///
    /// # Errors
    ///
    /// The error, in [`Ok`], of a frame that is there and cannot be held; else as [`advance`](Self::advance).
    pub fn advance_held<F>(&mut self) -> Result<Option<Result<Held<F>, HoldError>>, FrameError>
    where
        F: Covariant,
        for<'d> F::Ref<'d>: DecodeFrame<'d>,
    {
        if !self.advance_unheld()? {
            return Ok(None);
        }
        let Some(len) = self.current().map(|frame| frame.payload().len()) else {
            return Ok(None);
        };
        if let Some(InWindow { header, len: total }) = self.current
            && self.start.saturating_add(total) == self.end
            && self.slots.is_of_window(len)
        {
            // As for a frame that the window cannot hold: it does not wait for another slot of its class.
            self.current = None;
            self.move_to_slot(header, len)?;
            self.finish_slot();
        }
        let slot = match self.current {
            // In the window: it is copied.
            Some(_) => match self.slots.acquire(len) {
                Ok(slot) => Some(slot),
                Err(error) => {
                    self.unheld = true;
                    return Ok(Some(Err(error.into())));
                }
            },
            None => None,
        };
        Ok(self.current().map(|frame| frame.hold_at(slot).map_err(HoldError::from)))
    }
}

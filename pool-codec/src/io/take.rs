//! The steps of a reader that only need its decoder.

use crate::codec::Covariant;
use crate::frame::{DecodeFrame, FrameSet};
use crate::framing::{FrameDecoder, Held};
use crate::io::error::ReadError;

impl<S: FrameSet> FrameDecoder<S> {
    /// Moves to the next frame, which is then `current`. Returns `false` if more bytes are needed.
    pub(crate) fn next_current(&mut self) -> Result<bool, ReadError> {
        Ok(self.advance_unheld()?)
    }

    /// Moves to the next frame if all of it has arrived and no slot is needed.
    pub(crate) fn next_buffered(&mut self) -> Result<bool, ReadError> {
        match self.next_current() {
            Err(error) if error.is_exhausted() => Ok(false),
            found => found,
        }
    }

    /// Decodes the current frame and ends it. `None` means that there is none.
    #[inline(always)] // Like the callers, so that the message is decoded in its final place.
    pub(crate) fn take_message<T>(&mut self) -> Result<Option<T>, ReadError>
    where
        T: for<'d> DecodeFrame<'d>,
    {
        let Some(frame) = self.current() else { return Ok(None) };
        let offset = frame.offset();
        match frame.decode() {
            Ok(message) => {
                self.finish_current();
                Ok(Some(message))
            }
            Err(error) => {
                self.count_undecoded(&error);
                Err(ReadError::Decode { error, offset })
            }
        }
    }

    /// Moves to the next frame and holds it in `held`. Returns `false` if more bytes are needed. If the pool has no
    /// slot, the next call finds the same frame.
    pub(crate) fn take_held<F>(&mut self, held: &mut Option<Held<F>>) -> Result<bool, ReadError>
    where
        F: Covariant,
        for<'d> F::Ref<'d>: DecodeFrame<'d>,
    {
        match self.next_held()? {
            None => Ok(false),
            Some(Ok(found)) => {
                *held = Some(found);
                self.finish_current();
                Ok(true)
            }
            Some(Err(error)) => Err(ReadError::from_hold(error, self.offset())),
        }
    }
}

//! What the readers look for in a decoder.

use crate::frame::{DecodeFrame, FrameSet};
use crate::framing::{FrameDecoder, Held};
use crate::io::error::ReadError;
use crate::wire::Covariant;

impl<S: FrameSet> FrameDecoder<S> {
    /// Goes to the next frame, for `current`; `None` if more bytes are needed.
    pub(crate) fn next_current(&mut self) -> Result<Option<()>, ReadError> {
        Ok(self.advance_unheld()?.then_some(()))
    }

    /// The next message with its slot; `None` if more bytes are needed. If the pool has no slot, the frame
    /// stays the next one.
    pub(crate) fn take_held<F>(&mut self) -> Result<Option<Held<F>>, ReadError>
    where
        F: Covariant,
        for<'d> F::Ref<'d>: DecodeFrame<'d>,
    {
        match self.next_held()? {
            None => Ok(None),
            Some(Ok(held)) => {
                self.finish_current();
                Ok(Some(held))
            }
            Some(Err(error)) => Err(ReadError::from_hold(error, self.offset())),
        }
    }
}

/// What a reader gives where its stream has ended.
pub(crate) fn at_end<S: FrameSet, T>(
    decoder: &mut FrameDecoder<S>,
) -> Result<Option<T>, ReadError> {
    decoder.release();
    match decoder.missing() {
        0 => Ok(None),
        missing => Err(ReadError::UnexpectedEof { offset: decoder.offset(), missing }),
    }
}

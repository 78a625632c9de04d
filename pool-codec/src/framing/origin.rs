//! The part of a decoder that its frames refer to.

use crate::codec::DecodeError;
use crate::frame::FrameSet;
use crate::framing::slots::Slots;
use crate::framing::traffic::Recorder;

/// The slots, the counts and the position of a stream.
pub(crate) struct Origin<S: FrameSet> {
    pub(super) slots: Slots,
    pub(super) recorder: Recorder<S>,
    /// The offset in the stream of the unread bytes. The header of a frame that lies in a slot of its own is before it.
    pub(super) offset: u64,
}

impl<S: FrameSet> Origin<S> {
    /// Counts the error if the payload of a frame that begins `before` bytes before the offset does not decode.
    #[inline(always)]
    pub(super) fn counted<T>(
        &self,
        id: u32,
        before: usize,
        decoded: Result<T, DecodeError>,
    ) -> Result<T, DecodeError> {
        // Not matched by value, which would move a large message.
        if let Err(error) = &decoded {
            self.undecoded(id, before, *error);
        }
        decoded
    }

    /// Counts a payload that does not decode.
    #[cold]
    #[inline(never)]
    pub(super) fn undecoded(&self, id: u32, before: usize, error: DecodeError) {
        self.recorder.undecoded(id, self.offset.saturating_sub(before as u64), &error);
    }
}

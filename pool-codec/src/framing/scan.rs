//! The frame at the front of unread bytes: its header, the limits' decision about it, and the bytes to skip.

use crate::frame::header::{Front, front_header, least_header};
use crate::frame::{FrameSet, Header, HeaderError};
use crate::framing::error::FrameError;
use crate::framing::limits::{Disposition, Limits};

/// The result of looking at the front of unread bytes.
pub(crate) enum Scan<H> {
    /// The header is not complete.
    Incomplete,
    /// The limits admit the frame. Its payload may not be complete.
    Frame(Front<H>),
    /// The frame has to be dropped, with an error unless the limits skip it silently.
    Dropped(SkippedFrame, Option<FrameError>),
    /// The bytes are not a header.
    Malformed(HeaderError),
}

/// Reads the header at the front of `unread`, which lies at `offset` of the stream, and applies the limits.
pub(crate) fn scan<S: FrameSet>(limits: &Limits, unread: &[u8], offset: u64) -> Scan<S::Header> {
    let front = match front_header::<S::Header>(unread) {
        Ok(None) => return Scan::Incomplete,
        Err(error) => return Scan::Malformed(error),
        Ok(Some(front)) => front,
    };
    let skipped = SkippedFrame::new(front.frame_len(), offset);
    match limits.disposition::<S>(&front.header, offset) {
        Ok(Disposition::Deliver) => Scan::Frame(front),
        Ok(Disposition::Skip) => Scan::Dropped(skipped, None),
        Err(error) => Scan::Dropped(skipped, Some(error)),
    }
}

/// The error for a frame at `offset` of the stream, if its payload does not match its header.
#[inline]
pub(crate) fn verify<S: FrameSet>(
    header: &S::Header,
    payload: &[u8],
    offset: u64,
) -> Result<(), FrameError> {
    match header.verify(payload) {
        Ok(()) => Ok(()),
        Err(error) => Err(corrupt::<S>(header, error, offset)),
    }
}

#[cold]
fn corrupt<S: FrameSet>(header: &S::Header, error: HeaderError, offset: u64) -> FrameError {
    let id = header.id();
    let name = S::message(id).map(|message| message.name);
    FrameError::Corrupt { id, name, error, offset }
}

/// The number of bytes, as far as is known, that the frame at the front of `unread` still needs. Zero if there
/// is no byte of a frame, or all of it.
pub(crate) fn missing<H: Header>(unread: &[u8]) -> usize {
    if unread.is_empty() {
        return 0;
    }
    let total = match front_header::<H>(unread) {
        Ok(Some(front)) => front.frame_len(),
        _ => least_header::<H>(unread.len()),
    };
    total.saturating_sub(unread.len())
}

/// A frame that is being dropped, header included.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SkippedFrame {
    /// The number of bytes that are not dropped yet.
    left: usize,
    /// The offset of the frame in the stream.
    offset: u64,
}

impl SkippedFrame {
    /// A frame of `len` bytes, header included, at `offset` of the stream.
    pub(crate) fn new(len: usize, offset: u64) -> Self {
        Self { left: len, offset }
    }

    /// The number of bytes that are not dropped yet.
    pub(crate) fn left(&self) -> usize {
        self.left
    }

    /// The offset of the frame in the stream.
    pub(crate) fn offset(&self) -> u64 {
        self.offset
    }

    /// Drops as many of `unread` bytes as belong to the frame, and returns their number.
    pub(crate) fn drop_from(&mut self, unread: usize) -> usize {
        let dropped = self.left.min(unread);
        self.left = self.left.saturating_sub(dropped);
        dropped
    }
}

//! The frame at the front of unread bytes: its header, the limits' decision about it, and the bytes to skip.

use crate::frame::header::header_size;
use crate::frame::{FrameSet, Header, HeaderError};
use crate::framing::error::FrameError;
use crate::framing::limits::{Disposition, Limits};

/// The result of looking at the front of unread bytes.
pub(crate) enum Scan<H> {
    /// The header is not complete.
    Incomplete,
    /// The limits admit the frame. Its payload may not be complete.
    Frame(H),
    /// The frame has to be dropped, with an error unless the limits skip it silently.
    Dropped(SkippedFrame, Option<FrameError>),
    /// The bytes are not a header.
    Malformed(HeaderError),
}

/// Reads the header at the front of `unread`, which lies at `offset` of the stream, and applies the limits.
pub(crate) fn scan<S: FrameSet>(limits: &Limits, unread: &[u8], offset: u64) -> Scan<S::Header> {
    let header = match peek_header(unread) {
        None => return Scan::Incomplete,
        Some(Err(error)) => return Scan::Malformed(error),
        Some(Ok(header)) => header,
    };
    let skipped = SkippedFrame { left: frame_len(&header), offset };
    match limits.disposition::<S>(&header, offset) {
        Ok(Disposition::Deliver) => Scan::Frame(header),
        Ok(Disposition::Skip) => Scan::Dropped(skipped, None),
        Err(error) => Scan::Dropped(skipped, Some(error)),
    }
}

/// The length of a frame with its header, in bytes.
pub(crate) fn frame_len<H: Header>(header: &H) -> usize {
    header_size::<H>().saturating_add(header.payload_len())
}

/// The number of bytes, as far as is known, that the frame at the front of `unread` still needs. Zero if there
/// is no byte of a frame, or all of it.
pub(crate) fn missing<H: Header>(unread: &[u8]) -> usize {
    if unread.is_empty() {
        return 0;
    }
    let total = match peek_header::<H>(unread) {
        Some(Ok(header)) => frame_len(&header),
        _ => header_size::<H>(),
    };
    total.saturating_sub(unread.len())
}

fn peek_header<H: Header>(unread: &[u8]) -> Option<Result<H, HeaderError>> {
    Some(H::decode(unread.get(..header_size::<H>())?))
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

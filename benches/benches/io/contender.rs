//! What is measured: a way to read frames and to make messages of them.

use std::io::Read;

use tokio::io::AsyncRead;

use crate::content::{Frames, Size};

/// The stream that a contender reads.
pub(crate) trait Contender: 'static {
    /// Only counts frames, and returns 0 for each.
    const COUNTS: bool = false;

    /// Frames with messages of `size`, in the contender's own encoding.
    fn frames(size: Size) -> Frames;
}

/// Reads from a blocking stream.
///
/// Nothing here is called through `dyn`: the timed loops are compiled for each contender.
pub(crate) trait Blocking: Contender {
    type Reader<R: Read + 'static>: 'static;

    fn reader<R: Read + 'static>(stream: R) -> Self::Reader<R>;

    /// Reads one frame, makes a message of it, and returns its number.
    fn next<R: Read + 'static>(reader: &mut Self::Reader<R>) -> u64;
}

/// Reads from an asynchronous stream.
pub(crate) trait Async: Contender {
    type Reader<R: AsyncRead + Unpin + 'static>: 'static;

    fn reader<R: AsyncRead + Unpin + 'static>(stream: R) -> Self::Reader<R>;

    /// As [`Blocking::next`].
    async fn next<R: AsyncRead + Unpin + 'static>(reader: &mut Self::Reader<R>) -> u64;
}

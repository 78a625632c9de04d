//! The interface of a contender: read frames and decode the messages in them.

use std::io::Read;

use tokio::io::AsyncRead;

use crate::content::{Frames, Size};

/// The stream that a contender reads.
pub(crate) trait Contender: 'static {
    /// Frames that are only counted. The contender returns 0 for each of them.
    const COUNTS: bool = false;

    /// Frames with messages of `size`, in the encoding of the contender.
    fn frames(size: Size) -> Frames;
}

/// A reader of a blocking stream.
///
/// The methods are never called through `dyn`: the timed loops are compiled for each contender.
pub(crate) trait Blocking: Contender {
    type Reader<R: Read + 'static>: 'static;

    fn reader<R: Read + 'static>(stream: R) -> Self::Reader<R>;

    /// Reads one frame, decodes its message, and returns the number of the message.
    fn next<R: Read + 'static>(reader: &mut Self::Reader<R>) -> u64;
}

/// A reader of an asynchronous stream.
pub(crate) trait Async: Contender {
    type Reader<R: AsyncRead + Unpin + 'static>: 'static;

    fn reader<R: AsyncRead + Unpin + 'static>(stream: R) -> Self::Reader<R>;

    /// Does the same as [`Blocking::next`].
    async fn next<R: AsyncRead + Unpin + 'static>(reader: &mut Self::Reader<R>) -> u64;
}

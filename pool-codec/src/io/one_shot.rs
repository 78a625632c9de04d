//! One frame from a stream that another reader continues.

use core::time::Duration;
use std::io::Read;

use pool_core::Pool;

use crate::frame::FrameSet;
use crate::framing::{OneFrameDecoder, PooledFrame};
use crate::io::error::ReadError;
use crate::io::reader::BlockingSource;
use crate::io::source::read_one;

/// Reads exactly one frame into a slot of its own. Returns `None` if the stream ends before it.
///
/// Use it for single frames, such as the first one of a handshake, on a stream that is then read in another way. It
/// reads twice per frame; for a stream of frames use [`FrameReader`](crate::FrameReader).
///
/// ```
/// # #[cfg(feature = "derive")] {
/// # use pool_codec::{Frame, FrameSet, Pool, TlvHeader, read_frame_pooled};
/// # #[derive(Debug, PartialEq, Frame)]
/// # #[frame(id = 7, borrow)]
/// # struct Tick { price: u16 }
/// # #[derive(Debug, FrameSet)]
/// # #[frames(header = TlvHeader, borrow)]
/// # enum Market { Tick(Tick) }
/// # static POOL: Pool = Pool::new(&Market::POOL_CONFIG);
/// let mut stream = &[7, 0, 2, 0, 0, 0, 1, 0, 0xAA][..];
/// let frame = read_frame_pooled::<Market>(&mut stream, &POOL)?.expect("a frame");
/// assert_eq!(frame.borrow::<Tick>()?.price, 1);
/// assert_eq!(stream, [0xAA]);
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// See [`ReadError`]. Offsets count from the first byte of the frame. Every error, including `WouldBlock` and
/// time-outs, loses the bytes that were read, and the stream is then unusable. The exceptions are
/// [`FrameError::TooLarge`](crate::error::FrameError::TooLarge) and [`FrameError::UnknownId`](crate::error::FrameError::UnknownId):
/// the payload, whose length they contain, comes next in the stream. If the pool has no slot, the header has been read
/// and the payload has not.
pub fn read_frame_pooled<S: FrameSet>(
    stream: &mut impl Read,
    pool: &Pool,
) -> Result<Option<PooledFrame<S>>, ReadError> {
    let mut source = BlockingSource { stream, slot_timeout: Duration::ZERO };
    let Ok(frame) = read_one(&mut OneFrameDecoder::new(pool), &mut source, pool);
    frame
}

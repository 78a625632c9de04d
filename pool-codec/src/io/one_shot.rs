//! One frame out of a stream that somebody else reads on.

use std::io::{self, Read};

use pool_core::Pool;

use crate::frame::FrameSet;
use crate::framing::{OneFrameDecoder, PooledFrame};
use crate::io::error::ReadError;

/// Reads one frame into a slot of its own, and not a byte more; `None` if the stream ends before it.
///
/// For a frame now and then, such as the first one of a handshake, on a stream that is then read in another
/// way. It costs two reads a frame: for a stream of frames use [`FrameReader`](crate::FrameReader).
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
/// See [`ReadError`]. Offsets count from the frame's first byte. What was read of the frame is lost with every
/// error, also `WouldBlock` and time-outs; the stream is then of no more use, unless the error is
/// [`FrameError::TooLarge`](crate::FrameError::TooLarge) or
/// [`FrameError::UnknownId`](crate::FrameError::UnknownId): its payload, as long as they say, comes next. If the
/// pool has no slot, the header is read and the payload is not.
pub fn read_frame_pooled<S: FrameSet>(
    stream: &mut impl Read,
    pool: &Pool,
) -> Result<Option<PooledFrame<S>>, ReadError> {
    let mut frame = OneFrameDecoder::<S>::new(pool);
    loop {
        let window = frame.window()?;
        if window.is_empty() {
            return Ok(frame.into_frame());
        }
        match stream.read(window) {
            Ok(0) => {
                return match frame.missing() {
                    0 => Ok(None),
                    missing => Err(ReadError::UnexpectedEof { offset: 0, missing }),
                };
            }
            Ok(count) => frame.commit(count),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error.into()),
        }
    }
}

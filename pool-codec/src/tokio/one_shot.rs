//! One frame out of a stream that somebody else reads on.

use core::future::poll_fn;
use core::task::{Context, Poll, ready};
use std::io;

use ::tokio::io::AsyncRead;
use pool_core::{AcquireError, Pool};

use super::reader::poll_read;
use crate::frame::FrameSet;
use crate::framing::{FrameError, OneFrameDecoder, PooledFrame};
use crate::io::error::ReadError;

/// Reads one frame into a slot of its own, and not a byte more; `None` if the stream ends before it.
///
/// For a frame now and then, such as the first one of a handshake, on a stream that is then read in another
/// way. It costs two reads a frame: for a stream of frames use [`FrameReader`](super::FrameReader).
///
/// **Not cancel-safe**: what the dropped future had read of the frame is lost, and the next read begins in the
/// middle of it. After a time-out, close the stream; inside `select!`, use [`FrameReader`](super::FrameReader).
///
/// Under [`Overflow::Wait`](crate::Overflow::Wait) it waits for a slot when it has read the header, and reads
/// nothing meanwhile.
///
/// ```
/// # #[cfg(feature = "derive")] {
/// # use pool_codec::{Frame, FrameSet, Pool, TlvHeader, tokio::read_frame_pooled};
/// # #[derive(Debug, PartialEq, Frame)]
/// # #[frame(id = 7, borrow)]
/// # struct Tick { price: u16 }
/// # #[derive(Debug, FrameSet)]
/// # #[frames(header = TlvHeader, borrow)]
/// # enum Market { Tick(Tick) }
/// # static POOL: Pool = Pool::new(&Market::POOL_CONFIG);
/// # futures::executor::block_on(async {
/// let mut stream = &[7, 0, 2, 0, 0, 0, 1, 0, 0xAA][..];
/// let frame = read_frame_pooled::<Market>(&mut stream, &POOL).await?.expect("a frame");
/// assert_eq!(frame.borrow::<Tick>()?.price, 1);
/// assert_eq!(stream, [0xAA]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// # }).unwrap();
/// # }
/// ```
///
/// # Errors
///
/// See [`ReadError`]. Offsets count from the frame's first byte. What was read of the frame is lost with every
/// error; the stream is then of no more use, unless the error is
/// [`FrameError::TooLarge`] or [`FrameError::UnknownId`]: its payload, as long as they say, comes next.
pub async fn read_frame_pooled<S: FrameSet>(
    stream: &mut (impl AsyncRead + Unpin),
    pool: &Pool,
) -> Result<Option<PooledFrame<S>>, ReadError> {
    let mut frame = OneFrameDecoder::<S>::new(pool);
    loop {
        match poll_fn(|context| poll_fill(stream, &mut frame, context)).await {
            Ok(true) => {}
            Ok(false) => return Ok(frame.into_frame()),
            Err(ReadError::Frame(FrameError::Acquire(AcquireError::Exhausted { len, .. }))) => {
                // Under another policy than to wait this fails, too.
                let slot = pool.acquire_async(len).await.map_err(FrameError::from)?;
                frame.provide_slot(slot);
            }
            Err(error) => return Err(error),
        }
    }
}

/// Reads once; false if there is nothing left to read.
fn poll_fill<S: FrameSet>(
    stream: &mut (impl AsyncRead + Unpin),
    frame: &mut OneFrameDecoder<S>,
    context: &mut Context<'_>,
) -> Poll<Result<bool, ReadError>> {
    let window = frame.window()?;
    if window.is_empty() {
        return Poll::Ready(Ok(false));
    }
    match ready!(poll_read(stream, context, window)) {
        Ok(0) => match frame.missing() {
            0 => Poll::Ready(Ok(false)),
            missing => Poll::Ready(Err(ReadError::UnexpectedEof { offset: 0, missing })),
        },
        Ok(count) => {
            frame.commit(count);
            Poll::Ready(Ok(true))
        }
        Err(error) if error.kind() == io::ErrorKind::Interrupted => Poll::Ready(Ok(true)),
        Err(error) => Poll::Ready(Err(error.into())),
    }
}

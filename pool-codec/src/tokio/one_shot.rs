//! One frame from a stream that another reader continues.

use core::future::poll_fn;

use ::tokio::io::AsyncRead;
use pool_core::Pool;

use crate::frame::FrameSet;
use crate::framing::{OneFrameDecoder, PooledFrame};
use crate::io::ReadError;
use crate::io::slot_waiter::SlotWaiter;
use crate::io::source::read_one;
use crate::tokio::source::PolledSource;

/// Reads exactly one frame into a slot of its own. Returns `None` if the stream ends before it.
///
/// Use it for single frames, such as the first one of a handshake, on a stream that is then read in another way. It
/// reads twice per frame; for a stream of frames use [`FrameReader`](super::FrameReader).
///
/// **Not cancel-safe**: dropping the future loses the bytes that it has read, and the next read begins inside the
/// frame. After a time-out, close the stream; inside `select!`, use [`FrameReader`](super::FrameReader).
///
/// Under [`Overflow::Wait`](crate::Overflow::Wait) it waits for a slot once it has read the header, and reads nothing
/// meanwhile.
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
/// See [`ReadError`]. Offsets count from the first byte of the frame. Every error loses the bytes that were read, and
/// the stream is then unusable. The exceptions are [`FrameError::TooLarge`](crate::error::FrameError::TooLarge) and
/// [`FrameError::UnknownId`](crate::error::FrameError::UnknownId): the payload, whose length they contain, comes next in the
/// stream.
///
/// # Panics
///
/// Panics if the stream replaces the buffer that it is given.
pub async fn read_frame_pooled<S: FrameSet>(
    stream: &mut (impl AsyncRead + Unpin),
    pool: &Pool,
) -> Result<Option<PooledFrame<S>>, ReadError> {
    let mut decoder = OneFrameDecoder::new(pool);
    let mut waiter = SlotWaiter::default();
    poll_fn(|context| {
        let mut source = PolledSource { stream, waiter: &mut waiter, context };
        let progress = read_one(&mut decoder, &mut source, pool);
        waiter.finish(progress)
    })
    .await
}

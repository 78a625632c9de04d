//! The opening of a connection over tokio.

use ::tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};

use crate::frame::FrameSet;
use crate::io::OpenError;
use crate::opening::{Agreement, Opening, Step};

/// Exchanges the digests of both peers' messages over `stream`, before the first frame. Both peers call it.
///
/// It reads nothing beyond the peer's opening. It is cancel-safe: all state is in `opening`, and a later call continues.
/// Set a time-out, because a peer may never answer.
///
/// ```
/// # #[cfg(feature = "derive")] {
/// # use pool_codec::opening::Opening;
/// # use pool_codec::{Frame, FrameSet, TlvHeader};
/// # #[derive(Debug, Frame)]
/// # #[frame(id = 1)]
/// # struct Ping { time: u64 }
/// # #[derive(Debug, FrameSet)]
/// # #[frames(header = TlvHeader)]
/// # enum Set { Ping(Ping) }
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// use pool_codec::tokio::open;
///
/// let (mut ours, mut theirs) = tokio::io::duplex(64);
/// let (mut first, mut second) = (Opening::<Set>::new(), Opening::<Set>::new());
/// let (first, second) = tokio::join!(open(&mut ours, &mut first), open(&mut theirs, &mut second));
/// first?.require_equal()?;
/// assert!(second?.is_equal());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// # }).unwrap();
/// # }
/// ```
///
/// # Errors
///
/// Fails if the stream does, or if the peer sends something else than an opening.
pub async fn open<S: FrameSet>(
    stream: &mut (impl AsyncRead + AsyncWrite + Unpin),
    opening: &mut Opening<S>,
) -> Result<Agreement<S>, OpenError> {
    let mut buffer = [0; 1024];
    loop {
        match opening.step() {
            Step::Send(bytes) => {
                let count = stream.write(bytes).await?;
                opening.sent(count)?;
            }
            Step::Receive(count) => {
                stream.flush().await?;
                let buffer = buffer.get_mut(..count).unwrap_or_default();
                let count = stream.read(buffer).await?;
                opening.received(buffer, count)?;
            }
            Step::Done(agreement) => {
                let agreement = agreement.clone();
                stream.flush().await?;
                return Ok(agreement);
            }
        }
    }
}

//! The opening of a connection over `std::io`.

use std::io::{self, Read, Write};

use crate::frame::FrameSet;
use crate::io::error::OpenError;
use crate::opening::{Agreement, Opening, Step};

/// Exchanges the digests of both peers' messages over `stream`, before the first frame. Both peers call it.
///
/// It reads nothing beyond the peer's opening, so readers and writers can use the stream afterwards. Set a time-out on
/// the stream: a peer may never answer.
///
/// ```no_run
/// # #[cfg(feature = "derive")] {
/// # use pool_codec::{Frame, FrameSet, TlvHeader};
/// # use pool_codec::opening::Opening;
/// # #[derive(Debug, Frame)]
/// # #[frame(id = 1)]
/// # struct Ping { time: u64 }
/// # #[derive(Debug, FrameSet)]
/// # #[frames(header = TlvHeader)]
/// # enum Set { Ping(Ping) }
/// use std::net::TcpStream;
///
/// let mut stream = TcpStream::connect("localhost:7000")?;
/// let agreement = pool_codec::io::open(&mut stream, &mut Opening::<Set>::new())?;
/// agreement.require_equal()?;
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// Fails if the stream does, or if the peer sends something else than an opening. After `WouldBlock` or a time-out
/// nothing is lost: call it again with the same `opening`.
pub fn open<S: FrameSet>(
    stream: &mut (impl Read + Write),
    opening: &mut Opening<S>,
) -> Result<Agreement<S>, OpenError> {
    let mut buffer = [0; 1024];
    loop {
        let done = match opening.step() {
            Step::Send(bytes) => stream.write(bytes).map(|count| opening.sent(count)),
            Step::Receive(count) => {
                let buffer = buffer.get_mut(..count).unwrap_or_default();
                let read = stream.flush().and_then(|()| stream.read(buffer));
                read.map(|count| opening.received(buffer, count))
            }
            Step::Done(agreement) => {
                let agreement = agreement.clone();
                stream.flush()?;
                return Ok(agreement);
            }
        };
        match done {
            Ok(done) => done?,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error.into()),
        }
    }
}

impl<S: FrameSet> Opening<S> {
    /// Records a write of `count` bytes to a stream.
    pub(crate) fn sent(&mut self, count: usize) -> Result<(), OpenError> {
        if count == 0 {
            return Err(OpenError::Io(io::ErrorKind::WriteZero.into()));
        }
        self.advance(count);
        Ok(())
    }

    /// Accepts the first `count` bytes of `buffer`, which were read from a stream.
    pub(crate) fn received(&mut self, buffer: &[u8], count: usize) -> Result<(), OpenError> {
        match buffer.get(..count) {
            None | Some([]) => Err(OpenError::Closed { missing: self.missing() }),
            Some(bytes) => Ok(self.receive(bytes).map(drop)?),
        }
    }
}

//! The loops that write frames, for streams that block and for streams that are polled.

use crate::io::progress::Progress;
use std::io;

use pool_core::{AcquireError, PooledBuf};

use crate::framing::{SendError, StreamEncoder};
use crate::io::error::WriteError;

/// The I/O of a writer: bytes to the stream, and slots that the pool did not have.
///
/// A method that cannot finish yet returns [`Pending`](Self::Pending) in place of its result.
pub(crate) trait Sink {
    /// [`Infallible`](core::convert::Infallible) if the methods block.
    type Pending;

    /// Writes the front of one buffer and returns the number of bytes.
    fn write(&mut self, bytes: &[u8]) -> Progress<io::Result<usize>, Self::Pending>;

    /// Writes the front of both buffers, one after the other, and returns the number of bytes.
    fn write_both(&mut self, bytes: [&[u8]; 2]) -> Progress<io::Result<usize>, Self::Pending>;

    /// Waits for the slot that the pool of `encoder` did not have, or returns the error if the policy is not to
    /// wait. Frames before the one that needs the slot do not wait for it: they are written meanwhile.
    fn acquire<E: StreamEncoder>(
        &mut self,
        encoder: &mut E,
        error: AcquireError,
    ) -> Progress<Result<PooledBuf, WriteError>, Self::Pending>;
}

/// Encodes a frame with `push`, and writes the frames before it if there is no room for it.
pub(crate) fn send<E: StreamEncoder, I: Sink>(
    encoder: &mut E,
    sink: &mut I,
    mut push: impl FnMut(&mut E) -> Result<bool, SendError>,
) -> Progress<Result<(), WriteError>, I::Pending> {
    loop {
        match push(encoder) {
            Ok(true) => return Ok(Ok(())),
            Ok(false) => {
                if let Err(error) = write_out(encoder, sink)? {
                    return Ok(Err(error.into()));
                }
            }
            Err(SendError::Acquire(error)) => match sink.acquire(encoder, error)? {
                Ok(slot) => encoder.provide_slot(slot),
                Err(error) => return Ok(Err(error)),
            },
            Err(error) => return Ok(Err(error.into())),
        }
    }
}

/// Writes everything that is unsent.
pub(crate) fn write_out<E: StreamEncoder, I: Sink>(
    encoder: &mut E,
    sink: &mut I,
) -> Progress<io::Result<()>, I::Pending> {
    loop {
        let written = match encoder.unsent() {
            [[], []] => return Ok(Ok(())),
            [one, []] | [[], one] => sink.write(one)?,
            both => sink.write_both(both)?,
        };
        match written {
            Ok(0) => return Ok(Err(io::ErrorKind::WriteZero.into())),
            // A stream that reports more bytes than it was given has at least accepted all of them.
            Ok(count) => encoder.sent(count.min(encoder.unsent_len())),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Ok(Err(error)),
        }
    }
}

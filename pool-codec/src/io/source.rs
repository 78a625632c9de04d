//! The loops that read frames, for streams that block and for streams that are polled.

use crate::io::progress::Progress;
use std::io;

use pool_core::{AcquireError, Pool, PooledBuf};

use crate::frame::FrameSet;
use crate::framing::{FrameError, OneFrameDecoder, PooledFrame, StreamDecoder};
use crate::io::error::ReadError;

/// The I/O of a reader: bytes from the stream, and slots that the pool did not have.
///
/// A method that cannot finish yet returns [`Pending`](Self::Pending) in place of its result.
pub(crate) trait Source {
    /// [`Infallible`](core::convert::Infallible) if the methods block.
    type Pending;

    /// Reads once into the window. Zero bytes are the end of the stream.
    fn fill<D: StreamDecoder>(
        &mut self,
        decoder: &mut D,
    ) -> Progress<Result<usize, ReadError>, Self::Pending>;

    /// Waits for the slot that `pool` did not have, or returns the error if the policy is not to wait.
    fn acquire(
        &mut self,
        pool: &Pool,
        error: AcquireError,
    ) -> Progress<Result<PooledBuf, AcquireError>, Self::Pending>;
}

/// A source that reads into a borrowed buffer.
pub(crate) trait ReadInto: Source {
    /// Reads once into the front of `out`. Zero bytes are the end of the stream.
    fn read(&mut self, out: &mut [u8]) -> Progress<io::Result<usize>, Self::Pending>;
}

/// Reads until `find` has found something. Returns `false` if the stream ends between frames.
pub(crate) fn read_until<D: StreamDecoder, I: Source>(
    decoder: &mut D,
    source: &mut I,
    mut find: impl FnMut(&mut D) -> Result<bool, ReadError>,
) -> Progress<Result<bool, ReadError>, I::Pending> {
    loop {
        let error = match find(decoder) {
            Ok(true) => return Ok(Ok(true)),
            Ok(false) => match source.fill(decoder)? {
                Ok(0) => return Ok(at_end(decoder).map(|()| false)),
                Ok(_) => continue,
                Err(error) => error,
            },
            Err(error) => error,
        };
        let ReadError::Frame(FrameError::Acquire(error)) = error else { return Ok(Err(error)) };
        match source.acquire(decoder.frames().pool(), error)? {
            Ok(slot) => decoder.frames_mut().provide_slot(slot),
            Err(error) => return Ok(Err(FrameError::from(error).into())),
        }
    }
}

/// Reads once into the window. While the stream has nothing to read, the decoder holds no slot without need.
pub(crate) fn fill_window<D: StreamDecoder, I: ReadInto>(
    decoder: &mut D,
    source: &mut I,
) -> Progress<Result<usize, ReadError>, I::Pending> {
    let window = match decoder.window() {
        Ok(window) => window,
        Err(error) => return Ok(Err(error.into())),
    };
    let read = read_once(source, window);
    match &read {
        Ok(Ok(count)) => decoder.commit(*count),
        Ok(Err(_)) | Err(_) => decoder.frames_mut().release(),
    }
    Ok(read?.map_err(ReadError::Io))
}

/// Reads once, but repeats a read that is interrupted.
fn read_once<I: ReadInto>(
    source: &mut I,
    out: &mut [u8],
) -> Progress<io::Result<usize>, I::Pending> {
    loop {
        match source.read(out)? {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            read => return Ok(read),
        }
    }
}

/// Fails if the stream has ended inside a frame.
pub(crate) fn at_end<D: StreamDecoder>(decoder: &mut D) -> Result<(), ReadError> {
    decoder.frames_mut().release();
    end_of_stream(decoder.missing(), decoder.offset())
}

/// Fails if the stream has ended where the frame at `offset` misses bytes.
pub(crate) fn end_of_stream(missing: usize, offset: u64) -> Result<(), ReadError> {
    match missing {
        0 => Ok(()),
        missing => Err(ReadError::UnexpectedEof { offset, missing }),
    }
}

/// Reads the rest of one frame. `None` means that the stream ends before its first byte.
pub(crate) fn read_one<S: FrameSet, I: ReadInto>(
    decoder: &mut OneFrameDecoder<S>,
    source: &mut I,
    pool: &Pool,
) -> Progress<Result<Option<PooledFrame<S>>, ReadError>, I::Pending> {
    loop {
        let window = match decoder.window() {
            Ok([]) => return Ok(decoder.take_frame().map_err(ReadError::from)),
            Ok(window) => window,
            Err(FrameError::Acquire(error)) => match source.acquire(pool, error)? {
                Ok(slot) => {
                    decoder.provide_slot(slot);
                    continue;
                }
                Err(error) => return Ok(Err(FrameError::from(error).into())),
            },
            Err(error) => return Ok(Err(error.into())),
        };
        match read_once(source, window)? {
            Ok(0) => return Ok(end_of_stream(decoder.missing(), 0).map(|()| None)),
            Ok(count) => decoder.commit(count),
            Err(error) => return Ok(Err(error.into())),
        }
    }
}

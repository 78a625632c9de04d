//! The steps of a reader that only need its decoder.

use crate::codec::Covariant;
use crate::frame::DecodeFrame;
use crate::framing::{Held, StreamDecoder};
use crate::io::error::ReadError;

/// Moves to the next frame, which is then `current`. Returns `false` if more bytes are needed. A frame that could not be
/// held for lack of a slot is the next one.
pub(crate) fn next_current<D: StreamDecoder>(decoder: &mut D) -> Result<bool, ReadError> {
    if decoder.frames_mut().take_unheld() {
        return Ok(true);
    }
    Ok(decoder.advance()?)
}

/// Moves to the next frame if all of it has arrived and no slot is needed.
pub(crate) fn next_buffered<D: StreamDecoder>(decoder: &mut D) -> Result<bool, ReadError> {
    match next_current(decoder) {
        Err(error) if error.is_exhausted() => Ok(false),
        found => found,
    }
}

/// Decodes the current frame and ends it. `None` means that there is none.
#[inline(always)] // Like the callers, so that the message is decoded in its final place.
pub(crate) fn take_message<D: StreamDecoder, T>(decoder: &mut D) -> Result<Option<T>, ReadError>
where
    T: for<'d> DecodeFrame<'d>,
{
    let frames = decoder.frames_mut();
    let Some(frame) = frames.current() else { return Ok(None) };
    let offset = frame.offset();
    match frame.decode() {
        Ok(message) => {
            frames.finish_current();
            Ok(Some(message))
        }
        Err(error) => {
            frames.count_undecoded(&error);
            Err(ReadError::Decode { error, offset })
        }
    }
}

/// Moves to the next frame and holds it in `held`. Returns `false` if more bytes are needed. If the pool has no slot, the
/// next call finds the same frame.
pub(crate) fn take_held<D: StreamDecoder, F>(
    decoder: &mut D,
    held: &mut Option<Held<F>>,
) -> Result<bool, ReadError>
where
    F: Covariant,
    for<'d> F::Ref<'d>: DecodeFrame<'d>,
{
    if !next_current(decoder)? {
        return Ok(false);
    }
    match decoder.frames_mut().hold_current()? {
        None => Ok(false),
        Some(Ok(found)) => {
            *held = Some(found);
            decoder.frames_mut().finish_current();
            Ok(true)
        }
        Some(Err(error)) => Err(ReadError::from_hold(error, decoder.offset())),
    }
}

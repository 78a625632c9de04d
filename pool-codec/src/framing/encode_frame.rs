//! One value into the bytes of one frame.

use pool_core::PooledBuf;

use crate::codec::error::{EncodeError, EncodeErrorKind};
use crate::frame::header::header_size;
use crate::frame::{EncodeFrame, Header, MessageInfo, Outgoing};

/// Returns the header of `frame`, if the header type can express it, and if a peer with the set `P` accepts a payload of
/// that length. No memory is taken for any other frame.
#[inline]
pub(crate) fn header_of<H: Header, P: Outgoing>(
    frame: &impl EncodeFrame,
) -> Result<H, EncodeError> {
    let (id, len) = (frame.frame_id(), frame.payload_len());
    let max = const { longest::<P>() };
    if len > max {
        return Err(too_large(len, max));
    }
    H::new(id, len).ok_or_else(|| inexpressible::<H>(id, len))
}

/// The length of the longest payload of the set, in bytes. A header alone sets no limit.
const fn longest<P: Outgoing>() -> usize {
    match P::SET {
        Some((_, messages)) => MessageInfo::longest(messages),
        None => usize::MAX,
    }
}

#[cold]
fn too_large(size: usize, max: usize) -> EncodeError {
    EncodeError::new(EncodeErrorKind::TooLarge { size, max })
}

#[cold]
fn inexpressible<H: Header>(id: u32, len: usize) -> EncodeError {
    if id <= H::MAX_ID {
        return too_large(len, H::MAX_PAYLOAD);
    }
    EncodeError::new(EncodeErrorKind::InvalidId { id, max: H::MAX_ID })
}

/// Writes the payload of `frame`, which has to fill `out`: bytes that it did not write would be those of an
/// earlier frame.
#[inline]
pub(crate) fn write_payload(frame: &impl EncodeFrame, out: &mut [u8]) -> Result<(), EncodeError> {
    let written = frame.encode_payload(out)?;
    if written == out.len() {
        return Ok(());
    }
    Err(EncodeError::new(EncodeErrorKind::WrongLength { declared: out.len(), written }))
}

/// Writes the payload of `frame` into `slot` and the header into its header room.
pub(super) fn encode_into<H: Header>(
    mut slot: PooledBuf,
    header: H,
    frame: &impl EncodeFrame,
) -> Result<PooledBuf, EncodeError> {
    write_payload(frame, &mut slot)?;
    header.encode(slot.header_mut(header_size::<H>()));
    Ok(slot)
}

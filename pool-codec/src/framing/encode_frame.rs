//! One value into the bytes of one frame.

use pool_core::PooledBuf;

use crate::codec::error::{EncodeError, EncodeErrorKind};
use crate::frame::header::header_size;
use crate::frame::{EncodeFrame, Header};

/// Returns the header of `frame`, if the header type can express it.
#[inline]
pub(crate) fn header_of<H: Header>(frame: &impl EncodeFrame) -> Result<H, EncodeError> {
    let (id, len) = (frame.frame_id(), frame.payload_len());
    H::new(id, len).ok_or_else(|| inexpressible::<H>(id, len))
}

#[cold]
fn inexpressible<H: Header>(id: u32, len: usize) -> EncodeError {
    EncodeError::new(if id > H::MAX_ID {
        EncodeErrorKind::InvalidId { id, max: H::MAX_ID }
    } else {
        EncodeErrorKind::TooLarge { size: len, max: H::MAX_PAYLOAD }
    })
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

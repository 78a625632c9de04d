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
    frame.frame_header::<H>().ok_or_else(|| inexpressible::<H>(id, len))
}

/// Like [`header_of`], but lets `amend` change the fields of the header that are neither the id nor a length.
#[inline]
pub(crate) fn amended_header_of<H: Header, P: Outgoing>(
    frame: &impl EncodeFrame,
    amend: impl FnOnce(&mut H),
) -> Result<H, EncodeError> {
    let header = header_of::<H, P>(frame)?;
    let mut amended = header;
    amend(&mut amended);
    let same = (amended.id(), amended.payload_len()) == (header.id(), header.payload_len());
    if same && amended.is_valid() { Ok(amended) } else { Err(not_amendable(same)) }
}

#[cold]
fn not_amendable(same: bool) -> EncodeError {
    let reason = if same {
        "a field of the header exceeds what its encoding can express"
    } else {
        "the id or the length in the header of a frame was changed"
    };
    EncodeError::new(EncodeErrorKind::InvalidValue { reason })
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

/// Writes the payload of `frame`, which has to fill `out`: bytes that it did not write would be those of an earlier frame.
/// Completes `header` with what depends on the payload, such as a checksum.
#[inline]
pub(crate) fn write_payload<H: Header>(
    header: &mut H,
    frame: &impl EncodeFrame,
    out: &mut [u8],
) -> Result<(), EncodeError> {
    let written = frame.encode_payload(out)?;
    if written != out.len() {
        return Err(EncodeError::new(EncodeErrorKind::WrongLength {
            declared: out.len(),
            written,
        }));
    }
    header.seal(out);
    if header.is_valid() { Ok(()) } else { Err(not_amendable(true)) }
}

/// Writes the payload of `frame` into `slot` and the header into its header room.
pub(super) fn encode_into<H: Header>(
    mut slot: PooledBuf,
    header: &mut H,
    frame: &impl EncodeFrame,
) -> Result<PooledBuf, EncodeError> {
    write_payload(header, frame, &mut slot)?;
    header.encode(slot.header_mut(header_size(header)));
    Ok(slot)
}

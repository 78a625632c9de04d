//! Frames into bytes, without any I/O.

use pool_core::{Pool, PooledBuf};

use crate::error::{EncodeError, EncodeErrorKind};
use crate::frame::EncodeFrame;
use crate::framing::error::SendError;
use crate::header::{Header, header_size};

/// Encodes a frame into a slot of its size, the header in the slot's header room:
/// `buf.with_header(H::SIZE)` is what goes on the wire, in one write.
///
/// # Errors
///
/// If a field exceeds its bound, the header cannot express the id or the payload's length, the payload
/// is not as long as a hand-written `payload_len` said, or the pool has no slot.
///
/// ```
/// use pool_codec::{Header, Pool, PoolConfig, RawFrame, TlvHeader, encode_frame};
///
/// let pool = Pool::new(&PoolConfig::new().with_message(0, 128, None));
/// let frame = RawFrame { id: 7, payload: vec![1, 2, 3] };
/// let buf = encode_frame::<TlvHeader>(&pool, &frame).unwrap();
/// assert_eq!(buf.with_header(TlvHeader::SIZE), &[7, 0, 3, 0, 0, 0, 1, 2, 3]);
/// ```
pub fn encode_frame<H: Header>(
    pool: &Pool,
    frame: &impl EncodeFrame,
) -> Result<PooledBuf, SendError> {
    let header = header_of::<H>(frame)?;
    let mut buf = pool.acquire(header.payload_len())?;
    write_payload(frame, &mut buf)?;
    header.encode(buf.header_mut(header_size::<H>()));
    Ok(buf)
}

/// The header of `frame`, if it can express it.
#[inline]
pub(crate) fn header_of<H: Header>(frame: &impl EncodeFrame) -> Result<H, EncodeError> {
    let (id, len) = (frame.frame_id(), frame.payload_len());
    H::new(id, len).ok_or_else(|| unframeable::<H>(id, len))
}

#[cold]
fn unframeable<H: Header>(id: u32, len: usize) -> EncodeError {
    EncodeError::new(if id > H::MAX_ID {
        EncodeErrorKind::InvalidId { id, max: H::MAX_ID }
    } else {
        EncodeErrorKind::TooLarge { size: len, max: H::MAX_PAYLOAD }
    })
}

/// Writes the payload of `frame`, which fills `out`: what it left out would be an earlier frame's.
#[inline]
pub(crate) fn write_payload(frame: &impl EncodeFrame, out: &mut [u8]) -> Result<(), EncodeError> {
    let written = frame.encode_payload(out)?;
    if written == out.len() {
        return Ok(());
    }
    Err(EncodeError::new(EncodeErrorKind::WrongLength { declared: out.len(), written }))
}

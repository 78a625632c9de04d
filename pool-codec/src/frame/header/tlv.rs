//! A type-length header (WIRE.md section 8).

use crate::frame::header::format::{Header, HeaderError, WRONG_SIZE};

/// A header of 6 bytes, little-endian: type (u16) and payload length (u32). The id is the type.
///
/// ```
/// use pool_codec::{Header, TlvHeader};
///
/// let header = TlvHeader::new(11, 84).unwrap();
/// let mut bytes = [0; 6];
/// header.encode(&mut bytes);
/// assert_eq!(bytes, [11, 0, 84, 0, 0, 0]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TlvHeader {
    id: u16,
    payload_len: u32,
}

impl Header for TlvHeader {
    const SIZE: usize = 6;
    const MAX_ID: u32 = 0xFFFF;
    const MAX_PAYLOAD: usize = 0xFFFF_FFFF;

    #[inline]
    fn new(id: u32, payload_len: usize) -> Option<Self> {
        Some(Self { id: id.try_into().ok()?, payload_len: payload_len.try_into().ok()? })
    }

    #[inline]
    fn decode(bytes: &[u8]) -> Result<Self, HeaderError> {
        let [id_low, id_high, a, b, c, d] = *bytes else { return Err(WRONG_SIZE) };
        Ok(Self {
            id: u16::from_le_bytes([id_low, id_high]),
            payload_len: u32::from_le_bytes([a, b, c, d]),
        })
    }

    #[inline]
    fn encode(&self, out: &mut [u8]) {
        let [id_low, id_high] = self.id.to_le_bytes();
        let [a, b, c, d] = self.payload_len.to_le_bytes();
        out.copy_from_slice(&[id_low, id_high, a, b, c, d]);
    }

    #[inline]
    fn id(&self) -> u32 {
        self.id.into()
    }

    #[inline]
    fn payload_len(&self) -> usize {
        self.payload_len as usize
    }
}

//! The frame header of Stratum V2 (WIRE.md section 8).

use crate::frame::header::format::{Header, HeaderError, WRONG_SIZE};

/// The frame header of Stratum V2, 6 bytes, little-endian: extension type (u16, where bit 15 marks a channel
/// message), message type (u8), and payload length (u24).
///
/// The id is `extension_type << 8 | message_type`. Source: Stratum V2 specification, section 3.2 "Framing".
///
/// ```
/// use pool_codec::{Header, Sv2Header};
///
/// let header = Sv2Header::decode(&[0x00, 0x80, 0x15, 0x2D, 0, 0]).unwrap();
/// assert_eq!((header.id(), header.payload_len()), (0x800015, 45));
/// assert!(header.is_channel_message());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sv2Header {
    id: u32,
    payload_len: u32,
}

impl Sv2Header {
    /// Returns the extension type, without the channel bit.
    #[must_use]
    pub const fn extension_type(&self) -> u16 {
        (self.id >> 8) as u16 & 0x7FFF
    }

    /// Returns the message type.
    #[must_use]
    pub const fn message_type(&self) -> u8 {
        self.id as u8
    }

    /// Returns whether the payload begins with a channel id.
    #[must_use]
    pub const fn is_channel_message(&self) -> bool {
        self.id & 0x80_0000 != 0
    }

    /// Returns the channel of a message with this payload. `None` if the message is of no channel, or too short to have
    /// one.
    ///
    /// `FrameView` and `PooledFrame` have a method of this name, which needs no payload.
    #[must_use]
    pub fn channel_id(&self, payload: &[u8]) -> Option<u32> {
        let channel = payload.first_chunk().filter(|_| self.is_channel_message())?;
        Some(u32::from_le_bytes(*channel))
    }
}

impl Header for Sv2Header {
    const SIZE: usize = 6;
    const MAX_ID: u32 = 0xFF_FFFF;
    const MAX_PAYLOAD: usize = 0xFF_FFFF;

    #[inline]
    fn new(id: u32, payload_len: usize) -> Option<Self> {
        if id > Self::MAX_ID || payload_len > Self::MAX_PAYLOAD {
            return None;
        }
        Some(Self { id, payload_len: payload_len as u32 })
    }

    #[inline]
    fn decode(bytes: &[u8]) -> Result<Self, HeaderError> {
        let [ext_low, ext_high, message, low, middle, high] = *bytes else {
            return Err(WRONG_SIZE);
        };
        Ok(Self {
            id: u32::from_le_bytes([message, ext_low, ext_high, 0]),
            payload_len: u32::from_le_bytes([low, middle, high, 0]),
        })
    }

    #[inline]
    fn encode(&self, out: &mut [u8]) {
        let [message, ext_low, ext_high, _] = self.id.to_le_bytes();
        let [low, middle, high, _] = self.payload_len.to_le_bytes();
        out.copy_from_slice(&[ext_low, ext_high, message, low, middle, high]);
    }

    #[inline]
    fn id(&self) -> u32 {
        self.id
    }

    #[inline]
    fn payload_len(&self) -> usize {
        self.payload_len as usize
    }
}

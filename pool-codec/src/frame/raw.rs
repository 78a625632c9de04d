//! Frames whose payload is not decoded.

use alloc::vec::Vec;

use crate::codec::{Covariant, DecodeError, EncodeError, Encoder, ZeroCopy};
use crate::frame::message::{DecodeFrame, EncodeFrame};

/// A frame of any id with its payload as it arrived. A variant marked `#[frame(other)]` holds one.
///
/// ```
/// use pool_codec::{DecodeFrame, EncodeFrame, RawFrame};
///
/// let frame = RawFrame::decode_frame(0x99, &[1, 2, 3]).unwrap();
/// assert_eq!((frame.frame_id(), &frame.payload[..]), (0x99, &[1, 2, 3][..]));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct RawFrame {
    /// The frame id.
    pub id: u32,
    /// The payload.
    pub payload: Vec<u8>,
}

/// The borrowed form of [`RawFrame`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct RawFrameRef<'decoder> {
    /// The frame id.
    pub id: u32,
    /// The payload.
    pub payload: &'decoder [u8],
}

impl RawFrame {
    /// Returns the borrowed form, which points into `self`.
    #[must_use]
    pub fn as_borrowed(&self) -> RawFrameRef<'_> {
        RawFrameRef { id: self.id, payload: &self.payload }
    }
}

impl RawFrameRef<'_> {
    /// Copies the payload into an owned frame.
    #[must_use]
    pub fn into_owned(self) -> RawFrame {
        RawFrame { id: self.id, payload: self.payload.to_vec() }
    }
}

impl ZeroCopy for RawFrame {
    type Ref<'decoder> = RawFrameRef<'decoder>;

    fn from_borrowed(borrowed: &RawFrameRef<'_>) -> Self {
        borrowed.into_owned()
    }

    fn as_borrowed(&self) -> RawFrameRef<'_> {
        RawFrameRef { id: self.id, payload: &self.payload }
    }
}

impl Covariant for RawFrame {
    fn shorten<'short, 'long: 'short>(
        borrowed: &'short RawFrameRef<'long>,
    ) -> &'short RawFrameRef<'short> {
        borrowed
    }
}

impl<'decoder> DecodeFrame<'decoder> for RawFrame {
    fn decode_frame(id: u32, payload: &'decoder [u8]) -> Result<Self, DecodeError> {
        Ok(Self { id, payload: payload.to_vec() })
    }
}

impl<'decoder> DecodeFrame<'decoder> for RawFrameRef<'decoder> {
    fn decode_frame(id: u32, payload: &'decoder [u8]) -> Result<Self, DecodeError> {
        Ok(Self { id, payload })
    }
}

impl EncodeFrame for RawFrameRef<'_> {
    type Message = RawFrame;

    fn frame_id(&self) -> u32 {
        self.id
    }

    fn payload_len(&self) -> usize {
        self.payload.len()
    }

    fn encode_payload(&self, out: &mut [u8]) -> Result<usize, EncodeError> {
        Encoder::new(out).put(self.payload).map(|()| self.payload.len())
    }
}

impl EncodeFrame for RawFrame {
    type Message = Self;

    fn frame_id(&self) -> u32 {
        self.id
    }

    fn payload_len(&self) -> usize {
        self.payload.len()
    }

    fn encode_payload(&self, out: &mut [u8]) -> Result<usize, EncodeError> {
        self.as_borrowed().encode_payload(out)
    }
}

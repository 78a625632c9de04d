//! Frames whose payload is not decoded.

use alloc::vec::Vec;

use crate::codec::encode::{Encodable, Encoder};
use crate::codec::error::{DecodeError, EncodeError};
use crate::codec::schema::Schema;
use crate::fields::{FieldVisitor, Fields};
use crate::frame::message::{DecodeFrame, EncodeFrame};
use crate::wire::{Lend, Wire, ZeroCopy};

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

impl Lend<RawFrame> for RawFrameRef<'_> {
    fn lend(&self) -> RawFrameRef<'_> {
        *self
    }
}

impl crate::wire::Covariant for RawFrame {
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

/// A payload of unknown content: its bytes are its encoding, whatever their number.
struct Opaque<'a>(&'a [u8]);

impl Wire for Opaque<'_> {
    const MIN_SIZE: usize = 0;
    const MAX_SIZE: usize = usize::MAX;
    const MAX_HEAP: usize = 0;
    const SCHEMA: &'static Schema = &Schema::Opaque;
}

impl Encodable for Opaque<'_> {
    fn encoded_len(&self) -> usize {
        self.0.len()
    }

    fn encode_to(&self, encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
        encoder.put(self.0)
    }
}

impl Fields for RawFrameRef<'_> {
    fn visit_fields<V: FieldVisitor>(&self, visitor: &mut V) {
        visitor.field("payload", &Opaque(self.payload));
    }
}

impl Fields for RawFrame {
    fn visit_fields<V: FieldVisitor>(&self, visitor: &mut V) {
        self.as_borrowed().visit_fields(visitor);
    }
}

//! Booleans: `bool`, which is strict, and the `BOOL` of Stratum V2 (WIRE.md section 2).

use crate::codec::bools;
use crate::codec::borrow::{ArrayElement, own_borrowed_form};
use crate::codec::{
    Blank, Decode, DecodeError, DecodeErrorKind, Decoder, Encode, Facts, Kind, Layout, Schema,
    Sink, Slots,
};

impl<L: Layout> Encode<L> for bool {
    type Value = Self;
    const ENCODING: &'static Schema = &Schema::new(Kind::Bool { low_bit: false }, 1, 1);

    #[inline(always)]
    fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
        sink.put_array(&[u8::from(*value)])
    }

    #[inline]
    fn encode_items<S: Sink>(items: &[Self], sink: &mut S) -> Result<(), S::Error> {
        sink.put(bools::as_bytes(items))
    }
}

impl<'decoder, L: Layout> Decode<'decoder, L> for bool {
    const FACTS: Facts = Facts::CHECKED;
    const BLANK: Option<Blank<Self>> = Some(Blank::new(false));

    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        let offset = decoder.offset();
        match decoder.take_array()? {
            [0] => Ok(false),
            [1] => Ok(true),
            [byte] => Err(invalid(*byte, offset)),
        }
    }

    #[inline(always)]
    fn decode_slots(
        decoder: &mut Decoder<'decoder>,
        slots: &mut Slots<'_, Self>,
    ) -> Result<(), DecodeError> {
        let offset = decoder.offset();
        let body = decoder.take(slots.left())?;
        match slots.extend_bools(body) {
            true => Ok(()),
            false => Err(first_invalid(body, offset)),
        }
    }
}

const fn invalid(byte: u8, offset: usize) -> DecodeError {
    DecodeError::new(DecodeErrorKind::InvalidBool { byte }, offset)
}

/// Returns the error for the first byte of `body` that is no boolean. The body begins at `offset`.
#[cold]
fn first_invalid(body: &[u8], offset: usize) -> DecodeError {
    let at = body.iter().position(|byte| *byte > 1).unwrap_or_default();
    invalid(body.get(at).copied().unwrap_or_default(), offset.saturating_add(at))
}

/// The `BOOL` of Stratum V2. Only the lowest bit counts: the other bits are ignored on decode and written as zero.
///
/// ```
/// use pool_codec::{Decodable, LowBitBool};
///
/// assert!(LowBitBool::decode(&[0xFF]).unwrap().0);
/// assert!(!LowBitBool::decode(&[0xFE]).unwrap().0);
/// assert!(bool::decode(&[0xFF]).is_err());
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LowBitBool(pub bool);

impl From<bool> for LowBitBool {
    fn from(value: bool) -> Self {
        Self(value)
    }
}

impl From<LowBitBool> for bool {
    fn from(value: LowBitBool) -> Self {
        value.0
    }
}

impl core::fmt::Display for LowBitBool {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        self.0.fmt(f)
    }
}

impl<L: Layout> Encode<L> for LowBitBool {
    type Value = Self;
    const ENCODING: &'static Schema = &Schema::new(Kind::Bool { low_bit: true }, 1, 1);

    #[inline(always)]
    fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
        sink.put_array(&[u8::from(value.0)])
    }
}

impl<'decoder, L: Layout> Decode<'decoder, L> for LowBitBool {
    // Bytes with other upper bits decode to the same value.
    const FACTS: Facts = Facts { plain: true, ..Facts::NONE };
    const BLANK: Option<Blank<Self>> = Some(Blank::new(Self(false)));

    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        let [byte] = decoder.take_array()?;
        Ok(Self(byte & 1 == 1))
    }
}

own_borrowed_form!(bool, LowBitBool);
impl ArrayElement for bool {}
impl ArrayElement for LowBitBool {}

//! Constant bytes: `#[frame(magic = b"RIFF")]` (WIRE.md section 13).

use crate::codec::{
    Borrow, Decode, DecodeError, DecodeErrorKind, Decoder, Encode, Facts, Layout, Schema, Sink,
};

/// The encoding of a `()` as `LEN` constant bytes, which are those of `BITS`, the lowest first. `#[frame(magic = ..)]`
/// computes both.
///
/// ```
/// use pool_codec::Decoder;
/// use pool_codec::layout::{Decode, Magic, Own};
///
/// type Riff = Magic<{ u32::from_le_bytes(*b"RIFF") as u128 }, 4>;
/// assert!(<Riff as Decode<'_, Own>>::decode_from(&mut Decoder::new(b"RIFF")).is_ok());
/// assert!(<Riff as Decode<'_, Own>>::decode_from(&mut Decoder::new(b"RIFX")).is_err());
/// ```
#[derive(Debug)]
pub struct Magic<const BITS: u128, const LEN: usize>;

/// The bits of the constant.
#[doc(hidden)]
#[must_use]
pub const fn magic_bits(bytes: &[u8]) -> u128 {
    assert!(bytes.len() <= 16, "a constant has at most 16 bytes");
    let (mut rest, mut bits) = (bytes, 0);
    while let [head @ .., last] = rest {
        bits = bits << 8 | *last as u128;
        rest = head;
    }
    bits
}

/// The length of the constant.
#[doc(hidden)]
#[must_use]
pub const fn magic_len(bytes: &[u8]) -> usize {
    bytes.len()
}

impl<const BITS: u128, const LEN: usize> Magic<BITS, LEN> {
    pub(super) const BYTES: &'static [u8] = BITS.to_le_bytes().split_at(LEN).0;
}

impl<L: Layout, const BITS: u128, const LEN: usize> Encode<L> for Magic<BITS, LEN> {
    type Value = ();
    const ENCODING: &'static Schema = &Schema::constant(Self::BYTES);

    #[inline(always)]
    fn encode_to<S: Sink>((): &(), sink: &mut S) -> Result<(), S::Error> {
        sink.put(Self::BYTES)
    }
}

impl<'decoder, L: Layout, const BITS: u128, const LEN: usize> Decode<'decoder, L>
    for Magic<BITS, LEN>
{
    const FACTS: Facts = Facts::CHECKED;

    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<(), DecodeError> {
        let start = *decoder;
        if decoder.take(LEN)? == Self::BYTES {
            return Ok(());
        }
        let reason = "the bytes are not those of the constant";
        Err(start.error(DecodeErrorKind::InvalidValue { reason }))
    }
}

impl<L: Layout, const BITS: u128, const LEN: usize> Borrow<L> for Magic<BITS, LEN> {
    type Ref<'decoder> = ();

    #[inline(always)]
    fn own((): &()) {}

    #[inline(always)]
    fn lend((): &()) {}
}

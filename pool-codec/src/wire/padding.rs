//! Bytes without a meaning, which are zero (WIRE.md section 13).

use crate::codec::borrow::{ArrayElement, own_borrowed_form};
use crate::codec::{
    Blank, Decode, DecodeError, DecodeErrorKind, Decoder, Encode, Facts, Layout, Schema, Sink,
};

/// `N` zero bytes: the gap between fields that a C struct aligns, or a reserved field. Other bytes are refused; use a
/// `[u8; N]` to accept them.
///
/// ```
/// use pool_codec::{Decodable, Encodable, Padding};
///
/// assert_eq!((7_u8, Padding::<3>, 1_u32).encode_to_vec().unwrap(), [7, 0, 0, 0, 1, 0, 0, 0]);
/// assert!(Padding::<2>::decode(&[0, 1]).is_err());
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Padding<const N: usize>;

impl<L: Layout, const N: usize> Encode<L> for Padding<N> {
    type Value = Self;
    const ENCODING: &'static Schema = &Schema::constant(const { &[0; N] });

    #[inline(always)]
    fn encode_to<S: Sink>(_: &Self, sink: &mut S) -> Result<(), S::Error> {
        sink.put_array(&[0; N])
    }
}

impl<'decoder, L: Layout, const N: usize> Decode<'decoder, L> for Padding<N> {
    const FACTS: Facts = Facts::CHECKED;
    const BLANK: Option<Blank<Self>> = Some(Blank::new(Self));

    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        let start = *decoder;
        match decoder.take_array::<N>()?.iter().all(|byte| *byte == 0) {
            true => Ok(Self),
            false => {
                let reason = "the padding is not zero";
                Err(start.error(DecodeErrorKind::InvalidValue { reason }))
            }
        }
    }
}

own_borrowed_form!(generic [const N: usize] Padding<N>);
impl<const N: usize> ArrayElement for Padding<N> {}

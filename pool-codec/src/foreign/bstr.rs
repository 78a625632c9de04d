//! Byte strings that are mostly text, with the bytes of a `Vec<u8>` (WIRE.md section 3).

use bstr::BString;

use alloc::vec::Vec;

use crate::codec::{Borrow, Decode, DecodeError, Decoder, Encode, Facts, Layout, Schema, Sink};
use crate::layout::MaxBytes;

impl<L: Layout, const N: usize> Encode<L> for MaxBytes<BString, N> {
    type Value = BString;
    const ENCODING: &'static Schema = <MaxBytes<Vec<u8>, N> as Encode<L>>::ENCODING;

    #[inline]
    fn encode_to<S: Sink>(value: &BString, sink: &mut S) -> Result<(), S::Error> {
        <MaxBytes<&[u8], N> as Encode<L>>::encode_to(&value.as_slice(), sink)
    }
}

impl<'decoder, L: Layout, const N: usize> Decode<'decoder, L> for MaxBytes<BString, N> {
    const FACTS: Facts = Facts::CHECKED.prefixed::<L>();

    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<BString, DecodeError> {
        <MaxBytes<Vec<u8>, N> as Decode<'decoder, L>>::decode_from(decoder).map(BString::new)
    }

    #[inline]
    fn refill_from(
        value: &mut BString,
        decoder: &mut Decoder<'decoder>,
    ) -> Result<(), DecodeError> {
        <MaxBytes<Vec<u8>, N> as Decode<'decoder, L>>::refill_from(&mut *value, decoder)
    }
}

impl<L: Layout, const N: usize> Borrow<L> for MaxBytes<BString, N> {
    type Ref<'decoder> = &'decoder [u8];

    #[inline]
    fn own(borrowed: &&[u8]) -> BString {
        BString::from(*borrowed)
    }

    #[inline]
    fn lend(value: &BString) -> &[u8] {
        value.as_slice()
    }
}

//! Counted byte strings, with the bytes of a `Vec<u8>` (WIRE.md section 3).

use bytes::Bytes;

use crate::codec::{
    Blank, Borrow, Decode, DecodeError, Decoder, Encode, Facts, Layout, Schema, Sink,
};
use crate::layout::MaxBytes;

use alloc::vec::Vec;

impl<L: Layout, const N: usize> Encode<L> for MaxBytes<Bytes, N> {
    type Value = Bytes;
    const ENCODING: &'static Schema =
        &<MaxBytes<Vec<u8>, N> as Encode<L>>::ENCODING.with_blocks(0, 0, 0).replaced();

    #[inline]
    fn encode_to<S: Sink>(value: &Bytes, sink: &mut S) -> Result<(), S::Error> {
        <MaxBytes<&[u8], N> as Encode<L>>::encode_to(&&**value, sink)
    }
}

/// The content is copied. `Held::into_bytes_of` shares the slot of a frame.
impl<'decoder, L: Layout, const N: usize> Decode<'decoder, L> for MaxBytes<Bytes, N> {
    const FACTS: Facts = Facts::CHECKED.prefixed::<L>();
    const BLANK: Option<Blank<Bytes>> = Some(Blank::new(Bytes::new()));

    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Bytes, DecodeError> {
        <MaxBytes<&[u8], N> as Decode<'decoder, L>>::decode_from(decoder)
            .map(Bytes::copy_from_slice)
    }
}

impl<L: Layout, const N: usize> Borrow<L> for MaxBytes<Bytes, N> {
    type Ref<'decoder> = &'decoder [u8];

    #[inline]
    fn own(borrowed: &&[u8]) -> Bytes {
        Bytes::copy_from_slice(borrowed)
    }

    #[inline]
    fn lend(value: &Bytes) -> &[u8] {
        value
    }
}

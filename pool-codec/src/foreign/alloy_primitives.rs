//! The integers, hashes, addresses and byte strings of Alloy, for Ethereum (WIRE.md section 11).

use alloc::vec::Vec;

use alloy_primitives::{Address, Bytes, FixedBytes, U128, U256, U512};

use crate::codec::borrow::{ArrayElement, own_borrowed_form};
use crate::codec::{
    Blank, Borrow, Decode, DecodeError, Decoder, Encode, Facts, Layout, Schema, Sink,
};
use crate::layout::MaxBytes;
use crate::wire::parts;

impl<L: Layout, const N: usize> Encode<L> for FixedBytes<N> {
    type Value = Self;
    const ENCODING: &'static Schema = <[u8; N] as Encode<L>>::ENCODING;

    #[inline]
    fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
        sink.put_array(&value.0)
    }
}

impl<'decoder, L: Layout, const N: usize> Decode<'decoder, L> for FixedBytes<N> {
    const FACTS: Facts = Facts::ALL;
    const BLANK: Option<Blank<Self>> = Some(Blank::new(Self::ZERO));

    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        decoder.take_array().copied().map(Self)
    }
}

own_borrowed_form!(generic [const N: usize] FixedBytes<N>);
impl<const N: usize> ArrayElement for FixedBytes<N> {}

parts!(
    Address as [u8; 20],
    Facts::ALL,
    Some(Blank::new(Address::ZERO)),
    |value| Ok(value.0.0),
    |bytes| Ok(Address(FixedBytes(bytes)))
);

/// The layout sets the order of the bytes. Their number is the same in all layouts, because no integer of variable width
/// has more than 128 bits.
macro_rules! integers {
    ($($integer:ident $bytes:literal)*) => {$(
        impl<L: Layout> Encode<L> for $integer {
            type Value = Self;
            const ENCODING: &'static Schema = &Schema::wide_integer::<L>($bytes);

            #[inline]
            fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
                sink.put_array::<$bytes>(&match L::BIG_ENDIAN {
                    true => value.to_be_bytes(),
                    false => value.to_le_bytes(),
                })
            }
        }

        impl<'decoder, L: Layout> Decode<'decoder, L> for $integer {
            const FACTS: Facts = Facts::ALL;
            const BLANK: Option<Blank<Self>> = Some(Blank::new(Self::ZERO));

            #[inline]
            fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
                let bytes = *decoder.take_array::<$bytes>()?;
                Ok(match L::BIG_ENDIAN {
                    true => Self::from_be_bytes(bytes),
                    false => Self::from_le_bytes(bytes),
                })
            }
        }

        own_borrowed_form!($integer);
        impl ArrayElement for $integer {}
    )*};
}
integers!(U128 16 U256 32 U512 64);

impl<L: Layout, const N: usize> Encode<L> for MaxBytes<Bytes, N> {
    type Value = Bytes;
    const ENCODING: &'static Schema =
        &<MaxBytes<Vec<u8>, N> as Encode<L>>::ENCODING.with_blocks(0, 0, 0).replaced();

    #[inline]
    fn encode_to<S: Sink>(value: &Bytes, sink: &mut S) -> Result<(), S::Error> {
        <MaxBytes<&[u8], N> as Encode<L>>::encode_to(&&value[..], sink)
    }
}

/// The content is copied.
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

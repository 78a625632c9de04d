//! Standard byte strings with a bound from the field: `#[frame(max_len = N)]` on `Vec<u8>`.

use core::marker::PhantomData;

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::Schema;
use crate::codec::decode::Decoder;
use crate::codec::encode::Encoder;
use crate::codec::error::{DecodeError, EncodeError};
use crate::layout::max_len::{check_bound, items, option_of};
use crate::layout::{
    BorrowAs, DecodeAs, EncodeAs, Layout, Nested, Prefixed, WireAs, prefix_width, read_prefix,
    same_wire, write_prefix,
};

/// At most `N` bytes: the bytes of [`Bytes<N>`](crate::Bytes) for `Vec<u8>`, `Box<[u8]>` and `&[u8]`, and for
/// an `Option` of each. The length prefix is that of the layout `L`.
///
/// ```
/// use pool_codec::Decoder;
/// use pool_codec::layout::{DecodeAs, MaxBytes, Own};
///
/// type Layout = MaxBytes<255, Own>;
/// let blob = <Layout as DecodeAs<Vec<u8>>>::decode(&mut Decoder::new(&[2, 7, 8])).unwrap();
/// assert_eq!(blob, [7, 8]);
/// ```
#[derive(Debug)]
pub struct MaxBytes<const N: usize, L>(PhantomData<L>);

/// Owned and borrowed forms encode alike.
macro_rules! byte_string {
    ($($ty:ty, $heap:expr;)*) => {$(
        impl<'decoder, L: Layout, const N: usize> WireAs<$ty> for MaxBytes<N, L> {
            const MIN_SIZE: usize = prefix_width::<L::Len>(N);
            const MAX_SIZE: usize = prefix_width::<L::Len>(N).saturating_add(N);
            const MAX_HEAP: usize = $heap;
            const MAX_OVERHEAD: usize = 0;
            const HEAP_PER_BYTE: usize = if $heap == 0 { 0 } else { 1 };
            const SCHEMA: &'static Schema =
                &Schema::Bytes { max: N, prefix: prefix_width::<L::Len>(N) };
        }

        impl<'decoder, L: Layout, const N: usize> EncodeAs<$ty> for MaxBytes<N, L> {
            #[inline(always)]
            fn encoded_len(value: &$ty) -> usize {
                prefix_width::<L::Len>(N).saturating_add(value.len())
            }

            #[inline(always)]
            fn encode(value: &$ty, encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
                check_bound::<N>(value.len())?;
                write_prefix::<L::Len, N>(value.len(), encoder)?;
                encoder.put(value)
            }
        }
    )*};
}
byte_string! {
    Vec<u8>, N;
    Box<[u8]>, N;
    &'decoder [u8], 0;
}

impl<'decoder, L: Layout, const N: usize> DecodeAs<'decoder, &'decoder [u8]> for MaxBytes<N, L> {
    #[inline(always)]
    fn decode(decoder: &mut Decoder<'decoder>) -> Result<&'decoder [u8], DecodeError> {
        let len = read_prefix::<L::Len, N>(decoder)?;
        decoder.take(len)
    }
}

impl<'decoder, L: Layout, const N: usize> DecodeAs<'decoder, Vec<u8>> for MaxBytes<N, L> {
    #[inline]
    fn decode(decoder: &mut Decoder<'decoder>) -> Result<Vec<u8>, DecodeError> {
        <Self as DecodeAs<'decoder, &[u8]>>::decode(decoder).map(Vec::from)
    }

    #[inline]
    fn refill(value: &mut Vec<u8>, decoder: &mut Decoder<'decoder>) -> Result<(), DecodeError> {
        items::refill_vec::<u8, Prefixed<L::Len>, N>(value, decoder)
    }
}

impl<'decoder, L: Layout, const N: usize> DecodeAs<'decoder, Box<[u8]>> for MaxBytes<N, L> {
    #[inline]
    fn decode(decoder: &mut Decoder<'decoder>) -> Result<Box<[u8]>, DecodeError> {
        <Self as DecodeAs<'decoder, &[u8]>>::decode(decoder).map(Box::from)
    }

    #[inline]
    fn refill(value: &mut Box<[u8]>, decoder: &mut Decoder<'decoder>) -> Result<(), DecodeError> {
        let content = <Self as DecodeAs<'decoder, &[u8]>>::decode(decoder)?;
        if value.len() == content.len() {
            value.copy_from_slice(content);
        } else {
            *value = content.into();
        }
        Ok(())
    }
}

impl<L: Layout, const N: usize> BorrowAs<Vec<u8>> for MaxBytes<N, L> {
    type Ref<'decoder> = &'decoder [u8];

    #[inline]
    fn from_borrowed(borrowed: &&[u8]) -> Vec<u8> {
        (*borrowed).into()
    }

    #[inline]
    fn as_borrowed(value: &Vec<u8>) -> &[u8] {
        value
    }
}

impl<L: Layout, const N: usize> BorrowAs<Box<[u8]>> for MaxBytes<N, L> {
    type Ref<'decoder> = &'decoder [u8];

    #[inline]
    fn from_borrowed(borrowed: &&[u8]) -> Box<[u8]> {
        (*borrowed).into()
    }

    #[inline]
    fn as_borrowed(value: &Box<[u8]>) -> &[u8] {
        value
    }
}

option_of!(MaxBytes);

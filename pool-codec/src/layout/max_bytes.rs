//! Standard byte strings whose field sets a bound: `#[frame(max_len = N)]` on `Vec<u8>`.

use core::marker::PhantomData;

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::codec::prefix::{prefix, read_prefix, write_checked_prefix};
use crate::codec::{
    Blank, Borrow, Decode, DecodeError, Decoder, Encode, Facts, Layout, Schema, Sink,
};
use crate::wire::seq::items;

/// The encoding of a standard byte string of at most `N` bytes. It is the same as that of
/// [`Bytes<N>`](crate::Bytes).
///
/// `T` is `Vec<u8>`, `Box<[u8]>` or `&[u8]`. The layout sets the width of the length prefix.
///
/// ```
/// use pool_codec::Decoder;
/// use pool_codec::layout::{Decode, MaxBytes, Own};
///
/// let mut decoder = Decoder::new(&[2, 7, 8]);
/// let blob = <MaxBytes<Vec<u8>, 255> as Decode<'_, Own>>::decode_from(&mut decoder).unwrap();
/// assert_eq!(blob, [7, 8]);
/// ```
#[derive(Debug)]
pub struct MaxBytes<T, const N: usize>(PhantomData<T>);

/// Implements `Encode`, which is the same for owned and borrowed forms.
macro_rules! byte_string {
    ($($ty:ty, $heap:expr;)*) => {$(
        impl<'decoder, L: Layout, const N: usize> Encode<L> for MaxBytes<$ty, N> {
            type Value = $ty;
            const ENCODING: &'static Schema =
                &Schema::bytes(N, prefix::<L>(N)).with_content($heap);

            #[inline(always)]
            fn encode_to<S: Sink>(value: &$ty, sink: &mut S) -> Result<(), S::Error> {
                write_checked_prefix::<L, N, S>(value.len(), sink)?;
                sink.put(value)
            }
        }
    )*};
}
byte_string! {
    Vec<u8>, N;
    Box<[u8]>, N;
    &'decoder [u8], 0;
}

/// Reads a prefix and that many bytes.
#[inline(always)]
pub(super) fn read<'decoder, L: Layout, const N: usize>(
    decoder: &mut Decoder<'decoder>,
) -> Result<&'decoder [u8], DecodeError> {
    let len = read_prefix::<L, N>(decoder)?;
    decoder.take(len)
}

impl<'decoder, L: Layout, const N: usize> Decode<'decoder, L> for MaxBytes<&'decoder [u8], N> {
    const FACTS: Facts = Facts::CHECKED.prefixed::<L>();

    #[inline(always)]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<&'decoder [u8], DecodeError> {
        read::<L, N>(decoder)
    }
}

impl<'decoder, L: Layout, const N: usize> Decode<'decoder, L> for MaxBytes<Vec<u8>, N> {
    const FACTS: Facts = Facts::CHECKED.prefixed::<L>();
    const BLANK: Option<Blank<Vec<u8>>> = Some(Blank::new(Vec::new()));

    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Vec<u8>, DecodeError> {
        read::<L, N>(decoder).map(Vec::from)
    }

    #[inline]
    fn refill_from(
        value: &mut Vec<u8>,
        decoder: &mut Decoder<'decoder>,
    ) -> Result<(), DecodeError> {
        items::refill::<u8, L, N>(value, decoder)
    }
}

impl<'decoder, L: Layout, const N: usize> Decode<'decoder, L> for MaxBytes<Box<[u8]>, N> {
    const FACTS: Facts = Facts::CHECKED.prefixed::<L>();

    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Box<[u8]>, DecodeError> {
        read::<L, N>(decoder).map(Box::from)
    }

    #[inline]
    fn refill_from(
        value: &mut Box<[u8]>,
        decoder: &mut Decoder<'decoder>,
    ) -> Result<(), DecodeError> {
        let content = read::<L, N>(decoder)?;
        if value.len() == content.len() {
            value.copy_from_slice(content);
        } else {
            // The old block is released before a new one is taken.
            *value = Box::default();
            *value = content.into();
        }
        Ok(())
    }
}

/// Implements `Borrow` for the owned forms, which both are borrowed as `&[u8]`.
macro_rules! borrowed {
    ($($ty:ty),*) => {$(
        impl<L: Layout, const N: usize> Borrow<L> for MaxBytes<$ty, N> {
            type Ref<'decoder> = &'decoder [u8];

            #[inline]
            fn own(borrowed: &&[u8]) -> $ty {
                (*borrowed).into()
            }

            #[inline]
            fn lend(value: &$ty) -> &[u8] {
                value
            }
        }
    )*};
}
borrowed!(Vec<u8>, Box<[u8]>);

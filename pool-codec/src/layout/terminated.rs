//! Text and bytes up to a NUL: `#[frame(terminated, max_len = N)]` (WIRE.md section 13).

use core::marker::PhantomData;

use alloc::string::String;
use alloc::vec::Vec;

use crate::codec::{
    Blank, Borrow, Decode, DecodeError, DecodeErrorKind, Decoder, Encode, EncodeErrorKind, Facts,
    Layout, Own, Schema, Sink, TooLong,
};

/// The encoding of a `String` or `Vec<u8>` of at most `N` bytes, none of which is NUL, and a NUL.
///
/// ```
/// use pool_codec::Decoder;
/// use pool_codec::layout::{Decode, Own, Terminated};
///
/// let mut decoder = Decoder::new(b"abc\0\x07");
/// type Named = (Terminated<String, 9>, u8);
/// let (name, kind) = <Named as Decode<'_, Own>>::decode_from(&mut decoder).unwrap();
/// assert_eq!((&*name, kind), ("abc", 7));
/// ```
#[derive(Debug)]
pub struct Terminated<T, const N: usize>(PhantomData<T>);

/// Reads the bytes before the NUL, and the NUL.
#[inline]
fn read<'decoder, const N: usize>(
    decoder: &mut Decoder<'decoder>,
) -> Result<&'decoder [u8], DecodeError> {
    let rest = decoder.rest();
    // The NUL is one of the first `N + 1` bytes.
    let within = rest.get(..=N).unwrap_or(rest);
    match within.iter().position(|byte| *byte == 0) {
        Some(len) => {
            let content = decoder.take(len)?;
            decoder.take(1)?;
            Ok(content)
        }
        None if rest.len() > N => {
            let long = TooLong { len: N.saturating_add(1), max: N };
            Err(decoder.error(DecodeErrorKind::TooLong(long)))
        }
        None => Err(decoder.unexpected_end(rest.len().saturating_add(1))),
    }
}

/// Writes the bytes and the NUL.
#[inline]
fn write<const N: usize, S: Sink>(content: &[u8], sink: &mut S) -> Result<(), S::Error> {
    let len = content.len();
    let reason = "the content of a field that ends with NUL contains NUL";
    sink.check(|| match () {
        () if len > N => Some(EncodeErrorKind::TooLong(TooLong { len, max: N })),
        () if content.contains(&0) => Some(EncodeErrorKind::InvalidValue { reason }),
        () => None,
    })?;
    sink.put(content)?;
    sink.put_array(&[0])
}

fn text<'decoder, const N: usize>(
    decoder: &mut Decoder<'decoder>,
) -> Result<&'decoder str, DecodeError> {
    let start = decoder.offset();
    core::str::from_utf8(read::<N>(decoder)?).map_err(|error| {
        let offset = start.saturating_add(error.valid_up_to());
        DecodeError::new(DecodeErrorKind::InvalidUtf8, offset)
    })
}

/// Implements the traits for an owned type and its borrowed form, which are read by `$read` and whose elements are `$of`.
macro_rules! terminated {
    ($owned:ty, $form:ty, $of:ty, $read:expr, |$value:ident| $bytes:expr) => {
        impl<L: Layout, const N: usize> Encode<L> for Terminated<$owned, N> {
            type Value = $owned;
            const ENCODING: &'static Schema =
                &Schema::terminated(<$of as Encode<Own>>::ENCODING, N).with_content(N).replaced();

            #[inline]
            fn encode_to<S: Sink>($value: &$owned, sink: &mut S) -> Result<(), S::Error> {
                write::<N, S>($bytes, sink)
            }
        }

        impl<'decoder, L: Layout, const N: usize> Decode<'decoder, L> for Terminated<$owned, N> {
            const FACTS: Facts = Facts::CHECKED;
            const BLANK: Option<Blank<$owned>> = Some(Blank::new(<$owned>::new()));

            #[inline]
            fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<$owned, DecodeError> {
                Ok($read(decoder)?.into())
            }
        }

        impl<'decoder, L: Layout, const N: usize> Encode<L> for Terminated<$form, N> {
            type Value = $form;
            const ENCODING: &'static Schema =
                &Schema::terminated(<$of as Encode<Own>>::ENCODING, N);

            #[inline]
            fn encode_to<S: Sink>($value: &$form, sink: &mut S) -> Result<(), S::Error> {
                write::<N, S>($bytes, sink)
            }
        }

        impl<'decoder, L: Layout, const N: usize> Decode<'decoder, L> for Terminated<$form, N> {
            const FACTS: Facts = Facts::CHECKED;

            #[inline]
            fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<$form, DecodeError> {
                $read(decoder)
            }
        }

        impl<L: Layout, const N: usize> Borrow<L> for Terminated<$owned, N> {
            type Ref<'decoder> = $form;

            #[inline]
            fn own(borrowed: &Self::Ref<'_>) -> $owned {
                (*borrowed).into()
            }

            #[inline]
            fn lend(value: &$owned) -> Self::Ref<'_> {
                value
            }
        }
    };
}
terminated!(Vec<u8>, &'decoder [u8], u8, read::<N>, |value| value);
terminated!(String, &'decoder str, char, text::<N>, |value| value.as_bytes());

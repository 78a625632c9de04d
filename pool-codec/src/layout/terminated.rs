//! Text and bytes up to a NUL or other constant bytes: `#[frame(terminated, max_len = N)]` (WIRE.md section 13).

use core::marker::PhantomData;

use alloc::string::String;
use alloc::vec::Vec;

use super::Magic;
use crate::codec::terminator::{content_len, ends_within};
use crate::codec::{
    Blank, Borrow, Decode, DecodeError, DecodeErrorKind, Decoder, Encode, EncodeErrorKind, Facts,
    Layout, Own, Schema, Sink, TooLong,
};

/// The encoding of a `String` or `Vec<u8>` of at most `N` bytes, and the `LEN` bytes that end it, which are not among
/// them. As in [`Magic`], they are those of `BITS`, the lowest first: a NUL, unless the field has others.
///
/// ```
/// use pool_codec::Decoder;
/// use pool_codec::layout::{Decode, Own, Terminated};
///
/// let mut decoder = Decoder::new(b"abc\0\x07");
/// type Named = (Terminated<String, 9>, u8);
/// let (name, kind) = <Named as Decode<'_, Own>>::decode_from(&mut decoder).unwrap();
/// assert_eq!((&*name, kind), ("abc", 7));
///
/// type Line = Terminated<String, 9, { u16::from_le_bytes(*b"\r\n") as u128 }, 2>;
/// let line = <Line as Decode<'_, Own>>::decode_from(&mut Decoder::new(b"abc\r\n")).unwrap();
/// assert_eq!(line, "abc");
/// ```
#[derive(Debug)]
pub struct Terminated<T, const N: usize, const BITS: u128 = 0, const LEN: usize = 1>(
    PhantomData<T>,
);

/// Reads the bytes before the last ones, and the last ones.
#[inline]
fn read<'decoder, const N: usize>(
    decoder: &mut Decoder<'decoder>,
    end: &[u8],
) -> Result<&'decoder [u8], DecodeError> {
    let content = decoder.take(content_len(decoder, N, end)?)?;
    decoder.take(end.len())?;
    Ok(content)
}

/// Writes the bytes and those that end them.
#[inline]
fn write<const N: usize, S: Sink>(
    content: &[u8],
    end: &[u8],
    sink: &mut S,
) -> Result<(), S::Error> {
    let len = content.len();
    let reason = match end {
        [0] => "the content of a field that ends with NUL contains NUL",
        _ => "the content of a field contains the bytes that end it",
    };
    sink.check(|| match () {
        () if len > N => Some(EncodeErrorKind::TooLong(TooLong { len, max: N })),
        () if ends_within(content, end) => Some(EncodeErrorKind::InvalidValue { reason }),
        () => None,
    })?;
    sink.put(content)?;
    sink.put(end)
}

fn text<'decoder, const N: usize>(
    decoder: &mut Decoder<'decoder>,
    end: &[u8],
) -> Result<&'decoder str, DecodeError> {
    let start = decoder.offset();
    core::str::from_utf8(read::<N>(decoder, end)?).map_err(|error| {
        let offset = start.saturating_add(error.valid_up_to());
        DecodeError::new(DecodeErrorKind::InvalidUtf8, offset)
    })
}

/// Implements the traits for an owned type and its borrowed form, which are read by `$read` and whose elements are `$of`.
macro_rules! terminated {
    ($owned:ty, $form:ty, $of:ty, $read:expr, |$value:ident| $bytes:expr) => {
        impl<L: Layout, const N: usize, const BITS: u128, const LEN: usize> Encode<L>
            for Terminated<$owned, N, BITS, LEN>
        {
            type Value = $owned;
            const ENCODING: &'static Schema =
                &Schema::terminated(<$of as Encode<Own>>::ENCODING, N, Magic::<BITS, LEN>::BYTES)
                    .with_content(N)
                    .replaced();

            #[inline]
            fn encode_to<S: Sink>($value: &$owned, sink: &mut S) -> Result<(), S::Error> {
                write::<N, S>($bytes, Magic::<BITS, LEN>::BYTES, sink)
            }
        }

        impl<'decoder, L: Layout, const N: usize, const BITS: u128, const LEN: usize>
            Decode<'decoder, L> for Terminated<$owned, N, BITS, LEN>
        {
            const FACTS: Facts = Facts::CHECKED;
            const BLANK: Option<Blank<$owned>> = Some(Blank::new(<$owned>::new()));

            #[inline]
            fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<$owned, DecodeError> {
                Ok($read(decoder, Magic::<BITS, LEN>::BYTES)?.into())
            }
        }

        impl<'decoder, L: Layout, const N: usize, const BITS: u128, const LEN: usize> Encode<L>
            for Terminated<$form, N, BITS, LEN>
        {
            type Value = $form;
            const ENCODING: &'static Schema =
                &<Terminated<$owned, N, BITS, LEN> as Encode<L>>::ENCODING.borrowed();

            #[inline]
            fn encode_to<S: Sink>($value: &$form, sink: &mut S) -> Result<(), S::Error> {
                write::<N, S>($bytes, Magic::<BITS, LEN>::BYTES, sink)
            }
        }

        impl<'decoder, L: Layout, const N: usize, const BITS: u128, const LEN: usize>
            Decode<'decoder, L> for Terminated<$form, N, BITS, LEN>
        {
            const FACTS: Facts = Facts::CHECKED;

            #[inline]
            fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<$form, DecodeError> {
                $read(decoder, Magic::<BITS, LEN>::BYTES)
            }
        }

        impl<L: Layout, const N: usize, const BITS: u128, const LEN: usize> Borrow<L>
            for Terminated<$owned, N, BITS, LEN>
        {
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

//! Numbers as text of a fixed width (WIRE.md section 3).

use core::fmt;

use crate::codec::borrow::{ArrayElement, own_borrowed_form};
use crate::codec::{
    Blank, Decode, DecodeError, DecodeErrorKind, Decoder, Encode, EncodeErrorKind, Facts, Kind,
    Layout, Schema, Sink,
};

/// An unsigned number as `N` decimal digits in ASCII, as exchange protocols have it. `PAD` fills the places before its
/// first digit: by default zeroes, or spaces with `AsciiDec<T, N, b' '>`. It is ASCII and, unless it is a zero, no digit:
/// one could not tell it from the number.
///
/// ```compile_fail,E0080
/// use pool_codec::{AsciiDec, Encodable};
///
/// let _ = AsciiDec::<u32, 4, b'5'>(7).encode_to_vec();
/// ```
///
/// ```
/// use pool_codec::{AsciiDec, Decodable, Encodable};
///
/// assert_eq!(AsciiDec::<u32, 6>(42).encode_to_vec().unwrap(), b"000042");
/// assert_eq!(AsciiDec::<u32, 6, b' '>(42).encode_to_vec().unwrap(), b"    42");
/// assert_eq!(AsciiDec::<u32, 6>::decode(b"000042").unwrap().0, 42);
/// assert!(AsciiDec::<u32, 6>::decode(b"00004x").is_err());
/// assert!(AsciiDec::<u32, 2>(100).encode_to_vec().is_err());
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AsciiDec<T, const N: usize, const PAD: u8 = b'0'>(pub T);

/// An unsigned number as `N` hexadecimal digits in ASCII. They are written in lower case, or in upper case if `UPPER` is
/// true, and read in either.
///
/// ```
/// use pool_codec::{AsciiHex, Decodable, Encodable};
///
/// assert_eq!(AsciiHex::<u32, 4>(0xAB).encode_to_vec().unwrap(), b"00ab");
/// assert_eq!(AsciiHex::<u32, 4>::decode(b"00AB").unwrap().0, 0xAB);
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AsciiHex<T, const N: usize, const UPPER: bool = false>(pub T);

const TOO_LARGE: &str = "the number has more digits than its field";
const NO_NUMBER: &str = "the text is not a number of the field's width";

/// Writes `number` in `base` into `bytes`, with `pad` before the first digit. Returns whether it fits.
fn write(number: u128, base: u32, upper: bool, pad: u8, bytes: &mut [u8]) -> bool {
    let mut rest = number;
    for (index, byte) in bytes.iter_mut().rev().enumerate() {
        if rest == 0 && index > 0 {
            *byte = pad;
            continue;
        }
        let digit = rest.checked_rem(base.into()).unwrap_or_default() as u32;
        let digit = char::from_digit(digit, base).unwrap_or('0');
        let digit = if upper { digit.to_ascii_uppercase() } else { digit };
        *byte = digit as u8;
        rest = rest.checked_div(base.into()).unwrap_or_default();
    }
    rest == 0
}

/// Reads a number in `base` with `pad` before its first digit.
fn read(bytes: &[u8], base: u32, pad: u8) -> Option<u128> {
    let first = match pad {
        b'0' => 0,
        _ => bytes.iter().position(|byte| *byte != pad)?,
    };
    let digits = bytes.get(first..)?;
    // A zero before other digits would be another encoding of the number.
    if pad != b'0' && digits.len() > 1 && digits.first() == Some(&b'0') {
        return None;
    }
    digits.iter().try_fold(0_u128, |number, byte| {
        let digit = char::from(*byte).to_digit(base)?;
        number.checked_mul(base.into())?.checked_add(digit.into())
    })
}

/// Implements the traits for one of the types, whose digits have the base `$base`.
macro_rules! digits {
    ($name:ident<T, N, $param:ident: $ty:ty>, $base:literal, $upper:expr, $pad:expr, $facts:expr) => {
        impl<T, L: Layout, const N: usize, const $param: $ty> Encode<L> for $name<T, N, $param>
        where
            T: Copy + TryFrom<u128> + TryInto<u128>,
        {
            type Value = Self;
            const ENCODING: &'static Schema = &{
                assert!(N > 0, "a number has at least one digit");
                assert!(
                    $pad == b'0' || $pad.is_ascii() && !$pad.is_ascii_digit(),
                    "the padding must be a zero, or ASCII and no digit"
                );
                // Zeroes are digits, and not shown as padding.
                Schema::new(Kind::FixedStr { len: N, pad: 0 }, N, N)
            };

            #[inline]
            fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
                let mut bytes = [0; N];
                let number = value.0.try_into().ok();
                let fits = number
                    .is_some_and(|number| write(number, $base, $upper, $pad, &mut bytes));
                let kind = EncodeErrorKind::InvalidValue { reason: TOO_LARGE };
                sink.check(|| (!fits).then_some(kind))?;
                sink.put_array(&bytes)
            }
        }

        impl<'decoder, T, L: Layout, const N: usize, const $param: $ty> Decode<'decoder, L>
            for $name<T, N, $param>
        where
            T: Copy + TryFrom<u128> + TryInto<u128>,
        {
            const FACTS: Facts = $facts;
            const BLANK: Option<Blank<Self>> = None;

            #[inline]
            fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
                let start = *decoder;
                let number = read(decoder.take_array::<N>()?, $base, $pad);
                match number.and_then(|number| T::try_from(number).ok()) {
                    Some(number) => Ok(Self(number)),
                    None => {
                        Err(start.error(DecodeErrorKind::InvalidValue { reason: NO_NUMBER }))
                    }
                }
            }
        }

        own_borrowed_form!(
            generic [T: Copy + TryFrom<u128> + TryInto<u128> + 'static, const N: usize, const $param: $ty]
            $name<T, N, $param>
        );
        impl<T, const N: usize, const $param: $ty> ArrayElement for $name<T, N, $param> {}

        impl<T, const N: usize, const $param: $ty> From<T> for $name<T, N, $param> {
            fn from(number: T) -> Self {
                Self(number)
            }
        }

        impl<T: fmt::Debug, const N: usize, const $param: $ty> fmt::Debug for $name<T, N, $param> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl<T: fmt::Display, const N: usize, const $param: $ty> fmt::Display
            for $name<T, N, $param>
        {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}
digits!(AsciiDec<T, N, PAD: u8>, 10, false, PAD, Facts::CHECKED);
// Digits of the other case are another encoding of the number.
digits!(AsciiHex<T, N, UPPER: bool>, 16, UPPER, b'0', Facts::NONE);

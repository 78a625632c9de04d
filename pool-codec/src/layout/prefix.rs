//! Length and count prefixes (WIRE.md section 3).

use crate::codec::const_fmt::{Decimal, fail};
use crate::codec::decode::Decoder;
use crate::codec::encode::Encoder;
use crate::codec::error::{DecodeError, DecodeErrorKind, EncodeError, TooLong};

/// The width of length prefixes: `u8`, `u16`, `u32`, `u64`, or [`Smallest`].
///
/// ```
/// use pool_codec::layout::LenPrefix;
///
/// assert_eq!(u32::WIDTH, Some(4));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a length prefix",
    label = "not a length prefix",
    note = "use `u8`, `u16`, `u32` or `u64`"
)]
pub trait LenPrefix: 'static {
    /// Bytes: 1, 2, 3, 4 or 8; or `None` for the fewest that hold the bound.
    const WIDTH: Option<usize>;
}

/// The fewest of 1, 2, 3 and 4 bytes that hold the bound: what wire types do on their own.
///
/// ```
/// use pool_codec::Wire;
///
/// assert_eq!(pool_codec::Bytes::<255>::MIN_SIZE, 1);
/// assert_eq!(pool_codec::Bytes::<256>::MIN_SIZE, 2);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Smallest;

impl LenPrefix for Smallest {
    const WIDTH: Option<usize> = None;
}

macro_rules! integer_prefixes {
    ($($ty:ty)*) => {$(
        impl LenPrefix for $ty {
            const WIDTH: Option<usize> = Some(size_of::<$ty>());
        }
    )*};
}
integer_prefixes!(u8 u16 u32 u64);

/// Width of the prefix `P` of a value of at most `max` bytes or elements, checked by the compiler.
#[track_caller]
pub(crate) const fn prefix_width<P: LenPrefix>(max: usize) -> usize {
    let Some(width) = P::WIDTH else {
        if max as u64 > u32::MAX as u64 {
            fail(&[
                "the bound ",
                Decimal::new(max).as_str(),
                " is too large\nhelp: a length prefix has at most 4 bytes, unless `len = u64` says otherwise",
            ]);
        }
        return match max {
            0..=0xFF => 1,
            0x100..=0xFFFF => 2,
            0x1_0000..=0xFF_FFFF => 3,
            _ => 4,
        };
    };
    let largest = match width {
        1 => 0xFF,
        2 => 0xFFFF,
        3 => 0xFF_FFFF,
        4 => 0xFFFF_FFFF,
        8 => u64::MAX,
        _ => panic!("a length prefix is 1, 2, 3, 4 or 8 bytes wide"),
    };
    if max as u64 > largest {
        fail(&[
            "a length prefix of ",
            Decimal::new(width).as_str(),
            if width == 1 { " byte" } else { " bytes" },
            " holds at most ",
            // Not for 8 bytes, which hold every `usize`.
            Decimal::new(largest as usize).as_str(),
            ", but the bound is ",
            Decimal::new(max).as_str(),
            "\nhelp: use a wider `len`, or a lower bound",
        ]);
    }
    width
}

/// Reads a prefix and checks it against `MAX`.
#[inline(always)]
pub(crate) fn read_prefix<P: LenPrefix, const MAX: usize>(
    decoder: &mut Decoder<'_>,
) -> Result<usize, DecodeError> {
    let start = decoder.offset();
    let len = match const { prefix_width::<P>(MAX) } {
        1 => u32::from(decoder.take_array::<1>()?[0]),
        2 => u32::from(u16::from_le_bytes(*decoder.take_array()?)),
        3 => {
            let [low, middle, high] = *decoder.take_array()?;
            u32::from_le_bytes([low, middle, high, 0])
        }
        8 => {
            let len = u64::from_le_bytes(*decoder.take_array()?);
            return match usize::try_from(len) {
                Ok(len) if len <= MAX => Ok(len),
                len => Err(too_long(len.unwrap_or(usize::MAX), MAX, start)),
            };
        }
        _ => u32::from_le_bytes(*decoder.take_array()?),
    } as usize;
    if len > MAX {
        return Err(too_long(len, MAX, start));
    }
    Ok(len)
}

#[cold]
#[inline(never)]
const fn too_long(len: usize, max: usize, offset: usize) -> DecodeError {
    DecodeError::new(DecodeErrorKind::TooLong(TooLong { len, max }), offset)
}

/// Writes `len`, which is at most `MAX`.
#[inline(always)]
pub(crate) fn write_prefix<P: LenPrefix, const MAX: usize>(
    len: usize,
    encoder: &mut Encoder<'_>,
) -> Result<(), EncodeError> {
    debug_assert!(len <= MAX);
    let bytes = (len as u64).to_le_bytes();
    let [a, b, c, d, ..] = bytes;
    match const { prefix_width::<P>(MAX) } {
        1 => encoder.put_array(&[a]),
        2 => encoder.put_array(&[a, b]),
        3 => encoder.put_array(&[a, b, c]),
        8 => encoder.put_array(&bytes),
        _ => encoder.put_array(&[a, b, c, d]),
    }
}

//! Length and count prefixes: the smallest of 1, 2, 3 or 4 little-endian bytes that holds the bound
//! (WIRE.md section 3).

use crate::decode::Decoder;
use crate::encode::Encoder;
use crate::error::{DecodeError, DecodeErrorKind, EncodeError, TooLong};

/// Width of the prefix of a value of at most `max` bytes or elements.
pub(crate) const fn prefix_size(max: usize) -> usize {
    match max {
        0..=0xFF => 1,
        0x100..=0xFFFF => 2,
        0x1_0000..=0xFF_FFFF => 3,
        _ => 4,
    }
}

/// [`prefix_size`] of a type's bound, checked by the compiler.
pub(crate) const fn checked_prefix_size(max: usize) -> usize {
    assert!(max as u64 <= u32::MAX as u64, "a length bound is at most 2^32 - 1");
    prefix_size(max)
}

/// Reads a prefix and checks it against `MAX`.
#[inline(always)]
pub(crate) fn read_prefix<const MAX: usize>(
    decoder: &mut Decoder<'_>,
) -> Result<usize, DecodeError> {
    let start = decoder.offset();
    let len = match const { checked_prefix_size(MAX) } {
        1 => u32::from(decoder.take_array::<1>()?[0]),
        2 => u32::from(u16::from_le_bytes(*decoder.take_array()?)),
        3 => {
            let [low, middle, high] = *decoder.take_array()?;
            u32::from_le_bytes([low, middle, high, 0])
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
pub(crate) fn write_prefix<const MAX: usize>(
    len: usize,
    encoder: &mut Encoder<'_>,
) -> Result<(), EncodeError> {
    debug_assert!(len <= MAX);
    let [a, b, c, d, ..] = (len as u64).to_le_bytes();
    match const { checked_prefix_size(MAX) } {
        1 => encoder.put_array(&[a]),
        2 => encoder.put_array(&[a, b]),
        3 => encoder.put_array(&[a, b, c]),
        _ => encoder.put_array(&[a, b, c, d]),
    }
}

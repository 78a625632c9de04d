//! Length and count prefixes (WIRE.md section 3).

use crate::codec::const_fmt::{Decimal, fail};
use crate::codec::decoder::Decoder;
use crate::codec::error::{DecodeError, DecodeErrorKind, EncodeErrorKind, TooLong};
use crate::codec::integers;
use crate::codec::layout::Layout;
use crate::codec::schema::IntEncoding;
use crate::codec::sink::Sink;
use crate::codec::varint::Varint;

/// A length prefix, with the lengths of the prefixes of 0 and of the bound.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Prefix {
    pub(crate) min: usize,
    pub(crate) max: usize,
    pub(crate) encoding: IntEncoding,
}

/// Returns the length prefix of at most `max` bytes or elements in the layout `L`.
#[track_caller]
pub(crate) const fn prefix<L: Layout>(max: usize) -> Prefix {
    let width = prefix_width::<L>(max);
    match L::LENGTHS {
        Some(varint) => {
            let encoding = IntEncoding::Varint { varint, lenient: L::LENIENT };
            Prefix { min: varint.len(0), max: width, encoding }
        }
        None => Prefix { min: width, max: width, encoding: IntEncoding::fixed(L::BIG_ENDIAN) },
    }
}

/// Returns the width, in the layout `L`, of the length prefix of `max` bytes or elements. The compiler checks that it can
/// hold `max`.
#[track_caller]
const fn prefix_width<L: Layout>(max: usize) -> usize {
    if let Some(varint) = L::LENGTHS {
        if max as u128 > varint.max() {
            fail(&[
                "the bound ",
                Decimal::new(max).as_str(),
                " does not fit in a length prefix of the layout",
            ]);
        }
        return varint.len(max as u128);
    }
    let Some(width) = L::LEN_WIDTH else {
        if max as u64 > u32::MAX as u64 {
            fail(&[
                "the bound ",
                Decimal::new(max).as_str(),
                " does not fit in a length prefix of 4 bytes\nhelp: lower the bound, or set `#[frame(len = u64)]`",
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
        4 => 0xFFFF_FFFF,
        8 => u64::MAX,
        _ => panic!("a length prefix must be 1, 2, 4 or 8 bytes wide"),
    };
    if max as u64 > largest {
        fail(&[
            "a length prefix of ",
            Decimal::new(width).as_str(),
            if width == 1 { " byte" } else { " bytes" },
            " holds at most ",
            // A prefix of 8 bytes holds every `usize`, so it never gets here.
            Decimal::new(largest as usize).as_str(),
            ", but the bound is ",
            Decimal::new(max).as_str(),
            "\nhelp: use a wider `len`, or lower the bound",
        ]);
    }
    width
}

/// Reads a prefix and checks it against `MAX`.
#[inline(always)]
pub(crate) fn read_prefix<L: Layout, const MAX: usize>(
    decoder: &mut Decoder<'_>,
) -> Result<usize, DecodeError> {
    if let Some(varint) = const { L::LENGTHS } {
        return read_varint::<L, MAX>(varint, decoder);
    }
    if const { L::BIG_ENDIAN } {
        return read_big_endian::<L, MAX>(decoder);
    }
    let start = decoder.offset();
    let len = match const { prefix_width::<L>(MAX) } {
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

/// Reads a prefix of variable width.
#[inline]
fn read_varint<L: Layout, const MAX: usize>(
    varint: Varint,
    decoder: &mut Decoder<'_>,
) -> Result<usize, DecodeError> {
    let start = *decoder;
    let limit = if varint.max() < u64::MAX as u128 { varint.max() } else { u64::MAX as u128 };
    let len = integers::read(varint, limit, L::LENIENT, decoder)?;
    let len = usize::try_from(len).unwrap_or(usize::MAX);
    if len > MAX {
        return Err(too_long(len, MAX, start.offset()));
    }
    let read = decoder.offset().saturating_sub(start.offset());
    if read > const { prefix_width::<L>(MAX) } {
        return Err(integers::longer_than_necessary(&start));
    }
    Ok(len)
}

/// Reads a prefix of a fixed width, the most significant byte first.
#[inline]
fn read_big_endian<L: Layout, const MAX: usize>(
    decoder: &mut Decoder<'_>,
) -> Result<usize, DecodeError> {
    let start = decoder.offset();
    let bytes = decoder.take(const { prefix_width::<L>(MAX) })?;
    let len = bytes.iter().fold(0_u64, |len, byte| len << 8 | u64::from(*byte));
    match usize::try_from(len) {
        Ok(len) if len <= MAX => Ok(len),
        len => Err(too_long(len.unwrap_or(usize::MAX), MAX, start)),
    }
}

#[inline(always)]
const fn too_long(len: usize, max: usize, offset: usize) -> DecodeError {
    DecodeError::new(DecodeErrorKind::TooLong(TooLong { len, max }), offset)
}

/// Reads a prefix of at most `max`, which need not be a constant.
#[inline]
pub(crate) fn read_prefix_in<L: Layout>(
    max: usize,
    decoder: &mut Decoder<'_>,
) -> Result<usize, DecodeError> {
    let (start, prefix) = (decoder.offset(), prefix::<L>(max));
    let len = integers::read_encoded(prefix.encoding, prefix.max, decoder)?;
    match usize::try_from(len) {
        Ok(len) if len <= max => Ok(len),
        len => Err(too_long(len.unwrap_or(usize::MAX), max, start)),
    }
}

/// Writes a length of at most `max`, which need not be a constant.
#[inline]
pub(crate) fn write_prefix_in<L: Layout, S: Sink>(
    len: usize,
    max: usize,
    sink: &mut S,
) -> Result<(), S::Error> {
    let width = prefix::<L>(max).max;
    if let Some(varint) = const { L::LENGTHS } {
        return integers::write(varint, len as u128, sink);
    }
    let bytes = (len as u64).to_le_bytes();
    let bytes = bytes.get(..width).unwrap_or_default();
    match const { L::BIG_ENDIAN } {
        false => sink.put(bytes),
        true => bytes.iter().rev().try_for_each(|byte| sink.put_array(&[*byte])),
    }
}

/// Writes the length of a value of a type that cannot be longer than `MAX`.
#[inline(always)]
pub(crate) fn write_prefix<L: Layout, const MAX: usize, S: Sink>(
    len: usize,
    sink: &mut S,
) -> Result<(), S::Error> {
    if let Some(varint) = const { L::LENGTHS } {
        return integers::write(varint, len as u128, sink);
    }
    let width = const { prefix_width::<L>(MAX) };
    // Callers that write have checked the length. Callers that count have not.
    if sink.count(width) {
        return Ok(());
    }
    debug_assert!(len <= MAX);
    if const { L::BIG_ENDIAN } {
        let bytes = (len as u64).to_be_bytes();
        return sink.put(bytes.get(8_usize.saturating_sub(width)..).unwrap_or_default());
    }
    let bytes = (len as u64).to_le_bytes();
    let [a, b, c, d, ..] = bytes;
    match width {
        1 => sink.put_array(&[a]),
        2 => sink.put_array(&[a, b]),
        3 => sink.put_array(&[a, b, c]),
        8 => sink.put_array(&bytes),
        _ => sink.put_array(&[a, b, c, d]),
    }
}

/// Writes the length of a vector or string, and refuses one that is longer than `MAX`.
#[inline(always)]
pub(crate) fn write_checked_prefix<L: Layout, const MAX: usize, S: Sink>(
    len: usize,
    sink: &mut S,
) -> Result<(), S::Error> {
    let long = TooLong { len, max: MAX };
    sink.check(|| (len > MAX).then_some(EncodeErrorKind::TooLong(long)))?;
    write_prefix::<L, MAX, S>(len, sink)
}

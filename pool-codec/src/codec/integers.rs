//! Writing and reading of integers of variable width (WIRE.md section 12).

use crate::codec::decoder::Decoder;
use crate::codec::error::{DecodeError, DecodeErrorKind, EncodeErrorKind};
use crate::codec::layout::Layout;
use crate::codec::schema::IntEncoding;
use crate::codec::sink::Sink;
use crate::codec::varint::Varint;

/// The most bytes of a number of 128 bits.
const LONGEST: usize = 19;

const TOO_LARGE: &str = "the number does not fit into its type";
const TOO_LONG: &str = "the number has a shorter encoding";

/// The bytes of `number`, and how many of them count.
#[inline]
pub(crate) fn encode(varint: Varint, number: u128) -> ([u8; LONGEST], usize) {
    let mut bytes = [0; LONGEST];
    let len = varint.len(number);
    let low = number.to_le_bytes();
    // The bytes after the first one.
    let mut behind = |first: u8, number: &[u8]| {
        for (byte, source) in bytes.iter_mut().zip(core::iter::once(&first).chain(number)) {
            *byte = *source;
        }
    };
    match (varint, len) {
        (Varint::Leb128 | Varint::ShortVec, _) => {
            let mut rest = number;
            for (index, byte) in bytes.iter_mut().take(len).enumerate() {
                let more = index.saturating_add(1) < len;
                *byte = (rest as u8 & 0x7F) | if more { 0x80 } else { 0 };
                rest >>= 7;
            }
        }
        (Varint::Bincode | Varint::CompactSize, 1) => behind(low[0], &[]),
        (Varint::Bincode, 3) => behind(251, &low),
        (Varint::Bincode, 5) => behind(252, &low),
        (Varint::Bincode, 9) => behind(253, &low),
        (Varint::Bincode, _) => behind(254, &low),
        (Varint::CompactSize, 3) => behind(253, &low),
        (Varint::CompactSize, 5) => behind(254, &low),
        (Varint::CompactSize, _) => behind(255, &low),
        (Varint::Quic, _) => {
            let class = (len.trailing_zeros() as u64) << 62;
            let number = (number as u64 & (u64::MAX >> 2))
                << (64_usize.saturating_sub(len.saturating_mul(8)) % 64);
            // The first byte has the class in its highest bits, whatever the length.
            for (byte, source) in bytes.iter_mut().zip((number | class).to_be_bytes()) {
                *byte = source;
            }
        }
        (Varint::Compact, 1 | 2 | 4) => {
            let class = len.trailing_zeros();
            let word = (number as u32) << 2 | class;
            for (byte, source) in bytes.iter_mut().zip(word.to_le_bytes()) {
                *byte = source;
            }
        }
        // At least four bytes follow.
        (Varint::Compact, _) => behind((len.saturating_sub(5) as u8) << 2 | 3, &low),
    }
    (bytes, len)
}

/// Writes a number that has an encoding.
#[inline]
pub(crate) fn write<S: Sink>(varint: Varint, number: u128, sink: &mut S) -> Result<(), S::Error> {
    if sink.count(0) {
        sink.count(varint.len(number));
        return Ok(());
    }
    // Most numbers are small.
    if number < 0x80 && matches!(varint, Varint::Leb128 | Varint::ShortVec) {
        return sink.put_array(&[number as u8]);
    }
    let (bytes, len) = encode(varint, number);
    sink.put(bytes.get(..len).unwrap_or_default())
}

/// The error for an encoding at `start` that is longer than necessary.
#[cold]
pub(crate) fn longer_than_necessary(start: &Decoder<'_>) -> DecodeError {
    start.error(DecodeErrorKind::InvalidValue { reason: TOO_LONG })
}

/// Reads a number of at most `max`. Unless it is `lenient`, refuses an encoding that is longer than necessary.
///
/// A lenient number has at most as many bytes as `max` has.
#[inline]
pub(crate) fn read(
    varint: Varint,
    max: u128,
    lenient: bool,
    decoder: &mut Decoder<'_>,
) -> Result<u128, DecodeError> {
    if let (Varint::Leb128 | Varint::ShortVec, [first @ 0..0x80, ..]) = (varint, decoder.rest()) {
        // Most numbers are small.
        let number = u128::from(*first);
        if number <= max {
            decoder.take(1)?;
            return Ok(number);
        }
    }
    let start = *decoder;
    let invalid = |reason| start.error(DecodeErrorKind::InvalidValue { reason });
    let number = read_any(varint, decoder, varint.len(max))?.ok_or_else(|| invalid(TOO_LARGE))?;
    if number > max {
        return Err(invalid(TOO_LARGE));
    }
    let len = decoder.offset().saturating_sub(start.offset());
    if len != varint.len(number) && (!lenient || len > varint.len(max)) {
        return Err(longer_than_necessary(&start));
    }
    Ok(number)
}

/// Reads a number of at most `longest` bytes. `None` if it has more bits than 128, or more bytes.
#[inline]
fn read_any(
    varint: Varint,
    decoder: &mut Decoder<'_>,
    longest: usize,
) -> Result<Option<u128>, DecodeError> {
    let [first] = *decoder.take_array()?;
    let little = |decoder: &mut Decoder<'_>, len: usize| -> Result<u128, DecodeError> {
        let mut bytes = [0; 16];
        for (byte, source) in bytes.iter_mut().zip(decoder.take(len)?) {
            *byte = *source;
        }
        Ok(u128::from_le_bytes(bytes))
    };
    let number = match (varint, first) {
        (Varint::Leb128 | Varint::ShortVec, _) => {
            let mut number = u128::from(first & 0x7F);
            let (mut byte, mut shift) = (first, 0_u32);
            while byte & 0x80 != 0 {
                shift = shift.saturating_add(7);
                // The next byte would be one too many.
                if shift as usize >= longest.saturating_mul(7) {
                    return Ok(None);
                }
                [byte] = *decoder.take_array()?;
                let group = u128::from(byte & 0x7F);
                if group.leading_zeros() < shift {
                    return Ok(None);
                }
                number |= group << shift;
            }
            number
        }
        (Varint::Bincode, 251) | (Varint::CompactSize, 253) => little(decoder, 2)?,
        (Varint::Bincode, 252) | (Varint::CompactSize, 254) => little(decoder, 4)?,
        (Varint::Bincode, 253) | (Varint::CompactSize, 255) => little(decoder, 8)?,
        (Varint::Bincode, 254) => little(decoder, 16)?,
        (Varint::Bincode, 255) => return Ok(None),
        (Varint::Bincode | Varint::CompactSize, _) => first.into(),
        (Varint::Quic, _) => {
            let len = 1_usize << (first >> 6);
            let mut number = u128::from(first & 0x3F);
            for byte in decoder.take(len.saturating_sub(1))? {
                number = number << 8 | u128::from(*byte);
            }
            number
        }
        (Varint::Compact, _) => match first & 3 {
            0 => u128::from(first >> 2),
            1 => little(decoder, 1)? << 6 | u128::from(first >> 2),
            2 => little(decoder, 3)? << 6 | u128::from(first >> 2),
            _ => {
                let len = usize::from(first >> 2).saturating_add(4);
                if len > 16 {
                    return Ok(None);
                }
                little(decoder, len)?
            }
        },
    };
    Ok(Some(number))
}

/// Writes an unsigned number in the layout's encoding of variable width.
#[inline(always)]
pub(crate) fn write_uint<L: Layout, S: Sink>(number: u128, sink: &mut S) -> Result<(), S::Error> {
    let Some(varint) = (const { L::NUMBERS }) else { return Ok(()) };
    let reason = "the number has no encoding in the layout";
    sink.check(|| (number > varint.max()).then_some(EncodeErrorKind::InvalidValue { reason }))?;
    write(varint, number, sink)
}

/// Writes a signed number in zigzag order.
#[inline(always)]
pub(crate) fn write_int<L: Layout, S: Sink>(number: i128, sink: &mut S) -> Result<(), S::Error> {
    write_uint::<L, S>(zigzag(number), sink)
}

/// Reads an unsigned number of at most `bits` bits in the layout's encoding of variable width.
#[inline(always)]
pub(crate) fn read_uint<L: Layout>(
    bits: usize,
    decoder: &mut Decoder<'_>,
) -> Result<u128, DecodeError> {
    let Some(varint) = (const { L::NUMBERS }) else { return Ok(0) };
    let max = u128::MAX >> 128_usize.saturating_sub(bits);
    read(varint, max.min(varint.max()), L::LENIENT, decoder)
}

/// Reads a signed number in zigzag order.
#[inline(always)]
pub(crate) fn read_int<L: Layout>(
    bits: usize,
    decoder: &mut Decoder<'_>,
) -> Result<i128, DecodeError> {
    read_uint::<L>(bits, decoder).map(unzigzag)
}

/// Maps signed numbers to unsigned ones, so that numbers near 0 are small.
#[inline(always)]
pub(crate) const fn zigzag(number: i128) -> u128 {
    (number << 1 ^ number >> 127) as u128
}

/// The inverse of [`zigzag`].
#[inline(always)]
pub(crate) const fn unzigzag(number: u128) -> i128 {
    (number >> 1) as i128 ^ ((number & 1) as i128).wrapping_neg()
}

/// Reads a length, a count or a tag by its description. One of a fixed width has `width` bytes, at most 16.
pub(crate) fn read_encoded(
    encoding: IntEncoding,
    width: usize,
    decoder: &mut Decoder<'_>,
) -> Result<u128, DecodeError> {
    let next = |number: u128, byte: &u8| number << 8 | u128::from(*byte);
    match encoding {
        IntEncoding::LittleEndian => Ok(decoder.take(width)?.iter().rev().fold(0, next)),
        IntEncoding::BigEndian => Ok(decoder.take(width)?.iter().fold(0, next)),
        IntEncoding::Remaining => Ok(decoder.rest().len() as u128),

        IntEncoding::Varint { varint, lenient } => {
            let start = *decoder;
            let number = read(varint, varint.max().min(u64::MAX.into()), lenient, decoder)?;
            let len = decoder.offset().saturating_sub(start.offset());
            // A number above the bound is reported by the caller.
            if len > width && varint.len(number) <= width {
                return Err(longer_than_necessary(&start));
            }
            Ok(number)
        }
    }
}

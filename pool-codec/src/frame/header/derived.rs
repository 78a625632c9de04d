//! What the expansions of `#[derive(Header)]` have in common.

use pool_core::PooledBuf;

use crate::codec::const_fmt::fail;
use crate::codec::error::{DecodeError, DecodeErrorKind};
use crate::codec::schema::{Kind, Schema};
use crate::codec::{Decodable, Encodable, HeaderNumber};
use crate::frame::header::format::{Header, HeaderError, WRONG_SIZE};

/// The largest number of a field of type `T`, which has that many bits if it is a part of an integer.
#[must_use]
pub const fn max_number<T: HeaderNumber>(bits: Option<u32>) -> u64 {
    match bits {
        Some(bits @ 0..64) => {
            let max = (1_u64 << bits).wrapping_sub(1);
            if max < T::MAX { max } else { T::MAX }
        }
        _ => T::MAX,
    }
}

/// The id that a number is. It saturates: larger numbers are rejected before.
#[inline]
#[must_use]
pub const fn as_id(number: u64) -> u32 {
    if number > u32::MAX as u64 { u32::MAX } else { number as u32 }
}

/// The longest payload, given the largest number of the length, the bytes that it counts before the payload, and the
/// `max` of the attribute.
#[must_use]
pub const fn max_payload(number: u64, counted: usize, max: usize) -> usize {
    let number = if number > usize::MAX as u64 { usize::MAX } else { number as usize };
    let longest = number.saturating_sub(counted);
    if longest < max { longest } else { max }
}

/// The number of bytes of the header that a length counts: those of the whole header, or those after the field `label`.
#[must_use]
#[track_caller]
pub const fn bytes_counted(schema: &Schema, header: &str, after: Option<&str>) -> usize {
    let fields = match (schema.kind(), after) {
        (Kind::Struct { fields, .. }, Some(_)) => *fields,
        // The fields are bits of one integer.
        (_, Some(_)) => return 0,
        (_, None) => return fixed(schema, header),
    };
    let (mut rest, mut counted, mut found) = (fields, 0_usize, false);
    while let [field, tail @ ..] = rest {
        if found {
            counted = counted.saturating_add(fixed(field.schema(), header));
        }
        if let Some(label) = after {
            found = found || same(field.label(), label);
        }
        rest = tail;
    }
    counted
}

#[track_caller]
const fn fixed(schema: &Schema, header: &str) -> usize {
    match schema.fixed_size() {
        Some(size) => size,
        None => fail(&[
            "the length of `",
            header,
            "` counts fields of the header that have no fixed size",
            "\nhelp: only a length that counts the payload alone can be in such a header",
        ]),
    }
}

const fn same(left: &str, right: &str) -> bool {
    let (mut left, mut right) = (left.as_bytes(), right.as_bytes());
    loop {
        match (left, right) {
            ([], []) => return true,
            ([a, left_rest @ ..], [b, right_rest @ ..]) if *a == *b => {
                (left, right) = (left_rest, right_rest);
            }
            _ => return false,
        }
    }
}

/// Reads the fields at the front of `bytes`.
///
/// # Errors
///
/// Fails if they do not decode. `None` means that more bytes are needed.
#[inline(always)]
pub fn read_header<'decoder, H: Header + Decodable<'decoder>>(
    bytes: &'decoder [u8],
) -> Result<Option<(H, usize)>, HeaderError> {
    if bytes.len() < H::SHORTEST {
        return Ok(None);
    }
    match <H as Decodable<'decoder>>::decode_prefix(bytes) {
        Ok((header, rest)) => Ok(Some((header, bytes.len().saturating_sub(rest.len())))),
        Err(error) => not_a_header::<H>(bytes, error),
    }
}

#[cold]
fn not_a_header<H: Header>(
    bytes: &[u8],
    error: DecodeError,
) -> Result<Option<(H, usize)>, HeaderError> {
    let reason = match error.kind() {
        DecodeErrorKind::UnexpectedEnd { .. } if bytes.len() < H::SIZE => return Ok(None),
        DecodeErrorKind::InvalidValue { reason } => reason,
        DecodeErrorKind::InvalidBool { .. } => "a bool is neither 0 nor 1",
        DecodeErrorKind::UnknownTag { .. } => "no variant has the tag",
        DecodeErrorKind::InvalidUtf8 => "a text is not UTF-8",
        _ => "a field does not decode",
    };
    Err(HeaderError { reason })
}

/// Checks a length that has arrived: it is at least `counted` bytes, and the payload at most `max`.
///
/// # Errors
///
/// Fails with one of the reasons.
#[inline]
pub fn check_len(
    number: u64,
    counted: usize,
    max: usize,
    [too_short, too_long]: [&'static str; 2],
) -> Result<(), HeaderError> {
    match number.checked_sub(counted as u64) {
        Some(len) if len <= max as u64 => Ok(()),
        Some(_) => Err(HeaderError { reason: too_long }),
        None => Err(HeaderError { reason: too_short }),
    }
}

/// Checks an id that has arrived.
///
/// # Errors
///
/// Fails with `reason` if it is above `max`.
#[inline]
pub fn check_id_number(number: u64, max: u32, reason: &'static str) -> Result<(), HeaderError> {
    if number > max.into() { Err(HeaderError { reason }) } else { Ok(()) }
}

/// The id in a new header.
#[inline]
#[must_use]
pub fn declared_id<T: HeaderNumber>(id: u32, max: u32) -> Option<T> {
    if id > max { None } else { T::from_number(id.into()) }
}

/// The length that the header of a payload of `len` bytes declares.
#[inline]
#[must_use]
pub fn declared_len<T: HeaderNumber>(len: usize, counted: usize, max: usize) -> Option<T> {
    if len > max {
        return None;
    }
    T::from_number(len.checked_add(counted)? as u64)
}

/// The length of the payload, given that which the header declares.
#[inline]
#[must_use]
pub fn len_of_payload(number: u64, counted: usize) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX).saturating_sub(counted)
}

/// Reads a header from exactly its bytes.
///
/// # Errors
///
/// Fails if they are not a header, or not the whole of one.
#[inline(always)]
pub fn read_whole_header<H: Header>(bytes: &[u8]) -> Result<H, HeaderError> {
    match H::decode_prefix(bytes) {
        Ok(Some((header, size))) if size == bytes.len() => Ok(header),
        Ok(_) => Err(WRONG_SIZE),
        Err(error) => Err(error),
    }
}

/// Writes a header to exactly its bytes.
///
/// # Panics
///
/// Panics if the length of `out` is another one, or a field exceeds what its encoding can express.
#[inline]
#[track_caller]
pub fn write_header<H: Encodable>(header: &H, out: &mut [u8]) {
    let written = header.encode(out);
    assert!(written == Ok(out.len()), "the header is not valid, or of another length");
}

/// Whether all fields of a header can be encoded.
#[inline]
#[must_use]
pub fn is_valid<H: Encodable>(header: &H) -> bool {
    header.encode(&mut [0; PooledBuf::HEADER_ROOM]).is_ok()
}

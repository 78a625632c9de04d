//! The bytes that end a value without a length (WIRE.md section 13).

use crate::codec::decoder::Decoder;
use crate::codec::error::{DecodeError, DecodeErrorKind, TooLong};

/// The largest number of bytes that end a value.
pub(crate) const LONGEST: usize = 16;

/// Finds `end` in `bytes`, and returns the number of bytes before it.
fn find(bytes: &[u8], end: &[u8]) -> Option<usize> {
    match end {
        [byte] => bytes.iter().position(|other| other == byte),
        _ => bytes.windows(end.len().max(1)).position(|window| window == end),
    }
}

/// Returns the number of bytes from the cursor to `end`, which follows at most `max` of them.
#[inline]
pub(crate) fn content_len(
    decoder: &Decoder<'_>,
    max: usize,
    end: &[u8],
) -> Result<usize, DecodeError> {
    let rest = decoder.rest();
    let longest = max.saturating_add(end.len());
    match find(rest.get(..longest).unwrap_or(rest), end) {
        Some(len) => Ok(len),
        None if rest.len() >= longest => {
            let long = TooLong { len: max.saturating_add(1), max };
            Err(decoder.error(DecodeErrorKind::TooLong(long)))
        }
        None => Err(decoder.unexpected_end(rest.len().saturating_add(1))),
    }
}

/// Whether `end` begins within `content` if it follows it. A reader would then take less than the content.
#[inline]
pub(crate) fn ends_within(content: &[u8], end: &[u8]) -> bool {
    // The last bytes of the content may be the first ones of the terminator.
    let across = |kept: usize| {
        let (first, last) = (end.get(..kept), end.get(kept..).unwrap_or_default());
        first.is_some_and(|first| content.ends_with(first)) && end.starts_with(last)
    };
    find(content, end).is_some() || (1..end.len()).any(across)
}

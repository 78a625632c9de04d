//! The lengths of headers, and the header at the front of unread bytes.
//!
//! For headers of fixed length they are constants. A hand-written header of variable length may lie about its length, and
//! is kept within the bounds of its type.

use pool_core::PooledBuf;

use crate::frame::header::format::{Header, HeaderError, WRONG_SIZE};

/// `H::SIZE`, checked when the program is built: a header has at least one byte and fits into the header room
/// of a slot.
pub(crate) const fn longest_header<H: Header>() -> usize {
    const {
        assert!(H::SHORTEST > 0, "a header has at least one byte");
        assert!(H::SHORTEST <= H::SIZE, "the shortest header is longer than the longest");
        assert!(
            H::SIZE <= PooledBuf::HEADER_ROOM,
            "the header does not fit into a slot's header room"
        );
        H::SIZE
    }
}

/// Whether all headers `H` have the same length.
const fn is_fixed<H: Header>() -> bool {
    H::SHORTEST == H::SIZE
}

/// The length of `header` as it is encoded, in bytes.
#[inline(always)]
pub(crate) fn header_size<H: Header>(header: &H) -> usize {
    let longest = longest_header::<H>();
    if const { is_fixed::<H>() } { longest } else { header.size().min(longest) }
}

/// Reads the header at the front of `bytes`. `None` means that more bytes are needed. The length is at most that of
/// `bytes`.
#[inline(always)]
pub(crate) fn front_header<H: Header>(bytes: &[u8]) -> Result<Option<Front<H>>, HeaderError> {
    let longest = longest_header::<H>();
    if const { is_fixed::<H>() } {
        let Some(bytes) = bytes.get(..longest) else { return Ok(None) };
        return match H::decode(bytes) {
            Ok(header) => Ok(Some(Front::new(header, longest))),
            Err(error) => Err(error),
        };
    }
    let bytes = bytes.get(..longest).unwrap_or(bytes);
    match H::decode_prefix(bytes)? {
        Some((header, size)) if (1..=bytes.len()).contains(&size) => {
            Ok(Some(Front::new(header, size)))
        }
        None if bytes.len() < longest => Ok(None),
        _ => Err(WRONG_SIZE),
    }
}

/// Reads the header at the front of `bytes` in the usual case. `None` means that [`front_header`] tells what is wrong. Its
/// nested result would take some ten instructions more per frame on the way of frames that are complete.
#[inline(always)]
pub(crate) fn usual_header<H: Header>(bytes: &[u8]) -> Option<Front<H>> {
    if const { is_fixed::<H>() } {
        let size = longest_header::<H>();
        return match H::decode(bytes.get(..size)?) {
            Ok(header) => Some(Front::new(header, size)),
            Err(_) => None,
        };
    }
    front_header(bytes).ok()?
}

/// The least number of bytes that a header which begins with `arrived` bytes has, if those are not all of it.
pub(crate) fn least_header<H: Header>(arrived: usize) -> usize {
    let longest = longest_header::<H>();
    if const { is_fixed::<H>() } {
        return longest;
    }
    H::SHORTEST.max(arrived.saturating_add(1)).min(longest)
}

/// A header that has arrived, and its length on the wire in bytes. That may differ from the length with which it would be
/// encoded.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Front<H> {
    pub(crate) header: H,
    size: u8,
}

impl<H: Header> Front<H> {
    #[inline(always)]
    fn new(header: H, size: usize) -> Self {
        const { assert!(PooledBuf::HEADER_ROOM <= 255, "the size of a header is one byte") };
        Self { header, size: size as u8 }
    }

    /// The length of the header on the wire, in bytes.
    #[inline(always)]
    pub(crate) fn size(&self) -> usize {
        if const { is_fixed::<H>() } { longest_header::<H>() } else { self.size.into() }
    }

    /// The length of the frame, header included, in bytes.
    #[inline(always)]
    pub(crate) fn frame_len(&self) -> usize {
        self.size().saturating_add(self.header.payload_len())
    }

    /// The payload in the bytes of the frame.
    #[inline(always)]
    pub(crate) fn payload_of<'a>(&self, frame: &'a [u8]) -> &'a [u8] {
        frame.get(self.size()..).unwrap_or_default()
    }
}

//! 32-byte cells for byte strings and text. Content of up to [`ByteCell::INLINE`] bytes is inline, longer
//! content is one heap block.
//!
//! ```text
//!  byte   0     1     2                              32
//!       +-----+-----+--------------------------------+
//!  in   | tag | len | content, up to 30 bytes        |
//!       +-----+-----+-----------+--------------------+
//!  heap | tag |     | len (u32) | block: Box<[u8]>   |
//!       +-----+-----+-----------+--------------------+
//! ```
//!
//! A fresh heap block has exactly the length of the content. [`ByteCell::refill`] reuses the block if the
//! new content fits and does not leave most of it empty ([`keeps`]), so that a loop over one value stops
//! allocating.
//!
//! # Invariants
//!
//! * I1: the bytes of a `StrCell` are valid UTF-8. Every function that writes them takes a whole `&str` or
//!   a `Text`.

use alloc::boxed::Box;
use core::fmt;

use crate::copy::copy_short;
use crate::text::Text;

/// The maximum length of inline content, in bytes.
const INLINE: usize = 30;

/// A heap block of at most this many bytes is reused for content of any length.
pub const KEPT: usize = 512;

/// Whether a refill reuses a heap block of `block` bytes for `content` bytes: it does if the block is small
/// or at most twice as large as necessary. So a value that is refilled again and again never holds much
/// more memory than its current content needs.
///
/// ```
/// use pool_core::__private::keeps;
///
/// assert!(keeps(512, 0) && keeps(2000, 1000));
/// assert!(!keeps(2001, 1000));
/// ```
#[inline]
#[must_use]
pub const fn keeps(block: usize, content: usize) -> bool {
    block <= KEPT || block.div_ceil(2) <= content
}

#[derive(Clone)]
enum Repr {
    Inline {
        len: u8,
        bytes: [u8; INLINE],
    },
    /// The content is the first `len` bytes of `block`.
    Heap {
        len: u32,
        block: Box<[u8]>,
    },
}

/// An owned byte string in a cell of 32 bytes, with short content inline.
///
/// ```
/// use pool_core::__private::ByteCell;
///
/// let cell = ByteCell::new(b"sv2");
/// assert_eq!(cell.as_slice(), b"sv2");
/// assert!(cell.is_inline());
/// assert_eq!(size_of::<ByteCell>(), 32);
/// ```
#[derive(Clone)]
pub struct ByteCell(Repr);

const _: () = assert!(size_of::<ByteCell>() == 32 && size_of::<Option<StrCell>>() == 32);

impl ByteCell {
    /// The maximum length of content without a heap block, in bytes.
    pub const INLINE: usize = INLINE;

    /// An empty cell.
    #[must_use]
    pub const fn empty() -> Self {
        Self(Repr::Inline { len: 0, bytes: [0; INLINE] })
    }

    /// Copies `content` into a new cell.
    ///
    /// # Panics
    ///
    /// Panics if `content` is longer than `u32::MAX` bytes.
    #[inline]
    #[must_use]
    pub fn new(content: &[u8]) -> Self {
        Self::from_prefix(content, content.len())
    }

    /// Copies the first `len` bytes of `source` into a new cell.
    ///
    /// The bytes of `source` after the content are slack. If there are enough of them, short content is
    /// copied as one block of fixed size, without a call to `memcpy`. The slack is never visible through
    /// [`as_slice`](Self::as_slice).
    ///
    /// # Panics
    ///
    /// Panics if `len` exceeds `source.len()` or `u32::MAX`.
    #[inline(always)]
    #[must_use]
    pub fn from_prefix(source: &[u8], len: usize) -> Self {
        match source.first_chunk::<INLINE>() {
            #[expect(clippy::cast_possible_truncation, reason = "at most INLINE = 30")]
            Some(bytes) if len <= INLINE => Self(Repr::Inline { len: len as u8, bytes: *bytes }),
            // Built here, from a pointer in a register. A whole cell returned through memory costs as much
            // as the allocation (`benches`, group `NewExtendedMiningJob`).
            _ if len > INLINE => {
                let block = boxed(source, len);
                #[expect(clippy::cast_possible_truncation, reason = "`boxed` has checked it")]
                Self(Repr::Heap { len: len as u32, block })
            }
            _ => Self(short(source, len)),
        }
    }

    /// Replaces the content with the first `len` bytes of `source`. Reuses the cell's heap block if the
    /// content fits and does not leave most of it empty ([`keeps`]).
    ///
    /// # Panics
    ///
    /// Panics if `len` exceeds `source.len()` or `u32::MAX`.
    #[inline(always)]
    pub fn refill(&mut self, source: &[u8], len: usize) {
        match (&mut self.0, source.first_chunk::<INLINE>()) {
            #[expect(clippy::cast_possible_truncation, reason = "at most INLINE = 30")]
            (Repr::Inline { len: held, bytes }, Some(block)) if len <= INLINE => {
                *bytes = *block;
                *held = len as u8;
            }
            _ => self.refill_exact(source, len),
        }
    }

    /// Refills without slack, or from or to a heap block.
    #[inline(never)]
    fn refill_exact(&mut self, source: &[u8], len: usize) {
        if let Repr::Heap { len: held, block } = &mut self.0
            && keeps(block.len(), len)
            && let (Some(out), Some(content)) = (block.get_mut(..len), source.get(..len))
        {
            copy_short(out, content);
            #[expect(
                clippy::cast_possible_truncation,
                reason = "a block holds at most u32::MAX bytes"
            )]
            let len = len as u32;
            *held = len;
            return;
        }
        // The old block is released before a new one is taken, unless there will be none.
        if len <= source.len() && u32::try_from(len).is_ok() {
            *self = Self::empty();
        }
        *self = Self::from_prefix(source, len);
    }

    /// The content.
    #[inline]
    #[must_use]
    pub fn as_slice(&self) -> &[u8] {
        match &self.0 {
            Repr::Inline { len, bytes } => bytes.get(..usize::from(*len)).unwrap_or(bytes),
            Repr::Heap { len, block } => block.get(..*len as usize).unwrap_or(block),
        }
    }

    /// The content's length, in bytes.
    #[inline]
    #[must_use]
    pub fn len(&self) -> usize {
        match &self.0 {
            Repr::Inline { len, .. } => usize::from(*len),
            Repr::Heap { len, .. } => *len as usize,
        }
    }

    /// Whether the content is empty.
    #[inline]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether the content lies in the cell itself, without a heap block.
    #[inline]
    #[must_use]
    pub fn is_inline(&self) -> bool {
        matches!(self.0, Repr::Inline { .. })
    }

    /// The whole inline area, content and slack, if the content is inline. An encoder with room to spare
    /// copies it as one block of fixed size.
    #[inline]
    #[must_use]
    pub fn inline_block(&self) -> Option<&[u8; INLINE]> {
        match &self.0 {
            Repr::Inline { bytes, .. } => Some(bytes),
            Repr::Heap { .. } => None,
        }
    }
}

/// Copies the content of a cell to a heap block.
#[inline]
fn boxed(source: &[u8], len: usize) -> Box<[u8]> {
    let Some(content) = source.get(..len) else { panic!("the content is longer than its source") };
    assert!(u32::try_from(len).is_ok(), "a cell holds at most {} bytes, got {len}", u32::MAX);
    content.into()
}

/// Copies short content that has no slack after it.
#[inline(never)]
fn short(source: &[u8], len: usize) -> Repr {
    let mut bytes = [0; INLINE];
    match (bytes.get_mut(..len), source.get(..len)) {
        (Some(out), Some(content)) => copy_short(out, content),
        _ => panic!("the content is longer than its source"),
    }
    #[expect(clippy::cast_possible_truncation, reason = "at most INLINE = 30")]
    Repr::Inline { len: len as u8, bytes }
}

impl Default for ByteCell {
    fn default() -> Self {
        Self::empty()
    }
}

impl fmt::Debug for ByteCell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_slice().fmt(f)
    }
}

/// Owned text in a cell of 32 bytes, with short content inline.
///
/// ```
/// use pool_core::__private::StrCell;
///
/// let cell = StrCell::new("pool.example.org");
/// assert_eq!(cell.as_str(), "pool.example.org");
/// ```
#[derive(Clone, Default)]
pub struct StrCell(
    /// I1: valid UTF-8.
    ByteCell,
);

impl StrCell {
    /// Empty text.
    #[must_use]
    pub const fn empty() -> Self {
        Self(ByteCell::empty())
    }

    /// Copies `content` into a new cell.
    ///
    /// # Panics
    ///
    /// Panics if `content` is longer than `u32::MAX` bytes.
    #[inline]
    #[must_use]
    pub fn new(content: &str) -> Self {
        Self(ByteCell::new(content.as_bytes()))
    }

    /// Copies `text` into a new cell; see [`ByteCell::from_prefix`].
    ///
    /// # Panics
    ///
    /// Panics if the text is longer than `u32::MAX` bytes.
    #[inline(always)]
    #[must_use]
    pub fn from_text(text: Text<'_>) -> Self {
        Self(ByteCell::from_prefix(text.source(), text.len()))
    }

    /// Replaces the content; see [`ByteCell::refill`].
    ///
    /// # Panics
    ///
    /// Panics if `content` is longer than `u32::MAX` bytes.
    #[inline]
    pub fn refill(&mut self, content: &str) {
        self.0.refill(content.as_bytes(), content.len());
    }

    /// Replaces the content with `text`; see [`ByteCell::refill`].
    ///
    /// # Panics
    ///
    /// Panics if the text is longer than `u32::MAX` bytes.
    #[inline(always)]
    pub fn refill_text(&mut self, text: Text<'_>) {
        self.0.refill(text.source(), text.len());
    }

    /// The content.
    #[inline]
    #[must_use]
    pub fn as_str(&self) -> &str {
        let bytes = self.0.as_slice();
        debug_assert!(core::str::from_utf8(bytes).is_ok());
        // SAFETY: the bytes are valid UTF-8 (I1): `new` and `refill` copy a whole `&str`, `from_text`
        // and `refill_text` a `Text`, and nothing else writes to the cell.
        unsafe { core::str::from_utf8_unchecked(bytes) }
    }

    /// The cell that holds the text's bytes.
    #[inline]
    #[must_use]
    pub fn as_bytes(&self) -> &ByteCell {
        &self.0
    }
}

impl fmt::Debug for StrCell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    #[test]
    fn content_survives_at_every_length_with_and_without_slack() {
        let source: [u8; 64] = core::array::from_fn(|i| i as u8);
        for len in 0..64 {
            assert_eq!(ByteCell::from_prefix(&source, len).as_slice(), &source[..len]);
            assert_eq!(ByteCell::new(&source[..len]).as_slice(), &source[..len]);
            assert_eq!(ByteCell::new(&source[..len]).is_inline(), len <= ByteCell::INLINE);
        }
    }

    #[test]
    fn refill_keeps_a_block_that_is_large_enough() {
        let mut cell = ByteCell::new(&[7; 100]);
        let block = cell.as_slice().as_ptr();
        for len in [3, 100, 0, 31] {
            cell.refill(&vec![9; len], len);
            assert_eq!(cell.as_slice(), &vec![9; len][..]);
            assert_eq!(cell.as_slice().as_ptr(), block);
        }
        cell.refill(&[1; 101], 101);
        assert_eq!(cell.len(), 101);
        cell.refill(&[2; 5000], 5000);
        cell.refill(&[3; 40], 40);
        assert_eq!(cell.as_slice(), &[3; 40]);
        assert!(matches!(&cell.0, Repr::Heap { block, .. } if block.len() == 40));
    }

    #[test]
    fn text_survives_whole_and_in_part() {
        let long = "ä".repeat(20);
        let mut cell = StrCell::new(&long);
        assert_eq!(cell.as_str(), long);
        cell.refill("ß");
        assert_eq!(cell.as_str(), "ß");
        let source = [b'x'; 64];
        for len in 0..=64 {
            let text = Text::check(&source, len).unwrap();
            assert_eq!(StrCell::from_text(text).as_str(), "x".repeat(len));
            cell.refill_text(text);
            assert_eq!(cell.as_str(), "x".repeat(len));
        }
    }
}

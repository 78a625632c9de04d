//! Text known by a sweep over its bytes.
//!
//! # Invariants
//!
//! * I1: every byte of an [`Ascii`] is below 0x80. [`Ascii::sweep`] checks, and nothing else makes one
//!   but taking a part of another.

/// Bytes that are all ASCII, so that any part of them is text: one sweep over the strings of a message
/// is several times faster than checking each short string alone.
///
/// ```
/// use pool_core::Ascii;
///
/// let swept = Ascii::sweep(b"pool\x07Bitmain").unwrap();
/// assert_eq!(swept.from(5).as_str(), "Bitmain");
/// assert!(Ascii::sweep("käse".as_bytes()).is_none());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ascii<'a>(
    /// I1.
    &'a [u8],
);

impl<'a> Ascii<'a> {
    /// The bytes, if all of them are ASCII.
    #[inline]
    #[must_use]
    pub const fn sweep(bytes: &'a [u8]) -> Option<Self> {
        if bytes.is_ascii() { Some(Self(bytes)) } else { None }
    }

    /// What follows the first `start` bytes; empty if there are not so many.
    #[inline]
    #[must_use]
    pub fn from(self, start: usize) -> Self {
        Self(self.0.get(start..).unwrap_or_default())
    }

    /// The first `len` bytes; all if there are not so many.
    #[inline]
    #[must_use]
    pub fn prefix(self, len: usize) -> Self {
        Self(self.0.get(..len).unwrap_or(self.0))
    }

    /// The bytes.
    #[inline]
    #[must_use]
    pub const fn as_bytes(self) -> &'a [u8] {
        self.0
    }

    /// The number of bytes.
    #[inline]
    #[must_use]
    pub const fn len(self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[inline]
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// The bytes as text.
    #[inline]
    #[must_use]
    pub const fn as_str(self) -> &'a str {
        // SAFETY: every byte is below 0x80 (I1), and a sequence of such bytes is valid UTF-8.
        unsafe { core::str::from_utf8_unchecked(self.0) }
    }
}

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
    pub fn sweep(bytes: &'a [u8]) -> Option<Self> {
        if is_ascii(bytes) { Some(Self(bytes)) } else { None }
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

/// Up to this length, in bytes, a loop that never stops early is the faster one.
const SHORT: usize = 256;

/// Whether all of `bytes` are ASCII. [`slice::is_ascii`] looks at the last bytes one by one, which for the rest
/// of a short message is most of its time; here they are in one word that may overlap the one before.
#[inline]
fn is_ascii(bytes: &[u8]) -> bool {
    if bytes.len() > SHORT {
        return bytes.is_ascii();
    }
    const HIGH: u128 = u128::from_ne_bytes([0x80; 16]);
    if let Some(last) = bytes.last_chunk::<16>() {
        let words = bytes.chunks_exact(16).filter_map(|word| word.first_chunk::<16>());
        let all =
            words.fold(u128::from_ne_bytes(*last), |all, word| all | u128::from_ne_bytes(*word));
        return all & HIGH == 0;
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        let all = u64::from_ne_bytes(*first) | u64::from_ne_bytes(*last);
        return all & HIGH as u64 == 0;
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        let all = u32::from_ne_bytes(*first) | u32::from_ne_bytes(*last);
        return all & HIGH as u32 == 0;
    }
    bytes.iter().fold(0, |all, byte| all | byte) & 0x80 == 0
}

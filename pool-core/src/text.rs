//! Text whose bytes have been checked to be UTF-8.
//!
//! Checking short strings is most of the cost of decoding a message. Almost all of them are ASCII, and two
//! loads, one from each end, recognise up to 32 bytes of ASCII. The loads may overlap.
//!
//! # Invariants
//!
//! * I1: `len` is at most the length of `source`, and `source[..len]` is valid UTF-8. [`Text::check`] is the only
//!   way to make one.

/// Bytes that begin with valid text. The bytes after the text are slack, which a copy of fixed size may
/// include.
///
/// ```
/// use pool_core::__private::Text;
///
/// let text = Text::check(b"Bitmain\xFF\x00\x07", 7).unwrap();
/// assert_eq!(text.as_str(), "Bitmain");
/// assert_eq!(Text::check(b"Bitmain\xFF\x00\x07", 8), Err(7));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text<'a> {
    /// I1.
    source: &'a [u8],
    /// I1.
    len: usize,
}

impl<'a> Text<'a> {
    /// Checks that the first `len` bytes of `source` are UTF-8.
    ///
    /// # Errors
    ///
    /// The number of bytes before the first one that is not valid UTF-8. If `source` is shorter than `len`,
    /// its length.
    #[inline(always)]
    pub fn check(source: &'a [u8], len: usize) -> Result<Self, usize> {
        let Some(bytes) = source.get(..len) else { return Err(source.len()) };
        if !is_short_ascii(bytes) {
            check_all(bytes)?;
        }
        Ok(Self { source, len })
    }

    /// The text.
    #[inline]
    #[must_use]
    pub fn as_str(self) -> &'a str {
        let bytes = self.source.get(..self.len).unwrap_or_default();
        debug_assert!(core::str::from_utf8(bytes).is_ok());
        // SAFETY: the first `len` bytes of the source are valid UTF-8 (I1).
        unsafe { core::str::from_utf8_unchecked(bytes) }
    }

    /// The bytes that begin with the text, slack included.
    #[inline]
    #[must_use]
    pub const fn source(self) -> &'a [u8] {
        self.source
    }

    /// The length of the text, in bytes.
    #[inline]
    #[must_use]
    pub const fn len(self) -> usize {
        self.len
    }

    /// Whether the text is empty.
    #[inline]
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.len == 0
    }
}

/// Whether there are at most 32 bytes and all of them are ASCII.
#[inline(always)]
fn is_short_ascii(bytes: &[u8]) -> bool {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let len = bytes.len();
    // At most three comparisons for each length.
    let high = if len < 8 {
        if len >= 4 {
            ends::<4>(bytes, |half| u32::from_ne_bytes(half).into())
        } else if len >= 2 {
            ends::<2>(bytes, |half| u16::from_ne_bytes(half).into())
        } else {
            Some(bytes.first().map_or(0, |byte| u64::from(*byte)))
        }
    } else if len < 16 {
        ends::<8>(bytes, u64::from_ne_bytes)
    } else if len <= 32 {
        ends::<16>(bytes, |half| {
            let half = u128::from_ne_bytes(half);
            half as u64 | (half >> 64) as u64
        })
    } else {
        None
    };
    high.is_some_and(|high| high & HIGH == 0)
}

/// The bitwise OR of the first and the last `N` bytes, which cover the whole of at most `2 * N` bytes.
#[inline(always)]
fn ends<const N: usize>(bytes: &[u8], bits: impl Fn([u8; N]) -> u64) -> Option<u64> {
    Some(bits(*bytes.first_chunk::<N>()?) | bits(*bytes.last_chunk::<N>()?))
}

#[inline(never)]
fn check_all(bytes: &[u8]) -> Result<(), usize> {
    if bytes.is_ascii() {
        return Ok(());
    }
    core::str::from_utf8(bytes).map(|_| ()).map_err(|error| error.valid_up_to())
}

//! A length above a bound.

use core::fmt;

/// A value is longer than its type allows. Lengths are in bytes for text and byte strings, and in elements for
/// sequences.
///
/// ```
/// let error = pool_codec::Str::<4>::new("hello").unwrap_err();
/// assert_eq!((error.len, error.max), (5, 4));
/// assert_eq!(error.to_string(), "length 5 exceeds the maximum of 4");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TooLong {
    /// The length of the value.
    pub len: usize,
    /// The largest length that the type allows.
    pub max: usize,
}

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "length {} exceeds the maximum of {}", self.len, self.max)
    }
}

impl core::error::Error for TooLong {}

//! The read cursor.

use crate::codec::error::{DecodeError, DecodeErrorKind};

/// A read cursor over an input. It is cheap to copy: copy it to look ahead.
///
/// ```
/// use pool_codec::Decoder;
///
/// let mut decoder = Decoder::new(&[1, 2, 3]);
/// assert_eq!(decoder.take(2).unwrap(), &[1, 2]);
/// assert_eq!((decoder.offset(), decoder.rest()), (2, &[3][..]));
/// assert!(decoder.take(2).is_err());
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Decoder<'decoder> {
    rest: &'decoder [u8],
    /// The length of the whole input.
    len: usize,
}

impl<'decoder> Decoder<'decoder> {
    /// Creates a cursor at the start of `input`.
    #[inline]
    #[must_use]
    pub const fn new(input: &'decoder [u8]) -> Self {
        Self { rest: input, len: input.len() }
    }

    /// Returns the number of bytes read so far.
    #[inline]
    #[must_use]
    pub const fn offset(&self) -> usize {
        self.len.saturating_sub(self.rest.len())
    }

    /// Returns the bytes that have not been read yet.
    #[inline]
    #[must_use]
    pub const fn rest(&self) -> &'decoder [u8] {
        self.rest
    }

    /// Reads `count` bytes.
    ///
    /// # Errors
    ///
    /// Returns [`UnexpectedEnd`](DecodeErrorKind::UnexpectedEnd) if fewer bytes are left. The cursor does not move.
    #[inline(always)]
    pub fn take(&mut self, count: usize) -> Result<&'decoder [u8], DecodeError> {
        match self.rest.split_at_checked(count) {
            Some((taken, rest)) => {
                self.rest = rest;
                Ok(taken)
            }
            None => Err(self.unexpected_end(count)),
        }
    }

    /// Reads `N` bytes.
    ///
    /// # Errors
    ///
    /// Returns [`UnexpectedEnd`](DecodeErrorKind::UnexpectedEnd) if fewer bytes are left. The cursor does not move.
    #[inline(always)]
    pub fn take_array<const N: usize>(&mut self) -> Result<&'decoder [u8; N], DecodeError> {
        match self.rest.split_first_chunk::<N>() {
            Some((taken, rest)) => {
                self.rest = rest;
                Ok(taken)
            }
            None => Err(self.unexpected_end(N)),
        }
    }

    /// Reads `len` bytes, and returns a cursor over them that counts its offset from the start of the whole input.
    #[inline]
    pub(crate) fn split(&mut self, len: usize) -> Result<Self, DecodeError> {
        let start = self.offset();
        let rest = self.take(len)?;
        Ok(Self { rest, len: start.saturating_add(len) })
    }

    /// Checks that the whole input has been read.
    ///
    /// # Errors
    ///
    /// Returns [`TrailingBytes`](DecodeErrorKind::TrailingBytes) if bytes are left.
    #[inline]
    pub const fn finish(&self) -> Result<(), DecodeError> {
        self.finish_within(0)
    }

    /// Fails if more than `max_trailing` bytes are left.
    #[inline(always)]
    pub(crate) const fn finish_within(&self, max_trailing: usize) -> Result<(), DecodeError> {
        if self.rest.len() <= max_trailing {
            return Ok(());
        }
        Err(self.error(DecodeErrorKind::TrailingBytes { count: self.rest.len() }))
    }

    /// Creates an error at the cursor.
    #[inline(always)]
    #[must_use]
    pub const fn error(&self, kind: DecodeErrorKind) -> DecodeError {
        DecodeError::new(kind, self.offset())
    }

    /// Fails if fewer than `len` bytes are left. None of them is read.
    #[inline]
    pub(crate) const fn require(&self, len: usize) -> Result<(), DecodeError> {
        if self.rest.len() < len { Err(self.unexpected_end(len)) } else { Ok(()) }
    }

    #[inline(always)]
    pub(crate) const fn unexpected_end(&self, needed: usize) -> DecodeError {
        DecodeError::unexpected_end(self.offset(), needed, self.rest.len())
    }
}

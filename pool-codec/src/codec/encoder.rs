//! The write cursor.

use crate::codec::error::{EncodeError, EncodeErrorKind};
use crate::codec::schema::Schema;
use crate::codec::sink::{Sealed, Sink};

/// A write cursor over an output.
///
/// ```
/// use pool_codec::Encoder;
///
/// let mut out = [0; 4];
/// let mut encoder = Encoder::new(&mut out);
/// encoder.put(&[1, 2]).unwrap();
/// assert_eq!(encoder.written(), 2);
/// assert!(encoder.put(&[3, 4, 5]).is_err());
/// ```
#[derive(Debug)]
pub struct Encoder<'out> {
    rest: &'out mut [u8],
    /// The length of the whole output.
    len: usize,
}

impl<'out> Encoder<'out> {
    /// Creates a cursor at the start of `out`.
    #[inline]
    #[must_use]
    pub const fn new(out: &'out mut [u8]) -> Self {
        let len = out.len();
        Self { rest: out, len }
    }

    /// Returns the number of bytes written so far.
    #[inline]
    #[must_use]
    pub const fn written(&self) -> usize {
        self.len.saturating_sub(self.rest.len())
    }

    /// Writes `bytes`.
    ///
    /// # Errors
    ///
    /// Returns [`BufferTooSmall`](EncodeErrorKind::BufferTooSmall) if they do not fit. Nothing is written then.
    #[inline(always)]
    pub fn put(&mut self, bytes: &[u8]) -> Result<(), EncodeError> {
        let out = self.claim(bytes.len())?;
        pool_core::__private::copy_short(out, bytes);
        Ok(())
    }

    /// Writes `N` bytes.
    ///
    /// # Errors
    ///
    /// Returns [`BufferTooSmall`](EncodeErrorKind::BufferTooSmall) if they do not fit. Nothing is written then.
    #[inline(always)]
    pub fn put_array<const N: usize>(&mut self, bytes: &[u8; N]) -> Result<(), EncodeError> {
        // Not an assignment of the array, which would be a copy on the stack without optimization.
        self.claim(N)?.copy_from_slice(bytes);
        Ok(())
    }

    /// Takes the next `count` bytes of the output.
    #[inline(always)]
    fn claim(&mut self, count: usize) -> Result<&'out mut [u8], EncodeError> {
        if count > self.rest.len() {
            return Err(self.too_small(count));
        }
        let (out, rest) = core::mem::take(&mut self.rest).split_at_mut(count);
        self.rest = rest;
        Ok(out)
    }

    #[inline(always)]
    fn too_small(&self, needed: usize) -> EncodeError {
        let available = self.rest.len();
        EncodeError::new(EncodeErrorKind::BufferTooSmall { needed, available })
    }
}

impl Sealed for Encoder<'_> {}

impl Sink for Encoder<'_> {
    type Error = EncodeError;

    #[inline(always)]
    fn put(&mut self, bytes: &[u8]) -> Result<(), EncodeError> {
        Encoder::put(self, bytes)
    }

    #[inline(always)]
    fn put_array<const N: usize>(&mut self, bytes: &[u8; N]) -> Result<(), EncodeError> {
        Encoder::put_array(self, bytes)
    }

    #[inline(always)]
    fn check(
        &mut self,
        fault: impl FnOnce() -> Option<EncodeErrorKind>,
    ) -> Result<(), EncodeError> {
        match fault() {
            None => Ok(()),
            Some(kind) => Err(EncodeError::new(kind)),
        }
    }

    #[inline(always)]
    fn count(&mut self, _: usize) -> bool {
        false
    }

    #[inline(always)]
    fn put_block<const N: usize>(
        &mut self,
        block: &[u8; N],
        len: usize,
    ) -> Result<(), EncodeError> {
        if let Some(out) = self.rest.first_chunk_mut::<N>() {
            *out = *block;
            self.claim(len)?;
            return Ok(());
        }
        self.put(block.get(..len).unwrap_or(block))
    }

    #[inline]
    fn put_each<T: Copy, const N: usize>(
        &mut self,
        items: &[T],
        to_bytes: impl Fn(T) -> [u8; N],
    ) -> Result<(), EncodeError> {
        let out = self.claim(items.len().saturating_mul(N))?;
        let (chunks, _) = out.as_chunks_mut::<N>();
        for (out, item) in chunks.iter_mut().zip(items) {
            *out = to_bytes(*item);
        }
        Ok(())
    }

    #[inline(always)]
    fn check_run(&mut self, size: usize, message: &'static Schema) -> Result<(), EncodeError> {
        if self.rest.len() >= size {
            return Ok(());
        }
        Err(self.too_small(size).in_message(message))
    }

    #[inline(always)]
    fn label(error: EncodeError, name: impl FnOnce(EncodeError) -> EncodeError) -> EncodeError {
        name(error)
    }
}

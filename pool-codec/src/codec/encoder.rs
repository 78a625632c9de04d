//! The write cursor.

use alloc::vec::Vec;

use crate::codec::error::{EncodeError, EncodeErrorKind};
use crate::codec::output::{self, Output};
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
    output: Output<'out>,
}

impl<'out> Encoder<'out> {
    /// Creates a cursor at the start of `out`.
    #[inline]
    #[must_use]
    pub const fn new(out: &'out mut [u8]) -> Self {
        Self { output: Output::new(out, false) }
    }

    /// Creates a cursor that never writes beyond what is [`written`](Self::written).
    #[inline]
    pub(crate) const fn exact(out: &'out mut [u8]) -> Self {
        Self { output: Output::new(out, true) }
    }

    /// Returns the number of bytes written so far.
    #[inline]
    #[must_use]
    pub const fn written(&self) -> usize {
        self.output.written()
    }

    /// Writes `bytes`.
    ///
    /// # Errors
    ///
    /// Returns [`BufferTooSmall`](EncodeErrorKind::BufferTooSmall) if they do not fit. Nothing is written then.
    #[inline(always)]
    pub fn put(&mut self, bytes: &[u8]) -> Result<(), EncodeError> {
        match self.output.put(bytes) {
            Some(()) => Ok(()),
            None => Err(self.too_small(bytes.len())),
        }
    }

    /// Writes `N` bytes.
    ///
    /// # Errors
    ///
    /// Returns [`BufferTooSmall`](EncodeErrorKind::BufferTooSmall) if they do not fit. Nothing is written then.
    #[inline(always)]
    pub fn put_array<const N: usize>(&mut self, bytes: &[u8; N]) -> Result<(), EncodeError> {
        match self.output.put_array(bytes) {
            Some(()) => Ok(()),
            None => Err(self.too_small(N)),
        }
    }

    #[inline(always)]
    const fn too_small(&self, needed: usize) -> EncodeError {
        let available = self.output.room();
        EncodeError::new(EncodeErrorKind::BufferTooSmall { needed, available })
    }
}

/// Appends at most `len` bytes to `out` with `write`. If it fails, nothing is appended.
#[inline(always)]
pub(crate) fn append(
    out: &mut Vec<u8>,
    len: usize,
    write: impl FnOnce(&mut Encoder<'_>) -> Result<(), EncodeError>,
) -> Result<(), EncodeError> {
    output::append(out, len, |output| {
        let mut encoder = Encoder { output };
        write(&mut encoder)?;
        Ok(encoder.output)
    })
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
        match self.output.put_block(block, len) {
            Some(()) => Ok(()),
            None => Err(self.too_small(len)),
        }
    }

    #[inline]
    fn put_each<T: Copy, const N: usize>(
        &mut self,
        items: &[T],
        to_bytes: impl Fn(T) -> [u8; N],
    ) -> Result<(), EncodeError> {
        match self.output.put_each(items, to_bytes) {
            Some(()) => Ok(()),
            None => Err(self.too_small(items.len().saturating_mul(N))),
        }
    }

    #[inline(always)]
    fn put_fixed<T>(
        &mut self,
        items: &[T],
        size: usize,
        encode: impl Fn(&T, &mut Self) -> Result<(), EncodeError>,
    ) -> Result<(), EncodeError> {
        let needed = items.len().saturating_mul(size);
        if self.output.room() < needed {
            return Err(self.too_small(needed));
        }
        let filled = self.output.put_parts(items, size, |item, output| {
            let mut part = Self { output };
            encode(item, &mut part)?;
            Ok(part.output)
        })?;
        match filled {
            Some(()) => Ok(()),
            None => Err(EncodeError::new(EncodeErrorKind::InvalidValue { reason: SHORT })),
        }
    }

    #[inline(always)]
    fn put_all<T>(
        &mut self,
        items: &[T],
        encode: impl Fn(&T, &mut Self) -> Result<(), EncodeError>,
    ) -> Result<(), EncodeError> {
        // The compiler keeps a local cursor in registers.
        let mut encoder = Self { output: self.output.take() };
        let result = items.iter().try_for_each(|item| encode(item, &mut encoder));
        self.output = encoder.output;
        result
    }

    #[inline(always)]
    fn check_run(&mut self, size: usize, message: &'static Schema) -> Result<(), EncodeError> {
        if self.output.room() >= size {
            return Ok(());
        }
        Err(self.too_small(size).in_message(message))
    }

    #[inline(always)]
    fn label(error: EncodeError, name: impl FnOnce(EncodeError) -> EncodeError) -> EncodeError {
        name(error)
    }
}

/// The fault of a hand-written type.
const SHORT: &str = "an element wrote fewer bytes than its schema says";

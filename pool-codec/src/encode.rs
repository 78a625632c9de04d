//! Values to bytes: the [`Encodable`] trait and its cursor.

use alloc::vec;
use alloc::vec::Vec;

use crate::error::{EncodeError, EncodeErrorKind};
use crate::wire::Wire;

/// A value that can be written as bytes.
///
/// Derived by `#[derive(Frame)]` for both forms of a message. Callers use [`encode`](Self::encode) or
/// [`encode_to_vec`](Self::encode_to_vec); implementors write [`encode_to`](Self::encode_to) and
/// [`encoded_len`](Self::encoded_len).
///
/// ```
/// use pool_codec::{Encodable, Str};
///
/// let vendor = Str::<255>::new("acme").unwrap();
/// let mut out = [0; 8];
/// assert_eq!(vendor.encode(&mut out).unwrap(), 5);
/// assert_eq!(&out[..5], b"\x04acme");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be encoded",
    label = "not encodable",
    note = "use a bounded type such as `Str<N>`, `Bytes<N>` or `Seq<T, N>`",
    note = "or bound a `String` or `Vec<T>` field with `#[frame(max_len = N)]`",
    note = "or derive `Frame` for your own type"
)]
pub trait Encodable: Wire {
    /// The exact length of this value's encoding, in bytes.
    fn encoded_len(&self) -> usize;

    /// Writes the value at the cursor.
    ///
    /// # Errors
    ///
    /// If the output is too small, a `String` or `Vec` exceeds its field's bound, the message its
    /// `max_size`, or a value breaks a rule of its field or its adapter.
    fn encode_to(&self, encoder: &mut Encoder<'_>) -> Result<(), EncodeError>;

    /// Writes the value to the front of `out` and returns the number of bytes written.
    ///
    /// # Errors
    ///
    /// As [`encode_to`](Self::encode_to). What `out` holds after an error is unspecified.
    #[inline]
    fn encode(&self, out: &mut [u8]) -> Result<usize, EncodeError> {
        // Short content is copied in blocks, which must not reach behind the value's own end.
        let len = self.encoded_len().min(out.len());
        let mut encoder = Encoder::new(out.get_mut(..len).unwrap_or_default());
        self.encode_to(&mut encoder)?;
        Ok(encoder.written())
    }

    /// Writes the value to a new vector.
    ///
    /// # Errors
    ///
    /// As [`encode_to`](Self::encode_to), save for the lack of room.
    fn encode_to_vec(&self) -> Result<Vec<u8>, EncodeError> {
        let mut out = vec![0; self.encoded_len()];
        let written = self.encode(&mut out)?;
        debug_assert_eq!(written, out.len(), "`encoded_len` is exact");
        Ok(out)
    }

    /// Writes all of `items`. The bulk form, which integers override.
    #[doc(hidden)]
    #[inline]
    fn encode_items(items: &[Self], encoder: &mut Encoder<'_>) -> Result<(), EncodeError>
    where
        Self: Sized,
    {
        items.iter().try_for_each(|item| item.encode_to(encoder))
    }

    /// The length of all `items` together.
    #[doc(hidden)]
    #[inline]
    fn encoded_items_len(items: &[Self]) -> usize
    where
        Self: Sized,
    {
        if Self::MIN_SIZE == Self::MAX_SIZE {
            return items.len().saturating_mul(Self::MIN_SIZE);
        }
        items.iter().fold(0, |len, item| len.saturating_add(item.encoded_len()))
    }
}

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
    /// Length of the whole output.
    len: usize,
}

impl<'out> Encoder<'out> {
    /// A cursor at the start of `out`.
    #[inline]
    #[must_use]
    pub const fn new(out: &'out mut [u8]) -> Self {
        let len = out.len();
        Self { rest: out, len }
    }

    /// Bytes written so far.
    #[inline]
    #[must_use]
    pub const fn written(&self) -> usize {
        self.len.saturating_sub(self.rest.len())
    }

    /// Writes `bytes`.
    ///
    /// # Errors
    ///
    /// [`BufferTooSmall`](EncodeErrorKind::BufferTooSmall) if they do not fit; nothing is written.
    #[inline]
    pub fn put(&mut self, bytes: &[u8]) -> Result<(), EncodeError> {
        let out = self.claim(bytes.len())?;
        pool_core::__private::copy_short(out, bytes);
        Ok(())
    }

    /// Writes `N` bytes.
    ///
    /// # Errors
    ///
    /// [`BufferTooSmall`](EncodeErrorKind::BufferTooSmall) if they do not fit; nothing is written.
    #[inline]
    pub fn put_array<const N: usize>(&mut self, bytes: &[u8; N]) -> Result<(), EncodeError> {
        let out = self.claim(N)?;
        if let Some(out) = out.first_chunk_mut::<N>() {
            *out = *bytes;
        }
        Ok(())
    }

    /// Writes the first `len` bytes of `block` and may leave the rest of `block` behind the cursor,
    /// where later fields overwrite it.
    #[inline]
    pub(crate) fn put_block<const N: usize>(
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

    /// Checks once that the run of fixed-size fields ahead fits, so that the compiler drops the check
    /// of each field. `run` is the run's length in bytes.
    #[doc(hidden)]
    #[inline(always)]
    pub fn check_run(&self, run: usize) -> Result<(), EncodeError> {
        if self.rest.len() >= run { Ok(()) } else { Err(self.too_small(run)) }
    }

    /// The next `count` bytes of the output.
    #[inline]
    pub(crate) fn claim(&mut self, count: usize) -> Result<&'out mut [u8], EncodeError> {
        if count > self.rest.len() {
            return Err(self.too_small(count));
        }
        let (out, rest) = core::mem::take(&mut self.rest).split_at_mut(count);
        self.rest = rest;
        Ok(out)
    }

    #[cold]
    fn too_small(&self, needed: usize) -> EncodeError {
        let available = self.rest.len();
        EncodeError::new(EncodeErrorKind::BufferTooSmall { needed, available })
    }
}

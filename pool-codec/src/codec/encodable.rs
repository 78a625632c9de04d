//! The trait that callers use to turn values into bytes.

use alloc::vec::Vec;

use crate::codec::encode::encoded_len;
use crate::codec::encoder::{self, Encoder};
use crate::codec::error::{EncodeError, EncodeErrorKind};
use crate::codec::layout::Own;
use crate::codec::wire::Wire;

/// A value that can be written as bytes.
///
/// Never implement this trait by hand: every type that implements [`Encode`](crate::layout::Encode) has it.
/// `#[derive(Frame)]` implements `Encode` for both forms of a message.
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
    note = "or derive `Frame` for your own type"
)]
pub trait Encodable: Wire {
    /// Returns the exact length of this value's encoding, in bytes.
    fn encoded_len(&self) -> usize;

    /// Writes the value to the front of `out` and returns the number of bytes written.
    ///
    /// # Errors
    ///
    /// Returns an error if `out` is too small, if a `String` or `Vec` exceeds the bound of its field, if the
    /// message exceeds its `max_size` or [`MAX_SIZE`](Wire::MAX_SIZE), or if a value breaks a rule of its field or its
    /// adapter. The content of `out` after an error is unspecified.
    fn encode(&self, out: &mut [u8]) -> Result<usize, EncodeError>;

    /// Writes the value to a new vector.
    ///
    /// # Errors
    ///
    /// The errors are those of [`encode`](Self::encode), except that the output always has room.
    fn encode_to_vec(&self) -> Result<Vec<u8>, EncodeError>;

    /// Appends the value to a vector. A vector that is cleared and used again allocates only while it grows.
    ///
    /// ```
    /// use pool_codec::Encodable;
    ///
    /// let mut out = Vec::new();
    /// for id in [1_u16, 2] {
    ///     id.append_to_vec(&mut out).unwrap();
    /// }
    /// assert_eq!(out, [1, 0, 2, 0]);
    /// ```
    ///
    /// # Errors
    ///
    /// The errors are those of [`encode_to_vec`](Self::encode_to_vec). Nothing is appended then.
    fn append_to_vec(&self, out: &mut Vec<u8>) -> Result<(), EncodeError>;
}

#[diagnostic::do_not_recommend]
impl<T: Wire> Encodable for T {
    #[inline(always)]
    fn encoded_len(&self) -> usize {
        encoded_len::<T, Own>(self)
    }

    #[inline(always)]
    fn encode(&self, out: &mut [u8]) -> Result<usize, EncodeError> {
        if const { T::SCHEMA.encodes_in_one_pass() } {
            let mut encoder = Encoder::exact(out);
            T::encode_to(self, &mut encoder)?;
            let size = encoder.written();
            return check_size::<T>(size).map(|()| size);
        }
        // Short content is copied in blocks, which must not reach beyond the end of the value.
        let size = self.encoded_len();
        let len = size.min(out.len());
        let mut encoder = Encoder::new(out.get_mut(..len).unwrap_or_default());
        write(self, size, &mut encoder)?;
        Ok(encoder.written())
    }

    #[inline]
    fn encode_to_vec(&self) -> Result<Vec<u8>, EncodeError> {
        let size = self.encoded_len();
        let mut out = Vec::with_capacity(size);
        encoder::append(&mut out, size, |encoder| write(self, size, encoder))?;
        Ok(out)
    }

    #[inline]
    fn append_to_vec(&self, out: &mut Vec<u8>) -> Result<(), EncodeError> {
        let size = self.encoded_len();
        encoder::append(out, size, |encoder| write(self, size, encoder))
    }
}

/// Writes a value whose encoding has `size` bytes.
#[inline(always)]
fn write<T: Wire>(value: &T, size: usize, encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
    T::encode_to(value, encoder)?;
    check_size::<T>(size)
}

/// Refuses a value whose encoding is longer than the longest of its type.
#[inline(always)]
fn check_size<T: Wire>(size: usize) -> Result<(), EncodeError> {
    // A value that keeps the bounds of its fields keeps this one. A peer could not decode any other.
    if size > T::MAX_SIZE {
        let kind = EncodeErrorKind::TooLarge { size, max: T::MAX_SIZE };
        return Err(EncodeError::new(kind).in_message(T::SCHEMA));
    }
    Ok(())
}

//! The bytes of a header whose fields `#[derive(Frame)]` encodes.

use core::fmt;

use pool_core::PooledBuf;

use crate::codec::error::{DecodeError, EncodeError};
use crate::codec::schema::Schema;
use crate::codec::{Decodable, Encodable, Wire};

/// A struct with `#[derive(Frame)]`. The traits of encoding are no supertraits, so that a type which lacks them is one
/// error.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "the bytes of the header `{Self}` are not described",
    label = "not encodable, or not `Copy` and `Debug`",
    note = "write `#[derive(Debug, Clone, Copy, Frame, Header)]`: `Frame` encodes the fields, `Header` says what they mean"
)]
pub trait HeaderFields: Sized + 'static {
    const FIELDS: &'static Schema;

    /// The lengths of the shortest and of the longest header, in bytes.
    const SIZES: [usize; 2];

    /// Reads the fields at the front of `bytes`, and returns them with their length.
    ///
    /// # Errors
    ///
    /// Fails if they do not decode.
    fn read_fields(bytes: &[u8]) -> Result<(Self, usize), DecodeError>;

    /// Writes the fields to the front of `out`, and returns their length.
    ///
    /// # Errors
    ///
    /// Fails if they do not fit, or cannot be encoded.
    fn write_fields(&self, out: &mut [u8]) -> Result<usize, EncodeError>;

    /// Returns the length of the fields, in bytes.
    fn fields_len(&self) -> usize;

    /// Returns whether the fields can be encoded.
    #[inline]
    fn can_be_written(&self) -> bool {
        self.write_fields(&mut [0; PooledBuf::HEADER_ROOM]).is_ok()
    }
}

#[diagnostic::do_not_recommend]
impl<T> HeaderFields for T
where
    T: Encodable + for<'decoder> Decodable<'decoder> + Copy + fmt::Debug + 'static,
{
    const FIELDS: &'static Schema = T::SCHEMA;
    const SIZES: [usize; 2] = [<T as Wire>::MIN_SIZE, <T as Wire>::MAX_SIZE];

    #[inline(always)]
    fn read_fields(bytes: &[u8]) -> Result<(Self, usize), DecodeError> {
        let (fields, rest) = T::decode_prefix(bytes)?;
        Ok((fields, bytes.len().saturating_sub(rest.len())))
    }

    #[inline(always)]
    fn write_fields(&self, out: &mut [u8]) -> Result<usize, EncodeError> {
        self.encode(out)
    }

    #[inline(always)]
    fn fields_len(&self) -> usize {
        self.encoded_len()
    }
}

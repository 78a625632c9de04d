//! The calls of those who use types: bytes to values.

use crate::codec::decode::Decode;
use crate::codec::decoder::Decoder;
use crate::codec::error::DecodeError;
use crate::codec::layout::Own;
use crate::codec::wire::Wire;

/// A value that can be read from bytes. `'decoder` is the lifetime of the input; owned forms implement the trait
/// for every `'decoder`.
///
/// Follows from [`Decode`](crate::layout::Decode), which `#[derive(Frame)]` implements for both forms of a
/// message.
///
/// ```
/// use pool_codec::{Decodable, U24};
///
/// assert_eq!(U24::decode(&[1, 0, 0]).unwrap(), U24::from(1_u8));
/// let (first, rest) = u16::decode_prefix(&[1, 2, 3]).unwrap();
/// assert_eq!((first, rest), (0x0201, &[3][..]));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be decoded",
    label = "not decodable",
    note = "use a bounded type such as `Str<N>`, `Bytes<N>` or `Seq<T, N>`",
    note = "or derive `Frame` for your own type"
)]
pub trait Decodable<'decoder>: Wire + Decode<'decoder, Own> {
    /// Decodes `bytes`, all of them; up to [`MAX_TRAILING`](Wire::MAX_TRAILING) bytes behind the value are
    /// ignored.
    ///
    /// # Errors
    ///
    /// If `bytes` are not an encoding of this type, or longer than it
    /// ([`TrailingBytes`](crate::error::DecodeErrorKind::TrailingBytes)).
    fn decode(bytes: &'decoder [u8]) -> Result<Self, DecodeError>;

    /// Decodes the front of `bytes` and returns the rest, where extensions may follow.
    ///
    /// # Errors
    ///
    /// If `bytes` do not begin with an encoding of this type.
    fn decode_prefix(bytes: &'decoder [u8]) -> Result<(Self, &'decoder [u8]), DecodeError>;

    /// Decodes `bytes`, all of them, into `self`, reusing the heap blocks that `self` has: a loop that refills
    /// one value allocates nothing in steady state. A block that would be left mostly empty is released, so that
    /// a value never holds much more than its present content needs.
    ///
    /// # Errors
    ///
    /// As [`decode`](Self::decode). After an error some fields may be new and others old, and the rules of the
    /// type (`range`, `validate`) may not hold: replace the value or refill it before it is used.
    fn decode_into(&mut self, bytes: &'decoder [u8]) -> Result<(), DecodeError>;
}

#[diagnostic::do_not_recommend]
impl<'decoder, T: Wire + Decode<'decoder, Own>> Decodable<'decoder> for T {
    #[inline]
    fn decode(bytes: &'decoder [u8]) -> Result<Self, DecodeError> {
        let mut decoder = Decoder::new(bytes);
        let value = T::decode_from(&mut decoder)?;
        match decoder.finish_within(T::MAX_TRAILING) {
            Ok(()) => Ok(value),
            Err(error) => Err(error.in_message(T::SCHEMA)),
        }
    }

    #[inline]
    fn decode_prefix(bytes: &'decoder [u8]) -> Result<(Self, &'decoder [u8]), DecodeError> {
        let mut decoder = Decoder::new(bytes);
        let value = T::decode_from(&mut decoder)?;
        Ok((value, decoder.rest()))
    }

    #[inline]
    fn decode_into(&mut self, bytes: &'decoder [u8]) -> Result<(), DecodeError> {
        let mut decoder = Decoder::new(bytes);
        T::refill_from(self, &mut decoder)?;
        match decoder.finish_within(T::MAX_TRAILING) {
            Ok(()) => Ok(()),
            Err(error) => Err(error.in_message(T::SCHEMA)),
        }
    }
}

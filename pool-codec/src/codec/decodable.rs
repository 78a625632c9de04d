//! The trait that callers use to turn bytes into values.

use crate::codec::decode::{Decode, decode_at, in_place, returns_in_place};
use crate::codec::decoder::Decoder;
use crate::codec::error::DecodeError;
use crate::codec::layout::Own;
use crate::codec::wire::Wire;

/// A value that can be decoded from bytes.
///
/// `'decoder` is the lifetime of the input. Owned forms implement the trait for every `'decoder`.
///
/// Never implement this trait by hand: every type that implements [`Decode`](crate::layout::Decode) has it.
/// `#[derive(Frame)]` implements `Decode` for both forms of a message.
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
    note = "or derive `Frame` for your own type, or adapt a foreign type with `#[frame(with = ..)]`"
)]
pub trait Decodable<'decoder>: Wire + Decode<'decoder, Own> {
    /// Decodes the whole of `bytes`. Up to [`MAX_TRAILING`](Wire::MAX_TRAILING) bytes after the value are
    /// ignored.
    ///
    /// # Errors
    ///
    /// Returns an error if `bytes` is not an encoding of this type, or
    /// [`TrailingBytes`](crate::error::DecodeErrorKind::TrailingBytes) if more bytes follow the value than are
    /// ignored.
    fn decode(bytes: &'decoder [u8]) -> Result<Self, DecodeError>;

    /// Decodes a value from the front of `bytes` and returns the remaining bytes, which may hold extensions.
    ///
    /// # Errors
    ///
    /// Returns an error if `bytes` does not begin with an encoding of this type.
    fn decode_prefix(bytes: &'decoder [u8]) -> Result<(Self, &'decoder [u8]), DecodeError>;

    /// Decodes the whole of `bytes` into `self` and reuses the heap blocks of `self`.
    ///
    /// A loop that refills one value allocates nothing in steady state, except for the elements of long sequences. A
    /// block is kept if it has at most 512 bytes or is at most twice as large as its content, and if it is not larger
    /// than the bound of its field. A boxed slice or text keeps its block if the length stays the same. Otherwise
    /// the block is released before another one is taken. The elements of a sequence keep their blocks only if all
    /// of them together can hold at most 16 KiB.
    ///
    /// So a refilled value may hold more than a new one, above all after errors: fields behind an error keep what
    /// earlier inputs filled. The bound for all valid and malformed inputs is
    /// [`MessageInfo::max_refilled_heap`](crate::MessageInfo::max_refilled_heap).
    ///
    /// # Errors
    ///
    /// The errors are those of [`decode`](Self::decode). After an error, some fields may be new, old or empty,
    /// and the rules of the type (`range`, `validate`) may not hold. Replace or refill the value before you use
    /// it.
    fn decode_into(&mut self, bytes: &'decoder [u8]) -> Result<(), DecodeError>;
}

#[diagnostic::do_not_recommend]
impl<'decoder, T: Wire + Decode<'decoder, Own>> Decodable<'decoder> for T {
    #[inline(always)]
    fn decode(bytes: &'decoder [u8]) -> Result<Self, DecodeError> {
        if const { returns_in_place::<T, Own>() } {
            return in_place::<T, Own>(|value| decode_into_apart(value, bytes));
        }
        let mut decoder = Decoder::new(bytes);
        let value = T::decode_from(&mut decoder)?;
        match decoder.finish_within(T::MAX_TRAILING) {
            Ok(()) => Ok(value),
            Err(error) => Err(error.in_message(T::SCHEMA)),
        }
    }

    #[inline(always)]
    fn decode_prefix(bytes: &'decoder [u8]) -> Result<(Self, &'decoder [u8]), DecodeError> {
        let mut decoder = Decoder::new(bytes);
        let value = decode_at::<T, Own>(&mut decoder)?;
        Ok((value, decoder.rest()))
    }

    #[inline(always)]
    fn decode_into(&mut self, bytes: &'decoder [u8]) -> Result<(), DecodeError> {
        let mut decoder = Decoder::new(bytes);
        T::refill_from(self, &mut decoder)?;
        match decoder.finish_within(T::MAX_TRAILING) {
            Ok(()) => Ok(()),
            Err(error) => Err(error.in_message(T::SCHEMA)),
        }
    }
}

/// A function that is not inlined, so that the compiler keeps the value in one place.
#[inline(never)]
fn decode_into_apart<'decoder, T: Decodable<'decoder>>(
    value: &mut T,
    bytes: &'decoder [u8],
) -> Result<(), DecodeError> {
    value.decode_into(bytes)
}

//! The check of elements that were encoded to make a borrowed sequence.

use crate::codec::{Borrow, Decode, DecodeErrorKind, Decoder, Layout};

/// An element type whose borrowed form can be decoded. As a bound next to one on another borrowed form of the same
/// type, it keeps the lifetimes of the two apart, which the compiler does not.
#[expect(unnameable_types, reason = "only a bound, which every element type meets")]
pub trait CheckElements<'decoder, L> {
    /// Checks that `bytes` is the encodings of `count` elements, as in a [`Body`](super::body::Body).
    ///
    /// # Errors
    ///
    /// Returns the reason why an element does not decode.
    fn check_elements(count: usize, bytes: &'decoder [u8]) -> Result<(), &'static str>;
}

impl<'decoder, T, L: Layout> CheckElements<'decoder, L> for T
where
    T: Borrow<L, Ref<'decoder>: Decode<'decoder, L>>,
{
    fn check_elements(count: usize, bytes: &'decoder [u8]) -> Result<(), &'static str> {
        if const { <T::Ref<'decoder>>::FACTS.plain } {
            return Ok(());
        }
        let mut decoder = Decoder::new(bytes);
        let decoded = (0..count)
            .try_for_each(|_| <T::Ref<'decoder>>::decode_from(&mut decoder).map(drop))
            .and_then(|()| decoder.finish());
        decoded.map_err(|error| match error.kind() {
            DecodeErrorKind::InvalidValue { reason } => reason,
            _ => "an element does not decode from its encoding",
        })
    }
}

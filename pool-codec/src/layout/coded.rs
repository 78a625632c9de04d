//! A value with its layout.

use core::marker::PhantomData;

use crate::codec::encode::{Encodable, Encoder};
use crate::codec::error::EncodeError;
use crate::layout::{EncodeAs, WireAs, same_wire};
use crate::wire::Wire;

/// A reference to a `T` that is encoded by the layout `C`: what a [`FieldVisitor`](crate::FieldVisitor) sees
/// of a field that is not laid out in its type's own way.
///
/// ```
/// use pool_codec::Encodable;
/// use pool_codec::layout::{Coded, MaxLen, Own};
///
/// let text = "ab".to_owned();
/// assert_eq!(Coded::<_, MaxLen<255, Own>>::new(&text).encode_to_vec().unwrap(), b"\x02ab");
/// ```
#[derive(Debug)]
pub struct Coded<'a, T, C>(pub &'a T, PhantomData<C>);

impl<'a, T, C> Coded<'a, T, C> {
    /// `value` in the layout `C`.
    #[inline(always)]
    #[must_use]
    pub const fn new(value: &'a T) -> Self {
        Self(value, PhantomData)
    }
}

impl<T, C: WireAs<T>> Wire for Coded<'_, T, C> {
    same_wire!(C, T);
}

impl<T, C: EncodeAs<T>> Encodable for Coded<'_, T, C> {
    #[inline(always)]
    fn encoded_len(&self) -> usize {
        C::encoded_len(self.0)
    }

    #[inline(always)]
    fn encode_to(&self, encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
        C::encode(self.0, encoder)
    }
}

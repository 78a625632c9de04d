//! The layout of an adapted type.

use core::marker::PhantomData;

use crate::Schema;
use crate::codec::decode::Decoder;
use crate::codec::encode::Encoder;
use crate::codec::error::{DecodeError, DecodeErrorKind, EncodeError, EncodeErrorKind};
use crate::layout::Adapter;
use crate::layout::{DecodeAs, EncodeAs, WireAs};

/// `T` as the [`Adapter`] `A` puts it on the wire, where it is laid out by `L`: `#[frame(with = A)]`.
///
/// ```
/// use pool_codec::Adapter;
/// use pool_codec::layout::{EncodeAs, Own, With};
///
/// struct Flag;
/// impl Adapter<bool> for Flag {
///     type Wire = u32;
///     fn to_wire(value: &bool) -> Result<u32, &'static str> { Ok((*value).into()) }
///     fn from_wire(wire: u32) -> Result<bool, &'static str> { Ok(wire != 0) }
/// }
/// assert_eq!(<With<Flag, Own> as EncodeAs<bool>>::encoded_len(&true), 4);
/// ```
#[derive(Debug)]
pub struct With<A, L>(PhantomData<(A, L)>);

impl<T, A: Adapter<T>, L: WireAs<A::Wire>> WireAs<T> for With<A, L> {
    const MIN_SIZE: usize = L::MIN_SIZE;
    const MAX_SIZE: usize = L::MAX_SIZE;
    // Nothing is known of how the adapter's heap grows with the input.
    const MAX_HEAP: usize = A::MAX_HEAP;
    const SCHEMA: &'static Schema = L::SCHEMA;
}

impl<T, A: Adapter<T>, L: EncodeAs<A::Wire>> EncodeAs<T> for With<A, L> {
    #[inline]
    fn encoded_len(value: &T) -> usize {
        if L::MIN_SIZE == L::MAX_SIZE {
            return L::MIN_SIZE;
        }
        // A value that has no wire form has no length either: encoding it says why.
        A::to_wire(value).map_or(L::MIN_SIZE, |wire| L::encoded_len(&wire))
    }

    #[inline]
    fn encode(value: &T, encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
        match A::to_wire(value) {
            Ok(wire) => L::encode(&wire, encoder),
            Err(reason) => Err(EncodeError::new(EncodeErrorKind::InvalidValue { reason })),
        }
    }
}

impl<'decoder, T, A: Adapter<T>, L: DecodeAs<'decoder, A::Wire>> DecodeAs<'decoder, T>
    for With<A, L>
{
    #[inline]
    fn decode(decoder: &mut Decoder<'decoder>) -> Result<T, DecodeError> {
        let start = decoder.offset();
        let wire = L::decode(decoder)?;
        A::from_wire(wire)
            .map_err(|reason| DecodeError::new(DecodeErrorKind::InvalidValue { reason }, start))
    }
}

//! Foreign types that an adapter encodes: `#[frame(with = A)]`.

use core::marker::PhantomData;

use crate::codec::error::{DecodeErrorKind, EncodeErrorKind};
use crate::codec::{Decode, DecodeError, Decoder, Encode, Layout, Schema, Sink};
use crate::layout::Adapter;

/// The encoding of a `T` by the [`Adapter`] `A`, as in `#[frame(with = A)]`.
///
/// ```
/// use pool_codec::Adapter;
/// use pool_codec::layout::{Encode, Own, With};
///
/// struct Flag;
/// impl Adapter<bool> for Flag {
///     type Wire = u32;
///     fn to_wire(value: &bool) -> Result<u32, &'static str> { Ok((*value).into()) }
///     fn from_wire(wire: u32) -> Result<bool, &'static str> { Ok(wire != 0) }
/// }
/// assert_eq!(<With<bool, Flag> as Encode<Own>>::ENCODING.max_size(), 4);
/// ```
#[derive(Debug)]
pub struct With<T, A>(PhantomData<(T, A)>);

impl<T, A: Adapter<T, Wire: Encode<L, Value = A::Wire>>, L: Layout> Encode<L> for With<T, A> {
    type Value = T;
    // It is unknown how the heap of the value grows with the input.
    const ENCODING: &'static Schema = &<A::Wire as Encode<L>>::ENCODING.adapted(A::MAX_HEAP);

    #[inline]
    fn encode_to<S: Sink>(value: &T, sink: &mut S) -> Result<(), S::Error> {
        if let Some(size) = const { <A::Wire as Encode<L>>::ENCODING.fixed_size() }
            && sink.count(size)
        {
            return Ok(());
        }
        match A::to_wire(value) {
            Ok(wire) => <A::Wire as Encode<L>>::encode_to(&wire, sink),
            // A value without a wire form has no length either. Encoding it reports the reason.
            Err(reason) => sink.check(|| Some(EncodeErrorKind::InvalidValue { reason })),
        }
    }
}

impl<'decoder, T, A, L: Layout> Decode<'decoder, L> for With<T, A>
where
    A: Adapter<T, Wire: Decode<'decoder, L> + Encode<L, Value = A::Wire>>,
{
    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<T, DecodeError> {
        let start = decoder.offset();
        let wire = <A::Wire as Decode<'decoder, L>>::decode_from(decoder)?;
        A::from_wire(wire)
            .map_err(|reason| DecodeError::new(DecodeErrorKind::InvalidValue { reason }, start))
    }
}

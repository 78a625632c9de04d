//! Numbers that are another number on the wire: `#[frame(width = u32)]` on a `usize`.

use core::marker::PhantomData;

use crate::codec::{
    Decode, DecodeError, DecodeErrorKind, Decoder, Encode, EncodeErrorKind, Layout, Schema, Sink,
};

/// The encoding of a `T` as a `U`, as in `#[frame(width = u32)]`.
///
/// A value that the other type does not have is refused.
///
/// ```
/// use pool_codec::Encoder;
/// use pool_codec::layout::{As, Encode, Own};
///
/// let mut out = [0; 4];
/// <As<usize, u16> as Encode<Own>>::encode_to(&513, &mut Encoder::new(&mut out)).unwrap();
/// assert_eq!(out, [1, 2, 0, 0]);
/// assert!(<As<usize, u16> as Encode<Own>>::encode_to(&70_000, &mut Encoder::new(&mut out)).is_err());
/// ```
#[derive(Debug)]
pub struct As<T, U>(PhantomData<(T, U)>);

const REASON: &str = "the number does not fit into the integer type on the wire";

impl<T: Copy, U: Encode<L, Value = U> + TryFrom<T>, L: Layout> Encode<L> for As<T, U> {
    type Value = T;
    const ENCODING: &'static Schema = U::ENCODING;

    #[inline]
    fn encode_to<S: Sink>(value: &T, sink: &mut S) -> Result<(), S::Error> {
        match U::try_from(*value) {
            Ok(number) => U::encode_to(&number, sink),
            Err(_) => sink.check(|| Some(EncodeErrorKind::InvalidValue { reason: REASON })),
        }
    }
}

impl<'decoder, T, U, L: Layout> Decode<'decoder, L> for As<T, U>
where
    T: Copy + TryFrom<U>,
    U: Decode<'decoder, L> + Encode<L, Value = U> + TryFrom<T>,
{
    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<T, DecodeError> {
        let start = *decoder;
        T::try_from(U::decode_from(decoder)?).map_err(|_| {
            let reason = "the number does not fit into the type of the field";
            start.error(DecodeErrorKind::InvalidValue { reason })
        })
    }
}

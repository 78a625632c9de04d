//! Standard types with a bound from the field: `#[frame(max_len = N)]`.

use core::marker::PhantomData;

use crate::codec::decode::Decoder;
use crate::codec::encode::Encoder;
use crate::codec::error::{DecodeError, EncodeError, EncodeErrorKind, TooLong};
use crate::layout::{BorrowAs, DecodeAs, EncodeAs, Nested, WireAs, same_wire};

pub(crate) mod items;
pub(crate) mod text;

/// At most `N` long: the bytes of [`Str<N>`](crate::Str) and [`Seq<T, N>`](crate::Seq) for standard types.
///
/// A layout of `String`, `Box<str>` and `&str`, of `Vec<T>`, `Box<[T]>` and [`SeqRef<T, N, L>`](crate::SeqRef),
/// and of an `Option` of each. The length prefix is that of the layout `L`, which also lays out the elements.
///
/// ```
/// use pool_codec::layout::{Coded, MaxLen, Own, Prefixed};
/// use pool_codec::{Encodable, EncodeErrorKind};
///
/// let ids = vec![1_u16, 2];
/// assert_eq!(Coded::<_, MaxLen<9, Own>>::new(&ids).encode_to_vec().unwrap(), [2, 1, 0, 2, 0]);
/// assert_eq!(Coded::<_, MaxLen<9, Prefixed<u16>>>::new(&ids).encode_to_vec().unwrap(), [2, 0, 1, 0, 2, 0]);
///
/// let error = Coded::<_, MaxLen<1, Own>>::new(&ids).encode_to_vec().unwrap_err();
/// assert!(matches!(error.kind(), EncodeErrorKind::TooLong(_)));
/// ```
#[derive(Debug)]
pub struct MaxLen<const N: usize, L>(PhantomData<L>);

/// Refuses to encode what is longer than the bound.
#[inline(always)]
pub(crate) fn check_bound<const N: usize>(len: usize) -> Result<(), EncodeError> {
    if len <= N { Ok(()) } else { Err(too_long(len, N)) }
}

#[cold]
#[inline(never)]
const fn too_long(len: usize, max: usize) -> EncodeError {
    EncodeError::new(EncodeErrorKind::TooLong(TooLong { len, max }))
}

/// The layout of an `Option` of what `$layout` lays out.
macro_rules! option_of {
    ($layout:ident) => {
        impl<X, L, const N: usize> WireAs<Option<X>> for $layout<N, L>
        where
            Self: WireAs<X>,
        {
            same_wire!(Nested<Self>, Option<X>);
        }

        impl<X, L, const N: usize> EncodeAs<Option<X>> for $layout<N, L>
        where
            Self: EncodeAs<X>,
        {
            #[inline(always)]
            fn encoded_len(value: &Option<X>) -> usize {
                <Nested<Self> as EncodeAs<Option<X>>>::encoded_len(value)
            }

            #[inline(always)]
            fn encode(value: &Option<X>, encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
                <Nested<Self> as EncodeAs<Option<X>>>::encode(value, encoder)
            }
        }

        impl<'decoder, X, L, const N: usize> DecodeAs<'decoder, Option<X>> for $layout<N, L>
        where
            Self: DecodeAs<'decoder, X>,
        {
            #[inline(always)]
            fn decode(decoder: &mut Decoder<'decoder>) -> Result<Option<X>, DecodeError> {
                <Nested<Self> as DecodeAs<'decoder, Option<X>>>::decode(decoder)
            }

            #[inline(always)]
            fn refill(
                value: &mut Option<X>,
                decoder: &mut Decoder<'decoder>,
            ) -> Result<(), DecodeError> {
                <Nested<Self> as DecodeAs<'decoder, Option<X>>>::refill(value, decoder)
            }
        }

        impl<X, L, const N: usize> BorrowAs<Option<X>> for $layout<N, L>
        where
            Self: BorrowAs<X>,
        {
            type Ref<'decoder> = Option<<Self as BorrowAs<X>>::Ref<'decoder>>;

            #[inline]
            fn from_borrowed(borrowed: &Self::Ref<'_>) -> Option<X> {
                borrowed.as_ref().map(<Self as BorrowAs<X>>::from_borrowed)
            }

            #[inline]
            fn as_borrowed(value: &Option<X>) -> Self::Ref<'_> {
                value.as_ref().map(<Self as BorrowAs<X>>::as_borrowed)
            }
        }
    };
}
pub(super) use option_of;

option_of!(MaxLen);

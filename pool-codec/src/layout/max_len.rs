//! Standard types with a bound from the field: `#[frame(max_len = N)]`.

use core::marker::PhantomData;

mod items;
mod text;

/// A `T` of at most `N` bytes or elements: the bytes of [`Str<N>`](crate::Str) and [`Seq<E, N>`](crate::Seq) for
/// standard types.
///
/// `T` is `String`, `Box<str>` or `&str`; or `Vec<E>` or `Box<[E]>`. The layout gives the length prefix, and lays
/// out the elements. [`MaxBytes`](crate::layout::MaxBytes) is for byte strings.
///
/// ```
/// use pool_codec::layout::{Encode, MaxLen, Own, Prefixed};
/// use pool_codec::error::EncodeErrorKind;
/// use pool_codec::Encoder;
///
/// let ids = vec![1_u16, 2];
/// let mut out = [0; 6];
/// <MaxLen<Vec<u16>, 9> as Encode<Prefixed<u16>>>::encode_to(&ids, &mut Encoder::new(&mut out)).unwrap();
/// assert_eq!(out, [2, 0, 1, 0, 2, 0]);
///
/// let error = <MaxLen<Vec<u16>, 1> as Encode<Own>>::encode_to(&ids, &mut Encoder::new(&mut out)).unwrap_err();
/// assert!(matches!(error.kind(), EncodeErrorKind::TooLong(_)));
/// ```
#[derive(Debug)]
pub struct MaxLen<T, const N: usize>(PhantomData<T>);

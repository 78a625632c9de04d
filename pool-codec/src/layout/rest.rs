//! A field that takes the rest of the payload: `#[frame(rest, max_len = N)]` (WIRE.md section 13).

use core::marker::PhantomData;

use alloc::string::String;
use alloc::vec::Vec;

use crate::codec::{
    Blank, Borrow, Decode, DecodeError, DecodeErrorKind, Decoder, Encode, EncodeErrorKind, Facts,
    Layout, Own, Schema, Sink, TooLong,
};
use crate::wire::SeqRef;

/// The encoding of the last field of a message: everything up to the end of the payload, without a length. `T` is
/// `Vec<u8>`, `String` or `Vec<E>`, and has at most `N` bytes or elements.
///
/// ```
/// use pool_codec::Decoder;
/// use pool_codec::layout::{Decode, Own, Rest};
///
/// let mut decoder = Decoder::new(b"\x01abc");
/// type Message = (u8, Rest<String, 9>);
/// let (kind, text) = <Message as Decode<'_, Own>>::decode_from(&mut decoder).unwrap();
/// assert_eq!((kind, &*text), (1, "abc"));
/// ```
#[derive(Debug)]
pub struct Rest<T, const N: usize>(PhantomData<T>);

/// Takes all bytes that are left, at most `N`.
#[inline]
fn take<'decoder, const N: usize>(
    decoder: &mut Decoder<'decoder>,
) -> Result<&'decoder [u8], DecodeError> {
    let len = decoder.rest().len();
    if len > N {
        return Err(decoder.error(DecodeErrorKind::TooLong(TooLong { len, max: N })));
    }
    decoder.take(len)
}

/// Refuses more than `N` bytes or elements on encode.
#[inline]
fn check<const N: usize, S: Sink>(len: usize, sink: &mut S) -> Result<(), S::Error> {
    let long = EncodeErrorKind::TooLong(TooLong { len, max: N });
    sink.check(|| (len > N).then_some(long))
}

fn text<'decoder, const N: usize>(
    decoder: &mut Decoder<'decoder>,
) -> Result<&'decoder str, DecodeError> {
    let start = decoder.offset();
    core::str::from_utf8(take::<N>(decoder)?).map_err(|error| {
        let offset = start.saturating_add(error.valid_up_to());
        DecodeError::new(DecodeErrorKind::InvalidUtf8, offset)
    })
}

/// Implements the traits for an owned type and its borrowed form, which are read by `$read` and whose elements are `$of`.
macro_rules! rest {
    ($owned:ty, $form:ty, $of:ty, $read:expr, |$value:ident| $bytes:expr) => {
        impl<L: Layout, const N: usize> Encode<L> for Rest<$owned, N> {
            type Value = $owned;
            const ENCODING: &'static Schema =
                &Schema::rest(<$of as Encode<Own>>::ENCODING, N).with_content(N).replaced();

            #[inline]
            fn encode_to<S: Sink>($value: &$owned, sink: &mut S) -> Result<(), S::Error> {
                check::<N, S>($value.len(), sink)?;
                sink.put($bytes)
            }
        }

        impl<'decoder, L: Layout, const N: usize> Decode<'decoder, L> for Rest<$owned, N> {
            const FACTS: Facts = Facts::CHECKED;
            const BLANK: Option<Blank<$owned>> = Some(Blank::new(<$owned>::new()));

            #[inline]
            fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<$owned, DecodeError> {
                Ok($read(decoder)?.into())
            }
        }

        impl<'decoder, L: Layout, const N: usize> Encode<L> for Rest<$form, N> {
            type Value = $form;
            const ENCODING: &'static Schema = &Schema::rest(<$of as Encode<Own>>::ENCODING, N);

            #[inline]
            fn encode_to<S: Sink>($value: &$form, sink: &mut S) -> Result<(), S::Error> {
                check::<N, S>($value.len(), sink)?;
                sink.put($bytes)
            }
        }

        impl<'decoder, L: Layout, const N: usize> Decode<'decoder, L> for Rest<$form, N> {
            const FACTS: Facts = Facts::CHECKED;

            #[inline]
            fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<$form, DecodeError> {
                $read(decoder)
            }
        }

        impl<L: Layout, const N: usize> Borrow<L> for Rest<$owned, N> {
            type Ref<'decoder> = $form;

            #[inline]
            fn own(borrowed: &Self::Ref<'_>) -> $owned {
                (*borrowed).into()
            }

            #[inline]
            fn lend(value: &$owned) -> Self::Ref<'_> {
                value
            }
        }
    };
}
rest!(Vec<u8>, &'decoder [u8], u8, take::<N>, |value| value);
rest!(String, &'decoder str, char, text::<N>, |value| value.as_bytes());

/// The encoding of elements up to the end of the payload. It is apart from [`Rest`] because bytes are taken as they are.
///
/// ```
/// use pool_codec::Decoder;
/// use pool_codec::layout::{Decode, Own, RestItems};
///
/// let mut decoder = Decoder::new(&[1, 0, 2, 0]);
/// let ids = <RestItems<Vec<u16>, 9> as Decode<'_, Own>>::decode_from(&mut decoder).unwrap();
/// assert_eq!(ids, [1, 2]);
/// ```
#[derive(Debug)]
pub struct RestItems<T, const N: usize>(PhantomData<T>);

impl<T: Encode<L>, L: Layout, const N: usize> Encode<L> for RestItems<Vec<T>, N> {
    type Value = Vec<T::Value>;
    const ENCODING: &'static Schema = &Schema::rest_items(T::ENCODING, N, size_of::<T::Value>());

    #[inline]
    fn encode_to<S: Sink>(value: &Vec<T::Value>, sink: &mut S) -> Result<(), S::Error> {
        check::<N, S>(value.len(), sink)?;
        T::encode_items(value, sink)
    }
}

impl<'decoder, T: Decode<'decoder, L>, L: Layout, const N: usize> Decode<'decoder, L>
    for RestItems<Vec<T>, N>
{
    const FACTS: Facts = T::FACTS.checked();
    const BLANK: Option<Blank<Vec<T::Value>>> = Some(Blank::new(Vec::new()));

    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Vec<T::Value>, DecodeError> {
        // Evaluates the compile-time checks of the element.
        const {
            let _ = Self::ENCODING;
        };
        // The elements are counted first, so that exactly their memory is reserved.
        let (mut count, mut ahead) = (0_usize, *decoder);
        match const { T::ENCODING.fixed_size() } {
            Some(size) => count = decoder.rest().len().checked_div(size).unwrap_or_default(),
            None => {
                while !ahead.rest().is_empty() {
                    T::decode_from(&mut ahead)?;
                    count = count.saturating_add(1);
                    if count > N {
                        break;
                    }
                }
            }
        }
        if count > N {
            return Err(decoder.error(DecodeErrorKind::TooLong(TooLong { len: count, max: N })));
        }
        let mut elements = Vec::with_capacity(count);
        while !decoder.rest().is_empty() {
            elements.push(T::decode_from(decoder)?);
        }
        Ok(elements)
    }
}

impl<'decoder, T, L: Layout, M: Layout, const N: usize> Encode<M>
    for RestItems<SeqRef<'decoder, T, N, L>, N>
where
    T: Borrow<L, Value = T>,
    T::Ref<'decoder>: Decode<'decoder, L, Value = T::Ref<'decoder>>,
{
    type Value = SeqRef<'decoder, T, N, L>;
    const ENCODING: &'static Schema = &Schema::rest_items(T::ENCODING, N, 0).borrowed();

    #[inline]
    fn encode_to<S: Sink>(value: &SeqRef<'decoder, T, N, L>, sink: &mut S) -> Result<(), S::Error> {
        check::<N, S>(value.len(), sink)?;
        value.iter().try_for_each(|element| <T::Ref<'decoder>>::encode_to(&element, sink))
    }
}

impl<'decoder, T, L: Layout, M: Layout, const N: usize> Decode<'decoder, M>
    for RestItems<SeqRef<'decoder, T, N, L>, N>
where
    T: Borrow<L, Value = T>,
    T::Ref<'decoder>: Decode<'decoder, L, Value = T::Ref<'decoder>>,
{
    const FACTS: Facts = <T::Ref<'decoder>>::FACTS.checked();

    #[inline]
    fn decode_from(
        decoder: &mut Decoder<'decoder>,
    ) -> Result<SeqRef<'decoder, T, N, L>, DecodeError> {
        SeqRef::read_rest(decoder)
    }
}

impl<T, L: Layout, const N: usize> Borrow<L> for RestItems<Vec<T>, N>
where
    T: Borrow<L, Value = T> + for<'decoder> Decode<'decoder, L> + 'static,
{
    type Ref<'decoder> = SeqRef<'decoder, T, N, L>;

    #[inline]
    fn own(borrowed: &SeqRef<'_, T, N, L>) -> Vec<T> {
        borrowed.to_vec()
    }

    #[inline]
    fn lend(value: &Vec<T>) -> SeqRef<'_, T, N, L> {
        SeqRef::from_slice(value)
    }
}

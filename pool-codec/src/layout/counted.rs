//! A field whose length or count another field has: `#[frame(count = n, max_len = N)]` (WIRE.md section 13).

use core::marker::PhantomData;

use alloc::string::String;
use alloc::vec::Vec;

use crate::codec::slots;
use crate::codec::{
    Blank, Borrow, Decode, DecodeError, DecodeErrorKind, Decoder, Encode, EncodeErrorKind, Facts,
    Layout, Schema, Sink, TooLong,
};
use crate::wire::SeqRef;

/// The encoding of a `Vec<u8>`, `String` or `Vec<E>` of at most `N` bytes or elements, whose number is not here but in
/// another field. The derive reads it with that number; on its own, it is read as empty.
///
/// ```
/// use pool_codec::Decoder;
/// use pool_codec::layout::{Counted, DecodeCounted, Own};
///
/// let mut decoder = Decoder::new(&[1, 0, 2, 0, 3]);
/// let ids = <Counted<Vec<u16>, 9> as DecodeCounted<'_, Own>>::decode_counted(2, &mut decoder).unwrap();
/// assert_eq!(ids, [1, 2]);
/// ```
#[derive(Debug)]
pub struct Counted<T, const N: usize>(PhantomData<T>);

/// The encoding of bytes whose number is in another field, as [`Counted`].
#[derive(Debug)]
pub struct CountedBytes<T, const N: usize>(PhantomData<T>);

/// A codec that needs to know the number of bytes or elements.
pub trait DecodeCounted<'decoder, L: Layout>: Encode<L> {
    /// Reads `count` bytes or elements.
    ///
    /// # Errors
    ///
    /// Returns [`TooLong`](DecodeErrorKind::TooLong) if `count` exceeds the bound. The other errors are those of the
    /// content.
    fn decode_counted(
        count: u64,
        decoder: &mut Decoder<'decoder>,
    ) -> Result<Self::Value, DecodeError>;
}

/// The number of bytes or elements of a value. Expansions call it.
pub trait Count {
    /// Returns the number.
    fn count(&self) -> u64;
}

macro_rules! counts {
    ($([$($params:tt)*] $ty:ty;)*) => {$(
        impl<$($params)*> Count for $ty {
            #[inline(always)]
            fn count(&self) -> u64 {
                self.len() as u64
            }
        }
    )*};
}
counts! {
    [T] Vec<T>;
    [] String;
    [] &str;
    [] &[u8];
    [T, const N: usize, L] SeqRef<'_, T, N, L>;
}

/// Checks the number of bytes or elements, and that the input can hold as many of `size` bytes.
#[inline]
fn check_count<const N: usize>(
    count: u64,
    size: usize,
    decoder: &Decoder<'_>,
) -> Result<usize, DecodeError> {
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    if count > N {
        return Err(decoder.error(DecodeErrorKind::TooLong(TooLong { len: count, max: N })));
    }
    let needed = count.saturating_mul(size);
    if needed > decoder.rest().len() {
        return Err(decoder.unexpected_end(needed));
    }
    Ok(count)
}

/// Refuses more than `N` bytes or elements on encode.
#[inline]
fn check<const N: usize, S: Sink>(len: usize, sink: &mut S) -> Result<(), S::Error> {
    let long = EncodeErrorKind::TooLong(TooLong { len, max: N });
    sink.check(|| (len > N).then_some(long))
}

fn bytes<'decoder, const N: usize>(
    count: u64,
    decoder: &mut Decoder<'decoder>,
) -> Result<&'decoder [u8], DecodeError> {
    let len = check_count::<N>(count, 1, decoder)?;
    decoder.take(len)
}

fn text<'decoder, const N: usize>(
    count: u64,
    decoder: &mut Decoder<'decoder>,
) -> Result<&'decoder str, DecodeError> {
    let start = decoder.offset();
    core::str::from_utf8(bytes::<N>(count, decoder)?).map_err(|error| {
        let offset = start.saturating_add(error.valid_up_to());
        DecodeError::new(DecodeErrorKind::InvalidUtf8, offset)
    })
}

/// Implements the traits for one form of bytes or text.
macro_rules! content {
    ($codec:ident, $ty:ty, $schema:ident, $heap:expr, $read:expr, |$value:ident| $bytes:expr) => {
        impl<'decoder, L: Layout, const N: usize> Encode<L> for $codec<$ty, N> {
            type Value = $ty;
            const ENCODING: &'static Schema =
                &Schema::$schema(N, Schema::COUNTED).with_content($heap).replaced();

            #[inline]
            fn encode_to<S: Sink>($value: &$ty, sink: &mut S) -> Result<(), S::Error> {
                check::<N, S>($value.len(), sink)?;
                sink.put($bytes)
            }
        }

        impl<'decoder, L: Layout, const N: usize> DecodeCounted<'decoder, L> for $codec<$ty, N> {
            #[inline]
            fn decode_counted(
                count: u64,
                decoder: &mut Decoder<'decoder>,
            ) -> Result<$ty, DecodeError> {
                Ok($read(count, decoder)?.into())
            }
        }

        impl<'decoder, L: Layout, const N: usize> Decode<'decoder, L> for $codec<$ty, N> {
            const FACTS: Facts = Facts::CHECKED;
            const BLANK: Option<Blank<$ty>> = None;

            #[inline]
            fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<$ty, DecodeError> {
                <Self as DecodeCounted<'decoder, L>>::decode_counted(0, decoder)
            }
        }
    };
}
content!(CountedBytes, Vec<u8>, bytes, N, bytes::<N>, |value| value);
content!(CountedBytes, &'decoder [u8], bytes, 0, bytes::<N>, |value| value);
content!(Counted, String, text, N, text::<N>, |value| value.as_bytes());
content!(Counted, &'decoder str, text, 0, text::<N>, |value| value.as_bytes());

macro_rules! borrowed {
    ($codec:ident, $owned:ty, $form:ty) => {
        impl<L: Layout, const N: usize> Borrow<L> for $codec<$owned, N> {
            type Ref<'decoder> = &'decoder $form;

            #[inline]
            fn own(borrowed: &&$form) -> $owned {
                (*borrowed).into()
            }

            #[inline]
            fn lend(value: &$owned) -> &$form {
                value
            }
        }
    };
}
borrowed!(CountedBytes, Vec<u8>, [u8]);
borrowed!(Counted, String, str);

impl<T: Encode<L>, L: Layout, const N: usize> Encode<L> for Counted<Vec<T>, N> {
    type Value = Vec<T::Value>;
    const ENCODING: &'static Schema =
        &Schema::seq(T::ENCODING, N, Schema::COUNTED, size_of::<T::Value>()).replaced();

    #[inline]
    fn encode_to<S: Sink>(value: &Vec<T::Value>, sink: &mut S) -> Result<(), S::Error> {
        check::<N, S>(value.len(), sink)?;
        T::encode_items(value, sink)
    }
}

impl<'decoder, T: Decode<'decoder, L>, L: Layout, const N: usize> DecodeCounted<'decoder, L>
    for Counted<Vec<T>, N>
{
    #[inline]
    fn decode_counted(
        count: u64,
        decoder: &mut Decoder<'decoder>,
    ) -> Result<Vec<T::Value>, DecodeError> {
        // Evaluates the compile-time checks of the element.
        const {
            let _ = <Self as Encode<L>>::ENCODING;
        };
        let count = check_count::<N>(count, const { T::ENCODING.min_size() }, decoder)?;
        let mut elements = Vec::with_capacity(count);
        slots::extend(&mut elements, count, |slots| T::decode_slots(decoder, slots))?;
        Ok(elements)
    }
}

impl<'decoder, T: Decode<'decoder, L>, L: Layout, const N: usize> Decode<'decoder, L>
    for Counted<Vec<T>, N>
{
    const FACTS: Facts = T::FACTS.checked();

    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Vec<T::Value>, DecodeError> {
        Self::decode_counted(0, decoder)
    }
}

impl<'decoder, T, L: Layout, M: Layout, const N: usize> Encode<M>
    for Counted<SeqRef<'decoder, T, N, L>, N>
where
    T: Borrow<L, Value = T>,
    T::Ref<'decoder>: Decode<'decoder, L, Value = T::Ref<'decoder>>,
{
    type Value = SeqRef<'decoder, T, N, L>;
    const ENCODING: &'static Schema = &Schema::seq(T::ENCODING, N, Schema::COUNTED, 0).borrowed();

    #[inline]
    fn encode_to<S: Sink>(value: &SeqRef<'decoder, T, N, L>, sink: &mut S) -> Result<(), S::Error> {
        check::<N, S>(value.len(), sink)?;
        value.iter().try_for_each(|element| <T::Ref<'decoder>>::encode_to(&element, sink))
    }
}

impl<'decoder, T, L: Layout, M: Layout, const N: usize> DecodeCounted<'decoder, M>
    for Counted<SeqRef<'decoder, T, N, L>, N>
where
    T: Borrow<L, Value = T>,
    T::Ref<'decoder>: Decode<'decoder, L, Value = T::Ref<'decoder>>,
{
    #[inline]
    fn decode_counted(
        count: u64,
        decoder: &mut Decoder<'decoder>,
    ) -> Result<SeqRef<'decoder, T, N, L>, DecodeError> {
        let count = check_count::<N>(count, const { T::ENCODING.min_size() }, decoder)?;
        SeqRef::read_counted(count, decoder)
    }
}

impl<'decoder, T, L: Layout, M: Layout, const N: usize> Decode<'decoder, M>
    for Counted<SeqRef<'decoder, T, N, L>, N>
where
    T: Borrow<L, Value = T>,
    T::Ref<'decoder>: Decode<'decoder, L, Value = T::Ref<'decoder>>,
{
    const FACTS: Facts = <T::Ref<'decoder>>::FACTS.checked();

    #[inline]
    fn decode_from(_: &mut Decoder<'decoder>) -> Result<SeqRef<'decoder, T, N, L>, DecodeError> {
        Ok(SeqRef::default())
    }
}

impl<T, L: Layout, const N: usize> Borrow<L> for Counted<Vec<T>, N>
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

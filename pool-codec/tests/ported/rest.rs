//! A hand-written wire type: the rest of the payload. The frame defines its length.

use core::fmt;

use pool_codec::layout::{Borrow, Decode, Encode, Layout, Sink};
use pool_codec::schema::Schema;
use pool_codec::{Decodable, DecodeError, Decoder, Wire};

/// At most `MAX` elements, up to the end of the message. It must be the last field.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Rest<T, const MAX: usize>(pub(crate) Vec<T>);

/// The borrowed form of [`Rest`].
pub(crate) enum RestRef<'decoder, T, const MAX: usize> {
    /// The encodings of the elements. They have been checked.
    Encoded(&'decoder [u8]),
    Elements(&'decoder [T]),
}

impl<'decoder, T, const MAX: usize> RestRef<'decoder, T, MAX>
where
    T: Clone + Decodable<'decoder>,
{
    pub(crate) fn to_vec(self) -> Vec<T> {
        match self {
            Self::Elements(elements) => elements.to_vec(),
            Self::Encoded(mut bytes) => {
                let mut elements = Vec::new();
                while let Ok((element, rest)) = T::decode_prefix(bytes)
                    && !bytes.is_empty()
                {
                    elements.push(element);
                    bytes = rest;
                }
                elements
            }
        }
    }
}

impl<T, const MAX: usize> Clone for RestRef<'_, T, MAX> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, const MAX: usize> Copy for RestRef<'_, T, MAX> {}

impl<'decoder, T, const MAX: usize> PartialEq for RestRef<'decoder, T, MAX>
where
    T: Clone + PartialEq + Decodable<'decoder>,
{
    fn eq(&self, other: &Self) -> bool {
        self.to_vec() == other.to_vec()
    }
}

impl<'decoder, T, const MAX: usize> fmt::Debug for RestRef<'decoder, T, MAX>
where
    T: Clone + fmt::Debug + Decodable<'decoder>,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.to_vec()).finish()
    }
}

impl<T: Wire, L: Layout, const MAX: usize> Encode<L> for Rest<T, MAX> {
    type Value = Self;
    const ENCODING: &'static Schema =
        &Schema::opaque(0, MAX * T::MAX_SIZE).with_max_heap(MAX * (size_of::<T>() + T::MAX_HEAP));

    fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
        value.0.iter().try_for_each(|element| T::encode_to(element, sink))
    }
}

impl<T: Wire, L: Layout, const MAX: usize> Encode<L> for RestRef<'_, T, MAX> {
    type Value = Self;
    const ENCODING: &'static Schema = &<Rest<T, MAX> as Encode<L>>::ENCODING.borrowed();

    fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
        match value {
            Self::Encoded(bytes) => sink.put(bytes),
            Self::Elements(elements) => {
                elements.iter().try_for_each(|element| T::encode_to(element, sink))
            }
        }
    }
}

impl<'decoder, T, L: Layout, const MAX: usize> Decode<'decoder, L> for Rest<T, MAX>
where
    T: Decodable<'decoder>,
{
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        let mut elements = Vec::new();
        // The `max_size` of the message limits the number of elements.
        while !decoder.rest().is_empty() {
            elements.push(T::decode_from(decoder)?);
        }
        Ok(Self(elements))
    }
}

impl<'decoder, T, L: Layout, const MAX: usize> Decode<'decoder, L> for RestRef<'decoder, T, MAX>
where
    T: Decodable<'decoder>,
{
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        let bytes = decoder.rest();
        while !decoder.rest().is_empty() {
            T::decode_from(decoder)?;
        }
        Ok(Self::Encoded(bytes))
    }
}

impl<T, L: Layout, const MAX: usize> Borrow<L> for Rest<T, MAX>
where
    T: Clone + for<'decoder> Decodable<'decoder> + 'static,
{
    type Ref<'decoder> = RestRef<'decoder, T, MAX>;

    fn own(borrowed: &RestRef<'_, T, MAX>) -> Self {
        Self(borrowed.to_vec())
    }

    fn lend(value: &Self) -> RestRef<'_, T, MAX> {
        RestRef::Elements(&value.0)
    }
}

//! A hand-written wire type: all that is left of the payload. Its length is the frame's.

use core::fmt;

use pool_codec::layout::OwnLayout;
use pool_codec::{
    Decodable, DecodeError, Decoder, Encodable, EncodeError, Encoder, Schema, Wire, ZeroCopy,
};

/// Elements up to the end of the message, at most `MAX`. Only as the last field.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Rest<T, const MAX: usize>(pub(crate) Vec<T>);

/// The borrowed form of [`Rest`].
pub(crate) enum RestRef<'decoder, T, const MAX: usize> {
    /// Checked: they are elements.
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

impl<T: Wire, const MAX: usize> Wire for Rest<T, MAX> {
    const MIN_SIZE: usize = 0;
    const MAX_SIZE: usize = MAX * T::MAX_SIZE;
    const MAX_HEAP: usize = MAX * (size_of::<T>() + T::MAX_HEAP);
    const SCHEMA: &'static Schema = &Schema::Opaque;
}

impl<T: Wire, const MAX: usize> Wire for RestRef<'_, T, MAX> {
    const MIN_SIZE: usize = 0;
    const MAX_SIZE: usize = MAX * T::MAX_SIZE;
    const MAX_HEAP: usize = 0;
    const SCHEMA: &'static Schema = &Schema::Opaque;
}

impl<T: Encodable, const MAX: usize> Encodable for Rest<T, MAX> {
    fn encoded_len(&self) -> usize {
        self.0.iter().map(T::encoded_len).sum()
    }

    fn encode_to(&self, encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
        self.0.iter().try_for_each(|element| element.encode_to(encoder))
    }
}

impl<T: Encodable, const MAX: usize> Encodable for RestRef<'_, T, MAX> {
    fn encoded_len(&self) -> usize {
        match self {
            Self::Encoded(bytes) => bytes.len(),
            Self::Elements(elements) => elements.iter().map(T::encoded_len).sum(),
        }
    }

    fn encode_to(&self, encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
        match self {
            Self::Encoded(bytes) => encoder.put(bytes),
            Self::Elements(elements) => {
                elements.iter().try_for_each(|element| element.encode_to(encoder))
            }
        }
    }
}

impl<'decoder, T: Decodable<'decoder>, const MAX: usize> Decodable<'decoder> for Rest<T, MAX> {
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        let mut elements = Vec::new();
        // The message's `max_size` bounds how many there are.
        while !decoder.rest().is_empty() {
            elements.push(T::decode_from(decoder)?);
        }
        Ok(Self(elements))
    }
}

impl<'decoder, T: Decodable<'decoder>, const MAX: usize> Decodable<'decoder>
    for RestRef<'decoder, T, MAX>
{
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        let bytes = decoder.rest();
        while !decoder.rest().is_empty() {
            T::decode_from(decoder)?;
        }
        Ok(Self::Encoded(bytes))
    }
}

impl<T, const MAX: usize> ZeroCopy for Rest<T, MAX>
where
    T: Clone + for<'decoder> Decodable<'decoder> + 'static,
{
    type Ref<'decoder> = RestRef<'decoder, T, MAX>;

    fn from_borrowed(borrowed: &RestRef<'_, T, MAX>) -> Self {
        Self(borrowed.to_vec())
    }

    fn as_borrowed(&self) -> RestRef<'_, T, MAX> {
        RestRef::Elements(&self.0)
    }
}

impl<T, const MAX: usize> OwnLayout for Rest<T, MAX> {}
impl<T, const MAX: usize> OwnLayout for RestRef<'_, T, MAX> {}

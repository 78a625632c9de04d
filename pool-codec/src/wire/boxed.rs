//! Boxes: the value's bytes (WIRE.md section 6).

use alloc::boxed::Box;

use crate::Schema;
use crate::codec::decode::{Decodable, Decoder};
use crate::codec::encode::{Encodable, Encoder};
use crate::codec::error::{DecodeError, EncodeError};
use crate::layout::OwnLayout;
use crate::private::ArrayElement;
use crate::wire::{Wire, ZeroCopy};

impl<T: Wire> Wire for Box<T> {
    const MIN_SIZE: usize = T::MIN_SIZE;
    const MAX_SIZE: usize = T::MAX_SIZE;
    const MAX_HEAP: usize = size_of::<T>().saturating_add(T::MAX_HEAP);
    const MAX_OVERHEAD: usize = size_of::<T>().saturating_add(T::MAX_OVERHEAD);
    const HEAP_PER_BYTE: usize = if size_of::<T>() == 0 {
        T::HEAP_PER_BYTE
    } else if T::MIN_SIZE == 0 {
        // The block is there without a byte of encoding.
        usize::MAX
    } else {
        size_of::<T>().div_ceil(T::MIN_SIZE).saturating_add(T::HEAP_PER_BYTE)
    };
    const PLAIN: bool = T::PLAIN;
    const MAX_TRAILING: usize = T::MAX_TRAILING;
    const SCHEMA: &'static Schema = T::SCHEMA;
}

impl<T: Encodable> Encodable for Box<T> {
    #[inline]
    fn encoded_len(&self) -> usize {
        (**self).encoded_len()
    }

    #[inline]
    fn encode_to(&self, encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
        (**self).encode_to(encoder)
    }
}

impl<'decoder, T: Decodable<'decoder>> Decodable<'decoder> for Box<T> {
    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        T::decode_from(decoder).map(Self::new)
    }

    #[inline]
    fn refill_from(&mut self, decoder: &mut Decoder<'decoder>) -> Result<(), DecodeError> {
        (**self).refill_from(decoder)
    }
}

/// The borrowed form is the value's: it needs no block.
impl<T: ZeroCopy> ZeroCopy for Box<T> {
    type Ref<'decoder> = T::Ref<'decoder>;

    #[inline]
    fn from_borrowed(borrowed: &T::Ref<'_>) -> Self {
        Self::new(T::from_borrowed(borrowed))
    }

    #[inline]
    fn as_borrowed(&self) -> T::Ref<'_> {
        (**self).as_borrowed()
    }
}

impl<T: OwnLayout> OwnLayout for Box<T> {}
impl<T> ArrayElement for Box<T> {}

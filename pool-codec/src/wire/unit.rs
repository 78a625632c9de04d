//! Types without bytes: `()` and `PhantomData` (WIRE.md section 6).

use core::marker::PhantomData;

use crate::Schema;
use crate::codec::decode::{Decodable, Decoder};
use crate::codec::encode::{Encodable, Encoder};
use crate::codec::error::{DecodeError, EncodeError};
use crate::layout::OwnLayout;
use crate::private::ArrayElement;
use crate::wire::{Wire, ZeroCopy};

macro_rules! without_bytes {
    ([$($param:ident)?], $ty:ty, $value:expr) => {
        impl<$($param: ?Sized)?> Wire for $ty {
            const MIN_SIZE: usize = 0;
            const MAX_SIZE: usize = 0;
            const MAX_HEAP: usize = 0;
            const PLAIN: bool = true;
            const SCHEMA: &'static Schema = &Schema::Tuple { fields: &[] };
        }

        impl<$($param: ?Sized)?> Encodable for $ty {
            #[inline(always)]
            fn encoded_len(&self) -> usize {
                0
            }

            #[inline(always)]
            fn encode_to(&self, _: &mut Encoder<'_>) -> Result<(), EncodeError> {
                Ok(())
            }
        }

        impl<'decoder, $($param: ?Sized)?> Decodable<'decoder> for $ty {
            #[inline(always)]
            fn decode_from(_: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
                Ok($value)
            }
        }

        impl<$($param: ?Sized + 'static)?> ZeroCopy for $ty {
            type Ref<'decoder> = $ty;

            #[inline(always)]
            fn from_borrowed(_: &$ty) -> Self {
                $value
            }

            #[inline(always)]
            fn as_borrowed(&self) -> $ty {
                $value
            }
        }

        impl<$($param: ?Sized)?> OwnLayout for $ty {}
        impl<$($param: ?Sized)?> ArrayElement for $ty {}
    };
}
without_bytes!([], (), ());
without_bytes!([T], PhantomData<T>, PhantomData);

//! Types without bytes: `()` and `PhantomData` (WIRE.md section 6).

use core::marker::PhantomData;

use crate::codec::borrow::ArrayElement;
use crate::codec::{
    Blank, Borrow, Decode, DecodeError, Decoder, Encode, Facts, Layout, Schema, Sink,
};

macro_rules! without_bytes {
    ([$($param:ident)?], $ty:ty, $value:expr) => {
        impl<L: Layout, $($param: ?Sized)?> Encode<L> for $ty {
            type Value = Self;
            const ENCODING: &'static Schema = &Schema::tuple(&[]);

            #[inline(always)]
            fn encode_to<S: Sink>(_: &Self, _: &mut S) -> Result<(), S::Error> {
                Ok(())
            }
        }

        impl<'decoder, L: Layout, $($param: ?Sized)?> Decode<'decoder, L> for $ty {
            const FACTS: Facts = Facts::ALL;
            const BLANK: Option<Blank<Self>> = Some(Blank::new($value));

            #[inline(always)]
            fn decode_from(_: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
                Ok($value)
            }
        }

        impl<L: Layout, $($param: ?Sized + 'static)?> Borrow<L> for $ty {
            type Ref<'decoder> = $ty;

            #[inline(always)]
            fn own(_: &$ty) -> Self {
                $value
            }

            #[inline(always)]
            fn lend(_: &$ty) -> Self {
                $value
            }
        }

        impl<$($param: ?Sized)?> ArrayElement for $ty {}
    };
}
without_bytes!([], (), ());
without_bytes!([T], PhantomData<T>, PhantomData);

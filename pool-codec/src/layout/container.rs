//! Types whose layout is made of a prefix and of other layouts: one body each, for [`Own`](super::Own) and for
//! [`Prefixed`](super::Prefixed).

use core::marker::PhantomData;

/// A container whose prefix and elements are laid out by `L`: where the bodies are.
#[derive(Debug)]
pub(crate) struct Nested<L>(PhantomData<L>);

/// The constants of a layout, taken from another one.
macro_rules! same_wire {
    ($layout:ty, $ty:ty) => {
        const MIN_SIZE: usize = <$layout as $crate::layout::WireAs<$ty>>::MIN_SIZE;
        const MAX_SIZE: usize = <$layout as $crate::layout::WireAs<$ty>>::MAX_SIZE;
        const MAX_HEAP: usize = <$layout as $crate::layout::WireAs<$ty>>::MAX_HEAP;
        const MAX_OVERHEAD: usize = <$layout as $crate::layout::WireAs<$ty>>::MAX_OVERHEAD;
        const HEAP_PER_BYTE: usize = <$layout as $crate::layout::WireAs<$ty>>::HEAP_PER_BYTE;
        const PLAIN: bool = <$layout as $crate::layout::WireAs<$ty>>::PLAIN;
        const SCHEMA: &'static $crate::Schema = <$layout as $crate::layout::WireAs<$ty>>::SCHEMA;
    };
}
pub(crate) use same_wire;

/// A container's own traits and its layout under `Prefixed`, from the body that it has in [`Nested`].
macro_rules! container {
    ($ty:ty, [$($lifetime:lifetime)?], [$($generics:tt)*], [$($element:ty),*]) => {
        impl<$($lifetime,)? $($generics)*> $crate::Wire for $ty
        where
            $($element: $crate::Wire,)*
        {
            $crate::layout::same_wire!($crate::layout::Nested<$crate::layout::Own>, Self);
        }

        impl<$($lifetime,)? $($generics)*> $crate::Encodable for $ty
        where
            $($element: $crate::Encodable,)*
        {
            #[inline(always)]
            fn encoded_len(&self) -> usize {
                <$crate::layout::Nested<$crate::layout::Own>
                    as $crate::layout::EncodeAs<Self>>::encoded_len(self)
            }

            #[inline(always)]
            fn encode_to(&self, encoder: &mut $crate::Encoder<'_>) -> Result<(), $crate::EncodeError> {
                <$crate::layout::Nested<$crate::layout::Own>
                    as $crate::layout::EncodeAs<Self>>::encode(self, encoder)
            }

            #[inline(always)]
            fn encode_items(
                items: &[Self],
                encoder: &mut $crate::Encoder<'_>,
            ) -> Result<(), $crate::EncodeError> {
                <$crate::layout::Nested<$crate::layout::Own>
                    as $crate::layout::EncodeAs<Self>>::encode_items(items, encoder)
            }
        }

        impl<'decoder, $($generics)*> $crate::Decodable<'decoder> for $ty
        where
            $($element: $crate::Decodable<'decoder>,)*
        {
            #[inline(always)]
            fn decode_from(
                decoder: &mut $crate::Decoder<'decoder>,
            ) -> Result<Self, $crate::DecodeError> {
                <$crate::layout::Nested<$crate::layout::Own>
                    as $crate::layout::DecodeAs<'decoder, Self>>::decode(decoder)
            }

            #[inline(always)]
            fn refill_from(
                &mut self,
                decoder: &mut $crate::Decoder<'decoder>,
            ) -> Result<(), $crate::DecodeError> {
                <$crate::layout::Nested<$crate::layout::Own>
                    as $crate::layout::DecodeAs<'decoder, Self>>::refill(self, decoder)
            }

            #[inline(always)]
            fn decode_items(
                decoder: &mut $crate::Decoder<'decoder>,
                count: usize,
                values: &mut alloc::vec::Vec<Self>,
            ) -> Result<(), $crate::DecodeError> {
                <$crate::layout::Nested<$crate::layout::Own>
                    as $crate::layout::DecodeAs<'decoder, Self>>::decode_items(decoder, count, values)
            }
        }

        impl<$($lifetime,)? __P: $crate::layout::LenPrefix, $($generics)*>
            $crate::layout::WireAs<$ty> for $crate::layout::Prefixed<__P>
        where
            $(Self: $crate::layout::WireAs<$element>,)*
        {
            $crate::layout::same_wire!($crate::layout::Nested<Self>, $ty);
        }

        impl<$($lifetime,)? __P: $crate::layout::LenPrefix, $($generics)*>
            $crate::layout::EncodeAs<$ty> for $crate::layout::Prefixed<__P>
        where
            $(Self: $crate::layout::EncodeAs<$element>,)*
        {
            #[inline(always)]
            fn encoded_len(value: &$ty) -> usize {
                <$crate::layout::Nested<Self> as $crate::layout::EncodeAs<$ty>>::encoded_len(value)
            }

            #[inline(always)]
            fn encode(
                value: &$ty,
                encoder: &mut $crate::Encoder<'_>,
            ) -> Result<(), $crate::EncodeError> {
                <$crate::layout::Nested<Self> as $crate::layout::EncodeAs<$ty>>::encode(value, encoder)
            }

            #[inline(always)]
            fn encode_items(
                items: &[$ty],
                encoder: &mut $crate::Encoder<'_>,
            ) -> Result<(), $crate::EncodeError> {
                <$crate::layout::Nested<Self> as $crate::layout::EncodeAs<$ty>>::encode_items(items, encoder)
            }
        }

        impl<'decoder, __P: $crate::layout::LenPrefix, $($generics)*>
            $crate::layout::DecodeAs<'decoder, $ty> for $crate::layout::Prefixed<__P>
        where
            $(Self: $crate::layout::DecodeAs<'decoder, $element>,)*
        {
            #[inline(always)]
            fn decode(
                decoder: &mut $crate::Decoder<'decoder>,
            ) -> Result<$ty, $crate::DecodeError> {
                <$crate::layout::Nested<Self>
                    as $crate::layout::DecodeAs<'decoder, $ty>>::decode(decoder)
            }

            #[inline(always)]
            fn refill(
                value: &mut $ty,
                decoder: &mut $crate::Decoder<'decoder>,
            ) -> Result<(), $crate::DecodeError> {
                <$crate::layout::Nested<Self>
                    as $crate::layout::DecodeAs<'decoder, $ty>>::refill(value, decoder)
            }

            #[inline(always)]
            fn decode_items(
                decoder: &mut $crate::Decoder<'decoder>,
                count: usize,
                values: &mut alloc::vec::Vec<$ty>,
            ) -> Result<(), $crate::DecodeError> {
                <$crate::layout::Nested<Self>
                    as $crate::layout::DecodeAs<'decoder, $ty>>::decode_items(decoder, count, values)
            }
        }
    };
}
pub(crate) use container;

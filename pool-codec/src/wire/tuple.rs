//! Tuples: their elements (WIRE.md section 6).

use crate::Schema;
use crate::codec::decode::Decoder;
use crate::codec::encode::Encoder;
use crate::codec::error::{DecodeError, EncodeError};
use crate::codec::schema::Field;
use crate::codec::sizes::{all, max, sum};
use crate::layout::{BorrowAs, DecodeAs, EncodeAs, LenPrefix, Nested, Prefixed, WireAs, container};
use crate::private::ArrayElement;
use crate::wire::ZeroCopy;

macro_rules! tuple {
    ($($ty:ident $index:tt $name:literal),*) => {
        container!(($($ty,)*), [], [$($ty),*], [$($ty),*]);

        impl<__L, $($ty),*> WireAs<($($ty,)*)> for Nested<__L>
        where
            $(__L: WireAs<$ty>,)*
        {
            const MIN_SIZE: usize = sum(&[$(<__L as WireAs<$ty>>::MIN_SIZE),*]);
            const MAX_SIZE: usize = sum(&[$(<__L as WireAs<$ty>>::MAX_SIZE),*]);
            const MAX_HEAP: usize = sum(&[$(<__L as WireAs<$ty>>::MAX_HEAP),*]);
            const MAX_OVERHEAD: usize = sum(&[$(<__L as WireAs<$ty>>::MAX_OVERHEAD),*]);
            const HEAP_PER_BYTE: usize = max(&[$(<__L as WireAs<$ty>>::HEAP_PER_BYTE),*]);
            const PLAIN: bool = all(&[$(<__L as WireAs<$ty>>::PLAIN),*]);
            const SCHEMA: &'static Schema = &Schema::Tuple {
                fields: &[$(Field {
                    name: $name,
                    min_size: <__L as WireAs<$ty>>::MIN_SIZE,
                    max_size: <__L as WireAs<$ty>>::MAX_SIZE,
                    optional: false,
                    schema: <__L as WireAs<$ty>>::SCHEMA,
                }),*],
            };
        }

        impl<__L, $($ty),*> EncodeAs<($($ty,)*)> for Nested<__L>
        where
            $(__L: EncodeAs<$ty>,)*
        {
            #[inline]
            fn encoded_len(value: &($($ty,)*)) -> usize {
                sum(&[$(<__L as EncodeAs<$ty>>::encoded_len(&value.$index)),*])
            }

            #[inline]
            fn encode(value: &($($ty,)*), encoder: &mut Encoder<'_>) -> Result<(), EncodeError> {
                $(<__L as EncodeAs<$ty>>::encode(&value.$index, encoder)?;)*
                Ok(())
            }
        }

        impl<'decoder, __L, $($ty),*> DecodeAs<'decoder, ($($ty,)*)> for Nested<__L>
        where
            $(__L: DecodeAs<'decoder, $ty>,)*
        {
            #[inline]
            fn decode(decoder: &mut Decoder<'decoder>) -> Result<($($ty,)*), DecodeError> {
                Ok(($(<__L as DecodeAs<'decoder, $ty>>::decode(decoder)?,)*))
            }

            #[inline]
            fn refill(
                value: &mut ($($ty,)*),
                decoder: &mut Decoder<'decoder>,
            ) -> Result<(), DecodeError> {
                $(<__L as DecodeAs<'decoder, $ty>>::refill(&mut value.$index, decoder)?;)*
                Ok(())
            }
        }

        impl<$($ty: ZeroCopy),*> ZeroCopy for ($($ty,)*) {
            type Ref<'decoder> = ($($ty::Ref<'decoder>,)*);

            #[inline]
            fn from_borrowed(borrowed: &Self::Ref<'_>) -> Self {
                ($($ty::from_borrowed(&borrowed.$index),)*)
            }

            #[inline]
            fn as_borrowed(&self) -> Self::Ref<'_> {
                ($(self.$index.as_borrowed(),)*)
            }
        }

        impl<__P: LenPrefix, $($ty),*> BorrowAs<($($ty,)*)> for Prefixed<__P>
        where
            $(Self: BorrowAs<$ty>,)*
        {
            type Ref<'decoder> = ($(<Self as BorrowAs<$ty>>::Ref<'decoder>,)*);

            #[inline]
            fn from_borrowed(
                borrowed: &<Self as BorrowAs<($($ty,)*)>>::Ref<'_>,
            ) -> ($($ty,)*) {
                ($(<Self as BorrowAs<$ty>>::from_borrowed(&borrowed.$index),)*)
            }

            #[inline]
            fn as_borrowed(value: &($($ty,)*)) -> <Self as BorrowAs<($($ty,)*)>>::Ref<'_> {
                ($(<Self as BorrowAs<$ty>>::as_borrowed(&value.$index),)*)
            }
        }

        impl<$($ty),*> ArrayElement for ($($ty,)*) {}
    };
}
tuple!(A 0 "0");
tuple!(A 0 "0", B 1 "1");
tuple!(A 0 "0", B 1 "1", C 2 "2");
tuple!(A 0 "0", B 1 "1", C 2 "2", D 3 "3");
tuple!(A 0 "0", B 1 "1", C 2 "2", D 3 "3", E 4 "4");
tuple!(A 0 "0", B 1 "1", C 2 "2", D 3 "3", E 4 "4", F 5 "5");
tuple!(A 0 "0", B 1 "1", C 2 "2", D 3 "3", E 4 "4", F 5 "5", G 6 "6");
tuple!(A 0 "0", B 1 "1", C 2 "2", D 3 "3", E 4 "4", F 5 "5", G 6 "6", H 7 "7");
tuple!(A 0 "0", B 1 "1", C 2 "2", D 3 "3", E 4 "4", F 5 "5", G 6 "6", H 7 "7", I 8 "8");
tuple!(A 0 "0", B 1 "1", C 2 "2", D 3 "3", E 4 "4", F 5 "5", G 6 "6", H 7 "7", I 8 "8", J 9 "9");
tuple!(A 0 "0", B 1 "1", C 2 "2", D 3 "3", E 4 "4", F 5 "5", G 6 "6", H 7 "7", I 8 "8", J 9 "9",
    K 10 "10");
tuple!(A 0 "0", B 1 "1", C 2 "2", D 3 "3", E 4 "4", F 5 "5", G 6 "6", H 7 "7", I 8 "8", J 9 "9",
    K 10 "10", M 11 "11");

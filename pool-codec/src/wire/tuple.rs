//! Tuples, which are encoded as their elements (WIRE.md section 6).

use crate::codec::borrow::ArrayElement;
use crate::codec::{
    Blank, Borrow, Decode, DecodeError, Decoder, Encode, Facts, Field, Layout, Schema, Sink,
};

macro_rules! tuple {
    ($($ty:ident $index:tt $name:literal),*) => {
        impl<__L: Layout, $($ty: Encode<__L>),*> Encode<__L> for ($($ty,)*) {
            type Value = ($($ty::Value,)*);
            const ENCODING: &'static Schema =
                &Schema::tuple(const { &[$(Field::new($name, $ty::ENCODING)),*] });

            #[inline]
            fn encode_to<S: Sink>(value: &Self::Value, sink: &mut S) -> Result<(), S::Error> {
                $($ty::encode_to(&value.$index, sink)?;)*
                Ok(())
            }
        }

        impl<'decoder, __L: Layout, $($ty: Decode<'decoder, __L>),*> Decode<'decoder, __L>
            for ($($ty,)*)
        {
            const FACTS: Facts = Facts::of_parts(&[$($ty::FACTS),*]);
            #[allow(non_snake_case, reason = "the variables have the names of the types")]
            const BLANK: Option<Blank<Self::Value>> = match ($($ty::BLANK,)*) {
                ($(Some($ty),)*) => Some(Blank::new(($($ty.value(),)*))),
                _ => None,
            };

            #[inline]
            fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self::Value, DecodeError> {
                Ok(($($ty::decode_from(decoder)?,)*))
            }

            #[inline]
            fn refill_from(
                value: &mut Self::Value,
                decoder: &mut Decoder<'decoder>,
            ) -> Result<(), DecodeError> {
                $($ty::refill_from(&mut value.$index, decoder)?;)*
                Ok(())
            }
        }

        impl<__L: Layout, $($ty: Borrow<__L>),*> Borrow<__L> for ($($ty,)*) {
            type Ref<'decoder> = ($($ty::Ref<'decoder>,)*);

            #[inline]
            fn own(borrowed: &Self::Ref<'_>) -> Self::Value {
                ($($ty::own(&borrowed.$index),)*)
            }

            #[inline]
            fn lend(value: &Self::Value) -> Self::Ref<'_> {
                ($($ty::lend(&value.$index),)*)
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

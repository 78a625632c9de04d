//! Counted pointers, which are encoded as the value inside (WIRE.md section 11). Two pointers to one value are two values
//! on the wire.

use alloc::rc::Rc;
#[cfg(target_has_atomic = "ptr")]
use alloc::sync::Arc;

use crate::codec::borrow::ArrayElement;
use crate::codec::{Borrow, Decode, DecodeError, Decoder, Encode, Facts, Layout, Schema, Sink};

/// The heap block of a counted pointer, as the standard library has it.
#[repr(C)]
pub(crate) struct Counted<T> {
    counts: [usize; 2],
    value: T,
}

macro_rules! shared {
    ($pointer:ident) => {
        impl<T: Encode<L>, L: Layout> Encode<L> for $pointer<T> {
            type Value = $pointer<T::Value>;
            const ENCODING: &'static Schema = &T::ENCODING.shared(size_of::<Counted<T::Value>>());

            #[inline]
            fn encode_to<S: Sink>(value: &Self::Value, sink: &mut S) -> Result<(), S::Error> {
                T::encode_to(value, sink)
            }
        }

        impl<'decoder, T: Decode<'decoder, L>, L: Layout> Decode<'decoder, L> for $pointer<T> {
            const FACTS: Facts = T::FACTS;

            #[inline]
            fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self::Value, DecodeError> {
                T::decode_from(decoder).map($pointer::new)
            }

            /// Reuses the block if nobody else has a pointer to it.
            #[inline]
            fn refill_from(
                value: &mut Self::Value,
                decoder: &mut Decoder<'decoder>,
            ) -> Result<(), DecodeError> {
                match $pointer::get_mut(value) {
                    Some(value) => T::refill_from(value, decoder),
                    None => {
                        *value = Self::decode_from(decoder)?;
                        Ok(())
                    }
                }
            }
        }

        /// The borrowed form is that of the value, and needs no heap block.
        impl<T: Borrow<L>, L: Layout> Borrow<L> for $pointer<T> {
            type Ref<'decoder> = T::Ref<'decoder>;

            #[inline]
            fn own(borrowed: &T::Ref<'_>) -> Self::Value {
                $pointer::new(T::own(borrowed))
            }

            #[inline]
            fn lend(value: &Self::Value) -> T::Ref<'_> {
                T::lend(value)
            }
        }

        impl<T> ArrayElement for $pointer<T> {}
    };
}
shared!(Rc);
#[cfg(target_has_atomic = "ptr")]
shared!(Arc);

//! `usize` and `isize`, in layouts that define their width (WIRE.md section 11).

use crate::codec::borrow::{ArrayElement, own_borrowed_form};
use crate::codec::{
    Blank, Decode, DecodeError, DecodeErrorKind, Decoder, Encode, EncodeErrorKind, Facts, Layout,
    Schema, Sink,
};

/// The width of a word in the layout, in bytes.
#[track_caller]
const fn width<L: Layout>() -> usize {
    match L::WORD_WIDTH {
        Some(width @ (2 | 4 | 8)) => width,
        Some(_) => panic!("a `usize` must be 2, 4 or 8 bytes wide"),
        None => panic!(
            "`usize` and `isize` have no width in this layout\nhelp: use an integer of fixed width, such as `u32`, \
             or set `#[frame(width = u32)]` on the field"
        ),
    }
}

/// Implements the traits for `$ty` in the widths of `$two`, `$four` and `$eight`.
macro_rules! word {
    ($ty:ident: $two:ident, $four:ident, $eight:ident) => {
        impl<L: Layout> Encode<L> for $ty {
            type Value = Self;
            const ENCODING: &'static Schema = match width::<L>() {
                2 => <$two as Encode<L>>::ENCODING,
                4 => <$four as Encode<L>>::ENCODING,
                _ => <$eight as Encode<L>>::ENCODING,
            };

            #[inline]
            fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
                let reason = "the number does not fit into the width of the layout";
                let fits = match const { width::<L>() } {
                    2 => $two::try_from(*value).is_ok(),
                    4 => $four::try_from(*value).is_ok(),
                    _ => $eight::try_from(*value).is_ok(),
                };
                sink.check(|| (!fits).then_some(EncodeErrorKind::InvalidValue { reason }))?;
                match const { width::<L>() } {
                    2 => <$two as Encode<L>>::encode_to(&(*value as $two), sink),
                    4 => <$four as Encode<L>>::encode_to(&(*value as $four), sink),
                    _ => <$eight as Encode<L>>::encode_to(&(*value as $eight), sink),
                }
            }
        }

        impl<'decoder, L: Layout> Decode<'decoder, L> for $ty {
            // On a machine with narrower words, some bytes are no value.
            const FACTS: Facts = Facts {
                plain: width::<L>() <= size_of::<$ty>()
                    && <$eight as Decode<'decoder, L>>::FACTS.plain,
                ..<$eight as Decode<'decoder, L>>::FACTS
            };
            const BLANK: Option<Blank<Self>> = Some(Blank::new(0));

            #[inline]
            fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
                let start = *decoder;
                let number = match const { width::<L>() } {
                    2 => <$two as Decode<'decoder, L>>::decode_from(decoder)?.into(),
                    4 => <$four as Decode<'decoder, L>>::decode_from(decoder)?.into(),
                    _ => <$eight as Decode<'decoder, L>>::decode_from(decoder)?,
                };
                $ty::try_from(number).map_err(|_| {
                    let reason = "the number does not fit into a word of this machine";
                    start.error(DecodeErrorKind::InvalidValue { reason })
                })
            }
        }

        own_borrowed_form!($ty);
        impl ArrayElement for $ty {}
    };
}
word!(usize: u16, u32, u64);
word!(isize: i16, i32, i64);

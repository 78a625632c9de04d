//! Ranges and their bounds (WIRE.md section 11).

use core::ops::{
    Bound, Range, RangeBounds as _, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive,
};

use crate::codec::borrow::ArrayElement;
use crate::codec::tag::{enumeration, read_tag, unknown_tag, write_tag};
use crate::codec::{
    Blank, Borrow, Decode, DecodeError, Decoder, Encode, EncodeErrorKind, Facts, Field, Layout,
    Schema, Sink, Variant,
};

/// Implements the traits for a range of the named bounds. The borrowed form is `$form`: those that are not `Copy` are
/// borrowed as a pair, or as their only bound. `$decode` is the implementation of `Decode` without its head.
macro_rules! range {
    (
        $range:ident = $schema:expr, |$value:ident, $sink:ident| $encode:expr, { $($decode:tt)* }
        $form:ty, |$lent:ident| $own:expr, |$owned:ident| $lend:expr
    ) => {
        impl<T: Encode<L>, L: Layout> Encode<L> for $range<T> {
            type Value = $range<T::Value>;
            const ENCODING: &'static Schema = &$schema;

            #[inline]
            fn encode_to<S: Sink>($value: &Self::Value, $sink: &mut S) -> Result<(), S::Error> {
                $encode
            }
        }

        impl<'decoder, T: Decode<'decoder, L>, L: Layout> Decode<'decoder, L> for $range<T> {
            const FACTS: Facts = T::FACTS;
            $($decode)*
        }

        impl<T: Borrow<L>, L: Layout> Borrow<L> for $range<T> {
            type Ref<'decoder> = $form;

            #[inline]
            fn own($lent: &Self::Ref<'_>) -> Self::Value {
                $own
            }

            #[inline]
            fn lend($owned: &Self::Value) -> Self::Ref<'_> {
                $lend
            }
        }

        impl<T> ArrayElement for $range<T> {}
    };
}

/// Implements the traits for a range with public bounds, which are refilled in place.
macro_rules! public_bounds {
    (
        $range:ident = $name:literal { $($bound:ident),* },
        $form:ty, |$lent:ident| $own:expr, |$owned:ident| $lend:expr
    ) => {
        range!(
            $range = Schema::record(
                $name,
                const { &[$(Field::new(stringify!($bound), <T as Encode<L>>::ENCODING)),*] },
            ),
            |value, sink| [$(&value.$bound),*].into_iter().try_for_each(|bound| T::encode_to(bound, sink)),
            {
                const BLANK: Option<Blank<Self::Value>> =
                    match ($({ let $bound = T::BLANK; $bound },)*) {
                        ($(Some($bound),)*) => {
                            Some(Blank::new($range { $($bound: $bound.value()),* }))
                        }
                        _ => None,
                    };

                #[inline]
                fn decode_from(
                    decoder: &mut Decoder<'decoder>,
                ) -> Result<Self::Value, DecodeError> {
                    Ok($range { $($bound: T::decode_from(decoder)?),* })
                }

                #[inline]
                fn refill_from(
                    value: &mut Self::Value,
                    decoder: &mut Decoder<'decoder>,
                ) -> Result<(), DecodeError> {
                    [$(&mut value.$bound),*]
                        .into_iter()
                        .try_for_each(|bound| T::refill_from(bound, decoder))
                }
            }
            $form, |$lent| $own, |$owned| $lend
        );
    };
}
public_bounds!(
    Range = "Range" { start, end },
    (T::Ref<'decoder>, T::Ref<'decoder>),
    |lent| T::own(&lent.0)..T::own(&lent.1),
    |owned| (T::lend(&owned.start), T::lend(&owned.end))
);
public_bounds!(
    RangeFrom = "RangeFrom" { start },
    T::Ref<'decoder>, |lent| T::own(lent).., |owned| T::lend(&owned.start)
);
public_bounds!(
    RangeTo = "RangeTo" { end },
    RangeTo<T::Ref<'decoder>>, |lent| ..T::own(&lent.end), |owned| ..T::lend(&owned.end)
);
public_bounds!(
    RangeToInclusive = "RangeToInclusive" { end },
    RangeToInclusive<T::Ref<'decoder>>, |lent| ..=T::own(&lent.end), |owned| ..=T::lend(&owned.end)
);
range!(
    // The bounds are private, so a refill makes a new value.
    RangeInclusive = Schema::record(
        "RangeInclusive",
        const { &[Field::new("start", T::ENCODING), Field::new("end", T::ENCODING)] },
    )
    .replaced(),
    |value, sink| {
        // It is empty then, although its bounds are those of a range that is not.
        let exhausted = matches!(value.end_bound(), Bound::Excluded(_));
        let reason = "a range that was iterated over to its end is not on the wire";
        sink.check(|| exhausted.then_some(EncodeErrorKind::InvalidValue { reason }))?;
        T::encode_to(value.start(), sink)?;
        T::encode_to(value.end(), sink)
    },
    {
        #[inline]
        fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self::Value, DecodeError> {
            Ok(T::decode_from(decoder)?..=T::decode_from(decoder)?)
        }
    }
    (T::Ref<'decoder>, T::Ref<'decoder>),
    |lent| T::own(&lent.0)..=T::own(&lent.1),
    |owned| (T::lend(owned.start()), T::lend(owned.end()))
);

impl<L: Layout> Encode<L> for RangeFull {
    type Value = Self;
    const ENCODING: &'static Schema = &Schema::tuple(&[]);

    #[inline(always)]
    fn encode_to<S: Sink>(_: &Self, _: &mut S) -> Result<(), S::Error> {
        Ok(())
    }
}

impl<'decoder, L: Layout> Decode<'decoder, L> for RangeFull {
    const FACTS: Facts = Facts::ALL;
    const BLANK: Option<Blank<Self>> = Some(Blank::new(..));

    #[inline(always)]
    fn decode_from(_: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
        Ok(..)
    }
}

crate::codec::borrow::own_borrowed_form!(RangeFull);
impl ArrayElement for RangeFull {}

impl<T: Encode<L>, L: Layout> Encode<L> for Bound<T> {
    type Value = Bound<T::Value>;
    const ENCODING: &'static Schema = &enumeration::<L>(
        "Bound",
        const {
            &[
                Variant::new("Unbounded", 0, &[]),
                Variant::new("Included", 1, const { &[Field::new("Included.0", T::ENCODING)] }),
                Variant::new("Excluded", 2, const { &[Field::new("Excluded.0", T::ENCODING)] }),
            ]
        },
        None,
    );

    #[inline]
    fn encode_to<S: Sink>(value: &Self::Value, sink: &mut S) -> Result<(), S::Error> {
        match value {
            Bound::Unbounded => write_tag::<L, S>(0, sink),
            Bound::Included(value) => {
                write_tag::<L, S>(1, sink)?;
                T::encode_to(value, sink)
            }
            Bound::Excluded(value) => {
                write_tag::<L, S>(2, sink)?;
                T::encode_to(value, sink)
            }
        }
    }
}

impl<'decoder, T: Decode<'decoder, L>, L: Layout> Decode<'decoder, L> for Bound<T> {
    const FACTS: Facts = T::FACTS.tagged::<L>();
    const BLANK: Option<Blank<Self::Value>> = Some(Blank::new(Bound::Unbounded));

    #[inline]
    fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self::Value, DecodeError> {
        let start = *decoder;
        match read_tag::<L>(decoder)? {
            0 => Ok(Bound::Unbounded),
            1 => T::decode_from(decoder).map(Bound::Included),
            2 => T::decode_from(decoder).map(Bound::Excluded),
            tag => Err(unknown_tag(&start, tag)),
        }
    }
}

impl<T: Borrow<L>, L: Layout> Borrow<L> for Bound<T> {
    type Ref<'decoder> = Bound<T::Ref<'decoder>>;

    #[inline]
    fn own(borrowed: &Self::Ref<'_>) -> Self::Value {
        borrowed.as_ref().map(T::own)
    }

    #[inline]
    fn lend(value: &Self::Value) -> Self::Ref<'_> {
        value.as_ref().map(T::lend)
    }
}

impl<T> ArrayElement for Bound<T> {}

//! Types of other crates that are encoded as wire types one after another.

/// Implements the traits for a `Copy` type without heap memory, which is its own borrowed form.
///
/// `$to` converts a value to its parts, and `$from` converts them back. Each returns the reason if there is no such
/// value.
macro_rules! parts {
    // Named parts.
    ($ty:ty = $name:literal { $($field:literal: $part:ty),* }, $facts:expr, $blank:expr, $to:expr, $from:expr) => {
        parts!(
            @impl $ty,
            &Schema::record(
                $name,
                const { &[$(Field::new($field, <$part as Encode<L>>::ENCODING)),*] },
            ),
            ($($part,)*), $facts, $blank, $to, $from
        );
    };
    // The encoding of another type.
    ($ty:ty as $part:ty, $facts:expr, $blank:expr, $to:expr, $from:expr) => {
        parts!(@impl $ty, <$part as Encode<L>>::ENCODING, $part, $facts, $blank, $to, $from);
    };
    (@impl $ty:ty, $schema:expr, $parts:ty, $facts:expr, $blank:expr, $to:expr, $from:expr) => {
        impl<L: Layout> Encode<L> for $ty {
            type Value = Self;
            const ENCODING: &'static Schema = $schema;

            #[inline]
            fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
                let to: fn(Self) -> Result<$parts, &'static str> = $to;
                match to(*value) {
                    Ok(parts) => <$parts as Encode<L>>::encode_to(&parts, sink),
                    // A value without parts has no length either. Encoding it reports the reason.
                    Err(reason) => sink
                        .check(|| Some($crate::codec::EncodeErrorKind::InvalidValue { reason })),
                }
            }
        }

        impl<'decoder, L: Layout> Decode<'decoder, L> for $ty {
            const FACTS: Facts = Facts::of_parts(&[$facts, <$parts as Decode<'decoder, L>>::FACTS]);
            const BLANK: Option<Blank<Self>> = $blank;

            #[inline]
            fn decode_from(decoder: &mut Decoder<'decoder>) -> Result<Self, DecodeError> {
                let start = *decoder;
                let from: fn($parts) -> Result<Self, &'static str> = $from;
                from(<$parts as Decode<'decoder, L>>::decode_from(decoder)?).map_err(|reason| {
                    start.error($crate::codec::DecodeErrorKind::InvalidValue { reason })
                })
            }
        }

        own_borrowed_form!($ty);
        impl ArrayElement for $ty {}
    };
}
pub(crate) use parts;

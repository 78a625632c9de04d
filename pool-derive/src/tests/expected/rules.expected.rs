/// Borrowed form of [`Ruled`]: variable-length fields point into the decoder's input.
///
#[derive(
    ::pool_codec::__private::Debug,
    ::pool_codec::__private::Clone,
    ::pool_codec::__private::Copy,
    ::pool_codec::__private::PartialEq
)]
struct RuledRef<'decoder> {
    /// Field `percent` of [`Ruled`].
    percent: u8,
    /// Field `name` of [`Ruled`].
    name: ::pool_codec::StrRef<'decoder, 8>,
}
const _: () = {
    use ::pool_codec::__private;
    /** The fields in this order; the sizes are their sums, in bytes.

| on the wire | type |
|---|---|
| `percent` | `u8` |
| `name` | `Str<8>` |
*/
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Encode<__L> for Ruled {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::checked(
            __private::Schema::record(
                "Ruled",
                const {
                    &[
                        __private::Field::with_range(
                            __private::Field::new(
                                "percent",
                                <u8 as __private::Encode<__private::Own>>::ENCODING,
                            ),
                            "1..=100",
                        ),
                        __private::Field::new(
                            "name",
                            <Str<8> as __private::Encode<__private::Own>>::ENCODING,
                        ),
                    ]
                },
            ),
        );
        #[inline(always)]
        fn encode_to<__S: __private::Sink>(
            __value: &Self,
            __sink: &mut __S,
        ) -> __private::Result<(), __S::Error> {
            let __writer = &mut __private::Writer::<
                __S,
                Self,
                __private::Own,
                0,
            >::new(__sink);
            __writer
                .check::<
                    0,
                >(
                    || __private::RangeBounds::contains(&(1..=100), &__value.percent),
                    "the value is not in 1..=100",
                )?;
            __writer.put::<u8, 0>(&__value.percent)?;
            __writer.put::<Str<8>, 1>(&__value.name)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L> for Ruled {
        const FACTS: __private::Facts = __private::Facts::checked(
            __private::Facts::of_fields(
                &[
                    <u8 as __private::Decode<'decoder, __private::Own>>::FACTS,
                    <Str<8> as __private::Decode<'decoder, __private::Own>>::FACTS,
                ],
            ),
        );
        const BLANK: __private::Option<__private::Blank<Self>> = match (
            <u8 as __private::Decode<'decoder, __private::Own>>::BLANK,
            <Str<8> as __private::Decode<'decoder, __private::Own>>::BLANK,
        ) {
            (__private::Some(__field_0), __private::Some(__field_1)) => {
                __private::Some(
                    __private::Blank::new(Ruled {
                        percent: __private::Blank::value(__field_0),
                        name: __private::Blank::value(__field_1),
                    }),
                )
            }
            _ => __private::None,
        };
        #[inline(always)]
        fn decode_from(
            __decoder: &mut __private::Decoder<'decoder>,
        ) -> __private::Result<Self, __private::DecodeError> {
            let __reader = &mut __private::Reader::<
                Self,
                __private::Own,
                0,
            >::new(__decoder);
            let __value = Ruled {
                percent: {
                    let __at = __reader.offset();
                    let __field = __reader.get::<u8, 0>()?;
                    __reader
                        .check::<
                            0,
                        >(
                            __private::RangeBounds::contains(&(1..=100), &__field),
                            __at,
                            "the value is not in 1..=100",
                        )?;
                    __field
                },
                name: __reader.get::<Str<8>, 1>()?,
            };
            let __verdict: __private::Result<(), &'static str> = check(
                &<Ruled as __private::Borrow<__private::Own>>::lend(&__value),
            );
            __reader.check_valid(__verdict)?;
            __private::Ok(__value)
        }
        #[inline(always)]
        fn refill_from(
            __value: &mut Self,
            __decoder: &mut __private::Decoder<'decoder>,
        ) -> __private::Result<(), __private::DecodeError> {
            let __reader = &mut __private::Reader::<
                Self,
                __private::Own,
                0,
            >::new(__decoder);
            let __at = __reader.offset();
            __reader.refill::<u8, 0>(&mut __value.percent)?;
            __reader
                .check::<
                    0,
                >(
                    __private::RangeBounds::contains(&(1..=100), &__value.percent),
                    __at,
                    "the value is not in 1..=100",
                )?;
            __reader.refill::<Str<8>, 1>(&mut __value.name)?;
            let __verdict: __private::Result<(), &'static str> = check(
                &<Ruled as __private::Borrow<__private::Own>>::lend(&*__value),
            );
            __reader.check_valid(__verdict)?;
            __private::Ok(())
        }
    }
    const _: &__private::Schema = <Ruled as __private::Encode<__private::Own>>::ENCODING;
    /// The bytes, and so the sizes, of [`Ruled`].
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Encode<__L>
    for RuledRef<'decoder> {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::borrowed(
            <Ruled as __private::Encode<__private::Own>>::ENCODING,
        );
        #[inline(always)]
        fn encode_to<__S: __private::Sink>(
            __value: &Self,
            __sink: &mut __S,
        ) -> __private::Result<(), __S::Error> {
            let __writer = &mut __private::Writer::<
                __S,
                Self,
                __private::Own,
                0,
            >::new(__sink);
            __writer
                .check::<
                    0,
                >(
                    || __private::RangeBounds::contains(&(1..=100), &__value.percent),
                    "the value is not in 1..=100",
                )?;
            __writer.put::<u8, 0>(&__value.percent)?;
            __writer.put::<::pool_codec::StrRef<'decoder, 8>, 1>(&__value.name)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L>
    for RuledRef<'decoder> {
        const FACTS: __private::Facts = __private::Facts::checked(
            __private::Facts::of_fields(
                &[
                    <u8 as __private::Decode<'decoder, __private::Own>>::FACTS,
                    <::pool_codec::StrRef<
                        'decoder,
                        8,
                    > as __private::Decode<'decoder, __private::Own>>::FACTS,
                ],
            ),
        );
        #[inline(always)]
        fn decode_from(
            __decoder: &mut __private::Decoder<'decoder>,
        ) -> __private::Result<Self, __private::DecodeError> {
            let __reader = &mut __private::Reader::<
                Self,
                __private::Own,
                0,
            >::new(__decoder);
            let __value = RuledRef {
                percent: {
                    let __at = __reader.offset();
                    let __field = __reader.get::<u8, 0>()?;
                    __reader
                        .check::<
                            0,
                        >(
                            __private::RangeBounds::contains(&(1..=100), &__field),
                            __at,
                            "the value is not in 1..=100",
                        )?;
                    __field
                },
                name: __reader.get::<::pool_codec::StrRef<'decoder, 8>, 1>()?,
            };
            let __verdict: __private::Result<(), &'static str> = check(&__value);
            __reader.check_valid(__verdict)?;
            __private::Ok(__value)
        }
    }
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Borrow<__L> for Ruled {
        type Ref<'decoder> = RuledRef<'decoder>;
        fn own(__borrowed: &RuledRef<'_>) -> Self {
            Ruled {
                percent: <u8 as __private::Borrow<
                    __private::Own,
                >>::own(&__borrowed.percent),
                name: <Str<
                    8,
                > as __private::Borrow<__private::Own>>::own(&__borrowed.name),
            }
        }
        fn lend(__value: &Self) -> RuledRef<'_> {
            RuledRef {
                percent: <u8 as __private::Borrow<
                    __private::Own,
                >>::lend(&__value.percent),
                name: <Str<8> as __private::Borrow<__private::Own>>::lend(&__value.name),
            }
        }
    }
    #[automatically_derived]
    impl __private::ArrayElement for Ruled {}
    #[automatically_derived]
    impl __private::Covariant for Ruled {
        fn shorten<'short, 'long: 'short>(
            __borrowed: &'short RuledRef<'long>,
        ) -> &'short RuledRef<'short> {
            __borrowed
        }
    }
    #[automatically_derived]
    impl<'decoder> __private::From<RuledRef<'decoder>> for Ruled {
        fn from(__borrowed: RuledRef<'decoder>) -> Self {
            <Ruled as __private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl<'decoder> RuledRef<'decoder> {
        /// Copies the message out of the decoder's input.
        #[must_use]
        fn into_owned(self) -> Ruled {
            <Ruled as __private::ZeroCopy>::from_borrowed(&self)
        }
    }
};

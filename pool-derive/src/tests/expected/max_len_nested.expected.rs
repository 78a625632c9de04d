const _: () = {
    use ::pool_codec::__private;
    /** The fields in this order; the sizes are their sums, in bytes.

| on the wire | type |
|---|---|
| `texts` | `Option<Vec<String>>` |
| `map` | `BTreeMap<String, Vec<u8>>` |
| `waits` | `Vec<VecDeque<Duration>>` |
*/
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Encode<__L> for Nested {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::checked(
            __private::Schema::record(
                "Nested",
                const {
                    &[
                        __private::Field::new(
                            "texts",
                            <Option<
                                ::pool_codec::layout::MaxLen<
                                    Vec<
                                        ::pool_codec::layout::MaxLen<String, { Nested::LIMIT }>,
                                    >,
                                    { 9 },
                                >,
                            > as __private::Encode<__private::Own>>::ENCODING,
                        ),
                        __private::Field::new(
                            "map",
                            <::pool_codec::layout::MaxLen<
                                BTreeMap<
                                    ::pool_codec::layout::MaxLen<String, { 4 }>,
                                    ::pool_codec::layout::MaxBytes<Vec<u8>, { 5 }>,
                                >,
                                { 3 },
                            > as __private::Encode<__private::Own>>::ENCODING,
                        ),
                        __private::Field::new(
                            "waits",
                            <::pool_codec::layout::MaxLen<
                                Vec<
                                    ::pool_codec::layout::MaxLen<
                                        VecDeque<::pool_codec::layout::With<Duration, Millis>>,
                                        { 4 },
                                    >,
                                >,
                                { 3 },
                            > as __private::Encode<__private::Own>>::ENCODING,
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
                .put::<
                    Option<
                        ::pool_codec::layout::MaxLen<
                            Vec<::pool_codec::layout::MaxLen<String, { Nested::LIMIT }>>,
                            { 9 },
                        >,
                    >,
                    0,
                >(&__value.texts)?;
            __writer
                .put::<
                    ::pool_codec::layout::MaxLen<
                        BTreeMap<
                            ::pool_codec::layout::MaxLen<String, { 4 }>,
                            ::pool_codec::layout::MaxBytes<Vec<u8>, { 5 }>,
                        >,
                        { 3 },
                    >,
                    1,
                >(&__value.map)?;
            __writer
                .put::<
                    ::pool_codec::layout::MaxLen<
                        Vec<
                            ::pool_codec::layout::MaxLen<
                                VecDeque<::pool_codec::layout::With<Duration, Millis>>,
                                { 4 },
                            >,
                        >,
                        { 3 },
                    >,
                    2,
                >(&__value.waits)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L> for Nested {
        const FACTS: __private::Facts = __private::Facts::of_fields(
            &[
                <Option<
                    ::pool_codec::layout::MaxLen<
                        Vec<::pool_codec::layout::MaxLen<String, { Nested::LIMIT }>>,
                        { 9 },
                    >,
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
                <::pool_codec::layout::MaxLen<
                    BTreeMap<
                        ::pool_codec::layout::MaxLen<String, { 4 }>,
                        ::pool_codec::layout::MaxBytes<Vec<u8>, { 5 }>,
                    >,
                    { 3 },
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
                <::pool_codec::layout::MaxLen<
                    Vec<
                        ::pool_codec::layout::MaxLen<
                            VecDeque<::pool_codec::layout::With<Duration, Millis>>,
                            { 4 },
                        >,
                    >,
                    { 3 },
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
            ],
        );
        const BLANK: __private::Option<__private::Blank<Self>> = match (
            <Option<
                ::pool_codec::layout::MaxLen<
                    Vec<::pool_codec::layout::MaxLen<String, { Nested::LIMIT }>>,
                    { 9 },
                >,
            > as __private::Decode<'decoder, __private::Own>>::BLANK,
            <::pool_codec::layout::MaxLen<
                BTreeMap<
                    ::pool_codec::layout::MaxLen<String, { 4 }>,
                    ::pool_codec::layout::MaxBytes<Vec<u8>, { 5 }>,
                >,
                { 3 },
            > as __private::Decode<'decoder, __private::Own>>::BLANK,
            <::pool_codec::layout::MaxLen<
                Vec<
                    ::pool_codec::layout::MaxLen<
                        VecDeque<::pool_codec::layout::With<Duration, Millis>>,
                        { 4 },
                    >,
                >,
                { 3 },
            > as __private::Decode<'decoder, __private::Own>>::BLANK,
        ) {
            (
                __private::Some(__field_0),
                __private::Some(__field_1),
                __private::Some(__field_2),
            ) => {
                __private::Some(
                    __private::Blank::new(Nested {
                        texts: __private::Blank::value(__field_0),
                        map: __private::Blank::value(__field_1),
                        waits: __private::Blank::value(__field_2),
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
            __private::Ok(Nested {
                texts: __reader
                    .get::<
                        Option<
                            ::pool_codec::layout::MaxLen<
                                Vec<
                                    ::pool_codec::layout::MaxLen<String, { Nested::LIMIT }>,
                                >,
                                { 9 },
                            >,
                        >,
                        0,
                    >()?,
                map: __reader
                    .get::<
                        ::pool_codec::layout::MaxLen<
                            BTreeMap<
                                ::pool_codec::layout::MaxLen<String, { 4 }>,
                                ::pool_codec::layout::MaxBytes<Vec<u8>, { 5 }>,
                            >,
                            { 3 },
                        >,
                        1,
                    >()?,
                waits: __reader
                    .get::<
                        ::pool_codec::layout::MaxLen<
                            Vec<
                                ::pool_codec::layout::MaxLen<
                                    VecDeque<::pool_codec::layout::With<Duration, Millis>>,
                                    { 4 },
                                >,
                            >,
                            { 3 },
                        >,
                        2,
                    >()?,
            })
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
            __reader
                .refill::<
                    Option<
                        ::pool_codec::layout::MaxLen<
                            Vec<::pool_codec::layout::MaxLen<String, { Nested::LIMIT }>>,
                            { 9 },
                        >,
                    >,
                    0,
                >(&mut __value.texts)?;
            __reader
                .refill::<
                    ::pool_codec::layout::MaxLen<
                        BTreeMap<
                            ::pool_codec::layout::MaxLen<String, { 4 }>,
                            ::pool_codec::layout::MaxBytes<Vec<u8>, { 5 }>,
                        >,
                        { 3 },
                    >,
                    1,
                >(&mut __value.map)?;
            __reader
                .refill::<
                    ::pool_codec::layout::MaxLen<
                        Vec<
                            ::pool_codec::layout::MaxLen<
                                VecDeque<::pool_codec::layout::With<Duration, Millis>>,
                                { 4 },
                            >,
                        >,
                        { 3 },
                    >,
                    2,
                >(&mut __value.waits)?;
            __private::Ok(())
        }
    }
    const _: &__private::Schema = <Nested as __private::Encode<
        __private::Own,
    >>::ENCODING;
};

const _: () = {
    use ::pool_codec::__private;
    /** A tag, and the fields of the variant that it names. The sizes are the tag's with those of the shortest and of the longest variant, in bytes.

| on the wire | type |
|---|---|
| the tag | `u8` |
| `Any.count` | `u8` |
| `Any.items` | `Vec<u8>` |
| `Any.kind` | `u8` |
| `Any.detail` | `Option<u16>` |
*/
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Encode<__L> for Event {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::checked(
            __private::Schema::enumeration(
                "Event",
                1,
                const { &[] },
                __private::Some(const {
                    &__private::Variant::new(
                        "Any",
                        0,
                        const {
                            &[
                                __private::Field::counted(
                                    __private::Field::new(
                                        "Any.items",
                                        <::pool_codec::layout::CountedBytes<
                                            Vec<u8>,
                                            { 9 },
                                        > as __private::Encode<__private::Own>>::ENCODING,
                                    ),
                                    0,
                                ),
                                __private::Field::switches(
                                    __private::Field::new(
                                        "Any.kind",
                                        <u8 as __private::Encode<__private::Own>>::ENCODING,
                                    ),
                                    1,
                                ),
                                __private::Field::when(
                                    __private::Field::new(
                                        "Any.detail",
                                        <::pool_codec::layout::When<
                                            u16,
                                        > as __private::Encode<__private::Own>>::ENCODING,
                                    ),
                                    __private::Condition::bits(1, !0),
                                ),
                            ]
                        },
                    )
                }),
            ),
        );
        #[inline]
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
            match __value {
                Event::Any {
                    count: __tag,
                    items: __field_1,
                    kind: __field_2,
                    detail: __field_3,
                    ..
                } => {
                    __writer.check_other::<u8>(__tag, &[])?;
                    __writer
                        .variant::<
                            u8,
                            0,
                        >(
                            *__tag,
                            |__writer| {
                                __writer
                                    .check::<
                                        0,
                                    >(
                                        || {
                                            __private::Count::count(__field_1)
                                                == __private::Switch::bits(__tag)
                                        },
                                        "the length of the field is not the one in the field that has it",
                                    )?;
                                __writer
                                    .put::<
                                        ::pool_codec::layout::CountedBytes<Vec<u8>, { 9 }>,
                                        0,
                                    >(__field_1)?;
                                __writer.put::<u8, 1>(__field_2)?;
                                __writer
                                    .check::<
                                        2,
                                    >(
                                        || {
                                            __private::Option::is_some(__field_3)
                                                == __private::Condition::holds(
                                                    const { &__private::Condition::bits(1, !0) },
                                                    __private::Switch::bits(__field_2),
                                                )
                                        },
                                        "the field is present and another field says that it is absent, or the reverse",
                                    )?;
                                __writer
                                    .put::<::pool_codec::layout::When<u16>, 2>(__field_3)?;
                                __private::Ok(())
                            },
                        )
                }
            }
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L> for Event {
        const FACTS: __private::Facts = __private::Facts::checked(
            __private::Facts::of_fields(
                &[
                    <u8 as __private::Decode<'decoder, __private::Own>>::FACTS,
                    <::pool_codec::layout::CountedBytes<
                        Vec<u8>,
                        { 9 },
                    > as __private::Decode<'decoder, __private::Own>>::FACTS,
                    <u8 as __private::Decode<'decoder, __private::Own>>::FACTS,
                    <::pool_codec::layout::When<
                        u16,
                    > as __private::Decode<'decoder, __private::Own>>::FACTS,
                ],
            ),
        );
        #[inline]
        fn decode_from(
            __decoder: &mut __private::Decoder<'decoder>,
        ) -> __private::Result<Self, __private::DecodeError> {
            let __reader = &mut __private::Reader::<
                Self,
                __private::Own,
                0,
            >::new(__decoder);
            match __reader.tag::<u8>()? {
                __tag => {
                    __reader
                        .variant::<
                            0,
                            _,
                        >(|__reader| __private::Ok({
                            let __field_1 = __reader
                                .get_counted::<
                                    _,
                                    0,
                                >(
                                    __private::Switch::bits(&__tag),
                                    <::pool_codec::layout::CountedBytes<
                                        Vec<u8>,
                                        { 9 },
                                    > as __private::DecodeCounted<
                                        'decoder,
                                        __private::Own,
                                    >>::decode_counted,
                                )?;
                            let __field_2 = __reader.get::<u8, 1>()?;
                            let __field_3 = __reader
                                .get_when::<
                                    ::pool_codec::layout::When<u16>,
                                    _,
                                    2,
                                >(
                                    __private::Condition::holds(
                                        const { &__private::Condition::bits(1, !0) },
                                        __private::Switch::bits(&__field_2),
                                    ),
                                )?;
                            Event::Any {
                                count: __tag,
                                items: __field_1,
                                kind: __field_2,
                                detail: __field_3,
                            }
                        }))
                }
            }
        }
    }
    const _: &__private::Schema = <Event as __private::Encode<__private::Own>>::ENCODING;
};

/// Borrowed form of [`Aligned`]: variable-length fields point into the decoder's input.
///
#[derive(
    ::pool_codec::__private::Debug,
    ::pool_codec::__private::Clone,
    ::pool_codec::__private::Copy,
    ::pool_codec::__private::PartialEq
)]
enum AlignedRef<'decoder> {
    /// Variant `A` of [`Aligned`].
    A {
        /// Field `A.kind` of [`Aligned`].
        kind: u8,
        /// Field `A.value` of [`Aligned`].
        value: u32,
        /// Field `A.name` of [`Aligned`].
        name: ::pool_codec::StrRef<'decoder, 9>,
    },
    /// Variant `Other` of [`Aligned`].
    Other(
        /// Field `Other.0` of [`Aligned`].
        u16,
        /// Field `Other.1` of [`Aligned`].
        &'decoder [u8; 4],
    ),
}
const _: () = {
    use ::pool_codec::__private;
    const __PADDING_0: usize = __private::padding(
        4,
        &[
            ("the tag", 1, <u16 as __private::Encode<__private::Own>>::ENCODING),
            ("A.kind", 1, <u8 as __private::Encode<__private::Own>>::ENCODING),
        ],
    );
    const __PADDING_1: usize = __private::padding(
        Aligned::WORD,
        &[
            ("the tag", 1, <u16 as __private::Encode<__private::Own>>::ENCODING),
            ("A.kind", 1, <u8 as __private::Encode<__private::Own>>::ENCODING),
            ("A.value", 4, <u32 as __private::Encode<__private::Own>>::ENCODING),
        ],
    );
    const __PADDING_2: usize = __private::padding(
        8,
        &[("the tag", 1, <u16 as __private::Encode<__private::Own>>::ENCODING)],
    );
    /** A tag, and the fields of the variant that it names. The sizes are the tag's with those of the shortest and of the longest variant, in bytes.

| on the wire | type |
|---|---|
| the tag | `u16` |
| `A.kind` | `u8` |
| `A.value` | `u32` |
| `A.name` | `Str<9>` |
| `Other.0` | `u16` |
| `Other.1` | `[u8; 4]` |
*/
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Encode<__L> for Aligned {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::checked(
            __private::Schema::enumeration(
                "Aligned",
                2,
                const {
                    &[
                        __private::Variant::new(
                            "A",
                            1,
                            const {
                                &[
                                    __private::Field::new(
                                        "A.kind",
                                        <u8 as __private::Encode<__private::Own>>::ENCODING,
                                    ),
                                    __private::Field::new(
                                        "A.value",
                                        <::pool_codec::layout::Padded<
                                            u32,
                                            { __PADDING_0 },
                                        > as __private::Encode<__private::Own>>::ENCODING,
                                    ),
                                    __private::Field::new(
                                        "A.name",
                                        <::pool_codec::layout::Padded<
                                            Str<9>,
                                            { __PADDING_1 },
                                        > as __private::Encode<__private::Own>>::ENCODING,
                                    ),
                                ]
                            },
                        ),
                    ]
                },
                __private::Some(const {
                    &__private::Variant::new(
                        "Other",
                        0,
                        const {
                            &[
                                __private::Field::new(
                                    "Other.1",
                                    <::pool_codec::layout::Padded<
                                        [u8; 4],
                                        { __PADDING_2 },
                                    > as __private::Encode<__private::Own>>::ENCODING,
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
                Aligned::A { kind: __field_0, value: __field_1, name: __field_2, .. } => {
                    __writer
                        .variant::<
                            u16,
                            0,
                        >(
                            1,
                            |__writer| {
                                __writer.put::<u8, 0>(__field_0)?;
                                __writer
                                    .put::<
                                        ::pool_codec::layout::Padded<u32, { __PADDING_0 }>,
                                        1,
                                    >(__field_1)?;
                                __writer
                                    .put::<
                                        ::pool_codec::layout::Padded<Str<9>, { __PADDING_1 }>,
                                        2,
                                    >(__field_2)?;
                                __private::Ok(())
                            },
                        )
                }
                Aligned::Other { 0: __tag, 1: __field_1, .. } => {
                    __writer.check_other::<u16>(__tag, &[1])?;
                    __writer
                        .variant::<
                            u16,
                            1,
                        >(
                            *__tag,
                            |__writer| {
                                __writer
                                    .put::<
                                        ::pool_codec::layout::Padded<[u8; 4], { __PADDING_2 }>,
                                        0,
                                    >(__field_1)?;
                                __private::Ok(())
                            },
                        )
                }
            }
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L> for Aligned {
        const FACTS: __private::Facts = __private::Facts::checked(
            __private::Facts::of_fields(
                &[
                    <u8 as __private::Decode<'decoder, __private::Own>>::FACTS,
                    <::pool_codec::layout::Padded<
                        u32,
                        { __PADDING_0 },
                    > as __private::Decode<'decoder, __private::Own>>::FACTS,
                    <::pool_codec::layout::Padded<
                        Str<9>,
                        { __PADDING_1 },
                    > as __private::Decode<'decoder, __private::Own>>::FACTS,
                    <u16 as __private::Decode<'decoder, __private::Own>>::FACTS,
                    <::pool_codec::layout::Padded<
                        [u8; 4],
                        { __PADDING_2 },
                    > as __private::Decode<'decoder, __private::Own>>::FACTS,
                ],
            ),
        );
        const BLANK: __private::Option<__private::Blank<Self>> = match (
            <u8 as __private::Decode<'decoder, __private::Own>>::BLANK,
            <::pool_codec::layout::Padded<
                u32,
                { __PADDING_0 },
            > as __private::Decode<'decoder, __private::Own>>::BLANK,
            <::pool_codec::layout::Padded<
                Str<9>,
                { __PADDING_1 },
            > as __private::Decode<'decoder, __private::Own>>::BLANK,
        ) {
            (
                __private::Some(__field_0),
                __private::Some(__field_1),
                __private::Some(__field_2),
            ) => {
                __private::Some(
                    __private::Blank::new(Aligned::A {
                        kind: __private::Blank::value(__field_0),
                        value: __private::Blank::value(__field_1),
                        name: __private::Blank::value(__field_2),
                    }),
                )
            }
            _ => __private::None,
        };
        #[inline]
        fn decode_from(
            __decoder: &mut __private::Decoder<'decoder>,
        ) -> __private::Result<Self, __private::DecodeError> {
            let __reader = &mut __private::Reader::<
                Self,
                __private::Own,
                0,
            >::new(__decoder);
            match __reader.tag::<u16>()? {
                1 => {
                    __reader
                        .variant::<
                            0,
                            _,
                        >(|__reader| __private::Ok(Aligned::A {
                            kind: __reader.get::<u8, 0>()?,
                            value: __reader
                                .get::<
                                    ::pool_codec::layout::Padded<u32, { __PADDING_0 }>,
                                    1,
                                >()?,
                            name: __reader
                                .get::<
                                    ::pool_codec::layout::Padded<Str<9>, { __PADDING_1 }>,
                                    2,
                                >()?,
                        }))
                }
                __tag => {
                    __reader
                        .variant::<
                            1,
                            _,
                        >(|__reader| __private::Ok(Aligned::Other {
                            0: __tag,
                            1: __reader
                                .get::<
                                    ::pool_codec::layout::Padded<[u8; 4], { __PADDING_2 }>,
                                    0,
                                >()?,
                        }))
                }
            }
        }
        #[inline]
        fn refill_from(
            __value: &mut Self,
            __decoder: &mut __private::Decoder<'decoder>,
        ) -> __private::Result<(), __private::DecodeError> {
            let __reader = &mut __private::Reader::<
                Self,
                __private::Own,
                0,
            >::new(__decoder);
            match (__reader.tag::<u16>()?, &mut *__value) {
                (
                    1,
                    Aligned::A { kind: __field_0, value: __field_1, name: __field_2, .. },
                ) => {
                    __reader
                        .variant::<
                            0,
                            _,
                        >(|__reader| {
                            __reader.refill::<u8, 0>(__field_0)?;
                            __reader
                                .refill::<
                                    ::pool_codec::layout::Padded<u32, { __PADDING_0 }>,
                                    1,
                                >(__field_1)?;
                            __reader
                                .refill::<
                                    ::pool_codec::layout::Padded<Str<9>, { __PADDING_1 }>,
                                    2,
                                >(__field_2)?;
                            __private::Ok(())
                        })?
                }
                _ => {
                    *__value = __reader
                        .again(<Self as __private::Decode<'decoder, __L>>::decode_from)?;
                    return __private::Ok(());
                }
            }
            __private::Ok(())
        }
    }
    const _: &__private::Schema = <Aligned as __private::Encode<
        __private::Own,
    >>::ENCODING;
    /// The bytes, and so the sizes, of [`Aligned`].
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Encode<__L>
    for AlignedRef<'decoder> {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::borrowed(
            <Aligned as __private::Encode<__private::Own>>::ENCODING,
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
                AlignedRef::A {
                    kind: __field_0,
                    value: __field_1,
                    name: __field_2,
                    ..
                } => {
                    __writer
                        .variant::<
                            u16,
                            0,
                        >(
                            1,
                            |__writer| {
                                __writer.put::<u8, 0>(__field_0)?;
                                __writer
                                    .put::<
                                        ::pool_codec::layout::Padded<u32, { __PADDING_0 }>,
                                        1,
                                    >(__field_1)?;
                                __writer
                                    .put::<
                                        ::pool_codec::layout::Padded<
                                            ::pool_codec::StrRef<'decoder, 9>,
                                            { __PADDING_1 },
                                        >,
                                        2,
                                    >(__field_2)?;
                                __private::Ok(())
                            },
                        )
                }
                AlignedRef::Other { 0: __tag, 1: __field_1, .. } => {
                    __writer.check_other::<u16>(__tag, &[1])?;
                    __writer
                        .variant::<
                            u16,
                            1,
                        >(
                            *__tag,
                            |__writer| {
                                __writer
                                    .put::<
                                        ::pool_codec::layout::Padded<
                                            &'decoder [u8; 4],
                                            { __PADDING_2 },
                                        >,
                                        0,
                                    >(__field_1)?;
                                __private::Ok(())
                            },
                        )
                }
            }
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L>
    for AlignedRef<'decoder> {
        const FACTS: __private::Facts = __private::Facts::checked(
            __private::Facts::of_fields(
                &[
                    <u8 as __private::Decode<'decoder, __private::Own>>::FACTS,
                    <::pool_codec::layout::Padded<
                        u32,
                        { __PADDING_0 },
                    > as __private::Decode<'decoder, __private::Own>>::FACTS,
                    <::pool_codec::layout::Padded<
                        ::pool_codec::StrRef<'decoder, 9>,
                        { __PADDING_1 },
                    > as __private::Decode<'decoder, __private::Own>>::FACTS,
                    <u16 as __private::Decode<'decoder, __private::Own>>::FACTS,
                    <::pool_codec::layout::Padded<
                        &'decoder [u8; 4],
                        { __PADDING_2 },
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
            match __reader.tag::<u16>()? {
                1 => {
                    __reader
                        .variant::<
                            0,
                            _,
                        >(|__reader| __private::Ok(AlignedRef::A {
                            kind: __reader.get::<u8, 0>()?,
                            value: __reader
                                .get::<
                                    ::pool_codec::layout::Padded<u32, { __PADDING_0 }>,
                                    1,
                                >()?,
                            name: __reader
                                .get::<
                                    ::pool_codec::layout::Padded<
                                        ::pool_codec::StrRef<'decoder, 9>,
                                        { __PADDING_1 },
                                    >,
                                    2,
                                >()?,
                        }))
                }
                __tag => {
                    __reader
                        .variant::<
                            1,
                            _,
                        >(|__reader| __private::Ok(AlignedRef::Other {
                            0: __tag,
                            1: __reader
                                .get::<
                                    ::pool_codec::layout::Padded<
                                        &'decoder [u8; 4],
                                        { __PADDING_2 },
                                    >,
                                    0,
                                >()?,
                        }))
                }
            }
        }
    }
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Borrow<__L> for Aligned {
        type Ref<'decoder> = AlignedRef<'decoder>;
        fn own(__borrowed: &AlignedRef<'_>) -> Self {
            match __borrowed {
                AlignedRef::A {
                    kind: __field_0,
                    value: __field_1,
                    name: __field_2,
                    ..
                } => {
                    Aligned::A {
                        kind: <u8 as __private::Borrow<__private::Own>>::own(__field_0),
                        value: <::pool_codec::layout::Padded<
                            u32,
                            { __PADDING_0 },
                        > as __private::Borrow<__private::Own>>::own(__field_1),
                        name: <::pool_codec::layout::Padded<
                            Str<9>,
                            { __PADDING_1 },
                        > as __private::Borrow<__private::Own>>::own(__field_2),
                    }
                }
                AlignedRef::Other { 0: __tag, 1: __field_1, .. } => {
                    let __tag = *__tag;
                    Aligned::Other {
                        0: __tag,
                        1: <::pool_codec::layout::Padded<
                            [u8; 4],
                            { __PADDING_2 },
                        > as __private::Borrow<__private::Own>>::own(__field_1),
                    }
                }
            }
        }
        fn lend(__value: &Self) -> AlignedRef<'_> {
            match __value {
                Aligned::A { kind: __field_0, value: __field_1, name: __field_2, .. } => {
                    AlignedRef::A {
                        kind: <u8 as __private::Borrow<__private::Own>>::lend(__field_0),
                        value: <::pool_codec::layout::Padded<
                            u32,
                            { __PADDING_0 },
                        > as __private::Borrow<__private::Own>>::lend(__field_1),
                        name: <::pool_codec::layout::Padded<
                            Str<9>,
                            { __PADDING_1 },
                        > as __private::Borrow<__private::Own>>::lend(__field_2),
                    }
                }
                Aligned::Other { 0: __tag, 1: __field_1, .. } => {
                    let __tag = *__tag;
                    AlignedRef::Other {
                        0: __tag,
                        1: <::pool_codec::layout::Padded<
                            [u8; 4],
                            { __PADDING_2 },
                        > as __private::Borrow<__private::Own>>::lend(__field_1),
                    }
                }
            }
        }
    }
    #[automatically_derived]
    impl __private::ArrayElement for Aligned {}
    #[automatically_derived]
    impl __private::Covariant for Aligned {
        fn shorten<'short, 'long: 'short>(
            __borrowed: &'short AlignedRef<'long>,
        ) -> &'short AlignedRef<'short> {
            __borrowed
        }
    }
    #[automatically_derived]
    impl<'decoder> __private::From<AlignedRef<'decoder>> for Aligned {
        fn from(__borrowed: AlignedRef<'decoder>) -> Self {
            <Aligned as __private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl<'decoder> AlignedRef<'decoder> {
        /// Copies the message out of the decoder's input.
        #[must_use]
        fn into_owned(self) -> Aligned {
            <Aligned as __private::ZeroCopy>::from_borrowed(&self)
        }
    }
};

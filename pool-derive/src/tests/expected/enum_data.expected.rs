/// Borrowed form of [`Shape`]: variable-length fields point into the decoder's input.
///
#[derive(
    ::pool_codec::__private::Debug,
    ::pool_codec::__private::Clone,
    ::pool_codec::__private::Copy,
    ::pool_codec::__private::PartialEq
)]
pub enum ShapeRef<'decoder> {
    /// Variant `Empty` of [`Shape`].
    Empty,
    /// Round.
    Circle {
        /// Field `Circle.radius` of [`Shape`].
        radius: u32,
        /// Field `Circle.name` of [`Shape`].
        name: ::pool_codec::StrRef<'decoder, 8>,
    },
    /// Variant `Line` of [`Shape`].
    Line(
        /// Field `Line.0` of [`Shape`].
        (u8, u8),
    ),
    /// Variant `Other` of [`Shape`].
    Other(
        /// Field `Other.0` of [`Shape`].
        u16,
        /// Field `Other.1` of [`Shape`].
        ::pool_codec::BytesRef<'decoder, 255>,
    ),
}
const _: () = {
    use ::pool_codec::__private;
    /** A tag, and the fields of the variant that it names. The sizes are the tag's with those of the shortest and of the longest variant, in bytes.

| on the wire | type |
|---|---|
| the tag | `u16` |
| `Circle.radius` | `u32` |
| `Circle.name` | `Str<8>` |
| `Line.0` | `(u8, u8)` |
| `Other.0` | `u16` |
| `Other.1` | `Bytes<255>` |
*/
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Encode<__L> for Shape {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::checked(
            __private::Schema::with_reserved(
                __private::Schema::enumeration(
                    "Shape",
                    2,
                    const {
                        &[
                            __private::Variant::new("Empty", 0, const { &[] }),
                            __private::Variant::with_docs(
                                __private::Variant::new(
                                    "Circle",
                                    1,
                                    const {
                                        &[
                                            __private::Field::new(
                                                "Circle.radius",
                                                <u32 as __private::Encode<__private::Own>>::ENCODING,
                                            ),
                                            __private::Field::new(
                                                "Circle.name",
                                                <Str<8> as __private::Encode<__private::Own>>::ENCODING,
                                            ),
                                        ]
                                    },
                                ),
                                "Round.",
                            ),
                            __private::Variant::new(
                                "Line",
                                2,
                                const {
                                    &[
                                        __private::Field::new(
                                            "Line.0",
                                            <(u8, u8) as __private::Encode<__private::Own>>::ENCODING,
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
                                        <Bytes<255> as __private::Encode<__private::Own>>::ENCODING,
                                    ),
                                ]
                            },
                        )
                    }),
                ),
                &[(3, 3), (8, 15)],
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
                Shape::Empty { .. } => __writer.tag::<u16>(0),
                Shape::Circle { radius: __field_0, name: __field_1, .. } => {
                    __writer
                        .variant::<
                            u16,
                            1,
                        >(
                            1,
                            |__writer| {
                                __writer.put::<u32, 0>(__field_0)?;
                                __writer.put::<Str<8>, 1>(__field_1)?;
                                __private::Ok(())
                            },
                        )
                }
                Shape::Line { 0: __field_0, .. } => {
                    __writer
                        .variant::<
                            u16,
                            2,
                        >(
                            2,
                            |__writer| {
                                __writer.put::<(u8, u8), 0>(__field_0)?;
                                __private::Ok(())
                            },
                        )
                }
                Shape::Other { 0: __tag, 1: __field_1, .. } => {
                    __writer.check_other::<u16>(__tag, &[0, 1, 2])?;
                    __writer
                        .variant::<
                            u16,
                            3,
                        >(
                            *__tag,
                            |__writer| {
                                __writer.put::<Bytes<255>, 0>(__field_1)?;
                                __private::Ok(())
                            },
                        )
                }
            }
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L> for Shape {
        const FACTS: __private::Facts = __private::Facts::checked(
            __private::Facts::of_fields(
                &[
                    <u32 as __private::Decode<'decoder, __private::Own>>::FACTS,
                    <Str<8> as __private::Decode<'decoder, __private::Own>>::FACTS,
                    <(u8, u8) as __private::Decode<'decoder, __private::Own>>::FACTS,
                    <u16 as __private::Decode<'decoder, __private::Own>>::FACTS,
                    <Bytes<255> as __private::Decode<'decoder, __private::Own>>::FACTS,
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
                0 => __private::Ok(Shape::Empty {}),
                1 => {
                    __reader
                        .variant::<
                            1,
                            _,
                        >(|__reader| __private::Ok(Shape::Circle {
                            radius: __reader.get::<u32, 0>()?,
                            name: __reader.get::<Str<8>, 1>()?,
                        }))
                }
                2 => {
                    __reader
                        .variant::<
                            2,
                            _,
                        >(|__reader| __private::Ok(Shape::Line {
                            0: __reader.get::<(u8, u8), 0>()?,
                            1: <Cache as __private::Default>::default(),
                        }))
                }
                __tag => {
                    __reader
                        .variant::<
                            3,
                            _,
                        >(|__reader| __private::Ok(Shape::Other {
                            0: __tag,
                            1: __reader.get::<Bytes<255>, 0>()?,
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
                (1, Shape::Circle { radius: __field_0, name: __field_1, .. }) => {
                    __reader
                        .variant::<
                            1,
                            _,
                        >(|__reader| {
                            __reader.refill::<u32, 0>(__field_0)?;
                            __reader.refill::<Str<8>, 1>(__field_1)?;
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
    #[automatically_derived]
    impl __private::Frame for Shape {
        type Owned = Shape;
        const ID: u32 = 3;
        const NAME: &'static str = "Shape";
    }
    const _: &__private::Schema = <Shape as __private::Encode<__private::Own>>::ENCODING;
    /// The bytes, and so the sizes, of [`Shape`].
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Encode<__L>
    for ShapeRef<'decoder> {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::borrowed(
            <Shape as __private::Encode<__private::Own>>::ENCODING,
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
                ShapeRef::Empty { .. } => __writer.tag::<u16>(0),
                ShapeRef::Circle { radius: __field_0, name: __field_1, .. } => {
                    __writer
                        .variant::<
                            u16,
                            1,
                        >(
                            1,
                            |__writer| {
                                __writer.put::<u32, 0>(__field_0)?;
                                __writer
                                    .put::<::pool_codec::StrRef<'decoder, 8>, 1>(__field_1)?;
                                __private::Ok(())
                            },
                        )
                }
                ShapeRef::Line { 0: __field_0, .. } => {
                    __writer
                        .variant::<
                            u16,
                            2,
                        >(
                            2,
                            |__writer| {
                                __writer.put::<(u8, u8), 0>(__field_0)?;
                                __private::Ok(())
                            },
                        )
                }
                ShapeRef::Other { 0: __tag, 1: __field_1, .. } => {
                    __writer.check_other::<u16>(__tag, &[0, 1, 2])?;
                    __writer
                        .variant::<
                            u16,
                            3,
                        >(
                            *__tag,
                            |__writer| {
                                __writer
                                    .put::<
                                        ::pool_codec::BytesRef<'decoder, 255>,
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
    for ShapeRef<'decoder> {
        const FACTS: __private::Facts = __private::Facts::checked(
            __private::Facts::of_fields(
                &[
                    <u32 as __private::Decode<'decoder, __private::Own>>::FACTS,
                    <::pool_codec::StrRef<
                        'decoder,
                        8,
                    > as __private::Decode<'decoder, __private::Own>>::FACTS,
                    <(u8, u8) as __private::Decode<'decoder, __private::Own>>::FACTS,
                    <u16 as __private::Decode<'decoder, __private::Own>>::FACTS,
                    <::pool_codec::BytesRef<
                        'decoder,
                        255,
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
                0 => __private::Ok(ShapeRef::Empty {}),
                1 => {
                    __reader
                        .variant::<
                            1,
                            _,
                        >(|__reader| __private::Ok(ShapeRef::Circle {
                            radius: __reader.get::<u32, 0>()?,
                            name: __reader.get::<::pool_codec::StrRef<'decoder, 8>, 1>()?,
                        }))
                }
                2 => {
                    __reader
                        .variant::<
                            2,
                            _,
                        >(|__reader| __private::Ok(ShapeRef::Line {
                            0: __reader.get::<(u8, u8), 0>()?,
                        }))
                }
                __tag => {
                    __reader
                        .variant::<
                            3,
                            _,
                        >(|__reader| __private::Ok(ShapeRef::Other {
                            0: __tag,
                            1: __reader
                                .get::<::pool_codec::BytesRef<'decoder, 255>, 0>()?,
                        }))
                }
            }
        }
    }
    #[automatically_derived]
    impl<'decoder> __private::Frame for ShapeRef<'decoder> {
        type Owned = Shape;
        const ID: u32 = 3;
        const NAME: &'static str = "Shape";
    }
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Borrow<__L> for Shape {
        type Ref<'decoder> = ShapeRef<'decoder>;
        fn own(__borrowed: &ShapeRef<'_>) -> Self {
            match __borrowed {
                ShapeRef::Empty { .. } => Shape::Empty {},
                ShapeRef::Circle { radius: __field_0, name: __field_1, .. } => {
                    Shape::Circle {
                        radius: <u32 as __private::Borrow<
                            __private::Own,
                        >>::own(__field_0),
                        name: <Str<
                            8,
                        > as __private::Borrow<__private::Own>>::own(__field_1),
                    }
                }
                ShapeRef::Line { 0: __field_0, .. } => {
                    Shape::Line {
                        0: <(
                            u8,
                            u8,
                        ) as __private::Borrow<__private::Own>>::own(__field_0),
                        1: <Cache as __private::Default>::default(),
                    }
                }
                ShapeRef::Other { 0: __tag, 1: __field_1, .. } => {
                    let __tag = *__tag;
                    Shape::Other {
                        0: __tag,
                        1: <Bytes<
                            255,
                        > as __private::Borrow<__private::Own>>::own(__field_1),
                    }
                }
            }
        }
        fn lend(__value: &Self) -> ShapeRef<'_> {
            match __value {
                Shape::Empty { .. } => ShapeRef::Empty {},
                Shape::Circle { radius: __field_0, name: __field_1, .. } => {
                    ShapeRef::Circle {
                        radius: <u32 as __private::Borrow<
                            __private::Own,
                        >>::lend(__field_0),
                        name: <Str<
                            8,
                        > as __private::Borrow<__private::Own>>::lend(__field_1),
                    }
                }
                Shape::Line { 0: __field_0, .. } => {
                    ShapeRef::Line {
                        0: <(
                            u8,
                            u8,
                        ) as __private::Borrow<__private::Own>>::lend(__field_0),
                    }
                }
                Shape::Other { 0: __tag, 1: __field_1, .. } => {
                    let __tag = *__tag;
                    ShapeRef::Other {
                        0: __tag,
                        1: <Bytes<
                            255,
                        > as __private::Borrow<__private::Own>>::lend(__field_1),
                    }
                }
            }
        }
    }
    #[automatically_derived]
    impl __private::ArrayElement for Shape {}
    #[automatically_derived]
    impl __private::Covariant for Shape {
        fn shorten<'short, 'long: 'short>(
            __borrowed: &'short ShapeRef<'long>,
        ) -> &'short ShapeRef<'short> {
            __borrowed
        }
    }
    #[automatically_derived]
    impl<'decoder> __private::From<ShapeRef<'decoder>> for Shape {
        fn from(__borrowed: ShapeRef<'decoder>) -> Self {
            <Shape as __private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl<'decoder> ShapeRef<'decoder> {
        /// Copies the message out of the decoder's input.
        #[must_use]
        pub fn into_owned(self) -> Shape {
            <Shape as __private::ZeroCopy>::from_borrowed(&self)
        }
    }
};

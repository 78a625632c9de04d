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
    /** A tag, and the fields of the variant that it stands for. The sizes are the tag's with those of the shortest and of the longest variant, in bytes.

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
    impl ::pool_codec::__private::Wire for Shape {
        const MIN_SIZE: usize = ::pool_codec::__private::sum(
            &[
                2,
                ::pool_codec::__private::min(
                    &[
                        ::pool_codec::__private::sum(&[]),
                        ::pool_codec::__private::sum(
                            &[
                                <u32 as ::pool_codec::__private::Wire>::MIN_SIZE,
                                <Str<8> as ::pool_codec::__private::Wire>::MIN_SIZE,
                            ],
                        ),
                        ::pool_codec::__private::sum(
                            &[<(u8, u8) as ::pool_codec::__private::Wire>::MIN_SIZE],
                        ),
                        ::pool_codec::__private::sum(
                            &[<Bytes<255> as ::pool_codec::__private::Wire>::MIN_SIZE],
                        ),
                    ],
                ),
            ],
        );
        const MAX_SIZE: usize = ::pool_codec::__private::sum(
            &[
                2,
                ::pool_codec::__private::max(
                    &[
                        ::pool_codec::__private::sum(&[]),
                        ::pool_codec::__private::sum(
                            &[
                                <u32 as ::pool_codec::__private::Wire>::MAX_SIZE,
                                <Str<8> as ::pool_codec::__private::Wire>::MAX_SIZE,
                            ],
                        ),
                        ::pool_codec::__private::sum(
                            &[<(u8, u8) as ::pool_codec::__private::Wire>::MAX_SIZE],
                        ),
                        ::pool_codec::__private::sum(
                            &[<Bytes<255> as ::pool_codec::__private::Wire>::MAX_SIZE],
                        ),
                    ],
                ),
            ],
        );
        const MAX_HEAP: usize = ::pool_codec::__private::sum(
            &[
                0,
                ::pool_codec::__private::max(
                    &[
                        ::pool_codec::__private::sum(&[]),
                        ::pool_codec::__private::sum(
                            &[
                                <u32 as ::pool_codec::__private::Wire>::MAX_HEAP,
                                <Str<8> as ::pool_codec::__private::Wire>::MAX_HEAP,
                            ],
                        ),
                        ::pool_codec::__private::sum(
                            &[<(u8, u8) as ::pool_codec::__private::Wire>::MAX_HEAP],
                        ),
                        ::pool_codec::__private::sum(
                            &[<Bytes<255> as ::pool_codec::__private::Wire>::MAX_HEAP],
                        ),
                    ],
                ),
            ],
        );
        const MAX_OVERHEAD: usize = ::pool_codec::__private::sum(
            &[
                0,
                ::pool_codec::__private::max(
                    &[
                        ::pool_codec::__private::sum(&[]),
                        ::pool_codec::__private::sum(
                            &[
                                <u32 as ::pool_codec::__private::Wire>::MAX_OVERHEAD,
                                <Str<8> as ::pool_codec::__private::Wire>::MAX_OVERHEAD,
                            ],
                        ),
                        ::pool_codec::__private::sum(
                            &[<(u8, u8) as ::pool_codec::__private::Wire>::MAX_OVERHEAD],
                        ),
                        ::pool_codec::__private::sum(
                            &[
                                <Bytes<255> as ::pool_codec::__private::Wire>::MAX_OVERHEAD,
                            ],
                        ),
                    ],
                ),
            ],
        );
        const HEAP_PER_BYTE: usize = ::pool_codec::__private::max(
            &[
                <u32 as ::pool_codec::__private::Wire>::HEAP_PER_BYTE,
                <Str<8> as ::pool_codec::__private::Wire>::HEAP_PER_BYTE,
                <(u8, u8) as ::pool_codec::__private::Wire>::HEAP_PER_BYTE,
                <u16 as ::pool_codec::__private::Wire>::HEAP_PER_BYTE,
                <Bytes<255> as ::pool_codec::__private::Wire>::HEAP_PER_BYTE,
            ],
        );
        const PLAIN: bool = false;
        const SCHEMA: &'static ::pool_codec::__private::Schema = &::pool_codec::__private::Schema::Enum {
            name: "Shape",
            max_size: <Shape as ::pool_codec::__private::Wire>::MAX_SIZE,
            max_trailing: <Shape as ::pool_codec::__private::Wire>::MAX_TRAILING,
            tag: 2,
            variants: &[
                ::pool_codec::__private::Variant {
                    name: "Empty",
                    tag: 0,
                    fields: &[],
                },
                ::pool_codec::__private::Variant {
                    name: "Circle",
                    tag: 1,
                    fields: &[
                        ::pool_codec::__private::Field {
                            name: "radius",
                            min_size: <u32 as ::pool_codec::__private::Wire>::MIN_SIZE,
                            max_size: <u32 as ::pool_codec::__private::Wire>::MAX_SIZE,
                            optional: false,
                            schema: <u32 as ::pool_codec::__private::Wire>::SCHEMA,
                        },
                        ::pool_codec::__private::Field {
                            name: "name",
                            min_size: <Str<
                                8,
                            > as ::pool_codec::__private::Wire>::MIN_SIZE,
                            max_size: <Str<
                                8,
                            > as ::pool_codec::__private::Wire>::MAX_SIZE,
                            optional: false,
                            schema: <Str<8> as ::pool_codec::__private::Wire>::SCHEMA,
                        },
                    ],
                },
                ::pool_codec::__private::Variant {
                    name: "Line",
                    tag: 2,
                    fields: &[
                        ::pool_codec::__private::Field {
                            name: "0",
                            min_size: <(
                                u8,
                                u8,
                            ) as ::pool_codec::__private::Wire>::MIN_SIZE,
                            max_size: <(
                                u8,
                                u8,
                            ) as ::pool_codec::__private::Wire>::MAX_SIZE,
                            optional: false,
                            schema: <(u8, u8) as ::pool_codec::__private::Wire>::SCHEMA,
                        },
                    ],
                },
            ],
            other: ::pool_codec::__private::Some(
                &::pool_codec::__private::Variant {
                    name: "Other",
                    tag: 0,
                    fields: &[
                        ::pool_codec::__private::Field {
                            name: "1",
                            min_size: <Bytes<
                                255,
                            > as ::pool_codec::__private::Wire>::MIN_SIZE,
                            max_size: <Bytes<
                                255,
                            > as ::pool_codec::__private::Wire>::MAX_SIZE,
                            optional: false,
                            schema: <Bytes<255> as ::pool_codec::__private::Wire>::SCHEMA,
                        },
                    ],
                },
            ),
        };
    }
    #[automatically_derived]
    impl ::pool_codec::__private::OwnLayout for Shape {}
    #[automatically_derived]
    impl ::pool_codec::__private::ArrayElement for Shape {}
    const _: () = ::pool_codec::__private::check_type(
        "Shape",
        <Shape as ::pool_codec::__private::Wire>::MAX_SIZE,
        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
    );
    #[automatically_derived]
    impl ::pool_codec::__private::Encodable for Shape {
        #[inline]
        fn encoded_len(&self) -> usize {
            if <Shape as ::pool_codec::__private::Wire>::MIN_SIZE
                == <Shape as ::pool_codec::__private::Wire>::MAX_SIZE
            {
                return <Shape as ::pool_codec::__private::Wire>::MIN_SIZE;
            }
            ::pool_codec::__private::sum(
                &[
                    2,
                    match self {
                        Shape::Circle { radius: __field_0, name: __field_1, .. } => {
                            ::pool_codec::__private::sum(
                                &[
                                    <u32 as ::pool_codec::__private::Encodable>::encoded_len(
                                        __field_0,
                                    ),
                                    <Str<
                                        8,
                                    > as ::pool_codec::__private::Encodable>::encoded_len(
                                        __field_1,
                                    ),
                                ],
                            )
                        }
                        Shape::Line { 0: __field_0, .. } => {
                            ::pool_codec::__private::sum(
                                &[
                                    <(
                                        u8,
                                        u8,
                                    ) as ::pool_codec::__private::Encodable>::encoded_len(
                                        __field_0,
                                    ),
                                ],
                            )
                        }
                        Shape::Other { 1: __field_1, .. } => {
                            ::pool_codec::__private::sum(
                                &[
                                    <Bytes<
                                        255,
                                    > as ::pool_codec::__private::Encodable>::encoded_len(
                                        __field_1,
                                    ),
                                ],
                            )
                        }
                        _ => 0,
                    },
                ],
            )
        }
        #[inline]
        fn encode_to(
            &self,
            __encoder: &mut ::pool_codec::__private::Encoder<'_>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::EncodeError> {
            let __tag: u16 = match self {
                Shape::Empty { .. } => 0,
                Shape::Circle { .. } => 1,
                Shape::Line { .. } => 2,
                Shape::Other { 0: __tag, .. } => {
                    const __KNOWN: &[u16] = &[0, 1, 2];
                    if __KNOWN.contains(__tag) {
                        return ::pool_codec::__private::Err(
                            ::pool_codec::__private::invalid_encode(
                                "the tag is that of another variant",
                                <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                        );
                    }
                    *__tag
                }
            };
            if let ::pool_codec::__private::Err(__error) = <u16 as ::pool_codec::__private::Encodable>::encode_to(
                &__tag,
                __encoder,
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Shape as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            match self {
                Shape::Circle { radius: __field_0, name: __field_1, .. } => {
                    let __variant = |
                        __encoder: &mut ::pool_codec::__private::Encoder<'_>,
                    | -> ::pool_codec::__private::Result<
                        (),
                        ::pool_codec::__private::EncodeError,
                    > {
                        if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                            __encoder,
                            const {
                                ::pool_codec::__private::run_size(
                                    ::pool_codec::__private::fields_of(
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                        1,
                                    ),
                                    0,
                                )
                            },
                        ) {
                            return ::pool_codec::__private::Err(
                                __error
                                    .in_message(
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                    ),
                            );
                        }
                        if let ::pool_codec::__private::Err(__error) = <u32 as ::pool_codec::__private::Encodable>::encode_to(
                            __field_0,
                            __encoder,
                        ) {
                            return ::pool_codec::__private::Err(
                                __error
                                    .in_field(
                                        "Circle.radius",
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                    ),
                            );
                        }
                        if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                            __encoder,
                            const {
                                ::pool_codec::__private::run_size(
                                    ::pool_codec::__private::fields_of(
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                        1,
                                    ),
                                    1,
                                )
                            },
                        ) {
                            return ::pool_codec::__private::Err(
                                __error
                                    .in_message(
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                    ),
                            );
                        }
                        if let ::pool_codec::__private::Err(__error) = <Str<
                            8,
                        > as ::pool_codec::__private::Encodable>::encode_to(
                            __field_1,
                            __encoder,
                        ) {
                            return ::pool_codec::__private::Err(
                                __error
                                    .in_field(
                                        "Circle.name",
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                    ),
                            );
                        }
                        ::pool_codec::__private::Ok(())
                    };
                    __variant(__encoder)
                }
                Shape::Line { 0: __field_0, .. } => {
                    let __variant = |
                        __encoder: &mut ::pool_codec::__private::Encoder<'_>,
                    | -> ::pool_codec::__private::Result<
                        (),
                        ::pool_codec::__private::EncodeError,
                    > {
                        if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                            __encoder,
                            const {
                                ::pool_codec::__private::run_size(
                                    ::pool_codec::__private::fields_of(
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                        2,
                                    ),
                                    0,
                                )
                            },
                        ) {
                            return ::pool_codec::__private::Err(
                                __error
                                    .in_message(
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                    ),
                            );
                        }
                        if let ::pool_codec::__private::Err(__error) = <(
                            u8,
                            u8,
                        ) as ::pool_codec::__private::Encodable>::encode_to(
                            __field_0,
                            __encoder,
                        ) {
                            return ::pool_codec::__private::Err(
                                __error
                                    .in_field(
                                        "Line.0",
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                    ),
                            );
                        }
                        ::pool_codec::__private::Ok(())
                    };
                    __variant(__encoder)
                }
                Shape::Other { 1: __field_1, .. } => {
                    let __variant = |
                        __encoder: &mut ::pool_codec::__private::Encoder<'_>,
                    | -> ::pool_codec::__private::Result<
                        (),
                        ::pool_codec::__private::EncodeError,
                    > {
                        if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                            __encoder,
                            const {
                                ::pool_codec::__private::run_size(
                                    ::pool_codec::__private::fields_of(
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                        3,
                                    ),
                                    0,
                                )
                            },
                        ) {
                            return ::pool_codec::__private::Err(
                                __error
                                    .in_message(
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                    ),
                            );
                        }
                        if let ::pool_codec::__private::Err(__error) = <Bytes<
                            255,
                        > as ::pool_codec::__private::Encodable>::encode_to(
                            __field_1,
                            __encoder,
                        ) {
                            return ::pool_codec::__private::Err(
                                __error
                                    .in_field(
                                        "Other.1",
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                    ),
                            );
                        }
                        ::pool_codec::__private::Ok(())
                    };
                    __variant(__encoder)
                }
                _ => ::pool_codec::__private::Ok(()),
            }
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Decodable<'decoder> for Shape {
        #[inline]
        fn decode_from(
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<
            Self,
            ::pool_codec::__private::DecodeError,
        > {
            let __tag = match <u16 as ::pool_codec::__private::Decodable<
                'decoder,
            >>::decode_from(__decoder) {
                ::pool_codec::__private::Ok(__tag) => __tag,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_message(<Shape as ::pool_codec::__private::Wire>::SCHEMA),
                    );
                }
            };
            match __tag {
                0 => ::pool_codec::__private::Ok(Shape::Empty {}),
                1 => {
                    let __variant = |
                        __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
                    | -> ::pool_codec::__private::Result<
                        Shape,
                        ::pool_codec::__private::DecodeError,
                    > {
                        const __LABELS: &[&str] = &["Circle.radius", "Circle.name"];
                        if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                            __decoder,
                            const {
                                ::pool_codec::__private::run_size(
                                    ::pool_codec::__private::fields_of(
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                        1,
                                    ),
                                    0,
                                )
                            },
                            const {
                                &::pool_codec::__private::Run {
                                    schema: <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                    variant: 1,
                                    labels: __LABELS,
                                    index: 0,
                                }
                            },
                        ) {
                            return ::pool_codec::__private::Err(__error);
                        }
                        let __field_0 = match <u32 as ::pool_codec::__private::Decodable<
                            'decoder,
                        >>::decode_from(__decoder) {
                            ::pool_codec::__private::Ok(__value) => __value,
                            ::pool_codec::__private::Err(__error) => {
                                return ::pool_codec::__private::Err(
                                    __error
                                        .in_field(
                                            "Circle.radius",
                                            <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                        ),
                                );
                            }
                        };
                        if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                            __decoder,
                            const {
                                ::pool_codec::__private::run_size(
                                    ::pool_codec::__private::fields_of(
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                        1,
                                    ),
                                    1,
                                )
                            },
                            const {
                                &::pool_codec::__private::Run {
                                    schema: <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                    variant: 1,
                                    labels: __LABELS,
                                    index: 1,
                                }
                            },
                        ) {
                            return ::pool_codec::__private::Err(__error);
                        }
                        let __field_1 = match <Str<
                            8,
                        > as ::pool_codec::__private::Decodable<
                            'decoder,
                        >>::decode_from(__decoder) {
                            ::pool_codec::__private::Ok(__value) => __value,
                            ::pool_codec::__private::Err(__error) => {
                                return ::pool_codec::__private::Err(
                                    __error
                                        .in_field(
                                            "Circle.name",
                                            <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                        ),
                                );
                            }
                        };
                        ::pool_codec::__private::Ok(Shape::Circle {
                            radius: __field_0,
                            name: __field_1,
                        })
                    };
                    __variant(__decoder)
                }
                2 => {
                    let __variant = |
                        __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
                    | -> ::pool_codec::__private::Result<
                        Shape,
                        ::pool_codec::__private::DecodeError,
                    > {
                        const __LABELS: &[&str] = &["Line.0"];
                        if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                            __decoder,
                            const {
                                ::pool_codec::__private::run_size(
                                    ::pool_codec::__private::fields_of(
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                        2,
                                    ),
                                    0,
                                )
                            },
                            const {
                                &::pool_codec::__private::Run {
                                    schema: <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                    variant: 2,
                                    labels: __LABELS,
                                    index: 0,
                                }
                            },
                        ) {
                            return ::pool_codec::__private::Err(__error);
                        }
                        let __field_0 = match <(
                            u8,
                            u8,
                        ) as ::pool_codec::__private::Decodable<
                            'decoder,
                        >>::decode_from(__decoder) {
                            ::pool_codec::__private::Ok(__value) => __value,
                            ::pool_codec::__private::Err(__error) => {
                                return ::pool_codec::__private::Err(
                                    __error
                                        .in_field(
                                            "Line.0",
                                            <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                        ),
                                );
                            }
                        };
                        ::pool_codec::__private::Ok(Shape::Line {
                            0: __field_0,
                            1: <Cache as ::pool_codec::__private::Default>::default(),
                        })
                    };
                    __variant(__decoder)
                }
                _ => {
                    let __variant = |
                        __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
                    | -> ::pool_codec::__private::Result<
                        Shape,
                        ::pool_codec::__private::DecodeError,
                    > {
                        const __LABELS: &[&str] = &["Other.1"];
                        if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                            __decoder,
                            const {
                                ::pool_codec::__private::run_size(
                                    ::pool_codec::__private::fields_of(
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                        3,
                                    ),
                                    0,
                                )
                            },
                            const {
                                &::pool_codec::__private::Run {
                                    schema: <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                    variant: 3,
                                    labels: __LABELS,
                                    index: 0,
                                }
                            },
                        ) {
                            return ::pool_codec::__private::Err(__error);
                        }
                        let __field_1 = match <Bytes<
                            255,
                        > as ::pool_codec::__private::Decodable<
                            'decoder,
                        >>::decode_from(__decoder) {
                            ::pool_codec::__private::Ok(__value) => __value,
                            ::pool_codec::__private::Err(__error) => {
                                return ::pool_codec::__private::Err(
                                    __error
                                        .in_field(
                                            "Other.1",
                                            <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                        ),
                                );
                            }
                        };
                        ::pool_codec::__private::Ok(Shape::Other {
                            0: __tag,
                            1: __field_1,
                        })
                    };
                    __variant(__decoder)
                }
            }
        }
        #[inline]
        fn refill_from(
            &mut self,
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::DecodeError> {
            let __before = *__decoder;
            let __tag = match <u16 as ::pool_codec::__private::Decodable<
                'decoder,
            >>::decode_from(__decoder) {
                ::pool_codec::__private::Ok(__tag) => __tag,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_message(<Shape as ::pool_codec::__private::Wire>::SCHEMA),
                    );
                }
            };
            match (__tag, &mut *self) {
                (1, Shape::Circle { radius: __field_0, name: __field_1, .. }) => {
                    let mut __variant = |
                        __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
                    | -> ::pool_codec::__private::Result<
                        (),
                        ::pool_codec::__private::DecodeError,
                    > {
                        const __LABELS: &[&str] = &["Circle.radius", "Circle.name"];
                        if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                            __decoder,
                            const {
                                ::pool_codec::__private::run_size(
                                    ::pool_codec::__private::fields_of(
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                        1,
                                    ),
                                    0,
                                )
                            },
                            const {
                                &::pool_codec::__private::Run {
                                    schema: <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                    variant: 1,
                                    labels: __LABELS,
                                    index: 0,
                                }
                            },
                        ) {
                            return ::pool_codec::__private::Err(__error);
                        }
                        if let ::pool_codec::__private::Err(__error) = <u32 as ::pool_codec::__private::Decodable<
                            'decoder,
                        >>::refill_from(__field_0, __decoder) {
                            return ::pool_codec::__private::Err(
                                __error
                                    .in_field(
                                        "Circle.radius",
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                    ),
                            );
                        }
                        if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                            __decoder,
                            const {
                                ::pool_codec::__private::run_size(
                                    ::pool_codec::__private::fields_of(
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                        1,
                                    ),
                                    1,
                                )
                            },
                            const {
                                &::pool_codec::__private::Run {
                                    schema: <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                    variant: 1,
                                    labels: __LABELS,
                                    index: 1,
                                }
                            },
                        ) {
                            return ::pool_codec::__private::Err(__error);
                        }
                        if let ::pool_codec::__private::Err(__error) = <Str<
                            8,
                        > as ::pool_codec::__private::Decodable<
                            'decoder,
                        >>::refill_from(__field_1, __decoder) {
                            return ::pool_codec::__private::Err(
                                __error
                                    .in_field(
                                        "Circle.name",
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                    ),
                            );
                        }
                        ::pool_codec::__private::Ok(())
                    };
                    if let ::pool_codec::__private::Err(__error) = __variant(__decoder) {
                        return ::pool_codec::__private::Err(__error);
                    }
                }
                _ => {
                    *__decoder = __before;
                    match <Shape as ::pool_codec::__private::Decodable<
                        'decoder,
                    >>::decode_from(__decoder) {
                        ::pool_codec::__private::Ok(__value) => *self = __value,
                        ::pool_codec::__private::Err(__error) => {
                            return ::pool_codec::__private::Err(__error);
                        }
                    }
                    return ::pool_codec::__private::Ok(());
                }
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Fields for Shape {
        fn visit_fields<__V: ::pool_codec::__private::FieldVisitor>(
            &self,
            __visitor: &mut __V,
        ) {
            match self {
                Shape::Circle { radius: __field_0, name: __field_1, .. } => {
                    let _ = <u32 as ::pool_codec::__private::Encodable>::encoded_len;
                    ::pool_codec::__private::FieldVisitor::field::<
                        u32,
                    >(__visitor, "radius", __field_0);
                    let _ = <Str<8> as ::pool_codec::__private::Encodable>::encoded_len;
                    ::pool_codec::__private::FieldVisitor::field::<
                        Str<8>,
                    >(__visitor, "name", __field_1);
                }
                Shape::Line { 0: __field_0, .. } => {
                    let _ = <(
                        u8,
                        u8,
                    ) as ::pool_codec::__private::Encodable>::encoded_len;
                    ::pool_codec::__private::FieldVisitor::field::<
                        (u8, u8),
                    >(__visitor, "0", __field_0);
                }
                Shape::Other { 1: __field_1, .. } => {
                    let _ = <Bytes<
                        255,
                    > as ::pool_codec::__private::Encodable>::encoded_len;
                    ::pool_codec::__private::FieldVisitor::field::<
                        Bytes<255>,
                    >(__visitor, "1", __field_1);
                }
                _ => {}
            }
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Frame for Shape {
        const ID: u32 = 3;
        const NAME: &'static str = "Shape";
    }
    /// The bytes, and so the sizes, of [`Shape`].
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Wire for ShapeRef<'decoder> {
        const MIN_SIZE: usize = <Shape as ::pool_codec::__private::Wire>::MIN_SIZE;
        const MAX_SIZE: usize = <Shape as ::pool_codec::__private::Wire>::MAX_SIZE;
        const MAX_HEAP: usize = 0;
        const PLAIN: bool = <Shape as ::pool_codec::__private::Wire>::PLAIN;
        const MAX_TRAILING: usize = <Shape as ::pool_codec::__private::Wire>::MAX_TRAILING;
        const SCHEMA: &'static ::pool_codec::__private::Schema = <Shape as ::pool_codec::__private::Wire>::SCHEMA;
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::OwnLayout for ShapeRef<'decoder> {}
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Encodable for ShapeRef<'decoder> {
        #[inline]
        fn encoded_len(&self) -> usize {
            if <Shape as ::pool_codec::__private::Wire>::MIN_SIZE
                == <Shape as ::pool_codec::__private::Wire>::MAX_SIZE
            {
                return <Shape as ::pool_codec::__private::Wire>::MIN_SIZE;
            }
            ::pool_codec::__private::sum(
                &[
                    2,
                    match self {
                        ShapeRef::Circle { radius: __field_0, name: __field_1, .. } => {
                            ::pool_codec::__private::sum(
                                &[
                                    <u32 as ::pool_codec::__private::Encodable>::encoded_len(
                                        __field_0,
                                    ),
                                    <::pool_codec::StrRef<
                                        'decoder,
                                        8,
                                    > as ::pool_codec::__private::Encodable>::encoded_len(
                                        __field_1,
                                    ),
                                ],
                            )
                        }
                        ShapeRef::Line { 0: __field_0, .. } => {
                            ::pool_codec::__private::sum(
                                &[
                                    <(
                                        u8,
                                        u8,
                                    ) as ::pool_codec::__private::Encodable>::encoded_len(
                                        __field_0,
                                    ),
                                ],
                            )
                        }
                        ShapeRef::Other { 1: __field_1, .. } => {
                            ::pool_codec::__private::sum(
                                &[
                                    <::pool_codec::BytesRef<
                                        'decoder,
                                        255,
                                    > as ::pool_codec::__private::Encodable>::encoded_len(
                                        __field_1,
                                    ),
                                ],
                            )
                        }
                        _ => 0,
                    },
                ],
            )
        }
        #[inline]
        fn encode_to(
            &self,
            __encoder: &mut ::pool_codec::__private::Encoder<'_>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::EncodeError> {
            let __tag: u16 = match self {
                ShapeRef::Empty { .. } => 0,
                ShapeRef::Circle { .. } => 1,
                ShapeRef::Line { .. } => 2,
                ShapeRef::Other { 0: __tag, .. } => {
                    const __KNOWN: &[u16] = &[0, 1, 2];
                    if __KNOWN.contains(__tag) {
                        return ::pool_codec::__private::Err(
                            ::pool_codec::__private::invalid_encode(
                                "the tag is that of another variant",
                                <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                        );
                    }
                    *__tag
                }
            };
            if let ::pool_codec::__private::Err(__error) = <u16 as ::pool_codec::__private::Encodable>::encode_to(
                &__tag,
                __encoder,
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Shape as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            match self {
                ShapeRef::Circle { radius: __field_0, name: __field_1, .. } => {
                    let __variant = |
                        __encoder: &mut ::pool_codec::__private::Encoder<'_>,
                    | -> ::pool_codec::__private::Result<
                        (),
                        ::pool_codec::__private::EncodeError,
                    > {
                        if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                            __encoder,
                            const {
                                ::pool_codec::__private::run_size(
                                    ::pool_codec::__private::fields_of(
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                        1,
                                    ),
                                    0,
                                )
                            },
                        ) {
                            return ::pool_codec::__private::Err(
                                __error
                                    .in_message(
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                    ),
                            );
                        }
                        if let ::pool_codec::__private::Err(__error) = <u32 as ::pool_codec::__private::Encodable>::encode_to(
                            __field_0,
                            __encoder,
                        ) {
                            return ::pool_codec::__private::Err(
                                __error
                                    .in_field(
                                        "Circle.radius",
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                    ),
                            );
                        }
                        if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                            __encoder,
                            const {
                                ::pool_codec::__private::run_size(
                                    ::pool_codec::__private::fields_of(
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                        1,
                                    ),
                                    1,
                                )
                            },
                        ) {
                            return ::pool_codec::__private::Err(
                                __error
                                    .in_message(
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                    ),
                            );
                        }
                        if let ::pool_codec::__private::Err(__error) = <::pool_codec::StrRef<
                            'decoder,
                            8,
                        > as ::pool_codec::__private::Encodable>::encode_to(
                            __field_1,
                            __encoder,
                        ) {
                            return ::pool_codec::__private::Err(
                                __error
                                    .in_field(
                                        "Circle.name",
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                    ),
                            );
                        }
                        ::pool_codec::__private::Ok(())
                    };
                    __variant(__encoder)
                }
                ShapeRef::Line { 0: __field_0, .. } => {
                    let __variant = |
                        __encoder: &mut ::pool_codec::__private::Encoder<'_>,
                    | -> ::pool_codec::__private::Result<
                        (),
                        ::pool_codec::__private::EncodeError,
                    > {
                        if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                            __encoder,
                            const {
                                ::pool_codec::__private::run_size(
                                    ::pool_codec::__private::fields_of(
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                        2,
                                    ),
                                    0,
                                )
                            },
                        ) {
                            return ::pool_codec::__private::Err(
                                __error
                                    .in_message(
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                    ),
                            );
                        }
                        if let ::pool_codec::__private::Err(__error) = <(
                            u8,
                            u8,
                        ) as ::pool_codec::__private::Encodable>::encode_to(
                            __field_0,
                            __encoder,
                        ) {
                            return ::pool_codec::__private::Err(
                                __error
                                    .in_field(
                                        "Line.0",
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                    ),
                            );
                        }
                        ::pool_codec::__private::Ok(())
                    };
                    __variant(__encoder)
                }
                ShapeRef::Other { 1: __field_1, .. } => {
                    let __variant = |
                        __encoder: &mut ::pool_codec::__private::Encoder<'_>,
                    | -> ::pool_codec::__private::Result<
                        (),
                        ::pool_codec::__private::EncodeError,
                    > {
                        if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                            __encoder,
                            const {
                                ::pool_codec::__private::run_size(
                                    ::pool_codec::__private::fields_of(
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                        3,
                                    ),
                                    0,
                                )
                            },
                        ) {
                            return ::pool_codec::__private::Err(
                                __error
                                    .in_message(
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                    ),
                            );
                        }
                        if let ::pool_codec::__private::Err(__error) = <::pool_codec::BytesRef<
                            'decoder,
                            255,
                        > as ::pool_codec::__private::Encodable>::encode_to(
                            __field_1,
                            __encoder,
                        ) {
                            return ::pool_codec::__private::Err(
                                __error
                                    .in_field(
                                        "Other.1",
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                    ),
                            );
                        }
                        ::pool_codec::__private::Ok(())
                    };
                    __variant(__encoder)
                }
                _ => ::pool_codec::__private::Ok(()),
            }
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Decodable<'decoder> for ShapeRef<'decoder> {
        #[inline]
        fn decode_from(
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<
            Self,
            ::pool_codec::__private::DecodeError,
        > {
            let __tag = match <u16 as ::pool_codec::__private::Decodable<
                'decoder,
            >>::decode_from(__decoder) {
                ::pool_codec::__private::Ok(__tag) => __tag,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_message(<Shape as ::pool_codec::__private::Wire>::SCHEMA),
                    );
                }
            };
            match __tag {
                0 => ::pool_codec::__private::Ok(ShapeRef::Empty {}),
                1 => {
                    let __variant = |
                        __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
                    | -> ::pool_codec::__private::Result<
                        ShapeRef<'decoder>,
                        ::pool_codec::__private::DecodeError,
                    > {
                        const __LABELS: &[&str] = &["Circle.radius", "Circle.name"];
                        if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                            __decoder,
                            const {
                                ::pool_codec::__private::run_size(
                                    ::pool_codec::__private::fields_of(
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                        1,
                                    ),
                                    0,
                                )
                            },
                            const {
                                &::pool_codec::__private::Run {
                                    schema: <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                    variant: 1,
                                    labels: __LABELS,
                                    index: 0,
                                }
                            },
                        ) {
                            return ::pool_codec::__private::Err(__error);
                        }
                        let __field_0 = match <u32 as ::pool_codec::__private::Decodable<
                            'decoder,
                        >>::decode_from(__decoder) {
                            ::pool_codec::__private::Ok(__value) => __value,
                            ::pool_codec::__private::Err(__error) => {
                                return ::pool_codec::__private::Err(
                                    __error
                                        .in_field(
                                            "Circle.radius",
                                            <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                        ),
                                );
                            }
                        };
                        if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                            __decoder,
                            const {
                                ::pool_codec::__private::run_size(
                                    ::pool_codec::__private::fields_of(
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                        1,
                                    ),
                                    1,
                                )
                            },
                            const {
                                &::pool_codec::__private::Run {
                                    schema: <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                    variant: 1,
                                    labels: __LABELS,
                                    index: 1,
                                }
                            },
                        ) {
                            return ::pool_codec::__private::Err(__error);
                        }
                        let __field_1 = match <::pool_codec::StrRef<
                            'decoder,
                            8,
                        > as ::pool_codec::__private::Decodable<
                            'decoder,
                        >>::decode_from(__decoder) {
                            ::pool_codec::__private::Ok(__value) => __value,
                            ::pool_codec::__private::Err(__error) => {
                                return ::pool_codec::__private::Err(
                                    __error
                                        .in_field(
                                            "Circle.name",
                                            <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                        ),
                                );
                            }
                        };
                        ::pool_codec::__private::Ok(ShapeRef::Circle {
                            radius: __field_0,
                            name: __field_1,
                        })
                    };
                    __variant(__decoder)
                }
                2 => {
                    let __variant = |
                        __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
                    | -> ::pool_codec::__private::Result<
                        ShapeRef<'decoder>,
                        ::pool_codec::__private::DecodeError,
                    > {
                        const __LABELS: &[&str] = &["Line.0"];
                        if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                            __decoder,
                            const {
                                ::pool_codec::__private::run_size(
                                    ::pool_codec::__private::fields_of(
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                        2,
                                    ),
                                    0,
                                )
                            },
                            const {
                                &::pool_codec::__private::Run {
                                    schema: <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                    variant: 2,
                                    labels: __LABELS,
                                    index: 0,
                                }
                            },
                        ) {
                            return ::pool_codec::__private::Err(__error);
                        }
                        let __field_0 = match <(
                            u8,
                            u8,
                        ) as ::pool_codec::__private::Decodable<
                            'decoder,
                        >>::decode_from(__decoder) {
                            ::pool_codec::__private::Ok(__value) => __value,
                            ::pool_codec::__private::Err(__error) => {
                                return ::pool_codec::__private::Err(
                                    __error
                                        .in_field(
                                            "Line.0",
                                            <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                        ),
                                );
                            }
                        };
                        ::pool_codec::__private::Ok(ShapeRef::Line { 0: __field_0 })
                    };
                    __variant(__decoder)
                }
                _ => {
                    let __variant = |
                        __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
                    | -> ::pool_codec::__private::Result<
                        ShapeRef<'decoder>,
                        ::pool_codec::__private::DecodeError,
                    > {
                        const __LABELS: &[&str] = &["Other.1"];
                        if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                            __decoder,
                            const {
                                ::pool_codec::__private::run_size(
                                    ::pool_codec::__private::fields_of(
                                        <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                        3,
                                    ),
                                    0,
                                )
                            },
                            const {
                                &::pool_codec::__private::Run {
                                    schema: <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                    variant: 3,
                                    labels: __LABELS,
                                    index: 0,
                                }
                            },
                        ) {
                            return ::pool_codec::__private::Err(__error);
                        }
                        let __field_1 = match <::pool_codec::BytesRef<
                            'decoder,
                            255,
                        > as ::pool_codec::__private::Decodable<
                            'decoder,
                        >>::decode_from(__decoder) {
                            ::pool_codec::__private::Ok(__value) => __value,
                            ::pool_codec::__private::Err(__error) => {
                                return ::pool_codec::__private::Err(
                                    __error
                                        .in_field(
                                            "Other.1",
                                            <Shape as ::pool_codec::__private::Wire>::SCHEMA,
                                        ),
                                );
                            }
                        };
                        ::pool_codec::__private::Ok(ShapeRef::Other {
                            0: __tag,
                            1: __field_1,
                        })
                    };
                    __variant(__decoder)
                }
            }
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Fields for ShapeRef<'decoder> {
        fn visit_fields<__V: ::pool_codec::__private::FieldVisitor>(
            &self,
            __visitor: &mut __V,
        ) {
            match self {
                ShapeRef::Circle { radius: __field_0, name: __field_1, .. } => {
                    let _ = <u32 as ::pool_codec::__private::Encodable>::encoded_len;
                    ::pool_codec::__private::FieldVisitor::field::<
                        u32,
                    >(__visitor, "radius", __field_0);
                    let _ = <::pool_codec::StrRef<
                        'decoder,
                        8,
                    > as ::pool_codec::__private::Encodable>::encoded_len;
                    ::pool_codec::__private::FieldVisitor::field::<
                        ::pool_codec::StrRef<'decoder, 8>,
                    >(__visitor, "name", __field_1);
                }
                ShapeRef::Line { 0: __field_0, .. } => {
                    let _ = <(
                        u8,
                        u8,
                    ) as ::pool_codec::__private::Encodable>::encoded_len;
                    ::pool_codec::__private::FieldVisitor::field::<
                        (u8, u8),
                    >(__visitor, "0", __field_0);
                }
                ShapeRef::Other { 1: __field_1, .. } => {
                    let _ = <::pool_codec::BytesRef<
                        'decoder,
                        255,
                    > as ::pool_codec::__private::Encodable>::encoded_len;
                    ::pool_codec::__private::FieldVisitor::field::<
                        ::pool_codec::BytesRef<'decoder, 255>,
                    >(__visitor, "1", __field_1);
                }
                _ => {}
            }
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Frame for ShapeRef<'decoder> {
        const ID: u32 = 3;
        const NAME: &'static str = "Shape";
    }
    #[automatically_derived]
    impl ::pool_codec::__private::ZeroCopy for Shape {
        type Ref<'decoder> = ShapeRef<'decoder>;
        fn from_borrowed(
            __borrowed: &<Shape as ::pool_codec::__private::ZeroCopy>::Ref<'_>,
        ) -> Self {
            match __borrowed {
                ShapeRef::Empty { .. } => Shape::Empty {},
                ShapeRef::Circle { radius: __field_0, name: __field_1, .. } => {
                    let __field_0 = {
                        let __field = __field_0;
                        <u32 as ::pool_codec::__private::ZeroCopy>::from_borrowed(
                            __field,
                        )
                    };
                    let __field_1 = {
                        let __field = __field_1;
                        <Str<
                            8,
                        > as ::pool_codec::__private::ZeroCopy>::from_borrowed(__field)
                    };
                    Shape::Circle {
                        radius: __field_0,
                        name: __field_1,
                    }
                }
                ShapeRef::Line { 0: __field_0, .. } => {
                    let __field_0 = {
                        let __field = __field_0;
                        <(
                            u8,
                            u8,
                        ) as ::pool_codec::__private::ZeroCopy>::from_borrowed(__field)
                    };
                    Shape::Line {
                        0: __field_0,
                        1: <Cache as ::pool_codec::__private::Default>::default(),
                    }
                }
                ShapeRef::Other { 0: __tag, 1: __field_1, .. } => {
                    let __tag = *__tag;
                    let __field_1 = {
                        let __field = __field_1;
                        <Bytes<
                            255,
                        > as ::pool_codec::__private::ZeroCopy>::from_borrowed(__field)
                    };
                    Shape::Other {
                        0: __tag,
                        1: __field_1,
                    }
                }
            }
        }
        fn as_borrowed(&self) -> <Shape as ::pool_codec::__private::ZeroCopy>::Ref<'_> {
            match self {
                Shape::Empty { .. } => ShapeRef::Empty {},
                Shape::Circle { radius: __field_0, name: __field_1, .. } => {
                    let __field_0 = {
                        let __field = __field_0;
                        <u32 as ::pool_codec::__private::ZeroCopy>::as_borrowed(__field)
                    };
                    let __field_1 = {
                        let __field = __field_1;
                        <Str<
                            8,
                        > as ::pool_codec::__private::ZeroCopy>::as_borrowed(__field)
                    };
                    ShapeRef::Circle {
                        radius: __field_0,
                        name: __field_1,
                    }
                }
                Shape::Line { 0: __field_0, .. } => {
                    let __field_0 = {
                        let __field = __field_0;
                        <(
                            u8,
                            u8,
                        ) as ::pool_codec::__private::ZeroCopy>::as_borrowed(__field)
                    };
                    ShapeRef::Line { 0: __field_0 }
                }
                Shape::Other { 0: __tag, 1: __field_1, .. } => {
                    let __tag = *__tag;
                    let __field_1 = {
                        let __field = __field_1;
                        <Bytes<
                            255,
                        > as ::pool_codec::__private::ZeroCopy>::as_borrowed(__field)
                    };
                    ShapeRef::Other {
                        0: __tag,
                        1: __field_1,
                    }
                }
            }
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Covariant for Shape {
        fn shorten<'short, 'long: 'short>(
            __borrowed: &'short ShapeRef<'long>,
        ) -> &'short ShapeRef<'short> {
            __borrowed
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Lend<Shape> for ShapeRef<'decoder> {
        #[inline]
        fn lend(&self) -> <Shape as ::pool_codec::__private::ZeroCopy>::Ref<'_> {
            *<Shape as ::pool_codec::__private::Covariant>::shorten(self)
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::From<ShapeRef<'decoder>> for Shape {
        fn from(__borrowed: ShapeRef<'decoder>) -> Self {
            <Shape as ::pool_codec::__private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl<'decoder> ShapeRef<'decoder> {
        /// Copies the message out of the decoder's input.
        #[must_use]
        pub fn into_owned(self) -> Shape {
            <Shape as ::pool_codec::__private::ZeroCopy>::from_borrowed(&self)
        }
    }
};

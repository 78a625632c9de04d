/// Borrowed form of [`Grown`]: variable-length fields point into the decoder's input.
///
#[derive(
    ::pool_codec::__private::Debug,
    ::pool_codec::__private::Clone,
    ::pool_codec::__private::Copy,
    ::pool_codec::__private::PartialEq
)]
struct GrownRef<'decoder> {
    /// Field `a` of [`Grown`].
    a: u8,
    /// Field `hash` of [`Grown`].
    hash: &'decoder [u8; 4],
    /// Field `c` of [`Grown`].
    c: u16,
}
const _: () = {
    /** The fields in this order; the sizes are their sums, in bytes.

| on the wire | type |
|---|---|
| `a` | `u8` |
| `hash` | `[u8; 4]`; absent in older messages |
| `c` | `u16`; absent in older messages |
*/
    #[automatically_derived]
    impl ::pool_codec::__private::Wire for Grown {
        const MIN_SIZE: usize = ::pool_codec::__private::sum(
            &[<u8 as ::pool_codec::__private::Wire>::MIN_SIZE, 0, 0],
        );
        const MAX_SIZE: usize = ::pool_codec::__private::sum(
            &[
                <u8 as ::pool_codec::__private::Wire>::MAX_SIZE,
                <[u8; 4] as ::pool_codec::__private::Wire>::MAX_SIZE,
                <u16 as ::pool_codec::__private::Wire>::MAX_SIZE,
            ],
        );
        const MAX_HEAP: usize = ::pool_codec::__private::sum(
            &[
                <u8 as ::pool_codec::__private::Wire>::MAX_HEAP,
                <[u8; 4] as ::pool_codec::__private::Wire>::MAX_HEAP,
                <u16 as ::pool_codec::__private::Wire>::MAX_HEAP,
            ],
        );
        const MAX_OVERHEAD: usize = ::pool_codec::__private::sum(
            &[
                <u8 as ::pool_codec::__private::Wire>::MAX_OVERHEAD,
                <[u8; 4] as ::pool_codec::__private::Wire>::MAX_HEAP,
                <u16 as ::pool_codec::__private::Wire>::MAX_HEAP,
            ],
        );
        const HEAP_PER_BYTE: usize = ::pool_codec::__private::max(
            &[
                <u8 as ::pool_codec::__private::Wire>::HEAP_PER_BYTE,
                ::pool_codec::__private::rate_of_optional(
                    <[u8; 4] as ::pool_codec::__private::Wire>::MAX_HEAP,
                    <[u8; 4] as ::pool_codec::__private::Wire>::HEAP_PER_BYTE,
                ),
                ::pool_codec::__private::rate_of_optional(
                    <u16 as ::pool_codec::__private::Wire>::MAX_HEAP,
                    <u16 as ::pool_codec::__private::Wire>::HEAP_PER_BYTE,
                ),
            ],
        );
        const PLAIN: bool = false;
        const MAX_TRAILING: usize = ::pool_codec::__private::trailing_room(
            <Grown as ::pool_codec::__private::Wire>::MAX_SIZE,
        );
        const SCHEMA: &'static ::pool_codec::__private::Schema = &::pool_codec::__private::Schema::Struct {
            name: "Grown",
            max_size: <Grown as ::pool_codec::__private::Wire>::MAX_SIZE,
            max_trailing: <Grown as ::pool_codec::__private::Wire>::MAX_TRAILING,
            fields: &[
                ::pool_codec::__private::Field {
                    name: "a",
                    min_size: <u8 as ::pool_codec::__private::Wire>::MIN_SIZE,
                    max_size: <u8 as ::pool_codec::__private::Wire>::MAX_SIZE,
                    optional: false,
                    schema: <u8 as ::pool_codec::__private::Wire>::SCHEMA,
                },
                ::pool_codec::__private::Field {
                    name: "hash",
                    min_size: 0,
                    max_size: <[u8; 4] as ::pool_codec::__private::Wire>::MAX_SIZE,
                    optional: true,
                    schema: <[u8; 4] as ::pool_codec::__private::Wire>::SCHEMA,
                },
                ::pool_codec::__private::Field {
                    name: "c",
                    min_size: 0,
                    max_size: <u16 as ::pool_codec::__private::Wire>::MAX_SIZE,
                    optional: true,
                    schema: <u16 as ::pool_codec::__private::Wire>::SCHEMA,
                },
            ],
        };
    }
    #[automatically_derived]
    impl ::pool_codec::__private::OwnLayout for Grown {}
    #[automatically_derived]
    impl ::pool_codec::__private::ArrayElement for Grown {}
    const _: () = ::pool_codec::__private::check_type(
        "Grown",
        <Grown as ::pool_codec::__private::Wire>::MAX_SIZE,
        <Grown as ::pool_codec::__private::Wire>::SCHEMA,
    );
    #[automatically_derived]
    impl ::pool_codec::__private::Encodable for Grown {
        #[inline(always)]
        fn encoded_len(&self) -> usize {
            if <Grown as ::pool_codec::__private::Wire>::MIN_SIZE
                == <Grown as ::pool_codec::__private::Wire>::MAX_SIZE
            {
                return <Grown as ::pool_codec::__private::Wire>::MIN_SIZE;
            }
            ::pool_codec::__private::sum(
                &[
                    <u8 as ::pool_codec::__private::Encodable>::encoded_len(&self.a),
                    <[u8; 4] as ::pool_codec::__private::Encodable>::encoded_len(
                        &self.hash,
                    ),
                    <u16 as ::pool_codec::__private::Encodable>::encoded_len(&self.c),
                ],
            )
        }
        #[inline(always)]
        fn encode_to(
            &self,
            __encoder: &mut ::pool_codec::__private::Encoder<'_>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::EncodeError> {
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Grown as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <u8 as ::pool_codec::__private::Encodable>::encode_to(
                &self.a,
                __encoder,
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field("a", <Grown as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Grown as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <[u8; 4] as ::pool_codec::__private::Encodable>::encode_to(
                &self.hash,
                __encoder,
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "hash",
                            <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        2,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Grown as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <u16 as ::pool_codec::__private::Encodable>::encode_to(
                &self.c,
                __encoder,
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field("c", <Grown as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Decodable<'decoder> for Grown {
        #[inline(always)]
        fn decode_from(
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<
            Self,
            ::pool_codec::__private::DecodeError,
        > {
            const __LABELS: &[&str] = &["a", "hash", "c"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 0,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_0 = match <u8 as ::pool_codec::__private::Decodable<
                'decoder,
            >>::decode_from(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "a",
                                <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            let __field_1: [u8; 4] = if ::pool_codec::__private::Decoder::rest(__decoder)
                .is_empty()
            {
                <[u8; 4] as ::pool_codec::__private::Default>::default()
            } else {
                if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                    __decoder,
                    const {
                        ::pool_codec::__private::run_size(
                            ::pool_codec::__private::fields_of(
                                <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                                0,
                            ),
                            1,
                        )
                    },
                    const {
                        &::pool_codec::__private::Run {
                            schema: <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                            variant: 0,
                            labels: __LABELS,
                            index: 1,
                        }
                    },
                ) {
                    return ::pool_codec::__private::Err(__error);
                }
                match <[u8; 4] as ::pool_codec::__private::Decodable<
                    'decoder,
                >>::decode_from(__decoder) {
                    ::pool_codec::__private::Ok(__value) => __value,
                    ::pool_codec::__private::Err(__error) => {
                        return ::pool_codec::__private::Err(
                            __error
                                .in_field(
                                    "hash",
                                    <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                                ),
                        );
                    }
                }
            };
            let __field_2: u16 = if ::pool_codec::__private::Decoder::rest(__decoder)
                .is_empty()
            {
                7
            } else {
                if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                    __decoder,
                    const {
                        ::pool_codec::__private::run_size(
                            ::pool_codec::__private::fields_of(
                                <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                                0,
                            ),
                            2,
                        )
                    },
                    const {
                        &::pool_codec::__private::Run {
                            schema: <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                            variant: 0,
                            labels: __LABELS,
                            index: 2,
                        }
                    },
                ) {
                    return ::pool_codec::__private::Err(__error);
                }
                match <u16 as ::pool_codec::__private::Decodable<
                    'decoder,
                >>::decode_from(__decoder) {
                    ::pool_codec::__private::Ok(__value) => __value,
                    ::pool_codec::__private::Err(__error) => {
                        return ::pool_codec::__private::Err(
                            __error
                                .in_field(
                                    "c",
                                    <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                                ),
                        );
                    }
                }
            };
            ::pool_codec::__private::Ok(Grown {
                a: __field_0,
                hash: __field_1,
                c: __field_2,
            })
        }
        #[inline(always)]
        fn refill_from(
            &mut self,
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::DecodeError> {
            const __LABELS: &[&str] = &["a", "hash", "c"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 0,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <u8 as ::pool_codec::__private::Decodable<
                'decoder,
            >>::refill_from(&mut self.a, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field("a", <Grown as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if ::pool_codec::__private::Decoder::rest(__decoder).is_empty() {
                self.hash = <[u8; 4] as ::pool_codec::__private::Default>::default();
            } else {
                if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                    __decoder,
                    const {
                        ::pool_codec::__private::run_size(
                            ::pool_codec::__private::fields_of(
                                <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                                0,
                            ),
                            1,
                        )
                    },
                    const {
                        &::pool_codec::__private::Run {
                            schema: <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                            variant: 0,
                            labels: __LABELS,
                            index: 1,
                        }
                    },
                ) {
                    return ::pool_codec::__private::Err(__error);
                }
                if let ::pool_codec::__private::Err(__error) = <[u8; 4] as ::pool_codec::__private::Decodable<
                    'decoder,
                >>::refill_from(&mut self.hash, __decoder) {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "hash",
                                <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            }
            if ::pool_codec::__private::Decoder::rest(__decoder).is_empty() {
                self.c = 7;
            } else {
                if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                    __decoder,
                    const {
                        ::pool_codec::__private::run_size(
                            ::pool_codec::__private::fields_of(
                                <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                                0,
                            ),
                            2,
                        )
                    },
                    const {
                        &::pool_codec::__private::Run {
                            schema: <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                            variant: 0,
                            labels: __LABELS,
                            index: 2,
                        }
                    },
                ) {
                    return ::pool_codec::__private::Err(__error);
                }
                if let ::pool_codec::__private::Err(__error) = <u16 as ::pool_codec::__private::Decodable<
                    'decoder,
                >>::refill_from(&mut self.c, __decoder) {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "c",
                                <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Fields for Grown {
        fn visit_fields<__V: ::pool_codec::__private::FieldVisitor>(
            &self,
            __visitor: &mut __V,
        ) {
            let _ = <u8 as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<u8>(__visitor, "a", &self.a);
            let _ = <[u8; 4] as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                [u8; 4],
            >(__visitor, "hash", &self.hash);
            let _ = <u16 as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<u16>(__visitor, "c", &self.c);
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Frame for Grown {
        const ID: u32 = 4;
        const NAME: &'static str = "Grown";
    }
    /// The bytes, and so the sizes, of [`Grown`].
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Wire for GrownRef<'decoder> {
        const MIN_SIZE: usize = <Grown as ::pool_codec::__private::Wire>::MIN_SIZE;
        const MAX_SIZE: usize = <Grown as ::pool_codec::__private::Wire>::MAX_SIZE;
        const MAX_HEAP: usize = 0;
        const PLAIN: bool = <Grown as ::pool_codec::__private::Wire>::PLAIN;
        const MAX_TRAILING: usize = <Grown as ::pool_codec::__private::Wire>::MAX_TRAILING;
        const SCHEMA: &'static ::pool_codec::__private::Schema = <Grown as ::pool_codec::__private::Wire>::SCHEMA;
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::OwnLayout for GrownRef<'decoder> {}
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Encodable for GrownRef<'decoder> {
        #[inline(always)]
        fn encoded_len(&self) -> usize {
            if <Grown as ::pool_codec::__private::Wire>::MIN_SIZE
                == <Grown as ::pool_codec::__private::Wire>::MAX_SIZE
            {
                return <Grown as ::pool_codec::__private::Wire>::MIN_SIZE;
            }
            ::pool_codec::__private::sum(
                &[
                    <u8 as ::pool_codec::__private::Encodable>::encoded_len(&self.a),
                    <&'decoder [u8; 4] as ::pool_codec::__private::Encodable>::encoded_len(
                        &self.hash,
                    ),
                    <u16 as ::pool_codec::__private::Encodable>::encoded_len(&self.c),
                ],
            )
        }
        #[inline(always)]
        fn encode_to(
            &self,
            __encoder: &mut ::pool_codec::__private::Encoder<'_>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::EncodeError> {
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Grown as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <u8 as ::pool_codec::__private::Encodable>::encode_to(
                &self.a,
                __encoder,
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field("a", <Grown as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Grown as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <&'decoder [u8; 4] as ::pool_codec::__private::Encodable>::encode_to(
                &self.hash,
                __encoder,
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "hash",
                            <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        2,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Grown as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <u16 as ::pool_codec::__private::Encodable>::encode_to(
                &self.c,
                __encoder,
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field("c", <Grown as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Decodable<'decoder> for GrownRef<'decoder> {
        #[inline(always)]
        fn decode_from(
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<
            Self,
            ::pool_codec::__private::DecodeError,
        > {
            const __LABELS: &[&str] = &["a", "hash", "c"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 0,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_0 = match <u8 as ::pool_codec::__private::Decodable<
                'decoder,
            >>::decode_from(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "a",
                                <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            let __field_1: &'decoder [u8; 4] = if ::pool_codec::__private::Decoder::rest(
                    __decoder,
                )
                .is_empty()
            {
                const { &[0; 4] }
            } else {
                if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                    __decoder,
                    const {
                        ::pool_codec::__private::run_size(
                            ::pool_codec::__private::fields_of(
                                <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                                0,
                            ),
                            1,
                        )
                    },
                    const {
                        &::pool_codec::__private::Run {
                            schema: <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                            variant: 0,
                            labels: __LABELS,
                            index: 1,
                        }
                    },
                ) {
                    return ::pool_codec::__private::Err(__error);
                }
                match <&'decoder [u8; 4] as ::pool_codec::__private::Decodable<
                    'decoder,
                >>::decode_from(__decoder) {
                    ::pool_codec::__private::Ok(__value) => __value,
                    ::pool_codec::__private::Err(__error) => {
                        return ::pool_codec::__private::Err(
                            __error
                                .in_field(
                                    "hash",
                                    <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                                ),
                        );
                    }
                }
            };
            let __field_2: u16 = if ::pool_codec::__private::Decoder::rest(__decoder)
                .is_empty()
            {
                7
            } else {
                if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                    __decoder,
                    const {
                        ::pool_codec::__private::run_size(
                            ::pool_codec::__private::fields_of(
                                <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                                0,
                            ),
                            2,
                        )
                    },
                    const {
                        &::pool_codec::__private::Run {
                            schema: <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                            variant: 0,
                            labels: __LABELS,
                            index: 2,
                        }
                    },
                ) {
                    return ::pool_codec::__private::Err(__error);
                }
                match <u16 as ::pool_codec::__private::Decodable<
                    'decoder,
                >>::decode_from(__decoder) {
                    ::pool_codec::__private::Ok(__value) => __value,
                    ::pool_codec::__private::Err(__error) => {
                        return ::pool_codec::__private::Err(
                            __error
                                .in_field(
                                    "c",
                                    <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                                ),
                        );
                    }
                }
            };
            ::pool_codec::__private::Ok(GrownRef {
                a: __field_0,
                hash: __field_1,
                c: __field_2,
            })
        }
        #[inline(always)]
        fn refill_from(
            &mut self,
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::DecodeError> {
            const __LABELS: &[&str] = &["a", "hash", "c"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 0,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <u8 as ::pool_codec::__private::Decodable<
                'decoder,
            >>::refill_from(&mut self.a, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field("a", <Grown as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if ::pool_codec::__private::Decoder::rest(__decoder).is_empty() {
                self.hash = const { &[0; 4] };
            } else {
                if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                    __decoder,
                    const {
                        ::pool_codec::__private::run_size(
                            ::pool_codec::__private::fields_of(
                                <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                                0,
                            ),
                            1,
                        )
                    },
                    const {
                        &::pool_codec::__private::Run {
                            schema: <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                            variant: 0,
                            labels: __LABELS,
                            index: 1,
                        }
                    },
                ) {
                    return ::pool_codec::__private::Err(__error);
                }
                if let ::pool_codec::__private::Err(__error) = <&'decoder [u8; 4] as ::pool_codec::__private::Decodable<
                    'decoder,
                >>::refill_from(&mut self.hash, __decoder) {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "hash",
                                <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            }
            if ::pool_codec::__private::Decoder::rest(__decoder).is_empty() {
                self.c = 7;
            } else {
                if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                    __decoder,
                    const {
                        ::pool_codec::__private::run_size(
                            ::pool_codec::__private::fields_of(
                                <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                                0,
                            ),
                            2,
                        )
                    },
                    const {
                        &::pool_codec::__private::Run {
                            schema: <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                            variant: 0,
                            labels: __LABELS,
                            index: 2,
                        }
                    },
                ) {
                    return ::pool_codec::__private::Err(__error);
                }
                if let ::pool_codec::__private::Err(__error) = <u16 as ::pool_codec::__private::Decodable<
                    'decoder,
                >>::refill_from(&mut self.c, __decoder) {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "c",
                                <Grown as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Fields for GrownRef<'decoder> {
        fn visit_fields<__V: ::pool_codec::__private::FieldVisitor>(
            &self,
            __visitor: &mut __V,
        ) {
            let _ = <u8 as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<u8>(__visitor, "a", &self.a);
            let _ = <&'decoder [u8; 4] as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                &'decoder [u8; 4],
            >(__visitor, "hash", &self.hash);
            let _ = <u16 as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<u16>(__visitor, "c", &self.c);
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Frame for GrownRef<'decoder> {
        const ID: u32 = 4;
        const NAME: &'static str = "Grown";
    }
    #[automatically_derived]
    impl ::pool_codec::__private::ZeroCopy for Grown {
        type Ref<'decoder> = GrownRef<'decoder>;
        fn from_borrowed(
            __borrowed: &<Grown as ::pool_codec::__private::ZeroCopy>::Ref<'_>,
        ) -> Self {
            let __field_0 = {
                let __field = &__borrowed.a;
                <u8 as ::pool_codec::__private::ZeroCopy>::from_borrowed(__field)
            };
            let __field_1 = {
                let __field = &__borrowed.hash;
                <[u8; 4] as ::pool_codec::__private::ZeroCopy>::from_borrowed(__field)
            };
            let __field_2 = {
                let __field = &__borrowed.c;
                <u16 as ::pool_codec::__private::ZeroCopy>::from_borrowed(__field)
            };
            Grown {
                a: __field_0,
                hash: __field_1,
                c: __field_2,
            }
        }
        fn as_borrowed(&self) -> <Grown as ::pool_codec::__private::ZeroCopy>::Ref<'_> {
            let __field_0 = {
                let __field = &self.a;
                <u8 as ::pool_codec::__private::ZeroCopy>::as_borrowed(__field)
            };
            let __field_1 = {
                let __field = &self.hash;
                <[u8; 4] as ::pool_codec::__private::ZeroCopy>::as_borrowed(__field)
            };
            let __field_2 = {
                let __field = &self.c;
                <u16 as ::pool_codec::__private::ZeroCopy>::as_borrowed(__field)
            };
            GrownRef {
                a: __field_0,
                hash: __field_1,
                c: __field_2,
            }
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Covariant for Grown {
        fn shorten<'short, 'long: 'short>(
            __borrowed: &'short GrownRef<'long>,
        ) -> &'short GrownRef<'short> {
            __borrowed
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Lend<Grown> for GrownRef<'decoder> {
        #[inline]
        fn lend(&self) -> <Grown as ::pool_codec::__private::ZeroCopy>::Ref<'_> {
            *<Grown as ::pool_codec::__private::Covariant>::shorten(self)
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::From<GrownRef<'decoder>> for Grown {
        fn from(__borrowed: GrownRef<'decoder>) -> Self {
            <Grown as ::pool_codec::__private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl<'decoder> GrownRef<'decoder> {
        /// Copies the message out of the decoder's input.
        #[must_use]
        fn into_owned(self) -> Grown {
            <Grown as ::pool_codec::__private::ZeroCopy>::from_borrowed(&self)
        }
    }
};

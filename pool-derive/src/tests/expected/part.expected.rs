const _: () = {
    /** The fields in this order; the sizes are their sums, in bytes.

| on the wire | type |
|---|---|
| `x` | `u16` |
| `y` | `u32` |
*/
    #[automatically_derived]
    impl ::pool_codec::__private::Wire for Point {
        const MIN_SIZE: usize = ::pool_codec::__private::sum(
            &[
                <u16 as ::pool_codec::__private::Wire>::MIN_SIZE,
                <u32 as ::pool_codec::__private::Wire>::MIN_SIZE,
            ],
        );
        const MAX_SIZE: usize = ::pool_codec::__private::sum(
            &[
                <u16 as ::pool_codec::__private::Wire>::MAX_SIZE,
                <u32 as ::pool_codec::__private::Wire>::MAX_SIZE,
            ],
        );
        const MAX_HEAP: usize = ::pool_codec::__private::sum(
            &[
                <u16 as ::pool_codec::__private::Wire>::MAX_HEAP,
                <u32 as ::pool_codec::__private::Wire>::MAX_HEAP,
            ],
        );
        const MAX_OVERHEAD: usize = ::pool_codec::__private::sum(
            &[
                <u16 as ::pool_codec::__private::Wire>::MAX_OVERHEAD,
                <u32 as ::pool_codec::__private::Wire>::MAX_OVERHEAD,
            ],
        );
        const HEAP_PER_BYTE: usize = ::pool_codec::__private::max(
            &[
                <u16 as ::pool_codec::__private::Wire>::HEAP_PER_BYTE,
                <u32 as ::pool_codec::__private::Wire>::HEAP_PER_BYTE,
            ],
        );
        const PLAIN: bool = ::pool_codec::__private::all(
            &[
                <u16 as ::pool_codec::__private::Wire>::PLAIN,
                <u32 as ::pool_codec::__private::Wire>::PLAIN,
            ],
        );
        const SCHEMA: &'static ::pool_codec::__private::Schema = &::pool_codec::__private::Schema::Struct {
            name: "Point",
            max_size: <Point as ::pool_codec::__private::Wire>::MAX_SIZE,
            max_trailing: <Point as ::pool_codec::__private::Wire>::MAX_TRAILING,
            fields: &[
                ::pool_codec::__private::Field {
                    name: "x",
                    min_size: <u16 as ::pool_codec::__private::Wire>::MIN_SIZE,
                    max_size: <u16 as ::pool_codec::__private::Wire>::MAX_SIZE,
                    optional: false,
                    schema: <u16 as ::pool_codec::__private::Wire>::SCHEMA,
                },
                ::pool_codec::__private::Field {
                    name: "y",
                    min_size: <u32 as ::pool_codec::__private::Wire>::MIN_SIZE,
                    max_size: <u32 as ::pool_codec::__private::Wire>::MAX_SIZE,
                    optional: false,
                    schema: <u32 as ::pool_codec::__private::Wire>::SCHEMA,
                },
            ],
        };
    }
    #[automatically_derived]
    impl ::pool_codec::__private::OwnLayout for Point {}
    #[automatically_derived]
    impl ::pool_codec::__private::ArrayElement for Point {}
    const _: () = ::pool_codec::__private::check_type(
        "Point",
        <Point as ::pool_codec::__private::Wire>::MAX_SIZE,
        <Point as ::pool_codec::__private::Wire>::SCHEMA,
    );
    #[automatically_derived]
    impl ::pool_codec::__private::Encodable for Point {
        #[inline(always)]
        fn encoded_len(&self) -> usize {
            if <Point as ::pool_codec::__private::Wire>::MIN_SIZE
                == <Point as ::pool_codec::__private::Wire>::MAX_SIZE
            {
                return <Point as ::pool_codec::__private::Wire>::MIN_SIZE;
            }
            ::pool_codec::__private::sum(
                &[
                    <u16 as ::pool_codec::__private::Encodable>::encoded_len(&self.x),
                    <u32 as ::pool_codec::__private::Encodable>::encoded_len(&self.y),
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
                            <Point as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Point as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <u16 as ::pool_codec::__private::Encodable>::encode_to(
                &self.x,
                __encoder,
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field("x", <Point as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Point as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Point as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <u32 as ::pool_codec::__private::Encodable>::encode_to(
                &self.y,
                __encoder,
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field("y", <Point as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Decodable<'decoder> for Point {
        #[inline(always)]
        fn decode_from(
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<
            Self,
            ::pool_codec::__private::DecodeError,
        > {
            const __LABELS: &[&str] = &["x", "y"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Point as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Point as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 0,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_0 = match <u16 as ::pool_codec::__private::Decodable<
                'decoder,
            >>::decode_from(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "x",
                                <Point as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Point as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Point as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 1,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_1 = match <u32 as ::pool_codec::__private::Decodable<
                'decoder,
            >>::decode_from(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "y",
                                <Point as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            ::pool_codec::__private::Ok(Point {
                x: __field_0,
                y: __field_1,
            })
        }
        #[inline(always)]
        fn refill_from(
            &mut self,
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::DecodeError> {
            const __LABELS: &[&str] = &["x", "y"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Point as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Point as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 0,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <u16 as ::pool_codec::__private::Decodable<
                'decoder,
            >>::refill_from(&mut self.x, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field("x", <Point as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Point as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Point as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 1,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <u32 as ::pool_codec::__private::Decodable<
                'decoder,
            >>::refill_from(&mut self.y, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field("y", <Point as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Fields for Point {
        fn visit_fields<__V: ::pool_codec::__private::FieldVisitor>(
            &self,
            __visitor: &mut __V,
        ) {
            let _ = <u16 as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<u16>(__visitor, "x", &self.x);
            let _ = <u32 as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<u32>(__visitor, "y", &self.y);
        }
    }
};

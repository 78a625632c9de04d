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
    /** The fields in this order; the sizes are their sums, in bytes.

| on the wire | type |
|---|---|
| `percent` | `u8` |
| `name` | `Str<8>` |
*/
    #[automatically_derived]
    impl ::pool_codec::__private::Wire for Ruled {
        const MIN_SIZE: usize = ::pool_codec::__private::sum(
            &[
                <u8 as ::pool_codec::__private::Wire>::MIN_SIZE,
                <Str<8> as ::pool_codec::__private::Wire>::MIN_SIZE,
            ],
        );
        const MAX_SIZE: usize = ::pool_codec::__private::sum(
            &[
                <u8 as ::pool_codec::__private::Wire>::MAX_SIZE,
                <Str<8> as ::pool_codec::__private::Wire>::MAX_SIZE,
            ],
        );
        const MAX_HEAP: usize = ::pool_codec::__private::sum(
            &[
                <u8 as ::pool_codec::__private::Wire>::MAX_HEAP,
                <Str<8> as ::pool_codec::__private::Wire>::MAX_HEAP,
            ],
        );
        const MAX_OVERHEAD: usize = ::pool_codec::__private::sum(
            &[
                <u8 as ::pool_codec::__private::Wire>::MAX_OVERHEAD,
                <Str<8> as ::pool_codec::__private::Wire>::MAX_OVERHEAD,
            ],
        );
        const HEAP_PER_BYTE: usize = ::pool_codec::__private::max(
            &[
                <u8 as ::pool_codec::__private::Wire>::HEAP_PER_BYTE,
                <Str<8> as ::pool_codec::__private::Wire>::HEAP_PER_BYTE,
            ],
        );
        const PLAIN: bool = false;
        const SCHEMA: &'static ::pool_codec::__private::Schema = &::pool_codec::__private::Schema::Struct {
            name: "Ruled",
            max_size: <Ruled as ::pool_codec::__private::Wire>::MAX_SIZE,
            max_trailing: <Ruled as ::pool_codec::__private::Wire>::MAX_TRAILING,
            fields: &[
                ::pool_codec::__private::Field {
                    name: "percent",
                    min_size: <u8 as ::pool_codec::__private::Wire>::MIN_SIZE,
                    max_size: <u8 as ::pool_codec::__private::Wire>::MAX_SIZE,
                    optional: false,
                    schema: <u8 as ::pool_codec::__private::Wire>::SCHEMA,
                },
                ::pool_codec::__private::Field {
                    name: "name",
                    min_size: <Str<8> as ::pool_codec::__private::Wire>::MIN_SIZE,
                    max_size: <Str<8> as ::pool_codec::__private::Wire>::MAX_SIZE,
                    optional: false,
                    schema: <Str<8> as ::pool_codec::__private::Wire>::SCHEMA,
                },
            ],
        };
    }
    #[automatically_derived]
    impl ::pool_codec::__private::OwnLayout for Ruled {}
    #[automatically_derived]
    impl ::pool_codec::__private::ArrayElement for Ruled {}
    const _: () = ::pool_codec::__private::check_type(
        "Ruled",
        <Ruled as ::pool_codec::__private::Wire>::MAX_SIZE,
        <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
    );
    #[automatically_derived]
    impl ::pool_codec::__private::Encodable for Ruled {
        #[inline(always)]
        fn encoded_len(&self) -> usize {
            if <Ruled as ::pool_codec::__private::Wire>::MIN_SIZE
                == <Ruled as ::pool_codec::__private::Wire>::MAX_SIZE
            {
                return <Ruled as ::pool_codec::__private::Wire>::MIN_SIZE;
            }
            ::pool_codec::__private::sum(
                &[
                    <u8 as ::pool_codec::__private::Encodable>::encoded_len(
                        &self.percent,
                    ),
                    <Str<
                        8,
                    > as ::pool_codec::__private::Encodable>::encoded_len(&self.name),
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
                            <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Ruled as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if !::pool_codec::__private::RangeBounds::contains(
                &(1..=100),
                &self.percent,
            ) {
                return ::pool_codec::__private::Err(
                    ::pool_codec::__private::invalid_encode(
                            "the value is not in 1..=100",
                            <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                        )
                        .in_field(
                            "percent",
                            <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <u8 as ::pool_codec::__private::Encodable>::encode_to(
                &self.percent,
                __encoder,
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "percent",
                            <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Ruled as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <Str<
                8,
            > as ::pool_codec::__private::Encodable>::encode_to(&self.name, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "name",
                            <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Decodable<'decoder> for Ruled {
        #[inline(always)]
        fn decode_from(
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<
            Self,
            ::pool_codec::__private::DecodeError,
        > {
            let __start = ::pool_codec::__private::Decoder::offset(__decoder);
            const __LABELS: &[&str] = &["percent", "name"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 0,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __at = ::pool_codec::__private::Decoder::offset(__decoder);
            let __field_0 = match <u8 as ::pool_codec::__private::Decodable<
                'decoder,
            >>::decode_from(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "percent",
                                <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if !::pool_codec::__private::RangeBounds::contains(&(1..=100), &__field_0) {
                return ::pool_codec::__private::Err(
                    ::pool_codec::__private::invalid_decode(
                            "the value is not in 1..=100",
                            __at,
                            <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                        )
                        .in_field(
                            "percent",
                            <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 1,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_1 = match <Str<
                8,
            > as ::pool_codec::__private::Decodable<'decoder>>::decode_from(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "name",
                                <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            let __value = Ruled {
                percent: __field_0,
                name: __field_1,
            };
            let __verdict: ::pool_codec::__private::Result<(), &'static str> = check(
                &<Ruled as ::pool_codec::__private::ZeroCopy>::as_borrowed(&__value),
            );
            if let ::pool_codec::__private::Err(__reason) = __verdict {
                return ::pool_codec::__private::Err(
                    ::pool_codec::__private::invalid_decode(
                        __reason,
                        __start,
                        <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                    ),
                );
            }
            ::pool_codec::__private::Ok(__value)
        }
        #[inline(always)]
        fn refill_from(
            &mut self,
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::DecodeError> {
            let __start = ::pool_codec::__private::Decoder::offset(__decoder);
            const __LABELS: &[&str] = &["percent", "name"];
            let __at = ::pool_codec::__private::Decoder::offset(__decoder);
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
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
            >>::refill_from(&mut self.percent, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "percent",
                            <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if !::pool_codec::__private::RangeBounds::contains(
                &(1..=100),
                &self.percent,
            ) {
                return ::pool_codec::__private::Err(
                    ::pool_codec::__private::invalid_decode(
                            "the value is not in 1..=100",
                            __at,
                            <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                        )
                        .in_field(
                            "percent",
                            <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
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
            >>::refill_from(&mut self.name, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "name",
                            <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            let __verdict: ::pool_codec::__private::Result<(), &'static str> = check(
                &<Ruled as ::pool_codec::__private::ZeroCopy>::as_borrowed(&*self),
            );
            if let ::pool_codec::__private::Err(__reason) = __verdict {
                return ::pool_codec::__private::Err(
                    ::pool_codec::__private::invalid_decode(
                        __reason,
                        __start,
                        <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                    ),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Fields for Ruled {
        fn visit_fields<__V: ::pool_codec::__private::FieldVisitor>(
            &self,
            __visitor: &mut __V,
        ) {
            let _ = <u8 as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                u8,
            >(__visitor, "percent", &self.percent);
            let _ = <Str<8> as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                Str<8>,
            >(__visitor, "name", &self.name);
        }
    }
    /// The bytes, and so the sizes, of [`Ruled`].
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Wire for RuledRef<'decoder> {
        const MIN_SIZE: usize = <Ruled as ::pool_codec::__private::Wire>::MIN_SIZE;
        const MAX_SIZE: usize = <Ruled as ::pool_codec::__private::Wire>::MAX_SIZE;
        const MAX_HEAP: usize = 0;
        const PLAIN: bool = <Ruled as ::pool_codec::__private::Wire>::PLAIN;
        const MAX_TRAILING: usize = <Ruled as ::pool_codec::__private::Wire>::MAX_TRAILING;
        const SCHEMA: &'static ::pool_codec::__private::Schema = <Ruled as ::pool_codec::__private::Wire>::SCHEMA;
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::OwnLayout for RuledRef<'decoder> {}
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Encodable for RuledRef<'decoder> {
        #[inline(always)]
        fn encoded_len(&self) -> usize {
            if <Ruled as ::pool_codec::__private::Wire>::MIN_SIZE
                == <Ruled as ::pool_codec::__private::Wire>::MAX_SIZE
            {
                return <Ruled as ::pool_codec::__private::Wire>::MIN_SIZE;
            }
            ::pool_codec::__private::sum(
                &[
                    <u8 as ::pool_codec::__private::Encodable>::encoded_len(
                        &self.percent,
                    ),
                    <::pool_codec::StrRef<
                        'decoder,
                        8,
                    > as ::pool_codec::__private::Encodable>::encoded_len(&self.name),
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
                            <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Ruled as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if !::pool_codec::__private::RangeBounds::contains(
                &(1..=100),
                &self.percent,
            ) {
                return ::pool_codec::__private::Err(
                    ::pool_codec::__private::invalid_encode(
                            "the value is not in 1..=100",
                            <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                        )
                        .in_field(
                            "percent",
                            <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <u8 as ::pool_codec::__private::Encodable>::encode_to(
                &self.percent,
                __encoder,
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "percent",
                            <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Ruled as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::StrRef<
                'decoder,
                8,
            > as ::pool_codec::__private::Encodable>::encode_to(&self.name, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "name",
                            <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Decodable<'decoder> for RuledRef<'decoder> {
        #[inline(always)]
        fn decode_from(
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<
            Self,
            ::pool_codec::__private::DecodeError,
        > {
            let __start = ::pool_codec::__private::Decoder::offset(__decoder);
            const __LABELS: &[&str] = &["percent", "name"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 0,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __at = ::pool_codec::__private::Decoder::offset(__decoder);
            let __field_0 = match <u8 as ::pool_codec::__private::Decodable<
                'decoder,
            >>::decode_from(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "percent",
                                <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if !::pool_codec::__private::RangeBounds::contains(&(1..=100), &__field_0) {
                return ::pool_codec::__private::Err(
                    ::pool_codec::__private::invalid_decode(
                            "the value is not in 1..=100",
                            __at,
                            <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                        )
                        .in_field(
                            "percent",
                            <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
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
            > as ::pool_codec::__private::Decodable<'decoder>>::decode_from(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "name",
                                <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            let __value = RuledRef {
                percent: __field_0,
                name: __field_1,
            };
            let __verdict: ::pool_codec::__private::Result<(), &'static str> = check(
                &__value,
            );
            if let ::pool_codec::__private::Err(__reason) = __verdict {
                return ::pool_codec::__private::Err(
                    ::pool_codec::__private::invalid_decode(
                        __reason,
                        __start,
                        <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                    ),
                );
            }
            ::pool_codec::__private::Ok(__value)
        }
        #[inline(always)]
        fn refill_from(
            &mut self,
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::DecodeError> {
            let __start = ::pool_codec::__private::Decoder::offset(__decoder);
            const __LABELS: &[&str] = &["percent", "name"];
            let __at = ::pool_codec::__private::Decoder::offset(__decoder);
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
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
            >>::refill_from(&mut self.percent, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "percent",
                            <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if !::pool_codec::__private::RangeBounds::contains(
                &(1..=100),
                &self.percent,
            ) {
                return ::pool_codec::__private::Err(
                    ::pool_codec::__private::invalid_decode(
                            "the value is not in 1..=100",
                            __at,
                            <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                        )
                        .in_field(
                            "percent",
                            <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 1,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::StrRef<
                'decoder,
                8,
            > as ::pool_codec::__private::Decodable<
                'decoder,
            >>::refill_from(&mut self.name, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "name",
                            <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            let __verdict: ::pool_codec::__private::Result<(), &'static str> = check(
                &*self,
            );
            if let ::pool_codec::__private::Err(__reason) = __verdict {
                return ::pool_codec::__private::Err(
                    ::pool_codec::__private::invalid_decode(
                        __reason,
                        __start,
                        <Ruled as ::pool_codec::__private::Wire>::SCHEMA,
                    ),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Fields for RuledRef<'decoder> {
        fn visit_fields<__V: ::pool_codec::__private::FieldVisitor>(
            &self,
            __visitor: &mut __V,
        ) {
            let _ = <u8 as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                u8,
            >(__visitor, "percent", &self.percent);
            let _ = <::pool_codec::StrRef<
                'decoder,
                8,
            > as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                ::pool_codec::StrRef<'decoder, 8>,
            >(__visitor, "name", &self.name);
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::ZeroCopy for Ruled {
        type Ref<'decoder> = RuledRef<'decoder>;
        fn from_borrowed(
            __borrowed: &<Ruled as ::pool_codec::__private::ZeroCopy>::Ref<'_>,
        ) -> Self {
            let __field_0 = {
                let __field = &__borrowed.percent;
                <u8 as ::pool_codec::__private::ZeroCopy>::from_borrowed(__field)
            };
            let __field_1 = {
                let __field = &__borrowed.name;
                <Str<8> as ::pool_codec::__private::ZeroCopy>::from_borrowed(__field)
            };
            Ruled {
                percent: __field_0,
                name: __field_1,
            }
        }
        fn as_borrowed(&self) -> <Ruled as ::pool_codec::__private::ZeroCopy>::Ref<'_> {
            let __field_0 = {
                let __field = &self.percent;
                <u8 as ::pool_codec::__private::ZeroCopy>::as_borrowed(__field)
            };
            let __field_1 = {
                let __field = &self.name;
                <Str<8> as ::pool_codec::__private::ZeroCopy>::as_borrowed(__field)
            };
            RuledRef {
                percent: __field_0,
                name: __field_1,
            }
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Covariant for Ruled {
        fn shorten<'short, 'long: 'short>(
            __borrowed: &'short RuledRef<'long>,
        ) -> &'short RuledRef<'short> {
            __borrowed
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Lend<Ruled> for RuledRef<'decoder> {
        #[inline]
        fn lend(&self) -> <Ruled as ::pool_codec::__private::ZeroCopy>::Ref<'_> {
            *<Ruled as ::pool_codec::__private::Covariant>::shorten(self)
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::From<RuledRef<'decoder>> for Ruled {
        fn from(__borrowed: RuledRef<'decoder>) -> Self {
            <Ruled as ::pool_codec::__private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl<'decoder> RuledRef<'decoder> {
        /// Copies the message out of the decoder's input.
        #[must_use]
        fn into_owned(self) -> Ruled {
            <Ruled as ::pool_codec::__private::ZeroCopy>::from_borrowed(&self)
        }
    }
};

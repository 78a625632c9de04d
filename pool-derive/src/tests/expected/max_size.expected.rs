const _: () = {
    /** The fields in this order; the sizes are their sums, in bytes.

| on the wire | type |
|---|---|
| `text` | `Str<255>` |
*/
    #[automatically_derived]
    impl ::pool_codec::__private::Wire for Tight {
        const MIN_SIZE: usize = ::pool_codec::__private::sum(
            &[<Str<255> as ::pool_codec::__private::Wire>::MIN_SIZE],
        );
        const MAX_SIZE: usize = ::pool_codec::__private::tightened(
            "Tight",
            ::pool_codec::__private::sum(
                &[<Str<255> as ::pool_codec::__private::Wire>::MIN_SIZE],
            ),
            ::pool_codec::__private::sum(
                &[<Str<255> as ::pool_codec::__private::Wire>::MAX_SIZE],
            ),
            100,
        );
        const MAX_HEAP: usize = ::pool_codec::__private::sum(
            &[<Str<255> as ::pool_codec::__private::Wire>::MAX_HEAP],
        );
        const MAX_OVERHEAD: usize = ::pool_codec::__private::sum(
            &[<Str<255> as ::pool_codec::__private::Wire>::MAX_OVERHEAD],
        );
        const HEAP_PER_BYTE: usize = ::pool_codec::__private::max(
            &[<Str<255> as ::pool_codec::__private::Wire>::HEAP_PER_BYTE],
        );
        const PLAIN: bool = false;
        const SCHEMA: &'static ::pool_codec::__private::Schema = &::pool_codec::__private::Schema::Struct {
            name: "Tight",
            max_size: <Tight as ::pool_codec::__private::Wire>::MAX_SIZE,
            max_trailing: <Tight as ::pool_codec::__private::Wire>::MAX_TRAILING,
            fields: &[
                ::pool_codec::__private::Field {
                    name: "text",
                    min_size: <Str<255> as ::pool_codec::__private::Wire>::MIN_SIZE,
                    max_size: <Str<255> as ::pool_codec::__private::Wire>::MAX_SIZE,
                    optional: false,
                    schema: <Str<255> as ::pool_codec::__private::Wire>::SCHEMA,
                },
            ],
        };
    }
    #[automatically_derived]
    impl ::pool_codec::__private::OwnLayout for Tight {}
    #[automatically_derived]
    impl ::pool_codec::__private::ArrayElement for Tight {}
    const _: () = ::pool_codec::__private::check_type(
        "Tight",
        <Tight as ::pool_codec::__private::Wire>::MAX_SIZE,
        <Tight as ::pool_codec::__private::Wire>::SCHEMA,
    );
    #[automatically_derived]
    impl ::pool_codec::__private::Encodable for Tight {
        #[inline(always)]
        fn encoded_len(&self) -> usize {
            ::pool_codec::__private::sum(
                &[
                    <Str<
                        255,
                    > as ::pool_codec::__private::Encodable>::encoded_len(&self.text),
                ],
            )
        }
        #[inline(always)]
        fn encode_to(
            &self,
            __encoder: &mut ::pool_codec::__private::Encoder<'_>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::EncodeError> {
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::check_encoded_len(
                <Tight as ::pool_codec::__private::Encodable>::encoded_len(self),
                <Tight as ::pool_codec::__private::Wire>::MAX_SIZE,
                <Tight as ::pool_codec::__private::Wire>::SCHEMA,
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Tight as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Tight as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <Str<
                255,
            > as ::pool_codec::__private::Encodable>::encode_to(&self.text, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "text",
                            <Tight as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Decodable<'decoder> for Tight {
        #[inline(always)]
        fn decode_from(
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<
            Self,
            ::pool_codec::__private::DecodeError,
        > {
            let __start = ::pool_codec::__private::Decoder::offset(__decoder);
            const __LABELS: &[&str] = &["text"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Tight as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Tight as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 0,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_0 = match <Str<
                255,
            > as ::pool_codec::__private::Decodable<'decoder>>::decode_from(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "text",
                                <Tight as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::check_decoded_len(
                ::pool_codec::__private::Decoder::offset(__decoder)
                    .saturating_sub(__start),
                <Tight as ::pool_codec::__private::Wire>::MAX_SIZE,
                __start,
                <Tight as ::pool_codec::__private::Wire>::SCHEMA,
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            ::pool_codec::__private::Ok(Tight { text: __field_0 })
        }
        #[inline(always)]
        fn refill_from(
            &mut self,
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::DecodeError> {
            let __start = ::pool_codec::__private::Decoder::offset(__decoder);
            const __LABELS: &[&str] = &["text"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Tight as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Tight as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 0,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <Str<
                255,
            > as ::pool_codec::__private::Decodable<
                'decoder,
            >>::refill_from(&mut self.text, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "text",
                            <Tight as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::check_decoded_len(
                ::pool_codec::__private::Decoder::offset(__decoder)
                    .saturating_sub(__start),
                <Tight as ::pool_codec::__private::Wire>::MAX_SIZE,
                __start,
                <Tight as ::pool_codec::__private::Wire>::SCHEMA,
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Fields for Tight {
        fn visit_fields<__V: ::pool_codec::__private::FieldVisitor>(
            &self,
            __visitor: &mut __V,
        ) {
            let _ = <Str<255> as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                Str<255>,
            >(__visitor, "text", &self.text);
        }
    }
};

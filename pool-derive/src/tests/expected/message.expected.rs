const _: () = {
    /** The fields in this order; the sizes are their sums, in bytes.

| on the wire | type |
|---|---|
| `id` | `u32` |
*/
    #[automatically_derived]
    impl ::pool_codec::__private::Wire for Job {
        const MIN_SIZE: usize = ::pool_codec::__private::sum(
            &[<u32 as ::pool_codec::__private::Wire>::MIN_SIZE],
        );
        const MAX_SIZE: usize = ::pool_codec::__private::sum(
            &[<u32 as ::pool_codec::__private::Wire>::MAX_SIZE],
        );
        const MAX_HEAP: usize = ::pool_codec::__private::sum(
            &[<u32 as ::pool_codec::__private::Wire>::MAX_HEAP],
        );
        const MAX_OVERHEAD: usize = ::pool_codec::__private::sum(
            &[<u32 as ::pool_codec::__private::Wire>::MAX_OVERHEAD],
        );
        const HEAP_PER_BYTE: usize = ::pool_codec::__private::max(
            &[<u32 as ::pool_codec::__private::Wire>::HEAP_PER_BYTE],
        );
        const PLAIN: bool = ::pool_codec::__private::all(
            &[<u32 as ::pool_codec::__private::Wire>::PLAIN],
        );
        const SCHEMA: &'static ::pool_codec::__private::Schema = &::pool_codec::__private::Schema::Struct {
            name: "Job",
            max_size: <Job as ::pool_codec::__private::Wire>::MAX_SIZE,
            max_trailing: <Job as ::pool_codec::__private::Wire>::MAX_TRAILING,
            fields: &[
                ::pool_codec::__private::Field {
                    name: "id",
                    min_size: <u32 as ::pool_codec::__private::Wire>::MIN_SIZE,
                    max_size: <u32 as ::pool_codec::__private::Wire>::MAX_SIZE,
                    optional: false,
                    schema: <u32 as ::pool_codec::__private::Wire>::SCHEMA,
                },
            ],
        };
    }
    #[automatically_derived]
    impl ::pool_codec::__private::OwnLayout for Job {}
    #[automatically_derived]
    impl ::pool_codec::__private::ArrayElement for Job {}
    const _: () = ::pool_codec::__private::check_type(
        "Job",
        <Job as ::pool_codec::__private::Wire>::MAX_SIZE,
        <Job as ::pool_codec::__private::Wire>::SCHEMA,
    );
    #[automatically_derived]
    impl ::pool_codec::__private::Encodable for Job {
        #[inline(always)]
        fn encoded_len(&self) -> usize {
            if <Job as ::pool_codec::__private::Wire>::MIN_SIZE
                == <Job as ::pool_codec::__private::Wire>::MAX_SIZE
            {
                return <Job as ::pool_codec::__private::Wire>::MIN_SIZE;
            }
            ::pool_codec::__private::sum(
                &[<u32 as ::pool_codec::__private::Encodable>::encoded_len(&self.id)],
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
                            <Job as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Job as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <u32 as ::pool_codec::__private::Encodable>::encode_to(
                &self.id,
                __encoder,
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field("id", <Job as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Decodable<'decoder> for Job {
        #[inline(always)]
        fn decode_from(
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<
            Self,
            ::pool_codec::__private::DecodeError,
        > {
            const __LABELS: &[&str] = &["id"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Job as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Job as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
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
                                "id",
                                <Job as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            ::pool_codec::__private::Ok(Job { id: __field_0 })
        }
        #[inline(always)]
        fn refill_from(
            &mut self,
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::DecodeError> {
            const __LABELS: &[&str] = &["id"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Job as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Job as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 0,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <u32 as ::pool_codec::__private::Decodable<
                'decoder,
            >>::refill_from(&mut self.id, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field("id", <Job as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Fields for Job {
        fn visit_fields<__V: ::pool_codec::__private::FieldVisitor>(
            &self,
            __visitor: &mut __V,
        ) {
            let _ = <u32 as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                u32,
            >(__visitor, "id", &self.id);
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Frame for Job {
        const ID: u32 = 0x8000_15;
        const NAME: &'static str = "Job";
        const CAPACITY: ::pool_codec::__private::Option<usize> = ::pool_codec::__private::Some(
            4,
        );
    }
};

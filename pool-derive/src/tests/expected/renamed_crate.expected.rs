const _: () = {
    /** The fields in this order; the sizes are their sums, in bytes.

| on the wire | type |
|---|---|
| `n` | `u8` |
*/
    #[automatically_derived]
    impl other::codec::__private::Wire for Ping {
        const MIN_SIZE: usize = other::codec::__private::sum(
            &[<u8 as other::codec::__private::Wire>::MIN_SIZE],
        );
        const MAX_SIZE: usize = other::codec::__private::sum(
            &[<u8 as other::codec::__private::Wire>::MAX_SIZE],
        );
        const MAX_HEAP: usize = other::codec::__private::sum(
            &[<u8 as other::codec::__private::Wire>::MAX_HEAP],
        );
        const MAX_OVERHEAD: usize = other::codec::__private::sum(
            &[<u8 as other::codec::__private::Wire>::MAX_OVERHEAD],
        );
        const HEAP_PER_BYTE: usize = other::codec::__private::max(
            &[<u8 as other::codec::__private::Wire>::HEAP_PER_BYTE],
        );
        const PLAIN: bool = other::codec::__private::all(
            &[<u8 as other::codec::__private::Wire>::PLAIN],
        );
        const SCHEMA: &'static other::codec::__private::Schema = &other::codec::__private::Schema::Struct {
            name: "Ping",
            max_size: <Ping as other::codec::__private::Wire>::MAX_SIZE,
            max_trailing: <Ping as other::codec::__private::Wire>::MAX_TRAILING,
            fields: &[
                other::codec::__private::Field {
                    name: "n",
                    min_size: <u8 as other::codec::__private::Wire>::MIN_SIZE,
                    max_size: <u8 as other::codec::__private::Wire>::MAX_SIZE,
                    optional: false,
                    schema: <u8 as other::codec::__private::Wire>::SCHEMA,
                },
            ],
        };
    }
    #[automatically_derived]
    impl other::codec::__private::OwnLayout for Ping {}
    #[automatically_derived]
    impl other::codec::__private::ArrayElement for Ping {}
    const _: () = other::codec::__private::check_type(
        "Ping",
        <Ping as other::codec::__private::Wire>::MAX_SIZE,
        <Ping as other::codec::__private::Wire>::SCHEMA,
    );
    #[automatically_derived]
    impl other::codec::__private::Encodable for Ping {
        #[inline(always)]
        fn encoded_len(&self) -> usize {
            if <Ping as other::codec::__private::Wire>::MIN_SIZE
                == <Ping as other::codec::__private::Wire>::MAX_SIZE
            {
                return <Ping as other::codec::__private::Wire>::MIN_SIZE;
            }
            other::codec::__private::sum(
                &[<u8 as other::codec::__private::Encodable>::encoded_len(&self.n)],
            )
        }
        #[inline(always)]
        fn encode_to(
            &self,
            __encoder: &mut other::codec::__private::Encoder<'_>,
        ) -> other::codec::__private::Result<(), other::codec::__private::EncodeError> {
            if let other::codec::__private::Err(__error) = other::codec::__private::Encoder::check_run(
                __encoder,
                const {
                    other::codec::__private::run_size(
                        other::codec::__private::fields_of(
                            <Ping as other::codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
            ) {
                return other::codec::__private::Err(
                    __error.in_message(<Ping as other::codec::__private::Wire>::SCHEMA),
                );
            }
            if let other::codec::__private::Err(__error) = <u8 as other::codec::__private::Encodable>::encode_to(
                &self.n,
                __encoder,
            ) {
                return other::codec::__private::Err(
                    __error
                        .in_field("n", <Ping as other::codec::__private::Wire>::SCHEMA),
                );
            }
            other::codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder> other::codec::__private::Decodable<'decoder> for Ping {
        #[inline(always)]
        fn decode_from(
            __decoder: &mut other::codec::__private::Decoder<'decoder>,
        ) -> other::codec::__private::Result<
            Self,
            other::codec::__private::DecodeError,
        > {
            const __LABELS: &[&str] = &["n"];
            if let other::codec::__private::Err(__error) = other::codec::__private::Decoder::check_run(
                __decoder,
                const {
                    other::codec::__private::run_size(
                        other::codec::__private::fields_of(
                            <Ping as other::codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &other::codec::__private::Run {
                        schema: <Ping as other::codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 0,
                    }
                },
            ) {
                return other::codec::__private::Err(__error);
            }
            let __field_0 = match <u8 as other::codec::__private::Decodable<
                'decoder,
            >>::decode_from(__decoder) {
                other::codec::__private::Ok(__value) => __value,
                other::codec::__private::Err(__error) => {
                    return other::codec::__private::Err(
                        __error
                            .in_field(
                                "n",
                                <Ping as other::codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            other::codec::__private::Ok(Ping { n: __field_0 })
        }
        #[inline(always)]
        fn refill_from(
            &mut self,
            __decoder: &mut other::codec::__private::Decoder<'decoder>,
        ) -> other::codec::__private::Result<(), other::codec::__private::DecodeError> {
            const __LABELS: &[&str] = &["n"];
            if let other::codec::__private::Err(__error) = other::codec::__private::Decoder::check_run(
                __decoder,
                const {
                    other::codec::__private::run_size(
                        other::codec::__private::fields_of(
                            <Ping as other::codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &other::codec::__private::Run {
                        schema: <Ping as other::codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 0,
                    }
                },
            ) {
                return other::codec::__private::Err(__error);
            }
            if let other::codec::__private::Err(__error) = <u8 as other::codec::__private::Decodable<
                'decoder,
            >>::refill_from(&mut self.n, __decoder) {
                return other::codec::__private::Err(
                    __error
                        .in_field("n", <Ping as other::codec::__private::Wire>::SCHEMA),
                );
            }
            other::codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl other::codec::__private::Fields for Ping {
        fn visit_fields<__V: other::codec::__private::FieldVisitor>(
            &self,
            __visitor: &mut __V,
        ) {
            let _ = <u8 as other::codec::__private::Encodable>::encoded_len;
            other::codec::__private::FieldVisitor::field::<u8>(__visitor, "n", &self.n);
        }
    }
    #[automatically_derived]
    impl other::codec::__private::Frame for Ping {
        const ID: u32 = 1;
        const NAME: &'static str = "Ping";
    }
};

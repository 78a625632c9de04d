/// Borrowed form of [`Setup`]: variable-length fields point into the decoder's input.
///
/// Opens a connection.
#[derive(
    ::pool_codec::__private::Debug,
    ::pool_codec::__private::Clone,
    ::pool_codec::__private::Copy,
    ::pool_codec::__private::PartialEq
)]
pub struct SetupRef<'decoder> {
    /// Who opens it.
    pub vendor: ::pool_codec::StrRef<'decoder, 255>,
    /// Field `hash` of [`Setup`].
    pub(crate) hash: &'decoder [u8; 32],
    /// Field `tail` of [`Setup`].
    tail: part::TailRef<'decoder, 4>,
    /// Field `kind` of [`Setup`].
    kind: Kind,
}
const _: () = {
    /** The fields in this order; the sizes are their sums, in bytes.

| on the wire | type |
|---|---|
| `vendor` | `Str<255>` |
| `hash` | `[u8; 32]` |
| `tail` | `part::Tail<4>` |
| `kind` | `Kind` |
*/
    #[automatically_derived]
    impl ::pool_codec::__private::Wire for Setup {
        const MIN_SIZE: usize = ::pool_codec::__private::sum(
            &[
                <Str<255> as ::pool_codec::__private::Wire>::MIN_SIZE,
                <[u8; 32] as ::pool_codec::__private::Wire>::MIN_SIZE,
                <part::Tail<4> as ::pool_codec::__private::Wire>::MIN_SIZE,
                <Kind as ::pool_codec::__private::Wire>::MIN_SIZE,
            ],
        );
        const MAX_SIZE: usize = ::pool_codec::__private::sum(
            &[
                <Str<255> as ::pool_codec::__private::Wire>::MAX_SIZE,
                <[u8; 32] as ::pool_codec::__private::Wire>::MAX_SIZE,
                <part::Tail<4> as ::pool_codec::__private::Wire>::MAX_SIZE,
                <Kind as ::pool_codec::__private::Wire>::MAX_SIZE,
            ],
        );
        const MAX_HEAP: usize = ::pool_codec::__private::sum(
            &[
                <Str<255> as ::pool_codec::__private::Wire>::MAX_HEAP,
                <[u8; 32] as ::pool_codec::__private::Wire>::MAX_HEAP,
                <part::Tail<4> as ::pool_codec::__private::Wire>::MAX_HEAP,
                <Kind as ::pool_codec::__private::Wire>::MAX_HEAP,
            ],
        );
        const MAX_OVERHEAD: usize = ::pool_codec::__private::sum(
            &[
                <Str<255> as ::pool_codec::__private::Wire>::MAX_OVERHEAD,
                <[u8; 32] as ::pool_codec::__private::Wire>::MAX_OVERHEAD,
                <part::Tail<4> as ::pool_codec::__private::Wire>::MAX_OVERHEAD,
                <Kind as ::pool_codec::__private::Wire>::MAX_OVERHEAD,
            ],
        );
        const HEAP_PER_BYTE: usize = ::pool_codec::__private::max(
            &[
                <Str<255> as ::pool_codec::__private::Wire>::HEAP_PER_BYTE,
                <[u8; 32] as ::pool_codec::__private::Wire>::HEAP_PER_BYTE,
                <part::Tail<4> as ::pool_codec::__private::Wire>::HEAP_PER_BYTE,
                <Kind as ::pool_codec::__private::Wire>::HEAP_PER_BYTE,
            ],
        );
        const PLAIN: bool = ::pool_codec::__private::all(
            &[
                <Str<255> as ::pool_codec::__private::Wire>::PLAIN,
                <[u8; 32] as ::pool_codec::__private::Wire>::PLAIN,
                <part::Tail<4> as ::pool_codec::__private::Wire>::PLAIN,
                <Kind as ::pool_codec::__private::Wire>::PLAIN,
            ],
        );
        const SCHEMA: &'static ::pool_codec::__private::Schema = &::pool_codec::__private::Schema::Struct {
            name: "Setup",
            max_size: <Setup as ::pool_codec::__private::Wire>::MAX_SIZE,
            max_trailing: <Setup as ::pool_codec::__private::Wire>::MAX_TRAILING,
            fields: &[
                ::pool_codec::__private::Field {
                    name: "vendor",
                    min_size: <Str<255> as ::pool_codec::__private::Wire>::MIN_SIZE,
                    max_size: <Str<255> as ::pool_codec::__private::Wire>::MAX_SIZE,
                    optional: false,
                    schema: <Str<255> as ::pool_codec::__private::Wire>::SCHEMA,
                },
                ::pool_codec::__private::Field {
                    name: "hash",
                    min_size: <[u8; 32] as ::pool_codec::__private::Wire>::MIN_SIZE,
                    max_size: <[u8; 32] as ::pool_codec::__private::Wire>::MAX_SIZE,
                    optional: false,
                    schema: <[u8; 32] as ::pool_codec::__private::Wire>::SCHEMA,
                },
                ::pool_codec::__private::Field {
                    name: "tail",
                    min_size: <part::Tail<4> as ::pool_codec::__private::Wire>::MIN_SIZE,
                    max_size: <part::Tail<4> as ::pool_codec::__private::Wire>::MAX_SIZE,
                    optional: false,
                    schema: <part::Tail<4> as ::pool_codec::__private::Wire>::SCHEMA,
                },
                ::pool_codec::__private::Field {
                    name: "kind",
                    min_size: <Kind as ::pool_codec::__private::Wire>::MIN_SIZE,
                    max_size: <Kind as ::pool_codec::__private::Wire>::MAX_SIZE,
                    optional: false,
                    schema: <Kind as ::pool_codec::__private::Wire>::SCHEMA,
                },
            ],
        };
    }
    #[automatically_derived]
    impl ::pool_codec::__private::OwnLayout for Setup {}
    #[automatically_derived]
    impl ::pool_codec::__private::ArrayElement for Setup {}
    const _: () = ::pool_codec::__private::check_type(
        "Setup",
        <Setup as ::pool_codec::__private::Wire>::MAX_SIZE,
        <Setup as ::pool_codec::__private::Wire>::SCHEMA,
    );
    #[automatically_derived]
    impl ::pool_codec::__private::Encodable for Setup {
        #[inline(always)]
        fn encoded_len(&self) -> usize {
            if <Setup as ::pool_codec::__private::Wire>::MIN_SIZE
                == <Setup as ::pool_codec::__private::Wire>::MAX_SIZE
            {
                return <Setup as ::pool_codec::__private::Wire>::MIN_SIZE;
            }
            ::pool_codec::__private::sum(
                &[
                    <Str<
                        255,
                    > as ::pool_codec::__private::Encodable>::encoded_len(&self.vendor),
                    <[u8; 32] as ::pool_codec::__private::Encodable>::encoded_len(
                        &self.hash,
                    ),
                    <part::Tail<
                        4,
                    > as ::pool_codec::__private::Encodable>::encoded_len(&self.tail),
                    <Kind as ::pool_codec::__private::Encodable>::encoded_len(&self.kind),
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
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Setup as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <Str<
                255,
            > as ::pool_codec::__private::Encodable>::encode_to(
                &self.vendor,
                __encoder,
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "vendor",
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Setup as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <[u8; 32] as ::pool_codec::__private::Encodable>::encode_to(
                &self.hash,
                __encoder,
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "hash",
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        2,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Setup as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <part::Tail<
                4,
            > as ::pool_codec::__private::Encodable>::encode_to(&self.tail, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "tail",
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        3,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Setup as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <Kind as ::pool_codec::__private::Encodable>::encode_to(
                &self.kind,
                __encoder,
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "kind",
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Decodable<'decoder> for Setup {
        #[inline(always)]
        fn decode_from(
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<
            Self,
            ::pool_codec::__private::DecodeError,
        > {
            const __LABELS: &[&str] = &["vendor", "hash", "tail", "kind"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Setup as ::pool_codec::__private::Wire>::SCHEMA,
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
                                "vendor",
                                <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 1,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_1 = match <[u8; 32] as ::pool_codec::__private::Decodable<
                'decoder,
            >>::decode_from(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "hash",
                                <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        2,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 2,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_2 = match <part::Tail<
                4,
            > as ::pool_codec::__private::Decodable<'decoder>>::decode_from(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "tail",
                                <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        3,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 3,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_3 = match <Kind as ::pool_codec::__private::Decodable<
                'decoder,
            >>::decode_from(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "kind",
                                <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            ::pool_codec::__private::Ok(Setup {
                vendor: __field_0,
                hash: __field_1,
                tail: __field_2,
                kind: __field_3,
            })
        }
        #[inline(always)]
        fn refill_from(
            &mut self,
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::DecodeError> {
            const __LABELS: &[&str] = &["vendor", "hash", "tail", "kind"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Setup as ::pool_codec::__private::Wire>::SCHEMA,
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
            >>::refill_from(&mut self.vendor, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "vendor",
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 1,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <[u8; 32] as ::pool_codec::__private::Decodable<
                'decoder,
            >>::refill_from(&mut self.hash, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "hash",
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        2,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 2,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <part::Tail<
                4,
            > as ::pool_codec::__private::Decodable<
                'decoder,
            >>::refill_from(&mut self.tail, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "tail",
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        3,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 3,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <Kind as ::pool_codec::__private::Decodable<
                'decoder,
            >>::refill_from(&mut self.kind, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "kind",
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Fields for Setup {
        fn visit_fields<__V: ::pool_codec::__private::FieldVisitor>(
            &self,
            __visitor: &mut __V,
        ) {
            let _ = <Str<255> as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                Str<255>,
            >(__visitor, "vendor", &self.vendor);
            let _ = <[u8; 32] as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                [u8; 32],
            >(__visitor, "hash", &self.hash);
            let _ = <part::Tail<4> as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                part::Tail<4>,
            >(__visitor, "tail", &self.tail);
            let _ = <Kind as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                Kind,
            >(__visitor, "kind", &self.kind);
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Frame for Setup {
        const ID: u32 = 0;
        const NAME: &'static str = "Setup";
    }
    /// The bytes, and so the sizes, of [`Setup`].
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Wire for SetupRef<'decoder> {
        const MIN_SIZE: usize = <Setup as ::pool_codec::__private::Wire>::MIN_SIZE;
        const MAX_SIZE: usize = <Setup as ::pool_codec::__private::Wire>::MAX_SIZE;
        const MAX_HEAP: usize = 0;
        const PLAIN: bool = <Setup as ::pool_codec::__private::Wire>::PLAIN;
        const MAX_TRAILING: usize = <Setup as ::pool_codec::__private::Wire>::MAX_TRAILING;
        const SCHEMA: &'static ::pool_codec::__private::Schema = <Setup as ::pool_codec::__private::Wire>::SCHEMA;
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::OwnLayout for SetupRef<'decoder> {}
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Encodable for SetupRef<'decoder> {
        #[inline(always)]
        fn encoded_len(&self) -> usize {
            if <Setup as ::pool_codec::__private::Wire>::MIN_SIZE
                == <Setup as ::pool_codec::__private::Wire>::MAX_SIZE
            {
                return <Setup as ::pool_codec::__private::Wire>::MIN_SIZE;
            }
            ::pool_codec::__private::sum(
                &[
                    <::pool_codec::StrRef<
                        'decoder,
                        255,
                    > as ::pool_codec::__private::Encodable>::encoded_len(&self.vendor),
                    <&'decoder [u8; 32] as ::pool_codec::__private::Encodable>::encoded_len(
                        &self.hash,
                    ),
                    <part::TailRef<
                        'decoder,
                        4,
                    > as ::pool_codec::__private::Encodable>::encoded_len(&self.tail),
                    <Kind as ::pool_codec::__private::Encodable>::encoded_len(&self.kind),
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
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Setup as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::StrRef<
                'decoder,
                255,
            > as ::pool_codec::__private::Encodable>::encode_to(
                &self.vendor,
                __encoder,
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "vendor",
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Setup as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <&'decoder [u8; 32] as ::pool_codec::__private::Encodable>::encode_to(
                &self.hash,
                __encoder,
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "hash",
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        2,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Setup as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <part::TailRef<
                'decoder,
                4,
            > as ::pool_codec::__private::Encodable>::encode_to(&self.tail, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "tail",
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        3,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Setup as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <Kind as ::pool_codec::__private::Encodable>::encode_to(
                &self.kind,
                __encoder,
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "kind",
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Decodable<'decoder> for SetupRef<'decoder> {
        #[inline(always)]
        fn decode_from(
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<
            Self,
            ::pool_codec::__private::DecodeError,
        > {
            const __LABELS: &[&str] = &["vendor", "hash", "tail", "kind"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 0,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_0 = match <::pool_codec::StrRef<
                'decoder,
                255,
            > as ::pool_codec::__private::Decodable<'decoder>>::decode_from(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "vendor",
                                <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 1,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_1 = match <&'decoder [u8; 32] as ::pool_codec::__private::Decodable<
                'decoder,
            >>::decode_from(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "hash",
                                <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        2,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 2,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_2 = match <part::TailRef<
                'decoder,
                4,
            > as ::pool_codec::__private::Decodable<'decoder>>::decode_from(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "tail",
                                <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        3,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 3,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_3 = match <Kind as ::pool_codec::__private::Decodable<
                'decoder,
            >>::decode_from(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "kind",
                                <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            ::pool_codec::__private::Ok(SetupRef {
                vendor: __field_0,
                hash: __field_1,
                tail: __field_2,
                kind: __field_3,
            })
        }
        #[inline(always)]
        fn refill_from(
            &mut self,
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::DecodeError> {
            const __LABELS: &[&str] = &["vendor", "hash", "tail", "kind"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 0,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::StrRef<
                'decoder,
                255,
            > as ::pool_codec::__private::Decodable<
                'decoder,
            >>::refill_from(&mut self.vendor, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "vendor",
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 1,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <&'decoder [u8; 32] as ::pool_codec::__private::Decodable<
                'decoder,
            >>::refill_from(&mut self.hash, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "hash",
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        2,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 2,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <part::TailRef<
                'decoder,
                4,
            > as ::pool_codec::__private::Decodable<
                'decoder,
            >>::refill_from(&mut self.tail, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "tail",
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        3,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 3,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <Kind as ::pool_codec::__private::Decodable<
                'decoder,
            >>::refill_from(&mut self.kind, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "kind",
                            <Setup as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Fields for SetupRef<'decoder> {
        fn visit_fields<__V: ::pool_codec::__private::FieldVisitor>(
            &self,
            __visitor: &mut __V,
        ) {
            let _ = <::pool_codec::StrRef<
                'decoder,
                255,
            > as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                ::pool_codec::StrRef<'decoder, 255>,
            >(__visitor, "vendor", &self.vendor);
            let _ = <&'decoder [u8; 32] as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                &'decoder [u8; 32],
            >(__visitor, "hash", &self.hash);
            let _ = <part::TailRef<
                'decoder,
                4,
            > as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                part::TailRef<'decoder, 4>,
            >(__visitor, "tail", &self.tail);
            let _ = <Kind as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                Kind,
            >(__visitor, "kind", &self.kind);
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Frame for SetupRef<'decoder> {
        const ID: u32 = 0;
        const NAME: &'static str = "Setup";
    }
    #[automatically_derived]
    impl ::pool_codec::__private::ZeroCopy for Setup {
        type Ref<'decoder> = SetupRef<'decoder>;
        fn from_borrowed(
            __borrowed: &<Setup as ::pool_codec::__private::ZeroCopy>::Ref<'_>,
        ) -> Self {
            let __field_0 = {
                let __field = &__borrowed.vendor;
                <Str<255> as ::pool_codec::__private::ZeroCopy>::from_borrowed(__field)
            };
            let __field_1 = {
                let __field = &__borrowed.hash;
                <[u8; 32] as ::pool_codec::__private::ZeroCopy>::from_borrowed(__field)
            };
            let __field_2 = {
                let __field = &__borrowed.tail;
                <part::Tail<
                    4,
                > as ::pool_codec::__private::ZeroCopy>::from_borrowed(__field)
            };
            let __field_3 = ::pool_codec::__private::Clone::clone(&__borrowed.kind);
            Setup {
                vendor: __field_0,
                hash: __field_1,
                tail: __field_2,
                kind: __field_3,
            }
        }
        fn as_borrowed(&self) -> <Setup as ::pool_codec::__private::ZeroCopy>::Ref<'_> {
            let __field_0 = {
                let __field = &self.vendor;
                <Str<255> as ::pool_codec::__private::ZeroCopy>::as_borrowed(__field)
            };
            let __field_1 = {
                let __field = &self.hash;
                <[u8; 32] as ::pool_codec::__private::ZeroCopy>::as_borrowed(__field)
            };
            let __field_2 = {
                let __field = &self.tail;
                <part::Tail<
                    4,
                > as ::pool_codec::__private::ZeroCopy>::as_borrowed(__field)
            };
            let __field_3 = ::pool_codec::__private::Clone::clone(&self.kind);
            SetupRef {
                vendor: __field_0,
                hash: __field_1,
                tail: __field_2,
                kind: __field_3,
            }
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Covariant for Setup {
        fn shorten<'short, 'long: 'short>(
            __borrowed: &'short SetupRef<'long>,
        ) -> &'short SetupRef<'short> {
            __borrowed
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Lend<Setup> for SetupRef<'decoder> {
        #[inline]
        fn lend(&self) -> <Setup as ::pool_codec::__private::ZeroCopy>::Ref<'_> {
            *<Setup as ::pool_codec::__private::Covariant>::shorten(self)
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::From<SetupRef<'decoder>> for Setup {
        fn from(__borrowed: SetupRef<'decoder>) -> Self {
            <Setup as ::pool_codec::__private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl<'decoder> SetupRef<'decoder> {
        /// Copies the message out of the decoder's input.
        #[must_use]
        pub fn into_owned(self) -> Setup {
            <Setup as ::pool_codec::__private::ZeroCopy>::from_borrowed(&self)
        }
    }
};

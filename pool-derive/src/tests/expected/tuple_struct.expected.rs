/// Borrowed form of [`Pair`]: variable-length fields point into the decoder's input.
///
#[derive(
    ::pool_codec::__private::Debug,
    ::pool_codec::__private::Clone,
    ::pool_codec::__private::Copy,
    ::pool_codec::__private::PartialEq
)]
pub struct PairRef<'decoder>(
    /// Field `0` of [`Pair`].
    pub u16,
    /// Field `2` of [`Pair`].
    pub ::pool_codec::StrRef<'decoder, 8>,
);
const _: () = {
    /** The fields in this order; the sizes are their sums, in bytes.

| on the wire | type |
|---|---|
| `0` | `u16` |
| `2` | `Str<8>` |
*/
    #[automatically_derived]
    impl ::pool_codec::__private::Wire for Pair {
        const MIN_SIZE: usize = ::pool_codec::__private::sum(
            &[
                <u16 as ::pool_codec::__private::Wire>::MIN_SIZE,
                <Str<8> as ::pool_codec::__private::Wire>::MIN_SIZE,
            ],
        );
        const MAX_SIZE: usize = ::pool_codec::__private::sum(
            &[
                <u16 as ::pool_codec::__private::Wire>::MAX_SIZE,
                <Str<8> as ::pool_codec::__private::Wire>::MAX_SIZE,
            ],
        );
        const MAX_HEAP: usize = ::pool_codec::__private::sum(
            &[
                <u16 as ::pool_codec::__private::Wire>::MAX_HEAP,
                <Str<8> as ::pool_codec::__private::Wire>::MAX_HEAP,
            ],
        );
        const MAX_OVERHEAD: usize = ::pool_codec::__private::sum(
            &[
                <u16 as ::pool_codec::__private::Wire>::MAX_OVERHEAD,
                <Str<8> as ::pool_codec::__private::Wire>::MAX_OVERHEAD,
            ],
        );
        const HEAP_PER_BYTE: usize = ::pool_codec::__private::max(
            &[
                <u16 as ::pool_codec::__private::Wire>::HEAP_PER_BYTE,
                <Str<8> as ::pool_codec::__private::Wire>::HEAP_PER_BYTE,
            ],
        );
        const PLAIN: bool = ::pool_codec::__private::all(
            &[
                <u16 as ::pool_codec::__private::Wire>::PLAIN,
                <Str<8> as ::pool_codec::__private::Wire>::PLAIN,
            ],
        );
        const SCHEMA: &'static ::pool_codec::__private::Schema = &::pool_codec::__private::Schema::Struct {
            name: "Pair",
            max_size: <Pair as ::pool_codec::__private::Wire>::MAX_SIZE,
            max_trailing: <Pair as ::pool_codec::__private::Wire>::MAX_TRAILING,
            fields: &[
                ::pool_codec::__private::Field {
                    name: "0",
                    min_size: <u16 as ::pool_codec::__private::Wire>::MIN_SIZE,
                    max_size: <u16 as ::pool_codec::__private::Wire>::MAX_SIZE,
                    optional: false,
                    schema: <u16 as ::pool_codec::__private::Wire>::SCHEMA,
                },
                ::pool_codec::__private::Field {
                    name: "2",
                    min_size: <Str<8> as ::pool_codec::__private::Wire>::MIN_SIZE,
                    max_size: <Str<8> as ::pool_codec::__private::Wire>::MAX_SIZE,
                    optional: false,
                    schema: <Str<8> as ::pool_codec::__private::Wire>::SCHEMA,
                },
            ],
        };
    }
    #[automatically_derived]
    impl ::pool_codec::__private::OwnLayout for Pair {}
    #[automatically_derived]
    impl ::pool_codec::__private::ArrayElement for Pair {}
    const _: () = ::pool_codec::__private::check_type(
        "Pair",
        <Pair as ::pool_codec::__private::Wire>::MAX_SIZE,
        <Pair as ::pool_codec::__private::Wire>::SCHEMA,
    );
    #[automatically_derived]
    impl ::pool_codec::__private::Encodable for Pair {
        #[inline(always)]
        fn encoded_len(&self) -> usize {
            if <Pair as ::pool_codec::__private::Wire>::MIN_SIZE
                == <Pair as ::pool_codec::__private::Wire>::MAX_SIZE
            {
                return <Pair as ::pool_codec::__private::Wire>::MIN_SIZE;
            }
            ::pool_codec::__private::sum(
                &[
                    <u16 as ::pool_codec::__private::Encodable>::encoded_len(&self.0),
                    <Str<8> as ::pool_codec::__private::Encodable>::encoded_len(&self.2),
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
                            <Pair as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Pair as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <u16 as ::pool_codec::__private::Encodable>::encode_to(
                &self.0,
                __encoder,
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field("0", <Pair as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Pair as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Pair as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <Str<
                8,
            > as ::pool_codec::__private::Encodable>::encode_to(&self.2, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field("2", <Pair as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Decodable<'decoder> for Pair {
        #[inline(always)]
        fn decode_from(
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<
            Self,
            ::pool_codec::__private::DecodeError,
        > {
            const __LABELS: &[&str] = &["0", "2"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Pair as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Pair as ::pool_codec::__private::Wire>::SCHEMA,
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
                                "0",
                                <Pair as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Pair as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Pair as ::pool_codec::__private::Wire>::SCHEMA,
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
                                "2",
                                <Pair as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            ::pool_codec::__private::Ok(Pair {
                0: __field_0,
                2: __field_1,
                1: <u8 as ::pool_codec::__private::Default>::default(),
            })
        }
        #[inline(always)]
        fn refill_from(
            &mut self,
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::DecodeError> {
            const __LABELS: &[&str] = &["0", "2"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Pair as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Pair as ::pool_codec::__private::Wire>::SCHEMA,
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
            >>::refill_from(&mut self.0, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field("0", <Pair as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Pair as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Pair as ::pool_codec::__private::Wire>::SCHEMA,
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
            >>::refill_from(&mut self.2, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field("2", <Pair as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            self.1 = <u8 as ::pool_codec::__private::Default>::default();
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Fields for Pair {
        fn visit_fields<__V: ::pool_codec::__private::FieldVisitor>(
            &self,
            __visitor: &mut __V,
        ) {
            let _ = <u16 as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<u16>(__visitor, "0", &self.0);
            let _ = <Str<8> as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                Str<8>,
            >(__visitor, "2", &self.2);
        }
    }
    /// The bytes, and so the sizes, of [`Pair`].
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Wire for PairRef<'decoder> {
        const MIN_SIZE: usize = <Pair as ::pool_codec::__private::Wire>::MIN_SIZE;
        const MAX_SIZE: usize = <Pair as ::pool_codec::__private::Wire>::MAX_SIZE;
        const MAX_HEAP: usize = 0;
        const PLAIN: bool = <Pair as ::pool_codec::__private::Wire>::PLAIN;
        const MAX_TRAILING: usize = <Pair as ::pool_codec::__private::Wire>::MAX_TRAILING;
        const SCHEMA: &'static ::pool_codec::__private::Schema = <Pair as ::pool_codec::__private::Wire>::SCHEMA;
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::OwnLayout for PairRef<'decoder> {}
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Encodable for PairRef<'decoder> {
        #[inline(always)]
        fn encoded_len(&self) -> usize {
            if <Pair as ::pool_codec::__private::Wire>::MIN_SIZE
                == <Pair as ::pool_codec::__private::Wire>::MAX_SIZE
            {
                return <Pair as ::pool_codec::__private::Wire>::MIN_SIZE;
            }
            ::pool_codec::__private::sum(
                &[
                    <u16 as ::pool_codec::__private::Encodable>::encoded_len(&self.0),
                    <::pool_codec::StrRef<
                        'decoder,
                        8,
                    > as ::pool_codec::__private::Encodable>::encoded_len(&self.1),
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
                            <Pair as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Pair as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <u16 as ::pool_codec::__private::Encodable>::encode_to(
                &self.0,
                __encoder,
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field("0", <Pair as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Pair as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Pair as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::StrRef<
                'decoder,
                8,
            > as ::pool_codec::__private::Encodable>::encode_to(&self.1, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field("2", <Pair as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Decodable<'decoder> for PairRef<'decoder> {
        #[inline(always)]
        fn decode_from(
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<
            Self,
            ::pool_codec::__private::DecodeError,
        > {
            const __LABELS: &[&str] = &["0", "2"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Pair as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Pair as ::pool_codec::__private::Wire>::SCHEMA,
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
                                "0",
                                <Pair as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Pair as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Pair as ::pool_codec::__private::Wire>::SCHEMA,
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
                                "2",
                                <Pair as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            ::pool_codec::__private::Ok(PairRef {
                0: __field_0,
                1: __field_1,
            })
        }
        #[inline(always)]
        fn refill_from(
            &mut self,
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::DecodeError> {
            const __LABELS: &[&str] = &["0", "2"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Pair as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Pair as ::pool_codec::__private::Wire>::SCHEMA,
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
            >>::refill_from(&mut self.0, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field("0", <Pair as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Pair as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Pair as ::pool_codec::__private::Wire>::SCHEMA,
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
            >>::refill_from(&mut self.1, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field("2", <Pair as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Fields for PairRef<'decoder> {
        fn visit_fields<__V: ::pool_codec::__private::FieldVisitor>(
            &self,
            __visitor: &mut __V,
        ) {
            let _ = <u16 as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<u16>(__visitor, "0", &self.0);
            let _ = <::pool_codec::StrRef<
                'decoder,
                8,
            > as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                ::pool_codec::StrRef<'decoder, 8>,
            >(__visitor, "2", &self.1);
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::ZeroCopy for Pair {
        type Ref<'decoder> = PairRef<'decoder>;
        fn from_borrowed(
            __borrowed: &<Pair as ::pool_codec::__private::ZeroCopy>::Ref<'_>,
        ) -> Self {
            let __field_0 = {
                let __field = &__borrowed.0;
                <u16 as ::pool_codec::__private::ZeroCopy>::from_borrowed(__field)
            };
            let __field_1 = {
                let __field = &__borrowed.1;
                <Str<8> as ::pool_codec::__private::ZeroCopy>::from_borrowed(__field)
            };
            Pair {
                0: __field_0,
                2: __field_1,
                1: <u8 as ::pool_codec::__private::Default>::default(),
            }
        }
        fn as_borrowed(&self) -> <Pair as ::pool_codec::__private::ZeroCopy>::Ref<'_> {
            let __field_0 = {
                let __field = &self.0;
                <u16 as ::pool_codec::__private::ZeroCopy>::as_borrowed(__field)
            };
            let __field_1 = {
                let __field = &self.2;
                <Str<8> as ::pool_codec::__private::ZeroCopy>::as_borrowed(__field)
            };
            PairRef {
                0: __field_0,
                1: __field_1,
            }
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Covariant for Pair {
        fn shorten<'short, 'long: 'short>(
            __borrowed: &'short PairRef<'long>,
        ) -> &'short PairRef<'short> {
            __borrowed
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Lend<Pair> for PairRef<'decoder> {
        #[inline]
        fn lend(&self) -> <Pair as ::pool_codec::__private::ZeroCopy>::Ref<'_> {
            *<Pair as ::pool_codec::__private::Covariant>::shorten(self)
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::From<PairRef<'decoder>> for Pair {
        fn from(__borrowed: PairRef<'decoder>) -> Self {
            <Pair as ::pool_codec::__private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl<'decoder> PairRef<'decoder> {
        /// Copies the message out of the decoder's input.
        #[must_use]
        pub fn into_owned(self) -> Pair {
            <Pair as ::pool_codec::__private::ZeroCopy>::from_borrowed(&self)
        }
    }
};

/// Borrowed form of [`r#struct`]: variable-length fields point into the decoder's input.
///
#[derive(
    ::pool_codec::__private::Debug,
    ::pool_codec::__private::Clone,
    ::pool_codec::__private::Copy,
    ::pool_codec::__private::PartialEq
)]
struct structRef<'decoder> {
    /// Field `type` of [`r#struct`].
    r#type: u8,
    /// Field `match` of [`r#struct`].
    r#match: ::pool_codec::StrRef<'decoder, 8>,
}
const _: () = {
    /** The fields in this order; the sizes are their sums, in bytes.

| on the wire | type |
|---|---|
| `type` | `u8` |
| `match` | `Str<8>` |
*/
    #[automatically_derived]
    impl ::pool_codec::__private::Wire for r#struct {
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
        const PLAIN: bool = ::pool_codec::__private::all(
            &[
                <u8 as ::pool_codec::__private::Wire>::PLAIN,
                <Str<8> as ::pool_codec::__private::Wire>::PLAIN,
            ],
        );
        const SCHEMA: &'static ::pool_codec::__private::Schema = &::pool_codec::__private::Schema::Struct {
            name: "struct",
            max_size: <r#struct as ::pool_codec::__private::Wire>::MAX_SIZE,
            max_trailing: <r#struct as ::pool_codec::__private::Wire>::MAX_TRAILING,
            fields: &[
                ::pool_codec::__private::Field {
                    name: "type",
                    min_size: <u8 as ::pool_codec::__private::Wire>::MIN_SIZE,
                    max_size: <u8 as ::pool_codec::__private::Wire>::MAX_SIZE,
                    optional: false,
                    schema: <u8 as ::pool_codec::__private::Wire>::SCHEMA,
                },
                ::pool_codec::__private::Field {
                    name: "match",
                    min_size: <Str<8> as ::pool_codec::__private::Wire>::MIN_SIZE,
                    max_size: <Str<8> as ::pool_codec::__private::Wire>::MAX_SIZE,
                    optional: false,
                    schema: <Str<8> as ::pool_codec::__private::Wire>::SCHEMA,
                },
            ],
        };
    }
    #[automatically_derived]
    impl ::pool_codec::__private::OwnLayout for r#struct {}
    #[automatically_derived]
    impl ::pool_codec::__private::ArrayElement for r#struct {}
    const _: () = ::pool_codec::__private::check_type(
        "struct",
        <r#struct as ::pool_codec::__private::Wire>::MAX_SIZE,
        <r#struct as ::pool_codec::__private::Wire>::SCHEMA,
    );
    #[automatically_derived]
    impl ::pool_codec::__private::Encodable for r#struct {
        #[inline(always)]
        fn encoded_len(&self) -> usize {
            if <r#struct as ::pool_codec::__private::Wire>::MIN_SIZE
                == <r#struct as ::pool_codec::__private::Wire>::MAX_SIZE
            {
                return <r#struct as ::pool_codec::__private::Wire>::MIN_SIZE;
            }
            ::pool_codec::__private::sum(
                &[
                    <u8 as ::pool_codec::__private::Encodable>::encoded_len(
                        &self.r#type,
                    ),
                    <Str<
                        8,
                    > as ::pool_codec::__private::Encodable>::encoded_len(&self.r#match),
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
                            <r#struct as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_message(<r#struct as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <u8 as ::pool_codec::__private::Encodable>::encode_to(
                &self.r#type,
                __encoder,
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "type",
                            <r#struct as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <r#struct as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_message(<r#struct as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <Str<
                8,
            > as ::pool_codec::__private::Encodable>::encode_to(
                &self.r#match,
                __encoder,
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "match",
                            <r#struct as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Decodable<'decoder> for r#struct {
        #[inline(always)]
        fn decode_from(
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<
            Self,
            ::pool_codec::__private::DecodeError,
        > {
            const __LABELS: &[&str] = &["type", "match"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <r#struct as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <r#struct as ::pool_codec::__private::Wire>::SCHEMA,
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
                                "type",
                                <r#struct as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <r#struct as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <r#struct as ::pool_codec::__private::Wire>::SCHEMA,
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
                                "match",
                                <r#struct as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            ::pool_codec::__private::Ok(r#struct {
                r#type: __field_0,
                r#match: __field_1,
            })
        }
        #[inline(always)]
        fn refill_from(
            &mut self,
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::DecodeError> {
            const __LABELS: &[&str] = &["type", "match"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <r#struct as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <r#struct as ::pool_codec::__private::Wire>::SCHEMA,
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
            >>::refill_from(&mut self.r#type, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "type",
                            <r#struct as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <r#struct as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <r#struct as ::pool_codec::__private::Wire>::SCHEMA,
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
            >>::refill_from(&mut self.r#match, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "match",
                            <r#struct as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Fields for r#struct {
        fn visit_fields<__V: ::pool_codec::__private::FieldVisitor>(
            &self,
            __visitor: &mut __V,
        ) {
            let _ = <u8 as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                u8,
            >(__visitor, "type", &self.r#type);
            let _ = <Str<8> as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                Str<8>,
            >(__visitor, "match", &self.r#match);
        }
    }
    /// The bytes, and so the sizes, of [`r#struct`].
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Wire for structRef<'decoder> {
        const MIN_SIZE: usize = <r#struct as ::pool_codec::__private::Wire>::MIN_SIZE;
        const MAX_SIZE: usize = <r#struct as ::pool_codec::__private::Wire>::MAX_SIZE;
        const MAX_HEAP: usize = 0;
        const PLAIN: bool = <r#struct as ::pool_codec::__private::Wire>::PLAIN;
        const MAX_TRAILING: usize = <r#struct as ::pool_codec::__private::Wire>::MAX_TRAILING;
        const SCHEMA: &'static ::pool_codec::__private::Schema = <r#struct as ::pool_codec::__private::Wire>::SCHEMA;
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::OwnLayout for structRef<'decoder> {}
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Encodable for structRef<'decoder> {
        #[inline(always)]
        fn encoded_len(&self) -> usize {
            if <r#struct as ::pool_codec::__private::Wire>::MIN_SIZE
                == <r#struct as ::pool_codec::__private::Wire>::MAX_SIZE
            {
                return <r#struct as ::pool_codec::__private::Wire>::MIN_SIZE;
            }
            ::pool_codec::__private::sum(
                &[
                    <u8 as ::pool_codec::__private::Encodable>::encoded_len(
                        &self.r#type,
                    ),
                    <::pool_codec::StrRef<
                        'decoder,
                        8,
                    > as ::pool_codec::__private::Encodable>::encoded_len(&self.r#match),
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
                            <r#struct as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_message(<r#struct as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <u8 as ::pool_codec::__private::Encodable>::encode_to(
                &self.r#type,
                __encoder,
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "type",
                            <r#struct as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <r#struct as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_message(<r#struct as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::StrRef<
                'decoder,
                8,
            > as ::pool_codec::__private::Encodable>::encode_to(
                &self.r#match,
                __encoder,
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "match",
                            <r#struct as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Decodable<'decoder> for structRef<'decoder> {
        #[inline(always)]
        fn decode_from(
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<
            Self,
            ::pool_codec::__private::DecodeError,
        > {
            const __LABELS: &[&str] = &["type", "match"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <r#struct as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <r#struct as ::pool_codec::__private::Wire>::SCHEMA,
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
                                "type",
                                <r#struct as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <r#struct as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <r#struct as ::pool_codec::__private::Wire>::SCHEMA,
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
                                "match",
                                <r#struct as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            ::pool_codec::__private::Ok(structRef {
                r#type: __field_0,
                r#match: __field_1,
            })
        }
        #[inline(always)]
        fn refill_from(
            &mut self,
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::DecodeError> {
            const __LABELS: &[&str] = &["type", "match"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <r#struct as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <r#struct as ::pool_codec::__private::Wire>::SCHEMA,
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
            >>::refill_from(&mut self.r#type, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "type",
                            <r#struct as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <r#struct as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <r#struct as ::pool_codec::__private::Wire>::SCHEMA,
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
            >>::refill_from(&mut self.r#match, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "match",
                            <r#struct as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Fields for structRef<'decoder> {
        fn visit_fields<__V: ::pool_codec::__private::FieldVisitor>(
            &self,
            __visitor: &mut __V,
        ) {
            let _ = <u8 as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                u8,
            >(__visitor, "type", &self.r#type);
            let _ = <::pool_codec::StrRef<
                'decoder,
                8,
            > as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                ::pool_codec::StrRef<'decoder, 8>,
            >(__visitor, "match", &self.r#match);
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::ZeroCopy for r#struct {
        type Ref<'decoder> = structRef<'decoder>;
        fn from_borrowed(
            __borrowed: &<r#struct as ::pool_codec::__private::ZeroCopy>::Ref<'_>,
        ) -> Self {
            let __field_0 = {
                let __field = &__borrowed.r#type;
                <u8 as ::pool_codec::__private::ZeroCopy>::from_borrowed(__field)
            };
            let __field_1 = {
                let __field = &__borrowed.r#match;
                <Str<8> as ::pool_codec::__private::ZeroCopy>::from_borrowed(__field)
            };
            r#struct {
                r#type: __field_0,
                r#match: __field_1,
            }
        }
        fn as_borrowed(
            &self,
        ) -> <r#struct as ::pool_codec::__private::ZeroCopy>::Ref<'_> {
            let __field_0 = {
                let __field = &self.r#type;
                <u8 as ::pool_codec::__private::ZeroCopy>::as_borrowed(__field)
            };
            let __field_1 = {
                let __field = &self.r#match;
                <Str<8> as ::pool_codec::__private::ZeroCopy>::as_borrowed(__field)
            };
            structRef {
                r#type: __field_0,
                r#match: __field_1,
            }
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Covariant for r#struct {
        fn shorten<'short, 'long: 'short>(
            __borrowed: &'short structRef<'long>,
        ) -> &'short structRef<'short> {
            __borrowed
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Lend<r#struct> for structRef<'decoder> {
        #[inline]
        fn lend(&self) -> <r#struct as ::pool_codec::__private::ZeroCopy>::Ref<'_> {
            *<r#struct as ::pool_codec::__private::Covariant>::shorten(self)
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::From<structRef<'decoder>> for r#struct {
        fn from(__borrowed: structRef<'decoder>) -> Self {
            <r#struct as ::pool_codec::__private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl<'decoder> structRef<'decoder> {
        /// Copies the message out of the decoder's input.
        #[must_use]
        fn into_owned(self) -> r#struct {
            <r#struct as ::pool_codec::__private::ZeroCopy>::from_borrowed(&self)
        }
    }
};

/// Borrowed form of [`Keyed`]: variable-length fields point into the decoder's input.
///
#[derive(
    ::pool_codec::__private::Debug,
    ::pool_codec::__private::Clone,
    ::pool_codec::__private::Copy,
    ::pool_codec::__private::PartialEq
)]
#[derive(Hash, serde::Serialize)]
struct KeyedRef<'decoder> {
    /// Field `name` of [`Keyed`].
    name: ::pool_codec::StrRef<'decoder, 8>,
}
const _: () = {
    /** The fields in this order; the sizes are their sums, in bytes.

| on the wire | type |
|---|---|
| `name` | `Str<8>` |
*/
    #[automatically_derived]
    impl ::pool_codec::__private::Wire for Keyed {
        const MIN_SIZE: usize = ::pool_codec::__private::sum(
            &[<Str<8> as ::pool_codec::__private::Wire>::MIN_SIZE],
        );
        const MAX_SIZE: usize = ::pool_codec::__private::sum(
            &[<Str<8> as ::pool_codec::__private::Wire>::MAX_SIZE],
        );
        const MAX_HEAP: usize = ::pool_codec::__private::sum(
            &[<Str<8> as ::pool_codec::__private::Wire>::MAX_HEAP],
        );
        const MAX_OVERHEAD: usize = ::pool_codec::__private::sum(
            &[<Str<8> as ::pool_codec::__private::Wire>::MAX_OVERHEAD],
        );
        const HEAP_PER_BYTE: usize = ::pool_codec::__private::max(
            &[<Str<8> as ::pool_codec::__private::Wire>::HEAP_PER_BYTE],
        );
        const PLAIN: bool = ::pool_codec::__private::all(
            &[<Str<8> as ::pool_codec::__private::Wire>::PLAIN],
        );
        const SCHEMA: &'static ::pool_codec::__private::Schema = &::pool_codec::__private::Schema::Struct {
            name: "Keyed",
            max_size: <Keyed as ::pool_codec::__private::Wire>::MAX_SIZE,
            max_trailing: <Keyed as ::pool_codec::__private::Wire>::MAX_TRAILING,
            fields: &[
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
    impl ::pool_codec::__private::OwnLayout for Keyed {}
    #[automatically_derived]
    impl ::pool_codec::__private::ArrayElement for Keyed {}
    const _: () = ::pool_codec::__private::check_type(
        "Keyed",
        <Keyed as ::pool_codec::__private::Wire>::MAX_SIZE,
        <Keyed as ::pool_codec::__private::Wire>::SCHEMA,
    );
    #[automatically_derived]
    impl ::pool_codec::__private::Encodable for Keyed {
        #[inline(always)]
        fn encoded_len(&self) -> usize {
            if <Keyed as ::pool_codec::__private::Wire>::MIN_SIZE
                == <Keyed as ::pool_codec::__private::Wire>::MAX_SIZE
            {
                return <Keyed as ::pool_codec::__private::Wire>::MIN_SIZE;
            }
            ::pool_codec::__private::sum(
                &[
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
                            <Keyed as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Keyed as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <Str<
                8,
            > as ::pool_codec::__private::Encodable>::encode_to(&self.name, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "name",
                            <Keyed as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Decodable<'decoder> for Keyed {
        #[inline(always)]
        fn decode_from(
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<
            Self,
            ::pool_codec::__private::DecodeError,
        > {
            const __LABELS: &[&str] = &["name"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Keyed as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Keyed as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 0,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_0 = match <Str<
                8,
            > as ::pool_codec::__private::Decodable<'decoder>>::decode_from(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "name",
                                <Keyed as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            ::pool_codec::__private::Ok(Keyed { name: __field_0 })
        }
        #[inline(always)]
        fn refill_from(
            &mut self,
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::DecodeError> {
            const __LABELS: &[&str] = &["name"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Keyed as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Keyed as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 0,
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
                            <Keyed as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Fields for Keyed {
        fn visit_fields<__V: ::pool_codec::__private::FieldVisitor>(
            &self,
            __visitor: &mut __V,
        ) {
            let _ = <Str<8> as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                Str<8>,
            >(__visitor, "name", &self.name);
        }
    }
    /// The bytes, and so the sizes, of [`Keyed`].
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Wire for KeyedRef<'decoder> {
        const MIN_SIZE: usize = <Keyed as ::pool_codec::__private::Wire>::MIN_SIZE;
        const MAX_SIZE: usize = <Keyed as ::pool_codec::__private::Wire>::MAX_SIZE;
        const MAX_HEAP: usize = 0;
        const PLAIN: bool = <Keyed as ::pool_codec::__private::Wire>::PLAIN;
        const MAX_TRAILING: usize = <Keyed as ::pool_codec::__private::Wire>::MAX_TRAILING;
        const SCHEMA: &'static ::pool_codec::__private::Schema = <Keyed as ::pool_codec::__private::Wire>::SCHEMA;
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::OwnLayout for KeyedRef<'decoder> {}
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Encodable for KeyedRef<'decoder> {
        #[inline(always)]
        fn encoded_len(&self) -> usize {
            if <Keyed as ::pool_codec::__private::Wire>::MIN_SIZE
                == <Keyed as ::pool_codec::__private::Wire>::MAX_SIZE
            {
                return <Keyed as ::pool_codec::__private::Wire>::MIN_SIZE;
            }
            ::pool_codec::__private::sum(
                &[
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
                            <Keyed as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Keyed as ::pool_codec::__private::Wire>::SCHEMA),
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
                            <Keyed as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Decodable<'decoder> for KeyedRef<'decoder> {
        #[inline(always)]
        fn decode_from(
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<
            Self,
            ::pool_codec::__private::DecodeError,
        > {
            const __LABELS: &[&str] = &["name"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Keyed as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Keyed as ::pool_codec::__private::Wire>::SCHEMA,
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
                8,
            > as ::pool_codec::__private::Decodable<'decoder>>::decode_from(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "name",
                                <Keyed as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            ::pool_codec::__private::Ok(KeyedRef { name: __field_0 })
        }
        #[inline(always)]
        fn refill_from(
            &mut self,
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::DecodeError> {
            const __LABELS: &[&str] = &["name"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Keyed as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Keyed as ::pool_codec::__private::Wire>::SCHEMA,
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
                8,
            > as ::pool_codec::__private::Decodable<
                'decoder,
            >>::refill_from(&mut self.name, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "name",
                            <Keyed as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Fields for KeyedRef<'decoder> {
        fn visit_fields<__V: ::pool_codec::__private::FieldVisitor>(
            &self,
            __visitor: &mut __V,
        ) {
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
    impl ::pool_codec::__private::ZeroCopy for Keyed {
        type Ref<'decoder> = KeyedRef<'decoder>;
        fn from_borrowed(
            __borrowed: &<Keyed as ::pool_codec::__private::ZeroCopy>::Ref<'_>,
        ) -> Self {
            let __field_0 = {
                let __field = &__borrowed.name;
                <Str<8> as ::pool_codec::__private::ZeroCopy>::from_borrowed(__field)
            };
            Keyed { name: __field_0 }
        }
        fn as_borrowed(&self) -> <Keyed as ::pool_codec::__private::ZeroCopy>::Ref<'_> {
            let __field_0 = {
                let __field = &self.name;
                <Str<8> as ::pool_codec::__private::ZeroCopy>::as_borrowed(__field)
            };
            KeyedRef { name: __field_0 }
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Covariant for Keyed {
        fn shorten<'short, 'long: 'short>(
            __borrowed: &'short KeyedRef<'long>,
        ) -> &'short KeyedRef<'short> {
            __borrowed
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Lend<Keyed> for KeyedRef<'decoder> {
        #[inline]
        fn lend(&self) -> <Keyed as ::pool_codec::__private::ZeroCopy>::Ref<'_> {
            *<Keyed as ::pool_codec::__private::Covariant>::shorten(self)
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::From<KeyedRef<'decoder>> for Keyed {
        fn from(__borrowed: KeyedRef<'decoder>) -> Self {
            <Keyed as ::pool_codec::__private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl<'decoder> KeyedRef<'decoder> {
        /// Copies the message out of the decoder's input.
        #[must_use]
        fn into_owned(self) -> Keyed {
            <Keyed as ::pool_codec::__private::ZeroCopy>::from_borrowed(&self)
        }
    }
};

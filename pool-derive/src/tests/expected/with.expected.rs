/// Borrowed form of [`Timed`]: variable-length fields point into the decoder's input.
///
#[derive(
    ::pool_codec::__private::Debug,
    ::pool_codec::__private::Clone,
    ::pool_codec::__private::Copy,
    ::pool_codec::__private::PartialEq
)]
struct TimedRef<'decoder> {
    /// Field `wait` of [`Timed`].
    wait: Duration,
    /// Field `n` of [`Timed`].
    n: ::pool_codec::StrRef<'decoder, 4>,
}
const _: () = {
    /** The fields in this order; the sizes are their sums, in bytes.

| on the wire | type |
|---|---|
| `wait` | `Duration` |
| `n` | `Box<Str<4>>` |
*/
    #[automatically_derived]
    impl ::pool_codec::__private::Wire for Timed {
        const MIN_SIZE: usize = ::pool_codec::__private::sum(
            &[
                <::pool_codec::__private::With<
                    Millis,
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::WireAs<Duration>>::MIN_SIZE,
                <Box<Str<4>> as ::pool_codec::__private::Wire>::MIN_SIZE,
            ],
        );
        const MAX_SIZE: usize = ::pool_codec::__private::sum(
            &[
                <::pool_codec::__private::With<
                    Millis,
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::WireAs<Duration>>::MAX_SIZE,
                <Box<Str<4>> as ::pool_codec::__private::Wire>::MAX_SIZE,
            ],
        );
        const MAX_HEAP: usize = ::pool_codec::__private::sum(
            &[
                <::pool_codec::__private::With<
                    Millis,
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::WireAs<Duration>>::MAX_HEAP,
                <Box<Str<4>> as ::pool_codec::__private::Wire>::MAX_HEAP,
            ],
        );
        const MAX_OVERHEAD: usize = ::pool_codec::__private::sum(
            &[
                <::pool_codec::__private::With<
                    Millis,
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::WireAs<Duration>>::MAX_OVERHEAD,
                <Box<Str<4>> as ::pool_codec::__private::Wire>::MAX_OVERHEAD,
            ],
        );
        const HEAP_PER_BYTE: usize = ::pool_codec::__private::max(
            &[
                <::pool_codec::__private::With<
                    Millis,
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::WireAs<Duration>>::HEAP_PER_BYTE,
                <Box<Str<4>> as ::pool_codec::__private::Wire>::HEAP_PER_BYTE,
            ],
        );
        const PLAIN: bool = ::pool_codec::__private::all(
            &[
                <::pool_codec::__private::With<
                    Millis,
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::WireAs<Duration>>::PLAIN,
                <Box<Str<4>> as ::pool_codec::__private::Wire>::PLAIN,
            ],
        );
        const SCHEMA: &'static ::pool_codec::__private::Schema = &::pool_codec::__private::Schema::Struct {
            name: "Timed",
            max_size: <Timed as ::pool_codec::__private::Wire>::MAX_SIZE,
            max_trailing: <Timed as ::pool_codec::__private::Wire>::MAX_TRAILING,
            fields: &[
                ::pool_codec::__private::Field {
                    name: "wait",
                    min_size: <::pool_codec::__private::With<
                        Millis,
                        ::pool_codec::__private::Own,
                    > as ::pool_codec::__private::WireAs<Duration>>::MIN_SIZE,
                    max_size: <::pool_codec::__private::With<
                        Millis,
                        ::pool_codec::__private::Own,
                    > as ::pool_codec::__private::WireAs<Duration>>::MAX_SIZE,
                    optional: false,
                    schema: <::pool_codec::__private::With<
                        Millis,
                        ::pool_codec::__private::Own,
                    > as ::pool_codec::__private::WireAs<Duration>>::SCHEMA,
                },
                ::pool_codec::__private::Field {
                    name: "n",
                    min_size: <Box<Str<4>> as ::pool_codec::__private::Wire>::MIN_SIZE,
                    max_size: <Box<Str<4>> as ::pool_codec::__private::Wire>::MAX_SIZE,
                    optional: false,
                    schema: <Box<Str<4>> as ::pool_codec::__private::Wire>::SCHEMA,
                },
            ],
        };
    }
    #[automatically_derived]
    impl ::pool_codec::__private::OwnLayout for Timed {}
    #[automatically_derived]
    impl ::pool_codec::__private::ArrayElement for Timed {}
    const _: () = ::pool_codec::__private::check_type(
        "Timed",
        <Timed as ::pool_codec::__private::Wire>::MAX_SIZE,
        <Timed as ::pool_codec::__private::Wire>::SCHEMA,
    );
    #[automatically_derived]
    impl ::pool_codec::__private::Encodable for Timed {
        #[inline(always)]
        fn encoded_len(&self) -> usize {
            if <Timed as ::pool_codec::__private::Wire>::MIN_SIZE
                == <Timed as ::pool_codec::__private::Wire>::MAX_SIZE
            {
                return <Timed as ::pool_codec::__private::Wire>::MIN_SIZE;
            }
            ::pool_codec::__private::sum(
                &[
                    <::pool_codec::__private::With<
                        Millis,
                        ::pool_codec::__private::Own,
                    > as ::pool_codec::__private::EncodeAs<
                        Duration,
                    >>::encoded_len(&self.wait),
                    <Box<
                        Str<4>,
                    > as ::pool_codec::__private::Encodable>::encoded_len(&self.n),
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
                            <Timed as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Timed as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::With<
                Millis,
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::EncodeAs<
                Duration,
            >>::encode(&self.wait, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "wait",
                            <Timed as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Timed as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Timed as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <Box<
                Str<4>,
            > as ::pool_codec::__private::Encodable>::encode_to(&self.n, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field("n", <Timed as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Decodable<'decoder> for Timed {
        #[inline(always)]
        fn decode_from(
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<
            Self,
            ::pool_codec::__private::DecodeError,
        > {
            const __LABELS: &[&str] = &["wait", "n"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Timed as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Timed as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 0,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_0 = match <::pool_codec::__private::With<
                Millis,
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                Duration,
            >>::decode(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "wait",
                                <Timed as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Timed as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Timed as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 1,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_1 = match <Box<
                Str<4>,
            > as ::pool_codec::__private::Decodable<'decoder>>::decode_from(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "n",
                                <Timed as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            ::pool_codec::__private::Ok(Timed {
                wait: __field_0,
                n: __field_1,
            })
        }
        #[inline(always)]
        fn refill_from(
            &mut self,
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::DecodeError> {
            const __LABELS: &[&str] = &["wait", "n"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Timed as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Timed as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 0,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::With<
                Millis,
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                Duration,
            >>::refill(&mut self.wait, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "wait",
                            <Timed as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Timed as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Timed as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 1,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <Box<
                Str<4>,
            > as ::pool_codec::__private::Decodable<
                'decoder,
            >>::refill_from(&mut self.n, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field("n", <Timed as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Fields for Timed {
        fn visit_fields<__V: ::pool_codec::__private::FieldVisitor>(
            &self,
            __visitor: &mut __V,
        ) {
            let _ = <::pool_codec::__private::With<
                Millis,
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::EncodeAs<Duration>>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field(
                __visitor,
                "wait",
                &::pool_codec::__private::Coded::<
                    '_,
                    Duration,
                    ::pool_codec::__private::With<Millis, ::pool_codec::__private::Own>,
                >::new(&self.wait),
            );
            let _ = <Box<Str<4>> as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                Box<Str<4>>,
            >(__visitor, "n", &self.n);
        }
    }
    /// The bytes, and so the sizes, of [`Timed`].
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Wire for TimedRef<'decoder> {
        const MIN_SIZE: usize = <Timed as ::pool_codec::__private::Wire>::MIN_SIZE;
        const MAX_SIZE: usize = <Timed as ::pool_codec::__private::Wire>::MAX_SIZE;
        const MAX_HEAP: usize = 0;
        const PLAIN: bool = <Timed as ::pool_codec::__private::Wire>::PLAIN;
        const MAX_TRAILING: usize = <Timed as ::pool_codec::__private::Wire>::MAX_TRAILING;
        const SCHEMA: &'static ::pool_codec::__private::Schema = <Timed as ::pool_codec::__private::Wire>::SCHEMA;
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::OwnLayout for TimedRef<'decoder> {}
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Encodable for TimedRef<'decoder> {
        #[inline(always)]
        fn encoded_len(&self) -> usize {
            if <Timed as ::pool_codec::__private::Wire>::MIN_SIZE
                == <Timed as ::pool_codec::__private::Wire>::MAX_SIZE
            {
                return <Timed as ::pool_codec::__private::Wire>::MIN_SIZE;
            }
            ::pool_codec::__private::sum(
                &[
                    <::pool_codec::__private::With<
                        Millis,
                        ::pool_codec::__private::Own,
                    > as ::pool_codec::__private::EncodeAs<
                        Duration,
                    >>::encoded_len(&self.wait),
                    <::pool_codec::StrRef<
                        'decoder,
                        4,
                    > as ::pool_codec::__private::Encodable>::encoded_len(&self.n),
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
                            <Timed as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Timed as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::With<
                Millis,
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::EncodeAs<
                Duration,
            >>::encode(&self.wait, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "wait",
                            <Timed as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Timed as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Timed as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::StrRef<
                'decoder,
                4,
            > as ::pool_codec::__private::Encodable>::encode_to(&self.n, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field("n", <Timed as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Decodable<'decoder> for TimedRef<'decoder> {
        #[inline(always)]
        fn decode_from(
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<
            Self,
            ::pool_codec::__private::DecodeError,
        > {
            const __LABELS: &[&str] = &["wait", "n"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Timed as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Timed as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 0,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_0 = match <::pool_codec::__private::With<
                Millis,
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                Duration,
            >>::decode(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "wait",
                                <Timed as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Timed as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Timed as ::pool_codec::__private::Wire>::SCHEMA,
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
                4,
            > as ::pool_codec::__private::Decodable<'decoder>>::decode_from(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "n",
                                <Timed as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            ::pool_codec::__private::Ok(TimedRef {
                wait: __field_0,
                n: __field_1,
            })
        }
        #[inline(always)]
        fn refill_from(
            &mut self,
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::DecodeError> {
            const __LABELS: &[&str] = &["wait", "n"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Timed as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Timed as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 0,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::With<
                Millis,
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                Duration,
            >>::refill(&mut self.wait, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "wait",
                            <Timed as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Timed as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Timed as ::pool_codec::__private::Wire>::SCHEMA,
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
                4,
            > as ::pool_codec::__private::Decodable<
                'decoder,
            >>::refill_from(&mut self.n, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field("n", <Timed as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Fields for TimedRef<'decoder> {
        fn visit_fields<__V: ::pool_codec::__private::FieldVisitor>(
            &self,
            __visitor: &mut __V,
        ) {
            let _ = <::pool_codec::__private::With<
                Millis,
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::EncodeAs<Duration>>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field(
                __visitor,
                "wait",
                &::pool_codec::__private::Coded::<
                    '_,
                    Duration,
                    ::pool_codec::__private::With<Millis, ::pool_codec::__private::Own>,
                >::new(&self.wait),
            );
            let _ = <::pool_codec::StrRef<
                'decoder,
                4,
            > as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                ::pool_codec::StrRef<'decoder, 4>,
            >(__visitor, "n", &self.n);
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::ZeroCopy for Timed {
        type Ref<'decoder> = TimedRef<'decoder>;
        fn from_borrowed(
            __borrowed: &<Timed as ::pool_codec::__private::ZeroCopy>::Ref<'_>,
        ) -> Self {
            let __field_0 = ::pool_codec::__private::Clone::clone(&__borrowed.wait);
            let __field_1 = {
                let __field = &__borrowed.n;
                <Box<
                    Str<4>,
                > as ::pool_codec::__private::ZeroCopy>::from_borrowed(__field)
            };
            Timed {
                wait: __field_0,
                n: __field_1,
            }
        }
        fn as_borrowed(&self) -> <Timed as ::pool_codec::__private::ZeroCopy>::Ref<'_> {
            let __field_0 = ::pool_codec::__private::Clone::clone(&self.wait);
            let __field_1 = {
                let __field = &self.n;
                <Box<Str<4>> as ::pool_codec::__private::ZeroCopy>::as_borrowed(__field)
            };
            TimedRef {
                wait: __field_0,
                n: __field_1,
            }
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Covariant for Timed {
        fn shorten<'short, 'long: 'short>(
            __borrowed: &'short TimedRef<'long>,
        ) -> &'short TimedRef<'short> {
            __borrowed
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Lend<Timed> for TimedRef<'decoder> {
        #[inline]
        fn lend(&self) -> <Timed as ::pool_codec::__private::ZeroCopy>::Ref<'_> {
            *<Timed as ::pool_codec::__private::Covariant>::shorten(self)
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::From<TimedRef<'decoder>> for Timed {
        fn from(__borrowed: TimedRef<'decoder>) -> Self {
            <Timed as ::pool_codec::__private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl<'decoder> TimedRef<'decoder> {
        /// Copies the message out of the decoder's input.
        #[must_use]
        fn into_owned(self) -> Timed {
            <Timed as ::pool_codec::__private::ZeroCopy>::from_borrowed(&self)
        }
    }
};

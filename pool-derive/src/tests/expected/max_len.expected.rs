/// Borrowed form of [`Bounded`]: variable-length fields point into the decoder's input.
///
#[derive(
    ::pool_codec::__private::Debug,
    ::pool_codec::__private::Clone,
    ::pool_codec::__private::Copy,
    ::pool_codec::__private::PartialEq
)]
struct BoundedRef<'decoder> {
    /// Field `text` of [`Bounded`].
    text: &'decoder str,
    /// Field `bytes` of [`Bounded`].
    bytes: &'decoder [u8],
    /// Field `parts` of [`Bounded`].
    parts: ::pool_codec::SeqRef<'decoder, Part, { 8 }>,
}
const _: () = {
    /** The fields in this order; the sizes are their sums, in bytes.

| on the wire | type |
|---|---|
| `text` | `String` |
| `bytes` | `Vec<u8>` |
| `parts` | `Vec<Part>` |
*/
    #[automatically_derived]
    impl ::pool_codec::__private::Wire for Bounded {
        const MIN_SIZE: usize = ::pool_codec::__private::sum(
            &[
                <::pool_codec::__private::MaxLen<
                    { 255 },
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::WireAs<String>>::MIN_SIZE,
                <::pool_codec::__private::MaxBytes<
                    { Bounded::LIMIT },
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::WireAs<Vec<u8>>>::MIN_SIZE,
                <::pool_codec::__private::MaxLen<
                    { 8 },
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::WireAs<Vec<Part>>>::MIN_SIZE,
            ],
        );
        const MAX_SIZE: usize = ::pool_codec::__private::sum(
            &[
                <::pool_codec::__private::MaxLen<
                    { 255 },
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::WireAs<String>>::MAX_SIZE,
                <::pool_codec::__private::MaxBytes<
                    { Bounded::LIMIT },
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::WireAs<Vec<u8>>>::MAX_SIZE,
                <::pool_codec::__private::MaxLen<
                    { 8 },
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::WireAs<Vec<Part>>>::MAX_SIZE,
            ],
        );
        const MAX_HEAP: usize = ::pool_codec::__private::sum(
            &[
                <::pool_codec::__private::MaxLen<
                    { 255 },
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::WireAs<String>>::MAX_HEAP,
                <::pool_codec::__private::MaxBytes<
                    { Bounded::LIMIT },
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::WireAs<Vec<u8>>>::MAX_HEAP,
                <::pool_codec::__private::MaxLen<
                    { 8 },
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::WireAs<Vec<Part>>>::MAX_HEAP,
            ],
        );
        const MAX_OVERHEAD: usize = ::pool_codec::__private::sum(
            &[
                <::pool_codec::__private::MaxLen<
                    { 255 },
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::WireAs<String>>::MAX_OVERHEAD,
                <::pool_codec::__private::MaxBytes<
                    { Bounded::LIMIT },
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::WireAs<Vec<u8>>>::MAX_OVERHEAD,
                <::pool_codec::__private::MaxLen<
                    { 8 },
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::WireAs<Vec<Part>>>::MAX_OVERHEAD,
            ],
        );
        const HEAP_PER_BYTE: usize = ::pool_codec::__private::max(
            &[
                <::pool_codec::__private::MaxLen<
                    { 255 },
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::WireAs<String>>::HEAP_PER_BYTE,
                <::pool_codec::__private::MaxBytes<
                    { Bounded::LIMIT },
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::WireAs<Vec<u8>>>::HEAP_PER_BYTE,
                <::pool_codec::__private::MaxLen<
                    { 8 },
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::WireAs<Vec<Part>>>::HEAP_PER_BYTE,
            ],
        );
        const PLAIN: bool = ::pool_codec::__private::all(
            &[
                <::pool_codec::__private::MaxLen<
                    { 255 },
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::WireAs<String>>::PLAIN,
                <::pool_codec::__private::MaxBytes<
                    { Bounded::LIMIT },
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::WireAs<Vec<u8>>>::PLAIN,
                <::pool_codec::__private::MaxLen<
                    { 8 },
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::WireAs<Vec<Part>>>::PLAIN,
            ],
        );
        const SCHEMA: &'static ::pool_codec::__private::Schema = &::pool_codec::__private::Schema::Struct {
            name: "Bounded",
            max_size: <Bounded as ::pool_codec::__private::Wire>::MAX_SIZE,
            max_trailing: <Bounded as ::pool_codec::__private::Wire>::MAX_TRAILING,
            fields: &[
                ::pool_codec::__private::Field {
                    name: "text",
                    min_size: <::pool_codec::__private::MaxLen<
                        { 255 },
                        ::pool_codec::__private::Own,
                    > as ::pool_codec::__private::WireAs<String>>::MIN_SIZE,
                    max_size: <::pool_codec::__private::MaxLen<
                        { 255 },
                        ::pool_codec::__private::Own,
                    > as ::pool_codec::__private::WireAs<String>>::MAX_SIZE,
                    optional: false,
                    schema: <::pool_codec::__private::MaxLen<
                        { 255 },
                        ::pool_codec::__private::Own,
                    > as ::pool_codec::__private::WireAs<String>>::SCHEMA,
                },
                ::pool_codec::__private::Field {
                    name: "bytes",
                    min_size: <::pool_codec::__private::MaxBytes<
                        { Bounded::LIMIT },
                        ::pool_codec::__private::Own,
                    > as ::pool_codec::__private::WireAs<Vec<u8>>>::MIN_SIZE,
                    max_size: <::pool_codec::__private::MaxBytes<
                        { Bounded::LIMIT },
                        ::pool_codec::__private::Own,
                    > as ::pool_codec::__private::WireAs<Vec<u8>>>::MAX_SIZE,
                    optional: false,
                    schema: <::pool_codec::__private::MaxBytes<
                        { Bounded::LIMIT },
                        ::pool_codec::__private::Own,
                    > as ::pool_codec::__private::WireAs<Vec<u8>>>::SCHEMA,
                },
                ::pool_codec::__private::Field {
                    name: "parts",
                    min_size: <::pool_codec::__private::MaxLen<
                        { 8 },
                        ::pool_codec::__private::Own,
                    > as ::pool_codec::__private::WireAs<Vec<Part>>>::MIN_SIZE,
                    max_size: <::pool_codec::__private::MaxLen<
                        { 8 },
                        ::pool_codec::__private::Own,
                    > as ::pool_codec::__private::WireAs<Vec<Part>>>::MAX_SIZE,
                    optional: false,
                    schema: <::pool_codec::__private::MaxLen<
                        { 8 },
                        ::pool_codec::__private::Own,
                    > as ::pool_codec::__private::WireAs<Vec<Part>>>::SCHEMA,
                },
            ],
        };
    }
    #[automatically_derived]
    impl ::pool_codec::__private::OwnLayout for Bounded {}
    #[automatically_derived]
    impl ::pool_codec::__private::ArrayElement for Bounded {}
    const _: () = ::pool_codec::__private::check_type(
        "Bounded",
        <Bounded as ::pool_codec::__private::Wire>::MAX_SIZE,
        <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
    );
    #[automatically_derived]
    impl ::pool_codec::__private::Encodable for Bounded {
        #[inline(always)]
        fn encoded_len(&self) -> usize {
            if <Bounded as ::pool_codec::__private::Wire>::MIN_SIZE
                == <Bounded as ::pool_codec::__private::Wire>::MAX_SIZE
            {
                return <Bounded as ::pool_codec::__private::Wire>::MIN_SIZE;
            }
            ::pool_codec::__private::sum(
                &[
                    <::pool_codec::__private::MaxLen<
                        { 255 },
                        ::pool_codec::__private::Own,
                    > as ::pool_codec::__private::EncodeAs<
                        String,
                    >>::encoded_len(&self.text),
                    <::pool_codec::__private::MaxBytes<
                        { Bounded::LIMIT },
                        ::pool_codec::__private::Own,
                    > as ::pool_codec::__private::EncodeAs<
                        Vec<u8>,
                    >>::encoded_len(&self.bytes),
                    <::pool_codec::__private::MaxLen<
                        { 8 },
                        ::pool_codec::__private::Own,
                    > as ::pool_codec::__private::EncodeAs<
                        Vec<Part>,
                    >>::encoded_len(&self.parts),
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
                            <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_message(<Bounded as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::MaxLen<
                { 255 },
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::EncodeAs<
                String,
            >>::encode(&self.text, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "text",
                            <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_message(<Bounded as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::MaxBytes<
                { Bounded::LIMIT },
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::EncodeAs<
                Vec<u8>,
            >>::encode(&self.bytes, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "bytes",
                            <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        2,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_message(<Bounded as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::MaxLen<
                { 8 },
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::EncodeAs<
                Vec<Part>,
            >>::encode(&self.parts, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "parts",
                            <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Decodable<'decoder> for Bounded {
        #[inline(always)]
        fn decode_from(
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<
            Self,
            ::pool_codec::__private::DecodeError,
        > {
            const __LABELS: &[&str] = &["text", "bytes", "parts"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 0,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_0 = match <::pool_codec::__private::MaxLen<
                { 255 },
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                String,
            >>::decode(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "text",
                                <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 1,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_1 = match <::pool_codec::__private::MaxBytes<
                { Bounded::LIMIT },
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                Vec<u8>,
            >>::decode(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "bytes",
                                <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        2,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 2,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_2 = match <::pool_codec::__private::MaxLen<
                { 8 },
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                Vec<Part>,
            >>::decode(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "parts",
                                <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            ::pool_codec::__private::Ok(Bounded {
                text: __field_0,
                bytes: __field_1,
                parts: __field_2,
            })
        }
        #[inline(always)]
        fn refill_from(
            &mut self,
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::DecodeError> {
            const __LABELS: &[&str] = &["text", "bytes", "parts"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 0,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::MaxLen<
                { 255 },
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                String,
            >>::refill(&mut self.text, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "text",
                            <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 1,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::MaxBytes<
                { Bounded::LIMIT },
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                Vec<u8>,
            >>::refill(&mut self.bytes, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "bytes",
                            <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        2,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 2,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::MaxLen<
                { 8 },
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                Vec<Part>,
            >>::refill(&mut self.parts, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "parts",
                            <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Fields for Bounded {
        fn visit_fields<__V: ::pool_codec::__private::FieldVisitor>(
            &self,
            __visitor: &mut __V,
        ) {
            let _ = <::pool_codec::__private::MaxLen<
                { 255 },
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::EncodeAs<String>>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field(
                __visitor,
                "text",
                &::pool_codec::__private::Coded::<
                    '_,
                    String,
                    ::pool_codec::__private::MaxLen<
                        { 255 },
                        ::pool_codec::__private::Own,
                    >,
                >::new(&self.text),
            );
            let _ = <::pool_codec::__private::MaxBytes<
                { Bounded::LIMIT },
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::EncodeAs<Vec<u8>>>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field(
                __visitor,
                "bytes",
                &::pool_codec::__private::Coded::<
                    '_,
                    Vec<u8>,
                    ::pool_codec::__private::MaxBytes<
                        { Bounded::LIMIT },
                        ::pool_codec::__private::Own,
                    >,
                >::new(&self.bytes),
            );
            let _ = <::pool_codec::__private::MaxLen<
                { 8 },
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::EncodeAs<Vec<Part>>>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field(
                __visitor,
                "parts",
                &::pool_codec::__private::Coded::<
                    '_,
                    Vec<Part>,
                    ::pool_codec::__private::MaxLen<{ 8 }, ::pool_codec::__private::Own>,
                >::new(&self.parts),
            );
        }
    }
    /// The bytes, and so the sizes, of [`Bounded`].
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Wire for BoundedRef<'decoder> {
        const MIN_SIZE: usize = <Bounded as ::pool_codec::__private::Wire>::MIN_SIZE;
        const MAX_SIZE: usize = <Bounded as ::pool_codec::__private::Wire>::MAX_SIZE;
        const MAX_HEAP: usize = 0;
        const PLAIN: bool = <Bounded as ::pool_codec::__private::Wire>::PLAIN;
        const MAX_TRAILING: usize = <Bounded as ::pool_codec::__private::Wire>::MAX_TRAILING;
        const SCHEMA: &'static ::pool_codec::__private::Schema = <Bounded as ::pool_codec::__private::Wire>::SCHEMA;
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::OwnLayout for BoundedRef<'decoder> {}
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Encodable for BoundedRef<'decoder> {
        #[inline(always)]
        fn encoded_len(&self) -> usize {
            if <Bounded as ::pool_codec::__private::Wire>::MIN_SIZE
                == <Bounded as ::pool_codec::__private::Wire>::MAX_SIZE
            {
                return <Bounded as ::pool_codec::__private::Wire>::MIN_SIZE;
            }
            ::pool_codec::__private::sum(
                &[
                    <::pool_codec::__private::MaxLen<
                        { 255 },
                        ::pool_codec::__private::Own,
                    > as ::pool_codec::__private::EncodeAs<
                        &'decoder str,
                    >>::encoded_len(&self.text),
                    <::pool_codec::__private::MaxBytes<
                        { Bounded::LIMIT },
                        ::pool_codec::__private::Own,
                    > as ::pool_codec::__private::EncodeAs<
                        &'decoder [u8],
                    >>::encoded_len(&self.bytes),
                    <::pool_codec::__private::MaxLen<
                        { 8 },
                        ::pool_codec::__private::Own,
                    > as ::pool_codec::__private::EncodeAs<
                        ::pool_codec::SeqRef<'decoder, Part, { 8 }>,
                    >>::encoded_len(&self.parts),
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
                            <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_message(<Bounded as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::MaxLen<
                { 255 },
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::EncodeAs<
                &'decoder str,
            >>::encode(&self.text, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "text",
                            <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_message(<Bounded as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::MaxBytes<
                { Bounded::LIMIT },
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::EncodeAs<
                &'decoder [u8],
            >>::encode(&self.bytes, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "bytes",
                            <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        2,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_message(<Bounded as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::MaxLen<
                { 8 },
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::EncodeAs<
                ::pool_codec::SeqRef<'decoder, Part, { 8 }>,
            >>::encode(&self.parts, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "parts",
                            <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Decodable<'decoder>
    for BoundedRef<'decoder> {
        #[inline(always)]
        fn decode_from(
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<
            Self,
            ::pool_codec::__private::DecodeError,
        > {
            const __LABELS: &[&str] = &["text", "bytes", "parts"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 0,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_0 = match <::pool_codec::__private::MaxLen<
                { 255 },
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                &'decoder str,
            >>::decode(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "text",
                                <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 1,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_1 = match <::pool_codec::__private::MaxBytes<
                { Bounded::LIMIT },
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                &'decoder [u8],
            >>::decode(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "bytes",
                                <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        2,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 2,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_2 = match <::pool_codec::__private::MaxLen<
                { 8 },
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                ::pool_codec::SeqRef<'decoder, Part, { 8 }>,
            >>::decode(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "parts",
                                <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            ::pool_codec::__private::Ok(BoundedRef {
                text: __field_0,
                bytes: __field_1,
                parts: __field_2,
            })
        }
        #[inline(always)]
        fn refill_from(
            &mut self,
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::DecodeError> {
            const __LABELS: &[&str] = &["text", "bytes", "parts"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 0,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::MaxLen<
                { 255 },
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                &'decoder str,
            >>::refill(&mut self.text, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "text",
                            <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 1,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::MaxBytes<
                { Bounded::LIMIT },
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                &'decoder [u8],
            >>::refill(&mut self.bytes, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "bytes",
                            <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        2,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 2,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::MaxLen<
                { 8 },
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                ::pool_codec::SeqRef<'decoder, Part, { 8 }>,
            >>::refill(&mut self.parts, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "parts",
                            <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Fields for BoundedRef<'decoder> {
        fn visit_fields<__V: ::pool_codec::__private::FieldVisitor>(
            &self,
            __visitor: &mut __V,
        ) {
            let _ = <::pool_codec::__private::MaxLen<
                { 255 },
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::EncodeAs<&'decoder str>>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field(
                __visitor,
                "text",
                &::pool_codec::__private::Coded::<
                    '_,
                    &'decoder str,
                    ::pool_codec::__private::MaxLen<
                        { 255 },
                        ::pool_codec::__private::Own,
                    >,
                >::new(&self.text),
            );
            let _ = <::pool_codec::__private::MaxBytes<
                { Bounded::LIMIT },
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::EncodeAs<&'decoder [u8]>>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field(
                __visitor,
                "bytes",
                &::pool_codec::__private::Coded::<
                    '_,
                    &'decoder [u8],
                    ::pool_codec::__private::MaxBytes<
                        { Bounded::LIMIT },
                        ::pool_codec::__private::Own,
                    >,
                >::new(&self.bytes),
            );
            let _ = <::pool_codec::__private::MaxLen<
                { 8 },
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::EncodeAs<
                ::pool_codec::SeqRef<'decoder, Part, { 8 }>,
            >>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field(
                __visitor,
                "parts",
                &::pool_codec::__private::Coded::<
                    '_,
                    ::pool_codec::SeqRef<'decoder, Part, { 8 }>,
                    ::pool_codec::__private::MaxLen<{ 8 }, ::pool_codec::__private::Own>,
                >::new(&self.parts),
            );
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::ZeroCopy for Bounded {
        type Ref<'decoder> = BoundedRef<'decoder>;
        fn from_borrowed(
            __borrowed: &<Bounded as ::pool_codec::__private::ZeroCopy>::Ref<'_>,
        ) -> Self {
            let __field_0 = {
                let __field = &__borrowed.text;
                <::pool_codec::__private::MaxLen<
                    { 255 },
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::BorrowAs<String>>::from_borrowed(__field)
            };
            let __field_1 = {
                let __field = &__borrowed.bytes;
                <::pool_codec::__private::MaxBytes<
                    { Bounded::LIMIT },
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::BorrowAs<Vec<u8>>>::from_borrowed(__field)
            };
            let __field_2 = {
                let __field = &__borrowed.parts;
                <::pool_codec::__private::MaxLen<
                    { 8 },
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::BorrowAs<
                    Vec<Part>,
                >>::from_borrowed(__field)
            };
            Bounded {
                text: __field_0,
                bytes: __field_1,
                parts: __field_2,
            }
        }
        fn as_borrowed(
            &self,
        ) -> <Bounded as ::pool_codec::__private::ZeroCopy>::Ref<'_> {
            let __field_0 = {
                let __field = &self.text;
                <::pool_codec::__private::MaxLen<
                    { 255 },
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::BorrowAs<String>>::as_borrowed(__field)
            };
            let __field_1 = {
                let __field = &self.bytes;
                <::pool_codec::__private::MaxBytes<
                    { Bounded::LIMIT },
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::BorrowAs<Vec<u8>>>::as_borrowed(__field)
            };
            let __field_2 = {
                let __field = &self.parts;
                <::pool_codec::__private::MaxLen<
                    { 8 },
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::BorrowAs<Vec<Part>>>::as_borrowed(__field)
            };
            BoundedRef {
                text: __field_0,
                bytes: __field_1,
                parts: __field_2,
            }
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Covariant for Bounded {
        fn shorten<'short, 'long: 'short>(
            __borrowed: &'short BoundedRef<'long>,
        ) -> &'short BoundedRef<'short> {
            __borrowed
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Lend<Bounded> for BoundedRef<'decoder> {
        #[inline]
        fn lend(&self) -> <Bounded as ::pool_codec::__private::ZeroCopy>::Ref<'_> {
            *<Bounded as ::pool_codec::__private::Covariant>::shorten(self)
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::From<BoundedRef<'decoder>> for Bounded {
        fn from(__borrowed: BoundedRef<'decoder>) -> Self {
            <Bounded as ::pool_codec::__private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl<'decoder> BoundedRef<'decoder> {
        /// Copies the message out of the decoder's input.
        #[must_use]
        fn into_owned(self) -> Bounded {
            <Bounded as ::pool_codec::__private::ZeroCopy>::from_borrowed(&self)
        }
    }
};

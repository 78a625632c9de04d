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
    #[automatically_derived]
    impl ::pool_codec::__private::Wire for Bounded {
        const MIN_SIZE: usize = ::pool_codec::__private::sum(
            &[
                <::pool_codec::__private::BoundedValue<
                    '_,
                    String,
                    { 255 },
                > as ::pool_codec::__private::Wire>::MIN_SIZE,
                <::pool_codec::__private::BoundedValue<
                    '_,
                    Vec<u8>,
                    { Bounded::LIMIT },
                > as ::pool_codec::__private::Wire>::MIN_SIZE,
                <::pool_codec::__private::BoundedValue<
                    '_,
                    Vec<Part>,
                    { 8 },
                > as ::pool_codec::__private::Wire>::MIN_SIZE,
            ],
        );
        const MAX_SIZE: usize = ::pool_codec::__private::sum(
            &[
                <::pool_codec::__private::BoundedValue<
                    '_,
                    String,
                    { 255 },
                > as ::pool_codec::__private::Wire>::MAX_SIZE,
                <::pool_codec::__private::BoundedValue<
                    '_,
                    Vec<u8>,
                    { Bounded::LIMIT },
                > as ::pool_codec::__private::Wire>::MAX_SIZE,
                <::pool_codec::__private::BoundedValue<
                    '_,
                    Vec<Part>,
                    { 8 },
                > as ::pool_codec::__private::Wire>::MAX_SIZE,
            ],
        );
        const MAX_HEAP: usize = ::pool_codec::__private::sum(
            &[
                <::pool_codec::__private::BoundedValue<
                    '_,
                    String,
                    { 255 },
                > as ::pool_codec::__private::Wire>::MAX_HEAP,
                <::pool_codec::__private::BoundedValue<
                    '_,
                    Vec<u8>,
                    { Bounded::LIMIT },
                > as ::pool_codec::__private::Wire>::MAX_HEAP,
                <::pool_codec::__private::BoundedValue<
                    '_,
                    Vec<Part>,
                    { 8 },
                > as ::pool_codec::__private::Wire>::MAX_HEAP,
            ],
        );
        const MAX_OVERHEAD: usize = ::pool_codec::__private::sum(
            &[
                <::pool_codec::__private::BoundedValue<
                    '_,
                    String,
                    { 255 },
                > as ::pool_codec::__private::Wire>::MAX_OVERHEAD,
                <::pool_codec::__private::BoundedValue<
                    '_,
                    Vec<u8>,
                    { Bounded::LIMIT },
                > as ::pool_codec::__private::Wire>::MAX_OVERHEAD,
                <::pool_codec::__private::BoundedValue<
                    '_,
                    Vec<Part>,
                    { 8 },
                > as ::pool_codec::__private::Wire>::MAX_OVERHEAD,
            ],
        );
        const HEAP_PER_BYTE: usize = ::pool_codec::__private::max(
            &[
                <::pool_codec::__private::BoundedValue<
                    '_,
                    String,
                    { 255 },
                > as ::pool_codec::__private::Wire>::HEAP_PER_BYTE,
                <::pool_codec::__private::BoundedValue<
                    '_,
                    Vec<u8>,
                    { Bounded::LIMIT },
                > as ::pool_codec::__private::Wire>::HEAP_PER_BYTE,
                <::pool_codec::__private::BoundedValue<
                    '_,
                    Vec<Part>,
                    { 8 },
                > as ::pool_codec::__private::Wire>::HEAP_PER_BYTE,
            ],
        );
        const PLAIN: bool = ::pool_codec::__private::all(
            &[
                <::pool_codec::__private::BoundedValue<
                    '_,
                    String,
                    { 255 },
                > as ::pool_codec::__private::Wire>::PLAIN,
                <::pool_codec::__private::BoundedValue<
                    '_,
                    Vec<u8>,
                    { Bounded::LIMIT },
                > as ::pool_codec::__private::Wire>::PLAIN,
                <::pool_codec::__private::BoundedValue<
                    '_,
                    Vec<Part>,
                    { 8 },
                > as ::pool_codec::__private::Wire>::PLAIN,
            ],
        );
        const SCHEMA: &'static ::pool_codec::__private::Schema = &::pool_codec::__private::Schema::Struct {
            name: "Bounded",
            max_size: <Bounded as ::pool_codec::__private::Wire>::MAX_SIZE,
            fields: &[
                ::pool_codec::__private::Field {
                    name: "text",
                    min_size: <::pool_codec::__private::BoundedValue<
                        'static,
                        String,
                        { 255 },
                    > as ::pool_codec::__private::Wire>::MIN_SIZE,
                    max_size: <::pool_codec::__private::BoundedValue<
                        'static,
                        String,
                        { 255 },
                    > as ::pool_codec::__private::Wire>::MAX_SIZE,
                    schema: <::pool_codec::__private::BoundedValue<
                        'static,
                        String,
                        { 255 },
                    > as ::pool_codec::__private::Wire>::SCHEMA,
                },
                ::pool_codec::__private::Field {
                    name: "bytes",
                    min_size: <::pool_codec::__private::BoundedValue<
                        'static,
                        Vec<u8>,
                        { Bounded::LIMIT },
                    > as ::pool_codec::__private::Wire>::MIN_SIZE,
                    max_size: <::pool_codec::__private::BoundedValue<
                        'static,
                        Vec<u8>,
                        { Bounded::LIMIT },
                    > as ::pool_codec::__private::Wire>::MAX_SIZE,
                    schema: <::pool_codec::__private::BoundedValue<
                        'static,
                        Vec<u8>,
                        { Bounded::LIMIT },
                    > as ::pool_codec::__private::Wire>::SCHEMA,
                },
                ::pool_codec::__private::Field {
                    name: "parts",
                    min_size: <::pool_codec::__private::BoundedValue<
                        'static,
                        Vec<Part>,
                        { 8 },
                    > as ::pool_codec::__private::Wire>::MIN_SIZE,
                    max_size: <::pool_codec::__private::BoundedValue<
                        'static,
                        Vec<Part>,
                        { 8 },
                    > as ::pool_codec::__private::Wire>::MAX_SIZE,
                    schema: <::pool_codec::__private::BoundedValue<
                        'static,
                        Vec<Part>,
                        { 8 },
                    > as ::pool_codec::__private::Wire>::SCHEMA,
                },
            ],
        };
    }
    #[automatically_derived]
    impl ::pool_codec::__private::ArrayElement for Bounded {}
    const _: () = ::pool_codec::__private::check_size(
        "Bounded",
        <Bounded as ::pool_codec::__private::Wire>::MAX_SIZE,
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
                    <::pool_codec::__private::BoundedValue<
                        '_,
                        String,
                        { 255 },
                    > as ::pool_codec::__private::Encodable>::encoded_len(
                        &::pool_codec::__private::BoundedValue::<
                            String,
                            { 255 },
                        >(&self.text),
                    ),
                    <::pool_codec::__private::BoundedValue<
                        '_,
                        Vec<u8>,
                        { Bounded::LIMIT },
                    > as ::pool_codec::__private::Encodable>::encoded_len(
                        &::pool_codec::__private::BoundedValue::<
                            Vec<u8>,
                            { Bounded::LIMIT },
                        >(&self.bytes),
                    ),
                    <::pool_codec::__private::BoundedValue<
                        '_,
                        Vec<Part>,
                        { 8 },
                    > as ::pool_codec::__private::Encodable>::encoded_len(
                        &::pool_codec::__private::BoundedValue::<
                            Vec<Part>,
                            { 8 },
                        >(&self.parts),
                    ),
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
                        <Bounded as ::pool_codec::__private::Wire>::SCHEMA.fields(),
                        0,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_message(<Bounded as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::BoundedValue<
                '_,
                String,
                { 255 },
            > as ::pool_codec::__private::Encodable>::encode_to(
                &::pool_codec::__private::BoundedValue::<String, { 255 }>(&self.text),
                __encoder,
            ) {
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
                        <Bounded as ::pool_codec::__private::Wire>::SCHEMA.fields(),
                        1,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_message(<Bounded as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::BoundedValue<
                '_,
                Vec<u8>,
                { Bounded::LIMIT },
            > as ::pool_codec::__private::Encodable>::encode_to(
                &::pool_codec::__private::BoundedValue::<
                    Vec<u8>,
                    { Bounded::LIMIT },
                >(&self.bytes),
                __encoder,
            ) {
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
                        <Bounded as ::pool_codec::__private::Wire>::SCHEMA.fields(),
                        2,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_message(<Bounded as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::BoundedValue<
                '_,
                Vec<Part>,
                { 8 },
            > as ::pool_codec::__private::Encodable>::encode_to(
                &::pool_codec::__private::BoundedValue::<Vec<Part>, { 8 }>(&self.parts),
                __encoder,
            ) {
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
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        <Bounded as ::pool_codec::__private::Wire>::SCHEMA.fields(),
                        0,
                    )
                },
                <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                0,
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_0 = match <::pool_codec::__private::MaxLen<
                { 255 },
            > as ::pool_codec::__private::BoundedDecode<
                'decoder,
                String,
            >>::decode_from(__decoder) {
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
                        <Bounded as ::pool_codec::__private::Wire>::SCHEMA.fields(),
                        1,
                    )
                },
                <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                1,
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_1 = match <::pool_codec::__private::MaxLen<
                { Bounded::LIMIT },
            > as ::pool_codec::__private::BoundedDecode<
                'decoder,
                Vec<u8>,
            >>::decode_from(__decoder) {
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
                        <Bounded as ::pool_codec::__private::Wire>::SCHEMA.fields(),
                        2,
                    )
                },
                <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                2,
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_2 = match <::pool_codec::__private::MaxLen<
                { 8 },
            > as ::pool_codec::__private::BoundedDecode<
                'decoder,
                Vec<Part>,
            >>::decode_from(__decoder) {
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
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        <Bounded as ::pool_codec::__private::Wire>::SCHEMA.fields(),
                        0,
                    )
                },
                <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                0,
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::MaxLen<
                { 255 },
            > as ::pool_codec::__private::BoundedDecode<
                'decoder,
                String,
            >>::refill_from(&mut self.text, __decoder) {
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
                        <Bounded as ::pool_codec::__private::Wire>::SCHEMA.fields(),
                        1,
                    )
                },
                <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                1,
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::MaxLen<
                { Bounded::LIMIT },
            > as ::pool_codec::__private::BoundedDecode<
                'decoder,
                Vec<u8>,
            >>::refill_from(&mut self.bytes, __decoder) {
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
                        <Bounded as ::pool_codec::__private::Wire>::SCHEMA.fields(),
                        2,
                    )
                },
                <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                2,
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::MaxLen<
                { 8 },
            > as ::pool_codec::__private::BoundedDecode<
                'decoder,
                Vec<Part>,
            >>::refill_from(&mut self.parts, __decoder) {
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
            let _ = <::pool_codec::__private::BoundedValue<
                '_,
                String,
                { 255 },
            > as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                ::pool_codec::__private::BoundedValue<'_, String, { 255 }>,
            >(
                __visitor,
                "text",
                &::pool_codec::__private::BoundedValue::<String, { 255 }>(&self.text),
            );
            let _ = <::pool_codec::__private::BoundedValue<
                '_,
                Vec<u8>,
                { Bounded::LIMIT },
            > as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                ::pool_codec::__private::BoundedValue<'_, Vec<u8>, { Bounded::LIMIT }>,
            >(
                __visitor,
                "bytes",
                &::pool_codec::__private::BoundedValue::<
                    Vec<u8>,
                    { Bounded::LIMIT },
                >(&self.bytes),
            );
            let _ = <::pool_codec::__private::BoundedValue<
                '_,
                Vec<Part>,
                { 8 },
            > as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                ::pool_codec::__private::BoundedValue<'_, Vec<Part>, { 8 }>,
            >(
                __visitor,
                "parts",
                &::pool_codec::__private::BoundedValue::<Vec<Part>, { 8 }>(&self.parts),
            );
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Wire for BoundedRef<'decoder> {
        const MIN_SIZE: usize = <Bounded as ::pool_codec::__private::Wire>::MIN_SIZE;
        const MAX_SIZE: usize = <Bounded as ::pool_codec::__private::Wire>::MAX_SIZE;
        const MAX_HEAP: usize = 0;
        const PLAIN: bool = <Bounded as ::pool_codec::__private::Wire>::PLAIN;
        const SCHEMA: &'static ::pool_codec::__private::Schema = <Bounded as ::pool_codec::__private::Wire>::SCHEMA;
    }
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
                    <::pool_codec::__private::BoundedValue<
                        '_,
                        &'decoder str,
                        { 255 },
                    > as ::pool_codec::__private::Encodable>::encoded_len(
                        &::pool_codec::__private::BoundedValue::<
                            &'decoder str,
                            { 255 },
                        >(&self.text),
                    ),
                    <::pool_codec::__private::BoundedValue<
                        '_,
                        &'decoder [u8],
                        { Bounded::LIMIT },
                    > as ::pool_codec::__private::Encodable>::encoded_len(
                        &::pool_codec::__private::BoundedValue::<
                            &'decoder [u8],
                            { Bounded::LIMIT },
                        >(&self.bytes),
                    ),
                    <::pool_codec::SeqRef<
                        'decoder,
                        Part,
                        { 8 },
                    > as ::pool_codec::__private::Encodable>::encoded_len(&self.parts),
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
                        <Bounded as ::pool_codec::__private::Wire>::SCHEMA.fields(),
                        0,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_message(<Bounded as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::BoundedValue<
                '_,
                &'decoder str,
                { 255 },
            > as ::pool_codec::__private::Encodable>::encode_to(
                &::pool_codec::__private::BoundedValue::<
                    &'decoder str,
                    { 255 },
                >(&self.text),
                __encoder,
            ) {
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
                        <Bounded as ::pool_codec::__private::Wire>::SCHEMA.fields(),
                        1,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_message(<Bounded as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::BoundedValue<
                '_,
                &'decoder [u8],
                { Bounded::LIMIT },
            > as ::pool_codec::__private::Encodable>::encode_to(
                &::pool_codec::__private::BoundedValue::<
                    &'decoder [u8],
                    { Bounded::LIMIT },
                >(&self.bytes),
                __encoder,
            ) {
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
                        <Bounded as ::pool_codec::__private::Wire>::SCHEMA.fields(),
                        2,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_message(<Bounded as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::SeqRef<
                'decoder,
                Part,
                { 8 },
            > as ::pool_codec::__private::Encodable>::encode_to(&self.parts, __encoder) {
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
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        <Bounded as ::pool_codec::__private::Wire>::SCHEMA.fields(),
                        0,
                    )
                },
                <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                0,
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_0 = match <::pool_codec::__private::MaxLen<
                { 255 },
            > as ::pool_codec::__private::BoundedDecode<
                'decoder,
                &'decoder str,
            >>::decode_from(__decoder) {
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
                        <Bounded as ::pool_codec::__private::Wire>::SCHEMA.fields(),
                        1,
                    )
                },
                <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                1,
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_1 = match <::pool_codec::__private::MaxLen<
                { Bounded::LIMIT },
            > as ::pool_codec::__private::BoundedDecode<
                'decoder,
                &'decoder [u8],
            >>::decode_from(__decoder) {
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
                        <Bounded as ::pool_codec::__private::Wire>::SCHEMA.fields(),
                        2,
                    )
                },
                <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                2,
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_2 = match <::pool_codec::SeqRef<
                'decoder,
                Part,
                { 8 },
            > as ::pool_codec::__private::Decodable<'decoder>>::decode_from(__decoder) {
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
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        <Bounded as ::pool_codec::__private::Wire>::SCHEMA.fields(),
                        0,
                    )
                },
                <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                0,
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::MaxLen<
                { 255 },
            > as ::pool_codec::__private::BoundedDecode<
                'decoder,
                &'decoder str,
            >>::refill_from(&mut self.text, __decoder) {
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
                        <Bounded as ::pool_codec::__private::Wire>::SCHEMA.fields(),
                        1,
                    )
                },
                <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                1,
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::MaxLen<
                { Bounded::LIMIT },
            > as ::pool_codec::__private::BoundedDecode<
                'decoder,
                &'decoder [u8],
            >>::refill_from(&mut self.bytes, __decoder) {
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
                        <Bounded as ::pool_codec::__private::Wire>::SCHEMA.fields(),
                        2,
                    )
                },
                <Bounded as ::pool_codec::__private::Wire>::SCHEMA,
                2,
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::SeqRef<
                'decoder,
                Part,
                { 8 },
            > as ::pool_codec::__private::Decodable<
                'decoder,
            >>::refill_from(&mut self.parts, __decoder) {
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
            let _ = <::pool_codec::__private::BoundedValue<
                '_,
                &'decoder str,
                { 255 },
            > as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                ::pool_codec::__private::BoundedValue<'_, &'decoder str, { 255 }>,
            >(
                __visitor,
                "text",
                &::pool_codec::__private::BoundedValue::<
                    &'decoder str,
                    { 255 },
                >(&self.text),
            );
            let _ = <::pool_codec::__private::BoundedValue<
                '_,
                &'decoder [u8],
                { Bounded::LIMIT },
            > as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                ::pool_codec::__private::BoundedValue<
                    '_,
                    &'decoder [u8],
                    { Bounded::LIMIT },
                >,
            >(
                __visitor,
                "bytes",
                &::pool_codec::__private::BoundedValue::<
                    &'decoder [u8],
                    { Bounded::LIMIT },
                >(&self.bytes),
            );
            let _ = <::pool_codec::SeqRef<
                'decoder,
                Part,
                { 8 },
            > as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                ::pool_codec::SeqRef<'decoder, Part, { 8 }>,
            >(__visitor, "parts", &self.parts);
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::ZeroCopy for Bounded {
        type Ref<'decoder> = BoundedRef<'decoder>;
        fn from_borrowed(__borrowed: &BoundedRef<'_>) -> Self {
            Bounded {
                text: ::pool_codec::__private::str_to_string(__borrowed.text),
                bytes: ::pool_codec::__private::bytes_to_vec(__borrowed.bytes),
                parts: ::pool_codec::__private::seq_to_vec(&__borrowed.parts),
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
    impl ::pool_codec::__private::From<BoundedRef<'_>> for Bounded {
        fn from(__borrowed: BoundedRef<'_>) -> Self {
            <Bounded as ::pool_codec::__private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl BoundedRef<'_> {
        /// Copies the message out of the decoder's input.
        #[must_use]
        fn into_owned(self) -> Bounded {
            <Bounded as ::pool_codec::__private::ZeroCopy>::from_borrowed(&self)
        }
    }
};

/// Borrowed form of [`Wide`]: variable-length fields point into the decoder's input.
///
#[derive(
    ::pool_codec::__private::Debug,
    ::pool_codec::__private::Clone,
    ::pool_codec::__private::Copy,
    ::pool_codec::__private::PartialEq
)]
struct WideRef<'decoder> {
    /// Field `name` of [`Wide`].
    name: ::pool_codec::StrRef<'decoder, 8>,
    /// Field `list` of [`Wide`].
    list: Option<
        ::pool_codec::SeqRef<'decoder, Str<4>, 3, ::pool_codec::layout::Prefixed<u64>>,
    >,
    /// Field `hash` of [`Wide`].
    hash: &'decoder [u8; 4],
    /// Field `text` of [`Wide`].
    text: Option<&'decoder str>,
    /// Field `blob` of [`Wide`].
    blob: &'decoder [u8],
}
const _: () = {
    /** The fields in this order; the sizes are their sums, in bytes.

| on the wire | type |
|---|---|
| `name` | `Str<8>` |
| `list` | `Option<Seq<Str<4>, 3>>` |
| `hash` | `[u8; 4]` |
| `text` | `Option<String>` |
| `blob` | `Box<[u8]>` |
*/
    #[automatically_derived]
    impl ::pool_codec::__private::Wire for Wide {
        const MIN_SIZE: usize = ::pool_codec::__private::sum(
            &[
                <::pool_codec::layout::Prefixed<
                    u64,
                > as ::pool_codec::__private::WireAs<Str<8>>>::MIN_SIZE,
                <::pool_codec::layout::Prefixed<
                    u64,
                > as ::pool_codec::__private::WireAs<Option<Seq<Str<4>, 3>>>>::MIN_SIZE,
                <::pool_codec::layout::Prefixed<
                    u64,
                > as ::pool_codec::__private::WireAs<[u8; 4]>>::MIN_SIZE,
                <::pool_codec::__private::MaxLen<
                    { 9 },
                    ::pool_codec::layout::Prefixed<u64>,
                > as ::pool_codec::__private::WireAs<Option<String>>>::MIN_SIZE,
                <::pool_codec::__private::MaxBytes<
                    { 9 },
                    ::pool_codec::layout::Prefixed<u64>,
                > as ::pool_codec::__private::WireAs<Box<[u8]>>>::MIN_SIZE,
            ],
        );
        const MAX_SIZE: usize = ::pool_codec::__private::sum(
            &[
                <::pool_codec::layout::Prefixed<
                    u64,
                > as ::pool_codec::__private::WireAs<Str<8>>>::MAX_SIZE,
                <::pool_codec::layout::Prefixed<
                    u64,
                > as ::pool_codec::__private::WireAs<Option<Seq<Str<4>, 3>>>>::MAX_SIZE,
                <::pool_codec::layout::Prefixed<
                    u64,
                > as ::pool_codec::__private::WireAs<[u8; 4]>>::MAX_SIZE,
                <::pool_codec::__private::MaxLen<
                    { 9 },
                    ::pool_codec::layout::Prefixed<u64>,
                > as ::pool_codec::__private::WireAs<Option<String>>>::MAX_SIZE,
                <::pool_codec::__private::MaxBytes<
                    { 9 },
                    ::pool_codec::layout::Prefixed<u64>,
                > as ::pool_codec::__private::WireAs<Box<[u8]>>>::MAX_SIZE,
            ],
        );
        const MAX_HEAP: usize = ::pool_codec::__private::sum(
            &[
                <::pool_codec::layout::Prefixed<
                    u64,
                > as ::pool_codec::__private::WireAs<Str<8>>>::MAX_HEAP,
                <::pool_codec::layout::Prefixed<
                    u64,
                > as ::pool_codec::__private::WireAs<Option<Seq<Str<4>, 3>>>>::MAX_HEAP,
                <::pool_codec::layout::Prefixed<
                    u64,
                > as ::pool_codec::__private::WireAs<[u8; 4]>>::MAX_HEAP,
                <::pool_codec::__private::MaxLen<
                    { 9 },
                    ::pool_codec::layout::Prefixed<u64>,
                > as ::pool_codec::__private::WireAs<Option<String>>>::MAX_HEAP,
                <::pool_codec::__private::MaxBytes<
                    { 9 },
                    ::pool_codec::layout::Prefixed<u64>,
                > as ::pool_codec::__private::WireAs<Box<[u8]>>>::MAX_HEAP,
            ],
        );
        const MAX_OVERHEAD: usize = ::pool_codec::__private::sum(
            &[
                <::pool_codec::layout::Prefixed<
                    u64,
                > as ::pool_codec::__private::WireAs<Str<8>>>::MAX_OVERHEAD,
                <::pool_codec::layout::Prefixed<
                    u64,
                > as ::pool_codec::__private::WireAs<
                    Option<Seq<Str<4>, 3>>,
                >>::MAX_OVERHEAD,
                <::pool_codec::layout::Prefixed<
                    u64,
                > as ::pool_codec::__private::WireAs<[u8; 4]>>::MAX_OVERHEAD,
                <::pool_codec::__private::MaxLen<
                    { 9 },
                    ::pool_codec::layout::Prefixed<u64>,
                > as ::pool_codec::__private::WireAs<Option<String>>>::MAX_OVERHEAD,
                <::pool_codec::__private::MaxBytes<
                    { 9 },
                    ::pool_codec::layout::Prefixed<u64>,
                > as ::pool_codec::__private::WireAs<Box<[u8]>>>::MAX_OVERHEAD,
            ],
        );
        const HEAP_PER_BYTE: usize = ::pool_codec::__private::max(
            &[
                <::pool_codec::layout::Prefixed<
                    u64,
                > as ::pool_codec::__private::WireAs<Str<8>>>::HEAP_PER_BYTE,
                <::pool_codec::layout::Prefixed<
                    u64,
                > as ::pool_codec::__private::WireAs<
                    Option<Seq<Str<4>, 3>>,
                >>::HEAP_PER_BYTE,
                <::pool_codec::layout::Prefixed<
                    u64,
                > as ::pool_codec::__private::WireAs<[u8; 4]>>::HEAP_PER_BYTE,
                <::pool_codec::__private::MaxLen<
                    { 9 },
                    ::pool_codec::layout::Prefixed<u64>,
                > as ::pool_codec::__private::WireAs<Option<String>>>::HEAP_PER_BYTE,
                <::pool_codec::__private::MaxBytes<
                    { 9 },
                    ::pool_codec::layout::Prefixed<u64>,
                > as ::pool_codec::__private::WireAs<Box<[u8]>>>::HEAP_PER_BYTE,
            ],
        );
        const PLAIN: bool = ::pool_codec::__private::all(
            &[
                <::pool_codec::layout::Prefixed<
                    u64,
                > as ::pool_codec::__private::WireAs<Str<8>>>::PLAIN,
                <::pool_codec::layout::Prefixed<
                    u64,
                > as ::pool_codec::__private::WireAs<Option<Seq<Str<4>, 3>>>>::PLAIN,
                <::pool_codec::layout::Prefixed<
                    u64,
                > as ::pool_codec::__private::WireAs<[u8; 4]>>::PLAIN,
                <::pool_codec::__private::MaxLen<
                    { 9 },
                    ::pool_codec::layout::Prefixed<u64>,
                > as ::pool_codec::__private::WireAs<Option<String>>>::PLAIN,
                <::pool_codec::__private::MaxBytes<
                    { 9 },
                    ::pool_codec::layout::Prefixed<u64>,
                > as ::pool_codec::__private::WireAs<Box<[u8]>>>::PLAIN,
            ],
        );
        const SCHEMA: &'static ::pool_codec::__private::Schema = &::pool_codec::__private::Schema::Struct {
            name: "Wide",
            max_size: <Wide as ::pool_codec::__private::Wire>::MAX_SIZE,
            max_trailing: <Wide as ::pool_codec::__private::Wire>::MAX_TRAILING,
            fields: &[
                ::pool_codec::__private::Field {
                    name: "name",
                    min_size: <::pool_codec::layout::Prefixed<
                        u64,
                    > as ::pool_codec::__private::WireAs<Str<8>>>::MIN_SIZE,
                    max_size: <::pool_codec::layout::Prefixed<
                        u64,
                    > as ::pool_codec::__private::WireAs<Str<8>>>::MAX_SIZE,
                    optional: false,
                    schema: <::pool_codec::layout::Prefixed<
                        u64,
                    > as ::pool_codec::__private::WireAs<Str<8>>>::SCHEMA,
                },
                ::pool_codec::__private::Field {
                    name: "list",
                    min_size: <::pool_codec::layout::Prefixed<
                        u64,
                    > as ::pool_codec::__private::WireAs<
                        Option<Seq<Str<4>, 3>>,
                    >>::MIN_SIZE,
                    max_size: <::pool_codec::layout::Prefixed<
                        u64,
                    > as ::pool_codec::__private::WireAs<
                        Option<Seq<Str<4>, 3>>,
                    >>::MAX_SIZE,
                    optional: false,
                    schema: <::pool_codec::layout::Prefixed<
                        u64,
                    > as ::pool_codec::__private::WireAs<Option<Seq<Str<4>, 3>>>>::SCHEMA,
                },
                ::pool_codec::__private::Field {
                    name: "hash",
                    min_size: <::pool_codec::layout::Prefixed<
                        u64,
                    > as ::pool_codec::__private::WireAs<[u8; 4]>>::MIN_SIZE,
                    max_size: <::pool_codec::layout::Prefixed<
                        u64,
                    > as ::pool_codec::__private::WireAs<[u8; 4]>>::MAX_SIZE,
                    optional: false,
                    schema: <::pool_codec::layout::Prefixed<
                        u64,
                    > as ::pool_codec::__private::WireAs<[u8; 4]>>::SCHEMA,
                },
                ::pool_codec::__private::Field {
                    name: "text",
                    min_size: <::pool_codec::__private::MaxLen<
                        { 9 },
                        ::pool_codec::layout::Prefixed<u64>,
                    > as ::pool_codec::__private::WireAs<Option<String>>>::MIN_SIZE,
                    max_size: <::pool_codec::__private::MaxLen<
                        { 9 },
                        ::pool_codec::layout::Prefixed<u64>,
                    > as ::pool_codec::__private::WireAs<Option<String>>>::MAX_SIZE,
                    optional: false,
                    schema: <::pool_codec::__private::MaxLen<
                        { 9 },
                        ::pool_codec::layout::Prefixed<u64>,
                    > as ::pool_codec::__private::WireAs<Option<String>>>::SCHEMA,
                },
                ::pool_codec::__private::Field {
                    name: "blob",
                    min_size: <::pool_codec::__private::MaxBytes<
                        { 9 },
                        ::pool_codec::layout::Prefixed<u64>,
                    > as ::pool_codec::__private::WireAs<Box<[u8]>>>::MIN_SIZE,
                    max_size: <::pool_codec::__private::MaxBytes<
                        { 9 },
                        ::pool_codec::layout::Prefixed<u64>,
                    > as ::pool_codec::__private::WireAs<Box<[u8]>>>::MAX_SIZE,
                    optional: false,
                    schema: <::pool_codec::__private::MaxBytes<
                        { 9 },
                        ::pool_codec::layout::Prefixed<u64>,
                    > as ::pool_codec::__private::WireAs<Box<[u8]>>>::SCHEMA,
                },
            ],
        };
    }
    #[automatically_derived]
    impl ::pool_codec::__private::OwnLayout for Wide {}
    #[automatically_derived]
    impl ::pool_codec::__private::ArrayElement for Wide {}
    const _: () = ::pool_codec::__private::check_type(
        "Wide",
        <Wide as ::pool_codec::__private::Wire>::MAX_SIZE,
        <Wide as ::pool_codec::__private::Wire>::SCHEMA,
    );
    #[automatically_derived]
    impl ::pool_codec::__private::Encodable for Wide {
        #[inline(always)]
        fn encoded_len(&self) -> usize {
            if <Wide as ::pool_codec::__private::Wire>::MIN_SIZE
                == <Wide as ::pool_codec::__private::Wire>::MAX_SIZE
            {
                return <Wide as ::pool_codec::__private::Wire>::MIN_SIZE;
            }
            ::pool_codec::__private::sum(
                &[
                    <::pool_codec::layout::Prefixed<
                        u64,
                    > as ::pool_codec::__private::EncodeAs<
                        Str<8>,
                    >>::encoded_len(&self.name),
                    <::pool_codec::layout::Prefixed<
                        u64,
                    > as ::pool_codec::__private::EncodeAs<
                        Option<Seq<Str<4>, 3>>,
                    >>::encoded_len(&self.list),
                    <::pool_codec::layout::Prefixed<
                        u64,
                    > as ::pool_codec::__private::EncodeAs<
                        [u8; 4],
                    >>::encoded_len(&self.hash),
                    <::pool_codec::__private::MaxLen<
                        { 9 },
                        ::pool_codec::layout::Prefixed<u64>,
                    > as ::pool_codec::__private::EncodeAs<
                        Option<String>,
                    >>::encoded_len(&self.text),
                    <::pool_codec::__private::MaxBytes<
                        { 9 },
                        ::pool_codec::layout::Prefixed<u64>,
                    > as ::pool_codec::__private::EncodeAs<
                        Box<[u8]>,
                    >>::encoded_len(&self.blob),
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
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Wide as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::layout::Prefixed<
                u64,
            > as ::pool_codec::__private::EncodeAs<
                Str<8>,
            >>::encode(&self.name, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "name",
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Wide as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::layout::Prefixed<
                u64,
            > as ::pool_codec::__private::EncodeAs<
                Option<Seq<Str<4>, 3>>,
            >>::encode(&self.list, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "list",
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        2,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Wide as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::layout::Prefixed<
                u64,
            > as ::pool_codec::__private::EncodeAs<
                [u8; 4],
            >>::encode(&self.hash, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "hash",
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        3,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Wide as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::MaxLen<
                { 9 },
                ::pool_codec::layout::Prefixed<u64>,
            > as ::pool_codec::__private::EncodeAs<
                Option<String>,
            >>::encode(&self.text, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "text",
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        4,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Wide as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::MaxBytes<
                { 9 },
                ::pool_codec::layout::Prefixed<u64>,
            > as ::pool_codec::__private::EncodeAs<
                Box<[u8]>,
            >>::encode(&self.blob, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "blob",
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Decodable<'decoder> for Wide {
        #[inline(always)]
        fn decode_from(
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<
            Self,
            ::pool_codec::__private::DecodeError,
        > {
            const __LABELS: &[&str] = &["name", "list", "hash", "text", "blob"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 0,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_0 = match <::pool_codec::layout::Prefixed<
                u64,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                Str<8>,
            >>::decode(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "name",
                                <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 1,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_1 = match <::pool_codec::layout::Prefixed<
                u64,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                Option<Seq<Str<4>, 3>>,
            >>::decode(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "list",
                                <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        2,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 2,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_2 = match <::pool_codec::layout::Prefixed<
                u64,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                [u8; 4],
            >>::decode(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "hash",
                                <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        3,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 3,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_3 = match <::pool_codec::__private::MaxLen<
                { 9 },
                ::pool_codec::layout::Prefixed<u64>,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                Option<String>,
            >>::decode(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "text",
                                <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        4,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 4,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_4 = match <::pool_codec::__private::MaxBytes<
                { 9 },
                ::pool_codec::layout::Prefixed<u64>,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                Box<[u8]>,
            >>::decode(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "blob",
                                <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            ::pool_codec::__private::Ok(Wide {
                name: __field_0,
                list: __field_1,
                hash: __field_2,
                text: __field_3,
                blob: __field_4,
            })
        }
        #[inline(always)]
        fn refill_from(
            &mut self,
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::DecodeError> {
            const __LABELS: &[&str] = &["name", "list", "hash", "text", "blob"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 0,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::layout::Prefixed<
                u64,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                Str<8>,
            >>::refill(&mut self.name, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "name",
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 1,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::layout::Prefixed<
                u64,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                Option<Seq<Str<4>, 3>>,
            >>::refill(&mut self.list, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "list",
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        2,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 2,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::layout::Prefixed<
                u64,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                [u8; 4],
            >>::refill(&mut self.hash, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "hash",
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        3,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 3,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::MaxLen<
                { 9 },
                ::pool_codec::layout::Prefixed<u64>,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                Option<String>,
            >>::refill(&mut self.text, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "text",
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        4,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 4,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::MaxBytes<
                { 9 },
                ::pool_codec::layout::Prefixed<u64>,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                Box<[u8]>,
            >>::refill(&mut self.blob, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "blob",
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Fields for Wide {
        fn visit_fields<__V: ::pool_codec::__private::FieldVisitor>(
            &self,
            __visitor: &mut __V,
        ) {
            let _ = <::pool_codec::layout::Prefixed<
                u64,
            > as ::pool_codec::__private::EncodeAs<Str<8>>>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field(
                __visitor,
                "name",
                &::pool_codec::__private::Coded::<
                    '_,
                    Str<8>,
                    ::pool_codec::layout::Prefixed<u64>,
                >::new(&self.name),
            );
            let _ = <::pool_codec::layout::Prefixed<
                u64,
            > as ::pool_codec::__private::EncodeAs<Option<Seq<Str<4>, 3>>>>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field(
                __visitor,
                "list",
                &::pool_codec::__private::Coded::<
                    '_,
                    Option<Seq<Str<4>, 3>>,
                    ::pool_codec::layout::Prefixed<u64>,
                >::new(&self.list),
            );
            let _ = <::pool_codec::layout::Prefixed<
                u64,
            > as ::pool_codec::__private::EncodeAs<[u8; 4]>>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field(
                __visitor,
                "hash",
                &::pool_codec::__private::Coded::<
                    '_,
                    [u8; 4],
                    ::pool_codec::layout::Prefixed<u64>,
                >::new(&self.hash),
            );
            let _ = <::pool_codec::__private::MaxLen<
                { 9 },
                ::pool_codec::layout::Prefixed<u64>,
            > as ::pool_codec::__private::EncodeAs<Option<String>>>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field(
                __visitor,
                "text",
                &::pool_codec::__private::Coded::<
                    '_,
                    Option<String>,
                    ::pool_codec::__private::MaxLen<
                        { 9 },
                        ::pool_codec::layout::Prefixed<u64>,
                    >,
                >::new(&self.text),
            );
            let _ = <::pool_codec::__private::MaxBytes<
                { 9 },
                ::pool_codec::layout::Prefixed<u64>,
            > as ::pool_codec::__private::EncodeAs<Box<[u8]>>>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field(
                __visitor,
                "blob",
                &::pool_codec::__private::Coded::<
                    '_,
                    Box<[u8]>,
                    ::pool_codec::__private::MaxBytes<
                        { 9 },
                        ::pool_codec::layout::Prefixed<u64>,
                    >,
                >::new(&self.blob),
            );
        }
    }
    /// The bytes, and so the sizes, of [`Wide`].
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Wire for WideRef<'decoder> {
        const MIN_SIZE: usize = <Wide as ::pool_codec::__private::Wire>::MIN_SIZE;
        const MAX_SIZE: usize = <Wide as ::pool_codec::__private::Wire>::MAX_SIZE;
        const MAX_HEAP: usize = 0;
        const PLAIN: bool = <Wide as ::pool_codec::__private::Wire>::PLAIN;
        const MAX_TRAILING: usize = <Wide as ::pool_codec::__private::Wire>::MAX_TRAILING;
        const SCHEMA: &'static ::pool_codec::__private::Schema = <Wide as ::pool_codec::__private::Wire>::SCHEMA;
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::OwnLayout for WideRef<'decoder> {}
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Encodable for WideRef<'decoder> {
        #[inline(always)]
        fn encoded_len(&self) -> usize {
            if <Wide as ::pool_codec::__private::Wire>::MIN_SIZE
                == <Wide as ::pool_codec::__private::Wire>::MAX_SIZE
            {
                return <Wide as ::pool_codec::__private::Wire>::MIN_SIZE;
            }
            ::pool_codec::__private::sum(
                &[
                    <::pool_codec::layout::Prefixed<
                        u64,
                    > as ::pool_codec::__private::EncodeAs<
                        ::pool_codec::StrRef<'decoder, 8>,
                    >>::encoded_len(&self.name),
                    <::pool_codec::layout::Prefixed<
                        u64,
                    > as ::pool_codec::__private::EncodeAs<
                        Option<
                            ::pool_codec::SeqRef<
                                'decoder,
                                Str<4>,
                                3,
                                ::pool_codec::layout::Prefixed<u64>,
                            >,
                        >,
                    >>::encoded_len(&self.list),
                    <::pool_codec::layout::Prefixed<
                        u64,
                    > as ::pool_codec::__private::EncodeAs<
                        &'decoder [u8; 4],
                    >>::encoded_len(&self.hash),
                    <::pool_codec::__private::MaxLen<
                        { 9 },
                        ::pool_codec::layout::Prefixed<u64>,
                    > as ::pool_codec::__private::EncodeAs<
                        Option<&'decoder str>,
                    >>::encoded_len(&self.text),
                    <::pool_codec::__private::MaxBytes<
                        { 9 },
                        ::pool_codec::layout::Prefixed<u64>,
                    > as ::pool_codec::__private::EncodeAs<
                        &'decoder [u8],
                    >>::encoded_len(&self.blob),
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
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Wide as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::layout::Prefixed<
                u64,
            > as ::pool_codec::__private::EncodeAs<
                ::pool_codec::StrRef<'decoder, 8>,
            >>::encode(&self.name, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "name",
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Wide as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::layout::Prefixed<
                u64,
            > as ::pool_codec::__private::EncodeAs<
                Option<
                    ::pool_codec::SeqRef<
                        'decoder,
                        Str<4>,
                        3,
                        ::pool_codec::layout::Prefixed<u64>,
                    >,
                >,
            >>::encode(&self.list, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "list",
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        2,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Wide as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::layout::Prefixed<
                u64,
            > as ::pool_codec::__private::EncodeAs<
                &'decoder [u8; 4],
            >>::encode(&self.hash, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "hash",
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        3,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Wide as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::MaxLen<
                { 9 },
                ::pool_codec::layout::Prefixed<u64>,
            > as ::pool_codec::__private::EncodeAs<
                Option<&'decoder str>,
            >>::encode(&self.text, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "text",
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        4,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Wide as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::MaxBytes<
                { 9 },
                ::pool_codec::layout::Prefixed<u64>,
            > as ::pool_codec::__private::EncodeAs<
                &'decoder [u8],
            >>::encode(&self.blob, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "blob",
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Decodable<'decoder> for WideRef<'decoder> {
        #[inline(always)]
        fn decode_from(
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<
            Self,
            ::pool_codec::__private::DecodeError,
        > {
            const __LABELS: &[&str] = &["name", "list", "hash", "text", "blob"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 0,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_0 = match <::pool_codec::layout::Prefixed<
                u64,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                ::pool_codec::StrRef<'decoder, 8>,
            >>::decode(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "name",
                                <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 1,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_1 = match <::pool_codec::layout::Prefixed<
                u64,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                Option<
                    ::pool_codec::SeqRef<
                        'decoder,
                        Str<4>,
                        3,
                        ::pool_codec::layout::Prefixed<u64>,
                    >,
                >,
            >>::decode(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "list",
                                <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        2,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 2,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_2 = match <::pool_codec::layout::Prefixed<
                u64,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                &'decoder [u8; 4],
            >>::decode(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "hash",
                                <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        3,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 3,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_3 = match <::pool_codec::__private::MaxLen<
                { 9 },
                ::pool_codec::layout::Prefixed<u64>,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                Option<&'decoder str>,
            >>::decode(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "text",
                                <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        4,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 4,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_4 = match <::pool_codec::__private::MaxBytes<
                { 9 },
                ::pool_codec::layout::Prefixed<u64>,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                &'decoder [u8],
            >>::decode(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "blob",
                                <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            ::pool_codec::__private::Ok(WideRef {
                name: __field_0,
                list: __field_1,
                hash: __field_2,
                text: __field_3,
                blob: __field_4,
            })
        }
        #[inline(always)]
        fn refill_from(
            &mut self,
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::DecodeError> {
            const __LABELS: &[&str] = &["name", "list", "hash", "text", "blob"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 0,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::layout::Prefixed<
                u64,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                ::pool_codec::StrRef<'decoder, 8>,
            >>::refill(&mut self.name, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "name",
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 1,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::layout::Prefixed<
                u64,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                Option<
                    ::pool_codec::SeqRef<
                        'decoder,
                        Str<4>,
                        3,
                        ::pool_codec::layout::Prefixed<u64>,
                    >,
                >,
            >>::refill(&mut self.list, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "list",
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        2,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 2,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::layout::Prefixed<
                u64,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                &'decoder [u8; 4],
            >>::refill(&mut self.hash, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "hash",
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        3,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 3,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::MaxLen<
                { 9 },
                ::pool_codec::layout::Prefixed<u64>,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                Option<&'decoder str>,
            >>::refill(&mut self.text, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "text",
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        4,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 4,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::MaxBytes<
                { 9 },
                ::pool_codec::layout::Prefixed<u64>,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                &'decoder [u8],
            >>::refill(&mut self.blob, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "blob",
                            <Wide as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Fields for WideRef<'decoder> {
        fn visit_fields<__V: ::pool_codec::__private::FieldVisitor>(
            &self,
            __visitor: &mut __V,
        ) {
            let _ = <::pool_codec::layout::Prefixed<
                u64,
            > as ::pool_codec::__private::EncodeAs<
                ::pool_codec::StrRef<'decoder, 8>,
            >>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field(
                __visitor,
                "name",
                &::pool_codec::__private::Coded::<
                    '_,
                    ::pool_codec::StrRef<'decoder, 8>,
                    ::pool_codec::layout::Prefixed<u64>,
                >::new(&self.name),
            );
            let _ = <::pool_codec::layout::Prefixed<
                u64,
            > as ::pool_codec::__private::EncodeAs<
                Option<
                    ::pool_codec::SeqRef<
                        'decoder,
                        Str<4>,
                        3,
                        ::pool_codec::layout::Prefixed<u64>,
                    >,
                >,
            >>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field(
                __visitor,
                "list",
                &::pool_codec::__private::Coded::<
                    '_,
                    Option<
                        ::pool_codec::SeqRef<
                            'decoder,
                            Str<4>,
                            3,
                            ::pool_codec::layout::Prefixed<u64>,
                        >,
                    >,
                    ::pool_codec::layout::Prefixed<u64>,
                >::new(&self.list),
            );
            let _ = <::pool_codec::layout::Prefixed<
                u64,
            > as ::pool_codec::__private::EncodeAs<&'decoder [u8; 4]>>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field(
                __visitor,
                "hash",
                &::pool_codec::__private::Coded::<
                    '_,
                    &'decoder [u8; 4],
                    ::pool_codec::layout::Prefixed<u64>,
                >::new(&self.hash),
            );
            let _ = <::pool_codec::__private::MaxLen<
                { 9 },
                ::pool_codec::layout::Prefixed<u64>,
            > as ::pool_codec::__private::EncodeAs<Option<&'decoder str>>>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field(
                __visitor,
                "text",
                &::pool_codec::__private::Coded::<
                    '_,
                    Option<&'decoder str>,
                    ::pool_codec::__private::MaxLen<
                        { 9 },
                        ::pool_codec::layout::Prefixed<u64>,
                    >,
                >::new(&self.text),
            );
            let _ = <::pool_codec::__private::MaxBytes<
                { 9 },
                ::pool_codec::layout::Prefixed<u64>,
            > as ::pool_codec::__private::EncodeAs<&'decoder [u8]>>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field(
                __visitor,
                "blob",
                &::pool_codec::__private::Coded::<
                    '_,
                    &'decoder [u8],
                    ::pool_codec::__private::MaxBytes<
                        { 9 },
                        ::pool_codec::layout::Prefixed<u64>,
                    >,
                >::new(&self.blob),
            );
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::ZeroCopy for Wide {
        type Ref<'decoder> = WideRef<'decoder>;
        fn from_borrowed(
            __borrowed: &<Wide as ::pool_codec::__private::ZeroCopy>::Ref<'_>,
        ) -> Self {
            let __field_0 = {
                let __field = &__borrowed.name;
                <::pool_codec::layout::Prefixed<
                    u64,
                > as ::pool_codec::__private::BorrowAs<Str<8>>>::from_borrowed(__field)
            };
            let __field_1 = {
                let __field = &__borrowed.list;
                <::pool_codec::layout::Prefixed<
                    u64,
                > as ::pool_codec::__private::BorrowAs<
                    Option<Seq<Str<4>, 3>>,
                >>::from_borrowed(__field)
            };
            let __field_2 = {
                let __field = &__borrowed.hash;
                <::pool_codec::layout::Prefixed<
                    u64,
                > as ::pool_codec::__private::BorrowAs<[u8; 4]>>::from_borrowed(__field)
            };
            let __field_3 = {
                let __field = &__borrowed.text;
                <::pool_codec::__private::MaxLen<
                    { 9 },
                    ::pool_codec::layout::Prefixed<u64>,
                > as ::pool_codec::__private::BorrowAs<
                    Option<String>,
                >>::from_borrowed(__field)
            };
            let __field_4 = {
                let __field = &__borrowed.blob;
                <::pool_codec::__private::MaxBytes<
                    { 9 },
                    ::pool_codec::layout::Prefixed<u64>,
                > as ::pool_codec::__private::BorrowAs<
                    Box<[u8]>,
                >>::from_borrowed(__field)
            };
            Wide {
                name: __field_0,
                list: __field_1,
                hash: __field_2,
                text: __field_3,
                blob: __field_4,
            }
        }
        fn as_borrowed(&self) -> <Wide as ::pool_codec::__private::ZeroCopy>::Ref<'_> {
            let __field_0 = {
                let __field = &self.name;
                <::pool_codec::layout::Prefixed<
                    u64,
                > as ::pool_codec::__private::BorrowAs<Str<8>>>::as_borrowed(__field)
            };
            let __field_1 = {
                let __field = &self.list;
                <::pool_codec::layout::Prefixed<
                    u64,
                > as ::pool_codec::__private::BorrowAs<
                    Option<Seq<Str<4>, 3>>,
                >>::as_borrowed(__field)
            };
            let __field_2 = {
                let __field = &self.hash;
                <::pool_codec::layout::Prefixed<
                    u64,
                > as ::pool_codec::__private::BorrowAs<[u8; 4]>>::as_borrowed(__field)
            };
            let __field_3 = {
                let __field = &self.text;
                <::pool_codec::__private::MaxLen<
                    { 9 },
                    ::pool_codec::layout::Prefixed<u64>,
                > as ::pool_codec::__private::BorrowAs<
                    Option<String>,
                >>::as_borrowed(__field)
            };
            let __field_4 = {
                let __field = &self.blob;
                <::pool_codec::__private::MaxBytes<
                    { 9 },
                    ::pool_codec::layout::Prefixed<u64>,
                > as ::pool_codec::__private::BorrowAs<Box<[u8]>>>::as_borrowed(__field)
            };
            WideRef {
                name: __field_0,
                list: __field_1,
                hash: __field_2,
                text: __field_3,
                blob: __field_4,
            }
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Covariant for Wide {
        fn shorten<'short, 'long: 'short>(
            __borrowed: &'short WideRef<'long>,
        ) -> &'short WideRef<'short> {
            __borrowed
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Lend<Wide> for WideRef<'decoder> {
        #[inline]
        fn lend(&self) -> <Wide as ::pool_codec::__private::ZeroCopy>::Ref<'_> {
            *<Wide as ::pool_codec::__private::Covariant>::shorten(self)
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::From<WideRef<'decoder>> for Wide {
        fn from(__borrowed: WideRef<'decoder>) -> Self {
            <Wide as ::pool_codec::__private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl<'decoder> WideRef<'decoder> {
        /// Copies the message out of the decoder's input.
        #[must_use]
        fn into_owned(self) -> Wide {
            <Wide as ::pool_codec::__private::ZeroCopy>::from_borrowed(&self)
        }
    }
};

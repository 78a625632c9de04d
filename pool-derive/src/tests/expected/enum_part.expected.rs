const _: () = {
    /** A tag, and the fields of the variant that it stands for. The sizes are the tag's with those of the shortest and of the longest variant, in bytes.

| on the wire | type |
|---|---|
| the tag | `u16` |
*/
    #[automatically_derived]
    impl ::pool_codec::__private::Wire for Kind {
        const MIN_SIZE: usize = 2;
        const MAX_SIZE: usize = 2;
        const MAX_HEAP: usize = 0;
        const MAX_OVERHEAD: usize = 0;
        const HEAP_PER_BYTE: usize = ::pool_codec::__private::max(&[]);
        const PLAIN: bool = false;
        const SCHEMA: &'static ::pool_codec::__private::Schema = &::pool_codec::__private::Schema::Enum {
            name: "Kind",
            max_size: <Kind as ::pool_codec::__private::Wire>::MAX_SIZE,
            max_trailing: <Kind as ::pool_codec::__private::Wire>::MAX_TRAILING,
            tag: 2,
            variants: &[
                ::pool_codec::__private::Variant {
                    name: "Plain",
                    tag: 0,
                    fields: &[],
                },
                ::pool_codec::__private::Variant {
                    name: "Odd",
                    tag: 257,
                    fields: &[],
                },
            ],
            other: ::pool_codec::__private::None,
        };
    }
    #[automatically_derived]
    impl ::pool_codec::__private::OwnLayout for Kind {}
    #[automatically_derived]
    impl ::pool_codec::__private::ArrayElement for Kind {}
    const _: () = ::pool_codec::__private::check_type(
        "Kind",
        <Kind as ::pool_codec::__private::Wire>::MAX_SIZE,
        <Kind as ::pool_codec::__private::Wire>::SCHEMA,
    );
    #[automatically_derived]
    impl ::pool_codec::__private::Encodable for Kind {
        #[inline(always)]
        fn encoded_len(&self) -> usize {
            if <Kind as ::pool_codec::__private::Wire>::MIN_SIZE
                == <Kind as ::pool_codec::__private::Wire>::MAX_SIZE
            {
                return <Kind as ::pool_codec::__private::Wire>::MIN_SIZE;
            }
            2
        }
        #[inline(always)]
        fn encode_to(
            &self,
            __encoder: &mut ::pool_codec::__private::Encoder<'_>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::EncodeError> {
            let __tag: u16 = match self {
                Kind::Plain { .. } => 0,
                Kind::Odd { .. } => 257,
            };
            if let ::pool_codec::__private::Err(__error) = <u16 as ::pool_codec::__private::Encodable>::encode_to(
                &__tag,
                __encoder,
            ) {
                return ::pool_codec::__private::Err(
                    __error.in_message(<Kind as ::pool_codec::__private::Wire>::SCHEMA),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Decodable<'decoder> for Kind {
        #[inline(always)]
        fn decode_from(
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<
            Self,
            ::pool_codec::__private::DecodeError,
        > {
            let __tag_at = ::pool_codec::__private::Decoder::offset(__decoder);
            let __tag = match <u16 as ::pool_codec::__private::Decodable<
                'decoder,
            >>::decode_from(__decoder) {
                ::pool_codec::__private::Ok(__tag) => __tag,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_message(<Kind as ::pool_codec::__private::Wire>::SCHEMA),
                    );
                }
            };
            match __tag {
                0 => ::pool_codec::__private::Ok(Kind::Plain {}),
                257 => ::pool_codec::__private::Ok(Kind::Odd {}),
                _ => {
                    ::pool_codec::__private::Err(
                        ::pool_codec::__private::unknown_tag(
                            __tag as u64,
                            __tag_at,
                            <Kind as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                    )
                }
            }
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Fields for Kind {
        fn visit_fields<__V: ::pool_codec::__private::FieldVisitor>(
            &self,
            __visitor: &mut __V,
        ) {}
    }
};

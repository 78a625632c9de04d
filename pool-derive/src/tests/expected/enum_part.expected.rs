const _: () = {
    #[automatically_derived]
    impl ::pool_codec::__private::Wire for Kind {
        const MIN_SIZE: usize = 2;
        const MAX_SIZE: usize = 2;
        const MAX_HEAP: usize = 0;
        const SCHEMA: &'static ::pool_codec::__private::Schema = &::pool_codec::__private::Schema::Enum {
            name: "Kind",
            tag: 2,
            variants: &[("Plain", 0), ("Odd", 257)],
        };
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Encodable for Kind {
        #[inline(always)]
        fn encoded_len(&self) -> usize {
            2
        }
        #[inline(always)]
        fn encode_to(
            &self,
            __encoder: &mut ::pool_codec::__private::Encoder<'_>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::EncodeError> {
            let __tag: u16 = match self {
                Kind::Plain => 0,
                Kind::Odd => 257,
            };
            <u16 as ::pool_codec::__private::Encodable>::encode_to(&__tag, __encoder)
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
            let __start = ::pool_codec::__private::Decoder::offset(__decoder);
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
                0 => ::pool_codec::__private::Ok(Kind::Plain),
                257 => ::pool_codec::__private::Ok(Kind::Odd),
                _ => {
                    ::pool_codec::__private::Err(
                        ::pool_codec::__private::unknown_tag(
                            __tag as u64,
                            __start,
                            <Kind as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                    )
                }
            }
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::ArrayElement for Kind {}
};

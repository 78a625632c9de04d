const _: () = {
    /// No bytes.
    #[automatically_derived]
    impl ::pool_codec::__private::Wire for Ping {
        const MIN_SIZE: usize = ::pool_codec::__private::sum(&[]);
        const MAX_SIZE: usize = ::pool_codec::__private::sum(&[]);
        const MAX_HEAP: usize = ::pool_codec::__private::sum(&[]);
        const MAX_OVERHEAD: usize = ::pool_codec::__private::sum(&[]);
        const HEAP_PER_BYTE: usize = ::pool_codec::__private::max(&[]);
        const PLAIN: bool = ::pool_codec::__private::all(&[]);
        const SCHEMA: &'static ::pool_codec::__private::Schema = &::pool_codec::__private::Schema::Struct {
            name: "Ping",
            max_size: <Ping as ::pool_codec::__private::Wire>::MAX_SIZE,
            max_trailing: <Ping as ::pool_codec::__private::Wire>::MAX_TRAILING,
            fields: &[],
        };
    }
    #[automatically_derived]
    impl ::pool_codec::__private::OwnLayout for Ping {}
    #[automatically_derived]
    impl ::pool_codec::__private::ArrayElement for Ping {}
    const _: () = ::pool_codec::__private::check_type(
        "Ping",
        <Ping as ::pool_codec::__private::Wire>::MAX_SIZE,
        <Ping as ::pool_codec::__private::Wire>::SCHEMA,
    );
    #[automatically_derived]
    impl ::pool_codec::__private::Encodable for Ping {
        #[inline(always)]
        fn encoded_len(&self) -> usize {
            if <Ping as ::pool_codec::__private::Wire>::MIN_SIZE
                == <Ping as ::pool_codec::__private::Wire>::MAX_SIZE
            {
                return <Ping as ::pool_codec::__private::Wire>::MIN_SIZE;
            }
            ::pool_codec::__private::sum(&[])
        }
        #[inline(always)]
        fn encode_to(
            &self,
            __encoder: &mut ::pool_codec::__private::Encoder<'_>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::EncodeError> {
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Decodable<'decoder> for Ping {
        #[inline(always)]
        fn decode_from(
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<
            Self,
            ::pool_codec::__private::DecodeError,
        > {
            ::pool_codec::__private::Ok(Ping {})
        }
        #[inline(always)]
        fn refill_from(
            &mut self,
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::DecodeError> {
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Fields for Ping {
        fn visit_fields<__V: ::pool_codec::__private::FieldVisitor>(
            &self,
            __visitor: &mut __V,
        ) {}
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Frame for Ping {
        const ID: u32 = 1;
        const NAME: &'static str = "Ping";
    }
};

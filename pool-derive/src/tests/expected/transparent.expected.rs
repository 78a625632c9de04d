const _: () = {
    /** The fields in this order; the sizes are their sums, in bytes.

| on the wire | type |
|---|---|
| `0` | `u64` |
*/
    #[automatically_derived]
    impl ::pool_codec::__private::Wire for Id {
        const MIN_SIZE: usize = ::pool_codec::__private::sum(
            &[<u64 as ::pool_codec::__private::Wire>::MIN_SIZE],
        );
        const MAX_SIZE: usize = ::pool_codec::__private::sum(
            &[<u64 as ::pool_codec::__private::Wire>::MAX_SIZE],
        );
        const MAX_HEAP: usize = ::pool_codec::__private::sum(
            &[<u64 as ::pool_codec::__private::Wire>::MAX_HEAP],
        );
        const MAX_OVERHEAD: usize = ::pool_codec::__private::sum(
            &[<u64 as ::pool_codec::__private::Wire>::MAX_OVERHEAD],
        );
        const HEAP_PER_BYTE: usize = ::pool_codec::__private::max(
            &[<u64 as ::pool_codec::__private::Wire>::HEAP_PER_BYTE],
        );
        const PLAIN: bool = ::pool_codec::__private::all(
            &[<u64 as ::pool_codec::__private::Wire>::PLAIN],
        );
        const MAX_TRAILING: usize = <u64 as ::pool_codec::__private::Wire>::MAX_TRAILING;
        const SCHEMA: &'static ::pool_codec::__private::Schema = <u64 as ::pool_codec::__private::Wire>::SCHEMA;
    }
    #[automatically_derived]
    impl ::pool_codec::__private::OwnLayout for Id {}
    #[automatically_derived]
    impl ::pool_codec::__private::ArrayElement for Id {}
    const _: () = ::pool_codec::__private::check_type(
        "Id",
        <Id as ::pool_codec::__private::Wire>::MAX_SIZE,
        <Id as ::pool_codec::__private::Wire>::SCHEMA,
    );
    #[automatically_derived]
    impl ::pool_codec::__private::Encodable for Id {
        #[inline(always)]
        fn encoded_len(&self) -> usize {
            if <Id as ::pool_codec::__private::Wire>::MIN_SIZE
                == <Id as ::pool_codec::__private::Wire>::MAX_SIZE
            {
                return <Id as ::pool_codec::__private::Wire>::MIN_SIZE;
            }
            ::pool_codec::__private::sum(
                &[<u64 as ::pool_codec::__private::Encodable>::encoded_len(&self.0)],
            )
        }
        #[inline(always)]
        fn encode_to(
            &self,
            __encoder: &mut ::pool_codec::__private::Encoder<'_>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::EncodeError> {
            if let ::pool_codec::__private::Err(__error) = <u64 as ::pool_codec::__private::Encodable>::encode_to(
                &self.0,
                __encoder,
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Decodable<'decoder> for Id {
        #[inline(always)]
        fn decode_from(
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<
            Self,
            ::pool_codec::__private::DecodeError,
        > {
            let __field_0 = match <u64 as ::pool_codec::__private::Decodable<
                'decoder,
            >>::decode_from(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(__error);
                }
            };
            ::pool_codec::__private::Ok(Id { 0: __field_0 })
        }
        #[inline(always)]
        fn refill_from(
            &mut self,
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::DecodeError> {
            if let ::pool_codec::__private::Err(__error) = <u64 as ::pool_codec::__private::Decodable<
                'decoder,
            >>::refill_from(&mut self.0, __decoder) {
                return ::pool_codec::__private::Err(__error);
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Fields for Id {
        fn visit_fields<__V: ::pool_codec::__private::FieldVisitor>(
            &self,
            __visitor: &mut __V,
        ) {
            let _ = <u64 as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<u64>(__visitor, "0", &self.0);
        }
    }
};

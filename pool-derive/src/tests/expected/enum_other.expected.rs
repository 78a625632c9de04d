/// Borrowed form of [`Kind`]: the same.
pub type KindRef<'decoder> = Kind;
const _: () = {
    /** A tag, and the fields of the variant that it stands for. The sizes are the tag's with those of the shortest and of the longest variant, in bytes.

| on the wire | type |
|---|---|
| the tag | `u8` |
| `Other.0` | `u8` |
*/
    #[automatically_derived]
    impl ::pool_codec::__private::Wire for Kind {
        const MIN_SIZE: usize = 1;
        const MAX_SIZE: usize = 1;
        const MAX_HEAP: usize = 0;
        const MAX_OVERHEAD: usize = 0;
        const HEAP_PER_BYTE: usize = ::pool_codec::__private::max(
            &[<u8 as ::pool_codec::__private::Wire>::HEAP_PER_BYTE],
        );
        const PLAIN: bool = false;
        const SCHEMA: &'static ::pool_codec::__private::Schema = &::pool_codec::__private::Schema::Enum {
            name: "Kind",
            max_size: <Kind as ::pool_codec::__private::Wire>::MAX_SIZE,
            max_trailing: <Kind as ::pool_codec::__private::Wire>::MAX_TRAILING,
            tag: 1,
            variants: &[
                ::pool_codec::__private::Variant {
                    name: "Plain",
                    tag: 0,
                    fields: &[],
                },
            ],
            other: ::pool_codec::__private::Some(
                &::pool_codec::__private::Variant {
                    name: "Other",
                    tag: 0,
                    fields: &[],
                },
            ),
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
            1
        }
        #[inline(always)]
        fn encode_to(
            &self,
            __encoder: &mut ::pool_codec::__private::Encoder<'_>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::EncodeError> {
            let __tag: u8 = match self {
                Kind::Plain { .. } => 0,
                Kind::Other { 0: __tag, .. } => {
                    const __KNOWN: &[u8] = &[0];
                    if __KNOWN.contains(__tag) {
                        return ::pool_codec::__private::Err(
                            ::pool_codec::__private::invalid_encode(
                                "the tag is that of another variant",
                                <Kind as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                        );
                    }
                    *__tag
                }
            };
            if let ::pool_codec::__private::Err(__error) = <u8 as ::pool_codec::__private::Encodable>::encode_to(
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
            let __tag = match <u8 as ::pool_codec::__private::Decodable<
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
                _ => ::pool_codec::__private::Ok(Kind::Other { 0: __tag }),
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
    #[automatically_derived]
    impl ::pool_codec::__private::ZeroCopy for Kind {
        type Ref<'decoder> = KindRef<'decoder>;
        fn from_borrowed(
            __borrowed: &<Kind as ::pool_codec::__private::ZeroCopy>::Ref<'_>,
        ) -> Self {
            fn __copied<__T: ::pool_codec::__private::Copy>(__value: &__T) -> __T {
                *__value
            }
            __copied::<Kind>(__borrowed)
        }
        fn as_borrowed(&self) -> <Kind as ::pool_codec::__private::ZeroCopy>::Ref<'_> {
            <Kind as ::pool_codec::__private::ZeroCopy>::from_borrowed(self)
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Covariant for Kind {
        fn shorten<'short, 'long: 'short>(__borrowed: &'short Kind) -> &'short Kind {
            __borrowed
        }
    }
};

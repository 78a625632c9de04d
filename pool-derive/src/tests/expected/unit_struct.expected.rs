/// Borrowed form of [`Ping`]: variable-length fields point into the decoder's input.
///
#[derive(
    ::pool_codec::__private::Clone,
    ::pool_codec::__private::Copy,
    ::pool_codec::__private::PartialEq
)]
pub struct PingRef<'decoder> {
    #[doc(hidden)]
    pub __decoder: ::pool_codec::__private::PhantomData<&'decoder ()>,
}
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
        const ID: u32 = 2;
        const NAME: &'static str = "Ping";
    }
    /// The bytes, and so the sizes, of [`Ping`].
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Wire for PingRef<'decoder> {
        const MIN_SIZE: usize = <Ping as ::pool_codec::__private::Wire>::MIN_SIZE;
        const MAX_SIZE: usize = <Ping as ::pool_codec::__private::Wire>::MAX_SIZE;
        const MAX_HEAP: usize = 0;
        const PLAIN: bool = <Ping as ::pool_codec::__private::Wire>::PLAIN;
        const MAX_TRAILING: usize = <Ping as ::pool_codec::__private::Wire>::MAX_TRAILING;
        const SCHEMA: &'static ::pool_codec::__private::Schema = <Ping as ::pool_codec::__private::Wire>::SCHEMA;
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::OwnLayout for PingRef<'decoder> {}
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Encodable for PingRef<'decoder> {
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
    impl<'decoder> ::pool_codec::__private::Decodable<'decoder> for PingRef<'decoder> {
        #[inline(always)]
        fn decode_from(
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<
            Self,
            ::pool_codec::__private::DecodeError,
        > {
            ::pool_codec::__private::Ok(PingRef {
                __decoder: ::pool_codec::__private::PhantomData,
            })
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
    impl<'decoder> ::pool_codec::__private::Fields for PingRef<'decoder> {
        fn visit_fields<__V: ::pool_codec::__private::FieldVisitor>(
            &self,
            __visitor: &mut __V,
        ) {}
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Frame for PingRef<'decoder> {
        const ID: u32 = 2;
        const NAME: &'static str = "Ping";
    }
    #[automatically_derived]
    impl ::pool_codec::__private::ZeroCopy for Ping {
        type Ref<'decoder> = PingRef<'decoder>;
        fn from_borrowed(
            __borrowed: &<Ping as ::pool_codec::__private::ZeroCopy>::Ref<'_>,
        ) -> Self {
            Ping {}
        }
        fn as_borrowed(&self) -> <Ping as ::pool_codec::__private::ZeroCopy>::Ref<'_> {
            PingRef {
                __decoder: ::pool_codec::__private::PhantomData,
            }
        }
    }
    #[automatically_derived]
    impl ::pool_codec::__private::Covariant for Ping {
        fn shorten<'short, 'long: 'short>(
            __borrowed: &'short PingRef<'long>,
        ) -> &'short PingRef<'short> {
            __borrowed
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Lend<Ping> for PingRef<'decoder> {
        #[inline]
        fn lend(&self) -> <Ping as ::pool_codec::__private::ZeroCopy>::Ref<'_> {
            *<Ping as ::pool_codec::__private::Covariant>::shorten(self)
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::From<PingRef<'decoder>> for Ping {
        fn from(__borrowed: PingRef<'decoder>) -> Self {
            <Ping as ::pool_codec::__private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl<'decoder> PingRef<'decoder> {
        /// Copies the message out of the decoder's input.
        #[must_use]
        pub fn into_owned(self) -> Ping {
            <Ping as ::pool_codec::__private::ZeroCopy>::from_borrowed(&self)
        }
    }
    #[automatically_derived]
    impl<'decoder> ::pool_codec::__private::Debug for PingRef<'decoder> {
        fn fmt(
            &self,
            __f: &mut ::pool_codec::__private::Formatter<'_>,
        ) -> ::pool_codec::__private::FmtResult {
            match self {
                PingRef { .. } => {
                    let mut __debug = ::pool_codec::__private::Formatter::debug_tuple(
                        __f,
                        "PingRef",
                    );
                    __debug.finish()
                }
            }
        }
    }
};

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
    use ::pool_codec::__private;
    /// No bytes.
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Encode<__L> for Ping {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::checked(
            __private::Schema::record("Ping", const { &[] }),
        );
        #[inline(always)]
        fn encode_to<__S: __private::Sink>(
            __value: &Self,
            __sink: &mut __S,
        ) -> __private::Result<(), __S::Error> {
            let __writer = &mut __private::Writer::<
                __S,
                Self,
                __private::Own,
                0,
            >::new(__sink);
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L> for Ping {
        const FACTS: __private::Facts = __private::Facts::of_fields(&[]);
        #[inline(always)]
        fn decode_from(
            __decoder: &mut __private::Decoder<'decoder>,
        ) -> __private::Result<Self, __private::DecodeError> {
            let __reader = &mut __private::Reader::<
                Self,
                __private::Own,
                0,
            >::new(__decoder);
            __private::Ok(Ping {})
        }
        #[inline(always)]
        fn refill_from(
            __value: &mut Self,
            __decoder: &mut __private::Decoder<'decoder>,
        ) -> __private::Result<(), __private::DecodeError> {
            let __reader = &mut __private::Reader::<
                Self,
                __private::Own,
                0,
            >::new(__decoder);
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl __private::Frame for Ping {
        type Owned = Ping;
        const ID: u32 = 2;
        const NAME: &'static str = "Ping";
    }
    const _: &__private::Schema = <Ping as __private::Encode<__private::Own>>::ENCODING;
    /// The bytes, and so the sizes, of [`Ping`].
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Encode<__L> for PingRef<'decoder> {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::borrowed(
            <Ping as __private::Encode<__private::Own>>::ENCODING,
        );
        #[inline(always)]
        fn encode_to<__S: __private::Sink>(
            __value: &Self,
            __sink: &mut __S,
        ) -> __private::Result<(), __S::Error> {
            let __writer = &mut __private::Writer::<
                __S,
                Self,
                __private::Own,
                0,
            >::new(__sink);
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L>
    for PingRef<'decoder> {
        const FACTS: __private::Facts = __private::Facts::of_fields(&[]);
        #[inline(always)]
        fn decode_from(
            __decoder: &mut __private::Decoder<'decoder>,
        ) -> __private::Result<Self, __private::DecodeError> {
            let __reader = &mut __private::Reader::<
                Self,
                __private::Own,
                0,
            >::new(__decoder);
            __private::Ok(PingRef {
                __decoder: __private::PhantomData,
            })
        }
    }
    #[automatically_derived]
    impl<'decoder> __private::Frame for PingRef<'decoder> {
        type Owned = Ping;
        const ID: u32 = 2;
        const NAME: &'static str = "Ping";
    }
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Borrow<__L> for Ping {
        type Ref<'decoder> = PingRef<'decoder>;
        fn own(__borrowed: &PingRef<'_>) -> Self {
            Ping {}
        }
        fn lend(__value: &Self) -> PingRef<'_> {
            PingRef {
                __decoder: __private::PhantomData,
            }
        }
    }
    #[automatically_derived]
    impl __private::ArrayElement for Ping {}
    #[automatically_derived]
    impl __private::Covariant for Ping {
        fn shorten<'short, 'long: 'short>(
            __borrowed: &'short PingRef<'long>,
        ) -> &'short PingRef<'short> {
            __borrowed
        }
    }
    #[automatically_derived]
    impl<'decoder> __private::From<PingRef<'decoder>> for Ping {
        fn from(__borrowed: PingRef<'decoder>) -> Self {
            <Ping as __private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl<'decoder> PingRef<'decoder> {
        /// Copies the message out of the decoder's input.
        #[must_use]
        pub fn into_owned(self) -> Ping {
            <Ping as __private::ZeroCopy>::from_borrowed(&self)
        }
    }
    #[automatically_derived]
    impl<'decoder> __private::Debug for PingRef<'decoder> {
        fn fmt(&self, __f: &mut __private::Formatter<'_>) -> __private::FmtResult {
            match self {
                PingRef { .. } => {
                    let mut __debug = __private::Formatter::debug_tuple(__f, "PingRef");
                    __debug.finish()
                }
            }
        }
    }
};

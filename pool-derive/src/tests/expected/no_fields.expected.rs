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
        const ID: u32 = 1;
        const NAME: &'static str = "Ping";
    }
    const _: &__private::Schema = <Ping as __private::Encode<__private::Own>>::ENCODING;
};

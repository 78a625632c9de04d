const _: () = {
    use ::pool_codec::__private;
    /** The fields in this order; the sizes are their sums, in bytes.

| on the wire | type |
|---|---|
| `0` | `u64` |
*/
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Encode<__L> for Id {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::checked(
            *<u64 as __private::Encode<__private::Own>>::ENCODING,
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
            __writer.put_transparent::<u64>(&__value.0)
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L> for Id {
        const FACTS: __private::Facts = __private::Facts::of_fields(
            &[<u64 as __private::Decode<'decoder, __private::Own>>::FACTS],
        );
        const BLANK: __private::Option<__private::Blank<Self>> = match (
            <u64 as __private::Decode<'decoder, __private::Own>>::BLANK,
        ) {
            (__private::Some(__field_0),) => {
                __private::Some(
                    __private::Blank::new(Id {
                        0: __private::Blank::value(__field_0),
                    }),
                )
            }
            _ => __private::None,
        };
        #[inline(always)]
        fn decode_from(
            __decoder: &mut __private::Decoder<'decoder>,
        ) -> __private::Result<Self, __private::DecodeError> {
            let __reader = &mut __private::Reader::<
                Self,
                __private::Own,
                0,
            >::new(__decoder);
            __private::Ok(Id {
                0: __reader.get_transparent::<u64>()?,
            })
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
            __reader.refill_transparent::<u64>(&mut __value.0)?;
            __private::Ok(())
        }
    }
    const _: &__private::Schema = <Id as __private::Encode<__private::Own>>::ENCODING;
};

const _: () = {
    use ::pool_codec::__private;
    /** The fields in this order; the sizes are their sums, in bytes.

| on the wire | type |
|---|---|
| `text` | `Str<255>` |
*/
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Encode<__L> for Tight {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::checked(
            __private::Schema::with_max_size(
                __private::Schema::record(
                    "Tight",
                    const {
                        &[
                            __private::Field::new(
                                "text",
                                <Str<255> as __private::Encode<__private::Own>>::ENCODING,
                            ),
                        ]
                    },
                ),
                100,
            ),
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
            __writer.check_size(__value)?;
            __writer.put::<Str<255>, 0>(&__value.text)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L> for Tight {
        const FACTS: __private::Facts = __private::Facts::checked(
            __private::Facts::of_fields(
                &[<Str<255> as __private::Decode<'decoder, __private::Own>>::FACTS],
            ),
        );
        const BLANK: __private::Option<__private::Blank<Self>> = match (
            <Str<255> as __private::Decode<'decoder, __private::Own>>::BLANK,
        ) {
            (__private::Some(__field_0),) => {
                __private::Some(
                    __private::Blank::new(Tight {
                        text: __private::Blank::value(__field_0),
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
            let __value = Tight {
                text: __reader.get::<Str<255>, 0>()?,
            };
            __reader.check_size()?;
            __private::Ok(__value)
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
            __reader.refill::<Str<255>, 0>(&mut __value.text)?;
            __reader.check_size()?;
            __private::Ok(())
        }
    }
    const _: &__private::Schema = <Tight as __private::Encode<__private::Own>>::ENCODING;
};

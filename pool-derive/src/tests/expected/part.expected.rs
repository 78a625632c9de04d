const _: () = {
    use ::pool_codec::__private;
    /** The fields in this order; the sizes are their sums, in bytes.

| on the wire | type |
|---|---|
| `x` | `u16` |
| `y` | `u32` |
*/
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Encode<__L> for Point {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::checked(
            __private::Schema::record(
                "Point",
                const {
                    &[
                        __private::Field::new(
                            "x",
                            <u16 as __private::Encode<__private::Own>>::ENCODING,
                        ),
                        __private::Field::new(
                            "y",
                            <u32 as __private::Encode<__private::Own>>::ENCODING,
                        ),
                    ]
                },
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
            __writer.put::<u16, 0>(&__value.x)?;
            __writer.put::<u32, 1>(&__value.y)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L> for Point {
        const FACTS: __private::Facts = __private::Facts::of_fields(
            &[
                <u16 as __private::Decode<'decoder, __private::Own>>::FACTS,
                <u32 as __private::Decode<'decoder, __private::Own>>::FACTS,
            ],
        );
        const BLANK: __private::Option<__private::Blank<Self>> = match (
            <u16 as __private::Decode<'decoder, __private::Own>>::BLANK,
            <u32 as __private::Decode<'decoder, __private::Own>>::BLANK,
        ) {
            (__private::Some(__field_0), __private::Some(__field_1)) => {
                __private::Some(
                    __private::Blank::new(Point {
                        x: __private::Blank::value(__field_0),
                        y: __private::Blank::value(__field_1),
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
            __private::Ok(Point {
                x: __reader.get::<u16, 0>()?,
                y: __reader.get::<u32, 1>()?,
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
            __reader.refill::<u16, 0>(&mut __value.x)?;
            __reader.refill::<u32, 1>(&mut __value.y)?;
            __private::Ok(())
        }
    }
    const _: &__private::Schema = <Point as __private::Encode<__private::Own>>::ENCODING;
};

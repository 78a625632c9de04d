const _: () = {
    use ::pool_codec::__private;
    /** The fields in this order; the sizes are their sums, in bytes.

| on the wire | type |
|---|---|
| `id` | `u32` |
*/
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Encode<__L> for Job {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::checked(
            __private::Schema::record(
                "Job",
                const {
                    &[
                        __private::Field::new(
                            "id",
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
            __writer.put::<u32, 0>(&__value.id)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L> for Job {
        const FACTS: __private::Facts = __private::Facts::of_fields(
            &[<u32 as __private::Decode<'decoder, __private::Own>>::FACTS],
        );
        #[inline(always)]
        fn decode_from(
            __decoder: &mut __private::Decoder<'decoder>,
        ) -> __private::Result<Self, __private::DecodeError> {
            let __reader = &mut __private::Reader::<
                Self,
                __private::Own,
                0,
            >::new(__decoder);
            __private::Ok(Job {
                id: __reader.get::<u32, 0>()?,
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
            __reader.refill::<u32, 0>(&mut __value.id)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl __private::Frame for Job {
        type Owned = Job;
        const ID: u32 = 0x8000_15;
        const NAME: &'static str = "Job";
        const CAPACITY: __private::Option<usize> = __private::Some(4);
    }
    const _: &__private::Schema = <Job as __private::Encode<__private::Own>>::ENCODING;
};

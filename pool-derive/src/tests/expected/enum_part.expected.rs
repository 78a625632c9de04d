const _: () = {
    use ::pool_codec::__private;
    /** A tag, and the fields of the variant that it names. The sizes are the tag's with those of the shortest and of the longest variant, in bytes.

| on the wire | type |
|---|---|
| the tag | `u16` |
*/
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Encode<__L> for Kind {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::checked(
            __private::Schema::enumeration(
                "Kind",
                2,
                const {
                    &[
                        __private::Variant::new("Plain", 0, const { &[] }),
                        __private::Variant::new("Odd", 257, const { &[] }),
                    ]
                },
                __private::None,
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
            let __tag = match __value {
                Kind::Plain { .. } => 0,
                Kind::Odd { .. } => 257,
            };
            __writer.tag::<u16>(__tag)
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L> for Kind {
        const FACTS: __private::Facts = __private::Facts::checked(
            __private::Facts::of_fields(&[]),
        );
        const BLANK: __private::Option<__private::Blank<Self>> = match () {
            () => __private::Some(__private::Blank::new(Kind::Plain {})),
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
            match __reader.tag::<u16>()? {
                0 => __private::Ok(Kind::Plain {}),
                257 => __private::Ok(Kind::Odd {}),
                __tag => __private::Err(__reader.unknown_tag(__tag)),
            }
        }
    }
    const _: &__private::Schema = <Kind as __private::Encode<__private::Own>>::ENCODING;
};

/// Borrowed form of [`Keyed`]: variable-length fields point into the decoder's input.
///
#[derive(
    ::pool_codec::__private::Debug,
    ::pool_codec::__private::Clone,
    ::pool_codec::__private::Copy,
    ::pool_codec::__private::PartialEq
)]
#[derive(Hash, serde::Serialize)]
struct KeyedRef<'decoder> {
    /// Field `name` of [`Keyed`].
    name: ::pool_codec::StrRef<'decoder, 8>,
}
const _: () = {
    use ::pool_codec::__private;
    /** The fields in this order; the sizes are their sums, in bytes.

| on the wire | type |
|---|---|
| `name` | `Str<8>` |
*/
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Encode<__L> for Keyed {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::checked(
            __private::Schema::record(
                "Keyed",
                const {
                    &[
                        __private::Field::new(
                            "name",
                            <Str<8> as __private::Encode<__private::Own>>::ENCODING,
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
            __writer.put::<Str<8>, 0>(&__value.name)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L> for Keyed {
        const FACTS: __private::Facts = __private::Facts::of_fields(
            &[<Str<8> as __private::Decode<'decoder, __private::Own>>::FACTS],
        );
        const BLANK: __private::Option<__private::Blank<Self>> = match (
            <Str<8> as __private::Decode<'decoder, __private::Own>>::BLANK,
        ) {
            (__private::Some(__field_0),) => {
                __private::Some(
                    __private::Blank::new(Keyed {
                        name: __private::Blank::value(__field_0),
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
            __private::Ok(Keyed {
                name: __reader.get::<Str<8>, 0>()?,
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
            __reader.refill::<Str<8>, 0>(&mut __value.name)?;
            __private::Ok(())
        }
    }
    const _: &__private::Schema = <Keyed as __private::Encode<__private::Own>>::ENCODING;
    /// The bytes, and so the sizes, of [`Keyed`].
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Encode<__L>
    for KeyedRef<'decoder> {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::borrowed(
            <Keyed as __private::Encode<__private::Own>>::ENCODING,
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
            __writer.put::<::pool_codec::StrRef<'decoder, 8>, 0>(&__value.name)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L>
    for KeyedRef<'decoder> {
        const FACTS: __private::Facts = __private::Facts::of_fields(
            &[
                <::pool_codec::StrRef<
                    'decoder,
                    8,
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
            ],
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
            __private::Ok(KeyedRef {
                name: __reader.get::<::pool_codec::StrRef<'decoder, 8>, 0>()?,
            })
        }
    }
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Borrow<__L> for Keyed {
        type Ref<'decoder> = KeyedRef<'decoder>;
        fn own(__borrowed: &KeyedRef<'_>) -> Self {
            Keyed {
                name: <Str<
                    8,
                > as __private::Borrow<__private::Own>>::own(&__borrowed.name),
            }
        }
        fn lend(__value: &Self) -> KeyedRef<'_> {
            KeyedRef {
                name: <Str<8> as __private::Borrow<__private::Own>>::lend(&__value.name),
            }
        }
    }
    #[automatically_derived]
    impl __private::ArrayElement for Keyed {}
    #[automatically_derived]
    impl __private::Covariant for Keyed {
        fn shorten<'short, 'long: 'short>(
            __borrowed: &'short KeyedRef<'long>,
        ) -> &'short KeyedRef<'short> {
            __borrowed
        }
    }
    #[automatically_derived]
    impl<'decoder> __private::From<KeyedRef<'decoder>> for Keyed {
        fn from(__borrowed: KeyedRef<'decoder>) -> Self {
            <Keyed as __private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl<'decoder> KeyedRef<'decoder> {
        /// Copies the message out of the decoder's input.
        #[must_use]
        fn into_owned(self) -> Keyed {
            <Keyed as __private::ZeroCopy>::from_borrowed(&self)
        }
    }
};

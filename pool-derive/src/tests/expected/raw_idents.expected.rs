/// Borrowed form of [`r#struct`]: variable-length fields point into the decoder's input.
///
#[derive(
    ::pool_codec::__private::Debug,
    ::pool_codec::__private::Clone,
    ::pool_codec::__private::Copy,
    ::pool_codec::__private::PartialEq
)]
struct structRef<'decoder> {
    /// Field `type` of [`r#struct`].
    r#type: u8,
    /// Field `match` of [`r#struct`].
    r#match: ::pool_codec::StrRef<'decoder, 8>,
}
const _: () = {
    use ::pool_codec::__private;
    /** The fields in this order; the sizes are their sums, in bytes.

| on the wire | type |
|---|---|
| `type` | `u8` |
| `match` | `Str<8>` |
*/
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Encode<__L> for r#struct {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::checked(
            __private::Schema::record(
                "struct",
                const {
                    &[
                        __private::Field::new(
                            "type",
                            <u8 as __private::Encode<__private::Own>>::ENCODING,
                        ),
                        __private::Field::new(
                            "match",
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
            __writer.put::<u8, 0>(&__value.r#type)?;
            __writer.put::<Str<8>, 1>(&__value.r#match)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L>
    for r#struct {
        const FACTS: __private::Facts = __private::Facts::of_fields(
            &[
                <u8 as __private::Decode<'decoder, __private::Own>>::FACTS,
                <Str<8> as __private::Decode<'decoder, __private::Own>>::FACTS,
            ],
        );
        const BLANK: __private::Option<__private::Blank<Self>> = match (
            <u8 as __private::Decode<'decoder, __private::Own>>::BLANK,
            <Str<8> as __private::Decode<'decoder, __private::Own>>::BLANK,
        ) {
            (__private::Some(__field_0), __private::Some(__field_1)) => {
                __private::Some(
                    __private::Blank::new(r#struct {
                        r#type: __private::Blank::value(__field_0),
                        r#match: __private::Blank::value(__field_1),
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
            __private::Ok(r#struct {
                r#type: __reader.get::<u8, 0>()?,
                r#match: __reader.get::<Str<8>, 1>()?,
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
            __reader.refill::<u8, 0>(&mut __value.r#type)?;
            __reader.refill::<Str<8>, 1>(&mut __value.r#match)?;
            __private::Ok(())
        }
    }
    const _: &__private::Schema = <r#struct as __private::Encode<
        __private::Own,
    >>::ENCODING;
    /// The bytes, and so the sizes, of [`r#struct`].
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Encode<__L>
    for structRef<'decoder> {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::borrowed(
            <r#struct as __private::Encode<__private::Own>>::ENCODING,
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
            __writer.put::<u8, 0>(&__value.r#type)?;
            __writer.put::<::pool_codec::StrRef<'decoder, 8>, 1>(&__value.r#match)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L>
    for structRef<'decoder> {
        const FACTS: __private::Facts = __private::Facts::of_fields(
            &[
                <u8 as __private::Decode<'decoder, __private::Own>>::FACTS,
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
            __private::Ok(structRef {
                r#type: __reader.get::<u8, 0>()?,
                r#match: __reader.get::<::pool_codec::StrRef<'decoder, 8>, 1>()?,
            })
        }
    }
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Borrow<__L> for r#struct {
        type Ref<'decoder> = structRef<'decoder>;
        fn own(__borrowed: &structRef<'_>) -> Self {
            r#struct {
                r#type: <u8 as __private::Borrow<
                    __private::Own,
                >>::own(&__borrowed.r#type),
                r#match: <Str<
                    8,
                > as __private::Borrow<__private::Own>>::own(&__borrowed.r#match),
            }
        }
        fn lend(__value: &Self) -> structRef<'_> {
            structRef {
                r#type: <u8 as __private::Borrow<__private::Own>>::lend(&__value.r#type),
                r#match: <Str<
                    8,
                > as __private::Borrow<__private::Own>>::lend(&__value.r#match),
            }
        }
    }
    #[automatically_derived]
    impl __private::ArrayElement for r#struct {}
    #[automatically_derived]
    impl __private::Covariant for r#struct {
        fn shorten<'short, 'long: 'short>(
            __borrowed: &'short structRef<'long>,
        ) -> &'short structRef<'short> {
            __borrowed
        }
    }
    #[automatically_derived]
    impl<'decoder> __private::From<structRef<'decoder>> for r#struct {
        fn from(__borrowed: structRef<'decoder>) -> Self {
            <r#struct as __private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl<'decoder> structRef<'decoder> {
        /// Copies the message out of the decoder's input.
        #[must_use]
        fn into_owned(self) -> r#struct {
            <r#struct as __private::ZeroCopy>::from_borrowed(&self)
        }
    }
};

/// Borrowed form of [`Pair`]: variable-length fields point into the decoder's input.
///
#[derive(
    ::pool_codec::__private::Debug,
    ::pool_codec::__private::Clone,
    ::pool_codec::__private::Copy,
    ::pool_codec::__private::PartialEq
)]
pub struct PairRef<'decoder>(
    /// Field `0` of [`Pair`].
    pub u16,
    /// Field `2` of [`Pair`].
    pub ::pool_codec::StrRef<'decoder, 8>,
);
const _: () = {
    use ::pool_codec::__private;
    /** The fields in this order; the sizes are their sums, in bytes.

| on the wire | type |
|---|---|
| `0` | `u16` |
| `2` | `Str<8>` |
*/
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Encode<__L> for Pair {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::checked(
            __private::Schema::record(
                "Pair",
                const {
                    &[
                        __private::Field::new(
                            "0",
                            <u16 as __private::Encode<__private::Own>>::ENCODING,
                        ),
                        __private::Field::new(
                            "2",
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
            __writer.put::<u16, 0>(&__value.0)?;
            __writer.put::<Str<8>, 1>(&__value.2)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L> for Pair {
        const FACTS: __private::Facts = __private::Facts::of_fields(
            &[
                <u16 as __private::Decode<'decoder, __private::Own>>::FACTS,
                <Str<8> as __private::Decode<'decoder, __private::Own>>::FACTS,
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
            __private::Ok(Pair {
                0: __reader.get::<u16, 0>()?,
                2: __reader.get::<Str<8>, 1>()?,
                1: <u8 as __private::Default>::default(),
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
            __reader.refill::<u16, 0>(&mut __value.0)?;
            __reader.refill::<Str<8>, 1>(&mut __value.2)?;
            __value.1 = <u8 as __private::Default>::default();
            __private::Ok(())
        }
    }
    const _: &__private::Schema = <Pair as __private::Encode<__private::Own>>::ENCODING;
    /// The bytes, and so the sizes, of [`Pair`].
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Encode<__L> for PairRef<'decoder> {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::borrowed(
            <Pair as __private::Encode<__private::Own>>::ENCODING,
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
            __writer.put::<u16, 0>(&__value.0)?;
            __writer.put::<::pool_codec::StrRef<'decoder, 8>, 1>(&__value.1)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L>
    for PairRef<'decoder> {
        const FACTS: __private::Facts = __private::Facts::of_fields(
            &[
                <u16 as __private::Decode<'decoder, __private::Own>>::FACTS,
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
            __private::Ok(PairRef {
                0: __reader.get::<u16, 0>()?,
                1: __reader.get::<::pool_codec::StrRef<'decoder, 8>, 1>()?,
            })
        }
    }
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Borrow<__L> for Pair {
        type Ref<'decoder> = PairRef<'decoder>;
        fn own(__borrowed: &PairRef<'_>) -> Self {
            Pair {
                0: <u16 as __private::Borrow<__private::Own>>::own(&__borrowed.0),
                2: <Str<8> as __private::Borrow<__private::Own>>::own(&__borrowed.1),
                1: <u8 as __private::Default>::default(),
            }
        }
        fn lend(__value: &Self) -> PairRef<'_> {
            PairRef {
                0: <u16 as __private::Borrow<__private::Own>>::lend(&__value.0),
                1: <Str<8> as __private::Borrow<__private::Own>>::lend(&__value.2),
            }
        }
    }
    #[automatically_derived]
    impl __private::ArrayElement for Pair {}
    #[automatically_derived]
    impl __private::Covariant for Pair {
        fn shorten<'short, 'long: 'short>(
            __borrowed: &'short PairRef<'long>,
        ) -> &'short PairRef<'short> {
            __borrowed
        }
    }
    #[automatically_derived]
    impl<'decoder> __private::From<PairRef<'decoder>> for Pair {
        fn from(__borrowed: PairRef<'decoder>) -> Self {
            <Pair as __private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl<'decoder> PairRef<'decoder> {
        /// Copies the message out of the decoder's input.
        #[must_use]
        pub fn into_owned(self) -> Pair {
            <Pair as __private::ZeroCopy>::from_borrowed(&self)
        }
    }
};

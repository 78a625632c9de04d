/// Borrowed form of [`Bounded`]: variable-length fields point into the decoder's input.
///
#[derive(
    ::pool_codec::__private::Debug,
    ::pool_codec::__private::Clone,
    ::pool_codec::__private::Copy,
    ::pool_codec::__private::PartialEq
)]
struct BoundedRef<'decoder> {
    /// Field `text` of [`Bounded`].
    text: &'decoder str,
    /// Field `bytes` of [`Bounded`].
    bytes: &'decoder [u8],
    /// Field `parts` of [`Bounded`].
    parts: ::pool_codec::SeqRef<'decoder, Part, { 8 }>,
}
const _: () = {
    use ::pool_codec::__private;
    /** The fields in this order; the sizes are their sums, in bytes.

| on the wire | type |
|---|---|
| `text` | `String` |
| `bytes` | `Vec<u8>` |
| `parts` | `Vec<Part>` |
*/
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Encode<__L> for Bounded {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::checked(
            __private::Schema::record(
                "Bounded",
                const {
                    &[
                        __private::Field::new(
                            "text",
                            <::pool_codec::layout::MaxLen<
                                String,
                                { 255 },
                            > as __private::Encode<__private::Own>>::ENCODING,
                        ),
                        __private::Field::new(
                            "bytes",
                            <::pool_codec::layout::MaxBytes<
                                Vec<u8>,
                                { Bounded::LIMIT },
                            > as __private::Encode<__private::Own>>::ENCODING,
                        ),
                        __private::Field::new(
                            "parts",
                            <::pool_codec::layout::MaxLen<
                                Vec<Part>,
                                { 8 },
                            > as __private::Encode<__private::Own>>::ENCODING,
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
            __writer
                .put::<::pool_codec::layout::MaxLen<String, { 255 }>, 0>(&__value.text)?;
            __writer
                .put::<
                    ::pool_codec::layout::MaxBytes<Vec<u8>, { Bounded::LIMIT }>,
                    1,
                >(&__value.bytes)?;
            __writer
                .put::<
                    ::pool_codec::layout::MaxLen<Vec<Part>, { 8 }>,
                    2,
                >(&__value.parts)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L> for Bounded {
        const FACTS: __private::Facts = __private::Facts::of_fields(
            &[
                <::pool_codec::layout::MaxLen<
                    String,
                    { 255 },
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
                <::pool_codec::layout::MaxBytes<
                    Vec<u8>,
                    { Bounded::LIMIT },
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
                <::pool_codec::layout::MaxLen<
                    Vec<Part>,
                    { 8 },
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
            ],
        );
        const BLANK: __private::Option<__private::Blank<Self>> = match (
            <::pool_codec::layout::MaxLen<
                String,
                { 255 },
            > as __private::Decode<'decoder, __private::Own>>::BLANK,
            <::pool_codec::layout::MaxBytes<
                Vec<u8>,
                { Bounded::LIMIT },
            > as __private::Decode<'decoder, __private::Own>>::BLANK,
            <::pool_codec::layout::MaxLen<
                Vec<Part>,
                { 8 },
            > as __private::Decode<'decoder, __private::Own>>::BLANK,
        ) {
            (
                __private::Some(__field_0),
                __private::Some(__field_1),
                __private::Some(__field_2),
            ) => {
                __private::Some(
                    __private::Blank::new(Bounded {
                        text: __private::Blank::value(__field_0),
                        bytes: __private::Blank::value(__field_1),
                        parts: __private::Blank::value(__field_2),
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
            __private::Ok(Bounded {
                text: __reader
                    .get::<::pool_codec::layout::MaxLen<String, { 255 }>, 0>()?,
                bytes: __reader
                    .get::<
                        ::pool_codec::layout::MaxBytes<Vec<u8>, { Bounded::LIMIT }>,
                        1,
                    >()?,
                parts: __reader
                    .get::<::pool_codec::layout::MaxLen<Vec<Part>, { 8 }>, 2>()?,
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
            __reader
                .refill::<
                    ::pool_codec::layout::MaxLen<String, { 255 }>,
                    0,
                >(&mut __value.text)?;
            __reader
                .refill::<
                    ::pool_codec::layout::MaxBytes<Vec<u8>, { Bounded::LIMIT }>,
                    1,
                >(&mut __value.bytes)?;
            __reader
                .refill::<
                    ::pool_codec::layout::MaxLen<Vec<Part>, { 8 }>,
                    2,
                >(&mut __value.parts)?;
            __private::Ok(())
        }
    }
    const _: &__private::Schema = <Bounded as __private::Encode<
        __private::Own,
    >>::ENCODING;
    /// The bytes, and so the sizes, of [`Bounded`].
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Encode<__L>
    for BoundedRef<'decoder> {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::borrowed(
            <Bounded as __private::Encode<__private::Own>>::ENCODING,
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
            __writer
                .put::<
                    ::pool_codec::layout::MaxLen<&'decoder str, { 255 }>,
                    0,
                >(&__value.text)?;
            __writer
                .put::<
                    ::pool_codec::layout::MaxBytes<&'decoder [u8], { Bounded::LIMIT }>,
                    1,
                >(&__value.bytes)?;
            __writer
                .put::<::pool_codec::SeqRef<'decoder, Part, { 8 }>, 2>(&__value.parts)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L>
    for BoundedRef<'decoder> {
        const FACTS: __private::Facts = __private::Facts::of_fields(
            &[
                <::pool_codec::layout::MaxLen<
                    &'decoder str,
                    { 255 },
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
                <::pool_codec::layout::MaxBytes<
                    &'decoder [u8],
                    { Bounded::LIMIT },
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
                <::pool_codec::SeqRef<
                    'decoder,
                    Part,
                    { 8 },
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
            __private::Ok(BoundedRef {
                text: __reader
                    .get::<::pool_codec::layout::MaxLen<&'decoder str, { 255 }>, 0>()?,
                bytes: __reader
                    .get::<
                        ::pool_codec::layout::MaxBytes<
                            &'decoder [u8],
                            { Bounded::LIMIT },
                        >,
                        1,
                    >()?,
                parts: __reader.get::<::pool_codec::SeqRef<'decoder, Part, { 8 }>, 2>()?,
            })
        }
    }
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Borrow<__L> for Bounded {
        type Ref<'decoder> = BoundedRef<'decoder>;
        fn own(__borrowed: &BoundedRef<'_>) -> Self {
            Bounded {
                text: <::pool_codec::layout::MaxLen<
                    String,
                    { 255 },
                > as __private::Borrow<__private::Own>>::own(&__borrowed.text),
                bytes: <::pool_codec::layout::MaxBytes<
                    Vec<u8>,
                    { Bounded::LIMIT },
                > as __private::Borrow<__private::Own>>::own(&__borrowed.bytes),
                parts: <::pool_codec::layout::MaxLen<
                    Vec<Part>,
                    { 8 },
                > as __private::Borrow<__private::Own>>::own(&__borrowed.parts),
            }
        }
        fn lend(__value: &Self) -> BoundedRef<'_> {
            BoundedRef {
                text: <::pool_codec::layout::MaxLen<
                    String,
                    { 255 },
                > as __private::Borrow<__private::Own>>::lend(&__value.text),
                bytes: <::pool_codec::layout::MaxBytes<
                    Vec<u8>,
                    { Bounded::LIMIT },
                > as __private::Borrow<__private::Own>>::lend(&__value.bytes),
                parts: <::pool_codec::layout::MaxLen<
                    Vec<Part>,
                    { 8 },
                > as __private::Borrow<__private::Own>>::lend(&__value.parts),
            }
        }
    }
    #[automatically_derived]
    impl __private::ArrayElement for Bounded {}
    #[automatically_derived]
    impl __private::Covariant for Bounded {
        fn shorten<'short, 'long: 'short>(
            __borrowed: &'short BoundedRef<'long>,
        ) -> &'short BoundedRef<'short> {
            __borrowed
        }
    }
    #[automatically_derived]
    impl<'decoder> __private::From<BoundedRef<'decoder>> for Bounded {
        fn from(__borrowed: BoundedRef<'decoder>) -> Self {
            <Bounded as __private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl<'decoder> BoundedRef<'decoder> {
        /// Copies the message out of the decoder's input.
        #[must_use]
        fn into_owned(self) -> Bounded {
            <Bounded as __private::ZeroCopy>::from_borrowed(&self)
        }
    }
};

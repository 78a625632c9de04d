/// Borrowed form of [`Wide`]: variable-length fields point into the decoder's input.
///
#[derive(
    ::pool_codec::__private::Debug,
    ::pool_codec::__private::Clone,
    ::pool_codec::__private::Copy,
    ::pool_codec::__private::PartialEq
)]
struct WideRef<'decoder> {
    /// Field `name` of [`Wide`].
    name: ::pool_codec::StrRef<'decoder, 8>,
    /// Field `list` of [`Wide`].
    list: Option<
        ::pool_codec::SeqRef<'decoder, Str<4>, 3, ::pool_codec::layout::Prefixed<u64>>,
    >,
    /// Field `hash` of [`Wide`].
    hash: &'decoder [u8; 4],
    /// Field `text` of [`Wide`].
    text: Option<&'decoder str>,
    /// Field `blob` of [`Wide`].
    blob: &'decoder [u8],
}
const _: () = {
    use ::pool_codec::__private;
    /** The fields in this order; the sizes are their sums, in bytes.

| on the wire | type |
|---|---|
| `name` | `Str<8>` |
| `list` | `Option<Seq<Str<4>, 3>>` |
| `hash` | `[u8; 4]` |
| `text` | `Option<String>` |
| `blob` | `Box<[u8]>` |
*/
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Encode<__L> for Wide {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::checked(
            __private::Schema::with_len(
                __private::Schema::record(
                    "Wide",
                    const {
                        &[
                            __private::Field::new(
                                "name",
                                <Str<
                                    8,
                                > as __private::Encode<
                                    ::pool_codec::layout::Prefixed<u64>,
                                >>::ENCODING,
                            ),
                            __private::Field::new(
                                "list",
                                <Option<
                                    Seq<Str<4>, 3>,
                                > as __private::Encode<
                                    ::pool_codec::layout::Prefixed<u64>,
                                >>::ENCODING,
                            ),
                            __private::Field::new(
                                "hash",
                                <[u8; 4] as __private::Encode<
                                    ::pool_codec::layout::Prefixed<u64>,
                                >>::ENCODING,
                            ),
                            __private::Field::new(
                                "text",
                                <Option<
                                    ::pool_codec::layout::MaxLen<String, { 9 }>,
                                > as __private::Encode<
                                    ::pool_codec::layout::Prefixed<u64>,
                                >>::ENCODING,
                            ),
                            __private::Field::new(
                                "blob",
                                <::pool_codec::layout::MaxBytes<
                                    Box<[u8]>,
                                    { 9 },
                                > as __private::Encode<
                                    ::pool_codec::layout::Prefixed<u64>,
                                >>::ENCODING,
                            ),
                        ]
                    },
                ),
                __private::Some(8),
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
                ::pool_codec::layout::Prefixed<u64>,
                0,
            >::new(__sink);
            __writer.put::<Str<8>, 0>(&__value.name)?;
            __writer.put::<Option<Seq<Str<4>, 3>>, 1>(&__value.list)?;
            __writer.put::<[u8; 4], 2>(&__value.hash)?;
            __writer
                .put::<
                    Option<::pool_codec::layout::MaxLen<String, { 9 }>>,
                    3,
                >(&__value.text)?;
            __writer
                .put::<
                    ::pool_codec::layout::MaxBytes<Box<[u8]>, { 9 }>,
                    4,
                >(&__value.blob)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L> for Wide {
        const FACTS: __private::Facts = __private::Facts::of_fields(
            &[
                <Str<
                    8,
                > as __private::Decode<
                    'decoder,
                    ::pool_codec::layout::Prefixed<u64>,
                >>::FACTS,
                <Option<
                    Seq<Str<4>, 3>,
                > as __private::Decode<
                    'decoder,
                    ::pool_codec::layout::Prefixed<u64>,
                >>::FACTS,
                <[u8; 4] as __private::Decode<
                    'decoder,
                    ::pool_codec::layout::Prefixed<u64>,
                >>::FACTS,
                <Option<
                    ::pool_codec::layout::MaxLen<String, { 9 }>,
                > as __private::Decode<
                    'decoder,
                    ::pool_codec::layout::Prefixed<u64>,
                >>::FACTS,
                <::pool_codec::layout::MaxBytes<
                    Box<[u8]>,
                    { 9 },
                > as __private::Decode<
                    'decoder,
                    ::pool_codec::layout::Prefixed<u64>,
                >>::FACTS,
            ],
        );
        const BLANK: __private::Option<__private::Blank<Self>> = match (
            <Str<
                8,
            > as __private::Decode<
                'decoder,
                ::pool_codec::layout::Prefixed<u64>,
            >>::BLANK,
            <Option<
                Seq<Str<4>, 3>,
            > as __private::Decode<
                'decoder,
                ::pool_codec::layout::Prefixed<u64>,
            >>::BLANK,
            <[u8; 4] as __private::Decode<
                'decoder,
                ::pool_codec::layout::Prefixed<u64>,
            >>::BLANK,
            <Option<
                ::pool_codec::layout::MaxLen<String, { 9 }>,
            > as __private::Decode<
                'decoder,
                ::pool_codec::layout::Prefixed<u64>,
            >>::BLANK,
            <::pool_codec::layout::MaxBytes<
                Box<[u8]>,
                { 9 },
            > as __private::Decode<'decoder, ::pool_codec::layout::Prefixed<u64>>>::BLANK,
        ) {
            (
                __private::Some(__field_0),
                __private::Some(__field_1),
                __private::Some(__field_2),
                __private::Some(__field_3),
                __private::Some(__field_4),
            ) => {
                __private::Some(
                    __private::Blank::new(Wide {
                        name: __private::Blank::value(__field_0),
                        list: __private::Blank::value(__field_1),
                        hash: __private::Blank::value(__field_2),
                        text: __private::Blank::value(__field_3),
                        blob: __private::Blank::value(__field_4),
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
                ::pool_codec::layout::Prefixed<u64>,
                0,
            >::new(__decoder);
            __private::Ok(Wide {
                name: __reader.get::<Str<8>, 0>()?,
                list: __reader.get::<Option<Seq<Str<4>, 3>>, 1>()?,
                hash: __reader.get::<[u8; 4], 2>()?,
                text: __reader
                    .get::<Option<::pool_codec::layout::MaxLen<String, { 9 }>>, 3>()?,
                blob: __reader
                    .get::<::pool_codec::layout::MaxBytes<Box<[u8]>, { 9 }>, 4>()?,
            })
        }
        #[inline(always)]
        fn refill_from(
            __value: &mut Self,
            __decoder: &mut __private::Decoder<'decoder>,
        ) -> __private::Result<(), __private::DecodeError> {
            let __reader = &mut __private::Reader::<
                Self,
                ::pool_codec::layout::Prefixed<u64>,
                0,
            >::new(__decoder);
            __reader.refill::<Str<8>, 0>(&mut __value.name)?;
            __reader.refill::<Option<Seq<Str<4>, 3>>, 1>(&mut __value.list)?;
            __reader.refill::<[u8; 4], 2>(&mut __value.hash)?;
            __reader
                .refill::<
                    Option<::pool_codec::layout::MaxLen<String, { 9 }>>,
                    3,
                >(&mut __value.text)?;
            __reader
                .refill::<
                    ::pool_codec::layout::MaxBytes<Box<[u8]>, { 9 }>,
                    4,
                >(&mut __value.blob)?;
            __private::Ok(())
        }
    }
    const _: &__private::Schema = <Wide as __private::Encode<__private::Own>>::ENCODING;
    /// The bytes, and so the sizes, of [`Wide`].
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Encode<__L> for WideRef<'decoder> {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::borrowed(
            <Wide as __private::Encode<__private::Own>>::ENCODING,
        );
        #[inline(always)]
        fn encode_to<__S: __private::Sink>(
            __value: &Self,
            __sink: &mut __S,
        ) -> __private::Result<(), __S::Error> {
            let __writer = &mut __private::Writer::<
                __S,
                Self,
                ::pool_codec::layout::Prefixed<u64>,
                0,
            >::new(__sink);
            __writer.put::<::pool_codec::StrRef<'decoder, 8>, 0>(&__value.name)?;
            __writer
                .put::<
                    Option<
                        ::pool_codec::SeqRef<
                            'decoder,
                            Str<4>,
                            3,
                            ::pool_codec::layout::Prefixed<u64>,
                        >,
                    >,
                    1,
                >(&__value.list)?;
            __writer.put::<&'decoder [u8; 4], 2>(&__value.hash)?;
            __writer
                .put::<
                    Option<::pool_codec::layout::MaxLen<&'decoder str, { 9 }>>,
                    3,
                >(&__value.text)?;
            __writer
                .put::<
                    ::pool_codec::layout::MaxBytes<&'decoder [u8], { 9 }>,
                    4,
                >(&__value.blob)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L>
    for WideRef<'decoder> {
        const FACTS: __private::Facts = __private::Facts::of_fields(
            &[
                <::pool_codec::StrRef<
                    'decoder,
                    8,
                > as __private::Decode<
                    'decoder,
                    ::pool_codec::layout::Prefixed<u64>,
                >>::FACTS,
                <Option<
                    ::pool_codec::SeqRef<
                        'decoder,
                        Str<4>,
                        3,
                        ::pool_codec::layout::Prefixed<u64>,
                    >,
                > as __private::Decode<
                    'decoder,
                    ::pool_codec::layout::Prefixed<u64>,
                >>::FACTS,
                <&'decoder [u8; 4] as __private::Decode<
                    'decoder,
                    ::pool_codec::layout::Prefixed<u64>,
                >>::FACTS,
                <Option<
                    ::pool_codec::layout::MaxLen<&'decoder str, { 9 }>,
                > as __private::Decode<
                    'decoder,
                    ::pool_codec::layout::Prefixed<u64>,
                >>::FACTS,
                <::pool_codec::layout::MaxBytes<
                    &'decoder [u8],
                    { 9 },
                > as __private::Decode<
                    'decoder,
                    ::pool_codec::layout::Prefixed<u64>,
                >>::FACTS,
            ],
        );
        #[inline(always)]
        fn decode_from(
            __decoder: &mut __private::Decoder<'decoder>,
        ) -> __private::Result<Self, __private::DecodeError> {
            let __reader = &mut __private::Reader::<
                Self,
                ::pool_codec::layout::Prefixed<u64>,
                0,
            >::new(__decoder);
            __private::Ok(WideRef {
                name: __reader.get::<::pool_codec::StrRef<'decoder, 8>, 0>()?,
                list: __reader
                    .get::<
                        Option<
                            ::pool_codec::SeqRef<
                                'decoder,
                                Str<4>,
                                3,
                                ::pool_codec::layout::Prefixed<u64>,
                            >,
                        >,
                        1,
                    >()?,
                hash: __reader.get::<&'decoder [u8; 4], 2>()?,
                text: __reader
                    .get::<
                        Option<::pool_codec::layout::MaxLen<&'decoder str, { 9 }>>,
                        3,
                    >()?,
                blob: __reader
                    .get::<::pool_codec::layout::MaxBytes<&'decoder [u8], { 9 }>, 4>()?,
            })
        }
    }
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Borrow<__L> for Wide {
        type Ref<'decoder> = WideRef<'decoder>;
        fn own(__borrowed: &WideRef<'_>) -> Self {
            Wide {
                name: <Str<
                    8,
                > as __private::Borrow<
                    ::pool_codec::layout::Prefixed<u64>,
                >>::own(&__borrowed.name),
                list: <Option<
                    Seq<Str<4>, 3>,
                > as __private::Borrow<
                    ::pool_codec::layout::Prefixed<u64>,
                >>::own(&__borrowed.list),
                hash: <[u8; 4] as __private::Borrow<
                    ::pool_codec::layout::Prefixed<u64>,
                >>::own(&__borrowed.hash),
                text: <Option<
                    ::pool_codec::layout::MaxLen<String, { 9 }>,
                > as __private::Borrow<
                    ::pool_codec::layout::Prefixed<u64>,
                >>::own(&__borrowed.text),
                blob: <::pool_codec::layout::MaxBytes<
                    Box<[u8]>,
                    { 9 },
                > as __private::Borrow<
                    ::pool_codec::layout::Prefixed<u64>,
                >>::own(&__borrowed.blob),
            }
        }
        fn lend(__value: &Self) -> WideRef<'_> {
            WideRef {
                name: <Str<
                    8,
                > as __private::Borrow<
                    ::pool_codec::layout::Prefixed<u64>,
                >>::lend(&__value.name),
                list: <Option<
                    Seq<Str<4>, 3>,
                > as __private::Borrow<
                    ::pool_codec::layout::Prefixed<u64>,
                >>::lend(&__value.list),
                hash: <[u8; 4] as __private::Borrow<
                    ::pool_codec::layout::Prefixed<u64>,
                >>::lend(&__value.hash),
                text: <Option<
                    ::pool_codec::layout::MaxLen<String, { 9 }>,
                > as __private::Borrow<
                    ::pool_codec::layout::Prefixed<u64>,
                >>::lend(&__value.text),
                blob: <::pool_codec::layout::MaxBytes<
                    Box<[u8]>,
                    { 9 },
                > as __private::Borrow<
                    ::pool_codec::layout::Prefixed<u64>,
                >>::lend(&__value.blob),
            }
        }
    }
    #[automatically_derived]
    impl __private::ArrayElement for Wide {}
    #[automatically_derived]
    impl __private::Covariant for Wide {
        fn shorten<'short, 'long: 'short>(
            __borrowed: &'short WideRef<'long>,
        ) -> &'short WideRef<'short> {
            __borrowed
        }
    }
    #[automatically_derived]
    impl<'decoder> __private::From<WideRef<'decoder>> for Wide {
        fn from(__borrowed: WideRef<'decoder>) -> Self {
            <Wide as __private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl<'decoder> WideRef<'decoder> {
        /// Copies the message out of the decoder's input.
        #[must_use]
        fn into_owned(self) -> Wide {
            <Wide as __private::ZeroCopy>::from_borrowed(&self)
        }
    }
};

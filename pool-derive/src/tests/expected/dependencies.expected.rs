/// Borrowed form of [`Packet`]: variable-length fields point into the decoder's input.
///
#[derive(
    ::pool_codec::__private::Debug,
    ::pool_codec::__private::Clone,
    ::pool_codec::__private::Copy,
    ::pool_codec::__private::PartialEq
)]
struct PacketRef<'decoder> {
    /// Field `flags` of [`Packet`].
    flags: u8,
    /// Field `id` of [`Packet`].
    id: Option<u32>,
    /// Field `list` of [`Packet`].
    list: ::pool_codec::SeqRef<'decoder, u16, { 9 }>,
}
const _: () = {
    use ::pool_codec::__private;
    /** The fields in this order; the sizes are their sums, in bytes.

| on the wire | type |
|---|---|
| `flags` | `u8` |
| `id` | `Option<u32>` |
| `list` | `Vec<u16>` |
*/
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Encode<__L> for Packet {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::checked(
            __private::Schema::record(
                "Packet",
                const {
                    &[
                        __private::Field::switches(
                            __private::Field::new(
                                "flags",
                                <u8 as __private::Encode<__private::Own>>::ENCODING,
                            ),
                            0,
                        ),
                        __private::Field::when(
                            __private::Field::new(
                                "id",
                                <::pool_codec::layout::When<
                                    u32,
                                > as __private::Encode<__private::Own>>::ENCODING,
                            ),
                            __private::Condition::bits(0, (1) as u64),
                        ),
                        __private::Field::counted(
                            __private::Field::new(
                                "list",
                                <::pool_codec::layout::Counted<
                                    Vec<u16>,
                                    { 9 },
                                > as __private::Encode<__private::Own>>::ENCODING,
                            ),
                            0,
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
            __writer.put::<u8, 0>(&__value.flags)?;
            __writer
                .check::<
                    1,
                >(
                    || {
                        __private::Option::is_some(&__value.id)
                            == __private::Condition::holds(
                                const { &__private::Condition::bits(0, (1) as u64) },
                                __private::Switch::bits(&__value.flags),
                            )
                    },
                    "the field is present and another field says that it is absent, or the reverse",
                )?;
            __writer.put::<::pool_codec::layout::When<u32>, 1>(&__value.id)?;
            __writer
                .check::<
                    2,
                >(
                    || {
                        __private::Count::count(&__value.list)
                            == __private::Switch::bits(&__value.flags)
                    },
                    "the length of the field is not the one in the field that has it",
                )?;
            __writer
                .put::<
                    ::pool_codec::layout::Counted<Vec<u16>, { 9 }>,
                    2,
                >(&__value.list)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L> for Packet {
        const FACTS: __private::Facts = __private::Facts::of_fields(
            &[
                <u8 as __private::Decode<'decoder, __private::Own>>::FACTS,
                <::pool_codec::layout::When<
                    u32,
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
                <::pool_codec::layout::Counted<
                    Vec<u16>,
                    { 9 },
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
            ],
        );
        const BLANK: __private::Option<__private::Blank<Self>> = match (
            <u8 as __private::Decode<'decoder, __private::Own>>::BLANK,
            <::pool_codec::layout::When<
                u32,
            > as __private::Decode<'decoder, __private::Own>>::BLANK,
            <::pool_codec::layout::Counted<
                Vec<u16>,
                { 9 },
            > as __private::Decode<'decoder, __private::Own>>::BLANK,
        ) {
            (
                __private::Some(__field_0),
                __private::Some(__field_1),
                __private::Some(__field_2),
            ) => {
                __private::Some(
                    __private::Blank::new(Packet {
                        flags: __private::Blank::value(__field_0),
                        id: __private::Blank::value(__field_1),
                        list: __private::Blank::value(__field_2),
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
            __private::Ok({
                let __field_0 = __reader.get::<u8, 0>()?;
                let __field_1 = __reader
                    .get_when::<
                        ::pool_codec::layout::When<u32>,
                        _,
                        1,
                    >(
                        __private::Condition::holds(
                            const { &__private::Condition::bits(0, (1) as u64) },
                            __private::Switch::bits(&__field_0),
                        ),
                    )?;
                let __field_2 = __reader
                    .get_counted::<
                        _,
                        2,
                    >(
                        __private::Switch::bits(&__field_0),
                        <::pool_codec::layout::Counted<
                            Vec<u16>,
                            { 9 },
                        > as __private::DecodeCounted<
                            'decoder,
                            __private::Own,
                        >>::decode_counted,
                    )?;
                Packet {
                    flags: __field_0,
                    id: __field_1,
                    list: __field_2,
                }
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
            __reader.refill::<u8, 0>(&mut __value.flags)?;
            let __present = __private::Condition::holds(
                const { &__private::Condition::bits(0, (1) as u64) },
                __private::Switch::bits(&__value.flags),
            );
            __reader
                .refill_when::<
                    ::pool_codec::layout::When<u32>,
                    _,
                    1,
                >(&mut __value.id, __present)?;
            let __count = __private::Switch::bits(&__value.flags);
            __value.list = __reader
                .get_counted::<
                    _,
                    2,
                >(
                    __count,
                    <::pool_codec::layout::Counted<
                        Vec<u16>,
                        { 9 },
                    > as __private::DecodeCounted<
                        'decoder,
                        __private::Own,
                    >>::decode_counted,
                )?;
            __private::Ok(())
        }
    }
    const _: &__private::Schema = <Packet as __private::Encode<
        __private::Own,
    >>::ENCODING;
    /// The bytes, and so the sizes, of [`Packet`].
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Encode<__L>
    for PacketRef<'decoder> {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::borrowed(
            <Packet as __private::Encode<__private::Own>>::ENCODING,
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
            __writer.put::<u8, 0>(&__value.flags)?;
            __writer
                .check::<
                    1,
                >(
                    || {
                        __private::Option::is_some(&__value.id)
                            == __private::Condition::holds(
                                const { &__private::Condition::bits(0, (1) as u64) },
                                __private::Switch::bits(&__value.flags),
                            )
                    },
                    "the field is present and another field says that it is absent, or the reverse",
                )?;
            __writer.put::<::pool_codec::layout::When<u32>, 1>(&__value.id)?;
            __writer
                .check::<
                    2,
                >(
                    || {
                        __private::Count::count(&__value.list)
                            == __private::Switch::bits(&__value.flags)
                    },
                    "the length of the field is not the one in the field that has it",
                )?;
            __writer
                .put::<
                    ::pool_codec::layout::Counted<
                        ::pool_codec::SeqRef<'decoder, u16, { 9 }>,
                        { 9 },
                    >,
                    2,
                >(&__value.list)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L>
    for PacketRef<'decoder> {
        const FACTS: __private::Facts = __private::Facts::of_fields(
            &[
                <u8 as __private::Decode<'decoder, __private::Own>>::FACTS,
                <::pool_codec::layout::When<
                    u32,
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
                <::pool_codec::layout::Counted<
                    ::pool_codec::SeqRef<'decoder, u16, { 9 }>,
                    { 9 },
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
            __private::Ok({
                let __field_0 = __reader.get::<u8, 0>()?;
                let __field_1 = __reader
                    .get_when::<
                        ::pool_codec::layout::When<u32>,
                        _,
                        1,
                    >(
                        __private::Condition::holds(
                            const { &__private::Condition::bits(0, (1) as u64) },
                            __private::Switch::bits(&__field_0),
                        ),
                    )?;
                let __field_2 = __reader
                    .get_counted::<
                        _,
                        2,
                    >(
                        __private::Switch::bits(&__field_0),
                        <::pool_codec::layout::Counted<
                            ::pool_codec::SeqRef<'decoder, u16, { 9 }>,
                            { 9 },
                        > as __private::DecodeCounted<
                            'decoder,
                            __private::Own,
                        >>::decode_counted,
                    )?;
                PacketRef {
                    flags: __field_0,
                    id: __field_1,
                    list: __field_2,
                }
            })
        }
    }
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Borrow<__L> for Packet {
        type Ref<'decoder> = PacketRef<'decoder>;
        fn own(__borrowed: &PacketRef<'_>) -> Self {
            Packet {
                flags: <u8 as __private::Borrow<__private::Own>>::own(&__borrowed.flags),
                id: <::pool_codec::layout::When<
                    u32,
                > as __private::Borrow<__private::Own>>::own(&__borrowed.id),
                list: <::pool_codec::layout::Counted<
                    Vec<u16>,
                    { 9 },
                > as __private::Borrow<__private::Own>>::own(&__borrowed.list),
            }
        }
        fn lend(__value: &Self) -> PacketRef<'_> {
            PacketRef {
                flags: <u8 as __private::Borrow<__private::Own>>::lend(&__value.flags),
                id: <::pool_codec::layout::When<
                    u32,
                > as __private::Borrow<__private::Own>>::lend(&__value.id),
                list: <::pool_codec::layout::Counted<
                    Vec<u16>,
                    { 9 },
                > as __private::Borrow<__private::Own>>::lend(&__value.list),
            }
        }
    }
    #[automatically_derived]
    impl __private::ArrayElement for Packet {}
    #[automatically_derived]
    impl __private::Covariant for Packet {
        fn shorten<'short, 'long: 'short>(
            __borrowed: &'short PacketRef<'long>,
        ) -> &'short PacketRef<'short> {
            __borrowed
        }
    }
    #[automatically_derived]
    impl<'decoder> __private::From<PacketRef<'decoder>> for Packet {
        fn from(__borrowed: PacketRef<'decoder>) -> Self {
            <Packet as __private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl<'decoder> PacketRef<'decoder> {
        /// Copies the message out of the decoder's input.
        #[must_use]
        fn into_owned(self) -> Packet {
            <Packet as __private::ZeroCopy>::from_borrowed(&self)
        }
    }
};

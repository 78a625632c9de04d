/// Borrowed form of [`Tables`]: variable-length fields point into the decoder's input.
///
#[derive(
    ::pool_codec::__private::Debug,
    ::pool_codec::__private::Clone,
    ::pool_codec::__private::Copy,
    ::pool_codec::__private::PartialEq
)]
struct TablesRef<'decoder> {
    /// Field `map` of [`Tables`].
    map: ::pool_codec::EntriesRef<'decoder, BTreeMap<u8, Str<4>>, { 9 }>,
    /// Field `set` of [`Tables`].
    set: Option<::pool_codec::EntriesRef<'decoder, HashSet<u16>, { 9 }>>,
    /// Field `waits` of [`Tables`].
    waits: [Option<Duration>; 2],
    /// Field `size` of [`Tables`].
    size: usize,
    /// Field `span` of [`Tables`].
    span: (u16, u16),
}
const _: () = {
    use ::pool_codec::__private;
    /** The fields in this order; the sizes are their sums, in bytes.

| on the wire | type |
|---|---|
| `map` | `BTreeMap<u8, Str<4>>` |
| `set` | `Option<HashSet<u16>>` |
| `waits` | `[Option<Duration>; 2]` |
| `size` | `usize` |
| `span` | `Range<u16>` |
*/
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Encode<__L> for Tables {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::checked(
            __private::Schema::record(
                "Tables",
                const {
                    &[
                        __private::Field::new(
                            "map",
                            <::pool_codec::layout::MaxLen<
                                BTreeMap<u8, Str<4>>,
                                { 9 },
                            > as __private::Encode<__private::Own>>::ENCODING,
                        ),
                        __private::Field::new(
                            "set",
                            <Option<
                                ::pool_codec::layout::MaxLen<
                                    HashSet<u16>,
                                    { 9 },
                                    ::pool_codec::layout::Ascending,
                                >,
                            > as __private::Encode<__private::Own>>::ENCODING,
                        ),
                        __private::Field::new(
                            "waits",
                            <[Option<
                                ::pool_codec::layout::With<Duration, Millis>,
                            >; 2] as __private::Encode<__private::Own>>::ENCODING,
                        ),
                        __private::Field::new(
                            "size",
                            <::pool_codec::layout::As<
                                usize,
                                u32,
                            > as __private::Encode<__private::Own>>::ENCODING,
                        ),
                        __private::Field::new(
                            "span",
                            <Range<u16> as __private::Encode<__private::Own>>::ENCODING,
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
                .put::<
                    ::pool_codec::layout::MaxLen<BTreeMap<u8, Str<4>>, { 9 }>,
                    0,
                >(&__value.map)?;
            __writer
                .put::<
                    Option<
                        ::pool_codec::layout::MaxLen<
                            HashSet<u16>,
                            { 9 },
                            ::pool_codec::layout::Ascending,
                        >,
                    >,
                    1,
                >(&__value.set)?;
            __writer
                .put::<
                    [Option<::pool_codec::layout::With<Duration, Millis>>; 2],
                    2,
                >(&__value.waits)?;
            __writer.put::<::pool_codec::layout::As<usize, u32>, 3>(&__value.size)?;
            __writer.put::<Range<u16>, 4>(&__value.span)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L> for Tables {
        const FACTS: __private::Facts = __private::Facts::of_fields(
            &[
                <::pool_codec::layout::MaxLen<
                    BTreeMap<u8, Str<4>>,
                    { 9 },
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
                <Option<
                    ::pool_codec::layout::MaxLen<
                        HashSet<u16>,
                        { 9 },
                        ::pool_codec::layout::Ascending,
                    >,
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
                <[Option<
                    ::pool_codec::layout::With<Duration, Millis>,
                >; 2] as __private::Decode<'decoder, __private::Own>>::FACTS,
                <::pool_codec::layout::As<
                    usize,
                    u32,
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
                <Range<u16> as __private::Decode<'decoder, __private::Own>>::FACTS,
            ],
        );
        const BLANK: __private::Option<__private::Blank<Self>> = match (
            <::pool_codec::layout::MaxLen<
                BTreeMap<u8, Str<4>>,
                { 9 },
            > as __private::Decode<'decoder, __private::Own>>::BLANK,
            <Option<
                ::pool_codec::layout::MaxLen<
                    HashSet<u16>,
                    { 9 },
                    ::pool_codec::layout::Ascending,
                >,
            > as __private::Decode<'decoder, __private::Own>>::BLANK,
            <[Option<
                ::pool_codec::layout::With<Duration, Millis>,
            >; 2] as __private::Decode<'decoder, __private::Own>>::BLANK,
            <::pool_codec::layout::As<
                usize,
                u32,
            > as __private::Decode<'decoder, __private::Own>>::BLANK,
            <Range<u16> as __private::Decode<'decoder, __private::Own>>::BLANK,
        ) {
            (
                __private::Some(__field_0),
                __private::Some(__field_1),
                __private::Some(__field_2),
                __private::Some(__field_3),
                __private::Some(__field_4),
            ) => {
                __private::Some(
                    __private::Blank::new(Tables {
                        map: __private::Blank::value(__field_0),
                        set: __private::Blank::value(__field_1),
                        waits: __private::Blank::value(__field_2),
                        size: __private::Blank::value(__field_3),
                        span: __private::Blank::value(__field_4),
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
            __private::Ok(Tables {
                map: __reader
                    .get::<
                        ::pool_codec::layout::MaxLen<BTreeMap<u8, Str<4>>, { 9 }>,
                        0,
                    >()?,
                set: __reader
                    .get::<
                        Option<
                            ::pool_codec::layout::MaxLen<
                                HashSet<u16>,
                                { 9 },
                                ::pool_codec::layout::Ascending,
                            >,
                        >,
                        1,
                    >()?,
                waits: __reader
                    .get::<
                        [Option<::pool_codec::layout::With<Duration, Millis>>; 2],
                        2,
                    >()?,
                size: __reader.get::<::pool_codec::layout::As<usize, u32>, 3>()?,
                span: __reader.get::<Range<u16>, 4>()?,
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
                    ::pool_codec::layout::MaxLen<BTreeMap<u8, Str<4>>, { 9 }>,
                    0,
                >(&mut __value.map)?;
            __reader
                .refill::<
                    Option<
                        ::pool_codec::layout::MaxLen<
                            HashSet<u16>,
                            { 9 },
                            ::pool_codec::layout::Ascending,
                        >,
                    >,
                    1,
                >(&mut __value.set)?;
            __reader
                .refill::<
                    [Option<::pool_codec::layout::With<Duration, Millis>>; 2],
                    2,
                >(&mut __value.waits)?;
            __reader
                .refill::<::pool_codec::layout::As<usize, u32>, 3>(&mut __value.size)?;
            __reader.refill::<Range<u16>, 4>(&mut __value.span)?;
            __private::Ok(())
        }
    }
    const _: &__private::Schema = <Tables as __private::Encode<
        __private::Own,
    >>::ENCODING;
    /// The bytes, and so the sizes, of [`Tables`].
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Encode<__L>
    for TablesRef<'decoder> {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::borrowed(
            <Tables as __private::Encode<__private::Own>>::ENCODING,
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
                    ::pool_codec::EntriesRef<'decoder, BTreeMap<u8, Str<4>>, { 9 }>,
                    0,
                >(&__value.map)?;
            __writer
                .put::<
                    Option<::pool_codec::EntriesRef<'decoder, HashSet<u16>, { 9 }>>,
                    1,
                >(&__value.set)?;
            __writer
                .put::<
                    [Option<::pool_codec::layout::With<Duration, Millis>>; 2],
                    2,
                >(&__value.waits)?;
            __writer.put::<::pool_codec::layout::As<usize, u32>, 3>(&__value.size)?;
            __writer.put::<(u16, u16), 4>(&__value.span)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L>
    for TablesRef<'decoder> {
        const FACTS: __private::Facts = __private::Facts::of_fields(
            &[
                <::pool_codec::EntriesRef<
                    'decoder,
                    BTreeMap<u8, Str<4>>,
                    { 9 },
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
                <Option<
                    ::pool_codec::EntriesRef<'decoder, HashSet<u16>, { 9 }>,
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
                <[Option<
                    ::pool_codec::layout::With<Duration, Millis>,
                >; 2] as __private::Decode<'decoder, __private::Own>>::FACTS,
                <::pool_codec::layout::As<
                    usize,
                    u32,
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
                <(u16, u16) as __private::Decode<'decoder, __private::Own>>::FACTS,
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
            __private::Ok(TablesRef {
                map: __reader
                    .get::<
                        ::pool_codec::EntriesRef<'decoder, BTreeMap<u8, Str<4>>, { 9 }>,
                        0,
                    >()?,
                set: __reader
                    .get::<
                        Option<::pool_codec::EntriesRef<'decoder, HashSet<u16>, { 9 }>>,
                        1,
                    >()?,
                waits: __reader
                    .get::<
                        [Option<::pool_codec::layout::With<Duration, Millis>>; 2],
                        2,
                    >()?,
                size: __reader.get::<::pool_codec::layout::As<usize, u32>, 3>()?,
                span: __reader.get::<(u16, u16), 4>()?,
            })
        }
    }
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Borrow<__L> for Tables {
        type Ref<'decoder> = TablesRef<'decoder>;
        fn own(__borrowed: &TablesRef<'_>) -> Self {
            Tables {
                map: <::pool_codec::layout::MaxLen<
                    BTreeMap<u8, Str<4>>,
                    { 9 },
                > as __private::Borrow<__private::Own>>::own(&__borrowed.map),
                set: <Option<
                    ::pool_codec::layout::MaxLen<
                        HashSet<u16>,
                        { 9 },
                        ::pool_codec::layout::Ascending,
                    >,
                > as __private::Borrow<__private::Own>>::own(&__borrowed.set),
                waits: __private::Clone::clone(&__borrowed.waits),
                size: __private::Clone::clone(&__borrowed.size),
                span: <Range<
                    u16,
                > as __private::Borrow<__private::Own>>::own(&__borrowed.span),
            }
        }
        fn lend(__value: &Self) -> TablesRef<'_> {
            TablesRef {
                map: <::pool_codec::layout::MaxLen<
                    BTreeMap<u8, Str<4>>,
                    { 9 },
                > as __private::Borrow<__private::Own>>::lend(&__value.map),
                set: <Option<
                    ::pool_codec::layout::MaxLen<
                        HashSet<u16>,
                        { 9 },
                        ::pool_codec::layout::Ascending,
                    >,
                > as __private::Borrow<__private::Own>>::lend(&__value.set),
                waits: __private::Clone::clone(&__value.waits),
                size: __private::Clone::clone(&__value.size),
                span: <Range<
                    u16,
                > as __private::Borrow<__private::Own>>::lend(&__value.span),
            }
        }
    }
    #[automatically_derived]
    impl __private::ArrayElement for Tables {}
    #[automatically_derived]
    impl __private::Covariant for Tables {
        fn shorten<'short, 'long: 'short>(
            __borrowed: &'short TablesRef<'long>,
        ) -> &'short TablesRef<'short> {
            __borrowed
        }
    }
    #[automatically_derived]
    impl<'decoder> __private::From<TablesRef<'decoder>> for Tables {
        fn from(__borrowed: TablesRef<'decoder>) -> Self {
            <Tables as __private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl<'decoder> TablesRef<'decoder> {
        /// Copies the message out of the decoder's input.
        #[must_use]
        fn into_owned(self) -> Tables {
            <Tables as __private::ZeroCopy>::from_borrowed(&self)
        }
    }
};

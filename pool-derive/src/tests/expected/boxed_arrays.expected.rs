/// Borrowed form of [`Table`]: variable-length fields point into the decoder's input.
///
#[derive(
    ::pool_codec::__private::Debug,
    ::pool_codec::__private::Clone,
    ::pool_codec::__private::Copy,
    ::pool_codec::__private::PartialEq
)]
struct TableRef<'decoder> {
    /// Field `rows` of [`Table`].
    rows: Option<::pool_codec::ArrayRef<'decoder, u64, { 4 }>>,
    /// Field `pair` of [`Table`].
    pair: (u8, ::pool_codec::ArrayRef<'decoder, Str<9>, { 2 }>),
}
const _: () = {
    use ::pool_codec::__private;
    /** The fields in this order; the sizes are their sums, in bytes.

| on the wire | type |
|---|---|
| `rows` | `Option<Box<[u64; 4]>>` |
| `pair` | `(u8, Box<[Str<9>; 2]>)` |
*/
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Encode<__L> for Table {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::checked(
            __private::Schema::record(
                "Table",
                const {
                    &[
                        __private::Field::new(
                            "rows",
                            <Option<
                                Box<[u64; 4]>,
                            > as __private::Encode<__private::Own>>::ENCODING,
                        ),
                        __private::Field::new(
                            "pair",
                            <(
                                u8,
                                Box<[Str<9>; 2]>,
                            ) as __private::Encode<__private::Own>>::ENCODING,
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
            __writer.put::<Option<Box<[u64; 4]>>, 0>(&__value.rows)?;
            __writer.put::<(u8, Box<[Str<9>; 2]>), 1>(&__value.pair)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L> for Table {
        const FACTS: __private::Facts = __private::Facts::of_fields(
            &[
                <Option<
                    Box<[u64; 4]>,
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
                <(
                    u8,
                    Box<[Str<9>; 2]>,
                ) as __private::Decode<'decoder, __private::Own>>::FACTS,
            ],
        );
        const BLANK: __private::Option<__private::Blank<Self>> = match (
            <Option<
                Box<[u64; 4]>,
            > as __private::Decode<'decoder, __private::Own>>::BLANK,
            <(
                u8,
                Box<[Str<9>; 2]>,
            ) as __private::Decode<'decoder, __private::Own>>::BLANK,
        ) {
            (__private::Some(__field_0), __private::Some(__field_1)) => {
                __private::Some(
                    __private::Blank::new(Table {
                        rows: __private::Blank::value(__field_0),
                        pair: __private::Blank::value(__field_1),
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
            __private::Ok(Table {
                rows: __reader.get::<Option<Box<[u64; 4]>>, 0>()?,
                pair: __reader.get::<(u8, Box<[Str<9>; 2]>), 1>()?,
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
            __reader.refill::<Option<Box<[u64; 4]>>, 0>(&mut __value.rows)?;
            __reader.refill::<(u8, Box<[Str<9>; 2]>), 1>(&mut __value.pair)?;
            __private::Ok(())
        }
    }
    const _: &__private::Schema = <Table as __private::Encode<__private::Own>>::ENCODING;
    /// The bytes, and so the sizes, of [`Table`].
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Encode<__L>
    for TableRef<'decoder> {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::borrowed(
            <Table as __private::Encode<__private::Own>>::ENCODING,
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
                    Option<::pool_codec::ArrayRef<'decoder, u64, { 4 }>>,
                    0,
                >(&__value.rows)?;
            __writer
                .put::<
                    (u8, ::pool_codec::ArrayRef<'decoder, Str<9>, { 2 }>),
                    1,
                >(&__value.pair)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L>
    for TableRef<'decoder> {
        const FACTS: __private::Facts = __private::Facts::of_fields(
            &[
                <Option<
                    ::pool_codec::ArrayRef<'decoder, u64, { 4 }>,
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
                <(
                    u8,
                    ::pool_codec::ArrayRef<'decoder, Str<9>, { 2 }>,
                ) as __private::Decode<'decoder, __private::Own>>::FACTS,
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
            __private::Ok(TableRef {
                rows: __reader
                    .get::<Option<::pool_codec::ArrayRef<'decoder, u64, { 4 }>>, 0>()?,
                pair: __reader
                    .get::<(u8, ::pool_codec::ArrayRef<'decoder, Str<9>, { 2 }>), 1>()?,
            })
        }
    }
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Borrow<__L> for Table {
        type Ref<'decoder> = TableRef<'decoder>;
        fn own(__borrowed: &TableRef<'_>) -> Self {
            Table {
                rows: <Option<
                    __private::BoxedArray<u64, { 4 }>,
                > as __private::Borrow<__private::Own>>::own(&__borrowed.rows),
                pair: <(
                    u8,
                    __private::BoxedArray<Str<9>, { 2 }>,
                ) as __private::Borrow<__private::Own>>::own(&__borrowed.pair),
            }
        }
        fn lend(__value: &Self) -> TableRef<'_> {
            TableRef {
                rows: <Option<
                    __private::BoxedArray<u64, { 4 }>,
                > as __private::Borrow<__private::Own>>::lend(&__value.rows),
                pair: <(
                    u8,
                    __private::BoxedArray<Str<9>, { 2 }>,
                ) as __private::Borrow<__private::Own>>::lend(&__value.pair),
            }
        }
    }
    #[automatically_derived]
    impl __private::ArrayElement for Table {}
    #[automatically_derived]
    impl __private::Covariant for Table {
        fn shorten<'short, 'long: 'short>(
            __borrowed: &'short TableRef<'long>,
        ) -> &'short TableRef<'short> {
            __borrowed
        }
    }
    #[automatically_derived]
    impl<'decoder> __private::From<TableRef<'decoder>> for Table {
        fn from(__borrowed: TableRef<'decoder>) -> Self {
            <Table as __private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl<'decoder> TableRef<'decoder> {
        /// Copies the message out of the decoder's input.
        #[must_use]
        fn into_owned(self) -> Table {
            <Table as __private::ZeroCopy>::from_borrowed(&self)
        }
    }
};

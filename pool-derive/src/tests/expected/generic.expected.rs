/// Borrowed form of [`Page`]: variable-length fields point into the decoder's input.
///
pub struct PageRef<'decoder, T: Clone = u8, const N: usize = 4>
where
    T: Send,
    Option<T>: ::pool_codec::layout::Borrow<::pool_codec::layout::Own>,
{
    /// Field `cursor` of [`Page`].
    pub cursor: u64,
    /// Field `first` of [`Page`].
    pub first: <Option<
        T,
    > as ::pool_codec::layout::Borrow<::pool_codec::layout::Own>>::Ref<'decoder>,
    /// Field `items` of [`Page`].
    pub items: ::pool_codec::SeqRef<'decoder, T, N>,
    /// Field `more` of [`Page`].
    more: ::pool_codec::SeqRef<'decoder, T, { N }>,
    /// Field `mark` of [`Page`].
    mark: PhantomData<T>,
}
const _: () = {
    use ::pool_codec::__private;
    /** The fields in this order; the sizes are their sums, in bytes.

| on the wire | type |
|---|---|
| `cursor` | `u64` |
| `first` | `Option<T>` |
| `items` | `Seq<T, N>` |
| `more` | `Vec<T>` |
| `mark` | `PhantomData<T>` |
*/
    #[automatically_derived]
    impl<T: Clone, const N: usize, __L: __private::Layout> __private::Encode<__L>
    for Page<T, N>
    where
        T: Send,
        Option<T>: __private::Encode<__private::Own, Value = Option<T>>,
        Seq<T, N>: __private::Encode<__private::Own, Value = Seq<T, N>>,
        ::pool_codec::layout::MaxLen<
            Vec<T>,
            { N },
        >: __private::Encode<__private::Own, Value = Vec<T>>,
        PhantomData<T>: __private::Encode<__private::Own, Value = PhantomData<T>>,
    {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::checked(
            __private::Schema::record(
                "Page",
                const {
                    &[
                        __private::Field::new(
                            "cursor",
                            <u64 as __private::Encode<__private::Own>>::ENCODING,
                        ),
                        __private::Field::new(
                            "first",
                            <Option<T> as __private::Encode<__private::Own>>::ENCODING,
                        ),
                        __private::Field::new(
                            "items",
                            <Seq<T, N> as __private::Encode<__private::Own>>::ENCODING,
                        ),
                        __private::Field::new(
                            "more",
                            <::pool_codec::layout::MaxLen<
                                Vec<T>,
                                { N },
                            > as __private::Encode<__private::Own>>::ENCODING,
                        ),
                        __private::Field::new(
                            "mark",
                            <PhantomData<
                                T,
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
            __writer.put::<u64, 0>(&__value.cursor)?;
            __writer.put::<Option<T>, 1>(&__value.first)?;
            __writer.put::<Seq<T, N>, 2>(&__value.items)?;
            __writer
                .put::<::pool_codec::layout::MaxLen<Vec<T>, { N }>, 3>(&__value.more)?;
            __writer.put::<PhantomData<T>, 4>(&__value.mark)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<
        'decoder,
        T: Clone,
        const N: usize,
        __L: __private::Layout,
    > __private::Decode<'decoder, __L> for Page<T, N>
    where
        T: Send,
        Option<T>: __private::Encode<__private::Own, Value = Option<T>>,
        Option<T>: __private::Decode<'decoder, __private::Own>,
        Seq<T, N>: __private::Encode<__private::Own, Value = Seq<T, N>>,
        Seq<T, N>: __private::Decode<'decoder, __private::Own>,
        ::pool_codec::layout::MaxLen<
            Vec<T>,
            { N },
        >: __private::Encode<__private::Own, Value = Vec<T>>,
        ::pool_codec::layout::MaxLen<
            Vec<T>,
            { N },
        >: __private::Decode<'decoder, __private::Own>,
        PhantomData<T>: __private::Encode<__private::Own, Value = PhantomData<T>>,
        PhantomData<T>: __private::Decode<'decoder, __private::Own>,
    {
        const FACTS: __private::Facts = __private::Facts::of_fields(
            &[
                <u64 as __private::Decode<'decoder, __private::Own>>::FACTS,
                <Option<T> as __private::Decode<'decoder, __private::Own>>::FACTS,
                <Seq<T, N> as __private::Decode<'decoder, __private::Own>>::FACTS,
                <::pool_codec::layout::MaxLen<
                    Vec<T>,
                    { N },
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
                <PhantomData<T> as __private::Decode<'decoder, __private::Own>>::FACTS,
            ],
        );
        const BLANK: __private::Option<__private::Blank<Self>> = match (
            <u64 as __private::Decode<'decoder, __private::Own>>::BLANK,
            <Option<T> as __private::Decode<'decoder, __private::Own>>::BLANK,
            <Seq<T, N> as __private::Decode<'decoder, __private::Own>>::BLANK,
            <::pool_codec::layout::MaxLen<
                Vec<T>,
                { N },
            > as __private::Decode<'decoder, __private::Own>>::BLANK,
            <PhantomData<T> as __private::Decode<'decoder, __private::Own>>::BLANK,
        ) {
            (
                __private::Some(__field_0),
                __private::Some(__field_1),
                __private::Some(__field_2),
                __private::Some(__field_3),
                __private::Some(__field_4),
            ) => {
                __private::Some(
                    __private::Blank::new(Page::<T, N> {
                        cursor: __private::Blank::value(__field_0),
                        first: __private::Blank::value(__field_1),
                        items: __private::Blank::value(__field_2),
                        more: __private::Blank::value(__field_3),
                        mark: __private::Blank::value(__field_4),
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
            __private::Ok(Page::<T, N> {
                cursor: __reader.get::<u64, 0>()?,
                first: __reader.get::<Option<T>, 1>()?,
                items: __reader.get::<Seq<T, N>, 2>()?,
                more: __reader.get::<::pool_codec::layout::MaxLen<Vec<T>, { N }>, 3>()?,
                mark: __reader.get::<PhantomData<T>, 4>()?,
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
            __reader.refill::<u64, 0>(&mut __value.cursor)?;
            __reader.refill::<Option<T>, 1>(&mut __value.first)?;
            __reader.refill::<Seq<T, N>, 2>(&mut __value.items)?;
            __reader
                .refill::<
                    ::pool_codec::layout::MaxLen<Vec<T>, { N }>,
                    3,
                >(&mut __value.more)?;
            __reader.refill::<PhantomData<T>, 4>(&mut __value.mark)?;
            __private::Ok(())
        }
    }
    /// The bytes, and so the sizes, of [`Page`].
    #[automatically_derived]
    impl<
        'decoder,
        T: Clone,
        const N: usize,
        __L: __private::Layout,
    > __private::Encode<__L> for PageRef<'decoder, T, N>
    where
        T: Send,
        Option<T>: ::pool_codec::layout::Borrow<::pool_codec::layout::Own>,
        Option<T>: __private::Encode<__private::Own, Value = Option<T>>,
        <Option<
            T,
        > as ::pool_codec::layout::Borrow<
            ::pool_codec::layout::Own,
        >>::Ref<
            'decoder,
        >: __private::Encode<
            __private::Own,
            Value = <Option<
                T,
            > as ::pool_codec::layout::Borrow<::pool_codec::layout::Own>>::Ref<'decoder>,
        >,
        Seq<T, N>: __private::Encode<__private::Own, Value = Seq<T, N>>,
        ::pool_codec::SeqRef<
            'decoder,
            T,
            N,
        >: __private::Encode<
            __private::Own,
            Value = ::pool_codec::SeqRef<'decoder, T, N>,
        >,
        ::pool_codec::layout::MaxLen<
            Vec<T>,
            { N },
        >: __private::Encode<__private::Own, Value = Vec<T>>,
        ::pool_codec::SeqRef<
            'decoder,
            T,
            { N },
        >: __private::Encode<
            __private::Own,
            Value = ::pool_codec::SeqRef<'decoder, T, { N }>,
        >,
        PhantomData<T>: __private::Encode<__private::Own, Value = PhantomData<T>>,
    {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::borrowed(
            <Page<T, N> as __private::Encode<__private::Own>>::ENCODING,
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
            __writer.put::<u64, 0>(&__value.cursor)?;
            __writer
                .put::<
                    <Option<
                        T,
                    > as ::pool_codec::layout::Borrow<
                        ::pool_codec::layout::Own,
                    >>::Ref<'decoder>,
                    1,
                >(&__value.first)?;
            __writer.put::<::pool_codec::SeqRef<'decoder, T, N>, 2>(&__value.items)?;
            __writer.put::<::pool_codec::SeqRef<'decoder, T, { N }>, 3>(&__value.more)?;
            __writer.put::<PhantomData<T>, 4>(&__value.mark)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<
        'decoder,
        T: Clone,
        const N: usize,
        __L: __private::Layout,
    > __private::Decode<'decoder, __L> for PageRef<'decoder, T, N>
    where
        T: Send,
        Option<T>: ::pool_codec::layout::Borrow<::pool_codec::layout::Own>,
        Option<T>: __private::Encode<__private::Own, Value = Option<T>>,
        <Option<
            T,
        > as ::pool_codec::layout::Borrow<
            ::pool_codec::layout::Own,
        >>::Ref<
            'decoder,
        >: __private::Encode<
            __private::Own,
            Value = <Option<
                T,
            > as ::pool_codec::layout::Borrow<::pool_codec::layout::Own>>::Ref<'decoder>,
        >,
        <Option<
            T,
        > as ::pool_codec::layout::Borrow<
            ::pool_codec::layout::Own,
        >>::Ref<'decoder>: __private::Decode<'decoder, __private::Own>,
        Seq<T, N>: __private::Encode<__private::Own, Value = Seq<T, N>>,
        ::pool_codec::SeqRef<
            'decoder,
            T,
            N,
        >: __private::Encode<
            __private::Own,
            Value = ::pool_codec::SeqRef<'decoder, T, N>,
        >,
        ::pool_codec::SeqRef<
            'decoder,
            T,
            N,
        >: __private::Decode<'decoder, __private::Own>,
        ::pool_codec::layout::MaxLen<
            Vec<T>,
            { N },
        >: __private::Encode<__private::Own, Value = Vec<T>>,
        ::pool_codec::SeqRef<
            'decoder,
            T,
            { N },
        >: __private::Encode<
            __private::Own,
            Value = ::pool_codec::SeqRef<'decoder, T, { N }>,
        >,
        ::pool_codec::SeqRef<
            'decoder,
            T,
            { N },
        >: __private::Decode<'decoder, __private::Own>,
        PhantomData<T>: __private::Encode<__private::Own, Value = PhantomData<T>>,
        PhantomData<T>: __private::Decode<'decoder, __private::Own>,
    {
        const FACTS: __private::Facts = __private::Facts::of_fields(
            &[
                <u64 as __private::Decode<'decoder, __private::Own>>::FACTS,
                <<Option<
                    T,
                > as ::pool_codec::layout::Borrow<
                    ::pool_codec::layout::Own,
                >>::Ref<'decoder> as __private::Decode<'decoder, __private::Own>>::FACTS,
                <::pool_codec::SeqRef<
                    'decoder,
                    T,
                    N,
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
                <::pool_codec::SeqRef<
                    'decoder,
                    T,
                    { N },
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
                <PhantomData<T> as __private::Decode<'decoder, __private::Own>>::FACTS,
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
            __private::Ok(PageRef::<T, N> {
                cursor: __reader.get::<u64, 0>()?,
                first: __reader
                    .get::<
                        <Option<
                            T,
                        > as ::pool_codec::layout::Borrow<
                            ::pool_codec::layout::Own,
                        >>::Ref<'decoder>,
                        1,
                    >()?,
                items: __reader.get::<::pool_codec::SeqRef<'decoder, T, N>, 2>()?,
                more: __reader.get::<::pool_codec::SeqRef<'decoder, T, { N }>, 3>()?,
                mark: __reader.get::<PhantomData<T>, 4>()?,
            })
        }
    }
    #[automatically_derived]
    impl<T: Clone, const N: usize, __L: __private::Layout> __private::Borrow<__L>
    for Page<T, N>
    where
        T: Send,
        Option<T>: __private::Encode<__private::Own, Value = Option<T>>,
        Option<T>: __private::Borrow<__private::Own>,
        Seq<T, N>: __private::Encode<__private::Own, Value = Seq<T, N>>,
        ::pool_codec::layout::MaxLen<
            Vec<T>,
            { N },
        >: __private::Encode<__private::Own, Value = Vec<T>>,
        PhantomData<T>: __private::Encode<__private::Own, Value = PhantomData<T>>,
        PhantomData<T>: __private::Copy,
        T: __private::Borrow<__private::Own, Value = T>,
        T: for<'__decoder> __private::Decode<'__decoder, __private::Own>,
        T: 'static,
    {
        type Ref<'decoder> = PageRef<'decoder, T, N>;
        fn own(__borrowed: &PageRef<'_, T, N>) -> Self {
            Page::<T, N> {
                cursor: <u64 as __private::Borrow<
                    __private::Own,
                >>::own(&__borrowed.cursor),
                first: <Option<
                    T,
                > as __private::Borrow<__private::Own>>::own(&__borrowed.first),
                items: <Seq<
                    T,
                    N,
                > as __private::Borrow<__private::Own>>::own(&__borrowed.items),
                more: <::pool_codec::layout::MaxLen<
                    Vec<T>,
                    { N },
                > as __private::Borrow<__private::Own>>::own(&__borrowed.more),
                mark: __private::Clone::clone(&__borrowed.mark),
            }
        }
        fn lend(__value: &Self) -> PageRef<'_, T, N> {
            PageRef::<T, N> {
                cursor: <u64 as __private::Borrow<
                    __private::Own,
                >>::lend(&__value.cursor),
                first: <Option<
                    T,
                > as __private::Borrow<__private::Own>>::lend(&__value.first),
                items: <Seq<
                    T,
                    N,
                > as __private::Borrow<__private::Own>>::lend(&__value.items),
                more: <::pool_codec::layout::MaxLen<
                    Vec<T>,
                    { N },
                > as __private::Borrow<__private::Own>>::lend(&__value.more),
                mark: __private::Clone::clone(&__value.mark),
            }
        }
    }
    #[automatically_derived]
    impl<T: Clone, const N: usize> __private::ArrayElement for Page<T, N>
    where
        T: Send,
        Option<T>: __private::Encode<__private::Own, Value = Option<T>>,
        Option<T>: __private::Borrow<__private::Own>,
        Seq<T, N>: __private::Encode<__private::Own, Value = Seq<T, N>>,
        ::pool_codec::layout::MaxLen<
            Vec<T>,
            { N },
        >: __private::Encode<__private::Own, Value = Vec<T>>,
        PhantomData<T>: __private::Encode<__private::Own, Value = PhantomData<T>>,
        PhantomData<T>: __private::Copy,
        T: __private::Borrow<__private::Own, Value = T>,
        T: for<'__decoder> __private::Decode<'__decoder, __private::Own>,
        T: 'static,
    {}
    #[automatically_derived]
    impl<'decoder, T: Clone, const N: usize> __private::From<PageRef<'decoder, T, N>>
    for Page<T, N>
    where
        T: Send,
        Option<T>: __private::Encode<__private::Own, Value = Option<T>>,
        Option<T>: __private::Borrow<__private::Own>,
        Seq<T, N>: __private::Encode<__private::Own, Value = Seq<T, N>>,
        ::pool_codec::layout::MaxLen<
            Vec<T>,
            { N },
        >: __private::Encode<__private::Own, Value = Vec<T>>,
        PhantomData<T>: __private::Encode<__private::Own, Value = PhantomData<T>>,
        PhantomData<T>: __private::Copy,
        T: __private::Borrow<__private::Own, Value = T>,
        T: for<'__decoder> __private::Decode<'__decoder, __private::Own>,
        T: 'static,
    {
        fn from(__borrowed: PageRef<'decoder, T, N>) -> Self {
            <Page<T, N> as __private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl<'decoder, T: Clone, const N: usize> PageRef<'decoder, T, N>
    where
        T: Send,
        Option<T>: __private::Encode<__private::Own, Value = Option<T>>,
        Option<T>: __private::Borrow<__private::Own>,
        Seq<T, N>: __private::Encode<__private::Own, Value = Seq<T, N>>,
        ::pool_codec::layout::MaxLen<
            Vec<T>,
            { N },
        >: __private::Encode<__private::Own, Value = Vec<T>>,
        PhantomData<T>: __private::Encode<__private::Own, Value = PhantomData<T>>,
        PhantomData<T>: __private::Copy,
        T: __private::Borrow<__private::Own, Value = T>,
        T: for<'__decoder> __private::Decode<'__decoder, __private::Own>,
        T: 'static,
    {
        /// Copies the message out of the decoder's input.
        #[must_use]
        pub fn into_owned(self) -> Page<T, N> {
            <Page<T, N> as __private::ZeroCopy>::from_borrowed(&self)
        }
    }
    #[automatically_derived]
    impl<'decoder, T: Clone, const N: usize> __private::Debug for PageRef<'decoder, T, N>
    where
        T: Send,
        Option<T>: ::pool_codec::layout::Borrow<::pool_codec::layout::Own>,
        <Option<
            T,
        > as ::pool_codec::layout::Borrow<
            ::pool_codec::layout::Own,
        >>::Ref<'decoder>: __private::Debug,
        ::pool_codec::SeqRef<'decoder, T, N>: __private::Debug,
        ::pool_codec::SeqRef<'decoder, T, { N }>: __private::Debug,
        PhantomData<T>: __private::Debug,
    {
        fn fmt(&self, __f: &mut __private::Formatter<'_>) -> __private::FmtResult {
            match self {
                PageRef::<T, N> {
                    cursor: __field_0,
                    first: __field_1,
                    items: __field_2,
                    more: __field_3,
                    mark: __field_4,
                    ..
                } => {
                    let mut __debug = __private::Formatter::debug_struct(__f, "PageRef");
                    let _ = __debug.field("cursor", __field_0);
                    let _ = __debug.field("first", __field_1);
                    let _ = __debug.field("items", __field_2);
                    let _ = __debug.field("more", __field_3);
                    let _ = __debug.field("mark", __field_4);
                    __debug.finish()
                }
            }
        }
    }
    #[automatically_derived]
    impl<'decoder, T: Clone, const N: usize> __private::PartialEq
    for PageRef<'decoder, T, N>
    where
        T: Send,
        Option<T>: ::pool_codec::layout::Borrow<::pool_codec::layout::Own>,
        <Option<
            T,
        > as ::pool_codec::layout::Borrow<
            ::pool_codec::layout::Own,
        >>::Ref<'decoder>: __private::PartialEq,
        ::pool_codec::SeqRef<'decoder, T, N>: __private::PartialEq,
        ::pool_codec::SeqRef<'decoder, T, { N }>: __private::PartialEq,
        PhantomData<T>: __private::PartialEq,
    {
        fn eq(&self, __other: &Self) -> bool {
            match (self, __other) {
                (
                    PageRef::<T, N> {
                        cursor: __field_0,
                        first: __field_1,
                        items: __field_2,
                        more: __field_3,
                        mark: __field_4,
                        ..
                    },
                    PageRef::<T, N> {
                        cursor: __field_0_of_other,
                        first: __field_1_of_other,
                        items: __field_2_of_other,
                        more: __field_3_of_other,
                        mark: __field_4_of_other,
                        ..
                    },
                ) => {
                    true && __private::PartialEq::eq(__field_0, __field_0_of_other)
                        && __private::PartialEq::eq(__field_1, __field_1_of_other)
                        && __private::PartialEq::eq(__field_2, __field_2_of_other)
                        && __private::PartialEq::eq(__field_3, __field_3_of_other)
                        && __private::PartialEq::eq(__field_4, __field_4_of_other)
                }
            }
        }
    }
    #[automatically_derived]
    impl<'decoder, T: Clone, const N: usize> __private::Clone for PageRef<'decoder, T, N>
    where
        T: Send,
        Option<T>: ::pool_codec::layout::Borrow<::pool_codec::layout::Own>,
        <Option<
            T,
        > as ::pool_codec::layout::Borrow<
            ::pool_codec::layout::Own,
        >>::Ref<'decoder>: __private::Copy,
        ::pool_codec::SeqRef<'decoder, T, N>: __private::Copy,
        ::pool_codec::SeqRef<'decoder, T, { N }>: __private::Copy,
        PhantomData<T>: __private::Copy,
    {
        fn clone(&self) -> Self {
            *self
        }
    }
    #[automatically_derived]
    impl<'decoder, T: Clone, const N: usize> __private::Copy for PageRef<'decoder, T, N>
    where
        T: Send,
        Option<T>: ::pool_codec::layout::Borrow<::pool_codec::layout::Own>,
        <Option<
            T,
        > as ::pool_codec::layout::Borrow<
            ::pool_codec::layout::Own,
        >>::Ref<'decoder>: __private::Copy,
        ::pool_codec::SeqRef<'decoder, T, N>: __private::Copy,
        ::pool_codec::SeqRef<'decoder, T, { N }>: __private::Copy,
        PhantomData<T>: __private::Copy,
    {}
};

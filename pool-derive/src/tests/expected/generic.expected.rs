/// Borrowed form of [`Page`]: variable-length fields point into the decoder's input.
///
pub struct PageRef<'decoder, T: Clone = u8, const N: usize = 4>
where
    T: Send,
    Option<T>: ::pool_codec::__private::ZeroCopy,
{
    /// Field `cursor` of [`Page`].
    pub cursor: u64,
    /// Field `first` of [`Page`].
    pub first: <Option<T> as ::pool_codec::ZeroCopy>::Ref<'decoder>,
    /// Field `items` of [`Page`].
    pub items: ::pool_codec::SeqRef<'decoder, T, N>,
    /// Field `more` of [`Page`].
    more: ::pool_codec::SeqRef<'decoder, T, { N }>,
    /// Field `mark` of [`Page`].
    mark: PhantomData<T>,
}
const _: () = {
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
    impl<T: Clone, const N: usize> ::pool_codec::__private::Wire for Page<T, N>
    where
        T: Send,
        Option<T>: ::pool_codec::__private::Wire,
        Seq<T, N>: ::pool_codec::__private::Wire,
        ::pool_codec::__private::MaxLen<
            { N },
            ::pool_codec::__private::Own,
        >: ::pool_codec::__private::WireAs<Vec<T>>,
        PhantomData<T>: ::pool_codec::__private::Wire,
    {
        const MIN_SIZE: usize = ::pool_codec::__private::sum(
            &[
                <u64 as ::pool_codec::__private::Wire>::MIN_SIZE,
                <Option<T> as ::pool_codec::__private::Wire>::MIN_SIZE,
                <Seq<T, N> as ::pool_codec::__private::Wire>::MIN_SIZE,
                <::pool_codec::__private::MaxLen<
                    { N },
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::WireAs<Vec<T>>>::MIN_SIZE,
                <PhantomData<T> as ::pool_codec::__private::Wire>::MIN_SIZE,
            ],
        );
        const MAX_SIZE: usize = ::pool_codec::__private::checked_size(
            "Page",
            ::pool_codec::__private::sum(
                &[
                    <u64 as ::pool_codec::__private::Wire>::MAX_SIZE,
                    <Option<T> as ::pool_codec::__private::Wire>::MAX_SIZE,
                    <Seq<T, N> as ::pool_codec::__private::Wire>::MAX_SIZE,
                    <::pool_codec::__private::MaxLen<
                        { N },
                        ::pool_codec::__private::Own,
                    > as ::pool_codec::__private::WireAs<Vec<T>>>::MAX_SIZE,
                    <PhantomData<T> as ::pool_codec::__private::Wire>::MAX_SIZE,
                ],
            ),
        );
        const MAX_HEAP: usize = ::pool_codec::__private::sum(
            &[
                <u64 as ::pool_codec::__private::Wire>::MAX_HEAP,
                <Option<T> as ::pool_codec::__private::Wire>::MAX_HEAP,
                <Seq<T, N> as ::pool_codec::__private::Wire>::MAX_HEAP,
                <::pool_codec::__private::MaxLen<
                    { N },
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::WireAs<Vec<T>>>::MAX_HEAP,
                <PhantomData<T> as ::pool_codec::__private::Wire>::MAX_HEAP,
            ],
        );
        const MAX_OVERHEAD: usize = ::pool_codec::__private::sum(
            &[
                <u64 as ::pool_codec::__private::Wire>::MAX_OVERHEAD,
                <Option<T> as ::pool_codec::__private::Wire>::MAX_OVERHEAD,
                <Seq<T, N> as ::pool_codec::__private::Wire>::MAX_OVERHEAD,
                <::pool_codec::__private::MaxLen<
                    { N },
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::WireAs<Vec<T>>>::MAX_OVERHEAD,
                <PhantomData<T> as ::pool_codec::__private::Wire>::MAX_OVERHEAD,
            ],
        );
        const HEAP_PER_BYTE: usize = ::pool_codec::__private::max(
            &[
                <u64 as ::pool_codec::__private::Wire>::HEAP_PER_BYTE,
                <Option<T> as ::pool_codec::__private::Wire>::HEAP_PER_BYTE,
                <Seq<T, N> as ::pool_codec::__private::Wire>::HEAP_PER_BYTE,
                <::pool_codec::__private::MaxLen<
                    { N },
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::WireAs<Vec<T>>>::HEAP_PER_BYTE,
                <PhantomData<T> as ::pool_codec::__private::Wire>::HEAP_PER_BYTE,
            ],
        );
        const PLAIN: bool = ::pool_codec::__private::all(
            &[
                <u64 as ::pool_codec::__private::Wire>::PLAIN,
                <Option<T> as ::pool_codec::__private::Wire>::PLAIN,
                <Seq<T, N> as ::pool_codec::__private::Wire>::PLAIN,
                <::pool_codec::__private::MaxLen<
                    { N },
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::WireAs<Vec<T>>>::PLAIN,
                <PhantomData<T> as ::pool_codec::__private::Wire>::PLAIN,
            ],
        );
        const SCHEMA: &'static ::pool_codec::__private::Schema = &::pool_codec::__private::Schema::Struct {
            name: "Page",
            max_size: <Page<T, N> as ::pool_codec::__private::Wire>::MAX_SIZE,
            max_trailing: <Page<T, N> as ::pool_codec::__private::Wire>::MAX_TRAILING,
            fields: &[
                ::pool_codec::__private::Field {
                    name: "cursor",
                    min_size: <u64 as ::pool_codec::__private::Wire>::MIN_SIZE,
                    max_size: <u64 as ::pool_codec::__private::Wire>::MAX_SIZE,
                    optional: false,
                    schema: <u64 as ::pool_codec::__private::Wire>::SCHEMA,
                },
                ::pool_codec::__private::Field {
                    name: "first",
                    min_size: <Option<T> as ::pool_codec::__private::Wire>::MIN_SIZE,
                    max_size: <Option<T> as ::pool_codec::__private::Wire>::MAX_SIZE,
                    optional: false,
                    schema: <Option<T> as ::pool_codec::__private::Wire>::SCHEMA,
                },
                ::pool_codec::__private::Field {
                    name: "items",
                    min_size: <Seq<T, N> as ::pool_codec::__private::Wire>::MIN_SIZE,
                    max_size: <Seq<T, N> as ::pool_codec::__private::Wire>::MAX_SIZE,
                    optional: false,
                    schema: <Seq<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                },
                ::pool_codec::__private::Field {
                    name: "more",
                    min_size: <::pool_codec::__private::MaxLen<
                        { N },
                        ::pool_codec::__private::Own,
                    > as ::pool_codec::__private::WireAs<Vec<T>>>::MIN_SIZE,
                    max_size: <::pool_codec::__private::MaxLen<
                        { N },
                        ::pool_codec::__private::Own,
                    > as ::pool_codec::__private::WireAs<Vec<T>>>::MAX_SIZE,
                    optional: false,
                    schema: <::pool_codec::__private::MaxLen<
                        { N },
                        ::pool_codec::__private::Own,
                    > as ::pool_codec::__private::WireAs<Vec<T>>>::SCHEMA,
                },
                ::pool_codec::__private::Field {
                    name: "mark",
                    min_size: <PhantomData<
                        T,
                    > as ::pool_codec::__private::Wire>::MIN_SIZE,
                    max_size: <PhantomData<
                        T,
                    > as ::pool_codec::__private::Wire>::MAX_SIZE,
                    optional: false,
                    schema: <PhantomData<T> as ::pool_codec::__private::Wire>::SCHEMA,
                },
            ],
        };
    }
    #[automatically_derived]
    impl<T: Clone, const N: usize> ::pool_codec::__private::OwnLayout for Page<T, N>
    where
        T: Send,
        Option<T>: ::pool_codec::__private::Wire,
        Seq<T, N>: ::pool_codec::__private::Wire,
        ::pool_codec::__private::MaxLen<
            { N },
            ::pool_codec::__private::Own,
        >: ::pool_codec::__private::WireAs<Vec<T>>,
        PhantomData<T>: ::pool_codec::__private::Wire,
    {}
    #[automatically_derived]
    impl<T: Clone, const N: usize> ::pool_codec::__private::ArrayElement for Page<T, N>
    where
        T: Send,
        Option<T>: ::pool_codec::__private::Wire,
        Seq<T, N>: ::pool_codec::__private::Wire,
        ::pool_codec::__private::MaxLen<
            { N },
            ::pool_codec::__private::Own,
        >: ::pool_codec::__private::WireAs<Vec<T>>,
        PhantomData<T>: ::pool_codec::__private::Wire,
    {}
    #[automatically_derived]
    impl<T: Clone, const N: usize> ::pool_codec::__private::Encodable for Page<T, N>
    where
        T: Send,
        Option<T>: ::pool_codec::__private::Wire,
        Option<T>: ::pool_codec::__private::Encodable,
        Seq<T, N>: ::pool_codec::__private::Wire,
        Seq<T, N>: ::pool_codec::__private::Encodable,
        ::pool_codec::__private::MaxLen<
            { N },
            ::pool_codec::__private::Own,
        >: ::pool_codec::__private::WireAs<Vec<T>>,
        ::pool_codec::__private::MaxLen<
            { N },
            ::pool_codec::__private::Own,
        >: ::pool_codec::__private::EncodeAs<Vec<T>>,
        PhantomData<T>: ::pool_codec::__private::Wire,
        PhantomData<T>: ::pool_codec::__private::Encodable,
    {
        #[inline(always)]
        fn encoded_len(&self) -> usize {
            if <Page<T, N> as ::pool_codec::__private::Wire>::MIN_SIZE
                == <Page<T, N> as ::pool_codec::__private::Wire>::MAX_SIZE
            {
                return <Page<T, N> as ::pool_codec::__private::Wire>::MIN_SIZE;
            }
            ::pool_codec::__private::sum(
                &[
                    <u64 as ::pool_codec::__private::Encodable>::encoded_len(
                        &self.cursor,
                    ),
                    <Option<
                        T,
                    > as ::pool_codec::__private::Encodable>::encoded_len(&self.first),
                    <Seq<
                        T,
                        N,
                    > as ::pool_codec::__private::Encodable>::encoded_len(&self.items),
                    <::pool_codec::__private::MaxLen<
                        { N },
                        ::pool_codec::__private::Own,
                    > as ::pool_codec::__private::EncodeAs<
                        Vec<T>,
                    >>::encoded_len(&self.more),
                    <PhantomData<
                        T,
                    > as ::pool_codec::__private::Encodable>::encoded_len(&self.mark),
                ],
            )
        }
        #[inline(always)]
        fn encode_to(
            &self,
            __encoder: &mut ::pool_codec::__private::Encoder<'_>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::EncodeError> {
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_message(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <u64 as ::pool_codec::__private::Encodable>::encode_to(
                &self.cursor,
                __encoder,
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "cursor",
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_message(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <Option<
                T,
            > as ::pool_codec::__private::Encodable>::encode_to(&self.first, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "first",
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        2,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_message(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <Seq<
                T,
                N,
            > as ::pool_codec::__private::Encodable>::encode_to(&self.items, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "items",
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        3,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_message(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::MaxLen<
                { N },
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::EncodeAs<
                Vec<T>,
            >>::encode(&self.more, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "more",
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        4,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_message(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <PhantomData<
                T,
            > as ::pool_codec::__private::Encodable>::encode_to(&self.mark, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "mark",
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, T: Clone, const N: usize> ::pool_codec::__private::Decodable<'decoder>
    for Page<T, N>
    where
        T: Send,
        Option<T>: ::pool_codec::__private::Wire,
        Option<T>: ::pool_codec::__private::Decodable<'decoder>,
        Seq<T, N>: ::pool_codec::__private::Wire,
        Seq<T, N>: ::pool_codec::__private::Decodable<'decoder>,
        ::pool_codec::__private::MaxLen<
            { N },
            ::pool_codec::__private::Own,
        >: ::pool_codec::__private::WireAs<Vec<T>>,
        ::pool_codec::__private::MaxLen<
            { N },
            ::pool_codec::__private::Own,
        >: ::pool_codec::__private::DecodeAs<'decoder, Vec<T>>,
        PhantomData<T>: ::pool_codec::__private::Wire,
        PhantomData<T>: ::pool_codec::__private::Decodable<'decoder>,
    {
        #[inline(always)]
        fn decode_from(
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<
            Self,
            ::pool_codec::__private::DecodeError,
        > {
            const __LABELS: &[&str] = &["cursor", "first", "items", "more", "mark"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 0,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_0 = match <u64 as ::pool_codec::__private::Decodable<
                'decoder,
            >>::decode_from(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "cursor",
                                <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 1,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_1 = match <Option<
                T,
            > as ::pool_codec::__private::Decodable<'decoder>>::decode_from(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "first",
                                <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        2,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 2,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_2 = match <Seq<
                T,
                N,
            > as ::pool_codec::__private::Decodable<'decoder>>::decode_from(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "items",
                                <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        3,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 3,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_3 = match <::pool_codec::__private::MaxLen<
                { N },
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                Vec<T>,
            >>::decode(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "more",
                                <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        4,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 4,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_4 = match <PhantomData<
                T,
            > as ::pool_codec::__private::Decodable<'decoder>>::decode_from(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "mark",
                                <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            ::pool_codec::__private::Ok(Page::<T, N> {
                cursor: __field_0,
                first: __field_1,
                items: __field_2,
                more: __field_3,
                mark: __field_4,
            })
        }
        #[inline(always)]
        fn refill_from(
            &mut self,
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::DecodeError> {
            const __LABELS: &[&str] = &["cursor", "first", "items", "more", "mark"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 0,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <u64 as ::pool_codec::__private::Decodable<
                'decoder,
            >>::refill_from(&mut self.cursor, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "cursor",
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 1,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <Option<
                T,
            > as ::pool_codec::__private::Decodable<
                'decoder,
            >>::refill_from(&mut self.first, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "first",
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        2,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 2,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <Seq<
                T,
                N,
            > as ::pool_codec::__private::Decodable<
                'decoder,
            >>::refill_from(&mut self.items, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "items",
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        3,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 3,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::MaxLen<
                { N },
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                Vec<T>,
            >>::refill(&mut self.more, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "more",
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        4,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 4,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <PhantomData<
                T,
            > as ::pool_codec::__private::Decodable<
                'decoder,
            >>::refill_from(&mut self.mark, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "mark",
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<T: Clone, const N: usize> ::pool_codec::__private::Fields for Page<T, N>
    where
        T: Send,
        Option<T>: ::pool_codec::__private::Wire,
        Option<T>: ::pool_codec::__private::Encodable,
        Seq<T, N>: ::pool_codec::__private::Wire,
        Seq<T, N>: ::pool_codec::__private::Encodable,
        ::pool_codec::__private::MaxLen<
            { N },
            ::pool_codec::__private::Own,
        >: ::pool_codec::__private::WireAs<Vec<T>>,
        ::pool_codec::__private::MaxLen<
            { N },
            ::pool_codec::__private::Own,
        >: ::pool_codec::__private::EncodeAs<Vec<T>>,
        PhantomData<T>: ::pool_codec::__private::Wire,
        PhantomData<T>: ::pool_codec::__private::Encodable,
    {
        fn visit_fields<__V: ::pool_codec::__private::FieldVisitor>(
            &self,
            __visitor: &mut __V,
        ) {
            let _ = <u64 as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                u64,
            >(__visitor, "cursor", &self.cursor);
            let _ = <Option<T> as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                Option<T>,
            >(__visitor, "first", &self.first);
            let _ = <Seq<T, N> as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                Seq<T, N>,
            >(__visitor, "items", &self.items);
            let _ = <::pool_codec::__private::MaxLen<
                { N },
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::EncodeAs<Vec<T>>>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field(
                __visitor,
                "more",
                &::pool_codec::__private::Coded::<
                    '_,
                    Vec<T>,
                    ::pool_codec::__private::MaxLen<{ N }, ::pool_codec::__private::Own>,
                >::new(&self.more),
            );
            let _ = <PhantomData<T> as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                PhantomData<T>,
            >(__visitor, "mark", &self.mark);
        }
    }
    /// The bytes, and so the sizes, of [`Page`].
    #[automatically_derived]
    impl<'decoder, T: Clone, const N: usize> ::pool_codec::__private::Wire
    for PageRef<'decoder, T, N>
    where
        T: Send,
        Option<T>: ::pool_codec::__private::ZeroCopy,
        Option<T>: ::pool_codec::__private::Wire,
        <Option<
            T,
        > as ::pool_codec::ZeroCopy>::Ref<'decoder>: ::pool_codec::__private::Wire,
        Seq<T, N>: ::pool_codec::__private::Wire,
        ::pool_codec::SeqRef<'decoder, T, N>: ::pool_codec::__private::Wire,
        ::pool_codec::__private::MaxLen<
            { N },
            ::pool_codec::__private::Own,
        >: ::pool_codec::__private::WireAs<Vec<T>>,
        ::pool_codec::__private::MaxLen<
            { N },
            ::pool_codec::__private::Own,
        >: ::pool_codec::__private::WireAs<::pool_codec::SeqRef<'decoder, T, { N }>>,
        PhantomData<T>: ::pool_codec::__private::Wire,
    {
        const MIN_SIZE: usize = <Page<T, N> as ::pool_codec::__private::Wire>::MIN_SIZE;
        const MAX_SIZE: usize = <Page<T, N> as ::pool_codec::__private::Wire>::MAX_SIZE;
        const MAX_HEAP: usize = 0;
        const PLAIN: bool = <Page<T, N> as ::pool_codec::__private::Wire>::PLAIN;
        const MAX_TRAILING: usize = <Page<
            T,
            N,
        > as ::pool_codec::__private::Wire>::MAX_TRAILING;
        const SCHEMA: &'static ::pool_codec::__private::Schema = <Page<
            T,
            N,
        > as ::pool_codec::__private::Wire>::SCHEMA;
    }
    #[automatically_derived]
    impl<'decoder, T: Clone, const N: usize> ::pool_codec::__private::OwnLayout
    for PageRef<'decoder, T, N>
    where
        T: Send,
        Option<T>: ::pool_codec::__private::ZeroCopy,
        Option<T>: ::pool_codec::__private::Wire,
        <Option<
            T,
        > as ::pool_codec::ZeroCopy>::Ref<'decoder>: ::pool_codec::__private::Wire,
        Seq<T, N>: ::pool_codec::__private::Wire,
        ::pool_codec::SeqRef<'decoder, T, N>: ::pool_codec::__private::Wire,
        ::pool_codec::__private::MaxLen<
            { N },
            ::pool_codec::__private::Own,
        >: ::pool_codec::__private::WireAs<Vec<T>>,
        ::pool_codec::__private::MaxLen<
            { N },
            ::pool_codec::__private::Own,
        >: ::pool_codec::__private::WireAs<::pool_codec::SeqRef<'decoder, T, { N }>>,
        PhantomData<T>: ::pool_codec::__private::Wire,
    {}
    #[automatically_derived]
    impl<'decoder, T: Clone, const N: usize> ::pool_codec::__private::Encodable
    for PageRef<'decoder, T, N>
    where
        T: Send,
        Option<T>: ::pool_codec::__private::ZeroCopy,
        Option<T>: ::pool_codec::__private::Wire,
        <Option<
            T,
        > as ::pool_codec::ZeroCopy>::Ref<'decoder>: ::pool_codec::__private::Encodable,
        Seq<T, N>: ::pool_codec::__private::Wire,
        ::pool_codec::SeqRef<'decoder, T, N>: ::pool_codec::__private::Encodable,
        ::pool_codec::__private::MaxLen<
            { N },
            ::pool_codec::__private::Own,
        >: ::pool_codec::__private::WireAs<Vec<T>>,
        ::pool_codec::__private::MaxLen<
            { N },
            ::pool_codec::__private::Own,
        >: ::pool_codec::__private::EncodeAs<::pool_codec::SeqRef<'decoder, T, { N }>>,
        PhantomData<T>: ::pool_codec::__private::Wire,
        PhantomData<T>: ::pool_codec::__private::Encodable,
    {
        #[inline(always)]
        fn encoded_len(&self) -> usize {
            if <Page<T, N> as ::pool_codec::__private::Wire>::MIN_SIZE
                == <Page<T, N> as ::pool_codec::__private::Wire>::MAX_SIZE
            {
                return <Page<T, N> as ::pool_codec::__private::Wire>::MIN_SIZE;
            }
            ::pool_codec::__private::sum(
                &[
                    <u64 as ::pool_codec::__private::Encodable>::encoded_len(
                        &self.cursor,
                    ),
                    <<Option<
                        T,
                    > as ::pool_codec::ZeroCopy>::Ref<
                        'decoder,
                    > as ::pool_codec::__private::Encodable>::encoded_len(&self.first),
                    <::pool_codec::SeqRef<
                        'decoder,
                        T,
                        N,
                    > as ::pool_codec::__private::Encodable>::encoded_len(&self.items),
                    <::pool_codec::__private::MaxLen<
                        { N },
                        ::pool_codec::__private::Own,
                    > as ::pool_codec::__private::EncodeAs<
                        ::pool_codec::SeqRef<'decoder, T, { N }>,
                    >>::encoded_len(&self.more),
                    <PhantomData<
                        T,
                    > as ::pool_codec::__private::Encodable>::encoded_len(&self.mark),
                ],
            )
        }
        #[inline(always)]
        fn encode_to(
            &self,
            __encoder: &mut ::pool_codec::__private::Encoder<'_>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::EncodeError> {
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_message(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <u64 as ::pool_codec::__private::Encodable>::encode_to(
                &self.cursor,
                __encoder,
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "cursor",
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_message(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <<Option<
                T,
            > as ::pool_codec::ZeroCopy>::Ref<
                'decoder,
            > as ::pool_codec::__private::Encodable>::encode_to(&self.first, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "first",
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        2,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_message(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::SeqRef<
                'decoder,
                T,
                N,
            > as ::pool_codec::__private::Encodable>::encode_to(&self.items, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "items",
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        3,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_message(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::MaxLen<
                { N },
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::EncodeAs<
                ::pool_codec::SeqRef<'decoder, T, { N }>,
            >>::encode(&self.more, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "more",
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Encoder::check_run(
                __encoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        4,
                    )
                },
            ) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_message(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = <PhantomData<
                T,
            > as ::pool_codec::__private::Encodable>::encode_to(&self.mark, __encoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "mark",
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, T: Clone, const N: usize> ::pool_codec::__private::Decodable<'decoder>
    for PageRef<'decoder, T, N>
    where
        T: Send,
        Option<T>: ::pool_codec::__private::ZeroCopy,
        Option<T>: ::pool_codec::__private::Wire,
        <Option<
            T,
        > as ::pool_codec::ZeroCopy>::Ref<
            'decoder,
        >: ::pool_codec::__private::Decodable<'decoder>,
        Seq<T, N>: ::pool_codec::__private::Wire,
        ::pool_codec::SeqRef<
            'decoder,
            T,
            N,
        >: ::pool_codec::__private::Decodable<'decoder>,
        ::pool_codec::__private::MaxLen<
            { N },
            ::pool_codec::__private::Own,
        >: ::pool_codec::__private::WireAs<Vec<T>>,
        ::pool_codec::__private::MaxLen<
            { N },
            ::pool_codec::__private::Own,
        >: ::pool_codec::__private::DecodeAs<
            'decoder,
            ::pool_codec::SeqRef<'decoder, T, { N }>,
        >,
        PhantomData<T>: ::pool_codec::__private::Wire,
        PhantomData<T>: ::pool_codec::__private::Decodable<'decoder>,
    {
        #[inline(always)]
        fn decode_from(
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<
            Self,
            ::pool_codec::__private::DecodeError,
        > {
            const __LABELS: &[&str] = &["cursor", "first", "items", "more", "mark"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 0,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_0 = match <u64 as ::pool_codec::__private::Decodable<
                'decoder,
            >>::decode_from(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "cursor",
                                <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 1,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_1 = match <<Option<
                T,
            > as ::pool_codec::ZeroCopy>::Ref<
                'decoder,
            > as ::pool_codec::__private::Decodable<'decoder>>::decode_from(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "first",
                                <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        2,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 2,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_2 = match <::pool_codec::SeqRef<
                'decoder,
                T,
                N,
            > as ::pool_codec::__private::Decodable<'decoder>>::decode_from(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "items",
                                <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        3,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 3,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_3 = match <::pool_codec::__private::MaxLen<
                { N },
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                ::pool_codec::SeqRef<'decoder, T, { N }>,
            >>::decode(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "more",
                                <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        4,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 4,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            let __field_4 = match <PhantomData<
                T,
            > as ::pool_codec::__private::Decodable<'decoder>>::decode_from(__decoder) {
                ::pool_codec::__private::Ok(__value) => __value,
                ::pool_codec::__private::Err(__error) => {
                    return ::pool_codec::__private::Err(
                        __error
                            .in_field(
                                "mark",
                                <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            ),
                    );
                }
            };
            ::pool_codec::__private::Ok(PageRef::<T, N> {
                cursor: __field_0,
                first: __field_1,
                items: __field_2,
                more: __field_3,
                mark: __field_4,
            })
        }
        #[inline(always)]
        fn refill_from(
            &mut self,
            __decoder: &mut ::pool_codec::__private::Decoder<'decoder>,
        ) -> ::pool_codec::__private::Result<(), ::pool_codec::__private::DecodeError> {
            const __LABELS: &[&str] = &["cursor", "first", "items", "more", "mark"];
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        0,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 0,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <u64 as ::pool_codec::__private::Decodable<
                'decoder,
            >>::refill_from(&mut self.cursor, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "cursor",
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        1,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 1,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <<Option<
                T,
            > as ::pool_codec::ZeroCopy>::Ref<
                'decoder,
            > as ::pool_codec::__private::Decodable<
                'decoder,
            >>::refill_from(&mut self.first, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "first",
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        2,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 2,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::SeqRef<
                'decoder,
                T,
                N,
            > as ::pool_codec::__private::Decodable<
                'decoder,
            >>::refill_from(&mut self.items, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "items",
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        3,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 3,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <::pool_codec::__private::MaxLen<
                { N },
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::DecodeAs<
                'decoder,
                ::pool_codec::SeqRef<'decoder, T, { N }>,
            >>::refill(&mut self.more, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "more",
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            if let ::pool_codec::__private::Err(__error) = ::pool_codec::__private::Decoder::check_run(
                __decoder,
                const {
                    ::pool_codec::__private::run_size(
                        ::pool_codec::__private::fields_of(
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                            0,
                        ),
                        4,
                    )
                },
                const {
                    &::pool_codec::__private::Run {
                        schema: <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        variant: 0,
                        labels: __LABELS,
                        index: 4,
                    }
                },
            ) {
                return ::pool_codec::__private::Err(__error);
            }
            if let ::pool_codec::__private::Err(__error) = <PhantomData<
                T,
            > as ::pool_codec::__private::Decodable<
                'decoder,
            >>::refill_from(&mut self.mark, __decoder) {
                return ::pool_codec::__private::Err(
                    __error
                        .in_field(
                            "mark",
                            <Page<T, N> as ::pool_codec::__private::Wire>::SCHEMA,
                        ),
                );
            }
            ::pool_codec::__private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, T: Clone, const N: usize> ::pool_codec::__private::Fields
    for PageRef<'decoder, T, N>
    where
        T: Send,
        Option<T>: ::pool_codec::__private::ZeroCopy,
        Option<T>: ::pool_codec::__private::Wire,
        <Option<
            T,
        > as ::pool_codec::ZeroCopy>::Ref<'decoder>: ::pool_codec::__private::Encodable,
        Seq<T, N>: ::pool_codec::__private::Wire,
        ::pool_codec::SeqRef<'decoder, T, N>: ::pool_codec::__private::Encodable,
        ::pool_codec::__private::MaxLen<
            { N },
            ::pool_codec::__private::Own,
        >: ::pool_codec::__private::WireAs<Vec<T>>,
        ::pool_codec::__private::MaxLen<
            { N },
            ::pool_codec::__private::Own,
        >: ::pool_codec::__private::EncodeAs<::pool_codec::SeqRef<'decoder, T, { N }>>,
        PhantomData<T>: ::pool_codec::__private::Wire,
        PhantomData<T>: ::pool_codec::__private::Encodable,
    {
        fn visit_fields<__V: ::pool_codec::__private::FieldVisitor>(
            &self,
            __visitor: &mut __V,
        ) {
            let _ = <u64 as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                u64,
            >(__visitor, "cursor", &self.cursor);
            let _ = <<Option<
                T,
            > as ::pool_codec::ZeroCopy>::Ref<
                'decoder,
            > as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                <Option<T> as ::pool_codec::ZeroCopy>::Ref<'decoder>,
            >(__visitor, "first", &self.first);
            let _ = <::pool_codec::SeqRef<
                'decoder,
                T,
                N,
            > as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                ::pool_codec::SeqRef<'decoder, T, N>,
            >(__visitor, "items", &self.items);
            let _ = <::pool_codec::__private::MaxLen<
                { N },
                ::pool_codec::__private::Own,
            > as ::pool_codec::__private::EncodeAs<
                ::pool_codec::SeqRef<'decoder, T, { N }>,
            >>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field(
                __visitor,
                "more",
                &::pool_codec::__private::Coded::<
                    '_,
                    ::pool_codec::SeqRef<'decoder, T, { N }>,
                    ::pool_codec::__private::MaxLen<{ N }, ::pool_codec::__private::Own>,
                >::new(&self.more),
            );
            let _ = <PhantomData<T> as ::pool_codec::__private::Encodable>::encoded_len;
            ::pool_codec::__private::FieldVisitor::field::<
                PhantomData<T>,
            >(__visitor, "mark", &self.mark);
        }
    }
    #[automatically_derived]
    impl<T: Clone, const N: usize> ::pool_codec::__private::ZeroCopy for Page<T, N>
    where
        T: Send,
        Option<T>: ::pool_codec::__private::Wire,
        Option<T>: ::pool_codec::__private::ZeroCopy,
        Seq<T, N>: ::pool_codec::__private::Wire,
        ::pool_codec::__private::MaxLen<
            { N },
            ::pool_codec::__private::Own,
        >: ::pool_codec::__private::WireAs<Vec<T>>,
        PhantomData<T>: ::pool_codec::__private::Wire,
        PhantomData<T>: ::pool_codec::__private::Copy,
        T: ::pool_codec::__private::Wire + ::pool_codec::__private::ZeroCopy,
        T: for<'__decoder> ::pool_codec::__private::Decodable<'__decoder>,
        T: 'static,
    {
        type Ref<'decoder> = PageRef<'decoder, T, N>;
        fn from_borrowed(
            __borrowed: &<Page<T, N> as ::pool_codec::__private::ZeroCopy>::Ref<'_>,
        ) -> Self {
            let __field_0 = {
                let __field = &__borrowed.cursor;
                <u64 as ::pool_codec::__private::ZeroCopy>::from_borrowed(__field)
            };
            let __field_1 = {
                let __field = &__borrowed.first;
                <Option<T> as ::pool_codec::__private::ZeroCopy>::from_borrowed(__field)
            };
            let __field_2 = {
                let __field = &__borrowed.items;
                <Seq<T, N> as ::pool_codec::__private::ZeroCopy>::from_borrowed(__field)
            };
            let __field_3 = {
                let __field = &__borrowed.more;
                <::pool_codec::__private::MaxLen<
                    { N },
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::BorrowAs<Vec<T>>>::from_borrowed(__field)
            };
            let __field_4 = ::pool_codec::__private::Clone::clone(&__borrowed.mark);
            Page::<T, N> {
                cursor: __field_0,
                first: __field_1,
                items: __field_2,
                more: __field_3,
                mark: __field_4,
            }
        }
        fn as_borrowed(
            &self,
        ) -> <Page<T, N> as ::pool_codec::__private::ZeroCopy>::Ref<'_> {
            let __field_0 = {
                let __field = &self.cursor;
                <u64 as ::pool_codec::__private::ZeroCopy>::as_borrowed(__field)
            };
            let __field_1 = {
                let __field = &self.first;
                <Option<T> as ::pool_codec::__private::ZeroCopy>::as_borrowed(__field)
            };
            let __field_2 = {
                let __field = &self.items;
                <Seq<T, N> as ::pool_codec::__private::ZeroCopy>::as_borrowed(__field)
            };
            let __field_3 = {
                let __field = &self.more;
                <::pool_codec::__private::MaxLen<
                    { N },
                    ::pool_codec::__private::Own,
                > as ::pool_codec::__private::BorrowAs<Vec<T>>>::as_borrowed(__field)
            };
            let __field_4 = ::pool_codec::__private::Clone::clone(&self.mark);
            PageRef::<T, N> {
                cursor: __field_0,
                first: __field_1,
                items: __field_2,
                more: __field_3,
                mark: __field_4,
            }
        }
    }
    #[automatically_derived]
    impl<
        'decoder,
        T: Clone,
        const N: usize,
    > ::pool_codec::__private::From<PageRef<'decoder, T, N>> for Page<T, N>
    where
        T: Send,
        Option<T>: ::pool_codec::__private::Wire,
        Option<T>: ::pool_codec::__private::ZeroCopy,
        Seq<T, N>: ::pool_codec::__private::Wire,
        ::pool_codec::__private::MaxLen<
            { N },
            ::pool_codec::__private::Own,
        >: ::pool_codec::__private::WireAs<Vec<T>>,
        PhantomData<T>: ::pool_codec::__private::Wire,
        PhantomData<T>: ::pool_codec::__private::Copy,
        T: ::pool_codec::__private::Wire + ::pool_codec::__private::ZeroCopy,
        T: for<'__decoder> ::pool_codec::__private::Decodable<'__decoder>,
        T: 'static,
    {
        fn from(__borrowed: PageRef<'decoder, T, N>) -> Self {
            <Page<T, N> as ::pool_codec::__private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl<'decoder, T: Clone, const N: usize> PageRef<'decoder, T, N>
    where
        T: Send,
        Option<T>: ::pool_codec::__private::Wire,
        Option<T>: ::pool_codec::__private::ZeroCopy,
        Seq<T, N>: ::pool_codec::__private::Wire,
        ::pool_codec::__private::MaxLen<
            { N },
            ::pool_codec::__private::Own,
        >: ::pool_codec::__private::WireAs<Vec<T>>,
        PhantomData<T>: ::pool_codec::__private::Wire,
        PhantomData<T>: ::pool_codec::__private::Copy,
        T: ::pool_codec::__private::Wire + ::pool_codec::__private::ZeroCopy,
        T: for<'__decoder> ::pool_codec::__private::Decodable<'__decoder>,
        T: 'static,
    {
        /// Copies the message out of the decoder's input.
        #[must_use]
        pub fn into_owned(self) -> Page<T, N> {
            <Page<T, N> as ::pool_codec::__private::ZeroCopy>::from_borrowed(&self)
        }
    }
    #[automatically_derived]
    impl<'decoder, T: Clone, const N: usize> ::pool_codec::__private::Debug
    for PageRef<'decoder, T, N>
    where
        T: Send,
        Option<T>: ::pool_codec::__private::ZeroCopy,
        <Option<
            T,
        > as ::pool_codec::ZeroCopy>::Ref<'decoder>: ::pool_codec::__private::Debug,
        ::pool_codec::SeqRef<'decoder, T, N>: ::pool_codec::__private::Debug,
        ::pool_codec::SeqRef<'decoder, T, { N }>: ::pool_codec::__private::Debug,
        PhantomData<T>: ::pool_codec::__private::Debug,
    {
        fn fmt(
            &self,
            __f: &mut ::pool_codec::__private::Formatter<'_>,
        ) -> ::pool_codec::__private::FmtResult {
            match self {
                PageRef::<T, N> {
                    cursor: __field_0,
                    first: __field_1,
                    items: __field_2,
                    more: __field_3,
                    mark: __field_4,
                    ..
                } => {
                    let mut __debug = ::pool_codec::__private::Formatter::debug_struct(
                        __f,
                        "PageRef",
                    );
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
    impl<'decoder, T: Clone, const N: usize> ::pool_codec::__private::PartialEq
    for PageRef<'decoder, T, N>
    where
        T: Send,
        Option<T>: ::pool_codec::__private::ZeroCopy,
        <Option<
            T,
        > as ::pool_codec::ZeroCopy>::Ref<'decoder>: ::pool_codec::__private::PartialEq,
        ::pool_codec::SeqRef<'decoder, T, N>: ::pool_codec::__private::PartialEq,
        ::pool_codec::SeqRef<'decoder, T, { N }>: ::pool_codec::__private::PartialEq,
        PhantomData<T>: ::pool_codec::__private::PartialEq,
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
                    true
                        && ::pool_codec::__private::PartialEq::eq(
                            __field_0,
                            __field_0_of_other,
                        )
                        && ::pool_codec::__private::PartialEq::eq(
                            __field_1,
                            __field_1_of_other,
                        )
                        && ::pool_codec::__private::PartialEq::eq(
                            __field_2,
                            __field_2_of_other,
                        )
                        && ::pool_codec::__private::PartialEq::eq(
                            __field_3,
                            __field_3_of_other,
                        )
                        && ::pool_codec::__private::PartialEq::eq(
                            __field_4,
                            __field_4_of_other,
                        )
                }
            }
        }
    }
    #[automatically_derived]
    impl<'decoder, T: Clone, const N: usize> ::pool_codec::__private::Clone
    for PageRef<'decoder, T, N>
    where
        T: Send,
        Option<T>: ::pool_codec::__private::ZeroCopy,
        <Option<
            T,
        > as ::pool_codec::ZeroCopy>::Ref<'decoder>: ::pool_codec::__private::Copy,
        ::pool_codec::SeqRef<'decoder, T, N>: ::pool_codec::__private::Copy,
        ::pool_codec::SeqRef<'decoder, T, { N }>: ::pool_codec::__private::Copy,
        PhantomData<T>: ::pool_codec::__private::Copy,
    {
        fn clone(&self) -> Self {
            *self
        }
    }
    #[automatically_derived]
    impl<'decoder, T: Clone, const N: usize> ::pool_codec::__private::Copy
    for PageRef<'decoder, T, N>
    where
        T: Send,
        Option<T>: ::pool_codec::__private::ZeroCopy,
        <Option<
            T,
        > as ::pool_codec::ZeroCopy>::Ref<'decoder>: ::pool_codec::__private::Copy,
        ::pool_codec::SeqRef<'decoder, T, N>: ::pool_codec::__private::Copy,
        ::pool_codec::SeqRef<'decoder, T, { N }>: ::pool_codec::__private::Copy,
        PhantomData<T>: ::pool_codec::__private::Copy,
    {}
};

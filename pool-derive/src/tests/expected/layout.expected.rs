/// Borrowed form of [`Event`]: variable-length fields point into the decoder's input.
///
#[derive(
    ::pool_codec::__private::Debug,
    ::pool_codec::__private::Clone,
    ::pool_codec::__private::Copy,
    ::pool_codec::__private::PartialEq
)]
enum EventRef<'decoder> {
    /// Variant `Open` of [`Event`].
    Open {
        /// Field `Open.id` of [`Event`].
        id: u32,
        /// Field `Open.list` of [`Event`].
        list: ::pool_codec::SeqRef<'decoder, u16, 4, Leb128>,
    },
    /// Variant `Close` of [`Event`].
    Close,
}
const _: () = {
    use ::pool_codec::__private;
    /** A tag, and the fields of the variant that it names. The sizes are the tag's with those of the shortest and of the longest variant, in bytes.

| on the wire | type |
|---|---|
| the tag | as the layout has it |
| `Open.id` | `u32` |
| `Open.list` | `Seq<u16, 4>` |
*/
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Encode<__L> for Event {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::checked(
            __private::Schema::with_layout::<
                ::pool_codec::layout::Lenient<::pool_codec::layout::BigEndian<Postcard>>,
            >(
                __private::enumeration::<
                    ::pool_codec::layout::Lenient<
                        ::pool_codec::layout::BigEndian<Postcard>,
                    >,
                >(
                    "Event",
                    const {
                        &[
                            __private::Variant::new(
                                "Open",
                                0,
                                const {
                                    &[
                                        __private::Field::new(
                                            "Open.id",
                                            <u32 as __private::Encode<
                                                ::pool_codec::layout::Lenient<
                                                    ::pool_codec::layout::BigEndian<Postcard>,
                                                >,
                                            >>::ENCODING,
                                        ),
                                        __private::Field::new(
                                            "Open.list",
                                            <::pool_codec::layout::In<
                                                Seq<u16, 4>,
                                                Leb128,
                                            > as __private::Encode<
                                                ::pool_codec::layout::Lenient<
                                                    ::pool_codec::layout::BigEndian<Postcard>,
                                                >,
                                            >>::ENCODING,
                                        ),
                                    ]
                                },
                            ),
                            __private::Variant::new("Close", 1, const { &[] }),
                        ]
                    },
                    __private::None,
                ),
            ),
        );
        #[inline]
        fn encode_to<__S: __private::Sink>(
            __value: &Self,
            __sink: &mut __S,
        ) -> __private::Result<(), __S::Error> {
            let __writer = &mut __private::Writer::<
                __S,
                Self,
                ::pool_codec::layout::Lenient<::pool_codec::layout::BigEndian<Postcard>>,
                0,
            >::new(__sink);
            match __value {
                Event::Open { id: __field_0, list: __field_1, .. } => {
                    __writer
                        .variant::<
                            __private::LayoutTag,
                            0,
                        >(
                            0,
                            |__writer| {
                                __writer.put::<u32, 0>(__field_0)?;
                                __writer
                                    .put::<
                                        ::pool_codec::layout::In<Seq<u16, 4>, Leb128>,
                                        1,
                                    >(__field_1)?;
                                __private::Ok(())
                            },
                        )
                }
                Event::Close { .. } => __writer.tag::<__private::LayoutTag>(1),
            }
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L> for Event {
        const FACTS: __private::Facts = __private::Facts::checked(
            __private::Facts::tagged::<
                ::pool_codec::layout::Lenient<::pool_codec::layout::BigEndian<Postcard>>,
            >(
                __private::Facts::of_fields(
                    &[
                        <u32 as __private::Decode<
                            'decoder,
                            ::pool_codec::layout::Lenient<
                                ::pool_codec::layout::BigEndian<Postcard>,
                            >,
                        >>::FACTS,
                        <::pool_codec::layout::In<
                            Seq<u16, 4>,
                            Leb128,
                        > as __private::Decode<
                            'decoder,
                            ::pool_codec::layout::Lenient<
                                ::pool_codec::layout::BigEndian<Postcard>,
                            >,
                        >>::FACTS,
                    ],
                ),
            ),
        );
        const BLANK: __private::Option<__private::Blank<Self>> = match () {
            () => __private::Some(__private::Blank::new(Event::Close {})),
            _ => __private::None,
        };
        #[inline]
        fn decode_from(
            __decoder: &mut __private::Decoder<'decoder>,
        ) -> __private::Result<Self, __private::DecodeError> {
            let __reader = &mut __private::Reader::<
                Self,
                ::pool_codec::layout::Lenient<::pool_codec::layout::BigEndian<Postcard>>,
                0,
            >::new(__decoder);
            match __reader.tag::<__private::LayoutTag>()? {
                0 => {
                    __reader
                        .variant::<
                            0,
                            _,
                        >(|__reader| __private::Ok(Event::Open {
                            id: __reader.get::<u32, 0>()?,
                            list: __reader
                                .get::<::pool_codec::layout::In<Seq<u16, 4>, Leb128>, 1>()?,
                        }))
                }
                1 => __private::Ok(Event::Close {}),
                __tag => __private::Err(__reader.unknown_tag(__tag)),
            }
        }
        #[inline]
        fn refill_from(
            __value: &mut Self,
            __decoder: &mut __private::Decoder<'decoder>,
        ) -> __private::Result<(), __private::DecodeError> {
            let __reader = &mut __private::Reader::<
                Self,
                ::pool_codec::layout::Lenient<::pool_codec::layout::BigEndian<Postcard>>,
                0,
            >::new(__decoder);
            match (__reader.tag::<__private::LayoutTag>()?, &mut *__value) {
                (0, Event::Open { id: __field_0, list: __field_1, .. }) => {
                    __reader
                        .variant::<
                            0,
                            _,
                        >(|__reader| {
                            __reader.refill::<u32, 0>(__field_0)?;
                            __reader
                                .refill::<
                                    ::pool_codec::layout::In<Seq<u16, 4>, Leb128>,
                                    1,
                                >(__field_1)?;
                            __private::Ok(())
                        })?
                }
                _ => {
                    *__value = __reader
                        .again(<Self as __private::Decode<'decoder, __L>>::decode_from)?;
                    return __private::Ok(());
                }
            }
            __private::Ok(())
        }
    }
    const _: &__private::Schema = <Event as __private::Encode<__private::Own>>::ENCODING;
    /// The bytes, and so the sizes, of [`Event`].
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Encode<__L>
    for EventRef<'decoder> {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::borrowed(
            <Event as __private::Encode<__private::Own>>::ENCODING,
        );
        #[inline]
        fn encode_to<__S: __private::Sink>(
            __value: &Self,
            __sink: &mut __S,
        ) -> __private::Result<(), __S::Error> {
            let __writer = &mut __private::Writer::<
                __S,
                Self,
                ::pool_codec::layout::Lenient<::pool_codec::layout::BigEndian<Postcard>>,
                0,
            >::new(__sink);
            match __value {
                EventRef::Open { id: __field_0, list: __field_1, .. } => {
                    __writer
                        .variant::<
                            __private::LayoutTag,
                            0,
                        >(
                            0,
                            |__writer| {
                                __writer.put::<u32, 0>(__field_0)?;
                                __writer
                                    .put::<
                                        ::pool_codec::layout::In<
                                            ::pool_codec::SeqRef<'decoder, u16, 4, Leb128>,
                                            Leb128,
                                        >,
                                        1,
                                    >(__field_1)?;
                                __private::Ok(())
                            },
                        )
                }
                EventRef::Close { .. } => __writer.tag::<__private::LayoutTag>(1),
            }
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L>
    for EventRef<'decoder> {
        const FACTS: __private::Facts = __private::Facts::checked(
            __private::Facts::tagged::<
                ::pool_codec::layout::Lenient<::pool_codec::layout::BigEndian<Postcard>>,
            >(
                __private::Facts::of_fields(
                    &[
                        <u32 as __private::Decode<
                            'decoder,
                            ::pool_codec::layout::Lenient<
                                ::pool_codec::layout::BigEndian<Postcard>,
                            >,
                        >>::FACTS,
                        <::pool_codec::layout::In<
                            ::pool_codec::SeqRef<'decoder, u16, 4, Leb128>,
                            Leb128,
                        > as __private::Decode<
                            'decoder,
                            ::pool_codec::layout::Lenient<
                                ::pool_codec::layout::BigEndian<Postcard>,
                            >,
                        >>::FACTS,
                    ],
                ),
            ),
        );
        #[inline]
        fn decode_from(
            __decoder: &mut __private::Decoder<'decoder>,
        ) -> __private::Result<Self, __private::DecodeError> {
            let __reader = &mut __private::Reader::<
                Self,
                ::pool_codec::layout::Lenient<::pool_codec::layout::BigEndian<Postcard>>,
                0,
            >::new(__decoder);
            match __reader.tag::<__private::LayoutTag>()? {
                0 => {
                    __reader
                        .variant::<
                            0,
                            _,
                        >(|__reader| __private::Ok(EventRef::Open {
                            id: __reader.get::<u32, 0>()?,
                            list: __reader
                                .get::<
                                    ::pool_codec::layout::In<
                                        ::pool_codec::SeqRef<'decoder, u16, 4, Leb128>,
                                        Leb128,
                                    >,
                                    1,
                                >()?,
                        }))
                }
                1 => __private::Ok(EventRef::Close {}),
                __tag => __private::Err(__reader.unknown_tag(__tag)),
            }
        }
    }
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Borrow<__L> for Event {
        type Ref<'decoder> = EventRef<'decoder>;
        fn own(__borrowed: &EventRef<'_>) -> Self {
            match __borrowed {
                EventRef::Open { id: __field_0, list: __field_1, .. } => {
                    Event::Open {
                        id: <u32 as __private::Borrow<
                            ::pool_codec::layout::Lenient<
                                ::pool_codec::layout::BigEndian<Postcard>,
                            >,
                        >>::own(__field_0),
                        list: <::pool_codec::layout::In<
                            Seq<u16, 4>,
                            Leb128,
                        > as __private::Borrow<
                            ::pool_codec::layout::Lenient<
                                ::pool_codec::layout::BigEndian<Postcard>,
                            >,
                        >>::own(__field_1),
                    }
                }
                EventRef::Close { .. } => Event::Close {},
            }
        }
        fn lend(__value: &Self) -> EventRef<'_> {
            match __value {
                Event::Open { id: __field_0, list: __field_1, .. } => {
                    EventRef::Open {
                        id: <u32 as __private::Borrow<
                            ::pool_codec::layout::Lenient<
                                ::pool_codec::layout::BigEndian<Postcard>,
                            >,
                        >>::lend(__field_0),
                        list: <::pool_codec::layout::In<
                            Seq<u16, 4>,
                            Leb128,
                        > as __private::Borrow<
                            ::pool_codec::layout::Lenient<
                                ::pool_codec::layout::BigEndian<Postcard>,
                            >,
                        >>::lend(__field_1),
                    }
                }
                Event::Close { .. } => EventRef::Close {},
            }
        }
    }
    #[automatically_derived]
    impl __private::ArrayElement for Event {}
    #[automatically_derived]
    impl __private::Covariant for Event {
        fn shorten<'short, 'long: 'short>(
            __borrowed: &'short EventRef<'long>,
        ) -> &'short EventRef<'short> {
            __borrowed
        }
    }
    #[automatically_derived]
    impl<'decoder> __private::From<EventRef<'decoder>> for Event {
        fn from(__borrowed: EventRef<'decoder>) -> Self {
            <Event as __private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl<'decoder> EventRef<'decoder> {
        /// Copies the message out of the decoder's input.
        #[must_use]
        fn into_owned(self) -> Event {
            <Event as __private::ZeroCopy>::from_borrowed(&self)
        }
    }
};

/// Borrowed form of [`Time`]: variable-length fields point into the decoder's input.
///
#[derive(
    ::pool_codec::__private::Debug,
    ::pool_codec::__private::Clone,
    ::pool_codec::__private::Copy,
    ::pool_codec::__private::PartialEq
)]
pub enum TimeRef<'decoder> {
    /// Variant `Unknown` of [`Time`].
    Unknown,
    /// Variant `Short` of [`Time`].
    Short(
        /// Field `Short.0` of [`Time`].
        u32,
    ),
    /// Variant `Long` of [`Time`].
    Long {
        /// Field `Long.day` of [`Time`].
        day: u16,
        /// Field `Long.of` of [`Time`].
        of: &'decoder [u8; 8],
    },
}
const _: () = {
    use ::pool_codec::__private;
    /** The fields of a variant, which the number of bytes tells. The sizes are those of the shortest and of the longest variant, in bytes.

| on the wire | type |
|---|---|
| `Short.0` | `u32` |
| `Long.day` | `u16` |
| `Long.of` | `[u8; 8]` |
*/
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Encode<__L> for Time {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::checked(
            __private::by_size(
                "Time",
                const {
                    &[
                        __private::Variant::by_size("Unknown", const { &[] }),
                        __private::Variant::by_size(
                            "Short",
                            const {
                                &[
                                    __private::Field::new(
                                        "Short.0",
                                        <u32 as __private::Encode<__private::Own>>::ENCODING,
                                    ),
                                ]
                            },
                        ),
                        __private::Variant::by_size(
                            "Long",
                            const {
                                &[
                                    __private::Field::new(
                                        "Long.day",
                                        <u16 as __private::Encode<__private::Own>>::ENCODING,
                                    ),
                                    __private::Field::new(
                                        "Long.of",
                                        <[u8; 8] as __private::Encode<__private::Own>>::ENCODING,
                                    ),
                                ]
                            },
                        ),
                    ]
                },
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
                __private::Own,
                0,
            >::new(__sink);
            match __value {
                Time::Unknown { .. } => __writer.tag::<__private::BySize<Self>>(0),
                Time::Short { 0: __field_0, .. } => {
                    __writer
                        .variant::<
                            __private::BySize<Self>,
                            1,
                        >(
                            1,
                            |__writer| {
                                __writer.put::<u32, 0>(__field_0)?;
                                __private::Ok(())
                            },
                        )
                }
                Time::Long { day: __field_0, of: __field_1, .. } => {
                    __writer
                        .variant::<
                            __private::BySize<Self>,
                            2,
                        >(
                            2,
                            |__writer| {
                                __writer.put::<u16, 0>(__field_0)?;
                                __writer.put::<[u8; 8], 1>(__field_1)?;
                                __private::Ok(())
                            },
                        )
                }
            }
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L> for Time {
        const FACTS: __private::Facts = __private::Facts::checked(
            __private::Facts::of_fields(
                &[
                    <u32 as __private::Decode<'decoder, __private::Own>>::FACTS,
                    <u16 as __private::Decode<'decoder, __private::Own>>::FACTS,
                    <[u8; 8] as __private::Decode<'decoder, __private::Own>>::FACTS,
                ],
            ),
        );
        const BLANK: __private::Option<__private::Blank<Self>> = match () {
            () => __private::Some(__private::Blank::new(Time::Unknown {})),
            _ => __private::None,
        };
        #[inline]
        fn decode_from(
            __decoder: &mut __private::Decoder<'decoder>,
        ) -> __private::Result<Self, __private::DecodeError> {
            let __reader = &mut __private::Reader::<
                Self,
                __private::Own,
                0,
            >::new(__decoder);
            match __reader.tag::<__private::BySize<Self>>()? {
                0 => __private::Ok(Time::Unknown {}),
                1 => {
                    __reader
                        .variant::<
                            1,
                            _,
                        >(|__reader| __private::Ok(Time::Short {
                            0: __reader.get::<u32, 0>()?,
                        }))
                }
                2 => {
                    __reader
                        .variant::<
                            2,
                            _,
                        >(|__reader| __private::Ok(Time::Long {
                            day: __reader.get::<u16, 0>()?,
                            of: __reader.get::<[u8; 8], 1>()?,
                        }))
                }
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
                __private::Own,
                0,
            >::new(__decoder);
            match (__reader.tag::<__private::BySize<Self>>()?, &mut *__value) {
                (1, Time::Short { 0: __field_0, .. }) => {
                    __reader
                        .variant::<
                            1,
                            _,
                        >(|__reader| {
                            __reader.refill::<u32, 0>(__field_0)?;
                            __private::Ok(())
                        })?
                }
                (2, Time::Long { day: __field_0, of: __field_1, .. }) => {
                    __reader
                        .variant::<
                            2,
                            _,
                        >(|__reader| {
                            __reader.refill::<u16, 0>(__field_0)?;
                            __reader.refill::<[u8; 8], 1>(__field_1)?;
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
    const _: &__private::Schema = <Time as __private::Encode<__private::Own>>::ENCODING;
    /// The bytes, and so the sizes, of [`Time`].
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Encode<__L> for TimeRef<'decoder> {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::borrowed(
            <Time as __private::Encode<__private::Own>>::ENCODING,
        );
        #[inline]
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
            match __value {
                TimeRef::Unknown { .. } => __writer.tag::<__private::BySize<Self>>(0),
                TimeRef::Short { 0: __field_0, .. } => {
                    __writer
                        .variant::<
                            __private::BySize<Self>,
                            1,
                        >(
                            1,
                            |__writer| {
                                __writer.put::<u32, 0>(__field_0)?;
                                __private::Ok(())
                            },
                        )
                }
                TimeRef::Long { day: __field_0, of: __field_1, .. } => {
                    __writer
                        .variant::<
                            __private::BySize<Self>,
                            2,
                        >(
                            2,
                            |__writer| {
                                __writer.put::<u16, 0>(__field_0)?;
                                __writer.put::<&'decoder [u8; 8], 1>(__field_1)?;
                                __private::Ok(())
                            },
                        )
                }
            }
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L>
    for TimeRef<'decoder> {
        const FACTS: __private::Facts = __private::Facts::checked(
            __private::Facts::of_fields(
                &[
                    <u32 as __private::Decode<'decoder, __private::Own>>::FACTS,
                    <u16 as __private::Decode<'decoder, __private::Own>>::FACTS,
                    <&'decoder [u8; 8] as __private::Decode<
                        'decoder,
                        __private::Own,
                    >>::FACTS,
                ],
            ),
        );
        #[inline]
        fn decode_from(
            __decoder: &mut __private::Decoder<'decoder>,
        ) -> __private::Result<Self, __private::DecodeError> {
            let __reader = &mut __private::Reader::<
                Self,
                __private::Own,
                0,
            >::new(__decoder);
            match __reader.tag::<__private::BySize<Self>>()? {
                0 => __private::Ok(TimeRef::Unknown {}),
                1 => {
                    __reader
                        .variant::<
                            1,
                            _,
                        >(|__reader| __private::Ok(TimeRef::Short {
                            0: __reader.get::<u32, 0>()?,
                        }))
                }
                2 => {
                    __reader
                        .variant::<
                            2,
                            _,
                        >(|__reader| __private::Ok(TimeRef::Long {
                            day: __reader.get::<u16, 0>()?,
                            of: __reader.get::<&'decoder [u8; 8], 1>()?,
                        }))
                }
                __tag => __private::Err(__reader.unknown_tag(__tag)),
            }
        }
    }
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Borrow<__L> for Time {
        type Ref<'decoder> = TimeRef<'decoder>;
        fn own(__borrowed: &TimeRef<'_>) -> Self {
            match __borrowed {
                TimeRef::Unknown { .. } => Time::Unknown {},
                TimeRef::Short { 0: __field_0, .. } => {
                    Time::Short {
                        0: <u32 as __private::Borrow<__private::Own>>::own(__field_0),
                    }
                }
                TimeRef::Long { day: __field_0, of: __field_1, .. } => {
                    Time::Long {
                        day: <u16 as __private::Borrow<__private::Own>>::own(__field_0),
                        of: <[u8; 8] as __private::Borrow<
                            __private::Own,
                        >>::own(__field_1),
                    }
                }
            }
        }
        fn lend(__value: &Self) -> TimeRef<'_> {
            match __value {
                Time::Unknown { .. } => TimeRef::Unknown {},
                Time::Short { 0: __field_0, .. } => {
                    TimeRef::Short {
                        0: <u32 as __private::Borrow<__private::Own>>::lend(__field_0),
                    }
                }
                Time::Long { day: __field_0, of: __field_1, .. } => {
                    TimeRef::Long {
                        day: <u16 as __private::Borrow<__private::Own>>::lend(__field_0),
                        of: <[u8; 8] as __private::Borrow<
                            __private::Own,
                        >>::lend(__field_1),
                    }
                }
            }
        }
    }
    #[automatically_derived]
    impl __private::ArrayElement for Time {}
    #[automatically_derived]
    impl __private::Covariant for Time {
        fn shorten<'short, 'long: 'short>(
            __borrowed: &'short TimeRef<'long>,
        ) -> &'short TimeRef<'short> {
            __borrowed
        }
    }
    #[automatically_derived]
    impl<'decoder> __private::From<TimeRef<'decoder>> for Time {
        fn from(__borrowed: TimeRef<'decoder>) -> Self {
            <Time as __private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl<'decoder> TimeRef<'decoder> {
        /// Copies the message out of the decoder's input.
        #[must_use]
        pub fn into_owned(self) -> Time {
            <Time as __private::ZeroCopy>::from_borrowed(&self)
        }
    }
};

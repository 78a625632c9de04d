/// Borrowed form of [`Flags`]: the same.
type FlagsRef<'decoder> = Flags;
const _: () = {
    use ::pool_codec::__private;
    const __WIDTHS: [u32; 2] = [15, 1];
    /// The fields are bits of a `u16`.
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Encode<__L> for Flags {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &{
            __private::check_widths("Flags", &__WIDTHS, 16);
            __private::Schema::with_layout::<
                ::pool_codec::layout::BigEndian<::pool_codec::layout::Own>,
            >(
                *<u16 as __private::Encode<
                    ::pool_codec::layout::BigEndian<::pool_codec::layout::Own>,
                >>::ENCODING,
            )
        };
        #[inline]
        fn encode_to<__S: __private::Sink>(
            __value: &Self,
            __sink: &mut __S,
        ) -> __private::Result<(), __S::Error> {
            let __writer = &mut __private::Writer::<
                __S,
                Self,
                ::pool_codec::layout::BigEndian<::pool_codec::layout::Own>,
                0,
            >::new(__sink);
            let mut __number = 0;
            let __fits = __private::pack(
                &mut __number,
                __value.kind,
                const { __WIDTHS[0] },
                const {
                    __private::shift(
                        &__WIDTHS,
                        0,
                        <::pool_codec::layout::BigEndian<
                            ::pool_codec::layout::Own,
                        > as __private::Layout>::BIG_ENDIAN,
                    )
                },
            );
            __writer
                .check_bits(__fits, "the value of `kind` has more bits than its field")?;
            let __fits = __private::pack(
                &mut __number,
                __value.urgent,
                const { __WIDTHS[1] },
                const {
                    __private::shift(
                        &__WIDTHS,
                        1,
                        <::pool_codec::layout::BigEndian<
                            ::pool_codec::layout::Own,
                        > as __private::Layout>::BIG_ENDIAN,
                    )
                },
            );
            __writer
                .check_bits(
                    __fits,
                    "the value of `urgent` has more bits than its field",
                )?;
            __writer.put_transparent::<u16>(&(__number as u16))
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L> for Flags {
        const FACTS: __private::Facts = __private::Facts::of_bits(
            <u16 as __private::Decode<
                'decoder,
                ::pool_codec::layout::BigEndian<::pool_codec::layout::Own>,
            >>::FACTS,
            &[
                <u16 as __private::BitField>::ONE_PATTERN,
                <bool as __private::BitField>::ONE_PATTERN,
            ],
        );
        #[inline]
        fn decode_from(
            __decoder: &mut __private::Decoder<'decoder>,
        ) -> __private::Result<Self, __private::DecodeError> {
            let __reader = &mut __private::Reader::<
                Self,
                ::pool_codec::layout::BigEndian<::pool_codec::layout::Own>,
                0,
            >::new(__decoder);
            let __number = __reader.get_transparent::<u16>()? as u64;
            let __value = Flags {
                kind: match __private::unpack::<
                    u16,
                >(
                    __number,
                    const { __WIDTHS[0] },
                    const {
                        __private::shift(
                            &__WIDTHS,
                            0,
                            <::pool_codec::layout::BigEndian<
                                ::pool_codec::layout::Own,
                            > as __private::Layout>::BIG_ENDIAN,
                        )
                    },
                ) {
                    __private::Some(__field) => __field,
                    __private::None => {
                        return __private::Err(
                            __reader
                                .bits_error("the bits of `kind` are no value of its type"),
                        );
                    }
                },
                urgent: match __private::unpack::<
                    bool,
                >(
                    __number,
                    const { __WIDTHS[1] },
                    const {
                        __private::shift(
                            &__WIDTHS,
                            1,
                            <::pool_codec::layout::BigEndian<
                                ::pool_codec::layout::Own,
                            > as __private::Layout>::BIG_ENDIAN,
                        )
                    },
                ) {
                    __private::Some(__field) => __field,
                    __private::None => {
                        return __private::Err(
                            __reader
                                .bits_error("the bits of `urgent` are no value of its type"),
                        );
                    }
                },
            };
            __private::Ok(__value)
        }
    }
    const _: &__private::Schema = <Flags as __private::Encode<__private::Own>>::ENCODING;
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Borrow<__L> for Flags {
        type Ref<'decoder> = FlagsRef<'decoder>;
        fn own(__borrowed: &FlagsRef<'_>) -> Self {
            __private::copied::<Self>(__borrowed)
        }
        fn lend(__value: &Self) -> FlagsRef<'_> {
            __private::copied::<Self>(__value)
        }
    }
    #[automatically_derived]
    impl __private::ArrayElement for Flags {}
    #[automatically_derived]
    impl __private::Covariant for Flags {
        fn shorten<'short, 'long: 'short>(__borrowed: &'short Flags) -> &'short Flags {
            __borrowed
        }
    }
};

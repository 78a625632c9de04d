/// Borrowed form of [`Grown`]: variable-length fields point into the decoder's input.
///
#[derive(
    ::pool_codec::__private::Debug,
    ::pool_codec::__private::Clone,
    ::pool_codec::__private::Copy,
    ::pool_codec::__private::PartialEq
)]
struct GrownRef<'decoder> {
    /// Field `a` of [`Grown`].
    a: u8,
    /// Field `hash` of [`Grown`].
    hash: &'decoder [u8; 4],
    /// Field `c` of [`Grown`].
    c: u16,
}
const _: () = {
    use ::pool_codec::__private;
    /** The fields in this order; the sizes are their sums, in bytes.

| on the wire | type |
|---|---|
| `a` | `u8` |
| `hash` | `[u8; 4]`; absent in older messages |
| `c` | `u16`; absent in older messages |
*/
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Encode<__L> for Grown {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::checked(
            __private::Schema::with_trailing_room(
                __private::Schema::record(
                    "Grown",
                    const {
                        &[
                            __private::Field::new(
                                "a",
                                <u8 as __private::Encode<__private::Own>>::ENCODING,
                            ),
                            __private::Field::optional(
                                __private::Field::new(
                                    "hash",
                                    <[u8; 4] as __private::Encode<__private::Own>>::ENCODING,
                                ),
                            ),
                            __private::Field::optional(
                                __private::Field::new(
                                    "c",
                                    <u16 as __private::Encode<__private::Own>>::ENCODING,
                                ),
                            ),
                        ]
                    },
                ),
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
            __writer.put::<u8, 0>(&__value.a)?;
            __writer.put::<[u8; 4], 1>(&__value.hash)?;
            __writer.put::<u16, 2>(&__value.c)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L> for Grown {
        const BLANK: __private::Option<__private::Blank<Self>> = match (
            <u8 as __private::Decode<'decoder, __private::Own>>::BLANK,
            <[u8; 4] as __private::Decode<'decoder, __private::Own>>::BLANK,
            <u16 as __private::Decode<'decoder, __private::Own>>::BLANK,
        ) {
            (
                __private::Some(__field_0),
                __private::Some(__field_1),
                __private::Some(__field_2),
            ) => {
                __private::Some(
                    __private::Blank::new(Grown {
                        a: __private::Blank::value(__field_0),
                        hash: __private::Blank::value(__field_1),
                        c: __private::Blank::value(__field_2),
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
            __private::Ok(Grown {
                a: __reader.get::<u8, 0>()?,
                hash: __reader
                    .get_or::<
                        [u8; 4],
                        1,
                    >(|| __private::array_from_fn(|_| <_ as __private::Default>::default()))?,
                c: __reader.get_or::<u16, 2>(|| 7)?,
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
            __reader.refill::<u8, 0>(&mut __value.a)?;
            __reader
                .refill_or::<
                    [u8; 4],
                    1,
                >(
                    &mut __value.hash,
                    || __private::array_from_fn(|_| <_ as __private::Default>::default()),
                )?;
            __reader.refill_or::<u16, 2>(&mut __value.c, || 7)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl __private::Frame for Grown {
        type Owned = Grown;
        const ID: u32 = 4;
        const NAME: &'static str = "Grown";
    }
    const _: &__private::Schema = <Grown as __private::Encode<__private::Own>>::ENCODING;
    /// The bytes, and so the sizes, of [`Grown`].
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Encode<__L>
    for GrownRef<'decoder> {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::borrowed(
            <Grown as __private::Encode<__private::Own>>::ENCODING,
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
            __writer.put::<u8, 0>(&__value.a)?;
            __writer.put::<&'decoder [u8; 4], 1>(&__value.hash)?;
            __writer.put::<u16, 2>(&__value.c)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L>
    for GrownRef<'decoder> {
        #[inline(always)]
        fn decode_from(
            __decoder: &mut __private::Decoder<'decoder>,
        ) -> __private::Result<Self, __private::DecodeError> {
            let __reader = &mut __private::Reader::<
                Self,
                __private::Own,
                0,
            >::new(__decoder);
            __private::Ok(GrownRef {
                a: __reader.get::<u8, 0>()?,
                hash: __reader.get_or::<&'decoder [u8; 4], 1>(|| const { &[0; 4] })?,
                c: __reader.get_or::<u16, 2>(|| 7)?,
            })
        }
    }
    #[automatically_derived]
    impl<'decoder> __private::Frame for GrownRef<'decoder> {
        type Owned = Grown;
        const ID: u32 = 4;
        const NAME: &'static str = "Grown";
    }
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Borrow<__L> for Grown {
        type Ref<'decoder> = GrownRef<'decoder>;
        fn own(__borrowed: &GrownRef<'_>) -> Self {
            Grown {
                a: <u8 as __private::Borrow<__private::Own>>::own(&__borrowed.a),
                hash: <[u8; 4] as __private::Borrow<
                    __private::Own,
                >>::own(&__borrowed.hash),
                c: <u16 as __private::Borrow<__private::Own>>::own(&__borrowed.c),
            }
        }
        fn lend(__value: &Self) -> GrownRef<'_> {
            GrownRef {
                a: <u8 as __private::Borrow<__private::Own>>::lend(&__value.a),
                hash: <[u8; 4] as __private::Borrow<
                    __private::Own,
                >>::lend(&__value.hash),
                c: <u16 as __private::Borrow<__private::Own>>::lend(&__value.c),
            }
        }
    }
    #[automatically_derived]
    impl __private::ArrayElement for Grown {}
    #[automatically_derived]
    impl __private::Covariant for Grown {
        fn shorten<'short, 'long: 'short>(
            __borrowed: &'short GrownRef<'long>,
        ) -> &'short GrownRef<'short> {
            __borrowed
        }
    }
    #[automatically_derived]
    impl<'decoder> __private::From<GrownRef<'decoder>> for Grown {
        fn from(__borrowed: GrownRef<'decoder>) -> Self {
            <Grown as __private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl<'decoder> GrownRef<'decoder> {
        /// Copies the message out of the decoder's input.
        #[must_use]
        fn into_owned(self) -> Grown {
            <Grown as __private::ZeroCopy>::from_borrowed(&self)
        }
    }
};

/// Borrowed form of [`Setup`]: variable-length fields point into the decoder's input.
///
/// Opens a connection.
#[derive(
    ::pool_codec::__private::Debug,
    ::pool_codec::__private::Clone,
    ::pool_codec::__private::Copy,
    ::pool_codec::__private::PartialEq
)]
pub struct SetupRef<'decoder> {
    /// Who opens it.
    pub vendor: ::pool_codec::StrRef<'decoder, 255>,
    /// Field `hash` of [`Setup`].
    pub(crate) hash: &'decoder [u8; 32],
    /// Field `tail` of [`Setup`].
    tail: part::TailRef<'decoder, 4>,
    /// Field `kind` of [`Setup`].
    kind: Kind,
}
const _: () = {
    use ::pool_codec::__private;
    /** The fields in this order; the sizes are their sums, in bytes.

| on the wire | type |
|---|---|
| `vendor` | `Str<255>` |
| `hash` | `[u8; 32]` |
| `tail` | `part::Tail<4>` |
| `kind` | `Kind` |
*/
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Encode<__L> for Setup {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::checked(
            __private::Schema::with_docs(
                __private::Schema::record(
                    "Setup",
                    const {
                        &[
                            __private::Field::with_docs(
                                __private::Field::new(
                                    "vendor",
                                    <Str<255> as __private::Encode<__private::Own>>::ENCODING,
                                ),
                                "Who opens it.",
                            ),
                            __private::Field::new(
                                "hash",
                                <[u8; 32] as __private::Encode<__private::Own>>::ENCODING,
                            ),
                            __private::Field::new(
                                "tail",
                                <part::Tail<
                                    4,
                                > as __private::Encode<__private::Own>>::ENCODING,
                            ),
                            __private::Field::new(
                                "kind",
                                <Kind as __private::Encode<__private::Own>>::ENCODING,
                            ),
                        ]
                    },
                ),
                "Opens a connection.",
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
            __writer.put::<Str<255>, 0>(&__value.vendor)?;
            __writer.put::<[u8; 32], 1>(&__value.hash)?;
            __writer.put::<part::Tail<4>, 2>(&__value.tail)?;
            __writer.put::<Kind, 3>(&__value.kind)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L> for Setup {
        const FACTS: __private::Facts = __private::Facts::of_fields(
            &[
                <Str<255> as __private::Decode<'decoder, __private::Own>>::FACTS,
                <[u8; 32] as __private::Decode<'decoder, __private::Own>>::FACTS,
                <part::Tail<4> as __private::Decode<'decoder, __private::Own>>::FACTS,
                <Kind as __private::Decode<'decoder, __private::Own>>::FACTS,
            ],
        );
        const BLANK: __private::Option<__private::Blank<Self>> = match (
            <Str<255> as __private::Decode<'decoder, __private::Own>>::BLANK,
            <[u8; 32] as __private::Decode<'decoder, __private::Own>>::BLANK,
            <part::Tail<4> as __private::Decode<'decoder, __private::Own>>::BLANK,
            <Kind as __private::Decode<'decoder, __private::Own>>::BLANK,
        ) {
            (
                __private::Some(__field_0),
                __private::Some(__field_1),
                __private::Some(__field_2),
                __private::Some(__field_3),
            ) => {
                __private::Some(
                    __private::Blank::new(Setup {
                        vendor: __private::Blank::value(__field_0),
                        hash: __private::Blank::value(__field_1),
                        tail: __private::Blank::value(__field_2),
                        kind: __private::Blank::value(__field_3),
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
            __private::Ok(Setup {
                vendor: __reader.get::<Str<255>, 0>()?,
                hash: __reader.get::<[u8; 32], 1>()?,
                tail: __reader.get::<part::Tail<4>, 2>()?,
                kind: __reader.get::<Kind, 3>()?,
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
            __reader.refill::<Str<255>, 0>(&mut __value.vendor)?;
            __reader.refill::<[u8; 32], 1>(&mut __value.hash)?;
            __reader.refill::<part::Tail<4>, 2>(&mut __value.tail)?;
            __reader.refill::<Kind, 3>(&mut __value.kind)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl __private::Frame for Setup {
        type Owned = Setup;
        const ID: u32 = 0;
        const NAME: &'static str = "Setup";
    }
    const _: &__private::Schema = <Setup as __private::Encode<__private::Own>>::ENCODING;
    /// The bytes, and so the sizes, of [`Setup`].
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Encode<__L>
    for SetupRef<'decoder> {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::borrowed(
            <Setup as __private::Encode<__private::Own>>::ENCODING,
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
            __writer.put::<::pool_codec::StrRef<'decoder, 255>, 0>(&__value.vendor)?;
            __writer.put::<&'decoder [u8; 32], 1>(&__value.hash)?;
            __writer.put::<part::TailRef<'decoder, 4>, 2>(&__value.tail)?;
            __writer.put::<Kind, 3>(&__value.kind)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L>
    for SetupRef<'decoder> {
        const FACTS: __private::Facts = __private::Facts::of_fields(
            &[
                <::pool_codec::StrRef<
                    'decoder,
                    255,
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
                <&'decoder [u8; 32] as __private::Decode<
                    'decoder,
                    __private::Own,
                >>::FACTS,
                <part::TailRef<
                    'decoder,
                    4,
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
                <Kind as __private::Decode<'decoder, __private::Own>>::FACTS,
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
            __private::Ok(SetupRef {
                vendor: __reader.get::<::pool_codec::StrRef<'decoder, 255>, 0>()?,
                hash: __reader.get::<&'decoder [u8; 32], 1>()?,
                tail: __reader.get::<part::TailRef<'decoder, 4>, 2>()?,
                kind: __reader.get::<Kind, 3>()?,
            })
        }
    }
    #[automatically_derived]
    impl<'decoder> __private::Frame for SetupRef<'decoder> {
        type Owned = Setup;
        const ID: u32 = 0;
        const NAME: &'static str = "Setup";
    }
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Borrow<__L> for Setup {
        type Ref<'decoder> = SetupRef<'decoder>;
        fn own(__borrowed: &SetupRef<'_>) -> Self {
            Setup {
                vendor: <Str<
                    255,
                > as __private::Borrow<__private::Own>>::own(&__borrowed.vendor),
                hash: <[u8; 32] as __private::Borrow<
                    __private::Own,
                >>::own(&__borrowed.hash),
                tail: <part::Tail<
                    4,
                > as __private::Borrow<__private::Own>>::own(&__borrowed.tail),
                kind: __private::Clone::clone(&__borrowed.kind),
            }
        }
        fn lend(__value: &Self) -> SetupRef<'_> {
            SetupRef {
                vendor: <Str<
                    255,
                > as __private::Borrow<__private::Own>>::lend(&__value.vendor),
                hash: <[u8; 32] as __private::Borrow<
                    __private::Own,
                >>::lend(&__value.hash),
                tail: <part::Tail<
                    4,
                > as __private::Borrow<__private::Own>>::lend(&__value.tail),
                kind: __private::Clone::clone(&__value.kind),
            }
        }
    }
    #[automatically_derived]
    impl __private::ArrayElement for Setup {}
    #[automatically_derived]
    impl __private::Covariant for Setup {
        fn shorten<'short, 'long: 'short>(
            __borrowed: &'short SetupRef<'long>,
        ) -> &'short SetupRef<'short> {
            __borrowed
        }
    }
    #[automatically_derived]
    impl<'decoder> __private::From<SetupRef<'decoder>> for Setup {
        fn from(__borrowed: SetupRef<'decoder>) -> Self {
            <Setup as __private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl<'decoder> SetupRef<'decoder> {
        /// Copies the message out of the decoder's input.
        #[must_use]
        pub fn into_owned(self) -> Setup {
            <Setup as __private::ZeroCopy>::from_borrowed(&self)
        }
    }
};

/// Borrowed form of [`Point`]: variable-length fields point into the decoder's input.
///
#[derive(
    ::pool_codec::__private::Clone,
    ::pool_codec::__private::Copy,
    ::pool_codec::__private::PartialEq
)]
pub struct PointRef<'decoder> {
    /// Field `x` of [`Point`].
    pub x: u16,
    /// Field `y` of [`Point`].
    pub y: [u32; 2],
    #[doc(hidden)]
    pub __decoder: ::pool_codec::__private::PhantomData<&'decoder ()>,
}
const _: () = {
    use ::pool_codec::__private;
    /** The fields in this order; the sizes are their sums, in bytes.

| on the wire | type |
|---|---|
| `x` | `u16` |
| `y` | `[u32; 2]` |
*/
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Encode<__L> for Point {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::checked(
            __private::Schema::record(
                "Point",
                const {
                    &[
                        __private::Field::new(
                            "x",
                            <u16 as __private::Encode<__private::Own>>::ENCODING,
                        ),
                        __private::Field::new(
                            "y",
                            <[u32; 2] as __private::Encode<__private::Own>>::ENCODING,
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
            __writer.put::<u16, 0>(&__value.x)?;
            __writer.put::<[u32; 2], 1>(&__value.y)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L> for Point {
        const FACTS: __private::Facts = __private::Facts::of_fields(
            &[
                <u16 as __private::Decode<'decoder, __private::Own>>::FACTS,
                <[u32; 2] as __private::Decode<'decoder, __private::Own>>::FACTS,
            ],
        );
        const BLANK: __private::Option<__private::Blank<Self>> = match (
            <u16 as __private::Decode<'decoder, __private::Own>>::BLANK,
            <[u32; 2] as __private::Decode<'decoder, __private::Own>>::BLANK,
        ) {
            (__private::Some(__field_0), __private::Some(__field_1)) => {
                __private::Some(
                    __private::Blank::new(Point {
                        x: __private::Blank::value(__field_0),
                        y: __private::Blank::value(__field_1),
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
            __private::Ok(Point {
                x: __reader.get::<u16, 0>()?,
                y: __reader.get::<[u32; 2], 1>()?,
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
            __reader.refill::<u16, 0>(&mut __value.x)?;
            __reader.refill::<[u32; 2], 1>(&mut __value.y)?;
            __private::Ok(())
        }
    }
    const _: &__private::Schema = <Point as __private::Encode<__private::Own>>::ENCODING;
    /// The bytes, and so the sizes, of [`Point`].
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Encode<__L>
    for PointRef<'decoder> {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::borrowed(
            <Point as __private::Encode<__private::Own>>::ENCODING,
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
            __writer.put::<u16, 0>(&__value.x)?;
            __writer.put::<[u32; 2], 1>(&__value.y)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L>
    for PointRef<'decoder> {
        const FACTS: __private::Facts = __private::Facts::of_fields(
            &[
                <u16 as __private::Decode<'decoder, __private::Own>>::FACTS,
                <[u32; 2] as __private::Decode<'decoder, __private::Own>>::FACTS,
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
            __private::Ok(PointRef {
                x: __reader.get::<u16, 0>()?,
                y: __reader.get::<[u32; 2], 1>()?,
                __decoder: __private::PhantomData,
            })
        }
    }
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Borrow<__L> for Point {
        type Ref<'decoder> = PointRef<'decoder>;
        fn own(__borrowed: &PointRef<'_>) -> Self {
            Point {
                x: <u16 as __private::Borrow<__private::Own>>::own(&__borrowed.x),
                y: <[u32; 2] as __private::Borrow<__private::Own>>::own(&__borrowed.y),
            }
        }
        fn lend(__value: &Self) -> PointRef<'_> {
            PointRef {
                x: <u16 as __private::Borrow<__private::Own>>::lend(&__value.x),
                y: <[u32; 2] as __private::Borrow<__private::Own>>::lend(&__value.y),
                __decoder: __private::PhantomData,
            }
        }
    }
    #[automatically_derived]
    impl __private::ArrayElement for Point {}
    #[automatically_derived]
    impl __private::Covariant for Point {
        fn shorten<'short, 'long: 'short>(
            __borrowed: &'short PointRef<'long>,
        ) -> &'short PointRef<'short> {
            __borrowed
        }
    }
    #[automatically_derived]
    impl<'decoder> __private::From<PointRef<'decoder>> for Point {
        fn from(__borrowed: PointRef<'decoder>) -> Self {
            <Point as __private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl<'decoder> PointRef<'decoder> {
        /// Copies the message out of the decoder's input.
        #[must_use]
        pub fn into_owned(self) -> Point {
            <Point as __private::ZeroCopy>::from_borrowed(&self)
        }
    }
    #[automatically_derived]
    impl<'decoder> __private::Debug for PointRef<'decoder> {
        fn fmt(&self, __f: &mut __private::Formatter<'_>) -> __private::FmtResult {
            match self {
                PointRef { x: __field_0, y: __field_1, .. } => {
                    let mut __debug = __private::Formatter::debug_struct(
                        __f,
                        "PointRef",
                    );
                    let _ = __debug.field("x", __field_0);
                    let _ = __debug.field("y", __field_1);
                    __debug.finish()
                }
            }
        }
    }
};

/// Borrowed form of [`Timed`]: variable-length fields point into the decoder's input.
///
#[derive(
    ::pool_codec::__private::Debug,
    ::pool_codec::__private::Clone,
    ::pool_codec::__private::Copy,
    ::pool_codec::__private::PartialEq
)]
struct TimedRef<'decoder> {
    /// Field `wait` of [`Timed`].
    wait: Duration,
    /// Field `n` of [`Timed`].
    n: ::pool_codec::StrRef<'decoder, 4>,
}
const _: () = {
    use ::pool_codec::__private;
    /** The fields in this order; the sizes are their sums, in bytes.

| on the wire | type |
|---|---|
| `wait` | `Duration` |
| `n` | `Box<Str<4>>` |
*/
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Encode<__L> for Timed {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::checked(
            __private::Schema::record(
                "Timed",
                const {
                    &[
                        __private::Field::new(
                            "wait",
                            <::pool_codec::layout::With<
                                Duration,
                                Millis,
                            > as __private::Encode<__private::Own>>::ENCODING,
                        ),
                        __private::Field::new(
                            "n",
                            <Box<Str<4>> as __private::Encode<__private::Own>>::ENCODING,
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
                .put::<::pool_codec::layout::With<Duration, Millis>, 0>(&__value.wait)?;
            __writer.put::<Box<Str<4>>, 1>(&__value.n)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L> for Timed {
        #[inline(always)]
        fn decode_from(
            __decoder: &mut __private::Decoder<'decoder>,
        ) -> __private::Result<Self, __private::DecodeError> {
            let __reader = &mut __private::Reader::<
                Self,
                __private::Own,
                0,
            >::new(__decoder);
            __private::Ok(Timed {
                wait: __reader.get::<::pool_codec::layout::With<Duration, Millis>, 0>()?,
                n: __reader.get::<Box<Str<4>>, 1>()?,
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
                    ::pool_codec::layout::With<Duration, Millis>,
                    0,
                >(&mut __value.wait)?;
            __reader.refill::<Box<Str<4>>, 1>(&mut __value.n)?;
            __private::Ok(())
        }
    }
    const _: &__private::Schema = <Timed as __private::Encode<__private::Own>>::ENCODING;
    /// The bytes, and so the sizes, of [`Timed`].
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Encode<__L>
    for TimedRef<'decoder> {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::borrowed(
            <Timed as __private::Encode<__private::Own>>::ENCODING,
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
                .put::<::pool_codec::layout::With<Duration, Millis>, 0>(&__value.wait)?;
            __writer.put::<::pool_codec::StrRef<'decoder, 4>, 1>(&__value.n)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L>
    for TimedRef<'decoder> {
        #[inline(always)]
        fn decode_from(
            __decoder: &mut __private::Decoder<'decoder>,
        ) -> __private::Result<Self, __private::DecodeError> {
            let __reader = &mut __private::Reader::<
                Self,
                __private::Own,
                0,
            >::new(__decoder);
            __private::Ok(TimedRef {
                wait: __reader.get::<::pool_codec::layout::With<Duration, Millis>, 0>()?,
                n: __reader.get::<::pool_codec::StrRef<'decoder, 4>, 1>()?,
            })
        }
    }
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Borrow<__L> for Timed {
        type Ref<'decoder> = TimedRef<'decoder>;
        fn own(__borrowed: &TimedRef<'_>) -> Self {
            Timed {
                wait: __private::Clone::clone(&__borrowed.wait),
                n: <Box<Str<4>> as __private::Borrow<__private::Own>>::own(&__borrowed.n),
            }
        }
        fn lend(__value: &Self) -> TimedRef<'_> {
            TimedRef {
                wait: __private::Clone::clone(&__value.wait),
                n: <Box<Str<4>> as __private::Borrow<__private::Own>>::lend(&__value.n),
            }
        }
    }
    #[automatically_derived]
    impl __private::ArrayElement for Timed {}
    #[automatically_derived]
    impl __private::Covariant for Timed {
        fn shorten<'short, 'long: 'short>(
            __borrowed: &'short TimedRef<'long>,
        ) -> &'short TimedRef<'short> {
            __borrowed
        }
    }
    #[automatically_derived]
    impl<'decoder> __private::From<TimedRef<'decoder>> for Timed {
        fn from(__borrowed: TimedRef<'decoder>) -> Self {
            <Timed as __private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl<'decoder> TimedRef<'decoder> {
        /// Copies the message out of the decoder's input.
        #[must_use]
        fn into_owned(self) -> Timed {
            <Timed as __private::ZeroCopy>::from_borrowed(&self)
        }
    }
};

/// Borrowed form of [`Chunk`]: variable-length fields point into the decoder's input.
///
#[derive(
    ::pool_codec::__private::Debug,
    ::pool_codec::__private::Clone,
    ::pool_codec::__private::Copy,
    ::pool_codec::__private::PartialEq
)]
struct ChunkRef<'decoder> {
    /// Field `magic` of [`Chunk`].
    magic: (),
    /// Field `name` of [`Chunk`].
    name: &'decoder str,
    /// Field `line` of [`Chunk`].
    line: &'decoder [u8],
    /// Field `ids` of [`Chunk`].
    ids: Option<::pool_codec::SeqRef<'decoder, u16, { 9 }>>,
    /// Field `part` of [`Chunk`].
    part: PartRef<'decoder>,
    /// Field `list` of [`Chunk`].
    list: ::pool_codec::SeqRef<'decoder, u16, { 9 }>,
}
const _: () = {
    use ::pool_codec::__private;
    /** The fields in this order; the sizes are their sums, in bytes.

| on the wire | type |
|---|---|
| `magic` | `()` |
| `name` | `String` |
| `line` | `Vec<u8>` |
| `ids` | `Option<Vec<u16>>` |
| `part` | `Part` |
| `list` | `Vec<u16>` |
*/
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Encode<__L> for Chunk {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::checked(
            __private::Schema::record(
                "Chunk",
                const {
                    &[
                        __private::Field::new(
                            "magic",
                            <::pool_codec::layout::Magic<
                                { __private::magic_bits(b"RIFF") },
                                { __private::magic_len(b"RIFF") },
                            > as __private::Encode<__private::Own>>::ENCODING,
                        ),
                        __private::Field::new(
                            "name",
                            <::pool_codec::layout::Terminated<
                                String,
                                { 9 },
                            > as __private::Encode<__private::Own>>::ENCODING,
                        ),
                        __private::Field::new(
                            "line",
                            <::pool_codec::layout::Terminated<
                                Vec<u8>,
                                { 9 },
                                { __private::magic_bits(b"\r\n") },
                                { __private::magic_len(b"\r\n") },
                            > as __private::Encode<__private::Own>>::ENCODING,
                        ),
                        __private::Field::new(
                            "ids",
                            <Option<
                                ::pool_codec::layout::TerminatedItems<
                                    Vec<u16>,
                                    { 9 },
                                    { __private::magic_bits(&[0, 0]) },
                                    { __private::magic_len(&[0, 0]) },
                                >,
                            > as __private::Encode<__private::Own>>::ENCODING,
                        ),
                        __private::Field::new(
                            "part",
                            <::pool_codec::layout::Checked<
                                ::pool_codec::layout::Delimited<Part>,
                                Crc32,
                            > as __private::Encode<__private::Own>>::ENCODING,
                        ),
                        __private::Field::new(
                            "list",
                            <::pool_codec::layout::RestItems<
                                Vec<u16>,
                                { 9 },
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
            __writer
                .put::<
                    ::pool_codec::layout::Magic<
                        { __private::magic_bits(b"RIFF") },
                        { __private::magic_len(b"RIFF") },
                    >,
                    0,
                >(&__value.magic)?;
            __writer
                .put::<
                    ::pool_codec::layout::Terminated<String, { 9 }>,
                    1,
                >(&__value.name)?;
            __writer
                .put::<
                    ::pool_codec::layout::Terminated<
                        Vec<u8>,
                        { 9 },
                        { __private::magic_bits(b"\r\n") },
                        { __private::magic_len(b"\r\n") },
                    >,
                    2,
                >(&__value.line)?;
            __writer
                .put::<
                    Option<
                        ::pool_codec::layout::TerminatedItems<
                            Vec<u16>,
                            { 9 },
                            { __private::magic_bits(&[0, 0]) },
                            { __private::magic_len(&[0, 0]) },
                        >,
                    >,
                    3,
                >(&__value.ids)?;
            __writer
                .put::<
                    ::pool_codec::layout::Checked<
                        ::pool_codec::layout::Delimited<Part>,
                        Crc32,
                    >,
                    4,
                >(&__value.part)?;
            __writer
                .put::<
                    ::pool_codec::layout::RestItems<Vec<u16>, { 9 }>,
                    5,
                >(&__value.list)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L> for Chunk {
        const FACTS: __private::Facts = __private::Facts::of_fields(
            &[
                <::pool_codec::layout::Magic<
                    { __private::magic_bits(b"RIFF") },
                    { __private::magic_len(b"RIFF") },
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
                <::pool_codec::layout::Terminated<
                    String,
                    { 9 },
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
                <::pool_codec::layout::Terminated<
                    Vec<u8>,
                    { 9 },
                    { __private::magic_bits(b"\r\n") },
                    { __private::magic_len(b"\r\n") },
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
                <Option<
                    ::pool_codec::layout::TerminatedItems<
                        Vec<u16>,
                        { 9 },
                        { __private::magic_bits(&[0, 0]) },
                        { __private::magic_len(&[0, 0]) },
                    >,
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
                <::pool_codec::layout::Checked<
                    ::pool_codec::layout::Delimited<Part>,
                    Crc32,
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
                <::pool_codec::layout::RestItems<
                    Vec<u16>,
                    { 9 },
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
            ],
        );
        const BLANK: __private::Option<__private::Blank<Self>> = match (
            <::pool_codec::layout::Magic<
                { __private::magic_bits(b"RIFF") },
                { __private::magic_len(b"RIFF") },
            > as __private::Decode<'decoder, __private::Own>>::BLANK,
            <::pool_codec::layout::Terminated<
                String,
                { 9 },
            > as __private::Decode<'decoder, __private::Own>>::BLANK,
            <::pool_codec::layout::Terminated<
                Vec<u8>,
                { 9 },
                { __private::magic_bits(b"\r\n") },
                { __private::magic_len(b"\r\n") },
            > as __private::Decode<'decoder, __private::Own>>::BLANK,
            <Option<
                ::pool_codec::layout::TerminatedItems<
                    Vec<u16>,
                    { 9 },
                    { __private::magic_bits(&[0, 0]) },
                    { __private::magic_len(&[0, 0]) },
                >,
            > as __private::Decode<'decoder, __private::Own>>::BLANK,
            <::pool_codec::layout::Checked<
                ::pool_codec::layout::Delimited<Part>,
                Crc32,
            > as __private::Decode<'decoder, __private::Own>>::BLANK,
            <::pool_codec::layout::RestItems<
                Vec<u16>,
                { 9 },
            > as __private::Decode<'decoder, __private::Own>>::BLANK,
        ) {
            (
                __private::Some(__field_0),
                __private::Some(__field_1),
                __private::Some(__field_2),
                __private::Some(__field_3),
                __private::Some(__field_4),
                __private::Some(__field_5),
            ) => {
                __private::Some(
                    __private::Blank::new(Chunk {
                        magic: __private::Blank::value(__field_0),
                        name: __private::Blank::value(__field_1),
                        line: __private::Blank::value(__field_2),
                        ids: __private::Blank::value(__field_3),
                        part: __private::Blank::value(__field_4),
                        list: __private::Blank::value(__field_5),
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
            __private::Ok(Chunk {
                magic: __reader
                    .get::<
                        ::pool_codec::layout::Magic<
                            { __private::magic_bits(b"RIFF") },
                            { __private::magic_len(b"RIFF") },
                        >,
                        0,
                    >()?,
                name: __reader
                    .get::<::pool_codec::layout::Terminated<String, { 9 }>, 1>()?,
                line: __reader
                    .get::<
                        ::pool_codec::layout::Terminated<
                            Vec<u8>,
                            { 9 },
                            { __private::magic_bits(b"\r\n") },
                            { __private::magic_len(b"\r\n") },
                        >,
                        2,
                    >()?,
                ids: __reader
                    .get::<
                        Option<
                            ::pool_codec::layout::TerminatedItems<
                                Vec<u16>,
                                { 9 },
                                { __private::magic_bits(&[0, 0]) },
                                { __private::magic_len(&[0, 0]) },
                            >,
                        >,
                        3,
                    >()?,
                part: __reader
                    .get::<
                        ::pool_codec::layout::Checked<
                            ::pool_codec::layout::Delimited<Part>,
                            Crc32,
                        >,
                        4,
                    >()?,
                list: __reader
                    .get::<::pool_codec::layout::RestItems<Vec<u16>, { 9 }>, 5>()?,
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
                    ::pool_codec::layout::Magic<
                        { __private::magic_bits(b"RIFF") },
                        { __private::magic_len(b"RIFF") },
                    >,
                    0,
                >(&mut __value.magic)?;
            __reader
                .refill::<
                    ::pool_codec::layout::Terminated<String, { 9 }>,
                    1,
                >(&mut __value.name)?;
            __reader
                .refill::<
                    ::pool_codec::layout::Terminated<
                        Vec<u8>,
                        { 9 },
                        { __private::magic_bits(b"\r\n") },
                        { __private::magic_len(b"\r\n") },
                    >,
                    2,
                >(&mut __value.line)?;
            __reader
                .refill::<
                    Option<
                        ::pool_codec::layout::TerminatedItems<
                            Vec<u16>,
                            { 9 },
                            { __private::magic_bits(&[0, 0]) },
                            { __private::magic_len(&[0, 0]) },
                        >,
                    >,
                    3,
                >(&mut __value.ids)?;
            __reader
                .refill::<
                    ::pool_codec::layout::Checked<
                        ::pool_codec::layout::Delimited<Part>,
                        Crc32,
                    >,
                    4,
                >(&mut __value.part)?;
            __reader
                .refill::<
                    ::pool_codec::layout::RestItems<Vec<u16>, { 9 }>,
                    5,
                >(&mut __value.list)?;
            __private::Ok(())
        }
    }
    const _: &__private::Schema = <Chunk as __private::Encode<__private::Own>>::ENCODING;
    /// The bytes, and so the sizes, of [`Chunk`].
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Encode<__L>
    for ChunkRef<'decoder> {
        type Value = Self;
        const ENCODING: &'static __private::Schema = &__private::Schema::borrowed(
            <Chunk as __private::Encode<__private::Own>>::ENCODING,
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
                    ::pool_codec::layout::Magic<
                        { __private::magic_bits(b"RIFF") },
                        { __private::magic_len(b"RIFF") },
                    >,
                    0,
                >(&__value.magic)?;
            __writer
                .put::<
                    ::pool_codec::layout::Terminated<&'decoder str, { 9 }>,
                    1,
                >(&__value.name)?;
            __writer
                .put::<
                    ::pool_codec::layout::Terminated<
                        &'decoder [u8],
                        { 9 },
                        { __private::magic_bits(b"\r\n") },
                        { __private::magic_len(b"\r\n") },
                    >,
                    2,
                >(&__value.line)?;
            __writer
                .put::<
                    Option<
                        ::pool_codec::layout::TerminatedItems<
                            ::pool_codec::SeqRef<'decoder, u16, { 9 }>,
                            { 9 },
                            { __private::magic_bits(&[0, 0]) },
                            { __private::magic_len(&[0, 0]) },
                        >,
                    >,
                    3,
                >(&__value.ids)?;
            __writer
                .put::<
                    ::pool_codec::layout::Checked<
                        ::pool_codec::layout::Delimited<PartRef<'decoder>>,
                        Crc32,
                    >,
                    4,
                >(&__value.part)?;
            __writer
                .put::<
                    ::pool_codec::layout::RestItems<
                        ::pool_codec::SeqRef<'decoder, u16, { 9 }>,
                        { 9 },
                    >,
                    5,
                >(&__value.list)?;
            __private::Ok(())
        }
    }
    #[automatically_derived]
    impl<'decoder, __L: __private::Layout> __private::Decode<'decoder, __L>
    for ChunkRef<'decoder> {
        const FACTS: __private::Facts = __private::Facts::of_fields(
            &[
                <::pool_codec::layout::Magic<
                    { __private::magic_bits(b"RIFF") },
                    { __private::magic_len(b"RIFF") },
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
                <::pool_codec::layout::Terminated<
                    &'decoder str,
                    { 9 },
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
                <::pool_codec::layout::Terminated<
                    &'decoder [u8],
                    { 9 },
                    { __private::magic_bits(b"\r\n") },
                    { __private::magic_len(b"\r\n") },
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
                <Option<
                    ::pool_codec::layout::TerminatedItems<
                        ::pool_codec::SeqRef<'decoder, u16, { 9 }>,
                        { 9 },
                        { __private::magic_bits(&[0, 0]) },
                        { __private::magic_len(&[0, 0]) },
                    >,
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
                <::pool_codec::layout::Checked<
                    ::pool_codec::layout::Delimited<PartRef<'decoder>>,
                    Crc32,
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
                <::pool_codec::layout::RestItems<
                    ::pool_codec::SeqRef<'decoder, u16, { 9 }>,
                    { 9 },
                > as __private::Decode<'decoder, __private::Own>>::FACTS,
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
            __private::Ok(ChunkRef {
                magic: __reader
                    .get::<
                        ::pool_codec::layout::Magic<
                            { __private::magic_bits(b"RIFF") },
                            { __private::magic_len(b"RIFF") },
                        >,
                        0,
                    >()?,
                name: __reader
                    .get::<::pool_codec::layout::Terminated<&'decoder str, { 9 }>, 1>()?,
                line: __reader
                    .get::<
                        ::pool_codec::layout::Terminated<
                            &'decoder [u8],
                            { 9 },
                            { __private::magic_bits(b"\r\n") },
                            { __private::magic_len(b"\r\n") },
                        >,
                        2,
                    >()?,
                ids: __reader
                    .get::<
                        Option<
                            ::pool_codec::layout::TerminatedItems<
                                ::pool_codec::SeqRef<'decoder, u16, { 9 }>,
                                { 9 },
                                { __private::magic_bits(&[0, 0]) },
                                { __private::magic_len(&[0, 0]) },
                            >,
                        >,
                        3,
                    >()?,
                part: __reader
                    .get::<
                        ::pool_codec::layout::Checked<
                            ::pool_codec::layout::Delimited<PartRef<'decoder>>,
                            Crc32,
                        >,
                        4,
                    >()?,
                list: __reader
                    .get::<
                        ::pool_codec::layout::RestItems<
                            ::pool_codec::SeqRef<'decoder, u16, { 9 }>,
                            { 9 },
                        >,
                        5,
                    >()?,
            })
        }
    }
    #[automatically_derived]
    impl<__L: __private::Layout> __private::Borrow<__L> for Chunk {
        type Ref<'decoder> = ChunkRef<'decoder>;
        fn own(__borrowed: &ChunkRef<'_>) -> Self {
            Chunk {
                magic: __private::Clone::clone(&__borrowed.magic),
                name: <::pool_codec::layout::Terminated<
                    String,
                    { 9 },
                > as __private::Borrow<__private::Own>>::own(&__borrowed.name),
                line: <::pool_codec::layout::Terminated<
                    Vec<u8>,
                    { 9 },
                    { __private::magic_bits(b"\r\n") },
                    { __private::magic_len(b"\r\n") },
                > as __private::Borrow<__private::Own>>::own(&__borrowed.line),
                ids: <Option<
                    ::pool_codec::layout::TerminatedItems<
                        Vec<u16>,
                        { 9 },
                        { __private::magic_bits(&[0, 0]) },
                        { __private::magic_len(&[0, 0]) },
                    >,
                > as __private::Borrow<__private::Own>>::own(&__borrowed.ids),
                part: <::pool_codec::layout::Checked<
                    ::pool_codec::layout::Delimited<Part>,
                    Crc32,
                > as __private::Borrow<__private::Own>>::own(&__borrowed.part),
                list: <::pool_codec::layout::RestItems<
                    Vec<u16>,
                    { 9 },
                > as __private::Borrow<__private::Own>>::own(&__borrowed.list),
            }
        }
        fn lend(__value: &Self) -> ChunkRef<'_> {
            ChunkRef {
                magic: __private::Clone::clone(&__value.magic),
                name: <::pool_codec::layout::Terminated<
                    String,
                    { 9 },
                > as __private::Borrow<__private::Own>>::lend(&__value.name),
                line: <::pool_codec::layout::Terminated<
                    Vec<u8>,
                    { 9 },
                    { __private::magic_bits(b"\r\n") },
                    { __private::magic_len(b"\r\n") },
                > as __private::Borrow<__private::Own>>::lend(&__value.line),
                ids: <Option<
                    ::pool_codec::layout::TerminatedItems<
                        Vec<u16>,
                        { 9 },
                        { __private::magic_bits(&[0, 0]) },
                        { __private::magic_len(&[0, 0]) },
                    >,
                > as __private::Borrow<__private::Own>>::lend(&__value.ids),
                part: <::pool_codec::layout::Checked<
                    ::pool_codec::layout::Delimited<Part>,
                    Crc32,
                > as __private::Borrow<__private::Own>>::lend(&__value.part),
                list: <::pool_codec::layout::RestItems<
                    Vec<u16>,
                    { 9 },
                > as __private::Borrow<__private::Own>>::lend(&__value.list),
            }
        }
    }
    #[automatically_derived]
    impl __private::ArrayElement for Chunk {}
    #[automatically_derived]
    impl __private::Covariant for Chunk {
        fn shorten<'short, 'long: 'short>(
            __borrowed: &'short ChunkRef<'long>,
        ) -> &'short ChunkRef<'short> {
            __borrowed
        }
    }
    #[automatically_derived]
    impl<'decoder> __private::From<ChunkRef<'decoder>> for Chunk {
        fn from(__borrowed: ChunkRef<'decoder>) -> Self {
            <Chunk as __private::ZeroCopy>::from_borrowed(&__borrowed)
        }
    }
    impl<'decoder> ChunkRef<'decoder> {
        /// Copies the message out of the decoder's input.
        #[must_use]
        fn into_owned(self) -> Chunk {
            <Chunk as __private::ZeroCopy>::from_borrowed(&self)
        }
    }
};

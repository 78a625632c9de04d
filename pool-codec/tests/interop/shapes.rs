//! The shapes that all three ecosystems have. Each module defines them again, with its own derives and with the
//! `#[frame(..)]` keys that make our bytes equal to theirs.

macro_rules! shapes {
    (derive: [$($derive:path),+], frame: [$($frame:tt)*], skip: $skip:meta) => {
        use core::marker::PhantomData;
        use core::num::NonZero;

        use pool_codec::{Bytes, Frame, Seq, Str};
        use proptest::prelude::*;

        use crate::values::{bytes_of, list, seq_of, str_of, text};

        #[derive(Debug, Clone, Copy, PartialEq, Frame, $($derive),+)]
        #[frame(borrow, $($frame)*)]
        struct Numbers {
            flag: bool,
            unsigned: (u8, u16, u32, u64, u128),
            signed: (i8, i16, i32, i64, i128),
        }

        fn numbers() -> impl Strategy<Value = Numbers> {
            any::<(bool, (u8, u16, u32, u64, u128), (i8, i16, i32, i64, i128))>()
                .prop_map(|(flag, unsigned, signed)| Numbers { flag, unsigned, signed })
        }

        /// The longest tuple.
        #[derive(Debug, Clone, Copy, PartialEq, Frame, $($derive),+)]
        #[frame(borrow, $($frame)*)]
        struct Twelve((u8, bool, u16, i8, u32, i16, u64, i32, u128, i64, Option<u8>, i128));

        fn twelve() -> impl Strategy<Value = Twelve> {
            let first = any::<(u8, bool, u16, i8, u32, i16)>();
            (first, any::<(u64, i32, u128, i64, Option<u8>, i128)>()).prop_map(|(first, last)| {
                let (a, b, c, d, e, f) = first;
                let (g, h, i, j, k, l) = last;
                Twelve((a, b, c, d, e, f, g, h, i, j, k, l))
            })
        }

        #[derive(Debug, Clone, Copy, PartialEq, Frame, $($derive),+)]
        #[frame(borrow, $($frame)*)]
        struct NonZeros {
            byte: NonZero<u8>,
            short: NonZero<u16>,
            word: NonZero<u32>,
            long: NonZero<u64>,
            wide: NonZero<u128>,
            signed_byte: NonZero<i8>,
            signed_short: NonZero<i16>,
            signed_word: NonZero<i32>,
            signed_long: NonZero<i64>,
            signed_wide: NonZero<i128>,
        }

        fn non_zeros() -> impl Strategy<Value = NonZeros> {
            let unsigned = (
                any::<u8>().prop_filter_map("zero", NonZero::<u8>::new),
                any::<u16>().prop_filter_map("zero", NonZero::<u16>::new),
                any::<u32>().prop_filter_map("zero", NonZero::<u32>::new),
                any::<u64>().prop_filter_map("zero", NonZero::<u64>::new),
                any::<u128>().prop_filter_map("zero", NonZero::<u128>::new),
            );
            let signed = (
                any::<i8>().prop_filter_map("zero", NonZero::<i8>::new),
                any::<i16>().prop_filter_map("zero", NonZero::<i16>::new),
                any::<i32>().prop_filter_map("zero", NonZero::<i32>::new),
                any::<i64>().prop_filter_map("zero", NonZero::<i64>::new),
                any::<i128>().prop_filter_map("zero", NonZero::<i128>::new),
            );
            (unsigned, signed).prop_map(|(unsigned, signed)| {
                let (byte, short, word, long, wide) = unsigned;
                let (signed_byte, signed_short, signed_word, signed_long, signed_wide) = signed;
                NonZeros {
                    byte,
                    short,
                    word,
                    long,
                    wide,
                    signed_byte,
                    signed_short,
                    signed_word,
                    signed_long,
                    signed_wide,
                }
            })
        }

        #[derive(Debug, Clone, Copy, PartialEq, Frame, $($derive),+)]
        #[frame(borrow, $($frame)*)]
        enum Kind {
            #[frame(tag = 0)]
            Plain,
            #[frame(tag = 1)]
            Odd,
            #[frame(tag = 2)]
            Last,
        }

        fn kind() -> impl Strategy<Value = Kind> {
            prop_oneof![Just(Kind::Plain), Just(Kind::Odd), Just(Kind::Last)]
        }

        #[derive(Debug, Clone, PartialEq, Frame, $($derive),+)]
        #[frame(borrow, $($frame)*)]
        struct Part {
            price: u64,
            #[frame(max_len = 12)]
            name: String,
            kind: Kind,
        }

        fn part() -> impl Strategy<Value = Part> {
            (any::<u64>(), text(12), kind())
                .prop_map(|(price, name, kind)| Part { price, name, kind })
        }

        #[derive(Debug, Clone, Copy, PartialEq, Frame, $($derive),+)]
        #[frame(borrow, $($frame)*)]
        struct Unit;

        #[derive(Debug, Clone, PartialEq, Frame, $($derive),+)]
        #[frame(borrow, $($frame)*)]
        struct Tuple(u16, #[frame(max_len = 9)] String, Part);

        /// Fields of standard types with a variable length.
        #[derive(Debug, Clone, PartialEq, Frame, $($derive),+)]
        #[frame(borrow, $($frame)*)]
        struct Growing {
            #[frame(max_len = 30)]
            text: String,
            #[frame(max_len = 300)]
            blob: Vec<u8>,
            #[frame(max_len = 9)]
            boxed_blob: Box<[u8]>,
            #[frame(max_len = 6)]
            numbers: Vec<u32>,
            #[frame(max_len = 6)]
            boxed_numbers: Box<[i64]>,
            #[frame(max_len = 3)]
            hashes: Vec<[u8; 32]>,
            #[frame(max_len = 3)]
            parts: Vec<Part>,
            #[frame(max_len = 4)]
            pairs: Vec<(u16, Option<bool>)>,
            #[frame(max_len = 8)]
            note: Option<String>,
            #[frame(max_len = 8)]
            proof: Option<Vec<u8>>,
            #[frame(max_len = 2)]
            more: Option<Vec<Kind>>,
        }

        fn growing() -> impl Strategy<Value = Growing> {
            let bytes = (text(30), list(any::<u8>(), 300), list(any::<u8>(), 9));
            let lists = (
                list(any::<u32>(), 6),
                list(any::<i64>(), 6),
                list(any::<[u8; 32]>(), 3),
                list(part(), 3),
                list(any::<(u16, Option<bool>)>(), 4),
            );
            let options = (
                prop::option::of(text(8)),
                prop::option::of(list(any::<u8>(), 8)),
                prop::option::of(list(kind(), 2)),
            );
            (bytes, lists, options).prop_map(|(bytes, lists, options)| {
                let (text, blob, boxed_blob) = bytes;
                let (numbers, boxed_numbers, hashes, parts, pairs) = lists;
                let (note, proof, more) = options;
                Growing {
                    text,
                    blob,
                    boxed_blob: boxed_blob.into(),
                    numbers,
                    boxed_numbers: boxed_numbers.into(),
                    hashes,
                    parts,
                    pairs,
                    note,
                    proof,
                    more,
                }
            })
        }

        /// A field that is not on the wire.
        #[derive(Debug, Clone, PartialEq, Frame, $($derive),+)]
        #[frame(borrow, $($frame)*)]
        struct Skipping {
            before: u16,
            #[frame(skip)]
            #[$skip]
            cached: u64,
            #[frame(max_len = 5)]
            behind: String,
        }

        fn skipping() -> impl Strategy<Value = Skipping> {
            (any::<u16>(), text(5)).prop_map(|(before, behind)| Skipping { before, cached: 0, behind })
        }

        /// Shapes inside shapes.
        #[derive(Debug, Clone, PartialEq, Frame, $($derive),+)]
        #[frame(borrow, $($frame)*)]
        struct Nested {
            maybe: Option<Option<u16>>,
            pair: (u8, (Kind, bool)),
            grid: [[u16; 3]; 2],
            options: [Option<u8>; 3],
            parts: [Part; 2],
            boxed: Box<Part>,
            maybe_boxed: Option<Box<u32>>,
            nothing: (),
            mark: PhantomData<u8>,
            unit: Unit,
            tuple: Tuple,
        }

        fn nested() -> impl Strategy<Value = Nested> {
            let fixed = any::<(Option<Option<u16>>, u8, bool, [[u16; 3]; 2], [Option<u8>; 3])>();
            let parts = (part(), part(), part(), part());
            (fixed, parts, kind(), any::<Option<u32>>(), any::<u16>(), text(9)).prop_map(
                |(fixed, parts, kind, number, first, second)| {
                    let (maybe, byte, flag, grid, options) = fixed;
                    Nested {
                        maybe,
                        pair: (byte, (kind, flag)),
                        grid,
                        options,
                        parts: [parts.0, parts.1],
                        boxed: Box::new(parts.2),
                        maybe_boxed: number.map(Box::new),
                        nothing: (),
                        mark: PhantomData,
                        unit: Unit,
                        tuple: Tuple(first, second, parts.3),
                    }
                },
            )
        }

        #[derive(Debug, Clone, PartialEq, Frame, $($derive),+)]
        #[frame(borrow, $($frame)*)]
        enum Leg {
            #[frame(tag = 0)]
            Nothing,
            #[frame(tag = 1)]
            Priced(Part, Option<u8>),
        }

        /// Every kind of variant.
        #[derive(Debug, Clone, PartialEq, Frame, $($derive),+)]
        #[frame(borrow, $($frame)*)]
        enum Order {
            #[frame(tag = 0)]
            Cancel,
            #[frame(tag = 1)]
            Limit(u64),
            #[frame(tag = 2)]
            Swap {
                near: Leg,
                far: Leg,
                #[frame(max_len = 5)]
                note: String,
            },
            #[frame(tag = 3)]
            Basket(#[frame(max_len = 2)] Vec<Leg>, [u8; 4], (u8, i16)),
            #[frame(tag = 4)]
            Empty {},
        }

        fn leg() -> impl Strategy<Value = Leg> {
            prop_oneof![
                Just(Leg::Nothing),
                (part(), any::<Option<u8>>()).prop_map(|(part, ratio)| Leg::Priced(part, ratio)),
            ]
        }

        fn order() -> impl Strategy<Value = Order> {
            prop_oneof![
                Just(Order::Cancel),
                any::<u64>().prop_map(Order::Limit),
                (leg(), leg(), text(5)).prop_map(|(near, far, note)| Order::Swap { near, far, note }),
                (list(leg(), 2), any::<[u8; 4]>(), any::<(u8, i16)>())
                    .prop_map(|(legs, hash, pair)| Order::Basket(legs, hash, pair)),
                Just(Order::Empty {}),
            ]
        }

        /// Parameters of both kinds.
        #[derive(Debug, Clone, PartialEq, Frame, $($derive),+)]
        #[frame(borrow, $($frame)*)]
        struct Page<T, const N: usize> {
            cursor: u64,
            first: T,
            last: Option<T>,
            #[frame(max_len = N)]
            items: Vec<T>,
            mark: PhantomData<[u8; N]>,
        }

        fn page() -> impl Strategy<Value = Page<Part, 3>> {
            (any::<u64>(), part(), prop::option::of(part()), list(part(), 3)).prop_map(
                |(cursor, first, last, items)| Page { cursor, first, last, items, mark: PhantomData },
            )
        }

        /// Our bounded types, which the other side has no impls for. It uses [`Unbounded`] instead.
        #[derive(Debug, Clone, PartialEq, Frame)]
        #[frame(borrow, $($frame)*)]
        struct Bounded {
            text: Str<20>,
            blob: Bytes<300>,
            numbers: Seq<u32, 5>,
            names: Seq<Str<8>, 3>,
            parts: Seq<Part, 2>,
            proof: Option<Seq<Bytes<4>, 3>>,
            array: [Str<4>; 2],
            pair: (Bytes<2>, u8),
        }

        #[derive(Debug, Clone, PartialEq, $($derive),+)]
        struct Unbounded {
            text: String,
            blob: Vec<u8>,
            numbers: Vec<u32>,
            names: Vec<String>,
            parts: Vec<Part>,
            proof: Option<Vec<Vec<u8>>>,
            array: [String; 2],
            pair: (Vec<u8>, u8),
        }

        impl From<Bounded> for Unbounded {
            fn from(bounded: Bounded) -> Self {
                Self {
                    text: bounded.text.to_string(),
                    blob: bounded.blob.to_vec(),
                    numbers: bounded.numbers.to_vec(),
                    names: bounded.names.iter().map(ToString::to_string).collect(),
                    parts: bounded.parts.to_vec(),
                    proof: bounded.proof.map(|proof| proof.iter().map(|item| item.to_vec()).collect()),
                    array: bounded.array.map(|text| text.to_string()),
                    pair: (bounded.pair.0.to_vec(), bounded.pair.1),
                }
            }
        }

        fn bounded() -> impl Strategy<Value = Bounded> {
            let first = (str_of(), bytes_of(), seq_of(any::<u32>()), seq_of(str_of()));
            let last = (str_of(), str_of(), bytes_of(), any::<u8>());
            let proof = prop::option::of(seq_of(bytes_of()));
            (first, seq_of(part()), proof, last).prop_map(|(first, parts, proof, last)| {
                let (text, blob, numbers, names) = first;
                let (near, far, bytes, byte) = last;
                Bounded {
                    text,
                    blob,
                    numbers,
                    names,
                    parts,
                    proof,
                    array: [near, far],
                    pair: (bytes, byte),
                }
            })
        }
    };
}
pub(crate) use shapes;

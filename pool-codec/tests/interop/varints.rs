//! What codecs with integers of variable width have in common: the same types, values and exceptions.

/// Compares the layout with the codec, in the module of a codec.
macro_rules! varints {
    ($codec:ident, layout: $layout:ident) => {
        use core::num::Wrapping;
        use core::ops::Bound;
        use core::time::Duration;

        use pool_codec::{Decodable, Encodable};

        use crate::codec::differential;
        use crate::shapes::shapes;
        use crate::standard::standard;
        use crate::values::{any_f32, any_f64, duration};

        shapes!(derive: [Serialize, Deserialize], frame: [layout = $layout], skip: serde(skip));
        standard!(derive: [Serialize, Deserialize], layout: $layout);

        #[derive(Debug, Clone, PartialEq, Frame, Serialize, Deserialize)]
        #[frame(borrow, layout = $layout)]
        struct Floats {
            single: f32,
            double: f64,
            letter: char,
            letters: [Option<char>; 2],
            wait: Duration,
            bounds: (Bound<u16>, Bound<i64>),
            wrapping: Wrapping<u64>,
        }

        fn floats() -> impl Strategy<Value = Floats> {
            let letters = any::<(char, [Option<char>; 2])>();
            (any_f32(), any_f64(), letters, duration(), any::<(u16, i64, u64)>()).prop_map(
                |(single, double, (letter, letters), wait, numbers)| Floats {
                    single,
                    double,
                    letter,
                    letters,
                    wait,
                    bounds: (Bound::Included(numbers.0), Bound::Excluded(numbers.1)),
                    wrapping: Wrapping(numbers.2),
                },
            )
        }

        /// Numbers of every length.
        #[derive(Debug, Clone, PartialEq, Frame, Serialize, Deserialize)]
        #[frame(borrow, layout = $layout)]
        struct Lengths {
            unsigned: (u16, u32, u64, u128, usize),
            signed: (i16, i32, i64, i128, isize),
            #[frame(max_len = 300)]
            text: String,
            #[frame(max_len = 300)]
            numbers: Vec<u32>,
        }

        fn lengths() -> impl Strategy<Value = Lengths> {
            (any::<(u128, i128)>(), 0..128_u32, text(300), list(any::<u32>(), 30)).prop_map(
                |((number, signed), shift, text, numbers)| {
                    let (number, signed) = (number >> shift, signed >> shift);
                    Lengths {
                        unsigned: (number as u16, number as u32, number as u64, number, number as usize),
                        signed: (signed as i16, signed as i32, signed as i64, signed, signed as isize),
                        text,
                        numbers,
                    }
                },
            )
        }

        differential!(
            $codec,
            numbers: Numbers = super::numbers(), except "the number has a shorter encoding";
            twelve: Twelve = super::twelve(), except "the number has a shorter encoding";
            non_zeros: NonZeros = super::non_zeros(), except "the number has a shorter encoding";
            floats: Floats = super::floats(),
                except "the number has a shorter encoding" "a second has a billion nanoseconds";
            lengths: Lengths = super::lengths(), except "the number has a shorter encoding";
            kind: Kind = super::kind(), except "the number has a shorter encoding";
            part: Part = super::part(), except "the number has a shorter encoding";
            unit: Unit = Just(Unit);
            skipping: Skipping = super::skipping(), except "the number has a shorter encoding";
            growing: Growing = super::growing(), except "the number has a shorter encoding";
            nested: Nested = super::nested(), except "the number has a shorter encoding";
            order: Order = super::order(), except "the number has a shorter encoding";
            page: Page<Part, 3> = super::page(), except "the number has a shorter encoding";
            bounded: Bounded as Unbounded = super::bounded(), except "the number has a shorter encoding";
            words: Words = super::words(), except "the number has a shorter encoding";
            outcomes: Outcomes = super::outcomes(), except "the number has a shorter encoding";
            addresses: Addresses = super::addresses(), except "the number has a shorter encoding";
            ranges: Ranges = super::ranges(), except "the number has a shorter encoding";
            queue: Queue = super::queue(), except "the number has a shorter encoding";
            trees: Trees = super::trees(),
                except "the number has a shorter encoding" "the keys do not ascend";
        );

        /// Whatever the number, the sizes are those of the shortest and the longest encoding.
        #[test]
        fn sizes_are_reached() {
            use crate::varints::sizes;
            sizes!($codec, $layout: u8, i8, u16, i16, u32, i32, u64, i64, u128, i128, usize, isize);
        }
    };
}

/// Asserts that the extremes of these numbers have the shortest and the longest encoding.
macro_rules! sizes {
    ($codec:ident, $layout:ident: $($ty:ty),*) => {$(
        let schema = <$ty as pool_codec::layout::Encode<$layout>>::ENCODING;
        let len = |number: $ty| <$codec as Codec<$ty>>::serialize(&number).len();
        let all = [<$ty>::MIN, 0, 1, <$ty>::MAX].map(len);
        assert_eq!(all.iter().max(), Some(&schema.max_size()), "{}", stringify!($ty));
        assert_eq!(all.iter().min(), Some(&schema.min_size()), "{}", stringify!($ty));
    )*};
}

pub(crate) use {sizes, varints};

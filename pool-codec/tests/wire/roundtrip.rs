//! Any value decodes from its encoding, in both forms and within its size bounds. Both forms agree on any bytes.

use pool_codec::schema::Value;
use pool_codec::{Bytes, Decodable, Encodable, Frame, LowBitBool, Seq, Str, U24, Wire, ZeroCopy};
use proptest::prelude::*;

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(borrow)]
enum Side {
    Bid = 0,
    Ask = 1,
    Cross = 200,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Level {
    price: u64,
    venue: Str<40>,
}

/// One field of every kind.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 9, borrow)]
struct Everything {
    flag: bool,
    low: LowBitBool,
    side: Side,
    #[frame(copy)]
    kept: Side,
    sides: Seq<Side, 9>,
    size: U24,
    wide: i128,
    hash: [u8; 32],
    pair: [u16; 2],
    names: [Str<8>; 2],
    host: Str<255>,
    best: Level,
    limit: Option<u32>,
    note: Option<Str<300>>,
    script: Bytes<70_000>,
    path: Seq<[u8; 32], 255>,
    ids: Seq<u32, 300>,
    levels: Seq<Level, 20>,
    scripts: Seq<Bytes<300>, 10>,
    flags: Seq<bool, 10>,
    #[frame(max_len = 50)]
    text: String,
    #[frame(max_len = 50)]
    blob: Vec<u8>,
    #[frame(max_len = 10)]
    list: Vec<Level>,
    last: u16,
}

fn text(max: usize) -> impl Strategy<Value = String> {
    // Mostly ASCII, with some multi-byte characters, cut to at most `max` bytes.
    prop_oneof![4 => "[ -~]{0,60}", 1 => "[a-zéß漢]{0,30}"].prop_map(move |mut text| {
        while text.len() > max {
            text.pop();
        }
        text
    })
}

fn str_of<const N: usize>() -> impl Strategy<Value = Str<N>> {
    text(N).prop_map(|text| text.parse().unwrap())
}

fn bytes_of<const N: usize>(max: usize) -> impl Strategy<Value = Bytes<N>> {
    prop::collection::vec(any::<u8>(), 0..=max).prop_map(|bytes| bytes.try_into().unwrap())
}

fn level() -> impl Strategy<Value = Level> {
    (any::<u64>(), str_of()).prop_map(|(price, venue)| Level { price, venue })
}

fn seq_of<T: core::fmt::Debug, const N: usize>(
    element: impl Strategy<Value = T>,
    max: usize,
) -> impl Strategy<Value = Seq<T, N>> {
    prop::collection::vec(element, 0..=max).prop_map(|elements| elements.try_into().unwrap())
}

fn everything() -> impl Strategy<Value = Everything> {
    let fixed = (
        any::<bool>(),
        any::<bool>(),
        prop_oneof![Just(Side::Bid), Just(Side::Ask), Just(Side::Cross)],
        0..1_u32 << 24,
        any::<i128>(),
        any::<[u8; 32]>(),
        any::<[u16; 2]>(),
        any::<u16>(),
    );
    let texts = (str_of(), str_of(), str_of(), level(), prop::option::of(str_of()), text(50));
    let sequences = (
        bytes_of(200),
        seq_of(any::<[u8; 32]>(), 5),
        seq_of(any::<u32>(), 300),
        seq_of(level(), 5),
        seq_of(bytes_of(100), 5),
        seq_of(any::<bool>(), 10),
        prop::collection::vec(any::<u8>(), 0..=50),
        prop::collection::vec(level(), 0..=3),
    );
    (fixed, texts, sequences, any::<Option<u32>>()).prop_map(|(fixed, texts, sequences, limit)| {
        let (flag, low, side, size, wide, hash, pair, last) = fixed;
        let (first, second, host, best, note, text) = texts;
        let (script, path, ids, levels, scripts, flags, blob, list) = sequences;
        Everything {
            flag,
            low: low.into(),
            side,
            kept: Side::Ask,
            sides: vec![side; flags.len().min(9)].try_into().unwrap(),
            size: size.try_into().unwrap(),
            wide,
            hash,
            pair,
            names: [first, second],
            host,
            best,
            limit,
            note,
            script,
            path,
            ids,
            levels,
            scripts,
            flags,
            text,
            blob,
            list,
            last,
        }
    })
}

proptest! {
    #[test]
    fn decode_inverts_encode_in_both_forms(value in everything(), other in everything()) {
        let bytes = value.encode_to_vec().unwrap();
        prop_assert_eq!(bytes.len(), value.encoded_len());
        prop_assert!((Everything::MIN_SIZE..=Everything::MAX_SIZE).contains(&bytes.len()));

        prop_assert_eq!(&Everything::decode(&bytes).unwrap(), &value);
        let borrowed = EverythingRef::decode(&bytes).unwrap();
        prop_assert_eq!(borrowed.encoded_len(), bytes.len());
        prop_assert_eq!(&borrowed.encode_to_vec().unwrap(), &bytes);
        prop_assert_eq!(&Everything::from_borrowed(&borrowed), &value);
        prop_assert_eq!(&borrowed.into_owned(), &value);

        let mut refilled = other;
        refilled.decode_into(&bytes).unwrap();
        prop_assert_eq!(&refilled, &value);

        let mut longer = bytes.clone();
        longer.extend([1, 2, 3]);
        let (value_of_prefix, rest) = Everything::decode_prefix(&longer).unwrap();
        prop_assert_eq!((&value_of_prefix, rest), (&value, &[1, 2, 3][..]));

        // An output that is too small causes an error at every length, and never a panic.
        let mut out = vec![0; bytes.len()];
        for len in 0..bytes.len() {
            prop_assert!(value.encode(&mut out[..len]).is_err());
            prop_assert!(borrowed.encode(&mut out[..len]).is_err());
        }
        prop_assert!(Value::new(Everything::SCHEMA, &bytes).is_ok());
    }

    #[test]
    fn damaged_bytes_give_the_same_error_in_both_forms(
        value in everything(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        end in any::<prop::sample::Index>(),
    ) {
        let mut bytes = value.encode_to_vec().unwrap();
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes.truncate(end.index(bytes.len() * 2));
        let owned = Everything::decode(&bytes);
        let borrowed = EverythingRef::decode(&bytes);
        let refilled = value.clone().decode_into(&bytes);
        prop_assert_eq!(refilled.is_ok(), owned.is_ok());
        prop_assert_eq!(Value::new(Everything::SCHEMA, &bytes).is_ok(), owned.is_ok());
        match (owned, borrowed) {
            (Ok(owned), Ok(borrowed)) => prop_assert_eq!(borrowed.into_owned(), owned),
            (Err(owned), Err(borrowed)) => {
                prop_assert_eq!(refilled.unwrap_err(), owned);
                prop_assert_eq!(owned, borrowed);
                prop_assert!(owned.offset() <= bytes.len());
                prop_assert!(!owned.explain(&bytes).to_string().is_empty());
            }
            (owned, borrowed) => prop_assert!(false, "{:?} against {:?}", owned, borrowed),
        }
    }

    #[test]
    fn any_bytes_at_all(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert_eq!(
            Everything::decode(&bytes).map_err(|error| error.kind()),
            EverythingRef::decode(&bytes).map(EverythingRef::into_owned).map_err(|error| error.kind()),
        );
    }
}

#[test]
fn the_longest_value_reaches_the_bounds() {
    let longest = Level { price: u64::MAX, venue: "x".repeat(40).parse().unwrap() };
    assert_eq!(longest.encoded_len(), Level::MAX_SIZE);
    assert_eq!(Level::MAX_SIZE, 8 + 1 + 40);
    assert_eq!(Level::MAX_HEAP, 40);
    let shortest = Level { price: 0, venue: Str::default() };
    assert_eq!(shortest.encoded_len(), Level::MIN_SIZE);
}

//! Standard types inside standard types, each with a bound of its own: `max_len = [100, 32]` (WIRE.md section 4).

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

use pool_codec::error::{DecodeErrorKind, EncodeErrorKind, TooLong};
use pool_codec::layout::{Bincode1, UnixSecs};
use pool_codec::prelude::*;
use pool_codec::{Bytes, Seq, Str};
use proptest::prelude::*;
use std::time::SystemTime;

#[derive(Debug, Clone, PartialEq, Default, Frame)]
struct Nested {
    #[frame(max_len = [3, 4])]
    names: Vec<String>,
    #[frame(max_len = [3, 300])]
    blobs: Vec<Vec<u8>>,
    #[frame(max_len = [2, 5])]
    some: Option<Vec<String>>,
    #[frame(max_len = [2, 4, Self::LIMIT])]
    by_name: HashMap<String, Vec<u8>>,
    #[frame(max_len = [2, 4])]
    counts: BTreeMap<String, u32>,
    #[frame(max_len = [2, 2, 1])]
    grid: VecDeque<Vec<Option<Box<[u16]>>>>,
    #[frame(max_len = [2, 3, 4])]
    pairs: Vec<(String, [Box<[u8]>; 1])>,
}

impl Nested {
    const LIMIT: usize = 6;
}

/// The same bytes, with types that have their bound.
#[derive(Debug, Clone, PartialEq, Frame)]
struct Bounded {
    names: Seq<Str<4>, 3>,
    blobs: Seq<Bytes<300>, 3>,
    some: Option<Seq<Str<5>, 2>>,
    by_name: Seq<(Str<4>, Bytes<6>), 2>,
    counts: Seq<(Str<4>, u32), 2>,
    grid: Seq<Seq<Option<Seq<u16, 1>>, 2>, 2>,
    pairs: Seq<(Str<3>, [Bytes<4>; 1]), 2>,
}

fn nested() -> impl Strategy<Value = Nested> {
    use prop::collection::{btree_map, hash_map, vec};
    let bytes = |max| vec(any::<u8>(), 0..=max);
    let grid = vec(vec(prop::option::of(vec(any::<u16>(), 0..=1)), 0..=2), 0..=2);
    (
        vec("[a-z]{0,4}", 0..=3),
        vec(bytes(300), 0..=3),
        prop::option::of(vec("[a-z]{0,5}", 0..=2)),
        hash_map("[a-z]{0,4}", bytes(6), 0..=2),
        btree_map("[a-z]{0,4}", any::<u32>(), 0..=2),
        grid,
        vec(("[a-z]{0,3}", bytes(4)), 0..=2),
    )
        .prop_map(|(names, blobs, some, by_name, counts, grid, pairs)| Nested {
            names,
            blobs,
            some,
            by_name,
            counts,
            grid: grid
                .into_iter()
                .map(|row| row.into_iter().map(|cell| cell.map(Vec::into)).collect())
                .collect(),
            pairs: pairs.into_iter().map(|(name, blob)| (name, [blob.into()])).collect(),
        })
}

proptest! {
    #[test]
    fn the_bytes_are_those_of_types_with_a_bound(value in nested(), other in nested()) {
        let bytes = value.encode_to_vec().unwrap();
        prop_assert_eq!(value.encoded_len(), bytes.len());
        prop_assert_eq!(&Nested::decode(&bytes).unwrap(), &value);
        prop_assert_eq!(Bounded::decode(&bytes).unwrap().encode_to_vec().unwrap(), bytes.clone());
        let mut refilled = other;
        refilled.decode_into(&bytes).unwrap();
        prop_assert_eq!(&refilled, &value);
        for len in 0..bytes.len() {
            prop_assert!(Nested::decode(&bytes[..len]).is_err());
        }
    }
}

#[test]
fn the_sizes_are_those_of_types_with_a_bound() {
    assert_eq!((Nested::MIN_SIZE, Nested::MAX_SIZE), (Bounded::MIN_SIZE, Bounded::MAX_SIZE));
    let longest = Nested {
        names: vec!["abcd".into(); 3],
        blobs: vec![vec![7; 300]; 3],
        some: Some(vec!["abcde".into(); 2]),
        by_name: [("abcd", 6), ("abce", 6)].map(|(key, len)| (key.into(), vec![7; len])).into(),
        counts: [("abcd".into(), 1), ("abce".into(), 2)].into(),
        grid: vec![vec![Some([7].into()); 2]; 2].into(),
        pairs: vec![("abc".into(), [[7; 4].into()]); 2],
    };
    assert_eq!(longest.encode_to_vec().unwrap().len(), Nested::MAX_SIZE);
    assert_eq!(Nested::default().encode_to_vec().unwrap().len(), Nested::MIN_SIZE);
}

#[test]
fn each_bound_holds() {
    let too_long = |value: &Nested| {
        let error = value.encode_to_vec().unwrap_err();
        let EncodeErrorKind::TooLong(TooLong { len, max }) = error.kind() else { panic!() };
        (error.to_string().split('`').nth(1).unwrap().to_owned(), len, max)
    };
    let empty = Nested::default;
    let names = Nested { names: vec!["abcde".into()], ..empty() };
    assert_eq!(too_long(&names), ("Nested.names".into(), 5, 4));
    let names = Nested { names: vec![String::new(); 4], ..empty() };
    assert_eq!(too_long(&names), ("Nested.names".into(), 4, 3));
    let by_name = Nested { by_name: [("abcde".into(), vec![])].into(), ..empty() };
    assert_eq!(too_long(&by_name), ("Nested.by_name".into(), 5, 4));
    let by_name = Nested { by_name: [("a".into(), vec![0; 7])].into(), ..empty() };
    assert_eq!(too_long(&by_name), ("Nested.by_name".into(), 7, 6));
    let grid = Nested { grid: [vec![Some([1, 2].into())]].into(), ..empty() };
    assert_eq!(too_long(&grid), ("Nested.grid".into(), 2, 1));

    let error = Nested::decode(&[1, 5, b'a', b'b', b'c', b'd', b'e']).unwrap_err();
    let kind = DecodeErrorKind::TooLong(TooLong { len: 5, max: 4 });
    assert_eq!((error.kind(), error.offset()), (kind, 1));
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(layout = Bincode1)]
struct Adapted {
    #[frame(max_len = [3, 2], with_each = UnixSecs)]
    waits: Vec<Vec<SystemTime>>,
    #[frame(max_len = [2, 9, 3], width = u16)]
    sizes: BTreeMap<String, Vec<usize>>,
    #[frame(rest, max_len = [3, 4])]
    tags: Vec<BTreeSet<u8>>,
}

#[test]
fn bounds_go_with_adapters_layouts_and_ends() {
    let at = SystemTime::UNIX_EPOCH + core::time::Duration::from_secs(7);
    let value = Adapted {
        waits: vec![vec![at], vec![]],
        sizes: BTreeMap::from([("a".to_owned(), vec![1, 2])]),
        tags: vec![BTreeSet::from([1, 2])],
    };
    let bytes = value.encode_to_vec().unwrap();
    let count = |count: u8| [count, 0, 0, 0, 0, 0, 0, 0];
    let mut expected = [count(2), count(1), count(7), count(0), count(1), count(1)].concat();
    expected.extend([&b"a"[..], &count(2), &[1, 0, 2, 0], &count(2), &[1, 2]].concat());
    assert_eq!(bytes, expected);
    assert_eq!(Adapted::decode(&bytes), Ok(value));
    assert_eq!(Adapted::MIN_SIZE, 8 + 8);
    let (waits, sizes, tags) = (8 + 3 * (8 + 2 * 8), 8 + 2 * (8 + 9 + 8 + 3 * 2), 3 * (8 + 4));
    assert_eq!(Adapted::MAX_SIZE, waits + sizes + tags);
}

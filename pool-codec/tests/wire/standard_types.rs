//! The bytes of the standard library's types according to WIRE.md, and the bytes that they reject.

use core::cmp::{Ordering, Reverse};
use core::fmt::Debug;
use core::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};
use core::num::{Saturating, Wrapping};
use core::ops::{Bound, Range, RangeFrom, RangeInclusive, RangeTo, RangeToInclusive};
use core::time::Duration;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, VecDeque};
use std::ffi::CString;
use std::rc::Rc;
use std::sync::Arc;
use std::time::SystemTime;

use pool_codec::error::{DecodeErrorKind, EncodeErrorKind, TooLong};
use pool_codec::layout::{Bincode1, Borsh, Encode};
use pool_codec::prelude::*;
use pool_codec::schema::Value;
use pool_codec::{EntriesRef, Str};
use proptest::prelude::*;

/// Checks that `value` encodes to `bytes` in both forms, and that every shorter input is an error inside of it.
fn golden<T>(value: &T, bytes: &[u8])
where
    T: Debug + PartialEq + Encodable + ZeroCopy + for<'d> Decodable<'d>,
    for<'d> T::Ref<'d>: Encodable + Decodable<'d>,
{
    assert_eq!(value.encode_to_vec().unwrap(), bytes);
    assert_eq!(value.encoded_len(), bytes.len());
    assert!((T::MIN_SIZE..=T::MAX_SIZE).contains(&bytes.len()));
    assert_eq!(&T::decode(bytes).unwrap(), value);
    assert_eq!(value.as_borrowed().encode_to_vec().unwrap(), bytes);
    let borrowed = T::Ref::decode(bytes).unwrap();
    assert_eq!(&T::from_borrowed(&borrowed), value);
    assert_eq!(Value::new(T::SCHEMA, bytes).unwrap().as_bytes(), bytes);
    let mut refilled = T::decode(bytes).unwrap();
    refilled.decode_into(bytes).unwrap();
    assert_eq!(&refilled, value);
    for len in 0..bytes.len() {
        let error = T::decode(&bytes[..len]).unwrap_err();
        assert!(matches!(error.kind(), DecodeErrorKind::UnexpectedEnd { .. }), "{error:?}");
        assert!(error.offset() <= len);
        assert!(value.encode(&mut vec![0; len]).is_err());
    }
}

fn rejected<T: Debug + for<'d> Decodable<'d>>(bytes: &[u8], reason: &'static str, offset: usize) {
    let error = T::decode(bytes).unwrap_err();
    assert_eq!((error.kind(), error.offset()), (DecodeErrorKind::InvalidValue { reason }, offset));
}

fn unknown<T: Debug + for<'d> Decodable<'d>>(bytes: &[u8], tag: u64) {
    let error = T::decode(bytes).unwrap_err();
    assert_eq!((error.kind(), error.offset()), (DecodeErrorKind::UnknownTag { tag }, 0));
}

fn refused<T: Encodable>(value: &T) -> EncodeErrorKind {
    value.encode(&mut [0; 64]).unwrap_err().kind()
}

/// WIRE.md section 11.
#[test]
fn times_and_addresses() {
    golden(&Duration::new(1, 2), &[1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0]);
    golden(&Duration::MAX, &[255, 255, 255, 255, 255, 255, 255, 255, 255, 201, 154, 59]);
    let at = SystemTime::UNIX_EPOCH + Duration::new(1, 2);
    golden(&at, &[1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0]);
    let bytes = [0, 0, 0, 0, 0, 0, 0, 0, 0, 202, 154, 59];
    rejected::<Duration>(&bytes, "a second has a billion nanoseconds", 0);
    rejected::<SystemTime>(&bytes, "a second has a billion nanoseconds", 0);
    let reason = "the time is before 1970";
    let before = SystemTime::UNIX_EPOCH - Duration::from_secs(1);
    assert_eq!(refused(&before), EncodeErrorKind::InvalidValue { reason });
    assert_eq!(Duration::SCHEMA.to_string(), "Duration");

    let v4 = Ipv4Addr::new(127, 0, 0, 1);
    let v6 = Ipv6Addr::LOCALHOST;
    let six = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
    golden(&v4, &[127, 0, 0, 1]);
    golden(&v6, &six);
    golden(&IpAddr::V4(v4), &[0, 127, 0, 0, 1]);
    golden(&IpAddr::V6(v6), &[&[1][..], &six].concat());
    golden(&SocketAddrV4::new(v4, 0x1F90), &[127, 0, 0, 1, 0x90, 0x1F]);
    golden(&SocketAddr::from((v4, 80)), &[0, 127, 0, 0, 1, 80, 0]);
    golden(&SocketAddr::from((v6, 80)), &[&[1][..], &six, &[80, 0]].concat());
    golden(&Some([v4; 2]), &[1, 127, 0, 0, 1, 127, 0, 0, 1]);
    unknown::<IpAddr>(&[2, 0, 0, 0, 0], 2);
    unknown::<SocketAddr>(&[9], 9);
    let scoped = SocketAddrV6::new(v6, 80, 0, 3);
    assert!(matches!(refused(&scoped), EncodeErrorKind::InvalidValue { .. }));
    assert!(matches!(refused(&SocketAddr::V6(scoped)), EncodeErrorKind::InvalidValue { .. }));
    assert_eq!((IpAddr::MIN_SIZE, IpAddr::MAX_SIZE), (5, 17));
    assert_eq!((SocketAddr::MIN_SIZE, SocketAddr::MAX_SIZE), (7, 19));
}

/// WIRE.md section 11.
#[test]
fn wrappers_ranges_and_results() {
    golden(&Wrapping(0x0102_u16), &[2, 1]);
    golden(&Saturating(-1_i8), &[255]);
    golden(&Reverse(Str::<9>::try_from("ab").unwrap()), b"\x02ab");
    golden(&Ordering::Less, &[255]);
    golden(&Ordering::Equal, &[0]);
    golden(&Ordering::Greater, &[1]);
    rejected::<Ordering>(&[2], "the order is -1, 0 or 1", 0);
    golden(&(1_u8..3), &[1, 3]);
    golden(&RangeInclusive::new(3_u16, 1), &[3, 0, 1, 0]);
    let mut exhausted = 5_u8..=5;
    assert_eq!(exhausted.next(), Some(5));
    assert!(matches!(refused(&exhausted), EncodeErrorKind::InvalidValue { .. }));
    assert!(matches!(refused(&[exhausted]), EncodeErrorKind::InvalidValue { .. }));
    golden(&(1_u8..), &[1]);
    golden(&(..3_u8), &[3]);
    golden(&(..=3_u8), &[3]);
    golden(&(..), &[]);
    golden(&[1_u8..2, 3..4], &[1, 2, 3, 4]);
    golden(&Bound::Included(7_u8), &[1, 7]);
    golden(&Bound::Excluded(7_u8), &[2, 7]);
    golden(&Bound::<u8>::Unbounded, &[0]);
    unknown::<Bound<u8>>(&[3, 7], 3);
    golden(&Ok::<u8, u16>(7), &[0, 7]);
    golden(&Err::<u8, u16>(7), &[1, 7, 0]);
    unknown::<Result<u8, u8>>(&[2, 7], 2);
    type Nested = Result<Range<u8>, Str<9>>;
    golden::<Nested>(&Ok(1..2), &[0, 1, 2]);
    golden::<Nested>(&Err("ab".parse().unwrap()), b"\x01\x02ab");
    assert_eq!((Nested::MIN_SIZE, Nested::MAX_SIZE, Nested::MAX_HEAP), (2, 11, 0));
    assert_eq!(<Bound<u32>>::MAX_SIZE, 5);
    // The layout sets the tags.
    assert_eq!(<Nested as Encode<Bincode1>>::ENCODING.max_size(), 4 + 8 + 9);
    let tag = |schema: &pool_codec::schema::Schema| schema.variants()[0].tag;
    assert_eq!(tag(<Nested as Encode<Borsh>>::ENCODING), 1);
    assert_eq!(tag(<Nested as Encode<Bincode1>>::ENCODING), 0);
}

/// WIRE.md section 11.
#[test]
fn pointers() {
    golden(&Rc::new(7_u16), &[7, 0]);
    golden(&Arc::new(Str::<9>::try_from("ab").unwrap()), b"\x02ab");
    golden(&Cow::<'static, u16>::Owned(7), &[7, 0]);
    assert_eq!(<Rc<u64>>::MAX_HEAP, 24);
    assert_eq!(<Cow<'static, u64>>::MAX_HEAP, 0);

    // A pointer that is shared is replaced, and one that is not is refilled in its block.
    let mut counted = Rc::new(7_u16);
    let other = Rc::clone(&counted);
    counted.decode_into(&[8, 0]).unwrap();
    assert_eq!((*counted, *other), (8, 7));
    let block = Rc::as_ptr(&counted);
    counted.decode_into(&[9, 0]).unwrap();
    assert_eq!((*counted, Rc::as_ptr(&counted)), (9, block));
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Collected {
    #[frame(max_len = 300)]
    map: BTreeMap<Str<9>, (u8, Option<Str<300>>)>,
    #[frame(max_len = 3)]
    set: BTreeSet<[u8; 2]>,
    #[frame(max_len = 4, entries = ascending)]
    table: HashMap<u16, bool>,
    #[frame(max_len = 4, entries = ascending)]
    names: Option<HashSet<Str<4>>>,
    #[frame(max_len = 4)]
    queue: VecDeque<Str<3>>,
    #[frame(max_len = 4)]
    bytes: VecDeque<u8>,
    #[frame(max_len = 9)]
    text: Arc<str>,
    #[frame(max_len = 9)]
    blob: Option<Rc<[u8]>>,
    #[frame(max_len = 9)]
    cow: Cow<'static, str>,
    #[frame(max_len = 2)]
    cows: Cow<'static, [Str<2>]>,
    #[frame(max_len = 9)]
    c: CString,
    result: Result<Range<u16>, Str<3>>,
    bounds: (Bound<char>, RangeInclusive<u8>, RangeFrom<Str<2>>),
    ends: (RangeTo<Wrapping<u8>>, RangeToInclusive<u8>, Reverse<Ordering>),
    peer: SocketAddr,
    wait: Duration,
    shared: Arc<Str<9>>,
    last: u8,
}

fn collected() -> impl Strategy<Value = Collected> {
    let text = |max: usize| prop::string::string_regex(&format!("[a-c]{{0,{max}}}")).unwrap();
    let key = || text(2).prop_map(|text| text.parse::<Str<9>>().unwrap());
    let note = prop::option::of(text(40)).prop_map(|note| note.map(|note| note.parse().unwrap()));
    let maps = (
        prop::collection::btree_map(key(), (any::<u8>(), note), 0..9),
        prop::collection::btree_set(any::<[u8; 2]>(), 0..=3),
        prop::collection::hash_map(any::<u16>(), any::<bool>(), 0..=4),
        prop::option::of(prop::collection::hash_set(
            text(4).prop_map(|text| text.parse::<Str<4>>().unwrap()),
            0..=4,
        )),
        prop::collection::vec(text(3).prop_map(|text| text.parse::<Str<3>>().unwrap()), 0..=4),
        prop::collection::vec(any::<u8>(), 0..=4),
    );
    let texts = (text(9), prop::option::of(prop::collection::vec(any::<u8>(), 0..9)), text(9));
    let more = (
        prop::collection::vec(text(2).prop_map(|text| text.parse::<Str<2>>().unwrap()), 0..=2),
        prop::collection::vec(1..=u8::MAX, 0..=9),
        any::<Result<Range<u16>, ()>>(),
        any::<(char, u8, u8, u8, u64, u16)>(),
        any::<IpAddr>(),
    );
    (maps, texts, more).prop_map(|(maps, (text, blob, cow), more)| {
        let (map, set, table, names, queue, bytes) = maps;
        let (cows, c, result, (letter, low, high, turn, secs, port), ip) = more;
        let mut queue = VecDeque::from(queue);
        queue.rotate_left(usize::from(turn) % (queue.len() + 1));
        Collected {
            map,
            set,
            table,
            names,
            queue,
            bytes: bytes.into(),
            text: text.as_str().into(),
            blob: blob.map(Into::into),
            cow: cow.into(),
            cows: cows.into(),
            c: CString::new(c).unwrap(),
            result: result.map_err(|()| "abc".parse().unwrap()),
            bounds: (Bound::Excluded(letter), low..=high, "a".parse().unwrap()..),
            ends: (..Wrapping(low), ..=high, Reverse(low.cmp(&high))),
            peer: (ip, port).into(),
            wait: Duration::from_secs(secs),
            shared: Arc::new("shared".parse().unwrap()),
            last: turn,
        }
    })
}

proptest! {
    #[test]
    fn decode_inverts_encode_in_both_forms(value in collected(), other in collected()) {
        let bytes = value.encode_to_vec().unwrap();
        prop_assert_eq!(bytes.len(), value.encoded_len());
        prop_assert!((Collected::MIN_SIZE..=Collected::MAX_SIZE).contains(&bytes.len()));
        prop_assert_eq!(&Collected::decode(&bytes).unwrap(), &value);
        let borrowed = CollectedRef::decode(&bytes).unwrap();
        let lent = value.as_borrowed();
        prop_assert_eq!(&borrowed, &lent);
        prop_assert_eq!(format!("{borrowed:?}"), format!("{lent:?}"));
        prop_assert_eq!(borrowed.encoded_len(), bytes.len());
        prop_assert_eq!(lent.encoded_len(), bytes.len());
        prop_assert_eq!(&borrowed.encode_to_vec().unwrap(), &bytes);
        prop_assert_eq!(&lent.encode_to_vec().unwrap(), &bytes);
        prop_assert_eq!(&lent.into_owned(), &value);
        prop_assert_eq!(&borrowed.into_owned(), &value);
        let mut refilled = other;
        refilled.decode_into(&bytes).unwrap();
        prop_assert_eq!(&refilled, &value);
        let mut out = vec![0; bytes.len()];
        for len in 0..bytes.len() {
            prop_assert!(value.encode(&mut out[..len]).is_err());
            prop_assert!(borrowed.encode(&mut out[..len]).is_err());
            prop_assert_eq!(Collected::decode(&bytes[..len]), CollectedRef::decode(&bytes[..len])
                .map(CollectedRef::into_owned));
        }
    }

    #[test]
    fn damaged_bytes_give_the_same_error_in_both_forms(
        value in collected(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut bytes = value.encode_to_vec().unwrap();
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let (owned, borrowed) = (Collected::decode(&bytes), CollectedRef::decode(&bytes));
        let refilled = value.clone().decode_into(&bytes);
        prop_assert_eq!(refilled.err(), owned.as_ref().err().copied());
        match (owned, borrowed) {
            (Ok(owned), Ok(borrowed)) => prop_assert_eq!(borrowed.into_owned(), owned),
            (Err(owned), Err(borrowed)) => {
                prop_assert_eq!(owned, borrowed);
                prop_assert!(owned.offset() <= bytes.len());
                prop_assert!(!owned.explain(&bytes).to_string().is_empty());
            }
            (owned, borrowed) => prop_assert!(false, "{:?} against {:?}", owned, borrowed),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Frame)]
struct Rules {
    #[frame(max_len = 9, entries = distinct)]
    distinct: BTreeMap<u8, u8>,
    #[frame(max_len = 9)]
    table: HashMap<u8, u8>,
    #[frame(max_len = 9, entries = last_wins)]
    last: HashMap<u8, u8>,
    #[frame(max_len = 9, entries = ascending)]
    sorted: HashSet<u8>,
}

/// WIRE.md section 4.
#[test]
fn rules_for_entries() {
    let rules = Rules::decode(&[2, 2, 20, 1, 10, 2, 4, 0, 3, 0, 2, 5, 0, 5, 1, 2, 6, 7]).unwrap();
    let expected = Rules {
        distinct: [(1, 10), (2, 20)].into(),
        table: [(3, 0), (4, 0)].into(),
        last: [(5, 1)].into(),
        sorted: [6, 7].into(),
    };
    assert_eq!(rules, expected);
    // They are written in the order of their keys.
    let bytes = rules.encode_to_vec().unwrap();
    assert_eq!(bytes, [2, 1, 10, 2, 20, 2, 3, 0, 4, 0, 1, 5, 1, 2, 6, 7]);
    let refused = |bytes: &[u8]| Rules::decode(bytes).unwrap_err().to_string();
    let equal = "`Rules.distinct`: two keys are equal (at byte 3)";
    assert_eq!(refused(&[2, 1, 0, 1, 0, 0, 0, 0]), equal);
    let equal = "`Rules.table`: two keys are equal (at byte 4)";
    assert_eq!(refused(&[0, 2, 1, 0, 1, 0, 0, 0]), equal);
    let order = "`Rules.sorted`: the keys do not ascend (at byte 5)";
    assert_eq!(refused(&[0, 0, 0, 2, 7, 6]), order);
    assert_eq!(refused(&[0, 0, 0, 2, 7, 7]), order);
    let error = Rules::decode(&[10, 0, 0]).unwrap_err();
    assert_eq!(error.kind(), DecodeErrorKind::TooLong(TooLong { len: 10, max: 9 }));
    let error = Rules::decode(&[9, 0, 0]).unwrap_err();
    assert_eq!(error.kind(), DecodeErrorKind::UnexpectedEnd { needed: 18, available: 2 });
}

#[test]
fn a_collection_above_its_bound_is_not_encoded() {
    let long =
        Rules { table: (0..10).map(|key| (key, 0)).collect(), ..Rules::decode(&[0; 4]).unwrap() };
    let error = long.encode_to_vec().unwrap_err();
    assert_eq!(error.kind(), EncodeErrorKind::TooLong(TooLong { len: 10, max: 9 }));
    let map: BTreeMap<u8, u8> = (0..10).map(|key| (key, 0)).collect();
    let lent = EntriesRef::<_, 9>::new(&map);
    assert_eq!((lent.len(), lent.is_empty()), (10, false));
    assert!(matches!(lent.encode_to_vec().unwrap_err().kind(), EncodeErrorKind::TooLong(_)));
}

#[derive(Debug, Clone, Frame)]
struct Heap {
    #[frame(max_len = 9)]
    numbers: BinaryHeap<u16>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Text {
    #[frame(max_len = 4)]
    text: CString,
}

/// WIRE.md section 4.
#[test]
fn heaps_and_c_strings() {
    let heap = Heap::decode(&[3, 1, 0, 3, 0, 2, 0]).unwrap();
    assert_eq!(heap.numbers.clone().into_sorted_vec(), [1, 2, 3]);
    assert_eq!(heap.encode_to_vec().unwrap(), [3, 3, 0, 1, 0, 2, 0]);

    let text = Text::decode(b"\x02ab").unwrap();
    assert_eq!(text.text.as_bytes_with_nul(), b"ab\0");
    assert_eq!(TextRef::decode(b"\x02ab").unwrap(), TextRef { text: b"ab" });
    let nul = "`Text.text`: a C string contains NUL (at byte 2)";
    assert_eq!(Text::decode(b"\x03a\0b").unwrap_err().to_string(), nul);
    assert_eq!(TextRef::decode(b"\x03a\0b").unwrap_err().to_string(), nul);
    assert!(TextRef { text: b"a\0b" }.encode_to_vec().is_err());
    assert_eq!((Text::MAX_SIZE, Text::MAX_HEAP), (5, 5));
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(borrow)]
struct Sizes {
    #[frame(width = u16)]
    size: usize,
    #[frame(width = i32)]
    offsets: [Option<isize>; 2],
}

/// WIRE.md section 1.
#[test]
fn words_have_the_width_of_their_field() {
    let sizes = Sizes { size: 513, offsets: [None, Some(-1)] };
    let bytes = [1, 2, 0, 1, 255, 255, 255, 255];
    golden(&sizes, &bytes);
    assert_eq!(SizesRef::decode(&bytes).unwrap().size, 513);
    assert_eq!((Sizes::MIN_SIZE, Sizes::MAX_SIZE), (4, 12));
    let wide = Sizes { size: 70_000, ..sizes };
    let error = wide.encode_to_vec().unwrap_err().to_string();
    assert_eq!(error, "`Sizes.size`: the number does not fit into the integer type on the wire");
}

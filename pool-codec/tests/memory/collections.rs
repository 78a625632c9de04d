//! The heap that maps, sets, queues and pointers hold, whatever a peer sends.

use core::fmt::Debug;
use core::hash::Hash;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, VecDeque};
use std::ffi::CString;
use std::rc::Rc;
use std::sync::Arc;

use pool_codec::layout::{
    Ascending, Borrow, Checked, Checksum, Decode, Delimited, Encode, LastWins, MaxBytes, MaxLen,
    Own, Rest, RestItems, Terminated, TerminatedItems,
};
use pool_codec::schema::Schema;
use pool_codec::{ByteStr, Decoder, Encoder, Str, Tlv, Tlvs};
use pool_dev::allocator::PerThread;
use proptest::prelude::*;

/// Returns the bound for a value that is decoded from `len` bytes, as the table of a set computes it.
fn bound(schema: &Schema, len: usize) -> usize {
    schema
        .max_heap()
        .min(schema.heap_per_byte().saturating_mul(len))
        .min(schema.max_overhead().saturating_add(len))
}

/// Decodes `bytes` and returns the heap of the value. Also while it is decoded, it holds no more than the bound.
fn heap_of<C>(bytes: &[u8]) -> usize
where
    C: for<'d> Decode<'d, Own>,
{
    let bound = bound(C::ENCODING, bytes.len());
    let decode = || C::decode_from(&mut Decoder::new(bytes));
    let (heap, decoded) = PerThread::left_by(decode);
    assert!(heap <= bound, "{heap} for {} bytes, {bound} allowed", bytes.len());
    drop(decoded);
    let (peak, _) = PerThread::peak_of(decode);
    assert!(peak <= bound, "a peak of {peak} for {} bytes, {bound} allowed", bytes.len());
    heap
}

fn encoded<C: Encode<Own>>(value: &C::Value) -> Vec<u8> {
    let mut bytes = vec![0; C::ENCODING.max_size()];
    let mut encoder = Encoder::new(&mut bytes);
    C::encode_to(value, &mut encoder).unwrap();
    let written = encoder.written();
    bytes.truncate(written);
    bytes
}

/// Checks trees and tables of the keys that `key` makes, in each number up to 200 and in several orders.
fn keys_keep_within_their_bounds<K>(key: impl Fn(u16) -> K)
where
    K: Clone + Debug + Ord + Hash + Encode<Own, Value = K> + for<'d> Decode<'d, Own>,
{
    for count in (0..60).chain([111, 112, 113, 199, 200]) {
        // Ascending, descending, and in an order that splits nodes in the middle.
        let orders: [fn(u16, u16) -> u16; 3] =
            [|at, _| at, |at, count| count - at, |at, count| at * 7 % count.max(1)];
        for order in orders {
            let keys: Vec<K> = (0..count).map(|at| key(order(at, count))).collect();
            let pairs: Vec<(K, u64)> = keys.iter().cloned().map(|key| (key, 7)).collect();
            let set = encoded::<MaxLen<Vec<K>, 200>>(&keys);
            let map = encoded::<MaxLen<Vec<(K, u64)>, 200>>(&pairs);
            heap_of::<MaxLen<BTreeSet<K>, 200, LastWins>>(&set);
            heap_of::<MaxLen<HashSet<K>, 200, LastWins>>(&set);
            heap_of::<MaxLen<BTreeMap<K, u64>, 200, LastWins>>(&map);
            heap_of::<MaxLen<HashMap<K, u64>, 200, LastWins>>(&map);
            // Keys without order are an error for these.
            heap_of::<MaxLen<BTreeMap<K, u64>, 200>>(&map);
            heap_of::<MaxLen<HashMap<K, u64>, 200>>(&map);
        }
    }
}

#[test]
fn trees_and_tables_keep_within_their_bounds() {
    keys_keep_within_their_bounds(|at| at as u8);
    keys_keep_within_their_bounds(|at| at);
    keys_keep_within_their_bounds(u128::from);
    keys_keep_within_their_bounds(|at| [at as u8; 3]);
    keys_keep_within_their_bounds(|at| -> Str<60> {
        "x".repeat(usize::from(at) % 61).parse().unwrap()
    });
}

/// The bounds of tables are exact where groups have 16 control bytes. Those of trees are reached by the fullest trees.
#[test]
fn the_bounds_are_reached() {
    fn most<C>(value: &C::Value) -> usize
    where
        C: for<'d> Decode<'d, Own>,
    {
        heap_of::<C>(&encoded::<C>(value))
    }
    macro_rules! reached {
        ($codec:ty, $value:expr) => {
            let schema = <$codec as Encode<Own>>::ENCODING;
            assert_eq!(most::<$codec>(&$value), schema.max_heap(), "{}", stringify!($codec));
        };
    }
    if cfg!(target_feature = "sse2") {
        reached!(MaxLen<HashMap<u16, u64>, 100>, (0..100).map(|key| (key, 0)).collect());
        reached!(MaxLen<HashMap<u32, Option<u8>>, 3>, (0..3).map(|key| (key, None)).collect());
        reached!(MaxLen<HashSet<u8>, 20>, (0..20).collect());
        reached!(MaxLen<HashSet<u16>, 1>, (0..1).collect());
        reached!(MaxLen<HashSet<[u64; 3]>, 29>, (0..29).map(|key| [key; 3]).collect());
    }
    reached!(MaxLen<BTreeMap<u16, u64>, 11>, (0..11).map(|key| (key, 0)).collect());
    reached!(MaxLen<BTreeSet<u8>, 12>, (0..12).collect());
    reached!(MaxLen<VecDeque<u32>, 9>, (0..9).collect());
    reached!(MaxLen<BinaryHeap<u64>, 9>, (0..9).collect());
    reached!(MaxLen<Rc<str>, 9>, "x".repeat(9).into());
    reached!(MaxLen<Arc<str>, 8>, "x".repeat(8).into());
    reached!(MaxBytes<Arc<[u8]>, 1>, Arc::from([7]));
    reached!(MaxLen<Rc<[u64]>, 9>, [7; 9].into());
    reached!(MaxLen<Arc<[u16]>, 5>, [7; 5].into());
    reached!(MaxLen<Arc<[[u8; 3]]>, 3>, [[7; 3]; 3].into());
    reached!(MaxLen<Rc<[u128]>, 2>, [7; 2].into());
    reached!(MaxLen<Rc<[u32]>, 0>, [].into());
    reached!(MaxLen<Arc<[MaxLen<String, 4>]>, 3>, vec!["x".repeat(4); 3].into());
    reached!(MaxLen<CString, 9>, CString::new("x".repeat(9)).unwrap());
    reached!(Rc<u64>, Rc::new(7));
    reached!(ByteStr<40>, ByteStr::new(&[0xE9; 40]).unwrap());
    reached!(Tlvs<40>, Tlvs::new([Tlv { extension: 1, field: 1, value: &[7; 35] }]).unwrap());
    reached!(Rest<Vec<u8>, 9>, vec![7; 9]);
    reached!(RestItems<Vec<u16>, 9>, vec![7; 9]);
    reached!(Terminated<String, 9>, "x".repeat(9));
    reached!(Terminated<Vec<u8>, 9, 0x0A0D, 2>, vec![7; 9]);
    reached!(TerminatedItems<Vec<u16>, 9, 0, 2>, vec![7; 9]);
    reached!(MaxLen<Vec<MaxLen<String, 4>>, 3>, vec!["x".repeat(4); 3]);
    reached!(MaxLen<VecDeque<MaxBytes<Box<[u8]>, 4>>, 3>, vec![[7; 4].into(); 3].into());
    reached!(
        MaxLen<BTreeMap<MaxLen<String, 4>, MaxBytes<Vec<u8>, 5>>, 2>,
        ["aaaa", "aaab"].map(|key| (key.to_owned(), vec![7; 5])).into()
    );
    reached!(Arc<[u8; 3]>, Arc::new([7; 3]));
}

/// Decodes the borrowed form and checks the heap of the owned one, also while it is made.
macro_rules! own_keeps_within_its_bound {
    ($codec:ty, $value:expr) => {{
        type Form<'a> = <$codec as Borrow<Own>>::Ref<'a>;
        let value: <$codec as Encode<Own>>::Value = $value;
        let bytes = encoded::<$codec>(&value);
        let allowed = bound(<$codec as Encode<Own>>::ENCODING, bytes.len());
        let keeps = |form: &Form<'_>| {
            let (peak, owned) = PerThread::peak_of(|| <$codec as Borrow<Own>>::own(form));
            assert_eq!(owned, value);
            let name = stringify!($codec);
            assert!(peak <= allowed, "a peak of {peak}, {allowed} allowed for {name}");
        };
        keeps(&<Form<'_> as Decode<'_, Own>>::decode_from(&mut Decoder::new(&bytes)).unwrap());
        keeps(&<$codec as Borrow<Own>>::lend(&value));
    }};
}

#[test]
fn owned_forms_of_borrowed_ones_keep_within_their_bounds() {
    for count in [1, 2, 3, 5, 100, 1025] {
        let numbers = || 0..count;
        own_keeps_within_its_bound!(MaxLen<VecDeque<u64>, 1025>, numbers().collect());
        own_keeps_within_its_bound!(MaxLen<Vec<u64>, 1025>, numbers().collect());
        own_keeps_within_its_bound!(MaxLen<Box<[u64]>, 1025>, numbers().collect());
        own_keeps_within_its_bound!(MaxLen<Rc<[u64]>, 1025>, numbers().collect());
        own_keeps_within_its_bound!(MaxLen<Arc<[u64]>, 1025>, numbers().collect());
        own_keeps_within_its_bound!(MaxLen<BTreeSet<u64>, 1025>, numbers().collect());
        own_keeps_within_its_bound!(
            MaxLen<BTreeMap<u64, u64>, 1025>,
            numbers().map(|key| (key, 7)).collect()
        );
        #[cfg(feature = "arrayvec")]
        own_keeps_within_its_bound!(arrayvec::ArrayVec<u64, 1025>, numbers().collect());
        #[cfg(feature = "smallvec")]
        own_keeps_within_its_bound!(
            MaxLen<smallvec::SmallVec<[u64; 1025]>, 1025>,
            numbers().collect()
        );
        #[cfg(feature = "smallvec")]
        own_keeps_within_its_bound!(
            MaxLen<smallvec::SmallVec<[u64; 2]>, 1025>,
            numbers().collect()
        );
    }
}

/// A table that lends its entries sorts them, which takes memory besides.
#[test]
fn owned_tables_of_decoded_entries_keep_within_their_bounds() {
    type Table = MaxLen<HashMap<u64, Str<9>>, 1025, Ascending>;
    type Form<'a> = <Table as Borrow<Own>>::Ref<'a>;
    for count in [1, 3, 5, 100, 1025] {
        let table = (0..count).map(|key| (key, "x".parse().unwrap())).collect();
        let bytes = encoded::<Table>(&table);
        let allowed = bound(<Table as Encode<Own>>::ENCODING, bytes.len());
        let form = <Form<'_> as Decode<'_, Own>>::decode_from(&mut Decoder::new(&bytes)).unwrap();
        let (peak, owned) = PerThread::peak_of(|| <Table as Borrow<Own>>::own(&form));
        assert_eq!(owned, table);
        assert!(peak <= allowed, "a peak of {peak}, {allowed} allowed");
    }
}

/// The last key is compared with the next one, and is not decoded again for that.
#[test]
fn keys_that_have_to_ascend_are_decoded_once() {
    type Key = Str<60_000>;
    let keys = || ["x", "y"].map(|text| text.repeat(50_000).parse::<Key>().unwrap());
    heap_of::<MaxLen<HashSet<Key>, 2, Ascending>>(&encoded::<MaxLen<HashSet<Key>, 2>>(
        &keys().into_iter().collect(),
    ));
    heap_of::<MaxLen<HashMap<Key, u8>, 2, Ascending>>(&encoded::<MaxLen<HashMap<Key, u8>, 2>>(
        &keys().map(|key| (key, 7)).into_iter().collect(),
    ));
    heap_of::<MaxLen<BTreeSet<Key>, 2>>(&encoded::<MaxLen<BTreeSet<Key>, 2>>(
        &keys().into_iter().collect(),
    ));
}

#[test]
fn a_declared_count_reserves_no_memory() {
    // Two bytes declare 65,535 entries that never arrive.
    let declared = [0xFF, 0xFF];
    assert_eq!(heap_of::<MaxLen<HashMap<u64, u64>, 65_535>>(&declared), 0);
    assert_eq!(heap_of::<MaxLen<HashSet<u8>, 65_535>>(&declared), 0);
    assert_eq!(heap_of::<MaxLen<BTreeMap<u64, u64>, 65_535>>(&declared), 0);
    assert_eq!(heap_of::<MaxLen<VecDeque<u64>, 65_535>>(&declared), 0);
}

/// A checksum that any bytes have.
#[derive(Default)]
struct Nothing;

impl Checksum for Nothing {
    type Sum = ();

    fn update(&mut self, _: &[u8]) {}

    fn finish(self) {}
}

proptest! {
    #[test]
    fn any_bytes_keep_within_the_bounds(bytes in prop::collection::vec(0..20_u8, 0..200)) {
        heap_of::<MaxLen<HashMap<u8, Str<60>>, 255>>(&bytes);
        heap_of::<MaxLen<HashMap<u8, Str<60>>, 255, LastWins>>(&bytes);
        heap_of::<MaxLen<BTreeMap<Str<9>, Box<u16>>, 255, LastWins>>(&bytes);
        heap_of::<MaxLen<BTreeSet<(u8, Option<Rc<u32>>)>, 255>>(&bytes);
        heap_of::<MaxLen<VecDeque<Str<60>>, 255>>(&bytes);
        heap_of::<MaxLen<BinaryHeap<Arc<u8>>, 255>>(&bytes);
        heap_of::<MaxLen<Vec<MaxLen<String, 60>>, 255>>(&bytes);
        heap_of::<MaxLen<HashMap<MaxLen<String, 60>, MaxBytes<Vec<u8>, 60>>, 255>>(&bytes);
        heap_of::<MaxLen<Rc<str>, 255>>(&bytes);
        heap_of::<ByteStr<60>>(&bytes);
        heap_of::<Tlvs<60>>(&bytes);
        heap_of::<MaxBytes<Arc<[u8]>, 60_000>>(&bytes);
        heap_of::<MaxLen<Arc<[(u8, Str<60>)]>, 255>>(&bytes);
        heap_of::<MaxLen<Rc<[Box<u64>]>, 255>>(&bytes);
        heap_of::<MaxLen<CString, 255>>(&bytes);
        heap_of::<Rest<Vec<u8>, 255>>(&bytes);
        heap_of::<Rest<String, 255>>(&bytes);
        heap_of::<RestItems<Vec<(u8, Str<60>)>, 40>>(&bytes);
        heap_of::<Terminated<String, 40>>(&bytes);
        heap_of::<TerminatedItems<Vec<(u8, Str<60>)>, 40, 1, 2>>(&bytes);
        heap_of::<Delimited<(Str<60>, Box<u64>)>>(&bytes);
        heap_of::<Checked<(Str<60>, Box<u64>), Nothing>>(&bytes);
    }

    #[test]
    fn refilled_collections_keep_within_the_bounds(
        first in prop::collection::hash_map(any::<u8>(), any::<u32>(), 0..200),
        second in prop::collection::hash_map(any::<u8>(), any::<u32>(), 0..20),
    ) {
        type Table = MaxLen<HashMap<u8, u32>, 255>;
        type Tree = MaxLen<BTreeMap<u8, u32>, 255, LastWins>;
        let (before, after) = (encoded::<Table>(&first), encoded::<Table>(&second));
        let (heap, values) = PerThread::left_by(|| {
            let mut table = <Table as Decode<Own>>::decode_from(&mut Decoder::new(&before)).unwrap();
            let mut tree = <Tree as Decode<Own>>::decode_from(&mut Decoder::new(&before)).unwrap();
            <Table as Decode<Own>>::refill_from(&mut table, &mut Decoder::new(&after)).unwrap();
            <Tree as Decode<Own>>::refill_from(&mut tree, &mut Decoder::new(&after)).unwrap();
            (table, tree)
        });
        let allowed = bound(<Table as Encode<Own>>::ENCODING, after.len())
            + bound(<Tree as Encode<Own>>::ENCODING, after.len());
        prop_assert!(heap <= allowed, "{heap} of {allowed}");
        prop_assert_eq!(values.0, second.clone());
        prop_assert_eq!(values.1, second.into_iter().collect::<BTreeMap<_, _>>());
    }
}

//! The heap that a decoded value holds, whatever a peer sends.

use pool_codec::layout::{Decode, Encode, Layout, MaxBytes, MaxLen, Own, Prefixed};
use pool_codec::schema::Schema;
use pool_codec::{
    Bytes, Decodable, Decoder, Encodable, Encoder, Frame, FrameSet, Seq, Str, Sv2Header, Wire,
};
use pool_dev::allocator::PerThread;
use proptest::prelude::*;

#[derive(Debug, Clone, PartialEq, Frame)]
struct Part {
    name: Str<60>,
    ids: Seq<u32, 2000>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1)]
struct Listing {
    blobs: Seq<Bytes<70_000>, 300>,
    parts: Seq<Part, 300>,
    note: Option<Str<100>>,
    #[frame(max_len = 70_000)]
    text: String,
    #[frame(max_len = 300)]
    lists: Vec<Seq<u16, 2000>>,
}

/// A message with megabytes of payload. Its type allows more than the header can express.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 2)]
struct Transactions {
    list: Seq<Bytes<0xFF_FFFF>, 0xFFFF>,
}

#[derive(Debug, FrameSet)]
#[frames(header = Sv2Header, max_payload = 0xFF_FFFF)]
enum Set {
    Listing(Listing),
    Transactions(Transactions),
}

fn empty() -> Listing {
    Listing {
        blobs: Seq::default(),
        parts: Seq::default(),
        note: None,
        text: String::new(),
        lists: Vec::new(),
    }
}

/// Returns the bound for a value that is decoded from `len` bytes, as the table of the set computes it.
fn bound(schema: &Schema, len: usize) -> usize {
    schema
        .max_heap()
        .min(schema.heap_per_byte().saturating_mul(len))
        .min(schema.max_overhead().saturating_add(len))
}

fn listing() -> impl Strategy<Value = Listing> {
    let bytes = || prop::collection::vec(any::<u8>(), 0..200);
    let part = ("[a-z]{0,60}", prop::collection::vec(any::<u32>(), 0..50))
        .prop_map(|(name, ids)| Part { name: name.parse().unwrap(), ids: ids.try_into().unwrap() });
    (
        prop::collection::vec(bytes(), 0..20),
        prop::collection::vec(part, 0..20),
        prop::option::of("[a-z]{0,100}"),
        "[a-z]{0,300}",
        prop::collection::vec(prop::collection::vec(any::<u16>(), 0..50), 0..9),
    )
        .prop_map(|(blobs, parts, note, text, lists)| Listing {
            blobs: blobs
                .into_iter()
                .map(|blob| blob.try_into().unwrap())
                .collect::<Vec<_>>()
                .try_into()
                .unwrap(),
            parts: parts.try_into().unwrap(),
            note: note.map(|note| note.parse().unwrap()),
            text,
            lists: lists.into_iter().map(|list| list.try_into().unwrap()).collect(),
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn a_decoded_value_keeps_within_its_bounds(value in listing()) {
        let bytes = value.encode_to_vec().unwrap();
        let (heap, decoded) = PerThread::left_by(|| Listing::decode(&bytes).unwrap());
        prop_assert!(heap <= bound(Listing::SCHEMA, bytes.len()), "{heap} for {} bytes", bytes.len());
        prop_assert_eq!(&decoded, &value);
        let (left, ()) = PerThread::left_by(|| ());
        prop_assert_eq!(left, 0);
    }
}

/// Checks that a value in the layout `L` holds at most the heap that the bounds of the layout allow.
fn keeps_within<L, C>(value: &C::Value)
where
    L: Layout,
    C: for<'d> Decode<'d, L> + Encode<L, Value: PartialEq + core::fmt::Debug>,
{
    let mut bytes = vec![0; C::ENCODING.max_size()];
    let mut encoder = Encoder::new(&mut bytes);
    C::encode_to(value, &mut encoder).unwrap();
    let written = encoder.written();
    bytes.truncate(written);
    let (heap, decoded) = PerThread::left_by(|| C::decode_from(&mut Decoder::new(&bytes)).unwrap());
    assert_eq!(&decoded, value);
    let bound = bound(C::ENCODING, bytes.len());
    assert!(heap <= bound, "{heap} for {} bytes, {bound} allowed", bytes.len());
}

#[test]
fn boxes_tuples_and_layouts_keep_within_their_bounds() {
    type Element = (Box<u8>, Option<Box<Str<60>>>, Bytes<60>);
    let element = |len: usize| -> Element {
        (
            Box::new(7),
            (len > 9).then(|| Box::new("x".repeat(len).parse().unwrap())),
            vec![7; len].try_into().unwrap(),
        )
    };
    for len in [0, 1, 10, 30, 31, 60] {
        keeps_within::<Own, Element>(&element(len));
        keeps_within::<Own, Seq<Element, 99>>(&vec![element(len); len].try_into().unwrap());
        keeps_within::<Own, MaxLen<Vec<Element>, 99>>(&vec![element(len); len]);
        keeps_within::<Prefixed<u64>, (Box<u8>, Bytes<60>)>(&(
            Box::new(7),
            vec![7; len].try_into().unwrap(),
        ));
        keeps_within::<Own, MaxLen<Box<[Element]>, 99>>(&vec![element(len); len].into());
        keeps_within::<Own, Option<MaxLen<Box<str>, 99>>>(&Some("x".repeat(len).into()));
        keeps_within::<Own, MaxBytes<Vec<u8>, 99>>(&vec![7; len]);
        keeps_within::<Own, MaxBytes<Box<[u8]>, 99>>(&vec![7; len].into());
    }
    assert_eq!(<Box<[Box<()>; 0]>>::MAX_HEAP, 0);
}

#[test]
fn many_small_elements_are_the_worst_case() {
    // 65,535 empty byte strings: 3 bytes each on the wire, 32 in memory.
    let mut bytes = vec![0xFF, 0xFF];
    bytes.resize(2 + 3 * 0xFFFF, 0);
    let (heap, decoded) = PerThread::left_by(|| Transactions::decode(&bytes).unwrap());
    assert_eq!((heap, decoded.list.len()), (32 * 0xFFFF, 0xFFFF));
    assert!(heap <= bound(Transactions::SCHEMA, bytes.len()));

    let info = Set::message(2).unwrap();
    assert_eq!(info.max_size, 0xFF_FFFF);
    assert_eq!(info.max_heap, 32 * 0xFFFF + 0xFF_FFFF);
    const { assert!(Transactions::MAX_HEAP > 1 << 39) };
}

#[test]
fn refills_do_not_accumulate_memory() {
    // In each message, a different element is large. A value that kept all blocks would grow without limit.
    let mut value = empty();
    let (most, ()) = PerThread::left_by(|| {
        let mut message = empty();
        message.blobs = vec![Bytes::default(); 300].try_into().unwrap();
        message.lists = vec![Seq::default(); 300];
        message.parts =
            vec![Part { name: Str::default(), ids: Seq::default() }; 300].try_into().unwrap();
        for at in 0..300 {
            let mut blobs = message.blobs.clone().into_vec();
            let mut parts = message.parts.clone().into_vec();
            let mut lists = message.lists.clone();
            blobs[at] = vec![1; 60_000].try_into().unwrap();
            parts[at].ids = vec![1; 2000].try_into().unwrap();
            lists[at] = vec![1; 2000].try_into().unwrap();
            let full = Listing {
                blobs: blobs.try_into().unwrap(),
                parts: parts.try_into().unwrap(),
                lists,
                ..empty()
            };
            value.decode_into(&full.encode_to_vec().unwrap()).unwrap();
            assert_eq!(value, full);
        }
    });
    // The containers of 300 elements each, the 512 bytes that each element keeps, and twice the content.
    let allowed = 300 * (32 + 32 + 24 + 24 + 3 * 512) + 2 * (60_000 + 2000 * 4 + 2000 * 2);
    assert!(most <= allowed, "{most} bytes after 300 refills, {allowed} allowed");

    let long = Listing { text: "x".repeat(60_000), ..empty() };
    value.decode_into(&long.encode_to_vec().unwrap()).unwrap();
    assert_eq!(value, long);
    value.decode_into(&empty().encode_to_vec().unwrap()).unwrap();
    assert!(value.text.capacity() <= 512, "{}", value.text.capacity());
}

/// Many short elements, which could each be refilled into a block that was large once.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 3, max_size = 65536)]
struct Names {
    names: Seq<Str<600>, 40_000>,
}

#[derive(Debug, FrameSet)]
#[frames(header = Sv2Header)]
enum NamesSet {
    Names(Names),
}

/// A peer that sends a few long names at a time, each time at another place, does not make the value grow.
#[test]
fn a_refilled_value_keeps_no_block_for_each_element() {
    let bound = NamesSet::MESSAGES[0].max_heap;
    let (long, count) = (Str::<600>::new(&"x".repeat(500)).unwrap(), 15_000);
    let (held, value) = PerThread::left_by(|| {
        let mut value = Names { names: Seq::default() };
        for start in (0..count).step_by(60) {
            let mut names = vec![Str::default(); count];
            names[start..start + 60].fill(long.clone());
            let bytes = Names { names: names.try_into().unwrap() }.encode_to_vec().unwrap();
            value.decode_into(&bytes).unwrap();
        }
        value
    });
    assert!(held <= bound, "{held} bytes, and the bound is {bound}");
    drop(value);
}

/// Texts that a peer makes long one after another, and an enum of two large variants.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 4, max_size = 700)]
struct Texts {
    texts: Box<[Str<600>; 20]>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 5)]
enum Choice {
    #[frame(tag = 0)]
    Text(Str<5000>),
    #[frame(tag = 1)]
    Parts(Seq<u64, 600>),
}

#[derive(Debug, FrameSet)]
#[frames(header = Sv2Header)]
enum RefilledSet {
    Texts(Texts),
    Choice(Choice),
}

/// The most heap memory while a value is refilled from `values` in turn. It is above the bound of a new value, and
/// within that of a refilled one.
fn most_while_refilled<T>(message: usize, values: &[T])
where
    T: Encodable + for<'decoder> Decodable<'decoder>,
{
    let info = RefilledSet::MESSAGES[message];
    let payloads: Vec<_> = values.iter().map(|value| value.encode_to_vec().unwrap()).collect();
    let (peak, value) = PerThread::peak_of(|| {
        let mut value = T::decode(&payloads[0]).unwrap();
        for payload in &payloads {
            value.decode_into(payload).unwrap();
        }
        value
    });
    drop(value);
    assert!(peak > info.max_heap, "{peak} bytes, {info:?}");
    assert!(peak <= info.max_refilled_heap, "{peak} bytes, {info:?}");
}

#[test]
fn refilled_values_stay_within_their_own_bound() {
    let texts: Vec<_> = (0..20)
        .map(|long| {
            let mut texts = Texts { texts: Box::new(core::array::from_fn(|_| Str::default())) };
            texts.texts[long] = Str::new(&"x".repeat(510)).unwrap();
            texts
        })
        .collect();
    most_while_refilled(0, &texts);
    let text = Choice::Text(Str::new(&"x".repeat(5000)).unwrap());
    let parts = Choice::Parts(vec![1; 600].try_into().unwrap());
    most_while_refilled(1, &[text.clone(), parts, text]);
}

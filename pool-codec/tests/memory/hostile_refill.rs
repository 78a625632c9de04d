//! The heap memory of a value while hostile frames refill it, against `max_refilled_heap`.

use std::ops::{Range, RangeFrom, RangeInclusive, RangeTo, RangeToInclusive};
use std::rc::Rc;
use std::sync::Arc;

use pool_codec::prelude::*;
use pool_codec::{Adapter, Bytes, Seq, Str, TlvHeader};
use pool_dev::allocator::PerThread;
use proptest::prelude::*;

const MAX: usize = 64 << 10;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, max_size = 65536)]
struct Parts {
    parts: [Bytes<MAX>; 6],
}

/// The same without `max_size`, in a set with `max_payload`.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 2)]
struct FreeParts {
    parts: [Bytes<MAX>; 6],
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 3)]
struct Defaulted {
    number: u8,
    #[frame(default = "y".repeat(60_000), max_len = 60_000)]
    text: String,
}

struct ToVec<const N: usize>;

impl<const N: usize> Adapter<Vec<u8>> for ToVec<N> {
    type Wire = Bytes<N>;

    fn to_wire(value: &Vec<u8>) -> Result<Bytes<N>, &'static str> {
        Bytes::new(value).map_err(|_| "too long")
    }

    fn from_wire(wire: Bytes<N>) -> Result<Vec<u8>, &'static str> {
        Ok(wire.to_vec())
    }
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 4)]
struct Adapted {
    #[frame(with = ToVec::<60_000>)]
    content: Vec<u8>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 5)]
struct BoxedSlice {
    #[frame(max_len = 1000)]
    numbers: Box<[u64]>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 6)]
struct BoxedText {
    #[frame(max_len = 8000)]
    text: Box<str>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
enum Choice {
    #[frame(tag = 0)]
    Number(u8),
    #[frame(tag = 1)]
    Text(Str<900>),
    #[frame(tag = 2)]
    Lists(Seq<Box<Str<200>>, 9>, Bytes<400>),
}

/// Fields of all kinds that hold heap memory.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 7)]
struct Mixed {
    choice: Choice,
    lists: Seq<Seq<u16, 300>, 300>,
    #[frame(max_len = 60)]
    choices: Vec<Choice>,
    boxed: Option<Box<(Choice, Str<900>)>>,
    #[frame(with = ToVec::<300>)]
    adapted: Vec<u8>,
    #[frame(max_len = 900)]
    names: Box<[Str<60>]>,
    #[frame(default, max_len = 900)]
    text: Box<str>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 8)]
struct Ranges {
    both: Range<Str<1000>>,
    inclusive: RangeInclusive<Str<1000>>,
    from: RangeFrom<Str<1000>>,
    to: RangeTo<Str<1000>>,
    to_inclusive: RangeToInclusive<Str<1000>>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 9, max_size = 300)]
struct Shared {
    parts: Arc<[Str<255>; 6]>,
}

/// Counted pointers of which one is inside the other.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 10, max_size = 300)]
struct SharedTwice {
    parts: Rc<(u8, Arc<[Str<255>; 5]>)>,
}

#[derive(Debug, FrameSet)]
#[frames(header = TlvHeader)]
enum Set {
    Parts(Parts),
    Defaulted(Defaulted),
    Adapted(Adapted),
    BoxedSlice(BoxedSlice),
    BoxedText(BoxedText),
    Ranges(Ranges),
    Shared(Shared),
}

/// A pointer that other threads cannot have is not in a set.
#[derive(Debug, FrameSet)]
#[frames(header = TlvHeader)]
enum Local {
    SharedTwice(SharedTwice),
}

#[derive(Debug, FrameSet)]
#[frames(header = TlvHeader, max_payload = 65536)]
enum Capped {
    FreeParts(FreeParts),
}

#[derive(Debug, FrameSet)]
#[frames(header = TlvHeader, max_payload = 1000)]
enum Short {
    Mixed(Mixed),
}

/// Checks the heap memory of a value of `T` while it is refilled from `inputs`, of which the first is valid.
#[track_caller]
fn stays_within<S: FrameSet, T>(inputs: &[Vec<u8>])
where
    T: Frame + for<'decoder> Decodable<'decoder>,
{
    let info = S::message(T::ID).unwrap();
    assert!(inputs.iter().all(|input| input.len() <= info.max_size));
    let (peak, value) = PerThread::peak_of(|| {
        let mut value = T::decode(&inputs[0]).unwrap();
        for input in inputs {
            let _ = value.decode_into(input);
        }
        value
    });
    drop(value);
    let bound = info.max_refilled_heap;
    assert!(peak <= bound, "{peak} bytes, and the bound is {bound}");
}

/// The encodings of `values`.
fn encoded<T: Encodable>(values: impl IntoIterator<Item = T>) -> Vec<Vec<u8>> {
    values.into_iter().map(|value| value.encode_to_vec().unwrap()).collect()
}

/// The encoding of six byte strings of these lengths.
fn parts(lens: [usize; 6]) -> Vec<u8> {
    Parts { parts: lens.map(|len| vec![7; len].try_into().unwrap()) }.encode_to_vec().unwrap()
}

/// Each input makes one more field long, from the last to the first, and ends behind it.
fn truncated() -> Vec<Vec<u8>> {
    let truncated = (0..6).rev().map(|at| {
        let (mut lens, len) = ([0; 6], MAX - 18);
        lens[at] = len;
        let mut bytes = parts(lens);
        bytes.truncate(3 * (at + 1) + len);
        bytes
    });
    core::iter::once(parts([0; 6])).chain(truncated).collect()
}

#[test]
fn truncated_frames_that_fill_one_field_after_another() {
    stays_within::<Set, Parts>(&truncated());
}

#[test]
fn truncated_frames_of_a_set_with_a_longest_payload() {
    stays_within::<Capped, FreeParts>(&truncated());
}

/// Each field keeps a block that is half full, and the first one is then refilled before the others are.
#[test]
fn valid_frames_whose_fields_keep_blocks_that_are_half_full() {
    let len = MAX - 18;
    let lens = [
        [0, len, 0, 0, 0, 0],
        [0, len / 2, len / 2, 0, 0, 0],
        [0, len / 2, len / 4, len / 4, 0, 0],
        [0, len / 2, len / 4, len / 8, len / 8, 0],
        [len, 0, 0, 0, 0, 0],
    ];
    stays_within::<Set, Parts>(&lens.map(parts));
}

/// Whatever a peer sent before, a valid frame releases the blocks that it does not need.
#[test]
fn a_short_frame_after_hostile_ones_releases_their_memory() {
    let (held, value) = PerThread::left_by(|| {
        let mut value = Parts::decode(&parts([0; 6])).unwrap();
        for input in truncated() {
            let _ = value.decode_into(&input);
        }
        value.decode_into(&parts([0; 6])).unwrap();
        value
    });
    assert_eq!(held, 0);
    drop(value);
}

/// The default of an absent field is made before the old value is dropped.
#[test]
fn an_absent_field_with_a_default() {
    let full = Defaulted { number: 1, text: "z".repeat(60_000) };
    stays_within::<Set, Defaulted>(&[full.encode_to_vec().unwrap(), vec![1]]);
}

/// The wire form, the new value and the old value exist together.
#[test]
fn a_field_with_an_adapter() {
    stays_within::<Set, Adapted>(&encoded(
        [1, 2].map(|byte| Adapted { content: vec![byte; 60_000] }),
    ));
}

/// A block that is half full would be kept and shrunk, for which an allocator may take a second block.
#[test]
fn boxes_that_shrink() {
    let numbers = [1000, 500].map(|len| BoxedSlice { numbers: vec![7; len].into() });
    stays_within::<Set, BoxedSlice>(&encoded(numbers));
    let texts = [8000, 4000].map(|len| BoxedText { text: "x".repeat(len).into() });
    stays_within::<Set, BoxedText>(&encoded(texts));
}

fn ranges(text: &str) -> Ranges {
    let text = || text.parse::<Str<1000>>().unwrap();
    Ranges {
        both: text()..text(),
        inclusive: text()..=text(),
        from: text()..,
        to: ..text(),
        to_inclusive: ..=text(),
    }
}

/// The public bounds are refilled in place, and those of a `RangeInclusive` are replaced.
#[test]
fn ranges_of_texts() {
    let long = "x".repeat(1000);
    stays_within::<Set, Ranges>(&encoded([ranges(&long), ranges(&long[..600]), ranges(&long)]));
}

/// Each input makes one more text long, from the last to the first, and ends behind it.
fn truncated_texts() -> Vec<Vec<u8>> {
    let truncated = (0..6).rev().map(|at| {
        let mut bytes = vec![0; at];
        bytes.push(250);
        bytes.extend([b'x'; 250]);
        bytes
    });
    core::iter::once(vec![0; 6]).chain(truncated).collect()
}

/// A value behind a counted pointer is refilled in place, like one in a box.
#[test]
fn truncated_frames_that_fill_one_part_of_a_shared_value_after_another() {
    stays_within::<Set, Shared>(&truncated_texts());
    stays_within::<Local, SharedTwice>(&truncated_texts());
}

/// A shared value is not refilled in place. The new one exists beside the old one, which was filled part by part.
#[test]
fn a_value_that_becomes_shared_before_it_is_refilled() {
    let bound = Set::message(Shared::ID).unwrap().max_refilled_heap;
    let mut full = vec![41];
    full.extend([b'x'; 41]);
    let (inputs, full) = (truncated_texts(), full.repeat(6));
    let (peak, value) = PerThread::peak_of(|| {
        let mut value = Shared::decode(&[0; 6]).unwrap();
        for input in &inputs {
            let _ = value.decode_into(input);
        }
        let other = Arc::downgrade(&value.parts);
        value.decode_into(&full).unwrap();
        drop(other);
        value
    });
    drop(value);
    assert!(peak <= bound, "{peak} bytes, and the bound is {bound}");
}

fn text(max: usize) -> impl Strategy<Value = String> {
    (0..=max).prop_map(|len| "x".repeat(len))
}

fn choice() -> impl Strategy<Value = Choice> {
    let lists = (prop::collection::vec(text(200), 0..9), 0..400_usize);
    prop_oneof![
        any::<u8>().prop_map(Choice::Number),
        text(900).prop_map(|text| Choice::Text(text.parse().unwrap())),
        lists.prop_map(|(texts, len)| {
            let texts: Vec<_> = texts.iter().map(|text| Box::new(text.parse().unwrap())).collect();
            Choice::Lists(texts.try_into().unwrap(), vec![1; len].try_into().unwrap())
        }),
    ]
}

/// A value of which most fields are empty, so that a short prefix reaches the late ones.
fn mixed() -> impl Strategy<Value = Mixed> {
    let fields = (
        choice(),
        prop::collection::vec(0..300_usize, 0..9),
        prop::collection::vec(choice(), 0..4),
        (choice(), text(900)),
        0..300_usize,
        prop::collection::vec(text(60), 0..20),
        text(900),
    );
    (fields, any::<u8>()).prop_map(
        |((choice, lists, choices, boxed, adapted, names, text), long)| {
            let long = |field: u32| long & (1 << field) != 0;
            let lists = lists.into_iter().map(|len| vec![7; len].try_into().unwrap());
            let names = names.iter().map(|name| name.parse().unwrap());
            Mixed {
                choice: if long(0) { choice } else { Choice::Number(0) },
                lists: lists.filter(|_| long(1)).collect::<Vec<_>>().try_into().unwrap(),
                choices: choices.into_iter().filter(|_| long(2)).collect(),
                boxed: long(3).then(|| Box::new((boxed.0, boxed.1.parse().unwrap()))),
                adapted: vec![1; if long(4) { adapted } else { 0 }],
                names: names.filter(|_| long(5)).collect(),
                text: if long(6) { text.into() } else { Box::default() },
            }
        },
    )
}

proptest! {
    #[test]
    fn prefixes_of_messages(messages in prop::collection::vec((mixed(), 10..=1000_usize), 1..20)) {
        let mut inputs = vec![vec![0; 10]];
        inputs.extend(messages.into_iter().map(|(message, len)| {
            let mut input = message.encode_to_vec().unwrap();
            input.truncate(len);
            input
        }));
        stays_within::<Short, Mixed>(&inputs);
    }
}

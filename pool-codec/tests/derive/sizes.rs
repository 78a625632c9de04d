//! The constants are tight: some value reaches each bound, and decoding never uses more heap than `MAX_HEAP`.

use core::fmt::Debug;

use pool_codec::prelude::*;
use pool_codec::{Bytes, Seq, Str};
use pool_dev::allocator::PerThread;
use proptest::prelude::*;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, len = auto)]
struct Level {
    price: u64,
    venue: Str<40>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, tag = u16, len = u64, borrow)]
enum Event {
    #[frame(tag = 1)]
    Tick,
    #[frame(tag = 2)]
    Trade { price: char, venue: Option<Str<50>> },
    #[frame(tag = 3)]
    Book(Box<Level>, Seq<Level, 4>),
    #[frame(tag = 4)]
    Blob(#[frame(max_len = 90)] Vec<u8>, Bytes<60>),
    #[frame(tag = 5)]
    Texts {
        #[frame(max_len = 3)]
        texts: Box<[Str<33>]>,
        #[frame(max_len = 70)]
        note: Option<String>,
        pair: (Str<31>, [Bytes<40>; 2]),
    },
    #[frame(other)]
    Other(u16, Bytes<200>),
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Batch<T> {
    events: Seq<T, 3>,
    last: Option<T>,
}

fn str_of<const N: usize>(len: usize) -> Str<N> {
    "x".repeat(len).parse().unwrap()
}

fn bytes_of<const N: usize>(len: usize) -> Bytes<N> {
    vec![7; len].try_into().unwrap()
}

fn level(len: usize) -> Level {
    Level { price: 1, venue: str_of(len) }
}

/// Returns every variant, as long as `fill` thousandths of its bounds allow.
fn events(fill: usize) -> Vec<Event> {
    let of = |max: usize| max * fill / 1000;
    vec![
        Event::Tick,
        Event::Trade { price: '\u{10FFFF}', venue: (fill > 0).then(|| str_of(of(50))) },
        Event::Book(Box::new(level(of(40))), vec![level(of(40)); of(4)].try_into().unwrap()),
        Event::Blob(vec![1; of(90)], bytes_of(of(60))),
        Event::Texts {
            texts: vec![str_of(of(33)); of(3)].into(),
            note: (fill > 0).then(|| "n".repeat(of(70))),
            pair: (str_of(of(31)), [bytes_of(of(40)), bytes_of(of(40))]),
        },
        Event::Other(9, bytes_of(of(200))),
    ]
}

/// Checks the heap that decoding uses, and returns the encoding.
fn measured<T>(value: &T) -> (usize, usize)
where
    T: Encodable + PartialEq + Debug + for<'d> Decodable<'d>,
{
    let bytes = value.encode_to_vec().unwrap();
    assert!((T::MIN_SIZE..=T::MAX_SIZE).contains(&bytes.len()));
    let (peak, decoded) = PerThread::peak_of(|| T::decode(&bytes).unwrap());
    assert_eq!(&decoded, value);
    assert!(peak <= T::MAX_HEAP, "{peak} of {} bytes for {value:?}", T::MAX_HEAP);
    (bytes.len(), peak)
}

#[test]
fn some_value_reaches_each_bound() {
    let full: Vec<_> = events(1000).iter().map(measured).collect();
    assert_eq!(full.iter().map(|(size, _)| *size).max(), Some(Event::MAX_SIZE));
    assert_eq!(full.iter().map(|(_, heap)| *heap).max(), Some(Event::MAX_HEAP));
    let empty: Vec<_> = events(0).iter().map(measured).collect();
    assert_eq!(empty.iter().map(|(size, _)| *size).min(), Some(Event::MIN_SIZE));
}

#[test]
fn some_value_of_a_generic_type_reaches_each_bound() {
    let largest = |size: fn((usize, usize)) -> usize| {
        events(1000).into_iter().max_by_key(|event| size(measured(event))).unwrap()
    };
    let batch = |event: Event| Batch {
        events: vec![event.clone(); 3].try_into().unwrap(),
        last: Some(event),
    };
    assert_eq!(measured(&batch(largest(|(size, _)| size))).0, <Batch<Event>>::MAX_SIZE);
    assert_eq!(measured(&batch(largest(|(_, heap)| heap))).1, <Batch<Event>>::MAX_HEAP);
    let empty = Batch::<Event> { events: Seq::default(), last: None };
    assert_eq!(measured(&empty).0, <Batch<Event>>::MIN_SIZE);
}

#[test]
fn bounds_of_borrowed_forms_equal_those_of_owned_forms() {
    assert_eq!(EventRef::MAX_SIZE, Event::MAX_SIZE);
    assert_eq!(EventRef::MIN_SIZE, Event::MIN_SIZE);
    for event in events(1000) {
        let bytes = event.encode_to_vec().unwrap();
        let (peak, _) = PerThread::peak_of(|| EventRef::decode(&bytes).unwrap());
        assert_eq!((peak, EventRef::MAX_HEAP), (0, 0));
    }
}

#[test]
fn sums_saturate() {
    #[derive(Frame)]
    #[frame(max_size = 100)]
    struct Huge {
        parts: Seq<Seq<Seq<Bytes<0xFFFF_FFFF>, 0xFFFF_FFFF>, 0xFFFF_FFFF>, 0xFFFF_FFFF>,
    }
    assert_eq!((Huge::MAX_SIZE, Huge::MAX_HEAP), (100, usize::MAX));
}

proptest! {
    #[test]
    fn bounds_hold(fill in 0..=1000_usize, count in 0..=3_usize, last in any::<bool>()) {
        for event in events(fill) {
            measured(&event);
            let last = last.then(|| event.clone());
            measured(&Batch { events: vec![event; count].try_into().unwrap(), last });
        }
    }

    #[test]
    fn whatever_decodes_is_within_bounds(mut bytes in prop::collection::vec(any::<u8>(), 2..400), tag in 0..8_u8) {
        (bytes[0], bytes[1]) = (tag, 0);
        let (peak, decoded) = PerThread::peak_of(|| Event::decode_prefix(&bytes).map(|(event, _)| event));
        prop_assert!(peak <= Event::MAX_HEAP);
        if let Ok(event) = decoded {
            measured(&event);
        }
    }
}

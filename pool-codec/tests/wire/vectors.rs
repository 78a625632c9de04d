//! Encoding to vectors, whose spare capacity is not initialised, and iteration over borrowed sequences.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;
use std::sync::Arc;

use pool_codec::error::EncodeErrorKind;
use pool_codec::layout::{Encode, Layout, Sink};
use pool_codec::prelude::*;
use pool_codec::schema::Schema;
use pool_codec::{Be, Seq, SeqRef, Str};
use proptest::prelude::*;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Order {
    id: u32,
    #[frame(max_len = 3)]
    name: String,
    levels: Seq<(u64, i32), 9>,
}

fn order(name: &str) -> Order {
    Order { id: 7, name: name.into(), levels: [(1, -1), (2, -2)].into() }
}

#[test]
fn appending_keeps_the_content_and_does_not_grow_a_large_vector() {
    let mut out = Vec::with_capacity(100);
    let block = out.as_ptr();
    out.extend(*b"before");
    order("abc").append_to_vec(&mut out).unwrap();
    order("").as_borrowed().append_to_vec(&mut out).unwrap();
    let expected = [order("abc"), order("")].map(|order| order.encode_to_vec().unwrap()).concat();
    assert_eq!(out, [&b"before"[..], &expected].concat());
    assert_eq!(out.as_ptr(), block);
}

#[test]
fn a_new_vector_has_exactly_the_capacity_of_the_value() {
    let bytes = order("abc").encode_to_vec().unwrap();
    assert_eq!((bytes.len(), bytes.capacity()), (4 + 4 + 1 + 24, 33));
    assert_eq!(().encode_to_vec().unwrap().capacity(), 0);
}

#[test]
fn nothing_is_appended_after_an_error() {
    let mut out = vec![1, 2];
    let error = order("abcd").append_to_vec(&mut out).unwrap_err();
    assert!(matches!(error.kind(), EncodeErrorKind::TooLong(_)), "{error}");
    assert_eq!(out, [1, 2]);
    assert_eq!(order("abcd").encode_to_vec(), Err(error));
}

/// A type that writes fewer or more bytes than its schema says.
#[derive(Debug, Clone, Copy)]
struct Writes(usize);

impl<L: Layout> Encode<L> for Writes {
    type Value = Self;
    const ENCODING: &'static Schema = &Schema::opaque(4, 4);

    fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
        (0..value.0).try_for_each(|_| sink.put(&[0xEE]))
    }
}

#[test]
fn elements_that_write_other_lengths_than_they_say_are_refused() {
    let encode = |lengths: &[usize]| {
        let elements: Vec<_> = lengths.iter().copied().map(Writes).collect();
        Seq::<Writes, 9>::new(elements).unwrap().encode_to_vec()
    };
    assert_eq!(encode(&[4, 4]).unwrap(), [2, 0xEE, 0xEE, 0xEE, 0xEE, 0xEE, 0xEE, 0xEE, 0xEE]);
    for lengths in [&[4, 3][..], &[3, 4], &[0], &[4, 0, 4]] {
        let kind = encode(lengths).unwrap_err().kind();
        assert!(matches!(kind, EncodeErrorKind::InvalidValue { .. }), "{lengths:?}: {kind}");
    }
    for lengths in [&[5][..], &[4, 5, 3]] {
        let kind = encode(lengths).unwrap_err().kind();
        let needed = EncodeErrorKind::BufferTooSmall { needed: 1, available: 0 };
        assert_eq!(kind, needed, "{lengths:?}");
    }
}

#[test]
fn a_value_that_writes_less_than_it_counted_ends_where_it_stopped() {
    let mut out = vec![9];
    [Writes(4)].append_to_vec(&mut out).unwrap();
    // The count of bytes that is written is not the count that was announced.
    struct Shrinks(core::cell::Cell<usize>);
    impl<L: Layout> Encode<L> for Shrinks {
        type Value = Self;
        const ENCODING: &'static Schema = &Schema::opaque(0, 9);

        fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
            (0..value.0.replace(2)).try_for_each(|_| sink.put(&[0xDD]))
        }
    }
    Shrinks(8.into()).append_to_vec(&mut out).unwrap();
    assert_eq!(out, [9, 0xEE, 0xEE, 0xEE, 0xEE, 0xDD, 0xDD]);
}

/// A type that ignores that its elements are refused.
#[derive(Debug, Clone)]
struct Ignores([Writes; 4]);

impl<L: Layout> Encode<L> for Ignores {
    type Value = Self;
    const ENCODING: &'static Schema = &Schema::opaque(16, 16);

    fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
        let _ = <[Writes; 4] as Encode<L>>::encode_to(&value.0, sink);
        Ok(())
    }
}

#[test]
fn elements_whose_own_elements_are_refused_are_not_complete() {
    for lengths in [[3, 4, 4, 4], [4, 4, 4, 0], [5, 4, 4, 4]] {
        let value = [Ignores([4; 4].map(Writes)), Ignores(lengths.map(Writes))];
        let kind = value.encode_to_vec().unwrap_err().kind();
        assert!(matches!(kind, EncodeErrorKind::InvalidValue { .. }), "{lengths:?}: {kind}");
        assert!(value.encode(&mut [0; 32]).is_err());
        // Not as an element, it ends where it stopped.
        let alone = Ignores(lengths.map(Writes)).encode_to_vec().unwrap();
        assert_eq!(alone, [], "{lengths:?}");
    }
}

/// A type that panics while it writes.
#[derive(Debug, Clone, Copy)]
struct Panics(bool);

impl<L: Layout> Encode<L> for Panics {
    type Value = Self;
    const ENCODING: &'static Schema = &Schema::opaque(4, 4);

    fn encode_to<S: Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
        assert!(!value.0, "an element panics");
        sink.put(&[0xCC; 4])
    }
}

/// Writes three elements, of which one panics, and goes on.
struct Survives;

impl<L: Layout> Encode<L> for Survives {
    type Value = Self;
    const ENCODING: &'static Schema = &Schema::opaque(0, 20);

    fn encode_to<S: Sink>(_: &Self, sink: &mut S) -> Result<(), S::Error> {
        sink.put(&[1])?;
        let elements = Seq::from([false, true, false].map(Panics));
        let written =
            AssertUnwindSafe(|| <Seq<Panics, 9> as Encode<L>>::encode_to(&elements, sink));
        written_or_panicked(catch_unwind(written))
    }
}

fn written_or_panicked<E>(result: std::thread::Result<Result<(), E>>) -> Result<(), E> {
    result.unwrap_or(Ok(()))
}

/// Writes as [`Survives`], but always as many bytes, says its schema.
struct Lies;

impl<L: Layout> Encode<L> for Lies {
    type Value = Self;
    const ENCODING: &'static Schema = &Schema::opaque(12, 12);

    fn encode_to<S: Sink>(_: &Self, sink: &mut S) -> Result<(), S::Error> {
        let elements = [false, true, false].map(Panics);
        let written = AssertUnwindSafe(|| <[Panics; 3] as Encode<L>>::encode_to(&elements, sink));
        written_or_panicked(catch_unwind(written))
    }
}

#[test]
fn an_element_in_which_an_element_panicked_is_not_complete() {
    let kind = [Lies, Lies].encode_to_vec().unwrap_err().kind();
    assert!(matches!(kind, EncodeErrorKind::InvalidValue { .. }), "{kind}");
}

#[test]
fn bytes_that_a_panic_left_unwritten_are_not_part_of_the_vector() {
    let mut out = Vec::with_capacity(64);
    Survives.append_to_vec(&mut out).unwrap();
    assert_eq!(out, [1, 3], "the count was written, and no element");
}

/// Checks all ways to iterate against each other.
fn iterate<T, const MAX: usize>(sequence: SeqRef<'_, T, MAX>, expected: &[T])
where
    T: PartialEq + core::fmt::Debug + Copy,
    T: for<'d> pool_codec::layout::Borrow<pool_codec::layout::Own, Value = T, Ref<'d> = T>,
    T: for<'d> pool_codec::layout::Decode<'d, pool_codec::layout::Own>,
{
    let mut stepped = Vec::new();
    for element in sequence {
        stepped.push(element);
    }
    assert_eq!(stepped, expected);
    assert_eq!(sequence.iter().collect::<Vec<_>>(), expected);
    for taken in 0..=expected.len() {
        let mut iter = sequence.iter();
        let first: Vec<_> = iter.by_ref().take(taken).collect();
        assert_eq!(iter.len(), expected.len() - taken);
        let mut rest = Vec::new();
        iter.clone().for_each(|element| rest.push(element));
        assert_eq!([&first[..], &rest[..]].concat(), expected);
        assert_eq!(iter.last(), expected[taken..].last().copied());
    }
    let mut ended = sequence.iter();
    ended.by_ref().for_each(drop);
    assert_eq!((ended.len(), ended.next()), (0, None));
}

proptest! {
    #[test]
    fn every_way_to_iterate_gives_the_same_elements(
        numbers in prop::collection::vec(any::<u64>(), 0..9),
        flags in prop::collection::vec(any::<bool>(), 0..9),
        pairs in prop::collection::vec((any::<u16>(), any::<i8>()), 0..9),
    ) {
        let bytes = Seq::<u64, 9>::new(numbers.clone()).unwrap().encode_to_vec().unwrap();
        iterate(SeqRef::<u64, 9>::decode(&bytes).unwrap(), &numbers);
        iterate(SeqRef::<u64, 9>::new(&numbers).unwrap(), &numbers);
        let bytes = Seq::<bool, 9>::new(flags.clone()).unwrap().encode_to_vec().unwrap();
        iterate(SeqRef::<bool, 9>::decode(&bytes).unwrap(), &flags);
        let bytes = Seq::<(u16, i8), 9>::new(pairs.clone()).unwrap().encode_to_vec().unwrap();
        iterate(SeqRef::<(u16, i8), 9>::decode(&bytes).unwrap(), &pairs);
    }

    /// Numbers in the byte order of the machine are copied as they are in memory, the others are not.
    #[test]
    fn slices_of_numbers_are_their_elements_one_after_another(
        little in prop::collection::vec(any::<u32>(), 0..40),
        floats in prop::collection::vec(any::<f64>(), 0..9),
        wide in prop::collection::vec(any::<i128>(), 0..5),
        name in "[a-z]{0,3}",
    ) {
        let single: Vec<u8> = little.iter().flat_map(|number| number.to_le_bytes()).collect();
        let bytes = Seq::<u32, 40>::new(little.clone()).unwrap().encode_to_vec().unwrap();
        prop_assert_eq!(&bytes[1..], &single[..]);
        prop_assert_eq!(Seq::<u32, 40>::decode(&bytes).unwrap().into_vec(), little.clone());

        let big: Vec<_> = little.iter().copied().map(Be).collect();
        let single: Vec<u8> = little.iter().flat_map(|number| number.to_be_bytes()).collect();
        let bytes = Seq::<Be<u32>, 40>::new(big.clone()).unwrap().encode_to_vec().unwrap();
        prop_assert_eq!(&bytes[1..], &single[..]);
        prop_assert_eq!(Seq::<Be<u32>, 40>::decode(&bytes).unwrap().into_vec(), big);

        // A text before the numbers, so that they are not aligned.
        type Mixed = (Str<3>, Seq<f64, 9>, Seq<i128, 5>);
        let mixed: Mixed =
            (name.parse().unwrap(), floats.clone().try_into().unwrap(), wide.try_into().unwrap());
        let bytes = mixed.encode_to_vec().unwrap();
        let decoded = Mixed::decode(&bytes).unwrap();
        let bits = |floats: &[f64]| floats.iter().map(|float| float.to_bits()).collect::<Vec<_>>();
        prop_assert_eq!(bits(&decoded.1), bits(&floats));
        prop_assert_eq!((decoded.0, decoded.2), (mixed.0, mixed.2));
    }
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Shared {
    #[frame(max_len = 3)]
    names: Arc<[Str<4>]>,
    #[frame(max_len = 300)]
    numbers: Option<Rc<[u16]>>,
}

proptest! {
    #[test]
    fn counted_slices_have_the_bytes_of_vectors(
        names in prop::collection::vec("[a-z]{0,4}", 0..=3),
        numbers in prop::option::of(prop::collection::vec(any::<u16>(), 0..=300)),
    ) {
        let names: Vec<Str<4>> = names.iter().map(|name| name.parse().unwrap()).collect();
        let value = Shared {
            names: names.clone().into(),
            numbers: numbers.clone().map(Rc::from),
        };
        let bytes = value.encode_to_vec().unwrap();
        let vectors: (Seq<Str<4>, 3>, Option<Seq<u16, 300>>) =
            (names.try_into().unwrap(), numbers.map(|numbers| numbers.try_into().unwrap()));
        prop_assert_eq!(&bytes, &vectors.encode_to_vec().unwrap());
        prop_assert_eq!(&Shared::decode(&bytes).unwrap(), &value);
        let borrowed = SharedRef::decode(&bytes).unwrap();
        prop_assert_eq!(&borrowed, &value.as_borrowed());
        prop_assert_eq!(&borrowed.into_owned(), &value);
        // A value that is shared is left to its other owners.
        let mut refilled = Shared { names: [].into(), numbers: None };
        let before = Arc::clone(&refilled.names);
        refilled.decode_into(&bytes).unwrap();
        prop_assert_eq!((&refilled, before.len()), (&value, 0));
        for len in 0..bytes.len() {
            prop_assert!(Shared::decode(&bytes[..len]).is_err());
        }
    }
}

//! Type and const parameters.

use core::marker::PhantomData;

use pool_codec::layout::{Borrow, Own};
use pool_codec::prelude::*;
use pool_codec::{Bytes, Covariant, DecodeFrame, EncodeFrame, Seq, SeqRef, Str, TlvHeader};

use crate::check::both_forms;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Page<T: Clone, const N: usize>
where
    T: core::fmt::Debug,
{
    first: Option<T>,
    items: Seq<T, N>,
    #[frame(max_len = N)]
    more: Vec<T>,
    array: [T; 2],
    hash: [u8; N],
    mark: PhantomData<T>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 11, len = u64, tag = u32, borrow)]
enum Either<L, R> {
    #[frame(tag = 0)]
    Left(L),
    #[frame(tag = 1)]
    Right { right: Option<R> },
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Outer<T: Clone + core::fmt::Debug> {
    inner: Page<T, 3>,
    either: Either<Str<4>, u8>,
    #[frame(copy)]
    plain: Either<u8, u8>,
}

impl Copy for Either<u8, u8> {}

fn page<T: Clone + core::fmt::Debug>(items: [T; 2]) -> Page<T, 3> {
    Page {
        first: Some(items[0].clone()),
        items: items.to_vec().try_into().unwrap(),
        more: items[1..].to_vec(),
        array: items,
        hash: [1, 2, 3],
        mark: PhantomData,
    }
}

#[test]
fn parameters_encode_as_their_arguments() {
    let bytes = both_forms(&page([1_u8, 2]), &page([3, 4]));
    assert_eq!(bytes, [1, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 3]);
    let texts: [Str<5>; 2] = ["a".parse().unwrap(), Str::default()];
    both_forms(&page(texts.clone()), &page(["".parse().unwrap(), "12345".parse().unwrap()]));
    let bytes = page(texts).encode_to_vec().unwrap();
    let borrowed = PageRef::<Str<5>, 3>::decode(&bytes).unwrap();
    // A field whose type is the parameter is borrowed in the form of the argument.
    assert_eq!(borrowed.array[0].as_str(), "a");
    assert_eq!(borrowed.clone(), borrowed);
    assert!(
        format!("{borrowed:?}").starts_with("PageRef { first: Some(\"a\"), items: [\"a\", \"\"]")
    );
}

#[test]
fn sizes_follow_the_arguments() {
    assert_eq!(<Page<u8, 3>>::MAX_SIZE, 2 + 4 + 4 + 2 + 3);
    assert_eq!(<Page<Str<5>, 3>>::MAX_SIZE, 7 + 19 + 19 + 12 + 3);
    assert_eq!((<Either<u8, u64>>::MIN_SIZE, <Either<u8, u64>>::MAX_SIZE), (5, 13));
}

#[test]
fn layouts_apply_to_arguments() {
    let left: Either<Str<4>, u8> = Either::Left("x".parse().unwrap());
    assert_eq!(both_forms(&left, &left), b"\0\0\0\0\x01\0\0\0\0\0\0\0x");
    let right: Either<Str<4>, u8> = Either::Right { right: Some(5) };
    assert_eq!(both_forms(&right, &left), [1, 0, 0, 0, 1, 5]);
    let outer = Outer { inner: page([1_u16, 2]), either: left, plain: Either::Left(3) };
    both_forms(&outer, &Outer { either: right, ..outer.clone() });
}

/// A type with hand-written bounds, which use the names in the docs of the library.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, validate = not_seven)]
struct Bound<T, const N: usize = 4, U = u8>
where
    T: Clone + for<'decoder> Decodable<'decoder>,
{
    value: T,
    other: Bytes<N>,
    number: u16,
    mark: PhantomData<U>,
    #[frame(skip)]
    name: &'static str,
}

fn not_seven<T, const N: usize, U>(bound: &BoundRef<'_, T, N, U>) -> Result<(), &'static str>
where
    T: Borrow<Own> + Clone + for<'decoder> Decodable<'decoder>,
{
    if bound.number == 7 { Err("seven") } else { Ok(()) }
}

#[test]
fn bounds_and_rules_of_generic_types() {
    let bound: Bound<Str<4>> = Bound {
        value: "x".parse().unwrap(),
        other: Bytes::from([1]),
        number: 8,
        mark: PhantomData,
        name: "",
    };
    let mut bytes = both_forms(&bound, &bound);
    bytes[4] = 7;
    assert!(<Bound<Str<4>>>::decode(&bytes).is_err());
    assert!(BoundRef::<Str<4>, 4, u8>::decode(&bytes).is_err());
}

/// The derive cannot see the type behind an alias with arguments. It assumes that the form is covariant.
type Upto255<T> = Seq<T, 255>;
type Upto255Ref<'decoder, T> = SeqRef<'decoder, T, 255>;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
struct Listing {
    ids: Upto255<u32>,
}

/// The form comes from the parameter, so the type is marked `invariant` and cannot be held. The same applies to a set of
/// it.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 2, borrow, invariant)]
struct Wrapped {
    either: Either<Str<4>, u8>,
}

#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = TlvHeader, borrow, invariant)]
enum Both {
    Listing(Listing),
    Wrapped(Wrapped),
}

#[test]
fn forms_are_covariant_unless_marked_invariant() {
    fn held<F: Covariant>() {}
    held::<Listing>();
    let wrapped = Both::from(Wrapped { either: Either::Left("x".parse().unwrap()) });
    let mut payload = vec![0; wrapped.payload_len()];
    wrapped.encode_payload(&mut payload).unwrap();
    let borrowed = BothRef::decode_frame(2, &payload).unwrap();
    assert_eq!(borrowed.into_owned(), wrapped);
}

//! Defaults of arrays and containers, and arrays in boxes.

use pool_codec::prelude::*;
use pool_codec::{Seq, Str};

use crate::check::both_forms;

/// The standard library implements `Default` only for arrays of up to 32 elements.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Large {
    first: u8,
    #[frame(skip)]
    cache: [[u16; 40]; 50],
    #[frame(default)]
    key: [u8; 64],
    #[frame(default)]
    names: [Str<3>; 33],
}

#[derive(Debug, Clone, PartialEq, Frame)]
struct LargeOf<T, const N: usize> {
    #[frame(default)]
    items: [[T; N]; 2],
}

#[test]
fn arrays_of_any_length_have_a_default() {
    let large = Large {
        first: 1,
        cache: [[0; 40]; 50],
        key: [0; 64],
        names: core::array::from_fn(|_| Str::default()),
    };
    assert_eq!(Large::decode(&[1]).as_ref(), Ok(&large));
    assert_eq!(LargeRef::decode(&[1]).unwrap().into_owned(), large);
    let generic = LargeOf { items: [[0_u16; 40]; 2] };
    assert_eq!(LargeOf::decode(&[]), Ok(generic));
}

/// Arrays inside boxes and tuples, which have no `Default` either, and the other containers of the standard library.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Contained {
    first: u8,
    #[frame(skip)]
    cache: Box<[u8; 64]>,
    #[frame(skip)]
    pair: (Box<[u16; 40]>, Option<[u8; 64]>),
    #[frame(skip)]
    left_out: Option<Vec<u8>>,
    #[frame(default)]
    key: Box<[u8; 4]>,
    #[frame(default)]
    long_key: Box<[u8; 64]>,
    #[frame(default)]
    names: Box<[Str<3>; 33]>,
    #[frame(default)]
    keys: Box<([u8; 40], [[u8; 2]; 2])>,
    #[frame(default)]
    tuple: ([u8; 4], Box<u16>, Option<[u8; 64]>),
    #[frame(default)]
    number: Box<u64>,
    #[frame(default)]
    text: Box<Str<9>>,
    #[frame(default, max_len = 3)]
    string: String,
    #[frame(default, max_len = 3)]
    boxed_str: Box<str>,
    #[frame(default, max_len = 3)]
    bytes: Vec<u8>,
    #[frame(default, max_len = 3)]
    boxed_bytes: Box<[u8]>,
    #[frame(default, max_len = 3)]
    numbers: Vec<u16>,
    #[frame(default, max_len = 3)]
    boxed_numbers: Box<[u16]>,
    #[frame(default, max_len = 3)]
    optional: Option<Box<str>>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
struct ContainedOf<T, const N: usize> {
    #[frame(default)]
    items: (Box<[T; N]>, [T; 2]),
    #[frame(skip)]
    cache: Box<[T; N]>,
}

#[test]
fn containers_have_a_default_in_both_forms() {
    let contained = Contained {
        first: 1,
        cache: Box::new([0; 64]),
        pair: (Box::new([0; 40]), None),
        left_out: None,
        key: Box::new([0; 4]),
        long_key: Box::new([0; 64]),
        names: Box::new(core::array::from_fn(|_| Str::default())),
        keys: Box::new(([0; 40], [[0; 2]; 2])),
        tuple: ([0; 4], Box::new(0), None),
        number: Box::new(0),
        text: Box::default(),
        string: String::new(),
        boxed_str: "".into(),
        bytes: Vec::new(),
        boxed_bytes: Box::default(),
        numbers: Vec::new(),
        boxed_numbers: Box::default(),
        optional: None,
    };
    assert_eq!(Contained::decode(&[1]).as_ref(), Ok(&contained));
    assert_eq!(ContainedRef::decode(&[1]).unwrap().into_owned(), contained);
    let mut refilled =
        Contained { key: Box::new([7; 4]), cache: Box::new([7; 64]), ..contained.clone() };
    refilled.decode_into(&[1]).unwrap();
    assert_eq!(refilled, contained);
    let generic = ContainedOf { items: (Box::new([0_u16; 40]), [0; 2]), cache: Box::new([0; 40]) };
    assert_eq!(ContainedOf::decode(&[]), Ok(generic));
}

/// Arrays in boxes, which the borrowed form refers to.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Boxes<const N: usize> {
    numbers: Box<[u32; N]>,
    texts: Option<Box<[Str<9>; 2]>>,
    pair: (Box<[Point; 2]>, u8),
    rows: [Box<[[u16; 3]; 2]>; 2],
    nested: Box<Option<Box<[bool; 3]>>>,
    hashes: Box<[[u8; 2]; 2]>,
    #[frame(default)]
    defaulted: Box<[u16; 2]>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, len = u64)]
struct Point {
    x: u8,
    name: Str<3>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, len = u16)]
struct Prefixed {
    texts: Box<[Str<9>; 2]>,
    lists: Box<[Seq<u8, 3>; 2]>,
}

#[test]
fn arrays_in_boxes_are_references_in_the_borrowed_form() {
    let point = |x: u8| Point { x, name: "ab".parse().unwrap() };
    let texts = || Box::new(["a", "bc"].map(|text| text.parse().unwrap()));
    let value = Boxes {
        numbers: Box::new([1, 2, 3]),
        texts: Some(texts()),
        pair: (Box::new([1, 2].map(point)), 7),
        rows: [[[1, 2, 3], [4, 5, 6]], [[7, 8, 9], [0, 0, 0]]].map(Box::new),
        nested: Box::new(Some(Box::new([true, false, true]))),
        hashes: Box::new([[1, 2], [3, 4]]),
        defaulted: Box::new([5, 6]),
    };
    let other = Boxes { texts: None, nested: Box::new(None), ..value.clone() };
    let bytes = both_forms(&value, &other);
    both_forms(&other, &value);
    let borrowed = BoxesRef::<3>::decode(&bytes).unwrap();
    assert_eq!(borrowed.numbers.as_bytes(), Some(&bytes[..12]));
    assert_eq!(borrowed.pair.0.get(1).unwrap().name, "ab");
    assert_eq!(borrowed.rows[1].get(0), Some([7, 8, 9]));
    assert_eq!(borrowed.hashes.as_arrays(), &[[1, 2], [3, 4]]);
    assert_eq!(borrowed.defaulted, [5, 6]);

    let lists = Box::new([vec![1], vec![2, 3]].map(|list| Seq::new(list).unwrap()));
    let prefixed = Prefixed { texts: texts(), lists };
    let bytes = both_forms(&prefixed, &prefixed.clone());
    assert_eq!(bytes, b"\x01\0a\x02\0bc\x01\0\x01\x02\0\x02\x03");
}

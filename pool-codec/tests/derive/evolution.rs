//! Messages of other versions: fields that older versions lack, and bytes that newer versions add.

use pool_codec::error::DecodeErrorKind;
use pool_codec::prelude::*;
use pool_codec::schema::Value;
use pool_codec::{FrameReader, FrameWriter, Pool, RawFrame, SizeClass, Str, TlvHeader};

use crate::check::both_forms;

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow, trailing = allow)]
struct First {
    flags: u32,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow, trailing = 3)]
struct Second {
    flags: u32,
    #[frame(default)]
    name: Str<8>,
    #[frame(default)]
    hash: [u8; 4],
    #[frame(default = 9)]
    level: u16,
}

fn second() -> Second {
    Second { flags: 7, name: "new".parse().unwrap(), hash: [1, 2, 3, 4], level: 5 }
}

#[test]
fn fields_absent_from_older_messages_get_their_defaults() {
    let old = First { flags: 7 }.encode_to_vec().unwrap();
    let expected = Second { flags: 7, name: Str::default(), hash: [0; 4], level: 9 };
    assert_eq!(Second::decode(&old).unwrap(), expected);
    assert_eq!(SecondRef::decode(&old).unwrap().into_owned(), expected);
    let mut refilled = second();
    refilled.decode_into(&old).unwrap();
    assert_eq!(refilled, expected);
    assert_eq!((Second::MIN_SIZE, Second::MAX_SIZE), (4, 4 + 9 + 4 + 2));
    // A version in between has all fields up to some field.
    let full = both_forms(&second(), &expected);
    assert_eq!(Second::decode(&full[..8]).unwrap(), Second { hash: [0; 4], level: 9, ..second() });
    assert_eq!(Second::decode(&full[..12]).unwrap(), Second { level: 9, ..second() });
    // Half a field is an error.
    let error = Second::decode(&full[..10]).unwrap_err();
    assert_eq!((error.field(), error.offset()), (Some("hash"), 8));
    assert!(matches!(error.kind(), DecodeErrorKind::UnexpectedEnd { .. }));
}

#[test]
fn bytes_of_newer_messages_are_returned() {
    let new = second().encode_to_vec().unwrap();
    assert_eq!(First::decode(&new).unwrap(), First { flags: 7 });
    assert_eq!(FirstRef::decode(&new).unwrap().into_owned(), First { flags: 7 });
    let (first, extension) = First::decode_prefix(&new).unwrap();
    assert_eq!((first.flags, extension), (7, &new[4..]));
    assert_eq!(Value::new(First::SCHEMA, &new).unwrap().as_bytes(), &new[..4]);
}

#[test]
fn trailing_bytes_are_bounded() {
    // The bound is the spare room of the slot of the message.
    assert_eq!((First::MAX_SIZE, First::MAX_TRAILING), (4, 124));
    assert_eq!(First::SIZE_CLASS, SizeClass::for_len(128));
    assert!(First::decode(&[0; 128]).is_ok());
    let error = First::decode(&[0; 129]).unwrap_err();
    assert!(matches!(error.kind(), DecodeErrorKind::TrailingBytes { .. }));
    let full = second().encode_to_vec().unwrap();
    assert!(Second::decode(&[&full[..], &[0; 3]].concat()).is_ok());
    assert!(Second::decode(&[&full[..], &[0; 4]].concat()).is_err());
}

#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = TlvHeader, borrow, reserved = [0, 5..=9])]
enum Old {
    First(First),
    #[frame(other)]
    Unknown(RawFrame),
}

#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = TlvHeader, borrow)]
enum New {
    Second(Second),
}

static POOL: Pool = Pool::new(&Old::POOL_CONFIG);

#[test]
fn streams_accept_newer_messages() {
    assert_eq!(Old::message(1).unwrap().max_size, 128);
    assert_eq!(New::MAX_SIZE, 19 + 3);
    let mut writer = FrameWriter::<_, TlvHeader>::new(Vec::new(), &POOL);
    writer.send(&second()).unwrap();
    writer.flush().unwrap();
    let stream = writer.get_ref().clone();
    let mut reader = FrameReader::<_, Old>::new(&stream[..], &POOL);
    let frame = reader.read().unwrap().unwrap();
    let (first, extension): (FirstRef<'_>, _) = frame.decode_prefix().unwrap();
    assert_eq!((first.flags, extension), (7, &stream[6 + 4..]));
    // A frame that is forwarded without decoding keeps its extension.
    let raw: RawFrame = frame.decode().unwrap();
    let mut again = FrameWriter::<_, TlvHeader>::new(Vec::new(), &POOL);
    again.send(&raw).unwrap();
    again.flush().unwrap();
    assert_eq!(again.get_ref(), &stream);
    assert!(matches!(frame.decode::<Old>().unwrap(), Old::First(First { flags: 7 })));
    assert_eq!(frame.hold::<First>().unwrap().get().flags, 7);
}

/// Arrays as new fields. The borrowed form of an array of bytes is a reference, also inside another array.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 2, borrow)]
struct Arrays<const N: usize> {
    flags: u32,
    #[frame(default)]
    hashes: [[u8; 2]; 40],
    #[frame(default)]
    deep: [[[u8; N]; 2]; 3],
    #[frame(default, copy)]
    copied: [[u8; 40]; 2],
    #[frame(default)]
    names: [[Str<8>; 40]; 2],
}

#[test]
fn arrays_absent_from_older_messages_are_filled() {
    let old = First { flags: 7 }.encode_to_vec().unwrap();
    let expected = Arrays::<4> {
        flags: 7,
        hashes: [[0; 2]; 40],
        deep: [[[0; 4]; 2]; 3],
        copied: [[0; 40]; 2],
        names: core::array::from_fn(|_| core::array::from_fn(|_| Str::default())),
    };
    assert_eq!(Arrays::decode(&old).unwrap(), expected);
    assert_eq!(ArraysRef::decode(&old).unwrap().into_owned(), expected);
    let names = expected.names.clone().map(|row| row.map(|_| "new".parse().unwrap()));
    let new = Arrays {
        flags: 7,
        hashes: [[1; 2]; 40],
        deep: [[[2; 4]; 2]; 3],
        copied: [[3; 40]; 2],
        names,
    };
    both_forms(&new, &expected);
}

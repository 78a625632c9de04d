//! The bytes of the wire types according to WIRE.md, the bytes that they reject, and their bounds.

use core::fmt::Debug;
use core::marker::PhantomData;
use core::num::NonZero;

use pool_codec::error::DecodeErrorKind;
use pool_codec::schema::{Content, Value};
use pool_codec::{Be, Bytes, Decodable, Encodable, Seq, Str, U24, Wire, ZeroCopy};
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
    assert_eq!(&T::from_borrowed(&value.as_borrowed()), value);
    assert_eq!(Value::new(T::SCHEMA, bytes).unwrap().as_bytes(), bytes);
    let mut refilled = T::decode(bytes).unwrap();
    refilled.decode_into(bytes).unwrap();
    assert_eq!(&refilled, value);
    for len in 0..bytes.len() {
        let error = T::decode(&bytes[..len]).unwrap_err();
        assert!(matches!(error.kind(), DecodeErrorKind::UnexpectedEnd { .. }), "{error:?}");
        assert!(error.offset() <= len);
        assert!(Value::new(T::SCHEMA, &bytes[..len]).is_err());
        assert!(value.encode(&mut vec![0; len]).is_err());
    }
    let longer = [bytes, &[0]].concat();
    let error = T::decode(&longer).unwrap_err();
    assert_eq!(error.kind(), DecodeErrorKind::TrailingBytes { count: 1 });
    assert_eq!(error.offset(), bytes.len());
}

fn rejected<T>(bytes: &[u8], kind: DecodeErrorKind, offset: usize)
where
    T: Debug + for<'d> Decodable<'d>,
{
    let error = T::decode(bytes).unwrap_err();
    assert_eq!((error.kind(), error.offset()), (kind, offset));
}

/// WIRE.md section 1.
#[test]
fn big_endian_numbers() {
    golden(&Be(0x0102_u16), &[1, 2]);
    golden(&Be(0x0102_0304_u32), &[1, 2, 3, 4]);
    golden(&Be(0x0102_0304_0506_0708_u64), &[1, 2, 3, 4, 5, 6, 7, 8]);
    golden(&Be(1_u128), &[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    golden(&Be(-2_i16), &[0xFF, 0xFE]);
    golden(&Be(-2_i32), &[0xFF, 0xFF, 0xFF, 0xFE]);
    golden(&Be(i64::MIN), &[0x80, 0, 0, 0, 0, 0, 0, 0]);
    golden(&Be(-1_i128), &[0xFF; 16]);
    golden(&Be(1.0_f32), &[0x3F, 0x80, 0, 0]);
    golden(&Be(-2.0_f64), &[0xC0, 0, 0, 0, 0, 0, 0, 0]);
    golden(&Seq::<Be<u16>, 9>::from([Be(1), Be(0x0203)]), &[2, 0, 1, 2, 3]);
    golden(&[Be(1_u16), Be(2)], &[0, 1, 0, 2]);
    assert_eq!(<[Be<u16>; 3]>::MAX_SIZE, 6);
    assert_eq!((Be(7_u16).to_string(), format!("{:?}", Be(-7_i64))), ("7".into(), "-7".into()));
    assert_eq!((u16::from(Be::from(7_u16)), Be::<u32>::SCHEMA.to_string()), (7, "u32be".into()));

    let content = |schema, bytes| Value::new(schema, bytes).unwrap().content();
    assert_eq!(content(Be::<u16>::SCHEMA, &[1, 2]), Content::Uint(0x0102));
    assert_eq!(content(Be::<i16>::SCHEMA, &[0xFF, 0xFE]), Content::Int(-2));
    assert_eq!(content(Be::<f32>::SCHEMA, &[0x3F, 0x80, 0, 0]), Content::F32(1.0));
    assert_eq!(content(Be::<f64>::SCHEMA, &[0xC0, 0, 0, 0, 0, 0, 0, 0]), Content::F64(-2.0));
}

/// Numbers of this crate are formatted and parsed as those of the standard library.
#[test]
fn numbers_are_formatted_and_parsed() {
    let (number, small, big) = (0xAB_CDEF_u32, U24::new(0xAB_CDEF).unwrap(), Be(0xAB_CDEF_u32));
    macro_rules! same {
        ($($format:literal)*) => {$(
            assert_eq!(format!($format, small), format!($format, number));
            assert_eq!(format!($format, big), format!($format, number));
        )*};
    }
    same!("{}" "{:?}" "{:x}" "{:#010X}" "{:o}" "{:#b}" "{:e}" "{:E}" "{:>12}");
    assert_eq!(("11259375".parse(), "11259375".parse()), (Ok(small), Ok(big)));
    for text in ["16777216", "-1", "x", "", "4294967296"] {
        assert!(text.parse::<U24>().is_err(), "{text}");
    }
    assert_eq!((u64::from(small), i64::from(small)), (0xAB_CDEF, 0xAB_CDEF));
}

/// WIRE.md section 1.
#[test]
fn integers_that_are_not_zero() {
    golden(&NonZero::new(0x0102_u16).unwrap(), &[2, 1]);
    golden(&NonZero::new(-1_i8).unwrap(), &[0xFF]);
    golden(&NonZero::new(u128::MAX).unwrap(), &[0xFF; 16]);
    golden(&Some(NonZero::new(5_u8).unwrap()), &[1, 5]);
    let zero = DecodeErrorKind::InvalidValue { reason: "the value must not be zero" };
    rejected::<NonZero<u32>>(&[0; 4], zero, 0);
    rejected::<(u8, NonZero<i16>)>(&[7, 0, 0], zero, 1);
    rejected::<Seq<NonZero<u16>, 9>>(&[2, 1, 0, 0, 0], zero, 3);
    // The schema describes the layout only.
    assert!(Value::new(<NonZero<u32>>::SCHEMA, &[0; 4]).is_ok());
}

/// WIRE.md section 3.
#[test]
fn characters() {
    for (character, bytes) in [
        ('\0', &[0][..]),
        ('a', b"a"),
        ('\u{7F}', &[0x7F]),
        ('\u{80}', &[0xC2, 0x80]),
        ('ß', &[0xC3, 0x9F]),
        ('漢', &[0xE6, 0xBC, 0xA2]),
        ('\u{D7FF}', &[0xED, 0x9F, 0xBF]),
        ('\u{10000}', &[0xF0, 0x90, 0x80, 0x80]),
        (char::MAX, &[0xF4, 0x8F, 0xBF, 0xBF]),
    ] {
        golden(&character, bytes);
        let value = Value::new(char::SCHEMA, bytes).unwrap();
        assert_eq!(value.content(), Content::Char(character));
    }
    assert_eq!((char::MIN_SIZE, char::MAX_SIZE), (1, 4));
    for bytes in [
        &[0x80][..],               // a continuation alone
        &[0xC0, 0x80],             // overlong
        &[0xC3, 0x28],             // no continuation
        &[0xE0, 0x80, 0x80],       // overlong
        &[0xED, 0xA0, 0x80],       // a surrogate
        &[0xF4, 0x90, 0x80, 0x80], // above the last
        &[0xF5, 0x80, 0x80, 0x80],
        &[0xFF],
    ] {
        rejected::<char>(bytes, DecodeErrorKind::InvalidUtf8, 0);
        assert_eq!(char::decode(bytes), Value::new(char::SCHEMA, bytes).map(|_| ' '));
    }
    let short = DecodeErrorKind::UnexpectedEnd { needed: 3, available: 2 };
    rejected::<(char, char)>(&[b'a', 0xE6, 0xBC], short, 1);
    // Text after a character is checked like any other text.
    golden(
        &(Str::<9>::try_from("a").unwrap(), 'b', Str::<9>::try_from("c").unwrap()),
        b"\x01ab\x01c",
    );
    let error = <(Str<9>, char, Str<9>)>::decode(b"\x01ab\x01\xFF").unwrap_err();
    assert_eq!((error.kind(), error.offset()), (DecodeErrorKind::InvalidUtf8, 4));
}

/// WIRE.md section 6.
#[test]
fn tuples_and_boxes() {
    golden(&(1_u8,), &[1]);
    golden(&(1_u8, Str::<9>::try_from("ab").unwrap(), true), b"\x01\x02ab\x01");
    golden(&(1_u8, (2_u16, [3_u8, 4])), &[1, 2, 0, 3, 4]);
    golden(
        &(1_u8, 2_u8, 3_u8, 4_u8, 5_u8, 6_u8, 7_u8, 8_u8, 9_u8, 10_u8, 11_u8, 12_u8),
        &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    );
    golden(&(), &[]);
    golden(&PhantomData::<String>, &[]);
    golden(&((), 7_u8, PhantomData::<u8>), &[7]);
    golden(&Box::new(0x0102_u16), &[2, 1]);
    golden(&Some(Box::new((1_u8, Bytes::<9>::from([7])))), &[1, 1, 1, 7]);
    golden(&Seq::<(u8, char), 9>::new(vec![(1, 'a'), (2, 'ß')]).unwrap(), b"\x02\x01a\x02\xC3\x9F");
    golden(&[(1_u8, false), (2, true)], &[1, 0, 2, 1]);

    type Pair = (u8, Str<300>);
    assert_eq!((Pair::MIN_SIZE, Pair::MAX_SIZE), (3, 1 + 2 + 300));
    assert_eq!(
        (Pair::MAX_HEAP, Pair::SCHEMA.max_overhead(), Pair::SCHEMA.heap_per_byte()),
        (300, 0, 1)
    );
    assert_eq!(Pair::SCHEMA.to_string(), "(u8, str[0..=300])");
    assert_eq!(<()>::SCHEMA.to_string(), "()");

    assert_eq!(<Box<u32>>::MAX_HEAP, 4);
    assert_eq!(<Box<Pair>>::MAX_HEAP, size_of::<Pair>() + 300);
    assert_eq!(<Box<Pair>>::SCHEMA.max_overhead(), size_of::<Pair>());
    assert_eq!(<Box<u32>>::SCHEMA.heap_per_byte(), 1);
    assert_eq!(<Box<[u8; 0]>>::SCHEMA.heap_per_byte(), 0);

    let Content::Tuple(fields) = Value::new(Pair::SCHEMA, b"\x01\x02\x00ab").unwrap().content()
    else {
        panic!()
    };
    let fields: Vec<_> = fields.map(|(name, value)| (name, value.content())).collect();
    assert_eq!(fields, [("0", Content::Uint(1)), ("1", Content::Str("ab"))]);
    rejected::<Pair>(
        b"\x01\x02\x00a",
        DecodeErrorKind::UnexpectedEnd { needed: 2, available: 1 },
        3,
    );
}

#[test]
fn a_refill_keeps_the_blocks_of_tuples_and_boxes() {
    type Nested = (u8, Box<Seq<u32, 99>>, Option<Bytes<99>>);
    let first: Nested = (1, Box::new(Seq::from([1, 2, 3])), Some(Bytes::from([7; 40])));
    let second: Nested = (2, Box::new(Seq::from([4, 5])), Some(Bytes::from([8; 39])));
    let mut value: Nested = Decodable::decode(&first.encode_to_vec().unwrap()).unwrap();
    let blocks = |value: &Nested| {
        (&raw const *value.1, value.1.as_ptr(), value.2.as_ref().unwrap().as_ptr())
    };
    let before = blocks(&value);
    value.decode_into(&second.encode_to_vec().unwrap()).unwrap();
    assert_eq!((&value, blocks(&value)), (&second, before));
}

proptest! {
    #[test]
    fn any_value_decodes_from_its_encoding(
        number in any::<u64>(), signed in any::<i128>(), float in any::<f32>(), character in any::<char>(),
        text in "[ -~ß漢]{0,9}", flag in any::<bool>(), nonzero in 1..=u16::MAX,
    ) {
        type Everything = (Be<u64>, Be<i128>, Be<f32>, char, Box<Str<40>>, Option<(bool, NonZero<u16>)>, ());
        let value: Everything = (
            Be(number), Be(signed), Be(float), character, Box::new(text.parse().unwrap()),
            flag.then_some((flag, NonZero::new(nonzero).unwrap())), (),
        );
        let bytes = value.encode_to_vec().unwrap();
        prop_assert!((Everything::MIN_SIZE..=Everything::MAX_SIZE).contains(&bytes.len()));
        prop_assert_eq!(&Everything::decode(&bytes).unwrap(), &value);
        let borrowed = <Everything as ZeroCopy>::Ref::decode(&bytes).unwrap();
        prop_assert_eq!(&borrowed.encode_to_vec().unwrap(), &bytes);
        prop_assert_eq!(Everything::from_borrowed(&borrowed), value);
    }

    #[test]
    fn both_forms_and_the_schema_reject_the_same_bytes(
        bytes in prop::collection::vec(any::<u8>(), 0..40),
    ) {
        type Any = (Be<u16>, char, Option<(bool, char)>, Seq<(char, Bytes<3>), 3>, Box<char>);
        let owned = Any::decode(&bytes);
        let borrowed = <Any as ZeroCopy>::Ref::decode(&bytes);
        prop_assert_eq!(Value::new(Any::SCHEMA, &bytes).is_ok(), owned.is_ok());
        match (owned, borrowed) {
            (Ok(owned), Ok(borrowed)) => prop_assert_eq!(Any::from_borrowed(&borrowed), owned),
            (Err(owned), Err(borrowed)) => {
                prop_assert_eq!(owned, borrowed);
                prop_assert!(owned.offset() <= bytes.len());
            }
            (owned, borrowed) => prop_assert!(false, "{:?} against {:?}", owned, borrowed),
        }
    }
}

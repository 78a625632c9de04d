//! The bytes in WIRE.md, type by type.

use pool_codec::error::DecodeErrorKind;
use pool_codec::{
    Bytes, Decodable, Encodable, Frame, Header, LowBitBool, Seq, Str, Sv2Header, TlvHeader, U24,
    Wire,
};

/// Checks that `value` encodes to `hex` and back, within its size bounds.
#[track_caller]
fn golden<T>(value: T, hex: &str)
where
    T: Encodable + PartialEq + core::fmt::Debug + for<'d> Decodable<'d>,
{
    let bytes = value.encode_to_vec().unwrap();
    assert_eq!(bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>(), hex);
    assert_eq!(bytes.len(), value.encoded_len());
    assert!((T::MIN_SIZE..=T::MAX_SIZE).contains(&bytes.len()));
    assert_eq!(T::decode(&bytes).unwrap(), value);
}

#[track_caller]
fn rejected<T: for<'d> Decodable<'d> + core::fmt::Debug>(
    bytes: &[u8],
    offset: usize,
) -> DecodeErrorKind {
    let error = T::decode(bytes).unwrap_err();
    assert_eq!(error.offset(), offset, "{error}");
    error.kind()
}

/// WIRE.md section 1.
#[test]
fn numbers() {
    golden(0x12_u8, "12");
    golden(0x1234_u16, "3412");
    golden(U24::new(0x12_3456).unwrap(), "563412");
    golden(0x1234_5678_u32, "78563412");
    golden(0x0102_0304_0506_0708_u64, "0807060504030201");
    golden(1_u128 << 120, "00000000000000000000000000000001");
    golden(-2_i8, "fe");
    golden(-2_i16, "feff");
    golden(-2_i32, "feffffff");
    golden(-2_i64, "feffffffffffffff");
    golden(-2_i128, "feffffffffffffffffffffffffffffff");
    golden(1.5_f32, "0000c03f");
    golden(-0.0_f64, "0000000000000080");
    let nan = f32::from_bits(0x7FC0_1234);
    assert_eq!(f32::decode(&nan.encode_to_vec().unwrap()).unwrap().to_bits(), nan.to_bits());
    assert_eq!(
        rejected::<u32>(&[1, 2, 3], 0),
        DecodeErrorKind::UnexpectedEnd { needed: 4, available: 3 }
    );
}

/// WIRE.md section 2.
#[test]
fn booleans() {
    golden(false, "00");
    golden(true, "01");
    golden(LowBitBool(true), "01");
    assert_eq!(rejected::<bool>(&[2], 0), DecodeErrorKind::InvalidBool { byte: 2 });
    assert_eq!(LowBitBool::decode(&[3]).unwrap(), LowBitBool(true));
}

/// WIRE.md section 3.
#[test]
fn byte_strings_and_text() {
    golden(Bytes::<255>::from(*b"abc"), "03616263");
    golden(Bytes::<256>::from(*b"abc"), "0300616263");
    golden(Bytes::<65_535>::from(*b"abc"), "0300616263");
    golden(Bytes::<65_536>::from(*b"abc"), "030000616263");
    golden(Bytes::<16_777_216>::from(*b"abc"), "03000000616263");
    golden(Str::<255>::new("é").unwrap(), "02c3a9");
    golden(Str::<255>::default(), "00");
    let too_long = rejected::<Bytes<2>>(b"\x03abc", 0);
    assert!(
        matches!(too_long, DecodeErrorKind::TooLong(error) if (error.len, error.max) == (3, 2))
    );
    assert_eq!(
        rejected::<Bytes<9>>(b"\x03ab", 1),
        DecodeErrorKind::UnexpectedEnd { needed: 3, available: 2 }
    );
    assert_eq!(rejected::<Str<9>>(b"\x03ab\xFF", 3), DecodeErrorKind::InvalidUtf8);
    assert_eq!(rejected::<Str<9>>(b"\x01a!", 2), DecodeErrorKind::TrailingBytes { count: 1 });
}

/// WIRE.md section 4.
#[test]
fn arrays_and_sequences() {
    golden([1_u16, 2], "01000200");
    golden([0xAB_u8; 3], "ababab");
    golden([true, false], "0100");
    golden(Seq::<u16, 255>::from([1, 2]), "0201000200");
    golden(Seq::<u16, 65_535>::from([1, 2]), "020001000200");
    golden(Seq::<Bytes<255>, 255>::from([Bytes::from(*b"a"), Bytes::from(*b"bc")]), "020161026263");
    golden(Seq::<[u8; 2], 4>::from([[1, 2], [3, 4]]), "0201020304");
    assert!(matches!(rejected::<Seq<u8, 1>>(&[2, 0, 0], 0), DecodeErrorKind::TooLong(_)));
    let short = rejected::<Seq<u16, 9>>(&[2, 0, 0], 1);
    assert_eq!(short, DecodeErrorKind::UnexpectedEnd { needed: 4, available: 2 });
    assert_eq!(rejected::<Seq<bool, 9>>(&[2, 1, 7], 2), DecodeErrorKind::InvalidBool { byte: 7 });
    let long = [&[17][..], &[1; 13], &[2, 0, 3, 1]].concat();
    assert_eq!(rejected::<Seq<bool, 99>>(&long, 14), DecodeErrorKind::InvalidBool { byte: 2 });
}

/// WIRE.md section 5.
#[test]
fn options() {
    golden(None::<u32>, "00");
    golden(Some(7_u32), "0107000000");
    golden(Some(Str::<9>::new("a").unwrap()), "010161");
    assert_eq!(rejected::<Option<u8>>(&[2, 0], 0), DecodeErrorKind::InvalidOption { byte: 2 });
}

#[derive(Debug, PartialEq, Frame)]
#[frame(max_size = 6)]
struct Tight {
    kind: Kind,
    name: Str<9>,
    size: u16,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(tag = u16)]
enum Kind {
    Bid = 1,
    Ask = 0x0203,
}

/// WIRE.md sections 6 and 7.
#[test]
fn structs_and_enums() {
    golden(Kind::Ask, "0302");
    golden(Tight { kind: Kind::Bid, name: "a".parse().unwrap(), size: 2 }, "010001610200");
    assert_eq!((Tight::MIN_SIZE, Tight::MAX_SIZE), (5, 6));
    assert_eq!(rejected::<Kind>(&[2, 0], 0), DecodeErrorKind::UnknownTag { tag: 2 });

    let long = b"\x01\x00\x02ab\x02\x00";
    assert_eq!(rejected::<Tight>(long, 0), DecodeErrorKind::TooLarge { size: 7, max: 6 });
    let value = Tight { kind: Kind::Bid, name: "ab".parse().unwrap(), size: 2 };
    assert!(value.encode(&mut [0; 9]).is_err());

    // The error is in the field that does not fit, also if a run of fields is checked at once.
    let error = Tight::decode(b"\x01\x00\x01a\x02").unwrap_err();
    assert_eq!((error.field(), error.message(), error.offset()), (Some("size"), Some("Tight"), 4));
    let error = Tight::decode(b"\x07\x00\x01a\x02\x00").unwrap_err();
    assert_eq!((error.field(), error.message(), error.offset()), (Some("kind"), Some("Tight"), 0));
}

#[derive(Debug, PartialEq, Frame)]
struct Outer {
    number: u8,
    parts: Seq<Tight, 9>,
}

#[test]
fn errors_in_parts_name_the_path_to_them() {
    let error = Outer::decode(b"\x00\x01\x07\x00\x01a\x02\x00").unwrap_err();
    assert_eq!((error.message(), error.field(), error.offset()), (Some("Outer"), Some("kind"), 2));
    assert_eq!(error.to_string(), "`Outer.parts.kind`: no variant has the tag 7 (at byte 2)");
    let debug = format!("{error:?}");
    assert!(debug.len() < 150, "{debug}");

    // Fields that are left out are marked by `..`.
    let error = Outermost::decode(b"\x00\x01\x07\x00\x01a\x02\x00").unwrap_err();
    assert_eq!(error.to_string(), "`Outermost.outer..kind`: no variant has the tag 7 (at byte 2)");

    let long = Outermost {
        outer: Outer { number: 0, parts: Seq::default() },
        notes: vec![Note { text: "ab".into() }],
    };
    let error = long.encode(&mut [0; 99]).unwrap_err();
    assert_eq!(error.to_string(), "`Outermost.notes.text`: length 2 exceeds the maximum of 1");
}

#[derive(Debug, PartialEq, Frame)]
struct Outermost {
    outer: Outer,
    #[frame(max_len = 3)]
    notes: Vec<Note>,
}

#[derive(Debug, PartialEq, Frame)]
struct Note {
    #[frame(max_len = 1)]
    text: String,
}

/// WIRE.md section 8.
#[test]
fn headers() {
    let mut bytes = [0; 6];
    Sv2Header::new(0x800015, 0x01_0203).unwrap().encode(&mut bytes);
    assert_eq!(bytes, [0x00, 0x80, 0x15, 0x03, 0x02, 0x01]);
    assert_eq!(Sv2Header::decode(&bytes).unwrap().id(), 0x800015);
    assert!(Sv2Header::new(0x100_0000, 0).is_none());
    assert!(Sv2Header::new(0, 0x100_0000).is_none());

    TlvHeader::new(0x0102, 0x0304_0506).unwrap().encode(&mut bytes);
    assert_eq!(bytes, [0x02, 0x01, 0x06, 0x05, 0x04, 0x03]);
    assert_eq!(TlvHeader::decode(&bytes).unwrap().payload_len(), 0x0304_0506);
    assert!(TlvHeader::new(0x1_0000, 0).is_none());
}

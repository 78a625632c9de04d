//! Values that are read by a schema: equality, and hand-written types.

use pool_codec::error::DecodeErrorKind;
use pool_codec::prelude::*;
use pool_codec::schema::{Content, Value};
use pool_codec::{LowBitBool, Seq};

/// Two encodings of one value are equal in all other forms.
#[test]
fn values_compare_by_value() {
    let [one, other] = [[1], [3]].map(|bytes| (LowBitBool::decode(&bytes).unwrap(), bytes));
    assert_eq!(one.0, other.0);
    let value = |bytes| Value::new(LowBitBool::SCHEMA, bytes).unwrap();
    assert_eq!(value(&one.1), value(&other.1));
}

#[test]
fn items_compare_by_value() {
    let schema = Seq::<LowBitBool, 9>::SCHEMA;
    let content = |bytes| Value::new(schema, bytes).unwrap().content();
    let (one, other): (Content<'_>, Content<'_>) = (content(&[1, 1]), content(&[1, 3]));
    assert_eq!(one, other);
}

#[test]
fn a_nan_does_not_equal_itself() {
    let bytes = f32::NAN.to_le_bytes();
    let value = Value::new(f32::SCHEMA, &bytes).unwrap();
    assert_ne!(value.content(), value.content());
    assert_ne!(value, value);
}

/// The number of the guide's section "A wire type of your own".
#[derive(Debug, Clone, Copy, PartialEq)]
struct Varint(u32);

impl<L: pool_codec::layout::Layout> pool_codec::layout::Encode<L> for Varint {
    type Value = Self;
    const ENCODING: &'static pool_codec::schema::Schema = &pool_codec::schema::Schema::opaque(1, 5);

    fn encode_to<S: pool_codec::layout::Sink>(value: &Self, sink: &mut S) -> Result<(), S::Error> {
        let mut rest = value.0;
        while rest > 0x7F {
            sink.put(&[rest as u8 | 0x80])?;
            rest >>= 7;
        }
        sink.put(&[rest as u8])
    }
}

impl<'d, L: pool_codec::layout::Layout> pool_codec::layout::Decode<'d, L> for Varint {
    fn decode_from(
        decoder: &mut pool_codec::Decoder<'d>,
    ) -> Result<Self, pool_codec::error::DecodeError> {
        let mut number = 0;
        for shift in (0..28).step_by(7) {
            let [byte] = *decoder.take_array()?;
            number |= u32::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                break;
            }
        }
        Ok(Self(number))
    }
}

#[derive(Debug, Clone, PartialEq, Frame)]
struct Page {
    before: u8,
    number: Varint,
    title: pool_codec::Str<9>,
}

/// The bytes of the hand-written field extend to the end, because only its type knows their length.
#[test]
fn a_valid_message_with_a_hand_written_field_is_a_value() {
    let page = Page { before: 7, number: Varint(300), title: "ab".parse().unwrap() };
    let bytes = page.encode_to_vec().unwrap();
    assert_eq!(Page::decode(&bytes).unwrap(), page);
    let value = Value::new(Page::SCHEMA, &bytes).unwrap();
    let Content::Struct(fields) = value.content() else { panic!() };
    let fields: Vec<_> = fields.map(|(name, field)| (name, field.as_bytes().len())).collect();
    assert_eq!(fields, [("before", 1), ("number", bytes.len() - 1)]);
    assert!(Value::new(Page::SCHEMA, &[7]).is_err(), "a number has at least one byte");
}

/// Lengths of content have 32 bits, also if the bound and the prefix permit more. The memory is not touched.
#[cfg(target_pointer_width = "64")]
#[test]
fn content_beyond_32_bits_is_refused() {
    const GIANT: usize = 5_000_000_000;
    #[derive(Debug, Frame)]
    #[frame(borrow, len = u64)]
    struct Blob {
        content: pool_codec::Bytes<GIANT>,
    }

    let mut bytes = vec![0; 8 + GIANT];
    bytes[..8].copy_from_slice(&(GIANT as u64).to_le_bytes());
    let owned = Blob::decode(&bytes).map(drop).unwrap_err();
    let borrowed = BlobRef::decode(&bytes).map(drop).unwrap_err();
    assert_eq!((owned.field(), owned.kind()), (Some("content"), borrowed.kind()));
    assert!(matches!(owned.kind(), DecodeErrorKind::TooLong(_)), "{owned}");
    assert!(pool_codec::Bytes::<GIANT>::new(&bytes).is_err());
    assert!(pool_codec::BytesRef::<GIANT>::new(&bytes).is_err());
}

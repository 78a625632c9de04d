//! Layouts: the same types with other bytes (WIRE.md section 3).

use core::fmt::Debug;
use core::time::Duration;

use pool_codec::error::{DecodeErrorKind, EncodeErrorKind, TooLong};
use pool_codec::layout::{Borrow, Decode, Encode, Layout, MaxBytes, MaxLen, Own, Prefixed, With};
use pool_codec::schema::Value;
use pool_codec::schema::{Kind, Schema};
use pool_codec::{Adapter, Bytes, BytesRef, Decoder, Encoder, Seq, SeqRef, Str, StrRef, Wire};

/// Returns the schema of `C` in the layout `L`.
const fn schema<L: Layout, C: Encode<L>>() -> &'static Schema {
    C::ENCODING
}

fn encoded<L: Layout, C: Encode<L>>(value: &C::Value) -> Result<Vec<u8>, EncodeErrorKind> {
    let mut out = vec![0; C::ENCODING.max_size().min(1 << 20)];
    let mut encoder = Encoder::new(&mut out);
    C::encode_to(value, &mut encoder).map_err(|error| error.kind())?;
    let written = encoder.written();
    out.truncate(written);
    Ok(out)
}

/// Returns the decoded value and its end, or the error and its offset.
fn decoded<'d, L: Layout, C: Decode<'d, L>>(
    bytes: &'d [u8],
) -> Result<C::Value, (DecodeErrorKind, usize)> {
    let mut decoder = Decoder::new(bytes);
    let value = C::decode_from(&mut decoder).map_err(|error| (error.kind(), error.offset()))?;
    decoder.finish().map_err(|error| (error.kind(), error.offset()))?;
    Ok(value)
}

/// Checks that `value` encodes to `bytes` in the layout `L`, and that any value can be refilled with it.
fn golden<L, C>(value: &C::Value, bytes: &[u8])
where
    L: Layout,
    C: for<'d> Decode<'d, L> + Encode<L, Value: Debug + PartialEq>,
{
    assert_eq!(encoded::<L, C>(value).unwrap(), bytes);
    assert_eq!(&decoded::<L, C>(bytes).unwrap(), value);
    assert!((C::ENCODING.min_size()..=C::ENCODING.max_size()).contains(&bytes.len()));
    assert_eq!(Value::new(C::ENCODING, bytes).unwrap().as_bytes(), bytes);
    let mut refilled = C::decode_from(&mut Decoder::new(bytes)).unwrap();
    C::refill_from(&mut refilled, &mut Decoder::new(bytes)).unwrap();
    assert_eq!(&refilled, value);
    for len in 0..bytes.len() {
        let Err((kind, offset)) = decoded::<L, C>(&bytes[..len]) else { panic!("is cut") };
        assert!(matches!(kind, DecodeErrorKind::UnexpectedEnd { .. }), "{kind:?}");
        assert!(offset <= len);
    }
}

/// Checks the same for the borrowed form, which `R` describes.
macro_rules! golden_borrowed {
    ($layout:ty, $codec:ty, $form:ty, $value:expr, $bytes:expr) => {{
        let (value, bytes): (_, &[u8]) = ($value, $bytes);
        golden::<$layout, $codec>(&value, bytes);
        let borrowed = decoded::<$layout, $form>(bytes).unwrap();
        assert_eq!(encoded::<$layout, $form>(&borrowed).unwrap(), bytes);
        assert_eq!(<$codec as Borrow<$layout>>::own(&borrowed), value);
        let lent = <$codec as Borrow<$layout>>::lend(&value);
        assert_eq!(encoded::<$layout, $form>(&lent).unwrap(), bytes);
        assert_eq!(<$codec as Borrow<$layout>>::own(&lent), value);
    }};
}

fn text(text: &str) -> Str<5> {
    text.parse().unwrap()
}

#[test]
fn a_prefix_has_the_width_of_the_layout() {
    type Five = Str<5>;
    type FiveRef<'a> = StrRef<'a, 5>;
    golden_borrowed!(Own, Five, FiveRef<'_>, text("ab"), b"\x02ab");
    golden_borrowed!(Prefixed<u8>, Five, FiveRef<'_>, text("ab"), b"\x02ab");
    golden_borrowed!(Prefixed<u16>, Five, FiveRef<'_>, text("ab"), b"\x02\0ab");
    golden_borrowed!(Prefixed<u32>, Five, FiveRef<'_>, text("ab"), b"\x02\0\0\0ab");
    golden_borrowed!(Prefixed<u64>, Five, FiveRef<'_>, text("ab"), b"\x02\0\0\0\0\0\0\0ab");
    golden_borrowed!(Prefixed<u16>, Bytes<5>, BytesRef<'_, 5>, Bytes::from([7]), &[1, 0, 7]);
    golden_borrowed!(
        Prefixed<u16>,
        Seq<u16, 5>,
        SeqRef<'_, u16, 5, Prefixed<u16>>,
        Seq::from([7, 8]),
        &[2, 0, 7, 0, 8, 0]
    );
    // The layout does not change types without a prefix.
    golden_borrowed!(Prefixed<u64>, u32, u32, 7, &[7, 0, 0, 0]);
    golden_borrowed!(Prefixed<u64>, [u8; 2], &[u8; 2], [7, 8], &[7, 8]);
    golden_borrowed!(Prefixed<u64>, Box<char>, char, Box::new('a'), b"a");
    // A box is encoded as its content.
    golden_borrowed!(Prefixed<u16>, Box<Five>, FiveRef<'_>, Box::new(text("a")), b"\x01\0a");

    let optional = schema::<Prefixed<u64>, Option<Str<5>>>();
    assert_eq!((optional.min_size(), optional.max_size()), (1, 1 + 8 + 5));
    assert_eq!(schema::<Prefixed<u64>, Str<5>>().kind(), &Kind::Str { max: 5, prefix: 8 },);
}

#[test]
fn a_layout_applies_to_nested_types() {
    type Short = Prefixed<u16>;
    type Five = Str<5>;
    type FiveRef<'a> = StrRef<'a, 5>;
    golden_borrowed!(Short, Option<Five>, Option<FiveRef<'_>>, Some(text("ab")), b"\x01\x02\0ab");
    golden_borrowed!(Short, Option<Five>, Option<FiveRef<'_>>, None, b"\0");
    golden_borrowed!(Short, [Five; 2], [FiveRef<'_>; 2], [text("a"), text("")], b"\x01\0a\0\0");
    golden_borrowed!(
        Short,
        (u8, Five, Option<[u8; 1]>),
        (u8, FiveRef<'_>, Option<&[u8; 1]>),
        (1_u8, text("a"), Some([2_u8])),
        b"\x01\x01\0a\x01\x02"
    );
    golden_borrowed!(
        Short,
        Seq<Seq<Option<Five>, 3>, 3>,
        SeqRef<'_, Seq<Option<Five>, 3>, 3, Short>,
        Seq::from([Seq::from([None, Some(text("a"))]), Seq::default()]),
        b"\x02\0\x02\0\0\x01\x01\0a\0\0"
    );
    type Borrowed<'d> = <Seq<Seq<Str<5>, 3>, 3> as Borrow<Prefixed<u16>>>::Ref<'d>;
    let borrowed = decoded::<Short, Borrowed<'_>>(b"\x01\0\x01\0\x02\0ab").unwrap();
    let inner: SeqRef<'_, Str<5>, 3, Prefixed<u16>> = borrowed.get(0).unwrap();
    assert_eq!(inner.get(0).unwrap().as_str(), "ab");
    assert_eq!(inner.as_bytes(), Some(&b"\x02\0ab"[..]));
}

#[test]
fn a_length_above_the_bound_is_refused_whatever_its_width() {
    let too_long = |len, max| DecodeErrorKind::TooLong(TooLong { len, max });
    let mut bytes = [0xFF; 12];
    assert_eq!(decoded::<Prefixed<u64>, Str<5>>(&bytes), Err((too_long(usize::MAX, 5), 0)));
    assert_eq!(decoded::<Prefixed<u64>, StrRef<'_, 5>>(&bytes), Err((too_long(usize::MAX, 5), 0)));
    assert_eq!(
        decoded::<Prefixed<u64>, BytesRef<'_, 5>>(&bytes),
        Err((too_long(usize::MAX, 5), 0))
    );
    bytes[..8].copy_from_slice(&6_u64.to_le_bytes());
    assert_eq!(decoded::<Prefixed<u64>, Bytes<5>>(&bytes), Err((too_long(6, 5), 0)));
    assert_eq!(decoded::<Prefixed<u64>, Seq<u8, 5>>(&bytes), Err((too_long(6, 5), 0)));
    // Only the low half of the length would fit.
    bytes[..8].copy_from_slice(&((1_u64 << 32) | 1).to_le_bytes());
    let (kind, offset) = decoded::<Prefixed<u64>, Bytes<5>>(&bytes).unwrap_err();
    assert!(matches!(kind, DecodeErrorKind::TooLong(TooLong { max: 5, .. })));
    assert_eq!(offset, 0);
    let by_schema = Value::new(schema::<Prefixed<u64>, Bytes<5>>(), &bytes).unwrap_err();
    assert_eq!((by_schema.kind(), by_schema.offset()), (kind, 0));
    // The bound allows the count, but the input cannot hold the elements.
    let count = 1000_u64.to_le_bytes();
    let short = DecodeErrorKind::UnexpectedEnd { needed: 4000, available: 0 };
    assert_eq!(decoded::<Prefixed<u64>, Seq<u32, 9999>>(&count), Err((short, 8)));
    assert_eq!(
        decoded::<Prefixed<u64>, SeqRef<'_, u32, 9999, Prefixed<u64>>>(&count),
        Err((short, 8))
    );
}

#[test]
fn standard_types_with_a_bound() {
    type Text<T> = MaxLen<T, 5>;
    type Blob<T> = MaxBytes<T, 5>;
    golden_borrowed!(Own, Text<String>, Text<&str>, "ab".to_owned(), b"\x02ab");
    golden_borrowed!(Prefixed<u16>, Text<Box<str>>, Text<&str>, Box::from("ab"), b"\x02\0ab");
    golden_borrowed!(Own, MaxLen<Vec<u16>, 300>, SeqRef<'_, u16, 300>, vec![7_u16], &[1, 0, 7, 0]);
    golden_borrowed!(
        Own,
        MaxLen<Box<[u16]>, 5>,
        SeqRef<'_, u16, 5>,
        Box::from([7, 8]),
        &[2, 7, 0, 8, 0]
    );
    golden_borrowed!(
        Prefixed<u16>,
        MaxLen<Vec<Str<5>>, 5>,
        SeqRef<'_, Str<5>, 5, Prefixed<u16>>,
        vec![text("a")],
        b"\x01\0\x01\0a"
    );
    golden_borrowed!(Own, Blob<Vec<u8>>, Blob<&[u8]>, vec![7_u8, 8], &[2, 7, 8]);
    golden_borrowed!(Prefixed<u32>, Blob<Box<[u8]>>, Blob<&[u8]>, Box::from([7]), &[1, 0, 0, 0, 7]);
    golden_borrowed!(
        Own,
        Option<Text<String>>,
        Option<Text<&str>>,
        Some("ab".to_owned()),
        b"\x01\x02ab"
    );
    golden_borrowed!(
        Own,
        Option<MaxLen<Vec<u16>, 5>>,
        Option<SeqRef<'_, u16, 5>>,
        None::<Vec<u16>>,
        b"\0"
    );
    golden_borrowed!(
        Own,
        Option<MaxLen<Vec<u8>, 5>>,
        Option<SeqRef<'_, u8, 5>>,
        Some(vec![7_u8]),
        &[1, 1, 7]
    );
    golden_borrowed!(Own, Option<Blob<Vec<u8>>>, Option<Blob<&[u8]>>, Some(vec![7_u8]), &[1, 1, 7]);

    let optional = schema::<Prefixed<u16>, Option<MaxLen<Vec<Str<5>>, 5>>>();
    assert_eq!(optional.max_size(), 1 + 2 + 5 * (2 + 5));
    assert_eq!(schema::<Own, MaxLen<String, 99>>().max_heap(), 99);
    assert_eq!(schema::<Own, MaxLen<Vec<u32>, 99>>().max_heap(), 99 * 4);
    assert_eq!(schema::<Own, MaxLen<&str, 99>>().max_heap(), 0);
    assert_eq!(schema::<Own, MaxBytes<Vec<u8>, 99>>(), Bytes::<99>::SCHEMA);
    assert_eq!(schema::<Own, MaxLen<Vec<u16>, 99>>(), Seq::<u16, 99>::SCHEMA);

    let kind = EncodeErrorKind::TooLong(TooLong { len: 6, max: 5 });
    assert_eq!(encoded::<Own, Text<String>>(&"abcdef".to_owned()), Err(kind));
    assert_eq!(encoded::<Own, Text<&str>>(&"abcdef"), Err(kind));
    assert_eq!(encoded::<Own, MaxLen<Vec<u16>, 5>>(&vec![0_u16; 6]), Err(kind));
    assert_eq!(encoded::<Own, Blob<Vec<u8>>>(&vec![0_u8; 6]), Err(kind));
    // The borrowed form also points to the value directly.
    let long = vec![0_u16; 6];
    let lent = <MaxLen<Vec<u16>, 5> as Borrow<Own>>::lend(&long);
    assert_eq!(encoded::<Own, SeqRef<'_, u16, 5>>(&lent), Err(kind));
    assert_eq!(encoded::<Own, Option<SeqRef<'_, u16, 5>>>(&Some(lent)), Err(kind));
}

#[test]
fn a_refill_of_a_box_keeps_its_block_if_the_length_is_equal() {
    fn refill<C: for<'d> Decode<'d, Own>>(
        value: &mut C::Value,
        bytes: &[u8],
    ) -> Result<(), pool_codec::DecodeError> {
        C::refill_from(value, &mut Decoder::new(bytes))
    }
    type Numbers = MaxLen<Box<[u32]>, 99>;
    let mut boxed: Box<[u32]> = [1, 2].into();
    let block = boxed.as_ptr();
    refill::<Numbers>(&mut boxed, &[2, 7, 0, 0, 0, 8, 0, 0, 0]).unwrap();
    assert_eq!((&*boxed, boxed.as_ptr()), (&[7, 8][..], block));
    refill::<Numbers>(&mut boxed, &[1, 9, 0, 0, 0]).unwrap();
    assert_eq!(&*boxed, [9]);
    // After an error, the box still holds a value, which may not be the old one.
    let error = refill::<Numbers>(&mut boxed, &[1, 9]).unwrap_err();
    assert!(matches!(error.kind(), DecodeErrorKind::UnexpectedEnd { needed: 4, available: 1 }));

    type Words = MaxLen<Box<str>, 99>;
    let mut text: Box<str> = "abc".into();
    let block = text.as_ptr();
    refill::<Words>(&mut text, b"\x03xyz").unwrap();
    assert_eq!((&*text, text.as_ptr()), ("xyz", block));
    refill::<Words>(&mut text, b"\x05hello").unwrap();
    assert_eq!(&*text, "hello");
}

/// Encodes a duration as whole milliseconds, up to a minute. If `T` is `String`, it encodes text.
struct Millis;

impl Adapter<Duration> for Millis {
    type Wire = u64;

    fn to_wire(value: &Duration) -> Result<u64, &'static str> {
        value.as_millis().try_into().map_err(|_| "too long a duration")
    }

    fn from_wire(wire: u64) -> Result<Duration, &'static str> {
        if wire > 60_000 { Err("above a minute") } else { Ok(Duration::from_millis(wire)) }
    }
}

impl Adapter<u32> for Millis {
    type Wire = Str<5>;
    const MAX_HEAP: usize = 7;

    fn to_wire(value: &u32) -> Result<Str<5>, &'static str> {
        value.to_string().parse().map_err(|_| "more than five digits")
    }

    fn from_wire(wire: Str<5>) -> Result<u32, &'static str> {
        wire.parse().map_err(|_| "not a number")
    }
}

#[test]
fn adapted_types() {
    type Time = With<Duration, Millis>;
    type Digits = With<u32, Millis>;
    golden::<Own, Time>(&Duration::from_millis(258), &[2, 1, 0, 0, 0, 0, 0, 0]);
    golden::<Own, Digits>(&12_u32, b"\x0212");
    golden::<Prefixed<u16>, Digits>(&12_u32, b"\x02\x0012");
    // It also works inside of containers.
    golden::<Own, Option<MaxLen<Vec<Digits>, 3>>>(&Some(vec![12, 3]), b"\x01\x02\x0212\x013");
    assert_eq!(schema::<Own, Digits>().max_heap(), 7);
    assert_eq!(schema::<Own, Time>().max_heap(), 0);

    let reason = "too long a duration";
    assert_eq!(encoded::<Own, Time>(&Duration::MAX), Err(EncodeErrorKind::InvalidValue { reason }));
    let reason = "more than five digits";
    assert_eq!(encoded::<Own, Digits>(&123_456_u32), Err(EncodeErrorKind::InvalidValue { reason }));

    let mut decoder = Decoder::new(b"\x00\x02x1");
    decoder.take(1).unwrap();
    let error = <Digits as Decode<Own>>::decode_from(&mut decoder).unwrap_err();
    let reason = "not a number";
    assert_eq!((error.kind(), error.offset()), (DecodeErrorKind::InvalidValue { reason }, 1));
}

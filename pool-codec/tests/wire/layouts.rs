//! Layouts: the same types in other bytes (WIRE.md section 3).

use core::fmt::Debug;
use core::time::Duration;

use pool_codec::layout::{
    BorrowAs, Coded, DecodeAs, EncodeAs, MaxBytes, MaxLen, Own, Prefixed, WireAs, With,
};
use pool_codec::{
    Adapter, Bytes, BytesRef, DecodeErrorKind, Decoder, Encodable, EncodeErrorKind, Encoder,
    Schema, Seq, SeqRef, Str, StrRef, TooLong, Value, Wire,
};

fn encoded<L: EncodeAs<T>, T>(value: &T) -> Result<Vec<u8>, EncodeErrorKind> {
    let mut out = vec![0; L::encoded_len(value)];
    let mut encoder = Encoder::new(&mut out);
    L::encode(value, &mut encoder).map_err(|error| error.kind())?;
    assert_eq!(encoder.written(), out.len());
    Ok(out)
}

/// What decodes, and where it ended; or the error and its offset.
fn decoded<'d, L: DecodeAs<'d, T>, T>(bytes: &'d [u8]) -> Result<T, (DecodeErrorKind, usize)> {
    let mut decoder = Decoder::new(bytes);
    let value = L::decode(&mut decoder).map_err(|error| (error.kind(), error.offset()))?;
    decoder.finish().map_err(|error| (error.kind(), error.offset()))?;
    Ok(value)
}

/// `value` is `bytes` in layout `L`, over any value, and so is what a field visitor sees.
fn golden<L, T>(value: &T, bytes: &[u8])
where
    T: Debug + PartialEq,
    L: EncodeAs<T> + for<'d> DecodeAs<'d, T>,
{
    assert_eq!(encoded::<L, T>(value).unwrap(), bytes);
    assert_eq!(&decoded::<L, T>(bytes).unwrap(), value);
    assert!((L::MIN_SIZE..=L::MAX_SIZE).contains(&bytes.len()));
    assert_eq!(Value::new(L::SCHEMA, bytes).unwrap().as_bytes(), bytes);
    let mut refilled = L::decode(&mut Decoder::new(bytes)).unwrap();
    L::refill(&mut refilled, &mut Decoder::new(bytes)).unwrap();
    assert_eq!(&refilled, value);
    let visited = Coded::<T, L>::new(value);
    assert_eq!(visited.encode_to_vec().unwrap(), bytes);
    for len in 0..bytes.len() {
        let (kind, offset) = decoded::<L, T>(&bytes[..len]).unwrap_err();
        assert!(matches!(kind, DecodeErrorKind::UnexpectedEnd { .. }), "{kind:?}");
        assert!(offset <= len);
    }
}

/// The same in the borrowed form.
fn golden_borrowed<L, T>(value: &T, bytes: &[u8])
where
    T: Debug + PartialEq,
    L: BorrowAs<T> + EncodeAs<T> + for<'d> DecodeAs<'d, T>,
    for<'d> L: EncodeAs<<L as BorrowAs<T>>::Ref<'d>> + DecodeAs<'d, <L as BorrowAs<T>>::Ref<'d>>,
{
    golden::<L, T>(value, bytes);
    let borrowed = decoded::<L, <L as BorrowAs<T>>::Ref<'_>>(bytes).unwrap();
    assert_eq!(encoded::<L, _>(&borrowed).unwrap(), bytes);
    assert_eq!(&<L as BorrowAs<T>>::from_borrowed(&borrowed), value);
    let lent = <L as BorrowAs<T>>::as_borrowed(value);
    assert_eq!(encoded::<L, _>(&lent).unwrap(), bytes);
    assert_eq!(&<L as BorrowAs<T>>::from_borrowed(&lent), value);
}

fn text(text: &str) -> Str<5> {
    text.parse().unwrap()
}

#[test]
fn a_prefix_has_the_width_that_is_asked_for() {
    golden_borrowed::<Own, Str<5>>(&text("ab"), b"\x02ab");
    golden_borrowed::<Prefixed<u8>, Str<5>>(&text("ab"), b"\x02ab");
    golden_borrowed::<Prefixed<u16>, Str<5>>(&text("ab"), b"\x02\0ab");
    golden_borrowed::<Prefixed<u32>, Str<5>>(&text("ab"), b"\x02\0\0\0ab");
    golden_borrowed::<Prefixed<u64>, Str<5>>(&text("ab"), b"\x02\0\0\0\0\0\0\0ab");
    golden_borrowed::<Prefixed<u16>, Bytes<5>>(&Bytes::<5>::from([7]), &[1, 0, 7]);
    golden_borrowed::<Prefixed<u16>, Seq<u16, 5>>(
        &Seq::<u16, 5>::from([7, 8]),
        &[2, 0, 7, 0, 8, 0],
    );
    // Not in what has no prefix.
    golden_borrowed::<Prefixed<u64>, u32>(&7_u32, &[7, 0, 0, 0]);
    golden_borrowed::<Prefixed<u64>, [u8; 2]>(&[7_u8, 8], &[7, 8]);
    golden_borrowed::<Prefixed<u64>, Box<char>>(&Box::new('a'), b"a");

    type Optional = Option<Str<5>>;
    assert_eq!(<Prefixed<u64> as WireAs<Optional>>::MIN_SIZE, 1);
    assert_eq!(<Prefixed<u64> as WireAs<Optional>>::MAX_SIZE, 1 + 8 + 5);
    assert_eq!(<Prefixed<u64> as WireAs<Str<5>>>::SCHEMA, &Schema::Str { max: 5, prefix: 8 },);
}

#[test]
fn a_prefix_reaches_into_what_contains_others() {
    golden_borrowed::<Prefixed<u16>, Option<Str<5>>>(&Some(text("ab")), b"\x01\x02\0ab");
    golden_borrowed::<Prefixed<u16>, Option<Str<5>>>(&None::<Str<5>>, b"\0");
    golden_borrowed::<Prefixed<u16>, [Str<5>; 2]>(&[text("a"), text("")], b"\x01\0a\0\0");
    golden_borrowed::<Prefixed<u16>, (u8, Str<5>, Option<[u8; 1]>)>(
        &(1_u8, text("a"), Some([2_u8])),
        b"\x01\x01\0a\x01\x02",
    );
    golden_borrowed::<Prefixed<u16>, Seq<Seq<Option<Str<5>>, 3>, 3>>(
        &Seq::<Seq<Option<Str<5>>, 3>, 3>::from([
            Seq::from([None, Some(text("a"))]),
            Seq::default(),
        ]),
        b"\x02\0\x02\0\0\x01\x01\0a\0\0",
    );
    type Borrowed<'d> = <Prefixed<u16> as BorrowAs<Seq<Seq<Str<5>, 3>, 3>>>::Ref<'d>;
    let borrowed = decoded::<Prefixed<u16>, Borrowed<'_>>(b"\x01\0\x01\0\x02\0ab").unwrap();
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
    // Only the low half would fit.
    bytes[..8].copy_from_slice(&((1_u64 << 32) | 1).to_le_bytes());
    let (kind, offset) = decoded::<Prefixed<u64>, Bytes<5>>(&bytes).unwrap_err();
    assert!(matches!(kind, DecodeErrorKind::TooLong(TooLong { max: 5, .. })));
    assert_eq!(offset, 0);
    let by_schema = Value::new(<Prefixed<u64> as WireAs<Bytes<5>>>::SCHEMA, &bytes).unwrap_err();
    assert_eq!((by_schema.kind(), by_schema.offset()), (kind, 0));
    // A count that the bound allows and the input cannot hold.
    let count = 1000_u64.to_le_bytes();
    let short = DecodeErrorKind::UnexpectedEnd { needed: 4000, available: 0 };
    assert_eq!(decoded::<Prefixed<u64>, Seq<u32, 9999>>(&count), Err((short, 8)));
    assert_eq!(decoded::<Prefixed<u64>, SeqRef<'_, u32, 9999, _>>(&count), Err((short, 8)));
}

#[test]
fn standard_types_with_a_bound() {
    golden_borrowed::<MaxLen<5, Own>, String>(&"ab".to_owned(), b"\x02ab");
    golden_borrowed::<MaxLen<5, Prefixed<u16>>, Box<str>>(&Box::<str>::from("ab"), b"\x02\0ab");
    golden_borrowed::<MaxLen<300, Own>, Vec<u16>>(&vec![7_u16], &[1, 0, 7, 0]);
    golden_borrowed::<MaxLen<5, Own>, Box<[u16]>>(&Box::<[u16]>::from([7, 8]), &[2, 7, 0, 8, 0]);
    golden_borrowed::<MaxLen<5, Prefixed<u16>>, Vec<Str<5>>>(&vec![text("a")], b"\x01\0\x01\0a");
    golden_borrowed::<MaxBytes<5, Own>, Vec<u8>>(&vec![7_u8, 8], &[2, 7, 8]);
    golden_borrowed::<MaxBytes<5, Prefixed<u32>>, Box<[u8]>>(
        &Box::<[u8]>::from([7]),
        &[1, 0, 0, 0, 7],
    );
    golden_borrowed::<MaxLen<5, Own>, Option<String>>(&Some("ab".to_owned()), b"\x01\x02ab");
    golden_borrowed::<MaxLen<5, Own>, Option<Vec<u16>>>(&None::<Vec<u16>>, b"\0");
    golden_borrowed::<MaxLen<5, Own>, Option<Vec<u8>>>(&Some(vec![7_u8]), &[1, 1, 7]);
    golden_borrowed::<MaxBytes<5, Own>, Option<Vec<u8>>>(&Some(vec![7_u8]), &[1, 1, 7]);

    type Layout = MaxLen<5, Prefixed<u16>>;
    assert_eq!(<Layout as WireAs<Option<Vec<Str<5>>>>>::MAX_SIZE, 1 + 2 + 5 * (2 + 5));
    assert_eq!(<MaxLen<99, Own> as WireAs<String>>::MAX_HEAP, 99);
    assert_eq!(<MaxLen<99, Own> as WireAs<Vec<u32>>>::MAX_HEAP, 99 * 4);
    assert_eq!(<MaxLen<99, Own> as WireAs<&str>>::MAX_HEAP, 0);
    assert_eq!(<MaxBytes<99, Own> as WireAs<Vec<u8>>>::SCHEMA, Bytes::<99>::SCHEMA);
    assert_eq!(<MaxLen<99, Own> as WireAs<Vec<u16>>>::SCHEMA, Seq::<u16, 99>::SCHEMA);

    let kind = EncodeErrorKind::TooLong(TooLong { len: 6, max: 5 });
    assert_eq!(encoded::<MaxLen<5, Own>, _>(&"abcdef".to_owned()), Err(kind));
    assert_eq!(encoded::<MaxLen<5, Own>, _>(&"abcdef"), Err(kind));
    assert_eq!(encoded::<MaxLen<5, Own>, _>(&vec![0_u16; 6]), Err(kind));
    assert_eq!(encoded::<MaxBytes<5, Own>, _>(&vec![0_u8; 6]), Err(kind));
    // In the borrowed form too, which points to the value as it is.
    let long = vec![0_u16; 6];
    let lent = <MaxLen<5, Own> as BorrowAs<Vec<u16>>>::as_borrowed(&long);
    assert_eq!(encoded::<MaxLen<5, Own>, _>(&lent), Err(kind));
    assert_eq!(encoded::<MaxLen<5, Own>, _>(&Some(lent)), Err(kind));
}

#[test]
fn a_refill_of_a_box_keeps_its_block_where_the_length_stays() {
    type Layout = MaxLen<99, Own>;
    let mut boxed: Box<[u32]> = [1, 2].into();
    let block = boxed.as_ptr();
    Layout::refill(&mut boxed, &mut Decoder::new(&[2, 7, 0, 0, 0, 8, 0, 0, 0])).unwrap();
    assert_eq!((&*boxed, boxed.as_ptr()), (&[7, 8][..], block));
    Layout::refill(&mut boxed, &mut Decoder::new(&[1, 9, 0, 0, 0])).unwrap();
    assert_eq!(&*boxed, [9]);
    // After an error it is a value, if not the old one.
    let error = Layout::refill(&mut boxed, &mut Decoder::new(&[1, 9])).unwrap_err();
    assert!(matches!(error.kind(), DecodeErrorKind::UnexpectedEnd { needed: 4, available: 1 }));

    let mut text: Box<str> = "abc".into();
    let block = text.as_ptr();
    Layout::refill(&mut text, &mut Decoder::new(b"\x03xyz")).unwrap();
    assert_eq!((&*text, text.as_ptr()), ("xyz", block));
    Layout::refill(&mut text, &mut Decoder::new(b"\x05hello")).unwrap();
    assert_eq!(&*text, "hello");
}

/// A duration as whole milliseconds, up to a minute; as text where `T` is `String`.
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
    golden::<With<Millis, Own>, Duration>(&Duration::from_millis(258), &[2, 1, 0, 0, 0, 0, 0, 0]);
    golden::<With<Millis, Own>, u32>(&12_u32, b"\x0212");
    golden::<With<Millis, Prefixed<u16>>, u32>(&12_u32, b"\x02\x0012");
    assert_eq!(<With<Millis, Own> as WireAs<u32>>::MAX_HEAP, 7);
    assert_eq!(<With<Millis, Own> as WireAs<Duration>>::MAX_HEAP, 0);
    const { assert!(!<With<Millis, Own> as WireAs<Duration>>::PLAIN) };

    let reason = "too long a duration";
    assert_eq!(
        encoded::<With<Millis, Own>, _>(&Duration::MAX),
        Err(EncodeErrorKind::InvalidValue { reason })
    );
    let reason = "more than five digits";
    let long = Coded::<_, With<Millis, Own>>::new(&123_456_u32);
    assert_eq!(long.encode_to_vec().unwrap_err().kind(), EncodeErrorKind::InvalidValue { reason });

    let mut decoder = Decoder::new(b"\x00\x02x1");
    decoder.take(1).unwrap();
    let error = <With<Millis, Own> as DecodeAs<u32>>::decode(&mut decoder).unwrap_err();
    let reason = "not a number";
    assert_eq!((error.kind(), error.offset()), (DecodeErrorKind::InvalidValue { reason }, 1));
}

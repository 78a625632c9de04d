//! Any bytes as a value of the wire types that Stratum V2 does not use, in several layouts: the owned form, the
//! borrowed form and the schema agree; what decodes encodes to the same bytes, also from the value.
//!
//! Input: a byte that chooses the type and the layout, then the encoding.
#![no_main]

use core::num::NonZero;

use libfuzzer_sys::fuzz_target;
use pool_codec::error::DecodeErrorKind;
use pool_codec::layout::{Borrow, Decode, Encode, Layout, MaxBytes, MaxLen, Own, Prefixed};
use pool_codec::schema::Value;
use pool_codec::{Be, BytesRef, Bytes, DecodeError, Decoder, Encoder, Seq, SeqRef, Str, StrRef};

type Numbers = (Be<u32>, Be<i16>, Be<f64>, Option<NonZero<u16>>, Box<char>, ());
type NumbersRef = (Be<u32>, Be<i16>, Be<f64>, Option<NonZero<u16>>, char, ());
type Element = (char, Option<Str<40>>, [Bytes<300>; 2]);
type Triple = (u8, Option<Str<40>>, [Bytes<300>; 2]);
type TripleRef<'d> = (u8, Option<StrRef<'d, 40>>, [BytesRef<'d, 300>; 2]);

/// Checks a type in a layout: both forms and the schema agree on any bytes.
macro_rules! check {
    ($layout:ty, $codec:ty, $form:ty, $bytes:expr) => {{
        let bytes: &[u8] = $bytes;
        let by_schema = Value::new(<$codec as Encode<$layout>>::ENCODING, bytes);
        match (decode::<$layout, $codec>(bytes), decode::<$layout, $form>(bytes)) {
            (Ok(mut owned), Ok(borrowed)) => {
                let schema = <$codec as Encode<$layout>>::ENCODING;
                assert!((schema.min_size()..=schema.max_size()).contains(&bytes.len()));
                assert_eq!(encode::<$layout, $codec>(&owned, bytes.len()), bytes);
                assert_eq!(encode::<$layout, $form>(&borrowed, bytes.len()), bytes);
                let lent = <$codec as Borrow<$layout>>::lend(&owned);
                assert_eq!(encode::<$layout, $form>(&lent, bytes.len()), bytes);
                let copied = <$codec as Borrow<$layout>>::own(&borrowed);
                assert_eq!(encode::<$layout, $codec>(&copied, bytes.len()), bytes);
                let value = by_schema.expect("the schema reads the bytes that the type does");
                assert_eq!(value.as_bytes(), bytes);
                <$codec as Decode<$layout>>::refill_from(&mut owned, &mut Decoder::new(bytes))
                    .expect("decodes as before");
                assert_eq!(encode::<$layout, $codec>(&owned, bytes.len()), bytes);
            }
            (Err(owned), Err(borrowed)) => {
                assert_eq!(owned, borrowed);
                agree(by_schema, owned, bytes);
            }
            (owned, borrowed) => panic!("{:?} against {:?}", owned.err(), borrowed.err()),
        }
    }};
}

fuzz_target!(|input: &[u8]| {
    let Some((choice, bytes)) = input.split_first() else { return };
    match choice {
        0 => check!(Own, Numbers, NumbersRef, bytes),
        1 => check!(Own, Seq<Element, 300>, SeqRef<'_, Element, 300>, bytes),
        2 => check!(
            Prefixed<u16>,
            Seq<Element, 300>,
            SeqRef<'_, Element, 300, Prefixed<u16>>,
            bytes
        ),
        3 => check!(Prefixed<u64>, Triple, TripleRef<'_>, bytes),
        4 => check!(
            Prefixed<u64>,
            Seq<Seq<u16, 9>, 300>,
            SeqRef<'_, Seq<u16, 9>, 300, Prefixed<u64>>,
            bytes
        ),
        5 => check!(Own, Option<MaxLen<String, 300>>, Option<MaxLen<&str, 300>>, bytes),
        6 => check!(
            Prefixed<u64>,
            MaxLen<Box<[Str<40>]>, 40>,
            SeqRef<'_, Str<40>, 40, Prefixed<u64>>,
            bytes
        ),
        7 => check!(
            Prefixed<u32>,
            MaxLen<Vec<(bool, char)>, 40>,
            SeqRef<'_, (bool, char), 40, Prefixed<u32>>,
            bytes
        ),
        8 => check!(Prefixed<u64>, MaxBytes<Vec<u8>, 300>, MaxBytes<&[u8], 300>, bytes),
        _ => {}
    }
});

fn decode<'d, L: Layout, C: Decode<'d, L>>(bytes: &'d [u8]) -> Result<C::Value, DecodeError> {
    let mut decoder = Decoder::new(bytes);
    let value = C::decode_from(&mut decoder)?;
    decoder.finish()?;
    Ok(value)
}

fn encode<L: Layout, C: Encode<L>>(value: &C::Value, len: usize) -> Vec<u8> {
    let mut out = vec![0; len];
    let mut encoder = Encoder::new(&mut out);
    C::encode_to(value, &mut encoder).expect("a decoded value encodes");
    assert_eq!(encoder.written(), len);
    out
}

/// The schema fails as the type did.
fn agree(by_schema: Result<Value<'_>, DecodeError>, error: DecodeError, bytes: &[u8]) {
    assert!(error.offset() <= bytes.len());
    match (by_schema, error.kind()) {
        // Types check runs of elements at once, the schema one by one.
        (Err(_), DecodeErrorKind::UnexpectedEnd { .. }) => {}
        // The schema describes the layout. It does not know that a type excludes zero.
        (_, DecodeErrorKind::InvalidValue { .. }) => {}
        (Err(by_schema), kind) => {
            assert_eq!((by_schema.kind(), by_schema.offset()), (kind, error.offset()));
        }
        (Ok(_), kind) => panic!("the schema reads bytes that fail with {kind:?}"),
    }
}

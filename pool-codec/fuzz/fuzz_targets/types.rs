//! Any bytes as a value of the wire types that Stratum V2 does not use, in several layouts. The owned form, the borrowed
//! form and the schema agree. A decoded value encodes to the same bytes, in both forms.
//!
//! The input is a byte that selects the type and the layout, and then the encoding.
#![no_main]

use core::fmt::Debug;
use core::num::NonZero;

use libfuzzer_sys::fuzz_target;
use pool_codec::layout::{BorrowAs, DecodeAs, EncodeAs, MaxBytes, MaxLen, Own, Prefixed, WireAs};
use pool_codec::error::DecodeErrorKind;
use pool_codec::schema::Value;
use pool_codec::{Be, Bytes, DecodeError, Decoder, Encoder, Seq, Str};

type Numbers = (Be<u32>, Be<i16>, Be<f64>, Option<NonZero<u16>>, Box<char>, ());
type Nested = Seq<(char, Option<Str<40>>, [Bytes<300>; 2]), 300>;

fuzz_target!(|input: &[u8]| {
    let Some((choice, bytes)) = input.split_first() else { return };
    match choice {
        0 => check::<Own, Numbers>(bytes),
        1 => check::<Own, Nested>(bytes),
        2 => check::<Prefixed<u16>, Nested>(bytes),
        3 => check::<Prefixed<u64>, Nested>(bytes),
        4 => check::<Prefixed<u64>, Seq<Seq<u16, 9>, 300>>(bytes),
        5 => check::<MaxLen<300, Own>, Option<String>>(bytes),
        6 => check::<MaxLen<40, Prefixed<u64>>, Box<[Str<40>]>>(bytes),
        7 => check::<MaxLen<40, Prefixed<u32>>, Vec<(bool, char)>>(bytes),
        8 => check::<MaxBytes<300, Prefixed<u64>>, Vec<u8>>(bytes),
        _ => {}
    }
});

fn decode<'d, L: DecodeAs<'d, T>, T>(bytes: &'d [u8]) -> Result<T, DecodeError> {
    let mut decoder = Decoder::new(bytes);
    let value = L::decode(&mut decoder)?;
    decoder.finish()?;
    Ok(value)
}

fn encode<L: EncodeAs<T>, T>(value: &T) -> Vec<u8> {
    let mut out = vec![0; L::encoded_len(value)];
    let mut encoder = Encoder::new(&mut out);
    L::encode(value, &mut encoder).expect("a decoded value encodes");
    assert_eq!(encoder.written(), out.len());
    out
}

fn check<L, T>(bytes: &[u8])
where
    T: Debug,
    L: BorrowAs<T> + EncodeAs<T> + for<'d> DecodeAs<'d, T>,
    for<'d> L: EncodeAs<<L as BorrowAs<T>>::Ref<'d>> + DecodeAs<'d, <L as BorrowAs<T>>::Ref<'d>>,
{
    let by_schema = Value::new(<L as WireAs<T>>::SCHEMA, bytes);
    match (decode::<L, T>(bytes), decode::<L, <L as BorrowAs<T>>::Ref<'_>>(bytes)) {
        (Ok(mut owned), Ok(borrowed)) => {
            assert!(
                (<L as WireAs<T>>::MIN_SIZE..=<L as WireAs<T>>::MAX_SIZE).contains(&bytes.len())
            );
            assert_eq!(encode::<L, T>(&owned), bytes);
            assert_eq!(encode::<L, _>(&borrowed), bytes);
            assert_eq!(encode::<L, _>(&<L as BorrowAs<T>>::as_borrowed(&owned)), bytes);
            assert_eq!(encode::<L, T>(&<L as BorrowAs<T>>::from_borrowed(&borrowed)), bytes);
            assert_eq!(by_schema.expect("the schema accepts the bytes that the type accepts").as_bytes(), bytes);
            L::refill(&mut owned, &mut Decoder::new(bytes)).expect("decodes as before");
            assert_eq!(encode::<L, T>(&owned), bytes);
        }
        (Err(owned), Err(borrowed)) => {
            assert_eq!(owned, borrowed);
            assert!(owned.offset() <= bytes.len());
            match (by_schema, owned.kind()) {
                // Types check runs of elements at once, and the schema checks them one by one.
                (Err(_), DecodeErrorKind::UnexpectedEnd { .. }) => {}
                // The schema describes the layout only, so it accepts a zero that the type rejects.
                (_, DecodeErrorKind::InvalidValue { .. }) => {}
                (Err(error), kind) => {
                    assert_eq!((error.kind(), error.offset()), (kind, owned.offset()));
                }
                (Ok(_), kind) => panic!("the schema reads what fails with {kind:?}"),
            }
        }
        (owned, borrowed) => panic!("{owned:?} against {:?}", borrowed.err()),
    }
}

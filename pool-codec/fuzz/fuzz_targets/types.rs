//! Any bytes as a value of the wire types that Stratum V2 does not use, in several layouts: the owned form, the
//! borrowed form and the schema agree; what decodes encodes to the same bytes, also from the value.
//!
//! Input: a byte that chooses the type and the layout, then the encoding.
#![no_main]

use core::cmp::Ordering;
use core::net::{IpAddr, SocketAddr};
use core::num::NonZero;
use core::ops::{Bound, Range};
use core::time::Duration;
use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::ffi::{CStr, CString};
use std::rc::Rc;
use std::sync::Arc;

use libfuzzer_sys::fuzz_target;
use pool_codec::error::DecodeErrorKind;
use pool_codec::layout::{
    Ascending, BigEndian, Bincode1, Bincode2, Bitcoin, Borrow, Borsh, Checked, Checksum, Compact, CompactSize, Decode,
    Delimited, Encode, Layout, Leb128, LittleEndian, Magic, MaxBytes, MaxLen, Own, Postcard, Prefixed, Quic, QuicVarint,
    Padded, Rest, RestItems, Scale, ShortVec, Solana, Terminated, TerminatedItems,
};
use pool_codec::schema::Value;
use pool_codec::{
    AsciiDec, Be, ByteStr, ByteStrRef, Bytes, BytesRef, DecodeError, Decoder, Encoder, EntriesRef, FixedStr, I24, Padding,
    Seq, SeqRef, Str, StrRef, Tlvs, TlvsRef, U24, U48,
};

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

/// Integers of every kind and types of the standard library, in the layouts that the choices from `first` on select.
macro_rules! in_a_layout {
    ($choice:expr, $bytes:expr, $first:literal: $($layout:ty),*) => {{
        let mut number = $first;
        $(
            if *$choice == number {
                check!($layout, Integers, Integers, $bytes);
                check!($layout, Standard, StandardRef<'_>, $bytes);
                check!($layout, Seq<u32, 300>, SeqRef<'_, u32, 300, $layout>, $bytes);
                check!($layout, Str<300>, StrInLayout<'_, $layout>, $bytes);
            }
            number += 1;
        )*
        let _ = number;
    }};
}

/// The borrowed form of a text in any layout.
type StrInLayout<'d, L> = <Str<300> as Borrow<L>>::Ref<'d>;

type Integers = (u16, i32, u64, i128, U24, I24, U48, f64, [i16; 2], Option<NonZero<u32>>);
type Standard = (Duration, IpAddr, SocketAddr, Result<u16, Str<9>>, Bound<i32>, Range<u8>, Ordering, Rc<u16>);
type StandardRef<'d> =
    (Duration, IpAddr, SocketAddr, Result<u16, StrRef<'d, 9>>, Bound<i32>, (u8, u8), Ordering, u16);
type Ends = (Magic<0x0201, 2>, Padding<1>, Terminated<String, 9>, Delimited<(u16, Str<9>)>, Rest<Vec<u8>, 40>);
type EndsRef<'d> = (
    Magic<0x0201, 2>,
    Padding<1>,
    Terminated<&'d str, 9>,
    Delimited<(u16, StrRef<'d, 9>)>,
    Rest<&'d [u8], 40>,
);
type Ended = (ByteStr<300>, Terminated<Vec<u8>, 9, 0x0A0D, 2>, TerminatedItems<Vec<(u16, Str<9>)>, 9, 0, 2>);
type EndedRef<'d> = (
    ByteStrRef<'d, 300>,
    Terminated<&'d [u8], 9, 0x0A0D, 2>,
    TerminatedItems<SeqRef<'d, (u16, Str<9>), 9>, 9, 0, 2>,
);
type Texts = (FixedStr<4>, FixedStr<4, 0>, AsciiDec<u16, 4>, AsciiDec<u16, 4, b' '>);

type Summed = (u16, Checked<Delimited<(Str<9>, [u16; 2])>, Parity>, Option<Checked<u16, Parity>>);
type SummedRef<'d> =
    (u16, Checked<Delimited<(StrRef<'d, 9>, [u16; 2])>, Parity>, Option<Checked<u16, Parity>>);

/// A checksum that every other input has.
#[derive(Default)]
struct Parity(u8);

impl Checksum for Parity {
    type Sum = u8;

    fn update(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |sum, byte| sum ^ byte);
    }

    fn finish(self) -> u8 {
        self.0 & 1
    }
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
        9..=24 => in_a_layout!(choice, bytes, 9:
            Own, BigEndian, Bincode1, Bincode2, Borsh, Postcard, Bitcoin, Solana, Quic, QuicVarint, Scale, Compact,
            CompactSize, ShortVec, Leb128, LittleEndian<Prefixed<u16>>
        ),
        25 => check!(
            Own,
            MaxLen<BTreeMap<Str<40>, Option<u16>>, 300>,
            EntriesRef<'_, BTreeMap<Str<40>, Option<u16>>, 300>,
            bytes
        ),
        26 => check!(
            Postcard,
            MaxLen<BTreeSet<(u16, bool)>, 300>,
            EntriesRef<'_, BTreeSet<(u16, bool)>, 300, Postcard>,
            bytes
        ),
        27 => check!(
            Own,
            MaxLen<HashMap<u16, Bytes<9>>, 300, Ascending>,
            EntriesRef<'_, HashMap<u16, Bytes<9>>, 300>,
            bytes
        ),
        28 => check!(
            Bincode2,
            MaxLen<VecDeque<Str<40>>, 300>,
            EntriesRef<'_, VecDeque<Str<40>>, 300, Bincode2>,
            bytes
        ),
        29 => check!(Own, Ends, EndsRef<'_>, bytes),
        30 => check!(Leb128, Ends, EndsRef<'_>, bytes),
        31 => check!(
            Own,
            RestItems<Vec<(u16, Str<9>)>, 40>,
            RestItems<SeqRef<'_, (u16, Str<9>), 40>, 40>,
            bytes
        ),
        32 => check!(Own, RestItems<Vec<[u8; 4]>, 40>, RestItems<SeqRef<'_, [u8; 4], 40>, 40>, bytes),
        33 => check!(Own, MaxLen<CString, 300>, MaxLen<&CStr, 300>, bytes),
        34 => check!(Own, Texts, Texts, bytes),
        35 => check!(Own, Summed, SummedRef<'_>, bytes),
        36 => check!(Own, Ended, EndedRef<'_>, bytes),
        37 => check!(BigEndian, (u8, Padded<Tlvs<300>, 3>), (u8, Padded<TlvsRef<'_, 300>, 3>), bytes),
        38 => check!(Own, MaxLen<Arc<[Str<9>]>, 40>, SeqRef<'_, Str<9>, 40>, bytes),
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

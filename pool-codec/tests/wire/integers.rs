//! Integers of other byte orders and of variable width, alone and in layouts (WIRE.md section 12).

use core::fmt::Debug;

use pool_codec::error::DecodeErrorKind;
use pool_codec::layout::{
    BigEndian, Bincode2, Bitcoin, Compact, CompactSize, Decode, Encode, Layout, Leb128, Postcard,
    QuicVarint, Scale, ShortVec, Solana, Varint,
};
use pool_codec::prelude::*;
use pool_codec::schema::{Content, Value};
use pool_codec::{Be, Decoder, Encoder, I24, Seq, Str, U24, U40, U48, U56};
use proptest::prelude::*;

pub(super) fn encoded<L: Layout, C: Encode<L>>(value: &C::Value) -> Vec<u8> {
    let mut out = vec![0; C::ENCODING.max_size()];
    let mut encoder = Encoder::new(&mut out);
    C::encode_to(value, &mut encoder).unwrap();
    let written = encoder.written();
    out.truncate(written);
    out
}

pub(super) fn decoded<'d, L: Layout, C: Decode<'d, L>>(
    bytes: &'d [u8],
) -> Result<C::Value, DecodeErrorKind> {
    let mut decoder = Decoder::new(bytes);
    let value = C::decode_from(&mut decoder).map_err(|error| error.kind())?;
    decoder.finish().map_err(|error| error.kind())?;
    Ok(value)
}

/// Checks that `value` encodes to `bytes` in the layout `L`, and that no prefix of them decodes.
fn golden<L, C>(value: C::Value, bytes: &[u8])
where
    L: Layout,
    C: for<'d> Decode<'d, L> + Encode<L, Value: Debug + PartialEq>,
{
    assert_eq!(encoded::<L, C>(&value), bytes, "{value:?}");
    assert_eq!(decoded::<L, C>(bytes).as_ref(), Ok(&value));
    assert!((C::ENCODING.min_size()..=C::ENCODING.max_size()).contains(&bytes.len()));
    assert_eq!(Value::new(C::ENCODING, bytes).unwrap().as_bytes(), bytes);
    for len in 0..bytes.len() {
        let short = decoded::<L, C>(&bytes[..len]).unwrap_err();
        assert!(matches!(short, DecodeErrorKind::UnexpectedEnd { .. }), "{short:?}");
    }
}

pub(super) fn refused<L: Layout, C: for<'d> Decode<'d, L> + Encode<L, Value: Debug>>(
    bytes: &[u8],
    why: &str,
) {
    let kind = decoded::<L, C>(bytes).unwrap_err();
    assert_eq!(kind.to_string(), why, "{bytes:?}");
    assert!(Value::new(C::ENCODING, bytes).is_err());
}

pub(super) const LONGER: &str = "the number has a shorter encoding";
pub(super) const LARGE: &str = "the number does not fit into its type";

/// The examples of the specifications.
#[test]
fn golden_bytes() {
    // protobuf's and postcard's documentation.
    golden::<Leb128, u32>(150, &[0x96, 0x01]);
    golden::<Leb128, u16>(65_535, &[0xFF, 0xFF, 0x03]);
    golden::<Leb128, i16>(-1, &[1]);
    golden::<Leb128, i32>(i32::MIN, &[0xFF, 0xFF, 0xFF, 0xFF, 0x0F]);
    golden::<Leb128, u128>(u128::MAX, &[&[0xFF; 18][..], &[3]].concat());
    golden::<Leb128, i128>(i128::MIN, &[&[0xFF; 18][..], &[3]].concat());
    // Bitcoin's protocol documentation.
    golden::<CompactSize, u64>(252, &[252]);
    golden::<CompactSize, u64>(253, &[0xFD, 0xFD, 0]);
    golden::<CompactSize, u64>(515, &[0xFD, 0x03, 0x02]);
    golden::<CompactSize, u64>(0x1_0000, &[0xFE, 0, 0, 1, 0]);
    golden::<CompactSize, u64>(1 << 32, &[0xFF, 0, 0, 0, 0, 1, 0, 0, 0]);
    // Solana's documentation of compact-u16.
    golden::<ShortVec, u16>(0x7F, &[0x7F]);
    golden::<ShortVec, u16>(0x80, &[0x80, 0x01]);
    golden::<ShortVec, u16>(0x4000, &[0x80, 0x80, 0x01]);
    golden::<ShortVec, u16>(0xFFFF, &[0xFF, 0xFF, 0x03]);
    // RFC 9000, A.1.
    golden::<QuicVarint, u64>(
        151_288_809_941_952_652,
        &[0xC2, 0x19, 0x7C, 0x5E, 0xFF, 0x14, 0xE8, 0x8C],
    );
    golden::<QuicVarint, u64>(494_878_333, &[0x9D, 0x7F, 0x3E, 0x7D]);
    golden::<QuicVarint, u64>(15_293, &[0x7B, 0xBD]);
    golden::<QuicVarint, u64>(37, &[0x25]);
    // SCALE's documentation.
    golden::<Compact, u32>(0, &[0]);
    golden::<Compact, u32>(1, &[4]);
    golden::<Compact, u32>(42, &[0xA8]);
    golden::<Compact, u32>(69, &[0x15, 0x01]);
    golden::<Compact, u32>(65_535, &[0xFE, 0xFF, 0x03, 0x00]);
    golden::<Compact, u64>(100_000_000_000_000, &[0x0B, 0, 0x40, 0x7A, 0x10, 0xF3, 0x5A]);
    golden::<Compact, u32>(1 << 30, &[0x03, 0, 0, 0, 0x40]);
    // bincode 2.
    golden::<Bincode2, u64>(250, &[250]);
    golden::<Bincode2, u64>(251, &[251, 251, 0]);
    golden::<Bincode2, u128>(1 << 64, &[254, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]);
    golden::<Bincode2, i8>(-1, &[0xFF]);
    // Lengths.
    golden::<Bitcoin, Str<300>>("ab".parse().unwrap(), b"\x02ab");
    let long = "x".repeat(253);
    golden::<Bitcoin, Str<300>>(long.parse().unwrap(), &[b"\xFD\xFD\0", long.as_bytes()].concat());
    golden::<Solana, Seq<u16, 300>>(Seq::from([1, 2]), &[2, 1, 0, 2, 0]);
    golden::<Scale, Seq<u16, 64>>(Seq::from([1]), &[4, 1, 0]);
    golden::<Postcard, char>('a', b"\x01a");
    golden::<Postcard, char>('漢', "\x03漢".as_bytes());
    let reason = "the text is not one character";
    let more = Err(DecodeErrorKind::InvalidValue { reason });
    assert_eq!(decoded::<Postcard, char>(b"\x02ab"), more);
    assert_eq!(decoded::<Postcard, char>(b"\0"), more);
}

#[test]
fn sizes_are_exact() {
    fn sizes<L: Layout, C: Encode<L>>() -> (usize, usize) {
        (C::ENCODING.min_size(), C::ENCODING.max_size())
    }
    assert_eq!(sizes::<Leb128, u16>(), (1, 3));
    assert_eq!(sizes::<Leb128, U24>(), (1, 4));
    assert_eq!(sizes::<Leb128, u64>(), (1, 10));
    assert_eq!(sizes::<Leb128, u8>(), (1, 1));
    assert_eq!(sizes::<QuicVarint, u16>(), (1, 4));
    assert_eq!(sizes::<QuicVarint, u128>(), (1, 8));
    assert_eq!(sizes::<Compact, u16>(), (1, 4));
    assert_eq!(sizes::<Compact, u64>(), (1, 9));
    assert_eq!(sizes::<Compact, u128>(), (1, 17));
    assert_eq!(sizes::<CompactSize, u16>(), (1, 3));
    assert_eq!(sizes::<Leb128, Str<127>>(), (1, 128));
    assert_eq!(sizes::<Leb128, Str<128>>(), (1, 130));
    assert_eq!(sizes::<Scale, Str<63>>(), (1, 64));
    assert_eq!(sizes::<Scale, Str<64>>(), (1, 66));
    assert_eq!(sizes::<Bitcoin, Seq<u32, 253>>(), (1, 3 + 4 * 253));
}

#[test]
fn longer_and_larger_numbers_are_refused() {
    refused::<Leb128, u32>(&[0x81, 0x00], LONGER);
    refused::<Leb128, u16>(&[0xFF, 0xFF, 0x04], LARGE);
    refused::<Leb128, u16>(&[0x80, 0x80, 0x80, 0x00], LARGE);
    refused::<Leb128, u128>(&[&[0xFF; 18][..], &[4]].concat(), LARGE);
    refused::<ShortVec, u16>(&[0x80, 0x00], LONGER);
    refused::<CompactSize, u64>(&[0xFD, 0xFC, 0], LONGER);
    refused::<CompactSize, u16>(&[0xFE, 0, 0, 1, 0], LARGE);
    refused::<Bincode2, u64>(&[251, 250, 0], LONGER);
    refused::<Bincode2, u16>(&[252, 0, 0, 1, 0], LARGE);
    refused::<Bincode2, u64>(&[255], LARGE);
    refused::<QuicVarint, u64>(&[0x40, 0x25], LONGER);
    refused::<QuicVarint, u16>(&[0x80, 0x01, 0x00, 0x00], LARGE);
    refused::<Compact, u32>(&[0x01, 0x00], LONGER);
    refused::<Compact, u32>(&[0x03, 1, 0, 0, 0], LONGER);
    refused::<Compact, u64>(&[0x07, 0, 0, 0, 0x40, 0], LONGER);
    refused::<Compact, u128>(&[0x37, 0], LARGE);
    refused::<Leb128, Str<9>>(&[0x81, 0x00, b'a'], LONGER);
    refused::<Leb128, Str<9>>(&[0x0A], "length 10 exceeds the maximum of 9");
    refused::<Leb128, Str<9>>(
        &[0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01],
        "length 18446744073709551615 exceeds the maximum of 9",
    );
    refused::<Leb128, Str<9>>(&[0xFF; 11], LARGE);
    // A number that has no encoding.
    let mut out = [0; 20];
    let mut encoder = Encoder::new(&mut out);
    assert!(<u64 as Encode<QuicVarint>>::encode_to(&(1 << 62), &mut encoder).is_err());
    assert!(<u32 as Encode<ShortVec>>::encode_to(&65_536, &mut encoder).is_err());
}

/// WIRE.md section 1.
#[test]
fn odd_widths() {
    golden::<BigEndian, U24>(U24::new(0x01_0203).unwrap(), &[1, 2, 3]);
    golden::<Leb128, U24>(U24::MAX, &[0xFF, 0xFF, 0xFF, 0x07]);
    refused::<Leb128, U24>(&[0xFF, 0xFF, 0xFF, 0x08], LARGE);
    type Own = pool_codec::layout::Own;
    golden::<Own, I24>(I24::new(-2).unwrap(), &[0xFE, 0xFF, 0xFF]);
    golden::<BigEndian, I24>(I24::new(-2).unwrap(), &[0xFF, 0xFF, 0xFE]);
    golden::<Own, I24>(I24::MIN, &[0, 0, 0x80]);
    golden::<Own, I24>(I24::MAX, &[0xFF, 0xFF, 0x7F]);
    golden::<Leb128, I24>(I24::new(-1).unwrap(), &[1]);
    golden::<Own, U40>(U40::new(0x01_0203_0405).unwrap(), &[5, 4, 3, 2, 1]);
    golden::<Own, U48>(U48::new(0x0102_0304_0506).unwrap(), &[6, 5, 4, 3, 2, 1]);
    golden::<BigEndian, U48>(U48::new(0x0102_0304_0506).unwrap(), &[1, 2, 3, 4, 5, 6]);
    golden::<Own, U56>(U56::MAX, &[0xFF; 7]);
    assert_eq!((U48::MAX.get(), U48::new(1 << 48)), ((1 << 48) - 1, None));
    assert_eq!((I24::new(1 << 23), I24::new(-(1 << 23) - 1)), (None, None));
    assert_eq!((I24::try_from(-9).unwrap().get(), U40::try_from(1_u64 << 40).is_err()), (-9, true));
    assert!(I24::try_from(1 << 23).is_err() && I24::try_from(-(1 << 23) - 1).is_err());
    assert_eq!("-5".parse::<I24>().map(i32::from), Ok(-5));
    assert!("8388608".parse::<I24>().is_err());
    assert_eq!(
        format!("{} {:?} {:x}", I24::MIN, U48::from(7_u8), U56::MAX),
        "-8388608 7 ffffffffffffff"
    );
    let content = |schema, bytes| Value::new(schema, bytes).unwrap().content();
    assert_eq!(content(I24::SCHEMA, &[0xFE, 0xFF, 0xFF]), Content::Int(-2));
    assert_eq!((I24::SCHEMA.to_string(), U48::SCHEMA.to_string()), ("i24".into(), "u48".into()));
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(borrow, endian = big)]
struct Level {
    price: u32,
    ratio: f64,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, endian = big, len = u16)]
struct Book {
    id: u64,
    #[frame(endian = little)]
    crc: u32,
    symbol: Str<9>,
    levels: Seq<Level, 3>,
    #[frame(max_len = 300)]
    text: String,
    side: Option<Side>,
    #[frame(layout = Leb128)]
    hops: (u32, Str<200>),
    #[frame(layout = Leb128, max_len = 3)]
    deltas: Vec<i32>,
    host: Be<u16>,
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(borrow, endian = big, tag = u16)]
enum Side {
    Bid = 1,
    Ask = 0x0203,
}

#[test]
fn big_endian_messages() {
    let book = Book {
        id: 0x0102,
        crc: 0x0102,
        symbol: "ab".parse().unwrap(),
        levels: Seq::from([Level { price: 7, ratio: 1.0 }]),
        text: "c".into(),
        side: Some(Side::Ask),
        hops: (300, "d".parse().unwrap()),
        deltas: vec![-1, 64],
        host: Be(0x0102),
    };
    let bytes =
        b"\0\0\0\0\0\0\x01\x02\x02\x01\0\0\0\x02ab\0\x01\0\0\0\x07\x3F\xF0\0\0\0\0\0\0\0\x01c\
        \x01\x02\x03\xAC\x02\x01d\x02\x01\x80\x01\x01\x02";
    assert_eq!(book.encode_to_vec().unwrap(), bytes);
    assert_eq!(Book::decode(bytes).as_ref(), Ok(&book));
    let borrowed = BookRef::decode(bytes).unwrap();
    assert_eq!(borrowed.encode_to_vec().unwrap(), bytes);
    assert_eq!(book.as_borrowed().encode_to_vec().unwrap(), bytes);
    assert_eq!(borrowed.into_owned(), book);
    let value = Value::new(Book::SCHEMA, bytes).unwrap().to_string();
    assert!(value.contains("id: 258") && value.contains("side: Ask"), "{value}");
    // 8 + 4 + 2 + 9 + 2 + 3 * 12 + 2 + 300 + 1 + 2 + 5 + 2 + 200 + 1 + 3 * 5 + 2
    assert_eq!((Book::MIN_SIZE, Book::MAX_SIZE), (24, 591));
    let unknown = Side::decode(&[0, 9]).unwrap_err();
    assert_eq!(unknown.kind(), DecodeErrorKind::UnknownTag { tag: 9 });
}

/// An enum whose tags have different lengths.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, layout = Leb128)]
enum Shape {
    #[frame(tag = 3)]
    Long([u8; 9]),
    #[frame(tag = 300)]
    Short,
    #[frame(tag = 100_000)]
    Named(Str<5>),
    #[frame(other)]
    Other(u32, u8),
}

#[test]
fn tags_of_variable_width() {
    assert_eq!(Shape::Short.encode_to_vec().unwrap(), [0xAC, 0x02]);
    assert_eq!(Shape::Other(7, 1).encode_to_vec().unwrap(), [7, 1]);
    assert_eq!(
        Shape::decode(&[0xA0, 0x8D, 0x06, 1, b'a']).unwrap(),
        Shape::Named("a".parse().unwrap())
    );
    let content = Value::new(Shape::SCHEMA, &[0xAC, 0x02]).unwrap().content();
    assert!(matches!(content, Content::Enum(300, "Short", _)), "{content:?}");
    assert_eq!((Shape::MIN_SIZE, Shape::MAX_SIZE), (2, 10));
    let error = ShapeRef::decode(&[0xA0, 0x8D, 0x06, 6]).unwrap_err();
    assert_eq!(error.to_string(), "`Shape.Named.0`: length 6 exceeds the maximum of 5 (at byte 3)");
    let explained = error.explain(&[0xA0, 0x8D, 0x06, 6]).to_string();
    assert!(explained.contains(">       3  06"), "{explained}");
}

/// The compact form of a transaction, as the one line of a protocol has it.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, layout = Bitcoin)]
struct Transaction {
    version: i32,
    inputs: Seq<Input, 300>,
    lock_time: u32,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, layout = Bitcoin)]
struct Input {
    previous: [u8; 32],
    index: u32,
    #[frame(max_len = 10_000)]
    script: Vec<u8>,
    sequence: u32,
}

/// Checks a number of each width in the layout `L` whose encoding is `varint`.
fn round_trip<L: Layout>(varint: Varint, number: u128, bytes: &[u8]) {
    macro_rules! each {
        ($($ty:ident)*) => {$({
            let value = number as $ty;
            let encodable = u128::from(value) <= varint.max();
            if encodable {
                let bytes = encoded::<L, $ty>(&value);
                assert_eq!(bytes.len(), varint.len(value.into()));
                assert_eq!(decoded::<L, $ty>(&bytes), Ok(value));
            }
            // Any bytes are an error, or the encoding of their value.
            if let Ok(value) = decoded::<L, $ty>(bytes) {
                assert_eq!(encoded::<L, $ty>(&value), bytes);
            }
            assert_eq!(
                decoded::<L, $ty>(bytes).is_ok(),
                Value::new(<$ty as Encode<L>>::ENCODING, bytes).is_ok()
            );
        })*};
    }
    each!(u16 u32 u64 u128);
    macro_rules! signed {
        ($($ty:ident)*) => {$({
            let value = number as $ty >> 1;
            let bytes = encoded::<Leb128, $ty>(&value);
            assert_eq!(decoded::<Leb128, $ty>(&bytes), Ok(value));
        })*};
    }
    signed!(i16 i32 i64 i128);
}

proptest! {
    #[test]
    fn every_number_in_every_encoding(
        number in any::<u128>(),
        shift in 0..128_u32,
        bytes in prop::collection::vec(prop_oneof![any::<u8>(), Just(0), Just(0x80), Just(0xFF)], 1..20),
    ) {
        let number = number >> shift;
        round_trip::<Leb128>(Varint::Leb128, number, &bytes);
        round_trip::<Bincode2>(Varint::Bincode, number, &bytes);
        round_trip::<CompactSize>(Varint::CompactSize, number, &bytes);
        round_trip::<ShortVec>(Varint::ShortVec, number, &bytes);
        round_trip::<QuicVarint>(Varint::Quic, number, &bytes);
        round_trip::<Compact>(Varint::Compact, number, &bytes);
    }

    #[test]
    fn messages_in_other_layouts(
        version in any::<i32>(),
        scripts in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..300), 0..4),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..3),
    ) {
        let inputs: Vec<_> = scripts
            .into_iter()
            .map(|script| Input { previous: [7; 32], index: 1, script, sequence: u32::MAX })
            .collect();
        let value = Transaction { version, inputs: inputs.try_into().unwrap(), lock_time: 0 };
        let mut bytes = value.encode_to_vec().unwrap();
        prop_assert_eq!(bytes.len(), value.encoded_len());
        prop_assert_eq!(&Transaction::decode(&bytes).unwrap(), &value);
        prop_assert_eq!(TransactionRef::decode(&bytes).unwrap().encode_to_vec().unwrap(), bytes.clone());
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let (owned, borrowed) = (Transaction::decode(&bytes), TransactionRef::decode(&bytes));
        prop_assert_eq!(Value::new(Transaction::SCHEMA, &bytes).is_ok(), owned.is_ok());
        match (owned, borrowed) {
            (Ok(owned), Ok(borrowed)) => {
                prop_assert_eq!(&owned.encode_to_vec().unwrap(), &bytes);
                prop_assert_eq!(borrowed.into_owned(), owned);
            }
            (Err(owned), Err(borrowed)) => prop_assert_eq!(owned, borrowed),
            (owned, borrowed) => prop_assert!(false, "{:?} against {:?}", owned, borrowed),
        }
    }
}

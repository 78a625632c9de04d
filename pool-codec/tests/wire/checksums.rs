//! Fields before a checksum of their bytes (WIRE.md section 13).

use pool_codec::layout::{Checksum, Crc32, Leb128};
use pool_codec::prelude::*;
use pool_codec::schema::Value;
use pool_codec::{AsciiDec, Seq, Str};
use proptest::prelude::*;

/// The sum of all bytes, as in FIX.
#[derive(Default)]
struct Sum(u8);

impl Checksum for Sum {
    type Sum = AsciiDec<u8, 3>;

    fn update(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |sum, byte| sum.wrapping_add(*byte));
    }

    fn finish(self) -> Self::Sum {
        AsciiDec(self.0)
    }
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Block {
    kind: u8,
    #[frame(checksum = Crc32, endian = big)]
    body: Body,
    #[frame(delimited, checksum = Sum)]
    text: Str<9>,
    #[frame(when = kind & 1, checksum = Crc32)]
    extra: Option<[u8; 2]>,
    #[frame(checksum = Crc32, max_len = 3)]
    list: Vec<[u16; 2]>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, endian = big)]
struct Body {
    id: u32,
    names: Seq<Str<5>, 3>,
    sizes: Seq<u16, 3>,
}

/// An encoding that may be longer than necessary has the checksum of the bytes that came.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(layout = Leb128, lenient)]
struct Loose {
    #[frame(checksum = Sum)]
    number: u16,
}

fn block() -> impl Strategy<Value = Block> {
    let names = prop::collection::vec("[a-z]{0,5}", 0..=3);
    let lists = (
        prop::collection::vec(any::<u16>(), 0..=3),
        prop::collection::vec(any::<[u16; 2]>(), 0..=3),
    );
    (any::<(u8, u32, [u8; 2])>(), names, "[a-z]{0,9}", lists).prop_map(
        |((kind, id, extra), names, text, (sizes, list))| Block {
            kind,
            body: Body {
                id,
                names: names
                    .iter()
                    .map(|name| name.parse().unwrap())
                    .collect::<Vec<_>>()
                    .try_into()
                    .unwrap(),
                sizes: sizes.try_into().unwrap(),
            },
            text: text.parse().unwrap(),
            extra: (kind & 1 == 1).then_some(extra),
            list,
        },
    )
}

fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = Crc32::default();
    crc.update(bytes);
    crc.finish()
}

#[test]
fn golden_bytes() {
    let block = Block {
        kind: 1,
        body: Body { id: 7, names: Seq::default(), sizes: Seq::default() },
        text: "ab".parse().unwrap(),
        extra: Some(*b"ex"),
        list: vec![],
    };
    let body = [0, 0, 0, 7, 0, 0];
    let expected = [
        &[1][..],
        &body,
        &crc32(&body).to_be_bytes(),
        b"\x03\x02ab200",
        b"ex",
        &crc32(b"ex").to_le_bytes(),
        &[0],
        &crc32(&[0]).to_le_bytes(),
    ]
    .concat();
    assert_eq!(block.encode_to_vec().unwrap(), expected);
    assert_eq!(Block::decode(&expected).as_ref(), Ok(&block));
    // 1 + (4 + 1 + 1) + 4 + (1 + 1 + 0) + 3 + 0 + 1 + 4
    assert_eq!(Block::MIN_SIZE, 21);
    // 1 + (4 + 1 + 3 * 6 + 1 + 3 * 2) + 4 + (1 + 1 + 9) + 3 + (2 + 4) + (1 + 3 * 4) + 4
    assert_eq!(Block::MAX_SIZE, 72);
}

#[test]
fn a_wrong_checksum_is_an_error_where_it_begins() {
    let mut bytes = vec![0, 0, 0, 0, 7, 0, 0];
    bytes.extend([0; 4]);
    let error = Block::decode(&bytes).unwrap_err();
    let reason = "the checksum is not that of the bytes before it";
    assert_eq!(error.to_string(), format!("`Block.body`: {reason} (at byte 7)"));
    assert_eq!(BlockRef::decode(&bytes).unwrap_err(), error);
    assert!(!error.explain(&bytes).to_string().is_empty());
    // What the field itself refuses comes first.
    bytes[5] = 4;
    assert_eq!(Block::decode(&bytes).unwrap_err().offset(), 5);
}

#[test]
fn a_longer_number_has_the_checksum_of_its_bytes() {
    assert_eq!(Loose::decode(b"\x05005").unwrap(), Loose { number: 5 });
    assert_eq!(Loose::decode(b"\x85\x00133").unwrap(), Loose { number: 5 });
    assert!(Loose::decode(b"\x85\x00005").is_err());
    assert_eq!(Loose { number: 5 }.encode_to_vec().unwrap(), b"\x05005");
}

/// Checks both forms, a refilled value and the schema against each other.
fn agree(old: &Block, bytes: &[u8]) {
    let (owned, borrowed) = (Block::decode(bytes), BlockRef::decode(bytes));
    let mut refilled = old.clone();
    assert_eq!(refilled.decode_into(bytes).err(), owned.as_ref().err().copied());
    match (owned, borrowed) {
        (Ok(owned), Ok(borrowed)) => {
            assert_eq!((&refilled, &borrowed.into_owned()), (&owned, &owned));
            assert!(Value::new(Block::SCHEMA, bytes).is_ok());
            assert_eq!(owned.encode_to_vec().unwrap(), bytes);
            assert_eq!(borrowed.encode_to_vec().unwrap(), bytes);
            assert_eq!((owned.encoded_len(), borrowed.encoded_len()), (bytes.len(), bytes.len()));
            assert!((Block::MIN_SIZE..=Block::MAX_SIZE).contains(&bytes.len()));
        }
        (Err(owned), Err(borrowed)) => assert_eq!(owned, borrowed),
        (owned, borrowed) => panic!("{owned:?} against {:?}", borrowed.is_ok()),
    }
}

proptest! {
    #[test]
    fn decode_inverts_encode_in_both_forms(value in block(), other in block()) {
        let bytes = value.encode_to_vec().unwrap();
        prop_assert_eq!(&Block::decode(&bytes).unwrap(), &value);
        agree(&other, &bytes);
        for len in 0..bytes.len() {
            prop_assert!(Block::decode(&bytes[..len]).is_err());
            agree(&other, &bytes[..len]);
        }
    }

    #[test]
    fn a_flipped_bit_is_an_error_in_both_forms(
        value in block(),
        at in any::<prop::sample::Index>(),
        bit in 0..8,
    ) {
        let mut bytes = value.encode_to_vec().unwrap();
        let at = at.index(bytes.len());
        bytes[at] ^= 1_u8 << bit;
        // No checksum covers the kind, and only its lowest bit changes what follows.
        prop_assert_eq!(Block::decode(&bytes).is_ok(), at == 0 && bit != 0);
        agree(&value, &bytes);
    }
}

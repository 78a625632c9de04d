//! Owned and borrowed sequences compare, hash and encode by the values of their elements (WIRE.md section 4), for
//! every kind of element.

use core::fmt::Debug;
use core::num::NonZero;
use std::hash::{DefaultHasher, Hash, Hasher};

use pool_codec::layout::{Borrow, Own};
use pool_codec::prelude::*;
use pool_codec::{Adapter, Be, Bytes, LowBitBool, Seq, SeqRef, Str, U24};
use proptest::prelude::*;

/// Clamps to 100, so that many encodings are the same value.
struct Clamped;

impl Adapter<u8> for Clamped {
    type Wire = u8;

    fn to_wire(value: &u8) -> Result<u8, &'static str> {
        Ok(*value)
    }

    fn from_wire(wire: u8) -> Result<u8, &'static str> {
        Ok(wire.min(100))
    }
}

/// Removes leading zeros, so that encodings of different lengths are the same value.
struct Trimmed;

impl Adapter<String> for Trimmed {
    type Wire = Str<9>;

    fn to_wire(value: &String) -> Result<Str<9>, &'static str> {
        value.parse().map_err(|_| "too long")
    }

    fn from_wire(wire: Str<9>) -> Result<String, &'static str> {
        Ok(wire.trim_start_matches('0').to_owned())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Frame)]
#[frame(borrow)]
struct Percent {
    #[frame(with = Clamped)]
    percent: u8,
    count: u8,
}

#[derive(Debug, Clone, PartialEq, Frame)]
struct Number {
    #[frame(with = Trimmed)]
    digits: String,
}

/// Two kinds, of which one has two encodings. The type is its own borrowed form.
#[derive(Debug, Clone, Copy, Frame)]
#[frame(borrow)]
enum Keyed {
    Even = 0,
    Odd = 1,
    AlsoEven = 2,
}

impl PartialEq for Keyed {
    fn eq(&self, other: &Self) -> bool {
        (*self as u8) % 2 == (*other as u8) % 2
    }
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Part {
    flag: LowBitBool,
    name: Str<3>,
    ratios: Seq<f32, 2>,
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
enum Either {
    #[frame(tag = 0)]
    Flag(LowBitBool),
    #[frame(tag = 1)]
    Name(Str<3>),
    #[frame(other)]
    Other(u8, Bytes<2>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Frame)]
#[frame(borrow)]
enum Side {
    Bid = 0,
    Ask = 1,
}

/// A sequence in a message with fields around it.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Message {
    flags: Seq<LowBitBool, 30>,
    last: LowBitBool,
}

/// Two encodings of sequences with the same owned type.
fn by_value<T>(left: &[u8], right: &[u8])
where
    T: Borrow<Own, Value = T> + Debug + PartialEq + Clone + 'static,
    Seq<T, 8>: for<'d> Decodable<'d> + Encodable + Debug + PartialEq,
    for<'d> T: pool_codec::layout::Decode<'d, Own>,
    for<'d> SeqRef<'d, T, 8>: Decodable<'d> + Encodable + PartialEq + Debug,
{
    let (Ok((a, _)), Ok((b, _))) =
        (Seq::<T, 8>::decode_prefix(left), Seq::<T, 8>::decode_prefix(right))
    else {
        assert!(
            SeqRef::<T, 8>::decode_prefix(left).is_err()
                || SeqRef::<T, 8>::decode_prefix(right).is_err()
        );
        return;
    };
    let forms = |bytes, owned| {
        [SeqRef::<T, 8>::decode_prefix(bytes).unwrap().0, SeqRef::new(owned).unwrap()]
    };
    for a_ref in forms(left, &a) {
        for b_ref in forms(right, &b) {
            assert_eq!(a == b, a_ref == b_ref, "{a:?} and {b:?}, {a_ref:?} and {b_ref:?}");
        }
        assert_eq!(a_ref.encode_to_vec(), a.encode_to_vec());
        assert_eq!(a_ref.encoded_len(), a.encoded_len());
        assert_eq!(a_ref.to_vec().len(), a.len());
    }
    let encoded = a.encode_to_vec().unwrap();
    assert!(encoded.len() <= <Seq<T, 8>>::MAX_SIZE);
    assert_eq!(format!("{:?}", Seq::<T, 8>::decode(&encoded).unwrap()), format!("{a:?}"));
}

fn hash_of(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// Equal sequences have equal hashes, whatever they point to.
fn hashes<T>(bytes: &[u8])
where
    T: Borrow<Own, Value = T> + 'static,
    Seq<T, 8>: for<'d> Decodable<'d>,
    for<'d> SeqRef<'d, T, 8>: Decodable<'d> + Hash + Eq,
{
    let Ok((owned, _)) = Seq::<T, 8>::decode_prefix(bytes) else { return };
    let decoded = SeqRef::<T, 8>::decode_prefix(bytes).unwrap().0;
    assert_eq!(hash_of(&decoded), hash_of(&SeqRef::<T, 8>::new(&owned).unwrap()));
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let byte = prop::sample::select(vec![0, 0, 0, 1, 1, 2, 3, b'0', b'1', 0x7F, 0x80, 0xC0, 0xFF]);
    (0..4_u8, prop::collection::vec(byte, 40..60)).prop_map(|(count, mut bytes)| {
        bytes[0] = count;
        bytes
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn owned_and_borrowed_sequences_agree(left in bytes(), right in bytes()) {
        macro_rules! each {
            ($($ty:ty),*) => {$(
                by_value::<$ty>(&left, &right);
                by_value::<$ty>(&left, &left);
            )*};
        }
        each!(
            u8, i16, u128, U24, Be<u32>, f32, f64, Be<f64>, bool, LowBitBool, char, NonZero<u16>,
            [u8; 2], [f32; 1], [LowBitBool; 2], [[u16; 1]; 2], (u8, LowBitBool), ((), f32, u8),
            Option<LowBitBool>, Option<u8>, Box<LowBitBool>, Box<u16>,
            Bytes<3>, Str<3>, Seq<f32, 2>, Seq<LowBitBool, 3>, Seq<Seq<u8, 2>, 2>,
            Percent, [Percent; 1], Keyed, (Keyed, u8), Part, Either, Side
        );
        macro_rules! each_hash {
            ($($ty:ty),*) => {$( hashes::<$ty>(&left); )*};
        }
        each_hash!(u8, U24, Be<u32>, bool, LowBitBool, char, [u8; 2], Option<LowBitBool>, Str<3>, Seq<LowBitBool, 3>, Side);
    }

    #[test]
    fn both_forms_of_a_message_agree(left in bytes(), right in bytes()) {
        let Ok((a, _)) = Message::decode_prefix(&left) else { return Ok(()) };
        let Ok((b, _)) = Message::decode_prefix(&right) else { return Ok(()) };
        let (a_ref, _) = MessageRef::decode_prefix(&left).unwrap();
        let (b_ref, _) = MessageRef::decode_prefix(&right).unwrap();
        prop_assert_eq!(a == b, a_ref == b_ref);
        prop_assert_eq!(a_ref, a.as_borrowed());
        prop_assert_eq!(a.encode_to_vec(), a_ref.encode_to_vec());
    }
}

/// WIRE.md sections 2 and 4.
#[test]
fn a_borrowed_sequence_encodes_the_values_that_it_holds() {
    let bytes = [2, 2, 3, 2];
    let (owned, borrowed) = (Message::decode(&bytes).unwrap(), MessageRef::decode(&bytes).unwrap());
    assert_eq!(owned.encode_to_vec().unwrap(), [2, 0, 1, 0]);
    assert_eq!(borrowed.encode_to_vec().unwrap(), [2, 0, 1, 0]);
    assert_eq!(borrowed, owned.as_borrowed());
    assert_eq!(borrowed.flags.as_bytes(), Some(&[2, 3][..]), "as they were received");
}

/// An owned element without a borrowed form can only be decoded.
#[test]
fn an_adapter_may_change_the_length() {
    let owned = Seq::<Number, 8>::decode(b"\x02\x0201\x00").unwrap();
    assert_eq!(owned.encode_to_vec().unwrap(), b"\x02\x011\x00");
}

#[test]
fn floats_compare_as_numbers() {
    let seq =
        |bytes: &[u8]| SeqRef::<f32, 8>::decode(bytes).unwrap() == SeqRef::decode(bytes).unwrap();
    assert!(seq(&[1, 0, 0, 0, 0x80]));
    assert!(!seq(&[1, 0, 0, 0xC0, 0x7F]), "NaN does not equal itself");
    let (minus, zero) = ([1, 0, 0, 0, 0x80], [1, 0, 0, 0, 0]);
    let minus = SeqRef::<f32, 8>::decode(&minus).unwrap();
    assert_eq!(minus, SeqRef::decode(&zero).unwrap());
    assert_eq!(
        minus.encode_to_vec().unwrap(),
        [1, 0, 0, 0, 0x80],
        "every bit pattern is preserved"
    );
}

//! Values that the derive makes keep their bounds, and both forms agree.

use std::hash::{DefaultHasher, Hash, Hasher};

use pool_codec::Str;
use pool_codec::error::DecodeErrorKind;
use pool_codec::prelude::*;
use pool_dev::allocator::PerThread;

#[derive(Debug, Clone, PartialEq, Frame)]
struct LongDefault {
    number: u8,
    #[frame(default = "abcdefgh".repeat(100), max_len = 3)]
    text: String,
}

/// A short message of an older peer does not decode to a value that exceeds the field's bound and cannot be encoded.
#[test]
fn a_default_keeps_the_bound_of_its_field() {
    let (heap, error) = PerThread::left_by(|| LongDefault::decode(&[1]).unwrap_err());
    assert_eq!((error.field(), heap), (Some("text"), 0));
    assert!(matches!(error.kind(), DecodeErrorKind::TooLarge { size: 801, max: 4 }), "{error}");
    let mut value = LongDefault { number: 0, text: "ab".into() };
    assert!(value.decode_into(&[1]).is_err());
    assert!(value.encode_to_vec().is_ok());
}

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, max_size = 17)]
struct Limited {
    number: u8,
    #[frame(default = 5)]
    more: u64,
    #[frame(default)]
    hash: [u8; 8],
}

/// The limit holds for the encodings that are written, in which all fields are present.
#[test]
fn a_message_with_max_size_and_defaults_can_be_encoded() {
    for bytes in [&[1][..], &[1, 5, 0, 0, 0, 0, 0, 0, 0]] {
        let value = Limited::decode(bytes).unwrap();
        assert_eq!(value.encode_to_vec().unwrap().len(), 17);
    }
}

#[repr(u8)]
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Frame)]
#[frame(borrow, derive(Eq, PartialOrd, Ord, Hash))]
enum Ranked {
    High(Str<3>) = 9,
    Low(Str<3>) = 1,
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// The standard derives compare and hash the discriminants, so the borrowed form has them, too.
#[test]
fn both_forms_of_an_enum_hash_alike() {
    let high = Ranked::High("a".parse().unwrap());
    assert_eq!(hash(&high), hash(&high.as_borrowed()));
}

#[test]
fn both_forms_of_an_enum_have_one_order() {
    let (high, low) = (Ranked::High("a".parse().unwrap()), Ranked::Low("a".parse().unwrap()));
    assert_eq!(high.cmp(&low), high.as_borrowed().cmp(&low.as_borrowed()));
}

//! The checks of the golden bytes of each message.

use core::fmt::Debug;

use pool_codec::schema::Value;
use pool_codec::{Decodable, Encodable, ZeroCopy};

/// Checks that `bytes` is the encoding of `value`, in both forms and in every direction, and that no part of it decodes.
pub(crate) fn round_trip<T>(value: &T, bytes: &[u8])
where
    T: Clone + Debug + PartialEq + Encodable + for<'decoder> Decodable<'decoder> + ZeroCopy,
    for<'decoder> T::Ref<'decoder>: Encodable + Decodable<'decoder>,
{
    assert_eq!(hex::encode(value.encode_to_vec().unwrap()), hex::encode(bytes), "{value:?}");
    assert_eq!(value.as_borrowed().encode_to_vec().unwrap(), bytes);
    assert_eq!(value.encoded_len(), bytes.len());
    assert!((T::MIN_SIZE..=T::MAX_SIZE).contains(&bytes.len()));

    assert_eq!(T::decode(bytes).as_ref(), Ok(value));
    let borrowed = <T::Ref<'_>>::decode(bytes).unwrap();
    assert_eq!(&T::from_borrowed(&borrowed), value);
    assert_eq!(borrowed.encode_to_vec().unwrap(), bytes);
    let mut refilled = value.clone();
    refilled.decode_into(bytes).unwrap();
    assert_eq!(&refilled, value);

    assert!(Value::new(T::SCHEMA, bytes).is_ok());
    for end in 0..bytes.len() {
        same_in_both_forms::<T>(&bytes[..end]);
    }
    for damaged in damaged(bytes) {
        same_in_both_forms::<T>(&damaged);
    }
}

/// Checks that both forms decode `bytes` to the same value, or give the same error inside of them.
fn same_in_both_forms<T>(bytes: &[u8])
where
    T: Debug + PartialEq + for<'decoder> Decodable<'decoder> + ZeroCopy,
    for<'decoder> T::Ref<'decoder>: Decodable<'decoder>,
{
    let owned = T::decode(bytes);
    let borrowed = <T::Ref<'_>>::decode(bytes).map(|borrowed| T::from_borrowed(&borrowed));
    assert_eq!(owned, borrowed);
    if let Err(error) = owned {
        assert!(error.offset() <= bytes.len());
        assert!(!error.explain(bytes).to_string().is_empty());
    }
}

/// Replaces every byte of an encoding by typical bytes of lengths, tags and flags.
pub(crate) fn damaged(bytes: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    (0..bytes.len()).flat_map(move |at| {
        [0, 1, 2, 3, 0x20, 0x7F, 0x80, 0xFF].map(|byte| {
            let mut damaged = bytes.to_vec();
            damaged[at] = byte;
            damaged
        })
    })
}

/// Does the same as [`round_trip`], for a type in which no prefix of an encoding is an encoding.
pub(crate) fn golden<T>(value: &T, hex: &str)
where
    T: Clone + Debug + PartialEq + Encodable + for<'decoder> Decodable<'decoder> + ZeroCopy,
    for<'decoder> T::Ref<'decoder>: Encodable + Decodable<'decoder>,
{
    let bytes = unspaced(hex);
    round_trip(value, &bytes);
    for end in 0..bytes.len() {
        let error = T::decode(&bytes[..end]).unwrap_err();
        assert!(error.offset() <= end, "{error}");
    }
}

/// Parses hex digits, with blanks and line ends between them.
pub(crate) fn unspaced(hex: &str) -> Vec<u8> {
    let digits: String = hex.split_whitespace().collect();
    hex::decode(digits).unwrap()
}

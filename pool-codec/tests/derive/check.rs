//! Properties of every type and value.

use core::fmt::Debug;

use pool_codec::schema::Value;
use pool_codec::{Decodable, Encodable, Wire, ZeroCopy};

/// Checks the encoding of a value and returns it. Its length is `encoded_len` and within the bounds. It decodes to the
/// value, also when `other` is refilled from it. The schema reads it, and no part of it decodes.
pub(crate) fn round_trip<T>(value: &T, other: &T) -> Vec<u8>
where
    T: Encodable + Clone + PartialEq + Debug + for<'d> Decodable<'d>,
{
    let bytes = value.encode_to_vec().unwrap();
    assert_eq!(bytes.len(), value.encoded_len());
    assert!((T::MIN_SIZE..=T::MAX_SIZE).contains(&bytes.len()), "{} bytes", bytes.len());
    assert_eq!(T::decode(&bytes).as_ref(), Ok(value));
    let mut refilled = other.clone();
    refilled.decode_into(&bytes).unwrap();
    assert_eq!(&refilled, value);
    assert_eq!(Value::new(T::SCHEMA, &bytes).unwrap().as_bytes(), bytes);
    for len in 0..bytes.len() {
        // A prefix is not a message, except for absent fields and short text. It never causes a panic.
        if let Ok(shorter) = T::decode(&bytes[..len]) {
            assert_ne!(&shorter, value);
        }
    }
    bytes
}

/// Checks the same, and the borrowed form: decoded, lent, and converted back.
pub(crate) fn both_forms<T>(value: &T, other: &T) -> Vec<u8>
where
    T: Encodable + ZeroCopy + Clone + PartialEq + Debug + for<'d> Decodable<'d>,
    for<'d> T::Ref<'d>: Decodable<'d> + Encodable + PartialEq + Debug,
{
    let bytes = round_trip(value, other);
    {
        let borrowed = T::Ref::decode(&bytes).unwrap();
        assert_eq!(borrowed.encode_to_vec().unwrap(), bytes);
        assert_eq!(borrowed.encoded_len(), bytes.len());
        assert_eq!(&T::from_borrowed(&borrowed), value);
        assert_eq!(<T::Ref<'_> as Wire>::MAX_SIZE, T::MAX_SIZE);
    }
    let lent = value.as_borrowed();
    assert_eq!(lent.encode_to_vec().unwrap(), bytes);
    assert_eq!(&T::from_borrowed(&lent), value);
    bytes
}

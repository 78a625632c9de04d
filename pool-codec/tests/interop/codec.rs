//! The checks of any value and of any bytes, for every other codec.

use core::fmt::Debug;

use pool_codec::error::DecodeErrorKind;
use pool_codec::schema::Value;
use pool_codec::{Decodable, Encodable, ZeroCopy};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::TestCaseResult;

use crate::outcome::{self, Outcome};

/// The other codec, which writes and reads a value.
pub(crate) trait Codec<T> {
    fn serialize(value: &T) -> Vec<u8>;

    /// Decodes *all* of `bytes`.
    fn deserialize(bytes: &[u8]) -> Option<T>;
}

/// One of our types, in both forms.
pub(crate) trait Ours:
    Clone
    + Debug
    + PartialEq
    + Encodable
    + for<'decoder> Decodable<'decoder>
    + ZeroCopy<Ref<'static>: Debug>
{
    /// Calls `Ref<'_>::decode(bytes)` and then `into_owned`.
    fn decode_borrowed(bytes: &[u8]) -> Result<Self, pool_codec::DecodeError>;

    /// Calls `self.as_borrowed().encode_to_vec()`.
    fn encode_borrowed(&self) -> Vec<u8>;
}

impl<T> Ours for T
where
    T: Clone + Debug + PartialEq + Encodable + for<'decoder> Decodable<'decoder>,
    T: ZeroCopy<Ref<'static>: Debug>,
    for<'decoder> T::Ref<'decoder>: Encodable + Decodable<'decoder>,
{
    fn decode_borrowed(bytes: &[u8]) -> Result<Self, pool_codec::DecodeError> {
        <T::Ref<'_>>::decode(bytes).map(|borrowed| T::from_borrowed(&borrowed))
    }

    fn encode_borrowed(&self) -> Vec<u8> {
        self.as_borrowed().encode_to_vec().unwrap()
    }
}

/// Checks that `value` has one encoding, which both sides write and read. `Theirs` is the type of the other side, which
/// may be the same. `other` is any value, and is overwritten.
pub(crate) fn agree<C, T, Theirs>(value: &T, mut other: T) -> TestCaseResult
where
    C: Codec<Theirs>,
    T: Ours,
    Theirs: From<T> + Debug + PartialEq,
{
    let theirs = Theirs::from(value.clone());
    let bytes = C::serialize(&theirs);
    prop_assert_eq!(&value.encode_to_vec().unwrap(), &bytes);
    prop_assert_eq!(&value.encode_borrowed(), &bytes);
    prop_assert_eq!(value.encoded_len(), bytes.len());
    prop_assert!((T::MIN_SIZE..=T::MAX_SIZE).contains(&bytes.len()));

    let owned = T::decode(&bytes).unwrap();
    let borrowed = T::decode_borrowed(&bytes).unwrap();
    let read = C::deserialize(&bytes).unwrap();
    prop_assert_eq!(&owned.encode_to_vec().unwrap(), &bytes);
    prop_assert_eq!(&borrowed.encode_to_vec().unwrap(), &bytes);
    prop_assert_eq!(&C::serialize(&read), &bytes);
    // A NaN is not equal to itself, so only the bytes above are compared for it.
    if *value == value.clone() {
        prop_assert_eq!(&owned, value);
        prop_assert_eq!(&borrowed, value);
        prop_assert_eq!(&read, &theirs);
    }

    prop_assert!(Value::new(T::SCHEMA, &bytes).is_ok());
    other.decode_into(&bytes).unwrap();
    prop_assert_eq!(&other.encode_to_vec().unwrap(), &bytes);
    let mut out = vec![0; bytes.len()];
    for end in 0..bytes.len() {
        prop_assert!(value.encode(&mut out[..end]).is_err(), "into {} bytes", end);
        prop_assert!(T::decode(&bytes[..end]).is_err(), "the first {} bytes", end);
        prop_assert!(T::decode_borrowed(&bytes[..end]).is_err(), "the first {} bytes", end);
    }
    Ok(())
}

/// Compares both sides on bytes that need not be an encoding. They accept all bytes that we accept, as the same value.
/// We accept all bytes that they accept, except those that exceed our bounds, and values that we refuse for one of the
/// `reasons`. `other` is any value, and is overwritten.
pub(crate) fn hostile<C, T, Theirs>(bytes: &[u8], mut other: T, reasons: &[&str]) -> TestCaseResult
where
    C: Codec<Theirs>,
    T: Ours,
    Theirs: From<T> + Debug,
{
    let ours = T::decode(bytes);
    let borrowed = T::decode_borrowed(bytes);
    prop_assert_eq!(borrowed.as_ref().err(), ours.as_ref().err());
    prop_assert_eq!(other.decode_into(bytes).err(), ours.as_ref().err().copied());
    // A schema describes layout, and has no rules for values.
    let laid_out = match &ours {
        Ok(_) => true,
        Err(error) => matches!(error.kind(), DecodeErrorKind::InvalidValue { .. }),
    };
    if laid_out != Value::new(T::SCHEMA, bytes).is_ok() {
        // The layout may also be wrong after a value that a rule refuses.
        prop_assert!(laid_out && ours.is_err(), "{:?}", ours);
    }
    match (ours, C::deserialize(bytes)) {
        (Ok(ours), Some(theirs)) => {
            // None of our types here has two encodings of one value.
            prop_assert_eq!(&ours.encode_to_vec().unwrap(), bytes);
            prop_assert_eq!(&borrowed.unwrap().encode_to_vec().unwrap(), bytes);
            prop_assert_eq!(&other.encode_to_vec().unwrap(), bytes);
            prop_assert_eq!(C::serialize(&theirs), bytes);
            prop_assert_eq!(C::serialize(&ours.into()), bytes);
        }
        (Err(error), Some(theirs)) => prop_assert!(
            match error.kind() {
                DecodeErrorKind::TooLong(_) => true,
                DecodeErrorKind::InvalidValue { reason } => reasons.contains(&reason),
                _ => false,
            },
            "they accept {:?}, but: {}",
            theirs,
            error
        ),
        (Ok(ours), None) => prop_assert!(false, "only we accept {:?}", ours),
        (Err(_), None) => {}
    }
    Ok(())
}

/// Generates bytes that replace parts of an encoding. Most are small, like lengths, tags and flags.
pub(crate) fn damage() -> impl Strategy<Value = Vec<(Index, u8)>> {
    let byte = prop_oneof![3 => 0_u8..6, 1 => any::<u8>()];
    prop::collection::vec((any::<Index>(), byte), 0..4)
}

pub(crate) fn damaged<T: Encodable>(value: &T, damage: &[(Index, u8)]) -> Vec<u8> {
    let mut bytes = value.encode_to_vec().unwrap();
    for (at, byte) in damage {
        if !bytes.is_empty() {
            let at = at.index(bytes.len());
            bytes[at] = *byte;
        }
    }
    bytes
}

/// Tests one type with any `values`: what both sides write, damaged encodings, and any bytes.
///
/// The runner knows only the outcome of a case, not the type, so it is compiled once.
pub(crate) fn differ<C, T, Theirs>(
    values: impl Strategy<Value = T> + 'static,
    reasons: &'static [&str],
) where
    C: Codec<Theirs>,
    T: Ours,
    Theirs: From<T> + Debug + PartialEq,
{
    let values = values.boxed();
    let bytes = prop::collection::vec(prop_oneof![3 => 0_u8..3, 1 => any::<u8>()], 0..80);
    let cases =
        (values.clone(), values, damage(), bytes).prop_map(|(value, other, damage, bytes)| {
            let damaged = damaged(&value, &damage);
            let result = agree::<C, T, Theirs>(&value, other.clone())
                .and_then(|()| hostile::<C, T, Theirs>(&damaged, value.clone(), reasons))
                .and_then(|()| hostile::<C, T, Theirs>(&bytes, other.clone(), reasons));
            Outcome::new(result, || format!("{value:?}, {other:?}, {damaged:?}, {bytes:?}"))
        });
    outcome::run(100, &cases.boxed());
}

/// Tests one type: `differential!(Codec, name: Type = strategy)`, or `.. Type as Theirs = ..` if the other side has a
/// separate type. `.. = strategy, except "reason"` allows us to refuse values that the other side accepts.
macro_rules! differential {
    (
        $codec:ty,
        $($name:ident: $ours:ty $(as $theirs:ty)? = $strategy:expr $(, except $($reason:literal)*)?;)+
    ) => {$(
        mod $name {
            use super::*;

            #[test]
            fn both_sides_agree_on_values_and_on_any_bytes() {
                type Theirs = differential!(@theirs $ours $(, $theirs)?);
                crate::codec::differ::<$codec, $ours, Theirs>($strategy, &[$($($reason),*)?]);
            }
        }
    )+};
    (@theirs $ours:ty) => { $ours };
    (@theirs $ours:ty, $theirs:ty) => { $theirs };
}
pub(crate) use differential;

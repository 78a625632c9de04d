//! The checks of a message of ours beside the same message of a published crate.

use core::fmt::Debug;

use pool_codec::error::DecodeErrorKind;
use pool_codec::schema::Value;
use pool_codec::{Decodable, DecodeError, Encodable, ZeroCopy};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::TestCaseResult;

use crate::outcome::{self, Outcome};

/// One of our types, in both forms.
pub(crate) trait BothForms:
    Clone + Debug + PartialEq + Encodable + for<'decoder> Decodable<'decoder> + ZeroCopy
{
    /// Decodes the borrowed form, and copies it to the owned one.
    fn decode_borrowed(bytes: &[u8]) -> Result<Self, DecodeError>;

    /// Encodes the borrowed form.
    fn encode_borrowed(&self) -> Vec<u8>;
}

impl<T> BothForms for T
where
    T: Clone + Debug + PartialEq + Encodable + for<'decoder> Decodable<'decoder> + ZeroCopy,
    for<'decoder> T::Ref<'decoder>: Encodable + Decodable<'decoder>,
{
    fn decode_borrowed(bytes: &[u8]) -> Result<Self, DecodeError> {
        <T::Ref<'_>>::decode(bytes).map(|borrowed| T::from_borrowed(&borrowed))
    }

    fn encode_borrowed(&self) -> Vec<u8> {
        self.as_borrowed().encode_to_vec().unwrap()
    }
}

/// A message of ours that a published crate has, too.
pub(crate) trait Judged: BothForms {
    /// The message in that crate.
    type Theirs: Debug + PartialEq;

    /// Whether a value has one encoding. Otherwise our encoder writes fields that may be absent.
    const ONE_ENCODING: bool = true;

    /// Converts the value without any bytes. There is none if that crate does not know the value, and refuses it.
    fn to_theirs(&self) -> Option<Self::Theirs>;

    /// Decodes *all* of `bytes` with that crate.
    fn read(bytes: &[u8]) -> Option<Self::Theirs>;

    /// Whether we refuse with `error` what that crate accepts. By default only what exceeds a bound.
    fn is_stricter(error: DecodeErrorKind) -> bool {
        matches!(error, DecodeErrorKind::TooLong(_) | DecodeErrorKind::TooLarge { .. })
    }
}

/// A message that the published crate also encodes.
pub(crate) trait Written: Judged {
    /// Encodes with that crate.
    fn write(theirs: &Self::Theirs) -> Vec<u8>;
}

/// Checks that both sides write `message` as the same bytes, and read these bytes as the same value.
pub(crate) fn agree<M: Written>(message: &M) -> TestCaseResult {
    let theirs = message.to_theirs().unwrap();
    let bytes = M::write(&theirs);
    let ours = message.encode_to_vec().unwrap();
    prop_assert_eq!(&message.encode_borrowed(), &ours);
    prop_assert_eq!(message.encoded_len(), ours.len());
    if M::ONE_ENCODING {
        prop_assert_eq!(&ours, &bytes);
    }
    same_meaning::<M>(&ours)?;
    prop_assert!((M::MIN_SIZE..=M::MAX_SIZE).contains(&bytes.len()));

    prop_assert_eq!(&M::decode(&bytes).unwrap(), message);
    prop_assert_eq!(&M::decode_borrowed(&bytes).unwrap(), message);
    prop_assert_eq!(&M::read(&bytes).unwrap(), &theirs);
    prop_assert!(Value::new(M::SCHEMA, &bytes).is_ok());
    // A long encoding has more ends than the time permits: some of them are enough.
    let step = if bytes.len() > 300 { bytes.len() / 64 } else { 1 };
    for end in (0..bytes.len()).step_by(step) {
        same_meaning::<M>(&bytes[..end])?;
    }
    Ok(())
}

/// Compares both sides on bytes that need not be an encoding. What we accept, they accept with the same meaning, unless
/// they do not know the value. What they accept, we accept unless we are [stricter](Judged::is_stricter).
pub(crate) fn same_meaning<M: Judged>(bytes: &[u8]) -> TestCaseResult {
    let ours = M::decode(bytes);
    let borrowed = M::decode_borrowed(bytes);
    prop_assert_eq!(borrowed.as_ref().err(), ours.as_ref().err());
    match (ours, M::read(bytes)) {
        (Ok(ours), Some(theirs)) => {
            prop_assert_eq!(ours.to_theirs(), Some(theirs));
            prop_assert_eq!(&borrowed.unwrap(), &ours);
            encodes_to(&ours, bytes)?;
        }
        (Ok(ours), None) => {
            prop_assert_eq!(ours.to_theirs(), None, "only we accept {:?}", ours);
            encodes_to(&ours, bytes)?;
        }
        (Err(error), Some(theirs)) => {
            prop_assert!(M::is_stricter(error.kind()), "they accept {:?}, but: {}", theirs, error);
        }
        (Err(_), None) => {}
    }
    Ok(())
}

/// Checks that a value has the encoding that it was decoded from, or another one with the same meaning.
fn encodes_to<M: Judged>(message: &M, bytes: &[u8]) -> TestCaseResult {
    let encoded = message.encode_to_vec().unwrap();
    if M::ONE_ENCODING {
        prop_assert_eq!(encoded, bytes);
    } else {
        prop_assert_eq!(&M::decode(&encoded).unwrap(), message);
        prop_assert_eq!(M::read(&encoded), message.to_theirs());
    }
    Ok(())
}

/// Compares both sides on the encoding of `message` with each of its bits flipped, one at a time.
pub(crate) fn every_flipped_bit<M: Judged>(message: &M) -> TestCaseResult {
    let mut bytes = message.encode_to_vec().unwrap();
    for bit in 0..bytes.len() * 8 {
        bytes[bit / 8] ^= 1 << (bit % 8);
        same_meaning::<M>(&bytes)?;
        bytes[bit / 8] ^= 1 << (bit % 8);
    }
    Ok(())
}

/// A change of one byte of an encoding.
#[derive(Debug, Clone)]
pub(crate) enum Damage {
    Replace(Index, u8),
    Flip(Index, u32),
    Insert(Index, u8),
    Remove(Index),
}

/// Generates up to three changes. Most bytes in them are small, like lengths, tags and flags.
pub(crate) fn damage() -> impl Strategy<Value = Vec<Damage>> {
    let byte = || prop_oneof![3 => 0_u8..6, 1 => any::<u8>()];
    let change = prop_oneof![
        3 => (any::<Index>(), byte()).prop_map(|(at, byte)| Damage::Replace(at, byte)),
        3 => (any::<Index>(), 0..8_u32).prop_map(|(at, bit)| Damage::Flip(at, bit)),
        1 => (any::<Index>(), byte()).prop_map(|(at, byte)| Damage::Insert(at, byte)),
        1 => any::<Index>().prop_map(Damage::Remove),
    ];
    prop::collection::vec(change, 1..4)
}

/// Applies `damage` to an encoding.
pub(crate) fn damaged(mut bytes: Vec<u8>, damage: &[Damage]) -> Vec<u8> {
    for damage in damage {
        match damage {
            Damage::Insert(at, byte) => bytes.insert(at.index(bytes.len() + 1), *byte),
            _ if bytes.is_empty() => {}
            Damage::Replace(at, byte) => {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            Damage::Flip(at, bit) => {
                let at = at.index(bytes.len());
                bytes[at] ^= 1 << bit;
            }
            Damage::Remove(at) => {
                bytes.remove(at.index(bytes.len()));
            }
        }
    }
    bytes
}

/// Tests a message with any `messages`: what both sides write, damaged encodings, and any bytes.
///
/// The runner knows only the outcome of a case, not the message, so it is compiled once.
pub(crate) fn judge<M: Written>(messages: impl Strategy<Value = M> + 'static) {
    let bytes = prop::collection::vec(prop_oneof![3 => 0_u8..3, 1 => any::<u8>()], 0..80);
    let cases = (messages, damage(), bytes).prop_map(|(message, damage, bytes)| {
        let damaged = damaged(message.encode_to_vec().unwrap(), &damage);
        let result = agree(&message)
            .and_then(|()| same_meaning::<M>(&damaged))
            .and_then(|()| same_meaning::<M>(&bytes));
        Outcome::new(result, || format!("{message:?}, {damaged:?}, {bytes:?}"))
    });
    outcome::run(128, &cases.boxed());
}

/// Tests messages with random values and random damage: `judged!(name: Type = strategy; ..)`.
macro_rules! judged {
    ($($name:ident: $message:ty = $strategy:expr;)+) => {$(
        mod $name {
            use super::*;

            #[test]
            fn both_sides_agree_on_values_and_on_any_bytes() {
                crate::judge::judge::<$message>($strategy);
            }
        }
    )+};
}
pub(crate) use judged;

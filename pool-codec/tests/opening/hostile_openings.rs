//! Peers that do not follow the rules.

use pool_codec::error::OpeningError;
use pool_codec::opening::{Difference, Opening, Step};
use pool_codec::prelude::*;
use proptest::prelude::*;

use crate::sets::{Market, Other};

/// The whole opening of a peer with the set `S` that is unequal to ours.
fn opening_of<S: FrameSet>() -> Vec<u8> {
    let mut bytes = b"poolset\x01".to_vec();
    bytes.extend(S::DIGEST.to_bytes());
    bytes.extend((S::MESSAGES.len() as u32).to_le_bytes());
    for message in S::MESSAGES {
        bytes.extend(message.id.to_le_bytes());
        bytes.extend(message.digest().to_bytes());
    }
    bytes
}

/// The number of differences that `Market` finds in the peer's bytes, or `None` if they are not complete.
fn differences(parts: &[&[u8]]) -> Result<Option<usize>, OpeningError> {
    let mut opening = Opening::<Market>::new();
    for part in parts {
        assert!(opening.receive(part)? <= part.len());
    }
    while let Step::Send(bytes) = opening.step() {
        let count = bytes.len();
        opening.advance(count);
    }
    let Step::Done(agreement) = opening.step() else { return Ok(None) };
    Ok(Some(agreement.differences().count()))
}

#[test]
fn every_split_has_the_same_result() {
    let bytes = opening_of::<Other>();
    for at in 0..=bytes.len() {
        let (left, right) = bytes.split_at(at);
        assert_eq!(differences(&[left, right]), Ok(Some(2)), "split at {at}");
        assert_eq!(differences(&[left]), Ok((at == bytes.len()).then_some(2)), "cut at {at}");
    }
}

#[test]
fn too_many_messages_are_refused_before_any_is_read() {
    let mut bytes = opening_of::<Other>();
    bytes[24..28].copy_from_slice(&0x1_0001_u32.to_le_bytes());
    let expected = OpeningError::TooManyMessages { count: 0x1_0001, max: 0x1_0000 };
    assert_eq!(differences(&[&bytes]), Err(expected));
}

/// A peer that lists an id twice, once with our digest, does not get an agreement about it.
#[test]
fn a_repeated_id_must_agree_each_time() {
    let bytes = opening_of::<Other>();
    let mut lie = bytes[28..48].to_vec();
    lie[19] ^= 1;
    for (first, second) in [(0, 1), (1, 0)] {
        let mut list = bytes[..28].to_vec();
        list[24..28].copy_from_slice(&2_u32.to_le_bytes());
        let entries = [&bytes[28..48], &lie];
        list.extend_from_slice(entries[first]);
        list.extend_from_slice(entries[second]);
        // The set's digest fits the list, so that the headers agree.
        let sum = entries.iter().fold(header(), |sum, entry| sum.wrapping_add(number(&entry[4..])));
        list[8..24].copy_from_slice(&sum.to_le_bytes());
        let mut opening = Opening::<Market>::new();
        opening.receive(&list).unwrap();
        while let Step::Send(sent) = opening.step() {
            let count = sent.len();
            opening.advance(count);
        }
        let Step::Done(agreement) = opening.step() else { panic!() };
        assert!(!agreement.has(1));
        assert!(!agreement.differences().any(|difference| difference == Difference::Header));
    }
}

/// The digest of the header of `Market`.
fn header() -> u128 {
    Market::MESSAGES.iter().fold(number(&Market::DIGEST.to_bytes()), |sum, message| {
        sum.wrapping_sub(number(&message.digest().to_bytes()))
    })
}

fn number(bytes: &[u8]) -> u128 {
    u128::from_le_bytes(bytes.try_into().unwrap())
}

#[test]
fn an_empty_list() {
    let mut bytes = opening_of::<Other>();
    bytes.truncate(28);
    bytes[24..28].fill(0);
    // Its digest is not that of an empty set, so the header counts as another one.
    assert_eq!(differences(&[&bytes]), Ok(Some(3)));
    bytes[8..24].copy_from_slice(&header().to_le_bytes());
    assert_eq!(differences(&[&bytes]), Ok(Some(2)));
}

proptest! {
    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = differences(&[&bytes]);
    }

    #[test]
    fn changed_bytes(at in 0..88_usize, byte in any::<u8>(), cut in 0..88_usize) {
        let mut bytes = opening_of::<Other>();
        bytes[at] = byte;
        let (left, right) = bytes.split_at(cut);
        let _ = differences(&[left, right]);
    }
}

//! The types of other crates: their bytes according to WIRE.md, in both forms.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

use std::time::SystemTime;

use alloy_primitives::{Address, B256, FixedBytes};
use arrayvec::{ArrayString, ArrayVec};
use bstr::BString;
use chrono::{DateTime, Utc};
use pool_codec::layout::{FlagBits, UnixMicros, UnixMillis, UnixNanos, UnixSecs};
use pool_codec::prelude::*;
use pool_codec::{Adapter, Seq, Str};
use primitive_types::{H160, U256};
use proptest::prelude::*;
use rust_decimal::Decimal;
use smallvec::SmallVec;
use time::OffsetDateTime;
use uuid::Uuid;

bitflags::bitflags! {
    #[derive(Debug, Clone, Copy, PartialEq)]
    struct Rights: u16 {
        const READ = 1;
        const WRITE = 0x100;
    }
}

/// One field of every type.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow)]
struct Foreign {
    #[frame(copy)]
    id: Uuid,
    #[frame(copy)]
    price: Decimal,
    #[frame(copy)]
    amount: U256,
    #[frame(copy)]
    owner: H160,
    #[frame(with = FlagBits)]
    rights: Rights,
    #[frame(with = UnixMillis)]
    at: DateTime<Utc>,
    #[frame(with = UnixNanos)]
    until: OffsetDateTime,
    #[frame(with_each = UnixSecs)]
    maybe: Option<[SystemTime; 2]>,
    numbers: ArrayVec<u16, 3>,
    names: Option<ArrayVec<Str<4>, 2>>,
    code: ArrayString<5>,
    #[frame(max_len = 4)]
    small: SmallVec<[u32; 2]>,
    #[frame(max_len = 9)]
    content: bytes::Bytes,
    #[frame(max_len = 9)]
    text: BString,
    last: u8,
}

fn foreign() -> impl Strategy<Value = Foreign> {
    let numbers = prop::collection::vec(any::<u16>(), 0..=3);
    let small = prop::collection::vec(any::<u32>(), 0..=4);
    let bytes = || prop::collection::vec(any::<u8>(), 0..=9);
    let fixed = any::<([u8; 16], i64, [u64; 4], [u8; 20], bool, Option<u16>)>();
    let names = prop::option::of(prop::collection::vec("[a-z]{0,4}", 0..=2));
    (fixed, 0..1_i64 << 40, numbers, names, "[a-z]{0,5}", small, bytes(), bytes()).prop_map(
        |(fixed, time, numbers, names, code, small, content, text)| Foreign {
            id: Uuid::from_bytes(fixed.0),
            price: Decimal::new(fixed.1, 4),
            amount: U256(fixed.2),
            owner: H160(fixed.3),
            rights: if fixed.4 { Rights::all() } else { Rights::WRITE },
            at: DateTime::from_timestamp_millis(time).unwrap(),
            until: OffsetDateTime::from_unix_timestamp_nanos(time.into()).unwrap(),
            maybe: fixed.5.map(|secs| {
                [SystemTime::UNIX_EPOCH + core::time::Duration::from_secs(secs.into()); 2]
            }),
            numbers: numbers.into_iter().collect(),
            names: names.map(|names| names.iter().map(|name| name.parse().unwrap()).collect()),
            code: ArrayString::from(&code).unwrap(),
            small: small.into(),
            content: content.into(),
            text: text.into(),
            last: 7,
        },
    )
}

proptest! {
    #[test]
    fn decode_inverts_encode_in_both_forms(value in foreign(), other in foreign()) {
        let bytes = value.encode_to_vec().unwrap();
        prop_assert_eq!(bytes.len(), value.encoded_len());
        prop_assert!((Foreign::MIN_SIZE..=Foreign::MAX_SIZE).contains(&bytes.len()));
        prop_assert_eq!(&Foreign::decode(&bytes).unwrap(), &value);
        let borrowed = ForeignRef::decode(&bytes).unwrap();
        prop_assert_eq!(&borrowed, &value.as_borrowed());
        prop_assert_eq!(&borrowed.encode_to_vec().unwrap(), &bytes);
        prop_assert_eq!(&value.as_borrowed().encode_to_vec().unwrap(), &bytes);
        prop_assert_eq!(&borrowed.into_owned(), &value);
        let mut refilled = other;
        refilled.decode_into(&bytes).unwrap();
        prop_assert_eq!(&refilled, &value);
        for len in 0..bytes.len() {
            prop_assert!(Foreign::decode(&bytes[..len]).is_err());
        }
    }

    #[test]
    fn damaged_bytes_give_the_same_error_in_both_forms(
        value in foreign(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut bytes = value.encode_to_vec().unwrap();
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let (owned, borrowed) = (Foreign::decode(&bytes), ForeignRef::decode(&bytes));
        prop_assert_eq!(value.clone().decode_into(&bytes).err(), owned.as_ref().err().copied());
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

/// WIRE.md section 11.
#[test]
fn golden_bytes() {
    let uuid = Uuid::from_u128(0x0102_0304_0506_0708_090A_0B0C_0D0E_0F10);
    assert_eq!(uuid.encode_to_vec().unwrap(), (1..=16).collect::<Vec<u8>>());
    assert_eq!(U256::from(0x0102).encode_to_vec().unwrap()[..3], [2, 1, 0]);
    assert_eq!((U256::MAX_SIZE, H160::MAX_SIZE, Decimal::MAX_SIZE), (32, 20, 16));
    let decimal = Decimal::new(-257, 2);
    let bytes = [0, 0, 2, 0x80, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    assert_eq!(decimal.encode_to_vec().unwrap(), bytes);
    assert_eq!(Decimal::decode(&bytes).unwrap(), decimal);
    let unused = [9, 0, 2, 0x80, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    let error = Decimal::decode(&unused).unwrap_err();
    assert_eq!(error.to_string(), "the number has bits that no decimal has (at byte 0)");
    let scale = [0, 0, 29, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    assert!(Decimal::decode(&scale).is_err());
    let numbers: ArrayVec<u16, 300> = [1, 2].into_iter().collect();
    assert_eq!(numbers.encode_to_vec().unwrap(), [2, 0, 1, 0, 2, 0]);
    assert_eq!((<ArrayVec<u16, 300>>::MAX_SIZE, <ArrayVec<u16, 300>>::MAX_HEAP), (602, 0));
    assert_eq!(<ArrayString<5>>::from("ab").unwrap().encode_to_vec().unwrap(), b"\x02ab");
}

#[test]
fn times_are_rounded_down_to_their_unit() {
    let before = DateTime::<Utc>::from_timestamp_nanos(-1_500_000_001);
    assert_eq!(UnixSecs::to_wire(&before), Ok(-2));
    assert_eq!(UnixMillis::to_wire(&before), Ok(-1_501));
    assert_eq!(UnixMicros::to_wire(&before), Ok(-1_500_001));
    assert_eq!(UnixNanos::to_wire(&before), Ok(-1_500_000_001));
    assert_eq!(<UnixNanos as Adapter<DateTime<Utc>>>::from_wire(-1_500_000_001), Ok(before));
    let at = OffsetDateTime::from_unix_timestamp_nanos(-1_500_000_001).unwrap();
    assert_eq!(UnixMillis::to_wire(&at), Ok(-1_501));
    let early = SystemTime::UNIX_EPOCH - core::time::Duration::from_nanos(1_500_000_001);
    assert_eq!(UnixMillis::to_wire(&early), Ok(-1_501));
    assert_eq!(<UnixNanos as Adapter<SystemTime>>::from_wire(-1_500_000_001), Ok(early));
    assert!(<UnixSecs as Adapter<DateTime<Utc>>>::from_wire(i64::MAX).is_err());
    assert!(<UnixSecs as Adapter<OffsetDateTime>>::from_wire(i64::MIN).is_err());
    assert!(UnixNanos::to_wire(&DateTime::<Utc>::MAX_UTC).is_err());
    // The leap second at the end of 2016 is the first second of 2017.
    let leap = DateTime::<Utc>::from_timestamp(1_483_228_799, 1_250_000_000).unwrap();
    let after = DateTime::<Utc>::from_timestamp(1_483_228_800, 250_000_000).unwrap();
    assert_ne!(leap, after);
    assert_eq!(UnixNanos::to_wire(&leap), UnixNanos::to_wire(&after));
    assert_eq!(UnixSecs::to_wire(&leap), Ok(1_483_228_800));
}

#[test]
fn unknown_flags_are_refused() {
    let bytes = [&[0; 68][..], &[3, 0]].concat();
    let mut bytes = [&bytes[..], &[0; 40]].concat();
    let at = 16 + 16 + 32 + 20;
    bytes[68] = 0;
    bytes[at] = 2;
    let error = Foreign::decode(&bytes).unwrap_err();
    assert_eq!(error.to_string(), "`Foreign.rights`: a bit is set that is no flag (at byte 84)");
}

/// The types of Alloy. Big-endian numbers are in the order of Ethereum's words.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(borrow, endian = big)]
struct Transfer {
    #[frame(copy)]
    token: Address,
    #[frame(copy)]
    block: B256,
    #[frame(copy)]
    amount: alloy_primitives::U256,
    topics: Seq<B256, 4>,
    #[frame(max_len = 9)]
    data: Option<alloy_primitives::Bytes>,
    #[frame(copy)]
    selector: FixedBytes<4>,
}

proptest! {
    #[test]
    fn types_of_alloy_are_the_same_in_both_forms(
        fixed in any::<([u8; 20], [u8; 32], [u64; 4], [u8; 4])>(),
        topics in prop::collection::vec(any::<[u8; 32]>(), 0..=4),
        data in prop::option::of(prop::collection::vec(any::<u8>(), 0..=9)),
    ) {
        let value = Transfer {
            token: fixed.0.into(),
            block: fixed.1.into(),
            amount: alloy_primitives::U256::from_limbs(fixed.2),
            topics: topics.into_iter().map(B256::from).collect::<Vec<_>>().try_into().unwrap(),
            data: data.map(Into::into),
            selector: fixed.3.into(),
        };
        let bytes = value.encode_to_vec().unwrap();
        prop_assert_eq!(bytes.len(), value.encoded_len());
        prop_assert!((Transfer::MIN_SIZE..=Transfer::MAX_SIZE).contains(&bytes.len()));
        prop_assert_eq!(&Transfer::decode(&bytes).unwrap(), &value);
        let borrowed = TransferRef::decode(&bytes).unwrap();
        prop_assert_eq!(&borrowed, &value.as_borrowed());
        prop_assert_eq!(&borrowed.encode_to_vec().unwrap(), &bytes);
        prop_assert_eq!(&borrowed.into_owned(), &value);
        prop_assert_eq!(&bytes[52..84], &value.amount.to_be_bytes::<32>());
        for len in 0..bytes.len() {
            prop_assert!(Transfer::decode(&bytes[..len]).is_err());
        }
    }
}

/// WIRE.md section 11.
#[test]
fn golden_bytes_of_alloy() {
    use alloy_primitives::{U128, U256, U512};

    let number = U256::from(0x0102);
    let bytes = number.encode_to_vec().unwrap();
    assert_eq!((&bytes[..3], bytes.len()), (&[2, 1, 0][..], 32));
    assert_eq!(U256::decode(&bytes).unwrap(), number);
    // `primitive-types` has the same number with the same bytes.
    assert_eq!(bytes, primitive_types::U256::from(0x0102).encode_to_vec().unwrap());
    assert_eq!((U128::MAX_SIZE, U512::MAX_SIZE, Address::MAX_SIZE), (16, 64, 20));
    let address = Address::with_last_byte(7);
    let bytes = address.encode_to_vec().unwrap();
    assert_eq!((bytes.len(), bytes[0], bytes[19]), (20, 0, 7));
    assert_eq!(B256::with_last_byte(7).encode_to_vec().unwrap()[31], 7);
    let sizes = 20 + 32 + 32 + 1 + 1 + 4;
    assert_eq!((Transfer::MIN_SIZE, Transfer::MAX_SIZE), (sizes, sizes + 4 * 32 + 1 + 9));
    assert_eq!(Transfer::MAX_HEAP, 4 * 32 + 9);
}

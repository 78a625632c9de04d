//! Types, lengths and values behind a message (WIRE.md section 13).

use pool_codec::error::{DecodeErrorKind, TooLong};
use pool_codec::prelude::*;
use pool_codec::schema::Value;
use pool_codec::{DecodeError, Tlv, Tlvs, TlvsRef};
use proptest::prelude::*;

/// The bound holds a head and 35 bytes, or several short values.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
struct Shares {
    nonce: u16,
    tlvs: Tlvs<40>,
}

/// The order of the specification's example.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
struct BigShares {
    nonce: u16,
    #[frame(endian = big)]
    tlvs: Tlvs<40>,
}

/// The same message without extensions.
#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1)]
struct Plain {
    nonce: u16,
}

const USER: Tlv<'_> = Tlv { extension: 2, field: 1, value: b"w.1" };
const OTHER: Tlv<'_> = Tlv { extension: 0x0102, field: 9, value: b"" };

fn tlvs() -> impl Strategy<Value = Tlvs<40>> {
    let value = prop::collection::vec(any::<u8>(), 0..8);
    prop::collection::vec((any::<(u16, u8)>(), value), 0..=3).prop_map(|list| {
        let list = list.iter().map(|((extension, field), value)| Tlv {
            extension: *extension,
            field: *field,
            value,
        });
        Tlvs::new(list).unwrap()
    })
}

#[test]
fn golden_bytes() {
    let tlvs = Tlvs::new([USER, OTHER]).unwrap();
    let little = Shares { nonce: 7, tlvs: tlvs.clone() };
    let bytes = b"\x07\0\x02\0\x01\x03\0w.1\x02\x01\x09\0\0";
    assert_eq!(little.encode_to_vec().unwrap(), bytes);
    assert_eq!(Shares::decode(bytes).unwrap(), little);
    let big = BigShares { nonce: 7, tlvs };
    let bytes = b"\x07\0\0\x02\x01\0\x03w.1\x01\x02\x09\0\0";
    assert_eq!(big.encode_to_vec().unwrap(), bytes);
    assert_eq!(BigShares::decode(bytes).unwrap(), big);
    // A list that was read in one order is written in the other.
    let turned = BigShares {
        nonce: 7,
        tlvs: Shares::decode(&little.encode_to_vec().unwrap()).unwrap().tlvs,
    };
    assert_eq!(turned.encode_to_vec().unwrap(), bytes);
    assert_eq!(turned.as_borrowed().encode_to_vec().unwrap(), bytes);
    assert_eq!(turned, big);

    assert_eq!((Shares::MIN_SIZE, Shares::MAX_SIZE, Shares::MAX_HEAP), (2, 42, 40));
    assert_eq!((Tlvs::<30>::MAX_SIZE, Tlvs::<30>::MAX_HEAP), (30, 0));
    let largest = Tlv { extension: 1, field: 1, value: &[7; 35] };
    assert_eq!(Tlvs::<40>::new([largest]).unwrap().encoded_len(), 40);
    let value = Value::new(Shares::SCHEMA, b"\x07\0\x02\0\x01\x03\0w.1").unwrap();
    let shown = "{ nonce: 7, tlvs: { 0: [{ extension: 2, field: 1, value: 772e31 }] } }";
    assert_eq!(value.to_string(), shown);
    let shown = r#"[Tlv { extension: 2, field: 1, value: 0x772e31 }]"#;
    assert_eq!(format!("{:?}", Tlvs::<40>::new([USER]).unwrap()), shown);
}

#[test]
fn a_message_without_any_has_the_bytes_of_one_without_the_list() {
    let plain = Plain { nonce: 7 }.encode_to_vec().unwrap();
    let shares = Shares::decode(&plain).unwrap();
    assert!(shares.tlvs.is_empty());
    assert_eq!(shares.encode_to_vec().unwrap(), plain);
    assert_eq!(SharesRef::decode(&plain).unwrap().encode_to_vec().unwrap(), plain);
}

#[test]
fn malformed_lists_are_refused_where_they_break() {
    let error = |bytes: &[u8]| {
        let (owned, lent) = (Shares::decode(bytes).unwrap_err(), SharesRef::decode(bytes));
        assert_eq!(lent.unwrap_err(), owned);
        assert!(Value::new(Shares::SCHEMA, bytes).is_err());
        assert!(owned.to_string().contains("Shares.tlvs"), "{owned}");
        (owned.kind(), owned.offset())
    };
    let short = |needed, available| DecodeErrorKind::UnexpectedEnd { needed, available };
    // A head that is cut, behind the message and behind another TLV.
    assert_eq!(error(b"\x07\0\x02\0\x01\x03"), (short(5, 4), 2));
    assert_eq!(error(b"\x07\0\x02\0\x01\0\0\x02"), (short(5, 1), 7));
    // A length past the end, and one that is read in the other order.
    assert_eq!(error(b"\x07\0\x02\0\x01\x04\0w.1"), (short(4, 3), 7));
    assert_eq!(error(b"\x07\0\0\x02\x01\0\x03w.1"), (short(0x0300, 3), 7));
    // More bytes than the bound, and more TLVs than it has room for.
    let large = [&b"\x07\0\x01\0\x01\x24\0"[..], &[0; 36]].concat();
    assert_eq!(error(&large), (DecodeErrorKind::TooLarge { size: 41, max: 40 }, 2));
    let many = DecodeErrorKind::TooLong(TooLong { len: 9, max: 8 });
    assert_eq!(error(&[0; 2 + 9 * 5]), (many, 2));

    assert_eq!(Tlvs::<7>::new([USER]), Err(TooLong { len: 8, max: 7 }));
    let mut tlvs = Tlvs::<12>::new([USER]).unwrap();
    assert_eq!(tlvs.push(OTHER), Err(TooLong { len: 13, max: 12 }));
    assert_eq!(tlvs.iter().collect::<Vec<_>>(), [USER]);
    let huge = vec![0; 65_536];
    let huge = Tlv { extension: 1, field: 1, value: &huge };
    assert_eq!(Tlvs::<100_000>::new([huge]), Err(TooLong { len: 65_536, max: 65_535 }));
}

proptest! {
    #[test]
    fn unknown_ones_are_kept_in_both_forms(tlvs in tlvs(), other in tlvs(), nonce in any::<u16>()) {
        let value = Shares { nonce, tlvs };
        let bytes = value.encode_to_vec().unwrap();
        prop_assert_eq!(bytes.len(), value.encoded_len());
        prop_assert!((Shares::MIN_SIZE..=Shares::MAX_SIZE).contains(&bytes.len()));
        prop_assert_eq!(&Shares::decode(&bytes).unwrap(), &value);
        let borrowed = SharesRef::decode(&bytes).unwrap();
        prop_assert_eq!(&borrowed, &value.as_borrowed());
        prop_assert_eq!(&borrowed.encode_to_vec().unwrap(), &bytes);
        prop_assert!(borrowed.tlvs.iter().eq(&value.tlvs));
        prop_assert_eq!(&borrowed.into_owned(), &value);
        let mut refilled = Shares { nonce: 0, tlvs: other };
        refilled.decode_into(&bytes).unwrap();
        prop_assert_eq!(&refilled, &value);
        prop_assert_eq!(Value::new(Shares::SCHEMA, &bytes).unwrap().as_bytes(), &bytes);
        let big = BigShares { nonce, tlvs: value.tlvs };
        prop_assert_eq!(BigShares::decode(&big.encode_to_vec().unwrap()), Ok(big));
    }

    #[test]
    fn any_bytes_mean_the_same_in_both_forms(bytes in prop::collection::vec(0..6_u8, 0..45)) {
        let (owned, borrowed) = (Shares::decode(&bytes), SharesRef::decode(&bytes));
        prop_assert_eq!(owned.as_ref().err(), borrowed.as_ref().err());
        let names = |error: Option<DecodeError>| error.map(|error| error.kind().name());
        let value = Value::new(Shares::SCHEMA, &bytes);
        prop_assert_eq!(names(value.err()), names(owned.as_ref().err().copied()));
        if let (Ok(owned), Ok(borrowed)) = (owned, borrowed) {
            prop_assert_eq!(&owned.encode_to_vec().unwrap(), &bytes);
            prop_assert_eq!(&borrowed.encode_to_vec().unwrap(), &bytes);
        }
    }
}

#[test]
fn the_first_of_a_type_is_found() {
    let later = Tlv { value: b"later", ..USER };
    let tlvs = Tlvs::<64>::new([OTHER, USER, later]).unwrap();
    assert_eq!((tlvs.get(2, 1), tlvs.get(2, 2)), (Some(&b"w.1"[..]), None));
    assert_eq!(TlvsRef::<64>::default().get(2, 1), None);
}

//! Types as large as protocols get: an enum of 1,000 variants, a set of 500 messages. That they compile is
//! most of the test; what it takes is in the benches' README.

#![allow(dead_code, reason = "a few of the many are used")]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use pool_codec::prelude::*;
use pool_codec::{Bytes, DecodeFrame, EncodeFrame, Seq, Str, TlvHeader};

include!(concat!(env!("OUT_DIR"), "/large.rs"));

#[test]
fn a_thousand_variants() {
    assert_eq!((Large::MIN_SIZE, Large::MAX_SIZE), (2, 2 + 8 + 41 + 32));
    assert_eq!(Large::SCHEMA.variants().len(), 1000);
    let values = [
        Large::V0,
        Large::V501(7, "name".parse().unwrap()),
        Large::V998 { a: 1, b: Bytes::from([1, 2]), c: [3; 32] },
        Large::V999(Seq::from([1, 2])),
    ];
    for value in values {
        let bytes = value.encode_to_vec().unwrap();
        assert_eq!(Large::decode(&bytes).as_ref(), Ok(&value));
        assert_eq!(LargeRef::decode(&bytes).unwrap().into_owned(), value);
    }
    assert!(Large::decode(&[0xE8, 3]).is_err());
}

#[test]
fn five_hundred_messages() {
    assert_eq!(Set::MESSAGES.len(), 500);
    let message = M499 { a: 1, name: "last".parse().unwrap(), hash: [4; 32], list: Seq::default() };
    let set = Set::from(message);
    assert_eq!(set.frame_id(), 499);
    let mut payload = vec![0; set.payload_len()];
    set.encode_payload(&mut payload).unwrap();
    assert_eq!(Set::decode_frame(499, &payload), Ok(set));
    assert!(Set::decode_frame(500, &payload).is_err());
}

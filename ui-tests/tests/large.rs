//! Types as large as protocols get: an enum of 1,000 variants and a set of 500 messages. The compiler checks them at
//! full size, which takes seconds. The test compiles and runs a tenth of them, because the whole would take minutes.

#![allow(dead_code, reason = "a few of the many are used")]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::env;
use std::process::Command;
use std::thread;

use pool_codec::prelude::*;
use pool_codec::{Bytes, DecodeFrame, EncodeFrame, MessageInfo, Seq, Str, TlvHeader};

include!(concat!(env!("OUT_DIR"), "/small.rs"));

/// A twentieth of the 2 MiB of a thread, so that ten times as many variants still fit twice.
const STACK: usize = 100 << 10;

#[test]
fn a_thousand_variants_and_five_hundred_messages_compile() {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["check", "--quiet", "--locked", "--package", "ui-tests", "--lib"])
        .args(["--features", "large"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .status()
        .unwrap();
    assert!(status.success());
}

/// Without optimization, each variant may take its own part of the stack. 1,000 variants once exhausted it.
#[test]
fn a_hundred_variants_on_a_twentieth_of_the_stack() {
    thread::Builder::new().stack_size(STACK).spawn(a_hundred_variants).unwrap().join().unwrap();
}

#[test]
fn a_hundred_variants() {
    assert_eq!((Large::MIN_SIZE, Large::MAX_SIZE), (2, 2 + 8 + 41 + 32));
    assert_eq!(Large::SCHEMA.variants().len(), 100);
    let values = [
        Large::V0,
        Large::V49(7, "name".parse().unwrap()),
        Large::V98 { a: 1, b: Bytes::from([1, 2]), c: [3; 32] },
        Large::V99(Seq::from([1, 2])),
    ];
    for value in values {
        let bytes = value.encode_to_vec().unwrap();
        assert_eq!(Large::decode(&bytes).as_ref(), Ok(&value));
        assert_eq!(LargeRef::decode(&bytes).unwrap().into_owned(), value);
    }
    assert!(Large::decode(&[100, 0]).is_err());
}

#[test]
fn fifty_messages() {
    assert_eq!(Set::MESSAGES.len(), 50);
    let message = M49 { a: 1, name: "last".parse().unwrap(), hash: [4; 32], list: Seq::default() };
    let set = Set::from(message);
    assert_eq!(set.frame_id(), 49);
    let mut payload = vec![0; set.payload_len()];
    set.encode_payload(&mut payload).unwrap();
    assert_eq!(Set::decode_frame(49, &payload), Ok(set));
    assert!(Set::decode_frame(50, &payload).is_err());
}

/// The check that the ids are distinct is a constant too, and the compiler limits its steps: comparing 2,100 ids in
/// pairs did not compile. This is the check that the derive emits for a set of 10,000 messages.
const _: () = {
    const COUNT: usize = 10_000;
    let mut messages = [MessageInfo::of::<M0, TlvHeader>(); COUNT];
    let mut rest: &mut [MessageInfo] = &mut messages;
    let mut id = 0;
    while let [message, tail @ ..] = rest {
        message.id = id;
        id += 3;
        rest = tail;
    }
    pool_codec::__private::check_ids::<{ COUNT.next_power_of_two() }>("Large", &messages);
};

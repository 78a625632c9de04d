//! What a digest depends on.

use pool_codec::prelude::*;
use pool_codec::schema::Digest;
use pool_codec::{Be, Bytes, LowBitBool, Seq, Str, U24, Wire};

use crate::sets::{Market, OtherHeader, Reordered};

fn of<T: Wire>() -> Digest {
    Digest::of(T::SCHEMA)
}

#[derive(Frame)]
struct Inner {
    _low: u8,
    _high: u16,
}

#[derive(Frame)]
struct Outer {
    _inner: Inner,
    _last: u32,
}

#[derive(Frame)]
#[frame(max_size = 20)]
struct Limited {
    _text: Str<40>,
}

#[derive(Frame)]
struct Defaulted {
    _first: u8,
    #[frame(default)]
    _last: u8,
}

#[derive(Frame)]
enum Side {
    Bid = 1,
    Ask = 2,
}

#[derive(Frame)]
enum Direction {
    Up = 1,
    Down = 2,
}

#[derive(Frame)]
#[frame(tag = u8)]
enum Kept {
    #[frame(tag = 1)]
    Bid,
    #[frame(tag = 2)]
    Ask,
    #[frame(other)]
    Other(u8),
}

#[derive(Frame)]
#[frame(tag = u8)]
enum Filled {
    #[frame(tag = 1)]
    Bid(u8),
    #[frame(tag = 2)]
    Ask,
}

#[derive(Frame)]
#[frame(tag = u8)]
enum Moved {
    #[frame(tag = 1)]
    Bid,
    #[frame(tag = 2)]
    Ask(u8),
}

#[test]
fn names_and_nesting_do_not_matter() {
    assert_eq!(of::<Outer>(), of::<(u8, u16, u32)>());
    assert_eq!(of::<Outer>(), of::<((u8,), (u16, u32))>());
    assert_eq!(of::<Side>(), of::<Direction>());
}

/// Every pair of these encodings differs, and so do their digests.
#[test]
fn everything_else_matters() {
    let all = [
        of::<()>(),
        of::<u8>(),
        of::<i8>(),
        of::<u16>(),
        of::<Be<u16>>(),
        of::<U24>(),
        of::<u32>(),
        of::<f32>(),
        of::<char>(),
        of::<bool>(),
        of::<LowBitBool>(),
        of::<(u8, u8)>(),
        of::<[u8; 2]>(),
        of::<([u8; 2], u8)>(),
        of::<[(u8, u8); 2]>(),
        of::<Str<20>>(),
        of::<Str<21>>(),
        of::<Bytes<20>>(),
        of::<Seq<u8, 20>>(),
        of::<Seq<u16, 20>>(),
        of::<(Seq<u16, 20>, u16)>(),
        of::<Seq<(u16, u16), 20>>(),
        of::<Option<u8>>(),
        of::<Option<(u8, u8)>>(),
        of::<(Option<u8>, u8)>(),
        of::<Option<Option<u8>>>(),
        of::<Limited>(),
        of::<Str<40>>(),
        of::<Defaulted>(),
        of::<Side>(),
        of::<Kept>(),
        of::<Filled>(),
        of::<Moved>(),
    ];
    for (index, digest) in all.iter().enumerate() {
        assert_eq!(all.iter().position(|other| other == digest), Some(index), "row {index}");
    }
}

#[test]
fn of_sets() {
    const DIGEST: Digest = Market::DIGEST;
    assert_eq!(DIGEST, Reordered::DIGEST);
    assert_ne!(DIGEST, OtherHeader::DIGEST);
    assert_ne!(Market::MESSAGES[0].digest(), Market::MESSAGES[1].digest());
    assert_eq!(Digest::from_bytes(DIGEST.to_bytes()), DIGEST);
}

/// The digest is part of the wire format: WIRE.md section 11.
#[test]
fn golden() {
    assert_eq!(of::<u8>().to_string(), "a68baf0af78b5822836dbc78c566d33d");
}

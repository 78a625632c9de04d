//! `Framed` with the codec of this crate.

use core::panic::AssertUnwindSafe;
use std::panic::catch_unwind;

use bytes::BytesMut;
use pool_codec::error::FrameError;
use pool_codec::tokio::FrameCodec;
use pool_codec::{EncodeError, EncodeFrame, ReadError};
use tokio_util::codec::{Decoder, Encoder};

use super::{Market, tick};

/// A message whose encoding does not have the length that it declares.
struct Liar {
    len: usize,
}

impl EncodeFrame for Liar {
    type Message = Market;

    fn frame_id(&self) -> u32 {
        7
    }

    fn payload_len(&self) -> usize {
        self.len
    }

    fn encode_payload(&self, out: &mut [u8]) -> Result<usize, EncodeError> {
        assert!(out.len() > 10, "the output is too short");
        Ok(10)
    }
}

#[test]
fn a_frame_that_cannot_be_encoded_is_not_sent() {
    let mut codec = FrameCodec::<Market>::new();
    let mut out = BytesMut::new();
    codec.encode(tick(1), &mut out).unwrap();
    let before = out.clone();
    // One writes less than it declares, one panics, and one declares an impossible length.
    let error = codec.encode(Liar { len: 20 }, &mut out).unwrap_err();
    assert_eq!(error.to_string(), "the payload has 10 bytes, but its frame declares 20");
    let panics = AssertUnwindSafe(|| codec.encode(Liar { len: 5 }, &mut out));
    assert!(catch_unwind(panics).is_err());
    assert!(codec.encode(Liar { len: usize::MAX }, &mut out).is_err());
    assert_eq!(out, before);
    codec.encode(tick(2), &mut out).unwrap();
    assert_eq!(codec.decode(&mut out).unwrap(), Some(tick(1)));
    assert_eq!(codec.decode(&mut out).unwrap(), Some(tick(2)));
}

#[test]
fn bytes_after_an_error_do_not_accumulate() {
    let mut codec = FrameCodec::<Market>::new();
    let mut source = BytesMut::from(&[99, 0, 0xE8, 3, 0, 0][..]);
    source.resize(6 + 1000, 0);
    let error = codec.decode(&mut source).unwrap_err();
    assert!(matches!(error, ReadError::Frame(FrameError::UnknownId { id: 99, .. })), "{error}");
    assert!(codec.decode(&mut source).unwrap().is_none());
    assert!(source.is_empty(), "{} bytes", source.len());
}

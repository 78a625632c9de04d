//! A driver of the decoder that makes a mistake, and raw frames with the id of a message.

use pool_codec::error::SendError;
use pool_codec::prelude::*;
use pool_codec::{Bytes, FrameDecoder, FrameEncoder, Pool, RawFrame, TlvHeader};

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 9, borrow)]
struct Blob {
    content: Bytes<60_000>,
}

#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = TlvHeader, borrow)]
enum Set {
    Blob(Blob),
    #[frame(other)]
    Other(RawFrame),
}

/// `commit` panics if the window is shorter. The window is empty once a payload is complete in its slot; the bytes that
/// are committed nevertheless are those of an earlier frame, or of another tenant of the slot.
#[test]
#[should_panic = "more bytes committed than the window has"]
fn more_bytes_than_an_empty_window() {
    let pool = Pool::new(&Set::POOL_CONFIG);
    let mut frame = vec![9, 0, 0x52, 0xC3, 0, 0];
    frame.extend(50_000_u16.to_le_bytes());
    frame.resize(6 + 2 + 50_000, 7);
    let mut decoder = FrameDecoder::<Set>::new(&pool);
    let mut rest = &frame[..];
    while !rest.is_empty() {
        let window = decoder.window().unwrap();
        let count = window.len().min(rest.len());
        window[..count].copy_from_slice(&rest[..count]);
        decoder.commit(count);
        rest = &rest[count..];
        if !rest.is_empty() {
            assert!(!decoder.advance().unwrap());
        }
    }
    assert!(decoder.window().unwrap().is_empty());
    decoder.commit(6);
}

/// As for an enum, whose variant `other` with the tag of another variant is an error on encode.
#[test]
fn an_unknown_frame_with_the_id_of_a_message_is_not_sent() {
    let pool = Pool::new(&Set::POOL_CONFIG);
    let sent = Set::Other(RawFrame { id: Blob::ID, payload: b"\x02\0hi".to_vec() });
    let mut encoder = FrameEncoder::<Set>::new(&pool);
    let error = encoder.push(&sent).unwrap_err();
    assert!(matches!(error, SendError::Encode(_)), "{error}");
    assert_eq!(encoder.unsent_len(), 0);
    let other = Set::Other(RawFrame { id: 10, payload: b"\x02\0hi".to_vec() });
    assert!(encoder.push(&other).unwrap());
}

/// A pool with one slot of the window's class, which the test takes, so that the decoder lacks it.
fn exhausted() -> (Pool, FrameDecoder<Set>, pool_codec::PooledBuf) {
    let class = pool_codec::SizeClass::for_len(16 << 10);
    let config = pool_codec::PoolConfig::new()
        .with_class(pool_codec::SizeClass::MIN, 1)
        .with_class(class, 1)
        .with_class(pool_codec::SizeClass::for_len(64 << 10), 1)
        .with_overflow(pool_codec::Overflow::Fail);
    let pool = Pool::new(&config);
    let slot = pool.acquire(16 << 10).unwrap();
    let mut decoder = FrameDecoder::<Set>::new(&pool);
    assert!(decoder.window().is_err());
    (pool, decoder, slot)
}

fn in_use(pool: &Pool) -> usize {
    pool.stats().classes().map(|class| class.in_use).sum()
}

/// "A slot that is too short or not needed is released."
#[test]
fn a_provided_slot_that_is_too_short_is_released() {
    let (pool, mut decoder, slot) = exhausted();
    let short = pool.acquire(100).unwrap();
    decoder.provide_slot(short);
    drop(slot);
    assert_eq!(in_use(&pool), 0);
}

/// `release`: "The decoder then holds no slot of the pool until `window` is called again."
#[test]
fn a_released_decoder_holds_no_provided_slot() {
    let (pool, mut decoder, slot) = exhausted();
    decoder.provide_slot(slot);
    decoder.release();
    assert_eq!(in_use(&pool), 0);
}

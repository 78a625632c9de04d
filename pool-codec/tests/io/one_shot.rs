//! Reads one frame from a `std::io::Read` that the caller continues to read.

use core::pin::pin;
use core::task::{Poll, Waker};
use core::time::Duration;
use std::io::{self, Read};
use std::thread;

use crate::market::{Blob, Set, Tick, in_use};
use pool_codec::error::{DecodeErrorKind, EncodeErrorKind, FrameError, SendError};
use pool_codec::pool::AcquireError;
use pool_codec::{
    EncodeFrame, FrameSet, FrameWriter, Overflow, Pool, PoolConfig, PooledFrame, ReadError,
    TlvHeader, read_frame_pooled,
};
use pool_dev::executor::poll;

const HEADER: usize = 6;

fn messages() -> [Set; 4] {
    let blob = |len| Set::Blob(Blob { content: vec![0xAB; len].try_into().unwrap() });
    [Set::Tick(Tick { price: 1, venue: "XNAS".parse().unwrap() }), blob(0), blob(20_000), blob(99)]
}

fn stream(messages: &[Set]) -> Vec<u8> {
    let pool = Pool::new(&Set::POOL_CONFIG);
    let mut writer = FrameWriter::<_, TlvHeader>::new(Vec::new(), &pool);
    for message in messages {
        writer.send(message).unwrap();
    }
    writer.flush().unwrap();
    writer.get_ref().clone()
}

/// A stream that returns one byte per call and is interrupted before each.
struct Interrupted<'a>(&'a [u8], bool);

impl Read for Interrupted<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.1 = !self.1;
        if self.1 {
            return Err(io::ErrorKind::Interrupted.into());
        }
        let len = out.len().min(1);
        self.0.read(&mut out[..len])
    }
}

#[test]
fn it_reads_exactly_one_frame() {
    let pool = Pool::new(&Set::POOL_CONFIG);
    let bytes = stream(&messages());
    let (mut rest, mut slow) = (&bytes[..], Interrupted(&bytes, false));
    for message in messages() {
        let len = stream(core::slice::from_ref(&message)).len();
        let before = rest;
        let frame = read_frame_pooled::<Set>(&mut rest, &pool).unwrap().unwrap();
        assert!(frame.as_bytes() == &before[..len], "the header and the payload are unchanged");
        assert!(rest == &before[len..]);
        assert_eq!(in_use(&pool), 1);
        assert!(frame.decode::<Set>().unwrap() == message);
        let frame = read_frame_pooled::<Set>(&mut slow, &pool).unwrap().unwrap();
        assert!(slow.0 == rest && frame.decode::<Set>().unwrap() == message);
    }
    assert!(read_frame_pooled::<Set>(&mut rest, &pool).unwrap().is_none());
    assert!(read_frame_pooled::<Set>(&mut slow, &pool).unwrap().is_none());
    assert_eq!(in_use(&pool), 0);
}

#[test]
fn the_end_before_in_and_after_the_header() {
    let pool = Pool::new(&Set::POOL_CONFIG);
    let bytes = stream(&messages()[..1]);
    for end in 0..bytes.len() {
        match read_frame_pooled::<Set>(&mut &bytes[..end], &pool) {
            Ok(None) => assert_eq!(end, 0),
            Err(ReadError::UnexpectedEof { offset: 0, missing }) => {
                let known = if end < HEADER { HEADER } else { bytes.len() };
                assert_eq!(missing, known - end);
            }
            other => panic!("{other:?}"),
        }
        assert_eq!(in_use(&pool), 0);
    }
}

#[test]
fn a_refused_payload_stays_in_the_stream() {
    let pool = Pool::new(&Set::POOL_CONFIG);
    let mut rest = &b"\x01\0\x1E\0\0\0payload"[..];
    let error = read_frame_pooled::<Set>(&mut rest, &pool).unwrap_err();
    assert!(
        matches!(error, ReadError::Frame(FrameError::TooLarge { len: 30, max: 29, offset: 0, .. })),
        "{error}"
    );
    assert_eq!(rest, b"payload");
    let mut rest = &b"\x09\0\x07\0\0\0payload"[..];
    let error = read_frame_pooled::<Set>(&mut rest, &pool).unwrap_err();
    assert!(
        matches!(error, ReadError::Frame(FrameError::UnknownId { id: 9, len: 7, .. })),
        "{error}"
    );
    assert_eq!(rest, b"payload");
    assert!(pool.stats().classes().all(|class| class.hits == 0), "no slot is acquired");
}

#[test]
fn without_a_slot_the_payload_stays_in_the_stream() {
    for overflow in [Overflow::Fail, Overflow::Wait] {
        let class = Set::POOL_CONFIG.largest_class().unwrap();
        let pool = Pool::new(&Set::POOL_CONFIG.with_class(class, 1).with_overflow(overflow));
        let slot = pool.acquire(20_000).unwrap();
        let bytes = stream(&messages()[2..3]);
        let mut rest = &bytes[..];
        let error = read_frame_pooled::<Set>(&mut rest, &pool).unwrap_err();
        let exhausted =
            matches!(error, ReadError::Frame(FrameError::Acquire(AcquireError::Exhausted { .. })));
        assert!(exhausted, "{error}");
        assert!(rest == &bytes[HEADER..]);
        drop(slot);
        assert!(read_frame_pooled::<Set>(&mut &bytes[..], &pool).unwrap().is_some());
    }
}

/// `encode` cannot wait, so there are forms of it that can.
#[test]
fn a_frame_is_encoded_once_a_slot_is_free() {
    let class = Set::POOL_CONFIG.largest_class().unwrap();
    let config = PoolConfig::new().with_class(class, 1).with_overflow(Overflow::Wait);
    let pool = Pool::new(&config);
    let tick = Tick { price: 1, venue: "XNAS".parse().unwrap() };
    let exhausted = |frame: Result<PooledFrame<Set>, SendError>| {
        matches!(frame, Err(SendError::Acquire(AcquireError::Exhausted { .. })))
    };

    let slot = pool.acquire(class.bytes()).unwrap();
    assert!(exhausted(PooledFrame::encode(&tick, &pool)));
    assert!(exhausted(PooledFrame::encode_timeout(&tick, &pool, Duration::from_millis(1))));
    let mut waiting = pin!(PooledFrame::<Set>::encode_async(&tick, &pool));
    assert!(poll(&mut waiting, Waker::noop()).is_pending());
    let expected = PooledFrame::<Set>::encode_in(&tick, slot).unwrap();
    let expected_bytes = expected.as_bytes().to_vec();
    assert_eq!(expected.payload().len(), tick.payload_len());
    assert_eq!(expected.decode::<Tick>().unwrap(), tick);
    assert!(poll(&mut waiting, Waker::noop()).is_pending());
    drop(expected);

    let Poll::Ready(Ok(frame)) = poll(&mut waiting, Waker::noop()) else { panic!("not encoded") };
    assert_eq!(frame.as_bytes(), expected_bytes);
    thread::scope(|scope| {
        let encode = || PooledFrame::<Set>::encode_timeout(&tick, &pool, Duration::from_secs(60));
        let later = scope.spawn(encode);
        drop(frame);
        assert_eq!(later.join().unwrap().unwrap().as_bytes(), expected_bytes);
    });
    assert_eq!(in_use(&pool), 0);
}

#[test]
fn a_slot_of_the_caller_may_be_longer_but_not_shorter() {
    let pool = Pool::new(&Set::POOL_CONFIG);
    let tick = Tick { price: 1, venue: "XNAS".parse().unwrap() };
    let len = tick.payload_len();
    for spare in [0, 1, 100] {
        let mut slot = pool.acquire(len + spare).unwrap();
        slot.fill(0xEE);
        let frame = PooledFrame::<Set>::encode_in(&tick, slot).unwrap();
        assert_eq!(frame.as_bytes(), PooledFrame::<Set>::encode(&tick, &pool).unwrap().as_bytes());
    }
    for available in [0, len - 1] {
        let slot = pool.acquire(available).unwrap();
        let error = PooledFrame::<Set>::encode_in(&tick, slot).unwrap_err();
        let SendError::Encode(error) = error else { panic!("{error}") };
        assert_eq!(error.kind(), EncodeErrorKind::BufferTooSmall { needed: len, available });
    }
    assert_eq!(in_use(&pool), 0);
}

#[test]
fn a_frame_that_cannot_be_held_is_in_the_error() {
    let pool = Pool::new(&Set::POOL_CONFIG);
    let tick = Tick { price: 1, venue: "XNAS".parse().unwrap() };
    let frame = PooledFrame::<Set>::encode(&tick, &pool).unwrap();
    assert_eq!(frame.decode_prefix::<Tick>().unwrap(), (tick.clone(), &[][..]));
    let mut refilled = Tick { price: 2, venue: "XLON".parse().unwrap() };
    frame.decode_into(&mut refilled).unwrap();
    assert_eq!(refilled, tick);

    let error = frame.hold::<Blob>().unwrap_err();
    assert!(matches!(error.error().kind(), DecodeErrorKind::WrongId { .. }));
    let held = error.into_input().hold::<Tick>().unwrap();
    assert_eq!(held.get().price, 1);
    drop(held);
    assert_eq!(in_use(&pool), 0);
}

//! Reads one frame from a stream that the caller continues to read.

use core::future::Future;
use core::pin::pin;
use core::task::{Context, Poll, Waker};
use core::time::Duration;

use futures::executor::block_on;
use pool_codec::error::FrameError;
use pool_codec::pool::AcquireError;
use pool_codec::tokio::read_frame_pooled;
use pool_codec::{FrameSet, Overflow, Pool, ReadError};

use super::{BLOB_PREFIX, Drip, Market, blob, in_use, messages, once, pool, stream, tick};

const HEADER: usize = 6;

/// A pool with a single slot for the longest payload.
fn with_one_slot(overflow: Overflow) -> (Pool, pool_codec::PooledBuf) {
    let class = Market::POOL_CONFIG.largest_class().unwrap();
    let pool = Pool::new(&Market::POOL_CONFIG.with_class(class, 1).with_overflow(overflow));
    let slot = pool.acquire(100_003).unwrap();
    (pool, slot)
}

#[test]
fn it_reads_exactly_one_frame() {
    let pool = pool();
    let bytes = stream(&messages());
    let mut rest = &bytes[..];
    for message in messages() {
        let len = stream(core::slice::from_ref(&message)).len();
        let before = rest;
        let frame = block_on(read_frame_pooled::<Market>(&mut rest, &pool)).unwrap().unwrap();
        assert!(frame.as_bytes() == &before[..len], "the header and the payload are unchanged");
        assert!(rest == &before[len..]);
        assert!(frame.decode::<Market>().unwrap() == message);
        assert_eq!(in_use(&pool), 1);
    }
    assert!(block_on(read_frame_pooled::<Market>(&mut rest, &pool)).unwrap().is_none());
    assert_eq!(in_use(&pool), 0);
}

#[test]
fn it_reads_a_byte_at_a_time() {
    let pool = pool();
    let mut drip = Drip::new(stream(&messages()));
    for message in messages() {
        let frame = block_on(read_frame_pooled::<Market>(&mut drip, &pool)).unwrap().unwrap();
        assert!(frame.decode::<Market>().unwrap() == message);
    }
    assert!(block_on(read_frame_pooled::<Market>(&mut drip, &pool)).unwrap().is_none());
}

#[test]
fn the_end_before_in_and_after_the_header() {
    let pool = pool();
    let bytes = stream(&[tick(1)]);
    for end in 0..bytes.len() {
        let read = block_on(read_frame_pooled::<Market>(&mut &bytes[..end], &pool));
        match read {
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
    let long = |len| move |error: &FrameError| matches!(error, FrameError::TooLarge { len: l, .. } if *l == len);
    let unknown = |error: &FrameError| matches!(error, FrameError::UnknownId { id: 9, len: 3, .. });
    check(&[1, 0, 30, 0, 0, 0], long(30));
    check(&[2, 0, 0xFF, 0xFF, 0xFF, 0xFF], long(0xFFFF_FFFF));
    check(&[9, 0, 3, 0, 0, 0], unknown);

    fn check(header: &[u8], expected: impl Fn(&FrameError) -> bool) {
        let pool = pool();
        let bytes = [header, b"payload"].concat();
        let mut rest = &bytes[..];
        match block_on(read_frame_pooled::<Market>(&mut rest, &pool)) {
            Err(ReadError::Frame(error)) => assert!(expected(&error), "{error}"),
            other => panic!("{other:?}"),
        }
        assert_eq!(rest, b"payload");
        assert!(pool.stats().classes().all(|class| class.hits == 0), "no slot is acquired");
    }
}

#[test]
fn it_waits_for_a_slot_and_reads_nothing_in_the_meantime() {
    let (pool, slot) = with_one_slot(Overflow::Wait);
    let bytes = stream(&[blob(100_000), tick(1)]);
    let mut rest = &bytes[..];
    {
        let mut read = pin!(read_frame_pooled::<Market>(&mut rest, &pool));
        let mut context = Context::from_waker(Waker::noop());
        for _ in 0..3 {
            assert!(read.as_mut().poll(&mut context).is_pending());
        }
    }
    assert_eq!(rest.len(), bytes.len() - HEADER, "the header is lost, but the payload is not");

    // The task is woken when another thread releases the slot.
    let mut rest = &bytes[..];
    let thread = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(20));
        drop(slot);
    });
    let frame = block_on(read_frame_pooled::<Market>(&mut rest, &pool)).unwrap().unwrap();
    thread.join().unwrap();
    assert!(frame.decode::<Market>().unwrap() == blob(100_000));
    assert_eq!(rest, stream(&[tick(1)]));
    drop(frame);
    assert_eq!(in_use(&pool), 0);
}

#[test]
fn waiters_are_served_in_fifo_order() {
    let (pool, slot) = with_one_slot(Overflow::Wait);
    let bytes = stream(&[blob(99_000)]);
    let (mut first, mut second) = (&bytes[..], &bytes[..]);
    let mut first = Box::pin(read_frame_pooled::<Market>(&mut first, &pool));
    let mut second = Box::pin(read_frame_pooled::<Market>(&mut second, &pool));
    assert!(once(first.as_mut()).is_pending());
    assert!(once(second.as_mut()).is_pending());
    drop(slot);
    assert!(once(second.as_mut()).is_pending(), "the first waiter comes first");
    let Poll::Ready(Ok(Some(frame))) = once(first.as_mut()) else { panic!("its turn") };
    assert!(once(second.as_mut()).is_pending());
    drop(frame);
    assert!(matches!(once(second.as_mut()), Poll::Ready(Ok(Some(_)))));
}

#[test]
fn a_dropped_waiter_passes_its_slot_on() {
    let (pool, slot) = with_one_slot(Overflow::Wait);
    let bytes = stream(&[blob(99_000)]);
    let (mut first, mut second) = (&bytes[..], &bytes[..]);
    let mut first = Box::pin(read_frame_pooled::<Market>(&mut first, &pool));
    let mut second = Box::pin(read_frame_pooled::<Market>(&mut second, &pool));
    assert!(once(first.as_mut()).is_pending());
    assert!(once(second.as_mut()).is_pending());
    // The first waiter has been granted the slot when it is dropped.
    drop(slot);
    drop(first);
    assert!(matches!(once(second.as_mut()), Poll::Ready(Ok(Some(_)))));
    drop(second);
    assert_eq!(in_use(&pool), 0);
}

#[test]
fn without_a_slot_it_fails_if_the_policy_is_to_fail() {
    let (pool, slot) = with_one_slot(Overflow::Fail);
    let bytes = stream(&[blob(100_000)]);
    let mut rest = &bytes[..];
    let error = block_on(read_frame_pooled::<Market>(&mut rest, &pool)).unwrap_err();
    let exhausted =
        matches!(error, ReadError::Frame(FrameError::Acquire(AcquireError::Exhausted { .. })));
    assert!(exhausted, "{error}");
    assert_eq!(rest.len(), 100_000 + BLOB_PREFIX - HEADER, "the payload is still in the stream");
    drop(slot);
}

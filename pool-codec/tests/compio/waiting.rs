//! Pools without a free slot.

use core::pin::pin;
use core::task::Poll;

use pool_codec::compio::{FrameReader, FrameWriter};
use pool_codec::{FrameSet, Overflow, Pool, SizeClass, TlvHeader};
use pool_dev::executor::{Count, once, poll};

use crate::streams::{Drip, Sip};
use crate::{Market, blob, in_use, stream, tick, window};

/// A pool with one slot of the window's class.
fn narrow(overflow: Overflow) -> Pool {
    let class = SizeClass::for_len(window());
    Pool::new(&Market::POOL_CONFIG.with_class(class, 1).with_overflow(overflow))
}

#[test]
fn a_reader_waits_for_its_window() {
    let pool = narrow(Overflow::Wait);
    let taken = pool.acquire(window()).unwrap();
    let mut reader = FrameReader::<_, Market>::new(Drip::new(stream(&[tick(7)]), 100), &pool);
    let (count, waker) = Count::new();
    {
        let mut read = pin!(reader.read());
        assert!(poll(&mut read, &waker).is_pending());
        assert_eq!(count.woken(), 0);
        drop(taken);
        assert_eq!(count.woken(), 1, "the release wakes the reader");
    }
    // The call was cancelled while it had the slot, and the next one reads.
    assert!(once(reader.read()).is_pending(), "the stream hesitates");
    let Poll::Ready(Ok(Some(frame))) = once(reader.read()) else { panic!("a frame") };
    assert_eq!(frame.decode::<Market>().unwrap(), tick(7));
    drop(reader);
    assert_eq!(in_use(&pool), 0);
}

#[test]
fn a_reader_without_a_slot_fails_and_goes_on() {
    let pool = narrow(Overflow::Fail);
    let taken = pool.acquire(window()).unwrap();
    let mut reader = FrameReader::<_, Market>::new(Drip::new(stream(&[tick(7)]), 100), &pool);
    let Poll::Ready(Err(error)) = once(reader.read()) else { panic!("the pool has no slot") };
    assert!(error.is_exhausted() && !error.is_fatal(), "{error}");
    assert!(reader.get_ref().is_some(), "no read was started");
    drop(taken);
    assert!(once(reader.read()).is_pending());
    assert!(matches!(once(reader.read()), Poll::Ready(Ok(Some(_)))));
}

/// A frame that needs a slot of its own waits for it, and the frames before it are written meanwhile.
#[test]
fn a_writer_writes_while_it_waits() {
    let large = SizeClass::for_len(100_004);
    let pool = Pool::new(&Market::POOL_CONFIG.with_class(large, 1).with_overflow(Overflow::Wait));
    let taken = pool.acquire(100_004).unwrap();
    let sip = Sip::new(usize::MAX);
    let mut writer = FrameWriter::<_, TlvHeader>::new(sip.clone(), &pool);
    assert!(once(writer.send(&tick(1))).is_ready());
    let message = blob(100_000);
    let (count, waker) = Count::new();
    {
        let mut send = pin!(writer.send(&message));
        for _ in 0..5 {
            assert!(poll(&mut send, &waker).is_pending());
        }
        assert!(*sip.bytes.borrow() == stream(&[tick(1)]), "the batch is written");
        let woken = count.woken();
        drop(taken);
        assert_eq!(count.woken(), woken + 1);
        assert!(matches!(poll(&mut send, &waker), Poll::Ready(Ok(()))));
    }
    while once(writer.flush()).is_pending() {}
    assert!(*sip.bytes.borrow() == stream(&[tick(1), message]));
    assert_eq!(in_use(&pool), 0);
}

//! The slots that a reader holds, and its behaviour if no slot is free.

use core::future::Future;
use core::pin::pin;
use core::task::{Context, Poll, Waker};

use pool_codec::error::FrameError;
use pool_codec::tokio::{FrameReader, FrameWriter};
use pool_codec::{
    FrameSet, Overflow, Pool, PoolConfig, ReadError, SizeClass, Sv2Header, TlvHeader,
};

use super::{BLOB_PREFIX, Drip, Market, Tick, blob, in_use, messages, once, pool, stream, tick};

/// The size of a window of the pool, in bytes.
const WINDOW: usize = 16 << 10;

/// A tick with the header of Stratum V2.
#[derive(Debug, FrameSet)]
#[frames(header = Sv2Header)]
enum UnderSv2 {
    Tick(Tick),
}

/// The pool of the other tests, with one slot per class and the policy to wait.
pub(crate) fn waiting() -> Pool {
    let mut config = *pool().config();
    for (class, _) in pool().config().classes() {
        config = config.with_class(class, 1);
    }
    Pool::new(&config.with_overflow(Overflow::Wait))
}

#[test]
fn a_reader_without_a_slot_waits_and_reads_nothing() {
    let pool = waiting();
    let bytes = stream(&[tick(1)]);
    let window = pool.acquire(WINDOW).unwrap();
    let mut source = &bytes[..];
    let mut reader = FrameReader::<_, Market>::new(&mut source, &pool);
    for _ in 0..3 {
        assert!(once(reader.read()).is_pending());
        assert_eq!(reader.get_ref().len(), bytes.len(), "nothing is read in the meantime");
    }
    drop(window);
    let Poll::Ready(Ok(Some(frame))) = once(reader.read()) else { panic!("a slot is there") };
    assert_eq!(frame.decode::<Market>().unwrap(), tick(1));
}

#[test]
fn waiting_for_a_slot_wakes_the_task_that_polled_last() {
    struct Flag(core::sync::atomic::AtomicBool);
    impl std::task::Wake for Flag {
        fn wake(self: std::sync::Arc<Self>) {
            self.0.store(true, core::sync::atomic::Ordering::SeqCst);
        }
    }
    let pool = waiting();
    let bytes = stream(&[tick(1)]);
    let window = pool.acquire(WINDOW).unwrap();
    let mut reader = FrameReader::<_, Market>::new(&bytes[..], &pool);
    assert!(once(reader.read()).is_pending());
    // Another task with another future, which takes the position of the first one in the queue.
    let flag = std::sync::Arc::new(Flag(false.into()));
    let waker = Waker::from(flag.clone());
    {
        let mut future = pin!(reader.read());
        assert!(future.as_mut().poll(&mut Context::from_waker(&waker)).is_pending());
    }
    drop(window);
    assert!(flag.0.load(core::sync::atomic::Ordering::SeqCst));
    assert!(matches!(once(reader.read()), Poll::Ready(Ok(Some(_)))));
}

#[test]
fn an_idle_reader_holds_no_slot_and_a_partial_frame_holds_one() {
    let pool = pool();
    let bytes = stream(&[tick(1)]);
    let mut reader = FrameReader::<_, Market>::new(Drip::new(bytes.clone()), &pool);
    assert!(once(reader.read()).is_pending());
    assert_eq!(in_use(&pool), 0);
    let mut polls = 0;
    while once(reader.read()).is_pending() {
        polls += 1;
        assert!(in_use(&pool) <= 1);
    }
    assert!(polls >= bytes.len() - 1);
    while once(reader.read()).is_pending() {}
    drop(reader);
    assert_eq!(in_use(&pool), 0);
}

#[test]
fn a_held_read_without_a_slot_leaves_the_frame_to_the_next_call() {
    let pool = waiting();
    let bytes = stream(&[tick(1), tick(2), tick(3)]);
    let mut reader = FrameReader::<_, Market>::new(&bytes[..], &pool);
    let Poll::Ready(Ok(Some(first))) = once(reader.read_held::<Market>()) else { panic!() };
    assert!(once(reader.read_held::<Market>()).is_pending());
    // Reading it needs no slot.
    let Poll::Ready(Ok(Some(frame))) = once(reader.read()) else { panic!("it is here") };
    assert_eq!(frame.decode::<Market>().unwrap(), tick(2));
    assert!(once(reader.read_held::<Market>()).is_pending());
    assert_eq!(first.into_owned(), tick(1));
    let Poll::Ready(Ok(Some(third))) = once(reader.read_held::<Market>()) else { panic!() };
    assert_eq!(third.into_owned(), tick(3));
}

/// A payload that is longer than a window only with its header.
fn in_a_window() -> Market {
    blob(WINDOW - BLOB_PREFIX + 6)
}

#[test]
fn a_frame_takes_no_second_slot_of_the_window_class() {
    let pool = waiting();
    // If it were held, the first frame would also take a slot of the window's class.
    let sent = [blob(10_000), in_a_window(), tick(1)];
    let mut reader = FrameReader::<_, Market>::new(Drip::new(stream(&sent)), &pool);
    for expected in sent {
        let read = loop {
            if let Poll::Ready(read) = once(reader.read_held::<Market>()) {
                break read.unwrap().unwrap();
            }
            assert!(in_use(&pool) <= 1, "the reader waits for itself");
        };
        assert_eq!(read.into_owned(), expected);
    }
}

#[test]
fn readers_do_not_wait_for_each_other() {
    let pool = Pool::new(&pool().config().with_overflow(Overflow::Wait));
    let slots = pool.config().capacity(SizeClass::for_len(WINDOW));
    let bytes = stream(&[in_a_window()]);
    let mut readers: Vec<_> = (0..slots)
        .map(|_| FrameReader::<_, Market>::new(Drip::new(bytes.clone()), &pool))
        .collect();
    let mut read = 0;
    for _ in 0..4 * bytes.len() {
        for reader in &mut readers {
            read += usize::from(matches!(once(reader.read()), Poll::Ready(Ok(Some(_)))));
        }
    }
    assert_eq!(read, slots);
}

/// All classes are larger than a window would be.
#[test]
fn a_pool_of_large_slots_serves_frames_of_all_lengths() {
    let pool = Pool::new(
        &PoolConfig::new().with_class(SizeClass::MAX_POOLED, 1).with_overflow(Overflow::Wait),
    );
    let bytes = stream(&messages());
    let mut reader = FrameReader::<_, Market>::new(&bytes[..], &pool);
    for expected in messages() {
        let Poll::Ready(read) = once(reader.read_message::<Market>()) else { panic!("waits") };
        assert!(read.unwrap().unwrap() == expected);
    }
}

#[test]
fn other_calls_do_not_wait_for_the_slot_of_a_cancelled_one() {
    let pool = waiting();
    let bytes = stream(&[tick(1), tick(2), tick(3)]);
    let mut reader = FrameReader::<_, Market>::new(&bytes[..], &pool);
    let Poll::Ready(Ok(Some(_first))) = once(reader.read_held::<Market>()) else { panic!() };
    assert!(once(reader.read_held::<Market>()).is_pending());
    let second = reader.read_buffered().unwrap().unwrap();
    assert_eq!(second.decode::<Market>().unwrap(), tick(2));
    assert!(matches!(once(reader.read()), Poll::Ready(Ok(Some(_)))));
    assert!(matches!(once(reader.read()), Poll::Ready(Ok(None))));

    let pool = waiting();
    let large = pool.acquire(100_000).unwrap();
    let mut writer = FrameWriter::<_, TlvHeader>::new(Vec::new(), &pool);
    assert!(once(writer.send(&blob(100_000))).is_pending());
    assert!(once(writer.send(&tick(1))).is_ready());
    assert!(once(writer.send(&blob(100_000))).is_pending());
    drop(large);
    // The slot was for a frame that is no longer sent.
    assert!(once(writer.flush()).is_ready());
    assert_eq!(in_use(&pool), 0);
}

/// A service with one slot for both reading and writing.
#[test]
fn a_reader_holds_no_slot_for_a_message_it_has_returned() {
    let pool = waiting();
    for held in [false, true] {
        let bytes = stream(&[tick(1)]);
        let mut reader = FrameReader::<_, Market>::new(&bytes[..], &pool);
        let mut writer = FrameWriter::<_, TlvHeader>::new(Vec::new(), &pool);
        let message = if held {
            let Poll::Ready(held) = once(reader.read_held::<Market>()) else { panic!("waits") };
            held.unwrap().unwrap().into_owned()
        } else {
            let Poll::Ready(message) = once(reader.read_message()) else { panic!("waits") };
            message.unwrap().unwrap()
        };
        assert_eq!(in_use(&pool), 0);
        assert!(once(writer.send(&message)).is_ready(), "the writer waits for its own reader");
        assert!(once(writer.flush()).is_ready());
        assert_eq!(writer.get_ref(), &bytes);
    }
}

/// A frame that has another slot does not need the slot that it waited for.
#[test]
fn a_slot_that_arrives_too_late_is_released() {
    let class = SizeClass::for_len(100_000);
    let pool = Pool::new(&pool().config().with_class(class, 2).with_overflow(Overflow::Wait));
    let bytes = stream(&[blob(100_000)]);
    let taken = [pool.acquire(100_000).unwrap(), pool.acquire(100_000).unwrap()];
    let mut reader = FrameReader::<_, Market>::new(&bytes[..], &pool);
    assert!(once(reader.read()).is_pending());
    drop(taken);
    assert!(reader.read_buffered().unwrap().is_none(), "the rest is not read yet");
    assert_eq!(pool.stats().class(class).unwrap().in_use, 1);
    let Poll::Ready(Ok(Some(frame))) = once(reader.read()) else { panic!("all is there") };
    assert_eq!(frame.payload().len(), 100_003);
}

#[test]
fn a_reader_at_the_end_holds_no_slot() {
    let pool = waiting();
    let bytes = stream(&[tick(1)]);
    let mut reader = FrameReader::<_, Market>::new(&bytes[..], &pool);
    assert!(matches!(once(reader.read()), Poll::Ready(Ok(Some(_)))));
    assert!(matches!(once(reader.read()), Poll::Ready(Ok(None))));
    assert_eq!(in_use(&pool), 0);
}

#[test]
fn buffered_frames_are_read_without_the_stream_and_without_waiting() {
    let pool = waiting();
    let mut bytes = stream(&[tick(1), tick(2)]);
    bytes.extend([9, 0, 1, 0, 0, 0, 7]);
    bytes.extend(stream(&[tick(3), blob(100_000)]));
    let mut reader = FrameReader::<_, Market>::new(&bytes[..], &pool);
    assert!(reader.read_buffered().unwrap().is_none(), "nothing is buffered before the first read");
    assert_eq!((in_use(&pool), reader.get_ref().len()), (0, bytes.len()));

    assert!(matches!(once(reader.read()), Poll::Ready(Ok(Some(_)))));
    let rest = reader.get_ref().len();
    let large = pool.acquire(100_000).unwrap();
    assert_eq!(reader.read_buffered().unwrap().unwrap().decode::<Market>().unwrap(), tick(2));
    let error = reader.read_buffered().unwrap_err();
    assert!(matches!(error, ReadError::Frame(FrameError::UnknownId { id: 9, .. })), "{error}");
    assert_eq!(reader.read_buffered().unwrap().unwrap().decode::<Market>().unwrap(), tick(3));
    for _ in 0..2 {
        // The next frame needs a slot that is not free.
        assert!(reader.read_buffered().unwrap().is_none());
    }
    assert_eq!(reader.get_ref().len(), rest, "the stream is not read");
    assert!(once(reader.read()).is_pending());
    assert!(reader.read_buffered().unwrap().is_none());
    drop(large);
    let Poll::Ready(Ok(Some(frame))) = once(reader.read()) else { panic!("a slot is there") };
    assert!(frame.decode::<Market>().unwrap() == blob(100_000));
}

#[test]
fn a_declared_length_takes_no_memory() {
    let pool = pool();
    // A frame of 2^24 - 1 bytes, none of which arrives.
    let bytes = [0, 0, 1, 0xFF, 0xFF, 0xFF];
    let mut reader = FrameReader::<_, UnderSv2>::new(Drip::new(bytes.to_vec()), &pool);
    let error = loop {
        match once(reader.read()) {
            Poll::Pending => {}
            Poll::Ready(Err(error)) => break error,
            Poll::Ready(Ok(frame)) => panic!("{frame:?}"),
        }
    };
    let too_large = matches!(error, ReadError::Frame(FrameError::TooLarge { len: 0xFF_FFFF, .. }));
    assert!(too_large, "{error}");
    assert!(in_use(&pool) <= 1, "at most the window");
    let stats = pool.stats();
    assert_eq!(stats.jumbo(), 0);
}

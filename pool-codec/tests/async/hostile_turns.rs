//! The queue of waiters for a slot: readers that are dropped, hostile wakers, and streams that lie.

use core::pin::{Pin, pin};
use core::task::{Context, Poll, Waker};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex};
use std::task::Wake;

use pool_codec::pool::Acquire;
use pool_codec::tokio::{FrameReader, read_frame_pooled};
use pool_codec::{
    Frame, FrameSet, Overflow, Pool, PoolConfig, PooledBuf, ReadError, SizeClass, TlvHeader,
};
use pool_dev::executor::{Count, once, poll};
use tokio::io::{AsyncRead, ReadBuf};

#[derive(Debug, Clone, PartialEq, Frame)]
#[frame(id = 1, borrow)]
struct Tick {
    price: u16,
}

#[derive(Debug, Clone, PartialEq, FrameSet)]
#[frames(header = TlvHeader, borrow)]
enum Market {
    Tick(Tick),
}

const TICK: &[u8] = &[1, 0, 2, 0, 0, 0, 5, 0];
const WINDOW: SizeClass = SizeClass::for_len(8192);

/// A pool with a single window, and the policy to wait.
fn waiting() -> Pool {
    Pool::new(&PoolConfig::new().with_class(WINDOW, 1).with_overflow(Overflow::Wait))
}

fn in_use(pool: &Pool) -> usize {
    pool.stats().classes().map(|class| class.in_use).sum()
}

#[test]
fn a_dropped_waiter_hands_its_slot_to_the_next() {
    let pool = waiting();
    let only = pool.acquire(8192).unwrap();
    let mut readers: Vec<_> = (0..5).map(|_| FrameReader::<_, Market>::new(TICK, &pool)).collect();
    let counts: Vec<_> = (0..5).map(|_| Count::new()).collect();
    for (reader, (_, waker)) in readers.iter_mut().zip(&counts) {
        assert!(poll(&mut pin!(reader.read()), waker).is_pending());
    }
    let woken = || counts.iter().filter(|(count, _)| count.woken() > 0).count();
    assert_eq!(woken(), 0);
    drop(only);
    assert_eq!(woken(), 1);
    drop(readers.remove(0));
    assert_eq!(woken(), 2);
    drop(readers.remove(0).into_parts());
    assert_eq!(woken(), 3);
    // Later waiters are behind them in the queue.
    assert!(once(pool.acquire_async(8192)).is_pending());
    drop(readers.remove(0).into_held_frames::<Tick>());
    assert_eq!(woken(), 4);
    // The fourth reader has the slot, and the last one waits for it.
    let Poll::Ready(Ok(Some(frame))) = once(readers[0].read()) else { panic!("its turn") };
    assert_eq!(frame.decode::<Tick>().unwrap(), Tick { price: 5 });
    assert_eq!(woken(), 4);
    readers.remove(0);
    assert_eq!(woken(), 5);
    assert!(matches!(once(readers[0].read_message::<Tick>()), Poll::Ready(Ok(Some(_)))));
    drop(readers);
    assert_eq!(in_use(&pool), 0);
}

#[test]
fn a_forgotten_future_keeps_its_slot_and_nothing_else() {
    const CONFIG: PoolConfig =
        PoolConfig::new().with_class(WINDOW, 1).with_overflow(Overflow::Wait);
    // In statics, which are never dropped, and where leak checkers find what they refer to.
    static POOL: Pool = Pool::new(&CONFIG);
    static LEAKED: Mutex<Option<Acquire<&Pool>>> = Mutex::new(None);
    let only = POOL.acquire(8192).unwrap();
    let mut first = POOL.acquire_async(8192);
    assert!(once(&mut first).is_pending());
    *LEAKED.lock().unwrap() = Some(first);
    let mut second = POOL.clone().acquire_owned(8192);
    assert!(once(&mut second).is_pending());
    drop(only);
    assert!(once(&mut second).is_pending());
    assert_eq!(in_use(&POOL), 1);
    drop(second);
    assert!(POOL.acquire(8192).is_err());
}

/// A waker that calls the pool while it is woken and while it is dropped.
struct Meddler {
    pool: Pool,
    waits: Mutex<Vec<Acquire<Pool>>>,
    taken: Arc<Mutex<Vec<PooledBuf>>>,
    panics: bool,
}

impl Wake for Meddler {
    fn wake(self: Arc<Self>) {
        let mut other = self.pool.clone().acquire_owned(8192);
        if let Poll::Ready(Ok(buf)) = once(&mut other) {
            self.taken.lock().unwrap().push(buf);
        }
        self.waits.lock().unwrap().push(other);
        assert!(!self.panics, "a waker that panics");
    }
}

impl Drop for Meddler {
    fn drop(&mut self) {
        let _ = once(self.pool.acquire_async(8192));
        self.waits.lock().unwrap().clear();
    }
}

#[test]
fn a_waker_may_call_the_queue_or_panic() {
    for panics in [false, true] {
        let (pool, taken) = (waiting(), Arc::default());
        let only = pool.acquire(8192).unwrap();
        let mut waits: Vec<_> = (0..4).map(|_| pool.clone().acquire_owned(8192)).collect();
        for wait in &mut waits {
            let meddler = || {
                let (pool, taken) = (pool.clone(), Arc::clone(&taken));
                Waker::from(Arc::new(Meddler { pool, waits: Mutex::default(), taken, panics }))
            };
            // The second poll replaces and drops the first waker.
            assert!(poll(wait, &meddler()).is_pending());
            assert!(poll(wait, &meddler()).is_pending());
        }
        // A waiter in the middle of the queue drops its waker when it is dropped.
        drop(waits.remove(1));
        let _ = catch_unwind(AssertUnwindSafe(|| drop(only)));
        for mut wait in waits {
            let Poll::Ready(Ok(slot)) = once(&mut wait) else { panic!("its turn") };
            let _ = catch_unwind(AssertUnwindSafe(|| drop(slot)));
        }
        taken.lock().unwrap().clear();
        assert_eq!(in_use(&pool), 0);
        assert!(pool.acquire(8192).is_ok());
    }
}

/// Leaks `buffer` in a place that a leak detector can reach.
fn forever(buffer: Vec<u8>) -> &'static mut [u8] {
    static KEPT: Mutex<Vec<usize>> = Mutex::new(Vec::new());
    let buffer = buffer.leak();
    KEPT.lock().unwrap().push(buffer.as_ptr().addr());
    buffer
}

/// A stream that replaces the buffer it was given by another one, or panics.
struct Swap(usize);

impl AsyncRead for Swap {
    fn poll_read(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        out: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        assert_ne!(self.0, 0, "a stream that panics");
        *out = ReadBuf::new(forever(vec![1; self.0]));
        out.set_filled(self.0);
        Poll::Ready(Ok(()))
    }
}

#[test]
fn a_stream_that_swaps_the_buffer_or_panics_loses_no_slot() {
    let pool = waiting();
    let mut reader = FrameReader::<_, Market>::new(Swap(0), &pool);
    for len in [0, 100, 8193, 100_000] {
        reader.get_mut().0 = len;
        let read = catch_unwind(AssertUnwindSafe(|| once(reader.read()).is_ready()));
        assert!(read.is_err(), "{len}");
        let shot = || once(read_frame_pooled::<Market>(&mut Swap(len), &pool)).is_ready();
        assert!(catch_unwind(AssertUnwindSafe(shot)).is_err(), "{len}");
    }
    assert_eq!((reader.offset(), in_use(&pool)), (0, 1));
    let (_, decoder) = reader.into_parts();
    let mut reader = FrameReader::with_decoder(TICK, decoder);
    let tick: Result<_, ReadError> = match once(reader.read_message::<Tick>()) {
        Poll::Ready(tick) => tick,
        Poll::Pending => panic!("all is there"),
    };
    assert_eq!(tick.unwrap(), Some(Tick { price: 5 }));
    drop(reader);
    assert_eq!(in_use(&pool), 0);
}

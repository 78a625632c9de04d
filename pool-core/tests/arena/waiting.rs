//! Waiting for the first chunk.

use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread;
use std::time::{Duration, Instant};

use pool_core::{Arena, ArenaError, Overflow, Pool, PoolConfig, SizeClass};
use pool_dev::executor::{block_on, poll};

use crate::in_use;

const CHUNK: SizeClass = SizeClass::for_len(8 << 10);
const LONG: Duration = Duration::from_secs(60);

fn waiting(capacity: usize) -> Pool {
    Pool::new(&PoolConfig::new().with_class(CHUNK, capacity).with_overflow(Overflow::Wait))
}

#[test]
fn arenas_and_buffers_wait_in_one_queue() {
    let pool = waiting(1);
    let only = pool.acquire(1).unwrap();
    let mut first = pin!(Arena::acquire_async(&pool, 64 << 10));
    let mut second = pin!(pool.acquire_async(100));
    let mut third = pin!(Arena::acquire_async(&pool, 100));
    let waker = Waker::noop();
    assert!(poll(&mut first, waker).is_pending());
    assert!(poll(&mut second, waker).is_pending());
    assert!(poll(&mut third, waker).is_pending());
    drop(only);
    assert!(poll(&mut third, waker).is_pending() && poll(&mut second, waker).is_pending());
    let Poll::Ready(Ok(arena)) = poll(&mut first, waker) else { panic!("the slot was granted") };
    assert_eq!((arena.capacity(), arena.allocated()), (8 << 10, 0));
    drop(arena);
    assert!(poll(&mut third, waker).is_pending());
    let Poll::Ready(Ok(buf)) = poll(&mut second, waker) else { panic!("the slot was granted") };
    drop(buf);
    let Poll::Ready(Ok(arena)) = poll(&mut third, waker) else { panic!("the slot was granted") };
    assert_eq!(arena.capacity(), 100);
    arena.alloc_slice_copy(&[1_u8; 100]).unwrap();
}

#[test]
fn a_cancelled_task_gives_up_its_place_and_its_arena() {
    let pool = waiting(1);
    let mut running = Box::pin(async {
        let arena = Arena::acquire_async(&pool, 8 << 10).await.unwrap();
        arena.alloc_str("half").unwrap();
        std::future::pending::<()>().await;
        drop(arena);
    });
    assert!(poll(&mut running, Waker::noop()).is_pending());
    let mut queued = Box::pin(Arena::acquire_async(&pool, 8 << 10));
    let mut last = Box::pin(Arena::acquire_async(&pool, 8 << 10));
    assert!(poll(&mut queued, Waker::noop()).is_pending());
    assert!(poll(&mut last, Waker::noop()).is_pending());
    drop(queued);
    drop(running);
    assert!(block_on(last).unwrap().alloc(1_u8).is_ok());
    assert_eq!(in_use(&pool), 0);
}

#[test]
fn a_timeout_expires_or_is_served() {
    let pool = waiting(1);
    let only = Arena::acquire_timeout(&pool, 8 << 10, LONG).unwrap();
    let start = Instant::now();
    let error = Arena::acquire_timeout(&pool, 8 << 10, Duration::from_millis(20)).unwrap_err();
    assert!(matches!(error, ArenaError::Exhausted { requested: 8192, allocated: 0, .. }));
    assert!(start.elapsed() >= Duration::from_millis(20));
    thread::scope(|scope| {
        let other = scope.spawn(|| Arena::acquire_timeout(&pool, 8 << 10, LONG).is_ok());
        thread::sleep(Duration::from_millis(20));
        drop(only);
        assert!(other.join().unwrap());
    });
}

#[test]
fn growth_never_waits() {
    let pool = waiting(1);
    let arena = Arena::acquire_timeout(&pool, 64 << 10, LONG).unwrap();
    arena.alloc_slice_copy(&[1_u8; 8 << 10]).unwrap();
    assert!(matches!(arena.alloc(1_u8), Err(ArenaError::Exhausted { requested: 1, .. })));
}

#[test]
fn other_policies_do_not_wait() {
    let pool = Pool::new(&PoolConfig::new().with_class(CHUNK, 1).with_overflow(Overflow::Fail));
    let _only = block_on(Arena::acquire_async(&pool, 8 << 10)).unwrap();
    assert!(block_on(Arena::acquire_async(&pool, 8 << 10)).is_err());
    assert!(Arena::acquire_timeout(&pool, 8 << 10, LONG).is_err());
}

#[test]
fn a_waiting_arena_is_send() {
    fn assert_send<T: Send>(value: T) -> T {
        value
    }
    let pool = waiting(1);
    let arena = block_on(assert_send(Arena::acquire_async(pool.clone(), 8 << 10))).unwrap();
    assert!(thread::spawn(move || arena.alloc(1_u8).is_ok()).join().unwrap());
    assert!(block_on(assert_send(Arena::acquire_async(&pool, 8 << 10))).is_ok());
}

/// The release of one chunk wakes a task whose waker panics. The others end as usual.
#[test]
fn every_chunk_ends_if_a_waker_panics() {
    struct Panics;
    impl Wake for Panics {
        fn wake(self: Arc<Self>) {
            panic!("a waker panics");
        }
    }
    let classes = [16 << 10, 32 << 10].map(SizeClass::for_len);
    let config = PoolConfig::new().with_class(classes[0], 1).with_class(classes[1], 1);
    let pool = Pool::new(&config.with_overflow(Overflow::Wait));
    let arena = Arena::new(&pool, 1 << 20);
    arena.alloc([0x11_u8; 10 << 10]).unwrap();
    for _ in 0..20 {
        arena.alloc([0x11_u8; 1 << 10]).unwrap();
    }
    assert_eq!(in_use(&pool), 2);
    let mut waiting = pin!(pool.acquire_async(16 << 10));
    let waker = Waker::from(Arc::new(Panics));
    assert!(waiting.as_mut().poll(&mut Context::from_waker(&waker)).is_pending());
    assert!(catch_unwind(AssertUnwindSafe(|| drop(arena))).is_err());
    let buf = pool.acquire(32 << 10).unwrap();
    // Debug builds overwrite what has ended.
    assert!(!cfg!(debug_assertions) || buf.iter().all(|&byte| byte != 0x11));
}

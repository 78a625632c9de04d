//! Many threads, one pool: exclusive slots, the capacity bound, buffers that change threads.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use pool_core::{Clear, Overflow, Pool, PoolConfig, PooledBuf, SizeClass};

const CLASS: SizeClass = SizeClass::MIN;
const THREADS: usize = 4;
const ROUNDS: usize = 20_000;

#[test]
fn never_more_than_capacity_slots_are_in_use() {
    for (class, policy) in [
        (CLASS, Overflow::Heap),
        (CLASS, Overflow::Fail),
        (CLASS, Overflow::Wait),
        (SizeClass::for_len(16 << 10), Overflow::Heap),
    ] {
        for (capacity, clear) in [(1, Clear::Never), (3, Clear::OnRelease), (70, Clear::Never)] {
            let config = PoolConfig::new()
                .with_class(class, capacity)
                .with_overflow(policy)
                .with_clear(clear);
            stays_within(&Pool::new(&config), class, capacity);
        }
    }
}

fn stays_within(pool: &Pool, class: SizeClass, capacity: usize) {
    const ROUNDS: usize = 3_000;
    let out = AtomicUsize::new(0);
    thread::scope(|scope| {
        for id in 0..THREADS {
            let out = &out;
            scope.spawn(move || {
                let mut kept = Vec::new();
                for round in 0..ROUNDS {
                    let Ok(mut buf) = pool.acquire(64) else {
                        continue;
                    };
                    let mark = (id * ROUNDS + round) as u64;
                    buf[..8].copy_from_slice(&mark.to_le_bytes());
                    buf[56..].copy_from_slice(&mark.to_le_bytes());
                    if buf.is_pooled() {
                        let before = out.fetch_add(1, Ordering::Relaxed);
                        assert!(before < capacity);
                        kept.push((buf, mark));
                    }
                    if round % 64 == 0 {
                        thread::yield_now();
                    }
                    // Up to 24 at a time: together the threads ask for more slots than there are.
                    if kept.len() > round % 25 {
                        for (buf, mark) in kept.drain(..) {
                            assert_eq!(buf[..8], mark.to_le_bytes(), "two tenants in one slot");
                            assert_eq!(buf[56..], mark.to_le_bytes(), "two tenants in one slot");
                            // Before the drop, so that `out` is never more than the slots in use.
                            out.fetch_sub(1, Ordering::Relaxed);
                        }
                    }
                }
                out.fetch_sub(kept.len(), Ordering::Relaxed);
            });
        }
    });
    let stats = *pool.stats().class(class).unwrap();
    assert_eq!(stats.in_use, 0);
    assert!(stats.high_water >= 1 && stats.high_water <= capacity);
    assert_eq!(stats.hits + stats.overflow + stats.refused, (THREADS * ROUNDS) as u64);
}

#[test]
fn buffers_are_dropped_on_another_thread() {
    let pool = Pool::new(&PoolConfig::new().with_class(CLASS, 8).with_overflow(Overflow::Fail));
    let (send, receive) = mpsc::channel::<(PooledBuf, u8)>();
    thread::scope(|scope| {
        scope.spawn(move || {
            for (buf, mark) in receive {
                assert!(buf.iter().all(|&byte| byte == mark));
            }
        });
        for round in 0..ROUNDS {
            // Lets the consumer catch up from time to time.
            let mut buf = loop {
                match pool.acquire(100) {
                    Ok(buf) => break buf,
                    Err(_) => thread::yield_now(),
                }
            };
            let mark = round as u8;
            buf.fill(mark);
            send.send((buf, mark)).unwrap();
        }
        drop(send);
    });
    let stats = *pool.stats().class(CLASS).unwrap();
    assert_eq!((stats.in_use, stats.hits), (0, ROUNDS as u64));
}

#[test]
fn a_static_pool_is_created_once() {
    static POOL: Pool =
        Pool::new(&PoolConfig::new().with_class(CLASS, THREADS).with_overflow(Overflow::Fail));
    let barrier = std::sync::Barrier::new(THREADS);
    let held: Vec<PooledBuf> = thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS)
            .map(|_| {
                scope.spawn(|| {
                    barrier.wait();
                    POOL.acquire(1).unwrap()
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(POOL.acquire(1).is_err());
    let mut addresses: Vec<_> = held.iter().map(|buf| buf.as_ptr().addr()).collect();
    addresses.sort_unstable();
    addresses.dedup();
    assert_eq!(addresses.len(), THREADS);
}

#[test]
fn pool_and_buffer_cross_threads() {
    fn crosses<T: Send + Sync + Unpin + 'static + core::panic::UnwindSafe>() {}
    crosses::<Pool>();
    crosses::<PooledBuf>();
}

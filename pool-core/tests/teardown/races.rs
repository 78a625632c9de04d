//! Races at the end of pools: closes against releases, handles, owners of shards and waiters.

use std::sync::atomic::{AtomicIsize, AtomicUsize, Ordering};
use std::sync::{Barrier, Mutex, mpsc};
use std::task::Waker;
use std::thread;
use std::time::{Duration, Instant};

use pool_core::{Overflow, Pool, PoolConfig, PooledBuf, SizeClass};
use pool_dev::executor::poll;

use crate::live::frees_everything;

const CLASS: SizeClass = SizeClass::for_len(64 << 10);

/// Bounds each stress test to a second or two.
fn for_a_while(mut round: impl FnMut(usize)) {
    let end = Instant::now() + Duration::from_millis(800);
    for number in 0..200_000 {
        if Instant::now() > end {
            break;
        }
        round(number);
    }
}

#[test]
fn close_races_with_releases() {
    frees_everything(|| {
        let threads = 3;
        let barrier = Barrier::new(threads + 1);
        let stop = AtomicIsize::new(0);
        let hand_over: Vec<Mutex<Vec<PooledBuf>>> =
            (0..threads).map(|_| Mutex::default()).collect();
        thread::scope(|scope| {
            for mine in &hand_over {
                let (barrier, stop) = (&barrier, &stop);
                scope.spawn(move || {
                    loop {
                        barrier.wait();
                        if stop.load(Ordering::Relaxed) != 0 {
                            return;
                        }
                        mine.lock().unwrap().clear();
                        barrier.wait();
                    }
                });
            }
            for_a_while(|round| {
                // From "every slot is in use" to "one is", in either class.
                let pool = Pool::new(
                    &PoolConfig::new().with_class(SizeClass::MIN, 64).with_class(CLASS, 3),
                );
                let out = if round % 2 == 0 { threads } else { 1 };
                for mine in hand_over.iter().take(out) {
                    let mut bufs = mine.lock().unwrap();
                    bufs.push(pool.acquire(60_000).unwrap());
                    bufs.extend((0..round % 22).map(|_| pool.acquire(10).unwrap()));
                }
                barrier.wait();
                drop(pool);
                barrier.wait();
            });
            stop.store(1, Ordering::Relaxed);
            barrier.wait();
        });
    });
}

#[test]
fn handles_race_with_each_other() {
    frees_everything(|| {
        for_a_while(|_| {
            let pool = Pool::new(&PoolConfig::new().with_class(CLASS, 2));
            thread::scope(|scope| {
                for _ in 0..2 {
                    let handle = pool.clone();
                    scope.spawn(move || {
                        let buf = handle.acquire(60_000);
                        drop(handle);
                        drop(buf);
                    });
                }
                drop(pool);
            });
        });
    });
}

/// The owner releases to its own shards, without a read-modify-write, while another thread closes.
#[test]
fn close_races_with_the_owners_releases() {
    frees_everything(|| {
        let barrier = Barrier::new(2);
        let place: Mutex<Option<(Pool, usize)>> = Mutex::new(None);
        thread::scope(|scope| {
            let owner = scope.spawn(|| {
                loop {
                    barrier.wait();
                    let Some((pool, count)) = place.lock().unwrap().take() else { return };
                    // Acquired here, so that this thread owns the shards; some are released before the race.
                    let bufs: Vec<_> = (0..count).map(|_| pool.acquire(1).unwrap()).collect();
                    *place.lock().unwrap() = Some((pool, 0));
                    barrier.wait();
                    if count % 3 == 0 {
                        // The flush takes part in the race, too.
                        drop(bufs);
                        Pool::new(&PoolConfig::new().with_class(SizeClass::MIN, 1))
                            .acquire(1)
                            .unwrap();
                    } else {
                        drop(bufs);
                    }
                }
            });
            for_a_while(|round| {
                let pool = Pool::new(&PoolConfig::new().with_class(SizeClass::MIN, 64));
                *place.lock().unwrap() = Some((pool, round % 30));
                barrier.wait();
                barrier.wait();
                for _ in 0..round % 50 {
                    std::hint::spin_loop();
                }
                let pool = place.lock().unwrap().take();
                drop(pool);
            });
            *place.lock().unwrap() = None;
            barrier.wait();
            // The owner has subtracted the slots that it owes when it has exited.
            owner.join().unwrap();
        });
    });
}

/// Owners exit or flush while the pool closes: together the two sides count each slot once.
#[test]
fn close_races_with_the_end_of_owners() {
    frees_everything(|| {
        for_a_while(|round| {
            let pool = Pool::new(&PoolConfig::new().with_class(SizeClass::MIN, 40));
            let (ready, letters) = (Barrier::new(3), Mutex::new(Vec::new()));
            thread::scope(|scope| {
                let owners: Vec<_> = (0..2)
                    .map(|_| {
                        let (handle, ready, letters) = (pool.clone(), &ready, &letters);
                        scope.spawn(move || {
                            let mut bufs: Vec<_> =
                                (0..8).filter_map(|_| handle.acquire(1).ok()).collect();
                            drop(handle);
                            letters.lock().unwrap().extend(bufs.drain(..round % 5));
                            ready.wait();
                        })
                    })
                    .collect();
                ready.wait();
                drop(pool);
                letters.lock().unwrap().clear();
                owners.into_iter().for_each(|owner| owner.join().unwrap());
            });
        });
    });
}

#[test]
fn a_waiting_pool_is_freed_after_its_last_waiter() {
    frees_everything(|| {
        for_a_while(|_| {
            let pool =
                Pool::new(&PoolConfig::new().with_class(CLASS, 1).with_overflow(Overflow::Wait));
            let only = pool.acquire(60_000).unwrap();
            let handle = pool.clone();
            let waiter = thread::spawn(move || {
                let buf = handle.acquire_timeout(60_000, Duration::MAX).unwrap();
                drop(handle);
                drop(buf);
            });
            drop(pool);
            drop(only);
            waiter.join().unwrap();
        });
    });
}

/// A slot is being handed to a waiter that leaves and closes the pool.
#[test]
fn a_waiter_leaves_and_closes_while_its_slot_is_handed_over() {
    frees_everything(|| {
        let turn = AtomicUsize::new(0);
        let (send, receive) = mpsc::channel::<PooledBuf>();
        thread::scope(|scope| {
            let turn = &turn;
            let releaser = scope.spawn(move || {
                for (round, buf) in receive.into_iter().enumerate() {
                    while turn.load(Ordering::Acquire) <= round {
                        std::hint::spin_loop();
                    }
                    drop(buf);
                }
            });
            for_a_while(|round| {
                let pool = Pool::new(
                    &PoolConfig::new().with_class(CLASS, 1).with_overflow(Overflow::Wait),
                );
                let only = pool.acquire(60_000).unwrap();
                let mut future = pool.acquire_async(60_000);
                assert!(poll(&mut future, Waker::noop()).is_pending());
                send.send(only).unwrap();
                turn.store(round + 1, Ordering::Release);
                for _ in 0..round % 100 {
                    std::hint::spin_loop();
                }
                drop(future);
                drop(pool);
            });
            drop(send);
            releaser.join().unwrap();
        });
    });
}

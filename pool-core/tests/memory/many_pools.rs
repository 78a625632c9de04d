//! A thread that uses many pools at once.

use std::thread;

use pool_core::{Overflow, Pool, PoolConfig, SizeClass};
use pool_dev::allocator::PerThread;

const CONFIG: PoolConfig =
    PoolConfig::new().with_class(SizeClass::MIN, 8).with_overflow(Overflow::Fail);
/// The memory of a pool and of the thread's record of it, with its share of the table of records.
const EACH: usize = CONFIG.footprint() + PoolConfig::BYTES_PER_THREAD + 3 * size_of::<usize>();

fn in_use(pool: &Pool) -> usize {
    pool.stats().classes().map(|class| class.in_use).sum()
}

fn pools(count: usize) -> Vec<Pool> {
    (0..count).map(|_| Pool::new(&CONFIG)).collect()
}

#[test]
fn each_pool_keeps_its_slots_apart() {
    for count in [1, 8, 9, 17, 3000] {
        let mut held = Vec::with_capacity(count);
        let mut pools = pools(count);
        let start = PerThread::start();
        for (number, pool) in pools.iter().enumerate() {
            let mut buf = pool.acquire(8).unwrap();
            buf.copy_from_slice(&number.to_le_bytes());
            held.push(buf);
        }
        assert!(start.live() <= count * EACH, "{} for {count}", start.live());
        let start_of_round = PerThread::start();
        for (number, (pool, buf)) in pools.iter().zip(&held).enumerate() {
            assert_eq!((in_use(pool), &buf[..]), (1, &number.to_le_bytes()[..]));
            let rest: [_; 7] = std::array::from_fn(|_| pool.acquire(1).unwrap());
            assert!(pool.acquire(1).is_err());
            drop(rest);
        }
        // Statistics and refusals included.
        assert_eq!(start_of_round.calls(), 0);
        // Neither in the order in which they came nor in the opposite one.
        for last in (0..count).rev() {
            drop(pools.swap_remove(last / 2));
        }
        held.clear();
        assert_eq!(start.grown(), 0, "{count}");
    }
}

#[test]
fn a_thread_leaves_pools_that_were_closed_elsewhere() {
    for count in [5, 2000] {
        let closing = pools(count);
        let start = PerThread::start();
        for pool in &closing {
            drop(pool.acquire(1).unwrap());
        }
        thread::spawn(move || drop(closing)).join().unwrap();
        // The close freed the pools on that thread, but not the records of this one.
        let before = start.live();
        let pool = Pool::new(&CONFIG);
        for _ in 0..count.div_ceil(4) {
            drop(pool.acquire(1).unwrap());
            pool.flush_thread();
        }
        drop(pool);
        let released = before - start.live();
        assert!(released >= count * PoolConfig::BYTES_PER_THREAD, "{released}");
    }
}

//! The ownership of shards: the slots that a thread keeps, those that others can get, and its exit.

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use pool_core::{ClassStats, Clear};
use pool_core::{Overflow, Pool, PoolConfig, PooledBuf, SizeClass};

const CLASS: SizeClass = SizeClass::MIN;
/// The maximum number of slots of a shard.
const SHARD: usize = 62;

fn pool(capacity: usize) -> Pool {
    Pool::new(&PoolConfig::new().with_class(CLASS, capacity).with_overflow(Overflow::Fail))
}

fn both() -> impl Iterator<Item = PoolConfig> {
    [Clear::Never, Clear::OnRelease]
        .map(|clear| PoolConfig::new().with_overflow(Overflow::Fail).with_clear(clear))
        .into_iter()
}

fn stats(pool: &Pool) -> ClassStats {
    *pool.stats().class(CLASS).unwrap()
}

/// Acquires all slots that this thread can get.
fn drain(pool: &Pool) -> Vec<PooledBuf> {
    std::iter::from_fn(|| pool.acquire(100).ok()).collect()
}

/// The number of slots that a new thread can acquire; it then releases them and exits.
fn for_a_new_thread(pool: &Pool) -> usize {
    thread::scope(|scope| scope.spawn(|| drain(pool).len()).join().unwrap())
}

/// A thread that acquires and flushes on command.
struct Other {
    orders: Option<Sender<Order>>,
    bufs: Receiver<Vec<PooledBuf>>,
    thread: Option<thread::JoinHandle<()>>,
}

enum Order {
    Acquire(usize),
    Release(Vec<PooledBuf>),
    Flush,
}

impl Other {
    fn of(pool: &Pool) -> Self {
        let (orders, ordered) = mpsc::channel();
        let (made, bufs) = mpsc::channel();
        let pool = pool.clone();
        let thread = thread::spawn(move || {
            for order in ordered {
                let answer = match order {
                    Order::Acquire(count) => {
                        (0..count).map(|_| pool.acquire(100).unwrap()).collect()
                    }
                    Order::Release(bufs) => {
                        drop(bufs);
                        Vec::new()
                    }
                    Order::Flush => {
                        pool.flush_thread();
                        Vec::new()
                    }
                };
                made.send(answer).unwrap();
            }
        });
        Self { orders: Some(orders), bufs, thread: Some(thread) }
    }

    fn does(&self, order: Order) -> Vec<PooledBuf> {
        self.orders.as_ref().unwrap().send(order).unwrap();
        self.bufs.recv().unwrap()
    }
}

impl Drop for Other {
    fn drop(&mut self) {
        self.orders = None;
        let ended = self.thread.take().unwrap().join();
        assert!(ended.is_ok() || thread::panicking());
    }
}

#[test]
fn a_thread_that_ends_leaves_all_to_the_next() {
    for config in both() {
        for capacity in [1, 2, 7, 8, 9, 62, 63, 496, 497, 1000] {
            let pool = Pool::new(&config.with_class(CLASS, capacity));
            for _ in 0..3 {
                assert_eq!(for_a_new_thread(&pool), capacity);
            }
            assert_eq!(drain(&pool).len(), capacity);
            let stats = stats(&pool);
            assert_eq!((stats.in_use, stats.high_water, stats.steals), (0, capacity, 0));
            assert_eq!((stats.hits, stats.refused), (4 * capacity as u64, 4));
        }
    }
}

/// After another thread's burst nothing is in use, and yet a request fails: the error and the statistics say
/// why.
#[test]
fn slots_cached_by_another_thread_are_counted() {
    for config in both() {
        let pool = Pool::new(&config.with_class(CLASS, 1024));
        let other = Other::of(&pool);
        let mut burst = other.does(Order::Acquire(1024));
        assert_eq!((stats(&pool).in_use, stats(&pool).cached), (1024, 0));
        let kept = burst.split_off(1000);
        other.does(Order::Release(burst));
        let error = pool.acquire(10).unwrap_err().to_string();
        assert!(error.contains("`cached`") && error.contains("flush_thread"), "{error}");
        assert_eq!((stats(&pool).in_use, stats(&pool).cached), (24, 1000));
        assert!(pool.stats().to_string().contains("cached"));
        // Slots released by this thread can be stolen, so they are not cached.
        drop(kept);
        assert_eq!((stats(&pool).in_use, stats(&pool).cached), (0, 1000));
        other.does(Order::Flush);
        assert_eq!((stats(&pool).in_use, stats(&pool).cached), (0, 0));
        // What a thread caches itself is available to it.
        drop(pool.acquire(10).unwrap());
        assert_eq!(stats(&pool).cached, 0);
        let elsewhere = thread::scope(|scope| scope.spawn(|| stats(&pool)).join().unwrap());
        assert_ne!(elsewhere.cached, 0);
    }
}

#[test]
fn buffers_of_a_dead_thread_are_used_again() {
    for config in both() {
        let pool = Pool::new(&config.with_class(CLASS, 100));
        for _ in 0..3 {
            let held = thread::scope(|scope| scope.spawn(|| drain(&pool)).join().unwrap());
            assert_eq!((held.len(), stats(&pool).in_use), (100, 100));
            assert!(pool.acquire(1).is_err());
            let released = stats(&pool).remote_releases;
            drop(held);
            assert_eq!(stats(&pool).in_use, 0);
            assert_eq!(stats(&pool).remote_releases, released + 100);
            let all = drain(&pool);
            assert_eq!(all.len(), 100);
            drop(all);
            pool.flush_thread();
        }
    }
}

#[test]
fn a_remote_release_is_collected_or_stolen() {
    for config in both() {
        let pool = Pool::new(&config.with_class(CLASS, 80));
        let other = Other::of(&pool);
        // The other thread owns every shard.
        let held = other.does(Order::Acquire(80));
        drop(held);
        assert_eq!((stats(&pool).in_use, stats(&pool).remote_releases), (0, 80));

        // The owner collects all of them.
        let held = other.does(Order::Acquire(80));
        assert_eq!((stats(&pool).remote_releases, stats(&pool).steals), (80, 0));
        assert_eq!(held.len(), 80);

        // This thread owns no shard, so it steals them.
        drop(held);
        let mine = drain(&pool);
        assert_eq!((mine.len(), stats(&pool).steals), (80, 80));
        assert_eq!(stats(&pool).remote_releases, 160);
        drop(mine);
        assert_eq!((stats(&pool).remote_releases, stats(&pool).in_use), (240, 0));

        // Slots that the owner itself released stay on its stack.
        let held = other.does(Order::Acquire(80));
        other.does(Order::Release(held));
        assert!(pool.acquire(1).is_err());
        assert_eq!((stats(&pool).in_use, stats(&pool).remote_releases), (0, 240));
    }
}

#[test]
fn an_idle_thread_keeps_one_shard_for_one_buffer() {
    for capacity in [16, 100, 496, 2000] {
        let pool = pool(capacity);
        let other = Other::of(&pool);
        for _ in 0..100 {
            let one = other.does(Order::Acquire(1));
            other.does(Order::Release(one));
        }
        let kept = capacity - for_a_new_thread(&pool);
        assert!(kept >= 1 && kept <= SHARD.min(capacity.div_ceil(8)), "{kept} of {capacity}");
        drop(other);
        assert_eq!(for_a_new_thread(&pool), capacity);
    }
}

#[test]
fn an_idle_thread_keeps_no_more_than_it_used_at_once() {
    let pool = pool(2000);
    let other = Other::of(&pool);
    let some = other.does(Order::Acquire(300));
    other.does(Order::Release(some));
    for _ in 0..50 {
        let few = other.does(Order::Acquire(5));
        other.does(Order::Release(few));
    }
    let kept = 2000 - for_a_new_thread(&pool);
    assert!((300..300 + SHARD).contains(&kept), "{kept}");
    other.does(Order::Flush);
    assert_eq!(for_a_new_thread(&pool), 2000);
}

#[test]
fn a_flush_leaves_all_free_slots_to_others() {
    for config in both() {
        let pool = Pool::new(&config.with_class(CLASS, 200));
        let mut held = drain(&pool);
        held.truncate(30);
        assert_eq!(for_a_new_thread(&pool), 0);
        pool.flush_thread();
        pool.flush_thread();
        assert_eq!(for_a_new_thread(&pool), 170);
        // A slot in use when the thread flushed is released like another thread's.
        let released = stats(&pool).remote_releases;
        drop(held);
        assert_eq!(stats(&pool).remote_releases, released + 30);
        assert_eq!(for_a_new_thread(&pool), 200);
        assert_eq!(drain(&pool).len(), 200);
    }
    // Flushing is allowed when there is nothing to flush.
    pool(5).flush_thread();
    let shared = Pool::new(&PoolConfig::new().with_class(CLASS, 1).with_overflow(Overflow::Wait));
    drop(shared.acquire(1).unwrap());
    shared.flush_thread();
    assert!(shared.acquire(1).is_ok());
}

/// A thread does not find slots that it flushed and that another thread caches now.
#[test]
fn a_flush_cannot_be_taken_back() {
    for config in both() {
        let pool = Pool::new(&config.with_class(CLASS, 40));
        drop(drain(&pool));
        pool.flush_thread();
        let other = Other::of(&pool);
        let all = other.does(Order::Acquire(40));
        other.does(Order::Release(all));
        assert_eq!(stats(&pool).in_use, 0);
        assert!(drain(&pool).is_empty());
    }
}

#[test]
fn a_flush_is_of_one_pool_and_of_every_handle() {
    let (pool, bystander) = (pool(50), pool(50));
    let clone = pool.clone();
    drop((drain(&pool), drain(&bystander)));
    clone.flush_thread();
    assert_eq!((for_a_new_thread(&pool), for_a_new_thread(&bystander)), (50, 0));
}

/// More pools than a thread's cache has entries for, so that they evict each other.
#[test]
fn many_pools_take_turns_on_one_thread() {
    let config = PoolConfig::new().with_class(CLASS, 40).with_class(SizeClass::for_len(4096), 9);
    for config in [config, config.with_clear(Clear::OnRelease)] {
        let pools: Vec<_> =
            (0..40).map(|_| Pool::new(&config.with_overflow(Overflow::Fail))).collect();
        let mut held: Vec<Vec<(PooledBuf, u8)>> = pools.iter().map(|_| Vec::new()).collect();
        for round in 0..60_u8 {
            for (number, (pool, held)) in pools.iter().zip(&mut held).enumerate() {
                let mark = round.wrapping_mul(41) ^ number as u8;
                let len = if round % 8 == 0 { 4000 } else { 100 };
                let mut buf = pool.acquire(len).unwrap();
                buf.fill(mark);
                held.push((buf, mark));
                if held.len() > 20 {
                    let (buf, mark) = held.swap_remove(usize::from(round) % 20);
                    assert!(buf.iter().all(|&byte| byte == mark));
                }
            }
        }
        for (pool, held) in pools.iter().zip(held) {
            let in_use = || pool.stats().classes().map(|class| class.in_use).sum::<usize>();
            assert_eq!(in_use(), held.len());
            assert!(held.iter().all(|(buf, mark)| buf.iter().all(|byte| byte == mark)));
            drop(held);
            assert_eq!(in_use(), 0);
            assert!(pool.stats().classes().all(|class| class.remote_releases == 0));
            assert_eq!(drain(pool).len(), 40);
        }
    }
}

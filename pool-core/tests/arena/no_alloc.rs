//! Arenas take nothing from the global allocator once the pool is warm.

use pool_core::{Arena, Overflow, Pool};
use pool_dev::allocator::PerThread;

use crate::STRICT;

#[test]
fn an_arena_of_its_own_for_each_request_allocates_nothing() {
    let pool = Pool::new(&STRICT);
    pool.prefault().unwrap();
    drop(pool.acquire(1).unwrap());
    let start = PerThread::start();
    for round in 0..1000_u64 {
        let arena = Arena::new(&pool, 64 << 10);
        for index in 0..50 {
            arena.alloc((round, index)).unwrap();
            // Up to all chunks.
            arena.alloc_slice_fill_with(round as usize % 1000, |_| 1_u8).unwrap();
        }
    }
    assert_eq!(start.calls(), 0);
}

#[test]
fn a_reused_arena_allocates_nothing() {
    for overflow in [Overflow::Fail, Overflow::Wait] {
        let pool = Pool::new(&STRICT.with_overflow(overflow));
        pool.prefault().unwrap();
        drop(pool.acquire(1).unwrap());
        let mut arena = Arena::new(&pool, 64 << 10);
        let start = PerThread::start();
        for round in 0..1000 {
            for _ in 0..50 {
                arena.alloc_slice_fill_with(round, |_| 1_u8).unwrap();
            }
            arena.reset();
        }
        assert_eq!(start.calls(), 0);
    }
}

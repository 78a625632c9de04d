//! Chunks: which slots an arena takes, and which it keeps.

use pool_core::{AcquireError, Arena, ArenaError, Overflow, Pool, PoolConfig, SizeClass};

use crate::{STRICT, in_use};

const KIB: usize = 1 << 10;

/// The capacity after each of the allocations.
fn capacities(pool: &Pool, limit: usize, sizes: &[usize]) -> Vec<Option<usize>> {
    let arena = Arena::new(pool, limit);
    let allocate = |size: &usize| {
        let result = arena.alloc_slice_copy(&vec![1_u8; *size]);
        result.ok().map(|_| arena.capacity() / KIB)
    };
    sizes.iter().map(allocate).collect()
}

#[test]
fn a_new_arena_takes_nothing() {
    let pool = Pool::new(&STRICT);
    let arena = Arena::new(&pool, 64 * KIB);
    assert_eq!((arena.capacity(), arena.allocated(), arena.high_water()), (0, 0, 0));
    drop(arena);
    assert_eq!(pool.stats().classes().map(|class| class.hits).sum::<u64>(), 0);
}

#[test]
fn chunks_double_up_to_the_limit() {
    let pool = Pool::new(&STRICT);
    let sizes = [8 * KIB; 9];
    let expected = [8, 24, 24, 56, 56, 56, 56, 64].map(Some);
    assert_eq!(capacities(&pool, 64 * KIB, &sizes), [&expected[..], &[None]].concat());
    assert_eq!(in_use(&pool), 0);
}

#[test]
fn the_largest_class_repeats() {
    let pool = Pool::new(&STRICT);
    let sizes = [60 * KIB; 4];
    assert_eq!(
        capacities(&pool, 200 * KIB, &sizes),
        [Some(64), Some(128), Some(192), None],
        "and the heap serves no chunk"
    );
    assert_eq!(pool.stats().jumbo(), 0);
}

#[test]
fn a_large_allocation_takes_a_large_slot_at_once() {
    let pool = Pool::new(&STRICT);
    assert_eq!(capacities(&pool, 64 * KIB, &[100, 40 * KIB]), [Some(8), Some(64)]);
    assert_eq!(capacities(&pool, 64 * KIB, &[64 * KIB, 1]), [Some(64), None]);
    assert_eq!(capacities(&pool, 64 * KIB, &[65 * KIB, 1]), [None, Some(8)]);
}

#[test]
fn an_allocation_that_needs_the_whole_limit_replaces_an_empty_chunk() {
    let pool = Pool::new(&STRICT);
    let mut arena = Arena::new(&pool, 64 * KIB);
    arena.alloc(1_u8).unwrap();
    assert!(arena.alloc_slice_copy(&[0_u8; 64 * KIB]).is_err());
    arena.reset();
    arena.alloc_slice_copy(&[0_u8; 64 * KIB]).unwrap();
    assert_eq!((arena.capacity(), in_use(&pool)), (64 * KIB, 1));
}

#[test]
fn a_reset_keeps_the_largest_chunk() {
    let pool = Pool::new(&STRICT);
    let mut arena = Arena::new(&pool, 64 * KIB);
    // Chunks of 8, 16, 32 and 8 KiB.
    for _ in 0..8 {
        arena.alloc_slice_copy(&[0_u8; 8 * KIB]).unwrap();
    }
    assert_eq!(in_use(&pool), 4);
    arena.reset();
    assert_eq!((arena.capacity(), arena.allocated(), in_use(&pool)), (32 * KIB, 0, 1));
    assert_eq!(arena.high_water(), 64 * KIB);
    // The next one is twice as large, but cut.
    arena.alloc_slice_copy(&[0_u8; 32 * KIB]).unwrap();
    arena.alloc(1_u8).unwrap();
    assert_eq!((arena.capacity(), in_use(&pool)), (64 * KIB, 2));
}

#[test]
fn a_pool_with_small_slots_or_none_serves_arenas() {
    let small = PoolConfig::new().with_message(0, KIB, None).with_overflow(Overflow::Fail);
    let pool = Pool::new(&small);
    assert_eq!(
        capacities(&pool, 4 * KIB, &[KIB; 5]),
        [1, 2, 3, 4, 5].map(|k| (k < 5).then_some(k))
    );
    let arena = Arena::new(&pool, 4 * KIB);
    assert!(matches!(
        arena.alloc_slice_copy(&[0_u8; 1025]),
        Err(ArenaError::Exhausted { requested: 1025, source: AcquireError::NoClass { .. }, .. })
    ));

    let heap = Pool::new(&PoolConfig::new());
    assert_eq!(capacities(&heap, 24 * KIB, &[KIB, 8 * KIB, 20 * KIB]), [Some(8), Some(24), None]);
    assert_eq!(heap.stats().jumbo(), 2);
}

#[test]
fn a_smaller_chunk_does_where_the_larger_class_is_exhausted() {
    let config = PoolConfig::new()
        .with_class(SizeClass::for_len(KIB), 1)
        .with_class(SizeClass::for_len(8 * KIB), 1)
        .with_overflow(Overflow::Fail);
    let pool = Pool::new(&config);
    let arena = Arena::new(&pool, 64 * KIB);
    arena.alloc_slice_copy(&[0_u8; 8 * KIB]).unwrap();
    arena.alloc_slice_copy(&[0_u8; KIB]).unwrap();
    assert_eq!(arena.capacity(), 9 * KIB);
    let class = SizeClass::for_len(128);
    let error = arena.alloc(1_u8).unwrap_err();
    let source =
        AcquireError::Exhausted { len: class.bytes(), class: SizeClass::for_len(KIB), capacity: 1 };
    let ArenaError::Exhausted { requested, allocated, limit, source: found } = error else {
        panic!("{error}")
    };
    assert_eq!((requested, allocated, limit), (1, 9 * KIB, 64 * KIB));
    assert!(matches!(found, AcquireError::Exhausted { .. }), "{found:?}, like {source:?}");
    // Nothing was lost.
    drop(arena);
    assert_eq!(in_use(&pool), 0);
}

#[test]
fn an_arena_can_own_its_pool() {
    let mut arena = Arena::new(Pool::new(&STRICT), 64 * KIB);
    arena.alloc_str("alice").unwrap();
    let thread = std::thread::spawn(move || {
        arena.reset();
        arena.alloc_str("bob").map(|name| name.len()).unwrap()
    });
    assert_eq!(thread.join().unwrap(), 3);
}

#[test]
fn debug_shows_the_figures() {
    let pool = Pool::new(&STRICT);
    let arena = Arena::new(&pool, 1000);
    arena.alloc(1_u32).unwrap();
    assert_eq!(
        format!("{arena:?}"),
        "Arena { allocated: 4, capacity: 1000, limit: 1000, high_water: 4, .. }"
    );
}

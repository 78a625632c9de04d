//! The slots and the heap memory that arenas use are within the bill.

use pool_core::{Arena, Overflow, Pool, PoolConfig, SizeClass};
use pool_dev::allocator::PerThread;
use proptest::collection::vec;
use proptest::prelude::*;

const KIB: usize = 1 << 10;

fn ladder() -> impl Iterator<Item = SizeClass> {
    SizeClass::ladder(0, 256 * KIB)
}

/// A config of `capacity` slots in each of the classes whose bit is set.
fn config(classes: u16, capacity: usize) -> PoolConfig {
    ladder().enumerate().fold(PoolConfig::new(), |config, (index, class)| {
        if classes & (1 << index) == 0 { config } else { config.with_class(class, capacity) }
    })
}

fn sizes() -> impl Strategy<Value = Vec<usize>> {
    vec(prop_oneof![1_usize..2000, 1_usize..40_000, 1_usize..300_000, Just(8 * KIB)], 0..40)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn no_arena_uses_more_slots_than_its_bill(
        classes in prop_oneof![Just(u16::MAX), any::<u16>()],
        limit in prop_oneof![0_usize..400_000, (0_usize..50).prop_map(|k| k * 8 * KIB)],
        sizes in sizes(),
    ) {
        // Enough: a chunk that replaces another for lack of a slot may be of any class.
        let config = config(classes, 4000).with_overflow(Overflow::Fail);
        let pool = Pool::new(&config);
        let mut arena = Arena::new(&pool, limit);
        for size in sizes {
            let _ = arena.alloc_slice_fill_with(size, |_| 0_u8);
            if size % 5 == 0 {
                arena.reset();
            }
            for class in pool.stats().classes() {
                let most = config.arena_slots(class.class, limit);
                prop_assert!(class.in_use <= most, "{} of {} in {limit}", class.in_use, class.class);
            }
        }
    }

    #[test]
    fn no_arena_takes_more_from_the_heap_than_its_bill(
        classes in prop_oneof![Just(u16::MAX), any::<u16>()],
        fails in prop_oneof![Just(0), any::<u16>()],
        limit in prop_oneof![0_usize..20_000, 0_usize..400_000],
        sizes in sizes(),
    ) {
        // All slots are in use, so the heap serves every chunk, or a smaller one in its place.
        let config = ladder().enumerate().fold(config(classes, 12), |config, (index, class)| {
            if fails & (1 << index) == 0 { config } else { config.with_overflow_of(class, Overflow::Fail) }
        });
        let pool = Pool::new(&config);
        let mut held = Vec::new();
        for (class, capacity) in config.classes() {
            held.extend((0..capacity).map(|_| pool.acquire(class.bytes()).unwrap()));
        }
        let start = PerThread::start();
        let mut arena = Arena::new(&pool, limit);
        for size in sizes.iter().cycle().take(10 * sizes.len()).copied() {
            let _ = arena.alloc_slice_fill_with(size, |_| 0_u8);
            if size % 50 == 0 {
                arena.reset();
            }
        }
        let taken = usize::try_from(start.grown().max(0)).unwrap();
        // The pool itself, if this is its first use.
        let taken = if held.is_empty() { taken.saturating_sub(config.footprint()) } else { taken };
        prop_assert!(taken <= config.arena_heap_bytes(limit), "{taken} of limit {limit}");
    }
}

/// A chunk that was cut to the limit is not kept next to another one that is cut later.
#[test]
fn two_chunks_are_not_cut_to_the_limit() {
    let config = config(u16::MAX, 1).with_overflow(Overflow::Fail);
    let class = SizeClass::for_len(64 * KIB);
    assert_eq!(config.arena_slots(class, 96 * KIB), 1);
    let pool = Pool::new(&config);
    let mut arena = Arena::new(&pool, 96 * KIB);
    for size in [16 * KIB, 32 * KIB, 1] {
        arena.alloc_slice_copy(&vec![0_u8; size]).unwrap();
    }
    assert_eq!(arena.capacity(), 96 * KIB, "the last chunk was cut");
    arena.reset();
    for size in [48 * KIB, 16 * KIB] {
        arena.alloc_slice_copy(&vec![0_u8; size]).unwrap();
    }
}

/// The figures of a full ladder are reached.
#[test]
fn the_bill_is_attained() {
    let config = config(u16::MAX, 40).with_overflow(Overflow::Fail);
    let reached = |limit: usize, sizes: &[usize], class: usize| {
        let pool = Pool::new(&config);
        let arena = Arena::new(&pool, limit);
        for &size in sizes {
            arena.alloc_slice_copy(&vec![0_u8; size]).unwrap();
        }
        pool.stats().class(SizeClass::for_len(class)).unwrap().in_use
    };
    for (limit, sizes, class) in [
        (64 * KIB, &[8 * KIB, 16 * KIB, 32 * KIB, 8 * KIB][..], 8 * KIB),
        (64 * KIB, &[16 * KIB, 32 * KIB, 16 * KIB], 16 * KIB),
        (64 * KIB, &[32 * KIB, 32 * KIB], 32 * KIB),
        (64 * KIB, &[64 * KIB], 64 * KIB),
        (64 * KIB, &[8 * KIB, 40 * KIB], 64 * KIB),
        (512 * KIB, &[256 * KIB, 256 * KIB], 256 * KIB),
        (600 * KIB, &[256 * KIB, 256 * KIB, 88 * KIB], 128 * KIB),
        (9 * KIB, &[8 * KIB, KIB], KIB),
    ] {
        let most = config.arena_slots(SizeClass::for_len(class), limit);
        let found = reached(limit, sizes, class);
        assert!(found <= most && found >= most.min(sizes.len()).min(1), "{found} of {most}");
        if class != 128 * KIB {
            assert_eq!(found, most, "{class} of {limit}");
        }
    }
}

/// The usual class fails, so the arena takes small chunks, whose class falls back to the heap.
#[test]
fn chunks_that_replace_larger_ones_are_on_the_bill() {
    let (small, large) = (SizeClass::for_len(128), SizeClass::for_len(16 * KIB));
    let config = PoolConfig::new()
        .with_class(small, 1)
        .with_class(large, 1)
        .with_overflow(Overflow::Fail)
        .with_overflow_of(small, Overflow::Heap);
    let pool = Pool::new(&config);
    let slots = [small, large].map(|class| pool.acquire(class.bytes()).unwrap());
    let arena = Arena::new(&pool, 64 * KIB);
    let start = PerThread::start();
    while arena.alloc_slice_copy(&[7_u8; 100]).is_ok() {}
    let (taken, bill) = (start.live(), config.arena_heap_bytes(64 * KIB));
    assert!(taken <= bill, "{taken} bytes, and the bill is {bill}");
    assert!(bill < 5 * taken, "{taken} bytes, and the bill is {bill}");
    drop((arena, slots));
}

/// A chunk of a few bytes lies in a block of the smallest class, which may be far larger than the limit.
#[test]
fn the_bill_of_a_small_limit_has_the_class_that_serves_it() {
    let config = PoolConfig::new().with_message(16 * KIB, 256 * KIB, None);
    assert!((16 * KIB..40 * KIB).contains(&config.arena_heap_bytes(218)));
    assert_eq!(config.arena_slots(SizeClass::for_len(16 * KIB), 218), 1);
}

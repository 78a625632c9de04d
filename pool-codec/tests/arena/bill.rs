//! Arenas on the memory bill.

use pool_codec::{Arena, FrameSet, MemoryBill, Overflow, Pool, PoolConfig, SizeClass};
use pool_dev::allocator::PerThread;

use crate::{CONFIG, Set};

const LIMIT: usize = 64 << 10;

/// Arenas that are filled with allocations of these sizes, as long as there is room.
fn filled<'pool>(pool: &'pool Pool, count: usize, sizes: &[usize]) -> Vec<Arena<&'pool Pool>> {
    let arenas: Vec<_> = (0..count).map(|_| Arena::new(pool, LIMIT)).collect();
    for arena in &arenas {
        for &size in sizes.iter().cycle() {
            match arena.alloc_slice_fill_with(size, |_| 1_u8) {
                Ok(_) => {}
                Err(pool_codec::ArenaError::Limit { .. }) => break,
                Err(error) => panic!("{error}"),
            }
        }
    }
    arenas
}

const SIZES: [&[usize]; 6] =
    [&[100], &[8 << 10], &[16 << 10], &[32 << 10], &[40_000], &[100, 40_000, 1]];

#[test]
fn the_slots_of_the_bill_are_enough_for_all_arenas() {
    for count in [1, 9] {
        let bill = MemoryBill::new::<Set>(&CONFIG, 0).with_arenas(count, LIMIT);
        let config = bill.pool_config().with_overflow(Overflow::Fail);
        for sizes in SIZES {
            filled(&Pool::new(&config), count, sizes);
        }
    }
    let slots = |class: usize, count: usize| {
        let bill =
            MemoryBill::new::<Set>(&PoolConfig::new().with_message(0, 128 << 10, Some(1)), 10);
        bill.with_arenas(count, LIMIT).pool_config().capacity(SizeClass::for_len(class))
    };
    // Ten connections take some of them, and each arena two.
    assert_eq!(slots(32 << 10, 5) - slots(32 << 10, 0), 10);
    assert_eq!(slots(8 << 10, 100), 200);
}

#[test]
fn arenas_are_within_the_bill() {
    for config in [PoolConfig::new(), CONFIG, CONFIG.with_overflow(Overflow::Heap)] {
        for count in [1, 60] {
            let bill = MemoryBill::new::<Set>(&config, 0).with_arenas(count, LIMIT);
            for sizes in SIZES {
                let start = PerThread::start();
                let pool = Pool::new(&config);
                let arenas = filled(&pool, count, sizes);
                let live = start.live();
                assert!(live <= bill.total(), "{live} of\n{bill}");
                drop(arenas);
            }
        }
    }
    // Without the heap, they take nothing but themselves.
    let strict = CONFIG.with_overflow(Overflow::Fail);
    let bill = MemoryBill::new::<Set>(&strict, 3);
    let with = bill.with_arenas(2, LIMIT);
    assert_eq!(with.total() - bill.total(), 2 * size_of::<Arena>());
    assert_eq!(with.arenas_beyond_pool(), 2 * size_of::<Arena>());
}

#[test]
fn the_bill_names_arenas() {
    let config = Set::POOL_CONFIG.with_overflow(Overflow::Fail);
    let bill = MemoryBill::new::<Set>(&config, 3).with_arenas(2, LIMIT);
    let beyond = 2 * size_of::<Arena>();
    let lines = format!(
        "  an arena                                         65536\n  \
         2 arenas beyond the pool's slots        {beyond:>14}\n"
    );
    assert!(bill.to_string().contains(&lines), "{bill}");
    assert!(!MemoryBill::new::<Set>(&config, 3).to_string().contains("arena"));
}

#[test]
fn huge_figures_saturate() {
    let bill = MemoryBill::of::<Set>(1).with_arenas(usize::MAX, usize::MAX);
    assert_eq!(bill.total(), usize::MAX);
    assert!(MemoryBill::of::<Set>(1).with_arenas(1, usize::MAX).total() > isize::MAX as usize);
}

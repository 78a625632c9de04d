//! Capacities, lengths and pools at their bounds.

use pool_core::{AcquireError, Overflow, Pool, PoolConfig, Slab, SlabError};

use crate::{STRICT, in_use};

#[test]
fn a_new_slab_takes_nothing() {
    let pool = Pool::new(&STRICT);
    let mut slab = Slab::<64, _>::new(&pool, 0);
    assert_eq!(slab.insert(b""), Err(SlabError::Full { capacity: 0 }));
    let slab_of_many = Slab::<64, _>::new(&pool, usize::MAX);
    assert!(slab_of_many.capacity() >= 1 << 20);
    assert_eq!((in_use(&pool), slab.iter().count()), (0, 0));
}

#[test]
fn small_capacities_take_small_slots() {
    let pool = Pool::new(&STRICT);
    let mut slab = Slab::<64, _>::new(&pool, 3);
    slab.insert(b"x").unwrap();
    // Three blocks of 80 bytes, and a table of one word.
    let taken: Vec<_> = pool.stats().classes().filter(|class| class.in_use > 0).copied().collect();
    assert_eq!(taken.iter().map(|class| class.class.bytes()).collect::<Vec<_>>(), [128, 256]);
}

#[test]
fn blocks_of_every_size_fit_the_pool() {
    fn fill<const N: usize>(pool: &Pool, capacity: usize) -> (usize, usize) {
        let mut slab = Slab::<N, _>::new(pool, capacity);
        for i in 0..capacity {
            let key = slab.insert_with(N, |buf| buf.fill(i as u8)).unwrap();
            assert!(slab.get(key).unwrap().iter().all(|&byte| byte == i as u8));
        }
        assert_eq!(slab.insert(b""), Err(SlabError::Full { capacity }));
        (slab.iter().filter(|(_, bytes)| bytes.len() == N).count(), in_use(pool))
    }
    let pool = Pool::new(&STRICT);
    assert_eq!(fill::<1>(&pool, 1000), (1000, 1 + 1000_usize.div_ceil(341)));
    assert_eq!(fill::<1024>(&pool, 100), (100, 1 + 100_usize.div_ceil(15)));
    assert_eq!(fill::<4096>(&pool, 20), (20, 1 + 20_usize.div_ceil(15)));
    assert_eq!(fill::<60_000>(&pool, 5), (5, 1 + 5));

    // The heap serves blocks that are too large for a slot, if it may.
    let small = PoolConfig::new().with_message(0, 1024, Some(100));
    let pool = Pool::new(&small);
    assert_eq!(fill::<64>(&pool, 30), (30, 1 + 30_usize.div_ceil(12)));
    assert_eq!(fill::<5000>(&pool, 3), (3, 1));
    assert_eq!(pool.stats().jumbo(), 3);
    assert_eq!(fill::<5000>(&Pool::new(&PoolConfig::new()), 30), (30, 0));

    let pool = Pool::new(&small.with_overflow(Overflow::Fail));
    let mut slab = Slab::<5000, _>::new(&pool, 3);
    let error = slab.insert(b"x").unwrap_err();
    assert!(matches!(error, SlabError::Exhausted { len: 0, source: AcquireError::NoClass { .. } }));
}

#[test]
fn an_exhausted_pool_is_an_error_and_no_loss() {
    let config = PoolConfig::new().with_message(0, 8 << 10, Some(2)).with_overflow(Overflow::Fail);
    let pool = Pool::new(&config);
    let mut slab = Slab::<64, _>::new(&pool, 1000);
    let mut keys = Vec::new();
    let error = loop {
        match slab.insert(b"hello") {
            Ok(key) => keys.push(key),
            Err(error) => break error,
        }
    };
    assert!(matches!(error, SlabError::Exhausted { len: 204, .. }), "{error}");
    assert!(!error.to_string().is_empty());
    assert!(keys.iter().all(|&key| slab.get(key) == Some(b"hello")));
    assert!(slab.remove(keys[100]));
    assert!(slab.insert(b"again").is_ok() && slab.insert(b"but no more").is_err());
}

#[test]
fn debug_shows_the_figures() {
    let pool = Pool::new(&STRICT);
    let mut slab = Slab::<64, _>::new(&pool, 9);
    slab.insert(b"secret").unwrap();
    assert_eq!(format!("{slab:?}"), "Slab { block: 64, len: 1, capacity: 9, .. }");
}

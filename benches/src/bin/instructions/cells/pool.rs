//! Acquiring and releasing buffers on one thread.

use core::hint::black_box;

use pool_codec::pool::Overflow;
use pool_codec::{Pool, PoolConfig, SizeClass};

use crate::cells::Cell;

/// The sizes of the `pool` benchmark, in bytes.
const SIZES: [usize; 4] = [128, 1 << 10, 4 << 10, 64 << 10];

const CONFIG: PoolConfig = {
    let config = PoolConfig::new().with_overflow(Overflow::Fail);
    let config = config.with_class(SizeClass::for_len(SIZES[0]), 256);
    let config = config.with_class(SizeClass::for_len(SIZES[1]), 256);
    let config = config.with_class(SizeClass::for_len(SIZES[2]), 256);
    config.with_class(SizeClass::for_len(SIZES[3]), 256)
};
static POOL: Pool = Pool::new(&CONFIG);

/// A pool whose only slot is in use.
static EXHAUSTED: Pool = Pool::new(
    &PoolConfig::new().with_overflow(Overflow::Fail).with_class(SizeClass::for_len(128), 1),
);

pub(super) fn cells() -> Vec<Cell> {
    let pair = |len| {
        Cell::new(format!("pool, {len} B, acquire and release"), move || {
            black_box(&POOL.acquire(black_box(len)));
        })
    };
    let burst = |len| {
        let mut held = Vec::with_capacity(64);
        Cell::new(format!("pool, {len} B, 64 at a time"), move || {
            held.extend((0..64).filter_map(|_| POOL.acquire(black_box(len)).ok()));
            assert_eq!(held.len(), 64);
            held.clear();
        })
    };
    let mut cells: Vec<_> = SIZES.into_iter().flat_map(|len| [pair(len), burst(len)]).collect();
    let last = EXHAUSTED.acquire(128).expect("a slot is free");
    cells.push(Cell::new("pool, refusal", move || {
        assert_eq!(last.len(), 128);
        assert!(EXHAUSTED.acquire(black_box(128)).is_err());
    }));
    cells
}

//! The pages of a pool that is prefaulted, in a process of its own, because all of its memory is measured.

#![cfg(all(feature = "std", target_os = "linux", not(loom)))]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::std_instead_of_core,
    clippy::unwrap_used,
    reason = "a test may panic, and reads best as plain std"
)]

use std::{fs, thread};

use pool_core::{Pool, PoolConfig, SizeClass};

/// The resident memory of the process, in bytes.
fn resident() -> usize {
    let statm = fs::read_to_string("/proc/self/statm").unwrap();
    statm.split(' ').nth(1).unwrap().parse::<usize>().unwrap() * 4096
}

/// An acquire in the meantime does not publish slots that are not touched.
#[test]
fn an_acquire_does_not_undo_a_prefault() {
    let config = PoolConfig::new().with_class(SizeClass::MAX_POOLED, 128);
    let pool = Pool::new(&config);
    let before = resident();
    thread::scope(|scope| {
        let prefault = scope.spawn(|| pool.prefault());
        while resident() < before + config.footprint() / 8 {
            thread::yield_now();
        }
        drop(pool.acquire(1 << 20).unwrap());
        prefault.join().unwrap().unwrap();
    });
    let taken = resident() - before;
    assert!(taken >= config.footprint() / 2, "{taken} of {} bytes", config.footprint());
}

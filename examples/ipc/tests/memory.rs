//! The bound of the shared memory. A program of its own, because it counts all that a process has mapped.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use examples::market::Market;
use ipc::{Feed, Limits, Publisher};

const LIMITS: Limits = Limits { publishers: 1, subscribers: 2, buffered: 1024 };

/// Returns the bytes of shared memory that this process has mapped.
fn mapped() -> usize {
    let maps = std::fs::read_to_string("/proc/self/maps").unwrap();
    let shared = maps.lines().filter(|line| line.contains("/dev/shm/iox2_"));
    let ranges = shared.map(|line| line.split([' ', '-']).take(2));
    ranges
        .map(|range| {
            let ends = range.map(|end| usize::from_str_radix(end, 16).unwrap());
            ends.reduce(|start, end| end.saturating_sub(start)).unwrap()
        })
        .sum()
}

#[test]
fn a_publisher_takes_what_the_limits_say() {
    const { assert!(LIMITS.samples() == 2 * (1024 + 2) + 1) };
    let feed = Feed::<Market>::open(&format!("memory-{}", std::process::id()), LIMITS).unwrap();
    let opened = mapped();
    let publisher = Publisher::new(feed).unwrap();
    let grown = mapped() - opened;
    let bound = LIMITS.memory::<Market>();
    assert!((bound..bound + (64 << 10)).contains(&grown), "{grown} for {bound}");
    drop(publisher);
    assert!(mapped() < opened, "everything is released");
}

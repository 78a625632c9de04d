//! The bound of the shared memory. A program of its own, because it counts all files in shared memory.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use examples::market::Market;
use ipc::{Feed, Limits, Publisher};

const LIMITS: Limits = Limits { publishers: 1, subscribers: 2, buffered: 1024 };

/// The bytes that iceoryx2 has before each sample.
const HEADERS: u64 = 128;

#[test]
fn a_publisher_takes_what_the_limits_say() {
    const { assert!(LIMITS.samples() == 2 * (1024 + 2) + 1) };
    let files = || -> u64 {
        let files = std::fs::read_dir("/dev/shm").unwrap();
        files.filter_map(|file| file.ok()?.metadata().ok()).map(|file| file.len()).sum()
    };
    let open = || Feed::<Market>::open(&format!("memory-{}", std::process::id()), LIMITS).unwrap();
    // Removes what killed processes have left behind.
    drop(open());
    let at_start = files();
    let feed = open();
    let before = files();
    let publisher = Publisher::new(feed).unwrap();
    let grown = files() - before;
    let bound = LIMITS.memory::<Market>() as u64;
    let headers = HEADERS * LIMITS.samples() as u64;
    assert!((bound..bound + headers + (64 << 10)).contains(&grown), "{grown} for {bound}");
    drop(publisher);
    assert_eq!(files(), at_start, "everything is given back");
}

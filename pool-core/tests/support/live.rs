//! The memory that pools hold, in all threads together.

use std::alloc::Layout;
use std::sync::Mutex;
use std::sync::atomic::{AtomicIsize, Ordering};

use pool_core::PoolConfig;
use pool_dev::allocator::{Watched, Watcher};

/// The live bytes in blocks that are large, aligned to a cache line or as long as a pool's shared state: slots,
/// shards, words, heap buffers and that state. The test harness allocates no such blocks.
static LIVE: AtomicIsize = AtomicIsize::new(0);
const LARGE: usize = 256 << 10;
/// The size of a pool without slots: the shared state, and a block of a few words.
const EMPTY: usize = PoolConfig::new().footprint();

#[global_allocator]
static ALLOCATOR: Watched<Live> = Watched::new();

struct Live;

impl Live {
    fn counts(layout: Layout) -> bool {
        layout.size() >= LARGE
            || layout.align() >= 64
            || (layout.size() < EMPTY && layout.size() >= EMPTY - 64)
    }
}

impl Watcher for Live {
    fn allocates(layout: Layout) -> bool {
        if Self::counts(layout) {
            LIVE.fetch_add(layout.size() as isize, Ordering::Relaxed);
        }
        true
    }

    fn releases(layout: Layout) {
        if Self::counts(layout) {
            LIVE.fetch_sub(layout.size() as isize, Ordering::Relaxed);
        }
    }
}

/// The tests count the same bytes, so they take turns.
static TURN: Mutex<()> = Mutex::new(());

/// Runs `body`, and checks that it frees all memory that it allocates.
pub(crate) fn frees_everything(body: impl FnOnce()) {
    let _turn = TURN.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let before = LIVE.load(Ordering::Relaxed);
    body();
    assert_eq!(LIVE.load(Ordering::Relaxed), before);
}

pub(crate) fn taken() -> isize {
    LIVE.load(Ordering::Relaxed)
}

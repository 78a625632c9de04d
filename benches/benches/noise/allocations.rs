//! Counts the allocations of this thread per iteration.

use benches::harness::Run;
use pool_dev::allocator::{PerThread, Watched};

#[global_allocator]
static ALLOCATOR: Watched<PerThread> = Watched::new();

/// Returns the allocations per iteration in steady state.
pub(crate) fn per_iteration(run: &mut Run) -> f64 {
    const COUNT: u64 = 64;

    let mut count = |iterations| {
        PerThread::allocations_of(|| {
            run(iterations);
        })
    };
    // The difference, because a run starts with an untimed iteration.
    let few = count(COUNT);
    count(2 * COUNT).saturating_sub(few) as f64 / COUNT as f64
}

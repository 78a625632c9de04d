//! Counts the allocations of this thread per iteration.

use benches::harness::Run;
use pool_dev::allocator::{PerThread, Watched};

#[global_allocator]
static ALLOCATOR: Watched<PerThread> = Watched::new();

/// Returns the allocations per iteration in steady state.
pub(crate) fn per_iteration(run: &mut Run) -> f64 {
    const COUNT: u64 = 64;

    run(COUNT);
    let allocations = PerThread::allocations_of(|| {
        run(COUNT);
    });
    allocations as f64 / COUNT as f64
}

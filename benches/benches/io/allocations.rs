//! Counts the allocations of the whole process per iteration.

use benches::harness::Run;
use pool_dev::allocator::{PerProcess, Watched};

#[global_allocator]
static ALLOCATOR: Watched<PerProcess> = Watched::new();

/// Returns the allocations per iteration in steady state. The result is the difference of two runs, so allocations that
/// a run makes once, such as a task, do not count. It is the least of three results, because a thread may still allocate
/// memory that it keeps.
pub(crate) fn per_iteration(run: &mut Run) -> f64 {
    const FEW: u64 = 1000;
    const MANY: u64 = 5000;

    let mut count = |iterations| {
        PerProcess::allocations_of(|| {
            run(iterations);
        })
    };
    let differences = [(); 3].map(|()| {
        let few = count(FEW);
        count(MANY).saturating_sub(few)
    });
    differences.into_iter().min().unwrap_or_default() as f64 / (MANY - FEW) as f64
}

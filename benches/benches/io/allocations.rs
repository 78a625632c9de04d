//! Allocations of an iteration, in the whole process.

use benches::harness::Run;
use pool_dev::allocator::{PerProcess, Watched};

#[global_allocator]
static ALLOCATOR: Watched<PerProcess> = Watched::new();

/// How many an iteration makes in steady state. What a run makes once, such as a task, is left out: it is the
/// difference of two runs. The least of three, because a thread may still have something to make that it keeps.
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

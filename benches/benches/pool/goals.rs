//! The goals of the pool, and whether this run reached them.

use crate::results::{Results, SIZES};
use crate::scenarios::Scenario;

/// The sizes that are served from the thread's own shard.
const SHARDED: [usize; 3] = [128, 1024, 4096];

#[derive(Clone, Copy)]
enum Bound {
    None,
    AtMost(f64),
    AtLeast(f64),
}

/// Prints one line per goal. A goal is skipped if a filter excluded its numbers.
pub(crate) fn print(results: &Results) {
    let floor = |scenario, size| results.get("thread-local stack", scenario, size);
    let rival = |scenario, size| results.best_rival(scenario, size).map(|best| best.1);
    let ours = |scenario, size| results.ours(scenario, size);

    line("same thread, ours / thread-local stack", Bound::AtMost(1.15), &SHARDED, |size| {
        Some(ours(Scenario::Pair, size)? / floor(Scenario::Pair, size)?)
    });
    for (scenario, goal) in [
        (Scenario::Pair, 1.2),
        (Scenario::Burst8, 1.0),
        (Scenario::Burst64, 1.0),
        (Scenario::TwoThreads, 1.0),
    ] {
        let name = format!("{scenario}, best rival / ours");
        line(&name, Bound::AtLeast(goal), &SIZES, |size| {
            Some(rival(scenario, size)? / ours(scenario, size)?)
        });
    }
    line("hand-over, ours / best rival", Bound::AtMost(1.2), &SIZES, |size| {
        Some(ours(Scenario::HandOver, size)? / rival(Scenario::HandOver, size)?)
    });
    line("ours, two threads / one thread", Bound::AtMost(1.15), &SIZES, |size| {
        Some(ours(Scenario::TwoThreads, size)? / ours(Scenario::Pair, size)?)
    });
    // The threads share nothing here, so a factor above 1 is caused by the machine.
    line("thread-local stack, two threads / one thread", Bound::None, &SIZES, |size| {
        Some(floor(Scenario::TwoThreads, size)? / floor(Scenario::Pair, size)?)
    });
    if cfg!(not(feature = "allocators")) {
        println!("- jemalloc and snmalloc are not among the rivals: feature `allocators`");
    }
}

fn line(name: &str, bound: Bound, sizes: &[usize], ratio: impl Fn(usize) -> Option<f64>) {
    let ratios: Vec<_> = sizes.iter().filter_map(|&size| Some((size, ratio(size)?))).collect();
    if ratios.is_empty() {
        return;
    }
    let met = |ratio: f64| match bound {
        Bound::None => true,
        Bound::AtMost(most) => ratio <= most,
        Bound::AtLeast(least) => ratio >= least,
    };
    let texts: Vec<_> = ratios
        .iter()
        .map(|&(size, ratio)| {
            format!("{size} B {ratio:.2}{}", if met(ratio) { "" } else { " (missed)" })
        })
        .collect();
    let verdict = if ratios.iter().all(|&(_, ratio)| met(ratio)) { "met" } else { "missed" };
    let goal = match bound {
        Bound::None => "",
        Bound::AtMost(most) => &format!(" (goal: at most {most}, {verdict})"),
        Bound::AtLeast(least) => &format!(" (goal: at least {least}, {verdict})"),
    };
    println!("- {name}{goal}: {}", texts.join(", "));
}

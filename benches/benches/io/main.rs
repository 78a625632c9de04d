//! How many frames per second can be read, and with how many allocations, compared with other crates?
//!
//! Contenders take turns within a run. The frames that each of them reads are checked once, untimed.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a benchmark may panic, and its counts are small"
)]

mod allocations;
mod contender;
mod contenders;
mod content;
mod feed;
mod goals;
mod memory;
mod results;
mod row;
mod sending;
mod table;
mod transports;

use core::time::Duration;

use benches::harness::{Harness, Run};
use clap::Parser;

use crate::content::Size;
use crate::results::{Cell, Results};
use crate::sending::Sent;

/// Compares readers and writers of frames.
#[derive(Parser)]
struct Args {
    /// Run only the measurements whose name contains this: "100 B", "memory ours", "4 KiB tcp", "sending".
    filter: Option<String>,
    /// Run fewer and shorter rounds, for rough results.
    #[arg(long)]
    quick: bool,
    /// The argument that cargo passes.
    #[arg(long, hide = true)]
    bench: bool,
}

/// The length of a run. It is longer than in other benchmarks, because threads and tasks must start in it.
const RUNS: Harness = Harness { rounds: 25, run: Duration::from_millis(10) };

fn main() {
    let args = Args::parse();
    let wanted = |name: &str| args.filter.as_ref().is_none_or(|filter| name.contains(filter));
    let harness = if args.quick { Harness::QUICK } else { RUNS };
    contenders::ours::check_window();

    let rows = [Size::Small, Size::Large].into_iter().flat_map(contenders::rows);
    let (labels, mut runs): (Vec<_>, Vec<Run>) = rows
        .flat_map(|row| {
            let label = (row.name, row.size);
            row.runs.into_iter().map(move |(transport, run)| ((label, transport), run))
        })
        .filter(|(((name, size), transport), _)| {
            wanted(&format!("{} {} {name}", size.name(), transport.name()))
        })
        .unzip();
    let counts: Vec<_> = runs.iter_mut().map(allocations::per_iteration).collect();
    let cells = labels.into_iter().zip(counts).zip(harness.measure(runs));
    let cells = cells.map(|((((name, size), transport), allocations), ns)| Cell {
        name,
        size,
        transport,
        ns,
        allocations,
    });
    let results = Results(cells.collect());

    let (labels, mut runs): (Vec<_>, Vec<Run>) = sending::rows()
        .into_iter()
        .filter(|(name, size, _)| wanted(&format!("{} sending {name}", size.name())))
        .map(|(name, size, run)| ((name, size), run))
        .unzip();
    let counts: Vec<_> = runs.iter_mut().map(allocations::per_iteration).collect();
    let cells = labels.into_iter().zip(counts).zip(harness.measure(runs));
    let sent: Vec<_> = cells
        .map(|(((name, size), allocations), ns)| Sent { name, size, ns, allocations })
        .collect();

    table::print(&results, Size::Small);
    table::print(&results, Size::Large);
    table::print_sent(&sent);
    goals::print(&results);
}

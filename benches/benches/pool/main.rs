//! How much does it cost to acquire and release a buffer, compared with other pools and allocators?
//!
//! Contenders take turns within a run. Each is checked once, untimed.

mod contender;
mod contenders;
mod crowd;
mod goals;
mod growth;
mod peer;
mod plot;
mod results;
mod row;
mod scenarios;
mod table;

use std::path::{Path, PathBuf};
use std::{fs, io};

use benches::harness::{Harness, Run};
use clap::Parser;

use crate::results::Results;
use crate::row::Row;
use crate::scenarios::Scenario;

/// Compares pools and allocators.
#[derive(Parser)]
struct Args {
    /// Run only the measurements whose name contains this: "burst", "hand-over 128 B", " 4096 B", "held", "waiters".
    filter: Option<String>,
    /// Run fewer and shorter rounds, for rough results.
    #[arg(long)]
    quick: bool,
    /// Draw the table to an SVG file. The path is relative to the workspace.
    #[arg(long, value_name = "FILE")]
    plot: Option<PathBuf>,
    /// The argument that cargo passes.
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> io::Result<()> {
    let args = Args::parse();
    let wanted = |scenario: Scenario, size: usize| {
        let name = format!("{scenario} {size} B");
        args.filter.as_ref().is_none_or(|filter| name.contains(filter))
    };

    let (labels, runs): (Vec<_>, Vec<Run>) = rows()
        .into_iter()
        .flat_map(|row| {
            let label = (row.name, row.role, row.len);
            row.runs.into_iter().map(move |(scenario, run)| ((label, scenario), run))
        })
        .filter(|(((_, _, size), scenario), _)| wanted(*scenario, *size))
        .unzip();
    let harness = if args.quick { Harness::QUICK } else { Harness::DEFAULT };
    let mut results = Results::default();
    for (((name, role, size), scenario), ns) in labels.into_iter().zip(harness.measure(runs)) {
        results.push((name, role), scenario, size, ns / f64::from(scenario.buffers()));
    }

    table::print(&results, "128 / 1024 / 4096 / 65536 B", &Scenario::TABLE);
    table::print(&results, "128 / 1024 / 4096 / 65536 B", &[Scenario::Exhausted]);
    table::print(&results, "128 B", &Scenario::HOLDING.map(Scenario::Holding));
    goals::print(&results);
    growth::print(harness, args.filter.as_deref());
    crowd::print(harness, args.filter.as_deref());
    // cargo runs a benchmark in the folder of its package, which is not the folder of the user.
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    args.plot.map_or(Ok(()), |file| fs::write(workspace.join(file), plot::svg(&results)))
}

/// Returns all measurements.
fn rows() -> Vec<Row> {
    [
        contenders::rows::<128>(1024),
        contenders::rows::<1024>(1024),
        contenders::rows::<4096>(1024),
        contenders::rows::<65536>(256),
        contenders::holding::<128>(256),
    ]
    .into_iter()
    .flatten()
    .collect()
}

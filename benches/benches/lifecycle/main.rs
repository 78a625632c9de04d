//! What does a frame cost from the stream to its end, while others are kept? Ours next to `codec_sv2` with its buffer pool,
//! which is designed for eight frames at a time.
//!
//! Contenders take turns within a run. Each message is checked once, untimed.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a benchmark may panic, and its counts are small"
)]

mod contender;
mod contenders;
mod goals;
mod plot;
mod results;
mod scenario;
mod stream;
mod table;

use std::path::{Path, PathBuf};
use std::{fs, io};

use benches::harness::{Harness, Run};
use clap::Parser;

use crate::contender::Suffix;
use crate::results::Results;
use crate::scenario::Scenario;

/// Compares the life cycles of frames.
#[derive(Parser)]
struct Args {
    /// Run only the measurements whose name contains this: "ours", "while 8", "1 MB", "batch".
    filter: Option<String>,
    /// Run fewer and shorter rounds, for rough results.
    #[arg(long)]
    quick: bool,
    /// Draw the batches to an SVG file. The path is relative to the workspace.
    #[arg(long, value_name = "FILE")]
    plot: Option<PathBuf>,
    /// The argument that cargo passes.
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> io::Result<()> {
    let args = Args::parse();
    let harness = if args.quick { Harness::QUICK } else { Harness::DEFAULT };
    let mut results = Results::default();
    for suffix in Suffix::ALL {
        for scenario in Scenario::all(suffix) {
            let wanted = |name: &str| {
                let name = format!("{name}, {scenario}, {suffix}");
                args.filter.as_ref().is_none_or(|filter| name.contains(filter))
            };
            // The runs of one scenario only, because each of them keeps its messages as long as it exists.
            let (rows, runs): (Vec<_>, Vec<Run>) = contenders::rows(suffix, scenario)
                .into_iter()
                .filter(|(row, _)| wanted(row.0))
                .unzip();
            if runs.is_empty() {
                continue;
            }
            for (row, ns) in rows.into_iter().zip(harness.measure(runs)) {
                results.push(row, scenario, suffix, ns / f64::from(scenario.messages()));
            }
        }
    }

    Suffix::ALL.into_iter().for_each(|suffix| table::print(&results, suffix));
    goals::print(&results);
    // cargo runs a benchmark in the folder of its package, which is not the folder of the user.
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    args.plot.map_or(Ok(()), |file| fs::write(workspace.join(file), plot::svg(&results)))
}

//! How fast are the data sets of the public `rust_serialization_benchmark`, compared with other codecs?
//!
//! The types and the distributions of their values are those of that benchmark. Contenders take turns within a run, and
//! the results of each are checked once, untimed.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a benchmark may panic, and its counts are small"
)]

mod contenders;
mod plain;
mod random;
mod row;
mod sets;
mod sum;
mod table;

use benches::harness::{Harness, Run};
use clap::Parser;

use crate::row::Row;
use crate::table::Line;

/// Compares codecs on the data sets of rust_serialization_benchmark.
#[derive(Parser)]
struct Args {
    /// Run only the data sets whose name contains this: "log", "mesh", "minecraft", "mk48".
    #[arg(short, long)]
    set: Option<String>,
    /// Run only the contenders whose name contains this.
    #[arg(short, long)]
    contender: Option<String>,
    /// Run fewer and shorter rounds, for rough results.
    #[arg(long)]
    quick: bool,
    /// The argument that cargo passes.
    #[arg(long, hide = true)]
    bench: bool,
}

/// A function that creates the rows of a data set.
type Rows = fn() -> Vec<Row>;

const SETS: [(&str, Rows); 4] = [
    ("log", contenders::log),
    ("mesh", contenders::mesh),
    ("minecraft_savedata", contenders::minecraft),
    ("mk48", contenders::mk48),
];

fn main() {
    let args = Args::parse();
    let harness = if args.quick { Harness::QUICK } else { Harness::DEFAULT };
    for (set, rows) in SETS {
        if args.set.as_ref().is_none_or(|part| set.contains(part)) {
            let mut rows = rows();
            rows.retain(|row| args.contender.as_ref().is_none_or(|part| row.name.contains(part)));
            table::print(set, &measure(harness, rows));
        }
    }
}

/// Measures the contenders of one data set, which take turns.
fn measure(harness: Harness, rows: Vec<Row>) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut runs: Vec<Run> = Vec::new();
    let mut operations = Vec::new();
    for row in rows {
        for (operation, run) in row.runs {
            operations.push((lines.len(), operation));
            runs.push(run);
        }
        lines.push(Line { name: row.name, role: row.role, len: row.len, times: Vec::new() });
    }
    for ((line, operation), ns) in operations.into_iter().zip(harness.measure(runs)) {
        lines[line].times.push((operation, ns));
    }
    lines
}

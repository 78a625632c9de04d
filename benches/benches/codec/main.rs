//! How long does it take to encode, to decode and to read a message, compared with code by hand and with other codecs?
//!
//! Contenders take turns within a run. The results of each are checked once, untimed.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a benchmark may panic, and its counts are small"
)]

mod borrowed;
mod contenders;
mod message;
mod operation;
mod plain;
mod plot;
mod results;
mod row;
mod table;
mod worst;

use std::path::{Path, PathBuf};
use std::{fs, io};

use benches::harness::{Harness, Run};
use clap::Parser;

use crate::contenders::HAND;
use crate::message::Message;
use crate::operation::Operation;
use crate::results::{Cell, Results};

/// Compares codecs.
#[derive(Parser)]
struct Args {
    /// Run only the messages whose name contains this: "SwapEvent", "bytes", "integers 64 KiB".
    #[arg(short, long)]
    message: Option<String>,
    /// Run only the contenders whose name contains this, and the code by hand: "ours", "wincode".
    #[arg(short, long)]
    contender: Option<String>,
    /// Run only the operations whose name contains this: "encode", "owned", "read".
    #[arg(short, long)]
    operation: Option<String>,
    /// Run fewer and shorter rounds, for rough results.
    #[arg(long)]
    quick: bool,
    /// Draw the tables of the small messages to an SVG file. The path is relative to the workspace.
    #[arg(long, value_name = "FILE")]
    plot: Option<PathBuf>,
    /// The argument that cargo passes.
    #[arg(long, hide = true)]
    bench: bool,
}

impl Args {
    fn wants_row(&self, name: &str) -> bool {
        name == HAND || self.contender.as_ref().is_none_or(|part| name.contains(part))
    }

    fn wants_message(&self, message: Message) -> bool {
        self.message.as_ref().is_none_or(|part| message.to_string().contains(part))
    }

    fn wants_operation(&self, operation: Operation) -> bool {
        self.operation.as_ref().is_none_or(|part| operation.to_string().contains(part))
    }

    /// Measures the contenders of one message, which take turns.
    fn measure(&self, message: Message) -> Vec<Cell> {
        let harness = if self.quick { Harness::QUICK } else { Harness::DEFAULT };
        let rows = contenders::rows(message).into_iter().filter(|row| self.wants_row(row.name));
        let (labels, runs): (Vec<_>, Vec<Run>) = rows
            .flat_map(|row| row.runs.into_iter().map(move |run| ((row.name, row.role), run)))
            .filter(|(_, (operation, _))| self.wants_operation(*operation))
            .map(|(row, (operation, run))| ((row, operation), run))
            .unzip();
        let cells = labels.into_iter().zip(harness.measure(runs));
        cells
            .map(|(((name, role), operation), ns)| Cell { message, name, role, operation, ns })
            .collect()
    }
}

fn main() -> io::Result<()> {
    let args = Args::parse();
    let messages = Message::ALL.into_iter().filter(|&message| args.wants_message(message));
    let results = Results(messages.flat_map(|message| args.measure(message)).collect());

    worst::print(&results);
    Message::ALL.into_iter().for_each(|message| table::print(&results, message));
    // cargo runs a benchmark in the folder of its package, which is not the folder of the user.
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    args.plot.map_or(Ok(()), |file| fs::write(workspace.join(file), plot::svg(&results)))
}

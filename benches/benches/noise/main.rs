//! What does an encrypted frame cost, compared with the cipher alone and with `codec_sv2` over `noise_sv2`?
//!
//! Each iteration encodes, seals, moves, opens and decodes one frame, in memory and on one thread. Contenders take turns
//! within a run.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a benchmark may panic, and its counts are small"
)]

mod allocations;
mod cipher;
mod handshake;
mod message;
mod ours;
mod stratum;
mod table;

use core::time::Duration;

use benches::harness::{Harness, Run};
use clap::Parser;

use crate::message::Size;
use crate::table::{Cell, Name};

/// Compares encrypted connections.
#[derive(Parser)]
struct Args {
    /// Run only the measurements whose name contains this: "100 B", "4 KiB ours", "handshake", "sealing".
    filter: Option<String>,
    /// Run fewer and shorter rounds, for rough results.
    #[arg(long)]
    quick: bool,
    /// The argument that cargo passes.
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() {
    let args = Args::parse();
    let wanted = |name: &str| args.filter.as_ref().is_none_or(|filter| name.contains(filter));
    let harness = if args.quick { Harness::QUICK } else { Harness::DEFAULT };

    let frames = Size::ALL.into_iter().flat_map(|size| {
        [
            (Name::Ring, cipher::ring(size)),
            (Name::RustCrypto, cipher::rust_crypto(size)),
            (Name::Ours, ours::run(size)),
            (Name::Stratum, stratum::run(size)),
        ]
        .map(|(name, run)| ((name, Some(size)), run))
    });
    let handshakes = [(Name::Ours, handshake::ours()), (Name::Stratum, handshake::stratum())];
    let handshakes = handshakes.map(|(name, run)| ((name, None), run));
    let (labels, mut runs): (Vec<_>, Vec<Run>) = frames
        .chain(handshakes)
        .filter(|((name, size), _)| {
            let size = size.map_or("handshake", Size::name);
            wanted(&format!("{size} {}", name.text()))
        })
        .unzip();
    let harness = Harness { run: Duration::from_millis(10), ..harness };
    let counts: Vec<_> = runs.iter_mut().map(allocations::per_iteration).collect();
    let cells = labels.into_iter().zip(counts).zip(harness.measure(runs));
    let cells: Vec<_> = cells
        .map(|(((name, size), allocations), ns)| Cell { name, size, ns, allocations })
        .collect();
    table::print(&cells);
    if wanted("sealing") {
        table::print_sealing(&harness.measure(cipher::sealing()));
    }
    table::print_goals(&cells);
}

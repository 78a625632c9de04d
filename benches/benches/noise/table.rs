//! The tables, and whether this run reached the goals.

use pool_codec::FrameSet;
use pool_codec::sealed::{SealedDecoder, SealedEncoder};
use pool_noise::{OpeningKey, SealingKey};

use crate::cipher::BLOCKS;
use crate::message::{Set, Size};

/// A contender.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Name {
    Ring,
    RustCrypto,
    Ours,
    Stratum,
}

impl Name {
    const ALL: [Self; 4] = [Self::Ring, Self::RustCrypto, Self::Ours, Self::Stratum];

    pub(crate) fn text(self) -> &'static str {
        match self {
            Self::Ring => "ring alone",
            Self::RustCrypto => "chacha20poly1305 alone",
            Self::Ours => "ours",
            Self::Stratum => "codec_sv2, noise_sv2",
        }
    }
}

/// One measurement: of a frame, or of a handshake if there is no size.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cell {
    pub(crate) name: Name,
    pub(crate) size: Option<Size>,
    /// The nanoseconds per iteration.
    pub(crate) ns: f64,
    pub(crate) allocations: f64,
}

fn get(cells: &[Cell], name: Name, size: Option<Size>) -> Option<&Cell> {
    cells.iter().find(|cell| (cell.name, cell.size) == (name, size))
}

/// The ratio of the times of two contenders.
fn ratio(cells: &[Cell], name: Name, other: Name, size: Option<Size>) -> Option<f64> {
    Some(get(cells, name, size)?.ns / get(cells, other, size)?.ns)
}

pub(crate) fn print(cells: &[Cell]) {
    if cells.is_empty() {
        return;
    }
    println!("| ns / k per s / ratio to ring | 100 B | 4 KiB | handshake, us | allocations |");
    println!("|---|---|---|---|---|");
    for name in Name::ALL {
        if cells.iter().all(|cell| cell.name != name) {
            continue;
        }
        let bold = if name == Name::Ours { "**" } else { "" };
        print!("| {bold}{}{bold} |", name.text());
        for size in Size::ALL {
            let size = Some(size);
            match (get(cells, name, size), ratio(cells, name, Name::Ring, size)) {
                (Some(cell), ratio) => {
                    let ratio = ratio.map(|ratio| format!(" / {ratio:.2}")).unwrap_or_default();
                    print!(" {bold}{:.0} / {:.0}{ratio}{bold} |", cell.ns, 1e6 / cell.ns);
                }
                _ => print!(" - |"),
            }
        }
        match get(cells, name, None) {
            Some(cell) => print!(" {bold}{:.0}{bold} |", cell.ns / 1e3),
            None => print!(" - |"),
        }
        let of_frames = cells.iter().filter(|cell| cell.name == name && cell.size.is_some());
        let allocations = of_frames.map(|cell| cell.allocations).fold(0.0, f64::max);
        println!(" {bold}{allocations:.0}{bold} |");
    }
    println!();
}

/// Prints the times to seal one block, in the order of `cipher::sealing`.
pub(crate) fn print_sealing(ns: &[f64]) {
    println!("| sealing one block, ns | 6 B | 100 B | 4096 B |\n|---|---|---|---|");
    for (name, row) in [Name::Ring, Name::RustCrypto].iter().zip(ns.chunks(BLOCKS.len())) {
        let cells: Vec<_> = row.iter().map(|ns| format!("{ns:.0}")).collect();
        println!("| {} | {} |", name.text(), cells.join(" | "));
    }
    println!();
}

/// Prints one line per goal. A goal is skipped if a filter excluded its numbers.
pub(crate) fn print_goals(cells: &[Cell]) {
    let verdict = |met: bool| if met { "met" } else { "missed" };
    for size in Size::ALL {
        if let Some(ratio) = ratio(cells, Name::Ours, Name::Ring, Some(size)) {
            let (size, verdict) = (size.name(), verdict(ratio <= 1.1));
            println!("- {size}: ours / ring alone (goal: at most 1.1, {verdict}): {ratio:.2}");
        }
        if let Some(cell) = get(cells, Name::Ours, Some(size)) {
            let (size, verdict) = (size.name(), verdict(cell.allocations == 0.0));
            println!("- {size}: allocations per frame (goal: 0, {verdict}): {}", cell.allocations);
        }
    }
    if let Some(ratio) = ratio(cells, Name::Stratum, Name::Ours, Some(Size::Small)) {
        let verdict = verdict(ratio >= 3.0);
        println!(
            "- 100 B: frames per second, ours / codec_sv2 (goal: at least 3, {verdict}): {ratio:.1}"
        );
    }
    let idle = size_of::<(SealedDecoder<Set, OpeningKey>, SealedEncoder<Set, SealingKey>)>();
    let verdict = verdict(idle < 3 << 10);
    println!("- an idle connection of `{}` (goal: less than 3072 B, {verdict}): {idle}", Set::NAME);
}

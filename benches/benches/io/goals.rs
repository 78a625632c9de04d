//! The goals of reading, and whether this run reached them.

use crate::contenders::{FLOOR, OURS, STRATUM};
use crate::content::Size;
use crate::results::Results;
use crate::transports::Transport;

/// Prints one line per goal. A goal is skipped if a filter excluded its numbers.
pub(crate) fn print(results: &Results) {
    let [borrowed, owned, refilled, held] = OURS;
    let [stratum_borrowed, stratum_owned] = STRATUM;
    // An owned message of 4 KiB allocates one heap block, so its row is the refilled one.
    let none = [
        (Size::Small, borrowed),
        (Size::Small, owned),
        (Size::Small, refilled),
        (Size::Small, held),
        (Size::Large, borrowed),
        (Size::Large, refilled),
        (Size::Large, held),
    ];
    for (size, name) in none {
        let texts = Transport::ALL.iter().filter_map(|&on| {
            let allocations = results.get(name, size, on)?.allocations;
            Some((format!("{} {allocations}", on.name()), allocations == 0.0))
        });
        line(&format!("{name}, {}: allocations per frame", size.name()), "0", texts);
    }
    for size in [Size::Small, Size::Large] {
        for (name, other) in [(borrowed, stratum_borrowed), (owned, stratum_owned)] {
            let texts = [Transport::Memory, Transport::AsyncMemory].into_iter().filter_map(|on| {
                let ratio = results.ratio(other, name, size, on)?;
                Some((format!("{} {ratio:.1}", on.name()), ratio >= 5.0))
            });
            line(&format!("{}, {other} / {name}", size.name()), "at least 5", texts);
        }
    }
    let texts = Transport::ALL.iter().filter_map(|&on| {
        let ratio = results.ratio(borrowed, FLOOR, Size::Small, on)?;
        Some((format!("{} {ratio:.2}", on.name()), ratio <= 1.3))
    });
    line(&format!("100 B, {borrowed} / {FLOOR}"), "at most 1.3", texts);
}

fn line(name: &str, goal: &str, texts: impl Iterator<Item = (String, bool)>) {
    let texts: Vec<_> = texts.collect();
    if texts.is_empty() {
        return;
    }
    let verdict = if texts.iter().all(|(_, met)| *met) { "met" } else { "missed" };
    let texts: Vec<_> = texts
        .into_iter()
        .map(|(text, met)| if met { text } else { format!("{text} (missed)") })
        .collect();
    println!("- {name} (goal: {goal}, {verdict}): {}", texts.join(", "));
}

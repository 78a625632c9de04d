//! The cells of ours that are slower than they should be.

use benches::chart::{Ns, Role};

use crate::results::Results;

/// The largest ratio to the code by hand that is not reported.
const LIMIT: f64 = 1.2;

/// The largest ratio to the best peer that is not reported. Smaller differences are noise.
const EQUAL: f64 = 1.03;

/// Prints one line for each cell of ours that is above the limit or slower than the best peer, the worst cells first.
pub(crate) fn print(results: &Results) {
    let mut lines: Vec<_> = results
        .0
        .iter()
        .filter(|cell| cell.role == Role::Ours)
        .filter_map(|cell| {
            let to_hand = results.ratio(cell).unwrap_or(0.0);
            let rival = results.best_rival(cell.message, cell.operation);
            let to_rival = rival.map_or(0.0, |rival| cell.ns / rival.ns);
            let worst = (to_hand / LIMIT).max(to_rival);
            if to_hand <= LIMIT && to_rival <= EQUAL {
                return None;
            }
            let mut line = format!(
                "- {}, {}, {}: {} ns, {to_hand:.2} x hand",
                cell.message,
                cell.name,
                cell.operation,
                Ns(cell.ns)
            );
            if let Some(rival) = rival {
                line += &format!(", {to_rival:.2} x {} ({})", rival.name, Ns(rival.ns));
            }
            Some((worst, line))
        })
        .collect();
    lines.sort_by(|a, b| b.0.total_cmp(&a.0));
    println!("Cells of ours above {LIMIT} x hand or slower than the best peer: {}\n", lines.len());
    lines.iter().for_each(|(_, line)| println!("{line}"));
    println!();
}

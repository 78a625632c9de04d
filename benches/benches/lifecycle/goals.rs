//! The goals, and whether this run reached them.

use crate::contender::Suffix;
use crate::contenders::{OURS_HELD, OURS_OWNED, STRATUM_HELD, STRATUM_OWNED};
use crate::results::Results;
use crate::scenario::Scenario;

/// `codec_sv2` takes at least this many times as long as ours.
const TIMES: f64 = 8.0;

/// The ninth frame takes at most this many times as long as the eighth.
const STEP: f64 = 1.1;

/// Prints one line per goal and suffix. A goal is skipped if a filter excluded its numbers.
pub(crate) fn print(results: &Results) {
    for suffix in Suffix::ALL {
        for (name, ours, peer) in
            [("held", OURS_HELD, STRATUM_HELD), ("owned", OURS_OWNED, STRATUM_OWNED)]
        {
            let ratios = results.scenarios(suffix).into_iter().filter_map(|scenario| {
                let (ours, peer) =
                    (results.get(ours, scenario, suffix)?, results.get(peer, scenario, suffix)?);
                Some((peer / ours, scenario))
            });
            if let Some((ratio, scenario)) = ratios.min_by(|a, b| a.0.total_cmp(&b.0)) {
                let verdict = if ratio >= TIMES { "met" } else { "missed" };
                println!(
                    "- {suffix}, {name}: codec_sv2 takes at least {ratio:.1} times as long \
                     (\"{scenario}\"; goal: {TIMES}, {verdict})"
                );
            }
        }
        let step = |row| {
            let at = |kept| results.get(row, Scenario::While(kept), suffix);
            Some(at(8)? / at(7)?)
        };
        if let (Some(ours), Some(peer)) = (step(OURS_HELD), step(STRATUM_HELD)) {
            let verdict = if ours <= STEP { "met" } else { "missed" };
            println!(
                "- {suffix}, frame 9 / frame 8: ours {ours:.2} (goal: at most {STEP}, {verdict}), \
                 codec_sv2 {peer:.2}"
            );
        }
    }
}

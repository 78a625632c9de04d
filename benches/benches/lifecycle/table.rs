//! The results in Markdown.

use benches::chart::Ns;

use crate::contender::Suffix;
use crate::contenders::{COPY, OURS_HELD, OURS_OWNED, STRATUM_HELD, STRATUM_OWNED};
use crate::results::{Label, Results};

/// Prints one row per scenario, with the ratios of `codec_sv2` to ours.
pub(crate) fn print(results: &Results, suffix: Suffix) {
    let scenarios = results.scenarios(suffix);
    if scenarios.is_empty() {
        return;
    }
    println!(
        "| {suffix}: ns per message | copy | ours held | ours owned | codec_sv2 held | codec_sv2 owned |"
    );
    println!("|---|---|---|---|---|---|");
    for scenario in scenarios {
        let cell = |row: Label| results.get(row, scenario, suffix);
        let own = |row| cell(row).map_or_else(|| "-".to_owned(), |ns| format!("**{}**", Ns(ns)));
        let peer = |row, ours| match (cell(row), cell(ours)) {
            (Some(ns), Some(ours)) => format!("{} ({:.1})", Ns(ns), ns / ours),
            (Some(ns), None) => Ns(ns).to_string(),
            _ => "-".to_owned(),
        };
        println!(
            "| {scenario} | {} | {} | {} | {} | {} |",
            cell(COPY).map_or_else(|| "-".to_owned(), |ns| Ns(ns).to_string()),
            own(OURS_HELD),
            own(OURS_OWNED),
            peer(STRATUM_HELD, OURS_HELD),
            peer(STRATUM_OWNED, OURS_OWNED)
        );
    }
    println!();
}

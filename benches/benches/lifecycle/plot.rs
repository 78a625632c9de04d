//! The batches as a picture: the crossover of held and owned messages.

use benches::chart::{Chart, Panel};

use crate::contender::Suffix;
use crate::contenders::{COPY, OURS_HELD, OURS_OWNED, STRATUM_HELD, STRATUM_OWNED};
use crate::results::Results;
use crate::scenario::Scenario;

/// Draws one panel for each of some batches of short messages, and one line for each contender.
pub(crate) fn svg(results: &Results) -> String {
    let rows = [COPY, OURS_HELD, OURS_OWNED, STRATUM_HELD, STRATUM_OWNED];
    let panels: Vec<_> = [1, 8, 16, 100, 1000]
        .into_iter()
        .map(|count| {
            let cell = |row| results.get(row, Scenario::Batch(count), Suffix::Short);
            let bars = rows.iter().map(|&row| cell(row).into_iter().collect());
            Panel { title: format!("batch of {count}"), bars: bars.collect() }
        })
        .collect();
    Chart {
        title: "What a message costs that is kept",
        subtitle: "ns from the stream to the drop, per message of 105 B (log scale: further left is faster). \
                   A batch is dropped when it is complete.",
        rows: &rows,
        panels: &panels,
        sort_by: 0,
        ticks: &[(1.0, "1 ns"), (10.0, "10"), (100.0, "100"), (1e3, "1 µs")],
        decades: 3.5,
    }
    .svg()
}

//! The table as a picture.

use benches::chart::{Chart, Panel};

use crate::results::{Results, SIZES};
use crate::scenarios::Scenario;

/// Draws one panel per scenario, and one line per contender. A bar spans all sizes.
pub(crate) fn svg(results: &Results) -> String {
    let rows = results.rows(&Scenario::TABLE);
    let panels = Scenario::TABLE.map(|scenario| {
        let bars = rows.iter().map(|&(name, _)| {
            SIZES.iter().filter_map(|&size| results.get(name, scenario, size)).collect()
        });
        Panel { title: scenario.to_string(), bars: bars.collect() }
    });
    Chart {
        title: "What a pooled buffer costs",
        subtitle: "ns to acquire a buffer and release it (log scale: further left is faster). \
                   A bar spans four sizes, 128 B to 64 KiB.",
        rows: &rows,
        panels: &panels,
        sort_by: 0,
        ticks: &[(1.0, "1 ns"), (10.0, "10"), (100.0, "100"), (1e3, "1 µs")],
        decades: 4.0,
    }
    .svg()
}

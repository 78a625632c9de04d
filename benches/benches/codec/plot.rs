//! The tables of the small messages as a picture.

use benches::chart::{Chart, Panel};

use crate::message::Message;
use crate::operation::Operation;
use crate::results::Results;

/// Draws one panel per operation, and one line per contender. A bar spans the small messages.
pub(crate) fn svg(results: &Results) -> String {
    let rows = results.rows(&Message::SMALL);
    let panels = Operation::ALL.map(|operation| {
        let bars = rows.iter().map(|(name, _)| {
            let messages = Message::SMALL.iter();
            messages.filter_map(|&message| results.get(message, name, operation)).collect()
        });
        Panel { title: operation.to_string(), bars: bars.collect() }
    });
    Chart {
        title: "What a message costs",
        subtitle: "ns per message (log scale: further left is faster). A bar spans four messages of 84 to 1614 bytes.",
        rows: &rows,
        panels: &panels,
        sort_by: 3,
        ticks: &[(1.0, "1 ns"), (10.0, "10"), (100.0, "100"), (1e3, "1 µs")],
        decades: 4.0,
    }
    .svg()
}

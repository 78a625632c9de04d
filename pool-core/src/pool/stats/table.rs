//! A snapshot as a table.

use alloc::string::{String, ToString};
use core::fmt;

use super::{ClassStats, PoolStats};
use crate::human::HumanBytes;
use crate::size_class::SizeClass;
use crate::slot;

/// The columns of the table.
const COLUMNS: [&str; 12] = [
    "class",
    "capacity",
    "in use",
    "cached",
    "high water",
    "hits",
    "remote",
    "steals",
    "waits",
    "overflow",
    "refused",
    "max memory",
];

type Row = [String; COLUMNS.len()];

/// The row of one class, or of the total.
fn row(name: String, stats: &ClassStats, memory: usize) -> Row {
    [
        name,
        stats.capacity.to_string(),
        stats.in_use.to_string(),
        stats.cached.to_string(),
        stats.high_water.to_string(),
        stats.hits.to_string(),
        stats.remote_releases.to_string(),
        stats.steals.to_string(),
        stats.waits.to_string(),
        stats.overflow.to_string(),
        stats.refused.to_string(),
        HumanBytes(memory).to_string(),
    ]
}

/// The sum of two rows.
fn sum(a: &ClassStats, b: &ClassStats) -> ClassStats {
    ClassStats {
        class: a.class,
        capacity: a.capacity.saturating_add(b.capacity),
        in_use: a.in_use.saturating_add(b.in_use),
        cached: a.cached.saturating_add(b.cached),
        high_water: a.high_water.saturating_add(b.high_water),
        hits: a.hits.saturating_add(b.hits),
        remote_releases: a.remote_releases.saturating_add(b.remote_releases),
        steals: a.steals.saturating_add(b.steals),
        waits: a.waits.saturating_add(b.waits),
        overflow: a.overflow.saturating_add(b.overflow),
        refused: a.refused.saturating_add(b.refused),
    }
}

fn write_row(
    f: &mut fmt::Formatter<'_>,
    row: &Row,
    widths: &[usize; COLUMNS.len()],
) -> fmt::Result {
    for (position, (cell, &width)) in row.iter().zip(widths).enumerate() {
        let gap = if position == 0 { "" } else { "  " };
        write!(f, "{gap}{cell:>width$}")?;
    }
    Ok(())
}

impl fmt::Display for PoolStats {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rows = alloc::vec![COLUMNS.map(String::from)];
        let mut total = ClassStats::unused(SizeClass::MIN, 0);
        let mut memory = 0_usize;
        for class in self.classes() {
            let slots = slot::stride(class.class).saturating_mul(class.capacity);
            rows.push(row(class.class.to_string(), class, slots));
            memory = memory.saturating_add(slots);
            total = sum(&total, class);
        }
        rows.push(row(String::from("total"), &total, memory));

        let mut widths = [0; COLUMNS.len()];
        for row in &rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = cell.len().max(*width);
            }
        }
        for (position, row) in rows.iter().enumerate() {
            if position > 0 {
                writeln!(f)?;
            }
            write_row(f, row, &widths)?;
        }
        write!(f, "  + {} jumbo", self.jumbo)?;
        match self.discarded {
            0 => Ok(()),
            bytes => write!(f, "\n{bytes} bytes were discarded unsent"),
        }
    }
}

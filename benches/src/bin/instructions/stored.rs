//! The stored counts, and what differs from them.

use core::fmt;
use std::path::PathBuf;
use std::{fs, io};

/// A count that exceeds the stored one by more than this is an error.
const PERCENT: u64 = 3;

fn path() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "instructions.txt"].iter().collect()
}

/// Stores the counts, one line for each cell.
pub(crate) fn write(counts: &[(String, u64)]) -> io::Result<()> {
    let lines = counts.iter().map(|(name, count)| format!("{count:>9}  {name}\n"));
    fs::write(path(), lines.collect::<String>())
}

/// The cells whose counts changed.
pub(crate) struct Report {
    cells: usize,
    /// The name, the stored count and the new one.
    changed: Vec<(String, Option<u64>, Option<u64>)>,
}

/// Compares with the stored counts.
pub(crate) fn compare(counts: &[(String, u64)]) -> io::Result<Report> {
    let text = fs::read_to_string(path())?;
    Ok(compare_with(&text, counts))
}

fn compare_with(text: &str, counts: &[(String, u64)]) -> Report {
    let parse = |line: &str| {
        let (count, name) = line.trim_start().split_once("  ")?;
        Some((name.to_owned(), count.parse().ok()?))
    };
    let stored: Vec<(String, u64)> = text.lines().filter_map(parse).collect();
    let find = |list: &[(String, u64)], name: &str| {
        list.iter().find(|(other, _)| other == name).map(|&(_, count)| count)
    };
    let gone = stored.iter().filter(|(name, _)| find(counts, name).is_none());
    let changed =
        counts.iter().map(|(name, count)| (name.clone(), find(&stored, name), Some(*count)));
    let changed = changed.chain(gone.map(|(name, count)| (name.clone(), Some(*count), None)));
    let differs = |(_, old, new): &(String, Option<u64>, Option<u64>)| match (*old, *new) {
        (Some(old), Some(new)) => exceeds(new, old) || exceeds(old, new),
        _ => true,
    };
    Report { cells: counts.len(), changed: changed.filter(differs).collect() }
}

const fn exceeds(count: u64, limit: u64) -> bool {
    count.saturating_mul(100) > limit.saturating_mul(100_u64.saturating_add(PERCENT))
}

impl Report {
    /// Whether a cell takes more instructions than stored, is new, or is gone.
    pub(crate) fn failed(&self) -> bool {
        self.changed.iter().any(|(_, old, new)| match (*old, *new) {
            (Some(old), Some(new)) => new > old,
            _ => true,
        })
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, old, new) in &self.changed {
            match (*old, *new) {
                (Some(old), Some(new)) => {
                    let percent = new as f64 / old as f64 * 100.0 - 100.0;
                    writeln!(f, "{name}: {old} instructions stored, {new} now ({percent:+.1} %)")?;
                }
                (None, Some(new)) => writeln!(f, "{name}: not stored, {new} now")?,
                _ => writeln!(f, "{name}: stored, but not measured any more")?,
            }
        }
        writeln!(
            f,
            "{} cells, {} differ by more than {PERCENT} %",
            self.cells,
            self.changed.len()
        )?;
        if self.changed.is_empty() {
            return Ok(());
        }
        writeln!(f, "help: store the new counts with `BLESS=1` if the change is worth them")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(counts: &[(&str, u64)]) -> Vec<(String, u64)> {
        counts.iter().map(|&(name, count)| (name.to_owned(), count)).collect()
    }

    const STORED: &str = "      100  a, encode\n      200  a, owned\n";

    #[test]
    fn small_changes_pass() {
        let report = compare_with(STORED, &counts(&[("a, encode", 103), ("a, owned", 195)]));
        assert!(!report.failed());
        assert_eq!(report.to_string(), "2 cells, 0 differ by more than 3 %\n");
    }

    #[test]
    fn a_rise_above_the_limit_fails_with_both_counts() {
        let report = compare_with(STORED, &counts(&[("a, encode", 104), ("a, owned", 200)]));
        assert!(report.failed());
        assert!(
            report.to_string().contains("a, encode: 100 instructions stored, 104 now (+4.0 %)")
        );
    }

    #[test]
    fn a_fall_is_shown_and_passes() {
        let report = compare_with(STORED, &counts(&[("a, encode", 50), ("a, owned", 200)]));
        assert!(!report.failed());
        assert!(
            report.to_string().contains("a, encode: 100 instructions stored, 50 now (-50.0 %)")
        );
    }

    #[test]
    fn a_cell_that_is_new_or_gone_fails() {
        assert!(compare_with(STORED, &counts(&[("a, encode", 100)])).failed());
        let more = counts(&[("a, encode", 100), ("a, owned", 200), ("b", 1)]);
        assert!(compare_with(STORED, &more).failed());
    }
}

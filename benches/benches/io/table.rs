//! The results in Markdown.

use core::fmt::{self, Display, Formatter};

use crate::contenders::FLOOR;
use crate::content::Size;
use crate::results::Results;
use crate::sending::Sent;
use crate::transports::Transport;

/// Formats a number with the significant digits only.
struct Short(f64);

impl Display for Short {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let digits = match self.0 {
            ..9.95 => 1,
            _ => 0,
        };
        write!(f, "{:.digits$}", self.0)
    }
}

/// Formats the allocations per frame. 0 means none at all.
struct Count(f64);

impl Display for Count {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if self.0 == 0.0 { f.write_str("0") } else { write!(f, "{:.2}", self.0) }
    }
}

fn bold(name: &str) -> &'static str {
    if name.starts_with("ours") { "**" } else { "" }
}

/// Prints one row per contender and one column per transport. A cell holds the nanoseconds per frame, the millions of
/// frames per second, and the factor to the counting loop. The last column is the maximum of allocations per frame.
pub(crate) fn print(results: &Results, size: Size) {
    let rows = results.rows(size);
    if rows.is_empty() {
        return;
    }
    print!("| {}: ns / M/s / times the floor |", size.name());
    Transport::ALL.iter().for_each(|transport| print!(" {} |", transport.name()));
    println!(" allocations |\n|---|{}", "---|".repeat(Transport::ALL.len() + 1));
    for name in rows {
        let bold = bold(name);
        print!("| {bold}{name}{bold} |");
        let mut allocations = 0.0_f64;
        for transport in Transport::ALL {
            let Some(cell) = results.get(name, size, transport) else {
                print!(" - |");
                continue;
            };
            allocations = allocations.max(cell.allocations);
            print!(" {bold}{} / {}", Short(cell.ns), Short(1e3 / cell.ns));
            if let Some(ratio) = results.ratio(name, FLOOR, size, transport) {
                print!(" / {}", Short(ratio));
            }
            print!("{bold} |");
        }
        println!(" {bold}{}{bold} |", Count(allocations));
    }
    println!();
}

/// Prints one row per contender and one column per message.
pub(crate) fn print_sent(sent: &[Sent]) {
    let mut names: Vec<_> = sent.iter().map(|cell| cell.name).collect();
    names.dedup();
    if names.is_empty() {
        return;
    }
    println!("| sending: ns / M/s | 100 B | 4 KiB | allocations |\n|---|---|---|---|");
    for name in names {
        let bold = bold(name);
        let cells: Vec<_> = sent.iter().filter(|cell| cell.name == name).collect();
        print!("| {bold}{name}{bold} |");
        for size in [Size::Small, Size::Large] {
            match cells.iter().find(|cell| cell.size == size) {
                Some(cell) => {
                    print!(" {bold}{} / {}{bold} |", Short(cell.ns), Short(1e3 / cell.ns))
                }
                None => print!(" - |"),
            }
        }
        let allocations = cells.iter().map(|cell| cell.allocations).fold(0.0, f64::max);
        println!(" {bold}{}{bold} |", Count(allocations));
    }
    println!();
}

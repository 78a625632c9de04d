//! The results in Markdown.

use benches::chart::Role;

use crate::row::Operation;

/// The results of one contender with one data set.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) name: &'static str,
    pub(crate) role: Role,
    /// The length of the encoding, in bytes.
    pub(crate) len: usize,
    /// The nanoseconds of each operation that ran.
    pub(crate) times: Vec<(Operation, f64)>,
}

impl Line {
    fn get(&self, operation: Operation) -> Option<f64> {
        self.times.iter().find(|time| time.0 == operation).map(|time| time.1)
    }
}

/// Prints one row per contender. A cell holds microseconds, and the ratio to the fastest peer of the column.
pub(crate) fn print(set: &str, lines: &[Line]) {
    print!("| {set}, us |");
    Operation::ALL.iter().for_each(|operation| print!(" {} |", operation.name()));
    println!(" bytes |\n|---|{}", "---|".repeat(Operation::ALL.len() + 1));
    for line in lines {
        let bold = if line.role == Role::Ours { "**" } else { "" };
        print!("| {bold}{}{bold} |", line.name);
        for operation in Operation::ALL {
            let rivals = lines.iter().filter(|line| line.role == Role::Rival);
            let best = rivals.filter_map(|line| line.get(operation)).reduce(f64::min);
            match (line.get(operation), best) {
                (None, _) => print!(" - |"),
                (Some(ns), None) => print!(" {bold}{:.0}{bold} |", ns / 1e3),
                (Some(ns), Some(best)) => {
                    print!(" {bold}{:.0} ({:.2}){bold} |", ns / 1e3, ns / best);
                }
            }
        }
        println!(" {bold}{}{bold} |", line.len);
    }
    println!();
}

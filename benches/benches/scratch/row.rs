//! The rows of the tables, and their output in Markdown.

use benches::harness::{Harness, Run, timed};

/// Contenders that do the same.
pub(crate) struct Group {
    pub(crate) name: String,
    pub(crate) rows: Vec<Row>,
}

/// A contender. The first row of a group is ours, to which the others are compared.
pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) run: Run,
}

pub(crate) fn row(name: &'static str, body: impl FnMut() + 'static) -> Row {
    Row { name, run: timed(body) }
}

/// Measures all rows together, and prints one table per group.
pub(crate) fn print(groups: Vec<Group>, harness: Harness) {
    let mut runs = Vec::new();
    let mut tables = Vec::new();
    for group in groups {
        let mut names = Vec::new();
        for row in group.rows {
            names.push(row.name);
            runs.push(row.run);
        }
        tables.push((group.name, names));
    }
    let mut times = harness.measure(runs).into_iter();
    for (group, names) in tables {
        println!("| {group} | ns | to ours |\n|---|---|---|");
        let mut ours = None;
        for (name, ns) in names.into_iter().zip(&mut times) {
            let ours = *ours.get_or_insert(ns);
            println!("| {name} | {ns:.1} | {:.2} |", ns / ours);
        }
        println!();
    }
}

//! The results in Markdown.

use benches::chart::{Ns, Role};

use crate::results::{Results, SIZES};
use crate::scenarios::Scenario;

/// Prints one row per contender and one column per scenario. A cell holds all sizes.
pub(crate) fn print(results: &Results, title: &str, scenarios: &[Scenario]) {
    let mut scenarios = scenarios.to_vec();
    scenarios.retain(|&scenario| !results.rows(&[scenario]).is_empty());
    if scenarios.is_empty() {
        return;
    }
    print!("| {title} |");
    scenarios.iter().for_each(|scenario| print!(" {scenario} |"));
    println!("\n|---|{}", "---|".repeat(scenarios.len()));
    for (name, role) in results.rows(&scenarios) {
        let bold = if role == Role::Ours { "**" } else { "" };
        print!("| {bold}{name}{bold} |");
        for &scenario in &scenarios {
            print!(" {bold}{}{bold} |", cell(results, name, scenario));
        }
        println!();
    }
    println!();
}

fn cell(results: &Results, name: &str, scenario: Scenario) -> String {
    let sizes = SIZES.iter().filter_map(|&size| results.get(name, scenario, size));
    let sizes: Vec<_> = sizes.map(|ns| Ns(ns).to_string()).collect();
    if sizes.is_empty() { "-".to_owned() } else { sizes.join(" / ") }
}

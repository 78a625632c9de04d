//! How long does `cargo check` take for a protocol of many messages?

use core::time::Duration;

use crate::contenders::{ALL, REFERENCE};
use crate::package::{Check, Package};
use crate::{bold, ratio};

/// As many as a large protocol has.
const MESSAGES: usize = 200;

/// A row a contender, two columns a kind of check. Contenders take turns, so that a drift of the machine meets all
/// of them.
pub(crate) fn print(rounds: usize) {
    let packages: Vec<_> = ALL
        .iter()
        .map(|contender| contender.package("messages", &contender.messages(MESSAGES)))
        .collect();
    let [scratch, touched] = Check::ALL.map(|check| measure(&packages, check, rounds));
    println!(
        "| {MESSAGES} messages | from scratch, s | times serde | touched, s | times serde |\n\
         |---|---|---|---|---|"
    );
    let reference = ALL.iter().position(|contender| contender.name == REFERENCE);
    for (index, contender) in ALL.iter().enumerate() {
        let (name, bold) = (contender.name, bold(contender.name));
        print!("| {bold}{name}{bold} |");
        for seconds in [&scratch, &touched] {
            let at = |index: usize| seconds.get(index).copied().unwrap_or(f64::NAN);
            let (own, reference) = (at(index), reference.map_or(f64::NAN, at));
            let ratio = ratio(own, reference);
            print!(" {bold}{own:.2}{bold} | {bold}{ratio}{bold} |");
        }
        println!();
    }
    println!();
}

/// The medians, in seconds.
fn measure(packages: &[Package], check: Check, rounds: usize) -> Vec<f64> {
    let mut times = vec![Vec::new(); packages.len()];
    let mut turns: Vec<_> = packages.iter().zip(&mut times).collect();
    for (package, _) in &turns {
        package.check(check);
    }
    for round in 1..=rounds {
        eprint!("\rround {round} of {rounds}");
        for (package, times) in &mut turns {
            times.push(package.check(check));
        }
        turns.rotate_left(1);
    }
    eprintln!();
    times.into_iter().map(median).collect()
}

/// In seconds.
pub(crate) fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default().as_secs_f64()
}

//! What does the compiler take for our derives, beside those of others, and how does that grow with large types?
//!
//! Every contender is a crate of its own, written below `target/` and given to cargo.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a program for a terminal, which has nobody to report an error to"
)]

mod arrays;
mod contenders;
mod growth;
mod package;
mod times;
mod tokens;

use clap::Parser;

/// Measures what derives expand to, and how long the compiler checks it.
#[derive(Parser)]
struct Args {
    /// Only the part that has this in its name: "tokens", "times", "growth", "arrays".
    filter: Option<String>,
    /// Fewer rounds: rough.
    #[arg(long)]
    quick: bool,
    /// What cargo passes.
    #[arg(long, hide = true)]
    bench: bool,
    /// As `cargo bench -- --test` and the like say it: nothing is to be measured.
    #[arg(long, hide = true)]
    test: bool,
}

fn main() {
    let args = Args::parse();
    if !args.bench || args.test {
        return;
    }
    let wanted = |name: &str| args.filter.as_ref().is_none_or(|filter| name.contains(filter));
    let rounds = if args.quick { 3 } else { 5 };
    if wanted("tokens") {
        tokens::print();
    }
    if wanted("times") {
        times::print(rounds);
    }
    if wanted("growth") {
        growth::print(rounds.min(3));
    }
    if wanted("arrays") {
        arrays::print(rounds.min(3));
    }
}

/// How many times the reference a number is.
fn ratio(number: f64, reference: f64) -> String {
    format!("{:.2}", number / reference)
}

fn bold(name: &str) -> &'static str {
    if name.starts_with("ours") { "**" } else { "" }
}

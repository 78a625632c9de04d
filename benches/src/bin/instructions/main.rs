//! How many instructions do the hot paths take? Callgrind counts them, so the numbers do not depend on what else the
//! machine does. A count that exceeds the stored one by more than 3 % is an error.
//!
//! ```sh
//! cargo run --release -p benches --bin instructions            # compare with benches/instructions.txt
//! BLESS=1 cargo run --release -p benches --bin instructions    # store the counts
//! cargo run --release -p benches --bin instructions OrderBook  # print the cells whose name contains this
//! ```

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a program that prints its results, and whose counts are small"
)]

mod callgrind;
mod cells;
mod stored;

use std::process::ExitCode;
use std::{env, io};

use crate::cells::Cell;

/// The argument with which this program runs itself under callgrind.
const CELLS: &str = "--cells";

fn main() -> io::Result<ExitCode> {
    let filter = env::args().nth(1);
    if filter.as_deref() == Some(CELLS) {
        cells::all().iter_mut().for_each(Cell::measure);
        return Ok(ExitCode::SUCCESS);
    }
    let names: Vec<_> = cells::all().into_iter().map(|cell| cell.name).collect();
    let counts: Vec<_> = names.into_iter().zip(callgrind::count()?).collect();
    if let Some(filter) = filter {
        for (name, count) in counts.iter().filter(|(name, _)| name.contains(&filter)) {
            println!("{count:>9}  {name}");
        }
        return Ok(ExitCode::SUCCESS);
    }
    if env::var_os("BLESS").is_some() {
        stored::write(&counts)?;
        return Ok(ExitCode::SUCCESS);
    }
    let report = stored::compare(&counts)?;
    print!("{report}");
    Ok(if report.failed() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

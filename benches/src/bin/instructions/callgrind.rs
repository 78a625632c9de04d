//! Runs this program under callgrind, which writes one file for each cell.

use std::path::Path;
use std::process::Command;
use std::{env, fs, io, process};

use crate::CELLS;
use crate::cells::ROUNDS;

/// Returns the number of instructions of one call of each cell, in the order of the cells.
pub(crate) fn count() -> io::Result<Vec<u64>> {
    let folder = env::temp_dir().join(format!("instructions-{}", process::id()));
    fs::create_dir(&folder)?;
    let counts = count_in(&folder);
    fs::remove_dir_all(&folder)?;
    counts
}

fn count_in(folder: &Path) -> io::Result<Vec<u64>> {
    let output = Command::new("valgrind")
        .arg("--tool=callgrind")
        // Two options with the same pattern would not both be obeyed.
        .args(["--toggle-collect=*cells::measured*", "--dump-after=instructions::cells::measured*"])
        .arg(format!("--callgrind-out-file={}", folder.join("cell").display()))
        .arg(env::current_exe()?)
        .arg(CELLS)
        // The environment lies on the stack, so it would shift what the cells put there.
        .env_clear()
        .env("PATH", env::var_os("PATH").unwrap_or_default())
        .output()
        .map_err(|error| {
            io::Error::other(format!("cannot run valgrind, is it installed? {error}"))
        })?;
    if !output.status.success() {
        return Err(io::Error::other(String::from_utf8_lossy(&output.stderr).into_owned()));
    }
    let mut counts = Vec::new();
    while let Ok(dump) =
        fs::read_to_string(folder.join(format!("cell.{}", counts.len().saturating_add(1))))
    {
        let Some(total) = dump.lines().find_map(|line| line.strip_prefix("totals: ")) else {
            break;
        };
        let total: u64 = total.trim().parse().map_err(io::Error::other)?;
        counts.push(total / u64::from(ROUNDS));
    }
    Ok(counts)
}

//! The system calls of a server, counted by strace.

use std::process::Command;

use anyhow::Context;

use crate::server::Contender;
use crate::{clients, start};

/// Returns the number of system calls for each frame, start and end of the server included. `None` means that strace is
/// not installed.
pub(crate) fn per_frame(
    contender: Contender,
    connections: usize,
    frames: usize,
) -> anyhow::Result<Option<f64>> {
    if Command::new("strace").arg("--version").output().is_err() {
        return Ok(None);
    }
    let file = std::env::temp_dir().join(format!("loopback-{}", std::process::id()));
    let path = file.to_str().context("the temporary folder has no name in UTF-8")?;
    let tracer = ["strace", "-c", "-o", path];
    let (mut child, address) = start(contender, connections, Some(&tracer))?;
    clients::run(address, connections, frames)?;
    child.wait()?;
    let summary = std::fs::read_to_string(&file)?;
    std::fs::remove_file(&file)?;
    Ok(Some(total_calls(&summary)? as f64 / frames as f64))
}

/// Returns the calls in the last line of a summary: `100.00 0.123 1 54321 12 total`.
fn total_calls(summary: &str) -> anyhow::Result<u64> {
    let total = summary.lines().rfind(|line| line.ends_with("total"));
    let calls = total.and_then(|line| line.split_whitespace().nth(3));
    Ok(calls.context("strace has printed no total")?.parse()?)
}

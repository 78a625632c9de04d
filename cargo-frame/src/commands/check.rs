//! `cargo frame check`.

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use pool_schema::{Change, Impact, Reading};
use serde_json::json;

use super::read;
use crate::output::pretty;

/// Compare two schemas: what breaks peers, what they understand, and what changes memory or names only.
///
/// The exit code is 1 if a change breaks peers, 2 for errors, and otherwise 0.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The schema that peers use, such as a lock.
    old: PathBuf,
    /// The new schema.
    new: PathBuf,
    /// Print the changes as JSON.
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(options: &Options) -> anyhow::Result<ExitCode> {
    let changes = read(&options.new)?.changes_since(&read(&options.old)?);
    let text = match options.json {
        true => pretty(&changes.iter().map(json).collect()),
        false => format!("{changes}\n"),
    };
    io::stdout().write_all(text.as_bytes())?;
    Ok(ExitCode::from(u8::from(changes.impact() == Some(Impact::Breaks))))
}

fn json(change: &Change) -> serde_json::Value {
    let reading = |reading: Reading| match reading {
        Reading::Wrong => "wrong",
        Reading::Some => "some",
        Reading::All => "all",
    };
    let impact = match change.impact {
        Impact::Breaks => "breaks",
        Impact::Compatible => "compatible",
        Impact::Memory => "memory",
        _ => "names",
    };
    json!({
        "impact": impact,
        "place": change.place,
        "what": change.what,
        "effect": change.effect,
        "old_reads": reading(change.old_reads),
        "new_reads": reading(change.new_reads),
    })
}

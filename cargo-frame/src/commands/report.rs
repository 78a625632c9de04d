//! `cargo frame report`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::read;
use crate::output::Output;

/// Write a page in HTML: the messages with their layouts, the pool, and the memory of connections.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The schema.
    schema: PathBuf,
    /// Show the differences to this older schema, such as a lock.
    #[arg(long, value_name = "SCHEMA")]
    old: Option<PathBuf>,
    /// The number of connections.
    #[arg(short, long, default_value_t = 1000)]
    connections: usize,
    #[command(flatten)]
    output: Output,
}

pub(crate) fn run(options: &Options) -> anyhow::Result<ExitCode> {
    let schema = read(&options.schema)?;
    let old = options.old.as_deref().map(read).transpose()?;
    options.output.write(&schema.report(old.as_ref(), options.connections)?)
}

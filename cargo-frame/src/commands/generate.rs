//! `cargo frame generate`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::read;
use crate::output::Output;

/// Print the Rust code of a schema: the derives, and the set.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The schema.
    schema: PathBuf,
    /// Print the schema as JSON instead, for other programs.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    output: Output,
}

pub(crate) fn run(options: &Options) -> anyhow::Result<ExitCode> {
    let schema = read(&options.schema)?;
    let text = match options.json {
        true => schema.to_json(),
        false => schema.to_rust(&options.schema.to_string_lossy())?,
    };
    options.output.write(&text)
}

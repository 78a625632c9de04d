//! `cargo frame dissector`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::read;
use crate::output::Output;

/// Write a dissector for Wireshark, in Lua.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The schema.
    schema: PathBuf,
    /// The TCP ports that the dissector applies to, besides "Decode As".
    #[arg(short, long, value_delimiter = ',')]
    port: Vec<u16>,
    #[command(flatten)]
    output: Output,
}

pub(crate) fn run(options: &Options) -> anyhow::Result<ExitCode> {
    options.output.write(&read(&options.schema)?.dissector(&options.port)?)
}
